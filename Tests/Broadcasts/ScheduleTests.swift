@testable import Broadcasts
import Fixtures
import Foundation
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

@Suite("Schedules", .timeLimit(.minutes(5)))
struct ScheduleTests {
  private let shanghai = "Asia/Shanghai"

  private func day(_ text: String) throws -> Int { try #require(CalendarDate.day(text)) }

  private func dates(_ calendar: ScheduleCalendar, _ count: Int) -> [String] {
    var found: [String] = []
    var day = calendar.start
    while found.count < count, let next = calendar.next(from: day) {
      found.append(CorpTime.text(ofDay: next))
      day = next + 1
    }
    return found
  }

  @Test("Dates follow the weekdays, without those left out, and with those moved")
  func calendar() throws {
    let calendar = ScheduleCalendar(
      weekdays: [2], minute: 600, start: try day("2026-01-01"), end: try day("2026-02-10"),
      skipped: [try day("2026-01-20")],
      moved: [
        try day("2026-01-27"): try day("2026-01-28"), try day("2026-02-10"): try day("2026-02-12"),
      ])
    try calendar.checkShape(policies: Policies())
    #expect(
      dates(calendar, 99) == [
        "2026-01-06", "2026-01-13", "2026-01-28", "2026-02-03", "2026-02-12",
      ])
    let once = ScheduleCalendar(
      weekdays: [], minute: 0, start: try day("2026-03-01"), end: nil, skipped: [], moved: [:])
    #expect(dates(once, 9) == ["2026-03-01"])
    let back = ScheduleCalendar(
      weekdays: [], minute: 0, start: try day("2026-03-01"), end: nil, skipped: [],
      moved: [try day("2026-03-01"): try day("2026-03-05")])
    #expect(dates(back, 9) == ["2026-03-05"])
    let daily = ScheduleCalendar(
      weekdays: Set(1...7), minute: 0, start: try day("2024-02-28"), end: nil, skipped: [],
      moved: [:])
    #expect(dates(daily, 3) == ["2024-02-28", "2024-02-29", "2024-03-01"])
  }

