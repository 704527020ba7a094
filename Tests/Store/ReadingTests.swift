import Testing

@testable import Store

@Suite("Reading")
struct ReadingTests {
  @Test("A read sees what was answered before it, in a turn too")
  func readYourWrites() async throws {
    try await withDatabase { database in
      let gate = Gate()
      async let counts = onThread {
        ReadTurn.begin()
        defer { ReadTurn.end() }
        let before = try database.read(TagTable.count)
        gate.hold()
        return [before, try database.read(TagTable.count)]
      }
      await gate.reachedByBody()
      _ = try await database.write { try TagTable.insert("a", in: $0) }
      gate.open()
      #expect(try await counts == [0, 1])
    }
  }

  @Test("One read sees one state, whatever is committed meanwhile")
  func snapshot() async throws {
    try await withDatabase { database in
      let gate = Gate()
      async let counts = onThread {
        try database.read { reader in
          let before = try TagTable.count(in: reader)
          gate.hold()
          // A read inside a read shares its view.
          return [
            before, try TagTable.count(in: reader), try database.read(TagTable.count),
          ]
        }
      }
      await gate.reachedByBody()
      _ = try await database.write { try TagTable.insert("a", in: $0) }
      gate.open()
      #expect(try await counts == [0, 0, 0])
    }
  }

  @Test("The reads of a turn share a transaction, which ends with the turn")
  func turn() async throws {
    try await withDatabase { database in
      let held = try await onThread {
        func holdsTransaction() throws -> Bool {
          try ThisThread.current.reader(of: database).isInUse
        }
        var held: [Bool] = []
        _ = try database.read(TagTable.count)
        held.append(try holdsTransaction())
        ReadTurn.begin()
        _ = try database.read(TagTable.count)
        held.append(try holdsTransaction())
        ReadTurn.end()
        held.append(try holdsTransaction())
        return held
      }
      #expect(held == [false, true, false])
    }
  }

  @Test("A reader cannot write")
  func readOnly() async throws {
    try await withDatabase { database in
      #expect(throws: StoreError.self) {
        try database.read { try $0.exists("INSERT INTO tag (name) VALUES ('a') RETURNING 1") }
      }
      #expect(database.health == .serving)
    }
  }

  @Test("A thread reads from more databases than it keeps readers for")
  func manyDatabases() async throws {
    let scratch = Scratch()
    let databases = try (0..<ThisThread.readerLimit + 10).map { number in
      try Database.open(
        path: "\(scratch.folder)/\(number).db", migrations: [TagTable.migration])
    }
    let total = try await onThread {
      var total = 0
      for _ in 0..<2 {
        for database in databases { total += try database.read(TagTable.count) }
      }
      return total
    }
    #expect(total == 0)
    for database in databases { await database.close() }
  }

  @Test("Closing takes the readers of all threads")
  func closing() async throws {
    let scratch = Scratch()
    try await withDatabase(in: scratch) { database in
      let gate = Gate()
      async let outcome = onThread { () -> StoreError? in
        ReadTurn.begin()
        defer { ReadTurn.end() }
        _ = try database.read(TagTable.count)
        gate.hold()
        do { _ = try database.read(TagTable.count) } catch { return error as? StoreError }
        return nil
      }
      await gate.reachedByBody()
      await database.close()
      #expect(scratch.size(of: scratch.path + "-wal") == nil)
      gate.open()
      let refusal = try await outcome
      #expect(refusal == .closed)
    }
  }
}
