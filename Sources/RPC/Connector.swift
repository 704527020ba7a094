import Glibc
import NIOCore
import NIOPosix

/// Keeps a connection to one address: a line of the channel's switchboard.
///
/// Connects when it is woken; after a failure rests as `Backoff` says. Belongs to its loop.
final class Connector: @unchecked Sendable {
  let switchboard: Switchboard
  let endpoint: Endpoint
  /// What stands in `:authority`.
  let authority: String

  private enum State {
    case idle
    case connecting(ClientConnection)
    case ready(ClientConnection)
    case resting(after: String)
    case closed
  }

  private var state = State.idle
  /// Every connection that is not gone yet: those that finish their last calls too.
  private var connections: [ObjectIdentifier: ClientConnection] = [:]
  private var backoff: Backoff
  private var cancelTimeout: ChannelMeans.Cancel?
  /// The connection before, while it is of interest whether it was of any use.
  private var former: ClientConnection?
  private var uselessInARow = 0

  /// A server that takes connections and refuses every call is met with back-off from the second
  /// on: the calls it refuses come back at once, and would have us connect as fast as we can.
  private static let mostUselessInARow = 2

  init(_ switchboard: Switchboard, _ endpoint: Endpoint) {
    self.switchboard = switchboard
    self.endpoint = endpoint
    backoff = Backoff(longestSeconds: switchboard.limits.longestBackoffSeconds)
    if let name = switchboard.tls?.serverName {
      authority = name
    } else if case .tcp = endpoint.place {
      authority = endpoint.place.description
    } else {
      authority = "localhost"
    }
  }

  var limits: ChannelLimits { switchboard.limits }
  var executor: LoopExecutor { switchboard.executor }
  var tls: ClientTLS? { switchboard.tls }
  /// What stands in `:scheme`.
  var scheme: String { tls == nil ? "http" : "https" }

  // MARK: From the switchboard

  var line: RoundRobin.Line {
    switch state {
    case .idle: .idle
    case .connecting: .connecting
    case .ready(let connection): connection.mayStart ? .ready : .full
    case .resting, .closed: .failed
    }
  }

  /// Why the line takes no calls.
  var failure: String? {
    guard case .resting(let reason) = state else { return nil }
    return "Cannot connect to \(description): \(reason)"
  }

  /// Whether a connection exists, be it one that only finishes what it has.
  var isConnected: Bool { !connections.isEmpty }

  /// For a line that is ready.
  func start(_ call: ClientCall) {
    guard case .ready(let connection) = state else { preconditionFailure("no line to call on") }
    connection.start(call)
  }

  /// Connects, unless it does or rests.
  func wake() {
    guard case .idle = state else { return }
    if let former {
      uselessInARow = former.wasUseless ? uselessInARow + 1 : 0
      self.former = nil
      if uselessInARow >= Self.mostUselessInARow { return rest(after: "it takes no calls") }
    }
    connect()
  }

  /// Lets what runs finish, and connects no more.
  func close() {
    state = .closed
    cancelTimeout?()
    for connection in connections.values { connection.retire() }
  }

  /// The address as it was named, and what it stands for when that is something else.
  private var description: String {
    let place = endpoint.place.description
    guard let ip = endpoint.address.ipAddress, !place.contains(ip) else { return place }
    return "\(place) (\(ip))"
  }

  // MARK: From the connection

  func connected(_ connection: ClientConnection) {
    connections[ObjectIdentifier(connection)] = connection
    switchboard.changed(self)
  }

  /// The server has said hello, or has room for more streams: calls may go.
  func ready(_ connection: ClientConnection) {
    switch state {
    case .connecting(let current) where current === connection:
      cancelTimeout?()
      if uselessInARow == 0 { backoff.reset() }
      state = .ready(connection)
      switchboard.changed(self)
    case .ready(let current) where current === connection: switchboard.changed(self)
    case .connecting, .ready, .idle, .resting, .closed:
      // It came after we had given it up.
      connection.retire()
    }
  }

  /// The connection takes no more calls.
  func retired(_ connection: ClientConnection) {
    guard case .ready(let current) = state, current === connection else { return }
    former = connection
    state = .idle
    switchboard.lost(self)
  }

  func closed(_ connection: ClientConnection, _ reason: String) {
    connections[ObjectIdentifier(connection)] = nil
    switch state {
    case .connecting(let current) where current === connection: failed(reason)
    case .ready(let current) where current === connection:
      former = connection
      state = .idle
      switchboard.lost(self)
    case .connecting, .ready, .idle, .resting, .closed: switchboard.changed(self)
    }
  }

  // MARK: Connecting

  private func connect() {
    let connection = ClientConnection(self)
    state = .connecting(connection)
    bootstrap(connection).whenFailure { error in
      if self.isConnecting(connection) { self.failed(Self.reason(of: error)) }
    }
    let seconds = limits.connectSeconds
    cancelTimeout = switchboard.means.schedule(executor.loop, seconds * 1000) {
      guard self.isConnecting(connection) else { return }
      self.failed("no answer within \(seconds) s")
      connection.close()
    }
  }

  /// The system's word for it.
  static func reason(of error: any Error) -> String {
    guard let error = error as? IOError else { return TLSReason.text(of: error) ?? "\(error)" }
    return String(cString: strerror(error.errnoCode))
  }

  private func isConnecting(_ connection: ClientConnection) -> Bool {
    if case .connecting(let current) = state { current === connection } else { false }
  }

  private func bootstrap(_ connection: ClientConnection) -> EventLoopFuture<any NIOCore.Channel> {
    var bootstrap = ClientBootstrap(group: executor.loop)
      .channelOption(.maxMessagesPerRead, value: 1)
      .connectTimeout(.seconds(Int64(limits.connectSeconds)))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls = self.tls {
            try channel.pipeline.syncOperations.addHandler(tls.handler(for: self.endpoint.place))
          }
          try channel.pipeline.syncOperations.addHandler(connection)
        }
      }
    if case .tcp = endpoint.place {
      bootstrap = bootstrap.channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .channelOption(
          .tcpOption(NIOBSDSocket.Option(rawValue: TCP_USER_TIMEOUT)),
          value: limits.keepaliveTimeoutSeconds * 1000)
    }
    return bootstrap.connect(to: endpoint.address)
  }

  private func failed(_ reason: String) {
    cancelTimeout?()
    rest(after: reason)
    switchboard.lost(self)
  }

  private func rest(after reason: String) {
    state = .resting(after: reason)
    let milliseconds = backoff.next(random: switchboard.means.random())
    _ = switchboard.means.schedule(executor.loop, milliseconds) {
      guard case .resting = self.state else { return }
      self.state = .idle
      self.switchboard.changed(self)
    }
  }
}
