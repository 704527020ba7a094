import Testing

@testable import Store

/// Counts without end, within one step of one statement.
private let endless = """
  WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number)
  SELECT count(*) FROM number
  """

@Suite("Scans")
struct ScanTests {
  @Test("A scan reads what has been written")
  func scan() async throws {
    try await withDatabase { database in
      _ = try await database.write { try TagTable.insert("a", in: $0) }
      #expect(try await database.scan { try TagTable.names(in: $0) } == ["a"])
    }
  }

  @Test("A cancelled scan ends within its statement")
  func cancelled() async throws {
    try await withDatabase { database in
      let gate = Gate()
      let scan = Task {
        try await database.scan { reader in
          gate.hold()
          return try reader.exists(endless)
        }
      }
      await gate.reachedByBody()
      gate.open()
      scan.cancel()
      await #expect(throws: CancellationError.self) { try await scan.value }
    }
  }

  @Test("A cancelled scan ends between rows")
  func cancelledBetweenRows() async throws {
    try await withDatabase { database in
      _ = try await database.write { writer in
        for number in 0..<10 { try TagTable.insert("\(number)", in: writer) }
      }
      let gate = Gate()
      let scan = Task {
        try await database.scan { reader in
          try reader.each("SELECT id FROM tag") { row in
            if row.int(0) == 1 { gate.hold() }
            if row.int(0) > 1 { throw Refusal() }
          }
        }
      }
      await gate.reachedByBody()
      scan.cancel()
      gate.open()
      await #expect(throws: CancellationError.self) { try await scan.value }
    }
  }

  @Test("A scan over its time is ended")
  func timeCap() async throws {
    try await withDatabase { database in
      await #expect(throws: StoreError.timeCap(milliseconds: 1)) {
        try await database.scan(limitMilliseconds: 1) { try $0.exists(endless) }
      }
      let count = try await database.scan(TagTable.count)
      #expect(count == 0)
    }
  }

  @Test("Closing the database ends its scans")
  func closing() async throws {
    try await withDatabase { database in
      let gate = Gate()
      let scan = Task {
        try await database.scan { reader in
          gate.hold()
          return try reader.exists(endless)
        }
      }
      await gate.reachedByBody()
      gate.open()
      await database.close()
      await #expect(throws: StoreError.closed) { try await scan.value }
    }
  }

  @Test("Scans over the queue's limit are refused by the queue's name")
  func queueLimit() async throws {
    try await withDatabase { database in
      let threads = ReaderThreads(threadLimit: 1, queueLimit: 1)
      @Sendable func scan(_ body: @escaping @Sendable () -> Void) async throws {
        try await BodyJob<Reader, Void>.result(of: { _ in body() }) { job in
          threads.submit(
            .init(database: database.id, job: job) { job in
              try? database.read { try job.run($0) }
            })
        }
      }
      let gate = Gate()
      let running = Task.immediate { try await scan { gate.hold() } }
      await gate.reachedByBody()
      let waiting = Task.immediate { try await scan {} }
      await #expect(throws: StoreError.queueFull(name: "scans", limit: 1)) { try await scan {} }
      gate.open()
      try await running.value
      try await waiting.value
    }
  }
}
