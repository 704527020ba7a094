import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.GuideAssignmentService`.
struct GuideAssignmentHandler: BroadcastsV1.GuideAssignmentServiceProtocol {
  /// As many reports as fit into one answer.
  private static let reportPageMax = 100

  let context: BroadcastsContext

  func markAssignmentRead(
    _ request: BroadcastsV1.MarkAssignmentReadRequest, _ call: Call
  ) async throws -> BroadcastsV1.GuideAssignment {
    try Self.checkNames(request.taskID, request.userid)
    return try await context.mutate(request, call) { mutation in
      let task = try GuideTaskTable.require(request.taskID, in: mutation.writer)
      var assignment = try GuideAssignmentTable.require(
        task, userid: request.userid, in: mutation.writer)
      try task.checkTakesReports(now: mutation.now)
      let change = assignment.read(task, now: mutation.now)
      let message = assignment.message(in: task, at: mutation.now)
      guard change != GuideCounts() else { return message }
      try mutation.emit(.guideAssignmentRead(message))
      try mutation.keep(assignment, change, of: task)
      return message
    }
  }

  func claimGuideTask(
    _ request: BroadcastsV1.ClaimGuideTaskRequest, _ call: Call
  ) async throws -> BroadcastsV1.GuideAssignment {
    try Self.checkNames(request.taskID, request.userid)
    return try await context.mutate(request, call) { mutation in
      var task = try GuideTaskTable.require(request.taskID, in: mutation.writer)
      let assignment = try GuideAssignmentTable.require(
        task, userid: request.userid, in: mutation.writer)
      let isNew = try task.claim(
        GuideClaim(member: assignment.member, userid: assignment.userid, time: mutation.now))
      let message = assignment.message(in: task, at: mutation.now)
      guard isNew else { return message }
      try GuideTaskTable.update(task, in: mutation.writer)
      try GuideAssignmentTable.close(
        task: task.key, besides: assignment.member, in: mutation.writer)
      try mutation.emit(.guideTaskClaimed(message))
      return message
    }
  }

  func returnGuideTask(
    _ request: BroadcastsV1.ReturnGuideTaskRequest, _ call: Call
  ) async throws -> BroadcastsV1.GuideAssignment {
    try Self.checkNames(request.taskID, request.userid)
    return try await context.mutate(request, call) { mutation in
      var task = try GuideTaskTable.require(request.taskID, in: mutation.writer)
      let assignment = try GuideAssignmentTable.require(
        task, userid: request.userid, in: mutation.writer)
      try task.giveBack(assignment)
      try GuideTaskTable.update(task, in: mutation.writer)
      try GuideAssignmentTable.open(task: task.key, in: mutation.writer)
      let message = assignment.message(in: task, at: mutation.now)
      try mutation.emit(.guideTaskReturned(message))
      return message
    }
  }

  func recordGuideReport(
    _ request: BroadcastsV1.RecordGuideReportRequest, _ call: Call
  ) async throws -> BroadcastsV1.RecordGuideReportResponse {
    try Self.checkNames(request.taskID, request.userid)
    var proofs: [Proof] = []
    for (index, asked) in request.proofs.enumerated() {
      let proof = try Proof(asked, field: "proofs[\(index)]")
      try proof.checkShape(field: "proofs[\(index)]", policies: context.policies)
      proofs.append(proof)
    }
    let max = context.policies[.guideReportsMax]
    return try await context.mutate(request, call) { [proofs] mutation in
      let task = try GuideTaskTable.require(request.taskID, in: mutation.writer)
      var assignment = try GuideAssignmentTable.require(
        task, userid: request.userid, in: mutation.writer)
      try Proof.check(
        proofs, demand: task.demand,
        checklist: GuideTaskTable.checklist(of: task.key, in: mutation.writer))
      try task.checkTakesReports(now: mutation.now)
      if task.demand.isForOne { try task.checkHas(assignment) }
      let value = task.demand.value(of: proofs)
      let change = try assignment.take(value, task, now: mutation.now, reportsMax: max)
      let report = GuideReport(
        taskID: task.id, userid: assignment.userid, number: assignment.reportCount,
        proofs: proofs, addedCount: value, time: mutation.now)
      try GuideAssignmentTable.insert(report, of: assignment, in: mutation.writer)
      try mutation.emit(.guideReportRecorded(report.message))
      try mutation.keep(assignment, change, of: task)
      return .init(
        report: report.message, assignment: assignment.message(in: task, at: mutation.now))
    }
  }

  func listGuideAssignments(
    _ request: BroadcastsV1.ListGuideAssignmentsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListGuideAssignmentsResponse {
    let page = try Page(request)
    try GuideTask.checkID(request.taskID)
    let (task, found) = try context.read(call) { reader in
      let task = try GuideTaskTable.require(request.taskID, in: reader)
      return (
        task,
        try GuideAssignmentTable.list(
          task, onlyUnfinished: request.onlyUnfinished, after: page.after.first?.int ?? 0,
          limit: page.size + 1, in: reader)
      )
    }
    let (assignments, nextPageToken) = page.cut(found) { [.int($0.member)] }
    let now = context.clock.now
    return .init(
      assignments: assignments.map { $0.message(in: task, at: now) },
      nextPageToken: nextPageToken)
  }

  func listMemberAssignments(
    _ request: BroadcastsV1.ListMemberAssignmentsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListMemberAssignmentsResponse {
    let page = try Page(request)
    try Shape.userid(request.userid, field: "userid")
    let found = try context.read(call) {
      try GuideAssignmentTable.list(
        of: request.userid, onlyUnfinished: request.onlyUnfinished,
        before: page.after.first?.int ?? .max, limit: page.size + 1, in: $0)
    }
    let (assignments, nextPageToken) = page.cut(found) { [.int($0.task.key)] }
    let now = context.clock.now
    // How others got on with it is not for who is held to a part of the corp.
    let hidesCounts = call.principal.dataScope != nil
    return .init(
      assignments: assignments.map {
        var task = $0.task.message(at: now)
        if hidesCounts { task.counts = nil }
        return .init(
          guideTask: task, assignment: $0.assignment.message(in: $0.task, at: now))
      }, nextPageToken: nextPageToken)
  }

  func listGuideReports(
    _ request: BroadcastsV1.ListGuideReportsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListGuideReportsResponse {
    let page = try Page(request, largest: Self.reportPageMax)
    try Self.checkNames(request.taskID, request.userid)
    let found = try context.read(call) { reader in
      let task = try GuideTaskTable.require(request.taskID, in: reader)
      return try GuideAssignmentTable.reports(
        of: GuideAssignmentTable.require(task, userid: request.userid, in: reader),
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (reports, nextPageToken) = page.cut(found) { [.int(Int64($0.number))] }
    return .init(reports: reports.map(\.message), nextPageToken: nextPageToken)
  }

  private static func checkNames(_ taskID: String, _ userid: String) throws(InvalidField) {
    try GuideTask.checkID(taskID)
    try Shape.userid(userid, field: "userid")
  }
}

extension GuideAssignmentTable {
  /// Throws `GuideAssignmentFailure.notFound`.
  static func require(
    _ task: GuideTask, userid: String, in reader: Reader
  ) throws -> GuideAssignment {
    guard let assignment = try find(task, userid: userid, in: reader) else {
      throw GuideAssignmentFailure.notFound(taskID: task.id, userid: userid)
    }
    return assignment
  }
}

extension BroadcastsMutation {
  /// Keeps how far a member got and what that adds to all counters; tells when he has done it, and when
  /// all have.
  fileprivate func keep(
    _ assignment: GuideAssignment, _ change: GuideCounts, of task: GuideTask
  ) throws {
    try GuideAssignmentTable.update(
      assignment, isTaken: task.isTaken(from: assignment.member), in: writer)
    try GuideCountTable.add(change, task: task.key, lineage: assignment.lineage, in: writer)
    guard change.done > 0 else { return }
    try emit(.guideAssignmentDone(assignment.message(in: task, at: now)))
    var task = task
    task.counts += change
    guard task.finish(now: now) else { return }
    try GuideTaskTable.update(task, in: writer)
    try emit(.guideTaskFinished(task.message(at: now)))
  }
}
