import Fixtures
import HTTP2
import InteropService
import Messages
import Synchronization
import Testing

@testable import RPC

/// How calls end when they are not simply answered: deadlines, cancellation, limits, shutdown.
@Suite struct CallEndTests {
  private typealias Output = GrpcTesting.StreamingOutputCallRequest
  private typealias Reply = GrpcTesting.StreamingOutputCallResponse

  /// A call that sends one reply and then waits until it is cancelled; `ended` opens when it was.
  private static func waiting(started: Gate = Gate(), ended: Gate = Gate()) -> [Route] {
    [
      .bidirectional(GrpcTesting.TestService.fullDuplexCall) {
        (requests: RequestStream<Output>, replies: ReplyStream<Reply>, call) in
        try await replies.send(.init())
        await started.open()
        do {
          while try await requests.next() != nil {}
        } catch {
          #expect(error is CancellationError)
          #expect(Task.isCancelled && call.isCancelled)
          await ended.open()
          throw error
        }
      },
      .unary(GrpcTesting.TestService.emptyCall) { (_: GrpcTesting.Empty, _) in
        GrpcTesting.Empty()
      },
    ]
  }

  @Test("A deadline ends the call on both sides")
  func deadline() async throws {
    let ended = Gate()
    try await RunningServer.run(Self.waiting(ended: ended)) { running in
      let status = try await status {
        try await running.client.fullDuplexCall(options: .init(timeoutMilliseconds: 100)) {
          _, replies in
          for try await _ in replies {}
        }
      }
      #expect(status?.code == .deadlineExceeded)
      await ended.wait()
    }
  }

  @Test("A server enforces the deadline by itself")
  func serverDeadline() async throws {
    let ended = Gate()
    try await RunningServer.run(Self.waiting(ended: ended)) { running in
      // A header of the caller's own: the channel has no deadline to enforce.
      var options = CallOptions()
      options.metadata.appendUnchecked("grpc-timeout", .text("50m"))
      let status = try await status {
        try await running.client.fullDuplexCall(options: options) { _, replies in
          for try await _ in replies {}
        }
      }
      #expect(status?.code == .deadlineExceeded)
      await ended.wait()
    }
  }

  @Test("A caller who goes away cancels the handler")
  func cancelledCaller() async throws {
    let (started, ended) = (Gate(), Gate())
    try await RunningServer.run(Self.waiting(started: started, ended: ended)) { running in
      let caller = Task {
        try await running.client.fullDuplexCall { _, replies in
          for try await _ in replies {}
        }
      }
      await started.wait()
      caller.cancel()
      await #expect(throws: CancellationError.self) { try await caller.value }
      await ended.wait()
    }
  }

  @Test("Leaving a stream of replies early cancels the call")
  func leftEarly() async throws {
    let ended = Gate()
    let routes: [Route] = [
      .serverStream(GrpcTesting.TestService.streamingOutputCall) {
        (_: Output, replies: ReplyStream<Reply>, _) in
        let payload = GrpcTesting.Payload(body: [UInt8](repeating: 0, count: 1000))
        do {
          while true { try await replies.send(.init(payload: payload)) }
        } catch {
          await ended.open()
          throw error
        }
      }
    ]
    try await RunningServer.run(routes) { running in
      var count = 0
      for try await _ in running.client.streamingOutputCall(.init()) {
        count += 1
        if count == 3 { break }
      }
      await ended.wait()
    }
  }

  @Test("A sender waits while the handler does not read")
  func flowControl() async throws {
    let gate = Gate()
    let routes: [Route] =
      [
        .clientStream(GrpcTesting.TestService.streamingInputCall) {
          (requests: RequestStream<GrpcTesting.StreamingInputCallRequest>, _) in
          await gate.wait()
          var total = 0
          for try await request in requests { total += request.payload?.body.count ?? 0 }
          return GrpcTesting.StreamingInputCallResponse(aggregatedPayloadSize: Int32(total))
        }
      ] + Self.waiting()
    try await RunningServer.run(routes) { running in
      let sent = Atomic<Int>(0)
      async let reply = running.client.streamingInputCall { writer in
        let payload = GrpcTesting.Payload(body: [UInt8](repeating: 0, count: 1000))
        for _ in 0..<5000 {
          try await writer.send(.init(payload: payload))
          sent.add(1000, ordering: .relaxed)
        }
      }
      // While these go to and fro, the sender has every chance to run away.
      for _ in 0..<300 { _ = try await running.client.emptyCall(.init()) }
      let window = SessionLimits().streamWindowBytes
      #expect(sent.load(ordering: .relaxed) <= window + ChannelLimits().queuedRequestBytes + 2000)
      await gate.open()
      #expect(try await reply.aggregatedPayloadSize == 5_000_000)
    }
  }

