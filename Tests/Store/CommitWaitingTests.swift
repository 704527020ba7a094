import Store
import Testing

@Suite("Waiting for commits")
struct CommitWaitingTests {
  @Test("A commit that has been is told at once")
  func alreadyThere() async throws {
    try await withDatabase { database in
      _ = try await database.write { try TagTable.insert("a", in: $0) }
      #expect(try await database.commit(after: 0) == 1)
    }
  }

  @Test("The next commit wakes all who wait for it")
  func next() async throws {
    try await withDatabase { database in
      let waiters = (0..<10).map { _ in
        Task.immediate { try await database.commit(after: 0) }
      }
      _ = try await database.write { try TagTable.insert("a", in: $0) }
      for waiter in waiters { #expect(try await waiter.value == 1) }
    }
  }

  @Test("A cancelled waiter is let go")
  func cancelled() async throws {
    try await withDatabase { database in
      let waiter = Task.immediate { try await database.commit(after: 0) }
      waiter.cancel()
      await #expect(throws: CancellationError.self) { try await waiter.value }
    }
  }

  @Test("Closing lets go of those who wait")
  func closed() async throws {
    try await withDatabase { database in
      let waiter = Task.immediate { try await database.commit(after: 0) }
      await database.close()
      await #expect(throws: StoreError.closed) { try await waiter.value }
      await #expect(throws: StoreError.closed) { try await database.commit(after: 0) }
    }
  }
}
