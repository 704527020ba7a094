import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.ExplanationService`.
struct ExplanationHandler: BroadcastsV1.ExplanationServiceProtocol {
  let context: BroadcastsContext

  func explainRecipient(
    _ request: BroadcastsV1.ExplainRecipientRequest, _ call: Call
  ) async throws -> BroadcastsV1.Explanation {
    try Broadcast.checkMsgid(request.msgid)
    let recipientID =
      switch request.recipient {
      case .externalUserid(let id), .chatID(let id): id
      case nil: ""
      }
    try Shape.id(recipientID, field: "recipient", errcode: 40096)
    return try context.read(call) { reader in
      try explanation(of: request.msgid, recipientID, in: reader).message
    }
  }

  private func explanation(
    of msgid: String, _ recipientID: String, in reader: Reader
  ) throws -> Explanation {
    let broadcast = try BroadcastTable.require(msgid, in: reader)
    var explanation = Explanation(broadcast: broadcast, recipientID: recipientID)
    explanation.refusal = try PlanTable.refusal(
      of: recipientID, broadcast: broadcast.key, in: reader)
    let found = try DeliveryTable.find(
      broadcast: broadcast.key, recipientID: recipientID, in: reader)
    guard let delivery = found else { return explanation }
    explanation.delivery = delivery
    explanation.confirmTime = try MemberTaskTable.find(
      broadcast: broadcast.key, userid: delivery.userid, in: reader)?.confirmTime
    explanation.relationEndTime = try EndedRelationTable.endTime(
      recipient: delivery.key.recipient, member: delivery.member, in: reader)
    let rules = try SendingRulesTable.rules(in: reader)
    let now = context.clock.now
    let period = rules.quotaRule.period(of: Day(of: now), policies: context.policies)
    explanation.quotaUsed = try QuotaTable.used(
      recipient: delivery.key.recipient, in: period, reader)
    explanation.quotaLimit = period.limit
    if broadcast.chatType == .group, let period = rules.groupPeriod(of: Day(of: now)) {
      explanation.groupQuota = (
        try QuotaTable.used(recipient: delivery.key.recipient, in: period, reader), period.limit
      )
    }
    explanation.quietEnd = rules.quietEnd(at: now)
    let holder = try LeaseTable.holder(of: delivery.key, in: reader)
    explanation.channelID = holder?.channelID
    explanation.leaseExpireTime = holder?.expireTime
    if let choice = try OfferTable.choice(of: delivery.key, in: reader) {
      let offers = try OfferTable.offers(broadcast: broadcast.key, in: reader)
      explanation.chosenOfferID = offers[choice.offer - 1].id
      explanation.choiceTime = choice.time
    }
    return explanation
  }
}

extension Explanation {
  fileprivate var message: BroadcastsV1.Explanation {
    .init(
      verdict: .init(rawValue: Int32(verdict.rawValue)),
      facts: facts.map {
        .init(
          kind: .init(rawValue: Int32($0.kind.rawValue)), factTime: $0.time?.timestamp,
          detail: $0.detail)
      }, delivery: delivery?.message)
  }
}
