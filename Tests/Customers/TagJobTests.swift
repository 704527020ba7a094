import Customers
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Tag jobs", .timeLimit(.minutes(5)))
struct TagJobTests {
  @Test("Listed relations are marked; those that break a rule are counted and told")
  func listed() async throws {
    try await withCustomers(policies: policies(["relation_tags_max": 2])) { customers in
      let tags = try await customers.tagIDs("金卡", "银卡", "旧")
      try await customers.add("a", "wm1", tags: [tags[2]])
      try await customers.add("a", "wm2", tags: [tags[0], tags[1]])
      try await customers.add("b", "wm2", tags: [tags[0]])
      try await customers.add("b", "wm3", tags: [tags[1], tags[2]])
      let request = CustomersV1.CreateTagJobRequest(
        relations: [
          .init(userid: "A", externalUserid: "wm1"), .init(userid: "a", externalUserid: "wm2"),
          .init(userid: "b", externalUserid: "wm2"), .init(userid: "b", externalUserid: "wm9"),
          .init(userid: "c", externalUserid: "wm1"),
        ], addTags: [tags[1], tags[0], tags[1]], removeTags: [tags[2]], requestID: "r-1")
      let preview = try await customers.tagJobs.previewTagJob(
        .init(
          relations: request.relations, addTags: request.addTags, removeTags: request.removeTags,
          sampleSize: 1))
      #expect(
        [preview.relationCount, preview.changedCount, preview.unchangedCount, preview.failedCount]
          == [5, 2, 1, 2])
      #expect(preview.sample == [.init(userid: "a", externalUserid: "wm1")])
      #expect(preview.failures.map(\.reason) == ["NOT_RELATED", "NOT_RELATED"])
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[2]])

      let created = try await customers.tagJobs.createTagJob(request)
      #expect(created.state == .running && created.totalCount == 5 && created.kind == .mark)
      #expect(created.addTags == [tags[1], tags[0]])
      #expect(try await customers.tagJobs.createTagJob(request) == created)
      let job = try await customers.ended(created)
      #expect(job.state == .done)
      #expect(
        [job.processedCount, job.changedCount, job.unchangedCount, job.failedCount]
          == [5, 2, 1, 2])
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[0], tags[1]])
      #expect(try await customers.relation("b", "wm2")?.tagIDs == [tags[0], tags[1]])
      let failures = try await customers.tagJobs.listTagJobFailures(.init(jobid: job.jobid))
      #expect(failures.failures == preview.failures)
      #expect(failures.failures.map(\.errcode) == [84061, 84061])

      let kit = try await customers.jobs.getJob(.init(jobid: job.jobid))
      #expect(kit.kind == "mark-tags" && kit.processedCount == 5 && kit.totalCount == 5)
      let changes = try await customers.firstChanges(12)
      #expect(
        changes.suffix(4).map { $0.event?.kind }
          == ["tag job created", "updated", "updated", "tag job finished"])
      #expect(changes.suffix(4).map(\.origin) == [.api, .job, .job, .job])
      #expect(changes.last?.event == .tagJobFinished(job))
    }
  }

  @Test("A relation that would carry too many tags is left as it is")
  func tooMany() async throws {
    try await withCustomers(
      policies: policies(["relation_tags_max": 2, "tag_job_failures_max": 2])
    ) { customers in
      let tags = try await customers.tagIDs("a", "b", "c")
      for number in 1...4 { try await customers.add("a", "wm\(number)", tags: [tags[0], tags[1]]) }
      try await customers.add("a", "wm5", tags: [tags[0]])
      let preview = try await customers.tagJobs.previewTagJob(
        .init(audience: .init(), addTags: [tags[2]]))
      #expect(preview.failedCount == 4 && preview.changedCount == 1)
      #expect(preview.failures.map(\.errcode) == [40144, 40144, 40144, 40144])
      let job = try await customers.ended(
        customers.tagJobs.createTagJob(.init(audience: .init(), addTags: [tags[2]])))
      #expect(job.failedCount == 4 && job.changedCount == 1 && job.totalCount == 5)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[0], tags[1]])
      // The first two are listed, all are counted.
      let first = try await customers.tagJobs.listTagJobFailures(
        .init(jobid: job.jobid, pageSize: 1))
      #expect(first.failures.map(\.externalUserid) == ["wm1"])
      let second = try await customers.tagJobs.listTagJobFailures(
        .init(jobid: job.jobid, pageSize: 1, pageToken: first.nextPageToken))
      #expect(second.failures.map(\.externalUserid) == ["wm2"])
      #expect(second.nextPageToken.isEmpty)
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await customers.tagJobs.listTagJobFailures(
          .init(jobid: "other", pageSize: 1, pageToken: first.nextPageToken))
      }
    }
  }

  @Test("An audience's relations are marked, all of a customer's that fit and no removed one")
  func audience() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "新")
      try await customers.add("a", "wm1", tags: [tags[0]])
      try await customers.add("b", "wm1", tags: [tags[0]])
      try await customers.add("c", "wm1")
      try await customers.add("a", "wm2", tags: [tags[0]])
      try await customers.remove("a", "wm2", by: .customer)
      try await customers.add("a", "wm3", tags: [tags[0], tags[1]])
      // Who carries the new tag is left out: judged before the job gives it to anybody of the same.
      let audience = CustomersV1.Audience(
        tagFilter: .init(groupList: [.init(tagList: [tags[0]])]),
        noneOf: [.init(condition: .tags(.init(tagIDs: [tags[1]])))])
      let preview = try await customers.tagJobs.previewTagJob(
        .init(audience: audience, addTags: [tags[1]]))
      #expect(preview.changedCount == 2 && preview.relationCount == 2)
      let job = try await customers.ended(
        customers.tagJobs.createTagJob(.init(audience: audience, addTags: [tags[1]])))
      #expect(job.changedCount == 2 && job.totalCount == 2)
      for userid in ["a", "b"] {
        #expect(try await customers.relation(userid, "wm1")?.tagIDs == tags)
      }
      #expect(try await customers.relation("c", "wm1")?.tagIDs == [])
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [tags[0]])
      let named = try await customers.ended(
        customers.tagJobs.createTagJob(
          .init(audience: .init(externalUserids: ["wm1", "wm8"]), removeTags: [tags[1]])))
      #expect(named.changedCount == 2 && named.unchangedCount == 1)
    }
  }

  @Test("A repeated order answers the same, whatever became of what its audience names")
  func repeated() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "新")
      try await customers.add("a", "wm1", tags: [tags[0]])
      let saved = CustomersV1.SavedAudienceServiceClient(customers.service.channel)
      let made = try await saved.createSavedAudience(
        .init(savedAudience: .init(name: "全部", audience: .init())))
      let request = CustomersV1.CreateTagJobRequest(
        audience: .init(
          tagFilter: .init(groupList: [.init(tagList: [tags[0]])]),
          savedAudienceID: made.savedAudienceID),
        addTags: [tags[1]], requestID: "r-1")
      let job = try await customers.tagJobs.createTagJob(request)
      _ = try await customers.ended(job)
      _ = try await customers.tags.deleteTag(.init(tagID: tags[0]))
      _ = try await saved.deleteSavedAudience(.init(savedAudienceID: made.savedAudienceID))
      #expect(try await customers.tagJobs.createTagJob(request) == job)
      var another = request
      another.requestID = "r-2"
      await expectFailure(.notFound, "SAVED_AUDIENCE_NOT_FOUND") {
        try await customers.tagJobs.createTagJob(another)
      }
      another.audience?.savedAudienceID = ""
      await expectFailure(.notFound, "TAG_NOT_FOUND", errcode: 40068) {
        try await customers.tagJobs.createTagJob(another)
      }
    }
  }

  @Test("An empty department is nobody, not everybody")
  func departments() async throws {
    try await withCustomersAndDirectory { customers, directory in
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      let empty = try await departments.createDepartment(
        .init(department: .init(name: "空店", parentid: 1)))
      let tags = try await customers.tagIDs("金卡")
      try await customers.add("a", "wm1")
      let job = try await customers.ended(
        customers.tagJobs.createTagJob(
          .init(audience: .init(departmentIDs: [empty.id]), addTags: tags)))
      #expect(job.state == .done && job.processedCount == 0)
      await expectFailure(
        .notFound, "DEPARTMENT_NOT_FOUND", field: "audience.department_ids", errcode: 60003
      ) {
        try await customers.tagJobs.createTagJob(
          .init(audience: .init(departmentIDs: [99]), addTags: tags))
      }
    }
  }

  @Test("An order names what is wrong with it")
  func refusals() async throws {
    try await withCustomers(policies: policies(["tag_job_relations_max": 2])) { customers in
      let tags = try await customers.tagIDs("金卡")
      let wm1 = CustomersV1.TagJobRelation(userid: "a", externalUserid: "wm1")
      try await customers.add("a", "wm1")
      func refused(
        _ code: StatusCode, _ reason: String, _ field: String?, _ errcode: Int?,
        _ request: CustomersV1.CreateTagJobRequest,
        sourceLocation: SourceLocation = #_sourceLocation
      ) async {
        await expectFailure(
          code, reason, field: field, errcode: errcode, sourceLocation: sourceLocation
        ) { try await customers.tagJobs.createTagJob(request) }
        await expectFailure(
          code, reason, field: field, errcode: errcode, sourceLocation: sourceLocation
        ) {
          try await customers.tagJobs.previewTagJob(
            .init(
              relations: request.relations, audience: request.audience, addTags: request.addTags,
              removeTags: request.removeTags))
        }
      }
      await refused(.invalidArgument, "REQUIRED", "relations", 40058, .init(addTags: tags))
      await refused(
        .invalidArgument, "TOO_LONG", "relations", 40058,
        .init(relations: [wm1, wm1, wm1], addTags: tags))
      await refused(
        .invalidArgument, "CONTRADICTION", "audience", 40058,
        .init(relations: [wm1], audience: .init(), addTags: tags))
      await refused(
        .invalidArgument, "REQUIRED", "relations.userid", 40003,
        .init(relations: [.init(externalUserid: "wm1")], addTags: tags))
      await refused(
        .invalidArgument, "REQUIRED", "relations.external_userid", 41035,
        .init(relations: [.init(userid: "a")], addTags: tags))
      await refused(.invalidArgument, "REQUIRED", "add_tags", 40058, .init(relations: [wm1]))
      await refused(
        .invalidArgument, "TAG_IN_BOTH", "remove_tags", 40058,
        .init(relations: [wm1], addTags: tags, removeTags: tags))
      await refused(
        .invalidArgument, "TOO_LONG", "add_tags", 41111,
        .init(relations: [wm1], addTags: (0...1000).map { "et\($0)" }))
      await refused(
        .notFound, "TAG_NOT_FOUND", "add_tags", 40068, .init(relations: [wm1], addTags: ["etNo"]))
      await refused(
        .notFound, "TAG_NOT_FOUND", "remove_tags", 40068,
        .init(audience: .init(), removeTags: ["etNo"]))
      await refused(
        .notFound, "TAG_NOT_FOUND", "audience.tag_filter.group_list.tag_list", 40068,
        .init(
          audience: .init(tagFilter: .init(groupList: [.init(tagList: ["etNo"])])), addTags: tags))
      await expectFailure(.invalidArgument, "NEGATIVE", field: "sample_size") {
        try await customers.tagJobs.previewTagJob(
          .init(relations: [wm1], addTags: tags, sampleSize: -1))
      }
      for jobid in ["", "jobNo"] {
        let code: StatusCode = jobid.isEmpty ? .invalidArgument : .notFound
        let reason = jobid.isEmpty ? "REQUIRED" : "TAG_JOB_NOT_FOUND"
        await expectFailure(code, reason, field: "jobid", errcode: 40088) {
          try await customers.tagJobs.getTagJob(.init(jobid: jobid))
        }
        await expectFailure(code, reason, field: "jobid", errcode: 40088) {
          try await customers.tagJobs.undoTagJob(.init(jobid: jobid))
        }
        await expectFailure(code, reason, field: "jobid", errcode: 40088) {
          try await customers.tagJobs.listTagJobFailures(.init(jobid: jobid))
        }
      }
    }
  }

  @Test("Jobs are listed page by page, the newest first, and each corp has its own")
  func list() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡")
      try await customers.add("a", "wm1")
      var jobs: [CustomersV1.TagJob] = []
      for _ in 0..<3 {
        jobs.append(
          try await customers.ended(
            customers.tagJobs.createTagJob(
              .init(relations: [.init(userid: "a", externalUserid: "wm1")], addTags: tags))))
      }
      let first = try await customers.tagJobs.listTagJobs(.init(pageSize: 2))
      #expect(first.tagJobs == [jobs[2], jobs[1]])
      let second = try await customers.tagJobs.listTagJobs(
        .init(pageSize: 2, pageToken: first.nextPageToken))
      #expect(second.tagJobs == [jobs[0]] && second.nextPageToken.isEmpty)
      #expect(jobs.map(\.changedCount) == [1, 0, 0])
      await expectFailure(.notFound, "TAG_JOB_NOT_FOUND") {
        try await customers.tagJobs.getTagJob(.init(jobid: jobs[0].jobid), options: otherCorp)
      }
    }
  }

  @Test("So many jobs may wait, and no more")
  func waiting() async throws {
    try await withCustomers(policies: policies(["tag_jobs_waiting_max": 0])) { customers in
      let tags = try await customers.tagIDs("金卡")
      await expectFailure(.resourceExhausted, "TOO_MANY_TAG_JOBS", errcode: 45033) {
        try await customers.tagJobs.createTagJob(.init(audience: .init(), addTags: tags))
      }
    }
  }

}

extension CustomersCaller {
  /// The job once it has ended, and its housekeeping with it.
  func ended(_ job: CustomersV1.TagJob) async throws -> CustomersV1.TagJob {
    var job = job
    while job.state == .running { job = try await tagJobs.getTagJob(.init(jobid: job.jobid)) }
    return job
  }
}
