import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.GuideTaskService`.
struct GuideTaskHandler: BroadcastsV1.GuideTaskServiceProtocol {
  let context: BroadcastsContext

  func createGuideTask(
    _ request: BroadcastsV1.CreateGuideTaskRequest, _ call: Call
  ) async throws -> BroadcastsV1.GuideTask {
    let asked = try Shape.required(request.guideTask, field: "guide_task")
    let draft = try GuideTaskDraft(asked)
    let policies = context.policies
    try draft.checkShape(policies: policies)
    return try await context.mutate(request, call) { mutation in
      try draft.checkDue(now: mutation.now, policies: policies)
      let scope = try Self.scope(of: draft, in: mutation.writer)
      try scope.checkSize(
        max: policies[draft.demand.isForOne ? .guideTaskClaimantsMax : .guideTaskMembersMax])
      let task = try mutation.create(draft, for: scope)
      try mutation.emit(.guideTaskCreated(task.message(at: mutation.now)))
      return task.message(at: mutation.now)
    }
  }

  /// Whom a task is for, as directory has told so far.
  private static func scope(of draft: GuideTaskDraft, in reader: Reader) throws -> GuideScope {
    let tree = DepartmentTree(parents: try RosterTable.parents(in: reader))
    var scope = GuideScope(tree: tree)
    for asked in Set(draft.departments) {
      guard tree.contains(asked) else { throw GuideTaskFailure.departmentNotFound(asked) }
      for department in tree.subtree(of: asked) {
        for member in try RosterTable.members(of: department, in: reader) {
          scope.add(member, in: [department])
        }
      }
    }
    for userid in draft.userids {
      guard let (member, departments) = try RosterTable.places(of: userid, in: reader) else {
        throw GuideTaskFailure.memberNotFound(userid)
      }
      scope.add(member, in: departments)
    }
    return scope
  }

  func getGuideTask(
    _ request: BroadcastsV1.GetGuideTaskRequest, _ call: Call
  ) async throws -> BroadcastsV1.GuideTask {
    try GuideTask.checkID(request.taskID)
    return try context.read(call) { reader in
      let task = try GuideTaskTable.require(request.taskID, in: reader)
      var message = task.message(at: context.clock.now)
      let content = try GuideTaskTable.content(of: task.key, in: reader)
      message.content = content == Content() ? nil : content.message
      message.checklist = try GuideTaskTable.checklist(of: task.key, in: reader).map(\.message)
      (message.departmentIDs, message.userids) = try GuideTaskTable.scope(
        of: task.key, in: reader)
      return message
    }
  }

  func listGuideTasks(
    _ request: BroadcastsV1.ListGuideTasksRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListGuideTasksResponse {
    let page = try Page(request)
    let kind =
      request.kind == .unspecified ? nil : try GuideTask.Kind(request.kind, field: "kind")
    let found = try context.read(call) {
      try GuideTaskTable.list(
        kind, before: page.after.first?.int ?? .max, limit: page.size + 1, in: $0)
    }
    let (tasks, nextPageToken) = page.cut(found) { [.int($0.key)] }
    let now = context.clock.now
    return .init(guideTasks: tasks.map { $0.message(at: now) }, nextPageToken: nextPageToken)
  }

  func cancelGuideTask(
    _ request: BroadcastsV1.CancelGuideTaskRequest, _ call: Call
  ) async throws -> BroadcastsV1.GuideTask {
    try GuideTask.checkID(request.taskID)
    return try await context.mutate(request, call) { mutation in
      var task = try GuideTaskTable.require(request.taskID, in: mutation.writer)
      try task.cancel(now: mutation.now)
      try GuideTaskTable.update(task, in: mutation.writer)
      try GuideAssignmentTable.close(task: task.key, in: mutation.writer)
      try mutation.emit(.guideTaskCancelled(task.message(at: mutation.now)))
      return task.message(at: mutation.now)
    }
  }

  func remindGuideTask(
    _ request: BroadcastsV1.RemindGuideTaskRequest, _ call: Call
  ) async throws -> BroadcastsV1.RemindGuideTaskResponse {
    try GuideTask.checkID(request.taskID)
    let max = context.policies[.guideTaskRemindersMax]
    return try await context.mutate(request, call) { mutation in
      let task = try GuideTaskTable.require(request.taskID, in: mutation.writer)
      try task.checkTakesReminder(now: mutation.now)
      let reminders = ReminderTable.guideTasks
      let count = try reminders.count(
        of: task.key, since: mutation.now.advanced(bySeconds: -86_400), in: mutation.writer)
      guard count < max else { throw GuideTaskFailure.remindedTooOften(task.id, max) }
      try reminders.insert(of: task.key, at: mutation.now, in: mutation.writer)
      try mutation.emit(.guideTaskReminded(task.message(at: mutation.now)))
      return .init(remindedCount: task.unfinishedCount, leftCount: Int32(max - count - 1))
    }
  }

  func listGuideTaskDepartments(
    _ request: BroadcastsV1.ListGuideTaskDepartmentsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListGuideTaskDepartmentsResponse {
    let page = try Page(request)
    try GuideTask.checkID(request.taskID)
    guard request.parentid > 0 else {
      throw InvalidField("parentid", "REQUIRED", "parentid is required.")
    }
    let (task, found) = try context.read(call) { reader in
      let task = try GuideTaskTable.require(request.taskID, in: reader)
      return (
        task,
        try GuideCountTable.children(
          of: request.parentid, task: task.key, after: page.after.first?.int ?? 0,
          limit: page.size + 1, in: reader)
      )
    }
    let (departments, nextPageToken) = page.cut(found) { [.int(Int64($0.department))] }
    let now = context.clock.now
    return .init(
      departments: departments.map {
        .init(departmentID: $0.department, counts: $0.counts.message(of: task, at: now))
      }, nextPageToken: nextPageToken)
  }
}

extension GuideTaskTable {
  /// Throws `GuideTaskFailure.notFound`.
  static func require(_ id: String, in reader: Reader) throws -> GuideTask {
    guard let task = try find(id, in: reader) else { throw GuideTaskFailure.notFound(id) }
    return task
  }
}

extension BroadcastsMutation {
  /// Keeps a new task, and leaves a job for the moment when it is due.
  fileprivate func create(_ draft: GuideTaskDraft, for scope: GuideScope) throws -> GuideTask {
    var task = GuideTask(
      id: PublicID.make("gt"), kind: draft.kind, title: draft.title, dueTime: draft.dueTime,
      demand: draft.demand, createTime: now)
    task.key = try GuideTaskTable.insert(task, draft, in: writer)
    try GuideAssignmentTable.insert(scope, task: task.key, in: writer)
    try GuideCountTable.insert(scope, task: task.key, in: writer)
    task.counts.member = Int64(scope.places.count)
    if let dueTime = task.dueTime {
      try start(GuideTaskDue.kind, payload: Array(task.id.utf8), at: dueTime)
    }
    try watch(task)
    return task
  }
}
