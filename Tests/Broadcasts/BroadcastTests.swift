import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("BroadcastService", .timeLimit(.minutes(5)))
struct BroadcastTests {
  @Test("A broadcast is created in planning, then planned, and read back whole")
  func created() async throws {
    try await withChain { chain in
      let content = BroadcastsV1.Content(
        text: "周二果粉日",
        attachments: [
          .init(body: .image(.init(mediaID: "m1"))),
          .init(body: .link(.init(title: "券", picurl: "https://p", desc: "满减", url: "https://u"))),
          .init(
            body: .miniprogram(
              .init(title: "商城", picMediaID: "m2", appid: "wx1", page: "pages/index"))),
          .init(body: .video(.init(mediaID: "m3"))), .init(body: .file(.init(mediaID: "m4"))),
        ])
      let audience = CustomersV1.Audience(externalUserids: ["wm-a1", "wm-b1"])
      let created = try await chain.create(
        .init(
          msgid: "mine", name: "果粉日", content: content, audience: audience, state: .finished,
          recipientCount: 7))
      #expect(created.msgid.hasPrefix("msg") && created.msgid.count == 33)
      #expect(created.state == .planning)
      #expect(created.chatType == .single)
      #expect(created.recipientCount == 0)
      #expect(created.createTime == chain.service.clock.now.timestamp)
      let planned = try await chain.planEnded(created.msgid)
      #expect(planned.state == .active)
      #expect((planned.recipientCount, planned.memberCount, planned.refusedCount) == (2, 2, 0))
      let whole = try await chain.get(created.msgid)
      #expect(whole.content == content)
      #expect(whole.audience == audience)
      #expect(whole.planTime == chain.service.clock.now.timestamp)
      #expect(planned.content == nil && planned.audience == nil)
      let job = try await chain.jobs.getJob(.init(jobid: created.jobid))
      #expect(job.kind == "plan-broadcast")
      #expect(job.processedCount == 2)
    }
  }

  @Test("Wrong fields are named in the answer")
  func wrong() async throws {
    try await withChain { chain in
      func refused(
        _ broadcast: BroadcastsV1.Broadcast?, _ reason: String, _ field: String, _ errcode: Int?
      ) async {
        await expectFailure(.invalidArgument, reason, field: field, errcode: errcode) {
          try await chain.broadcasts.createBroadcast(.init(broadcast: broadcast))
        }
      }
      var broadcast = Chain.everybody
      await refused(nil, "REQUIRED", "broadcast", nil)
      broadcast.content = nil
      await refused(broadcast, "REQUIRED", "broadcast.content", 40058)
      broadcast.content = .init()
      await refused(broadcast, "CONTENT_EMPTY", "broadcast.content", 40058)
      broadcast.content = .init(text: String(repeating: "果", count: 1334))
      await refused(broadcast, "TOO_LONG", "broadcast.content.text", 45002)
      broadcast.content = .init(attachments: [.init()])
      await refused(
        broadcast, "UNKNOWN_ATTACHMENT", "broadcast.content.attachments[0]", 41065)
      broadcast.content = .init(text: "x")
      broadcast.name = String(repeating: "名", count: 65)
      await refused(broadcast, "TOO_LONG", "broadcast.name", 40058)
      broadcast.name = ""
      broadcast.chatType = .init(rawValue: 9)
      await refused(broadcast, "UNKNOWN_VALUE", "broadcast.chat_type", 40058)
      broadcast.chatType = .group
      await refused(broadcast, "NOT_FOR_GROUPS", "broadcast.audience", 40058)
      broadcast.audience = nil
      await refused(broadcast, "REQUIRED", "broadcast.sender", 41009)
      let kept = try await chain.broadcasts.listBroadcasts(.init()).broadcasts
      #expect(kept.isEmpty)
    }
  }

  @Test("An unknown msgid is not found, a missing one is named, by each call that takes it")
  func unknown() async throws {
    try await withChain { chain in
      let caller = chain
      let calls: [(String) async throws -> Void] = [
        { _ = try await caller.broadcasts.getBroadcast(.init(msgid: $0)) },
        { _ = try await caller.broadcasts.cancelBroadcast(.init(msgid: $0)) },
        { _ = try await caller.broadcasts.listRefusals(.init(msgid: $0)) },
        { _ = try await caller.tasks.listMemberTasks(.init(msgid: $0)) },
        { _ = try await caller.tasks.confirmMemberTask(.init(msgid: $0, userid: "ann")) },
        { _ = try await caller.deliveries.listDeliveries(.init(msgid: $0)) },
        { _ = try await caller.reports.getBroadcastReport(.init(msgid: $0)) },
        { _ = try await caller.reports.listMemberReports(.init(msgid: $0)) },
      ]
      for call in calls {
        await expectFailure(.notFound, "BROADCAST_NOT_FOUND", field: "msgid", errcode: 41047) {
          try await call("msg-unknown")
        }
        await expectFailure(.invalidArgument, "REQUIRED", field: "msgid", errcode: 41046) {
          try await call("")
        }
      }
    }
  }

