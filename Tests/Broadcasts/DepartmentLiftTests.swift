import Broadcasts
import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("The lift of departments", .timeLimit(.minutes(5)))
struct DepartmentLiftTests {
  @Test("Stores and regions add up what is counted of their members")
  func addsUp() async throws {
    try await withChain { chain in
      let directory = chain.peer("directory")
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      func make(_ name: String, _ parent: UInt32) async throws -> UInt32 {
        try await departments.createDepartment(
          .init(department: .init(name: name, parentid: parent))
        ).id
      }
      let region = try await make("华东", 1)
      let stores = [try await make("一店", region), try await make("二店", region)]
      let empty = try await make("三店", region)
      for (userid, ids) in [
        ("ann", [stores[0]]), ("bob", [stores[0], stores[1]]), ("cid", [stores[1]]),
      ] {
        _ = try await DirectoryV1.MemberServiceClient(directory.channel).createMember(
          .init(member: .sample(userid, departmentIDs: ids)))
      }
      var broadcast = Chain.everybody
      (broadcast.controlPercent, broadcast.seed) = (40, "spring")
      let planned = try await chain.confirmed(broadcast)
      let leased = try await chain.lease()
      try await chain.acknowledge(leased)
      _ = try await chain.conversions.recordConversions(
        .init(
          conversions: leased.prefix(2).map {
            .init(
              conversionID: "c-\($0.recipientID)", msgid: planned.msgid,
              recipient: .externalUserid($0.recipientID), kind: .order, amountCents: 7,
              conversionTime: .init(seconds: 1))
          }))
      let lifts = BroadcastsV1.LiftServiceClient(chain.service.channel)
      func under(_ parent: UInt32) async throws -> [BroadcastsV1.DepartmentLift] {
        try await lifts.listDepartmentLifts(.init(msgid: planned.msgid, parentid: parent)).lifts
      }
      while try await under(1).first?.memberCount != 3 { await Task.yield() }
      let whole = try #require(await lifts.getLift(.init(msgid: planned.msgid)).lift)
      #expect(try await under(1).map(\.departmentID) == [region])
      #expect(try await under(1)[0].lift == whole)
      #expect(whole.heldOut?.recipientCount != 0)
      let byMember = Dictionary(
        uniqueKeysWithValues: try await lifts.listMemberLifts(.init(msgid: planned.msgid)).lifts
          .map { ($0.userid, $0.lift!) })
      let byStore = try await under(region)
      #expect(byStore.map(\.departmentID) == stores + [empty])
      #expect(byStore.map(\.memberCount) == [2, 2, 0])
      func pushed(_ userids: String...) -> Int64 {
        userids.reduce(0) { $0 + (byMember[$1]?.pushed?.recipientCount ?? 0) }
      }
      #expect(
        byStore.map { $0.lift?.pushed?.recipientCount }
          == [pushed("ann", "bob"), pushed("bob", "cid"), 0])
      #expect(byStore[2].lift?.difference == nil)
      let first = try await lifts.listDepartmentLifts(
        .init(msgid: planned.msgid, parentid: region, pageSize: 1))
      let second = try await lifts.listDepartmentLifts(
        .init(
          msgid: planned.msgid, parentid: region, pageSize: 1, pageToken: first.nextPageToken))
      #expect((first.lifts + second.lifts) == Array(byStore.prefix(2)))
      await expectFailure(.invalidArgument, "REQUIRED", field: "parentid") {
        try await lifts.listDepartmentLifts(.init(msgid: planned.msgid))
      }
      await expectFailure(.notFound, "BROADCAST_NOT_FOUND", errcode: 41047) {
        try await lifts.listDepartmentLifts(.init(msgid: "msg0", parentid: 1))
      }
    }
  }
}
