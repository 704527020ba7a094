import Glibc
import HTTP2
import NIOCore
import NIOPosix
import Protobuf
import Synchronization

/// Serves routes on any number of addresses.
///
/// `start` it once an address, `drain` it once; then it is of no more use. Any thread may call it.
package final class Server: Sendable {
  let router: Router
  let limits: ServerLimits
  let mapFailure: FailureMapper
  /// Told of requests that are answered before there is a call.
  let noteRejected: @Sendable (StatusCode) -> Void
  private let interceptors: [any Interceptor]
  private let loops: EventLoops
  private let runningHandlers = Atomic<Int>(0)
  /// The connections of each loop, by its executor.
  private let connections: [ObjectIdentifier: ConnectionSet]
  private let state: Mutex<State>

  private struct State {
    var listeners: [any NIOCore.Channel] = []
    var admission: ConnectionAdmission
    var emptied: CheckedContinuation<Void, Never>?
  }

  /// `onTurnEnd` is called on a loop's thread after each of its turns in which calls ran;
  /// `onRejection` with the code of each request that is answered before there is a call.
  package init(
    routes: [Route], loops: EventLoops, interceptors: [any Interceptor] = [],
    limits: ServerLimits = ServerLimits(), mapFailure: @escaping FailureMapper = Server.mapPlainly,
    onRejection: @escaping @Sendable (StatusCode) -> Void = { _ in },
    onTurnEnd: (@Sendable () -> Void)? = nil
  ) {
    router = Router(routes)
    self.loops = loops
    self.interceptors = interceptors
    self.limits = limits
    self.mapFailure = mapFailure
    noteRejected = onRejection
    connections = Dictionary(
      uniqueKeysWithValues: loops.everyExecutor.map {
        (ObjectIdentifier($0), ConnectionSet($0, limits))
      })
    state = Mutex(State(admission: ConnectionAdmission(limits)))
    if let onTurnEnd { loops.addTurnHook(onTurnEnd) }
  }

  /// Passes on a status, names what is wrong with a message, and says nothing about anything else.
  @Sendable package static func mapPlainly(_ error: any Error, _ call: Call) -> Status {
    switch error {
    case let status as Status: status
    case let error as UnpackError: Status(error)
    case let refusal as TooManyCalls: Status(refusal)
    case is CancellationError: Status(.cancelled, "The call was cancelled.")
    default: Status(.unknown, "The call failed.")
    }
  }

  // MARK: Listening

  /// Listens, and returns where: with the real port when the port was 0. Takes nothing but TLS there
  /// when `tls` is given.
  package func start(
    listen address: ListenAddress, tls: ServerTLS? = nil
  ) async throws(ListenFailure) -> BoundAddress {
    do {
      let listener = try await bind(address, tls)
      state.withLock { $0.listeners.append(listener) }
      guard case .tcp(let host, _) = address, let port = listener.localAddress?.port else {
        return address
      }
      return .tcp(host: host, port: port)
    } catch let failure as ListenFailure {
      throw failure
    } catch let error as IOError {
      throw ListenFailure(address: address, reason: String(cString: strerror(error.errnoCode)))
    } catch {
      throw ListenFailure(address: address, reason: "\(error)")
    }
  }

  private func bind(
    _ address: ListenAddress, _ tls: ServerTLS?
  ) async throws -> any NIOCore.Channel {
    let bootstrap = ServerBootstrap(group: loops.all)
      .serverChannelOption(.backlog, value: Int32(limits.backlog))
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // One read a turn: the next bytes wait for the loop's next look, and others get theirs.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let executor = self.loops.executor(of: channel.eventLoop)
          if let tls { try channel.pipeline.syncOperations.addHandler(tls.handler()) }
          try channel.pipeline.syncOperations.addHandler(ServerConnection(self, executor))
        }
      }
    switch address {
    case .tcp(let host, let port):
      return
        try await bootstrap
        .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        .childChannelOption(.socketOption(.so_keepalive), value: 1)
        .bind(host: host, port: port).get()
    case .unix(let path):
      try await removeDeadSocket(path)
      return try await bootstrap.bind(unixDomainSocketPath: path).get()
    }
  }

  /// A socket file outlives a process that was killed. Only one nobody answers on is removed.
  private func removeDeadSocket(_ path: String) async throws {
    guard access(path, F_OK) == 0 else { return }
    do {
      let other = try await ClientBootstrap(group: loops.all).connect(unixDomainSocketPath: path)
        .get()
      try? await other.close()
    } catch let error as IOError where error.errnoCode == ECONNREFUSED {
      unlink(path)
      return
    }
    throw ListenFailure(address: .unix(path: path), reason: "another process listens there")
  }

  // MARK: Calls

  /// The last share an interceptor names is the call's.
  func admit(_ call: Call) throws -> HandlerShare? {
    var share: HandlerShare?
    for interceptor in interceptors { share = try interceptor.admit(call) ?? share }
    return share
  }

  /// Counts a handler in, or says what bound it would pass.
  func countHandlerIn(_ share: HandlerShare?) -> TooManyCalls? {
    let others = runningHandlers.add(1, ordering: .relaxed).oldValue
    var refusal: TooManyCalls?
    if others >= limits.handlers {
      refusal = TooManyCalls(bound: .server, limit: limits.handlers)
    } else if let limit = share?.countIn(free: limits.handlers - others) {
      refusal = TooManyCalls(bound: .share, limit: limit)
    }
    if refusal != nil { runningHandlers.subtract(1, ordering: .relaxed) }
    return refusal
  }

  func countHandlerOut(_ share: HandlerShare?) {
    runningHandlers.subtract(1, ordering: .relaxed)
    share?.countOut()
  }

  // MARK: Connections

  /// What an operator must know of the HTTP/2 library under it, or nil.
  package static var libraryWarning: String? { LibraryVersion.warning }

  package var connectionCount: Int { state.withLock { $0.admission.count } }

  package var handlerCount: Int { runningHandlers.load(ordering: .relaxed) }

  /// Called on the connection's loop. Nil when the connection may stay.
  func add(_ connection: ServerConnection, host: String?) -> ConnectionAdmission.Refusal? {
    if let refusal = state.withLock({ $0.admission.admit(host: host) }) { return refusal }
    connections[ObjectIdentifier(connection.executor)]!.add(connection)
    return nil
  }

  /// Called on the connection's loop, once, if it was added.
  func remove(_ connection: ServerConnection, host: String?) {
    connections[ObjectIdentifier(connection.executor)]!.remove(connection)
    let emptied = state.withLock { state in
      state.admission.leave(host: host)
      guard state.admission.count == 0 else { return nil as CheckedContinuation<Void, Never>? }
      defer { state.emptied = nil }
      return state.emptied
    }
    emptied?.resume()
  }

  private func forEachLoop(_ body: @escaping @Sendable (ConnectionSet) -> Void) {
    for executor in loops.everyExecutor {
      let set = connections[ObjectIdentifier(executor)]!
      executor.run { body(set) }
    }
  }

  // MARK: The end

  /// Stops listening, tells every caller to go elsewhere, lets what runs finish, and answers what
  /// still runs after the grace with UNAVAILABLE. Returns when every connection is closed.
  package func drain(graceSeconds: Int) async {
    let listeners = state.withLock { state in
      defer { state.listeners = [] }
      state.admission.drain()
      return state.listeners
    }
    for listener in listeners {
      let path = listener.localAddress?.pathname
      try? await listener.close()
      if let path { unlink(path) }
    }
    forEachLoop { $0.drain() }
    let timer = loops.all.next().scheduleTask(in: .seconds(Int64(graceSeconds))) {
      self.forEachLoop { $0.abort() }
    }
    await withCheckedContinuation { continuation in
      let isEmpty = state.withLock { state in
        if state.admission.count > 0 { state.emptied = continuation }
        return state.admission.count == 0
      }
      if isEmpty { continuation.resume() }
    }
    timer.cancel()
  }
}
