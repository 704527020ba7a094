import Messages
import RPC
import ServiceKit
import Store

/// The job that writes down who gets a broadcast.
///
/// Each step is one transaction: the recipients of one answer, their members' tasks, all counters,
/// and where to go on. A process that dies loses no step and repeats none. After each step as many
/// recipients are written as customers have listed, else the plan fails; the last step makes the
/// broadcast active.
struct PlanJob {
  static let kind = "plan-broadcast"

  /// How many groups are asked for between two saves.
  private static let chatBatch = 100
  /// A walk over millions takes longer, and goes on from where it was: the limit is there so that
  /// a peer that fell silent does not hold the plan.
  private static let walkTimeoutMilliseconds = 60_000

  let context: BroadcastsContext

  /// What a step leaves to do.
  private enum Progress {
    case goesOn
    case ended
  }

  func run(_ job: Job) async throws {
    let msgid = String(decoding: job.payload, as: UTF8.self)
    let (broadcast, target) = try context.corps.database(of: job.corp).read { reader in
      let broadcast = try BroadcastTable.require(msgid, in: reader)
      return (broadcast, try BroadcastTable.target(of: broadcast.key, in: reader))
    }
    guard broadcast.state == .planning else { return try Self.answer(for: broadcast) }
    do {
      switch target {
      case .audience(let audience): try await plan(broadcast, audience, job)
      case .chats(let chatIDs): try await plan(broadcast, chatIDs, job)
      }
    } catch let fault as PlanFault {
      try await fail(job, fault)
    }
    let ended = try context.corps.database(of: job.corp).read {
      try BroadcastTable.require(msgid, in: $0)
    }
    try Self.answer(for: ended)
  }

  /// Called when a peer has refused for good.
  func failed(_ job: Job, _ message: String) async throws {
    try await fail(job, .refused(message))
  }

  /// A job ends as its broadcast did, however often it is run.
  private static func answer(for broadcast: Broadcast) throws {
    if let fault = broadcast.fault { throw fault }
  }

  private func plan(_ broadcast: Broadcast, _ audience: Audience, _ job: Job) async throws {
    let customers = CustomersV1.AudienceServiceClient(
      try context.peers.channel(to: "customers"))
    let replies = customers.listAudience(
      .init(audience: try audience.message(), after: String(decoding: job.cursor, as: UTF8.self)),
      options: context.peers.options(
        corp: job.corp, timeoutMilliseconds: Self.walkTimeoutMilliseconds))
    var written = job.row.processedCount
    for try await reply in replies {
      written += Int64(reply.recipients.count)
      guard written == reply.listedCount else {
        throw PlanFault.mismatch(written: written, listed: reply.listedCount)
      }
      let processedCount = written
      let progress = try await step(broadcast, job) { mutation in
        try PlanTable.write(
          reply.recipients.map { PlanRecipient(id: $0.externalUserid, userid: $0.userid) },
          arms: broadcast.arms, broadcast: broadcast.key, in: mutation.writer)
        try job.save(
          cursor: Array(reply.cursor.utf8), processedCount: processedCount,
          totalCount: reply.finished ? processedCount : 0, in: mutation)
        guard reply.finished else { return .goesOn }
        let left = try Self.left(of: audience, broadcast.key, in: mutation.writer)
        try PlanTable.refuse(left, broadcast: broadcast.key, in: mutation.writer)
        try Self.end(broadcast.key, written: processedCount, mutation)
        return .ended
      }
      if case .ended = progress { return }
    }
    throw Status(.unavailable, "The audience was cut.")
  }

  /// Those of an audience of named customers who are not among the recipients.
  private static func left(
    of audience: Audience, _ broadcast: Int64, in reader: Reader
  ) throws -> [Refusal] {
    try Set(audience.externalUserids)
      .filter { try !PlanTable.isRecipient($0, broadcast: broadcast, in: reader) }
      .map { Refusal(id: $0, reason: .noRelation) }
  }

  private func plan(_ broadcast: Broadcast, _ chatIDs: [String], _ job: Job) async throws {
    var start = Int(job.row.processedCount)
    while true {
      let ids = chatIDs[start...].prefix(Self.chatBatch)
      let (recipients, refusals) = try await judge(ids, sender: broadcast.sender, corp: job.corp)
      start = ids.endIndex
      let processedCount = Int64(start)
      let progress = try await step(broadcast, job) { mutation in
        try PlanTable.write(
          recipients, arms: broadcast.arms, broadcast: broadcast.key, in: mutation.writer)
        try PlanTable.refuse(refusals, broadcast: broadcast.key, in: mutation.writer)
        try job.save(
          cursor: [], processedCount: processedCount, totalCount: Int64(chatIDs.count),
          in: mutation)
        guard processedCount == chatIDs.count else { return .goesOn }
        let refused = try BroadcastTable.find(key: broadcast.key, in: mutation.writer)!
          .counts.refused
        try Self.end(broadcast.key, written: processedCount - refused, mutation)
        return .ended
      }
      if case .ended = progress { return }
    }
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

  /// One step of the plan, unless somebody has ended the broadcast meanwhile.
  private func step(
    _ broadcast: Broadcast, _ job: Job,
    _ body: @escaping @Sendable (BroadcastsMutation) throws -> Progress
  ) async throws -> Progress {
    try await context.write(corp: job.corp, origin: .job) { mutation in
      let now = try BroadcastTable.find(key: broadcast.key, in: mutation.writer)!
      guard now.state == .planning else { return .ended }
      return try body(mutation)
    }
  }

  /// The last step: the broadcast is active, or has failed because there is nobody.
  private static func end(_ key: Int64, written: Int64, _ mutation: BroadcastsMutation) throws {
    var broadcast = try BroadcastTable.find(key: key, in: mutation.writer)!
    let counted = broadcast.counts.deliveries.recipient
    guard counted == written else {
      throw PlanFault.mismatch(written: counted, listed: written)
    }
    if counted == 0 {
      broadcast.fail(.noRecipient, now: mutation.now)
      try mutation.emit(.broadcastFailed(broadcast.message))
    } else {
      broadcast.activate(now: mutation.now)
      try mutation.emit(.broadcastPlanned(broadcast.message))
    }
    try BroadcastTable.update(broadcast, in: mutation.writer)
    // When all are held out there is nothing to confirm.
    try mutation.finishIfSettled(&broadcast)
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
