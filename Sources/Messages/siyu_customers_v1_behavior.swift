// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Tells what members did with their customers, day by day. Days begin at 0 o'clock in UTC+8.
  package protocol BehaviorServiceProtocol: Swift.Sendable {
    /// Returns one row for each day of the interval, each summed over all members asked for: ask for
    /// one member to have his own numbers. Counters are kept with each change, never counted up.
    /// INVALID_ARGUMENT when nobody is asked for or the interval is longer than 30 days or begins more
    /// than 180 days ago, NOT_FOUND (errcode 60003) for a department that directory has not told of.
    /// Members without customers are no error. Stands for externalcontact/get_user_behavior_data.
    func getUserBehaviorData(_ request: CustomersV1.GetUserBehaviorDataRequest, _ call: RPC.Call) async throws -> CustomersV1.GetUserBehaviorDataResponse
    /// Lists the same of each member by himself, as a table to take away: one row for each member and day
    /// of the interval on which anything was counted, by when the members were first seen here, then by
    /// day. A call looks at 1000 members at most, however many there are: a page may be short, or empty,
    /// and not the last. INVALID_ARGUMENT for an interval that GetUserBehaviorData would not take. Stands
    /// for no WeCom API.
    func listMemberBehavior(_ request: CustomersV1.ListMemberBehaviorRequest, _ call: RPC.Call) async throws -> CustomersV1.ListMemberBehaviorResponse
  }

  /// The methods of `siyu.customers.v1.BehaviorService`, and its routes.
  package enum BehaviorService {
    package static let getUserBehaviorData = RPC.MethodDescriptor(
      service: "siyu.customers.v1.BehaviorService", name: "GetUserBehaviorData",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.behavior.read"),
      dataScope: RPC.DataScopeRule(CustomersV1.GetUserBehaviorDataRequest.self) { request, reading in
        reading.entry(.given)
        reading.field("userids")
        reading.add(members: request.userids)
        reading.field("department_ids")
        reading.add(departments: request.departmentIDs)
      })
    package static let listMemberBehavior = RPC.MethodDescriptor(
      service: "siyu.customers.v1.BehaviorService", name: "ListMemberBehavior",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.behavior.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.BehaviorService",
      methods: [getUserBehaviorData, listMemberBehavior])

    package static func routes(_ service: some BehaviorServiceProtocol) -> [RPC.Route] {
      [
        .unary(getUserBehaviorData) { bytes, call in
          guard let request = call.begin(CustomersV1.GetUserBehaviorDataRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getUserBehaviorData(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listMemberBehavior) { bytes, call in
          guard let request = call.begin(CustomersV1.ListMemberBehaviorRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listMemberBehavior(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.BehaviorService` over a channel.
  package struct BehaviorServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns one row for each day of the interval, each summed over all members asked for: ask for
    /// one member to have his own numbers. Counters are kept with each change, never counted up.
    /// INVALID_ARGUMENT when nobody is asked for or the interval is longer than 30 days or begins more
    /// than 180 days ago, NOT_FOUND (errcode 60003) for a department that directory has not told of.
    /// Members without customers are no error. Stands for externalcontact/get_user_behavior_data.
    package func getUserBehaviorData(_ request: CustomersV1.GetUserBehaviorDataRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.GetUserBehaviorDataResponse {
      try await channel.unary(BehaviorService.getUserBehaviorData, request, options)
    }

    /// Lists the same of each member by himself, as a table to take away: one row for each member and day
    /// of the interval on which anything was counted, by when the members were first seen here, then by
    /// day. A call looks at 1000 members at most, however many there are: a page may be short, or empty,
    /// and not the last. INVALID_ARGUMENT for an interval that GetUserBehaviorData would not take. Stands
    /// for no WeCom API.
    package func listMemberBehavior(_ request: CustomersV1.ListMemberBehaviorRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.ListMemberBehaviorResponse {
      try await channel.unary(BehaviorService.listMemberBehavior, request, options)
    }
  }

  /// Asks what members did.
  package struct GetUserBehaviorDataRequest: Protobuf.Message {
    /// The members, ignoring case: at most 100. May be empty when department_ids is not (errcode
    /// 40058). A member counts once, however often he is named.
    package var userids: [String] = []
    /// The members of these departments and of all under them, as directory has told: at most 100.
    package var departmentIDs: [UInt32] = []
    /// The first day: a moment of it. Required.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// The last day: a moment of it. Required; not before start_time.
    package var endTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      userids: [String] = [],
      departmentIDs: [UInt32] = [],
      startTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.userids = userids
      self.departmentIDs = departmentIDs
      self.startTime = startTime
      self.endTime = endTime
    }

    package static var fullName: String { "siyu.customers.v1.GetUserBehaviorDataRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_user_behavior_data_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetUserBehaviorDataRequest.self)
      self.userids = reader.texts(c.pointee.n_userids, c.pointee.userids, "userids")
      self.departmentIDs = reader.numbers(c.pointee.n_department_ids, c.pointee.department_ids)
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetUserBehaviorDataRequest.self)
      c.pointee.userids = writer.texts(self.userids, &c.pointee.n_userids)
      c.pointee.department_ids = writer.numbers(self.departmentIDs, &c.pointee.n_department_ids)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.end_time = writer.message(self.endTime)
    }
  }

  /// What members did.
  package struct GetUserBehaviorDataResponse: Protobuf.Message {
    /// The days of the interval, ascending, those on which nothing was done too.
    package var behaviorData: [CustomersV1.BehaviorDay] = []

    package init() {}

    package init(
      behaviorData: [CustomersV1.BehaviorDay] = []
    ) {
      self.behaviorData = behaviorData
    }

    package static var fullName: String { "siyu.customers.v1.GetUserBehaviorDataResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__get_user_behavior_data_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__GetUserBehaviorDataResponse.self)
      self.behaviorData = reader.messages(c.pointee.n_behavior_data, c.pointee.behavior_data, "behavior_data")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__GetUserBehaviorDataResponse.self)
      c.pointee.behavior_data = writer.messages(self.behaviorData, &c.pointee.n_behavior_data)
    }
  }

  /// What members did on one day.
  package struct BehaviorDay: Protobuf.Message {
    /// When the day began.
    package var statTime: GoogleProtobuf.Timestamp? = nil
    /// Friend requests the members sent 发起申请数.
    package var newApplyCnt: Int64 = 0
    /// Customers newly added 新增客户数: relations that began on this day, also again.
    package var newContactCnt: Int64 = 0
    /// Chats, of a member and a customer alone, in which the member sent a message 聊天总数.
    package var chatCnt: Int64 = 0
    /// Messages the members sent in such chats 发送消息数.
    package var messageCnt: Int64 = 0
    /// Of the chats that a customer opened, those the member answered on the same day, in per cent
    /// 已回复聊天占比: 60.25 is 60.25 %. Absent when no customer opened one.
    package var replyPercentage: Double? = nil
    /// How long customers who were answered waited for the first answer, on average, in minutes
    /// 平均首次回复时长. Absent when none was.
    package var avgReplyTime: Double? = nil
    /// Customers who deleted or blocked a member 删除/拉黑成员的客户数.
    package var negativeFeedbackCnt: Int64 = 0

    package init() {}

    package init(
      statTime: GoogleProtobuf.Timestamp? = nil,
      newApplyCnt: Int64 = 0,
      newContactCnt: Int64 = 0,
      chatCnt: Int64 = 0,
      messageCnt: Int64 = 0,
      replyPercentage: Double? = nil,
      avgReplyTime: Double? = nil,
      negativeFeedbackCnt: Int64 = 0
    ) {
      self.statTime = statTime
      self.newApplyCnt = newApplyCnt
      self.newContactCnt = newContactCnt
      self.chatCnt = chatCnt
      self.messageCnt = messageCnt
      self.replyPercentage = replyPercentage
      self.avgReplyTime = avgReplyTime
      self.negativeFeedbackCnt = negativeFeedbackCnt
    }

    package static var fullName: String { "siyu.customers.v1.BehaviorDay" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__behavior_day__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__BehaviorDay.self)
      self.statTime = reader.message(c.pointee.stat_time, "stat_time")
      self.newApplyCnt = c.pointee.new_apply_cnt
      self.newContactCnt = c.pointee.new_contact_cnt
      self.chatCnt = c.pointee.chat_cnt
      self.messageCnt = c.pointee.message_cnt
      self.replyPercentage = c.pointee._reply_percentage_case.rawValue == 6 ? c.pointee.reply_percentage : nil
      self.avgReplyTime = c.pointee._avg_reply_time_case.rawValue == 7 ? c.pointee.avg_reply_time : nil
      self.negativeFeedbackCnt = c.pointee.negative_feedback_cnt
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__BehaviorDay.self)
      c.pointee.stat_time = writer.message(self.statTime)
      c.pointee.new_apply_cnt = self.newApplyCnt
      c.pointee.new_contact_cnt = self.newContactCnt
      c.pointee.chat_cnt = self.chatCnt
      c.pointee.message_cnt = self.messageCnt
      if let value = self.replyPercentage {
        c.pointee._reply_percentage_case = .init(rawValue: 6)
        c.pointee.reply_percentage = value
      }
      if let value = self.avgReplyTime {
        c.pointee._avg_reply_time_case = .init(rawValue: 7)
        c.pointee.avg_reply_time = value
      }
      c.pointee.negative_feedback_cnt = self.negativeFeedbackCnt
    }
  }

  /// Asks what each member did.
  package struct ListMemberBehaviorRequest: Protobuf.PagedRequest {
    /// The first day: a moment of it. Required.
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// The last day: a moment of it. Required; not before start_time.
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

    package static var fullName: String { "siyu.customers.v1.ListMemberBehaviorRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_member_behavior_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListMemberBehaviorRequest.self)
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListMemberBehaviorRequest.self)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.end_time = writer.message(self.endTime)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of what each member did.
  package struct ListMemberBehaviorResponse: Protobuf.Message {
    /// The rows.
    package var behaviorData: [CustomersV1.MemberBehaviorDay] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      behaviorData: [CustomersV1.MemberBehaviorDay] = [],
      nextPageToken: String = ""
    ) {
      self.behaviorData = behaviorData
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.customers.v1.ListMemberBehaviorResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__list_member_behavior_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__ListMemberBehaviorResponse.self)
      self.behaviorData = reader.messages(c.pointee.n_behavior_data, c.pointee.behavior_data, "behavior_data")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__ListMemberBehaviorResponse.self)
      c.pointee.behavior_data = writer.messages(self.behaviorData, &c.pointee.n_behavior_data)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// What a member did on one day.
  package struct MemberBehaviorDay: Protobuf.Message {
    /// The member.
    package var userid: String = ""
    /// What he did.
    package var day: CustomersV1.BehaviorDay? = nil

    package init() {}

    package init(
      userid: String = "",
      day: CustomersV1.BehaviorDay? = nil
    ) {
      self.userid = userid
      self.day = day
    }

    package static var fullName: String { "siyu.customers.v1.MemberBehaviorDay" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__member_behavior_day__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__MemberBehaviorDay.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.day = reader.message(c.pointee.day, "day")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__MemberBehaviorDay.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.day = writer.message(self.day)
    }
  }
}
