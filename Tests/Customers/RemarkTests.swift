import Fixtures
import Messages
import RPC
import Testing

@Suite("Remarks", .timeLimit(.minutes(5)))
struct RemarkTests {
  private static let noted = CustomersV1.Relation(
    userid: "a", externalUserid: "wm1", remark: "王姐", description: "爱喝茶", remarkCorpName: "百草园",
    remarkMobiles: ["13800001234", "+86 (20) 8123-4567"])

  @discardableResult
  private func add(
    _ customers: CustomersCaller, _ relation: CustomersV1.Relation = Self.noted,
    type: CustomersV1.CustomerType = .wechat
  ) async throws -> CustomersV1.CustomerRelation {
    try await customers.relations.addRelation(
      .init(customer: .init(externalUserid: "wm1", type: type), relation: relation))
  }

  private func update(
    _ customers: CustomersCaller, _ paths: String..., set: (inout CustomersV1.Relation) -> Void
  ) async throws -> CustomersV1.Relation {
    var relation = CustomersV1.Relation(userid: "a", externalUserid: "wm1")
    set(&relation)
    return try await customers.relations.updateRelation(
      .init(relation: relation, updateMask: paths.isEmpty ? nil : .init(paths: paths)))
  }

  @Test("What a member notes is told wherever the relation is")
  func everywhere() async throws {
    try await withCustomers { customers in
      let added = try await add(customers)
      let relation = try #require(added.relation)
      #expect(relation.remarkCorpName == "百草园")
      #expect(relation.remarkMobiles == Self.noted.remarkMobiles)
      #expect(try await customers.relation("a", "wm1") == relation)
      let listed = try await customers.relations.listRelations(.init(userid: "a"))
      #expect(listed.relations.map(\.relation) == [relation])
      let sidebar = try await customers.sidebar.getSidebarContext(
        .init(userid: "a", externalUserid: "wm1"))
      #expect(sidebar.relation == relation)
      #expect(try await customers.firstChanges(1).map(\.event) == [.relationAdded(added)])
    }
  }

