package import Messages
package import RPC
import ServiceKit
import Store

/// Answers `siyu.communities.v1.MomentService`.
package struct MomentHandler: CommunitiesV1.MomentServiceProtocol {
  let context: CommunitiesContext

  package func createMoment(
    _ request: CommunitiesV1.CreateMomentRequest, _ call: Call
  ) async throws -> CommunitiesV1.Moment {
    let content = try MomentContent(request)
    try content.checkShape(policies: context.policies)
    let range = MomentRange(request.visibleRange)
    try range.checkShape(policies: context.policies)
    return try await context.mutate(request, call) { mutation in
      let most = context.policies[.momentDispatchesMax]
      guard try !MomentTable.areDispatching(most, in: mutation.writer) else {
        throw MomentFailure.tooManyDispatches(most)
      }
      let momentID = PublicID.make("mom")
      let jobid = try mutation.start(
        MomentDispatch.kind, payload: MomentDispatch.payload(momentID))
      let moment = Moment(
        momentID: momentID, jobid: jobid, createTime: mutation.now, isPartial: range.isPartial,
        content: content)
      try MomentTable.insert(moment, range, in: mutation.writer)
      try mutation.emit(.momentCreated(moment.message))
      return moment.message
    }
  }

  package func getMomentTaskResult(
    _ request: CommunitiesV1.GetMomentTaskResultRequest, _ call: Call
  ) async throws -> CommunitiesV1.MomentTaskResult {
    try Shape.id(request.jobid, field: "jobid", errcode: 40088)
    return try context.read(call) { reader in
      guard let moment = try MomentTable.find(jobid: request.jobid, in: reader) else {
        throw MomentFailure.jobNotFound(request.jobid)
      }
      return .init(
        momentID: moment.momentID, state: moment.message.state, taskCount: moment.taskCount,
        invalidUserids: try MomentTable.invalid(.member, of: moment.key, in: reader),
        invalidUseridCount: moment.invalidUseridCount,
        invalidDepartmentIDs: try MomentTable.invalid(.department, of: moment.key, in: reader)
          .compactMap { UInt32($0) },
        invalidTagIDs: try MomentTable.invalid(.tag, of: moment.key, in: reader))
    }
  }

  package func getMoment(
    _ request: CommunitiesV1.GetMomentRequest, _ call: Call
  ) async throws -> CommunitiesV1.Moment {
    try Self.checkShape(momentID: request.momentID)
    return try context.read(call) { try MomentTable.find(request.momentID, in: $0) }.message
  }

  package func listMoments(
    _ request: CommunitiesV1.ListMomentsRequest, _ call: Call
  ) async throws -> CommunitiesV1.ListMomentsResponse {
    let page = try Page(request, keys: 2)
    let window = try MomentWindow(request, policies: context.policies)
    let position = (
      createTime: page.after.first?.int ?? window.start.microseconds,
      key: page.after.last?.int ?? .max
    )
    let found = try context.read(call) { reader in
      try MomentTable.all(in: window, after: position, limit: page.size + 1, in: reader)
    }
    let (moments, nextPageToken) = page.cut(found) {
      [.int($0.createTime.microseconds), .int($0.key)]
    }
    return .init(moments: moments.map(\.message), nextPageToken: nextPageToken)
  }

  package func listMomentTasks(
    _ request: CommunitiesV1.ListMomentTasksRequest, _ call: Call
  ) async throws -> CommunitiesV1.ListMomentTasksResponse {
    let page = try Page(request)
    try Self.checkShape(momentID: request.momentID)
    let found = try context.read(call) { reader in
      let moment = try MomentTable.find(request.momentID, in: reader)
      try moment.checkDispatched()
      return try MomentTaskTable.all(
        of: moment.key, after: page.after.first?.text ?? "", limit: page.size + 1, in: reader)
    }
    let (tasks, nextPageToken) = page.cut(found) { [.text($0.userid)] }
    return .init(
      tasks: tasks.map { $0.message(of: request.momentID) }, nextPageToken: nextPageToken)
  }

  /// The audience is asked for first and written afterwards, whole, in the transaction that marks
  /// the task: whatever fails or is killed before that leaves nothing behind, and there is no
  /// half-frozen audience to finish or to clear away. It may be one write because a member's
  /// customers are bounded by policy: 20,000 of them keep the writer about a tenth of a second.
  package func publishMoment(
    _ request: CommunitiesV1.PublishMomentRequest, _ call: Call
  ) async throws -> CommunitiesV1.MomentTask {
    try Self.checkShape(momentID: request.momentID)
    try Shape.userid(request.userid, field: "userid")
    let customers = try await audience(request, call)
    return try await context.mutate(request, call) { mutation in
      var moment = try MomentTable.find(request.momentID, in: mutation.writer)
      var task = try MomentTaskTable.find(request.userid, of: moment.key, in: mutation.writer)
      try task.publish(to: customers, at: mutation.now)
      moment.count(task)
      try MomentTaskTable.publish(task, to: customers, in: mutation.writer)
      try MomentTable.update(moment, in: mutation.writer)
      let message = task.message(of: moment.momentID)
      try mutation.emit(.momentPublished(message))
      return message
    }
  }

  package func listMomentCustomers(
    _ request: CommunitiesV1.ListMomentCustomersRequest, _ call: Call
  ) async throws -> CommunitiesV1.ListMomentCustomersResponse {
    let page = try Page(request)
    try Self.checkShape(momentID: request.momentID)
    try Shape.userid(request.userid, field: "userid")
    let found = try context.read(call) { reader in
      let moment = try MomentTable.find(request.momentID, in: reader)
      try moment.checkDispatched()
      let task = try MomentTaskTable.find(request.userid, of: moment.key, in: reader)
      guard task.isPublished else { throw MomentFailure.notPublished(task.userid) }
      return try MomentTaskTable.customers(
        of: task, after: page.after.first?.int ?? -1, limit: page.size + 1, in: reader)
    }
    let (customers, nextPageToken) = page.cut(found) { [.int($0.position)] }
    return .init(
      customers: customers.map {
        .init(userid: request.userid, externalUserid: $0.externalUserid)
      }, nextPageToken: nextPageToken)
  }

  /// Whom the publication would choose now. Empty for a task that is published already: then it is
  /// a repetition, or refused, and customers need not be asked.
  private func audience(
    _ request: CommunitiesV1.PublishMomentRequest, _ call: Call
  ) async throws -> [String] {
    let (moment, task, tagIDs) = try context.read(call) { reader in
      let moment = try MomentTable.find(request.momentID, in: reader)
      try moment.checkDispatched()
      let task = try MomentTaskTable.find(request.userid, of: moment.key, in: reader)
      return (moment, task, try MomentTable.tagIDs(of: moment.key, in: reader))
    }
    guard !task.isPublished else { return [] }
    do {
      let audience = try MomentAudience(context.peers, context.peers.options(for: call))
      let existing = try await audience.existing(tagIDs)
      // No tag is left, so nobody carries one; without tags customers would list everybody.
      if moment.isPartial && existing.isEmpty { return [] }
      return try await audience.customers(
        of: task.userid, withTags: existing, atMost: context.policies[.memberCustomersMax])
    } catch let status as Status where status.isPassing {
      throw MomentFailure.customersUnavailable("\(status.code): \(status.message)")
    }
  }

  private static func checkShape(momentID: String) throws(InvalidField) {
    try Shape.id(momentID, field: "moment_id", errcode: momentID.isEmpty ? 41059 : 41060)
  }
}

extension Status {
  /// Whether the same call may do better later.
  fileprivate var isPassing: Bool {
    switch code {
    case .unavailable, .deadlineExceeded, .resourceExhausted, .aborted, .cancelled: true
    default: false
    }
  }
}
