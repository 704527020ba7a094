import Fixtures
import InteropService
import Messages
import Testing

@testable import RPC

/// How many calls may run, and what those hear that are too many.
@Suite struct HandlerShareTests {
  @Test("A share may hold its weight times what is free")
  func bounds() {
    let one = HandlerShare()
    let heavy = HandlerShare(weight: 3)
    #expect(one.countIn(free: 1) == nil)
    #expect(one.countIn(free: 1) == 1)
    #expect(one.countIn(free: 2) == nil)
    for _ in 0..<6 { #expect(heavy.countIn(free: 2) == nil) }
    #expect(heavy.countIn(free: 2) == 6)
    #expect(heavy.countIn(free: 0) == 0)
    one.countOut()
    #expect(one.countIn(free: 2) == nil)
    #expect(HandlerShare(weight: .max).countIn(free: .max) == nil)
  }

  @Test("A share is idle when what it counted in is counted out, and refusals count for nothing")
  func idle() {
    let share = HandlerShare()
    #expect(share.isIdle)
    _ = share.countIn(free: 1)
    #expect(share.countIn(free: 1) == 1)
    #expect(!share.isIdle)
    share.countOut()
    #expect(share.isIdle)
  }

  /// Gives each tenant, named in the metadata, a share.
  private struct Shares: Interceptor {
    let shares = ["a": HandlerShare(), "b": HandlerShare(), "c": HandlerShare()]

    func admit(_ call: Call) -> HandlerShare? { call.metadata["tenant"].flatMap { shares[$0] } }
  }

  /// Calls that run until their tenant hangs up.
  private static let waiting: [Route] = [
    .bidirectional(GrpcTesting.TestService.fullDuplexCall) {
      (
        requests: RequestStream<GrpcTesting.StreamingOutputCallRequest>,
        replies: ReplyStream<GrpcTesting.StreamingOutputCallResponse>, _
      ) in
      try await replies.send(.init())
      while try await requests.next() != nil {}
    },
    .unary(GrpcTesting.TestService.emptyCall) { (_: GrpcTesting.Empty, _) in
      GrpcTesting.Empty()
    },
  ]

  /// Holds as many calls open as the server lets the tenant, then runs `body`.
  private func hold(
    _ tenant: String, _ running: RunningServer, then body: (Int) async throws -> Void
  ) async throws {
    let options = CallOptions(metadata: ["tenant": tenant])
    func another(_ held: Int) async throws {
      let refused = try await status {
        try await running.client.fullDuplexCall(options: options) { writer, replies in
          guard try await replies.next() != nil else { return }
          try await another(held + 1)
          writer.finish()
          while try await replies.next() != nil {}
        }
      }
      guard let refused else { return }
      #expect(refused.code == .resourceExhausted)
      #expect(try #require(refused.pushbackMilliseconds) >= TooManyCalls.retryMilliseconds)
      try await body(held)
    }
    try await another(0)
  }

  @Test("One tenant with slow calls leaves room for the next, and that one for a third")
  func tenants() async throws {
    var limits = ServerLimits()
    limits.handlers = 8
    try await RunningServer.run(Self.waiting, interceptors: [Shares()], limits: limits) {
      running in
      try await hold("a", running) { held in
        #expect(held == 4)
        try await hold("b", running) { held in
          #expect(held == 2)
          _ = try await running.client.emptyCall(
            .init(), options: .init(metadata: ["tenant": "c"]))
        }
      }
      // All have hung up: the whole is free again.
      try await hold("c", running) { #expect($0 == 4) }
    }
  }

  @Test("Over the server's bound a call is refused at once, and told when to come back")
  func serverBound() async throws {
    var limits = ServerLimits()
    limits.handlers = 3
    try await RunningServer.run(Self.waiting, limits: limits) { running in
      try await hold("nobody", running) { held in
        #expect(held == 3)
        let refused = try await status { _ = try await running.client.emptyCall(.init()) }
        #expect(refused?.code == .resourceExhausted)
        #expect(refused?.message.contains("3 calls are running") == true)
        #expect(refused?.pushbackMilliseconds != nil)
      }
      _ = try await running.client.emptyCall(.init())
    }
  }

  @Test("A pushback is the wait or up to twice as long, and does not overflow")
  func jitter() {
    var seen: Set<Int> = []
    for _ in 0..<1000 {
      let milliseconds = Pushback.jittered(milliseconds: 100)
      #expect((100...200).contains(milliseconds))
      seen.insert(milliseconds)
    }
    #expect(seen.count > 10)
    #expect(Pushback.jittered(milliseconds: .max) == .max)
    #expect(Pushback.jittered(milliseconds: 0) == 0)
  }
}
