import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Interactions in audiences", .timeLimit(.minutes(5)))
struct AudienceInteractionTests {
  private typealias Condition = CustomersV1.InteractionCondition

  private func audience(_ conditions: Condition...) -> CustomersV1.Audience {
    .init(allOf: conditions.map { .init(anyOf: [.init(condition: .interactions($0))]) })
  }

  @Test("Each counter is counted by itself or with others, of the two or of the customer")
  func counters() async throws {
    try await withCustomers { customers in
      for member in ["a", "b"] { try await customers.add(member, "wm1") }
      try await customers.add("a", "wm2")
      try await customers.add("a", "wm3")
      let morning = customers.today(hour: 7)
      var inGroup = CustomersV1.Interaction.sample("a", "wm2", .fromCustomer, at: morning)
      inGroup.conversationID = "wr1"
      try await customers.record(
        .sample("a", "wm1", .fromMember, at: morning),
        .sample("a", "wm1", .fromCustomer, at: morning),
        .sample("a", "wm1", .fromCustomer, at: morning + 1),
        .sample("b", "wm1", .fromCustomer, at: morning), inGroup,
        .sample("a", "wm2", .fromCustomer, kind: .call, at: morning),
        .sample("a", "wm3", .fromCustomer, kind: .visit, at: morning),
        .sample("a", "wm3", .fromCustomer, kind: .read, at: morning))
      _ = try await customers.context("a", "wm3") { $0.readCount == 1 }
      func who(_ condition: Condition) async throws -> [String] {
        try await customers.recipients(of: audience(condition))
      }
      func having(
        _ counters: [CustomersV1.InteractionCounter], _ least: Int64 = 1, most: Int64? = nil,
        _ scope: Condition.Scope = .relation
      ) async throws -> [String] {
        try await who(
          .init(counters: counters, days: 1, atLeast: least, atMost: most, scope: scope))
      }
      #expect(try await having([.memberMessages]) == ["wm1>a"])
      #expect(try await having([.customerMessages], 2) == ["wm1>a"])
      #expect(try await having([.customerMessages], 1, most: 1) == ["wm1>b"])
      #expect(try await having([.groupMessages]) == ["wm2>a"])
      #expect(try await having([.calls]) == ["wm2>a"])
      #expect(try await having([.visits]) == ["wm3>a"])
      #expect(try await having([.reads]) == ["wm3>a"])
      #expect(try await having([.visits, .reads, .memberMessages], 2) == ["wm3>a"])
      #expect(try await having([], 3) == ["wm1>a"])
      #expect(try await having([], 4) == [])
      #expect(try await having([], 4, .customer) == ["wm1>a"])
      #expect(try await having([.memberMessages], 0, most: 0) == ["wm1>b", "wm2>a", "wm3>a"])
      #expect(try await having([.memberMessages], 0, most: 0, .customer) == ["wm2>a", "wm3>a"])
      // What a member who removed him had to do with him is still the customer's.
      try await customers.remove("a", "wm1", by: .member)
      #expect(try await having([], 4, .customer) == ["wm1>b"])
      let preview = try await customers.audiences.previewAudience(
        .init(
          audience: .init(
            noneOf: [
              .init(condition: .interactions(.init(counters: [.calls], days: 1, atLeast: 1)))
            ])))
      #expect(preview.customerCount == 2 && preview.noneOfCount == 1)
    }
  }

