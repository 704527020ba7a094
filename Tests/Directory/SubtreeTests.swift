@testable import Directory
import Fixtures
import ServiceKit
import Store
import Testing

/// The kept rows and counters against what a walk over a plain model finds, after many changes.
@Suite("The kept subtrees", .timeLimit(.minutes(5)))
struct SubtreeTests {
  @Test(
    "Lists and counters stay those of a plain walk, whatever moves, comes and goes",
    arguments: 1...4 as ClosedRange<UInt64>)
  func model(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let database = try Database.open(
      path: "\(folder.path)/directory.db",
      migrations: DirectoryService.migrations)
    try await database.write { writer in
      var model = Model(random: SplitMix(state: seed))
      for step in 1...400 {
        try model.change(in: writer)
        if step % 40 == 0 { try model.compare(in: writer) }
      }
    }
    await database.close()
  }
}

/// A generator whose draws a seed repeats.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The same departments and members as the tables hold, found the slow way.
private struct Model {
  var random: SplitMix
  var parents: [UInt32: UInt32] = [1: 0]
  var workplaces: [String: [UInt32]] = [:]

  init(random: SplitMix) {
    self.random = random
  }

  private func ancestors(of id: UInt32) -> [UInt32] {
    Array(sequence(first: id) { parents[$0].flatMap { $0 == 0 ? nil : $0 } })
  }

  private mutating func someDepartment() -> UInt32 {
    parents.keys.sorted().randomElement(using: &random)!
  }

  private mutating func someWorkplaces() -> [UInt32] {
    let count = Int.random(in: 1...3, using: &random)
    return Array(parents.keys.sorted().shuffled(using: &random).prefix(count))
  }

  mutating func change(in writer: Writer) throws {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2: try addDepartment(in: writer)
    case 3...4: try moveDepartment(in: writer)
    case 5: try deleteDepartment(in: writer)
    case 6...8: try putMember(in: writer)
    default: try deleteMember(in: writer)
    }
  }

  private mutating func addDepartment(in writer: Writer) throws {
    let id = try #require(try DepartmentTable.nextID(in: writer))
    let parent = someDepartment()
    parents[id] = parent
    try DepartmentTable.insert(
      Department(id: id, name: "\(id)", parentid: parent), in: writer)
  }

  private mutating func moveDepartment(in writer: Writer) throws {
    let (id, parent) = (someDepartment(), someDepartment())
    guard id != 1, !ancestors(of: parent).contains(id), let former = parents[id] else { return }
    guard former != parent else { return }
    parents[id] = parent
    try DepartmentTable.update(Department(id: id, name: "\(id)", parentid: parent), in: writer)
    try MemberTable.moveSubtree(of: id, to: parent, in: writer)
    try DepartmentTable.move(id, from: former, to: parent, in: writer)
  }

  private mutating func deleteDepartment(in writer: Writer) throws {
    let id = someDepartment()
    guard id != 1, !parents.values.contains(id),
      !workplaces.values.contains(where: { $0.contains(id) })
    else { return }
    try DepartmentTable.delete(try #require(try DepartmentTable.find(id, in: writer)), in: writer)
    parents[id] = nil
  }

  private mutating func putMember(in writer: Writer) throws {
    let userid = "m\(Int.random(in: 1...60, using: &random))"
    let places = someWorkplaces()
    var member = Member(userid: userid, name: userid, email: "\(userid)@example.com")
    member.createTime = Instant(seconds: 0)
    try member.arrange(departmentIDs: places, isLeader: [], main: 0)
    if let before = try MemberTable.find(userid, in: writer) {
      try MemberTable.update(before, to: member, in: writer)
    } else {
      try MemberTable.insert(member, in: writer)
    }
    workplaces[userid] = places
  }

  private mutating func deleteMember(in writer: Writer) throws {
    guard let userid = workplaces.keys.sorted().randomElement(using: &random) else { return }
    try MemberTable.delete(try #require(try MemberTable.find(userid, in: writer)), in: writer)
    workplaces[userid] = nil
  }

  func compare(in reader: Reader) throws {
    #expect(try DepartmentTable.count(in: reader) == parents.count)
    for id in parents.keys.sorted() {
      let under = parents.keys.filter { ancestors(of: $0).contains(id) }.sorted()
      let departments = try DepartmentTable.subtree(of: id, after: 0, limit: 1000, in: reader)
      #expect(departments.map(\.id) == under)
      let here = workplaces.filter { $0.value.contains(id) }.keys
      let contents = try #require(try DepartmentTable.contents(of: id, in: reader))
      #expect(contents.childCount == parents.values.count { $0 == id })
      #expect(contents.memberCount == here.count)
      let direct = try MemberTable.direct(of: id, after: 0, limit: 1000, in: reader)
      #expect(direct.map(\.member.userid).sorted() == here.sorted())
      let below = workplaces.filter { $0.value.contains { under.contains($0) } }
      let subtree = try MemberTable.subtree(of: id, after: 0, limit: 1000, in: reader)
      #expect(subtree.map(\.member.userid).sorted() == below.keys.sorted())
      #expect(subtree.map(\.key) == subtree.map(\.key).sorted())
      for found in subtree {
        #expect(found.member.departmentIDs == workplaces[found.member.userid])
      }
    }
  }
}
