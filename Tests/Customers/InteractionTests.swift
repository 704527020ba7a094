import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("RecordInteractions", .timeLimit(.minutes(5)))
struct InteractionTests {
  @Test("Messages alone are counted for the relation, and make its member the last who chatted")
  func counted() async throws {
    try await withCustomers { customers in
      try await customers.add("lili", "wm1")
      let morning = customers.today(hour: 7)
      let outcome = try await customers.record(
        .sample("lili", "wm1", .fromCustomer, at: morning),
        .sample("LILI", "wm1", .fromMember, at: morning + 90))
      #expect(outcome == .init(recordedCount: 2))
      let context = try await customers.context("lili", "wm1") { $0.memberMessageCount == 1 }
      #expect(context.last30Days?.customerMessageCount == 1)
      #expect(context.last30Days?.dayCount == 1)
      #expect(context.relation?.lastChatTime == .init(seconds: morning + 90))
      // What was told late does not take it back.
      try await customers.record(.sample("lili", "wm1", .fromCustomer, at: morning - 3600))
      let later = try await customers.context("lili", "wm1") { $0.customerMessageCount == 2 }
      #expect(later.relation?.lastChatTime == .init(seconds: morning + 90))
    }
  }

  @Test("The same told again counts once; others in the same moment are others")
  func repetitions() async throws {
    try await withCustomers { customers in
      try await customers.add("lili", "wm1")
      try await customers.add("lili", "wm2")
      let morning = customers.today(hour: 7)
      let first = CustomersV1.Interaction.sample("lili", "wm1", .fromMember, at: morning)
      var another = first
      another.interactionID = "m2"
      try await customers.record(
        first, first, another, .sample("lili", "wm1", .fromCustomer, at: morning),
        .sample("lili", "wm2", .fromMember, at: morning))
      try await customers.record(first, another)
      try await customers.record(.sample("lili", "wm1", .fromMember, at: morning + 1))
      let context = try await customers.context("lili", "wm1") { $0.memberMessageCount >= 3 }
      #expect(context.last30Days?.memberMessageCount == 3)
      #expect(context.last30Days?.customerMessageCount == 1)
      let other = try await customers.context("lili", "wm2") { $0.memberMessageCount >= 1 }
      #expect(other.last30Days?.memberMessageCount == 1)
    }
  }

