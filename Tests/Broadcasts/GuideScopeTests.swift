@testable import Broadcasts
import Fixtures
import ServiceKit
import Store
import Testing

@Suite("The scope of guide tasks", .timeLimit(.minutes(5)))
struct GuideScopeTests {
  private let tree = DepartmentTree(parents: [1: 0, 10: 1, 20: 1, 101: 10, 102: 10, 201: 20])

  @Test("A department holds all under it, and lies under all above it")
  func nesting() {
    #expect(tree.subtree(of: 1) == [1, 10, 20, 101, 102, 201])
    #expect(tree.subtree(of: 10) == [10, 101, 102])
    #expect(tree.subtree(of: 999) == [999])
    #expect(tree.lineage(of: [101]) == [1, 10, 101])
    #expect(tree.lineage(of: [102, 201]) == [1, 10, 20, 102, 201])
    #expect(tree.lineage(of: [999]) == [999])
    #expect(tree.contains(1) && tree.contains(201) && !tree.contains(999))
    #expect(DepartmentTree(parents: [:]).contains(1))
  }

  @Test("A tree that passes through a circle ends where it began")
  func circle() {
    let circle = DepartmentTree(parents: [10: 20, 20: 30, 30: 10])
    #expect(circle.subtree(of: 10) == [10, 20, 30])
    #expect(circle.lineage(of: [20]) == [10, 20, 30])
  }

  @Test("A member has the task once, counted where he works as far as it is meant for it")
  func members() throws {
    var scope = GuideScope(tree: tree)
    #expect(throws: GuideTaskFailure.nobodyInScope) { try scope.checkSize(max: 9) }
    scope.add(7, in: [102])
    scope.add(3, in: [101])
    scope.add(7, in: [101])
    let members = scope.members()
    #expect(members.map(\.member) == [3, 7])
    #expect(members.map(\.lineage) == [[1, 10, 101], [1, 10, 101, 102]])
    try scope.checkSize(max: 2)
    #expect(throws: GuideTaskFailure.tooManyMembers(1)) { try scope.checkSize(max: 1) }
  }

  @Test(
    "A recount finds each counter that lies",
    arguments: [
      ("UPDATE guide_count SET progress = 9 WHERE department_id = 101", "the counters of guide"),
      ("UPDATE guide_count SET done_count = 0 WHERE department_id = 0", "the counters of guide"),
      ("UPDATE guide_assignment SET lineage = '1' WHERE member_id = 1", "the counters of guide"),
      ("DELETE FROM guide_report", "the reports of guide"),
      ("UPDATE guide_task SET state = 2, end_time = 5", "the end of guide"),
      ("UPDATE guide_task SET end_time = 5", "the end of guide"),
      ("UPDATE guide_assignment SET is_open = 0", "the end of guide"),
    ])
  func lies(sql: String, found: String) async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try await change(folder) { writer in
      var scope = GuideScope(tree: tree)
      for userid in ["ann", "bob"] {
        scope.add(try MemberTaskTable.memberKey(userid, in: writer), in: [101])
      }
      var task = GuideTask(
        id: "gt1", kind: .visit, title: "x", dueTime: nil, demand: GuideDemand(),
        createTime: Instant(seconds: 1))
      let draft = GuideTaskDraft(
        kind: .visit, title: "x", content: Content(), departments: [101], userids: [],
        dueTime: nil, demand: task.demand, checklist: [])
      task.key = try GuideTaskTable.insert(task, draft, in: writer)
      try GuideAssignmentTable.insert(scope, task: task.key, in: writer)
      try GuideCountTable.insert(scope, task: task.key, in: writer)
      var assignment = try #require(
        try GuideAssignmentTable.find(task, userid: "Ann", in: writer))
      let change = try assignment.take(1, task, now: Instant(seconds: 2), reportsMax: 9)
      try GuideAssignmentTable.insert(
        GuideReport(
          taskID: task.id, userid: "ann", number: 1, proofs: [.number(1)], addedCount: 1,
          time: Instant(seconds: 2)), of: assignment, in: writer)
      try GuideAssignmentTable.update(assignment, in: writer)
      try GuideCountTable.add(
        change, task: task.key, lineage: assignment.lineage, in: writer)
    }
    #expect(try await Recount.mistakes(in: folder) == [])
    try await change(folder) { _ = try $0.run(sql) }
    let mistakes = try await Recount.mistakes(in: folder)
    #expect(mistakes.contains { $0.contains(found) }, "\(mistakes)")
  }

  private func change(
    _ folder: TemporaryFolder, _ body: @escaping @Sendable (Writer) throws -> Void
  ) async throws {
    let corps = Corps(
      folder: "\(folder.path)/broadcasts", migrations: BroadcastsService.migrations)
    try await corps.database(of: "demo").write { try body($0) }
    await corps.close()
  }
}
