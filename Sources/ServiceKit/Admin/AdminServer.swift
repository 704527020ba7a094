import FlyingFox
import FlyingSocks
import Foundation

/// The operator's port of a process, HTTP/1.1: `/metrics` for Prometheus, `/livez` and `/readyz` for
/// whoever starts and stops the process. It knows no callers and shows no corp's data.
///
/// Live is a process whose loops turn, whatever its stores do: one that is not is started anew. Ready
/// is one whose every service takes calls: one that is not gets none.
package final class AdminServer: Sendable {
  package enum Mistake: Error, CustomStringConvertible {
    case notAnAddress(String)
    case cannotListen(String)

    package var description: String {
      switch self {
      case .notAnAddress(let text): "\(text) is no IP address and port"
      case .cannotListen(let reason): reason
      }
    }
  }

  /// A service of the process, and why it is not ready; nil when it is.
  package typealias Readiness = @Sendable () -> [(service: String, trouble: String?)]

  private static let metricsType = "text/plain; version=0.0.4; charset=utf-8"
  private static let textType = "text/plain; charset=utf-8"

  private let server: HTTPServer
  private let task: Task<Void, any Error>
  /// Where it listens, with the real port.
  package let port: Int

  private init(_ server: HTTPServer, _ task: Task<Void, any Error>, port: Int) {
    self.server = server
    self.task = task
    self.port = port
  }

  /// Listens on an IP address (or localhost) and port; it answers when this returns. `isLive` comes
  /// back when the process works, and does not when it does not.
  package static func start(
    host: String, port: Int, registry: Registry, isLive: @escaping @Sendable () async -> Void,
    readiness: @escaping Readiness
  ) async throws -> AdminServer {
    let server = try makeServer(host: host, port: port)
    await server.appendRoute("GET /metrics") { _ in
      answer(.ok, registry.text, type: metricsType)
    }
    await server.appendRoute("GET /livez") { _ in
      await isLive()
      return answer(.ok, "ok\n")
    }
    await server.appendRoute("GET /readyz") { _ in
      let services = readiness()
      let isReady = !services.isEmpty && services.allSatisfy { $0.trouble == nil }
      let lines = services.map { "\($0.service): \($0.trouble ?? "ok")\n" }.joined()
      return answer(isReady ? .ok : .serviceUnavailable, services.isEmpty ? "starting\n" : lines)
    }
    let task = Task { try await server.run() }
    try await waitUntilListening(server, task)
    return AdminServer(server, task, port: await server.port ?? port)
  }

  package func stop() async {
    await server.stop(timeout: 1)
    task.cancel()
  }

  private static func makeServer(host: String, port: Int) throws -> HTTPServer {
    let host = host == "localhost" ? "127.0.0.1" : host
    guard let port = UInt16(exactly: port) else { throw Mistake.notAnAddress("\(host):\(port)") }
    if let address = try? sockaddr_in.inet(ip4: host, port: port) {
      return HTTPServer(address: address, logger: .disabled)
    }
    if let address = try? sockaddr_in6.inet6(ip6: host, port: port) {
      return HTTPServer(address: address, logger: .disabled)
    }
    throw Mistake.notAnAddress("\(host):\(port)")
  }

  /// Until it listens or has failed: the server says the one to who waits, the other to who runs it.
  private static func waitUntilListening(
    _ server: HTTPServer, _ task: Task<Void, any Error>
  ) async throws {
    let (outcomes, outcome) = AsyncThrowingStream.makeStream(of: Void.self)
    Task {
      do {
        try await task.value
      } catch {
        outcome.finish(throwing: Mistake.cannotListen("\(error)"))
      }
    }
    Task {
      try await server.waitUntilListening()
      outcome.yield()
    }
    for try await _ in outcomes { return }
  }

  private static func answer(
    _ code: HTTPStatusCode, _ text: String, type: String = textType
  ) -> HTTPResponse {
    HTTPResponse(statusCode: code, headers: [.contentType: type], body: Data(text.utf8))
  }
}

extension HTTPServer {
  fileprivate var port: Int? {
    switch listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): Int(port)
    default: nil
    }
  }
}
