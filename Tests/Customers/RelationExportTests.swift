import Fixtures
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

@Suite("ListCorpRelations", .timeLimit(.minutes(5)))
struct RelationExportTests {
  private func messages(
    _ customers: CustomersCaller, after cursor: String = "", options: CallOptions = .init()
  ) async throws -> [CustomersV1.ListCorpRelationsResponse] {
    var messages: [CustomersV1.ListCorpRelationsResponse] = []
    for try await message in customers.relations.listCorpRelations(
      .init(after: cursor), options: options)
    {
      messages.append(message)
    }
    return messages
  }

  @Test("What was exported and imported into an empty corp is the same corp")
  func roundTrip() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      let others = try await customers.tags.createTagGroup(
        .init(groupName: "等级", tags: [.init(name: "金卡"), .init(name: "银卡")]), options: otherCorp
      ).tags.map(\.tagID)
      _ = try await customers.importAll([
        [
          .init(
            customer: .init(
              externalUserid: "wm1", name: "王", avatar: "https://a", type: .wechat,
              gender: .female, unionid: "u1", createTime: .init(seconds: 50)),
            relation: .init(
              userid: "a", status: .half, remark: "王姐", description: "爱喝茶", addWay: .qrCode,
              operUserid: "wm1", state: "门店", tagIDs: PackedList(tags),
              createTime: .init(seconds: 100),
              lastChatTime: .init(seconds: 200), remarkCorpName: "百草园",
              remarkMobiles: ["13800001234", "10086"])),
          .init(
            customer: .init(externalUserid: "wo2", type: .wecom, corpName: "某司"),
            relation: .init(userid: "b", addWay: .init(rawValue: 77), tagIDs: [tags[1]])),
          .sample("b", "wm1", chatted: 7), .sample("a", "wm3"), .sample("c", "wm3", tags: tags),
        ]
      ])
      try await customers.remove("c", "wm3", by: .customer)
      try await customers.remove("a", "wm3", by: .member)

      let exported = try await messages(customers).flatMap(\.relations)
      #expect(exported.map { $0.relation?.userid } == ["a", "b", "b", "c"])
      #expect(exported[0].customer?.createTime == .init(seconds: 50))
      #expect(exported.last?.relation?.status == .deletedByCustomer)
      let moved = exported.map { pair in
        var pair = pair
        let tagIDs = pair.relation?.tagIDs ?? []
        pair.relation?.tagIDs = PackedList(tagIDs.map { others[tags.firstIndex(of: $0)!] })
        return pair
      }
      func importAll() async throws -> CustomersV1.ImportRelationsResponse {
        try await customers.relations.importRelations(options: otherCorp) {
          try await $0.send(.init(relations: moved))
        }
      }
      #expect(try await importAll() == .init(addedCount: 4))
      #expect(try await messages(customers, options: otherCorp).flatMap(\.relations) == moved)
      // Once more changes nothing.
      #expect(try await importAll() == .init(updatedCount: 4))
      #expect(try await messages(customers, options: otherCorp).flatMap(\.relations) == moved)
      let behavior = try await CustomersV1.BehaviorServiceClient(customers.service.channel)
        .getUserBehaviorData(
          .init(
            userids: ["c"],
            startTime: customers.service.clock.now.timestamp,
            endTime: customers.service.clock.now.timestamp), options: otherCorp)
      #expect(behavior.behaviorData.allSatisfy { $0.negativeFeedbackCnt == 0 })
    }
  }

  @Test("Cut after any message it goes on with what it would have given")
  func resumed() async throws {
    try await withCustomers { customers in
      let all = (0..<1003).map { number in
        CustomersV1.CustomerRelation.sample("m\(number % 3)", "wm\(number / 2)")
      }
      _ = try await customers.importAll([Array(all[..<600]), Array(all[600...])])
      let whole = try await messages(customers)
      let listed = whole.flatMap(\.relations)
      #expect(whole.map(\.relations.count) == [250, 250, 250, 250, 3])
      #expect(whole.map(\.exportedCount) == [250, 500, 750, 1000, 1003])
      #expect(whole.map(\.finished) == [false, false, false, false, true])
      let pairs = listed.map { "\($0.relation?.userid ?? "") \($0.customer?.externalUserid ?? "")" }
      #expect(Set(pairs).count == 1003)
      // Somebody who comes meanwhile is not in it; what changes meanwhile is told as it is.
      try await customers.add("m9", "wmNew")
      try await customers.remove("m2", "wm500", by: .customer)
      for cut in whole.indices.dropLast() {
        let rest = try await messages(customers, after: whole[cut].cursor)
        #expect(rest.map(\.exportedCount) == Array(whole[(cut + 1)...]).map(\.exportedCount))
        #expect(
          rest.flatMap(\.relations).map(\.customer)
            == whole[(cut + 1)...].flatMap(\.relations).map(\.customer))
      }
      let last = try await messages(customers, after: whole[3].cursor)
      let removed = last.flatMap(\.relations).filter { $0.relation?.status == .deletedByCustomer }
      #expect(removed.map { $0.customer?.externalUserid } == ["wm500"])
      #expect(try await messages(customers, after: whole[4].cursor).map(\.finished) == [true])
    }
  }

  @Test("A corp without relations exports one empty message, a malformed cursor is refused")
  func emptyAndMalformed() async throws {
    try await withCustomers { customers in
      let all = try await messages(customers)
      #expect(all.map(\.finished) == [true])
      #expect(all.flatMap(\.relations) == [])
      let token = try await customers.audiences.listAudience(.init(audience: .init()))
        .reduce(into: "") { $0 = $1.cursor }
      for (cursor, reason) in [("x", "BAD_PAGE_TOKEN"), (token, "FOREIGN_PAGE_TOKEN")] {
        await expectFailure(.invalidArgument, reason, field: "after", errcode: 50100) {
          try await self.messages(customers, after: cursor)
        }
      }
    }
  }

  @Test("A relation the customer removed is imported as that, and goes on as it stands")
  func removedByCustomer() async throws {
    try await withCustomers { customers in
      func removed(_ id: String) -> CustomersV1.CustomerRelation {
        .sample("a", id, status: .deletedByCustomer)
      }
      #expect(try await customers.importAll([[removed("wm1")]]) == .init(addedCount: 1))
      #expect(try await customers.relation("a", "wm1")?.status == .deletedByCustomer)
      try await customers.add("a", "wm2")
      #expect(
        try await customers.importAll([[removed("wm1"), removed("wm2")]])
          == .init(updatedCount: 2))
      #expect(try await customers.relation("a", "wm2")?.status == .mutual)
      let changes = try await customers.firstChanges(4)
      #expect(changes.map { $0.event?.kind } == ["updated", "added", "updated", "updated"])
      await expectFailure(.invalidArgument, "BAD_STATUS", field: "relation.status") {
        try await customers.relations.addRelation(
          .init(
            customer: .init(externalUserid: "wm3"),
            relation: .init(userid: "a", status: .deletedByCustomer)))
      }
      let outcome = try await customers.importAll([
        [
          .init(
            customer: .init(externalUserid: "wm4", createTime: .init(seconds: 4_000_000_000)),
            relation: .init(userid: "a"))
        ]
      ])
      #expect(outcome.failures.map(\.reason) == ["IN_THE_FUTURE"])
    }
  }
}
