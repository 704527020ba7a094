import Communities
import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@testable import Customers

@Suite("GetStoreCodes", .timeLimit(.minutes(1)))
struct StoreCodeTests {
  private func codes(
    _ customers: CustomersCaller, _ store: UInt32
  ) async throws -> CustomersV1.GetStoreCodesResponse {
    try await CustomersV1.StoreCodeServiceClient(customers.service.channel)
      .getStoreCodes(.init(departmentID: store))
  }

  @Test(
    "The guide codes are those of the store's sources, newest first; without communities it says so"
  )
  func guides() async throws {
    try await withCustomers { customers in
      let till = try await customers.source("门店", "收银台", 101)
      let window = try await customers.source("门店", "橱窗", 101)
      let other = try await customers.source("门店", "收银台", 102)
      let ways = [
        try await customers.way(["a"]) { way in
          (way.sourceID, way.remark, way.scene) = (till.sourceID, "台卡", .miniprogram)
        },
        try await customers.way(["a"], of: other), try await customers.way(["b"], of: window),
        try await customers.way(["b"], of: till),
      ]
      _ = try await customers.temporaryWay("a") { $0.sourceID = till.sourceID }
      _ = try await customers.ways.deleteContactWay(.init(configID: ways[3].configID))
      let found = try await codes(customers, 101)
      #expect(found.communitiesUnreachable)
      #expect(found.groupCodes == [])
      #expect(
        found.guideCodes == [
          .init(
            configID: ways[2].configID, scene: .qrCode, sourceID: window.sourceID,
            createTime: ways[2].createTime),
          .init(
            configID: ways[0].configID, scene: .miniprogram, remark: "台卡",
            sourceID: till.sourceID, createTime: ways[0].createTime),
        ])
      #expect(try await codes(customers, 103).guideCodes == [])
      await expectFailure(.invalidArgument, "REQUIRED", field: "department_id") {
        try await codes(customers, 0)
      }
    }
  }

  @Test("Ways that lead to a store's members come behind those of its sources; 20 in all")
  func departments() async throws {
    try await withCustomersAndDirectory { customers, directory in
      _ = try await DirectoryV1.DepartmentServiceClient(directory.channel).createDepartment(
        .init(department: .init(id: 2, name: "一店", parentid: 1, kind: .store)))
      _ = try await DirectoryV1.MemberServiceClient(directory.channel).createMember(
        .init(member: .sample("a", departmentIDs: [2])))
      try await customers.untilHeard(of: 2)
      try await customers.wayOnceKnown(["a"])
      let till = try await customers.source("门店", "收银台", 2)
      let both = try await customers.way(["a"]) { way in
        (way.sourceID, way.departmentIDs) = (till.sourceID, [2])
      }
      var leading: [String] = []
      for _ in 0..<20 {
        leading.insert(try await customers.way([]) { $0.departmentIDs = [2] }.configID, at: 0)
      }
      let found = try await codes(customers, 2).guideCodes.map(\.configID)
      #expect(found == [both.configID] + leading.prefix(19))
      await expectFailure(
        .notFound, "DEPARTMENT_NOT_FOUND", field: "department_id", errcode: 60003
      ) { try await codes(customers, 9) }
    }
  }

  @Test("The group codes are asked of communities, newest first, as long as it is there")
  func groups() async throws {
    try await withService(CommunitiesService.self) { communities in
      let folder = try TemporaryFolder()
      let customers = CustomersCaller(
        try await RunningService.start(CustomersService.self, in: folder, peers: [communities]))
      let groups = CommunitiesV1.CustomerGroupServiceClient(communities.channel)
      _ = try await groups.createCustomerGroup(.init(chatID: "wr1", name: "群", owner: "a"))
      let joining = CommunitiesV1.JoinWayServiceClient(communities.channel)
      var made: [CommunitiesV1.JoinWay] = []
      for (store, remark) in [(101, "一"), (102, "二"), (101, "三")] as [(UInt32, String)] {
        made.append(
          try await joining.createJoinWay(
            .init(
              joinWay: .init(
                scene: .qrCode, remark: remark, chatIDs: ["wr1"], departmentID: store))))
      }
      let found = try await codes(customers, 101)
      #expect(!found.communitiesUnreachable)
      #expect(found.groupCodes.map(\.configID) == [made[2].configID, made[0].configID])
      #expect(found.groupCodes.map(\.remark) == ["三", "一"])
      #expect(found.groupCodes.map(\.createTime) == [made[2].createTime, made[0].createTime])
      #expect(try await codes(customers, 103) == .init())
      await customers.service.stop()
    }
  }

  @Test("Join ways that communities tells of count towards the quota of contact ways")
  func quota() async throws {
    try await withService(CommunitiesService.self) { communities in
      let folder = try TemporaryFolder()
      let customers = CustomersCaller(
        try await RunningService.start(
          CustomersService.self, in: folder, peers: [communities],
          policies: policies(["contact_ways_max": 3])))
      _ = try await CommunitiesV1.CustomerGroupServiceClient(communities.channel)
        .createCustomerGroup(.init(chatID: "wr1", name: "群", owner: "a"))
      let joining = CommunitiesV1.JoinWayServiceClient(communities.channel)
      func join() async throws -> String {
        try await joining.createJoinWay(
          .init(joinWay: .init(scene: .qrCode, chatIDs: ["wr1"]))
        ).configID
      }
      func quota(_ joinWays: Int64) async throws -> CustomersV1.GetContactWayQuotaResponse {
        while true {
          let quota = try await customers.ways.getContactWayQuota(.init())
          if quota.joinWayCount == joinWays { return quota }
          await Task.yield()
        }
      }
      let first = try await join()
      _ = try await join()
      let way = try await customers.way(["a"])
      _ = try await customers.temporaryWay("a")
      #expect(try await quota(2) == .init(contactWayCount: 1, joinWayCount: 2, waysMax: 3))
      await expectFailure(.resourceExhausted, "TOO_MANY_CONTACT_WAYS", errcode: 41045) {
        try await customers.way(["a"])
      }
      _ = try await joining.deleteJoinWay(.init(configID: first))
      _ = try await quota(1)
      try await customers.way(["a"])
      _ = try await customers.ways.deleteContactWay(.init(configID: way.configID))
      try await customers.way(["b"])
      await customers.service.stop()
    }
  }
}