  @Test("Handlers over the limit are refused until one has ended")
  func handlerLimit() async throws {
    var limits = ServerLimits()
    limits.handlersPerConnection = 1
    let (started, ended) = (Gate(), Gate())
    try await RunningServer.run(Self.waiting(started: started, ended: ended), limits: limits) {
      running in
      try await running.client.fullDuplexCall { writer, replies in
        await started.wait()
        let refused = try await status { _ = try await running.client.emptyCall(.init()) }
        #expect(refused?.code == .resourceExhausted)
        writer.finish()
        while try await replies.next() != nil {}
      }
      _ = try await running.client.emptyCall(.init())
    }
  }

  @Test("A drain lets what runs finish, and the channel finds the next server")
  func drain() async throws {
    let path = try temporaryFolder() + "/socket"
    let started = Gate()
    try await RunningServer.run(Self.waiting(started: started), listen: .unix(path: path)) {
      running in
      try await running.client.fullDuplexCall { writer, replies in
        let first = try await replies.next()
        #expect(first != nil)
        async let drained: Void = running.server.drain(graceSeconds: 60)
        writer.finish()
        let last = try await replies.next()
        #expect(last == nil)
        await drained
      }
      let next = Server(
        routes: GrpcTesting.TestService.routes(TestService()), loops: running.loops)
      _ = try await next.start(listen: .unix(path: path))
      _ = try await running.client.emptyCall(.init())
      await next.drain(graceSeconds: 0)
    }
  }

  @Test("What still runs after the grace is answered UNAVAILABLE")
  func grace() async throws {
    let (started, ended) = (Gate(), Gate())
    try await RunningServer.run(Self.waiting(started: started, ended: ended)) { running in
      let status = try await status {
        try await running.client.fullDuplexCall { _, replies in
          await started.wait()
          async let drained: Void = running.server.drain(graceSeconds: 0)
          for try await _ in replies {}
          await drained
        }
      }
      #expect(status?.code == .unavailable)
      await ended.wait()
    }
  }

  @Test("A call to nobody fails at once, or waits when asked to")
  func nobody() async throws {
    let path = try temporaryFolder() + "/socket"
    let loops = EventLoops(threads: 1)
    let channel = Channel(to: .unix(path: path), loops: loops)
    let client = GrpcTesting.TestServiceClient(channel)
    let failed = try await status { _ = try await client.emptyCall(.init()) }
    #expect(failed?.code == .unavailable)
    let waited = try await status {
      _ = try await client.emptyCall(
        .init(), options: .init(timeoutMilliseconds: 30, waitForReady: true))
    }
    #expect(waited?.code == .deadlineExceeded)
    await channel.close()
    let closed = try await status { _ = try await client.emptyCall(.init()) }
    #expect(closed?.message == "The channel is closed.")
    await loops.shutdown()
  }

  @Test("Requests that queued up before there was a connection go out once there is one")
  func queuedBeforeConnecting() async throws {
    let loops = EventLoops(threads: 1)
    let server = Server(
      routes: GrpcTesting.TestService.routes(TestService()), loops: loops)
    let address = try await server.start(listen: .tcp(host: "127.0.0.1", port: 0))
    let channel = Channel(to: address, loops: loops)
    // The first request alone is over the bound, and is sent while the channel still connects.
    let body = [UInt8](repeating: 7, count: 100_000)
    let reply = try await GrpcTesting.TestServiceClient(channel).streamingInputCall(
      options: .init(timeoutMilliseconds: 10_000)
    ) { requests in
      for _ in 0..<5 { try await requests.send(.init(payload: .init(body: body))) }
    }
    #expect(reply.aggregatedPayloadSize == 500_000)
    await channel.close()
    await server.drain(graceSeconds: 0)
    await loops.shutdown()
  }
}
