import ServiceKit

/// All that bears on whether somebody gets a broadcast, and what follows from it.
struct Explanation: Sendable {
  enum Verdict: Int, Sendable {
    case sent = 1
    case waitsForPlan = 2
    case waitsForMember = 3
    case waitsForChannel = 4
    case waitsForQuietHours = 5
    case leased = 6
    case notAFriend = 7
    case quotaReached = 8
    case channelError = 9
    case heldOut = 10
    case stopped = 11
    case refused = 12
    case notInAudience = 13
    case unknown = 14
  }

  struct Fact: Sendable, Equatable {
    enum Kind: Int, Sendable {
      case created = 1
      case planned = 2
      case refused = 3
      case sender = 4
      case heldOut = 5
      case variant = 6
      case confirmed = 7
      case relationEnded = 8
      case quota = 9
      case quietHours = 10
      case leased = 11
      case settled = 12
      case converted = 13
      case ended = 14
      case offerChosen = 15
      case passedOn = 16
    }

    let kind: Kind
    let time: Instant?
    let detail: String

    init(_ kind: Kind, _ time: Instant? = nil, _ detail: String = "") {
      self.kind = kind
      self.time = time
      self.detail = detail
    }
  }

  let broadcast: Broadcast
  let recipientID: String
  var refusal: Refusal.Reason?
  var delivery: Delivery?
  var confirmTime: Instant?
  var relationEndTime: Instant?
  var quotaUsed: Int64 = 0
  var quotaLimit: Int64 = 0
  /// What a group has had today, of how many; nil where the quota is all.
  var groupQuota: (used: Int64, limit: Int64)?
  var quietEnd: Instant?
  var channelID: String?
  var leaseExpireTime: Instant?
  var chosenOfferID: String?
  var choiceTime: Instant?

  init(broadcast: Broadcast, recipientID: String) {
    self.broadcast = broadcast
    self.recipientID = recipientID
  }

  var verdict: Verdict {
    guard let delivery else {
      if refusal != nil { return .refused }
      return switch broadcast.state {
      case .planning, .waitsForApproval, .waitsForStart: .waitsForPlan
      case .refused: .stopped
      case .active, .finished, .cancelled, .failed: .notInAudience
      }
    }
    switch delivery.status {
    case .sent: return .sent
    case .notAFriend: return .notAFriend
    case .quotaReached: return .quotaReached
    case .channelError: return .channelError
    case .unsent: break
    }
    switch delivery.state {
    case .heldOut: return .heldOut
    case .leased: return .leased
    case .unknown: return .unknown
    case .stopped: return .stopped
    case .pending, .sent, .failed: break
    }
    if broadcast.state == .planning { return .waitsForPlan }
    if confirmTime == nil { return .waitsForMember }
    return quietEnd == nil ? .waitsForChannel : .waitsForQuietHours
  }

  var facts: [Fact] {
    var facts = [Fact(.created, broadcast.createTime)]
    if let planTime = broadcast.planTime { facts.append(Fact(.planned, planTime)) }
    if let refusal { facts.append(Fact(.refused, broadcast.planTime, "\(refusal)")) }
    if let delivery { facts += self.facts(of: delivery) }
    if let endTime = broadcast.endTime {
      facts.append(Fact(.ended, endTime, "\(broadcast.state)"))
    }
    return facts
  }

  private func facts(of delivery: Delivery) -> [Fact] {
    var facts = [Fact(.sender, nil, delivery.userid)]
    if delivery.isHeldOut {
      let drawn = broadcast.arms.draw("hold-out", recipientID, below: 100)
      facts.append(
        Fact(
          .heldOut, nil,
          "drew \(drawn) of 100 by seed '\(broadcast.arms.seed)'; under \(broadcast.arms.controlPercent) is held out"
        ))
    } else {
      if delivery.variant > 0 { facts.append(Fact(.variant, nil, "\(delivery.variant)")) }
      facts.append(Fact(.confirmed, confirmTime, delivery.userid))
    }
    if let relationEndTime { facts.append(Fact(.relationEnded, relationEndTime, delivery.userid)) }
    facts.append(Fact(.quota, nil, "\(quotaUsed) of \(quotaLimit)"))
    if let groupQuota {
      facts.append(Fact(.quota, nil, "\(groupQuota.used) of \(groupQuota.limit) today"))
    }
    if let quietEnd { facts.append(Fact(.quietHours, quietEnd)) }
    for attempt in delivery.failedAttempts {
      let said = attempt.failureDetail.isEmpty ? "" : ": \(attempt.failureDetail)"
      facts.append(
        Fact(.passedOn, attempt.time, "\(attempt.channelID): \(attempt.status)\(said)"))
    }
    if let channelID { facts.append(Fact(.leased, leaseExpireTime, channelID)) }
    if let settleTime = delivery.settleTime {
      let said = delivery.failureDetail.isEmpty ? "" : ": \(delivery.failureDetail)"
      facts.append(Fact(.settled, settleTime, "\(delivery.status)\(said)"))
    }
    if let chosenOfferID { facts.append(Fact(.offerChosen, choiceTime, chosenOfferID)) }
    if delivery.conversionCount > 0 {
      facts.append(Fact(.converted, nil, "\(delivery.conversionCount)"))
    }
    return facts
  }
}
