// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Hands deliveries to channels and keeps what became of each.
  ///
  /// A channel is the system that really sends: the official platform, an app, a sandbox. It leases a
  /// batch for some time, sends, and acknowledges. A lease that runs out is leased again, with a
  /// larger lease_token; acknowledgements with the old token are then refused. There is one delivery
  /// for a recipient of a broadcast, and it is settled once. What a channel cannot tell is never guessed:
  /// it says so, and the delivery is leased to nobody else until it is settled.
  ///
  /// A broadcast may name the channels it goes through, in order 渠道次序: what one of them says failed, a
  /// reached quota aside, waits for the next, and is settled by the last alone.
  package protocol DeliveryServiceProtocol: Swift.Sendable {
    /// Lists the deliveries of a broadcast, or of one member's task, in a fixed order. NOT_FOUND when
    /// the broadcast (41047) or the member's task is unknown, UNAVAILABLE 41063 while the broadcast is
    /// planned. Stands for WeCom's externalcontact/get_groupmsg_send_result.
    func listDeliveries(_ request: BroadcastsV1.ListDeliveriesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListDeliveriesResponse
    /// Leases deliveries of confirmed tasks, over all active broadcasts of the corp: first those whose
    /// lease ran out, then those another channel passed on to this one, then new ones, older broadcasts
    /// first. Of a broadcast that names its channels a channel leases what it is to send, and nobody else
    /// does. The rules of delivery hold here: during quiet hours nothing is leased; who has had his quota
    /// is settled as failed with QUOTA_REACHED, and whose relation has ended since has failed with
    /// NOT_A_FRIEND in the first channel. Empty when nothing is waiting or may go out now; retry_time
    /// tells. A call covers at most 16 contents. What a lost answer leased comes round again when the
    /// lease runs out. FAILED_PRECONDITION LEASE_EXPIRED when a request_id is repeated after that: what it
    /// leased may be another channel's now.
    func leaseDeliveries(_ request: BroadcastsV1.LeaseDeliveriesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.LeaseDeliveriesResponse
    /// Lists the deliveries, of all broadcasts, of which a channel cannot tell what became, the longest
    /// ago first. Whoever finds it out settles them by AcknowledgeDeliveries under their lease_token.
    func listUnknownDeliveries(_ request: BroadcastsV1.ListUnknownDeliveriesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListUnknownDeliveriesResponse
    /// Settles leased deliveries as sent or failed, or says that it is not known, in one transaction; what
    /// failed and has another channel waits for that. The same acknowledgement again is taken and changes
    /// nothing. Items that cannot be taken are listed; the others are settled.
    /// A lease that ran out may still be acknowledged as long as nobody leased the delivery again.
    func acknowledgeDeliveries(_ request: BroadcastsV1.AcknowledgeDeliveriesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.AcknowledgeDeliveriesResponse
  }

  /// The methods of `siyu.broadcasts.v1.DeliveryService`, and its routes.
  package enum DeliveryService {
    package static let listDeliveries = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.DeliveryService", name: "ListDeliveries",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.read"))
    package static let leaseDeliveries = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.DeliveryService", name: "LeaseDeliveries",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.write"), mutates: true)
    package static let listUnknownDeliveries = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.DeliveryService", name: "ListUnknownDeliveries",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.read"))
    package static let acknowledgeDeliveries = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.DeliveryService", name: "AcknowledgeDeliveries",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.DeliveryService",
      methods: [listDeliveries, leaseDeliveries, listUnknownDeliveries, acknowledgeDeliveries])

    package static func routes(_ service: some DeliveryServiceProtocol) -> [RPC.Route] {
      [
        .unary(listDeliveries) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListDeliveriesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listDeliveries(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(leaseDeliveries) { bytes, call in
          guard let request = call.begin(BroadcastsV1.LeaseDeliveriesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.leaseDeliveries(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listUnknownDeliveries) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListUnknownDeliveriesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listUnknownDeliveries(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(acknowledgeDeliveries) { bytes, call in
          guard let request = call.begin(BroadcastsV1.AcknowledgeDeliveriesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.acknowledgeDeliveries(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.DeliveryService` over a channel.
  package struct DeliveryServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Lists the deliveries of a broadcast, or of one member's task, in a fixed order. NOT_FOUND when
    /// the broadcast (41047) or the member's task is unknown, UNAVAILABLE 41063 while the broadcast is
    /// planned. Stands for WeCom's externalcontact/get_groupmsg_send_result.
    package func listDeliveries(_ request: BroadcastsV1.ListDeliveriesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListDeliveriesResponse {
      try await channel.unary(DeliveryService.listDeliveries, request, options)
    }

    /// Leases deliveries of confirmed tasks, over all active broadcasts of the corp: first those whose
    /// lease ran out, then those another channel passed on to this one, then new ones, older broadcasts
    /// first. Of a broadcast that names its channels a channel leases what it is to send, and nobody else
    /// does. The rules of delivery hold here: during quiet hours nothing is leased; who has had his quota
    /// is settled as failed with QUOTA_REACHED, and whose relation has ended since has failed with
    /// NOT_A_FRIEND in the first channel. Empty when nothing is waiting or may go out now; retry_time
    /// tells. A call covers at most 16 contents. What a lost answer leased comes round again when the
    /// lease runs out. FAILED_PRECONDITION LEASE_EXPIRED when a request_id is repeated after that: what it
    /// leased may be another channel's now.
    package func leaseDeliveries(_ request: BroadcastsV1.LeaseDeliveriesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.LeaseDeliveriesResponse {
      try await channel.unary(DeliveryService.leaseDeliveries, request, options)
    }

    /// Lists the deliveries, of all broadcasts, of which a channel cannot tell what became, the longest
    /// ago first. Whoever finds it out settles them by AcknowledgeDeliveries under their lease_token.
    package func listUnknownDeliveries(_ request: BroadcastsV1.ListUnknownDeliveriesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListUnknownDeliveriesResponse {
      try await channel.unary(DeliveryService.listUnknownDeliveries, request, options)
    }

    /// Settles leased deliveries as sent or failed, or says that it is not known, in one transaction; what
    /// failed and has another channel waits for that. The same acknowledgement again is taken and changes
    /// nothing. Items that cannot be taken are listed; the others are settled.
    /// A lease that ran out may still be acknowledged as long as nobody leased the delivery again.
    package func acknowledgeDeliveries(_ request: BroadcastsV1.AcknowledgeDeliveriesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.AcknowledgeDeliveriesResponse {
      try await channel.unary(DeliveryService.acknowledgeDeliveries, request, options)
    }
  }

  /// Why a delivery failed.
  package struct DeliveryFailureReason: Protobuf.OpenEnum {
    package var rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// It did not fail.
    package static var unspecified: Self { Self(rawValue: 0) }
    /// The customer is not, or no more, the member's friend: said by a channel, or known from
    /// customers' feed when a channel would have leased it. WeCom's status 2.
    package static var notAFriend: Self { Self(rawValue: 1) }
    /// He has received as many broadcasts as he may: said by a channel, or counted by SendingRules when
    /// a channel would have leased it. WeCom's status 3.
    package static var quotaReached: Self { Self(rawValue: 2) }
    /// The channel could not send, for another reason.
    package static var channelError: Self { Self(rawValue: 3) }

    package static let names: [Int32: String] = [
      0: "DELIVERY_FAILURE_REASON_UNSPECIFIED",
      1: "DELIVERY_FAILURE_REASON_NOT_A_FRIEND",
      2: "DELIVERY_FAILURE_REASON_QUOTA_REACHED",
      3: "DELIVERY_FAILURE_REASON_CHANNEL_ERROR",
    ]
  }

  /// One recipient's part of a broadcast.
  package struct Delivery: Protobuf.Message {
    /// The id, given by the plan: the same for ever.
    package var deliveryID: String = ""
    /// The broadcast's msgid.
    package var msgid: String = ""
    /// The member through whom it goes.
    package var userid: String = ""
    /// The recipient.
    package var recipient: Recipient? = nil
    /// How far it got.
    package var state: BroadcastsV1.Delivery.State = .init()
    /// Why it failed.
    package var failureReason: BroadcastsV1.DeliveryFailureReason = .init()
    /// What the channel said of the failure: at most 256 bytes.
    package var failureDetail: String = ""
    /// When it was acknowledged as sent or failed, or left out when a channel would have leased it;
    /// absent before.
    package var settleTime: GoogleProtobuf.Timestamp? = nil
    /// Conversions recorded against it.
    package var conversionCount: Int64 = 0
    /// The sum of their amounts, in cents.
    package var amountCents: Int64 = 0
    /// Which of the broadcast's variants he gets, from 1; 0 when it has none, and for who is held out.
    package var variant: Int32 = 0
    /// In STATE_UNKNOWN, the fencing number that it is settled under; 0 otherwise.
    package var leaseToken: Int64 = 0
    /// The channel that it waits for, or that settled it; empty where the broadcast names none.
    package var channelID: String = ""
    /// The channels that could not send it before, in order, each with its reason.
    package var failedAttempts: [BroadcastsV1.FailedAttempt] = []

    package init() {}

    package init(
      deliveryID: String = "",
      msgid: String = "",
      userid: String = "",
      recipient: Recipient? = nil,
      state: BroadcastsV1.Delivery.State = .init(),
      failureReason: BroadcastsV1.DeliveryFailureReason = .init(),
      failureDetail: String = "",
      settleTime: GoogleProtobuf.Timestamp? = nil,
      conversionCount: Int64 = 0,
      amountCents: Int64 = 0,
      variant: Int32 = 0,
      leaseToken: Int64 = 0,
      channelID: String = "",
      failedAttempts: [BroadcastsV1.FailedAttempt] = []
    ) {
      self.deliveryID = deliveryID
      self.msgid = msgid
      self.userid = userid
      self.recipient = recipient
      self.state = state
      self.failureReason = failureReason
      self.failureDetail = failureDetail
      self.settleTime = settleTime
      self.conversionCount = conversionCount
      self.amountCents = amountCents
      self.variant = variant
      self.leaseToken = leaseToken
      self.channelID = channelID
      self.failedAttempts = failedAttempts
    }

    /// The recipient.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    /// How far a delivery got.
    package struct State: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Waits for the member or for a channel. WeCom's status 0.
      package static var pending: Self { Self(rawValue: 1) }
      /// A channel holds it. WeCom's status 0.
      package static var leased: Self { Self(rawValue: 2) }
      /// Sent. Final. WeCom's status 1.
      package static var sent: Self { Self(rawValue: 3) }
      /// Failed for the reason in failure_reason. Final. WeCom's status 2 or 3.
      package static var failed: Self { Self(rawValue: 4) }
      /// The broadcast was cancelled or failed before a channel leased it. Final. WeCom's status 0.
      package static var stopped: Self { Self(rawValue: 5) }
      /// Belongs to the control group 对照组: it is never sent. Final. WeCom has no such thing.
      package static var heldOut: Self { Self(rawValue: 6) }
      /// Its channel cannot tell whether it was sent; it is leased to nobody else until it is settled.
      /// Counted as leased. WeCom's status 0.
      package static var unknown: Self { Self(rawValue: 7) }

      package static let names: [Int32: String] = [
        0: "STATE_UNSPECIFIED",
        1: "STATE_PENDING",
        2: "STATE_LEASED",
        3: "STATE_SENT",
        4: "STATE_FAILED",
        5: "STATE_STOPPED",
        6: "STATE_HELD_OUT",
        7: "STATE_UNKNOWN",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Delivery" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__delivery__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Delivery.self)
      self.deliveryID = reader.text(c.pointee.delivery_id, "delivery_id")
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.userid = reader.text(c.pointee.userid, "userid")
      switch c.pointee.recipient_case.rawValue {
      case 4: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 5: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.state = BroadcastsV1.Delivery.State(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
      self.failureReason = BroadcastsV1.DeliveryFailureReason(rawValue: Int32(truncatingIfNeeded: c.pointee.failure_reason.rawValue))
      self.failureDetail = reader.text(c.pointee.failure_detail, "failure_detail")
      self.settleTime = reader.message(c.pointee.settle_time, "settle_time")
      self.conversionCount = c.pointee.conversion_count
      self.amountCents = c.pointee.amount_cents
      self.variant = c.pointee.variant
      self.leaseToken = c.pointee.lease_token
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
      self.failedAttempts = reader.messages(c.pointee.n_failed_attempts, c.pointee.failed_attempts, "failed_attempts")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Delivery.self)
      c.pointee.delivery_id = writer.text(self.deliveryID)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.userid = writer.text(self.userid)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 4)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 5)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
      c.pointee.state = writer.value(self.state)
      c.pointee.failure_reason = writer.value(self.failureReason)
      c.pointee.failure_detail = writer.text(self.failureDetail)
      c.pointee.settle_time = writer.message(self.settleTime)
      c.pointee.conversion_count = self.conversionCount
      c.pointee.amount_cents = self.amountCents
      c.pointee.variant = self.variant
      c.pointee.lease_token = self.leaseToken
      c.pointee.channel_id = writer.text(self.channelID)
      c.pointee.failed_attempts = writer.messages(self.failedAttempts, &c.pointee.n_failed_attempts)
    }
  }

  /// What one channel could not send, and passed on to the next.
  package struct FailedAttempt: Protobuf.Message {
    /// The channel.
    package var channelID: String = ""
    /// Why it failed.
    package var failureReason: BroadcastsV1.DeliveryFailureReason = .init()
    /// What the channel said of the failure: at most 256 bytes.
    package var failureDetail: String = ""
    /// When it failed.
    package var attemptTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      channelID: String = "",
      failureReason: BroadcastsV1.DeliveryFailureReason = .init(),
      failureDetail: String = "",
      attemptTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.channelID = channelID
      self.failureReason = failureReason
      self.failureDetail = failureDetail
      self.attemptTime = attemptTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.FailedAttempt" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__failed_attempt__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__FailedAttempt.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
      self.failureReason = BroadcastsV1.DeliveryFailureReason(rawValue: Int32(truncatingIfNeeded: c.pointee.failure_reason.rawValue))
      self.failureDetail = reader.text(c.pointee.failure_detail, "failure_detail")
      self.attemptTime = reader.message(c.pointee.attempt_time, "attempt_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__FailedAttempt.self)
      c.pointee.channel_id = writer.text(self.channelID)
      c.pointee.failure_reason = writer.value(self.failureReason)
      c.pointee.failure_detail = writer.text(self.failureDetail)
      c.pointee.attempt_time = writer.message(self.attemptTime)
    }
  }

  /// Asks for deliveries.
  package struct ListDeliveriesRequest: Protobuf.PagedRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// Only those of this member's task; empty means all.
    package var userid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      msgid: String = "",
      userid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.msgid = msgid
      self.userid = userid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListDeliveriesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_deliveries_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListDeliveriesRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListDeliveriesRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of deliveries.
  package struct ListDeliveriesResponse: Protobuf.Message {
    /// The deliveries.
    package var deliveries: [BroadcastsV1.Delivery] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      deliveries: [BroadcastsV1.Delivery] = [],
      nextPageToken: String = ""
    ) {
      self.deliveries = deliveries
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListDeliveriesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_deliveries_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListDeliveriesResponse.self)
      self.deliveries = reader.messages(c.pointee.n_deliveries, c.pointee.deliveries, "deliveries")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListDeliveriesResponse.self)
      c.pointee.deliveries = writer.messages(self.deliveries, &c.pointee.n_deliveries)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }

  /// Asks for work.
  package struct LeaseDeliveriesRequest: Protobuf.MutatingRequest {
    /// Who asks: the channel's name, 1 to 64 letters, digits, '_' or '-'. Required.
    package var channelID: String = ""
    /// How many at most: 1 to 1000; 0 means 100.
    package var maxCount: Int32 = 0
    /// How long the channel may take: 1 to 3600 seconds; 0 means 60.
    package var leaseSeconds: Int32 = 0
    /// Makes the call repeatable while its leases run: 1 to 64 printable ASCII characters. Empty: a
    /// repetition leases others.
    package var requestID: String = ""

    package init() {}

    package init(
      channelID: String = "",
      maxCount: Int32 = 0,
      leaseSeconds: Int32 = 0,
      requestID: String = ""
    ) {
      self.channelID = channelID
      self.maxCount = maxCount
      self.leaseSeconds = leaseSeconds
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.LeaseDeliveriesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lease_deliveries_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LeaseDeliveriesRequest.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
      self.maxCount = c.pointee.max_count
      self.leaseSeconds = c.pointee.lease_seconds
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LeaseDeliveriesRequest.self)
      c.pointee.channel_id = writer.text(self.channelID)
      c.pointee.max_count = self.maxCount
      c.pointee.lease_seconds = self.leaseSeconds
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Work for a channel.
  package struct LeaseDeliveriesResponse: Protobuf.Message {
    /// The deliveries.
    package var deliveries: [BroadcastsV1.LeasedDelivery] = []
    /// What to send: each content that occurs in `deliveries`, once.
    package var contents: [BroadcastsV1.LeasedContent] = []
    /// When the leases run out; absent when there are none.
    package var leaseExpireTime: GoogleProtobuf.Timestamp? = nil
    /// When to ask again though fewer came than were asked for: at the end of the quiet hours, when the
    /// channel's pace (ChannelService) lets it have more, or at once when the call left out so many
    /// that it stopped. Absent otherwise.
    package var retryTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      deliveries: [BroadcastsV1.LeasedDelivery] = [],
      contents: [BroadcastsV1.LeasedContent] = [],
      leaseExpireTime: GoogleProtobuf.Timestamp? = nil,
      retryTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.deliveries = deliveries
      self.contents = contents
      self.leaseExpireTime = leaseExpireTime
      self.retryTime = retryTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.LeaseDeliveriesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lease_deliveries_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LeaseDeliveriesResponse.self)
      self.deliveries = reader.messages(c.pointee.n_deliveries, c.pointee.deliveries, "deliveries")
      self.contents = reader.messages(c.pointee.n_contents, c.pointee.contents, "contents")
      self.leaseExpireTime = reader.message(c.pointee.lease_expire_time, "lease_expire_time")
      self.retryTime = reader.message(c.pointee.retry_time, "retry_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LeaseDeliveriesResponse.self)
      c.pointee.deliveries = writer.messages(self.deliveries, &c.pointee.n_deliveries)
      c.pointee.contents = writer.messages(self.contents, &c.pointee.n_contents)
      c.pointee.lease_expire_time = writer.message(self.leaseExpireTime)
      c.pointee.retry_time = writer.message(self.retryTime)
    }
  }

  /// A delivery a channel holds.
  package struct LeasedDelivery: Protobuf.Message {
    /// The delivery.
    package var deliveryID: String = ""
    /// The broadcast's msgid; what to send stands in `contents` under it and `variant`.
    package var msgid: String = ""
    /// The member in whose name it is sent.
    package var userid: String = ""
    /// The recipient.
    package var recipient: Recipient? = nil
    /// The fencing number: to be given back with the acknowledgement. Larger with each lease.
    package var leaseToken: Int64 = 0
    /// Which of the broadcast's variants he gets, from 1; 0 when it has none.
    package var variant: Int32 = 0
    /// What to send to him, variables filled in: only where his content in `contents` has any. When
    /// customers cannot be asked for the values, the call fails UNAVAILABLE, and what it leased comes
    /// round again.
    package var content: BroadcastsV1.Content? = nil

    package init() {}

    package init(
      deliveryID: String = "",
      msgid: String = "",
      userid: String = "",
      recipient: Recipient? = nil,
      leaseToken: Int64 = 0,
      variant: Int32 = 0,
      content: BroadcastsV1.Content? = nil
    ) {
      self.deliveryID = deliveryID
      self.msgid = msgid
      self.userid = userid
      self.recipient = recipient
      self.leaseToken = leaseToken
      self.variant = variant
      self.content = content
    }

    /// The recipient.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.LeasedDelivery" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__leased_delivery__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LeasedDelivery.self)
      self.deliveryID = reader.text(c.pointee.delivery_id, "delivery_id")
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.userid = reader.text(c.pointee.userid, "userid")
      switch c.pointee.recipient_case.rawValue {
      case 4: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 5: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.leaseToken = c.pointee.lease_token
      self.variant = c.pointee.variant
      self.content = reader.message(c.pointee.content, "content")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LeasedDelivery.self)
      c.pointee.delivery_id = writer.text(self.deliveryID)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.userid = writer.text(self.userid)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 4)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 5)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
      c.pointee.lease_token = self.leaseToken
      c.pointee.variant = self.variant
      c.pointee.content = writer.message(self.content)
    }
  }

  /// What a broadcast says, for the channel that sends it.
  package struct LeasedContent: Protobuf.Message {
    /// The broadcast's msgid.
    package var msgid: String = ""
    /// Text and attachments.
    package var content: BroadcastsV1.Content? = nil
    /// Which of the broadcast's variants it is, from 1; 0 when it has none.
    package var variant: Int32 = 0

    package init() {}

    package init(
      msgid: String = "",
      content: BroadcastsV1.Content? = nil,
      variant: Int32 = 0
    ) {
      self.msgid = msgid
      self.content = content
      self.variant = variant
    }

    package static var fullName: String { "siyu.broadcasts.v1.LeasedContent" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__leased_content__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LeasedContent.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.content = reader.message(c.pointee.content, "content")
      self.variant = c.pointee.variant
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LeasedContent.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.content = writer.message(self.content)
      c.pointee.variant = self.variant
    }
  }

  /// Settles deliveries.
  package struct AcknowledgeDeliveriesRequest: Protobuf.MutatingRequest {
    /// The acknowledgements: 1 to 1000, carried out in the order given.
    package var acknowledgements: [BroadcastsV1.Acknowledgement] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe:
    /// each acknowledgement is repeatable by its lease_token.
    package var requestID: String = ""

    package init() {}

    package init(
      acknowledgements: [BroadcastsV1.Acknowledgement] = [],
      requestID: String = ""
    ) {
      self.acknowledgements = acknowledgements
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.AcknowledgeDeliveriesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__acknowledge_deliveries_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__AcknowledgeDeliveriesRequest.self)
      self.acknowledgements = reader.messages(c.pointee.n_acknowledgements, c.pointee.acknowledgements, "acknowledgements")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__AcknowledgeDeliveriesRequest.self)
      c.pointee.acknowledgements = writer.messages(self.acknowledgements, &c.pointee.n_acknowledgements)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of one delivery.
  package struct Acknowledgement: Protobuf.Message {
    /// The delivery; the item fails with DELIVERY_NOT_FOUND when it is unknown.
    package var deliveryID: String = ""
    /// The fencing number of the lease; the item fails with STALE_LEASE when it is not the newest, or
    /// the delivery was never leased.
    package var leaseToken: Int64 = 0
    /// What became of it; the item fails with ALREADY_SETTLED when the delivery was settled otherwise
    /// under the same lease.
    package var outcome: BroadcastsV1.Acknowledgement.Outcome = .init()
    /// Why it failed; for OUTCOME_FAILED, where not saying means CHANNEL_ERROR.
    package var failureReason: BroadcastsV1.DeliveryFailureReason = .init()
    /// What the channel has to say of the failure: at most 256 bytes of UTF-8.
    package var failureDetail: String = ""

    package init() {}

    package init(
      deliveryID: String = "",
      leaseToken: Int64 = 0,
      outcome: BroadcastsV1.Acknowledgement.Outcome = .init(),
      failureReason: BroadcastsV1.DeliveryFailureReason = .init(),
      failureDetail: String = ""
    ) {
      self.deliveryID = deliveryID
      self.leaseToken = leaseToken
      self.outcome = outcome
      self.failureReason = failureReason
      self.failureDetail = failureDetail
    }

    /// What a channel did.
    package struct Outcome: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: the item fails with UNKNOWN_OUTCOME.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// It was sent.
      package static var sent: Self { Self(rawValue: 1) }
      /// It was not sent and will not be.
      package static var failed: Self { Self(rawValue: 2) }
      /// It cannot tell, and will later: until then nobody else leases the delivery. One that was settled
      /// under the lease fails with ALREADY_SETTLED.
      package static var unknown: Self { Self(rawValue: 3) }

      package static let names: [Int32: String] = [
        0: "OUTCOME_UNSPECIFIED",
        1: "OUTCOME_SENT",
        2: "OUTCOME_FAILED",
        3: "OUTCOME_UNKNOWN",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Acknowledgement" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__acknowledgement__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Acknowledgement.self)
      self.deliveryID = reader.text(c.pointee.delivery_id, "delivery_id")
      self.leaseToken = c.pointee.lease_token
      self.outcome = BroadcastsV1.Acknowledgement.Outcome(rawValue: Int32(truncatingIfNeeded: c.pointee.outcome.rawValue))
      self.failureReason = BroadcastsV1.DeliveryFailureReason(rawValue: Int32(truncatingIfNeeded: c.pointee.failure_reason.rawValue))
      self.failureDetail = reader.text(c.pointee.failure_detail, "failure_detail")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Acknowledgement.self)
      c.pointee.delivery_id = writer.text(self.deliveryID)
      c.pointee.lease_token = self.leaseToken
      c.pointee.outcome = writer.value(self.outcome)
      c.pointee.failure_reason = writer.value(self.failureReason)
      c.pointee.failure_detail = writer.text(self.failureDetail)
    }
  }

  /// What became of the acknowledgements.
  package struct AcknowledgeDeliveriesResponse: Protobuf.Message {
    /// Deliveries settled now.
    package var settledCount: Int64 = 0
    /// Acknowledgements that had been taken before.
    package var repeatedCount: Int64 = 0
    /// Those that were left out, in the order given; `key` is the delivery_id.
    package var failures: [CommonV1.ItemFailure] = []
    /// How many were left out.
    package var failedCount: Int64 = 0
    /// Deliveries that are not known from now on.
    package var unknownCount: Int64 = 0
    /// Deliveries that failed here and wait for the next channel of their broadcast.
    package var passedOnCount: Int64 = 0

    package init() {}

    package init(
      settledCount: Int64 = 0,
      repeatedCount: Int64 = 0,
      failures: [CommonV1.ItemFailure] = [],
      failedCount: Int64 = 0,
      unknownCount: Int64 = 0,
      passedOnCount: Int64 = 0
    ) {
      self.settledCount = settledCount
      self.repeatedCount = repeatedCount
      self.failures = failures
      self.failedCount = failedCount
      self.unknownCount = unknownCount
      self.passedOnCount = passedOnCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.AcknowledgeDeliveriesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__acknowledge_deliveries_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__AcknowledgeDeliveriesResponse.self)
      self.settledCount = c.pointee.settled_count
      self.repeatedCount = c.pointee.repeated_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
      self.unknownCount = c.pointee.unknown_count
      self.passedOnCount = c.pointee.passed_on_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__AcknowledgeDeliveriesResponse.self)
      c.pointee.settled_count = self.settledCount
      c.pointee.repeated_count = self.repeatedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
      c.pointee.unknown_count = self.unknownCount
      c.pointee.passed_on_count = self.passedOnCount
    }
  }

  /// Asks for what is not known.
  package struct ListUnknownDeliveriesRequest: Protobuf.PagedRequest {
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

    package static var fullName: String { "siyu.broadcasts.v1.ListUnknownDeliveriesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_unknown_deliveries_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListUnknownDeliveriesRequest.self)
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListUnknownDeliveriesRequest.self)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of what is not known.
  package struct ListUnknownDeliveriesResponse: Protobuf.Message {
    /// The deliveries.
    package var deliveries: [BroadcastsV1.Delivery] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      deliveries: [BroadcastsV1.Delivery] = [],
      nextPageToken: String = ""
    ) {
      self.deliveries = deliveries
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListUnknownDeliveriesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_unknown_deliveries_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListUnknownDeliveriesResponse.self)
      self.deliveries = reader.messages(c.pointee.n_deliveries, c.pointee.deliveries, "deliveries")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListUnknownDeliveriesResponse.self)
      c.pointee.deliveries = writer.messages(self.deliveries, &c.pointee.n_deliveries)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
