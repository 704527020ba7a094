@testable import HTTP2

/// A client's and a server's session joined by memory: what one produces the other receives.
final class SessionPair {
  let client: Session
  let server: Session
  private(set) var transcript: [String] = []
  /// The streams the server has seen begin, in order.
  private(set) var opened: [StreamHandle] = []
  /// What the server's last list of headers said of its changes.
  private(set) var lastChanges: [Int]?
  /// What the server does with bytes that came.
  var consumes = true

  init(limits: SessionLimits = SessionLimits()) {
    client = Session(.client, limits: limits)
    server = Session(.server, limits: limits)
  }

  /// Carries bytes to and fro until both are silent.
  func run() throws {
    var isMoving = true
    while isMoving {
      let up = try Self.output(of: client)
      let down = try Self.output(of: server)
      try feed(server, up, "server")
      try feed(client, down, "client")
      isMoving = !up.isEmpty || !down.isEmpty
    }
  }

  /// Carries what the client has to say in pieces of so many bytes.
  func runUp(inPiecesOf count: Int) throws {
    let bytes = try Self.output(of: client)
    for start in stride(from: 0, to: bytes.count, by: count) {
      try feed(server, Array(bytes[start..<min(start + count, bytes.count)]), "server")
    }
  }

  /// Carries what the server has to say, while the client's words wait.
  func runDown() throws {
    try feed(client, try Self.output(of: server), "client")
  }

  func takeTranscript() -> [String] {
    defer { transcript = [] }
    return transcript
  }

  private static func output(of session: Session) throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try session.produce(atLeast: .max) { bytes += $0 }
    return bytes
  }

  private func feed(_ session: Session, _ bytes: [UInt8], _ name: String) throws {
    try bytes.withUnsafeBytes { bytes in
      try session.receive(bytes) { event in
        if case .headers(let stream, let list, _) = event, name == "server" {
          opened.append(stream)
          lastChanges = list.changes.map { Array($0) }
        }
        if case .data(let stream, let data, _) = event, consumes || name == "client" {
          session.consume(stream, data.count)
        }
        transcript.append("\(name) \(Self.describe(event))")
      }
    }
  }

  private static func describe(_ event: SessionEvent) -> String {
    switch event {
    case .headers(let stream, let list, let ends):
      "\(stream.id) headers \(text(list))\(ends ? " end" : "")"
    case .data(let stream, let bytes, let place):
      "\(stream.id) data \(bytes.count)\(place == .last ? " end" : "")"
    case .end(let stream): "\(stream.id) end"
    case .closed(let stream, let code): "\(stream.id) closed \(code)"
    case .unsent(let stream): "\(stream.id) unsent"
    case .drained(let stream): "\(stream.id) drained"
    case .settings: "settings"
    case .ping: "ping"
    case .pong: "pong"
    case .goAway(let last, let code): "goaway \(last) \(code)"
    }
  }

  private static func text(_ list: HeaderList) -> String {
    if list.isOversize { return "oversize" }
    return (0..<list.count).map { index in
      let field = list[index]
      return
        "\(String(decoding: field.name, as: UTF8.self))=\(String(decoding: field.value, as: UTF8.self))"
    }.joined(separator: " ")
  }
}

extension Session {
  func send(_ stream: StreamHandle, _ bytes: [UInt8]) {
    send(stream, count: bytes.count) { $0.copyBytes(from: bytes) }
  }
}
