import Store
import Synchronization
import Testing

/// A clock that a test moves by hand.
private final class Hands: Sendable {
  private let moved = Mutex(Duration.zero)
  private let start = ContinuousClock.now

  var now: ContinuousClock.Instant { start + moved.withLock { $0 } }

  func advance(by duration: Duration) { moved.withLock { $0 += duration } }

  var options: Database.Options { .init(clock: { self.now }) }
}

@Suite("Deadlines of writes")
struct DeadlineTests {
  @Test("A write whose deadline has passed is refused before it queues")
  func passed() async throws {
    let hands = Hands()
    try await withDatabase(hands.options) { database in
      await #expect(throws: StoreError.tooLate) {
        try await database.write(deadline: hands.now) { try TagTable.insert("a", in: $0) }
      }
      _ = try await database.write(deadline: hands.now + .milliseconds(1)) {
        try TagTable.insert("b", in: $0)
      }
      #expect(try database.read(TagTable.names) == ["b"])
    }
  }

  @Test("A write whose deadline passes while it queues never runs")
  func passesInQueue() async throws {
    let hands = Hands()
    try await withDatabase(hands.options) { database in
      let gate = Gate()
      let holding = await database.holdWriter(gate)
      let deadline = hands.now + .milliseconds(10)
      let late = Task.immediate {
        try await database.write(deadline: deadline) { try TagTable.insert("late", in: $0) }
      }
      let patient = Task.immediate {
        try await database.write { try TagTable.insert("patient", in: $0) }
      }
      hands.advance(by: .milliseconds(10))
      gate.open()
      try await holding.value
      await #expect(throws: StoreError.tooLate) { try await late.value }
      _ = try await patient.value
      #expect(try database.read(TagTable.names) == ["patient"])
    }
  }

  @Test("A write is refused at once when those before it surely take longer than it has")
  func hopeless() async throws {
    let hands = Hands()
    try await withDatabase(hands.options) { database in
      // Bodies take a second each here, as far as the writer can know.
      _ = try await database.write { writer in
        hands.advance(by: .seconds(1))
        return try TagTable.insert("slow", in: writer)
      }
      let gate = Gate()
      let holding = await database.holdWriter(gate)
      let deadline = hands.now + .milliseconds(900)
      let first = Task.immediate {
        try await database.write(deadline: deadline) { try TagTable.insert("first", in: $0) }
      }
      await #expect(throws: StoreError.tooLate) {
        try await database.write(deadline: deadline) { try TagTable.insert("second", in: $0) }
      }
      let third = Task.immediate {
        try await database.write(deadline: deadline + .seconds(1)) {
          try TagTable.insert("third", in: $0)
        }
      }
      gate.open()
      try await holding.value
      _ = try await (first.value, third.value)
      #expect(try database.read(TagTable.names) == ["slow", "first", "third"])
    }
  }
}
