import Fixtures
import Messages
import RPC
import Testing

@Suite("CorpService", .timeLimit(.minutes(5)))
struct CorpTests {
  @Test("A corp is there from the first call, named by its id, on Shanghai's time")
  func firstCall() async throws {
    try await withDirectory { directory in
      let corp = try await directory.corps.getCorp(.init())
      #expect(corp == .init(corpid: "demo", name: "demo", timeZone: "Asia/Shanghai"))
    }
  }

  @Test("An update changes what the mask names, for this corp alone")
  func update() async throws {
    try await withDirectory { directory in
      let renamed = try await directory.corps.updateCorp(
        .init(corp: .init(name: "思域百货"), requestID: "r1"))
      #expect(renamed == .init(corpid: "demo", name: "思域百货", timeZone: "Asia/Shanghai"))
      let moved = try await directory.corps.updateCorp(
        .init(
          corp: .init(name: "not named by the mask", timeZone: "Asia/Tokyo"),
          updateMask: .init(paths: ["time_zone"])))
      #expect(moved == .init(corpid: "demo", name: "思域百货", timeZone: "Asia/Tokyo"))
      #expect(try await directory.corps.getCorp(.init()) == moved)
      #expect(try await directory.corps.getCorp(.init(), options: otherCorp).name == "other")
      let changes = try await directory.firstChanges(2)
      #expect(changes.map(\.event) == [.corpUpdated(renamed), .corpUpdated(moved)])
    }
  }

  @Test("A name of 64 characters is taken, one of 65, none, and an unknown zone are refused")
  func shape() async throws {
    try await withDirectory { directory in
      let longest = String(repeating: "名", count: 64)
      let corp = try await directory.corps.updateCorp(.init(corp: .init(name: longest)))
      #expect(corp.name == longest)
      await expectFailure(.invalidArgument, "REQUIRED", field: "corp") {
        try await directory.corps.updateCorp(.init())
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "corp.name") {
        try await directory.corps.updateCorp(.init(corp: .init(name: longest + "名")))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "corp.name") {
        try await directory.corps.updateCorp(
          .init(corp: .init(), updateMask: .init(paths: ["name"])))
      }
      for zone in ["Mars/Olympus", "GMT+8", "asia/shanghai"] {
        await expectFailure(.invalidArgument, "UNKNOWN_TIME_ZONE", field: "corp.time_zone") {
          try await directory.corps.updateCorp(.init(corp: .init(timeZone: zone)))
        }
      }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await directory.corps.updateCorp(
          .init(corp: .init(name: "x"), updateMask: .init(paths: ["corpid"])))
      }
      #expect(try await directory.corps.getCorp(.init()).name == longest)
    }
  }
}
