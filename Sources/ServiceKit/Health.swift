package import Messages
package import RPC
import Synchronization

/// `grpc.health.v1`: whether the services of this process take calls.
///
/// The names are the full names of the gRPC services, and "" for the whole. Readiness follows the
/// stores (a stopped store is NOT_SERVING) and the drain.
package final class Health: GrpcHealthV1.HealthProtocol {
  private struct State {
    var isDraining = false
    var watchers: [UInt64: AsyncStream<Void>.Continuation] = [:]
    var nextWatcher: UInt64 = 0
  }

  private let services: Set<String>
  private let corps: Corps
  private let state = Mutex(State())

  package init(services: [String], corps: Corps) {
    self.services = Set(services).union([""])
    self.corps = corps
  }

  /// From now on every check hears NOT_SERVING, and every watcher too, at the end of his stream.
  package func drain() {
    let watchers = state.withLock { state in
      state.isDraining = true
      return Array(state.watchers.values)
    }
    for watcher in watchers {
      watcher.yield()
      watcher.finish()
    }
  }

  package func check(
    _ request: GrpcHealthV1.HealthCheckRequest, _ call: Call
  ) async throws -> GrpcHealthV1.HealthCheckResponse {
    let status = status(of: request.service)
    guard status != .serviceUnknown else {
      throw Status(.notFound, "No service is named '\(request.service)'.")
    }
    return GrpcHealthV1.HealthCheckResponse(status: status)
  }

  package func watch(
    _ request: GrpcHealthV1.HealthCheckRequest,
    _ replies: ReplyStream<GrpcHealthV1.HealthCheckResponse>, _ call: Call
  ) async throws {
    let (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id = try state.withLock { state in
      if state.isDraining { throw StoreFailure.draining }
      state.nextWatcher += 1
      state.watchers[state.nextWatcher] = wake
      return state.nextWatcher
    }
    defer { state.withLock { _ = $0.watchers.removeValue(forKey: id) } }
    wake.yield()
    var last: GrpcHealthV1.HealthCheckResponse.ServingStatus?
    for await _ in wakes {
      let status = status(of: request.service)
      guard status != last else { continue }
      try await replies.send(GrpcHealthV1.HealthCheckResponse(status: status))
      last = status
    }
    try Task.checkCancellation()
    throw StoreFailure.draining
  }

  /// Why the service is not ready, for an operator; nil when it is.
  package var trouble: String? {
    state.withLock { $0.isDraining } ? "draining" : corps.trouble
  }

  /// Tells the watchers to look again; called when a store stops or recovers.
  package func changed() {
    for watcher in state.withLock({ Array($0.watchers.values) }) { watcher.yield() }
  }

  private func status(of service: String) -> GrpcHealthV1.HealthCheckResponse.ServingStatus {
    guard services.contains(service) else { return .serviceUnknown }
    return trouble == nil ? .serving : .notServing
  }
}
