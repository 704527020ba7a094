@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Rules of sending", .timeLimit(.minutes(5)))
struct SendingRulesTests {
  private func day(_ text: Int64) -> Day { Day(number: text) }

  @Test("A month allows as many as it has days, leap years told")
  func months() {
    // 2024-02-29, 2025-02-01, 1900-02-28, 2000-02-29, 2026-12-31, 1970-01-01.
    for (number, days) in [
      (19782, 29), (20120, 28), (-25510, 28), (11016, 29), (20818, 31), (0, 31),
    ] as [(Int64, Int64)] {
      let period = QuotaRule.monthlyDays.period(of: day(number), policies: Policies())
      #expect(period.limit == days)
      #expect(period.end.number - period.start.number == days)
      #expect(period.start <= day(number) && day(number) < period.end)
    }
    let january = QuotaRule.monthlyDays.period(of: day(20_458), policies: Policies())
    #expect((january.start.number, january.end.number) == (20_454, 20_485))
  }

  @Test("A week begins on Monday, a day at 0 o'clock in UTC+8")
  func weeks() {
    // 2026-01-05 is a Monday.
    for offset in 0..<7 {
      let week = QuotaRule.weekly.period(of: day(20_458 + Int64(offset)), policies: Policies())
      #expect((week.start.number, week.end.number, week.limit) == (20_458, 20_465, 7))
    }
    let daily = QuotaRule.daily.period(of: day(5), policies: Policies())
    #expect((daily.start.number, daily.end.number, daily.limit) == (5, 6, 1))
    #expect(Day(of: Instant(seconds: 1_767_571_200)).start == Instant(seconds: 1_767_542_400))
  }

  @Test("Quiet hours hold from their first minute until before their last, past midnight too")
  func quietHours() throws {
    let night = try QuietHours(start: 22 * 60, end: 8 * 60)
    #expect(night.minutesLeft(at: 22 * 60 - 1) == 0)
    #expect(night.minutesLeft(at: 22 * 60) == 600)
    #expect(night.minutesLeft(at: 0) == 480)
    #expect(night.minutesLeft(at: 479) == 1)
    #expect(night.minutesLeft(at: 480) == 0)
    let noon = try QuietHours(start: 720, end: 840)
    #expect([719, 720, 839, 840].map(noon.minutesLeft) == [0, 120, 1, 0])
    for (start, end) in [(-1, 5), (0, 1440), (7, 7)] {
      #expect(throws: InvalidField.self) { try QuietHours(start: start, end: end) }
    }
  }

  private func rules(_ chain: Chain) -> BroadcastsV1.SendingRulesServiceClient {
    .init(chain.service.channel)
  }

