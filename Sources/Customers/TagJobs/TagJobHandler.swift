import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.TagJobService`.
struct TagJobHandler: CustomersV1.TagJobServiceProtocol {
  let context: CustomersContext

  func previewTagJob(
    _ request: CustomersV1.PreviewTagJobRequest, _ call: Call
  ) async throws -> CustomersV1.PreviewTagJobResponse {
    let order = try TagJobOrder(
      relations: request.relations, audience: resolved(request.audience, call),
      addTags: request.addTags, removeTags: request.removeTags, policies: context.policies)
    let sampleSize = try TagJobPreview.sampleSize(request.sampleSize)
    let database = try context.corps.database(of: call.principal.corp)
    let marking = try await database.scan { try order.marking(TagLookup($0)) }
    let preview = TagJobPreview(
      order, marking: marking, mostTags: context.policies[.relationTagsMax],
      sampleSize: sampleSize)
    guard let audience = order.audience else {
      return try await preview.counting(in: database)
    }
    let plan = try await AudienceHandler(context: context).plan(Audience(audience), call)
    return try await preview.counting(plan)
  }

  func createTagJob(
    _ request: CustomersV1.CreateTagJobRequest, _ call: Call
  ) async throws -> CustomersV1.TagJob {
    let policies = context.policies
    let judged = try await judged(request, call)
    return try await context.mutate(request, call) { mutation in
      let writer = mutation.writer
      let (order, audience) = try judged.get()
      _ = try order.marking(TagLookup(writer))
      var job = TagJob(jobid: "", kind: .mark, createTime: mutation.now)
      job.addTags = order.addTags
      job.removeTags = order.removeTags
      job.totalCount = Int64(order.relations.count)
      job = try Self.start(job, as: TagJobRun.markKind, policies, mutation)
      try TagJobTable.put(order.relations, of: job.key, in: writer)
      if var audience {
        audience.lastCustomer = try CustomerTable.newestKey(in: writer)
        try TagJobTable.put(audience, of: job.key, in: writer)
      }
      return job.message
    }
  }

  func getTagJob(
    _ request: CustomersV1.GetTagJobRequest, _ call: Call
  ) async throws -> CustomersV1.TagJob {
    try Self.checkID(request.jobid)
    let job = try context.read(call) { try TagJobTable.find(request.jobid, in: $0) }
    guard let job else { throw TagJobFailure.notFound(request.jobid) }
    return job.message
  }

  func listTagJobs(
    _ request: CustomersV1.ListTagJobsRequest, _ call: Call
  ) async throws -> CustomersV1.ListTagJobsResponse {
    let page = try Page(request)
    let found = try context.read(call) {
      try TagJobTable.list(before: page.after.first?.int ?? .max, limit: page.size + 1, in: $0)
    }
    let (jobs, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(tagJobs: jobs.map(\.message), nextPageToken: nextPageToken)
  }

  func listTagJobFailures(
    _ request: CustomersV1.ListTagJobFailuresRequest, _ call: Call
  ) async throws -> CustomersV1.ListTagJobFailuresResponse {
    try Self.checkID(request.jobid)
    let page = try Page(request)
    let found = try context.read(call) { reader in
      guard let job = try TagJobTable.find(request.jobid, in: reader) else {
        throw TagJobFailure.notFound(request.jobid)
      }
      return try TagJobTable.misses(
        of: job.key, after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (misses, nextPageToken) = page.cut(found) { [.int($0.place)] }
    return .init(failures: misses.map(\.miss.failure), nextPageToken: nextPageToken)
  }

  func undoTagJob(
    _ request: CustomersV1.UndoTagJobRequest, _ call: Call
  ) async throws -> CustomersV1.TagJob {
    try Self.checkID(request.jobid)
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      guard var done = try TagJobTable.find(request.jobid, in: mutation.writer) else {
        throw TagJobFailure.notFound(request.jobid)
      }
      try done.checkUndo(now: mutation.now, policies: policies)
      var undo = TagJob(jobid: "", kind: .undo, createTime: mutation.now)
      undo.undoOf = .job(done.key)
      undo.undoOfJob = done.jobid
      undo = try Self.start(undo, as: TagJobRun.undoKind, policies, mutation)
      done.undoneBy = undo.jobid
      try TagJobTable.update(done, in: mutation.writer)
      return undo.message
    }
  }

  /// What is asked for, or why it cannot be, as things stand now. A request that is repeated is answered
  /// as it was, whatever has become of the tags, departments and saved audience it names.
  private func judged(
    _ request: CustomersV1.CreateTagJobRequest, _ call: Call
  ) async throws -> Result<(TagJobOrder, TagJobTable.Audience?), any Error> {
    do {
      let order = try TagJobOrder(
        relations: request.relations, audience: resolved(request.audience, call),
        addTags: request.addTags, removeTags: request.removeTags, policies: context.policies)
      return .success((order, try await audience(of: order, call)))
    } catch let error where !(error is InvalidField) {
      return .failure(error)
    }
  }

  private static func checkID(_ jobid: String) throws(InvalidField) {
    try Shape.id(jobid, field: "jobid", errcode: 40088)
  }

  /// What a saved audience says is part of the order from now on, whatever becomes of it.
  private func resolved(
    _ audience: CustomersV1.Audience?, _ call: Call
  ) throws -> CustomersV1.Audience? {
    try audience.map { try AudienceHandler(context: context).resolved($0, call) }
  }

  /// The audience to be walked, with the members its departments have now; nil when there is none.
  private func audience(
    of order: TagJobOrder, _ call: Call
  ) async throws -> TagJobTable.Audience? {
    guard let message = order.audience else { return nil }
    let audience = try Audience(message)
    try audience.checkShape(policies: context.policies)
    let handler = AudienceHandler(context: context)
    let departments = try await handler.departments(of: audience, call)
    _ = try await handler.plan(
      audience, departments: departments, corp: call.principal.corp)
    return .init(message: message.packed(), departments: departments, lastCustomer: 0)
  }

  /// Accepts a job, whose key comes after its jobid; returns it with both.
  static func start(
    _ job: TagJob, as kind: String, _ policies: Policies, _ mutation: CustomersMutation
  ) throws -> TagJob {
    let most = policies[.tagJobsWaitingMax]
    guard try TagJobTable.runningCount(in: mutation.writer) < most else {
      throw TagJobFailure.tooManyWait(most)
    }
    var job = job
    let key = try TagJobTable.nextKey(in: mutation.writer)
    job.jobid = try mutation.start(kind, payload: TagJobRun.payload(key))
    job.key = key
    try TagJobTable.insert(job, in: mutation.writer)
    try mutation.emit(.tagJobCreated(job.message))
    return job
  }
}
