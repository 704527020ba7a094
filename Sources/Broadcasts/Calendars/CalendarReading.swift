import Messages
import Protobuf
import ServiceKit
import Store

/// Reads what falls into some days, from broadcasts, schedules and guide tasks.
struct CalendarReading {
  let reader: Reader
  let window: CalendarWindow
  private let timeZone: String
  private let end: Int64

  init(_ window: CalendarWindow, in reader: Reader) throws {
    self.reader = reader
    self.window = window
    timeZone = try SendingRulesTable.rules(in: reader).timeZone
    end = window.end(timeZone: timeZone).microseconds
  }

  var start: CalendarPlace { CalendarPlace(before: window.start(timeZone: timeZone)) }

  func date(of entry: CalendarEntry) -> String {
    CorpTime.text(ofDay: CorpTime(entry.time, timeZone: timeZone).day)
  }

  /// The next of all kinds after a place.
  func entries(after place: CalendarPlace, limit: Int) throws -> [CalendarEntry] {
    let tasks = try GuideTaskTable.due(
      after: (place.time, place.key(of: 3)), until: end, limit: limit, in: reader)
    let all =
      try broadcasts(after: place, limit: limit).map(\.entry)
      + occurrences(after: place, limit: limit) + tasks.map(\.entry)
    return Array(all.sorted { $0.place < $1.place }.prefix(limit))
  }

  func broadcasts(after place: CalendarPlace, limit: Int) throws -> [Broadcast] {
    try BroadcastTable.created(
      after: (place.time, place.key(of: 1)), until: end, limit: limit, in: reader)
  }

  /// Those that lie ahead, and those that wait, with their names.
  func occurrences(after place: CalendarPlace, limit: Int) throws -> [CalendarEntry] {
    var found = try ScheduleTable.waiting(
      after: (place.time, place.key(of: 2)), until: end, limit: limit, in: reader
    ).map {
      CalendarEntry(
        source: .occurrence(scheduleID: $0.scheduleID, waits: true), key: $0.schedule,
        time: $0.dueTime)
    }
    for schedule in try ScheduleTable.active(in: reader) {
      found += ahead(schedule).filter { $0.place > place }
    }
    var names: [Int64: BroadcastsV1.Broadcast] = [:]
    return try found.sorted { $0.place < $1.place }.prefix(limit).map { entry in
      let broadcast = try names[entry.key] ?? broadcast(of: entry)
      names[entry.key] = broadcast
      var entry = entry
      entry.name = broadcast.name
      entry.chatType = try Broadcast.ChatType(broadcast.chatType)
      return entry
    }
  }

  /// What an occurrence creates.
  func broadcast(of entry: CalendarEntry) throws -> BroadcastsV1.Broadcast {
    try BroadcastsV1.Broadcast(unpacking: ScheduleTable.broadcast(of: entry.key, in: reader))
  }

  private func ahead(_ schedule: Schedule) -> [CalendarEntry] {
    var entries: [CalendarEntry] = []
    guard var day = schedule.nextDay else { return [] }
    day = max(day, window.days.lowerBound)
    while let next = schedule.calendar.next(from: day), next <= window.days.upperBound {
      entries.append(
        CalendarEntry(
          source: .occurrence(scheduleID: schedule.id, waits: false), key: schedule.key,
          time: CalendarDate.moment(
            day: next, minute: schedule.calendar.minute, timeZone: timeZone)))
      day = next + 1
    }
    return entries
  }
}

extension Broadcast {
  var entry: CalendarEntry {
    CalendarEntry(
      source: .broadcast(msgid: msgid, state: state), key: key, time: createTime, name: name,
      chatType: chatType)
  }
}

extension GuideTask {
  /// Of one that is due some time.
  fileprivate var entry: CalendarEntry {
    CalendarEntry(source: .guideTask(id: id), key: key, time: dueTime!, name: title)
  }
}
