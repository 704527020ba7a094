import Foundation
import RPC
import ServiceKit

/// A date of the Gregorian calendar, without a place: days since 1970-01-01.
enum CalendarDate {
  /// YYYY-MM-DD; nil for anything else.
  static func day(_ text: String) -> Int? {
    guard text.utf8.count == 10,
      let date = try? Date("\(text)T00:00:00Z", strategy: .iso8601)
    else { return nil }
    let day = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
    return CorpTime.text(ofDay: day) == text ? day : nil
  }

  static func day(_ text: String, field: String) throws(InvalidField) -> Int {
    guard let day = day(text) else {
      throw InvalidField(
        field, text.isEmpty ? "REQUIRED" : "BAD_DATE", "\(field) is no date, YYYY-MM-DD.")
    }
    return day
  }

  /// When a minute of a day is, by the clocks of a time zone. One that summer time leaves out is an
  /// hour later.
  static func moment(day: Int, minute: Int, timeZone: String) -> Instant {
    let zone = TimeZone(identifier: timeZone) ?? TimeZone(identifier: "Asia/Shanghai") ?? .gmt
    let local = Int64(day) * 86_400 + Int64(minute) * 60
    func offset(_ seconds: Int64) -> Int64 {
      Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }
    let first = local - offset(local)
    return Instant(seconds: local - offset(first))
  }
}

/// On which dates something takes place.
struct ScheduleCalendar: Sendable, Equatable, Codable {
  /// 1 Monday to 7 Sunday; empty for once, on `start`.
  var weekdays: Set<Int>
  var minute: Int
  var start: Int
  var end: Int?
  var skipped: Set<Int>
  /// From date to date.
  var moved: [Int: Int]

  private func isRegular(_ day: Int) -> Bool {
    guard day >= start, day <= end ?? .max else { return false }
    // 1970-01-01 was a Thursday.
    return weekdays.isEmpty
      ? day == start : weekdays.contains((((day + 3) % 7) + 7) % 7 + 1)
  }

  /// The first date from a day on that it takes place on; nil when there is none.
  func next(from day: Int) -> Int? {
    let moved = moved.filter { $0.value >= day && isRegular($0.key) }.values.min()
    var candidate = max(day, start)
    // Each week holds a regular day, unless it is left out.
    let last = candidate + 7 * (skipped.count + self.moved.count + 1)
    while candidate <= min(last, end ?? .max) {
      if let moved, moved <= candidate { return moved }
      if isRegular(candidate), !skipped.contains(candidate), self.moved[candidate] == nil {
        return candidate
      }
      candidate += 1
    }
    return moved
  }

  func checkShape(policies: Policies) throws(InvalidField) {
    guard weekdays.allSatisfy((1...7).contains) else {
      throw InvalidField(
        "schedule.weekdays", "OUT_OF_RANGE", "schedule.weekdays are 1 Monday to 7 Sunday.")
    }
    guard (0...1439).contains(minute) else {
      throw InvalidField(
        "schedule.minute_of_day", "OUT_OF_RANGE",
        "schedule.minute_of_day is \(minute), allowed are 0 to 1439.")
    }
    if let end {
      guard !weekdays.isEmpty, end >= start else {
        throw InvalidField(
          "schedule.end_date", "OUT_OF_RANGE",
          "schedule.end_date is not before start_date, and only for one that recurs.")
      }
    }
    try Shape.items(
      skipped.count + moved.count, 0...policies[.scheduleDatesMax],
      field: "schedule.skipped_dates")
    var met: Set<Int> = []
    for (from, to) in moved.sorted(by: { $0.key < $1.key }) {
      guard isRegular(from), !skipped.contains(from) else {
        throw InvalidField(
          "schedule.moved_dates", "NOT_A_DATE_OF_IT",
          "schedule.moved_dates moves \(CorpTime.text(ofDay: from)), which is no date of it.")
      }
      let isTaken =
        isRegular(to) && !skipped.contains(to) && moved[to] == nil
      guard !isTaken, met.insert(to).inserted else {
        throw InvalidField(
          "schedule.moved_dates", "DATE_TAKEN",
          "schedule.moved_dates has two on \(CorpTime.text(ofDay: to)).")
      }
    }
  }
}

/// A plan of broadcasts by the calendar 定时群发.
struct Schedule: Sendable, Equatable {
  enum State: Int, Sendable {
    case active = 1
    case ended = 2
    case cancelled = 3
  }

