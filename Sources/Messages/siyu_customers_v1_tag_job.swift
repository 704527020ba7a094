// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Marks many relations as a job, tells how far it is, and takes back what it did. A job goes on
  /// where it was when the service was stopped or killed. JobService answers for its jobid too.
  package protocol TagJobServiceProtocol: Swift.Sendable {
    /// Says what CreateTagJob would do, and does nothing. Reads all that is asked for. Fails as
    /// CreateTagJob does.
    func previewTagJob(_ request: CustomersV1.PreviewTagJobRequest, _ call: RPC.Call) async throws -> CustomersV1.PreviewTagJobResponse
    /// Accepts the order to give tags to and to take tags from many relations: those listed, or all
    /// that fit an audience. Each is marked as by MarkTags; one that breaks a rule is counted as failed
    /// and left as it is. NOT_FOUND with errcode 40068 for a tag unknown or deleted, otherwise see
    /// Audience; RESOURCE_EXHAUSTED with errcode 45033 when 100 tag jobs wait already. Stands for many
    /// calls of externalcontact/mark_tag.
    func createTagJob(_ request: CustomersV1.CreateTagJobRequest, _ call: RPC.Call) async throws -> CustomersV1.TagJob
    /// Returns one job; NOT_FOUND with errcode 40088 when there is none with the jobid.
    func getTagJob(_ request: CustomersV1.GetTagJobRequest, _ call: RPC.Call) async throws -> CustomersV1.TagJob
    /// Lists the jobs, the newest first.
    func listTagJobs(_ request: CustomersV1.ListTagJobsRequest, _ call: RPC.Call) async throws -> CustomersV1.ListTagJobsResponse
    /// Lists the relations that a job could not mark and why, in the order in which it came to them:
    /// the first 1000 are kept, for 30 days after the job ended. NOT_FOUND with errcode 40088 when there
    /// is no such job.
    func listTagJobFailures(_ request: CustomersV1.ListTagJobFailuresRequest, _ call: RPC.Call) async throws -> CustomersV1.ListTagJobFailuresResponse
    /// Accepts the order to take back what a job did, as a job of its own, which it returns. Tags the
    /// job gave are taken, tags it took are given back, also those of a strategy in whose range the member
    /// is no longer: had the job not been, he would have kept them. What a relation had before, and what
    /// was given or taken since by anybody, stays. NOT_FOUND with errcode 40088 when there is no such job;
    /// FAILED_PRECONDITION when it is an undo itself, has not ended, is being or was taken back, or ended
    /// more than 30 days ago; RESOURCE_EXHAUSTED with errcode 45033 when 100 tag jobs wait already.
    func undoTagJob(_ request: CustomersV1.UndoTagJobRequest, _ call: RPC.Call) async throws -> CustomersV1.TagJob
  }

  /// The methods of `siyu.customers.v1.TagJobService`, and its routes.
  package enum TagJobService {
    package static let previewTagJob = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagJobService", name: "PreviewTagJob",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let createTagJob = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagJobService", name: "CreateTagJob",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.mark"), mutates: true)
    package static let getTagJob = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagJobService", name: "GetTagJob",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let listTagJobs = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagJobService", name: "ListTagJobs",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let listTagJobFailures = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagJobService", name: "ListTagJobFailures",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.read"))
    package static let undoTagJob = RPC.MethodDescriptor(
      service: "siyu.customers.v1.TagJobService", name: "UndoTagJob",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.tags.mark"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.TagJobService",
      methods: [previewTagJob, createTagJob, getTagJob, listTagJobs, listTagJobFailures, undoTagJob])

    package static func routes(_ service: some TagJobServiceProtocol) -> [RPC.Route] {
      [
        .unary(previewTagJob) { bytes, call in
          guard let request = call.begin(CustomersV1.PreviewTagJobRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.previewTagJob(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(createTagJob) { bytes, call in
          guard let request = call.begin(CustomersV1.CreateTagJobRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createTagJob(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getTagJob) { bytes, call in
          guard let request = call.begin(CustomersV1.GetTagJobRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getTagJob(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listTagJobs) { bytes, call in
          guard let request = call.begin(CustomersV1.ListTagJobsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listTagJobs(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listTagJobFailures) { bytes, call in
          guard let request = call.begin(CustomersV1.ListTagJobFailuresRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listTagJobFailures(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(undoTagJob) { bytes, call in
          guard let request = call.begin(CustomersV1.UndoTagJobRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.undoTagJob(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.TagJobService` over a channel.
  package struct TagJobServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Says what CreateTagJob would do, and does nothing. Reads all that is asked for. Fails as
    /// CreateTagJob does.
    package func previewTagJob(_ request: CustomersV1.PreviewTagJobRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.PreviewTagJobResponse {
      try await channel.unary(TagJobService.previewTagJob, request, options)
    }

    /// Accepts the order to give tags to and to take tags from many relations: those listed, or all
    /// that fit an audience. Each is marked as by MarkTags; one that breaks a rule is counted as failed
    /// and left as it is. NOT_FOUND with errcode 40068 for a tag unknown or deleted, otherwise see
    /// Audience; RESOURCE_EXHAUSTED with errcode 45033 when 100 tag jobs wait already. Stands for many
    /// calls of externalcontact/mark_tag.
    package func createTagJob(_ request: CustomersV1.CreateTagJobRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.TagJob {
      try await channel.unary(TagJobService.createTagJob, request, options)
    }

    /// Returns one job; NOT_FOUND with errcode 40088 when there is none with the jobid.
    package func getTagJob(_ request: CustomersV1.GetTagJobRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.TagJob {
      try await channel.unary(TagJobService.getTagJob, request, options)
    }

    /// Lists the jobs, the newest first.
    package func listTagJobs(_ request: CustomersV1.ListTagJobsRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListTagJobsResponse {
      try await channel.unary(TagJobService.listTagJobs, request, options)
    }

    /// Lists the relations that a job could not mark and why, in the order in which it came to them:
    /// the first 1000 are kept, for 30 days after the job ended. NOT_FOUND with errcode 40088 when there
    /// is no such job.
    package func listTagJobFailures(_ request: CustomersV1.ListTagJobFailuresRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListTagJobFailuresResponse {
      try await channel.unary(TagJobService.listTagJobFailures, request, options)
    }

    /// Accepts the order to take back what a job did, as a job of its own, which it returns. Tags the
    /// job gave are taken, tags it took are given back, also those of a strategy in whose range the member
    /// is no longer: had the job not been, he would have kept them. What a relation had before, and what
    /// was given or taken since by anybody, stays. NOT_FOUND with errcode 40088 when there is no such job;
    /// FAILED_PRECONDITION when it is an undo itself, has not ended, is being or was taken back, or ended
    /// more than 30 days ago; RESOURCE_EXHAUSTED with errcode 45033 when 100 tag jobs wait already.
    package func undoTagJob(_ request: CustomersV1.UndoTagJobRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.TagJob {
      try await channel.unary(TagJobService.undoTagJob, request, options)
    }
  }

  /// An order to mark many relations, and how far it is.
  package struct TagJob: Protobuf.Message {
    /// The id, which JobService knows too.
    package var jobid: String = ""
    /// What it does.
    package var kind: CustomersV1.TagJob.Kind = .init()
    /// Where it stands.
    package var state: CustomersV1.TagJob.State = .init()
    /// The tags it gives, by tag_id, as ordered. Of an UNDO none: what it gives differs from relation to
    /// relation.
    package var addTags: [String] = []
    /// The tags it takes, by tag_id, as ordered. Of an UNDO none.
    package var removeTags: [String] = []
    /// Relations it has dealt with: the sum of the three counts that follow.
    package var processedCount: Int64 = 0
    /// Relations it changed.
    package var changedCount: Int64 = 0
    /// Relations that had what they were to get and lacked what they were to lose.
    package var unchangedCount: Int64 = 0
    /// Relations it could not mark; see ListTagJobFailures.
    package var failedCount: Int64 = 0
    /// Relations it has to deal with; 0 while that is not known, as of an audience or an UNDO until the
    /// end.
    package var totalCount: Int64 = 0
    /// Of an UNDO of a job: that job. Otherwise empty.
    package var undoOf: String = ""
    /// The job that takes this one back; empty when none does.
    package var undoneBy: String = ""
    /// Why it was given up; empty otherwise.
    package var lastError: String = ""
    /// When it was accepted.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When it ended; absent before.
    package var finishTime: GoogleProtobuf.Timestamp? = nil
    /// Of an UNDO: the auto-tag rule whose work it takes back. Otherwise empty.
    package var undoOfRule: String = ""

    package init() {}

    package init(
      jobid: String = "",
      kind: CustomersV1.TagJob.Kind = .init(),
      state: CustomersV1.TagJob.State = .init(),
      addTags: [String] = [],
      removeTags: [String] = [],
      processedCount: Int64 = 0,
      changedCount: Int64 = 0,
      unchangedCount: Int64 = 0,
      failedCount: Int64 = 0,
      totalCount: Int64 = 0,
      undoOf: String = "",
      undoneBy: String = "",
      lastError: String = "",
      createTime: GoogleProtobuf.Timestamp? = nil,
      finishTime: GoogleProtobuf.Timestamp? = nil,
      undoOfRule: String = ""
    ) {
      self.jobid = jobid
      self.kind = kind
      self.state = state
      self.addTags = addTags
      self.removeTags = removeTags
      self.processedCount = processedCount
      self.changedCount = changedCount
      self.unchangedCount = unchangedCount
      self.failedCount = failedCount
      self.totalCount = totalCount
      self.undoOf = undoOf
      self.undoneBy = undoneBy
      self.lastError = lastError
      self.createTime = createTime
      self.finishTime = finishTime
      self.undoOfRule = undoOfRule
    }

    /// What a job does.
    package struct Kind: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: never sent.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// It gives and takes tags.
      package static var mark: Self { Self(rawValue: 1) }
      /// It takes back what another one did.
      package static var undo: Self { Self(rawValue: 2) }

      package static let names: [Int32: String] = [
        0: "KIND_UNSPECIFIED",
        1: "KIND_MARK",
        2: "KIND_UNDO",
      ]
    }

    /// Where a job stands.
    package struct State: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: never sent.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Accepted, or at work.
      package static var running: Self { Self(rawValue: 1) }
      /// Complete. It stays so.
      package static var done: Self { Self(rawValue: 2) }
      /// Given up; what it did until then stays, and can be taken back. It stays so.
      package static var failed: Self { Self(rawValue: 3) }

      package static let names: [Int32: String] = [
        0: "STATE_UNSPECIFIED",
        1: "STATE_RUNNING",
        2: "STATE_DONE",
        3: "STATE_FAILED",
      ]
    }

    package static var fullName: String { "siyu.customers.v1.TagJob" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag_job__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TagJob.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
      self.kind = CustomersV1.TagJob.Kind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.state = CustomersV1.TagJob.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.addTags = reader.texts(c.pointee.n_add_tags, c.pointee.add_tags, "add_tags")
      self.removeTags = reader.texts(c.pointee.n_remove_tags, c.pointee.remove_tags, "remove_tags")
      self.processedCount = c.pointee.processed_count
      self.changedCount = c.pointee.changed_count
      self.unchangedCount = c.pointee.unchanged_count
      self.failedCount = c.pointee.failed_count
      self.totalCount = c.pointee.total_count
      self.undoOf = reader.text(c.pointee.undo_of, "undo_of")
      self.undoneBy = reader.text(c.pointee.undone_by, "undone_by")
      self.lastError = reader.text(c.pointee.last_error, "last_error")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.finishTime = reader.message(c.pointee.finish_time, "finish_time")
      self.undoOfRule = reader.text(c.pointee.undo_of_rule, "undo_of_rule")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TagJob.self)
      c.pointee.jobid = writer.text(self.jobid)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.state = writer.value(self.state)
      c.pointee.add_tags = writer.texts(self.addTags, &c.pointee.n_add_tags)
      c.pointee.remove_tags = writer.texts(self.removeTags, &c.pointee.n_remove_tags)
      c.pointee.processed_count = self.processedCount
      c.pointee.changed_count = self.changedCount
      c.pointee.unchanged_count = self.unchangedCount
      c.pointee.failed_count = self.failedCount
      c.pointee.total_count = self.totalCount
      c.pointee.undo_of = writer.text(self.undoOf)
      c.pointee.undone_by = writer.text(self.undoneBy)
      c.pointee.last_error = writer.text(self.lastError)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.finish_time = writer.message(self.finishTime)
      c.pointee.undo_of_rule = writer.text(self.undoOfRule)
    }
  }

  /// A relation, by its two sides.
  package struct TagJobRelation: Protobuf.Message {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// The customer. Required (errcode 41035).
    package var externalUserid: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
    }

    package static var fullName: String { "siyu.customers.v1.TagJobRelation" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag_job_relation__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TagJobRelation.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TagJobRelation.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
    }
  }

  /// Asks what a job would do.
  package struct PreviewTagJobRequest: Protobuf.Message {
    /// As in CreateTagJobRequest.
    package var relations: [CustomersV1.TagJobRelation] = []
    /// As in CreateTagJobRequest.
    package var audience: CustomersV1.Audience? = nil
    /// As in CreateTagJobRequest.
    package var addTags: [String] = []
    /// As in CreateTagJobRequest.
    package var removeTags: [String] = []
    /// How many relations that would change to show: 0 means 10, at most 100 are shown. Negative is
    /// INVALID_ARGUMENT.
    package var sampleSize: Int32 = 0

    package init() {}

    package init(
      relations: [CustomersV1.TagJobRelation] = [],
      audience: CustomersV1.Audience? = nil,
      addTags: [String] = [],
      removeTags: [String] = [],
      sampleSize: Int32 = 0
    ) {
      self.relations = relations
      self.audience = audience
      self.addTags = addTags
      self.removeTags = removeTags
      self.sampleSize = sampleSize
    }

    package static var fullName: String { "siyu.customers.v1.PreviewTagJobRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__preview_tag_job_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PreviewTagJobRequest.self)
      self.relations = reader.messages(c.pointee.n_relations, c.pointee.relations, "relations")
      self.audience = reader.message(c.pointee.audience, "audience")
      self.addTags = reader.texts(c.pointee.n_add_tags, c.pointee.add_tags, "add_tags")
      self.removeTags = reader.texts(c.pointee.n_remove_tags, c.pointee.remove_tags, "remove_tags")
      self.sampleSize = c.pointee.sample_size
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PreviewTagJobRequest.self)
      c.pointee.relations = writer.messages(self.relations, &c.pointee.n_relations)
      c.pointee.audience = writer.message(self.audience)
      c.pointee.add_tags = writer.texts(self.addTags, &c.pointee.n_add_tags)
      c.pointee.remove_tags = writer.texts(self.removeTags, &c.pointee.n_remove_tags)
      c.pointee.sample_size = self.sampleSize
    }
  }

  /// What a job would do.
  package struct PreviewTagJobResponse: Protobuf.Message {
    /// Relations it would deal with: the sum of the three counts that follow.
    package var relationCount: Int64 = 0
    /// Relations it would change.
    package var changedCount: Int64 = 0
    /// Relations it would leave as they are, since they are so already.
    package var unchangedCount: Int64 = 0
    /// Relations it could not mark.
    package var failedCount: Int64 = 0
    /// Some of those it would change: the first it would come to, as many as asked for.
    package var sample: [CustomersV1.TagJobRelation] = []
    /// Some of those it could not mark: the first it would come to, at most 100.
    package var failures: [CustomersV1.RelationFailure] = []
    /// Of each tag that any relation would get or lose, how many would; in the order of tag_ids.
    package var tags: [CustomersV1.TagChangeCount] = []

    package init() {}

    package init(
      relationCount: Int64 = 0,
      changedCount: Int64 = 0,
      unchangedCount: Int64 = 0,
      failedCount: Int64 = 0,
      sample: [CustomersV1.TagJobRelation] = [],
      failures: [CustomersV1.RelationFailure] = [],
      tags: [CustomersV1.TagChangeCount] = []
    ) {
      self.relationCount = relationCount
      self.changedCount = changedCount
      self.unchangedCount = unchangedCount
      self.failedCount = failedCount
      self.sample = sample
      self.failures = failures
      self.tags = tags
    }

    package static var fullName: String { "siyu.customers.v1.PreviewTagJobResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__preview_tag_job_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__PreviewTagJobResponse.self)
      self.relationCount = c.pointee.relation_count
      self.changedCount = c.pointee.changed_count
      self.unchangedCount = c.pointee.unchanged_count
      self.failedCount = c.pointee.failed_count
      self.sample = reader.messages(c.pointee.n_sample, c.pointee.sample, "sample")
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.tags = reader.messages(c.pointee.n_tags, c.pointee.tags, "tags")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__PreviewTagJobResponse.self)
      c.pointee.relation_count = self.relationCount
      c.pointee.changed_count = self.changedCount
      c.pointee.unchanged_count = self.unchangedCount
      c.pointee.failed_count = self.failedCount
      c.pointee.sample = writer.messages(self.sample, &c.pointee.n_sample)
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.tags = writer.messages(self.tags, &c.pointee.n_tags)
    }
  }

  /// How many relations would get and lose a tag.
  package struct TagChangeCount: Protobuf.Message {
    /// The tag.
    package var tagID: String = ""
    /// Relations that would get it.
    package var givenCount: Int64 = 0
    /// Relations that would lose it.
    package var takenCount: Int64 = 0

    package init() {}

    package init(
      tagID: String = "",
      givenCount: Int64 = 0,
      takenCount: Int64 = 0
    ) {
      self.tagID = tagID
      self.givenCount = givenCount
      self.takenCount = takenCount
    }

    package static var fullName: String { "siyu.customers.v1.TagChangeCount" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__tag_change_count__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__TagChangeCount.self)
      self.tagID = reader.text(c.pointee.tag_id, "tag_id")
      self.givenCount = c.pointee.given_count
      self.takenCount = c.pointee.taken_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__TagChangeCount.self)
      c.pointee.tag_id = writer.text(self.tagID)
      c.pointee.given_count = self.givenCount
      c.pointee.taken_count = self.takenCount
    }
  }

  /// Asks for many relations to be marked.
  package struct CreateTagJobRequest: Protobuf.MutatingRequest {
    /// The relations: at most 10,000 (INVALID_ARGUMENT, errcode 40058 above). One that is listed twice
    /// is dealt with twice. Not both empty and without audience (INVALID_ARGUMENT).
    package var relations: [CustomersV1.TagJobRelation] = []
    /// The relations of an audience: each half or mutual relation that fits it, whoever would be the
    /// sender, judged when the job comes to it; departments stand for the members they had when the job
    /// was accepted. One without any field: every half or mutual relation. Not beside `relations`
    /// (INVALID_ARGUMENT).
    package var audience: CustomersV1.Audience? = nil
    /// The tags to give, by tag_id: at most 1000 (errcode 41111). Not both lists empty (errcode 40058),
    /// and no tag in both (INVALID_ARGUMENT). A tag that is deleted before the job ends is passed over.
    package var addTags: [String] = []
    /// The tags to take, by tag_id: at most 1000 (errcode 41111).
    package var removeTags: [String] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      relations: [CustomersV1.TagJobRelation] = [],
      audience: CustomersV1.Audience? = nil,
      addTags: [String] = [],
      removeTags: [String] = [],
      requestID: String = ""
    ) {
      self.relations = relations
      self.audience = audience
      self.addTags = addTags
      self.removeTags = removeTags
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.CreateTagJobRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__create_tag_job_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__CreateTagJobRequest.self)
      self.relations = reader.messages(c.pointee.n_relations, c.pointee.relations, "relations")
      self.audience = reader.message(c.pointee.audience, "audience")
      self.addTags = reader.texts(c.pointee.n_add_tags, c.pointee.add_tags, "add_tags")
      self.removeTags = reader.texts(c.pointee.n_remove_tags, c.pointee.remove_tags, "remove_tags")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__CreateTagJobRequest.self)
      c.pointee.relations = writer.messages(self.relations, &c.pointee.n_relations)
      c.pointee.audience = writer.message(self.audience)
      c.pointee.add_tags = writer.texts(self.addTags, &c.pointee.n_add_tags)
      c.pointee.remove_tags = writer.texts(self.removeTags, &c.pointee.n_remove_tags)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one job.
  package struct GetTagJobRequest: Protobuf.Message {
    /// The jobid that CreateTagJob or UndoTagJob returned. Required.
    package var jobid: String = ""

    package init() {}

    package init(
      jobid: String = ""
    ) {
      self.jobid = jobid
    }

    package static var fullName: String { "siyu.customers.v1.GetTagJobRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_tag_job_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetTagJobRequest.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetTagJobRequest.self)
      c.pointee.jobid = writer.text(self.jobid)
    }
  }

  /// Asks for the jobs.
  package struct ListTagJobsRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before.
    package var pageToken: String = ""

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListTagJobsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_tag_jobs_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListTagJobsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListTagJobsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of jobs.
  package struct ListTagJobsResponse: Protobuf.Message {
    /// The jobs.
    package var tagJobs: [CustomersV1.TagJob] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      tagJobs: [CustomersV1.TagJob] = [],
      nextPageToken: String = ""
    ) {
      self.tagJobs = tagJobs
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListTagJobsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_tag_jobs_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListTagJobsResponse.self)
      self.tagJobs = reader.messages(c.pointee.n_tag_jobs, c.pointee.tag_jobs, "tag_jobs")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListTagJobsResponse.self)
      c.pointee.tag_jobs = writer.messages(self.tagJobs, &c.pointee.n_tag_jobs)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the relations that a job could not mark.
  package struct ListTagJobFailuresRequest: Protobuf.PagedRequest {
    /// The job. Required.
    package var jobid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      jobid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.jobid = jobid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListTagJobFailuresRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_tag_job_failures_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListTagJobFailuresRequest.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListTagJobFailuresRequest.self)
      c.pointee.jobid = writer.text(self.jobid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of relations that a job could not mark.
  package struct ListTagJobFailuresResponse: Protobuf.Message {
    /// The relations, and why.
    package var failures: [CustomersV1.RelationFailure] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      failures: [CustomersV1.RelationFailure] = [],
      nextPageToken: String = ""
    ) {
      self.failures = failures
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListTagJobFailuresResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_tag_job_failures_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListTagJobFailuresResponse.self)
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListTagJobFailuresResponse.self)
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for what a job did to be taken back.
  package struct UndoTagJobRequest: Protobuf.MutatingRequest {
    /// The job. Required.
    package var jobid: String = ""
    /// Makes the call repeatable; see CreateTagJobRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      jobid: String = "",
      requestID: String = ""
    ) {
      self.jobid = jobid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UndoTagJobRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__undo_tag_job_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UndoTagJobRequest.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UndoTagJobRequest.self)
      c.pointee.jobid = writer.text(self.jobid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }
}
