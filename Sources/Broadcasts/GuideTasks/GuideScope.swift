/// The corp's departments as they lie under one another.
struct DepartmentTree: Sendable {
  /// The root of every corp.
  static let root: UInt32 = 1

  private let parents: [UInt32: UInt32]
  private let children: [UInt32: [UInt32]]

  /// `parents` holds who lies directly under whom; the root under 0.
  init(parents: [UInt32: UInt32]) {
    self.parents = parents
    children = Dictionary(grouping: parents.keys) { parents[$0]! }
  }

  func contains(_ department: UInt32) -> Bool {
    department == Self.root || parents[department] != nil
  }

  /// What a department lies under; 0 for nothing.
  func parent(of department: UInt32) -> UInt32 { parents[department] ?? 0 }

  /// A department and all under it. While old changes are told again the tree may pass through a
  /// circle, which ends here too.
  func subtree(of department: UInt32) -> Set<UInt32> {
    var found: Set = [department]
    var waiting = [department]
    while let next = waiting.popLast() {
      for child in children[next] ?? [] where found.insert(child).inserted { waiting.append(child) }
    }
    return found
  }

  /// Departments and all above them, by their ids.
  func lineage(of departments: Set<UInt32>) -> [UInt32] {
    var found: Set<UInt32> = []
    for department in departments {
      var next = department
      while next > 0, found.insert(next).inserted { next = parent(of: next) }
    }
    return found.sorted()
  }
}

/// Who has a guide task, and in which departments each counts: frozen when the task is created.
struct GuideScope: Sendable {
  let tree: DepartmentTree
  /// By the members' keys, where each works as far as the task is meant for it.
  private(set) var places: [Int64: Set<UInt32>] = [:]

  init(tree: DepartmentTree) {
    self.tree = tree
  }

  mutating func add(_ member: Int64, in departments: some Sequence<UInt32>) {
    places[member, default: []].formUnion(departments)
  }

  func checkSize(max: Int) throws(GuideTaskFailure) {
    if places.isEmpty { throw .nobodyInScope }
    if places.count > max { throw .tooManyMembers(max) }
  }

  /// The members by their keys, each with the departments that count him.
  func members() -> [(member: Int64, lineage: [UInt32])] {
    places.keys.sorted().map { ($0, tree.lineage(of: places[$0]!)) }
  }
}
