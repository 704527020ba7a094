import Fixtures
import InteropService
import Messages
import Testing

@testable import RPC

@Suite struct CompressionTests {
  private static func zeros(_ count: Int) -> GrpcTesting.Payload {
    GrpcTesting.Payload(body: [UInt8](repeating: 0, count: count))
  }

  private static func compress(_ bytes: [UInt8], _ way: Compression) -> [UInt8]? {
    bytes.withUnsafeBytes { way.compress($0) }
  }

  private static func expand(
    _ bytes: [UInt8], _ way: Compression, limit: Int = 1 << 20
  ) -> Result<[UInt8], Status> {
    bytes.withUnsafeBytes { bytes in
      Result { () throws(Status) in try way.expand(bytes, limitBytes: limit) }
    }
  }

  @Test("What was compressed comes back", arguments: Compression.allCases)
  func roundTrip(way: Compression) throws {
    var random = SeededNumbers(seed: 7)
    for count in [100, 1_000, 16_384, 16_385, 500_000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0..<4, using: &random) }
      let compressed = try #require(Self.compress(bytes, way))
      #expect(compressed.count < count)
      #expect(Self.expand(compressed, way) == .success(bytes))
    }
  }

  @Test("What would not get shorter is left as it is", arguments: Compression.allCases)
  func incompressible(way: Compression) {
    var random = SeededNumbers(seed: 8)
    for count in [0, 1, 10, 100_000] {
      #expect(Self.compress([UInt8].random(count, using: &random), way) == nil)
    }
  }

  @Test("Gigabytes in a few kilobytes are refused at the limit", arguments: Compression.allCases)
  func bomb(way: Compression) throws {
    let bomb = try #require(Self.compress([UInt8](repeating: 0, count: 64 << 20), way))
    #expect(bomb.count < 70_000)
    guard case .failure(let status) = Self.expand(bomb, way, limit: 4 << 20) else {
      Issue.record("the bomb went off")
      return
    }
    #expect(status.code == .resourceExhausted)
    #expect(Self.expand(bomb, way, limit: 64 << 20).map(\.count) == .success(64 << 20))
  }

  @Test("Bytes that are cut, changed, followed by others or none are INTERNAL")
  func corrupt() throws {
    let good = try #require(Self.compress([UInt8](repeating: 7, count: 1000), .gzip))
    var changed = good
    changed[good.count - 6] ^= 1
    for bytes in [
      [], Array(good.dropLast()), changed, good + [0], [UInt8](repeating: 9, count: 50),
    ] {
      guard case .failure(let status) = Self.expand(bytes, .gzip) else {
        Issue.record("\(bytes) was taken")
        continue
      }
      #expect(status.code == .internal)
    }
  }

  @Test("The best of what a peer takes is taken")
  func accepted() {
    for (list, best) in [
      ("gzip", .gzip), ("identity,deflate,gzip", .gzip), ("deflate , br", .deflate),
      ("identity", nil), ("", nil), (" gzip", .gzip), ("GZIP", nil), ("gzipped,xgzip", nil),
    ] as [(String, Compression?)] {
      #expect(Array(list.utf8).withUnsafeBytes { Compression(acceptedBy: $0) } == best, "\(list)")
    }
  }

  @Test("Requests and replies are compressed where asked", arguments: Compression.allCases)
  func calls(way: Compression) async throws {
    try await RunningServer.run { running in
      let report = CallReport()
      let reply = try await running.client.unaryCall(
        .init(
          responseSize: 5_000, payload: Self.zeros(100_000),
          responseCompressed: .init(value: true), expectCompressed: .init(value: true)),
        options: .init(compression: way, report: report))
      #expect(reply.payload?.body.count == 5_000)
      #expect(report.compressedReplies == 1)
      let plain = try await running.client.unaryCall(
        .init(responseSize: 5_000, expectCompressed: .init(value: false)),
        options: .init(report: report))
      #expect(plain.payload?.body.count == 5_000)
      #expect(report.compressedReplies == 1)
    }
  }

  @Test("Compressed messages are charged as they came, and wait unexpanded")
  func streams() async throws {
    try await RunningServer.run { running in
      let sum = try await running.client.streamingInputCall(options: .init(compression: .gzip)) {
        for number in 0..<200 {
          try await $0.send(
            .init(
              payload: Self.zeros(50_000), expectCompressed: .init(value: number % 2 == 0)),
            compressed: number % 2 == 0)
        }
      }
      #expect(sum.aggregatedPayloadSize == 10_000_000)
    }
  }

  @Test("A message that grows over the limit is refused, in either direction")
  func overLimit() async throws {
    var limits = ServerLimits()
    limits.messageBytes = 10_000
    try await RunningServer.run(limits: limits) { running in
      let options = CallOptions(compression: .gzip)
      let single = try await status {
        _ = try await running.client.unaryCall(
          .init(payload: Self.zeros(20_000)), options: options)
      }
      #expect(single?.code == .resourceExhausted)
      let streamed = try await status {
        _ = try await running.client.streamingInputCall(options: options) {
          try await $0.send(.init(payload: Self.zeros(20_000)))
        }
      }
      #expect(streamed?.code == .resourceExhausted)
      var channelLimits = ChannelLimits()
      channelLimits.messageBytes = 10_000
      let channel = Channel(to: running.address, loops: running.loops, limits: channelLimits)
      let reply = try await status {
        _ = try await GrpcTesting.TestServiceClient(channel).unaryCall(
          .init(responseSize: 20_000, responseCompressed: .init(value: true)))
      }
      #expect(reply?.code == .resourceExhausted)
      await channel.close()
    }
  }
}
