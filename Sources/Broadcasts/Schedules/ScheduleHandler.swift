import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.ScheduleService`.
struct ScheduleHandler: BroadcastsV1.ScheduleServiceProtocol {
  /// A date and a space have to fit behind it.
  private static let nameCharacters = 53

  let context: BroadcastsContext

  func createSchedule(
    _ request: BroadcastsV1.CreateScheduleRequest, _ call: Call
  ) async throws -> BroadcastsV1.Schedule {
    let asked = try Shape.required(request.schedule, field: "schedule")
    try Shape.id(asked.scheduleID, field: "schedule.schedule_id")
    let broadcast = try Shape.required(asked.broadcast, field: "schedule.broadcast")
    let draft = try BroadcastDraft(broadcast)
    try draft.checkShape(policies: context.policies)
    try Shape.characters(draft.name, 0...Self.nameCharacters, field: "broadcast.name")
    let calendar = try ScheduleCalendar(asked)
    try calendar.checkShape(policies: context.policies)
    let latestStart =
      asked.latestStartSeconds == 0
      ? Schedule.normalLatestStartSeconds : Int(asked.latestStartSeconds)
    try Schedule.checkLatestStart(latestStart)
    let max = context.policies[.schedulesMax]
    return try await context.mutate(request, call) { mutation in
      guard try ScheduleTable.find(asked.scheduleID, in: mutation.writer) == nil else {
        throw ScheduleFailure.exists(asked.scheduleID)
      }
      try draft.contents.checkIsCarried(in: mutation.writer)
      guard try ScheduleTable.activeCount(limit: max, in: mutation.writer) < max else {
        throw ScheduleFailure.tooMany(max)
      }
      var schedule = Schedule(
        key: 0, id: asked.scheduleID, calendar: calendar, latestStartSeconds: latestStart,
        state: .active, nextDay: nil, nextTime: nil, createTime: mutation.now)
      try schedule.begin(
        after: mutation.now, timeZone: SendingRulesTable.rules(in: mutation.writer).timeZone)
      try ScheduleTable.insert(schedule, broadcast: broadcast.packed(), in: mutation.writer)
      try Occurring(mutation: mutation).arrange(schedule)
      try mutation.emit(.scheduleCreated(schedule.message))
      return schedule.message
    }
  }

  func getSchedule(
    _ request: BroadcastsV1.GetScheduleRequest, _ call: Call
  ) async throws -> BroadcastsV1.Schedule {
    try Shape.id(request.scheduleID, field: "schedule_id")
    return try context.read(call) { reader in
      let schedule = try ScheduleTable.require(request.scheduleID, in: reader)
      var message = schedule.message
      message.broadcast = try BroadcastsV1.Broadcast(
        unpacking: ScheduleTable.broadcast(of: schedule.key, in: reader))
      return message
    }
  }

  func listSchedules(
    _ request: BroadcastsV1.ListSchedulesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListSchedulesResponse {
    let page = try Page(request)
    let found = try context.read(call) {
      try ScheduleTable.list(
        before: page.after.first?.int ?? .max, limit: page.size + 1, in: $0)
    }
    let (schedules, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(schedules: schedules.map(\.message), nextPageToken: nextPageToken)
  }

  func cancelSchedule(
    _ request: BroadcastsV1.CancelScheduleRequest, _ call: Call
  ) async throws -> BroadcastsV1.Schedule {
    try Shape.id(request.scheduleID, field: "schedule_id")
    return try await context.mutate(request, call) { mutation in
      var schedule = try ScheduleTable.require(request.scheduleID, in: mutation.writer)
      try schedule.cancel()
      try ScheduleTable.update(schedule, in: mutation.writer)
      try mutation.emit(.scheduleCancelled(schedule.message))
      return schedule.message
    }
  }

  func listOccurrences(
    _ request: BroadcastsV1.ListOccurrencesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListOccurrencesResponse {
    let page = try Page(request)
    try Shape.id(request.scheduleID, field: "schedule_id")
    let found = try context.read(call) { reader in
      try ScheduleTable.occurrences(
        of: ScheduleTable.require(request.scheduleID, in: reader).key,
        after: page.after.first?.int ?? .min, limit: page.size + 1, in: reader)
    }
    let (occurrences, nextPageToken) = page.cut(found) { [.int(Int64($0.day))] }
    return .init(occurrences: occurrences.map(\.message), nextPageToken: nextPageToken)
  }

  func startOccurrence(
    _ request: BroadcastsV1.StartOccurrenceRequest, _ call: Call
  ) async throws -> BroadcastsV1.Occurrence {
    try Shape.id(request.scheduleID, field: "schedule_id")
    let day = try CalendarDate.day(request.date, field: "date")
    return try await context.mutate(request, call) { mutation in
      let schedule = try ScheduleTable.require(request.scheduleID, in: mutation.writer)
      let found = try ScheduleTable.occurrence(of: schedule.key, day: day, in: mutation.writer)
      guard var occurrence = found else {
        throw ScheduleFailure.occurrenceNotFound(schedule.id, day)
      }
      try Occurring(mutation: mutation).start(&occurrence, of: schedule)
      return occurrence.message
    }
  }
}

extension ScheduleTable {
  /// Throws `ScheduleFailure.notFound`.
  static func require(_ id: String, in reader: Reader) throws -> Schedule {
    guard let schedule = try find(id, in: reader) else { throw ScheduleFailure.notFound(id) }
    return schedule
  }
}

extension ScheduleCalendar {
  init(_ message: BroadcastsV1.Schedule) throws(InvalidField) {
    let start = try CalendarDate.day(message.startDate, field: "schedule.start_date")
    var end: Int?
    if !message.endDate.isEmpty {
      end = try CalendarDate.day(message.endDate, field: "schedule.end_date")
    }
    var skipped: Set<Int> = []
    for date in message.skippedDates {
      skipped.insert(try CalendarDate.day(date, field: "schedule.skipped_dates"))
    }
    var moved: [Int: Int] = [:]
    for date in message.movedDates {
      let from = try CalendarDate.day(date.fromDate, field: "schedule.moved_dates.from_date")
      moved[from] = try CalendarDate.day(date.toDate, field: "schedule.moved_dates.to_date")
    }
    self.init(
      weekdays: Set(message.weekdays.map(Int.init)), minute: Int(message.minuteOfDay),
      start: start, end: end, skipped: skipped, moved: moved)
  }
}

extension Schedule {
  /// Without what GetSchedule alone returns.
  var message: BroadcastsV1.Schedule {
    .init(
      scheduleID: id, weekdays: calendar.weekdays.sorted().map(Int32.init),
      minuteOfDay: Int32(calendar.minute), startDate: CorpTime.text(ofDay: calendar.start),
      endDate: calendar.end.map(CorpTime.text(ofDay:)) ?? "",
      skippedDates: calendar.skipped.sorted().map(CorpTime.text(ofDay:)),
      movedDates: calendar.moved.sorted { $0.key < $1.key }.map {
        .init(
          fromDate: CorpTime.text(ofDay: $0.key), toDate: CorpTime.text(ofDay: $0.value))
      }, latestStartSeconds: Int32(latestStartSeconds),
      state: .init(rawValue: Int32(state.rawValue)), nextTime: nextTime?.timestamp,
      createTime: createTime.timestamp)
  }
}

extension Occurrence {
  var message: BroadcastsV1.Occurrence {
    .init(
      scheduleID: scheduleID, date: CorpTime.text(ofDay: day),
      state: .init(rawValue: Int32(state.rawValue)), dueTime: dueTime.timestamp,
      startTime: startTime?.timestamp, msgid: msgid)
  }
}
