import Fixtures
import Testing

@testable import HTTP2

@Suite struct SessionTests {
  private static let request: HeaderBlock = [
    ":method": "POST", ":scheme": "http", ":path": "/a", ":authority": "b",
  ]

  private func open(_ pair: SessionPair) throws -> (client: StreamHandle, server: StreamHandle) {
    try pair.run()
    let client = try #require(pair.client.request(Self.request))
    try pair.run()
    let server = try #require(pair.opened.last)
    _ = pair.takeTranscript()
    return (client, server)
  }

  @Test("A request is answered with headers, data and trailers")
  func roundTrip() throws {
    let pair = SessionPair()
    let stream = try open(pair)
    pair.client.send(stream.client, [1, 2, 3])
    pair.client.finish(stream.client, .none)
    try pair.run()
    #expect(pair.takeTranscript() == ["server 1 data 3 end"])

    pair.server.respond(stream.server, [":status": "200"], endOfStream: false)
    pair.server.send(stream.server, [4, 5])
    pair.server.finish(stream.server, .block(["grpc-status": "0"]))
    try pair.run()
    let transcript = pair.takeTranscript()
    #expect(
      transcript.filter { $0.hasPrefix("client") } == [
        "client 1 headers :status=200", "client 1 data 2", "client 1 headers grpc-status=0 end",
        "client 1 end", "client 1 closed 0",
      ])
  }

  @Test("The end comes with the last data, or behind it when the frame came in pieces")
  func end() throws {
    let pair = SessionPair()
    let whole = try open(pair)
    pair.client.send(whole.client, [1, 2, 3])
    pair.client.finish(whole.client, .none)
    try pair.run()
    #expect(pair.takeTranscript() == ["server 1 data 3 end"])

    let cut = try open(pair)
    pair.client.send(cut.client, [1, 2, 3])
    pair.client.finish(cut.client, .none)
    try pair.runUp(inPiecesOf: 10)
    #expect(pair.takeTranscript() == ["server 3 data 1", "server 3 data 2 end"])

    let empty = try open(pair)
    pair.client.finish(empty.client, .none)
    try pair.run()
    #expect(pair.takeTranscript() == ["server 5 end"])
  }

  @Test("A stream the server never heard of is told from one it refuses to look at")
  func unsent() throws {
    for isSent in [false, true] {
      let pair = SessionPair()
      try pair.run()
      let stream = try #require(pair.client.request(Self.request))
      pair.server.goAway()
      if isSent { _ = try pair.client.produce(atLeast: .max) { _ in } }
      _ = pair.takeTranscript()
      try pair.runDown()
      #expect(pair.client.hasSent(stream) == false)
      // What waits in nghttp2 is given up when its turn to be sent comes.
      _ = try pair.client.produce(atLeast: .max) { _ in }
      try pair.runDown()
      #expect(
        pair.takeTranscript()
          == ["client goaway 0 0", isSent ? "client 1 closed 7" : "client 1 unsent"])
    }
  }

  @Test("Prepared headers arrive like any others, as often as they are sent")
  func prepared() throws {
    let pair = SessionPair()
    let head = PreparedHeaders([":status": "200", "content-type": "application/grpc"])
    for _ in 0..<3 {
      let stream = try open(pair)
      pair.client.finish(stream.client, .none)
      pair.server.respond(stream.server, head)
      pair.server.finish(stream.server, .prepared(PreparedHeaders(["grpc-status": "0"])))
      try pair.run()
      #expect(
        pair.takeTranscript().contains { transcript in
          transcript.hasSuffix("headers :status=200 content-type=application/grpc")
        })
    }
  }

  @Test("A sender stops at the window until the bytes are consumed")
  func window() throws {
    var limits = SessionLimits()
    limits.streamWindowBytes = 1000
    let pair = SessionPair(limits: limits)
    pair.consumes = false
    let stream = try open(pair)
    pair.client.send(stream.client, [UInt8](repeating: 7, count: 5000))
    try pair.run()
    #expect(pair.takeTranscript() == ["server 1 data 1000"])
    #expect(pair.client.outboundBytes(stream.client) == 4000)

    pair.server.consume(stream.server, 1000)
    try pair.run()
    #expect(pair.takeTranscript() == ["server 1 data 1000"])
  }

  @Test("Bytes nobody consumed give the connection's window back when their stream is gone")
  func unconsumedBytes() throws {
    var limits = SessionLimits()
    limits.streamWindowBytes = 40_000
    limits.connectionWindowBytes = 65_535
    let pair = SessionPair(limits: limits)
    pair.consumes = false
    for _ in 0..<8 {
      let stream = try open(pair)
      pair.client.send(stream.client, [UInt8](repeating: 7, count: 40_000))
      try pair.run()
      let bytes = pair.takeTranscript().compactMap { line in
        line.split(separator: " ").last.flatMap { line.contains("data") ? Int($0) : nil }
      }
      #expect(bytes.reduce(0, +) == 40_000)
      pair.client.reset(stream.client, code: .cancel)
      try pair.run()
      _ = pair.takeTranscript()
    }
  }

  @Test("The owner hears once when a queue has drained below its mark")
  func drained() throws {
    var limits = SessionLimits()
    limits.streamWindowBytes = 1000
    let pair = SessionPair(limits: limits)
    pair.consumes = false
    let stream = try open(pair)
    pair.client.send(stream.client, [UInt8](repeating: 7, count: 1500))
    pair.client.watchDrain(stream.client, mark: 600)
    try pair.run()
    #expect(pair.client.outboundBytes(stream.client) == 500)
    #expect(pair.takeTranscript().filter { $0.contains("drained") } == ["client 1 drained"])
  }

  @Test("A reset ends the stream on both sides, and later orders for it are dropped")
  func reset() throws {
    let pair = SessionPair()
    let stream = try open(pair)
    pair.client.reset(stream.client, code: .cancel)
    try pair.run()
    #expect(pair.takeTranscript().contains("server 1 closed 8"))
    #expect(!pair.server.send(stream.server, count: 1) { $0[0] = 1 })
    pair.server.respond(stream.server, [":status": "200"], endOfStream: true)
    pair.server.finish(stream.server, .none)
    try pair.run()
    #expect(pair.takeTranscript().isEmpty)
  }

  @Test("A server that has answered early resets the request without an error")
  func earlyAnswer() throws {
    let pair = SessionPair()
    let stream = try open(pair)
    pair.client.send(stream.client, [1])
    pair.server.respond(stream.server, [":status": "415"], endOfStream: true)
    try pair.run()
    #expect(pair.takeTranscript().contains("client 1 closed 0"))
  }

  @Test("A header list over the limit is cut and marked; one far over it is reset")
  func headerLimit() throws {
    var limits = SessionLimits()
    limits.headerListBytes = 8 * 1024
    let pair = SessionPair(limits: limits)
    try pair.run()
    for (count, ending) in [(10, "1 headers oversize"), (40, "3 closed 2")] {
      var headers = Self.request
      for index in 0..<count {
        headers.append("x-\(index)", String(repeating: "v", count: 1000))
      }
      _ = try #require(pair.client.request(headers))
      try pair.run()
      #expect(pair.takeTranscript().contains("server \(ending)"))
    }
  }

  @Test("More than a hundred headers are too many, however short")
  func headerCount() throws {
    let pair = SessionPair()
    try pair.run()
    var headers = Self.request
    for index in 0..<100 { headers.append("x-\(index)", "v") }
    _ = pair.client.request(headers)
    try pair.run()
    #expect(pair.takeTranscript().contains("server 1 headers oversize"))
  }

  @Test("A shutdown is announced first and final second")
  func shutdown() throws {
    let pair = SessionPair()
    let stream = try open(pair)
    pair.server.announceShutdown()
    pair.server.ping()
    try pair.run()
    #expect(pair.takeTranscript() == ["client ping", "client goaway 2147483647 0", "server pong"])
    pair.server.goAway()
    try pair.run()
    #expect(pair.takeTranscript() == ["client goaway 1 0"])
    #expect(!pair.server.isFinished)
    pair.client.finish(stream.client, .none)
    pair.server.respond(stream.server, [":status": "200"], endOfStream: true)
    try pair.run()
    #expect(pair.server.isFinished)
  }

  @Test("Noise after the preface never crashes a server", arguments: 0..<300)
  func noise(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let server = Session(.server)
    var input = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let count = Int.random(in: 0...60, using: &random)
      input += [0, 0, UInt8(count), UInt8.random(in: 0...10, using: &random)]
      input += [UInt8.random(in: 0...255, using: &random), 0, 0, 0]
      input.append(UInt8.random(in: 0...5, using: &random))
      for _ in 0..<count { input.append(UInt8.random(in: 0...255, using: &random)) }
    }
    // Whatever becomes of it, failing is allowed; the process must go on.
    try? input.withUnsafeBytes { bytes in
      try server.receive(bytes) { event in
        if case .data(let stream, let data, _) = event { server.consume(stream, data.count) }
      }
    }
    _ = try? server.produce(atLeast: .max) { _ in }
    server.deliver { _ in }
  }
}
