import Broadcasts
import Directory
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("GuideTaskService", .timeLimit(.minutes(5)))
struct GuideTaskTests {
  private func task(
    _ kind: BroadcastsV1.GuideTaskKind = .share, _ departments: UInt32...,
    change: (inout BroadcastsV1.GuideTask) -> Void = { _ in }
  ) -> BroadcastsV1.CreateGuideTaskRequest {
    var task = BroadcastsV1.GuideTask(
      kind: kind, title: "周二果粉日", departmentIDs: departments)
    change(&task)
    return .init(guideTask: task)
  }

  @Test("A task is given to who works there when it is created, and to nobody who comes later")
  func scope() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let tasks = chain.guideTasks
      let created = try await tasks.createGuideTask(
        task(.share, places.stores[0]) {
          $0.content = .init(text: "转发")
          $0.userids = ["CID", "cid"]
          $0.reward = "10 分"
        })
      #expect(created.taskID.hasPrefix("gt") && created.taskID.count == 32)
      #expect((created.state, created.counts?.memberCount, created.targetCount) == (.active, 3, 1))
      #expect(created.content == nil && created.userids.isEmpty && created.reward == "10 分")
      var whole = created
      whole.content = .init(text: "转发")
      whole.departmentIDs = [places.stores[0]]
      whole.userids = ["CID", "cid"]
      #expect(try await tasks.getGuideTask(.init(taskID: created.taskID)) == whole)
      _ = try await DirectoryV1.MemberServiceClient(chain.peer("directory").channel).createMember(
        .init(member: .sample("eve", departmentIDs: [places.stores[0]])))
      try await chain.hear(of: "eve", in: places.stores[0])
      let given = try await chain.assignments.listGuideAssignments(.init(taskID: created.taskID))
      #expect(given.assignments.map(\.userid) == ["ann", "bob", "cid"])
      #expect(given.assignments.allSatisfy { $0.state == .open && $0.progress == 0 })
      #expect(try await tasks.createGuideTask(task(.learn, 1)).counts?.memberCount == 4)
      await expectFailure(.notFound, "ASSIGNMENT_NOT_FOUND", field: "userid") {
        try await chain.report(created, "eve")
      }
    }
  }

  @Test("Departments add up what is counted of their members, as they lay then")
  func departments() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let tasks = chain.guideTasks
      let created = try await tasks.createGuideTask(
        task(.visit, 1) {
          $0.targetCount = 3
          $0.requiredProofs = [.position]
        })
      func under(
        _ parent: UInt32, pageSize: Int32 = 0, pageToken: String = ""
      ) async throws -> BroadcastsV1.ListGuideTaskDepartmentsResponse {
        try await tasks.listGuideTaskDepartments(
          .init(
            taskID: created.taskID, parentid: parent, pageSize: pageSize, pageToken: pageToken))
      }
      for userid in ["ann", "ann", "bob", "bob", "bob"] {
        _ = try await chain.report(created, userid, .position(.init(latitude: 31, longitude: 121)))
      }
      _ = try await chain.assignments.markAssignmentRead(
        .init(taskID: created.taskID, userid: "cid"))
      let whole = BroadcastsV1.GuideTaskCounts(
        memberCount: 3, readCount: 3, doneCount: 1, reportCount: 5, progressSum: 5)
      #expect(try await tasks.getGuideTask(.init(taskID: created.taskID)).counts == whole)
      #expect(
        try await under(1).departments == [.init(departmentID: places.region, counts: whole)])
      let stores = try await under(places.region).departments
      #expect(
        stores == [
          .init(
            departmentID: places.stores[0],
            counts: .init(
              memberCount: 2, readCount: 2, doneCount: 1, reportCount: 5, progressSum: 5)),
          .init(
            departmentID: places.stores[1],
            counts: .init(
              memberCount: 2, readCount: 2, doneCount: 1, reportCount: 3, progressSum: 3)),
        ])
      let first = try await under(places.region, pageSize: 1)
      let second = try await under(places.region, pageSize: 1, pageToken: first.nextPageToken)
      #expect(first.departments + second.departments == stores)
      #expect(second.nextPageToken.isEmpty)
      // One store alone: nothing of the other, where Bob works too.
      let one = try await tasks.createGuideTask(task(.visit, places.stores[0]))
      let counted = try await tasks.listGuideTaskDepartments(
        .init(taskID: one.taskID, parentid: places.region)
      ).departments
      #expect(counted.map(\.departmentID) == [places.stores[0]])
      #expect(counted.map { $0.counts?.memberCount } == [2])
      await expectFailure(.invalidArgument, "REQUIRED", field: "parentid") {
        try await under(0)
      }
    }
  }

  @Test("What was due is overdue, told once, and may be done late unless it closes")
  func due() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let tasks = chain.guideTasks
      let due = chain.service.clock.now.advanced(bySeconds: 3600).timestamp
      let open = try await tasks.createGuideTask(task(.share, places.region) { $0.dueTime = due })
      let closing = try await tasks.createGuideTask(
        task(.share, places.region) {
          $0.dueTime = due
          $0.closesWhenDue = true
        })
      let done = try await tasks.createGuideTask(
        task(.share) {
          $0.dueTime = due
          $0.userids = ["ann"]
        })
      #expect(try await chain.report(done, "ann").state == .done)
      #expect(try await chain.report(closing, "ann").isLate == false)
      chain.service.clock.advance(seconds: 3600)
      var told: Set<String> = []
      for try await change in chain.changes.watchChanges(.init()) {
        guard case .guideTaskOverdue(let task) = change.event else { continue }
        #expect(change.origin == .job)
        #expect(task.state == .overdue)
        told.insert(task.taskID)
        if told.count == 2 { break }
      }
      #expect(told == [open.taskID, closing.taskID])
      let late = try await chain.report(open, "bob")
      #expect((late.state, late.isLate) == (.done, true))
      #expect(
        try await tasks.getGuideTask(.init(taskID: open.taskID)).counts
          == .init(
            memberCount: 3, readCount: 1, doneCount: 1, lateCount: 1, overdueCount: 2,
            reportCount: 1, progressSum: 1))
      await expectFailure(.failedPrecondition, "GUIDE_TASK_CLOSED") {
        try await chain.report(closing, "bob")
      }
      await expectFailure(.failedPrecondition, "GUIDE_TASK_CLOSED") {
        try await chain.assignments.markAssignmentRead(.init(taskID: closing.taskID, userid: "bob"))
      }
      await expectFailure(.failedPrecondition, "GUIDE_TASK_CLOSED") {
        try await tasks.remindGuideTask(.init(taskID: closing.taskID))
      }
      let states = try await chain.assignments.listGuideAssignments(.init(taskID: closing.taskID))
      #expect(states.assignments.map(\.state) == [.done, .overdue, .overdue])
      await expectFailure(.invalidArgument, "DUE_PAST", field: "guide_task.due_time") {
        try await tasks.createGuideTask(task(.share, places.region) { $0.dueTime = due })
      }
    }
  }

  @Test("A cancelled task takes nothing more, and what was done in it stays done")
  func cancelled() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let tasks = chain.guideTasks
      let created = try await tasks.createGuideTask(task(.share, places.region))
      _ = try await chain.report(created, "ann")
      let cancel = BroadcastsV1.CancelGuideTaskRequest(taskID: created.taskID, requestID: "c-1")
      let cancelled = try await tasks.cancelGuideTask(cancel)
      #expect(
        (cancelled.state, cancelled.endTime) == (.cancelled, chain.service.clock.now.timestamp))
      #expect(try await tasks.cancelGuideTask(cancel) == cancelled)
      await expectFailure(.failedPrecondition, "GUIDE_TASK_CANCELLED") {
        try await tasks.cancelGuideTask(.init(taskID: created.taskID))
      }
      await expectFailure(.failedPrecondition, "GUIDE_TASK_CANCELLED") {
        try await chain.report(created, "bob")
      }
      let states = try await chain.assignments.listGuideAssignments(.init(taskID: created.taskID))
      #expect(states.assignments.map(\.state) == [.done, .cancelled, .cancelled])
      let open = try await chain.assignments.listGuideAssignments(
        .init(taskID: created.taskID, onlyUnfinished: true))
      #expect(open.assignments.isEmpty)
    }
  }

  @Test("Who has not done it is reminded three times in 24 hours")
  func reminded() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let tasks = chain.guideTasks
      let created = try await tasks.createGuideTask(task(.share, places.region))
      _ = try await chain.report(created, "ann")
      for left: Int32 in [2, 1, 0] {
        #expect(
          try await tasks.remindGuideTask(.init(taskID: created.taskID))
            == .init(remindedCount: 2, leftCount: left))
        chain.service.clock.advance(seconds: 60)
      }
      await expectFailure(.resourceExhausted, "REMINDED_TOO_OFTEN", errcode: 41094) {
        try await tasks.remindGuideTask(.init(taskID: created.taskID))
      }
      chain.service.clock.advance(seconds: 86_400 - 180)
      #expect(try await tasks.remindGuideTask(.init(taskID: created.taskID)).leftCount == 0)
      for userid in ["bob", "cid"] { _ = try await chain.report(created, userid) }
      await expectFailure(.failedPrecondition, "GUIDE_TASK_FINISHED") {
        try await tasks.remindGuideTask(.init(taskID: created.taskID))
      }
      await expectFailure(.failedPrecondition, "GUIDE_TASK_FINISHED") {
        try await tasks.cancelGuideTask(.init(taskID: created.taskID))
      }
    }
  }

  @Test("Lists go newest first, of one kind or all, page by page")
  func pages() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let tasks = chain.guideTasks
      var ids: [String] = []
      for kind in [BroadcastsV1.GuideTaskKind.share, .notice, .share, .learn] {
        ids.insert(
          try await tasks.createGuideTask(task(kind, places.stores[1])).taskID, at: 0)
      }
      var seen: [String] = []
      var mine: [String] = []
      var tokens = ("", "")
      repeat {
        let page = try await tasks.listGuideTasks(.init(pageSize: 3, pageToken: tokens.0))
        seen += page.guideTasks.map(\.taskID)
        let own = try await chain.assignments.listMemberAssignments(
          .init(userid: "Cid", pageSize: 3, pageToken: tokens.1))
        mine += own.assignments.map { $0.guideTask?.taskID ?? "" }
        tokens = (page.nextPageToken, own.nextPageToken)
      } while !tokens.0.isEmpty
      #expect(seen == ids && mine == ids)
      let shares = try await tasks.listGuideTasks(.init(kind: .share)).guideTasks
      #expect(shares.map(\.taskID) == [ids[1], ids[3]])
      await expectFailure(.invalidArgument, "UNKNOWN_VALUE", field: "kind") {
        try await tasks.listGuideTasks(.init(kind: .init(rawValue: 9)))
      }
      let foreign = try await tasks.listGuideTasks(.init(pageSize: 1)).nextPageToken
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await chain.assignments.listMemberAssignments(
          .init(userid: "cid", pageToken: foreign))
      }
    }
  }

  @Test("What is wrong with a task is named")
  func refused() async throws {
    let policies = try Policies(
      json: Data(#"{"guide_task_members_max": 2, "guide_task_checklist_max": 1}"#.utf8))
    try await withChain(policies: policies) { chain in
      let places = try await chain.organise()
      let long = String(repeating: "长", count: 65)
      func wrong(
        _ reason: String, _ field: String, _ code: StatusCode = .invalidArgument,
        errcode: Int? = nil, _ change: (inout BroadcastsV1.GuideTask) -> Void
      ) async {
        let request = task(.share, places.stores[0], change: change)
        await expectFailure(
          code, reason, field: field.isEmpty ? nil : "guide_task.\(field)", errcode: errcode
        ) { try await chain.guideTasks.createGuideTask(request) }
      }
      await wrong("UNKNOWN_VALUE", "kind") { $0.kind = .unspecified }
      await wrong("REQUIRED", "title") { $0.title = "" }
      await wrong("TOO_LONG", "title") { $0.title = long }
      await wrong("TOO_LONG", "reward") { $0.reward = long }
      await wrong("CONTENT_EMPTY", "content", errcode: 40058) { $0.content = .init() }
      await wrong("UNKNOWN_VARIABLE", "content.text") { $0.content = .init(text: "{{nobody}}") }
      await wrong("REQUIRED", "department_ids") { $0.departmentIDs = [] }
      await wrong("BAD_USERID", "userids", errcode: 40003) { $0.userids = ["?"] }
      await wrong("OUT_OF_RANGE", "target_count") { $0.targetCount = -1 }
      await wrong("OUT_OF_RANGE", "target_count") { $0.targetCount = 1_000_001 }
      await wrong("READ_ONCE", "target_count") {
        $0.kind = .notice
        $0.targetCount = 2
      }
      await wrong("NEEDS_NUMBER", "min_number") { $0.minNumber = 0 }
      await wrong("NEEDS_NUMBER", "sums_numbers") { $0.sumsNumbers = true }
      await wrong("OUT_OF_RANGE", "min_number") { $0.minNumber = -1 }
      await wrong("UNKNOWN_VALUE", "required_proofs") { $0.requiredProofs = [.unspecified] }
      await wrong("REQUIRED", "checklist") { $0.kind = .inspect }
      await wrong("REQUIRED", "checklist") { $0.requiredProofs = [.checklist] }
      await wrong("REQUIRED", "checklist[0].question") { $0.checklist = [.init(kind: .text)] }
      await wrong("UNKNOWN_VALUE", "checklist[0].kind") { $0.checklist = [.init(question: "?")] }
      await wrong("TOO_LONG", "checklist") {
        $0.checklist = Array(repeating: .init(question: "?", kind: .text), count: 2)
      }
      await wrong("NEEDS_DUE_TIME", "closes_when_due") { $0.closesWhenDue = true }
      await wrong("BAD_TIME", "due_time") { $0.dueTime = .init(seconds: 1, nanos: -1) }
      await wrong("TOO_FAR", "due_time") {
        $0.dueTime =
          chain.service.clock.now.advanced(bySeconds: 86_400 * 366 + 1).timestamp
      }
      await wrong("DEPARTMENT_NOT_FOUND", "department_ids", .notFound, errcode: 60003) {
        $0.departmentIDs = [999]
      }
      await wrong("MEMBER_NOT_FOUND", "userids", .notFound, errcode: 60111) {
        $0.userids = ["nobody"]
      }
      await wrong("NOBODY_IN_SCOPE", "", .failedPrecondition) {
        $0.departmentIDs = [places.stores[2]]
      }
      await wrong("TOO_MANY_MEMBERS", "", .resourceExhausted) { $0.userids = ["cid"] }
      await expectFailure(.invalidArgument, "REQUIRED", field: "guide_task") {
        try await chain.guideTasks.createGuideTask(.init())
      }
      #expect(try await chain.guideTasks.listGuideTasks(.init()).guideTasks.isEmpty)
    }
  }

  @Test("An unknown task is not found, a missing one is named, by each call that takes it")
  func unknown() async throws {
    try await withChain { chain in
      let tasks = chain.guideTasks
      let assignments = chain.assignments
      let calls: [(String) async throws -> Void] = [
        { _ = try await tasks.getGuideTask(.init(taskID: $0)) },
        { _ = try await tasks.cancelGuideTask(.init(taskID: $0)) },
        { _ = try await tasks.remindGuideTask(.init(taskID: $0)) },
        { _ = try await tasks.listGuideTaskDepartments(.init(taskID: $0, parentid: 1)) },
        { _ = try await assignments.listGuideAssignments(.init(taskID: $0)) },
        { _ = try await assignments.markAssignmentRead(.init(taskID: $0, userid: "ann")) },
        { _ = try await assignments.recordGuideReport(.init(taskID: $0, userid: "ann")) },
        { _ = try await assignments.listGuideReports(.init(taskID: $0, userid: "ann")) },
      ]
      for call in calls {
        await expectFailure(.notFound, "GUIDE_TASK_NOT_FOUND", field: "task_id") {
          try await call("gt0")
        }
        await expectFailure(.invalidArgument, "REQUIRED", field: "task_id") { try await call("") }
      }
      let none = try await assignments.listMemberAssignments(.init(userid: "nobody"))
      #expect(none.assignments.isEmpty)
    }
  }
}
