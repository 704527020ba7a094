import Messages
import NIOCore
import NIOPosix
import Testing

@testable import RPC

@Suite struct PeerConductTests {
  private static func at(_ seconds: Double) -> NIODeadline {
    .uptimeNanoseconds(1_000_000_000_000 + UInt64(seconds * 1e9))
  }

  @Test("The bucket empties with what is spent and fills with time, never over its size")
  func bucket() {
    var bucket = GlitchBucket(size: 100, perSecond: 10)
    #expect(bucket.left(after: 0) { Self.at(0) } == 100)
    #expect(bucket.left(after: 60) { Self.at(0) } == 40)
    #expect(bucket.left(after: 0) { Self.at(3) } == 70)
    #expect(bucket.left(after: 90) { Self.at(3) } == 0)
    #expect(bucket.left(after: 0) { Self.at(1000) } == 100)
  }

  @Test("The third early PING is one too many, and data in between forgives")
  func strikes() {
    var pings = PingStrikes(ServerLimits())
    func ping(_ seconds: Double, hasCalls: Bool = true, hasSent: Bool = false) -> Bool {
      pings.isTooMany(at: Self.at(seconds), hasCalls: hasCalls, hasSent: hasSent)
    }
    #expect([ping(0), ping(1), ping(2)] == [false, false, false])
    #expect(!ping(3, hasSent: true))
    #expect([ping(4), ping(5), ping(6)] == [false, false, true])
    pings = PingStrikes(ServerLimits())
    #expect((0..<10).allSatisfy { !ping(Double($0) * 300) })
    pings = PingStrikes(ServerLimits())
    #expect((0..<4).map { ping(Double($0) * 300, hasCalls: false) } == [false, false, false, true])
  }

  @Test("A connection that is not used is closed, and the channel makes another")
  func idle() async throws {
    var limits = ServerLimits()
    limits.connectionIdleMilliseconds = 20
    try await RunningServer.run(limits: limits) { running in
      for _ in 0..<3 {
        _ = try await running.client.emptyCall(.init())
        // One that never says anything goes too.
        let silent = try await ClientBootstrap(group: running.loops.all)
          .connect(host: "127.0.0.1", port: try #require(running.address.port)).get()
        try await silent.closeFuture.get()
      }
    }
  }

  @Test("A call keeps its connection from being idle")
  func busy() async throws {
    var limits = ServerLimits()
    limits.connectionIdleMilliseconds = 20
    try await RunningServer.run(limits: limits) { running in
      let reply = try await running.client.streamingOutputCall(
        .init(responseParameters: [.init(size: 1, intervalUs: 200_000)])
      ).first { _ in true }
      #expect(reply?.payload?.body.count == 1)
    }
  }

  @Test("An old connection is drained; its calls have the grace, and new ones find a new one")
  func age() async throws {
    var limits = ServerLimits()
    limits.connectionAgeMilliseconds = 30
    limits.connectionAgeGraceMilliseconds = 30
    try await RunningServer.run(limits: limits) { running in
      let status = try await status {
        try await running.client.fullDuplexCall { _, replies in
          for try await _ in replies {}
        }
      }
      #expect(status?.code == .unavailable)
      _ = try await running.client.emptyCall(.init())
    }
  }
}
