package import Logging
import Metrics
import RPC
import Store
import Synchronization

/// What one service shows of itself: its numbers, the lines of its calls, its spans.
package final class ServiceSight: Sendable {
  package let service: String
  let scope: MetricScope
  let tracer: Tracer?
  let log: Logger
  let callLog: CallLog
  private let feedEvents: Counter
  private let commits: Timer
  private let batches: Recorder
  /// By reason, and by code: made before the first of them, so that it shows as a rise, and at hand,
  /// for what is refused may come by the thousand.
  private let refusals: [String: Counter]
  private let rejections: [StatusCode: Counter]
  private let clients = Mutex<[String: ClientMethod]>([:])

  /// The numbers of the calls to one method of a peer.
  private struct ClientMethod {
    let started: Counter
    let handled: EndedCalls
    let handling: Timer
  }

  package init(
    service: String, registry: Registry = Registry(), tracer: Tracer? = nil,
    log: Logger = Logger(label: "siyu")
  ) {
    self.service = service
    self.tracer = tracer
    self.log = log
    let scope = MetricScope(registry, service: service)
    self.scope = scope
    callLog = CallLog(log)
    feedEvents = scope.counter(.feedEvents)
    commits = scope.timer(.storeCommits)
    batches = scope.recorder(.storeBatches)
    refusals = Dictionary(
      uniqueKeysWithValues: StoreError.reasons.map {
        ($0, scope.counter(.storeRefused, [("reason", $0)]))
      })
    rejections = Dictionary(
      uniqueKeysWithValues: Self.rejectionCodes.map {
        ($0, scope.counter(.serverRejected, [("grpc_code", $0.label)]))
      })
  }

  /// All that a server says to a request before there is a call.
  private static let rejectionCodes: [StatusCode] = [
    .unimplemented, .invalidArgument, .resourceExhausted,
  ]

  /// The same routes, watched.
  func watch(_ routes: [Route]) -> [Route] {
    routes.map { $0.watched(by: MethodSight($0.method, self)) }
  }

  func noteRejected(_ code: StatusCode) {
    rejections[code]?.increment()
  }

  func noteFeedEvents(_ count: Int) { feedEvents.increment(by: count) }

  /// Shows what the server and the stores hold at the moment it is asked.
  func observe(server: Server, corps: Corps, jobs: Jobs) {
    scope.observe(.serverConnections) { Double(server.connectionCount) }
    scope.observe(.serverRunning) { Double(server.handlerCount) }
    scope.observe(.storeWaiting) {
      Double(corps.databases.reduce(0) { $0 + $1.waitingWriteCount })
    }
    scope.observe(.storeLog) { Double(corps.databases.reduce(0) { $0 + $1.logBytes }) }
    scope.observe(.storeLargestLog) { Double(corps.databases.map(\.logBytes).max() ?? 0) }
    for state in ["serving", "full", "stopped"] {
      scope.observe(.storeDatabases, [("state", state)]) {
        Double(corps.databases.count { $0.health.label == state })
      }
    }
    scope.observe(.jobsWaiting) { Double(jobs.waitingCount) }
    scope.observe(.jobsRunning) { Double(jobs.runningCount) }
  }

  // MARK: The store

  /// Called where it happens: on the thread of the writer, or of whoever was refused.
  func note(_ event: Database.Event, of corp: String) {
    switch event {
    case .committed(let bodies, let duration):
      batches.record(bodies)
      commits.recordNanoseconds(duration.nanoseconds)
    case .refused(let count, let error):
      refusals[error.reason]?.increment(by: count)
    case .health(.full): log.warning("The disk is full.", metadata: ["corp": "\(corp)"])
    case .health(.stopped(let reason)):
      log.error(
        "A store has stopped: start the service anew.",
        metadata: ["corp": "\(corp)", "reason": "\(reason)"])
    case .health(.serving):
      log.notice("The disk has room again.", metadata: ["corp": "\(corp)"])
    case .health(.closed): break
    }
  }

  // MARK: Calls to peers

  /// A call to a peer begins, on behalf of something of this trace.
  func began(
    _ method: MethodDescriptor, in parent: TraceContext?, requestID: String?, corp: String,
    _ metadata: inout Metadata
  ) -> CallEnd {
    let client = client(method)
    client.started.increment()
    // What nobody is traced for is not worth a trace of its own.
    let span = parent.flatMap { tracer?.begin(.client, method.spanName, in: $0) }
    (span?.context ?? parent ?? tracer?.untraced())?.write(to: &metadata)
    if let requestID, Metadata.accepts(name: "x-request-id", value: requestID) {
      metadata.append("x-request-id", requestID)
    }
    let began = ContinuousClock.now
    return { code in
      client.handled.count(code)
      client.handling.recordNanoseconds((ContinuousClock.now - began).nanoseconds)
      if let span { self.end(span, method, code, requestID: requestID, corp: corp) }
    }
  }

  private func client(_ method: MethodDescriptor) -> ClientMethod {
    clients.withLock { clients in
      if let known = clients[method.path] { return known }
      let new = ClientMethod(
        started: scope.counter(.clientStarted, method.labels),
        handled: EndedCalls(.clientHandled, scope, method.labels),
        handling: scope.timer(.clientHandling, method.labels))
      clients[method.path] = new
      return new
    }
  }
}

extension Duration {
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}

extension Database.Health {
  fileprivate var label: String {
    switch self {
    case .serving: "serving"
    case .full: "full"
    case .stopped: "stopped"
    case .closed: "closed"
    }
  }
}

extension StoreError {
  fileprivate static let reasons = ["full", "queue_full", "too_late", "stopped", "closed", "other"]

  fileprivate var reason: String {
    switch self {
    case .full: "full"
    case .queueFull: "queue_full"
    case .tooLate: "too_late"
    case .stopped: "stopped"
    case .closed: "closed"
    default: "other"
    }
  }
}
