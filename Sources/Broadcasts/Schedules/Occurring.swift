import Messages
import Protobuf
import ServiceKit
import Store

/// Starts what is due, in one transaction with what is next: an occurrence takes place once, whatever
/// dies in between.
struct Occurring {
  static let kind = "start-occurrence"

  let mutation: BroadcastsMutation

  static func job(_ context: BroadcastsContext) -> Jobs.Kind {
    Jobs.Kind(
      run: { job in
        let scheduleID = String(decoding: job.payload, as: UTF8.self)
        try await context.write(corp: job.corp, origin: .job) { mutation in
          try Occurring(mutation: mutation).run(scheduleID)
        }
      }, failed: { _, _ in }, isKept: false)
  }

  /// Leaves a job for a schedule's next occurrence. One that comes too early finds nothing due.
  func arrange(_ schedule: Schedule) throws {
    guard let nextTime = schedule.nextTime else { return }
    try mutation.start(Self.kind, payload: Array(schedule.id.utf8), at: nextTime)
  }

  private func run(_ scheduleID: String) throws {
    guard var schedule = try ScheduleTable.find(scheduleID, in: mutation.writer),
      let day = schedule.nextDay, let dueTime = schedule.nextTime, dueTime <= mutation.now
    else { return }
    var occurrence = Occurrence(
      schedule: schedule.key, scheduleID: schedule.id, day: day, dueTime: dueTime)
    let latest = dueTime.advanced(bySeconds: Int64(schedule.latestStartSeconds))
    if mutation.now <= latest {
      try start(&occurrence, of: schedule, latest: latest)
    } else {
      try ScheduleTable.put(occurrence, in: mutation.writer)
      try mutation.emit(.occurrenceMissed(occurrence.message))
    }
    let timeZone = try SendingRulesTable.rules(in: mutation.writer).timeZone
    schedule.advance(from: day + 1, timeZone: timeZone)
    try ScheduleTable.update(schedule, in: mutation.writer)
    try arrange(schedule)
  }

  /// Creates an occurrence's broadcast, or plans the one that was approved too late. Once a new one is
  /// approved after `latest` it is not started by itself.
  func start(
    _ occurrence: inout Occurrence, of schedule: Schedule, latest: Instant? = nil
  ) throws {
    let kept = occurrence.msgid
    try occurrence.start(msgid: schedule.msgid(ofDay: occurrence.day), now: mutation.now)
    if kept.isEmpty {
      try create(occurrence, of: schedule, latest: latest)
    } else {
      var broadcast = try BroadcastTable.require(kept, in: mutation.writer)
      try broadcast.start()
      try mutation.plan(&broadcast)
      try BroadcastTable.update(broadcast, in: mutation.writer)
    }
    try ScheduleTable.put(occurrence, in: mutation.writer)
    try mutation.emit(.occurrenceStarted(occurrence.message))
  }

  private func create(
    _ occurrence: Occurrence, of schedule: Schedule, latest: Instant?
  ) throws {
    let packed = try ScheduleTable.broadcast(of: schedule.key, in: mutation.writer)
    var draft = try BroadcastDraft(BroadcastsV1.Broadcast(unpacking: packed))
    let date = CorpTime.text(ofDay: occurrence.day)
    draft.name = draft.name.isEmpty ? date : "\(draft.name) \(date)"
    _ = try mutation.create(draft, msgid: occurrence.msgid, latestStartTime: latest)
  }
}