  @Test("Items that break a rule are left out by their place, the others are kept")
  func failures() async throws {
    try await withCustomers { customers in
      try await customers.add("lili", "wm1")
      let now = customers.now
      let dayBefore = 86_400 * 3
      var group = CustomersV1.Interaction.sample("lili", "wm1", .fromMember, at: now)
      group.conversationID = "not an id"
      var long = CustomersV1.Interaction.sample("lili", "wm1", .fromMember, at: now)
      long.interactionID = String(repeating: "m", count: 65)
      var timeless = CustomersV1.Interaction.sample("lili", "wm1", .fromMember, at: now)
      timeless.interactionTime = nil
      let outcome = try await customers.record(
        .sample("lili", "wm1", .fromMember, at: now),
        .sample("-", "wm1", .fromMember, at: now),
        .sample("lili", "", .fromMember, at: now),
        .sample("lili", "wm2", .fromMember, at: now),
        .sample("nobody", "wm1", .fromMember, at: now),
        .sample("lili", "wm1", .unspecified, at: now),
        .sample("lili", "wm1", .fromMember, kind: .init(rawValue: 9), at: now),
        timeless,
        .sample("lili", "wm1", .fromMember, at: now + 1),
        .sample("lili", "wm1", .fromMember, at: customers.today(hour: 0) - Int64(dayBefore) - 1),
        .sample("lili", "wm1", .fromMember, at: customers.today(hour: 0) - Int64(dayBefore)),
        group, long)
      #expect(outcome.recordedCount == 2)
      #expect(outcome.failedCount == 11)
      #expect(
        outcome.failures.map(\.key) == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "11", "12"])
      #expect(
        outcome.failures.map(\.reason) == [
          "BAD_USERID", "REQUIRED", "NOT_RELATED", "NOT_RELATED", "UNKNOWN_VALUE",
          "UNKNOWN_VALUE", "REQUIRED", "IN_THE_FUTURE", "TOO_OLD", "BAD_ID", "TOO_LONG",
        ])
      #expect(outcome.failures.map(\.errcode).prefix(4) == [40003, 41035, 84061, 84061])
    }
  }

  @Test("A batch of 1000 is taken; none and 1001 are refused")
  func batchSize() async throws {
    try await withCustomers { customers in
      try await customers.add("lili", "wm1")
      let morning = customers.today(hour: 7)
      let full = (0..<1000).map {
        CustomersV1.Interaction.sample("lili", "wm1", .fromMember, at: morning - Int64($0))
      }
      #expect(
        try await customers.interactions.recordInteractions(
          .init(interactions: full)
        ).recordedCount == 1000)
      await expectFailure(.invalidArgument, "REQUIRED", field: "interactions") {
        try await customers.interactions.recordInteractions(.init())
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "interactions") {
        try await customers.interactions.recordInteractions(.init(interactions: full + full[..<1]))
      }
      let context = try await customers.context("lili", "wm1") { $0.memberMessageCount == 1000 }
      #expect(context.last30Days?.dayCount == 1)
    }
  }

  @Test("A stream is resumed by sending its batches again, each by its request_id")
  func stream() async throws {
    try await withCustomers { customers in
      try await customers.add("lili", "wm1")
      let morning = customers.today(hour: 7)
      let batches = (0..<3).map { batch in
        CustomersV1.RecordInteractionsRequest(
          interactions: [.sample("lili", "wm1", .fromMember, at: morning + Int64(batch))],
          requestID: "batch-\(batch)")
      }
      _ = try await customers.interactions.importInteractions { try await $0.send(batches[0]) }
      let outcome = try await customers.interactions.importInteractions { stream in
        for batch in batches { try await stream.send(batch) }
      }
      #expect(outcome.recordedCount == 3)
      let told = try await customers.firstChanges(4).suffix(3)
      #expect(told.allSatisfy { $0.event?.kind == "interactions recorded" })
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await customers.interactions.importInteractions { stream in
          try await stream.send(
            .init(interactions: batches[1].interactions, requestID: batches[0].requestID))
        }
      }
    }
  }

  @Test("More than may wait are refused whole, and nothing of them is kept")
  func backlog() async throws {
    try await withCustomers(policies: policies(["interactions_waiting_max": 2])) { customers in
      try await customers.add("lili", "wm1")
      let morning = customers.today(hour: 7)
      let failure = await expectFailure(
        .resourceExhausted, "TOO_MANY_INTERACTIONS_WAIT", errcode: 45009
      ) {
        try await customers.interactions.recordInteractions(
          .init(interactions: (0..<3).map { .sample("lili", "wm1", .fromMember, at: morning + $0) })
        )
      }
      #expect(failure?.message == "More than 2 interactions would wait to be counted.")
      try await customers.record(.sample("lili", "wm1", .fromMember, at: morning + 9))
      let context = try await customers.context("lili", "wm1") { $0.memberMessageCount > 0 }
      #expect(context.last30Days?.memberMessageCount == 1)
    }
  }

  @Test("What was recorded before the service died is counted by the next, once")
  func restarted() async throws {
    let folder = try TemporaryFolder()
    let clock = Clock.stepped(from: Instant(seconds: 1_767_571_200))
    let morning: Int64 = 1_767_571_000
    for round in 0..<3 {
      let service = try await RunningService.start(
        CustomersService.self, in: folder, clock: clock)
      let customers = CustomersCaller(service)
      if round == 0 { try await customers.add("lili", "wm1") }
      // The drain interrupts the counting wherever it is; the first is told in every round.
      for number in 0..<20 {
        try await customers.record(
          .sample("lili", "wm1", .fromMember, at: morning),
          .sample("lili", "wm1", .fromMember, at: morning - Int64(20 * round + number) - 1))
      }
      if round == 2 {
        let context = try await customers.context("lili", "wm1") { $0.memberMessageCount >= 61 }
        #expect(context.last30Days?.memberMessageCount == 61)
        #expect(try await customers.behavior(of: ["lili"]).map(\.messageCnt) == [61])
      }
      await service.stop()
    }
  }
}
