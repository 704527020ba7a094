import HTTP2

@testable import RPC

/// What a client sends to a server: frames, headers, and calls up to their messages.
func fuzzServerSession(_ input: FuzzInput) {
  var input = input
  let pieceBytes = input.byte()
  let served = ServedSession()
  guard served.receive(clientPreface) else { preconditionFailure("refuses the preface") }
  input.inPieces(ofAtMost: pieceBytes) { served.receive($0) }
}

/// What a server sends to a client with calls open.
func fuzzClientSession(_ input: FuzzInput) {
  var input = input
  let pieceBytes = input.byte()
  let calling = CallingSession()
  guard calling.receive(emptySettings) else { preconditionFailure("refuses the settings") }
  calling.call()
  input.inPieces(ofAtMost: pieceBytes) { calling.receive($0) }
  calling.lose()
}

// What every connection begins with; inputs begin behind it.
private let emptySettings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]
private let clientPreface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + emptySettings

private let messageLimitBytes = 4096

/// A server's session with its calls as `ServerConnection` has them, without socket and handlers:
/// each message is answered by one, and the last one by a status.
private final class ServedSession {
  private let session = Session(.server)
  private var calls: [ServerStream?] = []
  private var hasAnswered: Set<StreamHandle> = []
  private var head = RequestHead(target: .unknown)

  private static let router = Router([
    Route(
      method: MethodDescriptor(service: "s", name: "One", right: .open),
      handler: .single { _, _ in }),
    Route(
      method: MethodDescriptor(service: "s", name: "Many", clientStreaming: true, right: .open),
      handler: .stream { _, _ in }),
  ])

  init() { session.glitchAllowance = 100 }

  func receive(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes(receive) }

  /// False when the connection is over.
  func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    do throws(SessionFailure) {
      try session.receive(bytes) { handle($0) }
      _ = try session.produce(atLeast: .max) { _ in }
      session.deliver { handle($0) }
    } catch {
      return false
    }
    precondition(session.outboundBytes >= 0, "sent more than was queued")
    return !session.isCut && !session.isFinished
  }

  private func handle(_ event: SessionEvent) {
    switch event {
    case .headers(let stream, let list, _): open(stream, list)
    case .data(let stream, let bytes, let place):
      session.consume(stream, bytes.count)
      tell(stream, .data(bytes, isLastFrame: place != .within))
      if place == .last { tell(stream, .end) }
    case .end(let stream): tell(stream, .end)
    case .closed(let stream, let code):
      tell(stream, .closed(code: code))
      if stream.slot < calls.count { calls[stream.slot] = nil }
      hasAnswered.remove(stream)
    case .drained, .settings, .ping, .pong, .goAway, .unsent: break
    }
  }

  private func open(_ stream: StreamHandle, _ list: HeaderList) {
    _ = head.follow(list, Self.router)
    var call = ServerStream(messageLimitBytes: messageLimitBytes)
    let order = call.open(head)
    while calls.count <= stream.slot { calls.append(nil) }
    calls[stream.slot] = call
    carryOut(order, stream)
  }

  private func tell(_ stream: StreamHandle, _ event: ServerStream.Event) {
    guard stream.slot < calls.count, var call = calls[stream.slot] else { return }
    call.receive(event) { carryOut($0, stream) }
    precondition(call.partialBytes <= messageLimitBytes + MessageFrame.prefixBytes)
    calls[stream.slot] = call
  }

  private func carryOut(_ order: ServerStream.Order, _ stream: StreamHandle) {
    switch order {
    case .open: break
    case .message(let bytes, let compression):
      precondition(bytes.count <= messageLimitBytes, "a message over the limit")
      if let compression {
        _ = try? compression.expand(bytes, limitBytes: messageLimitBytes)
      }
      answer(stream)
      session.send(stream, count: MessageFrame.prefixBytes) { MessageFrame.writePrefix(0, to: $0) }
    case .endOfRequests:
      answer(stream)
      session.finish(stream, .block(["grpc-status": "0"]))
    case .reject(let status):
      if hasAnswered.contains(stream) {
        session.finish(stream, .block(["grpc-status": String(status.code.rawValue)]))
      } else {
        var block = HeaderBlock.responseHead
        block.append(status)
        session.respond(stream, block, endOfStream: true)
      }
    case .refuse(let httpStatus):
      session.respond(stream, [":status": String(httpStatus)], endOfStream: true)
    case .cancel: session.reset(stream, code: .cancel)
    }
  }

  private func answer(_ stream: StreamHandle) {
    guard hasAnswered.insert(stream).inserted else { return }
    session.respond(stream, HeaderBlock.responseHead, endOfStream: false)
  }
}

