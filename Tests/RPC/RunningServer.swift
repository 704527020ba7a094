import Glibc
import InteropService
import Messages

@testable import RPC

/// A server on a free port and a channel to it, for the time of a test.
struct RunningServer {
  let server: Server
  let address: BoundAddress
  let channel: Channel
  let loops: EventLoops

  var client: GrpcTesting.TestServiceClient { GrpcTesting.TestServiceClient(channel) }

  static func run(
    _ routes: [Route] = GrpcTesting.TestService.routes(TestService()),
    listen: ListenAddress = .tcp(host: "127.0.0.1", port: 0), interceptors: [any Interceptor] = [],
    limits: ServerLimits = ServerLimits(), onTurnEnd: (@Sendable () -> Void)? = nil,
    _ body: (RunningServer) async throws -> Void
  ) async throws {
    let loops = EventLoops(threads: 2)
    let server = Server(
      routes: routes, loops: loops, interceptors: interceptors, limits: limits,
      onTurnEnd: onTurnEnd)
    let address = try await server.start(listen: listen)
    let channel = Channel(to: address, loops: loops)
    let running = RunningServer(
      server: server, address: address, channel: channel, loops: loops)
    do {
      try await body(running)
    } catch {
      await running.stop()
      throw error
    }
    await running.stop()
  }

  private func stop() async {
    await channel.close()
    await server.drain(graceSeconds: 0)
    await loops.shutdown()
  }
}

/// A folder of this test's own.
func temporaryFolder() throws -> String {
  var template = Array("/tmp/siyu-rpc-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw Status(.internal, "no temporary folder") }
  return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
}

/// Opens once; who waits before, goes on then.
actor Gate {
  private var isOpen = false
  private var waiters: [CheckedContinuation<Void, Never>] = []

  func open() {
    isOpen = true
    for waiter in waiters { waiter.resume() }
    waiters = []
  }

  func wait() async {
    if isOpen { return }
    await withCheckedContinuation { waiters.append($0) }
  }
}

/// The status a call fails with, or nil when it does not.
func status(of body: () async throws -> Void) async throws -> Status? {
  do {
    try await body()
    return nil
  } catch let status as Status {
    return status
  }
}
