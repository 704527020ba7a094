import Messages
import RPC
import ServiceKit
import Store

/// The second half of a plan, for which customers are not needed any more.
extension PlanJob {
  /// How many deliveries one step writes: others' writes wait for it.
  private static let writtenAtOnce = 10_000
  /// How many answers of customers are read, or let go, at once.
  private static let listedAtOnce = 200
  /// How many deliveries are read at once, to be added up.
  private static let addedAtOnce = 50_000
  /// Of how many members one step writes what belongs to their tasks.
  private static let sharedAtOnce = 250

  /// Writes the deliveries of those who were listed, but for those up to an id, and tasks without counts
  /// for their members; false when somebody has ended the broadcast.
  func writeListing(of broadcast: Broadcast, after id: String, _ job: Job) async throws -> Bool {
    let listing = try await arranged(broadcast, job)
    let count = Int64(listing.count)
    var start = id.isEmpty ? 0 : listing.index(after: id)
    var recipients = listing.recipients(start, limit: Self.writtenAtOnce)
    var members: [String: Int64] = [:]
    while let last = recipients.last {
      let (these, known) = (recipients, members)
      async let step = step(broadcast, job) { mutation in
        var members = known
        try PlanTable.write(
          these, arms: broadcast.arms, broadcast: broadcast.key, members: &members,
          in: mutation.writer)
        try job.save(
          cursor: PlanStage.writing(after: last.id).cursor, processedCount: count,
          totalCount: count, in: mutation)
        return members
      }
      // While these are written.
      start += recipients.count
      var next = listing.recipients(start, limit: Self.writtenAtOnce)
      for index in next.indices { next[index].member = known[next[index].userid] }
      guard let met = try await step else { return false }
      members = met
      recipients = next
    }
    return true
  }

  /// All that customers listed, in the order of ids.
  private func arranged(_ broadcast: Broadcast, _ job: Job) async throws -> Listing {
    let database = try context.corps.database(of: job.corp)
    var listing = Listing()
    var last: Int64 = 0
    while true {
      let after = last
      let rows = try await database.scan {
        try ListingTable.list(
          broadcast: broadcast.key, after: after, limit: Self.listedAtOnce, in: $0)
      }
      guard let end = rows.last else { break }
      for row in rows { listing.add(row.recipients) }
      last = end.id
    }
    try listing.arrange()
    return listing
  }

  /// Writes what belongs to each member's task, and makes the broadcast active, when `conclude` has
  /// written the rest.
  func share(
    _ broadcast: Broadcast, _ job: Job,
    _ conclude: @escaping @Sendable (BroadcastsMutation) throws -> Void
  ) async throws {
    let shares = try await shares(of: broadcast, job)
    let members = shares.members.keys.sorted()
    for start in stride(from: 0, to: members.count, by: Self.sharedAtOnce) {
      let some = members[start...].prefix(Self.sharedAtOnce)
      let step: Void? = try await step(broadcast, job) { mutation in
        for member in some {
          let key = CounterKey(broadcast: broadcast.key, member: member)
          try CounterTable.begin(shares.members[member]!, of: key, in: mutation.writer)
          try TaskPartTable.put(
            shares.members[member]!.recipients, of: key, in: mutation.writer)
        }
      }
      if step == nil { return }
    }
    _ = try await step(broadcast, job) { mutation in
      try CounterTable.begin(shares, of: broadcast.key, in: mutation.writer)
      try conclude(mutation)
      try Self.end(broadcast.key, written: shares.count, mutation)
    }
  }

  private func shares(of broadcast: Broadcast, _ job: Job) async throws -> PlanShares {
    let database = try context.corps.database(of: job.corp)
    var shares = PlanShares()
    var last: Int64 = 0
    while true {
      let after = last
      let rows = try await database.scan {
        try PlanTable.rows(
          broadcast: broadcast.key, after: after, limit: Self.addedAtOnce, in: $0)
      }
      guard let end = rows.last else { return shares }
      for row in rows { shares.add(row) }
      last = end.recipient
    }
  }

  /// The last step: the broadcast is active, or has failed because there is nobody.
  private static func end(_ key: Int64, written: Int64, _ mutation: BroadcastsMutation) throws {
    var broadcast = try BroadcastTable.find(key: key, in: mutation.writer)!
    let listed = broadcast.counts.deliveries.recipient
    guard listed == written else { throw PlanFault.mismatch(written: written, listed: listed) }
    if written == 0 {
      broadcast.fail(.noRecipient, now: mutation.now)
      try mutation.emit(.broadcastFailed(broadcast.message))
    } else {
      broadcast.activate(now: mutation.now)
      try mutation.emit(.broadcastPlanned(broadcast.message))
      try mutation.watch(broadcast)
    }
    try BroadcastTable.update(broadcast, in: mutation.writer)
    // When all are held out there is nothing to confirm.
    try mutation.finishIfSettled(&broadcast)
  }

  /// Lets go of what customers listed, once the plan has come to its end.
  func forgetListing(of broadcast: Broadcast, _ job: Job) async throws {
    var deleted = 0
    repeat {
      deleted = try await context.write(corp: job.corp, origin: .job) { mutation in
        try ListingTable.delete(
          broadcast: broadcast.key, limit: Self.listedAtOnce, in: mutation.writer)
      }
    } while deleted == Self.listedAtOnce
  }
}
