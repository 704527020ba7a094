import Messages
import RPC
import ServiceKit
import Store

/// The job that writes down who gets a broadcast.
///
/// What customers list is kept as it comes, an answer at a time; when all has come, the deliveries are
/// written in the order of their recipients' ids, then what belongs to each member's task, and at last
/// the broadcast is made active, if as many were written as customers have listed. Each step is one
/// transaction with where to go on, so a process that dies loses no step and repeats none. Groups, of
/// which there are few, are written as they are found.
struct PlanJob {
  static let kind = "plan-broadcast"

  /// How many groups are asked for between two saves.
  private static let chatBatch = 100
  /// A walk over millions takes longer, and goes on from where it was: the limit is there so that
  /// a peer that fell silent does not hold the plan.
  private static let walkTimeoutMilliseconds = 60_000

  let context: BroadcastsContext

  func run(_ job: Job) async throws {
    let msgid = String(decoding: job.payload, as: UTF8.self)
    let (broadcast, target) = try context.corps.database(of: job.corp).read { reader in
      let broadcast = try BroadcastTable.require(msgid, in: reader)
      return (broadcast, try BroadcastTable.target(of: broadcast.key, in: reader))
    }
    guard broadcast.state == .planning else {
      try await forgetListing(of: broadcast, job)
      return try Self.answer(for: broadcast)
    }
    do {
      switch target {
      case .audience(let audience): try await plan(broadcast, audience, job)
      case .chats(let chatIDs): try await plan(broadcast, chatIDs, job)
      }
    } catch let fault as PlanFault {
      try await fail(job, fault)
    }
    try await forgetListing(of: broadcast, job)
    let ended = try context.corps.database(of: job.corp).read {
      try BroadcastTable.require(msgid, in: $0)
    }
    try Self.answer(for: ended)
  }

  /// Called when a peer has refused for good.
  func failed(_ job: Job, _ message: String) async throws {
    try await fail(job, .refused(message))
    let msgid = String(decoding: job.payload, as: UTF8.self)
    let broadcast = try context.corps.database(of: job.corp).read {
      try BroadcastTable.require(msgid, in: $0)
    }
    try await forgetListing(of: broadcast, job)
  }

  /// A job ends as its broadcast did, however often it is run.
  private static func answer(for broadcast: Broadcast) throws {
    if let fault = broadcast.fault { throw fault }
  }

  private func plan(_ broadcast: Broadcast, _ audience: Audience, _ job: Job) async throws {
    var written = ""
    switch try PlanStage(cursor: job.cursor) {
    case .listing(let after):
      guard try await list(broadcast, audience, after: after, job) else { return }
    case .writing(let after): written = after
    }
    guard try await writeListing(of: broadcast, after: written, job) else { return }
    let named = audience.externalUserids
    try await share(broadcast, job) { mutation in
      let left = try Self.left(of: named, broadcast.key, in: mutation.writer)
      try PlanTable.refuse(left, broadcast: broadcast.key, in: mutation.writer)
    }
  }

  /// Keeps what customers list; false when somebody has ended the broadcast.
  private func list(
    _ broadcast: Broadcast, _ audience: Audience, after: String, _ job: Job
  ) async throws -> Bool {
    let customers = CustomersV1.AudienceServiceClient(
      try context.peers.channel(to: "customers"))
    let replies = customers.listAudience(
      .init(audience: try audience.message(), after: after),
      options: context.peers.options(
        corp: job.corp, timeoutMilliseconds: Self.walkTimeoutMilliseconds))
    var listed = job.row.processedCount
    for try await reply in replies {
      let count = reply.recipients.count
      listed += Int64(count)
      guard listed == reply.listedCount else {
        throw PlanFault.mismatch(written: listed, listed: reply.listedCount)
      }
      let processedCount = listed
      let recipients = try Listing.pack(
        reply.recipients.map { PlanRecipient(id: $0.externalUserid, userid: $0.userid) })
      let stage = reply.finished ? PlanStage.writing(after: "") : .listing(after: reply.cursor)
      let step: Void? = try await step(broadcast, job) { mutation in
        try ListingTable.insert(recipients, broadcast: broadcast.key, in: mutation.writer)
        try CounterTable.add(recipients: count, to: broadcast.key, in: mutation.writer)
        try job.save(
          cursor: stage.cursor, processedCount: processedCount,
          totalCount: reply.finished ? processedCount : 0, in: mutation)
      }
      if step == nil { return false }
      if reply.finished { return true }
    }
    throw Status(.unavailable, "The audience was cut.")
  }

