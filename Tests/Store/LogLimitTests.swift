import Foundation
import Synchronization
import Testing

@testable import Store

/// A log can be begun anew only in a moment without readers. Of a busy service there is none by itself.
@Suite("The log stays within its limit", .timeLimit(.minutes(1)))
struct LogLimitTests {
  private static let pageBytes = 4096
  private static let options = Database.Options(checkpointPages: 50, logLimitPages: 200)
  /// A write is some twenty pages: what comes before a checkpoint and behind it is no more than this.
  private static let boundBytes = 3 * options.logLimitPages * pageBytes

  /// Fills the log ten times over; returns the most it held.
  private static func write(to database: Database, _ scratch: Scratch) async throws -> Int {
    let note = String(repeating: "n", count: 16 * pageBytes)
    var largest = 0
    for number in 0..<150 {
      _ = try await database.write { writer in
        try writer.run("INSERT INTO tag (name, note) VALUES ($1, $2)", "\(number)", note)
      }
      largest = max(largest, scratch.size(of: scratch.path + "-wal") ?? 0)
    }
    return largest
  }

  /// Reads until it is over.
  private final class Readers: Sendable {
    let isOver = Atomic(false)
    private let begun = Atomic(0)

    /// For two threads: each ends its turn when the other has begun one.
    func readInTurns(_ database: Database) throws {
      while !isOver.load(ordering: .acquiring) {
        ReadTurn.begin()
        defer { ReadTurn.end() }
        _ = try database.read(TagTable.count)
        let mine = begun.add(1, ordering: .acquiringAndReleasing).newValue
        while begun.load(ordering: .acquiring) == mine, !isOver.load(ordering: .acquiring) {
          sched_yield()
        }
      }
    }
  }

  @Test("While there is always a turn that has read")
  func turns() async throws {
    let scratch = Scratch()
    try await withDatabase(Self.options, in: scratch) { database in
      let readers = Readers()
      async let first: Void = onThread { try readers.readInTurns(database) }
      async let second: Void = onThread { try readers.readInTurns(database) }
      let largest = try await Self.write(to: database, scratch)
      readers.isOver.store(true, ordering: .releasing)
      _ = try await (first, second)
      #expect(largest < Self.boundBytes)
      #expect(try database.read(TagTable.count) == 150)
    }
  }

  @Test("A scan that is held back goes on when those that ran have ended, though nobody writes")
  func held() async throws {
    let scratch = Scratch()
    try await withDatabase(Self.options, in: scratch) { database in
      let gate = Gate()
      let long = Task {
        try await database.scan { reader in
          _ = try TagTable.count(in: reader)
          gate.hold()
        }
      }
      await gate.reachedByBody()
      _ = try await Self.write(to: database, scratch)
      #expect(database.logBytes > Self.boundBytes)
      let next = Task { try await database.scan(TagTable.count) }
      let unwanted = Task { try await database.scan(TagTable.count) }
      try await Task.sleep(for: .milliseconds(50))
      unwanted.cancel()
      await #expect(throws: CancellationError.self) { try await unwanted.value }
      gate.open()
      try await long.value
      #expect(try await next.value == 150)
      // What was copied is written over.
      _ = try await database.write { try TagTable.insert("next", in: $0) }
      #expect(database.logBytes < Self.boundBytes)
    }
  }
}
