import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("WelcomeCodeService", .timeLimit(.minutes(5)))
struct WelcomeCodeTests {
  @Test("The first caller wins, a second at the same time may try again, a later one may not")
  func firstWins() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a"]) { $0.state = "海报" }
      let code = try await customers.scan(way, "wm1").welcomeCode
      let use = CustomersV1.UseWelcomeCodeRequest(welcomeCode: code)
      #expect(
        try await customers.welcomes.useWelcomeCode(use)
          == .init(userid: "a", externalUserid: "wm1", state: "海报"))
      await expectFailure(.aborted, "WELCOME_BEING_SENT", errcode: 41096) {
        try await customers.welcomes.useWelcomeCode(use)
      }
      // It was not sent: another may.
      _ = try await customers.welcomes.finishWelcomeCode(.init(welcomeCode: code))
      _ = try await customers.welcomes.useWelcomeCode(use)
      let finish = CustomersV1.FinishWelcomeCodeRequest(welcomeCode: code, isSent: true)
      _ = try await customers.welcomes.finishWelcomeCode(finish)
      await expectFailure(.failedPrecondition, "WELCOME_ALREADY_SENT", errcode: 41051) {
        try await customers.welcomes.useWelcomeCode(use)
      }
      await expectFailure(.failedPrecondition, "WELCOME_ALREADY_SENT", errcode: 41051) {
        try await customers.welcomes.finishWelcomeCode(finish)
      }
      let last = try await customers.firstChanges(4).last?.event
      #expect(
        last == .welcomeSent(.init(userid: "a", externalUserid: "wm1", welcomeCode: code)))
    }
  }

  @Test("Of many callers at once exactly one may send")
  func race() async throws {
    try await withCustomers { customers in
      let code = try await customers.scan(customers.way(["a"]), "wm1").welcomeCode
      let wins = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<30 {
          group.addTask {
            (try? await customers.welcomes.useWelcomeCode(.init(welcomeCode: code))) != nil
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(wins == 1)
    }
  }

  @Test("A code lives for twenty seconds")
  func expires() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a"])
      let code = try await customers.scan(way, "wm1").welcomeCode
      let other = try await customers.scan(way, "wm2").welcomeCode
      customers.service.clock.advance(seconds: 19)
      _ = try await customers.welcomes.useWelcomeCode(.init(welcomeCode: code))
      customers.service.clock.advance(seconds: 1)
      await expectFailure(.failedPrecondition, "WELCOME_CODE_INVALID", errcode: 41050) {
        try await customers.welcomes.useWelcomeCode(.init(welcomeCode: other))
      }
      await expectFailure(.failedPrecondition, "WELCOME_CODE_INVALID", errcode: 41050) {
        try await customers.welcomes.finishWelcomeCode(.init(welcomeCode: other, isSent: true))
      }
    }
  }

  @Test("A code that is missing, malformed, unknown or of a removed relation is refused")
  func refused() async throws {
    try await withCustomers { customers in
      await expectFailure(.invalidArgument, "REQUIRED", field: "welcome_code", errcode: 41049) {
        try await customers.welcomes.useWelcomeCode(.init())
      }
      await expectFailure(.invalidArgument, "BAD_ID", field: "welcome_code", errcode: 41050) {
        try await customers.welcomes.useWelcomeCode(.init(welcomeCode: "a b"))
      }
      await expectFailure(.failedPrecondition, "WELCOME_CODE_INVALID", errcode: 41050) {
        try await customers.welcomes.useWelcomeCode(.init(welcomeCode: "wc-none"))
      }
      let code = try await customers.scan(customers.way(["a"]), "wm1").welcomeCode
      try await customers.remove("a", "wm1", by: .customer)
      await expectFailure(.failedPrecondition, "WELCOME_CODE_INVALID", errcode: 41050) {
        try await customers.welcomes.useWelcomeCode(.init(welcomeCode: code))
      }
    }
  }

  @Test("No code is issued to who has chatted, was welcomed, or meets the member's own welcome")
  func notDue() async throws {
    try await withCustomers { customers in
      let way = try await customers.way(["a"])
      // Chatted before he removed the member.
      _ = try await customers.importAll([[.sample("a", "wm1", chatted: 1)]])
      try await customers.remove("a", "wm1", by: .customer)
      let back = try await customers.scan(way, "wm1")
      #expect((back.outcome, back.welcomeCode) == (.added, ""))
      // The half relation's code was used.
      let half = try await customers.scan(way, "wm2").welcomeCode
      _ = try await customers.welcomes.useWelcomeCode(.init(welcomeCode: half))
      _ = try await customers.welcomes.finishWelcomeCode(.init(welcomeCode: half, isSent: true))
      let mutual = try await customers.ways.acceptContact(
        .init(userid: "a", externalUserid: "wm2"))
      #expect(mutual.welcomeCode.isEmpty)
      // The member has a welcome of his own, and later no more.
      let own = CustomersV1.SetMemberWelcomeRequest(userid: "a", hasWelcome: true)
      _ = try await customers.welcomes.setMemberWelcome(own)
      #expect(try await customers.scan(way, "wm3").welcomeCode.isEmpty)
      _ = try await customers.welcomes.setMemberWelcome(.init(userid: "A"))
      #expect(try await !customers.scan(way, "wm4").welcomeCode.isEmpty)
    }
  }

  @Test("A code is used up when the two have begun to chat")
  func chatted() async throws {
    try await withCustomers { customers in
      let code = try await customers.scan(customers.way(["a"]), "wm1").welcomeCode
      _ = try await customers.importAll([[.sample("a", "wm1", chatted: 1_767_571_200)]])
      await expectFailure(.failedPrecondition, "WELCOME_ALREADY_SENT", errcode: 41051) {
        try await customers.welcomes.useWelcomeCode(.init(welcomeCode: code))
      }
    }
  }

  @Test("Who is added gets a code with the answer and the event, when he was added just now")
  func added() async throws {
    try await withCustomers { customers in
      let now = customers.service.clock.now
      func add(
        _ id: String, createTime: Instant? = nil, chatTime: Instant? = nil
      ) async throws -> CustomersV1.CustomerRelation {
        try await customers.relations.addRelation(
          .init(
            customer: .init(externalUserid: id),
            relation: .init(
              userid: "a", createTime: createTime?.timestamp, lastChatTime: chatTime?.timestamp)))
      }
      let first = try await add("wm1")
      #expect(!first.welcomeCode.isEmpty)
      #expect(
        try await customers.welcomes.useWelcomeCode(.init(welcomeCode: first.welcomeCode))
          == .init(userid: "a", externalUserid: "wm1"))
      #expect(try await customers.firstChanges(1).map(\.event) == [.relationAdded(first)])
      #expect(
        try await !add("wm2", createTime: now.advanced(bySeconds: -19)).welcomeCode.isEmpty)
      #expect(try await add("wm3", createTime: now.advanced(bySeconds: -20)).welcomeCode == "")
      #expect(try await add("wm4", chatTime: now).welcomeCode == "")
      _ = try await customers.importAll([[.sample("a", "wm5")]])
      #expect(
        try await customers.firstChanges(5).compactMap { change -> Bool? in
          guard case .relationAdded(let pair) = change.event else { return nil }
          return pair.welcomeCode.isEmpty
        } == [false, false, true, true, true])
    }
  }

  @Test("Adding gives the half relation's code again until it was used, and never to the four")
  func addedAgain() async throws {
    try await withCustomers { customers in
      func add(
        _ id: String, status: CustomersV1.RelationStatus = .mutual, by: String = "",
        type: CustomersV1.CustomerType = .wechat
      ) async throws -> String {
        try await customers.relations.addRelation(
          .init(
            customer: .init(externalUserid: id, type: type),
            relation: .init(userid: "a", status: status, operUserid: by))
        ).welcomeCode
      }
      let half = try await add("wm1", status: .half)
      #expect(!half.isEmpty)
      #expect(try await add("wm1") == half)
      let used = try await add("wm2", status: .half)
      _ = try await customers.welcomes.useWelcomeCode(.init(welcomeCode: used))
      _ = try await customers.welcomes.finishWelcomeCode(.init(welcomeCode: used, isSent: true))
      #expect(try await add("wm2") == "")
      // A WeCom user whom the member added.
      #expect(try await add("wo3", by: "A", type: .wecom) == "")
      #expect(try await !add("wo4", by: "wo4", type: .wecom).isEmpty)
      #expect(try await !add("wm5", by: "a").isEmpty)
      // They chatted before he was removed.
      _ = try await customers.importAll([[.sample("a", "wm6", chatted: 1)]])
      try await customers.remove("a", "wm6", by: .member)
      #expect(try await add("wm6") == "")
      _ = try await customers.welcomes.setMemberWelcome(.init(userid: "a", hasWelcome: true))
      #expect(try await add("wm7") == "")
    }
  }
}
