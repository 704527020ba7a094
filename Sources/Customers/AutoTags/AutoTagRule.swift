import RPC
import ServiceKit

/// A rule that gives and takes tags when something happens 自动标签.
struct AutoTagRule: Sendable, Equatable {
  var key: Int64 = 0
  let ruleID: String
  var name: String
  var order: UInt32
  var isEnabled: Bool
  var trigger: AutoTagTrigger.Kind
  /// Trigger, range and tags as its caller gave them, packed.
  var definition: [UInt8]
  /// Relations it came to.
  var appliedCount: Int64 = 0
  var createTime: Instant
  var updateTime: Instant

  static func checkID(_ id: String, field: String) throws(InvalidField) {
    try Shape.id(id, field: field)
  }

  static func checkName(_ name: String, policies: Policies) throws(InvalidField) {
    try Shape.characters(
      name, 1...policies[.autoTagRuleNameCharactersMax], field: "rule.name", errcode: 40058)
  }

  /// Whether one more may be made in a corp that has `count`.
  static func checkRoom(besides count: Int, policies: Policies) throws(AutoTagFailure) {
    let most = policies[.autoTagRulesMax]
    if count >= most { throw .tooMany(most) }
  }
}

/// What sets a rule off.
enum AutoTagTrigger: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case added = 1
    case interactions = 2
    case event = 3
  }

  /// Each list that is not empty must hold what the customer came by.
  case added(configIDs: [String], addWays: [Int32], states: [String])
  case interactions(InteractionSum, atLeast: Int64)
  /// No keys: any.
  case event(AutoTagCause.Event, keys: [String])

  var kind: Kind {
    switch self {
    case .added: .added
    case .interactions: .interactions
    case .event: .event
    }
  }

  /// Whether what happened may set it off. How many interactions there were is for the counters.
  func isMet(by cause: AutoTagCause) -> Bool {
    func holds<Value: Equatable>(_ list: [Value], _ value: Value) -> Bool {
      list.isEmpty || list.contains(value)
    }
    return switch (self, cause) {
    case (.added(let configIDs, let addWays, let states), .added(let configID, let way, let state)):
      holds(configIDs, configID) && holds(addWays, way) && holds(states, state)
    case (.interactions(let sum, _), .interactions(let grown)):
      sum.counters.contains(where: grown.contains)
    case (.event(let event, let keys), .event(let happened, let key)):
      event == happened && holds(keys, key)
    default: false
    }
  }

  fileprivate func checkShape(_ policies: Policies) throws(InvalidField) {
    let most = policies[.autoTagValuesMax]
    switch self {
    case .added(let configIDs, let addWays, let states):
      let field = "rule.trigger.relation_added"
      try Shape.items(configIDs.count, 0...most, field: "\(field).config_ids", errcode: 40058)
      for id in configIDs {
        try Shape.id(id, field: "\(field).config_ids", errcode: 41044)
      }
      try Shape.items(addWays.count, 0...most, field: "\(field).add_ways", errcode: 40058)
      try Shape.items(states.count, 0...most, field: "\(field).states", errcode: 40058)
      for state in states {
        try Shape.characters(
          state, 0...policies[.stateCharactersMax], field: "\(field).states", errcode: 40058)
      }
    case .interactions(let sum, let atLeast):
      let field = "rule.trigger.interactions"
      try sum.checkShape(field, policies: policies)
      guard atLeast >= 1 else {
        throw InvalidField(
          "\(field).at_least", "OUT_OF_RANGE", "\(field).at_least is less than 1.", errcode: 40058)
      }
    case .event(_, let keys):
      let field = "rule.trigger.event.keys"
      try Shape.items(keys.count, 0...most, field: field, errcode: 40058)
      for key in keys { try Shape.bytes(key, 1...64, field: field, errcode: 40058) }
    }
  }
}

/// Something that happened between a member and a customer.
enum AutoTagCause: Sendable, Equatable {
  enum Event: Int, Sendable {
    case groupJoined = 1
    case converted = 2
  }

  /// `configID` is empty when no contact way brought him.
  case added(configID: String, addWay: Int32, state: String)
  /// These counters grew.
  case interactions(Set<InteractionCounter>)
  case event(Event, key: String)
}

/// What a rule says: when, whose relations, which tags.
struct AutoTagTerms: Sendable, Equatable {
  let trigger: AutoTagTrigger
  /// With `departmentIDs` both empty: every member's relations.
  let userids: [String]
  let departmentIDs: [UInt32]
  let addTags: [String]
  let removeTags: [String]

  func checkShape(policies: Policies) throws(InvalidField) {
    try trigger.checkShape(policies)
    try Shape.items(
      userids.count, 0...policies[.autoTagUseridsMax], field: "rule.range.userids", errcode: 40058)
    for userid in userids { try Shape.userid(userid, field: "rule.range.userids") }
    try Shape.items(
      departmentIDs.count, 0...policies[.autoTagDepartmentsMax],
      field: "rule.range.department_ids", errcode: 40058)
    let most = policies[.autoTagTagsMax]
    try Shape.items(addTags.count, 0...most, field: "rule.add_tags", errcode: 41111)
    try Shape.items(removeTags.count, 0...most, field: "rule.remove_tags", errcode: 41111)
    guard !addTags.isEmpty || !removeTags.isEmpty else {
      throw InvalidField(
        "rule.add_tags", "REQUIRED", "rule.add_tags and rule.remove_tags are both empty.",
        errcode: 40058)
    }
    if let both = Set(addTags).intersection(removeTags).min() {
      throw InvalidField(
        "rule.remove_tags", "TAG_IN_BOTH",
        "'\(both)' is in rule.add_tags and in rule.remove_tags.", errcode: 40058)
    }
  }
}

/// What became of a relation that a rule came to.
struct AutoTagEffect: Sendable, Equatable {
  enum Outcome: Int, Sendable {
    case changed = 1
    case unchanged = 2
    case failed = 3
  }

  let rule: Int64
  let customer: Int64
  let member: Int64
  var outcome: Outcome
  /// Why it failed.
  var reason = ""
  let time: Instant
}

enum AutoTagFailure: Failure, Equatable {
  case notFound(String, field: String)
  case nameTaken(String)
  case tooMany(Int)
  case enabled(String)
  case beingUndone(String, field: String)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .nameTaken: .alreadyExists
    case .tooMany: .resourceExhausted
    case .enabled, .beingUndone: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notFound: "AUTO_TAG_RULE_NOT_FOUND"
    case .nameTaken: "AUTO_TAG_RULE_NAME_TAKEN"
    case .tooMany: "TOO_MANY_AUTO_TAG_RULES"
    case .enabled: "AUTO_TAG_RULE_ENABLED"
    case .beingUndone: "AUTO_TAG_RULE_BEING_UNDONE"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no auto-tag rule '\(id)'."
    case .nameTaken(let name): "Another auto-tag rule is named '\(name)'."
    case .tooMany(let most): "The corp has \(most) auto-tag rules, as many as it may."
    case .enabled(let id): "The auto-tag rule '\(id)' is enabled: what it does would go on."
    case .beingUndone(let id, _): "What the auto-tag rule '\(id)' did is being taken back."
    }
  }

  var field: String? {
    switch self {
    case .notFound(_, let field), .beingUndone(_, let field): field
    case .nameTaken: "rule.name"
    case .tooMany: nil
    case .enabled: "rule_id"
    }
  }

  /// WeCom's open API has no such rules, and no codes for them.
  var errcode: Int? { nil }
}
