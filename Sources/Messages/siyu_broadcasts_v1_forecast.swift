// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Tells from past broadcasts what one is likely to bring, before it is created.
  package protocol ForecastServiceProtocol: Swift.Sendable {
    /// Counts whom a broadcast would be sent to now, and says how many of them are likely to convert, from
    /// the counters of past broadcasts. Writes nothing. INVALID_ARGUMENT as CreateBroadcast has; NOT_FOUND
    /// 41047 for a msgid that is unknown; what customers refuses, such as an unknown tag, is passed on.
    func getForecast(_ request: BroadcastsV1.GetForecastRequest, _ call: RPC.Call) async throws -> BroadcastsV1.BroadcastForecast
  }

  /// The methods of `siyu.broadcasts.v1.ForecastService`, and its routes.
  package enum ForecastService {
    package static let getForecast = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.ForecastService", name: "GetForecast",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.ForecastService",
      methods: [getForecast])

    package static func routes(_ service: some ForecastServiceProtocol) -> [RPC.Route] {
      [
        .unary(getForecast) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetForecastRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getForecast(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.ForecastService` over a channel.
  package struct ForecastServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Counts whom a broadcast would be sent to now, and says how many of them are likely to convert, from
    /// the counters of past broadcasts. Writes nothing. INVALID_ARGUMENT as CreateBroadcast has; NOT_FOUND
    /// 41047 for a msgid that is unknown; what customers refuses, such as an unknown tag, is passed on.
    package func getForecast(_ request: BroadcastsV1.GetForecastRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.BroadcastForecast {
      try await channel.unary(ForecastService.getForecast, request, options)
    }
  }

  /// Asks what a broadcast is likely to bring.
  package struct GetForecastRequest: Protobuf.Message {
    /// The broadcast, as CreateBroadcast takes it. Required.
    package var broadcast: BroadcastsV1.Broadcast? = nil
    /// The past broadcasts it is like, such as those of former Tuesdays: at most 20, each counts once
    /// (INVALID_ARGUMENT, policy forecast_broadcasts_max). Empty: the 20 that finished last, of the same
    /// chat_type.
    package var msgids: [String] = []

    package init() {}

    package init(
      broadcast: BroadcastsV1.Broadcast? = nil,
      msgids: [String] = []
    ) {
      self.broadcast = broadcast
      self.msgids = msgids
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetForecastRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_forecast_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetForecastRequest.self)
      self.broadcast = reader.message(c.pointee.broadcast, "broadcast")
      self.msgids = reader.texts(c.pointee.n_msgids, c.pointee.msgids, "msgids")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetForecastRequest.self)
      c.pointee.broadcast = writer.message(self.broadcast)
      c.pointee.msgids = writer.texts(self.msgids, &c.pointee.n_msgids)
    }
  }

  /// What a broadcast is likely to bring.
  ///
  /// The rate is that of the past recipients together. The interval is one of prediction: it takes in how
  /// far the past broadcasts differed from one another (by the moments of DerSimonian and Laird, 1986) and
  /// chance among as many recipients, with Student's t for as many broadcasts less one.
  package struct BroadcastForecast: Protobuf.Message {
    /// Recipients it would be sent to: those who would be planned, less the share that is held out.
    package var recipientCount: Int64 = 0
    /// The past broadcasts it was made from: those that were sent to anybody.
    package var msgids: [String] = []
    /// To how many those were sent.
    package var pastSentCount: Int64 = 0
    /// How many of these converted.
    package var pastConvertedRecipientCount: Int64 = 0
    /// Recipients who are likely to convert; absent when no past broadcast was sent.
    package var convertedRecipientCount: Double? = nil
    /// The lower end of its 95 % interval; absent with less than two past broadcasts.
    package var convertedRecipientCountLower: Double? = nil
    /// The upper end of that interval.
    package var convertedRecipientCountUpper: Double? = nil
    /// Conversions that are likely, at as many for a recipient as in the past; absent as above.
    package var conversionCount: Double? = nil
    /// The sum of their amounts that is likely, in cents; absent as above.
    package var amountCents: Int64? = nil

    package init() {}

    package init(
      recipientCount: Int64 = 0,
      msgids: [String] = [],
      pastSentCount: Int64 = 0,
      pastConvertedRecipientCount: Int64 = 0,
      convertedRecipientCount: Double? = nil,
      convertedRecipientCountLower: Double? = nil,
      convertedRecipientCountUpper: Double? = nil,
      conversionCount: Double? = nil,
      amountCents: Int64? = nil
    ) {
      self.recipientCount = recipientCount
      self.msgids = msgids
      self.pastSentCount = pastSentCount
      self.pastConvertedRecipientCount = pastConvertedRecipientCount
      self.convertedRecipientCount = convertedRecipientCount
      self.convertedRecipientCountLower = convertedRecipientCountLower
      self.convertedRecipientCountUpper = convertedRecipientCountUpper
      self.conversionCount = conversionCount
      self.amountCents = amountCents
    }

    package static var fullName: String { "siyu.broadcasts.v1.BroadcastForecast" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__broadcast_forecast__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__BroadcastForecast.self)
      self.recipientCount = c.pointee.recipient_count
      self.msgids = reader.texts(c.pointee.n_msgids, c.pointee.msgids, "msgids")
      self.pastSentCount = c.pointee.past_sent_count
      self.pastConvertedRecipientCount = c.pointee.past_converted_recipient_count
      self.convertedRecipientCount = c.pointee._converted_recipient_count_case.rawValue == 5 ? c.pointee.converted_recipient_count : nil
      self.convertedRecipientCountLower = c.pointee._converted_recipient_count_lower_case.rawValue == 6 ? c.pointee.converted_recipient_count_lower : nil
      self.convertedRecipientCountUpper = c.pointee._converted_recipient_count_upper_case.rawValue == 7 ? c.pointee.converted_recipient_count_upper : nil
      self.conversionCount = c.pointee._conversion_count_case.rawValue == 8 ? c.pointee.conversion_count : nil
      self.amountCents = c.pointee._amount_cents_case.rawValue == 9 ? c.pointee.amount_cents : nil
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__BroadcastForecast.self)
      c.pointee.recipient_count = self.recipientCount
      c.pointee.msgids = writer.texts(self.msgids, &c.pointee.n_msgids)
      c.pointee.past_sent_count = self.pastSentCount
      c.pointee.past_converted_recipient_count = self.pastConvertedRecipientCount
      if let value = self.convertedRecipientCount {
        c.pointee._converted_recipient_count_case = .init(rawValue: 5)
        c.pointee.converted_recipient_count = value
      }
      if let value = self.convertedRecipientCountLower {
        c.pointee._converted_recipient_count_lower_case = .init(rawValue: 6)
        c.pointee.converted_recipient_count_lower = value
      }
      if let value = self.convertedRecipientCountUpper {
        c.pointee._converted_recipient_count_upper_case = .init(rawValue: 7)
        c.pointee.converted_recipient_count_upper = value
      }
      if let value = self.conversionCount {
        c.pointee._conversion_count_case = .init(rawValue: 8)
        c.pointee.conversion_count = value
      }
      if let value = self.amountCents {
        c.pointee._amount_cents_case = .init(rawValue: 9)
        c.pointee.amount_cents = value
      }
    }
  }
}
