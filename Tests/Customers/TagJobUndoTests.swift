import Fixtures
import Messages
import Protobuf
import RPC
import ServiceKit
import Store
import Testing

@testable import Customers

@Suite("Undoing tag jobs", .timeLimit(.minutes(5)))
struct TagJobUndoTests {
  @Test("An undo takes back what its job changed, and nothing else")
  func exact() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("一", "二", "三", "四")
      try await customers.add("a", "wm1")
      try await customers.add("a", "wm2", tags: [tags[0]])
      try await customers.add("a", "wm3", tags: [tags[2], tags[3]])
      let job = try await customers.marked(.init(), add: [tags[0], tags[1]], remove: [tags[2]])
      #expect(job.changedCount == 3)
      // Of wm1 a tag is taken and given again; wm3's that was taken is given back by hand.
      for request: CustomersV1.MarkTagsRequest in [
        .init(userid: "a", externalUserid: "wm1", removeTags: [tags[1]]),
        .init(userid: "a", externalUserid: "wm1", addTags: [tags[1]]),
        .init(userid: "a", externalUserid: "wm3", addTags: [tags[2]]),
        .init(userid: "a", externalUserid: "wm3", removeTags: [tags[2]]),
        .init(userid: "a", externalUserid: "wm2", addTags: [tags[3]]),
      ] { _ = try await customers.tags.markTags(request) }
      let request = CustomersV1.UndoTagJobRequest(jobid: job.jobid, requestID: "u-1")
      let accepted = try await customers.tagJobs.undoTagJob(request)
      #expect(accepted.kind == .undo && accepted.undoOf == job.jobid && accepted.addTags == [])
      #expect(try await customers.tagJobs.undoTagJob(request) == accepted)
      let undo = try await customers.ended(accepted)
      #expect(undo.state == .done && undo.changedCount == 3 && undo.totalCount == 3)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[1]])
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [tags[0], tags[3]])
      #expect(try await customers.relation("a", "wm3")?.tagIDs == [tags[3]])
      let undone = try await customers.tagJobs.getTagJob(.init(jobid: job.jobid))
      #expect(undone.undoneBy == undo.jobid)

      await expectFailure(.failedPrecondition, "TAG_JOB_ALREADY_UNDONE", field: "jobid") {
        try await customers.tagJobs.undoTagJob(.init(jobid: job.jobid))
      }
      await expectFailure(.failedPrecondition, "TAG_JOB_IS_UNDO", field: "jobid") {
        try await customers.tagJobs.undoTagJob(.init(jobid: undo.jobid))
      }
    }
  }

  @Test("What a job takes is given back, but no deleted tag and none beyond the limit")
  func givenBack() async throws {
    try await withCustomers(policies: policies(["relation_tags_max": 2])) { customers in
      let tags = try await customers.tagIDs("一", "二", "三", "四")
      for id in ["wm1", "wm2"] { try await customers.add("a", id, tags: [tags[0], tags[1]]) }
      let job = try await customers.marked(.init(), remove: [tags[0], tags[1]])
      _ = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm2", addTags: [tags[2], tags[3]]))
      _ = try await customers.tags.deleteTag(.init(tagID: tags[1]))
      let undo = try await customers.undone(job)
      #expect(undo.changedCount == 1 && undo.failedCount == 1)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[0]])
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [tags[2], tags[3]])
      let failures = try await customers.tagJobs.listTagJobFailures(.init(jobid: undo.jobid))
      #expect(failures.failures.map(\.errcode) == [40144])
    }
  }

  @Test("Of two jobs each takes back its own, and a relation begun anew owes nothing")
  func several() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("一", "二")
      for id in ["wm1", "wm2", "wm3"] { try await customers.add("a", id) }
      let first = try await customers.marked(
        .init(externalUserids: ["wm1", "wm3"]), add: [tags[0]])
      let second = try await customers.marked(.init(), add: tags)
      #expect(second.changedCount == 3)
      // wm3 is removed and comes again with the tag; an import speaks of wm2.
      try await customers.remove("a", "wm3", by: .member)
      try await customers.add("a", "wm3", tags: [tags[0]])
      _ = try await customers.importAll([[.sample("a", "wm2", tags: [tags[1]])]])
      #expect(try await customers.undone(first).changedCount == 1)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[1]])
      #expect(try await customers.relation("a", "wm3")?.tagIDs == [tags[0]])
      #expect(try await customers.undone(second).changedCount == 2)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [])
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [])
    }
  }

  @Test("What a job took from a relation that ended since is not given to the one begun anew")
  func begunAnew() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("一")
      for id in ["wm1", "wm2"] { try await customers.add("a", id, tags: tags) }
      let job = try await customers.marked(.init(), remove: tags)
      try await customers.remove("a", "wm1", by: .member)
      try await customers.add("a", "wm1")
      #expect(try await customers.undone(job).changedCount == 1)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [])
      #expect(try await customers.relation("a", "wm2")?.tagIDs == tags)
    }
  }

  @Test("After its days a job cannot be undone, and nothing of it is kept but its row")
  func tooOld() async throws {
    let folder = try TemporaryFolder()
    let service = try await RunningService.start(
      CustomersService.self, in: folder, policies: policies(["tag_job_kept_days": 1]))
    let customers = CustomersCaller(service)
    let tags = try await customers.tagIDs("一")
    try await customers.add("a", "wm1")
    let job = try await customers.ended(
      customers.tagJobs.createTagJob(
        .init(
          relations: ["wm1", "wm2"].map { .init(userid: "a", externalUserid: $0) }, addTags: tags)))
    #expect(job.changedCount == 1 && job.failedCount == 1)
    service.clock.advance(seconds: 86_400)
    await expectFailure(.failedPrecondition, "TAG_JOB_TOO_OLD", field: "jobid") {
      try await customers.tagJobs.undoTagJob(.init(jobid: job.jobid))
    }
    var failures: [CustomersV1.RelationFailure]
    repeat {
      failures = try await customers.tagJobs.listTagJobFailures(.init(jobid: job.jobid)).failures
    } while !failures.isEmpty
    #expect(try await customers.tagJobs.getTagJob(.init(jobid: job.jobid)) == job)
    await service.stop()
    let corps = Corps(
      folder: "\(folder.path)/\(CustomersService.name)", migrations: CustomersService.migrations)
    let isEmpty = try corps.database(of: "demo").read { try TagClaimTable.isEmpty(in: $0) }
    #expect(isEmpty)
    await corps.close()
  }

  @Test("Jobs and undos that the service's ends cut go on where they were")
  func restarts() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    var service = try await RunningService.start(CustomersService.self, in: folder)
    var customers = CustomersCaller(service)
    func restart() async throws {
      await service.stop()
      service = try await RunningService.start(CustomersService.self, in: folder)
      customers = CustomersCaller(service)
    }
    let tags = try await customers.tagIDs("一", "二")
    for batch in 0..<4 {
      _ = try await customers.importAll([
        (0..<1000).map { number in
          .sample(
            "m\(number % 3)", "wm\(batch * 1000 + number)", tags: number < 500 ? [tags[0]] : [])
        }
      ])
    }
    let accepted = try await customers.tagJobs.createTagJob(
      .init(audience: .init(), addTags: tags))
    for _ in 0..<3 { try await restart() }
    let job = try await customers.ended(accepted)
    #expect(job.changedCount == 4000 && job.processedCount == 4000 && job.failedCount == 0)
    #expect(try await customers.tags.getTag(.init(tagID: tags[1])).relationCount == 4000)
    let undo = try await customers.tagJobs.undoTagJob(.init(jobid: job.jobid))
    for _ in 0..<3 { try await restart() }
    #expect(try await customers.ended(undo).changedCount == 4000)
    var counts: [Int64] = []
    for tag in tags {
      counts.append(try await customers.tags.getTag(.init(tagID: tag)).relationCount)
    }
    #expect(counts == [2000, 0])
    await service.stop()
  }

  @Test("A tag deleted while its job waits is passed over, one of the audience ends the job")
  func deletedTag() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let before = try await RunningService.start(CustomersService.self, in: folder)
    let caller = CustomersCaller(before)
    let tags = try await caller.tagIDs("一", "二")
    for id in ["wm1", "wm2"] { try await caller.add("a", id) }
    await before.stop()
    // Two jobs wait in a store where nobody runs any, and a tag of both is deleted.
    let corps = Corps(
      folder: "\(folder.path)/\(CustomersService.name)", migrations: CustomersService.migrations)
    let context = CustomersContext(
      name: "customers", corps: corps, clock: before.clock, policies: Policies(), peers: Peers())
    let jobs = try await context.write(corp: "demo", origin: .api) { mutation in
      let audiences = [
        CustomersV1.Audience(),
        .init(tagFilter: .init(groupList: [.init(tagList: [tags[0]])])),
      ]
      let jobs = try audiences.map { audience in
        var job = TagJob(jobid: "", kind: .mark, createTime: mutation.now)
        job.addTags = tags
        job = try TagJobHandler.start(job, as: TagJobRun.markKind, Policies(), mutation)
        try TagJobTable.put(
          .init(message: audience.packed(), departments: [:], lastCustomer: 2), of: job.key,
          in: mutation.writer)
        return job
      }
      try TagTable.delete(TagTable.find(tags[0], in: mutation.writer)!, in: mutation.writer)
      return jobs.map(\.message)
    }
    await corps.close()
    let service = try await RunningService.start(CustomersService.self, in: folder)
    let customers = CustomersCaller(service)
    #expect(try await customers.ended(jobs[0]).changedCount == 2)
    #expect(try await customers.relation("a", "wm2")?.tagIDs == [tags[1]])
    let failed = try await customers.ended(jobs[1])
    #expect(failed.state == .failed)
    #expect(failed.lastError == "There is no tag '\(tags[0])'.")
    let undo = try await customers.undone(failed)
    #expect(undo.state == .done && undo.processedCount == 0)
    await service.stop()
  }
}

extension CustomersCaller {
  /// Marks an audience to the end.
  func marked(
    _ audience: CustomersV1.Audience, add: [String] = [], remove: [String] = []
  ) async throws -> CustomersV1.TagJob {
    try await ended(
      tagJobs.createTagJob(.init(audience: audience, addTags: add, removeTags: remove)))
  }

  /// Takes a job back to the end.
  func undone(_ job: CustomersV1.TagJob) async throws -> CustomersV1.TagJob {
    try await ended(tagJobs.undoTagJob(.init(jobid: job.jobid)))
  }
}
