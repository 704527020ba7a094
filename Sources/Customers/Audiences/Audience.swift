import RPC
import ServiceKit

/// An audience 人群 as a caller describes it: in public ids.
struct Audience: Sendable, Equatable {
  /// Any of these tags, all of the named group.
  struct AnyOf: Sendable, Equatable {
    var tagIDs: [String]
    /// Empty when not named.
    var groupID: String = ""
  }

  /// What a relation may meet.
  enum Condition: Sendable, Equatable {
    case tags([String])
    case members(userids: [String], departmentIDs: [UInt32])
    case customers([String])
    case addWays([Int32])
    case states([String])
    case addTime(Window)
    case lastChatTime(Window)
    case interactions(InteractionBounds)
    case attribute(AttributeFilter)
    case sources(SourceCondition)
  }

  /// How much the two, or the customer and anybody, had to do with each other in the last days.
  struct InteractionBounds: Sendable, Equatable {
    var sum: InteractionSum
    var atLeast: Int64 = 0
    /// Nil: no bound.
    var atMost: Int64?
    /// With all members, and not with the relation's alone.
    var isOfCustomer = false
  }

  /// From one moment until before another; an end that is nil is open.
  struct Window: Sendable, Equatable {
    var start: Instant?
    var end: Instant?

    var microseconds: Range<Int64> {
      (start?.microseconds ?? .min)..<(end?.microseconds ?? .max)
    }
  }

  /// Each once, in the order given.
  let externalUserids: [String]
  let groups: [AnyOf]
  let userids: [String]
  let departmentIDs: [UInt32]
  let allOf: [[Condition]]
  let noneOf: [Condition]

  init(
    externalUserids: [String] = [], groups: [AnyOf] = [], userids: [String] = [],
    departmentIDs: [UInt32] = [], allOf: [[Condition]] = [], noneOf: [Condition] = []
  ) {
    var seen: Set<String> = []
    self.externalUserids = externalUserids.filter { seen.insert($0).inserted }
    // Who is named is meant, whatever he carries.
    self.groups = externalUserids.isEmpty ? groups : []
    self.userids = userids
    self.departmentIDs = departmentIDs
    self.allOf = allOf
    self.noneOf = noneOf
  }

  /// The audience of those named, without the conditions that may leave some of them out.
  var unconditional: Audience {
    Audience(externalUserids: externalUserids, userids: userids, departmentIDs: departmentIDs)
  }

  /// The audience without those it leaves out by `noneOf`: perhaps more.
  var withoutExclusions: Audience {
    Audience(
      externalUserids: externalUserids, groups: groups, userids: userids,
      departmentIDs: departmentIDs, allOf: allOf)
  }

  /// Whether some members are allowed as senders, not all.
  var restrictsSenders: Bool { !userids.isEmpty || !departmentIDs.isEmpty }

  func checkShape(policies: Policies) throws {
    try Self.checkCustomers(externalUserids, 0, Field.externalUserids, policies)
    try Self.checkMembers(userids, departmentIDs, "audience", policies)
    try Shape.items(
      groups.count, 0...policies[.audienceTagGroupsMax], field: Field.groups, errcode: 40058)
    for group in groups {
      try Self.checkTags(group.tagIDs, Field.tags)
      if !group.groupID.isEmpty {
        try Shape.id(group.groupID, field: Field.groupID, errcode: 40068)
      }
    }
    let most = policies[.audienceConditionsMax]
    try Shape.items(allOf.count, 0...most, field: Field.allOf, errcode: 40058)
    try Shape.items(noneOf.count, 0...most, field: Field.noneOf, errcode: 40058)
    for (number, clause) in allOf.enumerated() {
      try Shape.items(clause.count, 1...most, field: Field.clause(number), errcode: 40058)
    }
    try eachCondition { condition, field in try condition.checkShape(field, policies) }
  }

  /// Gives the conditions of all_of and none_of, each with its field's path.
  func eachCondition(_ body: (Condition, String) throws -> Void) rethrows {
    for (clause, conditions) in allOf.enumerated() {
      for (number, condition) in conditions.enumerated() {
        try body(condition, Field.condition(clause, number))
      }
    }
    for (number, condition) in noneOf.enumerated() {
      try body(condition, Field.exclusion(number))
    }
  }

  /// The fields of the message, as failures name them.
  enum Field {
    static let externalUserids = "audience.external_userids"
    static let groups = "audience.tag_filter.group_list"
    static let tags = "audience.tag_filter.group_list.tag_list"
    static let groupID = "audience.tag_filter.group_list.group_id"
    static let departments = "audience.department_ids"
    static let allOf = "audience.all_of"
    static let noneOf = "audience.none_of"

    static func clause(_ clause: Int) -> String { "\(allOf)[\(clause)].any_of" }
    static func condition(_ clause: Int, _ number: Int) -> String {
      "\(self.clause(clause))[\(number)]"
    }
    static func exclusion(_ number: Int) -> String { "\(noneOf)[\(number)]" }
  }
}

