import Foundation
import ServiceKit

/// How often a recipient may get a broadcast 群发频次, over all broadcasts, in periods that begin at
/// 0 o'clock in UTC+8.
enum QuotaRule: Int, Sendable {
  case monthlyDays = 1
  case weekly = 2
  case daily = 3

  /// The period a day lies in, and how many it allows.
  func period(of day: Day, policies: Policies) -> QuotaPeriod {
    switch self {
    case .monthlyDays:
      let month = CalendarMonth(of: day)
      return QuotaPeriod(start: month.start, end: month.end, limit: month.days)
    case .weekly:
      // 1970-01-01 was a Thursday, and a week begins on Monday.
      let start = day.advanced(by: -(((day.number + 3) % 7 + 7) % 7))
      return QuotaPeriod(
        start: start, end: start.advanced(by: 7), limit: Int64(policies[.broadcastsWeeklyMax]))
    case .daily:
      return QuotaPeriod(
        start: day, end: day.advanced(by: 1), limit: Int64(policies[.broadcastsDailyMax]))
    }
  }
}

/// Some days, and how many broadcasts a recipient may get in them.
struct QuotaPeriod: Sendable, Equatable {
  let start: Day
  /// The first day after it.
  let end: Day
  let limit: Int64

  init(start: Day, end: Day, limit: Int64) {
    self.start = start
    self.end = end
    self.limit = limit
  }
}

/// The month of the Gregorian calendar a day lies in.
struct CalendarMonth: Sendable, Equatable {
  let start: Day
  let end: Day

  var days: Int64 { end.number - start.number }

  init(of day: Day) {
    // Years that begin in March end with the leap day: after H. Hinnant, "chrono-compatible low-level
    // date algorithms".
    let shifted = day.number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * month + 2) / 5
    start = day.advanced(by: -dayOfMonth)
    let isLeap =
      (yearOfEra + 1) % 4 == 0 && ((yearOfEra + 1) % 100 != 0 || (yearOfEra + 1) % 400 == 0)
    // March to February.
    let lengths: [Int64] = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, isLeap ? 29 : 28]
    end = start.advanced(by: lengths[Int(month)])
  }
}

/// The hours of a day in which nothing is sent 免打扰时段, by the corp's clock.
struct QuietHours: Sendable, Equatable {
  /// Minutes since midnight.
  let start: Int
  /// The first minute after them; smaller than `start` when they go past midnight.
  let end: Int

  private static let dayMinutes = 1440

  init(start: Int, end: Int) throws(InvalidField) {
    for (minute, name) in [(start, "start_minute"), (end, "end_minute")] {
      guard (0..<Self.dayMinutes).contains(minute) else {
        let field = "rules.quiet_hours.\(name)"
        throw InvalidField(
          field, "OUT_OF_RANGE", "\(field) is \(minute), allowed are 0 to 1439.")
      }
    }
    guard start != end else {
      throw InvalidField(
        "rules.quiet_hours.end_minute", "EMPTY",
        "rules.quiet_hours.end_minute equals start_minute; no quiet hours are told by leaving them out."
      )
    }
    self.start = start
    self.end = end
  }

  /// How many minutes there are from this one on until they begin.
  func minutesBefore(from minute: Int) -> Int {
    (start - minute + Self.dayMinutes) % Self.dayMinutes
  }

  /// How many minutes they last from this one on; 0 outside of them.
  func minutesLeft(at minute: Int) -> Int {
    let isQuiet =
      start < end ? (start..<end).contains(minute) : minute >= start || minute < end
    return isQuiet ? (end - minute + Self.dayMinutes) % Self.dayMinutes : 0
  }
}

/// The rules of sending of a corp 群发规则.
struct SendingRules: Sendable, Equatable {
  var quotaRule = QuotaRule.monthlyDays
  var quietHours: QuietHours?
  var timeZone = Self.normalTimeZone
  /// Whether each new broadcast waits for approval.
  var broadcastsNeedApproval = false
  /// How many a group may get on a day; 0 for as many as the quota rule leaves.
  var groupDailyMax = 0
  /// Whether a group is refused what it gets on the same day already.
  var refusesRepeats = false

