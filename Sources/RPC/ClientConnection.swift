import HTTP2
import NIOCore
import NIOSSL
import NIOTLS

/// Our connection to a server: bytes between the socket and the session, events to the calls.
///
/// Belongs to the loop of its connector, which hears when it is ready, when it takes no more calls,
/// and when it is gone.
final class ClientConnection: ChannelInboundHandler, TurnWriter, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  let session: Session
  private let connector: Connector
  private var channel: SessionChannel
  private var context: ChannelHandlerContext?
  /// By the slot of the stream.
  private var calls: [ClientCall?] = []
  private var openCalls = 0
  private var isTouched = false
  private var isClosing = false
  private var isReady = false
  private var takesCalls = true

  init(_ connector: Connector) {
    self.connector = connector
    session = Session(.client, limits: connector.limits.session)
    channel = SessionChannel(session, writeBytes: connector.limits.writeBytes)
  }

  // MARK: Calls

  /// Whether one more call finds a stream.
  var mayStart: Bool {
    isReady && takesCalls && !isClosing && session.mayOpenStream(besides: openCalls)
  }

  func start(_ call: ClientCall) {
    guard let handle = session.request(head(call)) else {
      // Stream numbers have run out: this connection has served its time.
      retire()
      return connector.start(call)
    }
    while calls.count <= handle.slot { calls.append(nil) }
    calls[handle.slot] = call
    openCalls += 1
    call.attach(self, handle)
    touch()
  }

  private func head(_ call: ClientCall) -> HeaderBlock {
    var block: HeaderBlock = [
      ":method": "POST", ":scheme": connector.scheme, ":path": call.method.path,
      ":authority": connector.authority, "te": "trailers", "content-type": "application/grpc",
      "user-agent": "siyu", "grpc-accept-encoding": Compression.accepted,
    ]
    if let compression = call.compression { block.append("grpc-encoding", compression.rawValue) }
    if let deadline = call.deadline {
      block.append("grpc-timeout", Timeout.format(nanoseconds: deadline.remainingNanoseconds))
    }
    block.append(call.metadata)
    return block
  }

  /// Finishes what runs, and takes no more.
  func retire() {
    guard takesCalls else { return }
    takesCalls = false
    connector.retired(self)
    closeIfIdle()
  }

  func close() {
    isClosing = true
    touch()
  }

  private func closeIfIdle() {
    if !takesCalls && openCalls == 0 {
      session.goAway()
      close()
    }
  }

  // MARK: The socket

  func channelActive(context: ChannelHandlerContext) {
    self.context = context
    connector.connected(self)
    touch()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    let bytes = unwrapInboundIn(data)
    do throws(SessionFailure) {
      try bytes.withUnsafeReadableBytes { (bytes) throws(SessionFailure) in
        try session.receive(bytes) { handle($0) }
      }
    } catch {
      close()
    }
    touch()
  }

  /// The TLS below us stands, and what we wrote has waited for it: no call yet.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case .handshakeCompleted(let name)? = event as? TLSUserEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    guard name == "h2" else {
      lose("TLS: the server does not speak HTTP/2 (no ALPN h2)")
      return context.close(promise: nil)
    }
    let certificate = try? context.pipeline.syncOperations.nioSSL_peerCertificate()
    if connector.tls?.isServer(at: connector.target, certificate) == false {
      lose(TLSReason.otherName)
      context.close(promise: nil)
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    channel.isWritable = context.channel.isWritable
    if channel.isWritable { touch() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    lose("the server closed it.")
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    lose(TLSReason.text(of: error) ?? "\(error)")
    context.close(promise: nil)
  }

  private func lose(_ reason: String) {
    guard context != nil else { return }
    context = nil
    isClosing = true
    takesCalls = false
    let lost = calls
    calls = []
    openCalls = 0
    for call in lost { call?.receive(.lost(reason: reason)) }
    connector.closed(self, reason)
  }

  // MARK: The turn

  /// Says that the session may have something to write.
  func touch() {
    guard !isTouched, context != nil else { return }
    isTouched = true
    connector.executor.writeAtTurnEnd(self)
  }

  func endTurn() {
    isTouched = false
    guard let context else { return }
    do throws(SessionFailure) {
      try channel.flush(context, connector.executor) { handle($0) }
    } catch {
      isClosing = true
    }
    if isClosing || session.isFinished { context.close(promise: nil) }
  }

  // MARK: Events

  private func handle(_ event: SessionEvent) {
    switch event {
    case .headers(let stream, let list, let endOfStream):
      call(stream)?.receive(.head(ResponseHead(list), endOfStream: endOfStream))
    case .data(let stream, let bytes, _):
      if let call = call(stream) {
        call.receive(.data(bytes))
      } else {
        session.consume(stream, bytes.count)
      }
    case .end(let stream): call(stream)?.receive(.end)
    case .closed(let stream, let code): end(stream.slot, code)
    case .drained(let stream): call(stream)?.drained()
    case .settings:
      isReady = true
      connector.ready(self)
    case .goAway: retire()
    case .ping, .pong: break
    }
  }

  private func call(_ stream: StreamHandle) -> ClientCall? {
    stream.slot < calls.count ? calls[stream.slot] : nil
  }

  private func end(_ slot: Int, _ code: UInt32) {
    guard slot < calls.count, let call = calls[slot] else { return }
    calls[slot] = nil
    openCalls -= 1
    call.receive(.closed(code: code))
    connector.streamEnded()
    closeIfIdle()
  }
}
