import Directory
import Fixtures
import Logging
import Messages
import RPC
import ServiceKit
import Store
import Testing

@testable import Customers

@Suite("The roster", .timeLimit(.minutes(5)))
struct RosterTests {
  @Test("What directory held before is taken over: the tree, the members, the time zone")
  func takenOver() async throws {
    try await withRoster(before: { try await $0.build() }) { scene in
      try await scene.until { try $0.members(under: 1) == ["a", "b", "c"] }
      #expect(try scene.roster.members(under: 10) == ["a", "b"])
      #expect(try scene.roster.members(under: 12) == ["b"])
      #expect(try scene.roster.members(under: 99) == [])
      #expect(try scene.roster.timeZone() == "Europe/Berlin")
      #expect(try scene.roster.member("A")?.status == .activated)
    }
  }

  @Test("What changes there changes here: members come, move, stop and go; departments move")
  func followed() async throws {
    try await withRoster { scene in
      try await scene.until { try $0.isEmpty() && $0.hasDepartment(1) }
      try await scene.build()
      try await scene.until { try $0.members(under: 1) == ["a", "b", "c"] }
      try await scene.update(.init(userid: "a", departmentIDs: [12], status: .disabled))
      try await scene.until {
        try $0.members(under: 12) == ["a", "b"] && $0.member("a")?.status == .disabled
      }
      _ = try await scene.departments.updateDepartment(
        .init(department: .init(id: 12, parentid: 1)))
      try await scene.until { try $0.members(under: 10) == [] }
      _ = try await scene.members.deleteMember(.init(userid: "b"))
      try await scene.until { try $0.members(under: 12) == ["a"] && $0.member("b") == nil }
      _ = try await scene.departments.deleteDepartment(.init(id: 11))
      try await scene.until { try !$0.hasDepartment(11) }
    }
  }

  @Test("What was deleted while nobody listened, and left the feed, is gone after a taking over")
  func forgotten() async throws {
    try await withRoster { scene in
      try await scene.build()
      try await scene.until { try $0.members(under: 1) == ["a", "b", "c"] }
      await scene.stopFollowing()
      _ = try await scene.members.deleteMember(.init(userid: "a"))
      // A week and more later the feed no longer holds it.
      scene.directory.clock.advance(seconds: 10 * 86_400)
      for _ in 0..<2 {
        _ = try await scene.departments.updateDepartment(
          .init(department: .init(id: 11, order: UInt32.random(in: 1...1_000_000))))
      }
      scene.startFollowing()
      try await scene.until { try $0.members(under: 1) == ["b", "c"] }
    }
  }

  @Test("A member of the roster without relations is one without customers, as before")
  func withoutCustomers() async throws {
    try await withRoster { scene in
      try await scene.build()
      try await scene.until { try $0.members(under: 1) == ["a", "b", "c"] }
      await scene.stopFollowing()
      let customers = try await RunningService.start(
        CustomersService.self, in: scene.folder, peers: [scene.directory])
      await expectFailure(.notFound, "MEMBER_WITHOUT_CUSTOMERS", field: "userid", errcode: 84061) {
        try await CustomersV1.RelationServiceClient(customers.channel)
          .listRelations(.init(userid: "a"))
      }
      await customers.stop()
    }
  }
}

/// A directory, and the customers' side that follows it.
private final class RosterScene {
  let directory: RunningService
  let folder: TemporaryFolder
  private var context: CustomersContext?

  init(_ directory: RunningService) throws {
    self.directory = directory
    folder = try TemporaryFolder()
  }

  var departments: DirectoryV1.DepartmentServiceClient { .init(directory.channel) }
  var members: DirectoryV1.MemberServiceClient { .init(directory.channel) }

  /// 10 with 11 and 12 under it; a in 11, b in 12, c in the root; days as in Berlin.
  func build() async throws {
    for (id, parent) in [(10, 1), (11, 10), (12, 10)] as [(UInt32, UInt32)] {
      _ = try await departments.createDepartment(
        .init(department: .init(id: id, name: "部门 \(id)", parentid: parent)))
    }
    for (userid, department) in [("a", 11), ("b", 12), ("c", 1)] as [(String, UInt32)] {
      _ = try await members.createMember(
        .init(member: .sample(userid, departmentIDs: [department])))
    }
    _ = try await DirectoryV1.CorpServiceClient(directory.channel).updateCorp(
      .init(corp: .init(timeZone: "Europe/Berlin")))
  }

  func update(_ member: DirectoryV1.Member) async throws {
    _ = try await members.updateMember(.init(member: member))
  }

  func startFollowing() {
    let context = CustomersContext(
      name: "customers",
      corps: Corps(folder: folder.path + "/customers", migrations: CustomersService.migrations),
      clock: .system, policies: Policies(), peers: Peers(["directory": directory.openChannel()]))
    context.follow(CustomersRoster())
    context.followers.start(log: Logger(label: "roster"))
    self.context = context
  }

  func stopFollowing() async {
    guard let context else { return }
    self.context = nil
    await context.followers.stop()
    await context.peers.close()
    await context.corps.close()
  }

  var roster: Roster {
    get throws { Roster(database: try context!.corps.database(of: "demo")) }
  }

  func until(_ isWanted: (Roster) throws -> Bool) async throws {
    let roster = try roster
    while true {
      let seen = roster.database.commitCount
      if try isWanted(roster) { return }
      _ = try await roster.database.commit(after: seen)
    }
  }
}

/// The roster as it stands.
private struct Roster {
  let database: Database

  func isEmpty() throws -> Bool { try database.read(RosterTable.isEmpty(in:)) }

  func timeZone() throws -> String { try database.read(RosterTable.timeZone(in:)) }

  func hasDepartment(_ id: UInt32) throws -> Bool {
    try database.read { try RosterTable.hasDepartment(id, in: $0) }
  }

  func member(_ userid: String) throws -> RosterMember? {
    try database.read { try RosterTable.find(userid, in: $0) }
  }

  func members(under department: UInt32) throws -> [String] {
    try database.read { reader in
      try RosterTable.members(under: department, limit: 1000, in: reader)
        .map { try MemberTable.userid(of: $0, in: reader) }.sorted()
    }
  }
}

/// `before` runs while nobody follows.
private func withRoster(
  before: (RosterScene) async throws -> Void = { _ in },
  _ body: (RosterScene) async throws -> Void
) async throws {
  try await withService(DirectoryService.self) { directory in
    let scene = try RosterScene(directory)
    try await before(scene)
    scene.startFollowing()
    do {
      try await body(scene)
    } catch {
      await scene.stopFollowing()
      throw error
    }
    await scene.stopFollowing()
  }
}
