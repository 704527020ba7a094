import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.AudienceService`.
struct AudienceHandler: CustomersV1.AudienceServiceProtocol {
  /// How many a message or a list of a reply holds.
  private static let listedMax = 1000
  private static let sampleDefault = 10
  private static let sampleMax = 100

  let context: CustomersContext

  func previewAudience(
    _ request: CustomersV1.PreviewAudienceRequest, _ call: Call
  ) async throws -> CustomersV1.PreviewAudienceResponse {
    let audience = try Audience(resolved(request.audience, call))
    let sampleSize = try Self.sampleSize(request.sampleSize)
    let plan = try await plan(audience, call)
    var count = AudienceCount()
    try await plan.walkAll(countsRelated: true) { step in
      count.add(step, sampleSize: sampleSize, keepsCustomers: !audience.externalUserids.isEmpty)
    }
    let counted = count
    let (members, sample) = try await plan.database.scan { reader in
      var sample: [CustomersV1.Recipient] = []
      try plan.each(counted.sample, in: reader) { sample.append($1) }
      let members = try counted.members(limit: Self.listedMax) {
        try plan.walk.userid(of: $0, in: reader)
      }
      return (members, sample)
    }
    let excluded = try await excluded(from: audience, counted.chosen, plan, call)
    return .init(
      customerCount: counted.customerCount, memberCount: Int64(counted.memberCount),
      members: members, excludedCount: Int64(excluded.count),
      excluded: Array(excluded.prefix(Self.listedMax)), noneOfCount: counted.excludedCount,
      sample: sample)
  }

  func listAudience(
    _ request: CustomersV1.ListAudienceRequest,
    _ replies: ReplyStream<CustomersV1.ListAudienceResponse>, _ call: Call
  ) async throws {
    let asked = try resolved(request.audience, call)
    let owner = PageToken.Owner(asked)
    let begun = try Place(request.after, owner)
    let plan = try await plan(Audience(asked), last: begun?.last, call)
    try await context.auditBulkRead(request, call)
    var current = begun ?? Place(after: 0, listed: 0, last: plan.walk.last)
    var waiting: [Listed] = []
    var after = current.after
    while after < plan.walk.last {
      let from = after
      let (listed, through) = try await plan.database.scan { reader in
        let step = try plan.walk.step(after: from, in: reader)
        var listed: [Listed] = []
        listed.reserveCapacity(step.chosen.count)
        try plan.each(step.chosen, in: reader) {
          listed.append(.init(key: $0.customer, recipient: $1))
        }
        return (listed, step.through)
      }
      after = through
      waiting += listed
      var sent = 0
      while waiting.count - sent > Self.listedMax {
        let next = waiting[sent..<sent + Self.listedMax]
        sent += Self.listedMax
        current.pass(next.count, to: next.last!.key)
        try await replies.send(
          .init(
            recipients: next.map(\.recipient), cursor: current.text(owner),
            listedCount: current.listed))
      }
      waiting.removeFirst(sent)
    }
    current.pass(waiting.count, to: current.last)
    try await replies.send(
      .init(
        recipients: waiting.map(\.recipient), cursor: current.text(owner),
        listedCount: current.listed, finished: true))
  }

  private static func sampleSize(_ asked: Int32) throws(InvalidField) -> Int {
    guard asked >= 0 else {
      throw InvalidField("sample_size", "NEGATIVE", "sample_size is negative.")
    }
    return asked == 0 ? sampleDefault : min(Int(asked), sampleMax)
  }

  /// Who of those named one by one is left out, and why: the first of the reasons that holds.
  private func excluded(
    from audience: Audience, _ chosen: Set<Int64>, _ plan: AudiencePlan, _ call: Call
  ) async throws -> [CustomersV1.ExcludedCustomer] {
    let left = audience.externalUserids.filter { id in
      plan.keys[id].map { !chosen.contains($0) } ?? true
    }
    guard !left.isEmpty else { return [] }
    let hasConditions = !audience.allOf.isEmpty || !audience.noneOf.isEmpty
    // Asked again without the exclusions, and without any condition.
    var related: Set<Int64> = []
    var fitting: Set<Int64> = []
    if hasConditions {
      related = try await customers(of: audience.unconditional, call)
      fitting = try await customers(of: audience.withoutExclusions, call)
    }
    return left.map { id in
      let reason: CustomersV1.ExclusionReason =
        switch plan.keys[id] {
        case nil: .unknown
        case let key? where fitting.contains(key): .noneOf
        case let key? where related.contains(key): .conditions
        default: .notRelated
        }
      return .init(externalUserid: id, reason: reason)
    }
  }

  /// The keys of an audience's customers: of one that names them, so that they are few.
  private func customers(of audience: Audience, _ call: Call) async throws -> Set<Int64> {
    var found: Set<Int64> = []
    try await plan(audience, call).walkAll { step in
      found.formUnion(step.chosen.lazy.map(\.customer))
    }
    return found
  }
}

/// Where a walk stands: what its cursor holds.
private struct Place {
  /// The last customer's key that was listed, or passed at the end.
  var after: Int64
  var listed: Int64
  /// The newest customer's key when the walk began.
  let last: Int64

  init(after: Int64, listed: Int64, last: Int64) {
    self.after = after
    self.listed = listed
    self.last = last
  }

  /// Nil for a walk that begins.
  init?(_ cursor: String, _ owner: PageToken.Owner) throws(InvalidField) {
    guard !cursor.isEmpty else { return nil }
    let keys = try PageToken.keys(cursor, of: owner, count: 3, field: "after").compactMap(\.int)
    // Keys are given out from 1 without gaps, so there are no more customers than that.
    guard keys.count == 3, 0 <= keys[1], keys[1] <= keys[0], keys[0] <= keys[2] else {
      throw InvalidField("after", "BAD_PAGE_TOKEN", "after is malformed.", errcode: 50100)
    }
    self.init(after: keys[0], listed: keys[1], last: keys[2])
  }

  mutating func pass(_ count: Int, to key: Int64) {
    after = key
    listed += Int64(count)
  }

  func text(_ owner: PageToken.Owner) -> String {
    PageToken.text([.int(after), .int(listed), .int(last)], of: owner)
  }
}

/// A recipient and his key.
private struct Listed: Sendable {
  let key: Int64
  let recipient: CustomersV1.Recipient
}

/// What a preview counts.
private struct AudienceCount: Sendable {
  var customerCount: Int64 = 0
  /// Who would be in it but for an exclusion.
  var excludedCount: Int64 = 0
  /// The chosen customers' keys, when they are asked for one by one.
  var chosen: Set<Int64> = []
  /// The first of the chosen.
  var sample: [Chosen] = []
  /// By member's key: customers to send to, and relations that fit.
  private var sending: [Int32] = []
  private var related: [Int32] = []

  mutating func add(_ step: AudienceWalk.Step, sampleSize: Int, keepsCustomers: Bool) {
    customerCount += Int64(step.chosen.count)
    excludedCount += Int64(step.excludedCount)
    for one in step.chosen { Self.count(Int(one.member), in: &sending) }
    for member in step.related { Self.count(Int(member), in: &related) }
    sample += step.chosen.prefix(sampleSize - sample.count)
    if keepsCustomers { chosen.formUnion(step.chosen.lazy.map(\.customer)) }
  }

  private static func count(_ member: Int, in counts: inout [Int32]) {
    if member >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: member + 1 - counts.count))
    }
    counts[member] += 1
  }

  var memberCount: Int { related.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } }

  /// Most customers to send to first, then by userid.
  func members(
    limit: Int, userid: (Int64) throws -> String
  ) rethrows -> [CustomersV1.MemberCount] {
    try related.indices.filter { related[$0] > 0 }.map { member in
      let userid = try userid(Int64(member))
      return (
        userid.lowercased(),
        CustomersV1.MemberCount(
          userid: userid, customerCount: Int64(member < sending.count ? sending[member] : 0),
          relatedCount: Int64(related[member]))
      )
    }
    .sorted { ($1.1.customerCount, $0.0) < ($0.1.customerCount, $1.0) }
    .prefix(limit).map(\.1)
  }
}
