import Fixtures
import Messages
import RPC
import Testing

@Suite("ImportRelations", .timeLimit(.minutes(5)))
struct ImportTests {
  @Test("Batches are applied in order: new relations added, those that stand overwritten")
  func batches() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      let outcome = try await customers.importAll([
        [
          .sample("a", "wm1", status: .half, tags: tags, created: 100, chatted: 200),
          .sample("a", "wm2", created: 50),
        ],
        [
          .sample("A", "wm1", status: .mutual, tags: [tags[1]]),
          .sample("b", "wm1"),
        ],
      ])
      #expect(outcome == .init(addedCount: 3, updatedCount: 1))
      let relation = try await customers.relation("a", "wm1")
      #expect(relation?.status == .mutual)
      #expect(relation?.tagIDs == [tags[1]])
      #expect(relation?.createTime == .init(seconds: 100))
      #expect(relation?.lastChatTime == .init(seconds: 200))
      #expect(try await customers.relation("a", "wm2")?.createTime == .init(seconds: 50))
      #expect(try await customers.tags.getTag(.init(tagID: tags[0])).relationCount == 0)
      let changes = try await customers.firstChanges(7)
      #expect(changes.suffix(4).map { $0.event?.kind } == ["added", "added", "added", "added"])
    }
  }

  @Test("The feed tells each relation of an import whole, with tags that were deleted since")
  func changes() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      _ = try await customers.importAll([
        [.sample("a", "wm1", tags: tags, created: 100), .sample("b", "wm1")],
        [.sample("a", "wm1", tags: [tags[1]])],
      ])
      _ = try await customers.tags.deleteTag(.init(tagID: tags[1]))
      let told = try await customers.firstChanges(6).compactMap { $0.event?.relation }
      #expect(told.map(\.userid) == ["a", "b", "a"])
      #expect(told.map { Array($0.tagIDs) } == [tags, [], [tags[1]]])
      #expect(told[0].externalUserid == "wm1")
      #expect(told[0].createTime == .init(seconds: 100))
      // A watcher who begins in the middle is told the same.
      let cursor = try await customers.firstChanges(4)[3].cursor
      let later = try await customers.firstChanges(2, after: cursor)
      #expect(later.compactMap { $0.event?.relation.map { Array($0.tagIDs) } } == [[], [tags[1]]])
    }
  }

  @Test(
    "Batches of one transaction: one whose request_id was used otherwise ends it, those before stay"
  )
  func together() async throws {
    try await withCustomers { customers in
      _ = try await customers.importAll([[.sample("a", "wm1")]], requestIDs: ["used"])
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await customers.importAll(
          [[.sample("a", "wm2")], [.sample("a", "wm3")], [.sample("a", "wm4")]],
          requestIDs: ["new", "used", "newer"])
      }
      let kept = try await customers.relation("a", "wm2")
      #expect(kept != nil)
      for lost in ["wm3", "wm4"] {
        await expectFailure(.notFound, "CUSTOMER_NOT_FOUND") {
          try await customers.relations.getCustomer(.init(externalUserid: lost))
        }
      }
    }
  }

  @Test("A stream of more batches than one transaction takes is written in order")
  func manyBatches() async throws {
    try await withCustomers { customers in
      let batches = (0..<11).map { batch in
        (0..<3).map { CustomersV1.CustomerRelation.sample("a", "wm\(batch * 3 + $0)") }
      }
      #expect(try await customers.importAll(batches).addedCount == 33)
      let changes = try await customers.firstChanges(33)
      #expect(
        changes.compactMap { $0.event?.relation?.externalUserid } == (0..<33).map { "wm\($0)" })
    }
  }

  @Test("Items that break a rule are left out and told, the others are kept")
  func failures() async throws {
    try await withCustomers(policies: policies(["member_customers_max": 2])) { customers in
      let outcome = try await customers.importAll([
        [
          .sample("a", "wm1"),
          .sample("-", "wm2"),
          .sample("a", "wm3", tags: ["etUnknown"]),
          .init(customer: .init(externalUserid: "wm4")),
          .init(relation: .init(userid: "a")),
          .sample("a", "wm5", created: 4_000_000_000),
          .sample("a", "wm6"),
          .sample("a", "wm7"),
        ]
      ])
      #expect(outcome.addedCount == 2)
      #expect(outcome.failedCount == 6)
      #expect(
        outcome.failures.map(\.reason) == [
          "BAD_USERID", "TAG_NOT_FOUND", "REQUIRED", "REQUIRED", "IN_THE_FUTURE",
          "CUSTOMER_LIMIT_REACHED",
        ])
      #expect(outcome.failures.map(\.errcode) == [40003, 40068, 0, 41035, 0, 40099])
      #expect(outcome.failures.map(\.externalUserid) == ["wm2", "wm3", "wm4", "", "wm5", "wm7"])
      let listed = try await customers.relations.listRelations(.init(userid: "a"))
      #expect(listed.relations.compactMap(\.customer?.externalUserid) == ["wm1", "wm6"])
      // What was left out left nothing behind.
      await expectFailure(.notFound, "CUSTOMER_NOT_FOUND") {
        try await customers.relations.getCustomer(.init(externalUserid: "wm3"))
      }
    }
  }

  @Test("A removed relation is taken up again by an import")
  func takenUp() async throws {
    try await withCustomers { customers in
      _ = try await customers.importAll([[.sample("a", "wm1"), .sample("a", "wm2")]])
      try await customers.remove("a", "wm1", by: .customer)
      try await customers.remove("a", "wm2", by: .member)
      let outcome = try await customers.importAll([
        [.sample("a", "wm1", status: .half), .sample("a", "wm2")]
      ])
      #expect(outcome == .init(addedCount: 2))
      #expect(try await customers.relation("a", "wm1")?.status == .half)
      #expect(try await customers.relation("a", "wm2")?.status == .mutual)
    }
  }

  @Test("A stream cut in the middle is sent again whole, and nothing is done twice")
  func resumed() async throws {
    try await withCustomers { customers in
      let batches = (0..<4).map { batch in
        (0..<10).map { CustomersV1.CustomerRelation.sample("a", "wm\(batch * 10 + $0)") }
      }
      let ids = (0..<4).map { "b-\($0)" }
      _ = try await customers.importAll(Array(batches[..<2]), requestIDs: ids)
      #expect(try await customers.importAll(batches, requestIDs: ids).addedCount == 40)
      #expect(try await customers.firstChanges(40).map(\.sequence) == Array(1...40))
      try await customers.add("a", "wm40")
      let last = try await customers.firstChanges(41).last
      #expect(last?.event?.relation?.externalUserid == "wm40")
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await customers.importAll([batches[1]], requestIDs: ids)
      }
    }
  }

  @Test("A batch of 1000 is taken; an empty one and one of 1001 end the stream, those before stay")
  func batchSize() async throws {
    try await withCustomers { customers in
      let full = (0..<1000).map { CustomersV1.CustomerRelation.sample("a", "wm\($0)") }
      #expect(try await customers.importAll([full]).addedCount == 1000)
      await expectFailure(.invalidArgument, "REQUIRED", field: "relations") {
        try await customers.importAll([[.sample("b", "wm1")], []])
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "relations") {
        try await customers.importAll([full + [.sample("a", "wm1000")]])
      }
      let kept = try await customers.relation("b", "wm1")
      #expect(kept != nil)
    }
  }

  @Test("At most 1000 failures are listed, all are counted")
  func manyFailures() async throws {
    try await withCustomers { customers in
      let bad = (0..<1000).map { CustomersV1.CustomerRelation.sample("-", "wm\($0)") }
      let outcome = try await customers.importAll([bad, Array(bad[..<5])])
      #expect(outcome.failedCount == 1005)
      #expect(outcome.failures.count == 1000)
    }
  }
}
