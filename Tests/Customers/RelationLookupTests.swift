@testable import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Store
import Testing

@Suite("LookupRelations", .timeLimit(.minutes(5)))
struct RelationLookupTests {
  private typealias Query = CustomersV1.LookupRelationsRequest.Query

  /// What is found, "member>customer", page by page.
  private func found(
    _ customers: CustomersCaller, _ query: Query, userid: String = "", pageSize: Int32 = 2
  ) async throws -> [String] {
    var request = CustomersV1.LookupRelationsRequest(
      userid: userid, query: query, pageSize: pageSize)
    var found: [String] = []
    repeat {
      let page = try await customers.relations.lookupRelations(request)
      #expect(page.relations.count <= Int(pageSize))
      found += page.relations.map {
        "\($0.relation?.userid ?? "")>\($0.customer?.externalUserid ?? "")"
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return found
  }

  private func fill(_ customers: CustomersCaller) async throws {
    func pair(
      _ userid: String, _ id: String, _ name: String, _ remark: String = "",
      mobiles: [String] = []
    ) -> CustomersV1.CustomerRelation {
      .init(
        customer: .init(externalUserid: id, name: name),
        relation: .init(userid: userid, remark: remark, remarkMobiles: mobiles))
    }
    let outcome = try await customers.importAll([
      [
        pair("a", "wm1", "王小明", "常客王姐"), pair("b", "wm1", "王小明", "门口那位"),
        pair("a", "wm2", "Alice Wang", mobiles: ["138-0000-1234"]),
        pair("b", "wm3", "李明小", "小明的妈妈", mobiles: ["+86 13800001234", "020-81234567"]),
      ],
      [pair("c", "wm4", "小明"), pair("a", "wm5", "张三丰", "VIP小明")],
    ])
    #expect(outcome.failures == [])
  }

  @Test("Two characters are found in the middle of a name or of a remark, one too")
  func texts() async throws {
    try await withCustomers { customers in
      try await fill(customers)
      #expect(
        try await found(customers, .text("小明")) == ["a>wm1", "b>wm1", "b>wm3", "c>wm4", "a>wm5"])
      #expect(try await found(customers, .text("王")) == ["a>wm1", "b>wm1"])
      #expect(try await found(customers, .text("门口")) == ["b>wm1"])
      #expect(try await found(customers, .text("ip小")) == ["a>wm5"])
      #expect(try await found(customers, .text("E WA")) == ["a>wm2"])
      #expect(try await found(customers, .text("明明")) == [])
      #expect(try await found(customers, .text("没有")) == [])
      #expect(try await found(customers, .text("王小明"), pageSize: 1) == ["a>wm1", "b>wm1"])
    }
  }

  @Test("A member's search finds his own relations alone")
  func member() async throws {
    try await withCustomers { customers in
      try await fill(customers)
      #expect(try await found(customers, .text("小明"), userid: "A") == ["a>wm1", "a>wm5"])
      #expect(
        try await found(customers, .text("小明"), userid: "b", pageSize: 1) == ["b>wm1", "b>wm3"])
      #expect(try await found(customers, .text("门口"), userid: "a") == [])
      #expect(try await found(customers, .text("小明"), userid: "nobody") == [])
      #expect(try await found(customers, .phone("13800001234"), userid: "b") == ["b>wm3"])
    }
  }

