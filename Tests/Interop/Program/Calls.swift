import ArgumentParser
import Glibc
import InteropService
import Messages
import RPC

/// Makes unary calls and says how each ended, for servers that misbehave.
struct Calls: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calls",
    abstract: "Make calls, and print how each ended: OK, or a status and its message.")

  @Option(help: "HOST:PORT or unix:PATH, several with commas.")
  var server: String

  @Option(help: "How many calls.")
  var count = 1

  @Option(help: "How many of them at once.")
  var atOnce = 1

  @Option(help: "How long each may take, in milliseconds.")
  var timeoutMilliseconds = 10_000

  @Option(help: "How long connecting may take, in seconds.")
  var connectSeconds = 20

  @Option(help: "Bytes of each request.")
  var requestBytes = 0

  @Option(help: "Bytes of each reply; other replies count as failures.")
  var replyBytes = 0

  @Option(help: "Attempts of a call that ends with UNAVAILABLE.")
  var attempts = 1

  @Flag(help: "Have the calls wait for a connection.")
  var waitForReady = false

  func run() async throws {
    let loops = EventLoops(threads: 1)
    var limits = ChannelLimits()
    limits.connectSeconds = connectSeconds
    let channel = Channel(
      to: try server.split(separator: ",").map { try address(String($0)) }, loops: loops,
      limits: limits, retry: RetryPolicy(attempts: attempts, firstBackoffMilliseconds: 0))
    await withTaskGroup { group in
      for worker in 0..<atOnce {
        group.addTask {
          for number in stride(from: worker, to: count, by: atOnce) {
            print("\(number): \(await end(of: channel))")
            fflush(nil)
          }
        }
      }
    }
    await channel.close()
    await loops.shutdown()
  }

  private func end(of channel: Channel) async -> String {
    let options = CallOptions(timeoutMilliseconds: timeoutMilliseconds, waitForReady: waitForReady)
    do {
      let reply = try await GrpcTesting.TestServiceClient(channel).unaryCall(
        .init(responseSize: Int32(replyBytes), payload: .zeros(requestBytes)), options: options)
      try expect(reply.payload, zeros: replyBytes)
      return "OK"
    } catch {
      return "\(error)"
    }
  }
}
