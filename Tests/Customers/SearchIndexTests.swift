@testable import Customers
import Fixtures
import Roaring
import ServiceKit
import Store
import Testing

@Suite("The search index")
struct SearchIndexTests {
  private static let now = Instant(seconds: 1000)

  /// Customers, each with a member who calls him something.
  private static func make(_ names: [String], in writer: Writer) throws {
    let member = try MemberTable.find("a", in: writer) ?? MemberTable.insert("a", in: writer)
    let index = RelationIndex(writer)
    for name in names {
      let key = try CustomerTable.insert(
        Customer(externalUserid: "wm\(name)", name: name, createTime: now), in: writer)
      index.search.add(name, of: key)
      var relation = Relation(
        customerKey: key, memberKey: member.key, userid: "a", status: .mutual, createTime: now)
      relation.remark = "备注"
      try RelationTable.put(relation, over: nil, index: index, in: writer)
    }
    try index.write()
  }

  @Test("A text has each character that is not ASCII, and each two that are, in small letters")
  func terms() {
    func terms(_ text: String) -> [Int64] {
      var terms: [Int64] = []
      SearchText.eachTerm(of: text) { terms.append($0) }
      return terms
    }
    #expect(terms("王小") == [0x738B, 0x5C0F])
    #expect(terms("aB王c") == [1 << 21 | 97 << 7 | 98, 0x738B])
    #expect(terms("AB") == terms("ab"))
    #expect(terms("A") == [])
  }

  @Test("A text is found in another in any case of a to z, and nowhere else")
  func containment() throws {
    let text = try SearchText("iC王", policies: Policies())
    #expect(text.isIn("IC王"))
    #expect(text.isIn("magic王小"))
    #expect(!text.isIn("C王"))
    #expect(!text.isIn("ic小王"))
    #expect(!text.isIn(""))
  }

  @Test("Numbers are the same however they are typed")
  func typedNumbers() {
    #expect(TypedNumber("+86 (138) 0000-1234")?.digits == "13800001234")
    #expect(TypedNumber("020-81234567")?.digits == "02081234567")
    #expect(TypedNumber("8612345678901234") == nil)
    #expect(TypedNumber("1234") == nil)
    #expect(TypedNumber("老王手机") == nil)
    #expect(TypedNumber("13800001234")?.identities == ["13800001234", "8613800001234"])
    #expect(TypedNumber("12345")?.identities == ["12345"])
  }

  @Test("A transaction writes each term of a block once, however many customers have it")
  func packed() async throws {
    try await withDatabase { database in
      let changes = try await database.write { writer in
        func changes(adding text: (Int64) -> String) throws -> Int64 {
          func total() throws -> Int64 {
            try writer.first("SELECT total_changes()") { $0.int64(0) }!
          }
          let before = try total()
          let index = SearchIndex()
          for customer in Int64(1)...4000 { index.add(text(customer), of: customer) }
          try index.write(in: writer)
          return try total() - before
        }
        let names = ["王小明", "李小明", "王二"]
        return [
          try changes { names[Int($0 % 3)] },
          try changes { names[Int($0 % 3)] },
          try changes { _ in "王大" },
        ]
      }
      // A row of a new term is two, with the one that says where it is.
      #expect(changes == [2 * 5, 0, 1 + 2])
    }
  }

  @Test("The check tells who is not found")
  func mistakes() async throws {
    try await withDatabase { database in
      try await database.write { try Self.make(["王一", "王二"], in: $0) }
      func mistakes() throws -> [String] { try database.read(SearchTable.mistakes) }
      #expect(try mistakes() == [])
      let term = Int64(("二" as Unicode.Scalar).value)
      _ = try await database.write {
        try $0.run("DELETE FROM search_customer WHERE term = $1", term)
      }
      #expect(try mistakes() == ["the term \(term) of customer 2"])
      try await database.write { writer in
        try SearchTable.add([2 as UInt32], toTerm: term, inBlock: 0, in: writer)
        try writer.run("DELETE FROM search_term WHERE term = $1", term)
      }
      #expect(try mistakes() == ["block 0 of term \(term)"])
    }
  }

  @Test("A file from before it gets it whole")
  func migration() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = "\(folder.path)/demo.db"
    let before = CustomersService.migrations.prefix { $0.name != SearchTable.migration.name }
    let old = try Database.open(path: path, migrations: Array(before))
    try await old.write { writer in
      _ = try MemberTable.insert("a", in: writer)
      for number in 1...40_000 {
        let key = try CustomerTable.insert(
          Customer(
            externalUserid: "wm\(number)", name: number % 20_000 == 0 ? "罕见" : "常见",
            createTime: Self.now), in: writer)
        try writer.run(
          """
          INSERT INTO relation (customer_id, member_id, status, remark, description, add_way,
            oper_userid, state, tags, create_time, slot)
          VALUES ($1, 1, 2, '备注', '', 0, '', '', x'', 1, 0)
          """, key)
      }
    }
    await old.close()
    let database = try Database.open(path: path, migrations: CustomersService.migrations)
    #expect(try database.read(SearchTable.mistakes) == [])
    func step(
      after place: RelationSearch.Place = .start, _ policies: Policies = Policies()
    ) throws -> RelationSearch.Step {
      let wanted = RelationSearch.Wanted.text(try SearchText("罕见", policies: policies))
      return try database.read {
        try RelationSearch(wanted: wanted, member: nil, policies: policies)
          .step(after: place, limit: 10, in: $0)
      }
    }
    let whole = try step()
    #expect(whole.found.map(\.customer.key) == [20_000, 40_000])
    #expect(whole.next == nil)
    // Of one block at a time it finds the same.
    let few = try policies(["search_bitmaps_max": 1])
    let first = try step(after: .start, few)
    #expect(first.found.map(\.customer.key) == [20_000])
    let second = try step(after: try #require(first.next), few)
    #expect(second.found.map(\.customer.key) == [40_000])
    #expect(second.next == nil)
    let blocks = try database.read { reader in
      let term = Int64(("罕" as Unicode.Scalar).value)
      return try SearchTable.blocks(ofTerm: term, in: reader)?.numbers
    }
    #expect(blocks == [1, 2])
    await database.close()
  }

  private func withDatabase(_ body: (Database) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let database = try Database.open(
      path: "\(folder.path)/demo.db", migrations: CustomersService.migrations)
    try await body(database)
    await database.close()
  }
}
