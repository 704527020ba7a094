import RPC
import ServiceKit

/// Names a delivery: a broadcast and one of its recipients.
struct DeliveryKey: Sendable, Hashable {
  let broadcast: Int64
  let recipient: Int64

  init(broadcast: Int64, recipient: Int64) {
    self.broadcast = broadcast
    self.recipient = recipient
  }

  /// Reads a delivery_id; nil for what `text` never wrote.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let broadcast = Int64(parts[0]), let recipient = Int64(parts[1]) else {
      return nil
    }
    self.init(broadcast: broadcast, recipient: recipient)
    guard self.text == text else { return nil }
  }

  var text: String { "\(broadcast)-\(recipient)" }
}

/// One recipient's part of a broadcast.
///
/// pending → leased → sent or failed, and there it stays; a rule of delivery leads from pending to
/// failed. What failed and has another channel is pending again. Whether it is leased stands in `lease`, which a channel's acknowledgement ends; one that says
/// that it is not known keeps the lease, without an end.
struct Delivery: Sendable, Equatable {
  /// WeCom's send status, and 4 for what WeCom has no number for.
  enum Status: Int, Sendable {
    case unsent = 0
    case sent = 1
    case notAFriend = 2
    case quotaReached = 3
    case channelError = 4
  }

  enum State: Int, Sendable {
    case pending = 1
    case leased = 2
    case sent = 3
    case failed = 4
    case stopped = 5
    case heldOut = 6
    case unknown = 7
  }

  let key: DeliveryKey
  let member: Int64
  let msgid: String
  let chatType: Broadcast.ChatType
  let userid: String
  /// An external_userid or a chat_id.
  let recipientID: String
  let broadcastState: Broadcast.State
  var status: Status
  var settleTime: Instant?
  var failureDetail: String
  /// The fencing number of the lease it is under or, once settled, was settled under.
  var leaseToken: Int64?
  /// Since when its channel says that it cannot tell; nil otherwise, and once it was settled.
  var unknownTime: Instant?
  var conversionCount: Int64
  var amountCents: Int64
  /// Whether it belongs to the control group and is never sent.
  var isHeldOut = false
  /// From 1; 0 for a single content and for who is held out.
  var variant = 0
  /// Whether a conversion of the recipient had been recorded when it was planned.
  var isOld = false
  /// The channels that it goes through, in order; empty for any.
  var channelIDs: [String] = []
  /// What channels could not send, in their order.
  var failedAttempts: [FailedAttempt] = []

  /// The channel that it waits for, or that settled it; empty for any.
  var channelID: String { channelIDs.isEmpty ? "" : channelIDs[failedAttempts.count] }

  var state: State {
    if isHeldOut { return .heldOut }
    switch status {
    case .sent: return .sent
    case .notAFriend, .quotaReached, .channelError: return .failed
    case .unsent: break
    }
    if unknownTime != nil { return .unknown }
    if leaseToken != nil { return .leased }
    return broadcastState == .cancelled || broadcastState == .failed ? .stopped : .pending
  }

  var counterKey: CounterKey {
    CounterKey(broadcast: key.broadcast, member: member, variant: variant, isOld: isOld)
  }

  /// Settles it, or keeps that it is not known; false when the same acknowledgement did so before.
  ///
  /// Only the newest lease may speak: an older one's channel was given up, and what it says may be
  /// of a second sending. A lease that ran out is still the newest until the next is taken.
  mutating func settle(
    _ acknowledgement: Acknowledgement, now: Instant
  ) throws(DeliveryFailure) -> Bool {
    let token = acknowledgement.leaseToken
    guard leaseToken == token else {
      guard let attempt = failedAttempts.first(where: { $0.leaseToken == token }) else {
        throw .staleLease(key.text)
      }
      guard attempt.status == acknowledgement.status else { throw .alreadySettled(key.text) }
      return false
    }
    if status != .unsent {
      guard status == acknowledgement.status else { throw .alreadySettled(key.text) }
      return false
    }
    guard acknowledgement.status != .unsent else {
      guard unknownTime == nil else { return false }
      unknownTime = now
      return true
    }
    unknownTime = nil
    if passesOn(acknowledgement.status) {
      passOn(acknowledgement.status, acknowledgement.failureDetail, now: now)
      return true
    }
    status = acknowledgement.status
    failureDetail = acknowledgement.failureDetail
    settleTime = now
    return true
  }
}

extension Delivery {
  /// Settles one that a rule keeps from being sent when a channel would have leased it, or passes it on.
  mutating func leaveOut(_ status: Status, now: Instant) {
    precondition(self.status == .unsent && !isHeldOut)
    if passesOn(status) { return passOn(status, "", now: now) }
    self.status = status
    settleTime = now
  }

  /// Whether another channel is to try what failed. A reached quota protects from all of them.
  private func passesOn(_ status: Status) -> Bool {
    guard status == .notAFriend || status == .channelError else { return false }
    return broadcastState == .active && failedAttempts.count + 1 < channelIDs.count
  }

  private mutating func passOn(_ status: Status, _ detail: String, now: Instant) {
    failedAttempts.append(
      FailedAttempt(
        channelID: channelID, status: status, failureDetail: detail, leaseToken: leaseToken,
        time: now))
    leaseToken = nil
  }
}

/// What one channel could not send, and passed on to the next.
struct FailedAttempt: Sendable, Equatable {
  let channelID: String
  let status: Delivery.Status
  let failureDetail: String
  /// The fencing number it was acknowledged under; nil when a rule kept it from being leased.
  let leaseToken: Int64?
  let time: Instant

  init(
    channelID: String, status: Delivery.Status, failureDetail: String, leaseToken: Int64?,
    time: Instant
  ) {
    self.channelID = channelID
    self.status = status
    self.failureDetail = failureDetail
    self.leaseToken = leaseToken
    self.time = time
  }
}

/// What a channel says became of a delivery.
struct Acknowledgement: Sendable, Equatable {
  var leaseToken: Int64
  /// Sent, or why not; unsent when the channel cannot tell.
  var status: Delivery.Status
  var failureDetail: String

  private static let detailBytes = 256

  init(
    leaseToken: Int64, status: Delivery.Status, failureDetail: String = ""
  ) throws(InvalidField) {
    let field = "acknowledgements.failure_detail"
    try Shape.bytes(failureDetail, 0...Self.detailBytes, field: field)
    let isFailure = status != .sent && status != .unsent
    guard isFailure || failureDetail.isEmpty else {
      throw InvalidField(field, "NOT_FOR_SENT", "\(field) is for a failure alone.")
    }
    self.leaseToken = leaseToken
    self.status = status
    self.failureDetail = failureDetail
  }

  /// What settling by it adds to the counters.
  var change: Counts {
    switch status {
    case .unsent: Counts()
    case .sent: Counts(leased: -1, sent: 1)
    case .notAFriend, .quotaReached, .channelError: Counts(leased: -1, failed: 1)
    }
  }
}

enum DeliveryFailure: Failure, Equatable {
  case notFound(String)
  case staleLease(String)
  case alreadySettled(String)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .staleLease: .aborted
    case .alreadySettled: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notFound: "DELIVERY_NOT_FOUND"
    case .staleLease: "STALE_LEASE"
    case .alreadySettled: "ALREADY_SETTLED"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id): "There is no delivery '\(id)'."
    case .staleLease(let id): "The lease_token is not of the newest lease of delivery '\(id)'."
    case .alreadySettled(let id): "Delivery '\(id)' was settled otherwise under this lease."
    }
  }
}
