import NIOCore

/// Where a channel's calls find the line that carries them, or wait for one.
///
/// Keeps a line to each of the channel's addresses, connects them when a call needs them, and hands
/// calls to those that are ready in turn. While every line has failed, calls fail at once unless
/// they asked to wait. Belongs to its loop, as do its lines and its calls.
final class Switchboard: @unchecked Sendable {
  let executor: LoopExecutor
  let tls: ClientTLS?
  let metadata: Metadata
  let limits: ChannelLimits
  let retry: RetryPolicy?
  let means: ChannelMeans
  /// What the channel's calls have learnt about repeating calls.
  var throttle: RetryThrottle
  /// How long a line with calls may be silent before it is asked whether it lives; longer once a
  /// server has complained of our asking.
  var keepaliveMilliseconds: Int?

  private let targets: String
  private let book: AddressBook
  private var lines: [Connector] = []
  /// Every line that has a connection, those to addresses that are no longer ours too.
  private var connected: [ObjectIdentifier: Connector] = [:]
  private var round = RoundRobin()
  private var waiting: [ClientCall] = []
  /// Calls between two attempts.
  private var resting: [ObjectIdentifier: (call: ClientCall, cancel: ChannelMeans.Cancel)] = [:]
  private var isServing = false
  private var servesAgain = false
  private var hasAskedNames = false
  private var isClosed = false
  private var whenEmpty: [CheckedContinuation<Void, Never>] = []

  init(
    _ places: [ListenAddress], _ executor: LoopExecutor, tls: ClientTLS?, metadata: Metadata,
    limits: ChannelLimits, retry: RetryPolicy?, means: ChannelMeans
  ) {
    precondition(!places.isEmpty, "a channel to nowhere")
    self.executor = executor
    self.tls = tls
    self.metadata = metadata
    self.limits = limits
    self.retry = retry
    self.means = means
    targets = places.map(\.description).joined(separator: ", ")
    throttle = RetryThrottle(tokens: limits.retryTokens, ratio: limits.retryTokenRatio)
    keepaliveMilliseconds = limits.keepaliveSeconds.map { $0 * 1000 }
    book = AddressBook(places, executor.loop, limits, means)
    lines = book.endpoints.map { Connector(self, $0) }
    book.changed = { [weak self] in self?.addressesChanged() }
  }

  // MARK: Calls

  func start(_ call: ClientCall) {
    guard !isClosed else { return call.refuse(Self.closed) }
    if waiting.isEmpty, case .line(let index) = choose() { return lines[index].start(call) }
    guard waiting.count < limits.waitingCalls else {
      return call.refuse(Status(.resourceExhausted, "Too many calls wait for a connection."))
    }
    waiting.append(call)
    serve()
  }

  /// Starts a call once more, when it has waited a while since it failed.
  func restart(_ call: ClientCall, afterMilliseconds milliseconds: Int, since failure: Status) {
    guard !isClosed, resting.count < limits.waitingCalls else { return call.refuse(failure) }
    let key = ObjectIdentifier(call)
    let cancel = means.schedule(executor.loop, milliseconds) {
      guard self.resting.removeValue(forKey: key) != nil else { return }
      self.start(call)
    }
    resting[key] = (call, cancel)
  }

  /// The call is over; it need not wait any more.
  func forget(_ call: ClientCall) {
    if let rest = resting.removeValue(forKey: ObjectIdentifier(call)) { return rest.cancel() }
    waiting.removeAll { $0 === call }
  }

  private func choose() -> RoundRobin.Choice {
    for line in lines { line.wake() }
    return round.choose(among: lines.count) { lines[$0].line }
  }

  /// Hands out what waits, as far as the lines go. To be called when there may be room.
  func serve() {
    guard !waiting.isEmpty else { return }
    // What is handed out may be back at once, or have the names asked; it is served in this round.
    servesAgain = true
    guard !isServing else { return }
    isServing = true
    while servesAgain {
      servesAgain = false
      handOut()
    }
    isServing = false
  }

  private func handOut() {
    if !hasAskedNames {
      hasAskedNames = true
      book.refresh()
    }
    while !waiting.isEmpty {
      guard !lines.isEmpty else {
        if let failure = book.failure { failHasty("Cannot connect to \(targets): \(failure)") }
        if !waiting.isEmpty { book.refresh() }
        return
      }
      switch choose() {
      case .line(let index): lines[index].start(waiting.removeFirst())
      case .wait: return
      case .fail: return failHasty(lines.compactMap(\.failure).joined(separator: "; "))
      }
    }
  }

  /// Fails the calls that did not ask to wait for better times.
  private func failHasty(_ reason: String) {
    let hasty = waiting.filter { !$0.waitForReady }
    waiting.removeAll { !$0.waitForReady }
    for call in hasty { call.fail(Status(.unavailable, reason)) }
  }

  // MARK: From the lines

  /// The line may take calls, or has ceased to.
  func changed(_ line: Connector) {
    if line.isConnected {
      connected[ObjectIdentifier(line)] = line
    } else if connected.removeValue(forKey: ObjectIdentifier(line)) != nil, connected.isEmpty {
      let round = whenEmpty
      whenEmpty = []
      for continuation in round { continuation.resume() }
    }
    if !isClosed { serve() }
  }

  /// A connection is gone, or did not come about: the address may have moved.
  func lost(_ line: Connector) {
    if !isClosed { book.refresh() }
    changed(line)
  }

  /// A server finds that we ask too often whether it lives.
  func pingLess() {
    keepaliveMilliseconds = keepaliveMilliseconds.map {
      max($0, min(2 * $0, limits.longestKeepaliveSeconds * 1000))
    }
  }

  private func addressesChanged() {
    guard !isClosed else { return }
    let endpoints = book.endpoints
    let kept = lines.filter { endpoints.contains($0.endpoint) }
    let gone = lines.filter { !endpoints.contains($0.endpoint) }
    let new = endpoints.filter { endpoint in !kept.contains { $0.endpoint == endpoint } }
    lines = kept + new.map { Connector(self, $0) }
    for line in gone { line.close() }
    serve()
  }

  // MARK: The end

  private static let closed = Status(.unavailable, "The channel is closed.")

  func close() async {
    await withCheckedContinuation { continuation in
      executor.run { self.close(continuation) }
    }
  }

  private func close(_ continuation: CheckedContinuation<Void, Never>) {
    isClosed = true
    let round = waiting + resting.values.map(\.call)
    for rest in resting.values { rest.cancel() }
    (waiting, resting) = ([], [:])
    for call in round { call.refuse(Self.closed) }
    for line in lines { line.close() }
    lines = []
    if connected.isEmpty { continuation.resume() } else { whenEmpty.append(continuation) }
  }
}
