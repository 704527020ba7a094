import Fixtures
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

@Suite("TransferService", .timeLimit(.minutes(5)))
struct TransferTests {
  @Test("After 24 hours, not sooner, the relation moves with what was noted, and the feed tells")
  func moves() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      _ = try await customers.relations.addRelation(
        .init(
          customer: .init(externalUserid: "wm1"),
          relation: .init(
            userid: "a", status: .mutual, remark: "老王", description: "常客", addWay: .qrCode,
            state: "海报", tagIDs: PackedList(tags))))
      let begun = customers.service.clock.now
      let items = try await customers.transfer(["wm1"], from: "A", to: "b", msg: "您好")
      let due = begun.advanced(bySeconds: 86_400)
      #expect(items == [.init(externalUserid: "wm1", takeoverTime: due.timestamp)])
      customers.service.clock.advance(seconds: 86_399)
      let waiting = try await customers.results("a", "b")
      #expect(waiting.map(\.status) == [.waiting])
      #expect(waiting.first?.takeoverTime == due.timestamp)
      #expect(try await customers.followers(of: "wm1") == ["a"])
      try await customers.settle("a", "b", seconds: 1)

      let relation = try #require(try await customers.relation("b", "wm1"))
      #expect(try await customers.followers(of: "wm1") == ["b"])
      #expect((relation.remark, relation.description) == ("老王", "常客"))
      #expect((Array(relation.tagIDs), relation.state) == (tags, ""))
      #expect((relation.addWay, relation.operUserid) == (.assigned, "a"))
      #expect((relation.status, relation.createTime) == (.mutual, due.timestamp))
      let done = try #require(try await customers.results("a", "b").first)
      #expect((done.status, done.takeoverTime) == (.done, due.timestamp))
      #expect((done.kind, done.transferSuccessMsg) == (.onJob, "您好"))

      let changes = try await customers.firstChanges(8).suffix(4)
      #expect(changes.map(\.origin) == [.api, .job, .job, .job])
      let events = changes.map(\.event)
      #expect(events[0] == .transferAccepted(waiting[0]))
      guard case .relationRemoved(let removed) = events[1] else {
        Issue.record("\(events[1]!) is no removal")
        return
      }
      #expect(removed.source == .deleteByTransfer)
      #expect(removed.relation?.userid == "a")
      #expect(removed.relation?.status == .deletedByMember)
      #expect(events[2]?.kind == "added")
      #expect(events[2]?.relation == relation)
      #expect(events[3] == .transferCompleted(done))

