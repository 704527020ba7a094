// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps the broadcasts 企业群发 of a corp.
  ///
  /// Creating one starts a job that asks customers (or communities) who gets it, writes each recipient
  /// once, and leaves one task for each member who has to send. Nothing is sent before the member
  /// confirms his task; then a channel leases the deliveries and says what became of each.
  package protocol BroadcastServiceProtocol: Swift.Sendable {
    /// Creates a broadcast and starts to plan it: the reply is in STATE_PLANNING, `jobid` names the
    /// job. One that needs approval is in STATE_WAITING_APPROVAL instead, without a job; see
    /// ApprovalService. INVALID_ARGUMENT for content, audience, chats or sender that break a rule. Stands for
    /// WeCom's externalcontact/add_msg_template.
    func createBroadcast(_ request: BroadcastsV1.CreateBroadcastRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Broadcast
    /// Returns one broadcast whole; NOT_FOUND 41047 when there is none with the msgid.
    func getBroadcast(_ request: BroadcastsV1.GetBroadcastRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Broadcast
    /// Lists the broadcasts, newest first. Stands for externalcontact/get_groupmsg_list_v2.
    func listBroadcasts(_ request: BroadcastsV1.ListBroadcastsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListBroadcastsResponse
    /// Stops what is not sent: the plan stops, no task can be confirmed, nothing is leased any more.
    /// What is leased already may still be acknowledged; what was sent stays sent.
    /// FAILED_PRECONDITION when the broadcast is finished, failed, refused or cancelled (41093) already.
    /// Stands for externalcontact/cancel_groupmsg_send.
    func cancelBroadcast(_ request: BroadcastsV1.CancelBroadcastRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Broadcast
    /// Reminds the members who have not confirmed; a client learns of it by the feed's
    /// broadcast_reminded. At most 3 times in 24 hours (policy broadcast_reminders_max): over that
    /// RESOURCE_EXHAUSTED 41094. FAILED_PRECONDITION when the broadcast is finished, failed or cancelled
    /// (41093), and NOBODY_TO_REMIND when every member has confirmed; UNAVAILABLE 41063 while it is
    /// planned. Stands for externalcontact/remind_groupmsg_send.
    func remindBroadcast(_ request: BroadcastsV1.RemindBroadcastRequest, _ call: RPC.Call) async throws -> BroadcastsV1.RemindBroadcastResponse
    /// Lists those who were asked for by id and will not get the broadcast, and why. UNAVAILABLE 41063
    /// while the broadcast is planned. Stands for fail_list of externalcontact/add_msg_template.
    func listRefusals(_ request: BroadcastsV1.ListRefusalsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListRefusalsResponse
  }

  /// The methods of `siyu.broadcasts.v1.BroadcastService`, and its routes.
  package enum BroadcastService {
    package static let createBroadcast = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.BroadcastService", name: "CreateBroadcast",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.write"), mutates: true)
    package static let getBroadcast = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.BroadcastService", name: "GetBroadcast",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.read"))
    package static let listBroadcasts = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.BroadcastService", name: "ListBroadcasts",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.read"))
    package static let cancelBroadcast = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.BroadcastService", name: "CancelBroadcast",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.write"), mutates: true)
    package static let remindBroadcast = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.BroadcastService", name: "RemindBroadcast",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.write"), mutates: true)
    package static let listRefusals = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.BroadcastService", name: "ListRefusals",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.broadcasts.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.BroadcastService",
      methods: [createBroadcast, getBroadcast, listBroadcasts, cancelBroadcast, remindBroadcast, listRefusals])

    package static func routes(_ service: some BroadcastServiceProtocol) -> [RPC.Route] {
      [
        .unary(createBroadcast) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CreateBroadcastRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.createBroadcast(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getBroadcast) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetBroadcastRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getBroadcast(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listBroadcasts) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListBroadcastsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listBroadcasts(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(cancelBroadcast) { bytes, call in
          guard let request = call.begin(BroadcastsV1.CancelBroadcastRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.cancelBroadcast(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(remindBroadcast) { bytes, call in
          guard let request = call.begin(BroadcastsV1.RemindBroadcastRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.remindBroadcast(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listRefusals) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListRefusalsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listRefusals(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.BroadcastService` over a channel.
  package struct BroadcastServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Creates a broadcast and starts to plan it: the reply is in STATE_PLANNING, `jobid` names the
    /// job. One that needs approval is in STATE_WAITING_APPROVAL instead, without a job; see
    /// ApprovalService. INVALID_ARGUMENT for content, audience, chats or sender that break a rule. Stands for
    /// WeCom's externalcontact/add_msg_template.
    package func createBroadcast(_ request: BroadcastsV1.CreateBroadcastRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Broadcast {
      try await channel.unary(BroadcastService.createBroadcast, request, options)
    }

    /// Returns one broadcast whole; NOT_FOUND 41047 when there is none with the msgid.
    package func getBroadcast(_ request: BroadcastsV1.GetBroadcastRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Broadcast {
      try await channel.unary(BroadcastService.getBroadcast, request, options)
    }

    /// Lists the broadcasts, newest first. Stands for externalcontact/get_groupmsg_list_v2.
    package func listBroadcasts(_ request: BroadcastsV1.ListBroadcastsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListBroadcastsResponse {
      try await channel.unary(BroadcastService.listBroadcasts, request, options)
    }

    /// Stops what is not sent: the plan stops, no task can be confirmed, nothing is leased any more.
    /// What is leased already may still be acknowledged; what was sent stays sent.
    /// FAILED_PRECONDITION when the broadcast is finished, failed, refused or cancelled (41093) already.
    /// Stands for externalcontact/cancel_groupmsg_send.
    package func cancelBroadcast(_ request: BroadcastsV1.CancelBroadcastRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Broadcast {
      try await channel.unary(BroadcastService.cancelBroadcast, request, options)
    }

    /// Reminds the members who have not confirmed; a client learns of it by the feed's
    /// broadcast_reminded. At most 3 times in 24 hours (policy broadcast_reminders_max): over that
    /// RESOURCE_EXHAUSTED 41094. FAILED_PRECONDITION when the broadcast is finished, failed or cancelled
    /// (41093), and NOBODY_TO_REMIND when every member has confirmed; UNAVAILABLE 41063 while it is
    /// planned. Stands for externalcontact/remind_groupmsg_send.
    package func remindBroadcast(_ request: BroadcastsV1.RemindBroadcastRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.RemindBroadcastResponse {
      try await channel.unary(BroadcastService.remindBroadcast, request, options)
    }

    /// Lists those who were asked for by id and will not get the broadcast, and why. UNAVAILABLE 41063
    /// while the broadcast is planned. Stands for fail_list of externalcontact/add_msg_template.
    package func listRefusals(_ request: BroadcastsV1.ListRefusalsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListRefusalsResponse {
      try await channel.unary(BroadcastService.listRefusals, request, options)
    }
  }

  /// To whom a broadcast goes.
  package struct ChatType: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Not said: taken as CHAT_TYPE_SINGLE.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// To customers, one by one 单聊.
    package static var single: Self { Self(rawValue: 1) }
    /// To customer groups 客户群.
    package static var group: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "CHAT_TYPE_UNSPECIFIED",
      1: "CHAT_TYPE_SINGLE",
      2: "CHAT_TYPE_GROUP",
    ]
  }

  /// Which customers, as LiftService tells them apart: by whether a conversion had been recorded of them
  /// when the plan wrote them down.
  package struct CustomerSegment: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Everybody.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// New customers 新客.
    package static var new: Self { Self(rawValue: 1) }
    /// Old customers 老客.
    package static var old: Self { Self(rawValue: 2) }

    package static let names: [Int32: String] = [
      0: "CUSTOMER_SEGMENT_UNSPECIFIED",
      1: "CUSTOMER_SEGMENT_NEW",
      2: "CUSTOMER_SEGMENT_OLD",
    ]
  }

  /// One of the channels that a broadcast goes through.
  package struct ChannelStep: Protobuf.Message {
    /// The channel, as it names itself in LeaseDeliveries: 1 to 64 letters, digits, '_' or '-'.
    package var channelID: String = ""
    /// What is said through it, such as a short text 短信, whatever the broadcast says elsewhere; absent: the
    /// broadcast's content, or each recipient's variant. INVALID_ARGUMENT NOT_CARRIED, naming the field,
    /// when the channel (ChannelService) cannot carry what is said through it.
    package var content: BroadcastsV1.Content? = nil

    package init() {}

    package init(
      channelID: String = "",
      content: BroadcastsV1.Content? = nil
    ) {
      self.channelID = channelID
      self.content = content
    }

    package static var fullName: String { "siyu.broadcasts.v1.ChannelStep" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__channel_step__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ChannelStep.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
      self.content = reader.message(c.pointee.content, "content")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ChannelStep.self)
      c.pointee.channel_id = writer.text(self.channelID)
      c.pointee.content = writer.message(self.content)
    }
  }

  /// A broadcast 企业群发.
  ///
  /// `content`, `variants`, `offers`, `audience` and `chat_ids` never change and may be long: GetBroadcast
  /// alone returns them; other replies and events leave them out.
  package struct Broadcast: Protobuf.Message {
    /// The id, `msg` and 30 letters and digits. Output only.
    package var msgid: String = ""
    /// A name for reports: at most 64 characters, may be empty, need not be unique.
    package var name: String = ""
    /// To customers or to groups.
    package var chatType: BroadcastsV1.ChatType = .init()
    /// The member who sends, a userid. Required for groups: he must own them. For customers: empty, or
    /// the one member through whom it goes; then audience names neither userids nor department_ids.
    package var sender: String = ""
    /// What is said. Required, unless there are variants.
    package var content: BroadcastsV1.Content? = nil
    /// The customers; for CHAT_TYPE_SINGLE alone. Without a sender it must name something
    /// (INVALID_ARGUMENT 40058): everybody is department_ids of 1. At most 10,000 external_userids and
    /// 100 tags in a tag_list. What customers alone can judge, such as an unknown tag, fails the plan.
    package var audience: CustomersV1.Audience? = nil
    /// The groups; for CHAT_TYPE_GROUP alone, which requires 1 to 2000 of them. Repeated ids count
    /// once.
    package var chatIDs: [String] = []
    /// How far it got. Output only.
    package var state: BroadcastsV1.Broadcast.State = .init()
    /// The job that plans it, for JobService.GetJob; empty before it is approved. Output only.
    package var jobid: String = ""
    /// Recipients written down so far; all of them once it is planned. Output only.
    package var recipientCount: Int64 = 0
    /// Members who have a task, so far; all of them once it is planned. Output only.
    package var memberCount: Int64 = 0
    /// Those asked for by id who will not get it; see ListRefusals. Output only.
    package var refusedCount: Int64 = 0
    /// Why it failed, in UPPER_SNAKE: NO_RECIPIENT, AUDIENCE_MISMATCH, RECIPIENT_REPEATED,
    /// PLAN_REFUSED. Output only.
    package var failureReason: String = ""
    /// Why it failed, in a sentence. Output only.
    package var failureMessage: String = ""
    /// WeCom's errcode for the failure (41048: nobody can be sent to); 0 where it has none. Output
    /// only.
    package var failureErrcode: Int32 = 0
    /// When it was created. Output only.
    package var createTime: GoogleProtobuf.Timestamp? = nil
    /// When the plan was complete. Output only.
    package var planTime: GoogleProtobuf.Timestamp? = nil
    /// When it finished, was cancelled or refused, or failed. Output only.
    package var endTime: GoogleProtobuf.Timestamp? = nil
    /// Several contents of which each recipient gets one 千人千券; instead of `content`. 2 to 10
    /// (INVALID_ARGUMENT), or none.
    package var variants: [BroadcastsV1.Variant] = []
    /// How many of a hundred recipients are held out 对照组: planned, never sent to, and still counted
    /// for conversions, so that GetLift can say what sending brought. 0 to 50 (INVALID_ARGUMENT). Who
    /// they are follows from the seed and the recipient's id alone.
    package var controlPercent: Int32 = 0
    /// What the choice of the held-out and of the variants is drawn with: at most 64 characters. The
    /// same seed holds out the same recipients in each broadcast. Empty: the msgid, each broadcast
    /// draws anew.
    package var seed: String = ""
    /// Whether somebody has to approve it 审批 before it is planned; true, whatever is asked for, while
    /// SendingRules.broadcasts_need_approval is set. It never changes.
    package var needsApproval: Bool = false
    /// What was decided about it; absent before. Output only.
    package var approval: BroadcastsV1.BroadcastApproval? = nil
    /// Offers 优惠 that the contents show, of which each recipient may choose one 千人千券, 5 选 1; see
    /// OfferService. At most 10 (INVALID_ARGUMENT, policy broadcast_offers_max), or none.
    package var offers: [BroadcastsV1.Offer] = []
    /// The channels it goes through, the first first 渠道次序: what one of them could not send, since the
    /// customer is no friend (NOT_A_FRIEND) or for a reason of its own (CHANNEL_ERROR), the next is given,
    /// and each reason is kept. A reached quota is the end: it protects the customer from all of them. At
    /// most 4, each once (INVALID_ARGUMENT, policy broadcast_channels_max); none: any channel may send it.
    package var channels: [BroadcastsV1.ChannelStep] = []

    package init() {}

    package init(
      msgid: String = "",
      name: String = "",
      chatType: BroadcastsV1.ChatType = .init(),
      sender: String = "",
      content: BroadcastsV1.Content? = nil,
      audience: CustomersV1.Audience? = nil,
      chatIDs: [String] = [],
      state: BroadcastsV1.Broadcast.State = .init(),
      jobid: String = "",
      recipientCount: Int64 = 0,
      memberCount: Int64 = 0,
      refusedCount: Int64 = 0,
      failureReason: String = "",
      failureMessage: String = "",
      failureErrcode: Int32 = 0,
      createTime: GoogleProtobuf.Timestamp? = nil,
      planTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil,
      variants: [BroadcastsV1.Variant] = [],
      controlPercent: Int32 = 0,
      seed: String = "",
      needsApproval: Bool = false,
      approval: BroadcastsV1.BroadcastApproval? = nil,
      offers: [BroadcastsV1.Offer] = [],
      channels: [BroadcastsV1.ChannelStep] = []
    ) {
      self.msgid = msgid
      self.name = name
      self.chatType = chatType
      self.sender = sender
      self.content = content
      self.audience = audience
      self.chatIDs = chatIDs
      self.state = state
      self.jobid = jobid
      self.recipientCount = recipientCount
      self.memberCount = memberCount
      self.refusedCount = refusedCount
      self.failureReason = failureReason
      self.failureMessage = failureMessage
      self.failureErrcode = failureErrcode
      self.createTime = createTime
      self.planTime = planTime
      self.endTime = endTime
      self.variants = variants
      self.controlPercent = controlPercent
      self.seed = seed
      self.needsApproval = needsApproval
      self.approval = approval
      self.offers = offers
      self.channels = channels
    }

    /// How far a broadcast got.
    package struct State: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// The recipients are being written down.
      package static var planning: Self { Self(rawValue: 1) }
      /// Members confirm, channels deliver.
      package static var active: Self { Self(rawValue: 2) }
      /// Each recipient was sent to or failed. Final.
      package static var finished: Self { Self(rawValue: 3) }
      /// Somebody stopped it. Final.
      package static var cancelled: Self { Self(rawValue: 4) }
      /// It could not be planned; failure_reason says why. Final.
      package static var failed: Self { Self(rawValue: 5) }
      /// Somebody has to approve it; nothing is planned. What reads or changes its tasks, deliveries or
      /// refusals is FAILED_PRECONDITION WAITING_FOR_APPROVAL until then.
      package static var waitingApproval: Self { Self(rawValue: 6) }
      /// Somebody did not approve it. Final.
      package static var refused: Self { Self(rawValue: 7) }
      /// It was approved after the latest start of its schedule: StartOccurrence plans it. Until then calls
      /// fail as in STATE_WAITING_APPROVAL, with WAITING_FOR_START.
      package static var waitingStart: Self { Self(rawValue: 8) }

      package static let names: [Int32: String] = [
        0: "STATE_UNSPECIFIED",
        1: "STATE_PLANNING",
        2: "STATE_ACTIVE",
        3: "STATE_FINISHED",
        4: "STATE_CANCELLED",
        5: "STATE_FAILED",
        6: "STATE_WAITING_APPROVAL",
        7: "STATE_REFUSED",
        8: "STATE_WAITING_START",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Broadcast" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__broadcast__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Broadcast.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.name = reader.text(c.pointee.name, "name")
      self.chatType = BroadcastsV1.ChatType(rawValue: Int32(truncatingIfNeeded: c.pointee.chat_type.rawValue))
      self.sender = reader.text(c.pointee.sender, "sender")
      self.content = reader.message(c.pointee.content, "content")
      self.audience = reader.message(c.pointee.audience, "audience")
      self.chatIDs = reader.texts(c.pointee.n_chat_ids, c.pointee.chat_ids, "chat_ids")
      self.state = BroadcastsV1.Broadcast.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.jobid = reader.text(c.pointee.jobid, "jobid")
      self.recipientCount = c.pointee.recipient_count
      self.memberCount = c.pointee.member_count
      self.refusedCount = c.pointee.refused_count
      self.failureReason = reader.text(c.pointee.failure_reason, "failure_reason")
      self.failureMessage = reader.text(c.pointee.failure_message, "failure_message")
      self.failureErrcode = c.pointee.failure_errcode
      self.createTime = reader.message(c.pointee.create_time, "create_time")
      self.planTime = reader.message(c.pointee.plan_time, "plan_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
      self.variants = reader.messages(c.pointee.n_variants, c.pointee.variants, "variants")
      self.controlPercent = c.pointee.control_percent
      self.seed = reader.text(c.pointee.seed, "seed")
      self.needsApproval = c.pointee.needs_approval != 0
      self.approval = reader.message(c.pointee.approval, "approval")
      self.offers = reader.messages(c.pointee.n_offers, c.pointee.offers, "offers")
      self.channels = reader.messages(c.pointee.n_channels, c.pointee.channels, "channels")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Broadcast.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.name = writer.text(self.name)
      c.pointee.chat_type = writer.value(self.chatType)
      c.pointee.sender = writer.text(self.sender)
      c.pointee.content = writer.message(self.content)
      c.pointee.audience = writer.message(self.audience)
      c.pointee.chat_ids = writer.texts(self.chatIDs, &c.pointee.n_chat_ids)
      c.pointee.state = writer.value(self.state)
      c.pointee.jobid = writer.text(self.jobid)
      c.pointee.recipient_count = self.recipientCount
      c.pointee.member_count = self.memberCount
      c.pointee.refused_count = self.refusedCount
      c.pointee.failure_reason = writer.text(self.failureReason)
      c.pointee.failure_message = writer.text(self.failureMessage)
      c.pointee.failure_errcode = self.failureErrcode
      c.pointee.create_time = writer.message(self.createTime)
      c.pointee.plan_time = writer.message(self.planTime)
      c.pointee.end_time = writer.message(self.endTime)
      c.pointee.variants = writer.messages(self.variants, &c.pointee.n_variants)
      c.pointee.control_percent = self.controlPercent
      c.pointee.seed = writer.text(self.seed)
      c.pointee.needs_approval = self.needsApproval ? 1 : 0
      c.pointee.approval = writer.message(self.approval)
      c.pointee.offers = writer.messages(self.offers, &c.pointee.n_offers)
      c.pointee.channels = writer.messages(self.channels, &c.pointee.n_channels)
    }
  }

  /// One of a broadcast's offers 优惠: a coupon 券, mostly. What it is worth, and to whom it was given out,
  /// the system knows that gave it its id.
  package struct Offer: Protobuf.Message {
    /// The id: 1 to 64 letters, digits, '_' or '-', unique in the broadcast (OFFER_REPEATED).
    package var offerID: String = ""
    /// A name for reports: 1 to 64 characters.
    package var name: String = ""
    /// Which of the broadcast's variants show it, from 1, each once; empty: all, or the one content.
    package var variants: [Int32] = []

    package init() {}

    package init(
      offerID: String = "",
      name: String = "",
      variants: [Int32] = []
    ) {
      self.offerID = offerID
      self.name = name
      self.variants = variants
    }

    package static var fullName: String { "siyu.broadcasts.v1.Offer" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__offer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Offer.self)
      self.offerID = reader.text(c.pointee.offer_id, "offer_id")
      self.name = reader.text(c.pointee.name, "name")
      self.variants = reader.numbers(c.pointee.n_variants, c.pointee.variants)
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Offer.self)
      c.pointee.offer_id = writer.text(self.offerID)
      c.pointee.name = writer.text(self.name)
      c.pointee.variants = writer.numbers(self.variants, &c.pointee.n_variants)
    }
  }

  /// What somebody decided about a broadcast 审批意见.
  package struct BroadcastApproval: Protobuf.Message {
    /// Whether he approved it; otherwise he refused.
    package var approved: Bool = false
    /// Who, a userid.
    package var userid: String = ""
    /// What he said about it; may be empty.
    package var comment: String = ""
    /// When.
    package var decisionTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      approved: Bool = false,
      userid: String = "",
      comment: String = "",
      decisionTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.approved = approved
      self.userid = userid
      self.comment = comment
      self.decisionTime = decisionTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.BroadcastApproval" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__broadcast_approval__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__BroadcastApproval.self)
      self.approved = c.pointee.approved != 0
      self.userid = reader.text(c.pointee.userid, "userid")
      self.comment = reader.text(c.pointee.comment, "comment")
      self.decisionTime = reader.message(c.pointee.decision_time, "decision_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__BroadcastApproval.self)
      c.pointee.approved = self.approved ? 1 : 0
      c.pointee.userid = writer.text(self.userid)
      c.pointee.comment = writer.text(self.comment)
      c.pointee.decision_time = writer.message(self.decisionTime)
    }
  }

  /// One of a broadcast's contents.
  package struct Variant: Protobuf.Message {
    /// A name for reports: 1 to 64 characters, unique in the broadcast.
    package var name: String = ""
    /// How many get it, in proportion to the others' weights: 1 to 1000.
    package var weight: Int32 = 0
    /// What is said. Required.
    package var content: BroadcastsV1.Content? = nil
    /// For whom it is. Each recipient gets one of those that are for him, by their weights; there has to be
    /// one for new and one for old customers (INVALID_ARGUMENT SEGMENT_LEFT_OUT).
    package var segment: BroadcastsV1.CustomerSegment = .init()

    package init() {}

    package init(
      name: String = "",
      weight: Int32 = 0,
      content: BroadcastsV1.Content? = nil,
      segment: BroadcastsV1.CustomerSegment = .init()
    ) {
      self.name = name
      self.weight = weight
      self.content = content
      self.segment = segment
    }

    package static var fullName: String { "siyu.broadcasts.v1.Variant" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__variant__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Variant.self)
      self.name = reader.text(c.pointee.name, "name")
      self.weight = c.pointee.weight
      self.content = reader.message(c.pointee.content, "content")
      self.segment = BroadcastsV1.CustomerSegment(rawValue: Int32(truncatingIfNeeded: c.pointee.segment.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Variant.self)
      c.pointee.name = writer.text(self.name)
      c.pointee.weight = self.weight
      c.pointee.content = writer.message(self.content)
      c.pointee.segment = writer.value(self.segment)
    }
  }

  /// Asks for a new broadcast.
  package struct CreateBroadcastRequest: Protobuf.MutatingRequest {
    /// The broadcast. `content` is required; what is output only is ignored.
    package var broadcast: BroadcastsV1.Broadcast? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      broadcast: BroadcastsV1.Broadcast? = nil,
      requestID: String = ""
    ) {
      self.broadcast = broadcast
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CreateBroadcastRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__create_broadcast_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CreateBroadcastRequest.self)
      self.broadcast = reader.message(c.pointee.broadcast, "broadcast")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CreateBroadcastRequest.self)
      c.pointee.broadcast = writer.message(self.broadcast)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for one broadcast.
  package struct GetBroadcastRequest: Protobuf.Message {
    /// The broadcast's msgid. Required; INVALID_ARGUMENT 41046 when missing.
    package var msgid: String = ""

    package init() {}

    package init(
      msgid: String = ""
    ) {
      self.msgid = msgid
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetBroadcastRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_broadcast_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetBroadcastRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetBroadcastRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
    }
  }

  /// Asks for the broadcasts.
  package struct ListBroadcastsRequest: Protobuf.PagedRequest {
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""
    /// Those of this kind; not said: of both.
    package var chatType: BroadcastsV1.ChatType = .init()
    /// Those created from this moment on. Given together with end_time (INVALID_ARGUMENT, errcode 40058).
    package var startTime: GoogleProtobuf.Timestamp? = nil
    /// Those created up to this moment, itself included: not before start_time, and at most a month, 31
    /// days, after it (INVALID_ARGUMENT, errcode 40058; policy broadcast_window_days_max).
    package var endTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      pageSize: Int32 = 0,
      pageToken: String = "",
      chatType: BroadcastsV1.ChatType = .init(),
      startTime: GoogleProtobuf.Timestamp? = nil,
      endTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.pageSize = pageSize
      self.pageToken = pageToken
      self.chatType = chatType
      self.startTime = startTime
      self.endTime = endTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListBroadcastsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_broadcasts_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListBroadcastsRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
      self.chatType = BroadcastsV1.ChatType(rawValue: Int32(truncatingIfNeeded: c.pointee.chat_type.rawValue))
      self.startTime = reader.message(c.pointee.start_time, "start_time")
      self.endTime = reader.message(c.pointee.end_time, "end_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListBroadcastsRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
      c.pointee.chat_type = writer.value(self.chatType)
      c.pointee.start_time = writer.message(self.startTime)
      c.pointee.end_time = writer.message(self.endTime)
    }
  }

  /// A page of broadcasts.
  package struct ListBroadcastsResponse: Protobuf.Message {
    /// The broadcasts, newest first, without content, audience and chat_ids.
    package var broadcasts: [BroadcastsV1.Broadcast] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      broadcasts: [BroadcastsV1.Broadcast] = [],
      nextPageToken: String = ""
    ) {
      self.broadcasts = broadcasts
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListBroadcastsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_broadcasts_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListBroadcastsResponse.self)
      self.broadcasts = reader.messages(c.pointee.n_broadcasts, c.pointee.broadcasts, "broadcasts")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListBroadcastsResponse.self)
      c.pointee.broadcasts = writer.messages(self.broadcasts, &c.pointee.n_broadcasts)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for the end of a broadcast.
  package struct CancelBroadcastRequest: Protobuf.MutatingRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// Makes the call repeatable; see CreateBroadcastRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      msgid: String = "",
      requestID: String = ""
    ) {
      self.msgid = msgid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.CancelBroadcastRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__cancel_broadcast_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__CancelBroadcastRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__CancelBroadcastRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for a reminder.
  package struct RemindBroadcastRequest: Protobuf.MutatingRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// Makes the call repeatable; see CreateBroadcastRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      msgid: String = "",
      requestID: String = ""
    ) {
      self.msgid = msgid
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.RemindBroadcastRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__remind_broadcast_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RemindBroadcastRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RemindBroadcastRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What a reminder did.
  package struct RemindBroadcastResponse: Protobuf.Message {
    /// Members reminded: those who have not confirmed.
    package var remindedCount: Int64 = 0
    /// Reminders the broadcast may still have in these 24 hours.
    package var leftCount: Int32 = 0

    package init() {}

    package init(
      remindedCount: Int64 = 0,
      leftCount: Int32 = 0
    ) {
      self.remindedCount = remindedCount
      self.leftCount = leftCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.RemindBroadcastResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__remind_broadcast_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RemindBroadcastResponse.self)
      self.remindedCount = c.pointee.reminded_count
      self.leftCount = c.pointee.left_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RemindBroadcastResponse.self)
      c.pointee.reminded_count = self.remindedCount
      c.pointee.left_count = self.leftCount
    }
  }

  /// One who was asked for by id and will not get the broadcast.
  package struct Refusal: Protobuf.Message {
    /// The external_userid or the chat_id, as it was asked for.
    package var id: String = ""
    /// Why.
    package var reason: BroadcastsV1.Refusal.Reason = .init()

    package init() {}

    package init(
      id: String = "",
      reason: BroadcastsV1.Refusal.Reason = .init()
    ) {
      self.id = id
      self.reason = reason
    }

    /// Why somebody does not get a broadcast.
    package struct Reason: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// The customer is unknown, or has no relation with a member who may send.
      package static var noRelation: Self { Self(rawValue: 1) }
      /// There is no such group, or it was dismissed.
      package static var groupNotFound: Self { Self(rawValue: 2) }
      /// The group is another member's.
      package static var senderNotOwner: Self { Self(rawValue: 3) }
      /// The group gets the same content by another broadcast today; see
      /// SendingRules.refuse_repeated_group_content.
      package static var contentRepeated: Self { Self(rawValue: 4) }

      package static let names: [Int32: String] = [
        0: "REASON_UNSPECIFIED",
        1: "REASON_NO_RELATION",
        2: "REASON_GROUP_NOT_FOUND",
        3: "REASON_SENDER_NOT_OWNER",
        4: "REASON_CONTENT_REPEATED",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Refusal" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__refusal__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Refusal.self)
      self.id = reader.text(c.pointee.id, "id")
      self.reason = BroadcastsV1.Refusal.Reason(rawValue: Int32(truncatingIfNeeded: c.pointee.reason.rawValue))
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Refusal.self)
      c.pointee.id = writer.text(self.id)
      c.pointee.reason = writer.value(self.reason)
    }
  }

  /// Asks for the refusals of a broadcast.
  package struct ListRefusalsRequest: Protobuf.PagedRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// How many to return at most; see ListBroadcastsRequest.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      msgid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.msgid = msgid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListRefusalsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_refusals_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListRefusalsRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListRefusalsRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of refusals.
  package struct ListRefusalsResponse: Protobuf.Message {
    /// The refusals, ascending by id.
    package var refusals: [BroadcastsV1.Refusal] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      refusals: [BroadcastsV1.Refusal] = [],
      nextPageToken: String = ""
    ) {
      self.refusals = refusals
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListRefusalsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_refusals_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListRefusalsResponse.self)
      self.refusals = reader.messages(c.pointee.n_refusals, c.pointee.refusals, "refusals")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListRefusalsResponse.self)
      c.pointee.refusals = writer.messages(self.refusals, &c.pointee.n_refusals)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
