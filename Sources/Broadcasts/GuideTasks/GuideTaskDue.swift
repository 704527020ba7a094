import Messages
import ServiceKit

/// Tells, when a guide task is due, that members have not done it: once, whatever dies in between.
enum GuideTaskDue {
  static let kind = "tell-guide-task-due"

  static func job(_ context: BroadcastsContext) -> Jobs.Kind {
    Jobs.Kind(
      run: { job in
        let id = String(decoding: job.payload, as: UTF8.self)
        try await context.write(corp: job.corp, origin: .job) { try tell(id, $0) }
      }, failed: { _, _ in }, isKept: false)
  }

  private static func tell(_ id: String, _ mutation: BroadcastsMutation) throws {
    let task = try GuideTaskTable.require(id, in: mutation.writer)
    guard task.state == .active, task.isDue(at: mutation.now),
      try GuideTaskTable.tellOverdue(task.key, in: mutation.writer)
    else { return }
    try mutation.emit(.guideTaskOverdue(task.message(at: mutation.now)))
  }
}
