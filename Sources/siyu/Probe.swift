import ArgumentParser
import Messages
import Protobuf
import RPC

/// Asks a running service for its health: exit code 0 when it serves. Made for health checks.
struct Probe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask a service for its health; exit 0 when it is SERVING.")

  @Argument(help: "HOST:PORT or unix:PATH.")
  var address: String

  @Option(help: "How long to wait, in milliseconds.")
  var timeoutMilliseconds = 2000

  @OptionGroup(title: "TLS")
  var tls: CallTLSOptions

  func run() async throws {
    let tls = try tls.client(Environment())
    let loops = EventLoops(threads: 1)
    let channel = Channel(to: address, loops: loops, tls: tls)
    let health = GrpcHealthV1.HealthClient(channel)
    let options = CallOptions(timeoutMilliseconds: timeoutMilliseconds)
    do {
      let reply = try await health.check(.init(), options: options)
      await channel.close()
      guard reply.status == .serving else {
        throw Trouble(message: "\(address) is \(reply.status.name ?? "unknown")")
      }
      print("\(address) SERVING")
    } catch let status as Status {
      await channel.close()
      throw Trouble(message: "\(address): \(status)")
    }
  }
}
