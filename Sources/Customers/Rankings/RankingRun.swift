import Messages
import Protobuf
import ServiceKit
import Store

/// The jobs that run a ranking: by night, and when somebody asked for it.
///
/// The first step reads all figures to find where tiers end. Each of the others gives some customers
/// their tiers: attributes, events, counts and the cursor are one transaction. A figure that changes
/// while it runs counts as it is when the run comes to its customer.
struct RankingRun: Sendable {
  static let nightKind = "rank-nightly"
  static let onceKind = "run-ranking"
  /// Customers whose figures are read at once.
  private static let readCustomers: Int64 = 65_536
  /// Customers dealt with in one transaction: some milliseconds of the writer's time.
  private static let stepCustomers: Int64 = 1024

  let context: CustomersContext

  func register() {
    // Nobody was given the jobid of a night's run.
    context.jobs.register(
      Self.nightKind, Jobs.Kind(run: run, failed: failed, isKept: false))
    context.jobs.register(Self.onceKind, Jobs.Kind(run: run, failed: failed))
  }

  /// A job's payload is the key of its ranking.
  static func payload(_ key: Int64) -> [UInt8] { Array("\(key)".utf8) }

  /// Leaves a job for the next night.
  static func arrange(_ ranking: Ranking, _ mutation: CustomersMutation) throws {
    try mutation.start(
      nightKind, payload: payload(ranking.key), at: Ranking.nextNight(after: mutation.now))
  }

  private static func ranking(of job: Job, in reader: Reader) throws -> Ranking? {
    try RankingTable.find(Int64(String(decoding: job.payload, as: UTF8.self))!, in: reader)
  }

  private func run(_ job: Job) async throws {
    var progress = RankingProgress(job.cursor)
    if progress == nil { progress = try await begin(job) }
    while let done = progress { progress = try await step(job, done) }
  }

  /// Finds where tiers end; nil when the ranking is deleted.
  private func begin(_ job: Job) async throws -> RankingProgress? {
    let database = try context.corps.database(of: job.corp)
    let now = context.clock.now
    let (found, last) = try await database.scan { reader in
      (try Self.ranking(of: job, in: reader), try CustomerTable.newestKey(in: reader))
    }
    guard let terms = try found?.terms else { return nil }
    var figures: [Double] = []
    var first: Int64 = 1
    while first <= last {
      let range = first...min(last, first + Self.readCustomers - 1)
      figures += try await database.scan { reader in
        Array(try terms.figure.values(of: range, today: Day(of: now), in: reader).values)
      }
      first = range.upperBound + 1
    }
    let progress = RankingProgress(
      startTime: now, rankedCount: Int64(figures.count),
      tiers: RankingTiers(figures, topPercents: terms.topPercents))
    try await context.write(corp: job.corp, origin: .job) { mutation in
      try job.save(
        cursor: progress.bytes, processedCount: 0, totalCount: last, in: mutation)
    }
    return progress
  }

  /// Gives the next customers their tiers; nil when it was the last step.
  private func step(_ job: Job, _ before: RankingProgress) async throws -> RankingProgress? {
    let limit = context.policies[.attributesMax]
    return try await context.write(corp: job.corp, origin: .job) { mutation in
      let writer = mutation.writer
      guard let ranking = try Self.ranking(of: job, in: writer) else { return nil }
      let last = try CustomerTable.newestKey(in: writer)
      var progress = before
      if progress.through < last {
        let range = progress.through + 1...min(last, progress.through + Self.stepCustomers)
        try Self.give(ranking, range, limit: limit, &progress, mutation)
        progress.through = range.upperBound
      }
      try job.save(
        cursor: progress.bytes, processedCount: progress.through, totalCount: last, in: mutation)
      guard progress.through >= last else { return progress }
      try Self.finish(ranking, job, progress, mutation)
      return nil
    }
  }