  @Test("What is not named stays, what is named and empty is cleared")
  func presence() async throws {
    try await withCustomers { customers in
      try await add(customers)
      let first = try await update(customers) { $0.remarkCorpName = "三味书屋" }
      #expect(first.remarkCorpName == "三味书屋")
      #expect(first.remarkMobiles == Self.noted.remarkMobiles)
      #expect((first.remark, first.description) == ("王姐", "爱喝茶"))
      let second = try await update(customers, "remark_mobiles") { $0.remark = "不写" }
      #expect(second.remarkMobiles == [])
      #expect((second.remark, second.remarkCorpName) == ("王姐", "三味书屋"))
      let third = try await update(customers) { $0.remarkMobiles = ["10086"] }
      #expect(third.remarkMobiles == ["10086"])
      // WeCom clears by a single empty number, with no mask.
      #expect(try await update(customers) { $0.remarkMobiles = [""] }.remarkMobiles == [])
      let cleared = try await update(customers, "*") { _ in }
      #expect((cleared.remark, cleared.description, cleared.remarkCorpName) == ("", "", ""))
      #expect(try await customers.relation("a", "wm1") == cleared)
      let changes = try await customers.firstChanges(6)
      #expect(
        changes.compactMap { $0.event?.kind } == ["added"] + Array(repeating: "updated", count: 5))
      #expect(changes[2].event?.relation == second)
      #expect(changes.last?.event?.relation == cleared)
    }
  }

  @Test("At the limits it is taken, over them the field is named")
  func limits() async throws {
    try await withCustomers { customers in
      var longest = Self.noted
      longest.remarkCorpName = String(repeating: "司", count: 20)
      longest.remarkMobiles = (0..<10).map { "\($0)" + String(repeating: "号", count: 31) }
      let added = try await add(customers, longest)
      #expect(added.relation?.remarkMobiles == longest.remarkMobiles)
      func refused(
        _ reason: String, _ field: String, _ set: (inout CustomersV1.Relation) -> Void
      ) async {
        await expectFailure(.invalidArgument, reason, field: field, errcode: 40058) {
          try await update(customers, set: set)
        }
      }
      await refused("TOO_LONG", "relation.remark_corp_name") {
        $0.remarkCorpName = String(repeating: "司", count: 21)
      }
      await refused("TOO_LONG", "relation.remark_mobiles") {
        $0.remarkMobiles = Array(repeating: "1", count: 11)
      }
      await refused("TOO_LONG", "relation.remark_mobiles[1]") {
        $0.remarkMobiles = ["1", String(repeating: "1", count: 33)]
      }
      await refused("REQUIRED", "relation.remark_mobiles[0]") { $0.remarkMobiles = ["", "1"] }
      await refused("BAD_PHONE", "relation.remark_mobiles[0]") { $0.remarkMobiles = ["1\n2"] }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "relation.remark_corp_name") {
        try await add(
          customers,
          .init(userid: "b", remarkCorpName: String(repeating: "司", count: 21)))
      }
    }
  }

  @Test("A WeCom user's company is not noted, by adding, update or import")
  func wecomUser() async throws {
    try await withCustomers { customers in
      func refused<Reply>(_ body: () async throws -> Reply) async {
        await expectFailure(
          .failedPrecondition, "WECOM_USER", field: "relation.remark_corp_name", errcode: 40058,
          body)
      }
      await refused { try await add(customers, type: .wecom) }
      await expectFailure(.notFound, "CUSTOMER_NOT_FOUND") {
        try await customers.relations.getCustomer(.init(externalUserid: "wm1"))
      }
      try await add(customers, .init(userid: "a", remark: "李总"), type: .wecom)
      await refused { try await update(customers) { $0.remarkCorpName = "百草园" } }
      let outcome = try await customers.importAll([
        [.init(customer: .init(externalUserid: "wm1"), relation: Self.noted)]
      ])
      #expect(outcome.failures.map(\.reason) == ["WECOM_USER"])
      #expect(try await customers.relation("a", "wm1")?.remark == "李总")
    }
  }

  @Test("An import overwrites it, empty or not")
  func imported() async throws {
    try await withCustomers { customers in
      let whole = CustomersV1.CustomerRelation(
        customer: .init(externalUserid: "wm1"), relation: Self.noted)
      _ = try await customers.importAll([[whole]])
      #expect(
        try await customers.relation("a", "wm1")?.remarkMobiles == Self.noted.remarkMobiles)
      #expect(
        try await customers.firstChanges(1)[0].event?.relation?.remarkCorpName == "百草园")
      _ = try await customers.importAll([[.sample("a", "wm1")]])
      let relation = try await customers.relation("a", "wm1")
      #expect(relation?.remarkMobiles == [])
      #expect(relation?.remarkCorpName == "")
    }
  }

  @Test("It stays when the customer removes the member, and goes when the member removes him")
  func removed() async throws {
    try await withCustomers { customers in
      try await add(customers)
      try await customers.remove("a", "wm1", by: .customer)
      let again = try await customers.add("a", "wm1").relation
      #expect(again?.remarkCorpName == "百草园")
      #expect(again?.remarkMobiles == Self.noted.remarkMobiles)
      #expect(try await customers.remove("a", "wm1", by: .member).remarkMobiles == [])
      #expect(try await customers.add("a", "wm1").relation?.remarkCorpName == "")
    }
  }

  @Test("It is carried over to who takes the customer over")
  func handedOver() async throws {
    try await withCustomers { customers in
      try await add(customers)
      try await customers.transfer(["wm1"], from: "a", to: "b")
      try await customers.settle("a", "b")
      let relation = try await customers.relation("b", "wm1")
      #expect(relation?.remarkCorpName == "百草园")
      #expect(relation?.remarkMobiles == Self.noted.remarkMobiles)
    }
  }
}