  /// Its number in the store.
  var key: Int64
  let id: String
  let calendar: ScheduleCalendar
  let latestStartSeconds: Int
  var state: State
  /// The date of the next occurrence, and when it is due.
  var nextDay: Int?
  var nextTime: Instant?
  let createTime: Instant

  static let normalLatestStartSeconds = 3600
  private static let latestStartRange = 1...86_400

  static func checkLatestStart(_ seconds: Int) throws(InvalidField) {
    guard latestStartRange.contains(seconds) else {
      throw InvalidField(
        "schedule.latest_start_seconds", "OUT_OF_RANGE",
        "schedule.latest_start_seconds is \(seconds), allowed are 1 to 86400.")
    }
  }

  /// Goes on to the first occurrence from a day on; one without ends.
  mutating func advance(from day: Int, timeZone: String) {
    nextDay = calendar.next(from: day)
    nextTime = nextDay.map {
      CalendarDate.moment(day: $0, minute: calendar.minute, timeZone: timeZone)
    }
    if nextDay == nil { state = .ended }
  }

  /// The first occurrence that is due after a moment.
  mutating func begin(after moment: Instant, timeZone: String) throws(InvalidField) {
    let today = CorpTime(moment, timeZone: timeZone).day
    advance(from: today, timeZone: timeZone)
    if nextDay == today, let nextTime, nextTime <= moment {
      advance(from: today + 1, timeZone: timeZone)
    }
    guard nextDay != nil else {
      throw InvalidField(
        "schedule.start_date", "NO_OCCURRENCE", "No date of the schedule lies ahead.")
    }
  }

  mutating func cancel() throws(ScheduleFailure) {
    guard state == .active else { throw .ended(id) }
    state = .cancelled
    nextDay = nil
    nextTime = nil
  }

  /// The msgid of an occurrence's broadcast: the same whenever it is started, so that a month can be
  /// replayed; `msg` and 30 letters and digits, as all have.
  func msgid(ofDay day: Int) -> String {
    let halves = (0..<2).map { half in
      var fingerprint = Fingerprint()
      fingerprint.add(id)
      fingerprint.add(Int64(day))
      fingerprint.add(Int64(half))
      let digits = String(fingerprint.finish(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return "msg" + halves.joined().prefix(30)
  }
}

/// A date of a schedule that was due.
struct Occurrence: Sendable, Equatable {
  enum State: Int, Sendable {
    case started = 1
    case waits = 2
  }

  let schedule: Int64
  let scheduleID: String
  let day: Int
  let dueTime: Instant
  var startTime: Instant?
  var msgid = ""

  var state: State { startTime == nil ? .waits : .started }

  mutating func start(msgid: String, now: Instant) throws(ScheduleFailure) {
    guard startTime == nil else { throw .started(scheduleID, day) }
    startTime = now
    self.msgid = msgid
  }
}

enum ScheduleFailure: Failure, Equatable {
  case notFound(String)
  case exists(String)
  case ended(String)
  case tooMany(Int)
  case occurrenceNotFound(String, Int)
  case started(String, Int)

  var code: StatusCode {
    switch self {
    case .notFound, .occurrenceNotFound: .notFound
    case .exists: .alreadyExists
    case .ended, .started: .failedPrecondition
    case .tooMany: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "SCHEDULE_NOT_FOUND"
    case .exists: "SCHEDULE_EXISTS"
    case .ended: "SCHEDULE_ENDED"
    case .tooMany: "TOO_MANY_SCHEDULES"
    case .occurrenceNotFound: "OCCURRENCE_NOT_FOUND"
    case .started: "OCCURRENCE_STARTED"
    }
  }

  var field: String? {
    switch self {
    case .notFound, .exists: "schedule_id"
    case .occurrenceNotFound: "date"
    case .ended, .tooMany, .started: nil
    }
  }

  var message: String {
    switch self {
    case .notFound(let id): "There is no schedule '\(id)'."
    case .exists(let id): "There is a schedule '\(id)' already."
    case .ended(let id): "Schedule '\(id)' has ended."
    case .tooMany(let max): "The corp has \(max) active schedules."
    case .occurrenceNotFound(let id, let day):
      "Nothing of schedule '\(id)' was due on \(CorpTime.text(ofDay: day))."
    case .started(let id, let day):
      "Schedule '\(id)' was started on \(CorpTime.text(ofDay: day)) already."
    }
  }
}
