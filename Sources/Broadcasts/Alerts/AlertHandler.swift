import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.AlertService`.
struct AlertHandler: BroadcastsV1.AlertServiceProtocol {
  let context: BroadcastsContext

  func createAlertRule(
    _ request: BroadcastsV1.CreateAlertRuleRequest, _ call: Call
  ) async throws -> BroadcastsV1.AlertRule {
    let asked = try Shape.required(request.alertRule, field: "alert_rule")
    guard let kind = AlertRule.Kind(rawValue: Int(asked.kind.rawValue)) else {
      throw InvalidField(
        "alert_rule.kind", "UNKNOWN_VALUE",
        "alert_rule.kind \(asked.kind.rawValue) is not known.")
    }
    let rule = AlertRule(
      id: PublicID.make("ar"), name: asked.name, kind: kind, percent: Int(asked.percent),
      hours: Int(asked.hours), minCount: asked.minCount, createTime: context.clock.now)
    try rule.checkShape()
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      try AlertRule.checkRoom(
        besides: AlertTable.ruleCount(in: mutation.writer), policies: policies)
      try AlertTable.insert(rule, in: mutation.writer)
      try mutation.emit(.alertRuleCreated(rule.message))
      return rule.message
    }
  }

  func getAlertRule(
    _ request: BroadcastsV1.GetAlertRuleRequest, _ call: Call
  ) async throws -> BroadcastsV1.AlertRule {
    try AlertRule.checkID(request.ruleID)
    return try context.read(call) { try AlertTable.require(request.ruleID, in: $0).message }
  }

  func listAlertRules(
    _ request: BroadcastsV1.ListAlertRulesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListAlertRulesResponse {
    let page = try Page(request)
    let found = try context.read(call) {
      try AlertTable.rules(before: page.after.first?.int ?? .max, limit: page.size + 1, in: $0)
    }
    let (rules, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(alertRules: rules.map(\.message), nextPageToken: nextPageToken)
  }

  func deleteAlertRule(
    _ request: BroadcastsV1.DeleteAlertRuleRequest, _ call: Call
  ) async throws -> BroadcastsV1.DeleteAlertRuleResponse {
    try AlertRule.checkID(request.ruleID)
    return try await context.mutate(request, call) { mutation in
      let rule = try AlertTable.require(request.ruleID, in: mutation.writer)
      try AlertTable.delete(rule.key, in: mutation.writer)
      try mutation.emit(.alertRuleDeleted(rule.message))
      return .init()
    }
  }

  func listAlerts(
    _ request: BroadcastsV1.ListAlertsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListAlertsResponse {
    let page = try Page(request)
    let found = try context.read(call) {
      try AlertTable.alerts(before: page.after.first?.int ?? .max, limit: page.size + 1, in: $0)
    }
    let (alerts, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(alerts: alerts.map(\.message), nextPageToken: nextPageToken)
  }
}

extension AlertTable {
  /// Throws `AlertFailure.notFound`.
  fileprivate static func require(_ id: String, in reader: Reader) throws -> AlertRule {
    guard let rule = try rule(id, in: reader) else { throw AlertFailure.notFound(id) }
    return rule
  }
}

extension AlertRule {
  fileprivate var message: BroadcastsV1.AlertRule {
    .init(
      ruleID: id, name: name, kind: .init(rawValue: Int32(kind.rawValue)),
      percent: Int32(percent), hours: Int32(hours), minCount: minCount,
      createTime: createTime.timestamp)
  }
}

extension Alert {
  var message: BroadcastsV1.Alert {
    .init(
      alertID: id, rule: rule.message,
      target: rule.kind == .doneBelow ? .taskID(target) : .msgid(target), count: count,
      wholeCount: whole, alertTime: time.timestamp)
  }
}
