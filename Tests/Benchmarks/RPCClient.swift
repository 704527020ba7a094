import ArgumentParser
import Glibc
import Messages
import RPC

/// Our client, as busy as it can be, on one event loop.
struct RPCClient: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rpc-client",
    abstract: "Makes calls, checks the answers, and prints the CPU seconds that took it.")

  enum Work: String, ExpressibleByArgument, CaseIterable {
    /// Calls of GetCustomer, one in flight for each of `--streams` on each connection.
    case get
    /// One stream of customers from the server.
    case list
    /// One stream of customers to the server.
    case `import`
    /// Messages of 4 MiB there and back, one after another.
    case echo
  }

  @Option(help: "Where the server listens: HOST:PORT or unix:PATH.")
  var server: String

  @Option(help: "What to do: \(Work.allCases.map(\.rawValue).joined(separator: ", ")).")
  var work = Work.get

  @Option(help: "Calls, or messages of a stream.")
  var count = 100_000

  @Option(help: "Connections, for get.")
  var connections = 16

  @Option(help: "Calls in flight on each connection, for get.")
  var streams = 32

  func run() async throws {
    guard let address = ListenAddress(parsing: server) else {
      throw ValidationError("--server takes HOST:PORT or unix:PATH, not '\(server)'")
    }
    let loops = EventLoops(threads: 1)
    let channels = (0..<(work == .get ? connections : 1)).map { _ in
      Channel(to: address, loops: loops)
    }
    switch work {
    case .get: try await get(channels)
    case .list: try await list(.init(channels[0]))
    case .import: try await `import`(.init(channels[0]))
    case .echo: try await echo(.init(channels[0]))
    }
    print(Self.cpuSeconds)
    for channel in channels { await channel.close() }
    await loops.shutdown()
  }

  private func get(_ channels: [Channel]) async throws {
    let callers = connections * streams
    let calls = count / callers
    guard calls > 0, count.isMultiple(of: callers) else {
      throw ValidationError("--count must be a multiple of --connections times --streams")
    }
    let wanted = BenchV1.Customer(number: 42)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for channel in channels {
        let client = BenchV1.CustomerServiceClient(channel)
        for _ in 0..<streams {
          group.addTask {
            for _ in 0..<calls {
              let customer = try await client.getCustomer(
                .init(externalUserid: wanted.externalUserid))
              try check(customer == wanted)
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func list(_ client: BenchV1.LoadServiceClient) async throws {
    var came = 0
    for try await _ in client.listCustomers(.init(count: Int64(count))) { came += 1 }
    try check(came == count)
  }

  private func `import`(_ client: BenchV1.LoadServiceClient) async throws {
    let customers = (0..<1000).map(BenchV1.Customer.init(number:))
    let reply = try await client.importCustomers { requests in
      for number in 0..<count { try await requests.send(customers[number % customers.count]) }
    }
    try check(reply.count == count)
  }

  private func echo(_ client: BenchV1.LoadServiceClient) async throws {
    // With its tag and length, the longest message that both sides take.
    let blob = BenchV1.Blob(data: [UInt8](repeating: 7, count: 4 * 1024 * 1024 - 5))
    for _ in 0..<count { try check(try await client.echo(blob) == blob) }
  }

  private func check(_ isRight: Bool) throws {
    if !isRight { throw Status(.dataLoss, "The server answered something else.") }
  }

  /// Of this process.
  private static var cpuSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