  private static func give(
    _ ranking: Ranking, _ customers: ClosedRange<Int64>, limit: Int,
    _ progress: inout RankingProgress, _ mutation: CustomersMutation
  ) throws {
    let writer = mutation.writer
    let figures = try ranking.terms.figure.values(
      of: customers, today: Day(of: progress.startTime), in: writer)
    let known = try RankingTable.tiers(ranking.attribute, of: customers, in: writer)
    let key = Attribute.Key(name: ranking.attribute, provenance: .derived)
    for customer in Set(figures.keys).union(known.keys).sorted() {
      let tier = figures[customer].map { Double(progress.tiers.tier(of: $0)) }
      let before = known[customer]
      if before.map({ $0.tier == tier && $0.isRanking || tier == nil && !$0.isRanking }) == true {
        continue
      }
      let given = tier.map {
        Attribute(
          key: key, value: .number($0), confidence: 1, source: Ranking.source,
          observeTime: progress.startTime)
      }
      let edit = AttributeEdit(
        externalUserid: try CustomerTable.externalUserid(of: customer, in: writer),
        attributes: given.map { [$0] } ?? [],
        removed: given == nil ? [(key.name, key.provenance)] : [])
      do {
        var outcome = CustomersV1.SetAttributesResponse()
        try AttributeHandler.carryOut(edit, limit: limit, &outcome, mutation)
        progress.changedCount += outcome.setCount + outcome.removedCount
      } catch is TooManyAttributes {
        progress.leftOutCount += 1
      }
    }
  }

  private static func finish(
    _ ranking: Ranking, _ job: Job, _ progress: RankingProgress, _ mutation: CustomersMutation
  ) throws {
    var ranking = ranking
    ranking.lastRun = CustomersV1.RankingRun(
      startTime: progress.startTime.timestamp, finishTime: mutation.now.timestamp,
      rankedCount: progress.rankedCount, thresholds: progress.tiers.thresholds,
      changedCount: progress.changedCount, leftOutCount: progress.leftOutCount
    ).packed()
    try end(&ranking, job, mutation)
    try mutation.emit(.rankingFinished(ranking.message))
  }

  /// What an ended run leaves behind, however it ended.
  private static func end(
    _ ranking: inout Ranking, _ job: Job, _ mutation: CustomersMutation
  ) throws {
    if job.row.kind == nightKind {
      try arrange(ranking, mutation)
    } else {
      ranking.jobid = ""
    }
    try RankingTable.update(ranking, in: mutation.writer)
  }

  private func failed(_ job: Job, _: String) async throws {
    try await context.write(corp: job.corp, origin: .job) { mutation in
      guard var ranking = try Self.ranking(of: job, in: mutation.writer) else { return }
      try Self.end(&ranking, job, mutation)
    }
  }
}

/// How far a run is.
private struct RankingProgress: Sendable {
  let startTime: Instant
  let rankedCount: Int64
  let tiers: RankingTiers
  /// The last customer's key that is dealt with.
  var through: Int64 = 0
  var changedCount: Int64 = 0
  var leftOutCount: Int64 = 0

  init(startTime: Instant, rankedCount: Int64, tiers: RankingTiers) {
    self.startTime = startTime
    self.rankedCount = rankedCount
    self.tiers = tiers
  }

  /// Reads what `bytes` wrote; nil at the beginning.
  init?(_ cursor: [UInt8]) {
    let numbers = String(decoding: cursor, as: UTF8.self).split(separator: " ").map { Int64($0)! }
    guard numbers.count >= 5 else { return nil }
    self.init(
      startTime: Instant(microseconds: numbers[0]), rankedCount: numbers[1],
      tiers: RankingTiers(
        thresholds: numbers[5...].map { Double(bitPattern: UInt64(bitPattern: $0)) }))
    through = numbers[2]
    changedCount = numbers[3]
    leftOutCount = numbers[4]
  }

  var bytes: [UInt8] {
    let numbers =
      [startTime.microseconds, rankedCount, through, changedCount, leftOutCount]
      + tiers.thresholds.map { Int64(bitPattern: $0.bitPattern) }
    return Array(numbers.map(String.init).joined(separator: " ").utf8)
  }
}

extension RankingFigure {
  /// The figures of those customers of whom there is one.
  fileprivate func values(
    of customers: ClosedRange<Int64>, today: Day, in reader: Reader
  ) throws -> [Int64: Double] {
    switch self {
    case .attribute(let name):
      return try AttributeTable.values(named: name, of: customers, in: reader)
        .compactMapValues { $0.min { $0.comesBefore($1) }?.value.figure }
    case .interactions(let sum):
      var found: [Int64: Double] = [:]
      try ContactDayTable.eachSum(
        of: sum.counters, on: sum.window(today: today), customers: customers, in: reader
      ) { customer, _, count in
        if count > 0 { found[customer, default: 0] += Double(count) }
      }
      return found
    case .lastChat: return try RankingTable.lastChats(of: customers, in: reader)
    }
  }
}

extension Attribute.Value {
  /// What it counts for in a ranking; nil for what has no order.
  fileprivate var figure: Double? {
    switch self {
    case .number(let number): number
    case .moment(let moment): Double(moment.microseconds)
    case .text, .flag: nil
    }
  }
}
