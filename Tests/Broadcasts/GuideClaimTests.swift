@testable import Broadcasts
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Guide tasks that are for one", .timeLimit(.minutes(5)))
struct GuideClaimTests {
  private func make(
    _ chain: Chain, _ store: UInt32, due: Instant? = nil, target: Int64 = 1
  ) async throws -> BroadcastsV1.GuideTask {
    try await chain.guideTasks.createGuideTask(
      .init(
        guideTask: .init(
          kind: .visit, title: "巡店", departmentIDs: [store], dueTime: due?.timestamp,
          targetCount: target, forOne: true)))
  }

  private func claim(
    _ task: BroadcastsV1.GuideTask, _ userid: String, _ chain: Chain
  ) async throws -> BroadcastsV1.GuideAssignment {
    try await chain.assignments.claimGuideTask(.init(taskID: task.taskID, userid: userid))
  }

  private func states(
    _ task: BroadcastsV1.GuideTask, _ chain: Chain
  ) async throws -> [BroadcastsV1.GuideAssignment.State] {
    try await chain.assignments.listGuideAssignments(.init(taskID: task.taskID)).assignments
      .sorted { $0.userid < $1.userid }.map(\.state)
  }

  @Test("Of all who claim a task one gets it, and it is finished when he has done it")
  func claims() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let task = try await make(chain, places.stores[0])
      #expect(task.forOne && task.claimUserid.isEmpty && task.counts?.memberCount == 2)
      let before = try await chain.guideTasks.remindGuideTask(.init(taskID: task.taskID))
      #expect(before.remindedCount == 2)
      await expectFailure(.failedPrecondition, "NOT_CLAIMED") {
        try await chain.report(task, "ann")
      }
      let won = try await withThrowingTaskGroup(of: String?.self) { group in
        let chain = chain
        for userid in ["ann", "BOB"] {
          group.addTask {
            do {
              return try await claim(task, userid, chain).userid
            } catch let status as Status where status.code == .failedPrecondition {
              return nil
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
      }
      #expect(won.count == 1)
      let (holder, other) = won == ["ann"] ? ("ann", "bob") : ("bob", "ann")
      #expect(try await claim(task, holder, chain).state == .open)
      await expectFailure(.failedPrecondition, "CLAIMED_ALREADY") {
        try await claim(task, other, chain)
      }
      await expectFailure(.failedPrecondition, "NOT_CLAIMED") {
        try await chain.report(task, other)
      }
      let read = try await chain.guideTasks.getGuideTask(.init(taskID: task.taskID))
      #expect((read.claimUserid, read.claimTime) == (holder, chain.service.clock.now.timestamp))
      // Whoever reads it while another has it does not open it again.
      _ = try await chain.assignments.markAssignmentRead(
        .init(taskID: task.taskID, userid: other))
      let open = try await chain.assignments.listGuideAssignments(
        .init(taskID: task.taskID, onlyUnfinished: true)
      ).assignments
      #expect(open.map(\.userid) == [holder])
      #expect(
        try await chain.guideTasks.remindGuideTask(.init(taskID: task.taskID)).remindedCount == 1)
      let done = try await chain.report(task, holder)
      #expect(done.state == .done)
      let ended = try await chain.guideTasks.getGuideTask(.init(taskID: task.taskID))
      #expect((ended.state, ended.counts?.doneCount) == (.finished, 1))
      #expect(Set(try await states(task, chain)) == [.done, .taken])
      await expectFailure(.failedPrecondition, "GUIDE_TASK_FINISHED") {
        try await claim(task, other, chain)
      }
      await expectFailure(.failedPrecondition, "ASSIGNMENT_DONE") {
        try await chain.assignments.returnGuideTask(.init(taskID: task.taskID, userid: holder))
      }
      let claimed = try await chain.guideEvents().filter {
        if case .guideTaskClaimed = $0 { true } else { false }
      }
      #expect(claimed.count == 1)
    }
  }

  @Test("A task that is given back is for anybody to claim, and what was reported stays")
  func givesBack() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let due = chain.service.clock.now.advanced(bySeconds: 3600)
      let task = try await make(chain, places.stores[1], due: due, target: 2)
      _ = try await claim(task, "bob", chain)
      #expect(try await chain.report(task, "bob").progress == 1)
      await expectFailure(.failedPrecondition, "NOT_CLAIMED") {
        try await chain.assignments.returnGuideTask(.init(taskID: task.taskID, userid: "cid"))
      }
      let returned = try await chain.assignments.returnGuideTask(
        .init(taskID: task.taskID, userid: "BOB", requestID: "r"))
      #expect((returned.userid, returned.state, returned.progress) == ("bob", .open, 1))
      #expect(
        try await chain.assignments.returnGuideTask(
          .init(taskID: task.taskID, userid: "BOB", requestID: "r")) == returned)
      #expect(try await states(task, chain) == [.open, .open])
      _ = try await claim(task, "cid", chain)
      #expect(try await states(task, chain) == [.taken, .open])
      chain.service.clock.advance(seconds: 3600)
      let overdue = try await chain.guideTasks.getGuideTask(.init(taskID: task.taskID))
      #expect((overdue.state, overdue.counts?.overdueCount) == (.overdue, 1))
      _ = try await chain.report(task, "cid")
      let done = try await chain.report(task, "cid")
      #expect((done.state, done.isLate) == (.done, true))
      let ended = try await chain.guideTasks.getGuideTask(.init(taskID: task.taskID))
      #expect((ended.state, ended.counts?.progressSum) == (.finished, 3))
      let cancelled = try await make(chain, places.stores[1])
      _ = try await claim(cancelled, "cid", chain)
      _ = try await chain.guideTasks.cancelGuideTask(.init(taskID: cancelled.taskID))
      await expectFailure(.failedPrecondition, "GUIDE_TASK_CANCELLED") {
        try await chain.assignments.returnGuideTask(
          .init(taskID: cancelled.taskID, userid: "cid"))
      }
    }
  }

  @Test("What is wrong with a task for one is named")
  func wrong() async throws {
    let policies = try Policies(json: Data(#"{"guide_task_claimants_max": 1}"#.utf8))
    try await withChain(policies: policies) { chain in
      let places = try await chain.organise()
      await expectFailure(.resourceExhausted, "TOO_MANY_MEMBERS") {
        try await make(chain, places.stores[0])
      }
      await expectFailure(.invalidArgument, "NOT_FOR_ONE", field: "guide_task.for_one") {
        try await chain.guideTasks.createGuideTask(
          .init(guideTask: .init(kind: .notice, title: "x", userids: ["ann"], forOne: true)))
      }
      let all = try await chain.guideTasks.createGuideTask(
        .init(guideTask: .init(kind: .learn, title: "x", userids: ["ann"])))
      await expectFailure(.failedPrecondition, "TASK_FOR_ALL") {
        try await claim(all, "ann", chain)
      }
      await expectFailure(.notFound, "ASSIGNMENT_NOT_FOUND", field: "userid") {
        try await claim(all, "bob", chain)
      }
    }
  }
}
