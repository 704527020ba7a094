// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Gives tasks 导购任务 to departments, stores and single members: to share, to learn, to visit, to
  /// inspect a store 巡店, or to read a notice 通知. What broadcasts ask of a member is no such task; see
  /// MemberTaskService. WeCom's clients have something of the kind; it has no API for it.
  ///
  /// Who has to do a task is written down when it is created, from the departments and members that
  /// directory has told of by then: who joins later is not included, and who leaves stays. The tree of
  /// departments is frozen with it. What is counted of a task, and of each department in it, is kept in
  /// the transaction of what it counts: reading it costs the same for ten members and for all.
  package protocol GuideTaskServiceProtocol: Swift.Sendable {
    /// Creates a task and gives it to its members: each finds it in ListMemberAssignments when the call
    /// returns. INVALID_ARGUMENT, naming the field. NOT_FOUND DEPARTMENT_NOT_FOUND 60003 and
    /// MEMBER_NOT_FOUND 60111 for what directory has not told of. FAILED_PRECONDITION NOBODY_IN_SCOPE when
    /// nobody works there; RESOURCE_EXHAUSTED TOO_MANY_MEMBERS over 50,000 (policy guide_task_members_max).
    func createGuideTask(_ request: BroadcastsV1.CreateGuideTaskRequest, _ call: RPC.Call) async throws -> BroadcastsV1.GuideTask
    /// Returns a task whole; NOT_FOUND GUIDE_TASK_NOT_FOUND.
    func getGuideTask(_ request: BroadcastsV1.GetGuideTaskRequest, _ call: RPC.Call) async throws -> BroadcastsV1.GuideTask
    /// Lists the tasks, newest first, without their content, check-list and scope.
    func listGuideTasks(_ request: BroadcastsV1.ListGuideTasksRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListGuideTasksResponse
    /// Ends a task for those who have not done it; what was done stays done. NOT_FOUND.
    /// FAILED_PRECONDITION GUIDE_TASK_FINISHED when all have done it, GUIDE_TASK_CANCELLED the second time.
    func cancelGuideTask(_ request: BroadcastsV1.CancelGuideTaskRequest, _ call: RPC.Call) async throws -> BroadcastsV1.GuideTask
    /// Reminds the members who have not done a task; a client learns of it by the feed's
    /// guide_task_reminded, and of who they are by ListGuideAssignments. At most 3 times in 24 hours
    /// (policy guide_task_reminders_max): over that RESOURCE_EXHAUSTED REMINDED_TOO_OFTEN 41094. NOT_FOUND.
    /// FAILED_PRECONDITION when the task is finished, cancelled, or closed because it was due.
    func remindGuideTask(_ request: BroadcastsV1.RemindGuideTaskRequest, _ call: RPC.Call) async throws -> BroadcastsV1.RemindGuideTaskResponse
    /// Lists what is counted of a task for each department 部门 or store 门店 directly under one, with all
    /// under it, by their ids: regions under the root, stores under a region, as they lay when the task was
    /// created. Only those that members have the task in; one who works in several places counts in each.
    /// NOT_FOUND.
    func listGuideTaskDepartments(_ request: BroadcastsV1.ListGuideTaskDepartmentsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListGuideTaskDepartmentsResponse
  }

  /// The methods of `siyu.broadcasts.v1.GuideTaskService`, and its routes.
  package enum GuideTaskService {
    package static let createGuideTask = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideTaskService", name: "CreateGuideTask",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_tasks.write"), mutates: true)
    package static let getGuideTask = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideTaskService", name: "GetGuideTask",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_tasks.read"))
    package static let listGuideTasks = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideTaskService", name: "ListGuideTasks",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_tasks.read"))
    package static let cancelGuideTask = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideTaskService", name: "CancelGuideTask",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_tasks.write"), mutates: true)
    package static let remindGuideTask = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideTaskService", name: "RemindGuideTask",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_tasks.write"), mutates: true)
    package static let listGuideTaskDepartments = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.GuideTaskService", name: "ListGuideTaskDepartments",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.guide_tasks.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.GuideTaskService",
      methods: [createGuideTask, getGuideTask, listGuideTasks, cancelGuideTask, remindGuideTask, listGuideTaskDepartments])

    package static func routes(_ service: some GuideTaskServiceProtocol) -> [RPC.Route] {
      [
        .unary(createGuideTask) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CreateGuideTaskRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createGuideTask(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getGuideTask) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetGuideTaskRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getGuideTask(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listGuideTasks) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListGuideTasksRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listGuideTasks(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(cancelGuideTask) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CancelGuideTaskRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.cancelGuideTask(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(remindGuideTask) { bytes, call in
          guard let request = call.begin(BroadcastsV1.RemindGuideTaskRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.remindGuideTask(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listGuideTaskDepartments) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListGuideTaskDepartmentsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listGuideTaskDepartments(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.GuideTaskService` over a channel.
  package struct GuideTaskServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a task and gives it to its members: each finds it in ListMemberAssignments when the call
    /// returns. INVALID_ARGUMENT, naming the field. NOT_FOUND DEPARTMENT_NOT_FOUND 60003 and
    /// MEMBER_NOT_FOUND 60111 for what directory has not told of. FAILED_PRECONDITION NOBODY_IN_SCOPE when
    /// nobody works there; RESOURCE_EXHAUSTED TOO_MANY_MEMBERS over 50,000 (policy guide_task_members_max).
    package func createGuideTask(_ request: BroadcastsV1.CreateGuideTaskRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.GuideTask {
      try await channel.unary(GuideTaskService.createGuideTask, request, options)
    }

    /// Returns a task whole; NOT_FOUND GUIDE_TASK_NOT_FOUND.
    package func getGuideTask(_ request: BroadcastsV1.GetGuideTaskRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.GuideTask {
      try await channel.unary(GuideTaskService.getGuideTask, request, options)
    }

    /// Lists the tasks, newest first, without their content, check-list and scope.
    package func listGuideTasks(_ request: BroadcastsV1.ListGuideTasksRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListGuideTasksResponse {
      try await channel.unary(GuideTaskService.listGuideTasks, request, options)
    }

    /// Ends a task for those who have not done it; what was done stays done. NOT_FOUND.
    /// FAILED_PRECONDITION GUIDE_TASK_FINISHED when all have done it, GUIDE_TASK_CANCELLED the second time.
    package func cancelGuideTask(_ request: BroadcastsV1.CancelGuideTaskRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.GuideTask {
      try await channel.unary(GuideTaskService.cancelGuideTask, request, options)
    }

    /// Reminds the members who have not done a task; a client learns of it by the feed's
    /// guide_task_reminded, and of who they are by ListGuideAssignments. At most 3 times in 24 hours
    /// (policy guide_task_reminders_max): over that RESOURCE_EXHAUSTED REMINDED_TOO_OFTEN 41094. NOT_FOUND.
    /// FAILED_PRECONDITION when the task is finished, cancelled, or closed because it was due.
    package func remindGuideTask(_ request: BroadcastsV1.RemindGuideTaskRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.RemindGuideTaskResponse {
      try await channel.unary(GuideTaskService.remindGuideTask, request, options)
    }

    /// Lists what is counted of a task for each department 部门 or store 门店 directly under one, with all
    /// under it, by their ids: regions under the root, stores under a region, as they lay when the task was
    /// created. Only those that members have the task in; one who works in several places counts in each.
    /// NOT_FOUND.
    package func listGuideTaskDepartments(_ request: BroadcastsV1.ListGuideTaskDepartmentsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListGuideTaskDepartmentsResponse {
      try await channel.unary(GuideTaskService.listGuideTaskDepartments, request, options)
    }
  }

  /// What a member is to do.
  package struct GuideTaskKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: INVALID_ARGUMENT UNKNOWN_VALUE when a task is created, all kinds in a list.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// To share the content with customers 分享.
    package static var share: Self { Self(rawValue: 1) }
    /// To learn 学习: a lesson, an examination.
    package static var learn: Self { Self(rawValue: 2) }
    /// To visit a customer or a store 拜访.
    package static var visit: Self { Self(rawValue: 3) }
    /// To inspect a store by a check-list 巡店检查.
    package static var inspect: Self { Self(rawValue: 4) }
    /// To read 通知. It is done by MarkAssignmentRead, unless it requires proofs, such as a reply 回执.
    package static var notice: Self { Self(rawValue: 5) }

    package static let names: [Int32: String] = [
      0: "GUIDE_TASK_KIND_UNSPECIFIED",
      1: "GUIDE_TASK_KIND_SHARE",
      2: "GUIDE_TASK_KIND_LEARN",
      3: "GUIDE_TASK_KIND_VISIT",
      4: "GUIDE_TASK_KIND_INSPECT",
      5: "GUIDE_TASK_KIND_NOTICE",
    ]
  }

  /// By what a member shows that he did it.
  package struct ProofKind: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Never returned; INVALID_ARGUMENT UNKNOWN_VALUE.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// Words.
    package static var text: Self { Self(rawValue: 1) }
    /// Pictures, videos or files.
    package static var media: Self { Self(rawValue: 2) }
    /// A number: a score, customers won, cents.
    package static var number: Self { Self(rawValue: 3) }
    /// The answers to the task's check-list.
    package static var checklist: Self { Self(rawValue: 4) }
    /// Where he was.
    package static var position: Self { Self(rawValue: 5) }

    package static let names: [Int32: String] = [
      0: "PROOF_KIND_UNSPECIFIED",
      1: "PROOF_KIND_TEXT",
      2: "PROOF_KIND_MEDIA",
      3: "PROOF_KIND_NUMBER",
      4: "PROOF_KIND_CHECKLIST",
      5: "PROOF_KIND_POSITION",
    ]
  }

  /// One question of a check-list.
  package struct ChecklistItem: Protobuf.Message {
    /// The question: 1 to 128 characters.
    package var question: String = ""
    /// What the answer is. Required.
    package var kind: BroadcastsV1.ChecklistItem.Kind = .init()
    /// Whether a report may leave it unanswered.
    package var mayBeLeftOut: Bool = false

    package init() {}

    package init(
      question: String = "",
      kind: BroadcastsV1.ChecklistItem.Kind = .init(),
      mayBeLeftOut: Bool = false
    ) {
      self.question = question
      self.kind = kind
      self.mayBeLeftOut = mayBeLeftOut
    }

    /// What the answer is.
    package struct Kind: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: INVALID_ARGUMENT UNKNOWN_VALUE.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Whether it is as it should be.
      package static var passed: Self { Self(rawValue: 1) }
      /// A number.
      package static var number: Self { Self(rawValue: 2) }
      /// Words.
      package static var text: Self { Self(rawValue: 3) }

      package static let names: [Int32: String] = [
        0: "KIND_UNSPECIFIED",
        1: "KIND_PASSED",
        2: "KIND_NUMBER",
        3: "KIND_TEXT",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.ChecklistItem" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__checklist_item__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ChecklistItem.self)
      self.question = reader.text(c.pointee.question, "question")
      self.kind = BroadcastsV1.ChecklistItem.Kind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.mayBeLeftOut = c.pointee.may_be_left_out != 0
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ChecklistItem.self)
      c.pointee.question = writer.text(self.question)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.may_be_left_out = self.mayBeLeftOut ? 1 : 0
    }
  }

  /// What is counted of a task, or of the members of one department who have it.
  package struct GuideTaskCounts: Protobuf.Message {
    /// Members who have the task.
    package var memberCount: Int64 = 0
    /// Those who have read it.
    package var readCount: Int64 = 0
    /// Those who have done it.
    package var doneCount: Int64 = 0
    /// Those of them who did it after it was due.
    package var lateCount: Int64 = 0
    /// Those who have not done it although it was due; 0 in a cancelled task.
    package var overdueCount: Int64 = 0
    /// Reports.
    package var reportCount: Int64 = 0
    /// The sum of all members' progress.
    package var progressSum: Int64 = 0

    package init() {}

    package init(
      memberCount: Int64 = 0,
      readCount: Int64 = 0,
      doneCount: Int64 = 0,
      lateCount: Int64 = 0,
      overdueCount: Int64 = 0,
      reportCount: Int64 = 0,
      progressSum: Int64 = 0
    ) {
      self.memberCount = memberCount
      self.readCount = readCount
      self.doneCount = doneCount
      self.lateCount = lateCount
      self.overdueCount = overdueCount
      self.reportCount = reportCount
      self.progressSum = progressSum
    }

    package static var fullName: String { "siyu.broadcasts.v1.GuideTaskCounts" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__guide_task_counts__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GuideTaskCounts.self)
      self.memberCount = c.pointee.member_count
      self.readCount = c.pointee.read_count
      self.doneCount = c.pointee.done_count
      self.lateCount = c.pointee.late_count
      self.overdueCount = c.pointee.overdue_count
      self.reportCount = c.pointee.report_count
      self.progressSum = c.pointee.progress_sum
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GuideTaskCounts.self)
      c.pointee.member_count = self.memberCount
      c.pointee.read_count = self.readCount
      c.pointee.done_count = self.doneCount
      c.pointee.late_count = self.lateCount
      c.pointee.overdue_count = self.overdueCount
      c.pointee.report_count = self.reportCount
      c.pointee.progress_sum = self.progressSum
    }
  }

  /// A guide task 导购任务.
  ///
  /// `content`, `checklist`, `department_ids` and `userids` never change and may be long: GetGuideTask alone
  /// returns them; other replies and events leave them out.
  package struct GuideTask: Protobuf.Message {
    /// Given by the service: `gt` and 30 characters. Output only.
    package var taskID: String = ""
    /// What is to be done. Required.
    package var kind: BroadcastsV1.GuideTaskKind = .init()
    /// What people call it: 1 to 64 characters (policy guide_task_title_characters_max). Required.
    package var title: String = ""
    /// What is to be shared, learned or read; variables as in a broadcast to customers, for who sends it to
    /// fill in. May be absent.
    package var content: BroadcastsV1.Content? = nil
    /// The members of these departments and of all under them: at most 1000 (policy
    /// guide_task_departments_max). The whole corp is 1. These or userids are required.
    package var departmentIDs: [UInt32] = []
    /// These members, ignoring case: at most 10,000 (policy guide_task_userids_max).
    package var userids: [String] = []
    /// When it has to be done; absent: it is never due. It lies ahead (INVALID_ARGUMENT DUE_PAST), at most
    /// 366 days (TOO_FAR, policy guide_task_due_days_max).
    package var dueTime: GoogleProtobuf.Timestamp? = nil
    /// Whether nothing is taken any more once it was due. Otherwise it may be done late. Needs a due_time.
    package var closesWhenDue: Bool = false
    /// How much makes it done: 0, which means 1, to 1,000,000 (policy guide_task_target_max). Three visits
    /// are 3. A notice that requires no proof has 1.
    package var targetCount: Int64 = 0
    /// Whether the numbers of the reports are added up towards target_count. Otherwise each report adds 1.
    /// Needs PROOF_KIND_NUMBER among required_proofs.
    package var sumsNumbers: Bool = false
    /// A report with a smaller number is kept and adds nothing: the score that passes. 0 to 1,000,000,000.
    /// Needs PROOF_KIND_NUMBER among required_proofs.
    package var minNumber: Int64? = nil
    /// What each report has to bring, each kind once. A task with a check-list requires its answers, said
    /// or not.
    package var requiredProofs: [BroadcastsV1.ProofKind] = []
    /// Questions to answer in each report: at most 100 (policy guide_task_checklist_max). Required for
    /// GUIDE_TASK_KIND_INSPECT.
    package var checklist: [BroadcastsV1.ChecklistItem] = []
    /// What is promised for it, in words for people: at most 64 characters.
    package var reward: String = ""
    /// How it stands. Output only.
    package var state: BroadcastsV1.GuideTask.State = .init()
    /// What is counted of all its members. Output only.
    package var counts: BroadcastsV1.GuideTaskCounts? = nil
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When the last member had done it, or it was cancelled; absent before. Output only.
    package var endTime: GoogleProtobuf.Timestamp? = nil
    /// Whether it is for one 任务领取: whichever of its members claims it by ClaimGuideTask does it, alone, and
    /// it is finished when he has done it; overdue_count is then 1 at most. It has at most 1000 members
    /// (RESOURCE_EXHAUSTED TOO_MANY_MEMBERS, policy guide_task_claimants_max), such as those of one store.
    /// Not for a notice without required proofs, which all read (INVALID_ARGUMENT NOT_FOR_ONE).
    package var forOne: Bool = false
    /// Who has claimed it; empty while nobody has. Output only.
    package var claimUserid: String = ""
    /// When he claimed it; absent while nobody has. Output only.
    package var claimTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      taskID: String = "",
      kind: BroadcastsV1.GuideTaskKind = .init(),
      title: String = "",
      content: BroadcastsV1.Content? = nil,
      departmentIDs: [UInt32] = [],
      userids: [String] = [],
      dueTime: GoogleProtobuf.Timestamp? = nil,
      closesWhenDue: Bool = false,
      targetCount: Int64 = 0,
      sumsNumbers: Bool = false,
      minNumber: Int64? = nil,
      requiredProofs: [BroadcastsV1.ProofKind] = [],
      checklist: [BroadcastsV1.ChecklistItem] = [],
      reward: String = "",
      state: BroadcastsV1.GuideTask.State = .init(),
      counts: BroadcastsV1.GuideTaskCounts? = nil,
      createTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil,
      forOne: Bool = false,
      claimUserid: String = "",
      claimTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.taskID = taskID
      self.kind = kind
      self.title = title
      self.content = content
      self.departmentIDs = departmentIDs
      self.userids = userids
      self.dueTime = dueTime
      self.closesWhenDue = closesWhenDue
      self.targetCount = targetCount
      self.sumsNumbers = sumsNumbers
      self.minNumber = minNumber
      self.requiredProofs = requiredProofs
      self.checklist = checklist
      self.reward = reward
      self.state = state
      self.counts = counts
      self.createTime = createTime
      self.endTime = endTime
      self.forOne = forOne
      self.claimUserid = claimUserid
      self.claimTime = claimTime
    }

    /// How a task stands.
    package struct State: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Members have not done it, and it is not due.
      package static var active: Self { Self(rawValue: 1) }
      /// Members have not done it although it was due.
      package static var overdue: Self { Self(rawValue: 2) }
      /// All members have done it. Final.
      package static var finished: Self { Self(rawValue: 3) }
      /// Somebody ended it. Final.
      package static var cancelled: Self { Self(rawValue: 4) }

      package static let names: [Int32: String] = [
        0: "STATE_UNSPECIFIED",
        1: "STATE_ACTIVE",
        2: "STATE_OVERDUE",
        3: "STATE_FINISHED",
        4: "STATE_CANCELLED",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.GuideTask" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__guide_task__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GuideTask.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.kind = BroadcastsV1.GuideTaskKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.title = reader.text(c.pointee.title, "title")
      self.content = reader.message(c.pointee.content, "content")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
      self.dueTime = reader.message(c.pointee.due_time, "due_time")
      self.closesWhenDue = c.pointee.closes_when_due != 0
      self.targetCount = c.pointee.target_count
      self.sumsNumbers = c.pointee.sums_numbers != 0
      self.minNumber = c.pointee._min_number_case.rawValue == 11 ? c.pointee.min_number : nil
      self.requiredProofs = reader.values(c.pointee.n_required_proofs, c.pointee.required_proofs)
      self.checklist = reader.messages(c.pointee.n_checklist, c.pointee.checklist, "checklist")
      self.reward = reader.text(c.pointee.reward, "reward")
      self.state = BroadcastsV1.GuideTask.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.counts = reader.message(c.pointee.counts, "counts")
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
      self.forOne = c.pointee.for_one != 0
      self.claimUserid = reader.text(c.pointee.claim_userid, "claim_userid")
      self.claimTime = reader.message(c.pointee.claim_time, "claim_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GuideTask.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.title = writer.text(self.title)
      c.pointee.content = writer.message(self.content)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
      c.pointee.due_time = writer.message(self.dueTime)
      c.pointee.closes_when_due = self.closesWhenDue ? 1 : 0
      c.pointee.target_count = self.targetCount
      c.pointee.sums_numbers = self.sumsNumbers ? 1 : 0
      if let value = self.minNumber {
        c.pointee._min_number_case = .init(rawValue: 11)
        c.pointee.min_number = value
      }
      c.pointee.required_proofs = writer.values(self.requiredProofs, &c.pointee.n_required_proofs)
      c.pointee.checklist = writer.messages(self.checklist, &c.pointee.n_checklist)
      c.pointee.reward = writer.text(self.reward)
      c.pointee.state = writer.value(self.state)
      c.pointee.counts = writer.message(self.counts)
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.end_time = writer.message(self.endTime)
      c.pointee.for_one = self.forOne ? 1 : 0
      c.pointee.claim_userid = writer.text(self.claimUserid)
      c.pointee.claim_time = writer.message(self.claimTime)
    }
  }

  /// Asks for a new task.
  package struct CreateGuideTaskRequest: Protobuf.MutatingRequest {
    /// The task; what is output only is ignored. Required.
    package var guideTask: BroadcastsV1.GuideTask? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      guideTask: BroadcastsV1.GuideTask? = nil,
      requestID: String = ""
    ) {
      self.guideTask = guideTask
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CreateGuideTaskRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__create_guide_task_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CreateGuideTaskRequest.self)
      self.guideTask = reader.message(c.pointee.guide_task, "guide_task")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CreateGuideTaskRequest.self)
      c.pointee.guide_task = writer.message(self.guideTask)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one task.
  package struct GetGuideTaskRequest: Protobuf.Message {
    /// Its task_id. Required.
    package var taskID: String = ""

    package init() {}

    package init(
      taskID: String = ""
    ) {
      self.taskID = taskID
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetGuideTaskRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_guide_task_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetGuideTaskRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetGuideTaskRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
    }
  }

  /// Asks for the tasks.
  package struct ListGuideTasksRequest: Protobuf.PagedRequest {
    /// Only those of this kind; unspecified means all.
    package var kind: BroadcastsV1.GuideTaskKind = .init()
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      kind: BroadcastsV1.GuideTaskKind = .init(),
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.kind = kind
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGuideTasksRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_guide_tasks_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGuideTasksRequest.self)
      self.kind = BroadcastsV1.GuideTaskKind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGuideTasksRequest.self)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of tasks.
  package struct ListGuideTasksResponse: Protobuf.Message {
    /// The tasks, newest first, without content, check-list and scope.
    package var guideTasks: [BroadcastsV1.GuideTask] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      guideTasks: [BroadcastsV1.GuideTask] = [],
      nextPageToken: String = ""
    ) {
      self.guideTasks = guideTasks
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGuideTasksResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_guide_tasks_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGuideTasksResponse.self)
      self.guideTasks = reader.messages(c.pointee.n_guide_tasks, c.pointee.guide_tasks, "guide_tasks")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGuideTasksResponse.self)
      c.pointee.guide_tasks = writer.messages(self.guideTasks, &c.pointee.n_guide_tasks)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the end of a task.
  package struct CancelGuideTaskRequest: Protobuf.MutatingRequest {
    /// Its task_id. Required.
    package var taskID: String = ""
    /// Makes the call repeatable; see CreateGuideTaskRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      taskID: String = "",
      requestID: String = ""
    ) {
      self.taskID = taskID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CancelGuideTaskRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__cancel_guide_task_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CancelGuideTaskRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CancelGuideTaskRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a reminder.
  package struct RemindGuideTaskRequest: Protobuf.MutatingRequest {
    /// Its task_id. Required.
    package var taskID: String = ""
    /// Makes the call repeatable; see CreateGuideTaskRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      taskID: String = "",
      requestID: String = ""
    ) {
      self.taskID = taskID
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.RemindGuideTaskRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__remind_guide_task_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RemindGuideTaskRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RemindGuideTaskRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What a reminder did.
  package struct RemindGuideTaskResponse: Protobuf.Message {
    /// Members reminded: those who have not done it; of a task for one who has claimed it, or everybody.
    package var remindedCount: Int64 = 0
    /// Reminders the task may still have in these 24 hours.
    package var leftCount: Int32 = 0

    package init() {}

    package init(
      remindedCount: Int64 = 0,
      leftCount: Int32 = 0
    ) {
      self.remindedCount = remindedCount
      self.leftCount = leftCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.RemindGuideTaskResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__remind_guide_task_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RemindGuideTaskResponse.self)
      self.remindedCount = c.pointee.reminded_count
      self.leftCount = c.pointee.left_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RemindGuideTaskResponse.self)
      c.pointee.reminded_count = self.remindedCount
      c.pointee.left_count = self.leftCount
    }
  }

  /// What is counted of one department's members.
  package struct GuideTaskDepartment: Protobuf.Message {
    /// The department.
    package var departmentID: UInt32 = 0
    /// Of its members, and of those of all under it, who have the task.
    package var counts: BroadcastsV1.GuideTaskCounts? = nil

    package init() {}

    package init(
      departmentID: UInt32 = 0,
      counts: BroadcastsV1.GuideTaskCounts? = nil
    ) {
      self.departmentID = departmentID
      self.counts = counts
    }

    package static var fullName: String { "siyu.broadcasts.v1.GuideTaskDepartment" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__guide_task_department__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GuideTaskDepartment.self)
      self.departmentID = c.pointee.department_id
      self.counts = reader.message(c.pointee.counts, "counts")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GuideTaskDepartment.self)
      c.pointee.department_id = self.departmentID
      c.pointee.counts = writer.message(self.counts)
    }
  }

  /// Asks for the departments of a task.
  package struct ListGuideTaskDepartmentsRequest: Protobuf.PagedRequest {
    /// The task. Required.
    package var taskID: String = ""
    /// The department whose children are meant. Required; the root is 1.
    package var parentid: UInt32 = 0
    /// How many to return at most; see ListGuideTasksRequest.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      taskID: String = "",
      parentid: UInt32 = 0,
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.taskID = taskID
      self.parentid = parentid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGuideTaskDepartmentsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_guide_task_departments_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGuideTaskDepartmentsRequest.self)
      self.taskID = reader.text(c.pointee.task_id, "task_id")
      self.parentid = c.pointee.parentid
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGuideTaskDepartmentsRequest.self)
      c.pointee.task_id = writer.text(self.taskID)
      c.pointee.parentid = self.parentid
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of departments.
  package struct ListGuideTaskDepartmentsResponse: Protobuf.Message {
    /// The departments, by their ids.
    package var departments: [BroadcastsV1.GuideTaskDepartment] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      departments: [BroadcastsV1.GuideTaskDepartment] = [],
      nextPageToken: String = ""
    ) {
      self.departments = departments
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListGuideTaskDepartmentsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_guide_task_departments_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListGuideTaskDepartmentsResponse.self)
      self.departments = reader.messages(c.pointee.n_departments, c.pointee.departments, "departments")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListGuideTaskDepartmentsResponse.self)
      c.pointee.departments = writer.messages(self.departments, &c.pointee.n_departments)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
