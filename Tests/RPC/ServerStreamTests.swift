import Testing

@testable import RPC

@Suite struct ServerStreamTests {
  private static let route = Route(
    method: MethodDescriptor(service: "s", name: "Single", right: .open),
    handler: .single { _, _ in })
  private static let streamRoute = Route(
    method: MethodDescriptor(service: "s", name: "Stream", clientStreaming: true, right: .open),
    handler: .stream { _, _ in })

  private enum Step {
    case head(RequestHead)
    case data([UInt8], last: Bool)
    case end
    case closed(UInt32)
  }

  private func head(_ route: Route = route, _ change: (inout RequestHead) -> Void = { _ in })
    -> Step
  {
    var head = RequestHead(target: .route(route))
    change(&head)
    return .head(head)
  }

  private func transcript(_ steps: Step...) -> [String] {
    var stream = ServerStream(messageLimitBytes: 100)
    var orders: [String] = []
    func receive(_ event: ServerStream.Event) {
      stream.receive(event) { orders.append(Self.describe($0)) }
    }
    for step in steps {
      switch step {
      case .head(let head): receive(.head(head))
      case .data(let bytes, let last):
        bytes.withUnsafeBytes { receive(.data($0, isLastFrame: last)) }
      case .end: receive(.end)
      case .closed(let code): receive(.closed(code: code))
      }
    }
    return orders
  }

  private static func describe(_ order: ServerStream.Order) -> String {
    switch order {
    case .open(let route): "open \(route.method.name)"
    case .message(let bytes, let compression):
      "message \(Array(bytes))\(compression.map { " \($0.rawValue)" } ?? "")"
    case .endOfRequests: "end"
    case .reject(let status): "reject \(status.code.name)"
    case .refuse(let status): "refuse \(status)"
    case .cancel: "cancel"
    }
  }

  @Test("A unary request in one frame is handed on where it lies")
  func unary() {
    #expect(
      transcript(head(), .data([0, 0, 0, 0, 1, 9], last: true), .end, .closed(0))
        == ["open Single", "message [9]", "cancel"])
  }

  @Test("A unary request whose end comes later waits for it")
  func lateEnd() {
    #expect(
      transcript(head(), .data([0, 0, 0, 0, 1, 9], last: false)) == ["open Single"])
    #expect(
      transcript(head(), .data([0, 0, 0, 0, 1, 9], last: false), .end)
        == ["open Single", "message [9]"])
  }

  @Test("A unary request may come in pieces, and may be empty")
  func pieces() {
    #expect(
      transcript(head(), .data([0, 0, 0], last: false), .data([0, 1, 9], last: true), .end)
        == ["open Single", "message [9]"])
    #expect(
      transcript(head(), .data([0, 0, 0, 0, 2, 9], last: false), .data([8], last: true), .end)
        == ["open Single", "message [9, 8]"])
    #expect(
      transcript(head(), .data([0, 0, 0, 0, 0], last: true), .end) == ["open Single", "message []"])
  }

  @Test("A unary request without a message, or with two, is UNIMPLEMENTED")
  func cardinality() {
    #expect(transcript(head(), .end) == ["open Single", "reject UNIMPLEMENTED"])
    let two: [UInt8] = [0, 0, 0, 0, 1, 9, 0, 0, 0, 0, 1, 8]
    #expect(
      transcript(head(), .data(two, last: true), .end) == ["open Single", "reject UNIMPLEMENTED"])
  }

  @Test("Streamed requests are handed on as they come")
  func stream() {
    #expect(
      transcript(
        head(Self.streamRoute), .data([0, 0, 0, 0, 1, 9, 0, 0, 0, 0, 1, 8, 0], last: false),
        .data([0, 0, 0, 0], last: false), .end)
        == ["open Stream", "message [9]", "message [8]", "message []", "end"])
  }

  @Test("What is no gRPC request is refused in plain HTTP")
  func refused() {
    #expect(transcript(head { $0.isPost = false }) == ["refuse 405"])
    #expect(transcript(head { $0.isGRPC = false }, .end) == ["refuse 415"])
  }

  @Test("Bad heads are rejected, and what follows them is ignored")
  func badHeads() {
    let unknown = Step.head(RequestHead(target: .unknown))
    #expect(
      transcript(unknown, .data([1], last: true), .end, .closed(8)) == ["reject UNIMPLEMENTED"])
    #expect(transcript(head { $0.deadline = .malformed }) == ["reject INVALID_ARGUMENT"])
    #expect(transcript(head { $0.isOversize = true }) == ["reject RESOURCE_EXHAUSTED"])
    #expect(transcript(head { $0.isEncodingUnknown = true }) == ["reject UNIMPLEMENTED"])
  }

  @Test("A message over the limit is RESOURCE_EXHAUSTED as soon as its length is known")
  func tooLong() {
    #expect(
      transcript(head(), .data([0, 0, 0, 0, 101], last: false))
        == ["open Single", "reject RESOURCE_EXHAUSTED"])
  }

  @Test("A compressed message names its encoding; without one it is INTERNAL")
  func compressed() {
    let message: [UInt8] = [1, 0, 0, 0, 1, 9]
    #expect(
      transcript(head { $0.compression = .gzip }, .data(message, last: true))
        == ["open Single", "message [9] gzip"])
    #expect(
      transcript(head { $0.compression = .gzip }, .data(message, last: false), .end)
        == ["open Single", "message [9] gzip"])
    #expect(
      transcript(
        head(Self.streamRoute) { $0.compression = .deflate },
        .data(message + [0, 0, 0, 0, 1, 8], last: true), .end)
        == ["open Stream", "message [9] deflate", "message [8]", "end"])
    #expect(
      transcript(head(), .data(message, last: true)) == ["open Single", "reject INTERNAL"])
  }

  @Test("A request that ends within a message is INTERNAL")
  func truncated() {
    #expect(
      transcript(head(Self.streamRoute), .data([0, 0, 0, 0, 2, 9], last: true), .end)
        == ["open Stream", "reject INTERNAL"])
    #expect(
      transcript(head(Self.streamRoute), .data([0, 0, 0, 0, 2], last: true), .end)
        == ["open Stream", "reject INTERNAL"])
    #expect(
      transcript(head(), .data([0, 0, 0, 0, 1, 9, 0, 0, 0, 0, 2], last: true), .end)
        == ["open Single", "reject INTERNAL"])
  }

  @Test("A peer that goes away cancels, once")
  func cancel() {
    #expect(
      transcript(head(Self.streamRoute), .closed(8), .closed(8), .end) == ["open Stream", "cancel"])
  }
}
