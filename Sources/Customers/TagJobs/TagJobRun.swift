import Messages
import Protobuf
import Roaring
import ServiceKit
import Store

/// The jobs that mark relations, that take back what such a job did, and that forget how.
///
/// A step marks some hundred relations: their rows, their index, the events, the claims, the counts
/// and the cursor are one transaction, so a job that is killed goes on behind its last step.
struct TagJobRun: Sendable {
  static let markKind = "mark-tags"
  static let undoKind = "undo-tag-job"
  static let forgetKind = "forget-tag-job"
  /// Relations marked in one transaction: some ten milliseconds of the writer's time.
  private static let batch = 200
  /// Claims deleted in one.
  private static let forgetBatch = 1000

  let context: CustomersContext

  func register() {
    context.jobs.register(Self.markKind, Jobs.Kind(run: mark, failed: fail))
    context.jobs.register(Self.undoKind, Jobs.Kind(run: undo, failed: fail))
    // What stays when this fails is in nobody's way.
    context.jobs.register(
      Self.forgetKind, Jobs.Kind(run: forget, failed: { _, _ in }, isKept: false))
  }

  /// A job's payload is the key of its order.
  static func payload(_ key: Int64) -> [UInt8] { Array("\(key)".utf8) }

  private static func key(_ job: Job) -> Int64 {
    numbers(job.payload)[0]
  }

  fileprivate static func numbers(_ bytes: some Sequence<UInt8>) -> [Int64] {
    String(decoding: Array(bytes), as: UTF8.self).split(separator: " ").map { Int64($0)! }
  }

  /// Runs one step, unless the job has ended; returns where the next begins, nil after the last.
  private func step(
    _ job: Job, _ body: @escaping @Sendable (inout TagJobStep) throws -> [UInt8]?
  ) async throws -> [UInt8]? {
    let policies = context.policies
    return try await context.write(corp: job.corp, origin: .job) { mutation in
      var step = try TagJobStep(Self.key(job), mutation, policies: policies)
      guard step.order.state == .running else { return nil }
      let next = try body(&step)
      try step.save(job, cursor: next)
      return next
    }
  }

  private func fail(_ job: Job, _ error: String) async throws {
    let policies = context.policies
    try await context.write(corp: job.corp, origin: .job) { mutation in
      var step = try TagJobStep(Self.key(job), mutation, policies: policies)
      if step.order.state == .running { try step.fail(error) }
    }
  }

  // MARK: Marking

  private func mark(_ job: Job) async throws {
    let key = Self.key(job)
    let audience = try await context.corps.database(of: job.corp).scan {
      try TagJobTable.audience(of: key, in: $0)
    }
    if let audience {
      try await mark(audience, job)
    } else {
      try await markListed(job)
    }
  }

  /// The cursor is the next relation's place in the list.
  private func markListed(_ job: Job) async throws {
    var cursor: [UInt8]? = job.cursor
    while let from = cursor {
      cursor = try await step(job) { step in
        let place = Self.numbers(from).first ?? 0
        let (source, changes) = (ClaimSource.job(step.order.key), step.changes)
        let marking = try step.marking()
        let writer = step.mutation.writer
        let listed = try TagJobTable.relations(
          of: step.order.key, from: place, limit: Self.batch, in: writer)
        for (userid, externalUserid) in listed {
          try step.take(userid: userid, externalUserid: externalUserid) {
            let (customer, relation) = try RelationTable.find(
              userid: userid, externalUserid: externalUserid, in: writer)
            return try changes.mark(relation, of: customer, marking, for: source)
          }
        }
        return listed.count < Self.batch ? nil : Self.payload(place + Int64(Self.batch))
      }
    }
  }

  private func mark(_ audience: TagJobTable.Audience, _ job: Job) async throws {
    let plan = try await AudienceHandler(context: context).plan(
      Audience(CustomersV1.Audience(unpacking: audience.message)),
      departments: audience.departments, last: audience.lastCustomer, corp: job.corp)
    var cursor: [UInt8]? = job.cursor
    while let from = cursor {
      var place = AudiencePlace(from)
      if place.numbers.isEmpty {
        let after = place.through
        place = AudiencePlace(
          try await plan.database.scan { try plan.walk.relations(after: after, in: $0) })
      }
      let found = place
      cursor = try await step(job) { step in
        try Self.mark(found.numbers.prefix(Self.batch), of: found.chunk, &step)
        let rest = AudiencePlace(
          through: found.through, chunk: found.chunk,
          numbers: Array(found.numbers.dropFirst(Self.batch)))
        return rest.numbers.isEmpty && rest.through >= plan.walk.last ? nil : rest.bytes
      }
    }
  }