  @Test("The window ends today and moves with the days, of a saved audience too")
  func window() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      try await customers.record(
        .sample("a", "wm1", .fromCustomer, at: customers.today(hour: 0)),
        .sample("a", "wm1", .fromCustomer, at: customers.today(hour: 0) - 1))
      _ = try await customers.context("a", "wm1") { $0.customerMessageCount == 2 }
      let saved = try await CustomersV1.SavedAudienceServiceClient(customers.service.channel)
        .createSavedAudience(
          .init(
            savedAudience: .init(
              name: "活跃", audience: audience(.init(days: 3, atLeast: 1)))))
      let asked = CustomersV1.Audience(savedAudienceID: saved.savedAudienceID)
      func isActive(_ days: Int32, _ least: Int64) async throws -> Bool {
        try await !customers.recipients(of: audience(.init(days: days, atLeast: least))).isEmpty
      }
      #expect(try await isActive(1, 1))
      #expect(try await !isActive(1, 2))
      #expect(try await isActive(2, 2))
      customers.service.clock.advance(seconds: 2 * 86_400)
      #expect(try await !isActive(2, 1))
      #expect(try await isActive(3, 1))
      #expect(try await !isActive(3, 2))
      #expect(try await isActive(180, 2))
      #expect(try await customers.recipients(of: asked) == ["wm1>a"])
      customers.service.clock.advance(seconds: 86_400)
      #expect(try await customers.recipients(of: asked) == [])
    }
  }

  @Test("What is wrong with the condition is told by its path")
  func refusals() async throws {
    try await withCustomers { customers in
      func refused(
        _ reason: String, _ field: String, _ condition: Condition, errcode: Int? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
      ) async {
        await expectFailure(
          .invalidArgument, reason, field: "audience.all_of[0].any_of[0].interactions\(field)",
          errcode: errcode, sourceLocation: sourceLocation
        ) { try await customers.audiences.previewAudience(.init(audience: audience(condition))) }
      }
      for days: Int32 in [-1, 0, 181] {
        await refused("OUT_OF_RANGE", ".days", .init(days: days, atLeast: 1), errcode: 40058)
      }
      await refused("REQUIRED", "", .init(days: 1))
      await refused("NEGATIVE", ".at_least", .init(days: 1, atLeast: -1))
      await refused("LESS_THAN_LEAST", ".at_most", .init(days: 1, atLeast: 2, atMost: 1))
      await refused(
        "UNKNOWN_VALUE", ".scope", .init(days: 1, atLeast: 1, scope: .init(rawValue: 9)))
      await refused(
        "UNKNOWN_VALUE", ".counters", .init(counters: [.init(rawValue: 7)], days: 1, atLeast: 1),
        errcode: 40058)
      await refused(
        "REPEATED", ".counters", .init(counters: [.reads, .reads], days: 1, atLeast: 1),
        errcode: 40058)
    }
  }

  @Test("Of many customers and days the counts are those of the rows", arguments: [1, 2])
  func random(seed: UInt64) async throws {
    try await withCustomers { customers in
      var random = SeededNumbers(seed: seed)
      // More than one chunk, so that chunks and single customers are both read.
      let count = 5000
      for start in stride(from: 0, to: count, by: 1000) {
        let batch = (start..<start + 1000).map { number in
          CustomersV1.CustomerRelation.sample("m\(number % 3)", "wm\(number)", created: 1)
        }
        _ = try await customers.importAll([batch])
      }
      let extra = (0..<count).filter { $0 % 5 == 0 }.map { number in
        CustomersV1.CustomerRelation.sample("m\((number + 1) % 3)", "wm\(number)", created: 2)
      }
      _ = try await customers.importAll([extra])
      /// By day, customer and member: messages of the member.
      var told: [[Int: [String: Int64]]] = []
      for _ in 0..<6 {
        if !told.isEmpty { customers.service.clock.advance(seconds: 86_400) }
        var day: [Int: [String: Int64]] = [:]
        var batch: [CustomersV1.Interaction] = []
        let morning = customers.today(hour: 7)
        for moment in 0..<900 {
          let number = Int.random(in: 0..<count, using: &random) / 7
          let isSecond = number % 5 == 0 && Bool.random(using: &random)
          let member = "m\((number + (isSecond ? 1 : 0)) % 3)"
          batch.append(
            .sample(member, "wm\(number)", .fromMember, at: morning + Int64(moment)))
          day[number, default: [:]][member, default: 0] += 1
        }
        #expect(
          try await customers.interactions.recordInteractions(.init(interactions: batch))
            .failedCount == 0)
        told.append(day)
      }
      let total = told.flatMap(\.values).flatMap(\.values).reduce(0, +)
      var counted: Int64 = 0
      while counted < total {
        counted = try await customers.behavior.getUserBehaviorData(
          .init(
            userids: ["m0", "m1", "m2"], startTime: .init(seconds: customers.now - 5 * 86_400),
            endTime: .init(seconds: customers.now))
        ).behaviorData.map(\.messageCnt).reduce(0, +)
        await Task.yield()
      }
      for _ in 0..<12 {
        let days = Int.random(in: 1...6, using: &random)
        let least = Int64.random(in: 0...3, using: &random)
        let most = least == 0 || Bool.random(using: &random) ? least + 1 : nil
        let ofCustomer = Bool.random(using: &random)
        var wanted: Set<Int> = []
        for number in 0..<count {
          let members = ["m\(number % 3)"] + (number % 5 == 0 ? ["m\((number + 1) % 3)"] : [])
          let sums = members.map { member in
            told.suffix(days).map { $0[number]?[member] ?? 0 }.reduce(0, +)
          }
          let fits = (ofCustomer ? [sums.reduce(0, +)] : sums).contains {
            $0 >= least && $0 <= most ?? .max
          }
          if fits { wanted.insert(number) }
        }
        let asked = audience(
          .init(
            counters: [.memberMessages], days: Int32(days), atLeast: least, atMost: most,
            scope: ofCustomer ? .customer : .relation))
        let found = try await customers.messages(of: asked).flatMap(\.recipients)
        let note = "seed \(seed), \(days) days, \(least) to \(most ?? -1), \(ofCustomer)"
        #expect(Set(found.map(\.externalUserid)) == Set(wanted.map { "wm\($0)" }), "\(note)")
        // Of a few customers, who are looked up by themselves.
        let named = Array(wanted.prefix(2)) + [count - 1]
        var few = asked
        few.externalUserids = named.map { "wm\($0)" }
        #expect(
          try await customers.recipients(of: few).count == named.filter(wanted.contains).count,
          "\(note)")
      }
    }
  }
}
