import Store
import Synchronization
import Testing

@Suite("Writing")
struct WritingTests {
  @Test("Writes that wait together are committed together")
  func groupCommit() async throws {
    try await withDatabase { database in
      let gate = Gate()
      let holding = await database.holdWriter(gate)
      let writes = (0..<100).map { number in
        Task.immediate { try await database.write { try TagTable.insert("tag \(number)", in: $0) } }
      }
      gate.open()
      try await holding.value
      for write in writes { _ = try await write.value }
      #expect(database.commitCount == 2)
      #expect(try database.read(TagTable.count) == 100)
    }
  }

  @Test("Every one of many concurrent writes is kept")
  func manyWriters() async throws {
    try await withDatabase { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<64 {
          group.addTask {
            for number in 0..<10 {
              _ = try await database.write { try TagTable.insert("\(writer)/\(number)", in: $0) }
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try database.read(TagTable.count) == 640)
    }
  }

  @Test("A body that throws is undone alone and its error reaches its caller")
  func savepoints() async throws {
    try await withDatabase { database in
      let gate = Gate()
      let holding = await database.holdWriter(gate)
      let first = Task.immediate { try await database.write { try TagTable.insert("a", in: $0) } }
      let refused = Task.immediate {
        try await database.write { writer in
          try TagTable.insert("b", in: writer)
          throw Refusal()
        }
      }
      let last = Task.immediate { try await database.write { try TagTable.insert("c", in: $0) } }
      gate.open()
      try await holding.value
      _ = try await (first.value, last.value)
      await #expect(throws: Refusal()) { try await refused.value }
      #expect(try database.read(TagTable.names) == ["a", "c"])
      #expect(database.commitCount == 2)
    }
  }

  @Test("A batch whose bodies all throw commits nothing")
  func nothingToCommit() async throws {
    try await withDatabase { database in
      await #expect(throws: Refusal()) {
        try await database.write { writer in
          try TagTable.insert("a", in: writer)
          throw Refusal()
        }
      }
      #expect(database.commitCount == 0)
      let count = try database.read(TagTable.count)
      #expect(count == 0)
    }
  }

  @Test("A body that takes its time does not keep those before it waiting")
  func batchesEnd() async throws {
    try await withDatabase(.init(batchMilliseconds: 0)) { database in
      let writes = (0..<5).map { number in
        Task.immediate { try await database.write { try TagTable.insert("\(number)", in: $0) } }
      }
      for write in writes { _ = try await write.value }
      #expect(database.commitCount == 5)
      #expect(try database.read(TagTable.names) == ["0", "1", "2", "3", "4"])
    }
  }

  @Test("A write cancelled while it waits never runs")
  func cancelledInQueue() async throws {
    try await withDatabase { database in
      let gate = Gate()
      let holding = await database.holdWriter(gate)
      let cancelled = Task.immediate {
        try await database.write { try TagTable.insert("a", in: $0) }
      }
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      gate.open()
      try await holding.value
      let count = try database.read(TagTable.count)
      #expect(count == 0)
    }
  }

  @Test("A write by a cancelled task never runs")
  func cancelledBefore() async throws {
    try await withDatabase { database in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        _ = try await database.write { try TagTable.insert("a", in: $0) }
      }
      await #expect(throws: CancellationError.self) { try await task.value }
      let count = try database.read(TagTable.count)
      #expect(count == 0)
    }
  }

  @Test("A write cancelled after it began is finished and answered")
  func cancelledTooLate() async throws {
    try await withDatabase { database in
      let gate = Gate()
      let write = Task {
        try await database.write { writer in
          gate.hold()
          return try TagTable.insert("a", in: writer)
        }
      }
      await gate.reachedByBody()
      write.cancel()
      gate.open()
      let id = try await write.value
      #expect(id == 1)
      #expect(try database.read(TagTable.names) == ["a"])
    }
  }

  @Test("A write over the queue's limit is refused by the queue's name")
  func queueLimit() async throws {
    try await withDatabase(.init(writeQueueLimit: 2)) { database in
      let gate = Gate()
      let holding = await database.holdWriter(gate)
      let waiting = (0..<2).map { number in
        Task.immediate { try await database.write { try TagTable.insert("\(number)", in: $0) } }
      }
      await #expect(throws: StoreError.queueFull(name: "writes", limit: 2)) {
        try await database.write { try TagTable.insert("over", in: $0) }
      }
      gate.open()
      try await holding.value
      for write in waiting { _ = try await write.value }
      #expect(try database.read(TagTable.names) == ["0", "1"])
    }
  }

  @Test("A body that ends the transaction by hand fails, and the database goes on")
  func endedByHand() async throws {
    try await withDatabase { database in
      await #expect(throws: StoreError.self) {
        try await database.write { try $0.run("ROLLBACK") }
      }
      _ = try await database.write { try TagTable.insert("a", in: $0) }
      #expect(try database.read(TagTable.names) == ["a"])
    }
  }

  @Test("The writer's thread ends when idle and comes back with the next write")
  func idleThread() async throws {
    try await withDatabase(.init(idleMilliseconds: 0)) { database in
      for number in 0..<50 {
        _ = try await database.write { try TagTable.insert("\(number)", in: $0) }
      }
      #expect(try database.read(TagTable.count) == 50)
    }
  }

  @Test("The log stays near its limit however much is written")
  func logLimit() async throws {
    let scratch = Scratch()
    try await withDatabase(.init(checkpointPages: 8, logLimitPages: 16), in: scratch) { database in
      for number in 0..<200 {
        _ = try await database.write { writer in
          try writer.run(
            "INSERT INTO tag (name, note) VALUES ($1, $2)", "\(number)",
            String(repeating: "n", count: 8000))
        }
      }
      let pages = try #require(scratch.size(of: scratch.path + "-wal")) / 4096
      #expect(pages < 64)
    }
  }
}