  @Test(
    "A list of a window has what was created in it, both ends included, and of the kind asked for")
  func window() async throws {
    try await withChain { chain in
      var created: [BroadcastsV1.Broadcast] = []
      for _ in 0..<4 {
        created.append(try await chain.planned())
        chain.service.clock.advance(seconds: 86_400)
      }
      func listed(_ request: BroadcastsV1.ListBroadcastsRequest) async throws -> [String] {
        var request = request
        request.pageSize = 1
        var msgids: [String] = []
        repeat {
          let page = try await chain.broadcasts.listBroadcasts(request)
          msgids += page.broadcasts.map(\.msgid)
          request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        return msgids
      }
      let (first, last) = (created[1].createTime, created[2].createTime)
      #expect(
        try await listed(.init(startTime: first, endTime: last)) == [
          created[2].msgid, created[1].msgid,
        ])
      #expect(try await listed(.init(startTime: last, endTime: last)) == [created[2].msgid])
      #expect(
        try await listed(.init(chatType: .single)) == created.reversed().map(\.msgid))
      #expect(try await listed(.init(chatType: .group)).isEmpty)
      #expect(
        try await listed(.init(chatType: .single, startTime: last, endTime: last)).count == 1)

      let start = try #require(first)
      var month = start
      month.seconds += 31 * 86_400
      #expect(try await listed(.init(startTime: start, endTime: month)).count == 3)
      var longer = month
      longer.nanos += 1000
      let refused: [(BroadcastsV1.ListBroadcastsRequest, String, String)] = [
        (.init(startTime: start, endTime: longer), "WINDOW_TOO_LONG", "end_time"),
        (.init(startTime: last, endTime: first), "EMPTY_WINDOW", "end_time"),
        (.init(startTime: first), "REQUIRED", "end_time"),
        (.init(endTime: first), "REQUIRED", "start_time"),
      ]
      for (request, reason, field) in refused {
        await expectFailure(.invalidArgument, reason, field: field, errcode: 40058) {
          try await chain.broadcasts.listBroadcasts(request)
        }
      }
      await expectFailure(.invalidArgument, "BAD_TIMESTAMP", field: "start_time") {
        try await chain.broadcasts.listBroadcasts(
          .init(startTime: .init(nanos: -1), endTime: last))
      }
    }
  }

  @Test("Lists go newest first, page by page, and a token opens no other list")
  func pages() async throws {
    try await withChain { chain in
      var msgids: [String] = []
      for _ in 0..<5 { msgids.insert(try await chain.planned().msgid, at: 0) }
      var seen: [String] = []
      var reported: [String] = []
      var token = ""
      var reportToken = ""
      for _ in 0..<3 {
        let page = try await chain.broadcasts.listBroadcasts(
          .init(pageSize: 2, pageToken: token))
        seen += page.broadcasts.map(\.msgid)
        token = page.nextPageToken
        let reports = try await chain.reports.listBroadcastReports(
          .init(pageSize: 2, pageToken: reportToken))
        reported += reports.reports.map(\.msgid)
        reportToken = reports.nextPageToken
      }
      #expect(seen == msgids)
      #expect(reported == msgids)
      #expect(token.isEmpty && reportToken.isEmpty)
      let foreign = try await chain.broadcasts.listBroadcasts(.init(pageSize: 2)).nextPageToken
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await chain.reports.listBroadcastReports(.init(pageToken: foreign))
      }
      let taskToken = try await chain.tasks.listMemberTasks(
        .init(msgid: msgids[0], pageSize: 2)
      ).nextPageToken
      #expect(
        try await chain.tasks.listMemberTasks(
          .init(msgid: msgids[0], pageSize: 2, pageToken: taskToken)
        ).memberTasks.count == 1)
      let caller = chain
      for calls in [
        {
          _ = try await caller.tasks.listMemberTasks(
            .init(msgid: msgids[1], pageToken: taskToken))
        },
        {
          _ = try await caller.deliveries.listDeliveries(
            .init(msgid: msgids[0], pageToken: taskToken))
        },
        {
          _ = try await caller.reports.listMemberReports(
            .init(msgid: msgids[0], pageToken: taskToken))
        },
        {
          _ = try await caller.broadcasts.listRefusals(
            .init(msgid: msgids[0], pageToken: taskToken))
        },
      ] as [() async throws -> Void] {
        await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
          try await calls()
        }
      }
      await expectFailure(.invalidArgument, "NEGATIVE", field: "page_size") {
        try await chain.broadcasts.listBroadcasts(.init(pageSize: -1))
      }
    }
  }

  @Test("A corp sees nothing of another's")
  func corps() async throws {
    try await withChain { chain in
      let mine = try await chain.confirmed()
      let other = CallOptions(metadata: ["siyu-corp": "other"])
      await expectFailure(.notFound, "BROADCAST_NOT_FOUND") {
        try await chain.broadcasts.getBroadcast(.init(msgid: mine.msgid), options: other)
      }
      #expect(
        try await chain.deliveries.leaseDeliveries(.init(channelID: "app"), options: other)
          .deliveries.isEmpty)
      #expect(
        try await chain.reports.listBroadcastReports(.init(), options: other).reports.isEmpty)
    }
  }
}
