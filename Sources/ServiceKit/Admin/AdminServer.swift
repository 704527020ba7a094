package import RPC

/// The operator's port of a process, HTTP/1.1: `/metrics` for Prometheus, `/livez` and `/readyz` for
/// whoever starts and stops the process. It knows no callers and shows no corp's data.
///
/// Live is a process whose loops turn, whatever its stores do: one that is not is started anew. Ready
/// is one whose every service takes calls: one that is not gets none.
package enum AdminServer {
  /// A service of the process, and why it is not ready; nil when it is.
  package typealias Readiness = @Sendable () -> [(service: String, trouble: String?)]

  /// Listens on an address and port; it answers when this returns. `isLive` comes back when the
  /// process works, and does not when it does not.
  package static func start(
    host: String, port: Int, registry: Registry, isLive: @escaping @Sendable () async -> Void,
    readiness: @escaping Readiness
  ) async throws -> TextServer {
    try await TextServer.start(
      host: host, port: port,
      routes: [
        "/metrics": {
          .init(registry.text, type: "text/plain; version=0.0.4; charset=utf-8")
        },
        "/livez": {
          await isLive()
          return .init("ok\n")
        },
        "/readyz": {
          let services = readiness()
          guard !services.isEmpty else { return .init("starting\n", isOK: false) }
          return .init(
            services.map { "\($0.service): \($0.trouble ?? "ok")\n" }.joined(),
            isOK: services.allSatisfy { $0.trouble == nil })
        },
      ])
  }
}
