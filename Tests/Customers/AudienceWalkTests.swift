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
      let index = RelationIndex(writer)
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
        try RelationTable.put(relation, over: nil, index: index, in: writer)
      }
      try index.write()
    }
    try await body(database)
    await database.close()
  }

  /// Walks to the end; returns the customers chosen and how many steps it took.
  private func whole(
    _ allOf: [AudienceSelection.Condition]..., noneOf: [AudienceSelection.Condition] = [],
    looksAt few: Int? = nil, in reader: Reader
  ) throws -> (customers: [Int64], steps: Int) {
    let walk = try AudienceWalk(
      AudienceSelection(allOf: allOf, noneOf: noneOf), last: CustomerTable.newestKey(in: reader),
      in: reader)
    #expect(walk.few?.keys.count == few)
    var customers: [Int64] = []
    var steps = 0
    var after: Int64 = 0
    while after < walk.last {
      let step = try walk.step(after: after, in: reader)
      #expect(step.chosen.count < AudienceWalk.stepCustomers + Int(RelationPlace.chunkSize))
      customers += step.chosen.map(\.customer)
      steps += 1
      after = step.through
    }
    return (customers, steps)
  }

  @Test("What few carry is found through the index, whom few follow without passing all")
  func ways() async throws {
    try await withRelations { database in
      try database.read { reader in
        let rare = try MemberTable.find("rare", in: reader)!.key
        let everyone = try whole(in: reader)
        #expect(everyone.customers == Array(1...10_000))
        #expect(everyone.steps == 2)
        let carriers = try whole([.tags(TagSet([1]))], [.tags(TagSet([2]))], in: reader)
        #expect(carriers.customers == (1...20).map { $0 * 500 })
        #expect(carriers.steps == 1)
        #expect(
          try whole([.tags(TagSet([1, 2]))], in: reader).customers == everyone.customers)
        #expect(
          try whole([.tags(TagSet([1]))], noneOf: [.tags(TagSet([2]))], in: reader).customers
            == (1...10_000).filter { $0 % 500 != 0 })
        let followed = try whole(
          [.tags(TagSet([2]))], [.members(MemberSet([rare]))], looksAt: 1, in: reader)
        #expect(followed.customers == [9000])
        let named = Array(stride(from: Int64(1), through: 9999, by: 2))
        let chosen = try whole(
          [.customers(SortedKeys(named + [20_000]))], looksAt: 5001, in: reader)
        #expect(chosen.customers == named)
        let nobody = try whole([.members(MemberSet([]))], looksAt: 0, in: reader)
        #expect(nobody.customers.isEmpty)
      }
    }
  }
}
