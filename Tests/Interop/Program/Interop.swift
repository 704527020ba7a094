import ArgumentParser
import Dispatch
import Glibc
import InteropService
import Messages
import RPC

/// gRPC's interop test programs on our runtime: `siyu-interop server …`, `siyu-interop client …`; and
/// `siyu-interop repack …`, our side of a comparison with the official protobuf runtime.
@main
struct Interop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "siyu-interop",
    abstract: "What the tests from outside need of our runtime.",
    subcommands: [Serve.self, Call.self, Calls.self, Repack.self])
}

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server", abstract: "Serve grpc.testing.TestService until SIGTERM.",
    discussion: "SIGUSR1 has it print what there is of connections and handlers.")

  @Option(help: "HOST:PORT or unix:PATH; port 0 takes a free one.")
  var listen = "127.0.0.1:0"

  @OptionGroup(title: "TLS")
  var tls: ServerTLSOptions

  @Option(name: .customLong("limit"), help: "NAME=NUMBER, as `siyu limits` lists them.")
  var limits: [String] = []

  @Option(help: "How long running calls may take to end after SIGTERM, in seconds.")
  var graceSeconds = 3

  func run() async throws {
    let (signals, arrived) = AsyncStream.makeStream(of: Int32.self)
    let sources = [SIGTERM, SIGUSR1].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { arrived.yield(number) }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }

    let loops = EventLoops(threads: 1)
    let gauge = HandlerGauge()
    let server = Server(
      routes: GrpcTesting.TestService.routes(TestService(gauge: gauge)), loops: loops,
      limits: try serverLimits())
    let address = try await server.start(listen: try address(listen), tls: tls.server())
    print("serves on \(address)")
    fflush(nil)
    for await signal in signals {
      if signal == SIGTERM { break }
      print(
        "connections=\(server.connectionCount) handlers=\(server.handlerCount)"
          + " running=\(gauge.running) most=\(gauge.most) begun=\(gauge.begun)")
      fflush(nil)
    }
    await server.drain(graceSeconds: graceSeconds)
    await loops.shutdown()
  }

  private func serverLimits() throws -> ServerLimits {
    var limits = ServerLimits()
    do {
      for setting in self.limits { try limits.set(setting) }
    } catch {
      throw ValidationError("--limit \(error)")
    }
    return limits
  }
}

struct Call: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client", abstract: "Run one case, or all, against a server.")

  @Option(help: "HOST:PORT or unix:PATH.")
  var server: String

  @Option(name: .customLong("case"), help: "The name of a case, several with commas, or `all`.")
  var cases: String

  @Option(help: "Calls of the soak cases.")
  var soakIterations = 10

  @Option(help: "How long one call of the soak cases may take.")
  var soakMilliseconds = 1000

  @OptionGroup(title: "TLS")
  var tls: ClientTLSOptions

  func run() async throws {
    let chosen = try InteropCase.chosen(cases)
    let loops = EventLoops(threads: 1)
    let address = try address(server)
    let tls = try tls.client()
    var failures = 0
    for test in chosen {
      // Nothing of one case reaches the next.
      let caller = Caller(
        address: address, loops: loops, tls: tls, soakIterations: soakIterations,
        soakMilliseconds: soakMilliseconds)
      do {
        try await test.run(caller)
        print("OK: \(test.name)")
      } catch {
        failures += 1
        print("FAILED: \(test.name): \(error)")
      }
      fflush(nil)
      await caller.channel.close()
    }
    await loops.shutdown()
    if failures > 0 { throw ExitCode.failure }
  }
}

func address(_ text: String) throws -> ListenAddress {
  guard let address = ListenAddress(parsing: text) else {
    throw ValidationError("\(text) is no address: HOST:PORT or unix:PATH")
  }
  return address
}
