import HTTP2
import NIOCore
package import Protobuf

/// One call on the server: between its stream of the connection and its handler.
///
/// Lives until both have ended, on the loop of the connection; `send` alone may be called from
/// anywhere. Whoever answers first answers: the handler, the deadline, a refusal or the drain.
package final class ServerExchange: Call, @unchecked Sendable {
  private let connection: ServerConnection
  // The connection's, at hand: what is two steps away is retained for each use.
  private let session: Session
  private let handle: StreamHandle
  // The loop is the only one to use what is marked as unchecked: checking costs every call.
  @exclusivity(unchecked) private var stream: ServerStream
  @exclusivity(unchecked) private var queue: MessageQueue?
  @exclusivity(unchecked) private var task: Task<Void, Never>?
  @exclusivity(unchecked) private var timer: NIOScheduledCallback?
  @exclusivity(unchecked) private var waiters = SendWaiters()
  @exclusivity(unchecked) private var credit = CreditLedger()
  /// Copied from the stream, which cannot be asked while it gives an order.
  @exclusivity(unchecked) private var partialBytes = 0
  /// Counted in the connection's.
  @exclusivity(unchecked) private var gatheredBytes = 0
  @exclusivity(unchecked) private var isReceiving = false
  @exclusivity(unchecked) private var hasSentHead = false
  /// How replies are compressed, once the head says so.
  @exclusivity(unchecked) private var compression: Compression?
  @exclusivity(unchecked) @usableFromInline private(set) var isAnswered = false
  @exclusivity(unchecked) private var isHandlerRunning = false
  /// What the handler counts in beside the whole.
  @exclusivity(unchecked) private var share: HandlerShare?
  @exclusivity(unchecked) private var pace = RequestPace()

  init(
    _ connection: ServerConnection, _ handle: StreamHandle, _ origin: CallOrigin,
    deadline: Deadline?, began: NIODeadline
  ) {
    self.connection = connection
    session = connection.session
    self.handle = handle
    stream = ServerStream(
      messageLimitBytes: connection.server.limits.messageBytes, origin.route.method,
      origin.compression)
    super.init(origin, deadline: deadline, began: began)
  }

  package var executor: LoopExecutor { connection.executor }

  @usableFromInline var unpackLimits: UnpackLimits { connection.server.limits.unpack }

  // MARK: From the connection

  /// Asks the interceptors, sets the deadline, and starts a handler that takes a stream.
  func open() {
    origin.route.watch?.began(self)
    do {
      share = try connection.server.admit(self)
    } catch {
      return finish(throwing: error)
    }
    if let deadline {
      if deadline.hasPassed { return expire() }
      // Fails only when the loop is shutting down.
      timer = try? connection.executor.loop.scheduleCallback(
        at: deadline.moment, handler: DeadlineCallback(exchange: self))
    }
    guard case .stream(let start) = origin.route.handler else { return }
    let queue = MessageQueue(
      limitBytes: connection.server.limits.messageBytes,
      expanded: { [weak self] in self?.noteCompressedRequest() },
      taken: { [weak self] cost in self?.took(cost) })
    self.queue = queue
    guard connection.mayStartCalls else { return connection.hold(self, nil, nil) }
    start(queue, self)
  }

  /// Starts what had to wait for the peer to read other calls' replies.
  func startHeld(_ message: [UInt8]?, _ compression: Compression?) {
    guard !isAnswered else { return }
    switch origin.route.handler {
    case .single(let start):
      message?.withUnsafeBytes { bytes in
        if let compression { expand(bytes, compression, start) } else { start(bytes, self) }
      }
    case .stream(let start): if let queue { start(queue, self) }
    }
  }

  /// Ends the call when its request comes too slowly.
  func look(at now: NIODeadline) {
    guard !isAnswered else { return }
    let isOwed = stream.isOwedRequest && credit.isOpen
    guard pace.isTooSlow(isOwed ? credit.total : nil, at: now, connection.server.limits) else {
      return
    }
    answerAndCancel(Status(.deadlineExceeded, "The request came too slowly."))
  }

  func receive(_ event: ServerStream.Event) {
    if case .data(let bytes, _) = event { credit.came(bytes.count) }
    if isAnswered {
      if case .closed = event { cancelHandler() }
    } else {
      isReceiving = true
      defer { isReceiving = false }
      stream.receive(event) { carryOut($0) }
      partialBytes = stream.partialBytes
      if !isAnswered { gather(stream.gatheredBytes) }
    }
    giveCredit()
  }

  /// Takes the data that ends the request: for nearly every call, all of it.
  func receiveLast(_ bytes: UnsafeRawBufferPointer) {
    guard !isAnswered, let message = stream.soleRequest(in: bytes) else {
      receive(.data(bytes, isLastFrame: true))
      return receive(.end)
    }
    credit.came(bytes.count)
    isReceiving = true
    carryOut(.message(message, nil))
    isReceiving = false
    giveCredit()
  }

  /// Keeps the bytes of messages that are not whole, of all calls of the connection, in bounds.
  private func gather(_ count: Int) {
    guard count != gatheredBytes else { return }
    connection.gatheredBytes += count - gatheredBytes
    gatheredBytes = count
    if connection.gatheredBytes > connection.server.limits.gatheredBytes {
      answerAndCancel(
        Status(.resourceExhausted, "Too many large requests are on their way at once."))
    }
  }

  private func carryOut(_ order: ServerStream.Order) {
    guard !isAnswered else { return }
    switch order {
    case .message(let bytes, let compression):
      origin.route.watch?.received(self)
      switch origin.route.handler {
      case .single(let start):
        guard connection.mayStartCalls else {
          return connection.hold(self, Array(bytes), compression)
        }
        if let compression { expand(bytes, compression, start) } else { start(bytes, self) }
      case .stream:
        credit.queued(bytes.count + MessageFrame.prefixBytes)
        queue?.add(Array(bytes), compression)
      }
    case .endOfRequests: queue?.end(.success(()))
    case .reject(let status): answerAndCancel(status)
    case .cancel:
      isAnswered = true
      origin.route.watch?.ended(self, .abandoned)
      timer?.cancel()
      gather(0)
      cancelHandler()
    case .open, .refuse: preconditionFailure("the connection opens and refuses")
    }
  }

  private func expand(
    _ bytes: UnsafeRawBufferPointer, _ compression: Compression,
    _ start: (UnsafeRawBufferPointer, ServerExchange) -> Void
  ) {
    do throws(Status) {
      let limit = connection.server.limits.messageBytes
      let expanded = try compression.expand(bytes, limitBytes: limit)
      noteCompressedRequest()
      expanded.withUnsafeBytes { start($0, self) }
    } catch {
      finish(error)
    }
  }

  /// The caller's bytes as a request that he may make, its handler counted in; nil when the call has been
  /// answered.
  @inlinable
  package func begin<Request: Message>(
    _: Request.Type, _ bytes: UnsafeRawBufferPointer
  ) -> Request? {
    do {
      let request = try Request(unpacking: bytes, limits: unpackLimits)
      if let requestCheck { try requestCheck(request) }
      return mayStartHandler() ? request : nil
    } catch {
      finish(throwing: error)
      return nil
    }
  }

  /// Runs the handler on this loop, now, up to its first wait.
  func start(_ body: @escaping @Sendable (ServerExchange) async throws -> Void) {
    handlerStarted(
      Task.immediate(executorPreference: executor) {
        do {
          try await body(self)
        } catch {
          self.finish(throwing: error)
        }
        self.handlerEnded()
      })
  }

  /// Counts a handler in, or answers that there are too many, or that it comes too late: a busy
  /// loop may look at its sockets before its timers.
  @usableFromInline
  func mayStartHandler() -> Bool {
    if let deadline, deadline.hasPassed {
      expire()
      return false
    }
    if let refusal = connection.countHandlerIn(share) {
      finish(throwing: refusal)
      return false
    }
    isHandlerRunning = true
    executor.noteCall()
    return true
  }

  package func handlerStarted(_ task: Task<Void, Never>) {
    // It may have ended, or been cancelled, before there was a task to name.
    guard isHandlerRunning else { return }
    self.task = task
    if isCancelled { task.cancel() }
  }

  package func handlerEnded() {
    assert(executor.loop.inEventLoop)
    isHandlerRunning = false
    task = nil
    connection.countHandlerOut(share)
  }

  // MARK: The answer

  package func finish(throwing error: any Error) {
    guard !isAnswered else { return }
    finish(connection.server.mapFailure(error, self))
  }

  /// Ends the call with its one reply.
  @inlinable
  package func answer(with reply: some Message) {
    guard !isAnswered else { return }
    reply.pack { write($0) }
    finishPlainly()
  }

  /// Ends a call whose replies have been written, with OK.
  @usableFromInline
  func finishPlainly() {
    guard trailers == nil, hasSentHead else { return finish(.ok) }
    closeForAnswer(.ok)
    session.finish(handle, .prepared(.ok))
    connection.touch()
  }

  /// From here on nobody else answers.
  private func closeForAnswer(_ status: Status) {
    assert(executor.loop.inEventLoop)
    isAnswered = true
    origin.route.watch?.ended(self, status)
    gather(0)
    if timer != nil {
      timer?.cancel()
      timer = nil
    }
    // A handler that left early must not be waited for by what it started.
    abandonWaits()
  }

  private func abandonWaits() {
    queue?.abandon(CancellationError())
    if !waiters.isEmpty { waiters.resume(.failure(CancellationError())) }
  }

  func finish(_ status: Status) {
    guard !isAnswered else { return }
    closeForAnswer(status)
    let trailers = trailers
    if hasSentHead {
      if trailers == nil && status.isPlainOK {
        session.finish(handle, .prepared(.ok))
      } else {
        session.finish(handle, .block(block(HeaderBlock(), status, trailers)))
      }
    } else {
      // Trailers-only: the one block says everything, and the caller may still retry.
      session.respond(
        handle, block(.responseHead, status, trailers), endOfStream: true)
    }
    connection.touch()
  }

  /// Answers from outside the handler, and stops it.
  func answerAndCancel(_ status: Status) {
    finish(status)
    cancelHandler()
  }

  package override func end(throwing error: any Error) {
    connection.executor.loop.execute {
      guard !self.isAnswered else { return }
      self.finish(throwing: error)
      self.cancelHandler()
    }
  }

  private func block(_ head: HeaderBlock, _ status: Status, _ trailers: Metadata?) -> HeaderBlock {
    var block = head
    block.append(status)
    if let trailers { block.append(trailers) }
    return block
  }

  private func cancelHandler() {
    guard isHandlerRunning else { return }
    markCancelled()
    abandonWaits()
    task?.cancel()
  }

  fileprivate func expire() {
    timer = nil
    answerAndCancel(Status(.deadlineExceeded, "The deadline has passed."))
  }

  // MARK: Replies

  /// See `ReplyStream.send`.
  func send(_ reply: some Message, compressed: Bool) async throws {
    if connection.executor.loop.inEventLoop {
      guard !isAnswered else { throw CancellationError() }
      write(reply, compressed: compressed)
      guard isOverBound else { return }
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in wait(continuation)
      }
    } else {
      let frame = reply.frame(compressed ? replyCompression : nil)
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        connection.executor.loop.execute {
          guard !self.isAnswered else { return continuation.resume(throwing: CancellationError()) }
          self.sendHead()
          self.session.send(self.handle, frame)
          self.origin.route.watch?.sent(self)
          self.connection.touch()
          if self.isOverBound { self.wait(continuation) } else { continuation.resume() }
        }
      }
    }
  }

  /// The caller has read enough for more to be sent.
  func drained() { waiters.resume() }

  private func write(_ reply: some Message, compressed: Bool = true) {
    reply.pack { write($0, compressed: compressed) }
  }

  @usableFromInline
  func write(_ form: borrowing PackableForm, compressed: Bool = true) {
    sendHead()
    if let compression, compressed {
      session.send(handle, MessageFrame.bytes(form, compression))
    } else {
      session.send(handle, form)
    }
    origin.route.watch?.sent(self)
    connection.touch()
  }

  private func sendHead() {
    guard !hasSentHead else { return }
    hasSentHead = true
    let metadata: Metadata?
    (metadata, compression) = takeHead()
    if metadata != nil || compression != nil {
      var head = HeaderBlock.responseHead
      if let compression { head.append("grpc-encoding", compression.rawValue) }
      if let metadata { head.append(metadata) }
      session.respond(handle, head, endOfStream: false)
    } else {
      session.respond(handle, .responseHead)
    }
  }

  private var isOverBound: Bool {
    session.outboundBytes(handle) > connection.server.limits.queuedReplyBytes
  }

  private func wait(_ continuation: CheckedContinuation<Void, any Error>) {
    waiters.add(continuation)
    session.watchDrain(
      handle, mark: connection.server.limits.queuedReplyBytes / 2)
  }

  // MARK: Credit

  /// The handler has taken a message.
  private func took(_ cost: Int) {
    connection.executor.run {
      self.credit.took(cost)
      // In the midst of a read the ledger is not complete; its end settles.
      if !self.isReceiving { self.giveCredit() }
    }
  }

  private func giveCredit() {
    let count = isAnswered ? credit.all() : credit.due(partial: partialBytes)
    guard count > 0 else { return }
    session.consume(handle, count)
    connection.touch()
  }
}

/// Tells a call that its deadline has passed.
private struct DeadlineCallback: NIOScheduledCallbackHandler {
  let exchange: ServerExchange

  func handleScheduledCallback(eventLoop: some EventLoop) { exchange.expire() }
}

extension PreparedHeaders {
  static let responseHead = PreparedHeaders(.responseHead)
  /// The trailers of nearly every call.
  static let ok = PreparedHeaders(["grpc-status": "0"])
}

extension HeaderBlock {
  static let responseHead: HeaderBlock = [
    ":status": "200", "content-type": "application/grpc",
  ]
}

extension Status {
  /// How a call ended whose caller went away.
  fileprivate static let abandoned = Status(.cancelled, "The caller has gone.")
}
