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
  private let router: Router
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
  /// Calls whose start waits until the peer has read more of the replies.
  private var heldCalls: [HeldCall] = []
  private var glitches: GlitchBucket
  private var pings: PingStrikes
  private var watch: ConnectionWatch
  /// What the watch is shown, counted as it happens.
  @exclusivity(unchecked) private var sight = ConnectionWatch.Sight(hasGreeted: false)
  /// Bytes that wait in the socket's queue, as the sweep found them.
  private var bufferedBytes = 0
  private var sentPings = 0
  private var receivedPongs = 0
  /// The PING whose answer ends the first step of the drain.
  private var drainPing: Int?
  private var drainReason: StaticString = ""
  /// It is this connection's read that the loop is at.
  private var isReading = false
  /// When the last read came, and so the calls it brought.
  private var readAt = NIODeadline.now()
  /// Whether the socket takes more, as its channel has told.
  private var isWritable = true
  private var isTouched = false
  private var hasSentFinalGoAway = false
  /// The server has counted it in.
  private var isAdmitted = false
  /// Closes after this turn's bytes, without waiting for the peer to read them.
  private var isClosing = false
  /// Says its last with this turn's bytes.
  private var isEnding = false
  /// Where the connection stands in its set.
  var place = 0

  /// Bytes of requests that are not whole yet.
  @exclusivity(unchecked) var gatheredBytes = 0

  private struct HeldCall {
    let exchange: ServerExchange
    let message: [UInt8]?
    let compression: Compression?
  }

  /// How long the first GOAWAY waits for its PING before the second goes out.
  private static let shutdownNoticeSeconds: Int64 = 1

  init(_ server: Server, _ executor: LoopExecutor) {
    self.server = server
    router = server.router
    self.executor = executor
    session = Session(.server, limits: server.limits.session)
    channel = SessionChannel(session, writeBytes: server.limits.writeBytes)
    glitches = GlitchBucket(
      size: server.limits.glitches, perSecond: server.limits.glitchesPerSecond)
    pings = PingStrikes(server.limits)
    watch = ConnectionWatch(
      server.limits, opened: .now(), ageFactor: Double.random(in: 0.9...1.1))
  }

  // MARK: The socket

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    peer = PeerAddress(context.channel.remoteAddress ?? context.channel.localAddress)
  }

  func channelActive(context: ChannelHandlerContext) {
    switch server.add(self, host: peer.host) {
    case nil:
      isAdmitted = true
      touch()
    case .draining:
      session.goAway()
      close()
    case .tooMany:
      session.goAway(code: .enhanceYourCalm, reason: "too_many_connections")
      close()
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing && !sight.isOver else { return }
    isReading = true
    readAt = .now()
    executor.beginRead()
    let bytes = unwrapInboundIn(data)
    sight.receivedBytes += bytes.readableBytes
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

  func channelReadComplete(context: ChannelHandlerContext) { endRead() }

  private func endRead() {
    guard isReading else { return }
    isReading = false
    executor.endRead()
  }

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
    isWritable = context.channel.isWritable
    if isWritable { touch() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    isClosing = true
    if isAdmitted { server.remove(self, host: peer.host) }
    heldCalls = []
    for slot in exchanges.indices { end(slot, code: ResetCode.cancel.rawValue) }
    self.context = nil
    // A channel that ends in the midst of a read does not say that the read is complete.
    endRead()
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
    guard let context, !sight.isOver else { return }
    do throws(SessionFailure) {
      try channel.flush(context, executor, while: { isWritable }) { handle($0) }
    } catch {
      isClosing = true
    }
    if session.isCut { isClosing = true }
    if isClosing {
      context.close(promise: nil)
    } else if isEnding || session.isFinished {
      end(context)
    } else if !heldCalls.isEmpty {
      startHeldCalls()
    }
  }

  /// Closes the connection once this turn's bytes are written.
  private func close() {
    isClosing = true
    touch()
  }

  /// Says no more, and leaves it to the peer to close when he has read the rest: who closes over
  /// bytes that still come in destroys those that are still on their way out.
  private func end(_ context: ChannelHandlerContext) {
    sight.isOver = true
    context.close(mode: .output, promise: nil)
  }

  // MARK: Events

  private func handle(_ event: SessionEvent) {
    switch event {
    case .headers(let stream, let list, _): open(stream, list)
    case .data(let stream, let bytes, let place):
      guard let exchange = exchange(stream) else { return session.consume(stream, bytes.count) }
      switch place {
      case .within: exchange.receive(.data(bytes, isLastFrame: false))
      case .lastFrame: exchange.receive(.data(bytes, isLastFrame: true))
      case .last: exchange.receiveLast(bytes)
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
    case .pong:
      receivedPongs += 1
      if receivedPongs == drainPing { sendFinalGoAway() }
    case .settings: sight.hasGreeted = true
    case .goAway, .unsent: break
    }
  }

  private func exchange(_ stream: StreamHandle) -> ServerExchange? {
    stream.slot < exchanges.count ? exchanges[stream.slot] : nil
  }

  private func open(_ handle: StreamHandle, _ list: HeaderList) {
    guard !isClosing else { return }
    // Also of who has taken it back: the next list is told by what differs from this one.
    if !head.follow(list, router) || head.deadline == .malformed { origin = nil }
    // Of who asks and takes it back in one breath, nothing is begun.
    guard session.isOpen(handle) else { return }
    if let origin { return start(handle, origin) }
    var stream = ServerStream(messageLimitBytes: server.limits.messageBytes)
    switch stream.open(head) {
    case .open(let route):
      let origin = CallOrigin(route, head, peer)
      self.origin = origin
      start(handle, origin)
    case .reject(let status):
      server.noteRejected(status.code)
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
    if case .nanoseconds(let count) = head.deadline {
      deadline = Deadline(afterNanoseconds: count, from: readAt)
    }
    let exchange = ServerExchange(self, handle, origin, deadline: deadline, began: readAt)
    while exchanges.count <= handle.slot { exchanges.append(nil) }
    exchanges[handle.slot] = exchange
    openCalls += 1
    sight.callsBegun += 1
    exchange.open()
  }

  private func end(_ slot: Int, code: UInt32) {
    guard slot < exchanges.count, let exchange = exchanges[slot].take() else { return }
    openCalls -= 1
    if !heldCalls.isEmpty { heldCalls.removeAll { $0.exchange === exchange } }
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

  /// Whether the peer has read enough for another call to start.
  var mayStartCalls: Bool { session.outboundBytes < server.limits.queuedConnectionBytes }

  /// Has `startHeld` called once `mayStartCalls`. Bounded by the streams a peer may open.
  func hold(_ exchange: ServerExchange, _ message: [UInt8]?, _ compression: Compression?) {
    heldCalls.append(HeldCall(exchange: exchange, message: message, compression: compression))
  }

  private func startHeldCalls() {
    let enough = server.limits.queuedConnectionBytes / 2
    while session.outboundBytes <= enough, !heldCalls.isEmpty {
      let held = heldCalls.removeFirst()
      held.exchange.startHeld(held.message, held.compression)
    }
  }

  // MARK: The sweep

  /// Looks whether the peer keeps its side's times.
  func look(at now: NIODeadline) {
    guard let context, !isClosing else { return }
    see(context)
    switch watch.look(sight, at: now) {
    case .nothing: break
    case .ping: ping()
    case .drain(let reason): drain(reason.text)
    case .abort: return abort()
    case .cut(.linger), .cut(.silence): return context.close(promise: nil)
    case .cut(let reason):
      session.goAway(code: .enhanceYourCalm, reason: reason.text)
      return close()
    }
    guard openCalls > 0 else { return }
    for exchange in exchanges { exchange?.look(at: now) }
  }

  private func see(_ context: ChannelHandlerContext) {
    sight.openCalls = openCalls
    sight.openHeaderBlock = session.openHeaderBlock
    // An idle connection, of which there are many, need not be asked.
    let sentBytes = channel.writtenBytes - bufferedBytes
    if sentBytes != sight.sentBytes || bufferedBytes > 0 {
      let options = context.channel.syncOptions
      bufferedBytes = (try? options?.getOption(.bufferedWritableBytes)) ?? 0
    }
    sight.sentBytes = channel.writtenBytes - bufferedBytes
    sight.isWriting = bufferedBytes > 0 || session.outboundBytes > 0
  }

  private func ping() {
    sentPings += 1
    session.ping()
    touch()
  }

  // MARK: The end

  /// Takes no new streams, in two steps so that none on its way is lost, and closes after the last.
  func drain(_ reason: StaticString = "") {
    guard !sight.isDraining, !isClosing else { return }
    sight.isDraining = true
    drainReason = reason
    session.announceShutdown()
    ping()
    drainPing = sentPings
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
    isEnding = true
    touch()
  }

  private func sendFinalGoAway() {
    guard !hasSentFinalGoAway else { return }
    hasSentFinalGoAway = true
    session.goAway(reason: drainReason)
    touch()
  }
}
