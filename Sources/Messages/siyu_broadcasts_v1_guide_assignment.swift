// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps one assignment for each member of a guide task, with his read receipt and his reports.
  package protocol GuideAssignmentServiceProtocol: Swift.Sendable {
    /// Keeps that a member has read a task 已读: the first time; a later one changes nothing. A notice
    /// without required proofs is then done. NOT_FOUND GUIDE_TASK_NOT_FOUND, and ASSIGNMENT_NOT_FOUND when
    /// the member does not have the task. FAILED_PRECONDITION GUIDE_TASK_CANCELLED, and GUIDE_TASK_CLOSED when
    /// it was due and closes then.
    func markAssignmentRead(_ request: BroadcastsV1.MarkAssignmentReadRequest, _ call: RPC.Call) async throws -> BroadcastsV1.GuideAssignment
    /// Claims a task that is for one 领取: of all who ask, one gets it. Asking again changes nothing. NOT_FOUND
    /// as in MarkAssignmentRead. FAILED_PRECONDITION CLAIMED_ALREADY when another has it, TASK_FOR_ALL when it
    /// is not for one, GUIDE_TASK_FINISHED, and as in MarkAssignmentRead.
    func claimGuideTask(_ request: BroadcastsV1.ClaimGuideTaskRequest, _ call: RPC.Call) async throws -> BroadcastsV1.GuideAssignment
    /// Gives a claimed task back 退回, for another to claim. What the member reported stays his; the next one
    /// begins anew. NOT_FOUND as in MarkAssignmentRead. FAILED_PRECONDITION NOT_CLAIMED when he does not have
    /// it, ASSIGNMENT_DONE when he has done it, GUIDE_TASK_CANCELLED.
    func returnGuideTask(_ request: BroadcastsV1.ReturnGuideTaskRequest, _ call: RPC.Call) async throws -> BroadcastsV1.GuideAssignment
    /// Takes a member's report; it says too that he has read the task. INVALID_ARGUMENT for a proof that the
    /// task does not ask for so, or lacks, naming the field. NOT_FOUND and FAILED_PRECONDITION as in
    /// MarkAssignmentRead, and FAILED_PRECONDITION ASSIGNMENT_DONE when he has done it already, NOT_CLAIMED
    /// when the task is for one and he has not claimed it;
    /// RESOURCE_EXHAUSTED TOO_MANY_REPORTS at 1000 reports (policy guide_reports_max).
    func recordGuideReport(_ request: BroadcastsV1.RecordGuideReportRequest, _ call: RPC.Call) async throws -> BroadcastsV1.RecordGuideReportResponse
    /// Lists the assignments of a task, in a fixed order. NOT_FOUND.
    func listGuideAssignments(_ request: BroadcastsV1.ListGuideAssignmentsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListGuideAssignmentsResponse
    /// Lists what one member has to do, and had, the newest first: "my tasks" 我的任务. One whom no task was
    /// given has none. A caller with a data scope is not told the counts of the tasks, which are of all
    /// their members.
    func listMemberAssignments(_ request: BroadcastsV1.ListMemberAssignmentsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListMemberAssignmentsResponse
    /// Lists what a member reported of a task, by number. NOT_FOUND as in MarkAssignmentRead.
    func listGuideReports(_ request: BroadcastsV1.ListGuideReportsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListGuideReportsResponse
  }

  /// The methods of `siyu.broadcasts.v1.GuideAssignmentService`, and its routes.
  package enum GuideAssignmentService {
    package static let markAssignmentRead = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideAssignmentService", name: "MarkAssignmentRead",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_assignments.write"), mutates: true,
      dataScope: RPC.DataScopeRule(BroadcastsV1.MarkAssignmentReadRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let claimGuideTask = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideAssignmentService", name: "ClaimGuideTask",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_assignments.write"), mutates: true,
      dataScope: RPC.DataScopeRule(BroadcastsV1.ClaimGuideTaskRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let returnGuideTask = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideAssignmentService", name: "ReturnGuideTask",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_assignments.write"), mutates: true,
      dataScope: RPC.DataScopeRule(BroadcastsV1.ReturnGuideTaskRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let recordGuideReport = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideAssignmentService", name: "RecordGuideReport",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_assignments.write"), mutates: true,
      dataScope: RPC.DataScopeRule(BroadcastsV1.RecordGuideReportRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let listGuideAssignments = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideAssignmentService", name: "ListGuideAssignments",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_assignments.read"))
    package static let listMemberAssignments = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideAssignmentService", name: "ListMemberAssignments",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_assignments.read"),
      dataScope: RPC.DataScopeRule(BroadcastsV1.ListMemberAssignmentsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let listGuideReports = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideAssignmentService", name: "ListGuideReports",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_assignments.read"),
      dataScope: RPC.DataScopeRule(BroadcastsV1.ListGuideReportsRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.GuideAssignmentService",
      methods: [markAssignmentRead, claimGuideTask, returnGuideTask, recordGuideReport, listGuideAssignments, listMemberAssignments, listGuideReports])

    package static func routes(_ service: some GuideAssignmentServiceProtocol) -> [RPC.Route] {
      [
        .unary(markAssignmentRead) { bytes, call in
          guard let request = call.begin(BroadcastsV1.MarkAssignmentReadRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.markAssignmentRead(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(claimGuideTask) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ClaimGuideTaskRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.claimGuideTask(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(returnGuideTask) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ReturnGuideTaskRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.returnGuideTask(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(recordGuideReport) { bytes, call in
          guard let request = call.begin(BroadcastsV1.RecordGuideReportRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.recordGuideReport(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listGuideAssignments) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListGuideAssignmentsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listGuideAssignments(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMemberAssignments) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListMemberAssignmentsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMemberAssignments(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listGuideReports) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListGuideReportsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listGuideReports(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.GuideAssignmentService` over a channel.
  package struct GuideAssignmentServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Keeps that a member has read a task 已读: the first time; a later one changes nothing. A notice
    /// without required proofs is then done. NOT_FOUND GUIDE_TASK_NOT_FOUND, and ASSIGNMENT_NOT_FOUND when
    /// the member does not have the task. FAILED_PRECONDITION GUIDE_TASK_CANCELLED, and GUIDE_TASK_CLOSED when
    /// it was due and closes then.
    package func markAssignmentRead(_ request: BroadcastsV1.MarkAssignmentReadRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.GuideAssignment {
      try await channel.unary(GuideAssignmentService.markAssignmentRead, request, options)
    }

    /// Claims a task that is for one 领取: of all who ask, one gets it. Asking again changes nothing. NOT_FOUND
    /// as in MarkAssignmentRead. FAILED_PRECONDITION CLAIMED_ALREADY when another has it, TASK_FOR_ALL when it
    /// is not for one, GUIDE_TASK_FINISHED, and as in MarkAssignmentRead.
    package func claimGuideTask(_ request: BroadcastsV1.ClaimGuideTaskRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.GuideAssignment {
      try await channel.unary(GuideAssignmentService.claimGuideTask, request, options)
    }

    /// Gives a claimed task back 退回, for another to claim. What the member reported stays his; the next one
    /// begins anew. NOT_FOUND as in MarkAssignmentRead. FAILED_PRECONDITION NOT_CLAIMED when he does not have
    /// it, ASSIGNMENT_DONE when he has done it, GUIDE_TASK_CANCELLED.
    package func returnGuideTask(_ request: BroadcastsV1.ReturnGuideTaskRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.GuideAssignment {
      try await channel.unary(GuideAssignmentService.returnGuideTask, request, options)
    }

    /// Takes a member's report; it says too that he has read the task. INVALID_ARGUMENT for a proof that the
    /// task does not ask for so, or lacks, naming the field. NOT_FOUND and FAILED_PRECONDITION as in
    /// MarkAssignmentRead, and FAILED_PRECONDITION ASSIGNMENT_DONE when he has done it already, NOT_CLAIMED
    /// when the task is for one and he has not claimed it;
    /// RESOURCE_EXHAUSTED TOO_MANY_REPORTS at 1000 reports (policy guide_reports_max).
    package func recordGuideReport(_ request: BroadcastsV1.RecordGuideReportRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.RecordGuideReportResponse {
      try await channel.unary(GuideAssignmentService.recordGuideReport, request, options)
    }

    /// Lists the assignments of a task, in a fixed order. NOT_FOUND.
    package func listGuideAssignments(_ request: BroadcastsV1.ListGuideAssignmentsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListGuideAssignmentsResponse {
      try await channel.unary(GuideAssignmentService.listGuideAssignments, request, options)
    }

    /// Lists what one member has to do, and had, the newest first: "my tasks" 我的任务. One whom no task was
    /// given has none. A caller with a data scope is not told the counts of the tasks, which are of all
    /// their members.
    package func listMemberAssignments(_ request: BroadcastsV1.ListMemberAssignmentsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListMemberAssignmentsResponse {
      try await channel.unary(GuideAssignmentService.listMemberAssignments, request, options)
    }

    /// Lists what a member reported of a task, by number. NOT_FOUND as in MarkAssignmentRead.
    package func listGuideReports(_ request: BroadcastsV1.ListGuideReportsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListGuideReportsResponse {
      try await channel.unary(GuideAssignmentService.listGuideReports, request, options)
    }
  }

  /// One member's part of a guide task.
  package struct GuideAssignment: Protobuf.Message {
    /// The task.
    package var taskID: String = ""
    /// The member, spelled as broadcasts first heard of him.
    package var userid: String = ""
    /// How far it got.
    package var state: BroadcastsV1.GuideAssignment.State = .init()
    /// How much counts towards the task's target_count.
    package var progress: Int64 = 0
    /// Reports, those included that add nothing.
    package var reportCount: Int32 = 0
    /// When he read the task; absent before.
    package var readTime: GoogleProtobuf.Timestamp? = nil
    /// When he had done it; absent before.
    package var doneTime: GoogleProtobuf.Timestamp? = nil
    /// Whether that was after it was due.
    package var isLate: Bool = false

    package init() {}

    package init(
      taskID: String = "",
      userid: String = "",
      state: BroadcastsV1.GuideAssignment.State = .init(),
      progress: Int64 = 0,
      reportCount: Int32 = 0,
      readTime: GoogleProtobuf.Timestamp? = nil,
      doneTime: GoogleProtobuf.Timestamp? = nil,
      isLate: Bool = false
    ) {
      self.taskID = taskID
      self.userid = userid
      self.state = state
      self.progress = progress
      self.reportCount = reportCount
      self.readTime = readTime
      self.doneTime = doneTime
      self.isLate = isLate
    }

    /// How far it got.
    package struct State: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// He has not done it, and it is not due.
      package static var open: Self { Self(rawValue: 1) }
      /// He has not done it although it was due.
      package static var overdue: Self { Self(rawValue: 2) }
      /// He has done it. Final.
      package static var done: Self { Self(rawValue: 3) }
      /// The task was cancelled before he had done it. Final.
      package static var cancelled: Self { Self(rawValue: 4) }
      /// The task is for one, and another member has claimed it, or has done it.
      package static var taken: Self { Self(rawValue: 5) }

      package static let names: [Int32: String] = [
        0: "STATE_UNSPECIFIED",
        1: "STATE_OPEN",
        2: "STATE_OVERDUE",
        3: "STATE_DONE",
        4: "STATE_CANCELLED",
        5: "STATE_TAKEN",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.GuideAssignment" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__guide_assignment__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GuideAssignment.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.state = BroadcastsV1.GuideAssignment.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.progress = c.pointee.progress
      self.reportCount = c.pointee.report_count
      self.readTime = reader.message(c.pointee.read_time, "read_time")
      self.doneTime = reader.message(c.pointee.done_time, "done_time")
      self.isLate = c.pointee.is_late != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GuideAssignment.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.state = writer.value(self.state)
      c.pointee.progress = self.progress
      c.pointee.report_count = self.reportCount
      c.pointee.read_time = writer.message(self.readTime)
      c.pointee.done_time = writer.message(self.doneTime)
      c.pointee.is_late = self.isLate ? 1 : 0
    }
  }

  /// Pictures, videos or files.
  package struct MediaProof: Protobuf.Message {
    /// The uploaded files: 1 to 9 (policy guide_report_media_max), each 1 to 256 bytes. INVALID_ARGUMENT
    /// 40007 for one that is not.
    package var mediaIDs: [String] = []

    package init() {}

    package init(
      mediaIDs: [String] = []
    ) {
      self.mediaIDs = mediaIDs
    }

    package static var fullName: String { "siyu.broadcasts.v1.MediaProof" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__media_proof__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__MediaProof.self)
      self.mediaIDs = reader.texts(c.pointee.n_media_ids, c.pointee.media_ids, "media_ids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__MediaProof.self)
      c.pointee.media_ids = writer.texts(self.mediaIDs, &c.pointee.n_media_ids)
    }
  }

  /// The answer to one question.
  package struct ChecklistAnswer: Protobuf.Message {
    /// Which of the task's questions, from 1; each once.
    package var item: Int32 = 0
    /// The answer, of the kind that the question has.
    package var value: Value? = nil

    package init() {}

    package init(
      item: Int32 = 0,
      value: Value? = nil
    ) {
      self.item = item
      self.value = value
    }

    /// The answer, of the kind that the question has.
    package enum Value: Swift.Hashable, Swift.Sendable {
      /// Whether it is as it should be.
      case passed(Bool)
      /// A number: -1,000,000,000 to 1,000,000,000.
      case number(Int64)
      /// Words: 1 to 500 characters.
      case text(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.ChecklistAnswer" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__checklist_answer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ChecklistAnswer.self)
      self.item = c.pointee.item
      switch c.pointee.value_case.rawValue {
      case 2: self.value = .passed(c.pointee.passed != 0)
      case 3: self.value = .number(c.pointee.number)
      case 4: self.value = .text(reader.text(c.pointee.text, "text"))
      default: self.value = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ChecklistAnswer.self)
      c.pointee.item = self.item
      switch self.value {
      case .passed(let value):
        c.pointee.value_case = .init(rawValue: 2)
        c.pointee.passed = value ? 1 : 0
      case .number(let value):
        c.pointee.value_case = .init(rawValue: 3)
        c.pointee.number = value
      case .text(let value):
        c.pointee.value_case = .init(rawValue: 4)
        c.pointee.text = writer.text(value)
      case nil: break
      }
    }
  }

  /// The answers to a check-list.
  package struct ChecklistProof: Protobuf.Message {
    /// The answers; all of them, but for those that may be left out.
    package var answers: [BroadcastsV1.ChecklistAnswer] = []

    package init() {}

    package init(
      answers: [BroadcastsV1.ChecklistAnswer] = []
    ) {
      self.answers = answers
    }

    package static var fullName: String { "siyu.broadcasts.v1.ChecklistProof" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__checklist_proof__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ChecklistProof.self)
      self.answers = reader.messages(c.pointee.n_answers, c.pointee.answers, "answers")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ChecklistProof.self)
      c.pointee.answers = writer.messages(self.answers, &c.pointee.n_answers)
    }
  }

  /// Where a member was, as his client measures: GCJ-02, as WeCom's locations.
  package struct PositionProof: Protobuf.Message {
    /// Degrees north: -90 to 90.
    package var latitude: Double = 0
    /// Degrees east: -180 to 180.
    package var longitude: Double = 0

    package init() {}

    package init(
      latitude: Double = 0,
      longitude: Double = 0
    ) {
      self.latitude = latitude
      self.longitude = longitude
    }

    package static var fullName: String { "siyu.broadcasts.v1.PositionProof" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__position_proof__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__PositionProof.self)
      self.latitude = c.pointee.latitude
      self.longitude = c.pointee.longitude
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__PositionProof.self)
      c.pointee.latitude = self.latitude
      c.pointee.longitude = self.longitude
    }
  }

  /// By what a member shows that he did it.
  package struct Proof: Protobuf.Message {
    /// The proof; INVALID_ARGUMENT REQUIRED when it is none of these.
    package var body: Body? = nil

    package init() {}

    package init(
      body: Body? = nil
    ) {
      self.body = body
    }

    /// The proof; INVALID_ARGUMENT REQUIRED when it is none of these.
    package enum Body: Swift.Hashable, Swift.Sendable {
      /// Words: 1 to 4000 bytes of UTF-8 (policy guide_report_text_bytes_max).
      case text(String)
      /// Pictures, videos or files.
      case media(BroadcastsV1.MediaProof)
      /// A number: 0 to 1,000,000,000.
      case number(Int64)
      /// Answers to the task's check-list; INVALID_ARGUMENT NO_CHECKLIST when it has none.
      case checklist(BroadcastsV1.ChecklistProof)
      /// Where he was.
      case position(BroadcastsV1.PositionProof)
    }

    package static var fullName: String { "siyu.broadcasts.v1.Proof" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__proof__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Proof.self)
      switch c.pointee.body_case.rawValue {
      case 1: self.body = .text(reader.text(c.pointee.text, "text"))
      case 2: self.body = reader.message(c.pointee.media, "media").map { .media($0) }
      case 3: self.body = .number(c.pointee.number)
      case 4: self.body = reader.message(c.pointee.checklist, "checklist").map { .checklist($0) }
      case 5: self.body = reader.message(c.pointee.position, "position").map { .position($0) }
      default: self.body = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Proof.self)
      switch self.body {
      case .text(let value):
        c.pointee.body_case = .init(rawValue: 1)
        c.pointee.text = writer.text(value)
      case .media(let value):
        c.pointee.body_case = .init(rawValue: 2)
        c.pointee.media = writer.message(value)
      case .number(let value):
        c.pointee.body_case = .init(rawValue: 3)
        c.pointee.number = value
      case .checklist(let value):
        c.pointee.body_case = .init(rawValue: 4)
        c.pointee.checklist = writer.message(value)
      case .position(let value):
        c.pointee.body_case = .init(rawValue: 5)
        c.pointee.position = writer.message(value)
      case nil: break
      }
    }
  }

  /// What a member reported once.
  package struct GuideReport: Protobuf.Message {
    /// The task.
    package var taskID: String = ""
    /// The member.
    package var userid: String = ""
    /// Which of his reports, from 1.
    package var number: Int32 = 0
    /// The proofs.
    package var proofs: [BroadcastsV1.Proof] = []
    /// What it added to his progress; 0 when its number was under the task's min_number.
    package var addedCount: Int64 = 0
    /// When it was taken.
    package var reportTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      taskID: String = "",
      userid: String = "",
      number: Int32 = 0,
      proofs: [BroadcastsV1.Proof] = [],
      addedCount: Int64 = 0,
      reportTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.taskID = taskID
      self.userid = userid
      self.number = number
      self.proofs = proofs
      self.addedCount = addedCount
      self.reportTime = reportTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.GuideReport" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__guide_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GuideReport.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.number = c.pointee.number
      self.proofs = reader.messages(c.pointee.n_proofs, c.pointee.proofs, "proofs")
      self.addedCount = c.pointee.added_count
      self.reportTime = reader.message(c.pointee.report_time, "report_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GuideReport.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.number = self.number
      c.pointee.proofs = writer.messages(self.proofs, &c.pointee.n_proofs)
      c.pointee.added_count = self.addedCount
      c.pointee.report_time = writer.message(self.reportTime)
    }
  }

  /// A member's part of a task, and what the task is.
  package struct MemberAssignment: Protobuf.Message {
    /// The task, without content, check-list and scope.
    package var guideTask: BroadcastsV1.GuideTask? = nil
    /// How far he got.
    package var assignment: BroadcastsV1.GuideAssignment? = nil

    package init() {}

    package init(
      guideTask: BroadcastsV1.GuideTask? = nil,
      assignment: BroadcastsV1.GuideAssignment? = nil
    ) {
      self.guideTask = guideTask
      self.assignment = assignment
    }

    package static var fullName: String { "siyu.broadcasts.v1.MemberAssignment" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__member_assignment__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__MemberAssignment.self)
      self.guideTask = reader.message(c.pointee.guide_task, "guide_task")
      self.assignment = reader.message(c.pointee.assignment, "assignment")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__MemberAssignment.self)
      c.pointee.guide_task = writer.message(self.guideTask)
      c.pointee.assignment = writer.message(self.assignment)
    }
  }

  /// Tells that a member has read a task.
  package struct MarkAssignmentReadRequest: Protobuf.MutatingRequest {
    /// The task. Required.
    package var taskID: String = ""
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      taskID: String = "",
      userid: String = "",
      requestID: String = ""
    ) {
      self.taskID = taskID
      self.userid = userid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.MarkAssignmentReadRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__mark_assignment_read_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__MarkAssignmentReadRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__MarkAssignmentReadRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Claims a task.
  package struct ClaimGuideTaskRequest: Protobuf.MutatingRequest {
    /// The task. Required.
    package var taskID: String = ""
    /// The member who is to do it, ignoring case. Required.
    package var userid: String = ""
    /// Makes the call repeatable; see MarkAssignmentReadRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      taskID: String = "",
      userid: String = "",
      requestID: String = ""
    ) {
      self.taskID = taskID
      self.userid = userid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.ClaimGuideTaskRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__claim_guide_task_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ClaimGuideTaskRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ClaimGuideTaskRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Gives a task back.
  package struct ReturnGuideTaskRequest: Protobuf.MutatingRequest {
    /// The task. Required.
    package var taskID: String = ""
    /// The member who has claimed it, ignoring case. Required.
    package var userid: String = ""
    /// Makes the call repeatable; see MarkAssignmentReadRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      taskID: String = "",
      userid: String = "",
      requestID: String = ""
    ) {
      self.taskID = taskID
      self.userid = userid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.ReturnGuideTaskRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__return_guide_task_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ReturnGuideTaskRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ReturnGuideTaskRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Brings a report.
  package struct RecordGuideReportRequest: Protobuf.MutatingRequest {
    /// The task. Required.
    package var taskID: String = ""
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// The proofs: at most one of each kind (INVALID_ARGUMENT PROOF_TWICE), and those that the task
    /// requires (PROOF_MISSING). Others may be there besides.
    package var proofs: [BroadcastsV1.Proof] = []
    /// Makes the call repeatable; see MarkAssignmentReadRequest. Without it a repetition counts again.
    package var requestID: String = ""

    package init() {}

    package init(
      taskID: String = "",
      userid: String = "",
      proofs: [BroadcastsV1.Proof] = [],
      requestID: String = ""
    ) {
      self.taskID = taskID
      self.userid = userid
      self.proofs = proofs
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordGuideReportRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_guide_report_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordGuideReportRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.proofs = reader.messages(c.pointee.n_proofs, c.pointee.proofs, "proofs")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordGuideReportRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.proofs = writer.messages(self.proofs, &c.pointee.n_proofs)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What a report did.
  package struct RecordGuideReportResponse: Protobuf.Message {
    /// The report as it is kept.
    package var report: BroadcastsV1.GuideReport? = nil
    /// How far the member is now.
    package var assignment: BroadcastsV1.GuideAssignment? = nil

    package init() {}

    package init(
      report: BroadcastsV1.GuideReport? = nil,
      assignment: BroadcastsV1.GuideAssignment? = nil
    ) {
      self.report = report
      self.assignment = assignment
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordGuideReportResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_guide_report_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordGuideReportResponse.self)
      self.report = reader.message(c.pointee.report, "report")
      self.assignment = reader.message(c.pointee.assignment, "assignment")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordGuideReportResponse.self)
      c.pointee.report = writer.message(self.report)
      c.pointee.assignment = writer.message(self.assignment)
    }
  }

  /// Asks for the assignments of a task.
  package struct ListGuideAssignmentsRequest: Protobuf.PagedRequest {
    /// The task. Required.
    package var taskID: String = ""
    /// Whether only those are meant that are open or overdue.
    package var onlyUnfinished: Bool = false
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      taskID: String = "",
      onlyUnfinished: Bool = false,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.taskID = taskID
      self.onlyUnfinished = onlyUnfinished
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGuideAssignmentsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_guide_assignments_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGuideAssignmentsRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.onlyUnfinished = c.pointee.only_unfinished != 0
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGuideAssignmentsRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.only_unfinished = self.onlyUnfinished ? 1 : 0
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of assignments.
  package struct ListGuideAssignmentsResponse: Protobuf.Message {
    /// The assignments.
    package var assignments: [BroadcastsV1.GuideAssignment] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      assignments: [BroadcastsV1.GuideAssignment] = [],
      nextPageToken: String = ""
    ) {
      self.assignments = assignments
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGuideAssignmentsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_guide_assignments_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGuideAssignmentsResponse.self)
      self.assignments = reader.messages(c.pointee.n_assignments, c.pointee.assignments, "assignments")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGuideAssignmentsResponse.self)
      c.pointee.assignments = writer.messages(self.assignments, &c.pointee.n_assignments)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a member's tasks.
  package struct ListMemberAssignmentsRequest: Protobuf.PagedRequest {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// Whether only those are meant that are open or overdue.
    package var onlyUnfinished: Bool = false
    /// How many to return at most; see ListGuideAssignmentsRequest.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      userid: String = "",
      onlyUnfinished: Bool = false,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.userid = userid
      self.onlyUnfinished = onlyUnfinished
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberAssignmentsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_assignments_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberAssignmentsRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.onlyUnfinished = c.pointee.only_unfinished != 0
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberAssignmentsRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.only_unfinished = self.onlyUnfinished ? 1 : 0
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of a member's tasks.
  package struct ListMemberAssignmentsResponse: Protobuf.Message {
    /// The tasks, the newest first.
    package var assignments: [BroadcastsV1.MemberAssignment] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      assignments: [BroadcastsV1.MemberAssignment] = [],
      nextPageToken: String = ""
    ) {
      self.assignments = assignments
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberAssignmentsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_assignments_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberAssignmentsResponse.self)
      self.assignments = reader.messages(c.pointee.n_assignments, c.pointee.assignments, "assignments")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberAssignmentsResponse.self)
      c.pointee.assignments = writer.messages(self.assignments, &c.pointee.n_assignments)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a member's reports.
  package struct ListGuideReportsRequest: Protobuf.PagedRequest {
    /// The task. Required.
    package var taskID: String = ""
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// How many to return at most: default 50, at most 100 (more is lowered to that); a negative number
    /// is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      taskID: String = "",
      userid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.taskID = taskID
      self.userid = userid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGuideReportsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_guide_reports_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGuideReportsRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGuideReportsRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of reports.
  package struct ListGuideReportsResponse: Protobuf.Message {
    /// The reports, by number.
    package var reports: [BroadcastsV1.GuideReport] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      reports: [BroadcastsV1.GuideReport] = [],
      nextPageToken: String = ""
    ) {
      self.reports = reports
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGuideReportsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_guide_reports_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGuideReportsResponse.self)
      self.reports = reader.messages(c.pointee.n_reports, c.pointee.reports, "reports")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGuideReportsResponse.self)
      c.pointee.reports = writer.messages(self.reports, &c.pointee.n_reports)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
