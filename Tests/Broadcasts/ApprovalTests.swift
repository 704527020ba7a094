import Broadcasts
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("ApprovalService", .timeLimit(.minutes(5)))
struct ApprovalTests {
  private var waiting: BroadcastsV1.Broadcast {
    var broadcast = Chain.everybody
    broadcast.needsApproval = true
    return broadcast
  }

  /// Once, on 2026-01-06 at 10:00; the clock stands at 08:00 of the day before.
  private var schedule: BroadcastsV1.Schedule {
    .init(
      scheduleID: "once", broadcast: waiting, minuteOfDay: 600, startDate: "2026-01-06",
      latestStartSeconds: 1800)
  }

  private func approvals(_ chain: Chain) -> BroadcastsV1.ApprovalServiceClient {
    .init(chain.service.channel)
  }

  private func schedules(_ chain: Chain) -> BroadcastsV1.ScheduleServiceClient {
    .init(chain.service.channel)
  }

  /// The occurrence once its broadcast was created.
  private func due(_ chain: Chain) async throws -> BroadcastsV1.Occurrence {
    _ = try await schedules(chain).createSchedule(.init(schedule: schedule))
    chain.service.clock.advance(seconds: 93_600)
    while true {
      let found = try await schedules(chain).listOccurrences(.init(scheduleID: "once"))
      if let occurrence = found.occurrences.first { return occurrence }
      await Task.yield()
    }
  }

