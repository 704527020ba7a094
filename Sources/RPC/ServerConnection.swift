import HTTP2
import NIOCore
import NIOSSL
import NIOTLS

/// A caller's connection: bytes between the socket and the session, events to the calls.
///
/// Belongs to the loop of its channel, as do its calls.
final class ServerConnection: ChannelInboundHandler, TurnWriter, @unchecked Sendable {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  let server: Server
  let executor: LoopExecutor
  let session: Session
  // The loop is the only one to use what is marked as unchecked: checking costs every call.
  @exclusivity(unchecked) private var channel: SessionChannel
  private var context: ChannelHandlerContext?
  private var peer = PeerAddress(description: "nobody", isLoopback: false)
  /// By the slot of the stream.
  @exclusivity(unchecked) private var exchanges: [ServerExchange?] = []
  /// Of the last request, with what its call came from unless it was turned away.
  @exclusivity(unchecked) private var head = RequestHead(target: .unknown)
  @exclusivity(unchecked) private var origin: CallOrigin?
  private var openCalls = 0
  private var runningHandlers = 0
  private var glitches: GlitchBucket
  private var pings: PingStrikes
  /// A call has begun since the idle timer looked.
  private var wasBusy = false
  private var idleTimer: RepeatedTask?
  private var ageTimer: Scheduled<Void>?
  private var isTouched = false
  private var isDraining = false
  private var hasSentFinalGoAway = false
  private var isClosing = false

  /// How long the first GOAWAY waits for its PING before the second goes out.
  private static let shutdownNoticeSeconds: Int64 = 1

  init(_ server: Server, _ executor: LoopExecutor) {
    self.server = server
    self.executor = executor
    session = Session(.server, limits: server.limits.session)
    channel = SessionChannel(session, writeBytes: server.limits.writeBytes)
    glitches = GlitchBucket(
      size: server.limits.glitches, perSecond: server.limits.glitchesPerSecond)
    pings = PingStrikes(server.limits)
  }

