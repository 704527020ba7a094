// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Decides which welcome a customer gets, and hands it to channels. A welcome code comes with the
  /// adding, in customers' change feed; it lives 20 seconds and works once.
  ///
  /// When a code comes, the rule is chosen and the decision recorded at once. A channel then leases the
  /// welcome: the code is claimed from customers for it, so that of all who have the code the first
  /// wins. It sends, and acknowledges. A welcome is handed to one channel, once: when that dies, it is not
  /// sent again by another, for nobody knows whether it was sent. It uses no broadcast quota.
  package protocol WelcomeServiceProtocol: Swift.Sendable {
    /// Sends a content of the caller's own with a code, instead of what the rules say: claims the code
    /// at once, and leaves the welcome for the next channel. INVALID_ARGUMENT naming the field, with
    /// errcode 41049 without a code; FAILED_PRECONDITION WELCOME_CODE_INVALID (41050) when it is unknown
    /// or has expired, WELCOME_ALREADY_SENT (41051) when a welcome was sent or the two have begun to
    /// chat; ABORTED WELCOME_BEING_SENT (41096) while somebody else is sending: try again. Stands for
    /// WeCom's externalcontact/send_welcome_msg.
    func sendWelcome(_ request: BroadcastsV1.SendWelcomeRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Welcome
    /// Hands waiting welcomes to a channel, the oldest first, their codes claimed and their variables
    /// filled in; the value of a customer's variable is taken as absent when customers cannot be asked
    /// for it. Those whose code somebody else used, or that came too late, are settled as such and left
    /// out; those whose code somebody else holds wait on. Empty when nothing waits: the event
    /// welcome_decided tells when to ask. UNAVAILABLE when customers cannot be asked for the codes: all
    /// wait on.
    func leaseWelcomes(_ request: BroadcastsV1.LeaseWelcomesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.LeaseWelcomesResponse
    /// Settles leased welcomes as sent or failed, in one transaction, after customers was told that the
    /// code is used up or, for a failure, free again. The same acknowledgement again is taken and
    /// changes nothing. Items that cannot be taken are listed; the others are settled. UNAVAILABLE when
    /// customers cannot be told: nothing is settled, try again.
    func acknowledgeWelcomes(_ request: BroadcastsV1.AcknowledgeWelcomesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.AcknowledgeWelcomesResponse
    /// Returns the welcome of a code; NOT_FOUND WELCOME_NOT_FOUND when the code never came, or more than
    /// 180 days ago (policy welcome_kept_days).
    func getWelcome(_ request: BroadcastsV1.GetWelcomeRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Welcome
    /// Lists welcomes, newest first, without their content.
    func listWelcomes(_ request: BroadcastsV1.ListWelcomesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListWelcomesResponse
  }

  /// The methods of `siyu.broadcasts.v1.WelcomeService`, and its routes.
  package enum WelcomeService {
    package static let sendWelcome = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeService", name: "SendWelcome",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcomes.send"), mutates: true)
    package static let leaseWelcomes = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeService", name: "LeaseWelcomes",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcomes.write"), mutates: true)
    package static let acknowledgeWelcomes = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeService", name: "AcknowledgeWelcomes",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcomes.write"), mutates: true)
    package static let getWelcome = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeService", name: "GetWelcome",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcomes.read"))
    package static let listWelcomes = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.WelcomeService", name: "ListWelcomes",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.welcomes.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.WelcomeService",
      methods: [sendWelcome, leaseWelcomes, acknowledgeWelcomes, getWelcome, listWelcomes])

    package static func routes(_ service: some WelcomeServiceProtocol) -> [RPC.Route] {
      [
        .unary(sendWelcome) { bytes, call in
          guard let request = call.begin(BroadcastsV1.SendWelcomeRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.sendWelcome(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(leaseWelcomes) { bytes, call in
          guard let request = call.begin(BroadcastsV1.LeaseWelcomesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.leaseWelcomes(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(acknowledgeWelcomes) { bytes, call in
          guard let request = call.begin(BroadcastsV1.AcknowledgeWelcomesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.acknowledgeWelcomes(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getWelcome) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetWelcomeRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getWelcome(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listWelcomes) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListWelcomesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listWelcomes(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.WelcomeService` over a channel.
  package struct WelcomeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Sends a content of the caller's own with a code, instead of what the rules say: claims the code
    /// at once, and leaves the welcome for the next channel. INVALID_ARGUMENT naming the field, with
    /// errcode 41049 without a code; FAILED_PRECONDITION WELCOME_CODE_INVALID (41050) when it is unknown
    /// or has expired, WELCOME_ALREADY_SENT (41051) when a welcome was sent or the two have begun to
    /// chat; ABORTED WELCOME_BEING_SENT (41096) while somebody else is sending: try again. Stands for
    /// WeCom's externalcontact/send_welcome_msg.
    package func sendWelcome(_ request: BroadcastsV1.SendWelcomeRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Welcome {
      try await channel.unary(WelcomeService.sendWelcome, request, options)
    }

    /// Hands waiting welcomes to a channel, the oldest first, their codes claimed and their variables
    /// filled in; the value of a customer's variable is taken as absent when customers cannot be asked
    /// for it. Those whose code somebody else used, or that came too late, are settled as such and left
    /// out; those whose code somebody else holds wait on. Empty when nothing waits: the event
    /// welcome_decided tells when to ask. UNAVAILABLE when customers cannot be asked for the codes: all
    /// wait on.
    package func leaseWelcomes(_ request: BroadcastsV1.LeaseWelcomesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.LeaseWelcomesResponse {
      try await channel.unary(WelcomeService.leaseWelcomes, request, options)
    }

    /// Settles leased welcomes as sent or failed, in one transaction, after customers was told that the
    /// code is used up or, for a failure, free again. The same acknowledgement again is taken and
    /// changes nothing. Items that cannot be taken are listed; the others are settled. UNAVAILABLE when
    /// customers cannot be told: nothing is settled, try again.
    package func acknowledgeWelcomes(_ request: BroadcastsV1.AcknowledgeWelcomesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.AcknowledgeWelcomesResponse {
      try await channel.unary(WelcomeService.acknowledgeWelcomes, request, options)
    }

    /// Returns the welcome of a code; NOT_FOUND WELCOME_NOT_FOUND when the code never came, or more than
    /// 180 days ago (policy welcome_kept_days).
    package func getWelcome(_ request: BroadcastsV1.GetWelcomeRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Welcome {
      try await channel.unary(WelcomeService.getWelcome, request, options)
    }

    /// Lists welcomes, newest first, without their content.
    package func listWelcomes(_ request: BroadcastsV1.ListWelcomesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListWelcomesResponse {
      try await channel.unary(WelcomeService.listWelcomes, request, options)
    }
  }

  /// What was decided about one welcome code, and what became of it.
  package struct Welcome: Protobuf.Message {
    /// The code.
    package var welcomeCode: String = ""
    /// The member in whose name it is sent.
    package var userid: String = ""
    /// The customer.
    package var externalUserid: String = ""
    /// The contact way he came by; empty when it is not known, because SendWelcome came first.
    package var configID: String = ""
    /// Its channel 渠道.
    package var state: String = ""
    /// How far it got.
    package var status: BroadcastsV1.Welcome.Status = .init()
    /// The rule that held; empty for none and for SendWelcome. The rule may be gone by now.
    package var ruleID: String = ""
    /// By what the rule held.
    package var reach: BroadcastsV1.WelcomeReach = .init()
    /// What is said, variables as written; absent when nothing is. GetWelcome alone returns it.
    package var content: BroadcastsV1.Content? = nil
    /// When the customer was added; when SendWelcome claimed the code, if that came first.
    package var addTime: GoogleProtobuf.Timestamp? = nil
    /// When it was decided.
    package var decideTime: GoogleProtobuf.Timestamp? = nil
    /// When the code expires: 20 seconds after add_time (policy welcome_code_seconds).
    package var expireTime: GoogleProtobuf.Timestamp? = nil
    /// When it came to its end; absent before, and for NO_RULE.
    package var settleTime: GoogleProtobuf.Timestamp? = nil
    /// What the channel said of a failure: at most 256 bytes.
    package var failureDetail: String = ""

    package init() {}

    package init(
      welcomeCode: String = "",
      userid: String = "",
      externalUserid: String = "",
      configID: String = "",
      state: String = "",
      status: BroadcastsV1.Welcome.Status = .init(),
      ruleID: String = "",
      reach: BroadcastsV1.WelcomeReach = .init(),
      content: BroadcastsV1.Content? = nil,
      addTime: GoogleProtobuf.Timestamp? = nil,
      decideTime: GoogleProtobuf.Timestamp? = nil,
      expireTime: GoogleProtobuf.Timestamp? = nil,
      settleTime: GoogleProtobuf.Timestamp? = nil,
      failureDetail: String = ""
    ) {
      self.welcomeCode = welcomeCode
      self.userid = userid
      self.externalUserid = externalUserid
      self.configID = configID
      self.state = state
      self.status = status
      self.ruleID = ruleID
      self.reach = reach
      self.content = content
      self.addTime = addTime
      self.decideTime = decideTime
      self.expireTime = expireTime
      self.settleTime = settleTime
      self.failureDetail = failureDetail
    }

    /// How far it got.
    package struct Status: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// Waits for a channel.
      package static var waiting: Self { Self(rawValue: 1) }
      /// A channel holds it. Final when the channel never says what became of it.
      package static var leased: Self { Self(rawValue: 2) }
      /// Sent. Final.
      package static var sent: Self { Self(rawValue: 3) }
      /// The channel could not send it. Final.
      package static var failed: Self { Self(rawValue: 4) }
      /// No rule held. Final, unless SendWelcome uses the code.
      package static var noRule: Self { Self(rawValue: 5) }
      /// The code expired, or the relation ended, before a channel asked. Final.
      package static var tooLate: Self { Self(rawValue: 6) }
      /// Somebody else used the code first, or the two had begun to chat. Final.
      package static var beaten: Self { Self(rawValue: 7) }

      package static let names: [Int32: String] = [
        0: "STATUS_UNSPECIFIED",
        1: "STATUS_WAITING",
        2: "STATUS_LEASED",
        3: "STATUS_SENT",
        4: "STATUS_FAILED",
        5: "STATUS_NO_RULE",
        6: "STATUS_TOO_LATE",
        7: "STATUS_BEATEN",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Welcome" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__welcome__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Welcome.self)
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.configID = reader.text(c.pointee.config_id, "config_id")
      self.state = reader.text(c.pointee.state, "state")
      self.status = BroadcastsV1.Welcome.Status(rawValue: Int32(truncatingIfNeeded: c.pointee.status.rawValue))
      self.ruleID = reader.text(c.pointee.rule_id, "rule_id")
      self.reach = BroadcastsV1.WelcomeReach(rawValue: Int32(truncatingIfNeeded: c.pointee.reach.rawValue))
      self.content = reader.message(c.pointee.content, "content")
      self.addTime = reader.message(c.pointee.add_time, "add_time")
      self.decideTime = reader.message(c.pointee.decide_time, "decide_time")
      self.expireTime = reader.message(c.pointee.expire_time, "expire_time")
      self.settleTime = reader.message(c.pointee.settle_time, "settle_time")
      self.failureDetail = reader.text(c.pointee.failure_detail, "failure_detail")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Welcome.self)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.config_id = writer.text(self.configID)
      c.pointee.state = writer.text(self.state)
      c.pointee.status = writer.value(self.status)
      c.pointee.rule_id = writer.text(self.ruleID)
      c.pointee.reach = writer.value(self.reach)
      c.pointee.content = writer.message(self.content)
      c.pointee.add_time = writer.message(self.addTime)
      c.pointee.decide_time = writer.message(self.decideTime)
      c.pointee.expire_time = writer.message(self.expireTime)
      c.pointee.settle_time = writer.message(self.settleTime)
      c.pointee.failure_detail = writer.text(self.failureDetail)
    }
  }

  /// Asks to send a content of the caller's own.
  package struct SendWelcomeRequest: Protobuf.MutatingRequest {
    /// The code. Required (errcode 41049).
    package var welcomeCode: String = ""
    /// What to say, as in WelcomeRule. Required.
    package var content: BroadcastsV1.Content? = nil
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable, and then who lost the answer finds the code held (41096), by himself.
    package var requestID: String = ""

    package init() {}

    package init(
      welcomeCode: String = "",
      content: BroadcastsV1.Content? = nil,
      requestID: String = ""
    ) {
      self.welcomeCode = welcomeCode
      self.content = content
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.SendWelcomeRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__send_welcome_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__SendWelcomeRequest.self)
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
      self.content = reader.message(c.pointee.content, "content")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__SendWelcomeRequest.self)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
      c.pointee.content = writer.message(self.content)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Asks for welcomes to send.
  package struct LeaseWelcomesRequest: Protobuf.MutatingRequest {
    /// Who asks: the channel's name, 1 to 64 letters, digits, '_' or '-'. Required.
    package var channelID: String = ""
    /// How many at most: 1 to 50; 0 means 20.
    package var maxCount: Int32 = 0
    /// Makes the call repeatable: 1 to 64 printable ASCII characters. The repetition returns those of the
    /// first answer that have not expired. Empty: what a lost answer leased is not leased again.
    package var requestID: String = ""

    package init() {}

    package init(
      channelID: String = "",
      maxCount: Int32 = 0,
      requestID: String = ""
    ) {
      self.channelID = channelID
      self.maxCount = maxCount
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.LeaseWelcomesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lease_welcomes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LeaseWelcomesRequest.self)
      self.channelID = reader.text(c.pointee.channel_id, "channel_id")
      self.maxCount = c.pointee.max_count
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LeaseWelcomesRequest.self)
      c.pointee.channel_id = writer.text(self.channelID)
      c.pointee.max_count = self.maxCount
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Welcomes for a channel.
  package struct LeaseWelcomesResponse: Protobuf.Message {
    /// The welcomes.
    package var welcomes: [BroadcastsV1.LeasedWelcome] = []

    package init() {}

    package init(
      welcomes: [BroadcastsV1.LeasedWelcome] = []
    ) {
      self.welcomes = welcomes
    }

    package static var fullName: String { "siyu.broadcasts.v1.LeaseWelcomesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__lease_welcomes_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LeaseWelcomesResponse.self)
      self.welcomes = reader.messages(c.pointee.n_welcomes, c.pointee.welcomes, "welcomes")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LeaseWelcomesResponse.self)
      c.pointee.welcomes = writer.messages(self.welcomes, &c.pointee.n_welcomes)
    }
  }

  /// A welcome a channel holds.
  package struct LeasedWelcome: Protobuf.Message {
    /// The code, claimed.
    package var welcomeCode: String = ""
    /// The member in whose name it is sent.
    package var userid: String = ""
    /// The customer.
    package var externalUserid: String = ""
    /// The fencing number: to be given back with the acknowledgement.
    package var leaseToken: Int64 = 0
    /// What to send, variables filled in.
    package var content: BroadcastsV1.Content? = nil
    /// When the code expires: what is not sent by then is refused by the platform.
    package var expireTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      welcomeCode: String = "",
      userid: String = "",
      externalUserid: String = "",
      leaseToken: Int64 = 0,
      content: BroadcastsV1.Content? = nil,
      expireTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.welcomeCode = welcomeCode
      self.userid = userid
      self.externalUserid = externalUserid
      self.leaseToken = leaseToken
      self.content = content
      self.expireTime = expireTime
    }

    package static var fullName: String { "siyu.broadcasts.v1.LeasedWelcome" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__leased_welcome__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__LeasedWelcome.self)
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.leaseToken = c.pointee.lease_token
      self.content = reader.message(c.pointee.content, "content")
      self.expireTime = reader.message(c.pointee.expire_time, "expire_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__LeasedWelcome.self)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.lease_token = self.leaseToken
      c.pointee.content = writer.message(self.content)
      c.pointee.expire_time = writer.message(self.expireTime)
    }
  }

  /// Settles welcomes.
  package struct AcknowledgeWelcomesRequest: Protobuf.MutatingRequest {
    /// The acknowledgements: 1 to 50, carried out in the order given.
    package var acknowledgements: [BroadcastsV1.WelcomeAcknowledgement] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe:
    /// each acknowledgement is repeatable by its lease_token.
    package var requestID: String = ""

    package init() {}

    package init(
      acknowledgements: [BroadcastsV1.WelcomeAcknowledgement] = [],
      requestID: String = ""
    ) {
      self.acknowledgements = acknowledgements
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.AcknowledgeWelcomesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__acknowledge_welcomes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__AcknowledgeWelcomesRequest.self)
      self.acknowledgements = reader.messages(c.pointee.n_acknowledgements, c.pointee.acknowledgements, "acknowledgements")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__AcknowledgeWelcomesRequest.self)
      c.pointee.acknowledgements = writer.messages(self.acknowledgements, &c.pointee.n_acknowledgements)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of one welcome.
  package struct WelcomeAcknowledgement: Protobuf.Message {
    /// The code; the item fails with WELCOME_NOT_FOUND when it is unknown.
    package var welcomeCode: String = ""
    /// The fencing number of the lease; the item fails with STALE_LEASE when it is not the welcome's.
    package var leaseToken: Int64 = 0
    /// What became of it; the item fails with ALREADY_SETTLED when it was settled otherwise.
    package var outcome: BroadcastsV1.WelcomeAcknowledgement.Outcome = .init()
    /// What the channel has to say of a failure: at most 256 bytes of UTF-8.
    package var failureDetail: String = ""

    package init() {}

    package init(
      welcomeCode: String = "",
      leaseToken: Int64 = 0,
      outcome: BroadcastsV1.WelcomeAcknowledgement.Outcome = .init(),
      failureDetail: String = ""
    ) {
      self.welcomeCode = welcomeCode
      self.leaseToken = leaseToken
      self.outcome = outcome
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

      package static let names: [Int32: String] = [
        0: "OUTCOME_UNSPECIFIED",
        1: "OUTCOME_SENT",
        2: "OUTCOME_FAILED",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.WelcomeAcknowledgement" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__welcome_acknowledgement__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__WelcomeAcknowledgement.self)
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
      self.leaseToken = c.pointee.lease_token
      self.outcome = BroadcastsV1.WelcomeAcknowledgement.Outcome(rawValue: Int32(truncatingIfNeeded: c.pointee.outcome.rawValue))
      self.failureDetail = reader.text(c.pointee.failure_detail, "failure_detail")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__WelcomeAcknowledgement.self)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
      c.pointee.lease_token = self.leaseToken
      c.pointee.outcome = writer.value(self.outcome)
      c.pointee.failure_detail = writer.text(self.failureDetail)
    }
  }

  /// What became of the acknowledgements.
  package struct AcknowledgeWelcomesResponse: Protobuf.Message {
    /// Welcomes settled now.
    package var settledCount: Int64 = 0
    /// Acknowledgements that had been taken before.
    package var repeatedCount: Int64 = 0
    /// Those that were left out, in the order given; `key` is the welcome_code.
    package var failures: [CommonV1.ItemFailure] = []

    package init() {}

    package init(
      settledCount: Int64 = 0,
      repeatedCount: Int64 = 0,
      failures: [CommonV1.ItemFailure] = []
    ) {
      self.settledCount = settledCount
      self.repeatedCount = repeatedCount
      self.failures = failures
    }

    package static var fullName: String { "siyu.broadcasts.v1.AcknowledgeWelcomesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__acknowledge_welcomes_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__AcknowledgeWelcomesResponse.self)
      self.settledCount = c.pointee.settled_count
      self.repeatedCount = c.pointee.repeated_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__AcknowledgeWelcomesResponse.self)
      c.pointee.settled_count = self.settledCount
      c.pointee.repeated_count = self.repeatedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
    }
  }

  /// Asks for a welcome.
  package struct GetWelcomeRequest: Protobuf.Message {
    /// The code. Required (errcode 41049).
    package var welcomeCode: String = ""

    package init() {}

    package init(
      welcomeCode: String = ""
    ) {
      self.welcomeCode = welcomeCode
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetWelcomeRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_welcome_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetWelcomeRequest.self)
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetWelcomeRequest.self)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
    }
  }

  /// Asks for welcomes.
  package struct ListWelcomesRequest: Protobuf.PagedRequest {
    /// Only those of this member, ignoring case; empty means all.
    package var userid: String = ""
    /// Only those of this customer; empty means all. Excludes userid.
    package var externalUserid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
    package var pageSize: Int32 = 0
    /// Empty, or next_page_token of the page before, with the other arguments unchanged.
    package var pageToken: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      pageSize: Int32 = 0,
      pageToken: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.pageSize = pageSize
      self.pageToken = pageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListWelcomesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_welcomes_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListWelcomesRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListWelcomesRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of welcomes.
  package struct ListWelcomesResponse: Protobuf.Message {
    /// The welcomes, newest first, without their content.
    package var welcomes: [BroadcastsV1.Welcome] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      welcomes: [BroadcastsV1.Welcome] = [],
      nextPageToken: String = ""
    ) {
      self.welcomes = welcomes
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListWelcomesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_welcomes_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListWelcomesResponse.self)
      self.welcomes = reader.messages(c.pointee.n_welcomes, c.pointee.welcomes, "welcomes")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListWelcomesResponse.self)
      c.pointee.welcomes = writer.messages(self.welcomes, &c.pointee.n_welcomes)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
