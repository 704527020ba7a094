import ServiceKit

/// The handing over 继承 of one customer from one member to another, as its row keeps it: the last one
/// of these three.
struct Transfer: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case onJob = 1
    case resigned = 2
  }

  /// WeCom's numbers.
  enum Status: Int, Sendable {
    case done = 1
    case waiting = 2
    case refused = 3
    case full = 4
  }

  /// Why it came to nothing.
  enum FailReason: Int, Sendable {
    case customerRefused = 1
    case customerLimitExceed = 2
    case relationEnded = 3
    case takeoverMemberLeft = 4

    var status: Status {
      switch self {
      case .customerRefused, .relationEnded: .refused
      case .customerLimitExceed, .takeoverMemberLeft: .full
      }
    }
  }

  /// Why a customer is not accepted for handing over.
  enum Refusal: Int, Sendable {
    case notFollowed = 1
    case beingTransferred = 2
    case tooOften = 3
  }

  let handoverKey: Int64
  let takeoverKey: Int64
  let customerKey: Int64
  let kind: Kind
  var status = Status.waiting
  var failReason: FailReason?
  let acceptTime: Instant
  /// When he moves, unless he refuses.
  let dueTime: Instant
  var endTime: Instant?
  var successMsg = ""
  /// The key of the job that accepted it.
  var jobKey: Int64?
  /// Done, and the take-over member had the customer, or had once handed him over.
  var hadBefore = false

  /// As WeCom defines it: the future moment while it waits, the actual one once he moved.
  var takeoverTime: Instant? {
    switch status {
    case .waiting: dueTime
    case .done: endTime
    case .refused, .full: nil
    }
  }

  func done(hadBefore: Bool, now: Instant) -> Transfer {
    var transfer = self
    (transfer.status, transfer.endTime, transfer.hadBefore) = (.done, now, hadBefore)
    return transfer
  }

  func failed(_ reason: FailReason, now: Instant) -> Transfer {
    var transfer = self
    (transfer.status, transfer.failReason, transfer.endTime) = (reason.status, reason, now)
    return transfer
  }

  /// Why a customer cannot be handed over, or nil. `moves` is how often he was on the job within the
  /// span, those that wait included.
  static func refusal(
    of relation: Relation?, isWaiting: Bool, kind: Kind, moves: Int, policies: Policies
  ) -> Refusal? {
    guard relation?.status.isLive == true else { return .notFollowed }
    if isWaiting { return .beingTransferred }
    if kind == .onJob, moves >= policies[.transferMovesMax] { return .tooOften }
    return nil
  }

  /// When the natural days begin in which a customer may be handed over so often.
  static func spanStart(now: Instant, policies: Policies) -> Instant {
    Day(of: now).advanced(by: 1 - Int64(policies[.transferMovesDays])).start
  }

  /// What becomes of it at its time, or nil when the customer moves: of the relation that is to end,
  /// the one the take-over member has, if any, and the take-over member himself.
  static func obstacle(
    from old: Relation?, over before: Relation?, takeover: Member, hasLeft: Bool, policies: Policies
  ) -> FailReason? {
    guard old?.status.isLive == true else { return .relationEnded }
    if hasLeft { return .takeoverMemberLeft }
    if before?.status.isKept != true, takeover.customerCount >= policies[.memberCustomersMax] {
      return .customerLimitExceed
    }
    return nil
  }
}

extension Relation {
  /// WeCom's add_way 管理员/负责人分配.
  private static let assignedWay: Int32 = 202

  /// The relation that a take-over member gets from this one, over what he had with the customer.
  func handedOver(
    to member: Member, over before: Relation?, slot: Int, tags: TagSet, now: Instant
  ) -> Relation {
    var relation = Relation(
      customerKey: customerKey, memberKey: member.key, userid: member.userid, status: status,
      createTime: now)
    relation.remark = remark
    relation.description = description
    relation.remarkCorpName = remarkCorpName
    relation.remarkMobiles = remarkMobiles
    relation.tags = tags
    relation.addWay = Self.assignedWay
    relation.operUserid = userid
    relation.slot = slot
    guard let before, before.status.isKept else { return relation }
    // He has had the customer before his eyes all the time: what he noted stays where nothing comes.
    if remark.isEmpty { relation.remark = before.remark }
    if description.isEmpty { relation.description = before.description }
    if remarkCorpName.isEmpty { relation.remarkCorpName = before.remarkCorpName }
    if remarkMobiles.isEmpty { relation.remarkMobiles = before.remarkMobiles }
    if tags.isEmpty { relation.tags = before.tags }
    relation.lastChatTime = before.lastChatTime
    return relation
  }
}
