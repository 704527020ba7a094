import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.SendingRulesService`.
struct SendingRulesHandler: BroadcastsV1.SendingRulesServiceProtocol {
  let context: BroadcastsContext

  func getSendingRules(
    _ request: BroadcastsV1.GetSendingRulesRequest, _ call: Call
  ) async throws -> BroadcastsV1.SendingRules {
    try context.read(call) { try SendingRulesTable.rules(in: $0).message }
  }

  func setSendingRules(
    _ request: BroadcastsV1.SetSendingRulesRequest, _ call: Call
  ) async throws -> BroadcastsV1.SendingRules {
    let rules = try SendingRules(Shape.required(request.rules, field: "rules"))
    try rules.checkShape()
    return try await context.mutate(request, call) { mutation in
      try SendingRulesTable.put(rules, in: mutation.writer)
      try mutation.emit(.sendingRulesSet(rules.message))
      return rules.message
    }
  }

  func getRecipientQuota(
    _ request: BroadcastsV1.GetRecipientQuotaRequest, _ call: Call
  ) async throws -> BroadcastsV1.RecipientQuota {
    let recipientID =
      switch request.recipient {
      case .externalUserid(let id), .chatID(let id): id
      case nil: ""
      }
    try Shape.id(recipientID, field: "recipient", errcode: 40096)
    return try context.read(call) { reader in
      let rules = try SendingRulesTable.rules(in: reader)
      let (rule, today) = (rules.quotaRule, Day(of: context.clock.now))
      let period = rule.period(of: today, policies: context.policies)
      var daily: QuotaPeriod?
      if case .chatID = request.recipient { daily = rules.groupPeriod(of: today) }
      return .init(
        quotaRule: .init(rawValue: Int32(rule.rawValue)), limit: period.limit,
        usedCount: try QuotaTable.used(recipientID: recipientID, in: period, reader),
        periodStartTime: period.start.start.timestamp,
        periodEndTime: period.end.start.timestamp, dailyLimit: daily?.limit ?? 0,
        dailyUsedCount: try daily.map {
          try QuotaTable.used(recipientID: recipientID, in: $0, reader)
        } ?? 0)
    }
  }

  func recordPersonalBroadcasts(
    _ request: BroadcastsV1.RecordPersonalBroadcastsRequest, _ call: Call
  ) async throws -> BroadcastsV1.RecordPersonalBroadcastsResponse {
    try Shape.items(request.personalBroadcasts.count, 1...1000, field: "personal_broadcasts")
    return try await context.mutate(request, call) { mutation in
      var outcome = BroadcastsV1.RecordPersonalBroadcastsResponse()
      for asked in request.personalBroadcasts {
        do {
          let personal = try PersonalBroadcast(asked, now: mutation.now)
          if try QuotaTable.insert(personal, in: mutation.writer) {
            outcome.recordedCount += 1
          } else {
            outcome.repeatedCount += 1
          }
        } catch let failure as any Failure {
          outcome.failures.append(.init(key: asked.sendID, failure))
        }
      }
      outcome.failedCount = Int64(outcome.failures.count)
      guard outcome.recordedCount > 0 else { return outcome }
      try QuotaTable.forgetPersonal(now: mutation.now, in: mutation.writer)
      try mutation.emit(
        .personalBroadcastsRecorded(.init(recordedCount: outcome.recordedCount)))
      return outcome
    }
  }
}

extension SendingRules {
  init(_ message: BroadcastsV1.SendingRules) throws(InvalidField) {
    let rule: QuotaRule
    switch message.quotaRule {
    case .unspecified, .monthlyDays: rule = .monthlyDays
    case .weekly: rule = .weekly
    case .daily: rule = .daily
    default:
      throw InvalidField(
        "rules.quota_rule", "UNKNOWN_VALUE",
        "rules.quota_rule \(message.quotaRule.rawValue) is not known.")
    }
    var quietHours: QuietHours?
    if let asked = message.quietHours {
      quietHours = try QuietHours(start: Int(asked.startMinute), end: Int(asked.endMinute))
    }
    self.init(
      quotaRule: rule, quietHours: quietHours,
      timeZone: message.timeZone.isEmpty ? Self.normalTimeZone : message.timeZone,
      broadcastsNeedApproval: message.broadcastsNeedApproval,
      groupDailyMax: Int(message.groupDailyMax), refusesRepeats: message.refuseRepeatedGroupContent)
  }

  var message: BroadcastsV1.SendingRules {
    .init(
      quotaRule: .init(rawValue: Int32(quotaRule.rawValue)),
      quietHours: quietHours.map {
        .init(startMinute: Int32($0.start), endMinute: Int32($0.end))
      }, timeZone: timeZone, broadcastsNeedApproval: broadcastsNeedApproval,
      groupDailyMax: Int32(groupDailyMax), refuseRepeatedGroupContent: refusesRepeats)
  }
}

extension PersonalBroadcast {
  init(_ message: BroadcastsV1.PersonalBroadcast, now: Instant) throws(InvalidField) {
    let recipientID =
      switch message.recipient {
      case .externalUserid(let id), .chatID(let id): id
      case nil: ""
      }
    let stated = try Shape.required(message.sendTime, field: "personal_broadcasts.send_time")
    guard let time = Instant(stated) else {
      throw InvalidField(
        "personal_broadcasts.send_time", "BAD_TIME",
        "personal_broadcasts.send_time is outside the years 1 to 9999.")
    }
    self = try Self(
      sendID: message.sendID, userid: message.userid, recipientID: recipientID, time: time,
      now: now)
  }
}