  private static func mark(
    _ numbers: ArraySlice<UInt32>, of chunk: Int64, _ step: inout TagJobStep
  ) throws {
    let (source, changes) = (ClaimSource.job(step.order.key), step.changes)
    let marking = try step.marking()
    let writer = step.mutation.writer
    for number in numbers {
      let place = RelationPlace(chunk: chunk, number: number)
      guard let relation = try RelationTable.find(place, in: writer) else { throw IndexFault.noRow }
      let customer = try CustomerTable.find(relation.customerKey, in: writer)
      try step.take(userid: relation.userid, externalUserid: customer.externalUserid) {
        guard relation.status.isKept else {
          throw RelationFailure.notRelated(
            userid: relation.userid, externalUserid: customer.externalUserid)
        }
        return try changes.mark(relation, of: customer, marking, for: source)
      }
    }
  }

  // MARK: Taking back

  /// The cursor is the last relation that is dealt with.
  private func undo(_ job: Job) async throws {
    var cursor: [UInt8]? = job.cursor
    while let from = cursor {
      cursor = try await step(job) { step in
        let last = Self.numbers(from)
        let claims = try TagClaimTable.claims(
          of: step.order.undoOf!, after: last.isEmpty ? (0, 0) : (last[0], last[1]),
          limit: Self.batch, in: step.mutation.writer)
        for claim in claims { try Self.undo(claim, &step) }
        guard claims.count == Self.batch, let last = claims.last else { return nil }
        return Array("\(last.customer) \(last.member)".utf8)
      }
    }
  }

  /// Takes back what a claim still holds. Whoever ended the relation ended the claim. What is given back
  /// is named by key, so that the range of a strategy is not asked: it was there before. What excludes
  /// it was given since, and stays.
  private static func undo(_ claim: TagClaim, _ step: inout TagJobStep) throws {
    let (changes, writer) = (step.changes, step.mutation.writer)
    let customer = try CustomerTable.find(claim.customer, in: writer)
    let found = try RelationTable.find(customer: claim.customer, member: claim.member, in: writer)
    guard let relation = found else { throw IndexFault.noRow }
    let tags = changes.tags
    let marking = TagMarking(
      add: try tags.returnable(
        tags.live(in: claim.taken), besides: tags.live(in: relation.tags.subtracting(claim.given))),
      remove: claim.given)
    try step.take(userid: relation.userid, externalUserid: customer.externalUserid) {
      let isChanged = try changes.mark(relation, of: customer, marking, for: nil)
      try TagClaimTable.delete(claim, in: writer)
      return isChanged
    }
  }

  /// Ends the say of a job in what it did, so long after it that nobody may undo it any more.
  private func forget(_ job: Job) async throws {
    let key = Self.key(job)
    var isDone = false
    while !isDone {
      isDone = try await context.write(corp: job.corp, origin: .job) { mutation in
        let claims = try TagClaimTable.claims(
          of: .job(key), after: (0, 0), limit: Self.forgetBatch, in: mutation.writer)
        for claim in claims { try TagClaimTable.delete(claim, in: mutation.writer) }
        try TagJobTable.deleteMisses(of: key, in: mutation.writer)
        return claims.count < Self.forgetBatch
      }
    }
  }
}

/// How far the walk of an audience is: what is left of the chunk it stands in, as it was found.
///
/// The rest of a chunk is kept, not found anew, since marking may change who fits: a relation that
/// fits is marked, whatever the step before did to its customer.
private struct AudiencePlace: Sendable {
  let through: Int64
  let chunk: Int64
  let numbers: [UInt32]

  init(through: Int64, chunk: Int64, numbers: [UInt32]) {
    self.through = through
    self.chunk = chunk
    self.numbers = numbers
  }

  init(_ found: AudienceWalk.Relations) {
    self.init(through: found.through, chunk: found.chunk, numbers: found.numbers)
  }

  /// Reads what `bytes` wrote; the beginning when nothing was.
  init(_ cursor: [UInt8]) {
    guard let end = cursor.firstIndex(of: UInt8(ascii: "\n")) else {
      self.init(through: 0, chunk: 0, numbers: [])
      return
    }
    let head = TagJobRun.numbers(cursor[..<end])
    let numbers = Array(cursor[(end + 1)...]).withUnsafeBytes { Bitmap(bytes: $0)?.numbers }
    self.init(through: head[0], chunk: head[1], numbers: numbers ?? [])
  }

  var bytes: [UInt8] { Array("\(through) \(chunk)\n".utf8) + Bitmap(numbers).bytes }
}