  @Test("Nothing is planned before somebody approves, and then all is")
  func approved() async throws {
    try await withChain { chain in
      let created = try await chain.create(waiting)
      #expect((created.state, created.jobid) == (.waitingApproval, ""))
      #expect(created.needsApproval && created.approval == nil)
      let caller = chain
      let calls: [() async throws -> Void] = [
        { _ = try await caller.tasks.listMemberTasks(.init(msgid: created.msgid)) },
        {
          _ = try await caller.tasks.confirmMemberTask(.init(msgid: created.msgid, userid: "ann"))
        },
        { _ = try await caller.broadcasts.remindBroadcast(.init(msgid: created.msgid)) },
        { _ = try await caller.broadcasts.listRefusals(.init(msgid: created.msgid)) },
        { _ = try await caller.deliveries.listDeliveries(.init(msgid: created.msgid)) },
      ]
      for call in calls {
        await expectFailure(.failedPrecondition, "WAITING_FOR_APPROVAL") { try await call() }
      }
      let explained = try await BroadcastsV1.ExplanationServiceClient(chain.service.channel)
        .explainRecipient(.init(msgid: created.msgid, recipient: .externalUserid("wm-a1")))
      #expect(explained.verdict == .waitsForPlan)
      try await chain.restart()
      let listed = try await approvals(chain).listWaitingBroadcasts(.init()).broadcasts
      #expect(listed == [created])
      let approve = BroadcastsV1.ApproveBroadcastRequest(
        msgid: created.msgid, userid: "boss", comment: "可以", requestID: "a-1")
      chain.service.clock.advance(seconds: 5)
      let approved = try await approvals(chain).approveBroadcast(approve)
      #expect(approved.state == .planning && !approved.jobid.isEmpty)
      #expect(
        approved.approval
          == .init(
            approved: true, userid: "boss", comment: "可以",
            decisionTime: chain.service.clock.now.timestamp))
      #expect(try await approvals(chain).approveBroadcast(approve) == approved)
      let planned = try await chain.planEnded(created.msgid)
      #expect((planned.state, planned.recipientCount) == (.active, 6))
      #expect(planned.approval == approved.approval)
      await expectFailure(.failedPrecondition, "NOT_WAITING_FOR_APPROVAL") {
        try await approvals(chain).refuseBroadcast(
          .init(msgid: created.msgid, userid: "boss"))
      }
      let none = try await approvals(chain).listWaitingBroadcasts(.init())
      #expect(none.broadcasts.isEmpty)
    }
  }

  @Test("A refused broadcast stays refused, and is told once")
  func refused() async throws {
    try await withChain { chain in
      let created = try await chain.create(waiting)
      let refuse = BroadcastsV1.RefuseBroadcastRequest(
        msgid: created.msgid, userid: "boss", comment: "错别字", requestID: "r-1")
      let refused = try await approvals(chain).refuseBroadcast(refuse)
      #expect(try await approvals(chain).refuseBroadcast(refuse) == refused)
      #expect((refused.state, refused.endTime) == (.refused, chain.service.clock.now.timestamp))
      #expect(refused.approval?.approved == false && refused.approval?.comment == "错别字")
      await expectFailure(.failedPrecondition, "NOT_WAITING_FOR_APPROVAL") {
        try await approvals(chain).approveBroadcast(.init(msgid: created.msgid, userid: "boss"))
      }
      await expectFailure(.failedPrecondition, "BROADCAST_REFUSED") {
        try await chain.broadcasts.cancelBroadcast(.init(msgid: created.msgid))
      }
      await expectFailure(.failedPrecondition, "BROADCAST_REFUSED") {
        try await chain.broadcasts.remindBroadcast(.init(msgid: created.msgid))
      }
      let explained = try await BroadcastsV1.ExplanationServiceClient(chain.service.channel)
        .explainRecipient(.init(msgid: created.msgid, recipient: .externalUserid("wm-a1")))
      #expect(explained.verdict == .stopped)
      let events = try await firstChanges(2, of: chain.changes.watchChanges(.init())).map(\.event)
      #expect(events == [.broadcastCreated(created), .broadcastRefused(refused)])
      try await chain.restart()
      #expect(try await chain.get(created.msgid).state == .refused)
    }
  }

  @Test(
    "While the corp's rule holds, every new broadcast waits, and one that waits can be cancelled")
  func rule() async throws {
    try await withChain { chain in
      let rules = BroadcastsV1.SendingRulesServiceClient(chain.service.channel)
      let set = try await rules.setSendingRules(
        .init(rules: .init(broadcastsNeedApproval: true)))
      #expect(set.broadcastsNeedApproval)
      #expect(try await rules.getSendingRules(.init()).broadcastsNeedApproval)
      var msgids: [String] = []
      for _ in 0..<3 {
        let created = try await chain.create()
        #expect((created.state, created.needsApproval) == (.waitingApproval, true))
        msgids.append(created.msgid)
      }
      let first = try await approvals(chain).listWaitingBroadcasts(.init(pageSize: 2))
      let second = try await approvals(chain).listWaitingBroadcasts(
        .init(pageSize: 2, pageToken: first.nextPageToken))
      #expect((first.broadcasts + second.broadcasts).map(\.msgid) == msgids)
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: msgids[0]))
      await expectFailure(.failedPrecondition, "BROADCAST_CANCELLED", errcode: 41093) {
        try await approvals(chain).approveBroadcast(.init(msgid: msgids[0], userid: "boss"))
      }
      _ = try await rules.setSendingRules(.init(rules: .init()))
      #expect(try await chain.planned().state == .active)
      // Those from before wait on.
      let left = try await approvals(chain).listWaitingBroadcasts(.init()).broadcasts
      #expect(left.map(\.msgid) == Array(msgids[1...]))
      await expectFailure(.failedPrecondition, "NOT_WAITING_FOR_APPROVAL") {
        try await approvals(chain).approveBroadcast(
          .init(msgid: chain.planned().msgid, userid: "boss"))
      }
    }
  }

  @Test("A scheduled broadcast that is approved in time is planned then")
  func inTime() async throws {
    try await withChain { chain in
      let occurrence = try await due(chain)
      #expect(occurrence.state == .started)
      #expect(try await chain.get(occurrence.msgid).state == .waitingApproval)
      chain.service.clock.advance(seconds: 1800)
      let approved = try await approvals(chain).approveBroadcast(
        .init(msgid: occurrence.msgid, userid: "boss"))
      #expect(approved.state == .planning)
      #expect(try await chain.planEnded(occurrence.msgid).recipientCount == 6)
    }
  }

  @Test("One that is approved after its latest start waits for somebody to start it")
  func late() async throws {
    try await withChain { chain in
      let occurrence = try await due(chain)
      let start = BroadcastsV1.StartOccurrenceRequest(
        scheduleID: "once", date: "2026-01-06", requestID: "s-1")
      await expectFailure(.failedPrecondition, "OCCURRENCE_STARTED") {
        try await schedules(chain).startOccurrence(
          .init(scheduleID: "once", date: "2026-01-06"))
      }
      chain.service.clock.advance(seconds: 1801)
      let approved = try await approvals(chain).approveBroadcast(
        .init(msgid: occurrence.msgid, userid: "boss"))
      #expect((approved.state, approved.jobid) == (.waitingStart, ""))
      await expectFailure(.failedPrecondition, "WAITING_FOR_START") {
        try await chain.tasks.listMemberTasks(.init(msgid: occurrence.msgid))
      }
      try await chain.restart()
      let missed = try await schedules(chain).listOccurrences(.init(scheduleID: "once"))
        .occurrences[0]
      #expect((missed.state, missed.msgid) == (.waits, occurrence.msgid))
      #expect(try await chain.get(occurrence.msgid).state == .waitingStart)
      let started = try await schedules(chain).startOccurrence(start)
      #expect(try await schedules(chain).startOccurrence(start) == started)
      #expect((started.state, started.msgid) == (.started, occurrence.msgid))
      let planned = try await chain.planEnded(occurrence.msgid)
      #expect((planned.state, planned.recipientCount) == (.active, 6))
      #expect(try await chain.broadcasts.listBroadcasts(.init()).broadcasts.count == 1)
      // The schedule's creation and the broadcast's come first.
      let told = try await firstChanges(6, of: chain.changes.watchChanges(.init())).map(\.event)
      #expect(
        Array(told[2...]) == [
          .occurrenceStarted(occurrence), .broadcastApproved(approved), .occurrenceMissed(missed),
          .occurrenceStarted(started),
        ])
    }
  }

  @Test("One that was approved too late and cancelled is not started any more")
  func lateAndCancelled() async throws {
    try await withChain { chain in
      let occurrence = try await due(chain)
      chain.service.clock.advance(seconds: 1801)
      _ = try await approvals(chain).approveBroadcast(
        .init(msgid: occurrence.msgid, userid: "boss"))
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: occurrence.msgid))
      await expectFailure(.failedPrecondition, "BROADCAST_CANCELLED", errcode: 41093) {
        try await schedules(chain).startOccurrence(
          .init(scheduleID: "once", date: "2026-01-06"))
      }
    }
  }

  @Test("What is wrong with a decision is named")
  func wrong() async throws {
    try await withChain { chain in
      let created = try await chain.create(waiting)
      let long = String(repeating: "长", count: 201)
      let wrong: [(msgid: String, userid: String, comment: String, reason: String, field: String)] =
        [
          ("", "boss", "", "REQUIRED", "msgid"),
          (created.msgid, "", "", "REQUIRED", "userid"),
          (created.msgid, "?", "", "BAD_USERID", "userid"),
          (created.msgid, "boss", long, "TOO_LONG", "comment"),
        ]
      for each in wrong {
        await expectFailure(.invalidArgument, each.reason, field: each.field) {
          try await approvals(chain).approveBroadcast(
            .init(msgid: each.msgid, userid: each.userid, comment: each.comment))
        }
        await expectFailure(.invalidArgument, each.reason, field: each.field) {
          try await approvals(chain).refuseBroadcast(
            .init(msgid: each.msgid, userid: each.userid, comment: each.comment))
        }
      }
      await expectFailure(.notFound, "BROADCAST_NOT_FOUND", field: "msgid", errcode: 41047) {
        try await approvals(chain).approveBroadcast(.init(msgid: "msg0", userid: "boss"))
      }
      #expect(try await chain.get(created.msgid).state == .waitingApproval)
    }
  }
}
