// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps what recipients did after a broadcast: coupons redeemed 核销, orders placed. What led there,
  /// clicks and visits, TouchService keeps.
  package protocol ConversionServiceProtocol: Swift.Sendable {
    /// Records conversions against deliveries that were sent or held out, in one transaction. One that is recorded
    /// already, by its conversion_id, is taken and counts once. Those that cannot be taken are listed;
    /// the others are recorded. INVALID_ARGUMENT when there are none or more than 1000.
    func recordConversions(_ request: BroadcastsV1.RecordConversionsRequest, _ call: RPC.Call) async throws -> BroadcastsV1.RecordConversionsResponse
  }

  /// The methods of `siyu.broadcasts.v1.ConversionService`, and its routes.
  package enum ConversionService {
    package static let recordConversions = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ConversionService", name: "RecordConversions",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.conversions.write"), mutates: true)

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ConversionService",
      methods: [recordConversions])

    package static func routes(_ service: some ConversionServiceProtocol) -> [RPC.Route] {
      [
        .unary(recordConversions) { bytes, call in
          guard let request = call.begin(BroadcastsV1.RecordConversionsRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.recordConversions(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ConversionService` over a channel.
  package struct ConversionServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Records conversions against deliveries that were sent or held out, in one transaction. One that is recorded
    /// already, by its conversion_id, is taken and counts once. Those that cannot be taken are listed;
    /// the others are recorded. INVALID_ARGUMENT when there are none or more than 1000.
    package func recordConversions(_ request: BroadcastsV1.RecordConversionsRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.RecordConversionsResponse {
      try await channel.unary(ConversionService.recordConversions, request, options)
    }
  }

  /// One thing a recipient did after a broadcast.
  package struct Conversion: Protobuf.Message {
    /// The caller's id for it, unique in the corp for ever: 1 to 64 letters, digits, '_' or '-'. The
    /// item fails with CONVERSION_ID_REUSED when another conversion has it.
    package var conversionID: String = ""
    /// The broadcast's msgid. The item fails with BROADCAST_NOT_FOUND when it is unknown.
    package var msgid: String = ""
    /// Who: a recipient of the broadcast. The item fails with DELIVERY_NOT_FOUND when he is none, and
    /// with DELIVERY_NOT_SENT when nothing was sent to him, unless he was held out: then it counts for
    /// the control group.
    package var recipient: Recipient? = nil
    /// What he did.
    package var kind: BroadcastsV1.Conversion.Kind = .init()
    /// What it was worth, in cents: 0 to 1,000,000,000,000.
    package var amountCents: Int64 = 0
    /// When he did it. Required.
    package var conversionTime: GoogleProtobuf.Timestamp? = nil
    /// Which of the broadcast's offers he redeemed by it 核销; may be empty. Who had chosen none has chosen
    /// this one by it. The item fails with OFFER_NOT_SHOWN when what was sent to him did not show it, as for
    /// everybody who was held out, and with OFFER_CHOSEN_ALREADY when he had chosen another.
    package var offerID: String = ""

    package init() {}

    package init(
      conversionID: String = "",
      msgid: String = "",
      recipient: Recipient? = nil,
      kind: BroadcastsV1.Conversion.Kind = .init(),
      amountCents: Int64 = 0,
      conversionTime: GoogleProtobuf.Timestamp? = nil,
      offerID: String = ""
    ) {
      self.conversionID = conversionID
      self.msgid = msgid
      self.recipient = recipient
      self.kind = kind
      self.amountCents = amountCents
      self.conversionTime = conversionTime
      self.offerID = offerID
    }

    /// Who: a recipient of the broadcast. The item fails with DELIVERY_NOT_FOUND when he is none, and
    /// with DELIVERY_NOT_SENT when nothing was sent to him, unless he was held out: then it counts for
    /// the control group.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    /// What he did.
    package struct Kind: Protobuf.OpenEnum {
      package var rawValue: Int32
      package init(rawValue: Int32) { self.rawValue = rawValue }

      /// Not said: the item fails with UNKNOWN_VALUE.
      package static var unspecified: Self { Self(rawValue: 0) }
      /// He redeemed a coupon 核销.
      package static var redemption: Self { Self(rawValue: 1) }
      /// He placed an order 下单.
      package static var order: Self { Self(rawValue: 2) }

      package static let names: [Int32: String] = [
        0: "KIND_UNSPECIFIED",
        1: "KIND_REDEMPTION",
        2: "KIND_ORDER",
      ]
    }

    package static var fullName: String { "siyu.broadcasts.v1.Conversion" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__conversion__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__Conversion.self)
      self.conversionID = reader.text(c.pointee.conversion_id, "conversion_id")
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      switch c.pointee.recipient_case.rawValue {
      case 3: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 4: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.kind = BroadcastsV1.Conversion.Kind(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
      self.amountCents = c.pointee.amount_cents
      self.conversionTime = reader.message(c.pointee.conversion_time, "conversion_time")
      self.offerID = reader.text(c.pointee.offer_id, "offer_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__Conversion.self)
      c.pointee.conversion_id = writer.text(self.conversionID)
      c.pointee.msgid = writer.text(self.msgid)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 3)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 4)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
      c.pointee.kind = writer.value(self.kind)
      c.pointee.amount_cents = self.amountCents
      c.pointee.conversion_time = writer.message(self.conversionTime)
      c.pointee.offer_id = writer.text(self.offerID)
    }
  }

  /// Records conversions.
  package struct RecordConversionsRequest: Protobuf.MutatingRequest {
    /// The conversions: 1 to 1000.
    package var conversions: [BroadcastsV1.Conversion] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe:
    /// each conversion is repeatable by its conversion_id.
    package var requestID: String = ""

    package init() {}

    package init(
      conversions: [BroadcastsV1.Conversion] = [],
      requestID: String = ""
    ) {
      self.conversions = conversions
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordConversionsRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_conversions_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordConversionsRequest.self)
      self.conversions = reader.messages(c.pointee.n_conversions, c.pointee.conversions, "conversions")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordConversionsRequest.self)
      c.pointee.conversions = writer.messages(self.conversions, &c.pointee.n_conversions)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of the conversions.
  package struct RecordConversionsResponse: Protobuf.Message {
    /// Conversions recorded now.
    package var recordedCount: Int64 = 0
    /// Those that had been recorded before.
    package var repeatedCount: Int64 = 0
    /// Those that were left out, in the order given; `key` is the conversion_id.
    package var failures: [CommonV1.ItemFailure] = []
    /// How many were left out.
    package var failedCount: Int64 = 0

    package init() {}

    package init(
      recordedCount: Int64 = 0,
      repeatedCount: Int64 = 0,
      failures: [CommonV1.ItemFailure] = [],
      failedCount: Int64 = 0
    ) {
      self.recordedCount = recordedCount
      self.repeatedCount = repeatedCount
      self.failures = failures
      self.failedCount = failedCount
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordConversionsResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_conversions_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordConversionsResponse.self)
      self.recordedCount = c.pointee.recorded_count
      self.repeatedCount = c.pointee.repeated_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordConversionsResponse.self)
      c.pointee.recorded_count = self.recordedCount
      c.pointee.repeated_count = self.repeatedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
    }
  }
}
