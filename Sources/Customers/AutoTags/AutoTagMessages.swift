import Messages
import Protobuf
import ServiceKit
import Store

extension AutoTagRule {
  var message: CustomersV1.AutoTagRule {
    get throws {
      var message = try CustomersV1.AutoTagRule(unpacking: definition)
      message.ruleID = ruleID
      message.name = name
      message.order = order
      message.enabled = isEnabled
      message.createTime = createTime.timestamp
      message.updateTime = updateTime.timestamp
      message.appliedCount = appliedCount
      return message
    }
  }

  var terms: AutoTagTerms {
    get throws { try AutoTagTerms(CustomersV1.AutoTagRule(unpacking: definition)) }
  }
}

extension CustomersV1.AutoTagRule {
  /// What of it is a rule's definition.
  var definition: Self {
    .init(trigger: trigger, range: range, addTags: addTags, removeTags: removeTags)
  }
}

extension AutoTagTerms {
  /// Throws `InvalidField` for a trigger that is missing or unknown.
  init(_ message: CustomersV1.AutoTagRule) throws(InvalidField) {
    let trigger = try Shape.required(message.trigger, field: "rule.trigger", errcode: 40058)
    self.init(
      trigger: try AutoTagTrigger(trigger, field: "rule.trigger"),
      userids: message.range?.userids ?? [], departmentIDs: message.range?.departmentIDs ?? [],
      addTags: Self.once(message.addTags), removeTags: Self.once(message.removeTags))
  }

  private static func once(_ tagIDs: [String]) -> [String] {
    var seen: Set<String> = []
    return tagIDs.filter { seen.insert($0).inserted }
  }
}

extension AutoTagTrigger {
  fileprivate init(
    _ message: CustomersV1.AutoTagTrigger, field: String
  ) throws(InvalidField) {
    switch message.trigger {
    case nil:
      throw InvalidField(field, "REQUIRED", "\(field) says no trigger.", errcode: 40058)
    case .relationAdded(let added):
      self = .added(
        configIDs: added.configIDs, addWays: added.addWays.map(\.rawValue), states: added.states)
    case .interactions(let asked):
      self = .interactions(
        try InteractionSum(asked.counters, days: asked.days, field: "\(field).interactions"),
        atLeast: asked.atLeast)
    case .event(let event):
      self = .event(
        try AutoTagCause.Event(event.kind, field: "\(field).event.kind"), keys: event.keys)
    }
  }
}

extension AutoTagCause.Event {
  init(_ message: CustomersV1.AutoTagEventKind, field: String) throws(InvalidField) {
    guard let event = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        field, "UNKNOWN_VALUE", "\(field) \(message.rawValue) is not known.", errcode: 40058)
    }
    self = event
  }
}

extension AutoTagEffect {
  /// Without its tags.
  func message(
    _ rule: AutoTagRule, userid: String, externalUserid: String
  ) -> CustomersV1.AutoTagEffect {
    .init(
      ruleID: rule.ruleID, ruleName: rule.name, userid: userid, externalUserid: externalUserid,
      outcome: .init(rawValue: Int32(outcome.rawValue)), reason: reason, applyTime: time.timestamp)
  }

  /// With the tags that nobody touched since.
  func message(
    _ rule: AutoTagRule, tags: TagLookup, in reader: Reader
  ) throws -> CustomersV1.AutoTagEffect {
    var message = message(
      rule, userid: try MemberTable.userid(of: member, in: reader),
      externalUserid: try CustomerTable.externalUserid(of: customer, in: reader))
    let claim = try TagClaimTable.find(
      .rule(rule.key), customer: customer, member: member, in: reader)
    if let claim {
      message.givenTags = try tags.tagIDs(of: claim.given)
      message.takenTags = try tags.tagIDs(of: claim.taken)
    }
    return message
  }
}
