import RPC
import ServiceKit

/// A department 部门: a node of the corp's tree.
struct Department: Sendable, Equatable {
  static let rootID: UInt32 = 1

  enum Kind: Int, Sendable {
    case unspecified = 0
    case region = 1
    case store = 2
  }

  var id: UInt32
  var name: String
  var nameEn: String = ""
  /// 0 for the root alone.
  var parentid: UInt32
  var order: UInt32 = 0
  var kind: Kind = .unspecified
  /// The franchise owner 加盟商 whose store it is; empty for the corp's own.
  var ownerID: String = ""
  /// Nil for the root, which is made with the corp's file, and until it is created.
  var createTime: Instant?

  /// What stands around the place a department is to take, as the table found it in the
  /// transaction that will put it there.
  struct Surroundings: Sendable, Equatable {
    /// Levels above and including the parent; nil when there is no such parent.
    var parentDepth: Int?
    /// Children (departments and members) the parent has already, not counting this one.
    var siblingCount: Int
    var siblingHasName: Bool
    var isOwnAncestor: Bool
    /// Levels of this department's own subtree, 1 when it has no children.
    var height: Int
  }

  /// What it holds: departments that hang below it, and members that work in it, not further down.
  struct Contents: Sendable, Equatable {
    var childCount: Int
    var memberCount: Int
    /// WeCom's children: both kinds share one limit.
    var count: Int { childCount + memberCount }
  }

  /// An id that a call must name.
  static func checkID(_ id: UInt32, field: String) throws(InvalidField) {
    guard id != 0 else {
      throw InvalidField(field, "REQUIRED", "\(field) is required.", errcode: 41019)
    }
  }

  /// What a caller may say of a department, whether he creates or changes it.
  func checkShape() throws(InvalidField) {
    try Shape.characters(name, 1...64, field: "department.name", errcode: 60001)
    guard !name.unicodeScalars.contains(where: { "\\:*?\"<>｜".unicodeScalars.contains($0) }) else {
      throw InvalidField(
        "department.name", "BAD_NAME", "department.name may not hold \\ : * ? \" < > ｜.",
        errcode: 60009)
    }
    try Shape.characters(nameEn, 0...64, field: "department.name_en", errcode: 60001)
    try checkOwner()
    guard parentid != 0 || id == Self.rootID else {
      throw InvalidField(
        "department.parentid", "REQUIRED", "department.parentid is required.", errcode: 60124)
    }
  }

  /// An owner has stores. What lies under one is his without being said.
  private func checkOwner() throws(InvalidField) {
    guard !ownerID.isEmpty else { return }
    try Shape.id(ownerID, field: "department.owner_id")
    guard kind == .store else {
      throw InvalidField(
        "department.owner_id", "NOT_A_STORE", "department.owner_id: only a store has an owner.")
    }
  }

  /// Whether it may stand where its parentid says, for one that is new or moves.
  func checkPlace(
    _ surroundings: Surroundings, policies: Policies
  ) throws(DepartmentFailure) {
    if id == Self.rootID { throw .isRoot }
    guard let depth = surroundings.parentDepth else { throw .parentNotFound(parentid) }
    if surroundings.isOwnAncestor { throw .cycle(id) }
    try checkName(siblingHasName: surroundings.siblingHasName)
    let deepest = policies[.departmentDepthMax]
    if depth + surroundings.height > deepest { throw .tooDeep(deepest) }
    let most = policies[.departmentChildrenMax]
    if surroundings.siblingCount >= most { throw .tooManyChildren(most) }
  }

  /// Whether it may bear its name among its siblings.
  func checkName(siblingHasName: Bool) throws(DepartmentFailure) {
    if siblingHasName { throw .nameTaken(name) }
  }

  /// Whether it may be deleted.
  func checkDelete(_ contents: Contents) throws(DepartmentFailure) {
    if id == Self.rootID { throw .isRoot }
    if contents.childCount > 0 { throw .hasChildren(id) }
    if contents.memberCount > 0 { throw .hasMembers(id) }
  }
}

enum DepartmentFailure: Failure, Equatable {
  case notFound(UInt32, field: String)
  case parentNotFound(UInt32)
  case idTaken(UInt32)
  case nameTaken(String)
  case tooDeep(Int)
  case tooManyChildren(Int)
  case tooMany(Int)
  case idsExhausted
  case cycle(UInt32)
  case isRoot
  case hasMembers(UInt32)
  case hasChildren(UInt32)

  var code: StatusCode {
    switch self {
    case .notFound, .parentNotFound: .notFound
    case .idTaken, .nameTaken: .alreadyExists
    case .tooManyChildren, .tooMany, .idsExhausted: .resourceExhausted
    case .tooDeep, .cycle, .isRoot, .hasMembers, .hasChildren: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notFound: "DEPARTMENT_NOT_FOUND"
    case .parentNotFound: "PARENT_NOT_FOUND"
    case .idTaken: "DEPARTMENT_ID_TAKEN"
    case .nameTaken: "DEPARTMENT_NAME_TAKEN"
    case .tooDeep: "DEPARTMENT_TOO_DEEP"
    case .tooManyChildren: "TOO_MANY_CHILDREN"
    case .tooMany: "TOO_MANY_DEPARTMENTS"
    case .idsExhausted: "DEPARTMENT_IDS_EXHAUSTED"
    case .cycle: "DEPARTMENT_CYCLE"
    case .isRoot: "DEPARTMENT_IS_ROOT"
    case .hasMembers: "DEPARTMENT_HAS_MEMBERS"
    case .hasChildren: "DEPARTMENT_HAS_CHILDREN"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no department \(id)."
    case .parentNotFound(let id): "There is no department \(id) to be the parent."
    case .idTaken(let id): "There is a department \(id), or there was one."
    case .nameTaken(let name): "A sibling is named '\(name)'."
    case .tooDeep(let most): "The tree would pass \(most) levels."
    case .tooManyChildren(let most): "The parent has \(most) children, as many as it may."
    case .tooMany(let most): "The corp has \(most) departments, as many as it may."
    case .idsExhausted: "The greatest id was given away; give an id with the department."
    case .cycle(let id): "Department \(id) would become its own ancestor."
    case .isRoot: "The root stays, and stays where it is."
    case .hasMembers(let id): "Department \(id) has members."
    case .hasChildren(let id): "Department \(id) has child departments."
    }
  }

  var field: String? {
    switch self {
    case .parentNotFound, .tooManyChildren, .tooDeep, .cycle: "department.parentid"
    case .idTaken, .idsExhausted: "department.id"
    case .nameTaken: "department.name"
    case .notFound(_, let field): field
    case .tooMany, .isRoot, .hasMembers, .hasChildren: nil
    }
  }

  var errcode: Int? {
    switch self {
    case .notFound: 60003
    case .parentNotFound: 60004
    case .idTaken, .nameTaken: 60008
    case .tooDeep: 81002
    case .tooManyChildren: 81001
    case .tooMany: 45024
    case .idsExhausted: nil
    case .cycle: 60010
    case .isRoot: 60007
    case .hasMembers: 60005
    case .hasChildren: 60006
    }
  }
}
