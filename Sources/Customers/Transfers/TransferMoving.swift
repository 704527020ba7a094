import Messages
import ServiceKit

/// The job that moves the customers whose time has come.
///
/// It works off whatever is due, some in one transaction, so one that is killed, or comes late, or
/// beside another, comes out right.
enum TransferMoving {
  static let kind = "move-transferred-customers"
  /// Customers moved in one transaction: some ten milliseconds of the writer's time.
  private static let batch = 100

  static func job(_ context: CustomersContext) -> Jobs.Kind {
    // Nothing hangs on its failure: what waits is moved by the next one.
    Jobs.Kind(run: { try await run($0, context) }, failed: { _, _ in }, isKept: false)
  }

  private static func run(_ job: Job, _ context: CustomersContext) async throws {
    let policies = context.policies
    var moved = job.row.processedCount
    while true {
      let before = moved
      let count = try await context.write(corp: job.corp, origin: .job) { mutation in
        let due = try TransferTable.due(at: mutation.now, limit: batch, in: mutation.writer)
        let changes = TransferChanges(mutation, policies: policies)
        for transfer in due { try changes.move(transfer) }
        try job.save(
          cursor: [], processedCount: before + Int64(due.count), totalCount: 0, in: mutation)
        return due.count
      }
      moved += Int64(count)
      if count < batch { return }
    }
  }
}
