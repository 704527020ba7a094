import Fixtures
import InteropService
import Messages
import NIOCore
import Testing

@testable import RPC

/// How a channel comes by its connections, and what it does while it has none.
@Suite struct ConnectingTests {
  // NIO has one too.
  private typealias Channel = RPC.Channel

  private static let connectMilliseconds = ChannelLimits().connectSeconds * 1000
  private static let keepaliveMilliseconds = ChannelLimits().keepaliveSeconds! * 1000
  private static let keepaliveTimeoutMilliseconds = ChannelLimits().keepaliveTimeoutSeconds * 1000

  private func status(
    _ channel: Channel, _ options: CallOptions = CallOptions()
  ) async throws -> Status? {
    try await RPCTests.status {
      _ = try await GrpcTesting.TestServiceClient(channel).emptyCall(.init(), options: options)
    }
  }

  private func withLoops(_ body: (EventLoops) async throws -> Void) async throws {
    let loops = EventLoops(threads: 1)
    do {
      try await body(loops)
    } catch {
      await loops.shutdown()
      throw error
    }
    await loops.shutdown()
  }

  @Test("A listener that hangs up is tried again later each time, until a server is there")
  func backoff() async throws {
    try await withLoops { loops in
      let address = ListenAddress.unix(path: try temporaryFolder() + "/socket")
      let peer = try await RawPeer(loops, listen: address)
      let timers = ManualTimers()
      let channel = Channel(to: [address], loops: loops, means: timers.means)
      async let patient = status(channel, .init(waitForReady: true))
      for delay in [1000, 1600] {
        await timers.awaitTimer(milliseconds: delay)
        // Who does not wait is told at once, and why.
        let hasty = try await status(channel)
        #expect(hasty?.code == .unavailable)
        #expect(hasty?.message.hasPrefix("Cannot connect to \(address): ") == true)
        await timers.fire(milliseconds: delay)
      }
      await timers.awaitTimer(milliseconds: 2560)
      try await peer.close()
      let server = Server(routes: GrpcTesting.TestService.routes(TestService()), loops: loops)
      _ = try await server.start(listen: address)
      await timers.fire(milliseconds: 2560)
      let answered = try await patient
      #expect(answered == nil)
      // A connection that came about begins the count anew.
      await server.drain(graceSeconds: 0)
      let gone = try await status(channel)
      #expect(gone?.code == .unavailable)
      await timers.awaitTimer(milliseconds: 1000)
      #expect(
        timers.delays(besides: Self.connectMilliseconds, Self.keepaliveMilliseconds)
          == [1000, 1600, 2560, 1000])
      await channel.close()
    }
  }

  @Test("A server that never says hello is given up after a while")
  func noSettings() async throws {
    try await withLoops { loops in
      // The beginning of a frame, and no more.
      let peer = try await RawPeer(loops, says: [0])
      let timers = ManualTimers()
      let channel = Channel(to: [peer.address], loops: loops, means: timers.means)
      async let failing = status(channel)
      await timers.fire(milliseconds: Self.connectMilliseconds)
      let failed = try await failing
      #expect(
        failed?.message == "Cannot connect to \(peer.address): no answer within 20 s")
      await channel.close()
      try await peer.close()
    }
  }

  @Test("A server that falls silent under a call is asked, and given up when it does not answer")
  func silentServer() async throws {
    try await withLoops { loops in
      let peer = try await RawPeer(loops, says: RawPeer.emptySettings)
      let timers = ManualTimers()
      var limits = ChannelLimits()
      limits.connectSeconds = 7
      let channel = Channel(to: [peer.address], loops: loops, limits: limits, means: timers.means)
      async let failing = status(channel)
      // Before the call has begun, and after the SETTINGS, there is no reason to ask.
      while !timers.isSet(milliseconds: Self.keepaliveTimeoutMilliseconds) {
        await timers.fire(milliseconds: Self.keepaliveMilliseconds)
      }
      await timers.fire(milliseconds: Self.keepaliveTimeoutMilliseconds)
      let failed = try await failing
      #expect(
        failed == Status(.unavailable, "The connection was lost: the server is silent."))
      await channel.close()
      try await peer.close()
    }
  }

  // MARK: Several addresses

  /// Runs servers on addresses of their own and a channel to all of them; each counts its calls.
  private func withServers(
    _ hosts: [String], besides others: [ListenAddress] = [],
    _ body: ([Server], [Counter], Channel, EventLoops) async throws -> Void
  ) async throws {
    try await withLoops { loops in
      let counters = hosts.map { _ in Counter() }
      let servers = counters.map { counter in Self.server(counter, loops) }
      var addresses = others
      for (server, host) in zip(servers, hosts) {
        addresses.append(try await server.start(listen: .tcp(host: host, port: 0)))
      }
      let channel = Channel(to: addresses, loops: loops)
      let result: Result<Void, any Error>
      do {
        result = .success(try await body(servers, counters, channel, loops))
      } catch {
        result = .failure(error)
      }
      await channel.close()
      for server in servers { await server.drain(graceSeconds: 0) }
      try result.get()
    }
  }

  private static func server(_ counter: Counter, _ loops: EventLoops) -> Server {
    let route = Route.unary(GrpcTesting.TestService.emptyCall) {
      (_: GrpcTesting.Empty, _) -> GrpcTesting.Empty in
      _ = counter.next()
      return .init()
    }
    return Server(routes: [route], loops: loops)
  }

  /// Calls until every server has answered one: then every connection is there.
  private func warmUp(_ channel: Channel, _ counters: [Counter]) async throws {
    for _ in 0..<10_000 where counters.contains(where: { $0.value == 0 }) {
      let failed = try await status(channel)
      #expect(failed == nil)
    }
  }

  @Test("Servers on several addresses get their share of the calls in turn")
  func turns() async throws {
    try await withServers(["127.0.0.1", "127.0.0.2", "127.0.0.3"]) { _, counters, channel, _ in
      try await warmUp(channel, counters)
      let before = counters.map(\.value)
      for _ in 0..<30 {
        let failed = try await status(channel)
        #expect(failed == nil)
      }
      #expect(zip(counters, before).map { $0.value - $1 } == [10, 10, 10])
    }
  }

  @Test("While one address is down, calls go to the others and none fails")
  func oneDown() async throws {
    var down = ListenAddress.tcp(host: "127.0.0.4", port: 1)
    try await withLoops { down = try await closedPort($0, host: "127.0.0.4") }
    try await withServers(["127.0.0.1", "127.0.0.2"], besides: [down]) { _, counters, channel, _ in
      try await warmUp(channel, counters)
      for _ in 0..<20 {
        let failed = try await status(channel)
        #expect(failed == nil)
      }
    }
  }

  @Test("When every address is down the caller hears of each")
  func allDown() async throws {
    try await withLoops { loops in
      let down = [
        try await closedPort(loops, host: "127.0.0.4"),
        try await closedPort(loops, host: "127.0.0.5"),
      ]
      let channel = Channel(to: down, loops: loops)
      let message = try await status(channel)?.message
      #expect(
        message
          == down.map { "Cannot connect to \($0): Connection refused" }.joined(separator: "; "))
      await channel.close()
    }
  }

  @Test("A server that drains under load hands its callers to the others without a failed call")
  func drain() async throws {
    try await withServers(["127.0.0.1", "127.0.0.2"]) { servers, counters, channel, _ in
      try await warmUp(channel, counters)
      let (drained, failures) = (Counter(), Counter())
      try await withThrowingTaskGroup { group in
        for _ in 0..<16 {
          group.addTask {
            while drained.value == 0 {
              if try await status(channel) != nil { _ = failures.next() }
            }
          }
        }
        group.addTask {
          await servers[0].drain(graceSeconds: 60)
          _ = drained.next()
        }
        try await group.waitForAll()
      }
      #expect(failures.value == 0)
      let last = counters[0].value
      for _ in 0..<10 {
        let failed = try await status(channel)
        #expect(failed == nil)
      }
      #expect(counters[0].value == last)
    }
  }

  // MARK: Names

  /// Means whose name server answers with these addresses, one list a question.
  private static func means(
    answering answers: [[ListenAddress]], timers: ManualTimers? = nil, asked: Counter = Counter()
  ) -> ChannelMeans {
    var means = timers?.means ?? .system
    means.resolve = { loop, _, _ in
      let answer = answers[min(asked.next(), answers.count) - 1]
      return loop.makeCompletedFuture {
        try answer.map { place in
          guard case .tcp(let host, let port) = place else { throw Status(.internal) }
          return try SocketAddress(ipAddress: host, port: port)
        }
      }
    }
    return means
  }

  @Test("Every address of a name gets calls, and a lost connection has the name asked again")
  func name() async throws {
    try await withLoops { loops in
      let counters = (0..<3).map { _ in Counter() }
      let servers = counters.map { Self.server($0, loops) }
      var addresses: [ListenAddress] = []
      for (index, server) in servers.enumerated() {
        addresses.append(
          try await server.start(listen: .tcp(host: "127.0.0.\(index + 1)", port: 0)))
      }
      var limits = ChannelLimits()
      limits.resolveSeconds = 0
      let channel = Channel(
        to: [.tcp(host: "siyu.example", port: 1)], loops: loops, limits: limits,
        means: Self.means(answering: [Array(addresses[..<2]), Array(addresses[1...])]))
      try await warmUp(channel, Array(counters[..<2]))
      await servers[0].drain(graceSeconds: 0)
      // The second answer has the third server in it, and no longer the first.
      try await warmUp(channel, counters)
      await channel.close()
      for server in servers[1...] { await server.drain(graceSeconds: 0) }
    }
  }

  @Test("A name that is not known fails calls, and is asked again later each time")
  func unknownName() async throws {
    try await withLoops { loops in
      let timers = ManualTimers()
      let asked = Counter()
      let channel = Channel(
        to: [.tcp(host: "siyu.example", port: 7)], loops: loops,
        means: Self.means(answering: [[]], timers: timers, asked: asked))
      for delay in [1000, 1600, 2560] {
        let failed = try await status(channel)
        #expect(
          failed
            == Status(.unavailable, "Cannot connect to siyu.example:7: siyu.example has no address")
        )
        await timers.fire(milliseconds: delay)
      }
      #expect(asked.value == 3)
      await channel.close()
    }
  }

  @Test("A name server that does not answer holds no call beyond its deadline or the time limit")
  func silentNameServer() async throws {
    try await withLoops { loops in
      let never = loops.all.next().makePromise(of: [SocketAddress].self)
      let timers = ManualTimers()
      var means = timers.means
      means.resolve = { _, _, _ in never.futureResult }
      let channel = Channel(to: [.tcp(host: "siyu.example", port: 7)], loops: loops, means: means)
      let late = try await status(channel, .init(timeoutMilliseconds: 20))
      #expect(late?.code == .deadlineExceeded)
      async let failing = status(channel)
      await timers.fire(milliseconds: Self.connectMilliseconds)
      let failed = try await failing
      #expect(
        failed?.message
          == "Cannot connect to siyu.example:7: no name server answered for siyu.example")
      await channel.close()
      never.succeed([])
    }
  }

  @Test("A name of the system's own leads to the server behind one of its addresses")
  func systemNames() async throws {
    try await RunningServer.run { running in
      let channel = Channel(
        to: .tcp(host: "localhost", port: running.address.port!), loops: running.loops)
      let failed = try await status(channel)
      #expect(failed == nil)
      await channel.close()
    }
  }
}
