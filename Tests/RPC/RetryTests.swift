import Fixtures
import InteropService
import Messages
import Synchronization
import Testing

@testable import RPC

/// Calls that are sent again, between real channels and servers.
@Suite struct RetryTests {
  private typealias Output = GrpcTesting.StreamingOutputCallRequest
  private typealias Reply = GrpcTesting.StreamingOutputCallResponse

  private static let atOnce = RetryPolicy(attempts: 5, firstBackoffMilliseconds: 0)

  /// `emptyCall` fails that many times, and counts how often it ran.
  private static func failing(
    _ times: Int, with failure: Status = Status(.unavailable), count: Counter
  ) -> [Route] {
    [
      .unary(GrpcTesting.TestService.emptyCall) {
        (_: GrpcTesting.Empty, _) throws -> GrpcTesting.Empty in
        if count.next() <= times { throw failure }
        return .init()
      }
    ]
  }

  @Test("A call that fails is sent again by policy, and its caller does not notice")
  func success() async throws {
    let count = Counter()
    try await RunningServer.run(Self.failing(4, count: count)) { running in
      _ = try await running.client.emptyCall(.init(), options: .init(retry: Self.atOnce))
      #expect(count.value == 5)
    }
  }

  @Test("The last failure is the caller's, whole")
  func failure() async throws {
    let count = Counter()
    let thrown = Status(.unavailable, "no", details: [1], metadata: ["x-why": "because"])
    try await RunningServer.run(Self.failing(.max, with: thrown, count: count)) { running in
      let report = CallReport()
      let status = try await status {
        _ = try await running.client.emptyCall(
          .init(),
          options: .init(
            retry: RetryPolicy(attempts: 3, firstBackoffMilliseconds: 0), report: report))
      }
      #expect(status == thrown)
      #expect(report.trailers["x-why"] == "because")
      #expect(count.value == 3)
    }
  }

  @Test("The server's pushback is how long the call waits")
  func pushback() async throws {
    let count = Counter()
    let thrown = Status(.resourceExhausted, pushbackMilliseconds: 4321)
    try await RunningServer.run(Self.failing(1, with: thrown, count: count)) { running in
      let timers = ManualTimers()
      let channel = Channel(
        to: [running.address], loops: running.loops,
        retry: RetryPolicy(pushbackCodes: [.resourceExhausted]), means: timers.means)
      async let reply = GrpcTesting.TestServiceClient(channel).emptyCall(.init())
      await timers.fire(milliseconds: 4321)
      _ = try await reply
      #expect(count.value == 2)
      await channel.close()
    }
  }

  @Test("A deadline and a cancellation end a call that waits for its next attempt")
  func waiting() async throws {
    let count = Counter()
    try await RunningServer.run(Self.failing(.max, count: count)) { running in
      let timers = ManualTimers()
      let channel = Channel(
        to: [running.address], loops: running.loops, retry: RetryPolicy(), means: timers.means)
      let client = GrpcTesting.TestServiceClient(channel)
      let late = try await status {
        _ = try await client.emptyCall(.init(), options: .init(timeoutMilliseconds: 200))
      }
      #expect(late?.code == .deadlineExceeded)
      // The caller hears of his deadline before the timer of his next attempt is taken back.
      while timers.isSet(milliseconds: 50) { await Task.yield() }
      let caller = Task { try await client.emptyCall(.init()) }
      await timers.awaitTimer(milliseconds: 50)
      caller.cancel()
      await #expect(throws: CancellationError.self) { try await caller.value }
      while timers.isSet(milliseconds: 50) { await Task.yield() }
      // And so does the end of the channel.
      async let closing = status { _ = try await client.emptyCall(.init()) }
      await timers.awaitTimer(milliseconds: 50)
      await channel.close()
      let closed = try await closing
      #expect(closed?.message == "The channel is closed.")
      #expect(count.value == 3)
    }
  }

  @Test(
    "A stream of requests is sent again from its start while it fits the limit, and not over it")
  func replay() async throws {
    let (count, sums) = (Counter(), Counter())
    let routes: [Route] = [
      .clientStream(GrpcTesting.TestService.streamingInputCall) {
        (requests: RequestStream<GrpcTesting.StreamingInputCallRequest>, _) in
        var sum = 0
        for try await request in requests { sum += request.payload?.body.count ?? 0 }
        sums.add(sum)
        if count.next() % 2 == 1 { throw Status(.unavailable) }
        return GrpcTesting.StreamingInputCallResponse(aggregatedPayloadSize: Int32(sum))
      }
    ]
    try await RunningServer.run(routes) { running in
      func send(_ messages: Int) async throws -> Int32 {
        let body = [UInt8](repeating: 7, count: 10_000)
        return try await running.client.streamingInputCall(options: .init(retry: Self.atOnce)) {
          for _ in 0..<messages { try await $0.send(.init(payload: .init(body: body))) }
        }.aggregatedPayloadSize
      }
      let sum = try await send(20)
      #expect(sum == 200_000)
      #expect(count.value == 2 && sums.value == 400_000)
      let status = try await status { _ = try await send(40) }
      #expect(status?.code == .unavailable)
      #expect(count.value == 3)
    }
  }

  @Test("A call whose answer has begun is not sent again")
  func committed() async throws {
    let count = Counter()
    let routes: [Route] = [
      .serverStream(GrpcTesting.TestService.streamingOutputCall) {
        (_: Output, replies: ReplyStream<Reply>, _) in
        _ = count.next()
        try await replies.send(.init())
        throw Status(.unavailable)
      }
    ]
    try await RunningServer.run(routes) { running in
      let status = try await status {
        for try await _ in running.client.streamingOutputCall(
          .init(), options: .init(retry: Self.atOnce))
        {}
      }
      #expect(status?.code == .unavailable)
      #expect(count.value == 1)
    }
  }

  @Test("A server that fails every call gets no more than a fifth of load from retries")
  func amplification() async throws {
    let count = Counter()
    try await RunningServer.run(Self.failing(.max, count: count)) { running in
      for _ in 0..<100 {
        let status = try await status {
          _ = try await running.client.emptyCall(.init(), options: .init(retry: Self.atOnce))
        }
        #expect(status?.code == .unavailable)
      }
      #expect(count.value > 100 && count.value <= 120)
    }
  }

  @Test("Nor does the last of three services that call each other")
  func amplificationOfLayers() async throws {
    let count = Counter()
    try await RunningServer.run(Self.failing(.max, count: count)) { last in
      try await RunningServer.run(Self.passing(to: last)) { middle in
        try await RunningServer.run(Self.passing(to: middle)) { first in
          for _ in 0..<100 {
            let status = try await status {
              _ = try await first.client.emptyCall(.init(), options: .init(retry: Self.atOnce))
            }
            #expect(status?.code == .unavailable)
          }
        }
      }
    }
    #expect(count.value > 100 && count.value <= 120)
  }

  private static func passing(to next: RunningServer) -> [Route] {
    [
      .unary(GrpcTesting.TestService.emptyCall) {
        (_: GrpcTesting.Empty, _) throws -> GrpcTesting.Empty in
        try await next.client.emptyCall(.init(), options: .init(retry: atOnce))
      }
    ]
  }
}

/// Counts from any thread.
final class Counter: Sendable {
  private let count = Atomic<Int>(0)

  var value: Int { count.load(ordering: .sequentiallyConsistent) }

  /// Counts one more: the new number.
  func next() -> Int { count.add(1, ordering: .sequentiallyConsistent).newValue }

  func add(_ number: Int) { count.add(number, ordering: .sequentiallyConsistent) }
}
