import Fixtures
import Messages

/// The calls about auto-tag rules that most of their tests begin with.
extension CustomersCaller {
  var autoTags: CustomersV1.AutoTagServiceClient { .init(service.channel) }

  /// Makes a rule, enabled unless told otherwise.
  @discardableResult
  func rule(
    _ name: String, on trigger: CustomersV1.AutoTagTrigger.Trigger, add: [String] = [],
    remove: [String] = [], _ change: (inout CustomersV1.AutoTagRule) -> Void = { _ in }
  ) async throws -> CustomersV1.AutoTagRule {
    var rule = CustomersV1.AutoTagRule(
      name: name, enabled: true, trigger: .init(trigger: trigger), addTags: add, removeTags: remove)
    change(&rule)
    return try await autoTags.createAutoTagRule(.init(rule: rule))
  }

  func disable(_ rule: CustomersV1.AutoTagRule) async throws {
    _ = try await autoTags.updateAutoTagRule(
      .init(rule: .init(ruleID: rule.ruleID), updateMask: .init(paths: ["enabled"])))
  }

  func effects(of rule: CustomersV1.AutoTagRule) async throws -> [CustomersV1.AutoTagEffect] {
    try await autoTags.listAutoTagEffects(.init(ruleID: rule.ruleID)).effects
  }

  /// What rules did to a relation, "rule: outcome".
  func effects(on userid: String, _ externalUserid: String) async throws -> [String] {
    try await autoTags.listAutoTagEffects(
      .init(userid: userid, externalUserid: externalUserid)
    ).effects.map { "\($0.ruleName): \(Self.name(of: $0.outcome))" }
  }

  private static func name(of outcome: CustomersV1.AutoTagEffect.Outcome) -> String {
    switch outcome {
    case .changed: "changed"
    case .unchanged: "unchanged"
    case .failed: "failed"
    default: "\(outcome.rawValue)"
    }
  }

  func join(
    _ externalUserid: String, of userid: String = "", to key: String = "",
    _ kind: CustomersV1.AutoTagEventKind = .groupJoined
  ) async throws -> CustomersV1.RecordAutoTagEventsResponse {
    try await autoTags.recordAutoTagEvents(
      .init(
        events: [.init(externalUserid: externalUserid, userid: userid, kind: kind, key: key)]))
  }
}

extension CustomersV1.AutoTagTrigger.Trigger {
  /// Any add.
  static var added: Self { .relationAdded(.init()) }
}
