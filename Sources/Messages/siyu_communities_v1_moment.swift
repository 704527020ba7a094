// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CommunitiesV1 {
  /// Prepares moments 客户朋友圈, hands them to the members who may publish them, and keeps who could
  /// see each. These are enterprise moments 企业发表: nothing is shown before the member confirms.
  ///
  /// A call that names a moment answers NOT_FOUND (errcode 41060) when there is none.
  package protocol MomentServiceProtocol: Swift.Sendable {
    /// Creates a moment and leaves a job that finds its executors: the directory is asked who the
    /// members are, customers who of them has an audience. The reply names the job; siyu.common.v1
    /// JobService.GetJob follows it, GetMomentTaskResult tells what it left out. RESOURCE_EXHAUSTED
    /// (errcode 41078) while 100 moments of the corp are being dispatched. Stands for
    /// externalcontact/add_moment_task.
    func createMoment(_ request: CommunitiesV1.CreateMomentRequest, _ call: RPC.Call) async throws -> CommunitiesV1.Moment
    /// Tells what the job of a moment found; NOT_FOUND (errcode 40088) when no moment has the jobid.
    /// Stands for externalcontact/get_moment_task_result.
    func getMomentTaskResult(_ request: CommunitiesV1.GetMomentTaskResultRequest, _ call: RPC.Call) async throws -> CommunitiesV1.MomentTaskResult
    /// Returns one moment. WeCom has no such API.
    func getMoment(_ request: CommunitiesV1.GetMomentRequest, _ call: RPC.Call) async throws -> CommunitiesV1.Moment
    /// Lists the moments created in a window of at most 30 days, open at both ends, oldest first.
    /// Stands for externalcontact/get_moment_list.
    func listMoments(_ request: CommunitiesV1.ListMomentsRequest, _ call: RPC.Call) async throws -> CommunitiesV1.ListMomentsResponse
    /// Lists the tasks of a moment, one an executor, ascending by userid. UNAVAILABLE (errcode 41079)
    /// while it is being dispatched, FAILED_PRECONDITION when the dispatch failed.
    /// Stands for externalcontact/get_moment_task.
    func listMomentTasks(_ request: CommunitiesV1.ListMomentTasksRequest, _ call: RPC.Call) async throws -> CommunitiesV1.ListMomentTasksResponse
    /// Says that a member published a moment, and freezes its audience: his customers of this minute
    /// who carry one of the tags, or all of them when the moment has no tags. Nothing is changed when
    /// customers cannot be asked (UNAVAILABLE). NOT_FOUND (errcode 41061) when the member has no task,
    /// FAILED_PRECONDITION when he has published it before, RESOURCE_EXHAUSTED when he has more than
    /// 20,000 such customers. Stands for the member's confirmation in the client.
    func publishMoment(_ request: CommunitiesV1.PublishMomentRequest, _ call: RPC.Call) async throws -> CommunitiesV1.MomentTask
    /// Lists the customers a member's publication chose. NOT_FOUND (errcode 41061) when he has no
    /// task, FAILED_PRECONDITION (errcode 41062) when he has not published yet. Stands for
    /// externalcontact/get_moment_customer_list.
    func listMomentCustomers(_ request: CommunitiesV1.ListMomentCustomersRequest, _ call: RPC.Call) async throws -> CommunitiesV1.ListMomentCustomersResponse
  }

  /// The methods of `siyu.communities.v1.MomentService`, and its routes.
  package enum MomentService {
    package static let createMoment = RPC.MethodDescriptor(
      service: "siyu.communities.v1.MomentService", name: "CreateMoment",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.moments.write"), mutates: true)
    package static let getMomentTaskResult = RPC.MethodDescriptor(
      service: "siyu.communities.v1.MomentService", name: "GetMomentTaskResult",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.moments.read"))
    package static let getMoment = RPC.MethodDescriptor(
      service: "siyu.communities.v1.MomentService", name: "GetMoment",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.moments.read"))
    package static let listMoments = RPC.MethodDescriptor(
      service: "siyu.communities.v1.MomentService", name: "ListMoments",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.moments.read"))
    package static let listMomentTasks = RPC.MethodDescriptor(
      service: "siyu.communities.v1.MomentService", name: "ListMomentTasks",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.moments.read"))
    package static let publishMoment = RPC.MethodDescriptor(
      service: "siyu.communities.v1.MomentService", name: "PublishMoment",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.moments.write"), mutates: true)
    package static let listMomentCustomers = RPC.MethodDescriptor(
      service: "siyu.communities.v1.MomentService", name: "ListMomentCustomers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("communities.moments.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.communities.v1.MomentService",
      methods: [createMoment, getMomentTaskResult, getMoment, listMoments, listMomentTasks, publishMoment, listMomentCustomers])

    package static func routes(_ service: some MomentServiceProtocol) -> [RPC.Route] {
      [
        .unary(createMoment) { bytes, call in
          guard let request = call.begin(CommunitiesV1.CreateMomentRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createMoment(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getMomentTaskResult) { bytes, call in
          guard let request = call.begin(CommunitiesV1.GetMomentTaskResultRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getMomentTaskResult(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getMoment) { bytes, call in
          guard let request = call.begin(CommunitiesV1.GetMomentRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getMoment(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMoments) { bytes, call in
          guard let request = call.begin(CommunitiesV1.ListMomentsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMoments(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMomentTasks) { bytes, call in
          guard let request = call.begin(CommunitiesV1.ListMomentTasksRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMomentTasks(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(publishMoment) { bytes, call in
          guard let request = call.begin(CommunitiesV1.PublishMomentRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.publishMoment(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMomentCustomers) { bytes, call in
          guard let request = call.begin(CommunitiesV1.ListMomentCustomersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMomentCustomers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.communities.v1.MomentService` over a channel.
  package struct MomentServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a moment and leaves a job that finds its executors: the directory is asked who the
    /// members are, customers who of them has an audience. The reply names the job; siyu.common.v1
    /// JobService.GetJob follows it, GetMomentTaskResult tells what it left out. RESOURCE_EXHAUSTED
    /// (errcode 41078) while 100 moments of the corp are being dispatched. Stands for
    /// externalcontact/add_moment_task.
    package func createMoment(_ request: CommunitiesV1.CreateMomentRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.Moment {
      try await channel.unary(MomentService.createMoment, request, options)
    }

    /// Tells what the job of a moment found; NOT_FOUND (errcode 40088) when no moment has the jobid.
    /// Stands for externalcontact/get_moment_task_result.
    package func getMomentTaskResult(_ request: CommunitiesV1.GetMomentTaskResultRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.MomentTaskResult {
      try await channel.unary(MomentService.getMomentTaskResult, request, options)
    }

    /// Returns one moment. WeCom has no such API.
    package func getMoment(_ request: CommunitiesV1.GetMomentRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.Moment {
      try await channel.unary(MomentService.getMoment, request, options)
    }

    /// Lists the moments created in a window of at most 30 days, open at both ends, oldest first.
    /// Stands for externalcontact/get_moment_list.
    package func listMoments(_ request: CommunitiesV1.ListMomentsRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.ListMomentsResponse {
      try await channel.unary(MomentService.listMoments, request, options)
    }

    /// Lists the tasks of a moment, one an executor, ascending by userid. UNAVAILABLE (errcode 41079)
    /// while it is being dispatched, FAILED_PRECONDITION when the dispatch failed.
    /// Stands for externalcontact/get_moment_task.
    package func listMomentTasks(_ request: CommunitiesV1.ListMomentTasksRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.ListMomentTasksResponse {
      try await channel.unary(MomentService.listMomentTasks, request, options)
    }

    /// Says that a member published a moment, and freezes its audience: his customers of this minute
    /// who carry one of the tags, or all of them when the moment has no tags. Nothing is changed when
    /// customers cannot be asked (UNAVAILABLE). NOT_FOUND (errcode 41061) when the member has no task,
    /// FAILED_PRECONDITION when he has published it before, RESOURCE_EXHAUSTED when he has more than
    /// 20,000 such customers. Stands for the member's confirmation in the client.
    package func publishMoment(_ request: CommunitiesV1.PublishMomentRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.MomentTask {
      try await channel.unary(MomentService.publishMoment, request, options)
    }

    /// Lists the customers a member's publication chose. NOT_FOUND (errcode 41061) when he has no
    /// task, FAILED_PRECONDITION (errcode 41062) when he has not published yet. Stands for
    /// externalcontact/get_moment_customer_list.
    package func listMomentCustomers(_ request: CommunitiesV1.ListMomentCustomersRequest, options: RPC.CallOptions = .init()) async throws -> CommunitiesV1.ListMomentCustomersResponse {
      try await channel.unary(MomentService.listMomentCustomers, request, options)
    }
  }

  /// How far a moment got.
  package struct MomentState: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Its executors are being looked for.
    package static var dispatching: Self { Self(rawValue: 1) }
    /// Every executor has his task.
    package static var dispatched: Self { Self(rawValue: 2) }
    /// Its job failed for good, or found no executor: nobody can publish it.
    package static var failed: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "MOMENT_STATE_UNSPECIFIED",
      1: "MOMENT_STATE_DISPATCHING",
      2: "MOMENT_STATE_DISPATCHED",
      3: "MOMENT_STATE_FAILED",
    ]
  }

  /// Who may see a moment.
  package struct MomentVisibleType: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Customers who carry one of its tags 部分可见: WeCom's visible_type 0.
    package static var partial: Self { Self(rawValue: 1) }
    /// All customers of its executors 公开: WeCom's visible_type 1.
    package static var `public`: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "MOMENT_VISIBLE_TYPE_UNSPECIFIED",
      1: "MOMENT_VISIBLE_TYPE_PARTIAL",
      2: "MOMENT_VISIBLE_TYPE_PUBLIC",
    ]
  }

  /// Whether a member has published.
  package struct MomentPublishStatus: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Never sent.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Not yet: WeCom's publish_status 0.
    package static var waiting: Self { Self(rawValue: 1) }
    /// Done: WeCom's publish_status 1.
    package static var published: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "MOMENT_PUBLISH_STATUS_UNSPECIFIED",
      1: "MOMENT_PUBLISH_STATUS_WAITING",
      2: "MOMENT_PUBLISH_STATUS_PUBLISHED",
    ]
  }

  /// The words of a moment.
  package struct MomentText: Protobuf.Message {
    /// At most 2000 characters and at most 4000 bytes of UTF-8.
    package var content: String = ""

    package init() {}

    package init(
      content: String = ""
    ) {
      self.content = content
    }

    package static var fullName: String { "siyu.communities.v1.MomentText" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment_text__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__MomentText.self)
      self.content = reader.text(c.pointee.content, "content")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__MomentText.self)
      c.pointee.content = writer.text(self.content)
    }
  }

  /// A picture of a moment.
  package struct MomentImage: Protobuf.Message {
    /// The uploaded file: 1 to 256 bytes. Required.
    package var mediaID: String = ""

    package init() {}

    package init(
      mediaID: String = ""
    ) {
      self.mediaID = mediaID
    }

    package static var fullName: String { "siyu.communities.v1.MomentImage" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment_image__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__MomentImage.self)
      self.mediaID = reader.text(c.pointee.media_id, "media_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__MomentImage.self)
      c.pointee.media_id = writer.text(self.mediaID)
    }
  }

  /// A film of a moment.
  package struct MomentVideo: Protobuf.Message {
    /// The uploaded file: 1 to 256 bytes. Required.
    package var mediaID: String = ""

    package init() {}

    package init(
      mediaID: String = ""
    ) {
      self.mediaID = mediaID
    }

    package static var fullName: String { "siyu.communities.v1.MomentVideo" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment_video__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__MomentVideo.self)
      self.mediaID = reader.text(c.pointee.media_id, "media_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__MomentVideo.self)
      c.pointee.media_id = writer.text(self.mediaID)
    }
  }

  /// A link of a moment.
  package struct MomentLink: Protobuf.Message {
    /// The title: at most 64 characters and at most 128 bytes of UTF-8, may be empty.
    package var title: String = ""
    /// Where it leads: 1 to 2048 bytes, http:// or https:// first. Required.
    package var url: String = ""
    /// The uploaded file of its cover: 1 to 256 bytes. Required.
    package var mediaID: String = ""

    package init() {}

    package init(
      title: String = "",
      url: String = "",
      mediaID: String = ""
    ) {
      self.title = title
      self.url = url
      self.mediaID = mediaID
    }

    package static var fullName: String { "siyu.communities.v1.MomentLink" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment_link__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__MomentLink.self)
      self.title = reader.text(c.pointee.title, "title")
      self.url = reader.text(c.pointee.url, "url")
      self.mediaID = reader.text(c.pointee.media_id, "media_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__MomentLink.self)
      c.pointee.title = writer.text(self.title)
      c.pointee.url = writer.text(self.url)
      c.pointee.media_id = writer.text(self.mediaID)
    }
  }

  /// What hangs on a moment.
  package struct MomentAttachment: Protobuf.Message {
    /// The kind and what it needs. Required.
    package var attachment: Attachment? = nil

    package init() {}

    package init(
      attachment: Attachment? = nil
    ) {
      self.attachment = attachment
    }

    /// The kind and what it needs. Required.
    package enum Attachment: Swift.Hashable, Swift.Sendable {
      /// A picture.
      case image(CommunitiesV1.MomentImage)
      /// A film.
      case video(CommunitiesV1.MomentVideo)
      /// A link.
      case link(CommunitiesV1.MomentLink)
    }

    package static var fullName: String { "siyu.communities.v1.MomentAttachment" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment_attachment__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__MomentAttachment.self)
      switch c.pointee.attachment_case.rawValue {
      case 1: self.attachment = reader.message(c.pointee.image, "image").map { .image($0) }
      case 2: self.attachment = reader.message(c.pointee.video, "video").map { .video($0) }
      case 3: self.attachment = reader.message(c.pointee.link, "link").map { .link($0) }
      default: self.attachment = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__MomentAttachment.self)
      switch self.attachment {
      case .image(let value):
        c.pointee.attachment_case = .init(rawValue: 1)
        c.pointee.image = writer.message(value)
      case .video(let value):
        c.pointee.attachment_case = .init(rawValue: 2)
        c.pointee.video = writer.message(value)
      case .link(let value):
        c.pointee.attachment_case = .init(rawValue: 3)
        c.pointee.link = writer.message(value)
      case nil: break
      }
    }
  }

  /// Who publishes a moment to whom 可见范围. Members are named by userids and department_ids, customers
  /// by tag_ids:
  /// 1. members alone: they are the executors, each for all his customers;
  /// 2. tags alone: the customers who carry one of them are the audience, everybody who follows one of
  ///    those customers is an executor;
  /// 3. both: the executors are those of the members who follow one of those customers;
  /// 4. neither: every member of the corp is an executor, each for all his customers.
  /// Only activated members are executors. Members who are named and are not, and departments and tags
  /// that do not exist, are left out and told by GetMomentTaskResult.
  package struct MomentVisibleRange: Protobuf.Message {
    /// Members' userids: at most 100,000.
    package var userids: [String] = []
    /// Departments' ids: at most 1000; each stands for all members of its subtree.
    package var departmentIDs: [UInt32] = []
    /// Tags' ids: at most 100; a customer needs one of them. Only the corp's: one of a strategy is
    /// INVALID_ARGUMENT with errcode 41110.
    package var tagIDs: [String] = []

    package init() {}

    package init(
      userids: [String] = [],
      departmentIDs: [UInt32] = [],
      tagIDs: [String] = []
    ) {
      self.userids = userids
      self.departmentIDs = departmentIDs
      self.tagIDs = tagIDs
    }

    package static var fullName: String { "siyu.communities.v1.MomentVisibleRange" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment_visible_range__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__MomentVisibleRange.self)
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
      self.tagIDs = reader.texts(c.pointee.n_tag_ids, c.pointee.tag_ids, "tag_ids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__MomentVisibleRange.self)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
      c.pointee.tag_ids = writer.texts(self.tagIDs, &c.pointee.n_tag_ids)
    }
  }

  /// A moment 客户朋友圈.
  package struct Moment: Protobuf.Message {
    /// The id, `mom…`.
    package var momentID: String = ""
    /// The job that finds, or found, its executors.
    package var jobid: String = ""
    /// How far it got.
    package var state: CommunitiesV1.MomentState = .init()
    /// When it was created.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// Who may see it.
    package var visibleType: CommunitiesV1.MomentVisibleType = .init()
    /// Its words; absent when it has none.
    package var text: CommunitiesV1.MomentText? = nil
    /// What hangs on it: 1 to 9 images, or one video, or one link, or nothing.
    package var attachments: [CommunitiesV1.MomentAttachment] = []
    /// How many executors have a task: final when it is dispatched.
    package var taskCount: Int64 = 0
    /// How many of them have published.
    package var publishedCount: Int64 = 0
    /// How many customers their publications chose; one whom two members chose counts twice.
    package var customerCount: Int64 = 0

    package init() {}

    package init(
      momentID: String = "",
      jobid: String = "",
      state: CommunitiesV1.MomentState = .init(),
      createTime: GoogleProtobuf.Timestamp? = nil,
      visibleType: CommunitiesV1.MomentVisibleType = .init(),
      text: CommunitiesV1.MomentText? = nil,
      attachments: [CommunitiesV1.MomentAttachment] = [],
      taskCount: Int64 = 0,
      publishedCount: Int64 = 0,
      customerCount: Int64 = 0
    ) {
      self.momentID = momentID
      self.jobid = jobid
      self.state = state
      self.createTime = createTime
      self.visibleType = visibleType
      self.text = text
      self.attachments = attachments
      self.taskCount = taskCount
      self.publishedCount = publishedCount
      self.customerCount = customerCount
    }

    package static var fullName: String { "siyu.communities.v1.Moment" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__Moment.self)
      self.momentID = reader.text(c.pointee.moment_id, "moment_id")
      self.jobid = reader.text(c.pointee.jobid, "jobid")
      self.state = CommunitiesV1.MomentState(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.visibleType = CommunitiesV1.MomentVisibleType(rawValue: Int32(truncatingIfNeeded: c.pointee.visible_type.rawValue))
      self.text = reader.message(c.pointee.text, "text")
      self.attachments = reader.messages(c.pointee.n_attachments, c.pointee.attachments, "attachments")
      self.taskCount = c.pointee.task_count
      self.publishedCount = c.pointee.published_count
      self.customerCount = c.pointee.customer_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__Moment.self)
      c.pointee.moment_id = writer.text(self.momentID)
      c.pointee.jobid = writer.text(self.jobid)
      c.pointee.state = writer.value(self.state)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.visible_type = writer.value(self.visibleType)
      c.pointee.text = writer.message(self.text)
      c.pointee.attachments = writer.messages(self.attachments, &c.pointee.n_attachments)
      c.pointee.task_count = self.taskCount
      c.pointee.published_count = self.publishedCount
      c.pointee.customer_count = self.customerCount
    }
  }

  /// One executor's part in a moment.
  package struct MomentTask: Protobuf.Message {
    /// The moment.
    package var momentID: String = ""
    /// The executor.
    package var userid: String = ""
    /// Whether he has published.
    package var publishStatus: CommunitiesV1.MomentPublishStatus = .init()
    /// When he published; absent before.
    package var publishTime: GoogleProtobuf.Timestamp? = nil
    /// How many customers his publication chose; 0 before.
    package var customerCount: Int64 = 0

    package init() {}

    package init(
      momentID: String = "",
      userid: String = "",
      publishStatus: CommunitiesV1.MomentPublishStatus = .init(),
      publishTime: GoogleProtobuf.Timestamp? = nil,
      customerCount: Int64 = 0
    ) {
      self.momentID = momentID
      self.userid = userid
      self.publishStatus = publishStatus
      self.publishTime = publishTime
      self.customerCount = customerCount
    }

    package static var fullName: String { "siyu.communities.v1.MomentTask" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment_task__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__MomentTask.self)
      self.momentID = reader.text(c.pointee.moment_id, "moment_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.publishStatus = CommunitiesV1.MomentPublishStatus(rawValue: Int32(truncatingIfNeeded: c.pointee.publish_status.rawValue))
      self.publishTime = reader.message(c.pointee.publish_time, "publish_time")
      self.customerCount = c.pointee.customer_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__MomentTask.self)
      c.pointee.moment_id = writer.text(self.momentID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.publish_status = writer.value(self.publishStatus)
      c.pointee.publish_time = writer.message(self.publishTime)
      c.pointee.customer_count = self.customerCount
    }
  }

  /// Someone whom a publication chose.
  package struct MomentCustomer: Protobuf.Message {
    /// The member who published.
    package var userid: String = ""
    /// The customer.
    package var externalUserid: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
    }

    package static var fullName: String { "siyu.communities.v1.MomentCustomer" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment_customer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__MomentCustomer.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__MomentCustomer.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
    }
  }

  /// Asks for a new moment.
  package struct CreateMomentRequest: Protobuf.MutatingRequest {
    /// The words. Required when there are no attachments (errcode 41089).
    package var text: CommunitiesV1.MomentText? = nil
    /// 1 to 9 images, or one video, or one link: INVALID_ARGUMENT when kinds are mixed (errcode 41065)
    /// or there are too many (errcode 41064).
    package var attachments: [CommunitiesV1.MomentAttachment] = []
    /// Who publishes to whom; absent or empty: every member, to all his customers.
    package var visibleRange: CommunitiesV1.MomentVisibleRange? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      text: CommunitiesV1.MomentText? = nil,
      attachments: [CommunitiesV1.MomentAttachment] = [],
      visibleRange: CommunitiesV1.MomentVisibleRange? = nil,
      requestID: String = ""
    ) {
      self.text = text
      self.attachments = attachments
      self.visibleRange = visibleRange
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.CreateMomentRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__create_moment_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__CreateMomentRequest.self)
      self.text = reader.message(c.pointee.text, "text")
      self.attachments = reader.messages(c.pointee.n_attachments, c.pointee.attachments, "attachments")
      self.visibleRange = reader.message(c.pointee.visible_range, "visible_range")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__CreateMomentRequest.self)
      c.pointee.text = writer.message(self.text)
      c.pointee.attachments = writer.messages(self.attachments, &c.pointee.n_attachments)
      c.pointee.visible_range = writer.message(self.visibleRange)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks what a moment's job found.
  package struct GetMomentTaskResultRequest: Protobuf.Message {
    /// The jobid of the moment. Required.
    package var jobid: String = ""

    package init() {}

    package init(
      jobid: String = ""
    ) {
      self.jobid = jobid
    }

    package static var fullName: String { "siyu.communities.v1.GetMomentTaskResultRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__get_moment_task_result_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GetMomentTaskResultRequest.self)
      self.jobid = reader.text(c.pointee.jobid, "jobid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GetMomentTaskResultRequest.self)
      c.pointee.jobid = writer.text(self.jobid)
    }
  }

  /// What a moment's job found.
  package struct MomentTaskResult: Protobuf.Message {
    /// The moment.
    package var momentID: String = ""
    /// How far it got: what follows is final when it is not DISPATCHING.
    package var state: CommunitiesV1.MomentState = .init()
    /// How many executors have a task.
    package var taskCount: Int64 = 0
    /// Members that were named and do not exist or are not activated; at most 1000 are listed, all are
    /// counted.
    package var invalidUserids: [String] = []
    /// How many members were named and do not exist or are not activated.
    package var invalidUseridCount: Int64 = 0
    /// Departments that were named and do not exist.
    package var invalidDepartmentIDs: [UInt32] = []
    /// Tags that were named and do not exist.
    package var invalidTagIDs: [String] = []

    package init() {}

    package init(
      momentID: String = "",
      state: CommunitiesV1.MomentState = .init(),
      taskCount: Int64 = 0,
      invalidUserids: [String] = [],
      invalidUseridCount: Int64 = 0,
      invalidDepartmentIDs: [UInt32] = [],
      invalidTagIDs: [String] = []
    ) {
      self.momentID = momentID
      self.state = state
      self.taskCount = taskCount
      self.invalidUserids = invalidUserids
      self.invalidUseridCount = invalidUseridCount
      self.invalidDepartmentIDs = invalidDepartmentIDs
      self.invalidTagIDs = invalidTagIDs
    }

    package static var fullName: String { "siyu.communities.v1.MomentTaskResult" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__moment_task_result__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__MomentTaskResult.self)
      self.momentID = reader.text(c.pointee.moment_id, "moment_id")
      self.state = CommunitiesV1.MomentState(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.taskCount = c.pointee.task_count
      self.invalidUserids = reader.texts(c.pointee.n_invalid_userids, c.pointee.invalid_userids, "invalid_userids")
      self.invalidUseridCount = c.pointee.invalid_userid_count
      self.invalidDepartmentIDs = reader.numbers(c.pointee.n_invalid_department_ids, c.pointee.invalid_department_ids)
      self.invalidTagIDs = reader.texts(c.pointee.n_invalid_tag_ids, c.pointee.invalid_tag_ids, "invalid_tag_ids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__MomentTaskResult.self)
      c.pointee.moment_id = writer.text(self.momentID)
      c.pointee.state = writer.value(self.state)
      c.pointee.task_count = self.taskCount
      c.pointee.invalid_userids = writer.texts(self.invalidUserids, &c.pointee.n_invalid_userids)
      c.pointee.invalid_userid_count = self.invalidUseridCount
      c.pointee.invalid_department_ids = writer.numbers(self.invalidDepartmentIDs, &c.pointee.n_invalid_department_ids)
      c.pointee.invalid_tag_ids = writer.texts(self.invalidTagIDs, &c.pointee.n_invalid_tag_ids)
    }
  }

  /// Asks for one moment.
  package struct GetMomentRequest: Protobuf.Message {
    /// The moment's id. Required.
    package var momentID: String = ""

    package init() {}

    package init(
      momentID: String = ""
    ) {
      self.momentID = momentID
    }

    package static var fullName: String { "siyu.communities.v1.GetMomentRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__get_moment_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__GetMomentRequest.self)
      self.momentID = reader.text(c.pointee.moment_id, "moment_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__GetMomentRequest.self)
      c.pointee.moment_id = writer.text(self.momentID)
    }
  }

  /// Asks for the moments of a window.
  package struct ListMomentsRequest: Protobuf.PagedRequest {
    /// Moments created after this, not at it. Required.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// Moments created before this, not at it: after start_time, by at most 30 days. Required.
    package var endTime: GoogleProtobuf.Timestamp? = nil
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      startTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.startTime = startTime
      self.endTime = endTime
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListMomentsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_moments_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListMomentsRequest.self)
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListMomentsRequest.self)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.end_time = writer.message(self.endTime)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of moments.
  package struct ListMomentsResponse: Protobuf.Message {
    /// The moments, ascending by create_time.
    package var moments: [CommunitiesV1.Moment] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      moments: [CommunitiesV1.Moment] = [],
      nextPageToken: String = ""
    ) {
      self.moments = moments
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListMomentsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_moments_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListMomentsResponse.self)
      self.moments = reader.messages(c.pointee.n_moments, c.pointee.moments, "moments")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListMomentsResponse.self)
      c.pointee.moments = writer.messages(self.moments, &c.pointee.n_moments)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a moment's tasks.
  package struct ListMomentTasksRequest: Protobuf.PagedRequest {
    /// The moment's id. Required.
    package var momentID: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      momentID: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.momentID = momentID
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListMomentTasksRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_moment_tasks_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListMomentTasksRequest.self)
      self.momentID = reader.text(c.pointee.moment_id, "moment_id")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListMomentTasksRequest.self)
      c.pointee.moment_id = writer.text(self.momentID)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of tasks.
  package struct ListMomentTasksResponse: Protobuf.Message {
    /// The tasks, ascending by userid.
    package var tasks: [CommunitiesV1.MomentTask] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      tasks: [CommunitiesV1.MomentTask] = [],
      nextPageToken: String = ""
    ) {
      self.tasks = tasks
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListMomentTasksResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_moment_tasks_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListMomentTasksResponse.self)
      self.tasks = reader.messages(c.pointee.n_tasks, c.pointee.tasks, "tasks")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListMomentTasksResponse.self)
      c.pointee.tasks = writer.messages(self.tasks, &c.pointee.n_tasks)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Says that a member published.
  package struct PublishMomentRequest: Protobuf.MutatingRequest {
    /// The moment's id. Required.
    package var momentID: String = ""
    /// The member who published, as his task spells him. Required.
    package var userid: String = ""
    /// Makes the call repeatable; see CreateMomentRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      momentID: String = "",
      userid: String = "",
      requestID: String = ""
    ) {
      self.momentID = momentID
      self.userid = userid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.communities.v1.PublishMomentRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__publish_moment_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__PublishMomentRequest.self)
      self.momentID = reader.text(c.pointee.moment_id, "moment_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__PublishMomentRequest.self)
      c.pointee.moment_id = writer.text(self.momentID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks whom a publication chose.
  package struct ListMomentCustomersRequest: Protobuf.PagedRequest {
    /// The moment's id. Required.
    package var momentID: String = ""
    /// The member who published, as his task spells him. Required.
    package var userid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      momentID: String = "",
      userid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.momentID = momentID
      self.userid = userid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListMomentCustomersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_moment_customers_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListMomentCustomersRequest.self)
      self.momentID = reader.text(c.pointee.moment_id, "moment_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListMomentCustomersRequest.self)
      c.pointee.moment_id = writer.text(self.momentID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of customers.
  package struct ListMomentCustomersResponse: Protobuf.Message {
    /// The customers, in the order customers listed them at publish time.
    package var customers: [CommunitiesV1.MomentCustomer] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      customers: [CommunitiesV1.MomentCustomer] = [],
      nextPageToken: String = ""
    ) {
      self.customers = customers
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.communities.v1.ListMomentCustomersResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__communities__v1__list_moment_customers_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Communities__V1__ListMomentCustomersResponse.self)
      self.customers = reader.messages(c.pointee.n_customers, c.pointee.customers, "customers")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Communities__V1__ListMomentCustomersResponse.self)
      c.pointee.customers = writer.messages(self.customers, &c.pointee.n_customers)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
