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

/// The broadcast that deliveries are leased of.
struct LeaseSource: Sendable, Equatable {
  let broadcast: Int64
  let msgid: String
  let chatType: Broadcast.ChatType
  let createTime: Instant
  /// Its variants; 0 for a single content.
  let variants: Int
  /// How long a content may be that is filled in for one recipient; 0 when none has variables.
  let templateBytes: Int
  /// The channels that it goes through, in order; empty for any.
  let channelIDs: [String]

  init(
    broadcast: Int64, msgid: String, chatType: Broadcast.ChatType, createTime: Instant,
    variants: Int, templateBytes: Int = 0, channelIDs: [String] = []
  ) {
    self.broadcast = broadcast
    self.msgid = msgid
    self.chatType = chatType
    self.createTime = createTime
    self.variants = variants
    self.templateBytes = templateBytes
    self.channelIDs = channelIDs
  }

  /// Who alone may take over a lease of it; empty for anybody.
  func boundChannelID(of lease: Lease) -> String { channelIDs.isEmpty ? "" : lease.channelID }

  /// Whether it goes through a channel after others; the relation does not matter there.
  func isFallback(to channelID: String) -> Bool {
    channelIDs.first.map { $0 != channelID } ?? false
  }
}

/// A confirmed task of which deliveries wait for channels.
struct QueuedTask: Sendable, Equatable {
  let key: CounterKey
  let source: LeaseSource
  let userid: String
  let leasedThrough: Int64
  let leftCount: Int64
}

/// A delivery a channel may have, or holds.
struct LeasedDelivery: Sendable, Equatable {
  let key: DeliveryKey
  let source: LeaseSource
  /// Its member and variant.
  let counterKey: CounterKey
  let userid: String
  let recipientID: String

  var msgid: String { source.msgid }
  var chatType: Broadcast.ChatType { source.chatType }
  var variant: Int { counterKey.variant }
}

/// What the rules of delivery look at when a delivery is to be leased.
struct Standing: Sendable, Equatable {
  /// When the recipient ceased to be the member's friend; nil when he has not.
  let endTime: Instant?
  /// How many broadcasts he has had in the period of the quota.
  let used: Int64
  /// The first day of which it is known how many he has had; nil when there is none.
  let oldestDay: Day?

  init(endTime: Instant?, used: Int64, oldestDay: Day? = nil) {
    self.endTime = endTime
    self.used = used
    self.oldestDay = oldestDay
  }
}

/// What one call may still take: so many deliveries, of so many contents, since the answer holds each
/// content once and one may have some 48 KiB. All variants of a broadcast count. What is filled in for
/// each recipient is bounded in bytes.
struct LeaseAllowance: Sendable {
  static let contents = 16
  /// Half of what an answer may have.
  private static let filledBytes = 2 * 1024 * 1024

  private(set) var taken: [LeasedDelivery] = []
  private var sources: [Int64: Int] = [:]
  private var filledBytesLeft = Self.filledBytes
  private let maxCount: Int

  init(maxCount: Int) {
    self.maxCount = maxCount
  }

  var left: Int { maxCount - taken.count }

  /// How many deliveries of a broadcast it still has room for, contents aside.
  func room(for source: LeaseSource) -> Int {
    source.templateBytes == 0 ? left : min(left, filledBytesLeft / source.templateBytes)
  }

  func allows(_ source: LeaseSource) -> Bool {
    guard room(for: source) > 0 else { return false }
    if sources[source.broadcast] != nil { return true }
    return sources.values.reduce(max(1, source.variants), +) <= Self.contents
  }

  mutating func take(_ delivery: LeasedDelivery) {
    precondition(allows(delivery.source))
    sources[delivery.source.broadcast] = max(1, delivery.source.variants)
    filledBytesLeft -= delivery.source.templateBytes
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
