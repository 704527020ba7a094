// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Answers the question of the shop: why did this customer not get it?
  package protocol ExplanationServiceProtocol: Swift.Sendable {
    /// Tells a verdict and every fact behind it, with its time. NOT_FOUND 41047 when there is no such
    /// broadcast; a recipient it was never planned for is an answer, not an error.
    func explainRecipient(_ request: BroadcastsV1.ExplainRecipientRequest, _ call: RPC.Call) async throws -> BroadcastsV1.Explanation
  }

  /// The methods of `siyu.broadcasts.v1.ExplanationService`, and its routes.
  package enum ExplanationService {
    package static let explainRecipient = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ExplanationService", name: "ExplainRecipient",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ExplanationService",
      methods: [explainRecipient])

    package static func routes(_ service: some ExplanationServiceProtocol) -> [RPC.Route] {
      [
        .unary(explainRecipient) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ExplainRecipientRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.explainRecipient(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ExplanationService` over a channel.
  package struct ExplanationServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Tells a verdict and every fact behind it, with its time. NOT_FOUND 41047 when there is no such
    /// broadcast; a recipient it was never planned for is an answer, not an error.
    package func explainRecipient(_ request: BroadcastsV1.ExplainRecipientRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.Explanation {
      try await channel.unary(ExplanationService.explainRecipient, request, options)
    }
  }

  /// Asks about one recipient of a broadcast.
  package struct ExplainRecipientRequest: Protobuf.Message {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// Who. Required.
    package var recipient: Recipient? = nil

    package init() {}

    package init(
      msgid: String = "",
      recipient: Recipient? = nil
    ) {
      self.msgid = msgid
      self.recipient = recipient
    }

    /// Who. Required.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.ExplainRecipientRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__explain_recipient_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ExplainRecipientRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      switch c.pointee.recipient_case.rawValue {
      case 2: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 3: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ExplainRecipientRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 2)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 3)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
    }
  }

  /// Why somebody did or did not get a broadcast.
  package struct Explanation: Protobuf.Message {
    /// The verdict.
    package var verdict: BroadcastsV1.Explanation.Verdict = .init()
    /// The facts, in the order in which they come to bear.
    package var facts: [BroadcastsV1.ExplanationFact] = []
    /// His delivery; absent when he has none.
    package var delivery: BroadcastsV1.Delivery? = nil

    package init() {}

    package init(
      verdict: BroadcastsV1.Explanation.Verdict = .init(),
      facts: [BroadcastsV1.ExplanationFact] = [],
      delivery: BroadcastsV1.Delivery? = nil
    ) {
      self.verdict = verdict
      self.facts = facts
      self.delivery = delivery
    }

    /// What became of it for him, or why nothing has yet.
    package struct Verdict: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// It was sent to him.
      package static var sent: Self { Self(rawValue: 1) }
      /// The broadcast is being planned, or waits for approval or its start; he may come yet.
      package static var waitsForPlan: Self { Self(rawValue: 2) }
      /// The member has not confirmed.
      package static var waitsForMember: Self { Self(rawValue: 3) }
      /// A channel has to lease it.
      package static var waitsForChannel: Self { Self(rawValue: 4) }
      /// As above, and the quiet hours hold it back.
      package static var waitsForQuietHours: Self { Self(rawValue: 5) }
      /// A channel holds it, or its lease ran out.
      package static var leased: Self { Self(rawValue: 6) }
      /// Not, or no more, the member's friend. WeCom's status 2.
      package static var notAFriend: Self { Self(rawValue: 7) }
      /// He had had his quota. WeCom's status 3.
      package static var quotaReached: Self { Self(rawValue: 8) }
      /// The channel could not send.
      package static var channelError: Self { Self(rawValue: 9) }
      /// He belongs to the control group.
      package static var heldOut: Self { Self(rawValue: 10) }
      /// The broadcast was cancelled or refused, or failed first.
      package static var stopped: Self { Self(rawValue: 11) }
      /// He was asked for by id and refused; see ListRefusals.
      package static var refused: Self { Self(rawValue: 12) }
      /// He did not belong to the audience when it was planned.
      package static var notInAudience: Self { Self(rawValue: 13) }
      /// A channel cannot tell whether it was sent.
      package static var unknown: Self { Self(rawValue: 14) }

      package static let names: [Int32: String] = [
        0: "VERDICT_UNSPECIFIED",
        1: "VERDICT_SENT",
        2: "VERDICT_WAITS_FOR_PLAN",
        3: "VERDICT_WAITS_FOR_MEMBER",
        4: "VERDICT_WAITS_FOR_CHANNEL",
        5: "VERDICT_WAITS_FOR_QUIET_HOURS",
        6: "VERDICT_LEASED",
        7: "VERDICT_NOT_A_FRIEND",
        8: "VERDICT_QUOTA_REACHED",
        9: "VERDICT_CHANNEL_ERROR",
        10: "VERDICT_HELD_OUT",
        11: "VERDICT_STOPPED",
        12: "VERDICT_REFUSED",
        13: "VERDICT_NOT_IN_AUDIENCE",
        14: "VERDICT_UNKNOWN",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Explanation" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__explanation__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Explanation.self)
      self.verdict = BroadcastsV1.Explanation.Verdict(rawValue: Int32(truncatingIfNeeded: c.pointee.verdict.rawValue))
      self.facts = reader.messages(c.pointee.n_facts, c.pointee.facts, "facts")
      self.delivery = reader.message(c.pointee.delivery, "delivery")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Explanation.self)
      c.pointee.verdict = writer.value(self.verdict)
      c.pointee.facts = writer.messages(self.facts, &c.pointee.n_facts)
      c.pointee.delivery = writer.message(self.delivery)
    }
  }

  /// One fact of an explanation.
  package struct ExplanationFact: Protobuf.Message {
    /// What it is about.
    package var kind: BroadcastsV1.ExplanationFact.Kind = .init()
    /// When; absent where the fact has no moment.
    package var factTime: GoogleProtobuf.Timestamp? = nil
    /// The rest of it, for people.
    package var detail: String = ""

    package init() {}

    package init(
      kind: BroadcastsV1.ExplanationFact.Kind = .init(),
      factTime: GoogleProtobuf.Timestamp? = nil,
      detail: String = ""
    ) {
      self.kind = kind
      self.factTime = factTime
      self.detail = detail
    }

    /// What it is about.
    package struct Kind: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Never returned.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// The broadcast was created.
      package static var created: Self { Self(rawValue: 1) }
      /// Its plan was complete.
      package static var planned: Self { Self(rawValue: 2) }
      /// He was refused; the detail is the reason.
      package static var refused: Self { Self(rawValue: 3) }
      /// Through whom he is reached; the detail is the userid.
      package static var sender: Self { Self(rawValue: 4) }
      /// He drew the control group; the detail says what was drawn, of which seed.
      package static var heldOut: Self { Self(rawValue: 5) }
      /// He drew a variant; the detail is its number.
      package static var variant: Self { Self(rawValue: 6) }
      /// The member confirmed; without a time: he has not.
      package static var confirmed: Self { Self(rawValue: 7) }
      /// The relation with the member ended.
      package static var relationEnded: Self { Self(rawValue: 8) }
      /// His quota now; the detail is what he has had, of how many.
      package static var quota: Self { Self(rawValue: 9) }
      /// Quiet hours hold broadcasts back now; the time is their end.
      package static var quietHours: Self { Self(rawValue: 10) }
      /// A channel holds it; the detail is its channel_id, the time is when its lease runs out.
      package static var leased: Self { Self(rawValue: 11) }
      /// How it ended; the detail is SENT or the failure reason, and what the channel said.
      package static var settled: Self { Self(rawValue: 12) }
      /// Conversions were recorded; the detail is how many.
      package static var converted: Self { Self(rawValue: 13) }
      /// The broadcast ended; the detail is its state.
      package static var ended: Self { Self(rawValue: 14) }
      /// He chose an offer; the detail is its offer_id.
      package static var offerChosen: Self { Self(rawValue: 15) }
      /// A channel could not send it and passed it on; the detail is its channel_id, the failure reason, and
      /// what it said.
      package static var passedOn: Self { Self(rawValue: 16) }

      package static let names: [Int32: String] = [
        0: "KIND_UNSPECIFIED",
        1: "KIND_CREATED",
        2: "KIND_PLANNED",
        3: "KIND_REFUSED",
        4: "KIND_SENDER",
        5: "KIND_HELD_OUT",
        6: "KIND_VARIANT",
        7: "KIND_CONFIRMED",
        8: "KIND_RELATION_ENDED",
        9: "KIND_QUOTA",
        10: "KIND_QUIET_HOURS",
        11: "KIND_LEASED",
        12: "KIND_SETTLED",
        13: "KIND_CONVERTED",
        14: "KIND_ENDED",
        15: "KIND_OFFER_CHOSEN",
        16: "KIND_PASSED_ON",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.ExplanationFact" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__explanation_fact__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ExplanationFact.self)
      self.kind = BroadcastsV1.ExplanationFact.Kind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.factTime = reader.message(c.pointee.fact_time, "fact_time")
      self.detail = reader.text(c.pointee.detail, "detail")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ExplanationFact.self)
      c.pointee.kind = writer.value(self.kind)
      c.pointee.fact_time = writer.message(self.factTime)
      c.pointee.detail = writer.text(self.detail)
    }
  }
}
