// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps the tasks of a broadcast's members: one for each member through whom it goes.
  package protocol MemberTaskServiceProtocol: Swift.Sendable {
    /// Lists the tasks of a broadcast, in a fixed order. NOT_FOUND 41047 when there is no such
    /// broadcast, UNAVAILABLE 41063 while it is planned. Stands for WeCom's
    /// externalcontact/get_groupmsg_task.
    func listMemberTasks(_ request: BroadcastsV1.ListMemberTasksRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListMemberTasksResponse
    /// Confirms a task, as the member does in his client: from now on channels may lease its
    /// deliveries. NOT_FOUND when the broadcast (41047) or the member's task is unknown, UNAVAILABLE
    /// 41063 while the broadcast is planned, FAILED_PRECONDITION TASK_ALREADY_CONFIRMED the second
    /// time and when the broadcast was cancelled (41093) or failed.
    func confirmMemberTask(_ request: BroadcastsV1.ConfirmMemberTaskRequest, _ call: RPC.Call) async throws -> BroadcastsV1.MemberTask
  }

  /// The methods of `siyu.broadcasts.v1.MemberTaskService`, and its routes.
  package enum MemberTaskService {
    package static let listMemberTasks = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.MemberTaskService", name: "ListMemberTasks",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.member_tasks.read"),
      dataScope: RPC.DataScopeRule(BroadcastsV1.ListMemberTasksRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })
    package static let confirmMemberTask = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.MemberTaskService", name: "ConfirmMemberTask",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.member_tasks.write"), mutates: true,
      dataScope: RPC.DataScopeRule(BroadcastsV1.ConfirmMemberTaskRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userid")
        reading.add(member: request.userid)
      })

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.MemberTaskService",
      methods: [listMemberTasks, confirmMemberTask])

    package static func routes(_ service: some MemberTaskServiceProtocol) -> [RPC.Route] {
      [
        .unary(listMemberTasks) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListMemberTasksRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMemberTasks(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(confirmMemberTask) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ConfirmMemberTaskRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.confirmMemberTask(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.MemberTaskService` over a channel.
  package struct MemberTaskServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Lists the tasks of a broadcast, in a fixed order. NOT_FOUND 41047 when there is no such
    /// broadcast, UNAVAILABLE 41063 while it is planned. Stands for WeCom's
    /// externalcontact/get_groupmsg_task.
    package func listMemberTasks(_ request: BroadcastsV1.ListMemberTasksRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListMemberTasksResponse {
      try await channel.unary(MemberTaskService.listMemberTasks, request, options)
    }

    /// Confirms a task, as the member does in his client: from now on channels may lease its
    /// deliveries. NOT_FOUND when the broadcast (41047) or the member's task is unknown, UNAVAILABLE
    /// 41063 while the broadcast is planned, FAILED_PRECONDITION TASK_ALREADY_CONFIRMED the second
    /// time and when the broadcast was cancelled (41093) or failed.
    package func confirmMemberTask(_ request: BroadcastsV1.ConfirmMemberTaskRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.MemberTask {
      try await channel.unary(MemberTaskService.confirmMemberTask, request, options)
    }
  }

  /// One member's part of a broadcast.
  package struct MemberTask: Protobuf.Message {
    /// The broadcast's msgid.
    package var msgid: String = ""
    /// The member's userid.
    package var userid: String = ""
    /// How far it got.
    package var state: BroadcastsV1.MemberTask.State = .init()
    /// Recipients the member has to send to. 0 when all of his are held out: then nothing waits for
    /// his confirmation.
    package var recipientCount: Int64 = 0
    /// When he confirmed; absent before.
    package var confirmTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      msgid: String = "",
      userid: String = "",
      state: BroadcastsV1.MemberTask.State = .init(),
      recipientCount: Int64 = 0,
      confirmTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.msgid = msgid
      self.userid = userid
      self.state = state
      self.recipientCount = recipientCount
      self.confirmTime = confirmTime
    }

    /// How far a task got.
    package struct State: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// The member has not confirmed. WeCom's status 0.
      package static var unconfirmed: Self { Self(rawValue: 1) }
      /// The member has confirmed. WeCom's status 2.
      package static var confirmed: Self { Self(rawValue: 2) }
      /// The broadcast was cancelled, or failed, before he confirmed. WeCom's status 0.
      package static var cancelled: Self { Self(rawValue: 3) }

      package static let names: [Int32: String] = [
        0: "STATE_UNSPECIFIED",
        1: "STATE_UNCONFIRMED",
        2: "STATE_CONFIRMED",
        3: "STATE_CANCELLED",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.MemberTask" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__member_task__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__MemberTask.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.state = BroadcastsV1.MemberTask.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.recipientCount = c.pointee.recipient_count
      self.confirmTime = reader.message(c.pointee.confirm_time, "confirm_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__MemberTask.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.state = writer.value(self.state)
      c.pointee.recipient_count = self.recipientCount
      c.pointee.confirm_time = writer.message(self.confirmTime)
    }
  }

  /// Asks for the tasks of a broadcast.
  package struct ListMemberTasksRequest: Protobuf.PagedRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""
    /// Only this member's task, in upper or lower case; empty means all. One without a task has none listed.
    package var userid: String = ""

    package init() {}

    package init(
      msgid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = "",
      userid: String = ""
    ) {
      self.msgid = msgid
      self.pageSize = pageSize
      self.pageToken = pageToken
      self.userid = userid
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberTasksRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_tasks_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberTasksRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
      self.userid = reader.text(c.pointee.userid, "userid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberTasksRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
      c.pointee.userid = writer.text(self.userid)
    }
  }

  /// A page of tasks.
  package struct ListMemberTasksResponse: Protobuf.Message {
    /// The tasks.
    package var memberTasks: [BroadcastsV1.MemberTask] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      memberTasks: [BroadcastsV1.MemberTask] = [],
      nextPageToken: String = ""
    ) {
      self.memberTasks = memberTasks
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListMemberTasksResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_member_tasks_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListMemberTasksResponse.self)
      self.memberTasks = reader.messages(c.pointee.n_member_tasks, c.pointee.member_tasks, "member_tasks")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListMemberTasksResponse.self)
      c.pointee.member_tasks = writer.messages(self.memberTasks, &c.pointee.n_member_tasks)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for a member's confirmation.
  package struct ConfirmMemberTaskRequest: Protobuf.MutatingRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// The member's userid, in upper or lower case. Required.
    package var userid: String = ""
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      msgid: String = "",
      userid: String = "",
      requestID: String = ""
    ) {
      self.msgid = msgid
      self.userid = userid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.ConfirmMemberTaskRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__confirm_member_task_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ConfirmMemberTaskRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ConfirmMemberTaskRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }
}
