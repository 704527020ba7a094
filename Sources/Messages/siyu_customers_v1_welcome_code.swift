// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension CustomersV1 {
  /// Verifies welcome codes for who sends welcome messages. A code comes with the event of an adding,
  /// lives 20 seconds, and works once. None is issued when the member has a welcome of his own, when the
  /// two have chatted before, when the code of the half relation was used, and when a member added a
  /// WeCom user.
  package protocol WelcomeCodeServiceProtocol: Swift.Sendable {
    /// Claims a code: who gets an answer sends the message, and then says so by FinishWelcomeCode. Of
    /// several callers the first wins. INVALID_ARGUMENT with errcode 41049 without a code;
    /// FAILED_PRECONDITION with errcode 41050 when it is unknown or has expired, with errcode 41051 when
    /// a message was sent or the two have begun to chat; ABORTED with errcode 41096 while another
    /// caller is sending: try again. Stands for the checks of externalcontact/send_welcome_msg.
    func useWelcomeCode(_ request: CustomersV1.UseWelcomeCodeRequest, _ call: RPC.Call) async throws -> CustomersV1.UseWelcomeCodeResponse
    /// Says what became of a claimed code: sent, it is used up; not sent, it may be claimed again until
    /// it expires. FAILED_PRECONDITION with errcode 41050 when it is unknown or not claimed, with errcode
    /// 41051 when it is used up.
    func finishWelcomeCode(_ request: CustomersV1.FinishWelcomeCodeRequest, _ call: RPC.Call) async throws -> CustomersV1.FinishWelcomeCodeResponse
    /// Says whether a member has a welcome of his own, which the platform sends: then no code is issued
    /// for those who are added to him. Stands for what the admin console configures.
    func setMemberWelcome(_ request: CustomersV1.SetMemberWelcomeRequest, _ call: RPC.Call) async throws -> CustomersV1.SetMemberWelcomeResponse
  }

  /// The methods of `siyu.customers.v1.WelcomeCodeService`, and its routes.
  package enum WelcomeCodeService {
    package static let useWelcomeCode = RPC.MethodDescriptor(
      service: "siyu.customers.v1.WelcomeCodeService", name: "UseWelcomeCode",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.welcome_codes.use"), mutates: true)
    package static let finishWelcomeCode = RPC.MethodDescriptor(
      service: "siyu.customers.v1.WelcomeCodeService", name: "FinishWelcomeCode",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.welcome_codes.use"), mutates: true)
    package static let setMemberWelcome = RPC.MethodDescriptor(
      service: "siyu.customers.v1.WelcomeCodeService", name: "SetMemberWelcome",
      clientStreaming: false, serverStreaming: false,
      right: .scope("customers.welcome_codes.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.customers.v1.WelcomeCodeService",
      methods: [useWelcomeCode, finishWelcomeCode, setMemberWelcome])

    package static func routes(_ service: some WelcomeCodeServiceProtocol) -> [RPC.Route] {
      [
        .unary(useWelcomeCode) { bytes, call in
          guard let request = call.begin(CustomersV1.UseWelcomeCodeRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.useWelcomeCode(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(finishWelcomeCode) { bytes, call in
          guard let request = call.begin(CustomersV1.FinishWelcomeCodeRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.finishWelcomeCode(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(setMemberWelcome) { bytes, call in
          guard let request = call.begin(CustomersV1.SetMemberWelcomeRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.setMemberWelcome(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.customers.v1.WelcomeCodeService` over a channel.
  package struct WelcomeCodeServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Claims a code: who gets an answer sends the message, and then says so by FinishWelcomeCode. Of
    /// several callers the first wins. INVALID_ARGUMENT with errcode 41049 without a code;
    /// FAILED_PRECONDITION with errcode 41050 when it is unknown or has expired, with errcode 41051 when
    /// a message was sent or the two have begun to chat; ABORTED with errcode 41096 while another
    /// caller is sending: try again. Stands for the checks of externalcontact/send_welcome_msg.
    package func useWelcomeCode(_ request: CustomersV1.UseWelcomeCodeRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.UseWelcomeCodeResponse {
      try await channel.unary(WelcomeCodeService.useWelcomeCode, request, options)
    }

    /// Says what became of a claimed code: sent, it is used up; not sent, it may be claimed again until
    /// it expires. FAILED_PRECONDITION with errcode 41050 when it is unknown or not claimed, with errcode
    /// 41051 when it is used up.
    package func finishWelcomeCode(_ request: CustomersV1.FinishWelcomeCodeRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.FinishWelcomeCodeResponse {
      try await channel.unary(WelcomeCodeService.finishWelcomeCode, request, options)
    }

    /// Says whether a member has a welcome of his own, which the platform sends: then no code is issued
    /// for those who are added to him. Stands for what the admin console configures.
    package func setMemberWelcome(_ request: CustomersV1.SetMemberWelcomeRequest, options: RPC.CallOptions = .init()) async throws -> CustomersV1.SetMemberWelcomeResponse {
      try await channel.unary(WelcomeCodeService.setMemberWelcome, request, options)
    }
  }

  /// Asks for the right to send a welcome message.
  package struct UseWelcomeCodeRequest: Protobuf.MutatingRequest {
    /// The code. Required (errcode 41049).
    package var welcomeCode: String = ""
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty: not
    /// repeatable.
    package var requestID: String = ""

    package init() {}

    package init(
      welcomeCode: String = "",
      requestID: String = ""
    ) {
      self.welcomeCode = welcomeCode
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.UseWelcomeCodeRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__use_welcome_code_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UseWelcomeCodeRequest.self)
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UseWelcomeCodeRequest.self)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says to whom the message goes, and through whom.
  package struct UseWelcomeCodeResponse: Protobuf.Message {
    /// The member.
    package var userid: String = ""
    /// The customer.
    package var externalUserid: String = ""
    /// The channel 渠道 he came by.
    package var state: String = ""

    package init() {}

    package init(
      userid: String = "",
      externalUserid: String = "",
      state: String = ""
    ) {
      self.userid = userid
      self.externalUserid = externalUserid
      self.state = state
    }

    package static var fullName: String { "siyu.customers.v1.UseWelcomeCodeResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__use_welcome_code_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__UseWelcomeCodeResponse.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.externalUserid = reader.text(c.pointee.external_userid, "external_userid")
      self.state = reader.text(c.pointee.state, "state")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__UseWelcomeCodeResponse.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.external_userid = writer.text(self.externalUserid)
      c.pointee.state = writer.text(self.state)
    }
  }

  /// Says what became of a claimed code.
  package struct FinishWelcomeCodeRequest: Protobuf.MutatingRequest {
    /// The code. Required (errcode 41049).
    package var welcomeCode: String = ""
    /// Whether the message was sent.
    package var isSent: Bool = false
    /// Makes the call repeatable; see UseWelcomeCodeRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      welcomeCode: String = "",
      isSent: Bool = false,
      requestID: String = ""
    ) {
      self.welcomeCode = welcomeCode
      self.isSent = isSent
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.FinishWelcomeCodeRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__finish_welcome_code_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__FinishWelcomeCodeRequest.self)
      self.welcomeCode = reader.text(c.pointee.welcome_code, "welcome_code")
      self.isSent = c.pointee.is_sent != 0
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__FinishWelcomeCodeRequest.self)
      c.pointee.welcome_code = writer.text(self.welcomeCode)
      c.pointee.is_sent = self.isSent ? 1 : 0
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that it is noted.
  package struct FinishWelcomeCodeResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.FinishWelcomeCodeResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__finish_welcome_code_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }

  /// Says whether a member has a welcome of his own.
  package struct SetMemberWelcomeRequest: Protobuf.MutatingRequest {
    /// The member, ignoring case. Required.
    package var userid: String = ""
    /// Whether he has one.
    package var hasWelcome: Bool = false
    /// Makes the call repeatable; see UseWelcomeCodeRequest.
    package var requestID: String = ""

    package init() {}

    package init(
      userid: String = "",
      hasWelcome: Bool = false,
      requestID: String = ""
    ) {
      self.userid = userid
      self.hasWelcome = hasWelcome
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.customers.v1.SetMemberWelcomeRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__set_member_welcome_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Customers__V1__SetMemberWelcomeRequest.self)
      self.userid = reader.text(c.pointee.userid, "userid")
      self.hasWelcome = c.pointee.has_welcome != 0
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Customers__V1__SetMemberWelcomeRequest.self)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.has_welcome = self.hasWelcome ? 1 : 0
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// Says that it is noted.
  package struct SetMemberWelcomeResponse: Protobuf.Message {
    package init() {}

    package static var fullName: String { "siyu.customers.v1.SetMemberWelcomeResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__customers__v1__set_member_welcome_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
    }
  }
}