      let owners = try await customers.transfers.listFormerOwners(.init(externalUserid: "wm1"))
      #expect(
        owners.owners == [
          .init(
            userid: "a", startTime: begun.timestamp, endTime: due.timestamp, takeoverUserid: "b",
            kind: .onJob)
        ])
    }
  }

  @Test("Each customer is accepted, or it is said why not")
  func items() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      try await customers.add("c", "wm2")
      try await customers.add("a", "wm3")
      try await customers.remove("a", "wm3", by: .customer)
      let items = try await customers.transfer(
        ["wm1", "wm1", "wm2", "wm3", "wm9", "坏"], from: "a", to: "b")
      #expect(items.map(\.errcode) == [0, 40129, 40131, 40131, 40096, 40096])
      #expect(
        items.map(\.reason) == [
          "", "BEING_TRANSFERRED", "NOT_FOLLOWED_BY_HANDOVER_MEMBER",
          "NOT_FOLLOWED_BY_HANDOVER_MEMBER", "CUSTOMER_NOT_FOUND", "BAD_ID",
        ])
      #expect(try await customers.transfer(["wm1"], from: "a", to: "c").map(\.errcode) == [40129])
    }
  }

  @Test("On the job a customer is handed over twice in 90 natural days, those that wait counted")
  func twice() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      // Moved on the 6th and 7th of January.
      for (from, to) in [("a", "b"), ("b", "c")] {
        #expect(try await customers.transfer(["wm1"], from: from, to: to).map(\.errcode) == [0])
        try await customers.settle(from, to)
      }
      let third = try await customers.transfer(["wm1"], from: "c", to: "d")
      #expect(third.map(\.errcode) == [40128])
      customers.service.clock.advance(seconds: 88 * 86_400)
      #expect(try await customers.transfer(["wm1"], from: "c", to: "d").map(\.errcode) == [40128])
      customers.service.clock.advance(seconds: 86_400)
      #expect(try await customers.transfer(["wm1"], from: "c", to: "a").map(\.errcode) == [0])
      try await customers.settle("c", "a")
      let last = try #require(try await customers.results("c", "a").first)
      #expect(last.hadBefore)
      let owners = try await customers.transfers.listFormerOwners(
        .init(externalUserid: "wm1", pageSize: 2))
      #expect(owners.owners.map(\.userid) == ["c", "b"])
      let rest = try await customers.transfers.listFormerOwners(
        .init(externalUserid: "wm1", pageSize: 2, pageToken: owners.nextPageToken))
      #expect(rest.owners.map(\.userid) == ["a"])
      #expect(rest.nextPageToken.isEmpty)
    }
  }

  @Test("A customer who refuses while he waits stays, and may be asked again")
  func refuses() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      try await customers.transfer(["wm1"], from: "a", to: "b")
      let request = CustomersV1.RefuseTransferRequest(
        handoverUserid: "a", takeoverUserid: "b", externalUserid: "wm1", requestID: "r-1")
      let refused = try await customers.transfers.refuseTransfer(request)
      #expect((refused.status, refused.takeoverTime) == (.refused, nil))
      #expect(refused.failReason == .customerRefused)
      #expect(try await customers.transfers.refuseTransfer(request) == refused)
      await expectFailure(.notFound, "TRANSFER_NOT_WAITING") {
        try await customers.transfers.refuseTransfer(
          .init(handoverUserid: "a", takeoverUserid: "b", externalUserid: "wm1"))
      }
      #expect(try await customers.firstChanges(3).last?.event == .transferFailed(refused))
      #expect(try await customers.transfer(["wm1"], from: "a", to: "b").map(\.errcode) == [0])
      try await customers.settle("a", "b")
      #expect(try await customers.followers(of: "wm1") == ["b"])
    }
  }

  @Test("A take-over member who has as many customers as he may takes none: status FULL")
  func full() async throws {
    try await withCustomers(policies: policies(["member_customers_max": 2])) { customers in
      for id in ["wm1", "wm2"] { try await customers.add("a", id) }
      try await customers.add("b", "wm3")
      try await customers.transfer(["wm1", "wm2"], from: "a", to: "b")
      try await customers.settle("a", "b")
      let found = try await customers.results("a", "b")
      #expect(found.map(\.status) == [.done, .full])
      #expect(found[1].takeoverTime == nil)
      #expect(found[1].failReason == .customerLimitExceed)
      #expect(try await customers.followers(of: "wm2") == ["a"])
      #expect(try await customers.firstChanges(9).last?.event == .transferFailed(found[1]))
    }
  }

  @Test("Who is the take-over member's friend already gets no second relation, and no add event")
  func friend() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      let mine = try await customers.add("b", "wm1").relation
      try await customers.transfer(["wm1"], from: "a", to: "b")
      try await customers.settle("a", "b")
      #expect(try await customers.followers(of: "wm1") == ["b"])
      #expect(try await customers.relation("b", "wm1") == mine)
      let done = try #require(try await customers.results("a", "b").first)
      #expect(done.hadBefore)
      let events = try await customers.firstChanges(5).suffix(2).map(\.event)
      #expect(events[0]?.kind == "removed")
      #expect(events[1] == .transferCompleted(done))
    }
  }

  @Test("Who parts with the handover member while he waits is not handed over")
  func parts() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      try await customers.transfer(["wm1"], from: "a", to: "b")
      try await customers.remove("a", "wm1", by: .customer)
      try await customers.settle("a", "b")
      let found = try #require(try await customers.results("a", "b").first)
      #expect((found.status, found.failReason) == (.refused, .relationEnded))
      #expect(try await customers.relation("b", "wm1") == nil)
    }
  }

  @Test("Results are paged, of all or of one status")
  func pages() async throws {
    try await withCustomers { customers in
      let ids = (1...7).map { "wm\($0)" }
      for id in ids { try await customers.add("a", id) }
      try await customers.transfer(ids, from: "a", to: "b")
      for id in ["wm2", "wm5"] {
        _ = try await customers.transfers.refuseTransfer(
          .init(handoverUserid: "a", takeoverUserid: "b", externalUserid: id))
      }
      #expect(try await customers.results("a", "b", pageSize: 3).map(\.externalUserid) == ids)
      let refused = try await customers.results("a", "b", status: .refused, pageSize: 1)
      #expect(refused.map(\.externalUserid) == ["wm2", "wm5"])
      #expect(try await customers.results("b", "a").isEmpty)
      let page = try await customers.transfers.getTransferResult(
        .init(handoverUserid: "a", takeoverUserid: "b", pageSize: 3))
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await customers.transfers.getTransferResult(
          .init(handoverUserid: "a", takeoverUserid: "c", pageToken: page.nextPageToken))
      }
    }
  }

  @Test("What is malformed or too much is refused, naming the field; the edge is taken")
  func shapes() async throws {
    try await withCustomers { customers in
      func refused(
        _ reason: String, _ field: String, _ errcode: Int, ids: [String] = ["wm1"],
        from: String = "a", to: String = "b", msg: String = ""
      ) async {
        await expectFailure(.invalidArgument, reason, field: field, errcode: errcode) {
          try await customers.transfer(ids, from: from, to: to, msg: msg)
        }
      }
      await refused("REQUIRED", "handover_userid", 40003, from: "")
      await refused("BAD_USERID", "takeover_userid", 40003, to: "坏")
      await refused("REQUIRED", "external_userids", 40058, ids: [])
      await refused("TOO_LONG", "external_userids", 40058, ids: (1...101).map { "wm\($0)" })
      await refused(
        "TOO_LONG", "transfer_success_msg", 40058, msg: String(repeating: "好", count: 201))
      await refused("SAME_MEMBER", "takeover_userid", 40130, to: "A")
      let most = try await customers.transfer(
        (1...100).map { "wm\($0)" }, from: "a", to: "b", msg: String(repeating: "好", count: 200))
      #expect(most.map(\.errcode) == Array(repeating: 40096, count: 100))
      await expectFailure(.notFound, "CUSTOMER_NOT_FOUND", errcode: 40096) {
        try await customers.transfers.listFormerOwners(.init(externalUserid: "wm1"))
      }
    }
  }

  @Test("A repeated request has one effect and one answer")
  func requestID() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      let first = try await customers.transfer(["wm1"], from: "a", to: "b", requestID: "r-1")
      #expect(first.map(\.errcode) == [0])
      #expect(
        try await customers.transfer(["wm1"], from: "a", to: "b", requestID: "r-1") == first)
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED") {
        try await customers.transfer(["wm1"], from: "a", to: "c", requestID: "r-1")
      }
    }
  }
}
