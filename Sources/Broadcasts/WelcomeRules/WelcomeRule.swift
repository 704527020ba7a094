import RPC
import ServiceKit

/// By which part of its scope a rule holds, the nearest first.
enum WelcomeReach: Int, Sendable, CaseIterable {
  case configID = 1
  case state = 2
  case userid = 3
  case department = 4
  case corp = 5
}

/// For whom a rule holds: for each adding that one of its parts names.
struct WelcomeScope: Sendable, Equatable, Codable {
  var configIDs: [String] = []
  var states: [String] = []
  var userids: [String] = []
  var departmentIDs: [UInt32] = []
  var isCorp = false

  /// A part as it is looked up: by its reach and a name, which the corp has none of.
  struct Name: Sendable, Hashable {
    let reach: WelcomeReach
    let text: String

    init(_ reach: WelcomeReach, _ text: String) {
      self.reach = reach
      self.text = text
    }
  }

  init(
    configIDs: [String] = [], states: [String] = [], userids: [String] = [],
    departmentIDs: [UInt32] = [], isCorp: Bool = false
  ) {
    self.configIDs = configIDs
    self.states = states
    self.userids = userids
    self.departmentIDs = departmentIDs
    self.isCorp = isCorp
  }

  /// All its parts, each once.
  var names: Set<Name> {
    var names = Set(configIDs.map { Name(.configID, $0) })
    names.formUnion(states.map { Name(.state, $0) })
    names.formUnion(userids.map { Name(.userid, $0.lowercased()) })
    names.formUnion(departmentIDs.map { Name(.department, String($0)) })
    if isCorp { names.insert(Name(.corp, "")) }
    return names
  }

  func checkShape(field: String, policies: Policies) throws(InvalidField) {
    let count = configIDs.count + states.count + userids.count + departmentIDs.count
    try Shape.items(
      count + (isCorp ? 1 : 0), 1...policies[.welcomeScopeNamesMax], field: field)
    for id in configIDs { try Shape.id(id, field: "\(field).config_ids") }
    for state in states {
      try Shape.characters(
        state, 1...policies[.stateCharactersMax], field: "\(field).states")
    }
    for userid in userids { try Shape.userid(userid, field: "\(field).userids") }
    for id in departmentIDs where id == 0 {
      throw InvalidField(
        "\(field).department_ids", "OUT_OF_RANGE", "\(field).department_ids holds a 0.",
        errcode: 40066)
    }
  }
}

/// What is said to a customer who was just added 欢迎语规则, and for whom it holds.
struct WelcomeRule: Sendable, Equatable {
  var key: Int64 = 0
  let id: String
  var name: String
  var scope: WelcomeScope
  /// What is said; a row that never changes, since what was decided keeps it.
  var contentKey: Int64
  var createTime: Instant
  var updateTime: Instant

  private static let nameCharacters = 64

  static func checkID(_ id: String, field: String) throws(InvalidField) {
    try Shape.id(id, field: field)
  }

  static func checkName(_ name: String, field: String) throws(InvalidField) {
    try Shape.characters(name, 1...nameCharacters, field: field)
  }

  /// Whether one more may be created in a corp that has `count`.
  static func checkRoom(besides count: Int, policies: Policies) throws(WelcomeRuleFailure) {
    let most = policies[.welcomeRulesMax]
    if count >= most { throw .tooMany(most) }
  }
}

extension Content {
  /// A welcome may say what a broadcast may, but for what is a broadcast's alone.
  func checkWelcome(field: String, policies: Policies) throws(InvalidField) {
    try checkShape(field: field, policies: policies)
    try checkVariables(field: field, chatType: .single)
    for variable in [Variable.broadcastName, .linkCode] where variables.contains(variable) {
      throw InvalidField(
        field, "UNKNOWN_VARIABLE",
        "\(field) names '{{\(variable.rawValue)}}', which is no variable of a welcome.",
        errcode: 40058)
    }
  }
}

enum WelcomeRuleFailure: Failure, Equatable {
  case notFound(String, field: String)
  case scopeTaken(WelcomeScope.Name, by: String)
  case tooMany(Int)
  case none(String)

  var code: StatusCode {
    switch self {
    case .notFound, .none: .notFound
    case .scopeTaken: .alreadyExists
    case .tooMany: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "WELCOME_RULE_NOT_FOUND"
    case .scopeTaken: "WELCOME_SCOPE_TAKEN"
    case .tooMany: "TOO_MANY_WELCOME_RULES"
    case .none: "NO_WELCOME_RULE"
    }
  }

  var field: String? {
    switch self {
    case .notFound(_, let field): field
    case .scopeTaken(let name, _):
      switch name.reach {
      case .configID: "welcome_rule.scope.config_ids"
      case .state: "welcome_rule.scope.states"
      case .userid: "welcome_rule.scope.userids"
      case .department: "welcome_rule.scope.department_ids"
      case .corp: "welcome_rule.scope.is_corp"
      }
    case .tooMany, .none: nil
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no welcome rule '\(id)'."
    case .scopeTaken(let name, let id):
      name.reach == .corp
        ? "Rule '\(id)' holds for the corp." : "Rule '\(id)' holds for '\(name.text)'."
    case .tooMany(let most): "The corp has \(most) welcome rules, as many as it may."
    case .none(let userid): "No welcome rule holds for customers of '\(userid)'."
    }
  }

  var metadata: [String: String] {
    if case .scopeTaken(_, let id) = self { ["rule_id": id] } else { [:] }
  }
}