/// A client's session with its calls as `ClientConnection` has them.
private final class CallingSession {
  private let session = Session(.client)
  private var calls: [ClientStream?] = []

  /// Opens three calls: one that is still sending, one that has ended, one that was reset.
  func call() {
    for index in 0..<3 {
      let head: HeaderBlock = [
        ":method": "POST", ":scheme": "http", ":path": "/s/One", ":authority": "a",
        "te": "trailers", "content-type": "application/grpc",
      ]
      guard let stream = session.request(head) else { preconditionFailure("no stream is left") }
      while calls.count <= stream.slot { calls.append(nil) }
      calls[stream.slot] = ClientStream(messageLimitBytes: messageLimitBytes)
      session.send(stream, count: MessageFrame.prefixBytes) { MessageFrame.writePrefix(0, to: $0) }
      if index == 1 { session.finish(stream, .none) }
      if index == 2 { session.reset(stream, code: .cancel) }
    }
    precondition(receive([]), "the connection is over before it began")
  }

  func receive(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes(receive) }

  /// False when the connection is over.
  func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    do throws(SessionFailure) {
      try session.receive(bytes) { handle($0) }
      _ = try session.produce(atLeast: .max) { _ in }
      session.deliver { handle($0) }
    } catch {
      return false
    }
    return !session.isFinished
  }

  /// The connection goes: every call that is open ends.
  func lose() {
    for slot in calls.indices {
      guard var call = calls[slot] else { continue }
      var hasEnded = false
      call.receive(.lost(reason: "of the test")) { _ in hasEnded = true }
      call.receive(.end) { _ in preconditionFailure("ends twice") }
      _ = hasEnded
    }
  }

  private func handle(_ event: SessionEvent) {
    switch event {
    case .headers(let stream, let list, let endOfStream):
      tell(stream, .head(ResponseHead(list), endOfStream: endOfStream))
    case .data(let stream, let bytes, let place):
      session.consume(stream, bytes.count)
      tell(stream, .data(bytes))
      if place == .last { tell(stream, .end) }
    case .end(let stream): tell(stream, .end)
    case .closed(let stream, let code):
      tell(stream, .closed(code: code))
      if stream.slot < calls.count { calls[stream.slot] = nil }
    case .unsent(let stream):
      tell(stream, .unsent)
      if stream.slot < calls.count { calls[stream.slot] = nil }
    case .drained, .settings, .ping, .pong, .goAway: break
    }
  }

  private func tell(_ stream: StreamHandle, _ event: ClientStream.Event) {
    guard stream.slot < calls.count, var call = calls[stream.slot] else { return }
    call.receive(event) { order in
      switch order {
      case .initialMetadata, .refused, .unsent: break
      case .message(let bytes, let compression):
        precondition(bytes.count <= messageLimitBytes, "a message over the limit")
        if let compression {
          _ = try? compression.expand(bytes, limitBytes: messageLimitBytes)
        }
      case .finish(_, let reset): if reset { session.reset(stream, code: .cancel) }
      }
    }
    precondition(call.partialBytes <= messageLimitBytes + MessageFrame.prefixBytes)
    calls[stream.slot] = call
  }
}
