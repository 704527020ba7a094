import ServiceKit

/// Something that falls on a day of the calendar of campaigns 营销日历.
struct CalendarEntry: Sendable, Equatable {
  enum Source: Sendable, Equatable {
    case broadcast(msgid: String, state: Broadcast.State)
    case occurrence(scheduleID: String, waits: Bool)
    case guideTask(id: String)

    fileprivate var number: Int {
      switch self {
      case .broadcast: 1
      case .occurrence: 2
      case .guideTask: 3
      }
    }
  }

  let source: Source
  /// The key in the store of what it is: of an occurrence, of its schedule.
  let key: Int64
  let time: Instant
  var name = ""
  var chatType: Broadcast.ChatType?

  var place: CalendarPlace {
    CalendarPlace(time: time.microseconds, source: source.number, key: key)
  }
}

/// Where an entry stands in the calendar.
struct CalendarPlace: Sendable, Comparable {
  let time: Int64
  /// 1 broadcasts, 2 occurrences, 3 guide tasks.
  let source: Int
  let key: Int64

  init(time: Int64, source: Int, key: Int64) {
    self.time = time
    self.source = source
    self.key = key
  }

  /// Before all that comes at a moment.
  init(before moment: Instant) { self.init(time: moment.microseconds - 1, source: 3, key: .max) }

  static func < (left: Self, right: Self) -> Bool {
    (left.time, left.source, left.key) < (right.time, right.source, right.key)
  }

  /// Behind which key of a source the rest begins that comes at the same time.
  func key(of source: Int) -> Int64 {
    source < self.source ? .max : source == self.source ? key : .min
  }
}

/// Some days of the corp.
struct CalendarWindow: Sendable, Equatable {
  let days: ClosedRange<Int>

  init(_ days: ClosedRange<Int>) { self.days = days }

  init(start: String, end: String, policies: Policies) throws(InvalidField) {
    let first = try CalendarDate.day(start, field: "start_date")
    let last = try CalendarDate.day(end, field: "end_date")
    let most = policies[.calendarDaysMax]
    guard first <= last, last - first < most else {
      throw InvalidField(
        "end_date", "OUT_OF_RANGE", "end_date is 0 to \(most - 1) days after start_date.")
    }
    days = first...last
  }

  func start(timeZone: String) -> Instant {
    CalendarDate.moment(day: days.lowerBound, minute: 0, timeZone: timeZone)
  }

  /// The first moment after it.
  func end(timeZone: String) -> Instant {
    CalendarDate.moment(day: days.upperBound + 1, minute: 0, timeZone: timeZone)
  }
}

/// What the recipients of two broadcasts have in common.
enum Overlap: Sendable, Equatable {
  case none
  /// So many whom both name.
  case named(Int)
  /// Nobody can say without looking.
  case possible
}

extension PlanTarget {
  func overlap(with other: PlanTarget) -> Overlap {
    switch (self, other) {
    case (.chats(let mine), .chats(let others)): Self.overlap(mine, others)
    case (.audience(let mine), .audience(let others)):
      mine.externalUserids.isEmpty || others.externalUserids.isEmpty
        ? .possible : Self.overlap(mine.externalUserids, others.externalUserids)
    case (.chats, .audience), (.audience, .chats): .none
    }
  }

  private static func overlap(_ mine: [String], _ others: [String]) -> Overlap {
    let shared = Set(mine).intersection(others).count
    return shared == 0 ? .none : .named(shared)
  }
}
