import Glibc
import NIOCore
import NIOPosix

/// Keeps a connection to one place, and the calls that wait for it.
///
/// Connects when the first call comes; after a failure waits as `Backoff` says, and meanwhile fails
/// calls at once unless they asked to wait. Belongs to its loop.
final class Connector: @unchecked Sendable {
  let executor: LoopExecutor
  let target: ListenAddress
  let metadata: Metadata
  let limits: ChannelLimits
  let tls: ClientTLS?
  /// What stands in `:authority`.
  let authority: String
  /// What stands in `:scheme`.
  var scheme: String { tls == nil ? "http" : "https" }

  private enum State {
    case idle
    case connecting(ClientConnection)
    case ready(ClientConnection)
    case waiting(after: Status)
    case closed
  }

  private var state = State.idle
  /// Every connection that is not gone yet: those that finish their last calls too.
  private var connections: [ObjectIdentifier: ClientConnection] = [:]
  private var waiting: [ClientCall] = []
  private var backoff = Backoff()
  private var timeout: Scheduled<Void>?
  private var whenEmpty: [CheckedContinuation<Void, Never>] = []

  init(
    _ target: ListenAddress, _ executor: LoopExecutor, tls: ClientTLS?, metadata: Metadata,
    limits: ChannelLimits
  ) {
    self.tls = tls
    self.target = target
    self.executor = executor
    self.metadata = metadata
    self.limits = limits
    if let name = tls?.serverName {
      authority = name
    } else if case .tcp = target {
      authority = target.description
    } else {
      authority = "localhost"
    }
  }

  // MARK: Calls

  func start(_ call: ClientCall) {
    switch state {
    case .closed: call.fail(Status(.unavailable, "The channel is closed."))
    case .waiting(let status) where !call.waitForReady: call.fail(status)
    case .ready(let connection) where waiting.isEmpty && connection.mayStart:
      connection.start(call)
    case .idle, .connecting, .ready, .waiting:
      guard waiting.count < limits.waitingCalls else {
        return call.fail(Status(.resourceExhausted, "Too many calls wait for a connection."))
      }
      waiting.append(call)
      if case .idle = state { connect() }
    }
  }

  /// The call is over; it need not wait any more.
  func forget(_ call: ClientCall) {
    waiting.removeAll { $0 === call }
  }

  /// A stream has ended: there may be room for another.
  func streamEnded() {
    guard case .ready(let connection) = state else { return }
    while !waiting.isEmpty, connection.mayStart { connection.start(waiting.removeFirst()) }
  }

  func close() async {
    await withCheckedContinuation { continuation in
      executor.run { self.close(continuation) }
    }
  }

  private func close(_ continuation: CheckedContinuation<Void, Never>) {
    state = .closed
    failWaiting(Status(.unavailable, "The channel is closed.")) { _ in true }
    guard !connections.isEmpty else { return continuation.resume() }
    whenEmpty.append(continuation)
    for connection in connections.values { connection.retire() }
  }

  // MARK: From the connection

  func connected(_ connection: ClientConnection) {
    connections[ObjectIdentifier(connection)] = connection
  }

  /// The server has said hello: calls may go.
  func ready(_ connection: ClientConnection) {
    switch state {
    case .connecting(let current) where current === connection:
      timeout?.cancel()
      backoff.reset()
      state = .ready(connection)
      streamEnded()
    case .ready(let current) where current === connection:
      // New SETTINGS, perhaps with room for more streams.
      streamEnded()
    case .connecting, .ready, .idle, .waiting, .closed:
      // It came after we had given it up.
      connection.retire()
    }
  }

  /// The connection takes no more calls.
  func retired(_ connection: ClientConnection) {
    guard case .ready(let current) = state, current === connection else { return }
    state = .idle
    if !waiting.isEmpty { connect() }
  }

  func closed(_ connection: ClientConnection, _ reason: String) {
    connections[ObjectIdentifier(connection)] = nil
    switch state {
    case .connecting(let current) where current === connection: failed(reason)
    case .ready(let current) where current === connection:
      state = .idle
      if !waiting.isEmpty { connect() }
    case .closed where connections.isEmpty:
      let round = whenEmpty
      whenEmpty = []
      for continuation in round { continuation.resume() }
    case .connecting, .ready, .idle, .waiting, .closed: break
    }
  }

  // MARK: Connecting

  private func connect() {
    let connection = ClientConnection(self)
    state = .connecting(connection)
    bootstrap(connection).whenFailure { error in
      if self.isConnecting(connection) { self.failed(Self.reason(of: error)) }
    }
    timeout = executor.loop.scheduleTask(in: .seconds(Int64(limits.connectSeconds))) {
      guard self.isConnecting(connection) else { return }
      self.failed("no answer within \(self.limits.connectSeconds) s")
      connection.close()
    }
  }

  /// The system's word for it: the last address that was tried, or the look-up when there is none.
  private static func reason(of error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
      error.connectionErrors.last.map { reason(of: $0.error) } ?? "\(error.host) is not known"
    case let error as IOError: String(cString: strerror(error.errnoCode))
    default: TLSReason.text(of: error) ?? "\(error)"
    }
  }

  private func isConnecting(_ connection: ClientConnection) -> Bool {
    if case .connecting(let current) = state { current === connection } else { false }
  }

  private func bootstrap(_ connection: ClientConnection) -> EventLoopFuture<any NIOCore.Channel> {
    let bootstrap = ClientBootstrap(group: executor.loop)
      .channelOption(.maxMessagesPerRead, value: 1)
      .connectTimeout(.seconds(Int64(limits.connectSeconds)))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls = self.tls {
            try channel.pipeline.syncOperations.addHandler(tls.handler(for: self.target))
          }
          try channel.pipeline.syncOperations.addHandler(connection)
        }
      }
    switch target {
    case .tcp(let host, let port):
      return bootstrap.channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .connect(host: host, port: port)
    case .unix(let path): return bootstrap.connect(unixDomainSocketPath: path)
    }
  }

  private func failed(_ reason: String) {
    timeout?.cancel()
    var random = SystemRandomNumberGenerator()
    let milliseconds = backoff.next(using: &random)
    let status = Status(.unavailable, "Cannot connect to \(target): \(reason)")
    state = .waiting(after: status)
    executor.loop.scheduleTask(in: .milliseconds(Int64(milliseconds))) {
      guard case .waiting = self.state else { return }
      self.state = .idle
      if !self.waiting.isEmpty { self.connect() }
    }
    failWaiting(status) { !$0.waitForReady }
  }

  private func failWaiting(_ status: Status, _ matches: (ClientCall) -> Bool) {
    let failed = waiting.filter(matches)
    waiting.removeAll(where: matches)
    for call in failed { call.fail(status) }
  }
}
