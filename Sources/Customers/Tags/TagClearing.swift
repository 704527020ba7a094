import Messages
import ServiceKit

/// The job that takes deleted tags off the relations that carried them: no call waits for it, since
/// a deleted tag is hidden wherever tags are read.
///
/// It works off whatever is left to clear, so one that is killed, or runs beside what another left,
/// comes out right.
struct TagClearing: Sendable {
  static let kind = "clear-deleted-tags"
  /// Relations rewritten in one transaction: some ten milliseconds of the writer's time.
  private static let batch = 500

  let context: CustomersContext

  var job: Jobs.Kind {
    // Nothing hangs on its failure: the tags stay hidden, and the next job clears them.
    Jobs.Kind(run: run, failed: { _, _ in })
  }

  private func run(_ job: Job) async throws {
    var cleared = job.row.processedCount
    while true {
      let before = cleared
      cleared = try await context.write(corp: job.corp, origin: .job) { mutation in
        let cleared = try before + Self.step(mutation)
        let left = try TagTable.toClearCount(in: mutation.writer)
        try job.save(
          cursor: [], processedCount: cleared, totalCount: cleared + left, in: mutation)
        return cleared
      }
      if cleared == before { return }
    }
  }

  /// Takes one tag off some relations; returns off how many.
  private static func step(_ mutation: CustomersMutation) throws -> Int64 {
    let writer = mutation.writer
    guard let tag = try TagTable.toClear(in: writer) else { return 0 }
    let carriers = try RelationTable.carriers(of: tag.key, limit: batch, in: writer)
    for before in carriers {
      var relation = before
      relation.tags = before.tags.subtracting(TagSet([tag.key]))
      try RelationTable.put(relation, over: before, in: writer)
    }
    return Int64(carriers.count)
  }
}
