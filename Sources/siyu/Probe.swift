import ArgumentParser
import Broadcasts
import Communities
import Customers
import Directory
import Messages
import Protobuf
import RPC

/// Asks a running service for its health: exit code 0 when it serves. Made for health checks.
struct Probe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask a service for its health; exit 0 when it is SERVING.",
    discussion: """
      Without an address it asks what runs in the same surroundings: the service at SIYU_LISTEN, \
      over the TLS of SIYU_TLS_CERT, SIYU_TLS_KEY and SIYU_TLS_CLIENT_CA. A SIYU_LISTEN without a \
      port, or none, stands for the four services of `serve all`.
      """)

  @Argument(help: "HOST:PORT or unix:PATH.")
  var address: String?

  @Option(help: "How long to wait, in milliseconds.")
  var timeoutMilliseconds = 2000

  @Flag(help: "Exit 0 also when it answers that it does not serve: it need not be restarted.")
  var alive = false

  @OptionGroup(title: "TLS")
  var tls: CallTLSOptions

  func run() async throws {
    let environment = Environment()
    let tls = try tls.client(environment)
    let addresses = try address.map { [$0] } ?? Self.addresses(listen: environment["SIYU_LISTEN"])
    let loops = EventLoops(threads: 1)
    let answers = try await withThrowingTaskGroup { group in
      for (place, address) in addresses.enumerated() {
        group.addTask {
          (place, try await ask(Channel(to: address, loops: loops, tls: tls), address))
        }
      }
      return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    for (place, address) in addresses.enumerated() { print("\(address) \(answers[place]!)") }
  }

  /// The name of its health.
  private func ask(_ channel: Channel, _ address: String) async throws -> String {
    let health = GrpcHealthV1.HealthClient(channel)
    let options = CallOptions(timeoutMilliseconds: timeoutMilliseconds)
    do {
      let reply = try await health.check(.init(), options: options)
      await channel.close()
      let name = reply.status.name ?? "unknown"
      guard alive || reply.status == .serving else {
        throw Trouble(message: "\(address) is \(name)")
      }
      return name
    } catch let status as Status {
      await channel.close()
      throw Trouble(message: "\(address): \(status)")
    }
  }

  /// Where to call what listens there: an address that stands for all of a machine's cannot be
  /// called, and this machine's can.
  private static func addresses(listen: String?) throws -> [String] {
    let listen = listen ?? "127.0.0.1"
    let listened =
      if let one = ListenAddress(parsing: listen) {
        [one]
      } else {
        ports.compactMap { ListenAddress(parsing: "\(listen):\($0)") }
      }
    guard !listened.isEmpty else {
      throw Trouble(
        message: "SIYU_LISTEN \(listen): expected HOST:PORT, HOST or unix:PATH", exitCode: 2)
    }
    return listened.map { address in
      switch address {
      case .tcp("0.0.0.0", let port): "127.0.0.1:\(port)"
      case .tcp("::", let port): "[::1]:\(port)"
      case .tcp, .unix: address.description
      }
    }
  }

  private static let ports = [
    DirectoryService.port, CustomersService.port, CommunitiesService.port, BroadcastsService.port,
  ]
}
