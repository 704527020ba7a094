import Messages
import RPC
import ServiceKit
import Store

/// The job that finds a moment's executors and gives each his task.
///
/// It walks through the sources of the moment's range in their order, a page of members at a time:
/// asks directory who they are, and customers, when the moment has tags, who of them has an
/// audience. A page's tasks and the job's cursor are one transaction, so a job that was killed goes
/// on behind the last page; a page done twice gives nobody a second task.
struct MomentDispatch: Sendable {
  static let kind = "dispatch-moment"

  let context: CommunitiesContext

  var job: Jobs.Kind {
    Jobs.Kind(run: { try await run($0) }, failed: { job, _ in try await fail(job) })
  }

  /// What the job is left with: the moment to dispatch.
  static func payload(_ momentID: String) -> [UInt8] { Array(momentID.utf8) }

  private static func momentID(of job: Job) -> String {
    String(decoding: job.payload, as: UTF8.self)
  }

  private func run(_ job: Job) async throws {
    let (moment, range) = try context.corps.database(of: job.corp).read { reader in
      let moment = try MomentTable.find(Self.momentID(of: job), in: reader)
      return (moment, try MomentTable.range(of: moment.key, in: reader))
    }
    // Killed after the last step and before the job was marked done.
    guard moment.state == .dispatching else { return }
    let tagIDs = try await existingTags(of: range, moment, job)
    let sources = range.sources
    var progress = try MomentProgress(cursor: job.cursor)
    while progress.source < sources.count {
      let page = try await candidates(in: sources[progress.source], progress.pageToken, job)
      let executors = try await executors(among: page.userids, withTags: tagIDs, job)
      progress.advance(past: page)
      try await handOut(
        to: executors, page, progress, isLast: progress.source == sources.count, job)
    }
    try await settle(job) { moment throws(MomentFailure) in try moment.finishDispatch() }
  }

  private func fail(_ job: Job) async throws {
    try await settle(job) { moment in moment.state = .failed }
  }

  /// Finds out which tags exist, and keeps which do not.
  private func existingTags(
    of range: MomentRange, _ moment: Moment, _ job: Job
  ) async throws -> [String] {
    guard range.isPartial else { return [] }
    let existing = try await MomentAudience(context.peers, context.peers.options(corp: job.corp))
      .existing(range.tagIDs)
    let invalid = range.tagIDs.filter { !existing.contains($0) }
    if !invalid.isEmpty {
      try await context.write(corp: job.corp, origin: .job) { mutation in
        _ = try MomentTable.insertInvalid(invalid, .tag, of: moment.key, in: mutation.writer)
      }
    }
    guard !existing.isEmpty else { throw MomentFailure.noTag(moment.momentID) }
    return existing
  }

  /// The next members of a source who may be executors.
  private func candidates(
    in source: MomentRange.Source, _ pageToken: String, _ job: Job
  ) async throws -> MomentProgress.Page {
    let members = DirectoryV1.MemberServiceClient(try context.peers.channel(to: "directory"))
    let options = context.peers.options(corp: job.corp)
    switch source {
    case .members(let userids): return try await named(userids, members, options)
    case .department(let id): return try await subtree(of: id, pageToken, members, options)
    case .everybody: return try await subtree(of: 0, pageToken, members, options)
    }
  }

  private func named(
    _ userids: [String], _ members: DirectoryV1.MemberServiceClient, _ options: CallOptions
  ) async throws -> MomentProgress.Page {
    var page = MomentProgress.Page()
    for userid in userids {
      do {
        let member = try await members.getMember(.init(userid: userid), options: options)
        if member.status == .activated {
          page.userids.append(member.userid)
        } else {
          page.invalidUserids.append(userid)
        }
      } catch let status as Status where status.code == .notFound {
        page.invalidUserids.append(userid)
      }
    }
    return page
  }

  /// Directory takes 0 for the root, under which everybody is.
  private func subtree(
    of departmentID: UInt32, _ pageToken: String, _ members: DirectoryV1.MemberServiceClient,
    _ options: CallOptions
  ) async throws -> MomentProgress.Page {
    do {
      let reply = try await members.listMembers(
        .init(
          departmentID: departmentID, fetchChild: true, pageSize: 1000, pageToken: pageToken),
        options: options)
      return MomentProgress.Page(
        userids: reply.members.filter { $0.status == .activated }.map(\.userid),
        nextPageToken: reply.nextPageToken)
    } catch let status as Status where status.code == .notFound {
      return MomentProgress.Page(invalidDepartmentID: departmentID)
    }
  }

  /// Those of a page's members who may publish.
  private func executors(
    among userids: [String], withTags tagIDs: [String], _ job: Job
  ) async throws -> [String] {
    if tagIDs.isEmpty || userids.isEmpty { return userids }
    return try await MomentAudience(context.peers, context.peers.options(corp: job.corp))
      .followers(among: userids, ofTags: tagIDs)
  }

  private func handOut(
    to executors: [String], _ page: MomentProgress.Page, _ progress: MomentProgress,
    isLast: Bool, _ job: Job
  ) async throws {
    try await context.write(corp: job.corp, origin: .job) { mutation in
      let writer = mutation.writer
      var moment = try MomentTable.find(Self.momentID(of: job), in: writer)
      moment.taskCount += Int64(
        try MomentTaskTable.insert(executors, of: moment.key, in: writer))
      moment.invalidUseridCount += Int64(
        try MomentTable.insertInvalid(page.invalidUserids, .member, of: moment.key, in: writer))
      if let id = page.invalidDepartmentID {
        _ = try MomentTable.insertInvalid([String(id)], .department, of: moment.key, in: writer)
      }
      try MomentTable.update(moment, in: writer)
      try job.save(
        cursor: progress.cursor, processedCount: progress.seenCount,
        totalCount: isLast ? progress.seenCount : 0, in: mutation)
    }
  }

  /// Ends the dispatch, well or not, and tells the feed; once, however often it is asked for.
  private func settle(
    _ job: Job, _ end: @escaping @Sendable (inout Moment) throws(MomentFailure) -> Void
  ) async throws {
    try await context.write(corp: job.corp, origin: .job) { mutation in
      var moment = try MomentTable.find(Self.momentID(of: job), in: mutation.writer)
      guard moment.state == .dispatching else { return }
      try end(&moment)
      try MomentTable.update(moment, in: mutation.writer)
      try mutation.emit(
        moment.state == .failed ? .momentFailed(moment.message) : .momentDispatched(moment.message))
    }
  }
}
