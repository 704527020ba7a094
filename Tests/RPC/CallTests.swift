import Fixtures
import Messages
import Synchronization
import Testing

@testable import RPC

@Suite struct CallTests {
  private typealias Output = GrpcTesting.StreamingOutputCallRequest
  private typealias Input = GrpcTesting.StreamingInputCallRequest

  private static func output(_ sizes: Int32...) -> Output {
    Output(responseParameters: sizes.map { GrpcTesting.ResponseParameters(size: $0) })
  }

  @Test("A unary call is answered, however large")
  func unary() async throws {
    try await RunningServer.run { running in
      let payload = GrpcTesting.Payload(body: [UInt8](repeating: 0, count: 271_828))
      for _ in 0..<20 {
        let reply = try await running.client.unaryCall(
          .init(responseSize: 314_159, payload: payload))
        #expect(reply.payload?.body.count == 314_159)
      }
      #expect(try await running.client.emptyCall(.init()) == .init())
    }
  }

  @Test("Many calls share a connection")
  func concurrent() async throws {
    try await RunningServer.run { running in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for size in 1...500 {
          group.addTask {
            try await running.client.unaryCall(.init(responseSize: Int32(size))).payload?.body
              .count ?? 0
          }
        }
        let total = try await group.reduce(0, +)
        #expect(total == 500 * 501 / 2)
      }
    }
  }

  @Test("A client's stream is summed up")
  func clientStream() async throws {
    try await RunningServer.run { running in
      let reply = try await running.client.streamingInputCall { writer in
        for size in [27182, 8, 1828, 45904] {
          try await writer.send(Input(payload: .init(body: [UInt8](repeating: 1, count: size))))
        }
      }
      #expect(reply.aggregatedPayloadSize == 74_922)
    }
  }

  @Test("A sender that is over the bound before there is a connection goes on when there is one")
  func earlySender() async throws {
    try await RunningServer.run { running in
      let reply = try await running.client.streamingInputCall { writer in
        for size in [40_000, 40_000, 5] {
          try await writer.send(Input(payload: .init(body: [UInt8](repeating: 1, count: size))))
        }
      }
      #expect(reply.aggregatedPayloadSize == 80_005)
    }
  }

  @Test("A server's stream arrives in order, and may be empty")
  func serverStream() async throws {
    try await RunningServer.run { running in
      var sizes: [Int] = []
      for try await reply in running.client.streamingOutputCall(Self.output(31415, 9, 2653, 58979))
      {
        sizes.append(reply.payload?.body.count ?? 0)
      }
      #expect(sizes == [31415, 9, 2653, 58979])
      for try await _ in running.client.streamingOutputCall(Self.output()) {
        Issue.record("a reply nobody asked for")
      }
    }
  }

  @Test("Both sides of a call take turns")
  func pingPong() async throws {
    try await RunningServer.run { running in
      try await running.client.fullDuplexCall { writer, replies in
        for size in [31415, 9, 2653, 58979] as [Int32] {
          try await writer.send(Self.output(size))
          #expect(try await replies.next()?.payload?.body.count == Int(size))
        }
        writer.finish()
        #expect(try await replies.next() == nil)
      }
    }
  }

  @Test("Calls go over a Unix socket, whose file goes with the server")
  func unixSocket() async throws {
    let path = try temporaryFolder() + "/socket"
    try await RunningServer.run(listen: .unix(path: path)) { running in
      #expect(running.address.description == "unix:\(path)")
      _ = try await running.client.emptyCall(.init())
      let second = Server(routes: [], loops: running.loops)
      await #expect(throws: ListenFailure.self) {
        try await second.start(listen: .unix(path: path))
      }
    }
    // A file nobody listens on any more is no obstacle.
    try await RunningServer.run(listen: .unix(path: path)) { running in
      _ = try await running.client.emptyCall(.init())
    }
  }

  @Test("A taken port is told plainly")
  func takenPort() async throws {
    try await RunningServer.run { running in
      let second = Server(routes: [], loops: running.loops)
      do {
        _ = try await second.start(listen: running.address)
        Issue.record("two servers on one port")
      } catch {
        #expect("\(error)" == "Cannot listen on \(running.address): Address already in use.")
      }
    }
  }

  @Test("Metadata goes both ways, text and bytes")
  func metadata() async throws {
    try await RunningServer.run { running in
      var metadata: Metadata = ["x-grpc-test-echo-initial": "first"]
      metadata.append("x-grpc-test-echo-trailing-bin", bytes: [0xAB, 0, 0xFF])
      let report = CallReport()
      _ = try await running.client.unaryCall(
        .init(responseSize: 1), options: .init(metadata: metadata, report: report))
      #expect(report.initialMetadata["x-grpc-test-echo-initial"] == "first")
      #expect(report.trailers.binary("x-grpc-test-echo-trailing-bin") == [0xAB, 0, 0xFF])
    }
  }

  @Test("A status arrives with its message, whatever is in it")
  func statusMessage() async throws {
    try await RunningServer.run { running in
      let message = "\t\ntest with whitespace\r\nand ☺ and 😈\t\n"
      let status = try await status {
        _ = try await running.client.unaryCall(
          .init(responseStatus: .init(code: 2, message: message)))
      }
      #expect(status?.code == .unknown)
      #expect(status?.message == message)
    }
  }

  @Test("A status carries details and trailers, before and after a reply")
  func details() async throws {
    let thrown = Status(.aborted, "no", details: [1, 2, 3], metadata: ["x-why": "because"])
    let routes: [Route] = [
      .serverStream(GrpcTesting.TestService.streamingOutputCall) {
        (request: Output, replies: ReplyStream<GrpcTesting.StreamingOutputCallResponse>, _) in
        for _ in request.responseParameters { try await replies.send(.init()) }
        throw thrown
      }
    ]
    try await RunningServer.run(routes) { running in
      for request in [Self.output(), Self.output(1, 1, 1)] {
        var count = 0
        let status = try await status {
          for try await _ in running.client.streamingOutputCall(request) { count += 1 }
        }
        #expect(status == thrown)
        #expect(count == request.responseParameters.count)
      }
    }
  }

  @Test("A method that is not there is UNIMPLEMENTED")
  func unknownMethod() async throws {
    try await RunningServer.run([]) { running in
      let status = try await status { _ = try await running.client.emptyCall(.init()) }
      #expect(status?.code == .unimplemented)
    }
  }

  @Test("A request over the limit is RESOURCE_EXHAUSTED, and the connection lives on")
  func requestLimit() async throws {
    try await RunningServer.run { running in
      let large = GrpcTesting.Payload(body: [UInt8](repeating: 0, count: 5 << 20))
      let status = try await status {
        _ = try await running.client.unaryCall(.init(payload: large))
      }
      #expect(status?.code == .resourceExhausted)
      _ = try await running.client.emptyCall(.init())
    }
  }

  @Test("What a handler throws leaves as the mapper says, never as its own text")
  func thrownError() async throws {
    struct Secret: Error {}
    let routes: [Route] = [
      .unary(GrpcTesting.TestService.emptyCall) {
        (_: GrpcTesting.Empty, _) -> GrpcTesting.Empty in throw Secret()
      }
    ]
    try await RunningServer.run(routes) { running in
      let status = try await status { _ = try await running.client.emptyCall(.init()) }
      #expect(status == Status(.unknown, "The call failed."))
    }
  }

  @Test("An interceptor may refuse a call, and leave word for the handler")
  func interceptor() async throws {
    struct Doorkeeper: Interceptor {
      func admit(_ call: Call) throws -> HandlerShare? {
        guard let name = call.metadata["name"] else { throw Status(.unauthenticated) }
        call.context = name
        return nil
      }
    }
    let routes: [Route] = [
      .unary(GrpcTesting.TestService.emptyCall) {
        (_: GrpcTesting.Empty, call) -> GrpcTesting.Empty in
        #expect(call.context as? String == "Ann")
        #expect(call.peer.isLoopback)
        return .init()
      }
    ]
    try await RunningServer.run(routes, interceptors: [Doorkeeper()]) { running in
      let refused = try await status { _ = try await running.client.emptyCall(.init()) }
      #expect(refused?.code == .unauthenticated)
      _ = try await running.client.emptyCall(
        .init(), options: .init(metadata: ["name": "Ann"]))
    }
  }

  @Test("Calls of one connection have each their own headers, the same ones or others")
  func headersAfterHeaders() async throws {
    let echo:
      @Sendable (GrpcTesting.SimpleRequest, Call) async throws -> GrpcTesting.SimpleResponse =
        { _, call in
          let fields = call.metadata.fields.filter { $0.name != "user-agent" }
            .map { "\($0.name)=\($0.value)" }.sorted()
          let wait = call.deadline.map { $0.remainingMilliseconds > 300_000 ? "long" : "short" }
          return .init(
            username: ([call.method.name, wait ?? "none"] + fields).joined(separator: " "))
        }
    let routes: [Route] = [
      .unary(GrpcTesting.TestService.unaryCall, echo),
      .unary(GrpcTesting.TestService.cacheableUnaryCall, echo),
    ]
    try await RunningServer.run(routes) { running in
      let client = running.client
      func ask(_ metadata: Metadata, _ milliseconds: Int? = nil, other: Bool = false) async throws
        -> String
      {
        let options = CallOptions(metadata: metadata, timeoutMilliseconds: milliseconds)
        return other
          ? try await client.cacheableUnaryCall(.init(), options: options).username
          : try await client.unaryCall(.init(), options: options).username
      }
      for _ in 0..<3 {
        let said = [
          try await ask(["a": "1"]), try await ask(["a": "1"]), try await ask(["a": "2"]),
          try await ask(["b": "2"]), try await ask(["b": "2"], other: true),
          try await ask(["b": "2"], 900_000), try await ask(["b": "2"], 60_000),
          try await ask(["b": "2"], 900_000, other: true), try await ask([:], 900_000),
          try await ask([:]),
        ]
        #expect(
          said == [
            "UnaryCall none a=text(\"1\")", "UnaryCall none a=text(\"1\")",
            "UnaryCall none a=text(\"2\")", "UnaryCall none b=text(\"2\")",
            "CacheableUnaryCall none b=text(\"2\")", "UnaryCall long b=text(\"2\")",
            "UnaryCall short b=text(\"2\")", "CacheableUnaryCall long b=text(\"2\")",
            "UnaryCall long", "UnaryCall none",
          ])
      }
    }
  }

  @Test("The end of a turn is told after a call ran in it")
  func turnEnd() async throws {
    let (ends, told) = AsyncStream.makeStream(of: Void.self)
    try await RunningServer.run(onTurnEnd: { told.yield() }) { running in
      _ = try await running.client.emptyCall(.init())
      var iterator = ends.makeAsyncIterator()
      #expect(await iterator.next() != nil)
    }
  }
}
