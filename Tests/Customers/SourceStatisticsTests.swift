import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("GetSourceStatistics", .timeLimit(.minutes(1)))
struct SourceStatisticsTests {
  /// Two days: on the first one scan of the till's way twice and of the car park's once, on the second
  /// one of the window's, and who came by the till goes.
  private func visits(_ customers: CustomersCaller) async throws -> [CustomersV1.Source] {
    let till = try await customers.source("门店", "收银台", 101)
    let window = try await customers.source("门店", "橱窗", 102)
    let park = try await customers.source("停车场", "道闸")
    let ways = [
      try await customers.way(["a"], of: till), try await customers.way(["a"], of: window),
      try await customers.way(["b"], of: park),
    ]
    try await customers.scan(ways[0], "wm1")
    try await customers.scan(ways[0], "wm1")
    try await customers.scan(ways[2], "wm1")
    customers.service.clock.advance(seconds: 86_400)
    try await customers.scan(ways[1], "wm2")
    try await customers.remove("a", "wm1", by: .customer)
    try await customers.remove("a", "wm1", by: .member)
    return [till, window, park]
  }

  @Test("Scans, adds and losses are counted on their days, and rolled up as asked, page by page")
  func rollups() async throws {
    try await withCustomers { customers in
      let sources = try await visits(customers)
      let (first, second) = ("2026-01-05", "2026-01-06")
      let all = try await customers.sources.getSourceStatistics(.init())
      #expect(all.total == .init(scanCount: 4, addedCount: 3, lostCount: 1))
      #expect(all.rows.map(\.sourceID) == [0, 0, 1, 2].map { sources[$0].sourceID })
      #expect(
        try await customers.rows(of: .init(pageSize: 1)) == [
          "门店-收银台-101 \(first) 2/1/0", "门店-收银台-101 \(second) 0/0/1",
          "门店-橱窗-102 \(second) 1/1/0", "停车场-道闸 \(first) 1/1/0",
        ])
      #expect(
        try await customers.rows(of: .init(rollup: .channel, pageSize: 1)) == [
          "停车场 \(first) 1/1/0", "门店 \(first) 2/1/0", "门店 \(second) 1/1/1",
        ])
      #expect(
        try await customers.rows(of: .init(rollup: .channel, wholeSpan: true, pageSize: 1))
          == ["停车场 1/1/0", "门店 3/2/1"])
      #expect(
        try await customers.rows(of: .init(rollup: .scene, wholeSpan: true, pageSize: 2))
          == ["停车场-道闸 1/1/0", "门店-收银台 2/1/1", "门店-橱窗 1/1/0"])
      #expect(
        try await customers.rows(of: .init(rollup: .store, wholeSpan: true, pageSize: 2))
          == ["1/1/0", "101 2/1/1", "102 1/1/0"])
    }
  }

  @Test("A report is of the sources and the days asked for, those of deleted sources too")
  func filters() async throws {
    try await withCustomers { customers in
      let sources = try await visits(customers)
      for way in try await customers.ways.listContactWays(.init()).configIDs {
        _ = try await customers.ways.deleteContactWay(.init(configID: way))
      }
      _ = try await customers.sources.deleteSource(.init(sourceID: sources[0].sourceID))
      func total(_ request: CustomersV1.GetSourceStatisticsRequest) async throws -> String {
        try await customers.sources.getSourceStatistics(request).total?.text ?? ""
      }
      #expect(try await total(.init(sourceID: sources[0].sourceID)) == "2/1/1")
      #expect(try await total(.init(channel: "门店")) == "3/2/1")
      #expect(try await total(.init(scene: "橱窗")) == "1/1/0")
      #expect(try await total(.init(departmentID: 101)) == "2/1/1")
      let today = customers.service.clock.now
      #expect(try await total(.init(startTime: today.timestamp)) == "1/1/1")
      #expect(
        try await total(.init(endTime: today.advanced(bySeconds: -86_400).timestamp)) == "3/2/0")
      #expect(
        try await customers.sources.getSourceStatistics(.init(), options: otherCorp).rows.isEmpty)
    }
  }

  @Test("Days and rollups that cannot be are named")
  func shape() async throws {
    try await withCustomers { customers in
      let now = customers.service.clock.now
      func refused(
        _ request: CustomersV1.GetSourceStatisticsRequest, _ reason: String, _ field: String
      ) async {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await customers.sources.getSourceStatistics(request)
        }
      }
      let days180 = now.advanced(bySeconds: -179 * 86_400).timestamp
      _ = try await customers.sources.getSourceStatistics(.init(startTime: days180))
      await refused(
        .init(startTime: now.advanced(bySeconds: -180 * 86_400).timestamp), "TOO_LONG", "end_time")
      await refused(
        .init(startTime: now.advanced(bySeconds: 86_400).timestamp), "BEFORE_START", "end_time")
      await refused(.init(startTime: .init(nanos: -1)), "BAD_TIMESTAMP", "start_time")
      await refused(.init(rollup: .init(rawValue: 9)), "UNKNOWN_VALUE", "rollup")
      await refused(.init(sourceID: "so 1"), "BAD_ID", "source_id")
      await refused(.init(pageSize: -1), "NEGATIVE", "page_size")
      await expectFailure(.notFound, "SOURCE_NOT_FOUND", field: "source_id") {
        try await customers.sources.getSourceStatistics(.init(sourceID: "soUnknown"))
      }
    }
  }
}
