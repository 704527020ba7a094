import Directory
import Fixtures
import Foundation
import Messages
import RPC
import Store
import Synchronization
import Testing

/// Services that write and then call the next one, each with what is left of the caller's time.
@Suite("Deadlines along a chain of services")
struct DeadlineChainTests {
  /// One service: its store, and whom it calls.
  private struct Link {
    let database: Database
    let server: Server
    let channel: Channel

    static let migration = Migration(
      name: "visits", sql: "CREATE TABLE visit (id INTEGER PRIMARY KEY) STRICT;")

    static func start(
      _ path: String, next: Channel?, loops: EventLoops
    ) async throws -> Link {
      let database = try Database.open(path: path, migrations: [migration])
      let route = Route.unary(DirectoryV1.CorpService.getCorp) {
        (request: DirectoryV1.GetCorpRequest, call) -> DirectoryV1.Corp in
        _ = try await database.write(deadline: call.deadline?.instant) {
          try $0.run("INSERT INTO visit DEFAULT VALUES")
        }
        if let next {
          _ = try await DirectoryV1.CorpServiceClient(next).getCorp(
            request, options: .init(deadline: call.deadline))
        }
        return .init()
      }
      let server = Server(routes: [route], loops: loops) { error, _ in
        switch error {
        case let status as Status: status
        case StoreError.tooLate: Status(.deadlineExceeded)
        default: Status(.internal, "\(error)")
        }
      }
      let address = try await server.start(listen: .tcp(host: "127.0.0.1", port: 0))
      return Link(
        database: database, server: server, channel: Channel(to: address, loops: loops))
    }

    func visits() throws -> Int {
      try database.read { reader in
        try reader.first("SELECT count(*) FROM visit") { $0.int(0) } ?? 0
      }
    }
  }

  @Test("Nothing is written at the end of the chain once the caller has stopped waiting")
  func nothingAfterExpiry() async throws {
    let folder = try TemporaryFolder()
    let loops = EventLoops(threads: 1)
    let last = try await Link.start(folder.path + "/3.db", next: nil, loops: loops)
    let middle = try await Link.start(folder.path + "/2.db", next: last.channel, loops: loops)
    let first = try await Link.start(folder.path + "/1.db", next: middle.channel, loops: loops)
    let client = DirectoryV1.CorpServiceClient(first.channel)

    _ = try await client.getCorp(.init(), options: .init(timeoutMilliseconds: 60_000))
    for link in [first, middle, last] { #expect(try link.visits() == 1) }

    // From here on the last store is held.
    let gate = DispatchSemaphore(value: 0)
    let (held, isHeld) = AsyncStream.makeStream(of: Void.self)
    let holding = Task {
      try await last.database.write { _ in
        isHeld.yield()
        gate.wait()
      }
    }
    for await _ in held { break }
    let deadlines = [1, 2, 5, 10, 20, 50, 100, 200, 350, 500]
    await withTaskGroup(of: StatusCode?.self) { group in
      for milliseconds in deadlines + deadlines {
        group.addTask {
          do {
            _ = try await client.getCorp(
              .init(), options: .init(timeoutMilliseconds: milliseconds))
            return .ok
          } catch {
            return (error as? Status)?.code
          }
        }
      }
      for await code in group { #expect(code == .deadlineExceeded) }
    }
    // The callers have gone; a drained server has no call left that anybody could wait for.
    for link in [first, middle, last] { await link.server.drain(graceSeconds: 60) }
    gate.signal()
    try await holding.value
    // What queued behind the held write has been settled once this one is.
    try await last.database.write { _ in }
    #expect(try last.visits() == 1)
    #expect(try (1...21).contains(middle.visits()))
    #expect(try (middle.visits()...21).contains(first.visits()))
    for link in [first, middle, last] {
      await link.channel.close()
      await link.database.close()
    }
    await loops.shutdown()
  }
}
