import Testing

@testable import RPC

@Suite struct ClientStreamTests {
  private enum Step {
    case head(ResponseHead, end: Bool)
    case data([UInt8])
    case end
    case closed(UInt32)
    case unsent
    case lost
  }

  private static var ok: ResponseHead {
    var head = ResponseHead()
    head.httpStatus = 200
    head.isGRPC = true
    return head
  }

  private static func trailers(_ code: StatusCode?) -> ResponseHead {
    var head = ResponseHead()
    head.code = code
    return head
  }

  private static func http(_ status: Int) -> ResponseHead {
    var head = ResponseHead()
    head.httpStatus = status
    return head
  }

  private func transcript(_ steps: Step...) -> [String] {
    var stream = ClientStream(messageLimitBytes: 100)
    var orders: [String] = []
    func receive(_ event: ClientStream.Event) {
      stream.receive(event) { order in
        switch order {
        case .initialMetadata: orders.append("metadata")
        case .message(let bytes, let compression):
          orders.append("message \(Array(bytes))\(compression == nil ? "" : " compressed")")
        case .finish(let status, let reset):
          let pushback = status.pushbackMilliseconds.map { " pushback \($0)" } ?? ""
          orders.append("finish \(status.code.name)\(pushback)\(reset ? " reset" : "")")
        case .refused: orders.append("refused")
        case .unsent: orders.append("unsent")
        }
      }
    }
    for step in steps {
      switch step {
      case .head(let head, let end): receive(.head(head, endOfStream: end))
      case .data(let bytes): bytes.withUnsafeBytes { receive(.data($0)) }
      case .end: receive(.end)
      case .closed(let code): receive(.closed(code: code))
      case .unsent: receive(.unsent)
      case .lost: receive(.lost(reason: "cut"))
      }
    }
    return orders
  }

  @Test("Headers, a message and trailers make an answer")
  func answer() {
    #expect(
      transcript(
        .head(Self.ok, end: false), .data([0, 0, 0, 0, 1, 9]),
        .head(Self.trailers(.ok), end: true), .end, .closed(0))
        == ["metadata", "message [9]", "finish OK"])
  }

  @Test("Trailers alone are an answer, and an interim answer is none")
  func trailersOnly() {
    var only = Self.ok
    only.code = .notFound
    #expect(
      transcript(.head(Self.http(103), end: false), .head(only, end: true), .end)
        == ["finish NOT_FOUND"])
  }

  @Test(
    "An answer that is not gRPC takes its code from the HTTP status",
    arguments: [
      (400, "INTERNAL"), (401, "UNAUTHENTICATED"), (403, "PERMISSION_DENIED"),
      (404, "UNIMPLEMENTED"), (429, "UNAVAILABLE"), (502, "UNAVAILABLE"), (503, "UNAVAILABLE"),
      (504, "UNAVAILABLE"), (500, "UNKNOWN"), (200, "UNKNOWN"),
    ])
  func httpStatus(status: Int, name: String) {
    #expect(
      transcript(.head(Self.http(status), end: false), .data([60]), .end)
        == ["finish \(name) reset"])
  }

  @Test("Missing trailers are UNKNOWN")
  func missingTrailers() {
    #expect(
      transcript(.head(Self.ok, end: false), .end) == ["metadata", "finish UNKNOWN reset"])
    #expect(
      transcript(.head(Self.ok, end: false), .head(Self.trailers(nil), end: true))
        == ["metadata", "finish UNKNOWN"])
  }

  @Test(
    "A reset is told by its code",
    arguments: [(0, "INTERNAL"), (2, "INTERNAL"), (8, "CANCELLED"), (11, "RESOURCE_EXHAUSTED")])
  func reset(code: UInt32, name: String) {
    #expect(transcript(.closed(code), .lost) == ["finish \(name)"])
  }

  @Test("A refused stream is told from one that failed, unless the server had begun to answer")
  func refused() {
    #expect(transcript(.closed(7), .lost) == ["refused"])
    #expect(transcript(.unsent, .lost) == ["unsent"])
    #expect(
      transcript(.head(Self.ok, end: false), .closed(7)) == ["metadata", "finish UNAVAILABLE"])
  }

  @Test("What the server says of trying again is handed on, with trailers alone and after replies")
  func pushback() {
    var head = Self.ok
    head.code = .unavailable
    head.pushbackMilliseconds = 7
    var trailers = Self.trailers(.unavailable)
    trailers.pushbackMilliseconds = -1
    #expect(
      transcript(.head(head, end: true)) == ["finish UNAVAILABLE pushback 7"])
    #expect(
      transcript(.head(Self.ok, end: false), .head(trailers, end: true))
        == ["metadata", "finish UNAVAILABLE pushback -1"])
  }

  @Test("A lost connection is UNAVAILABLE")
  func lost() {
    #expect(transcript(.head(Self.ok, end: false), .lost) == ["metadata", "finish UNAVAILABLE"])
  }

  @Test("A compressed reply is told from one that is not")
  func compressed() {
    var head = Self.ok
    head.compression = .gzip
    #expect(
      transcript(.head(head, end: false), .data([1, 0, 0, 0, 1, 9, 0, 0, 0, 0, 1, 8]))
        == ["metadata", "message [9] compressed", "message [8]"])
  }

  @Test("A reply that is too long, compressed unasked or cut short ends the call")
  func badReplies() {
    let open = Step.head(Self.ok, end: false)
    #expect(
      transcript(open, .data([0, 0, 0, 0, 101])) == ["metadata", "finish RESOURCE_EXHAUSTED reset"])
    #expect(transcript(open, .data([1, 0, 0, 0, 1])) == ["metadata", "finish INTERNAL reset"])
    #expect(
      transcript(open, .data([0, 0, 0, 0, 2, 9]), .head(Self.trailers(.ok), end: true))
        == ["metadata", "finish INTERNAL"])
    #expect(
      transcript(open, .data([0, 0, 0, 0, 2]), .head(Self.trailers(.ok), end: true))
        == ["metadata", "finish INTERNAL"])
  }
}