  /// Those of some named customers who are not among the recipients.
  private static func left(
    of externalUserids: [String], _ broadcast: Int64, in reader: Reader
  ) throws -> [Refusal] {
    try Set(externalUserids)
      .filter { try !PlanTable.isRecipient($0, broadcast: broadcast, in: reader) }
      .map { Refusal(id: $0, reason: .noRelation) }
  }

  private func plan(_ broadcast: Broadcast, _ chatIDs: [String], _ job: Job) async throws {
    var start = Int(job.row.processedCount)
    while start < chatIDs.count {
      let ids = chatIDs[start...].prefix(Self.chatBatch)
      let (recipients, refusals) = try await judge(ids, sender: broadcast.sender, corp: job.corp)
      start = ids.endIndex
      let processedCount = Int64(start)
      let step: Void? = try await step(broadcast, job) { mutation in
        let (recipients, repeated) = try Self.withoutRepeats(recipients, of: broadcast, mutation)
        var members: [String: Int64] = [:]
        try PlanTable.write(
          recipients, arms: broadcast.arms, broadcast: broadcast.key, members: &members,
          in: mutation.writer)
        try CounterTable.add(
          recipients: recipients.count, to: broadcast.key, in: mutation.writer)
        try PlanTable.refuse(
          refusals + repeated, broadcast: broadcast.key, in: mutation.writer)
        try job.save(
          cursor: [], processedCount: processedCount, totalCount: Int64(chatIDs.count),
          in: mutation)
      }
      if step == nil { return }
    }
    try await share(broadcast, job) { _ in }
  }

  /// Groups without those that get the same today, if the corp's rules refuse that; who is held out
  /// gets nothing.
  private static func withoutRepeats(
    _ groups: [PlanRecipient], of broadcast: Broadcast, _ mutation: BroadcastsMutation
  ) throws -> ([PlanRecipient], [Refusal]) {
    guard try SendingRulesTable.rules(in: mutation.writer).refusesRepeats else {
      return (groups, [])
    }
    let content = try BroadcastTable.contents(of: broadcast.key, in: mutation.writer).fingerprint
    let today = Day(of: mutation.now)
    var (kept, refused): ([PlanRecipient], [Refusal]) = ([], [])
    for group in groups {
      let isRepeated = try GroupContentTable.contains(
        content, of: group.id, on: today, in: mutation.writer)
      guard !isRepeated else {
        refused.append(Refusal(id: group.id, reason: .contentRepeated))
        continue
      }
      kept.append(group)
      guard !broadcast.arms.place(of: group.id).isHeldOut else { continue }
      try GroupContentTable.put(
        content, of: group.id, on: today, broadcast: broadcast.key, in: mutation.writer)
    }
    return (kept, refused)
  }

  /// Splits groups into those the sender owns and those that are refused.
  func judge(
    _ ids: ArraySlice<String>, sender: String, corp: String
  ) async throws -> ([PlanRecipient], [Refusal]) {
    let communities = CommunitiesV1.CustomerGroupServiceClient(
      try context.peers.channel(to: "communities"))
    var recipients: [PlanRecipient] = []
    var refusals: [Refusal] = []
    for id in ids {
      do {
        let group = try await communities.getCustomerGroup(
          .init(chatID: id), options: context.peers.options(corp: corp))
        if group.owner.lowercased() == sender.lowercased() {
          recipients.append(PlanRecipient(id: id, userid: group.owner))
        } else {
          refusals.append(Refusal(id: id, reason: .senderNotOwner))
        }
      } catch let status as Status
        where status.code == .notFound || status.code == .failedPrecondition
      {
        // FAILED_PRECONDITION: it was dismissed.
        refusals.append(Refusal(id: id, reason: .groupNotFound))
      }
    }
    return (recipients, refusals)
  }

  /// One step of the plan; nil when somebody has ended the broadcast meanwhile.
  func step<Value: Sendable>(
    _ broadcast: Broadcast, _ job: Job,
    _ body: @escaping @Sendable (BroadcastsMutation) throws -> Value
  ) async throws -> Value? {
    try await context.write(corp: job.corp, origin: .job) { mutation in
      let now = try BroadcastTable.find(key: broadcast.key, in: mutation.writer)!
      guard now.state == .planning else { return nil }
      return try body(mutation)
    }
  }

  private func fail(_ job: Job, _ fault: PlanFault) async throws {
    let msgid = String(decoding: job.payload, as: UTF8.self)
    try await context.write(corp: job.corp, origin: .job) { mutation in
      var broadcast = try BroadcastTable.require(msgid, in: mutation.writer)
      guard broadcast.state == .planning else { return }
      broadcast.fail(fault, now: mutation.now)
      try BroadcastTable.update(broadcast, in: mutation.writer)
      try mutation.emit(.broadcastFailed(broadcast.message))
    }
  }
}
