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
  /// Whether the socket takes more, as its channel has told.
  private var isWritable = true
  private var isTouched = false
  private var isClosing = false
  private var isReady = false
  private var takesCalls = true
  private var closeReason = "the server closed it"
  private static let protocolBroken = "the server breaks the protocol"
  private var keepalive = Keepalive()
  private var cancelKeepalive: ChannelMeans.Cancel?
  private var hasAnswered = false
  private var hasTurnedAway = false

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
      return connector.switchboard.start(call)
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
    if call.previousAttempts > 0 {
      block.append("grpc-previous-rpc-attempts", String(call.previousAttempts))
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

  /// Whether it turned calls away, or lost them, and answered none.
  var wasUseless: Bool { hasTurnedAway && !hasAnswered }

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
    watchPeer()
    touch()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    let bytes = unwrapInboundIn(data)
    keepalive.heard()
    do throws(SessionFailure) {
      try bytes.withUnsafeReadableBytes { (bytes) throws(SessionFailure) in
        try session.receive(bytes) { handle($0) }
      }
    } catch {
      closeReason = Self.protocolBroken
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
    if connector.tls?.isServer(at: connector.endpoint.place, certificate) == false {
      lose(TLSReason.otherName)
      context.close(promise: nil)
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    isWritable = context.channel.isWritable
    if isWritable { touch() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    lose(closeReason)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    lose(Connector.reason(of: error))
    context.close(promise: nil)
  }

  private func lose(_ reason: String) {
    guard context != nil else { return }
    context = nil
    isClosing = true
    takesCalls = false
    cancelKeepalive?()
    let lost = calls.compactMap(\.self)
    calls = []
    openCalls = 0
    if !lost.isEmpty { hasTurnedAway = true }
    // Before the calls, which may come back at once: not to this connection.
    connector.closed(self, reason)
    for call in lost { call.lost(self, reason) }
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
      try channel.flush(context, connector.executor, while: { isWritable }) { handle($0) }
    } catch {
      isClosing = true
    }
    // nghttp2 ends by itself a session whose other side breaks the rules.
    if session.isFinished && takesCalls { closeReason = Self.protocolBroken }
    if isClosing || session.isFinished { context.close(promise: nil) }
  }

  // MARK: Events

  private func handle(_ event: SessionEvent) {
    switch event {
    case .headers(let stream, let list, let endOfStream):
      hasAnswered = true
      call(stream)?.receive(.head(ResponseHead(list), endOfStream: endOfStream))
    case .data(let stream, let bytes, let place):
      guard let call = call(stream) else { return session.consume(stream, bytes.count) }
      call.receive(.data(bytes))
      if case .last = place { self.call(stream)?.receive(.end) }
    case .end(let stream): call(stream)?.receive(.end)
    case .closed(let stream, let code):
      if code == ResetCode.refused.rawValue { hasTurnedAway = true }
      end(stream, .closed(code: code))
    case .unsent(let stream):
      hasTurnedAway = true
      end(stream, .unsent)
    case .drained(let stream): call(stream)?.drained()
    case .settings:
      isReady = true
      connector.ready(self)
    case .goAway(_, let code):
      if code == ResetCode.enhanceYourCalm.rawValue { connector.switchboard.pingLess() }
      retire()
    case .ping, .pong: break
    }
  }

  /// The call on a stream, unless it has left for another.
  private func call(_ stream: StreamHandle) -> ClientCall? {
    guard stream.slot < calls.count, let call = calls[stream.slot], call.isOn(self, stream) else {
      return nil
    }
    return call
  }

  private func end(_ stream: StreamHandle, _ event: ClientStream.Event) {
    guard stream.slot < calls.count, let call = calls[stream.slot] else { return }
    calls[stream.slot] = nil
    openCalls -= 1
    if call.isOn(self, stream) { call.receive(event) }
    connector.switchboard.serve()
    closeIfIdle()
  }

  // MARK: A silent peer

  private func watchPeer() {
    guard let milliseconds = connector.switchboard.keepaliveMilliseconds else { return }
    askPeer(after: milliseconds)
  }

  private func askPeer(after milliseconds: Int) {
    cancelKeepalive = connector.switchboard.means.schedule(connector.executor.loop, milliseconds) {
      guard let context = self.context else { return }
      switch self.keepalive.order(hasCalls: self.openCalls > 0) {
      case .rest: self.watchPeer()
      case .ping:
        self.session.ping()
        self.touch()
        self.askPeer(after: self.connector.limits.keepaliveTimeoutSeconds * 1000)
      case .giveUp:
        self.lose("the server is silent")
        context.close(promise: nil)
      }
    }
  }
}
