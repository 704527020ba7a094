import HTTP2
import NIOCore

/// One call on the client: between whoever made it and the stream that carries it.
///
/// Belongs to the loop of its channel, except what is marked as callable from anywhere. A call
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
  private let switchboard: Switchboard
  private let report: CallReport?
  private let ended: CallEnd?

  private var connection: ClientConnection?
  private var handle = StreamHandle(slot: 0, id: 0)
  private var stream: ClientStream
  /// Requests that are not on a stream, or that may be needed for another attempt.
  private var frames: [[UInt8]] = []
  private var frameBytes = 0
  private var hasEndedRequests = false
  private var retries: RetrySequence
  private var isOver = false
  private var timer: NIOScheduledCallback?
  private var waiters = SendWaiters()
  private var credit = CreditLedger()
  private var partialBytes = 0
  private var isReceiving = false

  init(_ method: MethodDescriptor, _ options: CallOptions, _ switchboard: Switchboard) {
    self.method = method
    self.switchboard = switchboard
    waitForReady = options.waitForReady
    deadline = options.earliestDeadline
    compression = options.compression
    report = options.report
    retries = RetrySequence(options.retry ?? switchboard.retry)
    var metadata = switchboard.metadata
    metadata.append(options.metadata)
    ended = options.beginning?(method, &metadata)
    self.metadata = metadata
    stream = ClientStream(messageLimitBytes: switchboard.limits.messageBytes)
    replies = MessageQueue(
      limitBytes: switchboard.limits.messageBytes,
      expanded: { [report] in report?.noteCompressedReply() },
      taken: { [weak self] cost in self?.took(cost) })
  }

  // MARK: From anywhere

  /// Begins the call, with its only request or with more to follow.
  func start(only frame: [UInt8]? = nil) {
    switchboard.executor.run {
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
      switchboard.executor.run { self.send(frame, continuation) }
    }
  }

  /// No more requests.
  func endRequests() {
    switchboard.executor.run {
      guard !self.isOver, !self.hasEndedRequests else { return }
      self.hasEndedRequests = true
      guard let connection = self.connection else { return }
      connection.session.finish(self.handle, .none)
      connection.touch()
    }
  }

  /// Nobody wants the answer any more.
  func cancel() {
    switchboard.executor.run { self.abandon(CancellationError()) }
  }

  // MARK: From the switchboard and the connection

  /// Attempts before this one that counted.
  var previousAttempts: Int { retries.previousAttempts }

  /// Whether this is the stream of the running attempt.
  func isOn(_ connection: ClientConnection, _ stream: StreamHandle) -> Bool {
    self.connection === connection && handle == stream
  }

  /// Carries the call over this stream.
  func attach(_ connection: ClientConnection, _ handle: StreamHandle) {
    self.connection = connection
    self.handle = handle
    for frame in frames { connection.session.send(handle, frame) }
    if retries.isCommitted { frames = [] }
    if hasEndedRequests { connection.session.finish(handle, .none) }
    if isOverBound { watchDrain() } else { waiters.resume() }
  }

  /// The call found no connection.
  func fail(_ status: Status) {
    end(.failed(status.code, pushbackMilliseconds: nil), status)
  }

  /// The call found none, and will not.
  func refuse(_ status: Status) {
    finish(.failure(status))
  }

  /// The connection is gone.
  func lost(_ connection: ClientConnection, _ reason: String) {
    guard self.connection === connection else { return }
    receive(connection.session.hasSent(handle) ? .lost(reason: reason) : .unsent)
  }

  func receive(_ event: ClientStream.Event) {
    if case .data(let bytes) = event { credit.came(bytes.count) }
    if !isOver {
      isReceiving = true
      defer { isReceiving = false }
      var last: ClientStream.Order?
      stream.receive(event) { order in
        switch order {
        case .initialMetadata, .message: carryOut(order)
        case .finish, .refused, .unsent: last = order
        }
      }
      partialBytes = stream.partialBytes
      if let last { carryOut(last) }
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
      timer = try? switchboard.executor.loop.scheduleCallback(at: deadline.moment, handler: self)
    }
    switchboard.start(self)
  }

  private func keep(_ frame: [UInt8]) {
    frames.append(frame)
    frameBytes += frame.count
  }

  private func send(_ frame: [UInt8], _ continuation: CheckedContinuation<Void, any Error>) {
    guard !isOver, !hasEndedRequests else {
      return continuation.resume(throwing: CancellationError())
    }
    if !retries.isCommitted && frameBytes + frame.count > switchboard.limits.replayBytes {
      retries.commit()
      if connection != nil { frames = [] }
    }
    if !retries.isCommitted || connection == nil { keep(frame) }
    if let connection {
      connection.session.send(handle, frame)
      connection.touch()
    }
    guard isOverBound else { return continuation.resume() }
    waiters.add(continuation)
    watchDrain()
  }

  private func watchDrain() {
    connection?.session.watchDrain(handle, mark: switchboard.limits.queuedRequestBytes / 2)
  }

  private var isOverBound: Bool {
    let queued = connection.map { $0.session.outboundBytes(handle) } ?? frameBytes
    return queued > switchboard.limits.queuedRequestBytes
  }

  private func carryOut(_ order: ClientStream.Order) {
    guard !isOver else { return }
    switch order {
    case .initialMetadata(let metadata):
      report?.setInitialMetadata(metadata)
      // The server has taken the call; from here on it must not be repeated.
      retries.commit()
      frames = []
    case .message(let bytes, let compression):
      credit.queued(bytes.count + MessageFrame.prefixBytes)
      replies.add(Array(bytes), compression)
    case .finish(let status, let reset):
      if reset { connection?.session.reset(handle, code: .cancel) }
      if status.code == .ok {
        retries.noteSuccess(&switchboard.throttle)
        report?.setTrailers(status.metadata)
        finish(.success(()))
      } else {
        end(.failed(status.code, pushbackMilliseconds: status.pushbackMilliseconds), status)
      }
    case .refused: end(.refused, Status(.unavailable, "The server refused the call."))
    case .unsent:
      end(.unsent, Status(.unavailable, "The connection was lost before the call was sent."))
    }
  }

  /// An attempt has failed: begins the next, or ends the call.
  private func end(_ attempt: RetrySequence.End, _ status: Status) {
    guard !isOver else { return }
    switch retries.order(after: attempt, &switchboard.throttle, random: switchboard.means.random) {
    case .giveUp:
      report?.setTrailers(status.metadata)
      finish(.failure(status))
    case .again:
      leaveStream()
      switchboard.start(self)
    case .wait(let milliseconds):
      leaveStream()
      switchboard.restart(self, afterMilliseconds: milliseconds, since: status)
    }
  }

  /// Has nothing more to do with its stream, which may not know it yet.
  private func leaveStream() {
    connection?.session.reset(handle, code: .cancel)
    connection?.touch()
    connection = nil
    credit = CreditLedger()
    partialBytes = 0
    stream = ClientStream(messageLimitBytes: switchboard.limits.messageBytes)
  }

  private func expire() {
    abandon(Status(.deadlineExceeded, "The deadline has passed."))
  }

  /// Ends the call from our side.
  private func abandon(_ error: any Error) {
    guard !isOver else { return }
    connection?.session.reset(handle, code: .cancel)
    if connection == nil { switchboard.forget(self) }
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
    ended?(Self.code(of: result))
    replies.end(result)
    connection?.touch()
  }

  private static func code(of result: Result<Void, any Error>) -> StatusCode {
    switch result {
    case .success: .ok
    case .failure(let status as Status): status.code
    case .failure: .cancelled
    }
  }

  // MARK: Credit

  private func took(_ cost: Int) {
    switchboard.executor.run {
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
