import Directory
import Fixtures
import Foundation
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

/// What corps that share a service notice of each other.
@Suite("Noisy corps")
struct FairnessTests {
  private static func get(
    _ client: DirectoryV1.CorpServiceClient, _ corp: String
  ) async throws {
    _ = try await client.getCorp(.init(), options: .init(metadata: ["siyu-corp": corp]))
  }

  private static func policies(_ callsPerMinute: Int) throws -> Policies {
    try Policies(json: Data(#"{"method_calls_per_minute_max": \#(callsPerMinute)}"#.utf8))
  }

  @Test("A corp at ten times its quota gets its quota, and the other is never refused")
  func twoCorps() async throws {
    try await withService(DirectoryService.self, policies: Self.policies(60)) { service in
      let client = DirectoryV1.CorpServiceClient(service.channel)
      var granted = 0
      for number in 0..<600 {
        do {
          try await Self.get(client, "noisy")
          granted += 1
        } catch let refusal as Status {
          #expect(refusal.code == .resourceExhausted)
        }
        if number % 10 == 0 { try await Self.get(client, "quiet") }
      }
      #expect(granted == 60)
      service.clock.advance(seconds: 1)
      try await Self.get(client, "noisy")
      await expectFailure(.resourceExhausted, "QUOTA_EXCEEDED") {
        try await Self.get(client, "noisy")
      }
    }
  }

  @Test("Who is over his quota hears by how much, when to come back, and WeCom's errcode")
  func answer() async throws {
    try await withService(DirectoryService.self, policies: Self.policies(6)) { service in
      let client = DirectoryV1.CorpServiceClient(service.channel)
      for _ in 0..<6 { try await Self.get(client, "noisy") }
      let failure = await expectFailure(.resourceExhausted, "QUOTA_EXCEEDED", errcode: 45009) {
        try await Self.get(client, "noisy")
      }
      #expect(
        failure?.metadata == ["limit": "6", "remaining": "0", "reset": "60", "errcode": "45009"])
      let status = try #require(
        await #expect(throws: Status.self) { try await Self.get(client, "noisy") })
      let pushback = try #require(status.pushbackMilliseconds)
      #expect((10_000...20_000).contains(pushback))
      let packed = try #require(status.details)
      let detail = try #require(GoogleRpc.Status(unpacking: packed).details.last)
      #expect(detail.typeURL == "type.googleapis.com/google.rpc.RetryInfo")
      let delay = try #require(GoogleRpc.RetryInfo(unpacking: detail.value).retryDelay)
      #expect(Int(delay.seconds) * 1000 + Int(delay.nanos) / 1_000_000 == pushback)
    }
  }

  @Test("Health and reflection are never refused by a quota")
  func open() async throws {
    try await withService(DirectoryService.self, policies: Self.policies(1)) { service in
      let health = GrpcHealthV1.HealthClient(service.channel)
      let reflection = GrpcReflectionV1.ServerReflectionClient(service.channel)
      for _ in 0..<20 {
        _ = try await health.check(.init())
        try await reflection.serverReflectionInfo { requests, replies in
          try await requests.send(.init(messageRequest: .listServices("")))
          #expect(try await replies.next() != nil)
        }
      }
    }
  }
}
