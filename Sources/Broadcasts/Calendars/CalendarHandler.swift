import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.CalendarService`.
struct CalendarHandler: BroadcastsV1.CalendarServiceProtocol {
  private static let clashesMax = 200

  let context: BroadcastsContext

  func listCalendarEntries(
    _ request: BroadcastsV1.ListCalendarEntriesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListCalendarEntriesResponse {
    let window = try CalendarWindow(
      start: request.startDate, end: request.endDate, policies: context.policies)
    let page = try Page(request, keys: 3)
    let keys = page.after.compactMap(\.int)
    let after =
      keys.count == 3 ? CalendarPlace(time: keys[0], source: Int(keys[1]), key: keys[2]) : nil
    let found = try await context.corps.database(of: call.principal.corp).scan { reader in
      let reading = try CalendarReading(window, in: reader)
      return try reading.entries(after: after ?? reading.start, limit: page.size + 1)
        .map { (entry: $0, date: reading.date(of: $0)) }
    }
    let (entries, nextPageToken) = page.cut(found) {
      let place = $0.entry.place
      return [.int(place.time), .int(Int64(place.source)), .int(place.key)]
    }
    return .init(
      entries: entries.map { $0.entry.message(on: $0.date) }, nextPageToken: nextPageToken)
  }

  func checkClashes(
    _ request: BroadcastsV1.CheckClashesRequest, _ call: Call
  ) async throws -> BroadcastsV1.CheckClashesResponse {
    let draft = try BroadcastDraft(Shape.required(request.broadcast, field: "broadcast"))
    try draft.checkShape(policies: context.policies)
    let day = try CalendarDate.day(request.date, field: "date")
    let most = Self.clashesMax
    let (found, hasMore) = try await context.corps.database(of: call.principal.corp).scan {
      reader in
      let reading = try CalendarReading(CalendarWindow(day...day), in: reader)
      let broadcasts = try reading.broadcasts(after: reading.start, limit: most + 1)
      let occurrences = try reading.occurrences(after: reading.start, limit: most + 1)
      let targets =
        try broadcasts.filter { !$0.isStopped }.map {
          ($0.entry, try BroadcastTable.target(of: $0.key, in: reader))
        } + occurrences.map { ($0, try BroadcastDraft(reading.broadcast(of: $0)).target) }
      return (
        targets.sorted { $0.0.place < $1.0.place }.compactMap { entry, target in
          entry.clash(draft.target.overlap(with: target), on: request.date)
        }, max(broadcasts.count, occurrences.count) > most
      )
    }
    return .init(
      clashes: Array(found.prefix(most)), hasMore: hasMore || found.count > most)
  }
}

extension CalendarEntry {
  fileprivate func message(on date: String) -> BroadcastsV1.CalendarEntry {
    var message = BroadcastsV1.CalendarEntry(
      entryTime: time.timestamp, date: date, name: name,
      chatType: .init(rawValue: Int32(chatType?.rawValue ?? 0)))
    switch source {
    case .broadcast(let msgid, let state):
      message.source = .msgid(msgid)
      message.broadcastState = .init(rawValue: Int32(state.rawValue))
    case .occurrence(let scheduleID, let waits):
      message.source = .scheduleID(scheduleID)
      message.waits = waits
    case .guideTask(let id): message.source = .taskID(id)
    }
    return message
  }

  /// Nil for what reaches nobody of them.
  fileprivate func clash(_ overlap: Overlap, on date: String) -> BroadcastsV1.Clash? {
    switch overlap {
    case .none: nil
    case .possible: .init(entry: message(on: date))
    case .named(let count): .init(entry: message(on: date), sharedCount: Int64(count))
    }
  }
}