  @Test("What is found is the relation as a list gives it, with its tags")
  func whole() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡")
      try await customers.add("a", "wm1", tags: tags)
      let listed = try await customers.relations.listRelations(.init(userid: "a"))
      let found = try await customers.relations.lookupRelations(.init(query: .text("客户")))
      #expect(found.relations == listed.relations)
      #expect(found.relations.first?.relation?.tagIDs == tags)
    }
  }

  @Test("A phone number is found however it was typed, whole, for who noted it")
  func phones() async throws {
    try await withCustomers { customers in
      try await fill(customers)
      for number in ["13800001234", "+86 138-0000-1234", "86(138)00001234"] {
        #expect(try await found(customers, .phone(number), pageSize: 1) == ["a>wm2", "b>wm3"])
      }
      #expect(try await found(customers, .phone("02081234567")) == ["b>wm3"])
      #expect(try await found(customers, .phone("1380000123")) == [])
      _ = try await customers.relations.updateRelation(
        .init(
          relation: .init(userid: "a", externalUserid: "wm2", remarkMobiles: ["10086"])))
      #expect(try await found(customers, .phone("13800001234")) == ["b>wm3"])
      #expect(try await found(customers, .phone("10086")) == ["a>wm2"])
    }
  }

  @Test("An identity's phone number finds every relation of the customer")
  func identities() async throws {
    try await withCustomers { customers in
      try await fill(customers)
      _ = try await CustomersV1.IdentityServiceClient(customers.service.channel).changeIdentities(
        .init(
          externalUserid: "wm1", addIdentities: [.init(kind: .phone, value: "8613911112222")]))
      #expect(try await found(customers, .phone("13911112222")) == ["a>wm1", "b>wm1"])
      #expect(try await found(customers, .phone("+8613911112222"), userid: "b") == ["b>wm1"])
    }
  }

  @Test("It follows every change: names, remarks, removals, new relations")
  func changes() async throws {
    try await withCustomers { customers in
      try await fill(customers)
      _ = try await customers.relations.updateRelation(
        .init(relation: .init(userid: "b", externalUserid: "wm1", remark: "搬走了")))
      #expect(try await found(customers, .text("门口")) == [])
      #expect(try await found(customers, .text("搬走")) == ["b>wm1"])
      try await customers.remove("c", "wm4", by: .member)
      try await customers.remove("b", "wm3", by: .customer)
      _ = try await customers.relations.addRelation(
        .init(
          customer: .init(externalUserid: "wm2", name: "小明爸"), relation: .init(userid: "d")))
      #expect(
        try await found(customers, .text("小明"))
          == ["a>wm1", "b>wm1", "a>wm2", "d>wm2", "b>wm3", "a>wm5"])
      #expect(try await found(customers, .text("alice")) == [])
    }
  }

  @Test("A page that has looked at enough ends, and the next goes on there")
  func budgets() async throws {
    for most in 1...3 {
      try await withCustomers(policies: policies(["search_candidates_max": most])) { customers in
        let crowd = (0..<10).map { number in
          CustomersV1.CustomerRelation(
            customer: .init(externalUserid: "wm\(number)", name: number == 7 ? "一二" : "二一"),
            relation: .init(userid: number % 2 == 0 ? "a" : "b", remarkMobiles: ["12345"]))
        }
        _ = try await customers.importAll([crowd])
        let all = (0..<10).map { "\($0 % 2 == 0 ? "a" : "b")>wm\($0)" }
        let first = try await customers.relations.lookupRelations(
          .init(query: .text("一二"), pageSize: 5))
        #expect(first.relations.isEmpty)
        #expect(!first.nextPageToken.isEmpty)
        #expect(try await found(customers, .text("一二"), pageSize: 5) == ["b>wm7"])
        #expect(try await found(customers, .text("一二"), userid: "a", pageSize: 5) == [])
        #expect(try await found(customers, .phone("12345"), pageSize: 5) == all)
        #expect(try await found(customers, .text("二"), pageSize: 4) == all)
      }
    }
  }

  @Test("Queries by which nothing can be found are refused, and so are foreign tokens")
  func refused() async throws {
    try await withCustomers { customers in
      func refused(
        _ reason: String, _ field: String, errcode: Int?, _ query: Query?, userid: String = ""
      ) async {
        await expectFailure(.invalidArgument, reason, field: field, errcode: errcode) {
          try await customers.relations.lookupRelations(.init(userid: userid, query: query))
        }
      }
      try await fill(customers)
      await refused("REQUIRED", "query", errcode: 40058, nil)
      await refused("REQUIRED", "text", errcode: 40058, .text(""))
      await refused("TOO_SHORT", "text", errcode: 40058, .text("a"))
      await refused("TOO_LONG", "text", errcode: 40058, .text(String(repeating: "长", count: 65)))
      await refused("BAD_PHONE", "phone", errcode: 40058, .phone("1234"))
      await refused("BAD_PHONE", "phone", errcode: 40058, .phone("1380000123x"))
      await refused("BAD_USERID", "userid", errcode: 40003, .text("小明"), userid: "-")
      let token = try await customers.relations.lookupRelations(
        .init(query: .text("小明"), pageSize: 1)
      ).nextPageToken
      await expectFailure(
        .invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token", errcode: 50100
      ) {
        try await customers.relations.lookupRelations(
          .init(query: .text("小"), pageToken: token))
      }
      #expect(
        try await customers.relations.lookupRelations(
          .init(query: .text("小明")), options: otherCorp
        ).relations == [])
    }
  }
}
