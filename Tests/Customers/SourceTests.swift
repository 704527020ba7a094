import Customers
import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("SourceService", .timeLimit(.minutes(1)))
struct SourceTests {
  @Test("A source is made, read, changed by the mask and deleted, and each is told once")
  func life() async throws {
    try await withCustomers { customers in
      let sources = customers.sources
      let made = try await sources.createSource(
        .init(source: .init(name: "收银台海报", channel: "门店", scene: "收银台", departmentID: 101)))
      #expect(made.sourceID.hasPrefix("so"))
      #expect((made.name, made.channel, made.scene) == ("收银台海报", "门店", "收银台"))
      #expect(made.departmentID == 101)
      #expect(made.createTime == customers.service.clock.now.timestamp)
      #expect(made.updateTime == made.createTime)
      #expect(try await sources.getSource(.init(sourceID: made.sourceID)) == made)

      customers.service.clock.advance(seconds: 60)
      let renamed = try await sources.updateSource(
        .init(
          source: .init(sourceID: made.sourceID, name: "台卡", channel: "停车场"),
          updateMask: .init(paths: ["name"])))
      #expect((renamed.name, renamed.channel) == ("台卡", "门店"))
      #expect(renamed.updateTime == customers.service.clock.now.timestamp)
      let moved = try await sources.updateSource(
        .init(source: .init(sourceID: made.sourceID), updateMask: .init(paths: ["department_id"])))
      #expect(moved.departmentID == 0)
      // Nothing changes, so nothing is told.
      let same = try await sources.updateSource(
        .init(source: .init(sourceID: made.sourceID, scene: "收银台")))
      #expect(same == moved)

      _ = try await sources.deleteSource(.init(sourceID: made.sourceID))
      await expectFailure(.notFound, "SOURCE_NOT_FOUND", field: "source_id") {
        try await sources.getSource(.init(sourceID: made.sourceID))
      }
      await expectFailure(.notFound, "SOURCE_NOT_FOUND", field: "source.source_id") {
        try await sources.updateSource(.init(source: .init(sourceID: made.sourceID, name: "x")))
      }
      await expectFailure(.notFound, "SOURCE_NOT_FOUND", field: "source_id") {
        try await sources.deleteSource(.init(sourceID: made.sourceID))
      }
      #expect(
        try await customers.firstChanges(4).map(\.event) == [
          .sourceCreated(made), .sourceUpdated(renamed), .sourceUpdated(moved),
          .sourceDeleted(moved),
        ])
    }
  }

  @Test("What is missing or too long is named; the longest that may be is taken")
  func shape() async throws {
    try await withCustomers { customers in
      func refused(_ source: CustomersV1.Source?, _ reason: String, _ field: String) async {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await customers.sources.createSource(.init(source: source))
        }
      }
      let longest = String(repeating: "长", count: 30)
      let whole = try await customers.sources.createSource(
        .init(source: .init(name: longest, channel: longest, scene: longest)))
      #expect(whole.scene == longest)
      await refused(nil, "REQUIRED", "source")
      await refused(.init(channel: "门店", scene: "台"), "REQUIRED", "source.name")
      await refused(.init(name: "一", scene: "台"), "REQUIRED", "source.channel")
      await refused(.init(name: "一", channel: "门店"), "REQUIRED", "source.scene")
      await refused(
        .init(name: longest + "长", channel: "门店", scene: "台"), "TOO_LONG", "source.name")
      await refused(
        .init(name: "一", channel: longest + "长", scene: "台"), "TOO_LONG", "source.channel")
      await refused(
        .init(name: "一", channel: "门店", scene: longest + "长"), "TOO_LONG", "source.scene")
      await expectFailure(.invalidArgument, "TOO_LONG", field: "source.scene") {
        try await customers.sources.updateSource(
          .init(source: .init(sourceID: whole.sourceID, scene: longest + "长")))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "source.name") {
        try await customers.sources.updateSource(
          .init(source: .init(sourceID: whole.sourceID), updateMask: .init(paths: ["name"])))
      }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await customers.sources.updateSource(
          .init(source: .init(sourceID: whole.sourceID), updateMask: .init(paths: ["source_id"])))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "source_id") {
        try await customers.sources.getSource(.init())
      }
      await expectFailure(.invalidArgument, "BAD_ID", field: "source_id") {
        try await customers.sources.deleteSource(.init(sourceID: "so 1"))
      }
    }
  }

  @Test("A channel, scene and store have one source; a deleted one makes room")
  func places() async throws {
    try await withCustomers(policies: policies(["sources_max": 3])) { customers in
      let first = try await customers.source("门店", "收银台", 101)
      await expectFailure(.alreadyExists, "SOURCE_EXISTS") {
        try await customers.source("门店", "收银台", 101)
      }
      let second = try await customers.source("门店", "收银台", 102)
      await expectFailure(.alreadyExists, "SOURCE_EXISTS") {
        try await customers.sources.updateSource(
          .init(source: .init(sourceID: second.sourceID, departmentID: 101)))
      }
      try await customers.source("门店", "收银台")
      await expectFailure(.resourceExhausted, "TOO_MANY_SOURCES") {
        try await customers.source("停车场", "道闸")
      }
      _ = try await customers.sources.deleteSource(.init(sourceID: first.sourceID))
      #expect(try await customers.source("门店", "收银台", 101).sourceID != first.sourceID)
      await expectFailure(.resourceExhausted, "TOO_MANY_SOURCES") {
        try await customers.source("停车场", "道闸")
      }
    }
  }

  @Test("A store is a department that directory knows")
  func stores() async throws {
    try await withCustomersAndDirectory { customers, directory in
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      _ = try await departments.createDepartment(
        .init(department: .init(id: 2, name: "一店", parentid: 1, kind: .store)))
      _ = try await DirectoryV1.MemberServiceClient(directory.channel).createMember(
        .init(member: .sample("a", departmentIDs: [2])))
      try await customers.untilHeard(of: 2)
      let source = try await customers.source("门店", "收银台", 2)
      await expectFailure(
        .notFound, "DEPARTMENT_NOT_FOUND", field: "source.department_id", errcode: 60003
      ) {
        try await customers.source("门店", "收银台", 9)
      }
      await expectFailure(
        .notFound, "DEPARTMENT_NOT_FOUND", field: "source.department_id", errcode: 60003
      ) {
        try await customers.sources.updateSource(
          .init(source: .init(sourceID: source.sourceID, departmentID: 9)))
      }
      #expect(try await customers.source("门店", "收银台").departmentID == 0)
    }
  }

  @Test("Sources come page by page, in the order they were made, and by what is asked for")
  func lists() async throws {
    try await withCustomers { customers in
      var made: [String] = []
      for store in 1...3 as ClosedRange<UInt32> {
        for (channel, scene) in [("门店", "收银台"), ("门店", "橱窗"), ("停车场", "道闸")] {
          made.append(try await customers.source(channel, scene, store).sourceID)
        }
      }
      _ = try await customers.sources.deleteSource(.init(sourceID: made[4]))
      made.remove(at: 4)
      func listed(_ request: CustomersV1.ListSourcesRequest) async throws -> [String] {
        var request = request
        var found: [String] = []
        repeat {
          let page = try await customers.sources.listSources(request)
          #expect(page.sources.count <= 2)
          found += page.sources.map(\.sourceID)
          request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        return found
      }
      #expect(try await listed(.init(pageSize: 2)) == made)
      #expect(try await listed(.init(channel: "停车场", pageSize: 2)) == [made[2], made[4], made[7]])
      #expect(try await listed(.init(scene: "橱窗", pageSize: 2)) == [made[1], made[6]])
      #expect(
        try await listed(.init(channel: "门店", departmentID: 3, pageSize: 2)) == [made[5], made[6]])
      #expect(try await listed(.init(channel: "门", pageSize: 2)) == [])
      let page = try await customers.sources.listSources(.init(pageSize: 1))
      await expectFailure(
        .invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token", errcode: 50100
      ) {
        try await customers.sources.listSources(
          .init(channel: "门店", pageToken: page.nextPageToken))
      }
      await expectFailure(.invalidArgument, "NEGATIVE", field: "page_size") {
        try await customers.sources.listSources(.init(pageSize: -1))
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "channel") {
        try await customers.sources.listSources(.init(channel: String(repeating: "长", count: 31)))
      }
      let other = try await customers.sources.listSources(.init(), options: otherCorp)
      #expect(other.sources.isEmpty)
    }
  }

  @Test("A repeated request makes one source, and has one answer")
  func repeated() async throws {
    try await withCustomers { customers in
      let first = try await customers.source("门店", "收银台", requestID: "once")
      #expect(try await customers.source("门店", "收银台", requestID: "once") == first)
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED") {
        try await customers.source("门店", "橱窗", requestID: "once")
      }
      for _ in 0..<2 {
        _ = try await customers.sources.deleteSource(
          .init(sourceID: first.sourceID, requestID: "end"))
      }
      #expect(
        try await customers.firstChanges(2).compactMap(\.event?.kind)
          == ["source created", "source deleted"])
    }
  }
}
