@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("CalendarService", .timeLimit(.minutes(5)))
struct CalendarTests {
  private static let day: Int64 = 86_400

  private func calendar(_ chain: Chain) -> BroadcastsV1.CalendarServiceClient {
    .init(chain.service.channel)
  }

  private func schedule(
    _ id: String, _ broadcast: BroadcastsV1.Broadcast, _ chain: Chain, weekdays: [Int32] = [],
    on date: String, skipping: [String] = []
  ) async throws {
    _ = try await BroadcastsV1.ScheduleServiceClient(chain.service.channel).createSchedule(
      .init(
        schedule: .init(
          scheduleID: id, broadcast: broadcast, weekdays: weekdays, minuteOfDay: 600,
          startDate: date, skippedDates: skipping)))
  }

  private func entries(
    _ chain: Chain, _ start: String, _ end: String, pageSize: Int32 = 1
  ) async throws -> [BroadcastsV1.CalendarEntry] {
    var (entries, token) = ([BroadcastsV1.CalendarEntry](), "")
    repeat {
      let page = try await calendar(chain).listCalendarEntries(
        .init(startDate: start, endDate: end, pageSize: pageSize, pageToken: token))
      entries += page.entries
      token = page.nextPageToken
    } while !token.isEmpty
    return entries
  }

  private static let tuesday = BroadcastsV1.Broadcast(
    name: "果粉日", content: .init(text: "x"), audience: .init(userids: ["ann"]))

