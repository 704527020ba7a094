/// What is counted of a guide task, and of each department in it: what stands in the counters, and
/// equally what a transaction adds to them.
struct GuideCounts: Sendable, Equatable {
  var member: Int64 = 0
  var read: Int64 = 0
  var done: Int64 = 0
  /// Of the done, those who were after it was due.
  var late: Int64 = 0
  var report: Int64 = 0
  var progress: Int64 = 0

  init(
    member: Int64 = 0, read: Int64 = 0, done: Int64 = 0, late: Int64 = 0, report: Int64 = 0,
    progress: Int64 = 0
  ) {
    self.member = member
    self.read = read
    self.done = done
    self.late = late
    self.report = report
    self.progress = progress
  }

  static func += (left: inout GuideCounts, right: GuideCounts) {
    left.member += right.member
    left.read += right.read
    left.done += right.done
    left.late += right.late
    left.report += right.report
    left.progress += right.progress
  }

  static func - (left: GuideCounts, right: GuideCounts) -> GuideCounts {
    GuideCounts(
      member: left.member - right.member, read: left.read - right.read,
      done: left.done - right.done, late: left.late - right.late,
      report: left.report - right.report, progress: left.progress - right.progress)
  }
}
