import RPC
import ServiceKit

/// A strategy 规则组: who administers which part of the customers.
struct Strategy: Sendable, Equatable {
  /// What its administrators may, beside the rights that all have. One bit each, for ever.
  struct Privileges: OptionSet, Sendable {
    let rawValue: Int64

    static let all = Privileges(rawValue: 1 << 16 - 1)

    /// The right that has a place in this order.
    static func at(_ place: Int) -> Privileges { Privileges(rawValue: 1 << Int64(place)) }
  }

  /// What a strategy administers: a member, or a department with all under it.
  enum Node: Sendable, Hashable {
    case member(String)
    case department(UInt32)

    func checkShape(field: String) throws(InvalidField) {
      switch self {
      case .member(let userid): try Shape.userid(userid, field: "\(field).userid")
      case .department(let id):
        guard id > 0 else {
          throw InvalidField("\(field).partyid", "OUT_OF_RANGE", "\(field).partyid is from 1.")
        }
      }
    }
  }

  /// The id too: from 1, never given twice.
  var key: Int64 = 0
  /// 0 when it stands under none.
  var parent: Int64 = 0
  var name: String
  var admins: [String]
  /// Its own; of one that stands under another the topmost one's count.
  var privileges = Privileges.all
  var createTime: Instant

  func checkShape(policies: Policies) throws(InvalidField) {
    guard parent >= 0 else {
      throw InvalidField("strategy.parent_id", "NEGATIVE", "strategy.parent_id is negative.")
    }
    try Self.checkName(name, policies)
    try Self.checkAdmins(admins, policies)
  }

  static func checkName(_ name: String, _ policies: Policies) throws(InvalidField) {
    try Shape.characters(
      name, 1...policies[.strategyNameCharactersMax], field: "strategy.strategy_name",
      errcode: 40058)
  }

  static func checkAdmins(_ admins: [String], _ policies: Policies) throws(InvalidField) {
    let field = "strategy.admin_list"
    try Shape.items(
      admins.count, 1...policies[.strategyAdminsMax], field: field, errcode: 40058)
    for userid in admins { try Shape.userid(userid, field: field) }
  }

  static func checkNodes(
    _ nodes: [Node], least: Int, field: String, _ policies: Policies
  ) throws(InvalidField) {
    try Shape.items(
      nodes.count, least...policies[.strategyNodesPerCallMax], field: field, errcode: 40058)
    for node in nodes { try node.checkShape(field: field) }
  }

  static func checkID(_ id: Int64, field: String) throws(InvalidField) {
    guard id > 0 else {
      throw InvalidField(
        field, id == 0 ? "REQUIRED" : "NEGATIVE",
        id == 0 ? "\(field) is required." : "\(field) is negative.", errcode: 40058)
    }
  }
}

enum StrategyFailure: Failure, Equatable {
  case notFound(Int64, field: String)
  case tooMany(Int)
  case tooDeep(Int)
  case outsideParent(Strategy.Node, field: String)
  case rangeEmpty(Int64)
  case tooManyNodes(Int)
  case hasChildren(Int64)
  case notFirstLevel(Int64)
  case unknownMember(String, field: String)
  case departmentNotFound(UInt32, field: String)
  case memberOutOfRange(userid: String, tagID: String)

  var code: StatusCode {
    switch self {
    case .notFound, .departmentNotFound: .notFound
    case .tooMany, .tooManyNodes: .resourceExhausted
    case .unknownMember: .invalidArgument
    case .tooDeep, .outsideParent, .rangeEmpty, .hasChildren, .notFirstLevel, .memberOutOfRange:
      .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notFound: "STRATEGY_NOT_FOUND"
    case .tooMany: "TOO_MANY_STRATEGIES"
    case .tooDeep: "STRATEGY_TOO_DEEP"
    case .outsideParent: "RANGE_OUTSIDE_PARENT"
    case .rangeEmpty: "RANGE_EMPTY"
    case .tooManyNodes: "TOO_MANY_RANGE_NODES"
    case .hasChildren: "STRATEGY_HAS_CHILDREN"
    case .notFirstLevel: "STRATEGY_NOT_FIRST_LEVEL"
    case .unknownMember: "MEMBER_UNKNOWN"
    case .departmentNotFound: "DEPARTMENT_NOT_FOUND"
    case .memberOutOfRange: "MEMBER_OUT_OF_STRATEGY"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no strategy \(id)."
    case .tooMany(let most): "The corp has \(most) strategies, as many as it may."
    case .tooDeep(let most): "Strategies stand at most \(most) levels deep."
    case .outsideParent(.member(let userid), _): "The parent does not administer '\(userid)'."
    case .outsideParent(.department(let id), _): "The parent does not administer department \(id)."
    case .rangeEmpty(let id): "Nothing would be left of the range of strategy \(id)."
    case .tooManyNodes(let most): "The range would have more than \(most) nodes."
    case .hasChildren(let id): "Others stand under strategy \(id)."
    case .notFirstLevel(let id): "Strategy \(id) stands under another, and has no tags."
    case .unknownMember(let userid, _): "Directory knows no member '\(userid)'."
    case .departmentNotFound(let id, _): "Directory knows no department \(id)."
    case .memberOutOfRange(let userid, let tagID):
      "'\(userid)' is not in the range of the strategy of the tag '\(tagID)'."
    }
  }

  var field: String? {
    switch self {
    case .notFound(_, let field), .outsideParent(_, let field), .unknownMember(_, let field),
      .departmentNotFound(_, let field):
      field
    case .tooDeep: "strategy.parent_id"
    case .hasChildren, .notFirstLevel: "strategy_id"
    case .tooMany, .rangeEmpty, .tooManyNodes, .memberOutOfRange: nil
    }
  }

  var errcode: Int? {
    switch self {
    case .unknownMember: 40003
    case .departmentNotFound: 60003
    default: nil
    }
  }
}
