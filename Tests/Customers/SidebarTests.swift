import Fixtures
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

@Suite("GetSidebarContext", .timeLimit(.minutes(5)))
struct SidebarTests {
  @Test("One call tells the person, the relation, its tags and who else follows him")
  func whole() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", group: "等级")
      try await customers.add("lili", "wm1", tags: tags)
      for number in 0..<11 { try await customers.add("m\(number)", "wm1") }
      let context = try await customers.sidebar.getSidebarContext(
        .init(userid: "LILI", externalUserid: "wm1"))
      #expect(context.customer?.name == "客户 wm1")
      #expect(context.relation?.userid == "lili")
      #expect(
        try context.tags.unpacked() == [
          .init(tagID: tags[0], tagName: "金卡", groupName: "等级", type: .corp)
        ])
      #expect(context.otherUserids == (0..<10).map { "m\($0)" })
      #expect(context.hasMoreOthers)
      #expect(context.last30Days == .init())
      try await customers.remove("m10", "wm1", by: .member)
      let fewer = try await customers.sidebar.getSidebarContext(
        .init(userid: "m0", externalUserid: "wm1"))
      #expect(fewer.otherUserids == ["lili"] + (1..<10).map { "m\($0)" })
      #expect(!fewer.hasMoreOthers)
    }
  }

  @Test("Who is not related, or was removed, is NOT_FOUND; ids are checked")
  func failures() async throws {
    try await withCustomers { customers in
      try await customers.add("lili", "wm1")
      try await customers.add("wang", "wm1")
      try await customers.remove("wang", "wm1", by: .member)
      for (userid, id) in [("wang", "wm1"), ("nobody", "wm1"), ("lili", "wm2")] {
        await expectFailure(.notFound, "NOT_RELATED", errcode: 84061) {
          try await customers.sidebar.getSidebarContext(.init(userid: userid, externalUserid: id))
        }
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "userid") {
        try await customers.sidebar.getSidebarContext(.init(externalUserid: "wm1"))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "external_userid", errcode: 41035) {
        try await customers.sidebar.getSidebarContext(.init(userid: "lili"))
      }
    }
  }

  @Test("The counts are those of the last 30 days, today included")
  func window() async throws {
    try await withCustomers { customers in
      try await customers.add("lili", "wm1")
      try await customers.record(
        .sample("lili", "wm1", .fromCustomer, kind: .visit, at: customers.today(hour: 1)),
        .sample("lili", "wm1", .fromCustomer, kind: .read, at: customers.today(hour: 1)),
        .sample("lili", "wm1", .fromMember, kind: .call, at: customers.today(hour: 1)))
      let first = try await customers.context("lili", "wm1") { $0.visitCount == 1 }.last30Days
      #expect(first?.readCount == 1)
      #expect(first?.callCount == 1)
      #expect(first?.lastDayTime == .init(seconds: customers.today(hour: 0)))
      customers.service.clock.advance(seconds: 29 * 86_400)
      #expect(try await customers.context("lili", "wm1").last30Days == first)
      customers.service.clock.advance(seconds: 86_400)
      #expect(try await customers.context("lili", "wm1").last30Days == .init())
    }
  }
}
