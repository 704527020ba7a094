import Broadcasts
import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Store
import Testing

@Suite("Planning", .timeLimit(.minutes(5)))
struct PlanTests {
  private func reached(_ chain: Chain, _ msgid: String) async throws -> [String: [String]] {
    Dictionary(grouping: try await chain.allDeliveries(msgid), by: \.userid)
      .mapValues { $0.map(\.recipientID).sorted() }
  }

  @Test("Each customer of the audience gets one delivery, through one member")
  func everybody() async throws {
    try await withChain { chain in
      try await chain.add([("bob", "wm-a1")])
      let planned = try await chain.planned()
      #expect((planned.recipientCount, planned.memberCount) == (6, 3))
      let reached = try await reached(chain, planned.msgid)
      #expect(reached.values.joined().sorted() == Chain.customersByMember.values.joined().sorted())
      let tasks = try await chain.tasks.listMemberTasks(.init(msgid: planned.msgid)).memberTasks
      #expect(
        Dictionary(uniqueKeysWithValues: tasks.map { ($0.userid, Int($0.recipientCount)) })
          == reached.mapValues(\.count))
      #expect(tasks.allSatisfy { $0.state == .unconfirmed && $0.confirmTime == nil })
    }
  }

  @Test("A sender alone means all his customers; with ids, those of them he has")
  func sender() async throws {
    try await withChain { chain in
      let content = BroadcastsV1.Content(text: "x")
      let all = try await chain.planned(.init(sender: "bob", content: content))
      #expect(try await reached(chain, all.msgid) == ["bob": ["wm-b1", "wm-b2"]])
      let some = try await chain.planned(
        .init(
          sender: "bob", content: content,
          audience: .init(externalUserids: ["wm-b2", "wm-a1", "wm-none", "wm-b2"])))
      #expect(try await reached(chain, some.msgid) == ["bob": ["wm-b2"]])
      #expect(some.refusedCount == 2)
      let refusals = try await chain.broadcasts.listRefusals(.init(msgid: some.msgid, pageSize: 1))
      #expect(refusals.refusals == [.init(id: "wm-a1", reason: .noRelation)])
      let rest = try await chain.broadcasts.listRefusals(
        .init(msgid: some.msgid, pageSize: 1, pageToken: refusals.nextPageToken))
      #expect(rest.refusals == [.init(id: "wm-none", reason: .noRelation)])
      #expect(rest.nextPageToken.isEmpty)
      #expect(try await chain.get(some.msgid).audience?.userids == [])
    }
  }

  @Test("A department means the customers of its members; everybody is department 1")
  func department() async throws {
    try await withChain { chain in
      let directory = chain.peer("directory").channel
      _ = try await DirectoryV1.DepartmentServiceClient(directory).createDepartment(
        .init(department: .init(id: 2, name: "一店", parentid: 1, kind: .store)))
      let members = DirectoryV1.MemberServiceClient(directory)
      for (userid, department) in [("ann", 1), ("bob", 2), ("cid", 2)] {
        _ = try await members.createMember(
          .init(member: .sample(userid, departmentIDs: [UInt32(department)])))
      }
      for (department, count) in [(UInt32(1), Int64(6)), (2, 3)] {
        let planned = try await chain.planned(
          .init(content: .init(text: "x"), audience: .init(departmentIDs: [department])))
        #expect(planned.recipientCount == count)
      }
    }
  }

  @Test("An audience's conditions go to customers as they were said, and are told again")
  func conditions() async throws {
    try await withChain { chain in
      let audience = CustomersV1.Audience(
        allOf: [.init(anyOf: [.init(condition: .members(.init(userids: ["bob", "cid"])))])],
        noneOf: [.init(condition: .customers(.init(externalUserids: ["wm-b1"])))])
      let planned = try await chain.planned(.init(content: .init(text: "x"), audience: audience))
      #expect(try await reached(chain, planned.msgid) == ["bob": ["wm-b2"], "cid": ["wm-c1"]])
      #expect(try await chain.get(planned.msgid).audience == audience)
      let refused = try await chain.create(
        .init(
          content: .init(text: "x"),
          audience: .init(noneOf: [.init(condition: .tags(.init(tagIDs: ["etUnknown"])))])))
      let ended = try await chain.planEnded(refused.msgid)
      #expect(ended.state == .failed)
      #expect(ended.failureMessage.contains("etUnknown"))
    }
  }

  @Test("A saved audience is asked of customers, and reaches nobody else")
  func savedAudience() async throws {
    try await withChain { chain in
      let saved = CustomersV1.SavedAudienceServiceClient(chain.peer("customers").channel)
      let made = try await saved.createSavedAudience(
        .init(savedAudience: .init(name: "一店", audience: .init(userids: ["cid"]))))
      let audience = CustomersV1.Audience(savedAudienceID: made.savedAudienceID)
      let planned = try await chain.planned(.init(content: .init(text: "x"), audience: audience))
      #expect(try await reached(chain, planned.msgid) == ["cid": ["wm-c1"]])
      #expect(try await chain.get(planned.msgid).audience == audience)
    }
  }

  @Test("With nobody to send to, the broadcast and its job fail with 41048")
  func nobody() async throws {
    try await withChain { chain in
      let failed = try await chain.planned(
        .init(content: .init(text: "x"), audience: .init(externalUserids: ["wm-none"])))
      #expect(failed.state == .failed)
      #expect(failed.failureReason == "NO_RECIPIENT")
      #expect(failed.failureErrcode == 41048)
      #expect(failed.refusedCount == 1)
      #expect(failed.endTime != nil)
      await expectFailure(.notFound, "MEMBER_TASK_NOT_FOUND", field: "userid") {
        try await chain.tasks.confirmMemberTask(.init(msgid: failed.msgid, userid: "ann"))
      }
      await expectFailure(.failedPrecondition, "BROADCAST_FAILED") {
        try await chain.broadcasts.cancelBroadcast(.init(msgid: failed.msgid))
      }
      try await chain.restart()
      // The job behind it ends after it: what was told before is on disk.
      _ = try await chain.planned()
      let job = try await chain.jobs.getJob(.init(jobid: failed.jobid))
      #expect(job.state == .failed)
      #expect(try await chain.get(failed.msgid).failureReason == "NO_RECIPIENT")
    }
  }

  @Test("What customers will not list for good fails the plan, and says why")
  func refused() async throws {
    try await withChain { chain in
      let failed = try await chain.planned(
        .init(
          content: .init(text: "x"),
          audience: .init(tagFilter: .init(groupList: [.init(tagList: ["et-none"])]))))
      #expect(failed.state == .failed)
      #expect(failed.failureReason == "PLAN_REFUSED")
      #expect(failed.failureMessage.contains("et-none"))
    }
  }

  @Test("To groups: those the sender owns; the others are refused with the reason")
  func groups() async throws {
    try await withChain { chain in
      for (id, owner) in [("wr-1", "ann"), ("wr-2", "ann"), ("wr-3", "bob"), ("wr-4", "ann")] {
        _ = try await chain.groups.createCustomerGroup(
          .init(chatID: id, name: id, owner: owner))
      }
      _ = try await chain.groups.dismissCustomerGroup(.init(chatID: "wr-4"))
      let planned = try await chain.planned(
        .init(
          chatType: .group, sender: "Ann", content: .init(text: "x"),
          chatIDs: ["wr-2", "wr-none", "wr-1", "wr-3", "wr-2", "wr-4"]))
      #expect((planned.recipientCount, planned.memberCount, planned.refusedCount) == (2, 1, 3))
      #expect(try await reached(chain, planned.msgid) == ["ann": ["wr-1", "wr-2"]])
      let deliveries = try await chain.allDeliveries(planned.msgid)
      #expect(deliveries.map(\.recipient) == [.chatID("wr-1"), .chatID("wr-2")])
      #expect(
        try await chain.broadcasts.listRefusals(.init(msgid: planned.msgid)).refusals == [
          .init(id: "wr-3", reason: .senderNotOwner), .init(id: "wr-4", reason: .groupNotFound),
          .init(id: "wr-none", reason: .groupNotFound),
        ])
      #expect(
        try await chain.get(planned.msgid).chatIDs == ["wr-1", "wr-2", "wr-3", "wr-4", "wr-none"])
    }
  }

  @Test("Two thousand groups are planned in batches, and a restart in between doubles none")
  func manyGroups() async throws {
    try await withChain { chain in
      let owned = (1000..<1150).map { "wr-\($0)" }
      for id in owned {
        _ = try await chain.groups.createCustomerGroup(.init(chatID: id, name: id, owner: "ann"))
      }
      let created = try await chain.create(
        .init(
          chatType: .group, sender: "ann", content: .init(text: "x"),
          chatIDs: (1000..<3000).map { "wr-\($0)" }))
      try await chain.restart()
      let planned = try await chain.planEnded(created.msgid)
      #expect((planned.recipientCount, planned.refusedCount) == (150, 1850))
      #expect(
        try await chain.allDeliveries(created.msgid).map(\.recipientID).sorted() == owned)
    }
  }

  @Test("A plan of thousands that is stopped again and again writes each recipient once")
  func restarts() async throws {
    try await withChain { chain in
      let ids = (0..<11_000).map { "wm-x\($0)" }
      try await chain.add(ids.map { ("dan", $0) })
      let created = try await chain.create(
        .init(sender: "dan", content: .init(text: "x")))
      for _ in 0..<4 { try await chain.restart() }
      let planned = try await chain.planEnded(created.msgid)
      #expect((planned.recipientCount, planned.memberCount) == (11_000, 1))
      let reached = try await chain.allDeliveries(created.msgid).map(\.recipientID)
      #expect(reached.count == 11_000)
      #expect(Set(reached) == Set(ids))
      #expect(
        try await chain.jobs.getJob(.init(jobid: created.jobid)).processedCount == 11_000)
    }
  }
}

