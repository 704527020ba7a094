@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Store
import Testing

@Suite("WelcomeService", .timeLimit(.minutes(5)))
struct WelcomeTests {
  @Test("Who is added is welcomed once, by name, and all is told")
  func sent() async throws {
    try await withChain { chain in
      let rule = try await chain.rule(
        .init(userids: ["ann"]), says: "{{customer.name|您}}好，我是{{member.userid}}")
      let way = try await chain.way("ann", state: "海报")
      let code = try await chain.scan(way, "wm-new", name: "李雷")
      let now = chain.service.clock.now
      let decided = try await chain.decided(code)
      #expect(
        decided
          == .init(
            welcomeCode: code, userid: "ann", externalUserid: "wm-new", configID: way.configID,
            state: "海报", status: .waiting, ruleID: rule.ruleID, reach: .userid,
            addTime: now.timestamp, decideTime: now.timestamp,
            expireTime: now.advanced(bySeconds: 20).timestamp))
      let leased = try await chain.leaseWelcomes()
      #expect(leased.map(\.content?.text) == ["李雷好，我是ann"])
      #expect(
        (leased[0].welcomeCode, leased[0].userid, leased[0].externalUserid)
          == (code, "ann", "wm-new"))
      #expect(try await chain.leaseWelcomes() == [])
      #expect(try await chain.status(code) == .leased)
      await expectFailure(.aborted, "WELCOME_BEING_SENT", errcode: 41096) {
        try await chain.codes.useWelcomeCode(.init(welcomeCode: code))
      }
      chain.service.clock.advance(seconds: 1)
      #expect(try await chain.acknowledge(leased).settledCount == 1)
      let again = try await chain.acknowledge(leased)
      #expect((again.settledCount, again.repeatedCount) == (0, 1))
      #expect(
        try await chain.acknowledge(leased, .failed).failures.map(\.reason) == ["ALREADY_SETTLED"])
      await expectFailure(.failedPrecondition, "WELCOME_ALREADY_SENT", errcode: 41051) {
        try await chain.codes.useWelcomeCode(.init(welcomeCode: code))
      }
      let settled = try await chain.welcomes.getWelcome(.init(welcomeCode: code))
      #expect(settled.status == .sent)
      #expect(settled.content == rule.content)
      #expect(settled.settleTime == now.advanced(bySeconds: 1).timestamp)
      var told = settled
      told.content = nil
      let events = try await firstChanges(3, of: chain.changes.watchChanges(.init()))
        .map(\.event)
      #expect(
        events == [
          .welcomeRuleCreated(rule), .welcomeDecided(decided),
          .welcomesSettled(.init(welcomes: [told])),
        ])
    }
  }

  @Test("Without a rule, and after 20 seconds, nothing is sent, and that is recorded")
  func notSent() async throws {
    try await withChain { chain in
      let way = try await chain.way("bob")
      let unruled = try await chain.scan(way, "wm-1")
      #expect(try await chain.decided(unruled).status == .noRule)
      try await chain.rule(.init(isCorp: true), says: "您好")
      let late = try await chain.scan(way, "wm-2")
      #expect(try await chain.decided(late).status == .waiting)
      chain.service.clock.advance(seconds: 20)
      #expect(try await chain.status(late) == .tooLate)
      #expect(try await chain.leaseWelcomes() == [])
      let settled = try await chain.welcomes.getWelcome(.init(welcomeCode: late))
      #expect((settled.status, settled.settleTime != nil) == (.tooLate, true))
      #expect(try await chain.status(unruled) == .noRule)
    }
  }

  @Test("A code that is heard of long after the adding is too late at once")
  func heardLate() async throws {
    try await withChain { chain in
      try await chain.rule(.init(isCorp: true), says: "您好")
      let way = try await chain.way("bob")
      // It is an hour later here than it was when customers told of him.
      chain.service.clock.advance(seconds: 3600)
      let code = try await chain.scan(way, "wm-1")
      let welcome = try await chain.decided(code)
      #expect((welcome.status, welcome.settleTime) == (.tooLate, chain.service.clock.now.timestamp))
      #expect(welcome.reach == .corp)
    }
  }

  @Test("Who used the code first wins over the rule; who cannot be welcomed any more is not")
  func beaten() async throws {
    try await withChain { chain in
      try await chain.rule(.init(isCorp: true), says: "您好")
      let way = try await chain.way("bob")
      let first = try await chain.scan(way, "wm-1")
      let second = try await chain.scan(way, "wm-2")
      let gone = try await chain.scan(way, "wm-3")
      _ = try await chain.decided(gone)
      _ = try await chain.codes.useWelcomeCode(.init(welcomeCode: first))
      _ = try await chain.codes.finishWelcomeCode(.init(welcomeCode: first, isSent: true))
      _ = try await chain.codes.useWelcomeCode(.init(welcomeCode: second))
      _ = try await chain.relations.removeRelation(
        .init(userid: "bob", externalUserid: "wm-3", removedBy: .customer))
      #expect(try await chain.leaseWelcomes() == [])
      #expect(try await chain.status(first) == .beaten)
      #expect(try await chain.status(gone) == .tooLate)
      // Somebody else holds it still; when he fails it is ours.
      #expect(try await chain.status(second) == .waiting)
      #expect(try await chain.leaseWelcomes() == [])
      _ = try await chain.codes.finishWelcomeCode(.init(welcomeCode: second))
      #expect(try await chain.leaseWelcomes().map(\.welcomeCode) == [second])
    }
  }

  @Test("A caller's own welcome beats the rule's, of many callers one wins")
  func sendWelcome() async throws {
    try await withChain { chain in
      try await chain.rule(.init(isCorp: true), says: "规则")
      let way = try await chain.way("bob")
      let code = try await chain.scan(way, "wm-1")
      _ = try await chain.decided(code)
      let request = BroadcastsV1.SendWelcomeRequest(
        welcomeCode: code, content: .init(text: "自己的"), requestID: "s-1")
      let sent = try await chain.welcomes.sendWelcome(request)
      #expect((sent.status, sent.ruleID, sent.reach) == (.waiting, "", .unspecified))
      #expect(try await chain.welcomes.sendWelcome(request) == sent)
      let welcomes = chain.welcomes
      await withTaskGroup { group in
        for number in 0..<10 {
          group.addTask {
            await expectFailure(.aborted, "WELCOME_BEING_SENT", errcode: 41096) {
              try await welcomes.sendWelcome(
                .init(welcomeCode: code, content: .init(text: "\(number)")))
            }
          }
        }
      }
      let leased = try await chain.leaseWelcomes()
      #expect(leased.map(\.content?.text) == ["自己的"])
      try await chain.acknowledge(leased)
      await expectFailure(
        .failedPrecondition, "WELCOME_ALREADY_SENT", field: "welcome_code", errcode: 41051
      ) {
        try await chain.welcomes.sendWelcome(
          .init(welcomeCode: code, content: .init(text: "x")))
      }
      await expectFailure(.failedPrecondition, "WELCOME_CODE_INVALID", errcode: 41050) {
        try await chain.welcomes.sendWelcome(
          .init(welcomeCode: "wc0", content: .init(text: "x")))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "welcome_code", errcode: 41049) {
        try await chain.welcomes.sendWelcome(.init(content: .init(text: "x")))
      }
      await expectFailure(.invalidArgument, "CONTENT_EMPTY", field: "content", errcode: 40058) {
        try await chain.welcomes.sendWelcome(.init(welcomeCode: code, content: .init()))
      }
    }
  }

  @Test("A channel that failed leaves the code to others, and says why")
  func failed() async throws {
    try await withChain { chain in
      try await chain.rule(.init(isCorp: true), says: "规则")
      let code = try await chain.scan(chain.way("bob"), "wm-1")
      _ = try await chain.decided(code)
      let leased = try await chain.leaseWelcomes()
      try await chain.acknowledge(leased, .failed, detail: "成员不活跃")
      let failed = try await chain.welcomes.getWelcome(.init(welcomeCode: code))
      #expect((failed.status, failed.failureDetail) == (.failed, "成员不活跃"))
      #expect(try await chain.leaseWelcomes() == [])
      let own = try await chain.welcomes.sendWelcome(
        .init(welcomeCode: code, content: .init(text: "再来")))
      #expect((own.status, own.failureDetail) == (.waiting, ""))
      let second = try await chain.leaseWelcomes()
      #expect(second.map(\.content?.text) == ["再来"])
      #expect(try await chain.acknowledge(leased).failures.map(\.reason) == ["STALE_LEASE"])
      #expect(try await chain.acknowledge(second).settledCount == 1)
      let wrong = try await chain.welcomes.acknowledgeWelcomes(
        .init(acknowledgements: [
          .init(welcomeCode: "wc0", leaseToken: 1, outcome: .sent),
          .init(welcomeCode: code, leaseToken: second[0].leaseToken),
          .init(
            welcomeCode: code, leaseToken: second[0].leaseToken, outcome: .sent,
            failureDetail: "x"),
        ]))
      #expect(
        wrong.failures.map(\.reason) == ["WELCOME_NOT_FOUND", "UNKNOWN_OUTCOME", "NOT_FOR_SENT"])
    }
  }

  @Test("A lease that is asked for again under its request_id is the same lease")
  func repeated() async throws {
    try await withChain { chain in
      try await chain.rule(.init(isCorp: true), says: "规则")
      let way = try await chain.way("bob")
      let codes = [try await chain.scan(way, "wm-1"), try await chain.scan(way, "wm-2")]
      _ = try await chain.decided(codes[1])
      let first = try await chain.leaseWelcomes(requestID: "l-1")
      #expect(first.map(\.welcomeCode) == codes)
      #expect(try await chain.leaseWelcomes(requestID: "l-1") == first)
      try await chain.acknowledge([first[0]])
      #expect(try await chain.leaseWelcomes(requestID: "l-1") == [first[1]])
      chain.service.clock.advance(seconds: 20)
      #expect(try await chain.leaseWelcomes(requestID: "l-1") == [])
      for count in [-1, 51] as [Int32] {
        await expectFailure(.invalidArgument, "OUT_OF_RANGE", field: "max_count") {
          try await chain.welcomes.leaseWelcomes(.init(channelID: "a", maxCount: count))
        }
      }
    }
  }

  @Test("While customers are away welcomes wait on")
  func customersAway() async throws {
    try await withChain { chain in
      try await chain.rule(.init(isCorp: true), says: "规则")
      let code = try await chain.scan(chain.way("bob"), "wm-1")
      _ = try await chain.decided(code)
      let others = chain.others.filter { $0.name != "customers" }
      let away = try await RunningService.start(CustomersAway.self, in: TemporaryFolder())
      try await chain.restart(peers: others + [away])
      await expectFailure(.unavailable, "PEER_UNAVAILABLE") { try await chain.leaseWelcomes() }
      #expect(try await chain.status(code) == .waiting)
      try await chain.restart()
      #expect(try await chain.leaseWelcomes().map(\.welcomeCode) == [code])
      await away.stop()
    }
  }

  @Test("Welcomes are listed newest first, of all, of a member and of a customer")
  func lists() async throws {
    try await withChain { chain in
      let bobs = try await chain.way("bob")
      let anns = try await chain.way("ann")
      var codes: [String] = []
      for (way, id) in [(bobs, "wm-1"), (anns, "wm-1"), (bobs, "wm-2")] {
        codes.append(try await chain.scan(way, id))
        _ = try await chain.decided(codes.last!)
      }
      func listed(_ request: BroadcastsV1.ListWelcomesRequest) async throws -> [String] {
        try await chain.welcomes.listWelcomes(request).welcomes.map(\.welcomeCode)
      }
      #expect(try await listed(.init()) == codes.reversed())
      #expect(try await listed(.init(userid: "BOB")) == [codes[2], codes[0]])
      #expect(try await listed(.init(externalUserid: "wm-1")) == [codes[1], codes[0]])
      let first = try await chain.welcomes.listWelcomes(.init(userid: "bob", pageSize: 1))
      #expect(
        try await listed(
          .init(userid: "bob", pageSize: 1, pageToken: first.nextPageToken)) == [codes[0]])
      await expectFailure(.invalidArgument, "FILTER_TWICE", field: "external_userid") {
        try await listed(.init(userid: "bob", externalUserid: "wm-1"))
      }
      await expectFailure(.notFound, "WELCOME_NOT_FOUND", field: "welcome_code") {
        try await chain.welcomes.getWelcome(.init(welcomeCode: "wc0"))
      }
    }
  }

  @Test("What a rule said when it was decided is sent, though it is changed or gone")
  func ruleChanged() async throws {
    try await withChain { chain in
      let rule = try await chain.rule(.init(isCorp: true), says: "旧")
      let way = try await chain.way("bob")
      let first = try await chain.scan(way, "wm-1")
      _ = try await chain.decided(first)
      _ = try await chain.welcomeRules.updateWelcomeRule(
        .init(welcomeRule: .init(ruleID: rule.ruleID, content: .init(text: "新"))))
      let second = try await chain.scan(way, "wm-2")
      _ = try await chain.decided(second)
      _ = try await chain.welcomeRules.deleteWelcomeRule(.init(ruleID: rule.ruleID))
      let leased = try await chain.leaseWelcomes()
      #expect(leased.map(\.content?.text) == ["旧", "新"])
    }
  }
}

/// Customers that answer nothing.
private enum CustomersAway: ServiceDefinition {
  typealias Change = CustomersV1.Change

  static let name = "customers"
  static let port = 0
  static let peers: [String] = []
  static let migrations: [Migration] = []

  static func routes(_ context: ServiceContext<Change>) -> [Route] { [] }
}
