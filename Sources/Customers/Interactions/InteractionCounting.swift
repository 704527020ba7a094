import Messages
import ServiceKit
import Store

/// The job that counts what the log holds: it takes all that waits, sorts it by relation, and writes
/// each relation's day once. So the more comes in, the less one interaction costs.
///
/// A step's counters and the place it got to are one transaction. A job that is killed sorts the same
/// rows again and goes on behind that place.
struct InteractionCounting: Sendable {
  static let kind = "count-interactions"
  /// Interactions counted in one transaction, about: some ten milliseconds of the writer's time.
  private static let step = 1000

  let context: CustomersContext

  var job: Jobs.Kind {
    // Nothing hangs on its failure: the log stays, and the next job counts it.
    Jobs.Kind(run: run, failed: { _, _ in }, isKept: false)
  }

  private func run(_ job: Job) async throws {
    var place = Place(job.cursor)
    while true {
      if place == nil { place = try await begin(job) }
      guard let begun = place else { return }
      try await count(job, begun)
      place = nil
    }
  }

  /// Marks the job as running and then looks at the log, in one transaction: what is appended later
  /// finds no job waiting, and leaves one.
  private func begin(_ job: Job) async throws -> Place? {
    try await context.write(corp: job.corp, origin: .job) { mutation in
      let place = try InteractionLogTable.end(in: mutation.writer).map { Place(end: $0) }
      try job.save(
        cursor: place?.bytes ?? [], processedCount: 0, totalCount: 0, in: mutation)
      return place
    }
  }

  private func count(_ job: Job, _ begun: Place) async throws {
    let database = try context.corps.database(of: job.corp)
    let end = begun.end
    let all = try await database.scan { try InteractionLogTable.interactions(through: end, in: $0) }
    var rest = all[...].drop { begun.holds($0) }
    while !rest.isEmpty {
      let next = Self.cut(&rest)
      let place = Place(end: end, customer: next.last!.customer, member: next.last!.member)
      try await context.write(corp: job.corp, origin: .job) { mutation in
        try self.count(next, mutation)
        try job.save(cursor: place.bytes, processedCount: 0, totalCount: 0, in: mutation)
      }
    }
    try await context.write(corp: job.corp, origin: .job) { mutation in
      try InteractionLogTable.remove(through: end, in: mutation.writer)
      try job.save(cursor: [], processedCount: 0, totalCount: 0, in: mutation)
    }
  }

  /// Takes off as many as a step counts, and no relation's in part.
  private static func cut(
    _ rest: inout ArraySlice<PendingInteraction>
  ) -> ArraySlice<PendingInteraction> {
    var end = min(rest.startIndex + step, rest.endIndex)
    while end < rest.endIndex, rest[end].isOfRelation(of: rest[end - 1]) { end += 1 }
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  private func count(
    _ interactions: ArraySlice<PendingInteraction>, _ mutation: CustomersMutation
  ) throws {
    let writer = mutation.writer
    let today = Day(of: mutation.now)
    let kept = today.advanced(by: -Int64(context.policies[.behaviorKeptDays]))
    // A day more: what was taken before midnight may be counted after it.
    let open = today.advanced(by: -Int64(context.policies[.interactionDaysMax]) - 1)
    let tagging = try AutoTagging(
      .interactions, RelationChanges(mutation, policies: context.policies))
    var behavior: [BehaviorKey: BehaviorCounts] = [:]
    var rest = interactions
    while let first = rest.first {
      let contact = rest.prefix { $0.isOfRelation(of: first) && $0.day == first.day }
      rest = rest[contact.endIndex...]
      let before = try ContactDayTable.find(
        customer: first.customer, member: first.member, day: first.day, in: writer)
      var day = before ?? ContactDay(customer: first.customer, member: first.member, day: first.day)
      for interaction in contact { day.take(interaction) }
      guard day != before else { continue }
      try ContactDayTable.put(day, in: writer)
      if before == nil {
        try ContactDayTable.forget(
          customer: first.customer, member: first.member, kept: kept, open: open, in: writer)
      }
      if let chat = contact.last(where: \.isChat) {
        try RelationTable.note(
          chatTime: chat.time, customer: first.customer, member: first.member, in: writer)
      }
      if !tagging.isIdle {
        _ = try tagging.follow(
          .interactions(day.grown(since: before)), customer: first.customer, member: first.member)
      }
      let change = day.behavior - (before?.behavior ?? BehaviorCounts())
      behavior[BehaviorKey(member: first.member, day: first.day.number), default: .init()] += change
    }
    for (key, change) in behavior {
      try BehaviorTable.add(change, to: key, kept: kept, in: writer)
    }
  }
}

/// How far a job got: the rows of the log it counts, and the last relation that is done.
private struct Place: Sendable {
  let end: Int64
  var customer: Int64 = -1
  var member: Int64 = -1

  init(end: Int64, customer: Int64 = -1, member: Int64 = -1) {
    self.end = end
    self.customer = customer
    self.member = member
  }

  /// Nil for a job that has nothing under way. Reads what `bytes` wrote.
  init?(_ cursor: [UInt8]) {
    if cursor.isEmpty { return nil }
    let numbers = String(decoding: cursor, as: UTF8.self).split(separator: " ").map { Int64($0)! }
    self.init(end: numbers[0], customer: numbers[1], member: numbers[2])
  }

  var bytes: [UInt8] { Array("\(end) \(customer) \(member)".utf8) }

  /// Whether it is counted already.
  func holds(_ interaction: PendingInteraction) -> Bool {
    (interaction.customer, interaction.member) <= (customer, member)
  }
}

extension PendingInteraction {
  fileprivate func isOfRelation(of other: Self) -> Bool {
    customer == other.customer && member == other.member
  }
}
