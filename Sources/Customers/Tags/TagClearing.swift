import Messages
import Roaring
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
    var chunk: Int64 = 0
    while true {
      let (before, from) = (cleared, chunk)
      let step = try await context.write(corp: job.corp, origin: .job) { mutation in
        let step = try Self.step(from: from, mutation)
        try job.save(
          cursor: [], processedCount: before + step.cleared,
          totalCount: before + step.cleared + step.left, in: mutation)
        return step
      }
      cleared += step.cleared
      chunk = step.chunk
      if step.left == 0 { return }
    }
  }

  private struct Step {
    var cleared: Int64 = 0
    /// Carriers of deleted tags that are still to be cleared.
    var left: Int64 = 0
    /// Where the next step looks first: before it, nobody carries the tag.
    var chunk: Int64 = 0
  }

  /// Takes one tag off some relations of the first chunk, from one on, where it is carried.
  private static func step(from first: Int64, _ mutation: CustomersMutation) throws -> Step {
    let writer = mutation.writer
    guard let tag = try TagTable.toClear(in: writer) else { return Step() }
    var step = Step(left: try TagTable.toClearCount(in: writer), chunk: first)
    let index = RelationIndex(mutation)
    while let chunk = try CarrierTable.chunk(from: step.chunk, in: writer) {
      let numbers = try CarrierTable.numbers(ofTag: tag.key, inChunk: chunk, in: writer)?.numbers
      guard let numbers else {
        step.chunk = chunk + 1
        continue
      }
      for number in numbers.prefix(batch) {
        let place = RelationPlace(chunk: chunk, number: number)
        guard let before = try RelationTable.find(place, in: writer) else { throw IndexFault.noRow }
        var relation = before
        relation.tags = before.tags.subtracting(TagSet([tag.key]))
        try RelationTable.put(relation, over: before, index: index, in: writer)
        step.cleared += 1
      }
      step.left -= step.cleared
      step.chunk = chunk
      return step
    }
    // The chunks before the first have been looked through for another tag.
    step.chunk = 0
    guard first > 0 else { throw IndexFault.noCarrier }
    return step
  }
}
