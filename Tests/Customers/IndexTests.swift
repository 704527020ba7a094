@testable import Customers
import Fixtures
import Roaring
import ServiceKit
import Store
import Testing

@Suite("The tag index")
struct IndexTests {
  private static let now = Instant(seconds: 1000)

  private func withDatabase(
    _ migrations: [Migration] = CustomersService.migrations,
    _ body: (Database) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let database = try Database.open(path: "\(folder.path)/demo.db", migrations: migrations)
    try await body(database)
    await database.close()
  }

  /// Tags with the keys 1 to 5, called et1 to et5.
  private static func makeTags(in writer: Writer) throws {
    let group = TagGroup(groupID: "etG", name: "g", createTime: now)
    let key = try TagGroupTable.insert(group, in: writer)
    for number in 1...5 {
      _ = try TagTable.insert(
        Tag(
          tagID: "et\(number)", groupKey: key, groupID: "etG", groupName: "g", name: "\(number)",
          createTime: now), in: writer)
    }
  }

  /// So many customers in three chunks, each with one to three members and some tags.
  private static func makeRelations(_ count: Int, in writer: Writer) throws {
    let members = try (0..<3).map { try MemberTable.insert("m\($0)", in: writer) }
    let index = RelationIndex(writer)
    for number in 0..<count {
      let customer = try CustomerTable.insert(
        Customer(externalUserid: "wm\(number)", createTime: now), in: writer)
      for slot in 0...number % 3 {
        var relation = Relation(
          customerKey: customer, memberKey: members[slot].key, userid: "m\(slot)",
          status: number % 7 == 0 ? .deletedByCustomer : .mutual, createTime: now)
        relation.slot = slot
        relation.tags = TagSet((1...5).filter { (number + slot) % (Int($0) + 1) == 0 })
        try RelationTable.put(relation, over: nil, index: index, in: writer)
      }
    }
    try index.write()
  }