/// Customers that list what the test wants, to see what a plan makes of it.
@Suite("Planning against customers that err", .timeLimit(.minutes(5)))
struct ScriptedPlanTests {
  /// Runs a broadcast against a script, the clock moving on, until its plan has ended.
  private func plan(
    _ script: String, _ body: (inout Chain, BroadcastsV1.Broadcast) async throws -> Void
  ) async throws {
    try await withChain { chain in
      let folder = try TemporaryFolder()
      let scripted = try await RunningService.start(ScriptedCustomers.self, in: folder)
      try await chain.restart(peers: [scripted])
      let created = try await chain.create(
        .init(sender: script, content: .init(text: "x")))
      try await body(&chain, created)
      await scripted.stop()
    }
  }

  /// Lets time pass until the plan has ended: a job that met passing trouble waits for the clock.
  private func ended(
    _ created: BroadcastsV1.Broadcast, _ chain: Chain
  ) async throws -> BroadcastsV1.Broadcast {
    while true {
      let now = try await chain.get(created.msgid)
      if now.state != .planning { return now }
      chain.service.clock.advance(seconds: 1)
    }
  }

  @Test("A stream that was cut is taken up where it was")
  func cut() async throws {
    try await plan("cut") { chain, created in
      let planned = try await ended(created, chain)
      #expect(planned.state == .active)
      #expect(
        try await chain.allDeliveries(created.msgid).map(\.recipientID) == ["wm-1", "wm-2", "wm-3"])
    }
  }

  @Test("A plan stopped in the middle goes on from its last step after a restart")
  func stopped() async throws {
    try await plan("hang") { chain, created in
      while try await chain.get(created.msgid).recipientCount < 2 {}
      await expectFailure(.unavailable, "BROADCAST_DISPATCHING", errcode: 41063) {
        try await chain.tasks.listMemberTasks(.init(msgid: created.msgid))
      }
      await expectFailure(.unavailable, "BROADCAST_DISPATCHING", errcode: 41063) {
        try await chain.tasks.confirmMemberTask(.init(msgid: created.msgid, userid: "hang"))
      }
      await expectFailure(.unavailable, "BROADCAST_DISPATCHING", errcode: 41063) {
        try await chain.deliveries.listDeliveries(.init(msgid: created.msgid))
      }
      #expect(try await chain.counts(created.msgid).pendingCount == 2)
      #expect(
        try await chain.jobs.getJob(.init(jobid: created.jobid)).processedCount == 2)
      let next = try await RunningService.start(ScriptedCustomers.self, in: TemporaryFolder())
      try await chain.restart(peers: [next])
      let planned = try await ended(created, chain)
      #expect((planned.state, planned.recipientCount) == (.active, 3))
      #expect(
        try await chain.allDeliveries(created.msgid).map(\.recipientID) == ["wm-1", "wm-2", "wm-3"])
      await next.stop()
    }
  }

  @Test("A plan that is cancelled in the middle stops there")
  func cancelled() async throws {
    try await plan("hang") { chain, created in
      while try await chain.get(created.msgid).recipientCount < 2 {}
      let cancelled = try await chain.broadcasts.cancelBroadcast(.init(msgid: created.msgid))
      #expect(cancelled.state == .cancelled)
      try await chain.restart()
      let later = try await chain.planned()
      #expect(later.state == .active)
      let counts = try await chain.counts(created.msgid)
      #expect((counts.recipientCount, counts.stoppedCount, counts.pendingCount) == (2, 2, 0))
      #expect(try await chain.get(created.msgid).state == .cancelled)
      #expect(try await chain.allDeliveries(created.msgid).allSatisfy { $0.state == .stopped })
    }
  }

  @Test(
    "A list that is not what it says it is fails the plan",
    arguments: [
      ("miscount", "AUDIENCE_MISMATCH", 0), ("loses", "AUDIENCE_MISMATCH", 2),
      ("twice", "RECIPIENT_REPEATED", 3),
    ] as [(String, String, Int64)])
  func erring(script: String, reason: String, written: Int64) async throws {
    try await plan(script) { chain, created in
      let failed = try await ended(created, chain)
      #expect(failed.state == .failed)
      #expect(failed.failureReason == reason)
      #expect(failed.recipientCount == written)
      #expect(try await chain.counts(created.msgid).stoppedCount == written)
      #expect(try await chain.lease().isEmpty)
    }
  }
}

