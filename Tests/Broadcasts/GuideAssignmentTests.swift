import Broadcasts
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("GuideAssignmentService", .timeLimit(.minutes(5)))
struct GuideAssignmentTests {
  @Test("A notice is done by reading it, once, and one that wants a reply by the reply")
  func notice() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let notice = try await chain.guideTasks.createGuideTask(
        .init(
          guideTask: .init(kind: .notice, title: "开会", departmentIDs: [places.stores[1]])))
      let read = BroadcastsV1.MarkAssignmentReadRequest(taskID: notice.taskID, userid: "BOB")
      let first = try await chain.assignments.markAssignmentRead(read)
      let now = chain.service.clock.now.timestamp
      #expect(
        first
          == .init(
            taskID: notice.taskID, userid: "bob", state: .done, progress: 1, readTime: now,
            doneTime: now))
      chain.service.clock.advance(seconds: 5)
      #expect(try await chain.assignments.markAssignmentRead(read) == first)
      let last = try await chain.assignments.markAssignmentRead(
        .init(taskID: notice.taskID, userid: "cid"))
      let finished = try await chain.guideTasks.getGuideTask(.init(taskID: notice.taskID))
      #expect((finished.state, finished.endTime) == (.finished, last.doneTime))
      let reply = try await chain.guideTasks.createGuideTask(
        .init(
          guideTask: .init(
            kind: .notice, title: "回执", userids: ["ann"], requiredProofs: [.text])))
      let seen = try await chain.assignments.markAssignmentRead(
        .init(taskID: reply.taskID, userid: "ann"))
      #expect((seen.state, seen.doneTime) == (.open, nil))
      #expect(try await chain.report(reply, "ann", .text("收到")).state == .done)
      await expectFailure(.failedPrecondition, "ASSIGNMENT_DONE") {
        try await chain.report(reply, "ann", .text("收到"))
      }
    }
  }

  @Test("Each thing that happens to a task is told, in order")
  func events() async throws {
    try await withChain { chain in
      _ = try await chain.organise()
      let task = try await chain.guideTasks.createGuideTask(
        .init(guideTask: .init(kind: .share, title: "转发", userids: ["ann", "bob"])))
      let read = try await chain.assignments.markAssignmentRead(
        .init(taskID: task.taskID, userid: "ann"))
      _ = try await chain.guideTasks.remindGuideTask(.init(taskID: task.taskID))
      let reminded = try await chain.guideTasks.getGuideTask(.init(taskID: task.taskID))
      let one = try await chain.assignments.recordGuideReport(
        .init(taskID: task.taskID, userid: "ann"))
      let other = try await chain.assignments.recordGuideReport(
        .init(taskID: task.taskID, userid: "bob"))
      let finished = try await chain.guideTasks.listGuideTasks(.init()).guideTasks[0]
      let events = try await chain.guideEvents()
      var heading = reminded
      heading.userids = []
      #expect(
        events == [
          .guideTaskCreated(task), .guideAssignmentRead(read), .guideTaskReminded(heading),
          .guideReportRecorded(try #require(one.report)),
          .guideAssignmentDone(try #require(one.assignment)),
          .guideReportRecorded(try #require(other.report)),
          .guideAssignmentDone(try #require(other.assignment)), .guideTaskFinished(finished),
        ])
      #expect(finished.state == .finished)
    }
  }

  @Test("A learned lesson counts from the score that passes, and won customers are added up")
  func numbers() async throws {
    try await withChain { chain in
      _ = try await chain.organise()
      let lesson = try await chain.guideTasks.createGuideTask(
        .init(
          guideTask: .init(
            kind: .learn, title: "新品课", userids: ["ann"], minNumber: 60,
            requiredProofs: [.number])))
      let failed = try await chain.report(lesson, "ann", .number(59))
      #expect((failed.state, failed.progress, failed.reportCount) == (.open, 0, 1))
      #expect(try await chain.report(lesson, "ann", .number(60)).state == .done)
      let reports = try await chain.assignments.listGuideReports(
        .init(taskID: lesson.taskID, userid: "Ann")
      ).reports
      #expect(reports.map(\.number) == [1, 2])
      #expect(reports.map(\.addedCount) == [0, 1])
      #expect(reports.map { $0.proofs.map(\.body) } == [[.number(59)], [.number(60)]])
      let win = try await chain.guideTasks.createGuideTask(
        .init(
          guideTask: .init(
            kind: .share, title: "引流", userids: ["ann"], targetCount: 100, sumsNumbers: true,
            requiredProofs: [.number])))
      #expect(try await chain.report(win, "ann", .number(0)).progress == 0)
      #expect(try await chain.report(win, "ann", .number(99)).state == .open)
      let done = try await chain.report(win, "ann", .number(41))
      #expect((done.state, done.progress, done.reportCount) == (.done, 140, 3))
    }
  }

  @Test("An inspection is answered question by question, and read back as it was")
  func inspection() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let checklist: [BroadcastsV1.ChecklistItem] = [
        .init(question: "门头灯亮", kind: .passed), .init(question: "缺货数", kind: .number),
        .init(question: "其他", kind: .text, mayBeLeftOut: true),
      ]
      let task = try await chain.guideTasks.createGuideTask(
        .init(
          guideTask: .init(
            kind: .inspect, title: "巡店", departmentIDs: [places.stores[0]],
            requiredProofs: [.media], checklist: checklist)))
      #expect(task.requiredProofs == [.media, .checklist])
      let whole = try await chain.guideTasks.getGuideTask(.init(taskID: task.taskID))
      #expect(whole.checklist == checklist)
      func answers(_ answers: BroadcastsV1.ChecklistAnswer...) -> BroadcastsV1.Proof.Body {
        .checklist(.init(answers: answers))
      }
      let photos = BroadcastsV1.Proof.Body.media(.init(mediaIDs: ["m1", "m2"]))
      let good = answers(.init(item: 2, value: .number(-3)), .init(item: 1, value: .passed(false)))
      let wrong: [([BroadcastsV1.Proof.Body], String, String)] = [
        ([good], "PROOF_MISSING", "proofs"),
        ([photos], "PROOF_MISSING", "proofs"),
        ([photos, good, photos], "PROOF_TWICE", "proofs[2]"),
        ([.media(.init()), good], "REQUIRED", "proofs[0].media.media_ids"),
        (
          [photos, answers(.init(item: 1, value: .passed(true)))], "ANSWER_MISSING",
          "proofs[1].checklist.answers"
        ),
        (
          [answers(.init(item: 4, value: .passed(true)))], "OUT_OF_RANGE",
          "proofs[0].checklist.answers[0].item"
        ),
        (
          [answers(.init(item: 1, value: .text("x")))], "WRONG_KIND",
          "proofs[0].checklist.answers[0]"
        ),
        (
          [
            answers(.init(item: 1, value: .passed(true)), .init(item: 1, value: .passed(true)))
          ], "ANSWERED_TWICE", "proofs[0].checklist.answers[1].item"
        ),
        ([answers(.init(item: 1))], "REQUIRED", "proofs[0].checklist.answers[0]"),
        ([.text("")], "REQUIRED", "proofs[0].text"),
        ([.number(-1)], "OUT_OF_RANGE", "proofs[0].number"),
        (
          [.position(.init(latitude: .nan, longitude: 0))], "OUT_OF_RANGE",
          "proofs[0].position.latitude"
        ),
        (
          [.position(.init(latitude: 0, longitude: 180.5))], "OUT_OF_RANGE",
          "proofs[0].position.longitude"
        ),
      ]
      for (proofs, reason, field) in wrong {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await chain.assignments.recordGuideReport(
            .init(
              taskID: task.taskID, userid: "ann", proofs: proofs.map { .init(body: $0) }))
        }
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "proofs[0]") {
        try await chain.assignments.recordGuideReport(
          .init(taskID: task.taskID, userid: "ann", proofs: [.init()]))
      }
      let place = BroadcastsV1.Proof.Body.position(.init(latitude: 31.23, longitude: 121.47))
      #expect(try await chain.report(task, "ann", photos, good, place).state == .done)
      let reports = try await chain.assignments.listGuideReports(
        .init(taskID: task.taskID, userid: "ann")
      ).reports
      #expect(reports.map { $0.proofs.compactMap(\.body) } == [[photos, good, place]])
      let plain = try await chain.guideTasks.createGuideTask(
        .init(guideTask: .init(kind: .visit, title: "拜访", userids: ["ann"])))
      await expectFailure(
        .invalidArgument, "NO_CHECKLIST", field: "proofs[0].checklist.answers"
      ) { try await chain.report(plain, "ann", good) }
    }
  }

  @Test("A repeated report counts once, and twenty at once of three that are wanted are three")
  func repeated() async throws {
    let policies = try Policies(json: Data(#"{"guide_reports_max": 4}"#.utf8))
    try await withChain(policies: policies) { chain in
      _ = try await chain.organise()
      let create = BroadcastsV1.CreateGuideTaskRequest(
        guideTask: .init(kind: .visit, title: "拜访", userids: ["ann", "bob"], targetCount: 3),
        requestID: "t-1")
      let task = try await chain.guideTasks.createGuideTask(create)
      #expect(try await chain.guideTasks.createGuideTask(create) == task)
      let report = BroadcastsV1.RecordGuideReportRequest(
        taskID: task.taskID, userid: "ann", requestID: "r-1")
      let first = try await chain.assignments.recordGuideReport(report)
      #expect(try await chain.assignments.recordGuideReport(report) == first)
      #expect(first.assignment?.progress == 1)
      let caller = chain
      let taken = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<20 {
          group.addTask { (try? await caller.report(task, "bob")) != nil }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(taken == 3)
      let open = try await chain.assignments.listGuideAssignments(
        .init(taskID: task.taskID, onlyUnfinished: true))
      #expect(open.assignments.map(\.userid) == ["ann"])
      let mine = try await chain.assignments.listMemberAssignments(
        .init(userid: "bob", onlyUnfinished: true))
      #expect(mine.assignments.isEmpty)
      let poor = try await chain.guideTasks.createGuideTask(
        .init(
          guideTask: .init(
            kind: .learn, title: "考试", userids: ["ann"], minNumber: 60,
            requiredProofs: [.number])))
      for _ in 0..<4 { _ = try await chain.report(poor, "ann", .number(1)) }
      await expectFailure(.resourceExhausted, "TOO_MANY_REPORTS") {
        try await chain.report(poor, "ann", .number(100))
      }
      try await chain.restart()
      #expect(
        try await chain.assignments.listGuideAssignments(.init(taskID: task.taskID)).assignments
          .map(\.progress) == [1, 3])
    }
  }
}