  @Test("It agrees with the rows, and tells which tag differs when it does not")
  func corruption() async throws {
    try await withDatabase { database in
      try await database.write { writer in
        try Self.makeTags(in: writer)
        try Self.makeRelations(9000, in: writer)
      }
      func differences() throws -> [IndexDifference] {
        try database.read { try IndexCheck.differences(in: $0) }
      }
      #expect(try differences() == [])
      // One carrier is forgotten, two are made up, one of them where no customer is.
      try await database.write { writer in
        var numbers = try CarrierTable.numbers(ofTag: 2, inChunk: 0, in: writer)!
        numbers.remove(numbers.numbers[0])
        numbers.insert(15 << 12)
        try CarrierTable.put(numbers, ofTag: 2, inChunk: 0, in: writer)
        try CarrierTable.put(Bitmap([7]), ofTag: 5, inChunk: 99, in: writer)
      }
      #expect(
        try differences() == [
          .init(subject: .carriers(tagID: "et2"), missing: 1, extra: 1),
          .init(subject: .carriers(tagID: "et5"), missing: 0, extra: 1),
        ])
      try await database.write { writer in
        try CarrierTable.put(Bitmap(), ofTag: CarrierTable.live, inChunk: 2, in: writer)
        try TagTable.count(3, for: 1, in: writer)
        try FollowerTable.append([.init(customer: 1, slot: 9, member: 1)], in: writer)
      }
      let found = try differences()
      #expect(found.contains(.init(subject: .carrierCount(tagID: "et1"), missing: 0, extra: 3)))
      #expect(found.contains(.init(subject: .followers, missing: 0, extra: 1)))
      #expect(found.contains { $0.subject == .live && $0.missing > 500 && $0.extra == 0 })
    }
  }

  @Test("A file from before it existed gets it once, the same as one that always had it")
  func migration() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = "\(folder.path)/demo.db"
    let isIndex: (Migration) -> Bool = { $0.name == RelationTable.indexMigration.name }
    let before = CustomersService.migrations.prefix { !isIndex($0) }
    let old = try Database.open(path: path, migrations: Array(before))
    try await old.write { writer in
      try OldTable.makeTags(in: writer)
      for number in 1...5000 {
        try OldTable.insert(
          customer: Int64(number), members: 1...Int64(number % 3 + 1),
          tags: TagSet((1...5).filter { number % (Int($0) + 1) == 0 }), in: writer)
      }
    }
    await old.close()
    let database = try Database.open(path: path, migrations: CustomersService.migrations)
    let differences = try database.read { try IndexCheck.differences(in: $0) }
    #expect(differences == [])
    let slots = try database.read { reader in
      try (0..<3).map { try RelationTable.find(.init(customer: 5, slot: $0), in: reader)?.userid }
    }
    #expect(slots == ["m1", "m2", "m3"])
    let keys = try database.read { reader in
      try ["wm1", "wm5000", "wm5001"].map { try CustomerTable.find($0, in: reader)?.key }
    }
    #expect(keys == [1, 5000, nil])
    let customers = try database.read {
      try RelationTable.customers(of: 3, after: 4990, limit: 2, in: $0).map(\.customerKey)
    }
    #expect(customers == [4991, 4997])
    await database.close()
  }

  @Test("Recent keys are found with those in their place, and after they were merged")
  func recentKeys() async throws {
    try await withDatabase { database in
      try await database.write { writer in
        try Self.makeTags(in: writer)
        try Self.makeRelations(30, in: writer)
        try RecentKeysTable.merge(in: writer)
        let customer = try CustomerTable.insert(
          Customer(externalUserid: "wm30", createTime: Self.now), in: writer)
        let index = RelationIndex(writer)
        // A customer of old comes to another member, who so has one before his others.
        for key in [1, customer] {
          let relation = Relation(
            customerKey: key, memberKey: 2, userid: "m1", status: .mutual, createTime: Self.now)
          var numbered = relation
          numbered.slot = try RelationTable.nextSlot(of: key, in: writer)
          guard try RelationTable.find(customer: key, member: 2, in: writer) == nil else {
            continue
          }
          try RelationTable.put(numbered, over: nil, index: index, in: writer)
        }
        try index.write()
      }
      func read() throws -> [[Int64]] {
        try database.read { reader in
          [
            try MemberCustomerTable.customers(of: 2, in: reader),
            try MemberCustomerTable.customers(of: 2, after: 20, limit: 3, in: reader),
            try ["wm0", "wm30", "wm31"].map { try CustomerTable.key(of: $0, in: reader) ?? 0 },
            try IndexCheck.differences(in: reader).map { Int64($0.missing + $0.extra) },
          ]
        }
      }
      let before = try read()
      #expect(before[0] == before[0].sorted())
      #expect(before[0].last == 31)
      #expect(before[2] == [1, 31, 0])
      #expect(before[3] == [])
      try await database.write { try RecentKeysTable.merge(in: $0) }
      #expect(try read() == before)
    }
  }

  @Test("Keys are merged by themselves when there are enough")
  func merging() async throws {
    try await withDatabase { database in
      func newKeys() throws -> Int {
        try database.read { reader in
          try reader.first("SELECT count(*) FROM customer_key_new") { $0.int(0) }!
        }
      }
      try await database.write { writer in
        _ = try CustomerTable.insert(
          Customer(externalUserid: "wm0", createTime: Self.now), in: writer)
        try RecentKeysTable.add(RecentKeysTable.mergedAt - 1, in: writer)
      }
      #expect(try newKeys() == 1)
      try await database.write { try RecentKeysTable.add(1, in: $0) }
      #expect(try newKeys() == 0)
      try await database.write { try RecentKeysTable.add(1, in: $0) }
      let found = try database.read { try CustomerTable.find("wm0", in: $0)?.key }
      #expect(found == 1)
    }
  }

  @Test("Of many changes to one relation in one transaction the last one counts")
  func lastEdit() async throws {
    try await withDatabase { database in
      try await database.write { writer in
        try Self.makeTags(in: writer)
        try Self.makeRelations(10, in: writer)
        let index = RelationIndex(writer)
        let first = try RelationTable.find(.init(customer: 3, slot: 0), in: writer)!
        var last = first
        for tags in [[1, 2], [], [3], [1, 3]] as [[Int64]] {
          var next = last
          next.tags = TagSet(tags)
          try RelationTable.put(next, over: last, index: index, in: writer)
          last = next
        }
        try index.write()
        let found = try RelationTable.find(.init(customer: 3, slot: 0), in: writer)
        #expect(found == last)
      }
      let differences = try database.read { try IndexCheck.differences(in: $0) }
      #expect(differences == [])
    }
  }

  @Test("A place tells the customer and the slot")
  func places() {
    for (customer, slot) in [(1, 0), (4095, 1), (4096, 15), (35_000_000, 70_000)] {
      let place = RelationPlace(customer: Int64(customer), slot: slot)
      #expect(place.customer == Int64(customer))
      #expect(place.slot == slot)
      #expect(RelationPlace.customers(of: place.chunk).contains(Int64(customer)))
    }
  }
}

/// Rows as they were written before there was an index.
private enum OldTable {
  /// Tags with the keys 1 to 5.
  static func makeTags(in writer: Writer) throws {
    try writer.run("INSERT INTO tag_group VALUES (1, 'etG', 'g', 0, 5, 0, 1)")
    for key in 1...5 {
      try writer.run(
        "INSERT INTO tag VALUES ($1, $2, 1, $3, 0, 0, 0, 1)", key, "et\(key)", "\(key)")
    }
  }

  static func insert(
    customer: Int64, members: ClosedRange<Int64>, tags: TagSet, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO customer (external_userid, name, avatar, kind, gender, unionid, create_time)
      VALUES ($1, '', '', 0, 0, '', 1000000)
      """, "wm\(customer)")
    for member in members {
      try writer.run("INSERT OR IGNORE INTO member VALUES ($1, $2, 0)", member, "m\(member)")
      try writer.run(
        "INSERT INTO relation VALUES ($1, $2, $3, '', '', 0, '', '', $4, 1, NULL)", customer,
        member, customer % 4 + 1, tags.packed)
      for tag in tags.keys {
        try writer.run("INSERT INTO relation_tag VALUES ($1, $2, $3)", tag, customer, member)
        try TagTable.count(1, for: tag, in: writer)
      }
    }
  }
}