  @Test("A date is written one way, and a time is the corp's, summer time told")
  func moments() throws {
    for wrong in ["", "2026-1-6", "2026-02-30", "20260106", "2026-01-06 ", "tomorrow"] {
      #expect(CalendarDate.day(wrong) == nil, "\(wrong)")
    }
    #expect(
      CalendarDate.moment(day: try day("2026-01-06"), minute: 600, timeZone: shanghai)
        == Instant(seconds: 1_767_664_800))
    // Berlin is at UTC+1 on 28 March 2026 and at UTC+2 from the 29th on.
    let before = CalendarDate.moment(
      day: try day("2026-03-28"), minute: 600, timeZone: "Europe/Berlin")
    let after = CalendarDate.moment(
      day: try day("2026-03-29"), minute: 600, timeZone: "Europe/Berlin")
    #expect(after.microseconds - before.microseconds == 23 * 3_600_000_000)
  }

  private func schedules(_ chain: Chain) -> BroadcastsV1.ScheduleServiceClient {
    .init(chain.service.channel)
  }

  /// The Tuesdays of January 2026 at 10:00; one is skipped, one is moved to Wednesday.
  private var tuesdays: BroadcastsV1.Schedule {
    .init(
      scheduleID: "guofen-day",
      broadcast: .init(
        name: "果粉日", audience: .init(userids: ["ann", "bob", "cid"]),
        variants: [
          .init(name: "coupon", weight: 1, content: .init(text: "{{customer.name}}，7.9折")),
          .init(name: "news", weight: 1, content: .init(text: "新品")),
        ], controlPercent: 30, seed: "guofen"),
      weekdays: [2], minuteOfDay: 600, startDate: "2026-01-01", endDate: "2026-01-31",
      skippedDates: ["2026-01-20"],
      movedDates: [.init(fromDate: "2026-01-27", toDate: "2026-01-28")])
  }

  /// Waits, without a clock, for an occurrence.
  private func occurrence(
    _ chain: Chain, _ count: Int, of id: String = "guofen-day"
  ) async throws -> BroadcastsV1.Occurrence {
    while true {
      let found = try await schedules(chain).listOccurrences(.init(scheduleID: id)).occurrences
      if found.count >= count { return found[count - 1] }
      await Task.yield()
    }
  }

  /// All that a month of campaigns leaves, as bytes.
  private func month() async throws -> [[UInt8]] {
    var bytes: [[UInt8]] = []
    try await withChain { chain in
      _ = try await schedules(chain).createSchedule(.init(schedule: tuesdays))
      // The clock stands at 2026-01-05 08:00.
      for (number, seconds) in [93_600, 604_800, 1_296_000].enumerated() {
        chain.service.clock.advance(seconds: Int64(seconds))
        let occurrence = try await occurrence(chain, number + 1)
        _ = try await chain.planEnded(occurrence.msgid)
        for task in try await chain.tasks.listMemberTasks(.init(msgid: occurrence.msgid))
          .memberTasks
        {
          _ = try await chain.tasks.confirmMemberTask(
            .init(msgid: occurrence.msgid, userid: task.userid))
        }
        let leased = try await chain.deliveries.leaseDeliveries(.init(channelID: "app"))
        bytes.append(leased.packed())
        try await chain.acknowledge(leased.deliveries)
        let all = try await chain.allDeliveries(occurrence.msgid)
        _ = try await chain.conversions.recordConversions(
          .init(
            conversions: all.prefix(4).map {
              .init(
                conversionID: "c-\($0.deliveryID)", msgid: $0.msgid,
                recipient: .externalUserid($0.recipientID), kind: .order, amountCents: 790,
                conversionTime: chain.service.clock.now.timestamp)
            }))
        bytes += try await chain.allDeliveries(occurrence.msgid).map { $0.packed() }
        bytes.append(
          try await BroadcastsV1.LiftServiceClient(chain.service.channel)
            .getLift(.init(msgid: occurrence.msgid)).packed())
      }
      bytes.append(try await chain.reports.listBroadcastReports(.init()).packed())
      let occurrences = try await schedules(chain).listOccurrences(
        .init(scheduleID: "guofen-day"))
      #expect(
        occurrences.occurrences.map(\.date) == ["2026-01-06", "2026-01-13", "2026-01-28"])
      bytes.append(occurrences.packed())
      let ended = try await schedules(chain).getSchedule(.init(scheduleID: "guofen-day"))
      #expect(ended.state == .ended)
      bytes.append(ended.packed())
    }
    return bytes
  }

  @Test("A month of Tuesday campaigns 果粉日 replays under a stepped clock with the same bytes")
  func replay() async throws {
    let first = try await month()
    let second = try await month()
    #expect(first.count > 20)
    #expect(first == second)
  }

  @Test("One that is too late waits for somebody to start it, and starts once")
  func late() async throws {
    try await withChain { chain in
      let schedules = schedules(chain)
      var asked = tuesdays
      asked.latestStartSeconds = 1800
      let request = BroadcastsV1.CreateScheduleRequest(schedule: asked, requestID: "r-1")
      let created = try await schedules.createSchedule(request)
      #expect(try await schedules.createSchedule(request) == created)
      #expect(created.nextTime?.seconds == 1_767_664_800)
      // The service is down from before 10:00 until 10:30:01.
      chain.service.clock.advance(seconds: 93_599)
      await chain.service.stop()
      chain.service.clock.advance(seconds: 1802)
      try await chain.restart()
      let missed = try await occurrence(chain, 1)
      #expect((missed.state, missed.msgid) == (.waits, ""))
      #expect(missed.dueTime?.seconds == 1_767_664_800)
      #expect(try await chain.broadcasts.listBroadcasts(.init()).broadcasts.isEmpty)
      let schedule = BroadcastsV1.ScheduleServiceClient(chain.service.channel)
      let start = BroadcastsV1.StartOccurrenceRequest(
        scheduleID: "guofen-day", date: "2026-01-06", requestID: "r-2")
      let started = try await schedule.startOccurrence(start)
      #expect(try await schedule.startOccurrence(start) == started)
      #expect(started.state == .started)
      #expect(try await chain.planEnded(started.msgid).name == "果粉日 2026-01-06")
      await expectFailure(.failedPrecondition, "OCCURRENCE_STARTED") {
        try await schedule.startOccurrence(.init(scheduleID: "guofen-day", date: "2026-01-06"))
      }
      await expectFailure(.notFound, "OCCURRENCE_NOT_FOUND", field: "date") {
        try await schedule.startOccurrence(.init(scheduleID: "guofen-day", date: "2026-01-13"))
      }
      #expect(
        try await schedule.getSchedule(.init(scheduleID: "guofen-day")).nextTime?.seconds
          == 1_768_269_600)
      let cancelled = try await schedule.cancelSchedule(.init(scheduleID: "guofen-day"))
      #expect((cancelled.state, cancelled.nextTime) == (.cancelled, nil))
      await expectFailure(.failedPrecondition, "SCHEDULE_ENDED") {
        try await schedule.cancelSchedule(.init(scheduleID: "guofen-day"))
      }
      chain.service.clock.advance(seconds: 604_800)
      // A job that was left finds nothing due: another schedule's occurrence comes after it.
      var other = tuesdays
      other.scheduleID = "other"
      other.weekdays = []
      other.startDate = "2026-01-14"
      other.endDate = ""
      other.skippedDates = []
      other.movedDates = []
      _ = try await schedule.createSchedule(.init(schedule: other))
      chain.service.clock.advance(seconds: 86_400)
      #expect(try await occurrence(chain, 1, of: "other").state == .started)
      #expect(
        try await schedule.listOccurrences(.init(scheduleID: "guofen-day")).occurrences.count == 1)
      let page = try await schedule.listSchedules(.init(pageSize: 1))
      #expect(page.schedules.map(\.scheduleID) == ["other"])
      #expect(
        try await schedule.listSchedules(.init(pageSize: 1, pageToken: page.nextPageToken))
          .schedules.map(\.scheduleID) == ["guofen-day"])
    }
  }

  @Test("What is wrong with a schedule is named")
  func wrong() async throws {
    try await withChain(policies: Policies(json: .init(#"{"schedules_max": 1}"#.utf8))) { chain in
      func asked(_ change: (inout BroadcastsV1.Schedule) -> Void) -> BroadcastsV1.Schedule {
        var schedule = tuesdays
        change(&schedule)
        return schedule
      }
      let wrong: [(BroadcastsV1.Schedule, String, String)] = [
        (asked { $0.scheduleID = "" }, "REQUIRED", "schedule.schedule_id"),
        (asked { $0.broadcast = nil }, "REQUIRED", "schedule.broadcast"),
        (
          asked { $0.broadcast?.name = String(repeating: "n", count: 54) }, "TOO_LONG",
          "broadcast.name"
        ),
        (asked { $0.broadcast?.controlPercent = 51 }, "OUT_OF_RANGE", "broadcast.control_percent"),
        (asked { $0.weekdays = [0] }, "OUT_OF_RANGE", "schedule.weekdays"),
        (asked { $0.minuteOfDay = 1440 }, "OUT_OF_RANGE", "schedule.minute_of_day"),
        (asked { $0.startDate = "" }, "REQUIRED", "schedule.start_date"),
        (asked { $0.startDate = "2026-02-30" }, "BAD_DATE", "schedule.start_date"),
        (asked { $0.endDate = "2025-12-31" }, "OUT_OF_RANGE", "schedule.end_date"),
        (asked { $0.skippedDates = ["x"] }, "BAD_DATE", "schedule.skipped_dates"),
        (
          asked { $0.movedDates[0].fromDate = "2026-01-26" }, "NOT_A_DATE_OF_IT",
          "schedule.moved_dates"
        ),
        (asked { $0.movedDates[0].toDate = "2026-01-13" }, "DATE_TAKEN", "schedule.moved_dates"),
        (
          asked { $0.latestStartSeconds = 86_401 }, "OUT_OF_RANGE",
          "schedule.latest_start_seconds"
        ),
        (
          asked {
            $0.startDate = "2025-12-01"
            $0.endDate = "2026-01-04"
            $0.skippedDates = []
            $0.movedDates = []
          }, "NO_OCCURRENCE", "schedule.start_date"
        ),
      ]
      for (value, reason, field) in wrong {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await schedules(chain).createSchedule(.init(schedule: value))
        }
      }
      _ = try await schedules(chain).createSchedule(.init(schedule: tuesdays))
      await expectFailure(.alreadyExists, "SCHEDULE_EXISTS", field: "schedule_id") {
        try await schedules(chain).createSchedule(.init(schedule: tuesdays))
      }
      await expectFailure(.resourceExhausted, "TOO_MANY_SCHEDULES") {
        try await schedules(chain).createSchedule(.init(schedule: asked { $0.scheduleID = "b" }))
      }
      await expectFailure(.notFound, "SCHEDULE_NOT_FOUND", field: "schedule_id") {
        try await schedules(chain).getSchedule(.init(scheduleID: "b"))
      }
      var told: [String] = []
      for try await change in chain.changes.watchChanges(.init()) {
        guard case .scheduleCreated(let schedule) = change.event else { continue }
        told.append(schedule.scheduleID)
        break
      }
      #expect(told == ["guofen-day"])
    }
  }
}