extension Audience {
  fileprivate static func checkCustomers(
    _ ids: [String], _ least: Int, _ field: String, _ policies: Policies
  ) throws(InvalidField) {
    try Shape.items(
      ids.count, least...policies[.broadcastExternalUseridsMax], field: field, errcode: 40058)
    for id in ids { try Customer.checkID(id, field: field) }
  }

  fileprivate static func checkTags(_ ids: [String], _ field: String) throws(InvalidField) {
    try Shape.items(ids.count, 1...1000, field: field, errcode: 41111)
    for id in ids { try Shape.id(id, field: field, errcode: 40068) }
  }

  fileprivate static func checkMembers(
    _ userids: [String], _ departmentIDs: [UInt32], _ field: String, _ policies: Policies
  ) throws(InvalidField) {
    try Shape.items(
      userids.count, 0...policies[.audienceUseridsMax], field: "\(field).userids", errcode: 40058)
    for userid in userids { try Shape.userid(userid, field: "\(field).userids") }
    try Shape.items(
      departmentIDs.count, 0...policies[.audienceDepartmentsMax], field: "\(field).department_ids",
      errcode: 40058)
  }
}

extension Audience.Condition {
  fileprivate func checkShape(_ field: String, _ policies: Policies) throws(InvalidField) {
    switch self {
    case .tags(let ids): try Audience.checkTags(ids, "\(field).tags.tag_ids")
    case .members(let userids, let departmentIDs):
      guard !userids.isEmpty || !departmentIDs.isEmpty else {
        throw InvalidField(
          "\(field).members", "REQUIRED", "\(field).members names nobody.", errcode: 40058)
      }
      try Audience.checkMembers(userids, departmentIDs, "\(field).members", policies)
    case .customers(let ids):
      try Audience.checkCustomers(ids, 1, "\(field).customers.external_userids", policies)
    case .addWays(let ways):
      try Shape.items(
        ways.count, 1...policies[.audienceValuesMax], field: "\(field).add_ways.add_ways",
        errcode: 40058)
    case .states(let states):
      let field = "\(field).states.states"
      try Shape.items(
        states.count, 1...policies[.audienceValuesMax], field: field, errcode: 40058)
      for state in states {
        try Shape.characters(
          state, 0...policies[.stateCharactersMax], field: field, errcode: 40058)
      }
    case .addTime(let window): try window.checkShape("\(field).add_time")
    case .lastChatTime(let window): try window.checkShape("\(field).last_chat_time")
    case .interactions(let bounds): try bounds.checkShape("\(field).interactions", policies)
    case .attribute(let filter): try filter.checkShape("\(field).attribute", policies)
    case .sources(let sources): try sources.checkShape("\(field).sources", policies)
    }
  }
}

extension Audience.Window {
  func checkShape(_ field: String) throws(InvalidField) {
    guard start != nil || end != nil else {
      throw InvalidField(field, "REQUIRED", "\(field) has neither start_time nor end_time.")
    }
    if let start, let end, end <= start {
      throw InvalidField(
        "\(field).end_time", "NOT_AFTER_START", "\(field).end_time is not after start_time.")
    }
  }
}

extension Audience.InteractionBounds {
  fileprivate func checkShape(_ field: String, _ policies: Policies) throws(InvalidField) {
    try sum.checkShape(field, policies: policies)
    guard atLeast >= 0 else {
      throw InvalidField("\(field).at_least", "NEGATIVE", "\(field).at_least is negative.")
    }
    guard atLeast > 0 || atMost != nil else {
      throw InvalidField(field, "REQUIRED", "\(field) has neither at_least nor at_most.")
    }
    if let atMost, atMost < atLeast {
      throw InvalidField(
        "\(field).at_most", "LESS_THAN_LEAST", "\(field).at_most is less than at_least.")
    }
  }
}

/// A relation that fits an audience: its member may be the customer's sender.
struct Candidate: Sendable, Equatable {
  var member: Int64
  /// Microseconds; 0 when the two never chatted.
  var lastChatTime: Int64
  /// Microseconds.
  var createTime: Int64

  /// Whether the customer is to be reached through this member and not through another: who chatted
  /// with him last, then who added him last, then the smallest userid.
  func comesBefore(
    _ other: Candidate, userid: (Int64) throws -> String
  ) rethrows -> Bool {
    if lastChatTime != other.lastChatTime { return lastChatTime > other.lastChatTime }
    if createTime != other.createTime { return createTime > other.createTime }
    return try userid(member).lowercased() < userid(other.member).lowercased()
  }
}

enum AudienceFailure: Failure, Equatable {
  case departmentNotFound(UInt32, field: String)

  var code: StatusCode { .notFound }
  var reason: String { "DEPARTMENT_NOT_FOUND" }
  var errcode: Int? { 60003 }

  var field: String? {
    switch self {
    case .departmentNotFound(_, let field): field
    }
  }

  var message: String {
    switch self {
    case .departmentNotFound(let id, _): "Directory knows no department \(id)."
    }
  }
}