  @Test("Broadcasts, what schedules will bring, and tasks that are due stand in one order")
  func order() async throws {
    try await withChain { chain in
      _ = try await chain.organise()
      // The clock stands at Monday, 2026-01-05.
      let sent = try await chain.planned()
      try await schedule(
        "guofen", Self.tuesday, chain, weekdays: [2], on: "2026-01-05", skipping: ["2026-01-13"])
      try await schedule("once", Self.tuesday, chain, on: "2026-01-20")
      func task(_ title: String, days: Int64) async throws -> BroadcastsV1.GuideTask {
        try await chain.guideTasks.createGuideTask(
          .init(
            guideTask: .init(
              kind: .learn, title: title, userids: ["ann"],
              dueTime: chain.service.clock.now.advanced(bySeconds: days * Self.day).timestamp)))
      }
      let lesson = try await task("上课", days: 3)
      let cancelled = try await task("取消", days: 4)
      _ = try await chain.guideTasks.cancelGuideTask(.init(taskID: cancelled.taskID))
      _ = try await task("later", days: 40)
      let found = try await entries(chain, "2026-01-05", "2026-01-27")
      #expect(
        found.map(\.source) == [
          .msgid(sent.msgid), .scheduleID("guofen"), .taskID(lesson.taskID), .scheduleID("guofen"),
          .scheduleID("once"), .scheduleID("guofen"),
        ])
      #expect(
        found.map(\.date) == [
          "2026-01-05", "2026-01-06", "2026-01-08", "2026-01-20", "2026-01-20", "2026-01-27",
        ])
      #expect(found.map(\.name) == ["", "果粉日", "上课", "果粉日", "果粉日", "果粉日"])
      #expect(found.map(\.chatType) == [.single, .single, .unspecified, .single, .single, .single])
      #expect(found[0].broadcastState == .active)
      #expect(found == (try await entries(chain, "2026-01-05", "2026-01-27", pageSize: 0)))
      #expect(try await entries(chain, "2026-01-07", "2026-01-08").map(\.name) == ["上课"])
      for (start, end, reason, field) in [
        ("2026-01-05", "2026-01-04", "OUT_OF_RANGE", "end_date"),
        ("2026-01-05", "2026-03-08", "OUT_OF_RANGE", "end_date"),
        ("", "2026-01-04", "REQUIRED", "start_date"), ("2026-01-05", "x", "BAD_DATE", "end_date"),
      ] {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await entries(chain, start, end)
        }
      }
      #expect(try await entries(chain, "2026-01-05", "2026-03-07").count > 6)
    }
  }

  @Test("What reaches the same recipients on a day clashes, and says how many both name")
  func clashes() async throws {
    try await withChain { chain in
      for id in ["wr-1", "wr-2", "wr-3"] {
        _ = try await chain.groups.createCustomerGroup(
          .init(chatID: id, name: "群", owner: "ann"))
      }
      func named(_ ids: String...) -> BroadcastsV1.Broadcast {
        .init(content: .init(text: "x"), audience: .init(externalUserids: ids))
      }
      func groups(_ ids: String...) -> BroadcastsV1.Broadcast {
        .init(chatType: .group, sender: "ann", content: .init(text: "x"), chatIDs: ids)
      }
      let two = try await chain.planned(named("wm-a1", "wm-a2"))
      let all = try await chain.planned(.init(sender: "bob", content: .init(text: "x")))
      let stopped = try await chain.planned(named("wm-a1"))
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: stopped.msgid))
      let post = try await chain.planned(groups("wr-1", "wr-2"))
      try await schedule("tomorrow", named("wm-a1"), chain, on: "2026-01-06")
      func found(
        _ broadcast: BroadcastsV1.Broadcast, _ date: String = "2026-01-05"
      ) async throws -> [(BroadcastsV1.CalendarEntry.Source?, Int64?)] {
        let reply = try await calendar(chain).checkClashes(
          .init(broadcast: broadcast, date: date))
        #expect(!reply.hasMore)
        return reply.clashes.map { ($0.entry?.source, $0.sharedCount) }
      }
      func expect(
        _ found: [(BroadcastsV1.CalendarEntry.Source?, Int64?)],
        _ wanted: [(BroadcastsV1.CalendarEntry.Source?, Int64?)]
      ) {
        #expect(found.map { $0.0 } == wanted.map { $0.0 })
        #expect(found.map { $0.1 } == wanted.map { $0.1 })
      }
      expect(
        try await found(named("wm-a2", "wm-a3")),
        [(.msgid(two.msgid), 1), (.msgid(all.msgid), nil)])
      expect(try await found(named("wm-c1")), [(.msgid(all.msgid), nil)])
      expect(try await found(groups("wr-2", "wr-3")), [(.msgid(post.msgid), 1)])
      expect(try await found(groups("wr-3")), [])
      expect(
        try await found(named("wm-a1"), "2026-01-06"), [(.scheduleID("tomorrow"), 1)])
      expect(
        try await found(Self.tuesday, "2026-01-06"), [(.scheduleID("tomorrow"), nil)])
      expect(try await found(named("wm-a1"), "2026-01-07"), [])
      await expectFailure(.invalidArgument, "BAD_DATE", field: "date") {
        try await found(Self.tuesday, "2026-1-7")
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "broadcast") {
        try await calendar(chain).checkClashes(.init(date: "2026-01-07"))
      }
    }
  }

  @Test("An occurrence that was too late stands where it was due, until it is started")
  func waiting() async throws {
    try await withChain { chain in
      try await schedule("late", Self.tuesday, chain, on: "2026-01-06")
      let others = chain.others
      await chain.service.stop()
      chain.service = try await .start(
        BroadcastsService.self, in: chain.folder, peers: others,
        clock: .stepped(from: chain.service.clock.now.advanced(bySeconds: 3 * Self.day)))
      for try await change in chain.changes.watchChanges(.init()) {
        if case .occurrenceMissed = change.event { break }
      }
      let found = try await entries(chain, "2026-01-05", "2026-01-31")
      #expect(found.map(\.date) == ["2026-01-06"])
      #expect(found.map(\.waits) == [true])
      let started = try await BroadcastsV1.ScheduleServiceClient(chain.service.channel)
        .startOccurrence(.init(scheduleID: "late", date: "2026-01-06"))
      #expect(
        try await entries(chain, "2026-01-05", "2026-01-31").map(\.source)
          == [.msgid(started.msgid)])
      _ = try await chain.planEnded(started.msgid)
    }
  }
}
