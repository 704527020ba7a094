import Fixtures
import Messages
import RPC
import Testing

@Suite("WatchChanges", .timeLimit(.minutes(5)))
struct ChangeTests {
  @Test("A watcher goes on after its cursor, and hears what is to come")
  func resume() async throws {
    try await withCustomers { customers in
      for number in 1...3 { try await customers.add("a", "wm\(number)") }
      let all = try await customers.firstChanges(3)
      #expect(all.map(\.sequence) == [1, 2, 3])
      #expect(all.allSatisfy { $0.origin == .api })
      #expect(try await customers.firstChanges(2, after: all[0].cursor) == Array(all[1...]))
      async let heard = customers.firstChanges(1, after: all[2].cursor)
      let later = try await customers.add("b", "wm4")
      #expect(try await heard.map(\.event) == [.relationAdded(later)])
    }
  }

  @Test("What fails is no event, and a corp hears of itself alone")
  func nothing() async throws {
    try await withCustomers { customers in
      let first = try await customers.add("a", "wm1")
      await expectFailure(.alreadyExists, "RELATION_EXISTS") { try await customers.add("a", "wm1") }
      _ = try await customers.relations.addRelation(
        .init(customer: .init(externalUserid: "wm7"), relation: .init(userid: "z")),
        options: otherCorp)
      let second = try await customers.add("a", "wm2")
      let changes = try await customers.firstChanges(2)
      #expect(changes.map(\.event) == [.relationAdded(first), .relationAdded(second)])
    }
  }

  @Test("A cursor that is none, or of another database, is refused")
  func badCursor() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      let cursor = try await customers.firstChanges(1)[0].cursor
      await expectFailure(.invalidArgument, "BAD_CURSOR", field: "after") {
        try await customers.firstChanges(1, after: "x")
      }
      await expectFailure(.outOfRange, "FOREIGN_CURSOR", field: "after") {
        try await Fixtures.firstChanges(
          1, of: customers.changes.watchChanges(.init(after: cursor), options: otherCorp))
      }
    }
  }
}