  @Test("The rules are WeCom's until they are set, and what is wrong is named")
  func settings() async throws {
    try await withChain { chain in
      let rules = rules(chain)
      #expect(
        try await rules.getSendingRules(.init())
          == .init(quotaRule: .monthlyDays, timeZone: "Asia/Shanghai"))
      let wanted = BroadcastsV1.SendingRules(
        quotaRule: .weekly, quietHours: .init(startMinute: 1320, endMinute: 480),
        timeZone: "Europe/Berlin")
      let request = BroadcastsV1.SetSendingRulesRequest(rules: wanted, requestID: "r-1")
      #expect(try await rules.setSendingRules(request) == wanted)
      #expect(try await rules.setSendingRules(request) == wanted)
      #expect(try await rules.getSendingRules(.init()) == wanted)
      let wrong: [(BroadcastsV1.SendingRules?, String, String)] = [
        (nil, "REQUIRED", "rules"),
        (.init(quotaRule: .init(rawValue: 9)), "UNKNOWN_VALUE", "rules.quota_rule"),
        (.init(timeZone: "Mars/Olympus"), "UNKNOWN_TIME_ZONE", "rules.time_zone"),
        (
          .init(quietHours: .init(startMinute: 1440, endMinute: 1)), "OUT_OF_RANGE",
          "rules.quiet_hours.start_minute"
        ),
        (
          .init(quietHours: .init(startMinute: 1, endMinute: 1)), "EMPTY",
          "rules.quiet_hours.end_minute"
        ),
      ]
      for (value, reason, field) in wrong {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await rules.setSendingRules(.init(rules: value))
        }
      }
      var told = 0
      for try await change in chain.changes.watchChanges(.init()) {
        guard case .sendingRulesSet(let set) = change.event else { continue }
        #expect(set == wanted)
        told += 1
        break
      }
      #expect(told == 1)
    }
  }

  @Test("Who has had his quota is left out when a channel would lease him, with status 3")
  func quotaReached() async throws {
    try await withChain { chain in
      let rules = rules(chain)
      _ = try await rules.setSendingRules(.init(rules: .init(quotaRule: .daily)))
      let first = try await chain.confirmed(.init(sender: "ann", content: .init(text: "x")))
      try await chain.acknowledge(chain.lease())
      let second = try await chain.confirmed()
      let leased = try await chain.lease()
      #expect(Set(leased.map(\.recipientID)) == ["wm-b1", "wm-b2", "wm-c1"])
      let left = try await chain.allDeliveries(second.msgid).filter { $0.userid == "ann" }
      #expect(left.count == 3)
      #expect(
        left.allSatisfy {
          $0.state == .failed && $0.failureReason == .quotaReached
            && $0.settleTime == chain.service.clock.now.timestamp
        })
      let counts = try await chain.counts(second.msgid)
      #expect((counts.failedCount, counts.leasedCount, counts.pendingCount) == (3, 3, 0))
      // What failed gives its quota back, what was sent does not.
      try await chain.acknowledge(Array(leased.prefix(1)), .failed)
      try await chain.acknowledge(Array(leased.dropFirst()))
      #expect(try await chain.get(second.msgid).state == .finished)
      let third = try await chain.confirmed()
      #expect(try await chain.lease().map(\.recipientID) == [leased[0].recipientID])
      #expect(try await chain.counts(third.msgid).failedCount == 5)
      // The next day is another.
      chain.service.clock.advance(seconds: 86_400)
      _ = try await chain.confirmed(.init(sender: "ann", content: .init(text: "x")))
      let nextDay = try await chain.lease().map(\.recipientID)
      #expect(Set(nextDay).isSuperset(of: ["wm-a1", "wm-a2", "wm-a3"]))
      #expect(try await chain.get(first.msgid).state == .finished)
    }
  }

  @Test("A broadcast of which all are left out is finished by the lease that left them out")
  func finishedByLease() async throws {
    try await withChain { chain in
      _ = try await rules(chain).setSendingRules(.init(rules: .init(quotaRule: .daily)))
      _ = try await chain.confirmed()
      try await chain.acknowledge(chain.lease())
      let second = try await chain.confirmed()
      #expect(try await chain.lease().isEmpty)
      #expect(try await chain.get(second.msgid).state == .finished)
    }
  }

  @Test("Personal broadcasts take of the same quota, each once")
  func personal() async throws {
    try await withChain { chain in
      let rules = rules(chain)
      _ = try await rules.setSendingRules(.init(rules: .init(quotaRule: .weekly)))
      let now = chain.service.clock.now
      func sent(_ id: String, _ time: Instant? = nil, userid: String = "ann")
        -> BroadcastsV1.PersonalBroadcast
      {
        .init(
          sendID: id, userid: userid, recipient: .externalUserid("wm-a1"),
          sendTime: (time ?? now).timestamp)
      }
      let seven = (1...7).map { sent("s\($0)") }
      let reply = try await rules.recordPersonalBroadcasts(
        .init(personalBroadcasts: seven + [seven[0]]))
      #expect((reply.recordedCount, reply.repeatedCount, reply.failedCount) == (7, 1, 0))
      let wrong = try await rules.recordPersonalBroadcasts(
        .init(personalBroadcasts: [
          sent("", nil), sent("a", now.advanced(bySeconds: 1)),
          sent("b", now.advanced(bySeconds: -31 * 86_400 - 1)), sent("c", nil, userid: "?"),
          .init(sendID: "d", userid: "ann", recipient: .chatID("wr-1")),
          .init(sendID: "e", userid: "ann", sendTime: now.timestamp),
          sent("f", now.advanced(bySeconds: -31 * 86_400)),
        ]))
      #expect(
        wrong.failures.map(\.reason) == [
          "REQUIRED", "OUT_OF_RANGE", "OUT_OF_RANGE", "BAD_USERID", "REQUIRED", "REQUIRED",
        ])
      #expect((wrong.recordedCount, wrong.failedCount) == (1, 6))
      let quota = try await rules.getRecipientQuota(
        .init(recipient: .externalUserid("wm-a1")))
      #expect((quota.limit, quota.usedCount) == (7, 7))
      #expect(quota.periodStartTime?.seconds == 1_767_542_400)
      #expect(quota.periodEndTime?.seconds == 1_768_147_200)
      #expect(
        try await rules.getRecipientQuota(.init(recipient: .chatID("wr-9"))).usedCount == 0)
      await expectFailure(.invalidArgument, "REQUIRED", field: "recipient") {
        try await rules.getRecipientQuota(.init())
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "personal_broadcasts") {
        try await rules.recordPersonalBroadcasts(.init())
      }
      _ = try await chain.confirmed(.init(sender: "ann", content: .init(text: "x")))
      #expect(try await chain.lease().map(\.recipientID).sorted() == ["wm-a2", "wm-a3"])
    }
  }

  @Test("During quiet hours nothing is leased, and the answer says when they end")
  func quiet() async throws {
    try await withChain { chain in
      // The clock stands at 08:00 in Shanghai.
      _ = try await rules(chain).setSendingRules(
        .init(rules: .init(quietHours: .init(startMinute: 1320, endMinute: 495))))
      let planned = try await chain.confirmed()
      let quiet = try await chain.deliveries.leaseDeliveries(.init(channelID: "app"))
      #expect(quiet.deliveries.isEmpty)
      #expect(quiet.retryTime?.seconds == 1_767_572_100)
      #expect(try await chain.counts(planned.msgid).pendingCount == 6)
      chain.service.clock.advance(seconds: 15 * 60 - 1)
      #expect(try await chain.lease().isEmpty)
      chain.service.clock.advance(seconds: 1)
      let open = try await chain.deliveries.leaseDeliveries(.init(channelID: "app"))
      #expect(open.deliveries.count == 6)
      #expect(open.retryTime == nil)
    }
  }

  @Test("A lease taken over on another day takes of that day's quota, not of both")
  func overMidnight() async throws {
    try await withChain { chain in
      let rules = rules(chain)
      _ = try await rules.setSendingRules(.init(rules: .init(quotaRule: .daily)))
      _ = try await chain.confirmed(.init(sender: "cid", content: .init(text: "x")))
      _ = try await chain.lease()
      chain.service.clock.advance(seconds: 86_400)
      let again = try await chain.lease()
      #expect(again.count == 1)
      #expect(
        try await rules.getRecipientQuota(.init(recipient: .externalUserid("wm-c1"))).usedCount
          == 1)
      try await chain.acknowledge(again, .failed)
      #expect(
        try await rules.getRecipientQuota(.init(recipient: .externalUserid("wm-c1"))).usedCount
          == 0)
    }
  }

  @Test("Members are reminded three times in 24 hours while some have not confirmed")
  func reminders() async throws {
    try await withChain { chain in
      let planned = try await chain.planned()
      let request = BroadcastsV1.RemindBroadcastRequest(msgid: planned.msgid, requestID: "r-1")
      let first = try await chain.broadcasts.remindBroadcast(request)
      #expect((first.remindedCount, first.leftCount) == (3, 2))
      #expect(try await chain.broadcasts.remindBroadcast(request) == first)
      chain.service.clock.advance(seconds: 3600)
      _ = try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: "ann"))
      for left in [1, 0] as [Int32] {
        let next = try await chain.broadcasts.remindBroadcast(.init(msgid: planned.msgid))
        #expect((next.remindedCount, next.leftCount) == (2, left))
      }
      await expectFailure(.resourceExhausted, "REMINDED_TOO_OFTEN", errcode: 41094) {
        try await chain.broadcasts.remindBroadcast(.init(msgid: planned.msgid))
      }
      // 24 hours after the first there is room for one more.
      chain.service.clock.advance(seconds: 82_800)
      #expect(
        try await chain.broadcasts.remindBroadcast(.init(msgid: planned.msgid)).leftCount == 0)
      for userid in ["bob", "cid"] {
        _ = try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: userid))
      }
      await expectFailure(.failedPrecondition, "NOBODY_TO_REMIND") {
        try await chain.broadcasts.remindBroadcast(.init(msgid: planned.msgid))
      }
      try await chain.acknowledge(chain.lease())
      await expectFailure(.failedPrecondition, "BROADCAST_FINISHED") {
        try await chain.broadcasts.remindBroadcast(.init(msgid: planned.msgid))
      }
      await expectFailure(.notFound, "BROADCAST_NOT_FOUND", errcode: 41047) {
        try await chain.broadcasts.remindBroadcast(.init(msgid: "msg0"))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "msgid", errcode: 41046) {
        try await chain.broadcasts.remindBroadcast(.init())
      }
    }
  }
}
