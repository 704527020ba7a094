import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.AutoTagService`.
struct AutoTagHandler: CustomersV1.AutoTagServiceProtocol {
  let context: CustomersContext

  func createAutoTagRule(
    _ request: CustomersV1.CreateAutoTagRuleRequest, _ call: Call
  ) async throws -> CustomersV1.AutoTagRule {
    let asked = try Shape.required(request.rule, field: "rule")
    let policies = context.policies
    try AutoTagRule.checkName(asked.name, policies: policies)
    let terms = try AutoTagTerms(asked)
    try terms.checkShape(policies: policies)
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      try AutoTagRule.checkRoom(besides: AutoTagRuleTable.count(in: writer), policies: policies)
      try Self.check(terms, in: writer)
      var rule = AutoTagRule(
        ruleID: PublicID.make("ar"), name: asked.name, order: asked.order,
        isEnabled: asked.enabled, trigger: terms.trigger.kind,
        definition: asked.definition.packed(), createTime: mutation.now, updateTime: mutation.now)
      try Self.checkName(of: rule, in: writer)
      rule.key = try AutoTagRuleTable.insert(rule, in: writer)
      let answer = try rule.message
      try mutation.emit(.autoTagRuleCreated(answer))
      return answer
    }
  }

  func getAutoTagRule(
    _ request: CustomersV1.GetAutoTagRuleRequest, _ call: Call
  ) async throws -> CustomersV1.AutoTagRule {
    try AutoTagRule.checkID(request.ruleID, field: "rule_id")
    return try context.read(call) { reader in
      try Self.found(request.ruleID, field: "rule_id", in: reader).message
    }
  }

  func listAutoTagRules(
    _ request: CustomersV1.ListAutoTagRulesRequest, _ call: Call
  ) async throws -> CustomersV1.ListAutoTagRulesResponse {
    let page = try Page(request, keys: 2)
    let found = try context.read(call) { reader in
      try AutoTagRuleTable.list(
        after: (page.after.first?.int ?? -1, page.after.last?.int ?? 0), limit: page.size + 1,
        in: reader)
    }
    let (rules, nextPageToken) = page.cut(found) { [.int(Int64($0.order)), .int($0.key)] }
    return .init(rules: try rules.map { try $0.message }, nextPageToken: nextPageToken)
  }

  func updateAutoTagRule(
    _ request: CustomersV1.UpdateAutoTagRuleRequest, _ call: Call
  ) async throws -> CustomersV1.AutoTagRule {
    let asked = try Shape.required(request.rule, field: "rule")
    try AutoTagRule.checkID(asked.ruleID, field: "rule.rule_id")
    let update = try AutoTagUpdate(asked, request.updateMask)
    let policies = context.policies
    if let name = update.name { try AutoTagRule.checkName(name, policies: policies) }
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      let before = try Self.found(asked.ruleID, field: "rule.rule_id", in: writer)
      var rule = try update.applied(to: before)
      guard rule != before else { return try rule.message }
      if rule.definition != before.definition {
        let terms = try rule.terms
        try terms.checkShape(policies: policies)
        try Self.check(terms, in: writer)
        rule.trigger = terms.trigger.kind
      }
      try Self.checkName(of: rule, in: writer)
      if rule.isEnabled, !before.isEnabled {
        try Self.checkNotUndone(rule, field: "rule.rule_id", in: writer)
      }
      rule.updateTime = mutation.now
      try AutoTagRuleTable.update(rule, in: writer)
      let answer = try rule.message
      try mutation.emit(.autoTagRuleUpdated(answer))
      return answer
    }
  }

  func deleteAutoTagRule(
    _ request: CustomersV1.DeleteAutoTagRuleRequest, _ call: Call
  ) async throws -> CustomersV1.DeleteAutoTagRuleResponse {
    try AutoTagRule.checkID(request.ruleID, field: "rule_id")
    return try await context.mutate(request, call) { mutation in
      let rule = try Self.found(request.ruleID, field: "rule_id", in: mutation.writer)
      try Self.checkNotUndone(rule, field: "rule_id", in: mutation.writer)
      try AutoTagRuleTable.delete(rule.key, in: mutation.writer)
      try mutation.emit(.autoTagRuleDeleted(rule.message))
      try mutation.start(
        AutoTagForgetting.kind, payload: AutoTagForgetting.payload(rule.key))
      return .init()
    }
  }

  func undoAutoTagRule(
    _ request: CustomersV1.UndoAutoTagRuleRequest, _ call: Call
  ) async throws -> CustomersV1.TagJob {
    try AutoTagRule.checkID(request.ruleID, field: "rule_id")
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      let rule = try Self.found(request.ruleID, field: "rule_id", in: mutation.writer)
      guard !rule.isEnabled else { throw AutoTagFailure.enabled(rule.ruleID) }
      try Self.checkNotUndone(rule, field: "rule_id", in: mutation.writer)
      var undo = TagJob(jobid: "", kind: .undo, createTime: mutation.now)
      undo.undoOf = .rule(rule.key)
      undo.undoOfRule = rule.ruleID
      return try TagJobHandler.start(undo, as: TagJobRun.undoKind, policies, mutation).message
    }
  }

  func listAutoTagEffects(
    _ request: CustomersV1.ListAutoTagEffectsRequest, _ call: Call
  ) async throws -> CustomersV1.ListAutoTagEffectsResponse {
    let ofPair = !request.userid.isEmpty || !request.externalUserid.isEmpty
    guard ofPair != !request.ruleID.isEmpty else {
      throw InvalidField(
        "rule_id", "REQUIRED", "Either rule_id, or userid and external_userid, is required.",
        errcode: 40058)
    }
    if ofPair {
      try Shape.userid(request.userid, field: "userid")
      try Customer.checkID(request.externalUserid, field: "external_userid")
    } else {
      try AutoTagRule.checkID(request.ruleID, field: "rule_id")
    }
    let page = try Page(request, keys: 2)
    let (first, second) = (page.after.first?.int ?? 0, page.after.last?.int ?? 0)
    return try context.read(call) { reader in
      let found: [AutoTagEffect]
      if ofPair {
        let (customer, relation) = try RelationTable.find(
          userid: request.userid, externalUserid: request.externalUserid, in: reader)
        found = try AutoTagEffectTable.effects(
          customer: customer.key, member: relation.memberKey, after: first, limit: page.size + 1,
          in: reader)
      } else {
        let rule = try Self.found(request.ruleID, field: "rule_id", in: reader)
        found = try AutoTagEffectTable.effects(
          of: rule.key, after: (first, second), limit: page.size + 1, in: reader)
      }
      let (effects, nextPageToken) = page.cut(found) {
        ofPair ? [.int($0.rule), .int(0)] : [.int($0.customer), .int($0.member)]
      }
      let tags = TagLookup(reader)
      return .init(
        effects: try effects.compactMap { effect in
          try AutoTagRuleTable.find(effect.rule, in: reader).map {
            try effect.message($0, tags: tags, in: reader)
          }
        }, nextPageToken: nextPageToken)
    }
  }

  func recordAutoTagEvents(
    _ request: CustomersV1.RecordAutoTagEventsRequest, _ call: Call
  ) async throws -> CustomersV1.RecordAutoTagEventsResponse {
    try Shape.items(request.events.count, 1...1000, field: "events")
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      let tagging = try AutoTagging(.event, RelationChanges(mutation, policies: policies))
      var outcome = CustomersV1.RecordAutoTagEventsResponse()
      for (index, event) in request.events.enumerated() {
        do {
          outcome.appliedCount += Int64(try Self.follow(event, tagging, in: mutation.writer))
          outcome.recordedCount += 1
        } catch let failure as any Failure {
          outcome.failures.append(.init(key: "\(index)", failure))
        }
      }
      return outcome
    }
  }
}

extension AutoTagHandler {
  static func found(_ id: String, field: String, in reader: Reader) throws -> AutoTagRule {
    guard let rule = try AutoTagRuleTable.find(id, in: reader) else {
      throw AutoTagFailure.notFound(id, field: field)
    }
    return rule
  }

  /// Whether the tags and the contact ways that a rule names are there.
  static func check(_ terms: AutoTagTerms, in reader: Reader) throws {
    let tags = TagLookup(reader)
    _ = try tags.givenKeys(of: terms.addTags, field: "rule.add_tags")
    _ = try tags.keys(of: terms.removeTags, field: "rule.remove_tags")
    guard case .added(let configIDs, _, _) = terms.trigger else { return }
    for id in configIDs where try ContactWayTable.find(id, in: reader) == nil {
      throw ContactWayFailure.notFound(id, field: "rule.trigger.relation_added.config_ids")
    }
  }

  private static func checkName(of rule: AutoTagRule, in reader: Reader) throws {
    if let key = try AutoTagRuleTable.key(named: rule.name, in: reader), key != rule.key {
      throw AutoTagFailure.nameTaken(rule.name)
    }
  }

  /// Follows an event with the relations it is about; returns how many times a rule came to one.
  private static func follow(
    _ event: CustomersV1.AutoTagEvent, _ tagging: AutoTagging, in reader: Reader
  ) throws -> Int {
    let cause = try AutoTagCause(event)
    guard event.userid.isEmpty else {
      let (customer, relation) = try RelationTable.find(
        userid: event.userid, externalUserid: event.externalUserid, in: reader)
      return try tagging.follow(cause, customer: customer.key, member: relation.memberKey)
    }
    guard let customer = try CustomerTable.key(of: event.externalUserid, in: reader) else {
      throw RelationFailure.customerNotFound(event.externalUserid)
    }
    return try tagging.follow(cause, customer: customer)
  }

  private static func checkNotUndone(
    _ rule: AutoTagRule, field: String, in reader: Reader
  ) throws {
    if try TagJobTable.isRunning(undoOf: .rule(rule.key), in: reader) {
      throw AutoTagFailure.beingUndone(rule.ruleID, field: field)
    }
  }
}

extension AutoTagCause {
  /// Throws `InvalidField` for what is missing, malformed or unknown.
  fileprivate init(_ event: CustomersV1.AutoTagEvent) throws(InvalidField) {
    try Customer.checkID(event.externalUserid, field: "events.external_userid")
    if !event.userid.isEmpty { try Shape.userid(event.userid, field: "events.userid") }
    try Shape.bytes(event.key, 0...64, field: "events.key", errcode: 40058)
    self = .event(try Event(event.kind, field: "events.kind"), key: event.key)
  }
}

/// What an update changes: what is nil stays.
private struct AutoTagUpdate: Sendable {
  let name: String?
  private let order: UInt32?
  private let isEnabled: Bool?
  private let trigger: CustomersV1.AutoTagTrigger??
  private let range: CustomersV1.AutoTagRange??
  private let addTags: [String]?
  private let removeTags: [String]?

  init(
    _ asked: CustomersV1.AutoTagRule, _ fields: GoogleProtobuf.FieldMask?
  ) throws(InvalidField) {
    let mask = try UpdateMask(
      fields,
      allowed: ["name", "order", "enabled", "trigger", "range", "add_tags", "remove_tags"])
    name = mask.value("name", asked.name, empty: "")
    order = mask.value("order", asked.order, empty: 0)
    isEnabled = mask.value("enabled", asked.enabled, empty: false)
    trigger = mask.value("trigger", asked.trigger, empty: nil)
    range = mask.value("range", asked.range, empty: nil)
    addTags = mask.value("add_tags", asked.addTags, empty: [])
    removeTags = mask.value("remove_tags", asked.removeTags, empty: [])
    guard
      name != nil || order != nil || isEnabled != nil || trigger != nil || range != nil
        || addTags != nil || removeTags != nil
    else {
      throw InvalidField(
        "update_mask", "NOTHING_TO_CHANGE", "Nothing of the rule is to change.", errcode: 40058)
    }
  }

  func applied(to before: AutoTagRule) throws -> AutoTagRule {
    var rule = before
    var definition = try CustomersV1.AutoTagRule(unpacking: before.definition)
    rule.name = name ?? rule.name
    rule.order = order ?? rule.order
    rule.isEnabled = isEnabled ?? rule.isEnabled
    if let trigger { definition.trigger = trigger }
    if let range { definition.range = range }
    definition.addTags = addTags ?? definition.addTags
    definition.removeTags = removeTags ?? definition.removeTags
    rule.definition = definition.packed()
    return rule
  }
}
