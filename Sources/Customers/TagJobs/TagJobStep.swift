import Messages
import ServiceKit

/// One step of a tag job: some relations marked, what became of them counted, and how far the job is
/// kept, all in one transaction.
struct TagJobStep {
  let mutation: CustomersMutation
  let changes: RelationChanges
  private(set) var order: TagJob
  private let policies: Policies

  init(_ key: Int64, _ mutation: CustomersMutation, policies: Policies) throws {
    self.mutation = mutation
    self.policies = policies
    changes = RelationChanges(mutation, policies: policies)
    order = try TagJobTable.find(key, in: mutation.writer)
  }

  /// What the job gives and takes, without the tags that are deleted by now.
  func marking() throws -> TagMarking {
    try changes.tags.marking(
      add: changes.tags.known(order.addTags), remove: changes.tags.known(order.removeTags))
  }

  /// Counts what becomes of a relation: `mark` says whether it changed anything.
  mutating func take(
    userid: String, externalUserid: String, _ mark: () throws -> Bool
  ) throws {
    do {
      if try mark() { order.counts.changed += 1 } else { order.counts.unchanged += 1 }
    } catch let failure as any Failure {
      order.counts.failed += 1
      guard order.counts.failed <= policies[.tagJobFailuresMax] else { return }
      try TagJobTable.put(
        TagJob.Miss(userid: userid, externalUserid: externalUserid, failure),
        place: order.counts.failed, of: order.key, in: mutation.writer)
    }
  }

  /// Keeps how far the job is; without a cursor it is done.
  mutating func save(_ job: Job, cursor: [UInt8]?) throws {
    try job.save(
      cursor: cursor ?? [], processedCount: order.counts.processed,
      totalCount: cursor == nil ? order.counts.processed : order.totalCount, in: mutation)
    if cursor == nil {
      order.totalCount = order.counts.processed
      try end(.done)
    } else {
      try TagJobTable.update(order, in: mutation.writer)
    }
  }

  /// Gives the job up. What it was to take back may be tried again.
  mutating func fail(_ error: String) throws {
    order.lastError = error
    if !order.undoOfJob.isEmpty,
      var undone = try TagJobTable.find(order.undoOfJob, in: mutation.writer)
    {
      undone.undoneBy = ""
      try TagJobTable.update(undone, in: mutation.writer)
    }
    try end(.failed)
  }

  private mutating func end(_ state: TagJob.State) throws {
    order.state = state
    order.finishTime = mutation.now
    try TagJobTable.update(order, in: mutation.writer)
    try TagJobTable.deleteInput(of: order.key, in: mutation.writer)
    try mutation.start(
      TagJobRun.forgetKind, payload: TagJobRun.payload(order.key),
      at: mutation.now.advanced(bySeconds: 86_400 * Int64(policies[.tagJobKeptDays])))
    try mutation.emit(.tagJobFinished(order.message))
  }
}