  private static let groupDailyRange = 0...100

  static let normalTimeZone = "Asia/Shanghai"

  init(
    quotaRule: QuotaRule = .monthlyDays, quietHours: QuietHours? = nil,
    timeZone: String = normalTimeZone, broadcastsNeedApproval: Bool = false,
    groupDailyMax: Int = 0, refusesRepeats: Bool = false
  ) {
    self.quotaRule = quotaRule
    self.quietHours = quietHours
    self.timeZone = timeZone
    self.broadcastsNeedApproval = broadcastsNeedApproval
    self.groupDailyMax = groupDailyMax
    self.refusesRepeats = refusesRepeats
  }

  func checkShape() throws(InvalidField) {
    guard TimeZone(identifier: timeZone) != nil else {
      throw InvalidField(
        "rules.time_zone", "UNKNOWN_TIME_ZONE",
        "rules.time_zone is no name of the IANA time zone database.")
    }
    guard Self.groupDailyRange.contains(groupDailyMax) else {
      throw InvalidField(
        "rules.group_daily_max", "OUT_OF_RANGE",
        "rules.group_daily_max is \(groupDailyMax), allowed are 0 to 100.")
    }
  }

  /// What a group may get on a day besides what the quota rule leaves; nil where that is all.
  func groupPeriod(of day: Day) -> QuotaPeriod? {
    guard groupDailyMax > 0 else { return nil }
    return QuotaPeriod(start: day, end: day.advanced(by: 1), limit: Int64(groupDailyMax))
  }

  /// When the quiet hours end that a moment lies in; nil outside of them.
  func quietEnd(at moment: Instant) -> Instant? {
    guard let quietHours else { return nil }
    let left = quietHours.minutesLeft(at: CorpTime(moment, timeZone: timeZone).minute)
    guard left > 0 else { return nil }
    let minute = moment.microseconds / 60_000_000
    return Instant(seconds: (minute + Int64(left)) * 60)
  }
}

extension SendingRules {
  /// When something is done that takes so many minutes outside of the quiet hours.
  func finish(of minutes: Int, from start: Instant) -> Instant {
    var moment = start
    var left = minutes
    while true {
      if let end = quietEnd(at: moment) { moment = end }
      guard let quietHours else { return moment.advanced(bySeconds: Int64(left) * 60) }
      let open = quietHours.minutesBefore(from: CorpTime(moment, timeZone: timeZone).minute)
      if left <= open { return moment.advanced(bySeconds: Int64(left) * 60) }
      left -= open
      moment = moment.advanced(bySeconds: Int64(open) * 60)
    }
  }
}

/// What a member sent to somebody by himself 个人群发.
struct PersonalBroadcast: Sendable, Equatable {
  /// The caller's, and what makes recording repeatable.
  let sendID: String
  let userid: String
  /// An external_userid or a chat_id.
  let recipientID: String
  let time: Instant

  /// As long as any period of a quota, so that it cannot count in one that nobody asks for.
  private static let oldestDays: Int64 = 31

  init(
    sendID: String, userid: String, recipientID: String, time: Instant, now: Instant
  ) throws(InvalidField) {
    try Shape.id(sendID, field: "personal_broadcasts.send_id")
    try Shape.userid(userid, field: "personal_broadcasts.userid")
    try Shape.id(recipientID, field: "personal_broadcasts.recipient", errcode: 40096)
    let oldest = now.advanced(bySeconds: -Self.oldestDays * 86_400)
    guard (oldest...now).contains(time) else {
      throw InvalidField(
        "personal_broadcasts.send_time", "OUT_OF_RANGE",
        "personal_broadcasts.send_time is in the future or more than \(Self.oldestDays) days ago.")
    }
    self.sendID = sendID
    self.userid = userid
    self.recipientID = recipientID
    self.time = time
  }
}
