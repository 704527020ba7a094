import HTTP2
import NIOCore

/// One call on the client: between whoever made it and the stream that carries it.
///
/// Belongs to the loop of its connector, except what is marked as callable from anywhere. A call
/// that a server refused unseen moves to another stream without its caller knowing.
final class ClientCall: @unchecked Sendable {
  let method: MethodDescriptor
  let waitForReady: Bool
  let deadline: Deadline?
  let metadata: Metadata
  /// How requests are compressed.
  let compression: Compression?
  /// Replies on their way to the caller. Ends with the call.
  private(set) var replies: MessageQueue!
  private let connector: Connector
  private let report: CallReport?

  private var connection: ClientConnection?
  private var handle = StreamHandle(slot: 0, id: 0)
  private var stream: ClientStream
  /// Requests that are not on a stream, or that may be needed for another attempt.
  private var frames: [[UInt8]] = []
  private var frameBytes = 0
  private var hasEndedRequests = false
  private var isReplayable = true
  private var attempts = 0
  private var isOver = false
  private var timer: NIOScheduledCallback?
  private var waiters = SendWaiters()
  private var credit = CreditLedger()
  private var partialBytes = 0
  private var isReceiving = false

  init(_ method: MethodDescriptor, _ options: CallOptions, _ connector: Connector) {
    self.method = method
    self.connector = connector
    waitForReady = options.waitForReady
    deadline = options.earliestDeadline
    compression = options.compression
    report = options.report
    var metadata = connector.metadata
    metadata.append(options.metadata)
    self.metadata = metadata
    stream = ClientStream(messageLimitBytes: connector.limits.messageBytes)
    replies = MessageQueue(
      limitBytes: connector.limits.messageBytes,
      expanded: { [report] in report?.noteCompressedReply() },
      taken: { [weak self] cost in self?.took(cost) })
  }

  // MARK: From anywhere

  /// Begins the call, with its only request or with more to follow.
  func start(only frame: [UInt8]? = nil) {
    connector.executor.run {
      guard !self.isOver else { return }
      if let frame {
        self.keep(frame)
        self.hasEndedRequests = true
      }
      self.begin()
    }
  }

  /// Sends one more request, and waits while too much is queued. Throws when the call is over.
  func send(_ frame: [UInt8]) async throws {
    try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<Void, any Error>) in
      connector.executor.run { self.send(frame, continuation) }
    }
  }

  /// No more requests.
  func endRequests() {
    connector.executor.run {
      guard !self.isOver, !self.hasEndedRequests else { return }
      self.hasEndedRequests = true
      guard let connection = self.connection else { return }
      connection.session.finish(self.handle, .none)
      connection.touch()
    }
  }

  /// Nobody wants the answer any more.
  func cancel() {
    connector.executor.run { self.abandon(CancellationError()) }
  }

  // MARK: From the connector

  /// Carries the call over this stream.
  func attach(_ connection: ClientConnection, _ handle: StreamHandle) {
    self.connection = connection
    self.handle = handle
    attempts += 1
    for frame in frames { connection.session.send(handle, frame) }
    if !isReplayable { frames = [] }
    if hasEndedRequests { connection.session.finish(handle, .none) }
    if isOverBound { watchDrain() } else { waiters.resume() }
  }

  /// The call found no connection.
  func fail(_ status: Status) {
    finish(.failure(status))
  }

  func receive(_ event: ClientStream.Event) {
    if case .data(let bytes) = event { credit.came(bytes.count) }
    if !isOver {
      isReceiving = true
      defer { isReceiving = false }
      var isRefused = false
      stream.receive(event) { order in
        if case .retry = order { isRefused = true } else { carryOut(order) }
      }
      partialBytes = stream.partialBytes
      if isRefused { retry() }
    }
    giveCredit()
  }

  /// The server has read enough for more to be sent.
  func drained() { waiters.resume() }

  // MARK: -

  private func begin() {
    if let deadline {
      if deadline.hasPassed { return expire() }
      // Fails only when the loop is shutting down.
      timer = try? connector.executor.loop.scheduleCallback(at: deadline.moment, handler: self)
    }
    connector.start(self)
  }

  private func keep(_ frame: [UInt8]) {
    frames.append(frame)
    frameBytes += frame.count
  }

  private func send(_ frame: [UInt8], _ continuation: CheckedContinuation<Void, any Error>) {
    guard !isOver, !hasEndedRequests else {
      return continuation.resume(throwing: CancellationError())
    }
    if isReplayable && frameBytes + frame.count > connector.limits.replayBytes {
      isReplayable = false
      if connection != nil { frames = [] }
    }
    if isReplayable || connection == nil { keep(frame) }
    if let connection {
      connection.session.send(handle, frame)
      connection.touch()
    }
    guard isOverBound else { return continuation.resume() }
    waiters.add(continuation)
    watchDrain()
  }

  private func watchDrain() {
    connection?.session.watchDrain(handle, mark: connector.limits.queuedRequestBytes / 2)
  }

  private var isOverBound: Bool {
    let queued = connection.map { $0.session.outboundBytes(handle) } ?? frameBytes
    return queued > connector.limits.queuedRequestBytes
  }

  private func carryOut(_ order: ClientStream.Order) {
    guard !isOver else { return }
    switch order {
    case .initialMetadata(let metadata):
      report?.setInitialMetadata(metadata)
      // The server has taken the call; from here on it must not be repeated.
      isReplayable = false
      frames = []
    case .message(let bytes, let compression):
      credit.queued(bytes.count + MessageFrame.prefixBytes)
      replies.add(Array(bytes), compression)
    case .finish(let status, let reset):
      report?.setTrailers(status.metadata)
      if reset { connection?.session.reset(handle, code: .cancel) }
      finish(status.code == .ok ? .success(()) : .failure(status))
    case .retry: preconditionFailure("retried elsewhere")
    }
  }

  private func retry() {
    guard isReplayable, attempts < connector.limits.attempts else {
      return finish(.failure(Status(.unavailable, "The server refused the call.")))
    }
    connection = nil
    stream = ClientStream(messageLimitBytes: connector.limits.messageBytes)
    connector.start(self)
  }

  private func expire() {
    abandon(Status(.deadlineExceeded, "The deadline has passed."))
  }

  /// Ends the call from our side.
  private func abandon(_ error: any Error) {
    guard !isOver else { return }
    connection?.session.reset(handle, code: .cancel)
    if connection == nil { connector.forget(self) }
    replies.abandon(error)
    finish(.failure(error))
  }

  private func finish(_ result: Result<Void, any Error>) {
    guard !isOver else { return }
    isOver = true
    timer?.cancel()
    timer = nil
    frames = []
    waiters.resume(.failure(CancellationError()))
    replies.end(result)
    connection?.touch()
  }

  // MARK: Credit

  private func took(_ cost: Int) {
    connector.executor.run {
      self.credit.took(cost)
      // In the midst of a read the ledger is not complete; its end settles.
      if !self.isReceiving { self.giveCredit() }
    }
  }

  private func giveCredit() {
    let count = isOver ? credit.all() : credit.due(partial: partialBytes)
    guard count > 0, let connection else { return }
    connection.session.consume(handle, count)
    connection.touch()
  }
}

extension ClientCall: NIOScheduledCallbackHandler {
  func handleScheduledCallback(eventLoop: some EventLoop) {
    timer = nil
    expire()
  }
}
