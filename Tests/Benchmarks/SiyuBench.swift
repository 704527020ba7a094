import ArgumentParser
import Glibc
import Messages
import RPC
import Store

/// What is measured from outside: servers that do the least a service does, and a client that does
/// nothing but call, on our runtime.
@main
struct SiyuBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "siyu-bench", abstract: "Serves and calls what compose/bench measures.",
    subcommands: [
      RPCServer.self, RPCClient.self, FillTable.self, Refusals.self, CustomersStandIn.self,
    ])
}

/// `bench.v1.CustomerService` on one event loop, as the yardsticks serve it, and `LoadService`.
struct RPCServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rpc-server",
    abstract: "Serves GetCustomer, and streams and blobs beside it, until it is stopped.")

  enum Mode: String, ExpressibleByArgument, CaseIterable {
    /// The customer comes from a dictionary.
    case memory
    /// The same, after the handler has been suspended and resumed once.
    case suspend
    /// The customer comes from a table of 3.5 million.
    case sqlite
  }

  @Option(help: "Where to listen: 127.0.0.1:PORT or unix:/path.")
  var listen: String

  @Option(
    help: "Where a customer comes from: \(Mode.allCases.map(\.rawValue).joined(separator: ", ")).")
  var mode = Mode.memory

  @Option(help: "A PEM file: listen for TLS with this certificate. Needs --tls-key.")
  var tlsCert: String?

  @Option(help: "A PEM file: the certificate's key.")
  var tlsKey: String?

  func run() async throws {
    guard let address = ListenAddress(parsing: listen) else {
      throw ValidationError("--listen takes HOST:PORT or unix:PATH, not '\(listen)'")
    }
    let loops = EventLoops(threads: 1)
    let server =
      switch mode {
      case .memory: Server(routes: routes(MemoryHandler(suspends: false)), loops: loops)
      case .suspend: Server(routes: routes(MemoryHandler(suspends: true)), loops: loops)
      case .sqlite:
        Server(
          routes: routes(TableHandler(try await CustomerTable.open())), loops: loops,
          onTurnEnd: CustomerTable.endTurn)
      }
    print("Listening on \(try await server.start(listen: address, tls: tls())).")
    // Whoever starts us waits for the line, also through a pipe.
    fflush(nil)
    while true { pause() }
  }

  private func routes(_ handler: some BenchV1.CustomerServiceProtocol) -> [Route] {
    BenchV1.CustomerService.routes(handler) + BenchV1.LoadService.routes(LoadHandler())
  }

  private func tls() throws -> ServerTLS? {
    guard let tlsCert, let tlsKey else {
      guard tlsCert == nil && tlsKey == nil else {
        throw ValidationError("--tls-cert and --tls-key go together")
      }
      return nil
    }
    return try ServerTLS(certificate: tlsCert, key: tlsKey)
  }
}

/// Makes the table of `--mode sqlite`, so that the server need not be waited for.
struct FillTable: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill-table",
    abstract: "Makes the table of 3.5 million customers where it is missing.")

  func run() async throws {
    await (try CustomerTable.open()).close()
  }
}
