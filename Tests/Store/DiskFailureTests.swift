import Store
import Testing

@Suite("Failing disks")
struct DiskFailureTests {
  private let scratch = Scratch()

  private func setPageLimit(_ sql: String, _ database: Database) async throws {
    _ = try await database.write { try $0.first(sql) { $0.int(0) } }
  }

  @Test("A full disk fails the whole batch, is told, and is over when there is room")
  func full() async throws {
    // Nobody looks for room meanwhile.
    try await withDatabase(.init(probeMilliseconds: 600_000)) { database in
      _ = try await database.write { try TagTable.insert("a", in: $0) }
      let pages = try database.read { try $0.first("PRAGMA page_count") { $0.int(0) } } ?? 0
      try await setPageLimit("PRAGMA max_page_count = \(pages + 2)", database)

      let gate = Gate()
      let holding = await database.holdWriter(gate)
      let small = Task.immediate { try await database.write { try TagTable.insert("b", in: $0) } }
      let large = Task.immediate {
        try await database.write { writer in
          try writer.run(
            "INSERT INTO tag (name, note) VALUES ($1, $2)", "c",
            String(repeating: "n", count: 50_000)
          )
        }
      }
      gate.open()
      try await holding.value
      await #expect(throws: StoreError.full) { try await small.value }
      await #expect(throws: StoreError.full) { try await large.value }
      #expect(database.health == .full)
      #expect(try database.read(TagTable.names) == ["a"])

      try await setPageLimit("PRAGMA max_page_count = 1000000", database)
      #expect(database.health == .serving)
      _ = try await database.write { try TagTable.insert("d", in: $0) }
      #expect(try database.read(TagTable.names) == ["a", "d"])
    }
  }

  @Test("A database whose disk was full finds out by itself that there is room, and tells")
  func roomAgain() async throws {
    FailingDisk.install()
    let (events, event) = AsyncStream.makeStream(of: Database.Event.self)
    let options = Database.Options(
      probeMilliseconds: 1, vfs: FailingDisk.vfs, observe: { event.yield($0) })
    try await withDatabase(options, in: scratch) { database in
      FailingDisk.fill(scratch.path + "-wal")
      await #expect(throws: StoreError.full) {
        try await database.write { try TagTable.insert("a", in: $0) }
      }
      #expect(database.health == .full)
      FailingDisk.makeRoom(for: scratch.path + "-wal")
      var told: [String] = []
      for await event in events {
        switch event {
        case .committed: continue
        case .refused(let count, let error): told.append("refused \(count): \(error)")
        case .health(let health): told.append("\(health)")
        }
        if case .health(.serving) = event { break }
      }
      #expect(told == ["full", "refused 1: the disk is full", "serving"])
      #expect(database.health == .serving)
      let count = try database.read(TagTable.count)
      #expect(count == 0)
    }
  }

  @Test("A body that catches the full disk does not hide it")
  func caughtFull() async throws {
    try await withDatabase { database in
      let pages = try database.read { try $0.first("PRAGMA page_count") { $0.int(0) } } ?? 0
      try await setPageLimit("PRAGMA max_page_count = \(pages)", database)
      await #expect(throws: StoreError.full) {
        try await database.write { writer in
          try TagTable.insert("a", in: writer)
          let note = String(repeating: "n", count: 50_000)
          _ = try? writer.run("INSERT INTO tag (name, note) VALUES ($1, $2)", "b", note)
        }
      }
      #expect(try database.read(TagTable.count) == 0)
    }
  }

  @Test("After a failed fsync nothing is acknowledged, reads go on, and what was is kept")
  func failedSync() async throws {
    FailingDisk.install()
    let options = Database.Options(vfs: FailingDisk.vfs)
    try await withDatabase(options, in: scratch) { database in
      _ = try await database.write { try TagTable.insert("kept", in: $0) }
      let waiter = Task.immediate { try await database.commit(after: 1) }
      FailingDisk.failSync(of: scratch.path + "-wal")
      try await expectStopped { _ = try await database.write { try TagTable.insert("b", in: $0) } }
      // The disk may well say that it is fine again: what it lost meanwhile is lost.
      FailingDisk.repair(scratch.path + "-wal")
      try await expectStopped { _ = try await database.write { try TagTable.insert("c", in: $0) } }
      try await expectStopped { _ = try await waiter.value }
      guard case .stopped = database.health else {
        Issue.record("\(database.health)")
        return
      }
      #expect(try database.read(TagTable.names) == ["kept"])
    }
    // Closing has left the log for the next open to recover.
    #expect(try #require(scratch.size(of: scratch.path + "-wal")) > 0)
    try await withDatabase(options, in: scratch) { database in
      let names = try database.read(TagTable.names)
      #expect(names.first == "kept")
      #expect(!names.contains("c"))
      #expect(database.health == .serving)
    }
  }

  @Test("What a process that never synced has left in the log is on disk before it is read")
  func unsyncedLog() async throws {
    FailingDisk.install()
    let options = Database.Options(vfs: FailingDisk.vfs)
    try await withDatabase(options, in: scratch) { database in
      _ = try await database.write { try TagTable.insert("synced", in: $0) }
      FailingDisk.failSync(of: scratch.path + "-wal")
      try await expectStopped { _ = try await database.write { try TagTable.insert("b", in: $0) } }
    }
    // The disk is as bad as before: what cannot be brought to it is not shown.
    #expect(throws: StoreError.self) {
      try Database.open(path: scratch.path, migrations: [TagTable.migration], options: options)
    }
    FailingDisk.repair(scratch.path + "-wal")
    try await withDatabase(options, in: scratch) { database in
      let names = try database.read(TagTable.names)
      #expect(names.first == "synced")
      #expect(scratch.size(of: scratch.path + "-wal") == 0)
    }
  }

  @Test("A checkpoint that fails to reach the disk stops writing and keeps the log")
  func failedCheckpoint() async throws {
    FailingDisk.install()
    let options = Database.Options(checkpointPages: 1, vfs: FailingDisk.vfs)
    try await withDatabase(options, in: scratch) { database in
      FailingDisk.failSync(of: scratch.path)
      _ = try await database.write { try TagTable.insert("kept", in: $0) }
      try await expectStopped { _ = try await database.commit(after: 1) }
      try await expectStopped { _ = try await database.write { try TagTable.insert("b", in: $0) } }
    }
    #expect(try #require(scratch.size(of: scratch.path + "-wal")) > 0)
    FailingDisk.repair(scratch.path)
    try await withDatabase(options, in: scratch) { database in
      let names = try database.read(TagTable.names)
      #expect(names == ["kept"])
    }
  }

  private func expectStopped(_ body: () async throws -> Void) async throws {
    let error = await #expect(throws: StoreError.self) { try await body() }
    guard case .stopped = error else {
      Issue.record("not stopped but \(String(describing: error))")
      return
    }
  }
}