  // MARK: The socket

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    peer = PeerAddress(context.channel.remoteAddress ?? context.channel.localAddress)
  }

  func channelActive(context: ChannelHandlerContext) {
    guard server.add(self) else { return context.close(promise: nil) }
    setTimers()
    touch()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    executor.beginRead()
    let bytes = unwrapInboundIn(data)
    session.glitchAllowance = glitches.left(after: session.takeGlitches())
    do throws(SessionFailure) {
      try bytes.withUnsafeReadableBytes { (bytes) throws(SessionFailure) in
        try session.receive(bytes) { handle($0) }
      }
    } catch {
      // The last bytes say why, if the peer is still there to read them.
      close()
    }
    touch()
  }

  func channelReadComplete(context: ChannelHandlerContext) { executor.endRead() }

  /// The TLS below us stands. Nothing came in before this, and what we wrote has waited for it.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case .handshakeCompleted(let name)? = event as? TLSUserEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    // HTTP/2 is spoken with those alone that asked for it (RFC 9113, 3.2).
    guard name == "h2" else { return context.close(promise: nil) }
    let certificate = try? context.pipeline.syncOperations.nioSSL_peerCertificate()
    peer.identity = certificate?.identity
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    channel.isWritable = context.channel.isWritable
    if channel.isWritable { touch() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    isClosing = true
    idleTimer?.cancel()
    ageTimer?.cancel()
    server.remove(self)
    for slot in exchanges.indices { end(slot, code: ResetCode.cancel.rawValue) }
    self.context = nil
    // The channel ended in the midst of a read, and will not say that the read is complete.
    executor.endRead()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: The turn

  /// Says that the session may have something to write.
  func touch() {
    guard !isTouched, context != nil else { return }
    isTouched = true
    executor.writeAtTurnEnd(self)
  }

  func endTurn() {
    isTouched = false
    guard let context else { return }
    do throws(SessionFailure) {
      try channel.flush(context, executor) { handle($0) }
    } catch {
      isClosing = true
    }
    if session.isCut { isClosing = true }
    if isClosing || session.isFinished { context.close(promise: nil) }
  }

  /// Closes the connection once this turn's bytes are written.
  private func close() {
    isClosing = true
    touch()
  }

  // MARK: Events

  private func handle(_ event: SessionEvent) {
    switch event {
    case .headers(let stream, let list, _): open(stream, list)
    case .data(let stream, let bytes, let isLast):
      if let exchange = exchange(stream) {
        exchange.receive(.data(bytes, isLastFrame: isLast))
      } else {
        session.consume(stream, bytes.count)
      }
    case .end(let stream): exchange(stream)?.receive(.end)
    case .closed(let stream, let code): end(stream.slot, code: code)
    case .drained(let stream): exchange(stream)?.drained()
    case .ping:
      let hasSent = session.takeHasSent()
      if pings.isTooMany(at: .now(), hasCalls: openCalls > 0, hasSent: hasSent), !isClosing {
        session.goAway(code: .enhanceYourCalm, reason: "too_many_pings")
        close()
      }
    case .pong: if isDraining { sendFinalGoAway() }
    case .settings, .goAway, .unsent: break
    }
  }

  private func exchange(_ stream: StreamHandle) -> ServerExchange? {
    stream.slot < exchanges.count ? exchanges[stream.slot] : nil
  }

  private func open(_ handle: StreamHandle, _ list: HeaderList) {
    guard !isClosing else { return }
    if !head.follow(list, server.router) || head.deadline == .malformed { origin = nil }
    if let origin { return start(handle, origin) }
    var stream = ServerStream(messageLimitBytes: server.limits.messageBytes)
    switch stream.open(head) {
    case .open(let route):
      let origin = CallOrigin(route, head, peer)
      self.origin = origin
      start(handle, origin)
    case .reject(let status):
      var block = HeaderBlock.responseHead
      block.append(status)
      session.respond(handle, block, endOfStream: true)
    case .refuse(let httpStatus):
      session.respond(handle, [":status": String(httpStatus)], endOfStream: true)
    default: preconditionFailure("a head opens, rejects or refuses")
    }
  }

  private func start(_ handle: StreamHandle, _ origin: CallOrigin) {
    var deadline: Deadline?
    if case .nanoseconds(let count) = head.deadline { deadline = Deadline(afterNanoseconds: count) }
    let exchange = ServerExchange(self, handle, origin, deadline: deadline)
    while exchanges.count <= handle.slot { exchanges.append(nil) }
    exchanges[handle.slot] = exchange
    openCalls += 1
    wasBusy = true
    exchange.open()
  }

  private func end(_ slot: Int, code: UInt32) {
    guard slot < exchanges.count, let exchange = exchanges[slot] else { return }
    exchanges[slot] = nil
    openCalls -= 1
    exchange.receive(.closed(code: code))
  }

  // MARK: Handlers

  /// Counts a handler in, or says what bound it would pass.
  func countHandlerIn(_ share: HandlerShare?) -> TooManyCalls? {
    let limit = server.limits.handlersPerConnection
    guard runningHandlers < limit else { return TooManyCalls(bound: .connection, limit: limit) }
    if let refusal = server.countHandlerIn(share) { return refusal }
    runningHandlers += 1
    return nil
  }

  func countHandlerOut(_ share: HandlerShare?) {
    runningHandlers -= 1
    server.countHandlerOut(share)
  }

  // MARK: The end

  private func setTimers() {
    let limits = server.limits
    if let idle = limits.connectionIdleMilliseconds {
      let delay = TimeAmount.milliseconds(Int64(idle))
      idleTimer = executor.loop.scheduleRepeatedTask(initialDelay: delay, delay: delay) { _ in
        if self.openCalls == 0 && !self.wasBusy { self.drain() }
        self.wasBusy = false
      }
    }
    if let age = limits.connectionAgeMilliseconds {
      let delay = TimeAmount.milliseconds(Int64(Double(age) * Double.random(in: 0.9...1.1)))
      ageTimer = executor.loop.scheduleTask(in: delay) { self.age() }
    }
  }

  private func age() {
    drain()
    guard let grace = server.limits.connectionAgeGraceMilliseconds else { return }
    ageTimer = executor.loop.scheduleTask(in: .milliseconds(Int64(grace))) { self.abort() }
  }

  /// Takes no new streams, in two steps so that none on its way is lost, and closes after the last.
  func drain() {
    guard !isDraining, !isClosing else { return }
    isDraining = true
    session.announceShutdown()
    session.ping()
    touch()
    executor.loop.scheduleTask(in: .seconds(Self.shutdownNoticeSeconds)) {
      self.sendFinalGoAway()
    }
  }

  /// Answers what still runs with UNAVAILABLE, and closes.
  func abort() {
    for exchange in exchanges {
      exchange?.answerAndCancel(Status(.unavailable, "The server is shutting down."))
    }
    sendFinalGoAway()
    close()
  }

  private func sendFinalGoAway() {
    guard !hasSentFinalGoAway else { return }
    hasSentFinalGoAway = true
    session.goAway()
    touch()
  }
}
