import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.WelcomeRuleService`.
struct WelcomeRuleHandler: BroadcastsV1.WelcomeRuleServiceProtocol {
  let context: BroadcastsContext

  func createWelcomeRule(
    _ request: BroadcastsV1.CreateWelcomeRuleRequest, _ call: Call
  ) async throws -> BroadcastsV1.WelcomeRule {
    let asked = try Shape.required(request.welcomeRule, field: "welcome_rule")
    let policies = context.policies
    try WelcomeRule.checkName(asked.name, field: "welcome_rule.name")
    let scope = WelcomeScope(
      try Shape.required(asked.scope, field: "welcome_rule.scope"))
    try scope.checkShape(field: "welcome_rule.scope", policies: policies)
    let content = try Self.content(asked.content, policies)
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      try WelcomeRule.checkRoom(
        besides: WelcomeRuleTable.count(in: writer), policies: policies)
      try Self.checkIsFree(scope, for: 0, in: writer)
      var rule = WelcomeRule(
        id: PublicID.make("wl"), name: asked.name, scope: scope,
        contentKey: try WelcomeContentTable.insert(content, in: writer), createTime: mutation.now,
        updateTime: mutation.now)
      rule.key = try WelcomeRuleTable.insert(rule, in: writer)
      let answer = rule.message(content)
      try mutation.emit(.welcomeRuleCreated(answer))
      return answer
    }
  }

  func getWelcomeRule(
    _ request: BroadcastsV1.GetWelcomeRuleRequest, _ call: Call
  ) async throws -> BroadcastsV1.WelcomeRule {
    try WelcomeRule.checkID(request.ruleID, field: "rule_id")
    return try context.read(call) { reader in
      let rule = try WelcomeRuleTable.require(request.ruleID, field: "rule_id", in: reader)
      return rule.message(try WelcomeContentTable.content(rule.contentKey, in: reader))
    }
  }

  func listWelcomeRules(
    _ request: BroadcastsV1.ListWelcomeRulesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListWelcomeRulesResponse {
    let page = try Page(request)
    let found = try context.read(call) {
      try WelcomeRuleTable.list(
        before: page.after.first?.int ?? .max, limit: page.size + 1, in: $0)
    }
    let (rules, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(welcomeRules: rules.map { $0.message(nil) }, nextPageToken: nextPageToken)
  }

  func updateWelcomeRule(
    _ request: BroadcastsV1.UpdateWelcomeRuleRequest, _ call: Call
  ) async throws -> BroadcastsV1.WelcomeRule {
    let asked = try Shape.required(request.welcomeRule, field: "welcome_rule")
    let policies = context.policies
    try WelcomeRule.checkID(asked.ruleID, field: "welcome_rule.rule_id")
    let mask = try UpdateMask(request.updateMask, allowed: ["name", "scope", "content"])
    let name = mask.value("name", asked.name, empty: "")
    if let name { try WelcomeRule.checkName(name, field: "welcome_rule.name") }
    let scope = try mask.value("scope", asked.scope, empty: nil).map {
      WelcomeScope(try Shape.required($0, field: "welcome_rule.scope"))
    }
    try scope?.checkShape(field: "welcome_rule.scope", policies: policies)
    let content = try mask.value("content", asked.content, empty: nil).map {
      try Self.content($0, policies)
    }
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      var rule = try WelcomeRuleTable.require(
        asked.ruleID, field: "welcome_rule.rule_id", in: writer)
      let before = rule
      let said = try WelcomeContentTable.content(rule.contentKey, in: writer)
      if let name { rule.name = name }
      if let scope { rule.scope = scope }
      if let content, content != said {
        rule.contentKey = try WelcomeContentTable.insert(content, in: writer)
      }
      guard rule != before else { return rule.message(said) }
      try Self.checkIsFree(rule.scope, for: rule.key, in: writer)
      rule.updateTime = mutation.now
      try WelcomeRuleTable.update(rule, in: writer)
      if rule.contentKey != before.contentKey {
        try WelcomeContentTable.release(before.contentKey, in: writer)
      }
      let answer = rule.message(content ?? said)
      try mutation.emit(.welcomeRuleUpdated(answer))
      return answer
    }
  }

  func deleteWelcomeRule(
    _ request: BroadcastsV1.DeleteWelcomeRuleRequest, _ call: Call
  ) async throws -> BroadcastsV1.DeleteWelcomeRuleResponse {
    try WelcomeRule.checkID(request.ruleID, field: "rule_id")
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      let rule = try WelcomeRuleTable.require(request.ruleID, field: "rule_id", in: writer)
      let content = try WelcomeContentTable.content(rule.contentKey, in: writer)
      try WelcomeRuleTable.delete(rule, in: writer)
      try WelcomeContentTable.release(rule.contentKey, in: writer)
      try mutation.emit(.welcomeRuleDeleted(rule.message(content)))
      return .init()
    }
  }

  func lookupWelcomeRule(
    _ request: BroadcastsV1.LookupWelcomeRuleRequest, _ call: Call
  ) async throws -> BroadcastsV1.LookupWelcomeRuleResponse {
    if !request.configID.isEmpty { try Shape.id(request.configID, field: "config_id") }
    try Shape.characters(
      request.state, 0...context.policies[.stateCharactersMax], field: "state")
    try Shape.userid(request.userid, field: "userid")
    return try context.read(call) { reader in
      let held = try WelcomeRuleTable.holding(
        configID: request.configID, state: request.state, userid: request.userid, in: reader)
      guard let (rule, reach) = held else { throw WelcomeRuleFailure.none(request.userid) }
      return .init(
        welcomeRule: rule.message(
          try WelcomeContentTable.content(rule.contentKey, in: reader)), reach: reach.message)
    }
  }

  private static func content(
    _ asked: BroadcastsV1.Content?, _ policies: Policies
  ) throws -> Content {
    let field = "welcome_rule.content"
    let content = try Content(
      Shape.required(asked, field: field, errcode: 40058), field: field)
    try content.checkWelcome(field: field, policies: policies)
    return content
  }

  private static func checkIsFree(
    _ scope: WelcomeScope, for key: Int64, in reader: Reader
  ) throws {
    for name in scope.names {
      if let rule = try WelcomeRuleTable.find(name, in: reader), rule.key != key {
        throw WelcomeRuleFailure.scopeTaken(name, by: rule.id)
      }
    }
  }
}

extension WelcomeRuleTable {
  /// Throws `WelcomeRuleFailure.notFound`.
  static func require(_ id: String, field: String, in reader: Reader) throws -> WelcomeRule {
    guard let rule = try find(id, in: reader) else {
      throw WelcomeRuleFailure.notFound(id, field: field)
    }
    return rule
  }

  /// The rule that holds for an adding, and by what: the nearest.
  static func holding(
    configID: String, state: String, userid: String, in reader: Reader
  ) throws -> (WelcomeRule, WelcomeReach)? {
    for reach in WelcomeReach.allCases {
      let rule =
        switch reach {
        case .configID:
          configID.isEmpty ? nil : try find(.init(reach, configID), in: reader)
        case .state: state.isEmpty ? nil : try find(.init(reach, state), in: reader)
        case .userid: try find(.init(reach, userid.lowercased()), in: reader)
        case .department: try find(aboveMember: userid, in: reader)
        case .corp: try find(.init(reach, ""), in: reader)
        }
      if let rule { return (rule, reach) }
    }
    return nil
  }
}

extension WelcomeReach {
  var message: BroadcastsV1.WelcomeReach { .init(rawValue: Int32(rawValue)) }
}

extension WelcomeScope {
  init(_ message: BroadcastsV1.WelcomeScope) {
    self.init(
      configIDs: message.configIDs, states: message.states, userids: message.userids,
      departmentIDs: message.departmentIDs, isCorp: message.isCorp)
  }

  var message: BroadcastsV1.WelcomeScope {
    .init(
      configIDs: configIDs, states: states, userids: userids, departmentIDs: departmentIDs,
      isCorp: isCorp)
  }
}

extension WelcomeRule {
  func message(_ content: Content?) -> BroadcastsV1.WelcomeRule {
    .init(
      ruleID: id, name: name, scope: scope.message, content: content?.message,
      createTime: createTime.timestamp, updateTime: updateTime.timestamp)
  }
}
