import RPC
import ServiceKit

/// One member's part of a guide task.
struct GuideAssignment: Sendable, Equatable {
  enum State: Int, Sendable {
    case open = 1
    case overdue = 2
    case done = 3
    case cancelled = 4
    case taken = 5
  }

  /// The keys of the task and the member in the store.
  let task: Int64
  let member: Int64
  let taskID: String
  let userid: String
  /// The departments that count him, as they were when the task was created.
  let lineage: [UInt32]
  var progress: Int64 = 0
  var reportCount = 0
  var readTime: Instant?
  var doneTime: Instant?
  var isLate = false

  private var counts: GuideCounts {
    GuideCounts(
      member: 1, read: readTime == nil ? 0 : 1, done: doneTime == nil ? 0 : 1, late: isLate ? 1 : 0,
      report: Int64(reportCount), progress: progress)
  }

  func state(in task: GuideTask, at moment: Instant) -> State {
    if doneTime != nil { return .done }
    if task.state == .cancelled { return .cancelled }
    if task.isTaken(from: member) { return .taken }
    return task.isDue(at: moment) ? .overdue : .open
  }

  /// Keeps that he has read the task; returns what that adds to the counters, nothing the second time.
  mutating func read(_ task: GuideTask, now: Instant) -> GuideCounts {
    let before = self
    if readTime == nil { readTime = now }
    if task.kind == .notice, task.demand.proofs.isEmpty, doneTime == nil {
      progress = task.demand.targetCount
      end(task, now: now)
    }
    return counts - before.counts
  }

  /// Takes a report that counts so much; returns what that adds to the counters.
  mutating func take(
    _ value: Int64, _ task: GuideTask, now: Instant, reportsMax: Int
  ) throws(GuideAssignmentFailure) -> GuideCounts {
    guard doneTime == nil else { throw .done(taskID: taskID, userid: userid) }
    guard reportCount < reportsMax else { throw .tooManyReports(reportsMax) }
    let before = self
    if readTime == nil { readTime = now }
    reportCount += 1
    progress += value
    if progress >= task.demand.targetCount { end(task, now: now) }
    return counts - before.counts
  }

  private mutating func end(_ task: GuideTask, now: Instant) {
    doneTime = now
    isLate = task.isDue(at: now)
  }
}

/// What a member reported once.
struct GuideReport: Sendable, Equatable {
  let taskID: String
  let userid: String
  /// From 1.
  let number: Int
  let proofs: [Proof]
  let addedCount: Int64
  let time: Instant
}

enum GuideAssignmentFailure: Failure, Equatable {
  case notFound(taskID: String, userid: String)
  case done(taskID: String, userid: String)
  case tooManyReports(Int)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .done: .failedPrecondition
    case .tooManyReports: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "ASSIGNMENT_NOT_FOUND"
    case .done: "ASSIGNMENT_DONE"
    case .tooManyReports: "TOO_MANY_REPORTS"
    }
  }

  var field: String? { if case .notFound = self { "userid" } else { nil } }

  var message: String {
    switch self {
    case .notFound(let taskID, let userid): "Member '\(userid)' does not have '\(taskID)'."
    case .done(let taskID, let userid): "Member '\(userid)' has done '\(taskID)' already."
    case .tooManyReports(let max): "The member has brought \(max) reports."
    }
  }
}
