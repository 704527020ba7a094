import RPC
import ServiceKit

/// What a channel asks for: so many deliveries, for so long.
struct LeaseRequest: Sendable, Equatable {
  let channelID: String
  let maxCount: Int
  let seconds: Int

  private static let defaultCount = 100
  private static let defaultSeconds = 60
  private static let largestCount = 1000

  /// 0 means the default for count and seconds.
  init(
    channelID: String, maxCount: Int, seconds: Int, policies: Policies
  ) throws(InvalidField) {
    try Shape.id(channelID, field: "channel_id")
    self.channelID = channelID
    self.maxCount = try Self.number(
      maxCount, Self.defaultCount, largest: Self.largestCount, field: "max_count")
    self.seconds = try Self.number(
      seconds, Self.defaultSeconds, largest: policies[.leaseSecondsMax], field: "lease_seconds")
  }

  private static func number(
    _ value: Int, _ normal: Int, largest: Int, field: String
  ) throws(InvalidField) -> Int {
    if value == 0 { return normal }
    guard (1...largest).contains(value) else {
      throw InvalidField(
        field, "OUT_OF_RANGE", "\(field) is \(value), allowed are 1 to \(largest).")
    }
    return value
  }
}

/// A lease as it is taken: by whom, until when, and under which fencing number.
struct Lease: Sendable, Equatable {
  let channelID: String
  let token: Int64
  let now: Instant
  let expireTime: Instant
}

/// A delivery a channel holds.
struct LeasedDelivery: Sendable, Equatable {
  let key: DeliveryKey
  let msgid: String
  let chatType: Broadcast.ChatType
  let userid: String
  let recipientID: String
}

/// What one call may still take: so many deliveries, of so many broadcasts, since the answer holds
/// each broadcast's content once and a content may have some 48 KiB.
struct LeaseAllowance: Sendable {
  static let broadcasts = 16

  private(set) var taken: [LeasedDelivery] = []
  private(set) var broadcastKeys: Set<Int64> = []
  private let maxCount: Int

  init(maxCount: Int) {
    self.maxCount = maxCount
  }

  var left: Int { maxCount - taken.count }

  func allows(broadcast: Int64) -> Bool {
    left > 0
      && (broadcastKeys.contains(broadcast) || broadcastKeys.count < Self.broadcasts)
  }

  mutating func take(_ delivery: LeasedDelivery) {
    precondition(allows(broadcast: delivery.key.broadcast))
    broadcastKeys.insert(delivery.key.broadcast)
    taken.append(delivery)
  }
}

enum LeaseFailure: Failure, Equatable {
  case expired

  var code: StatusCode { .failedPrecondition }
  var reason: String { "LEASE_EXPIRED" }
  var field: String? { "request_id" }

  var message: String {
    "The leases of this request_id have run out; ask again with another."
  }
}
