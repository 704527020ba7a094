@testable import Customers
import Fixtures
import ServiceKit
import Store
import Testing

@Suite("The walk of an audience")
struct AudienceWalkTests {
  /// 10,000 customers of five members, every 500th with a rare tag (2), all with a common one (1).
  private func withRelations(_ body: (Database) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let database = try Database.open(
      path: "\(folder.path)/demo.db", migrations: CustomersService.migrations)
    let now = Instant(seconds: 1000)
    try await database.write { writer in
      let group = TagGroup(groupID: "etG", name: "g", createTime: now)
      let key = try TagGroupTable.insert(group, in: writer)
      for id in ["etCommon", "etRare"] {
        _ = try TagTable.insert(
          Tag(tagID: id, groupKey: key, groupID: "etG", groupName: "g", name: id, createTime: now),
          in: writer)
      }
      for number in 1...10_000 {
        let customer = try CustomerTable.insert(
          Customer(externalUserid: "wm\(number)", createTime: now), in: writer)
        let userid = number == 9000 ? "rare" : "m\(number % 4)"
        let member =
          try MemberTable.find(userid, in: writer)
          ?? MemberTable.insert(
            userid, in: writer)
        var relation = Relation(
          customerKey: customer, memberKey: member.key, userid: userid, status: .mutual,
          createTime: now)
        relation.tags = TagSet(number % 500 == 0 ? [1, 2] : [1])
        try RelationTable.put(relation, over: nil, in: writer)
      }
    }
    try await body(database)
    await database.close()
  }

  /// Walks to the end; returns the customers chosen and how many chunks it took.
  private func whole(
    _ selection: AudienceSelection, _ way: AudienceWalk.Way, in reader: Reader
  ) throws -> (customers: [Int64], chunks: Int) {
    let walk = try AudienceWalk(
      selection, last: CustomerTable.newestKey(in: reader), in: reader)
    #expect(walk.way == way)
    var customers: [Int64] = []
    var chunks = 0
    var after: Int64 = 0
    while after < walk.last {
      let chunk = try walk.chunk(after: after, in: reader)
      #expect(chunk.chosen.count <= AudienceWalk.chunkRows)
      customers += chunk.chosen.map(\.customer)
      chunks += 1
      after = chunk.through
    }
    return (customers, chunks)
  }

  @Test("What few carry and whom few follow is found without a walk through all")
  func ways() async throws {
    try await withRelations { database in
      try database.read { reader in
        func selection(
          customers: [Int64]? = nil, tags: [TagSet] = [], members: Set<Int64>? = nil
        ) -> AudienceSelection {
          .init(customers: customers, condition: TagCondition(tags), members: members)
        }
        let rare = try MemberTable.find("rare", in: reader)!.key
        let everyone = try whole(selection(), .everyone, in: reader)
        #expect(everyone.customers == Array(1...10_000))
        #expect(everyone.chunks == 3)
        let carriers = try whole(
          selection(tags: [TagSet([1]), TagSet([2])]), .carriers([2]), in: reader)
        #expect(carriers.customers == (1...20).map { $0 * 500 })
        #expect(carriers.chunks == 1)
        let common = try whole(selection(tags: [TagSet([1, 2])]), .everyone, in: reader)
        #expect(common.customers == everyone.customers)
        let followed = try whole(
          selection(tags: [TagSet([2])], members: [rare]), .members([rare]), in: reader)
        #expect(followed.customers == [9000])
        let named = Array(stride(from: Int64(1), through: 9999, by: 2))
        let chosen = try whole(
          selection(customers: named + [20_000]), .named(named), in: reader)
        #expect(chosen.customers == named)
        #expect(chosen.chunks == 2)
        let nobody = try whole(selection(members: []), .members([]), in: reader)
        #expect(nobody.customers.isEmpty)
      }
    }
  }
}