/// Answers `ListAudience` by the script that the audience's first userid names.
private enum ScriptedCustomers: ServiceDefinition {
  typealias Change = CustomersV1.Change

  static let name = "customers"
  static let port = 0
  static let peers: [String] = []
  static let migrations: [Migration] = []

  static func routes(_ context: ServiceContext<Change>) -> [Route] {
    CustomersV1.AudienceService.routes(Handler(clock: context.clock))
  }

  private struct Handler: CustomersV1.AudienceServiceProtocol {
    let clock: Clock

    func previewAudience(
      _ request: CustomersV1.PreviewAudienceRequest, _ call: Call
    ) async throws -> CustomersV1.PreviewAudienceResponse {
      throw Status(.unimplemented)
    }

    func listAudience(
      _ request: CustomersV1.ListAudienceRequest,
      _ replies: ReplyStream<CustomersV1.ListAudienceResponse>, _ call: Call
    ) async throws {
      func send(_ ids: [String], _ cursor: String, listed: Int64, finished: Bool) async throws {
        try await replies.send(
          .init(
            recipients: ids.map { .init(externalUserid: $0, userid: "ann") }, cursor: cursor,
            listedCount: listed, finished: finished))
      }
      switch (request.audience?.userids.first, request.after) {
      case ("miscount", ""): try await send(["wm-1"], "2", listed: 2, finished: true)
      case (_, ""):
        try await send(["wm-1", "wm-2"], "2", listed: 2, finished: false)
        try await answerRest(request.audience?.userids.first)
      default: try await send(["wm-3"], "3", listed: 3, finished: true)
      }

      func answerRest(_ script: String?) async throws {
        switch script {
        case "hang": try await clock.sleep(until: clock.now.advanced(bySeconds: 1 << 32))
        case "loses": try await send([], "4", listed: 4, finished: true)
        case "twice": try await send(["wm-2"], "3", listed: 3, finished: true)
        default: return
        }
      }
    }
  }
}
