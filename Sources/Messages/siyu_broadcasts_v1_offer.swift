// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

import CMessages
package import Protobuf
package import RPC

extension BroadcastsV1 {
  /// Keeps which offer each recipient of a broadcast chose, once, and counts what was chosen and redeemed
  /// 核销. What a coupon is worth, and whose it is, stays with the system that gives it out.
  ///
  /// A broadcast names its offers, and which of its variants show them. The page behind a content's
  /// {{link.code}} asks by the code what its visitor may choose from, and records what he chose. Choices
  /// may also come by broadcast and recipient, as from a till. WeCom has nothing of the kind.
  package protocol OfferServiceProtocol: Swift.Sendable {
    /// Returns what a recipient was shown, and what he chose. NOT_FOUND LINK_CODE_UNKNOWN for a code that
    /// the corp never gave out, BROADCAST_NOT_FOUND 41047, DELIVERY_NOT_FOUND when he is no recipient of it;
    /// INVALID_ARGUMENT TARGET_TWICE for a link_code beside a msgid or a recipient.
    func getRecipientOffers(_ request: BroadcastsV1.GetRecipientOffersRequest, _ call: RPC.Call) async throws -> BroadcastsV1.RecipientOffers
    /// Records choices against deliveries that a channel holds or has sent, in one transaction. A choice
    /// that is made already is taken and counts once; it cannot be changed. Those that cannot be taken are
    /// listed; the others are recorded. INVALID_ARGUMENT when there are none or more than 1000.
    func recordOfferChoices(_ request: BroadcastsV1.RecordOfferChoicesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.RecordOfferChoicesResponse
    /// Returns what is counted of each offer of a broadcast: whole, by variant, and of new and old
    /// customers (see LiftService). NOT_FOUND 41047. It costs the same for ten recipients and for ten
    /// million.
    func getOfferReport(_ request: BroadcastsV1.GetOfferReportRequest, _ call: RPC.Call) async throws -> BroadcastsV1.OfferReport
    /// Lists who chose which offer of a broadcast, in a fixed order. NOT_FOUND 41047.
    func listOfferChoices(_ request: BroadcastsV1.ListOfferChoicesRequest, _ call: RPC.Call) async throws -> BroadcastsV1.ListOfferChoicesResponse
  }

  /// The methods of `siyu.broadcasts.v1.OfferService`, and its routes.
  package enum OfferService {
    package static let getRecipientOffers = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.OfferService", name: "GetRecipientOffers",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.offers.read"))
    package static let recordOfferChoices = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.OfferService", name: "RecordOfferChoices",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.offers.write"), mutates: true)
    package static let getOfferReport = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.OfferService", name: "GetOfferReport",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.reports.read"))
    package static let listOfferChoices = RPC.MethodDescriptor(
      service: "siyu.broadcasts.v1.OfferService", name: "ListOfferChoices",
      clientStreaming: false, serverStreaming: false,
      right: .scope("broadcasts.deliveries.read"))

    package static let descriptor = RPC.ServiceDescriptor(
      fullName: "siyu.broadcasts.v1.OfferService",
      methods: [getRecipientOffers, recordOfferChoices, getOfferReport, listOfferChoices])

    package static func routes(_ service: some OfferServiceProtocol) -> [RPC.Route] {
      [
        .unary(getRecipientOffers) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetRecipientOffersRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getRecipientOffers(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(recordOfferChoices) { bytes, call in
          guard let request = call.begin(BroadcastsV1.RecordOfferChoicesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.recordOfferChoices(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(getOfferReport) { bytes, call in
          guard let request = call.begin(BroadcastsV1.GetOfferReportRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.getOfferReport(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
        .unary(listOfferChoices) { bytes, call in
          guard let request = call.begin(BroadcastsV1.ListOfferChoicesRequest.self, bytes) else { return }
          call.handlerStarted(
            Swift.Task.immediate(executorPreference: call.executor) {
              do {
                call.answer(with: try await service.listOfferChoices(request, call))
              } catch {
                call.finish(throwing: error)
              }
              call.handlerEnded()
            })
        },
      ]
    }
  }

  /// Calls `siyu.broadcasts.v1.OfferService` over a channel.
  package struct OfferServiceClient: Swift.Sendable {
    package let channel: RPC.Channel
    package init(_ channel: RPC.Channel) { self.channel = channel }

    /// Returns what a recipient was shown, and what he chose. NOT_FOUND LINK_CODE_UNKNOWN for a code that
    /// the corp never gave out, BROADCAST_NOT_FOUND 41047, DELIVERY_NOT_FOUND when he is no recipient of it;
    /// INVALID_ARGUMENT TARGET_TWICE for a link_code beside a msgid or a recipient.
    package func getRecipientOffers(_ request: BroadcastsV1.GetRecipientOffersRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.RecipientOffers {
      try await channel.unary(OfferService.getRecipientOffers, request, options)
    }

    /// Records choices against deliveries that a channel holds or has sent, in one transaction. A choice
    /// that is made already is taken and counts once; it cannot be changed. Those that cannot be taken are
    /// listed; the others are recorded. INVALID_ARGUMENT when there are none or more than 1000.
    package func recordOfferChoices(_ request: BroadcastsV1.RecordOfferChoicesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.RecordOfferChoicesResponse {
      try await channel.unary(OfferService.recordOfferChoices, request, options)
    }

    /// Returns what is counted of each offer of a broadcast: whole, by variant, and of new and old
    /// customers (see LiftService). NOT_FOUND 41047. It costs the same for ten recipients and for ten
    /// million.
    package func getOfferReport(_ request: BroadcastsV1.GetOfferReportRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.OfferReport {
      try await channel.unary(OfferService.getOfferReport, request, options)
    }

    /// Lists who chose which offer of a broadcast, in a fixed order. NOT_FOUND 41047.
    package func listOfferChoices(_ request: BroadcastsV1.ListOfferChoicesRequest, options: RPC.CallOptions = .init()) async throws -> BroadcastsV1.ListOfferChoicesResponse {
      try await channel.unary(OfferService.listOfferChoices, request, options)
    }
  }

  /// What one recipient of a broadcast chose.
  package struct OfferChoice: Protobuf.Message {
    /// By which code; never returned. The item fails with LINK_CODE_UNKNOWN when the corp never gave it out.
    package var linkCode: String = ""
    /// Where there is no code: the broadcast's msgid. The item fails with BROADCAST_NOT_FOUND when it is
    /// unknown, with TARGET_TWICE beside a link_code.
    package var msgid: String = ""
    /// And who: a recipient of it. The item fails with DELIVERY_NOT_FOUND when he is none, and with
    /// DELIVERY_NOT_SENT when no channel has had his delivery.
    package var recipient: Recipient? = nil
    /// What he chose. The item fails with OFFER_NOT_SHOWN when what he got does not show it, and with
    /// OFFER_CHOSEN_ALREADY when he chose another before. Required.
    package var offerID: String = ""
    /// When he chose it. Required.
    package var choiceTime: GoogleProtobuf.Timestamp? = nil
    /// Through whom it was sent. Output only.
    package var userid: String = ""
    /// How often he redeemed it: conversions that name it. Only ListOfferChoices fills it. Output only.
    package var redemptionCount: Int64 = 0
    /// The sum of their amounts, in cents. Only ListOfferChoices fills it. Output only.
    package var amountCents: Int64 = 0

    package init() {}

    package init(
      linkCode: String = "",
      msgid: String = "",
      recipient: Recipient? = nil,
      offerID: String = "",
      choiceTime: GoogleProtobuf.Timestamp? = nil,
      userid: String = "",
      redemptionCount: Int64 = 0,
      amountCents: Int64 = 0
    ) {
      self.linkCode = linkCode
      self.msgid = msgid
      self.recipient = recipient
      self.offerID = offerID
      self.choiceTime = choiceTime
      self.userid = userid
      self.redemptionCount = redemptionCount
      self.amountCents = amountCents
    }

    /// And who: a recipient of it. The item fails with DELIVERY_NOT_FOUND when he is none, and with
    /// DELIVERY_NOT_SENT when no channel has had his delivery.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.OfferChoice" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__offer_choice__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__OfferChoice.self)
      self.linkCode = reader.text(c.pointee.link_code, "link_code")
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      switch c.pointee.recipient_case.rawValue {
      case 3: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 4: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.offerID = reader.text(c.pointee.offer_id, "offer_id")
      self.choiceTime = reader.message(c.pointee.choice_time, "choice_time")
      self.userid = reader.text(c.pointee.userid, "userid")
      self.redemptionCount = c.pointee.redemption_count
      self.amountCents = c.pointee.amount_cents
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__OfferChoice.self)
      c.pointee.link_code = writer.text(self.linkCode)
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
      c.pointee.offer_id = writer.text(self.offerID)
      c.pointee.choice_time = writer.message(self.choiceTime)
      c.pointee.userid = writer.text(self.userid)
      c.pointee.redemption_count = self.redemptionCount
      c.pointee.amount_cents = self.amountCents
    }
  }

  /// Asks what a recipient was shown.
  package struct GetRecipientOffersRequest: Protobuf.Message {
    /// By which code.
    package var linkCode: String = ""
    /// Or else of which broadcast.
    package var msgid: String = ""
    /// And who.
    package var recipient: Recipient? = nil

    package init() {}

    package init(
      linkCode: String = "",
      msgid: String = "",
      recipient: Recipient? = nil
    ) {
      self.linkCode = linkCode
      self.msgid = msgid
      self.recipient = recipient
    }

    /// And who.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetRecipientOffersRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_recipient_offers_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetRecipientOffersRequest.self)
      self.linkCode = reader.text(c.pointee.link_code, "link_code")
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      switch c.pointee.recipient_case.rawValue {
      case 3: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 4: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetRecipientOffersRequest.self)
      c.pointee.link_code = writer.text(self.linkCode)
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
    }
  }

  /// What a recipient was shown.
  package struct RecipientOffers: Protobuf.Message {
    /// The broadcast's msgid.
    package var msgid: String = ""
    /// Through whom it goes.
    package var userid: String = ""
    /// Who.
    package var recipient: Recipient? = nil
    /// What he may choose from; nothing when he is held out.
    package var offers: [BroadcastsV1.ShownOffer] = []
    /// What he chose; empty while he has not.
    package var chosenOfferID: String = ""
    /// When; absent while he has not.
    package var choiceTime: GoogleProtobuf.Timestamp? = nil

    package init() {}

    package init(
      msgid: String = "",
      userid: String = "",
      recipient: Recipient? = nil,
      offers: [BroadcastsV1.ShownOffer] = [],
      chosenOfferID: String = "",
      choiceTime: GoogleProtobuf.Timestamp? = nil
    ) {
      self.msgid = msgid
      self.userid = userid
      self.recipient = recipient
      self.offers = offers
      self.chosenOfferID = chosenOfferID
      self.choiceTime = choiceTime
    }

    /// Who.
    package enum Recipient: Swift.Hashable, Swift.Sendable {
      /// A customer.
      case externalUserid(String)
      /// A customer group.
      case chatID(String)
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecipientOffers" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__recipient_offers__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecipientOffers.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.userid = reader.text(c.pointee.userid, "userid")
      switch c.pointee.recipient_case.rawValue {
      case 3: self.recipient = .externalUserid(reader.text(c.pointee.external_userid, "external_userid"))
      case 4: self.recipient = .chatID(reader.text(c.pointee.chat_id, "chat_id"))
      default: self.recipient = nil
      }
      self.offers = reader.messages(c.pointee.n_offers, c.pointee.offers, "offers")
      self.chosenOfferID = reader.text(c.pointee.chosen_offer_id, "chosen_offer_id")
      self.choiceTime = reader.message(c.pointee.choice_time, "choice_time")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecipientOffers.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.userid = writer.text(self.userid)
      switch self.recipient {
      case .externalUserid(let value):
        c.pointee.recipient_case = .init(rawValue: 3)
        c.pointee.external_userid = writer.text(value)
      case .chatID(let value):
        c.pointee.recipient_case = .init(rawValue: 4)
        c.pointee.chat_id = writer.text(value)
      case nil: break
      }
      c.pointee.offers = writer.messages(self.offers, &c.pointee.n_offers)
      c.pointee.chosen_offer_id = writer.text(self.chosenOfferID)
      c.pointee.choice_time = writer.message(self.choiceTime)
    }
  }

  /// An offer somebody may choose.
  package struct ShownOffer: Protobuf.Message {
    /// Its id.
    package var offerID: String = ""
    /// Its name.
    package var name: String = ""

    package init() {}

    package init(
      offerID: String = "",
      name: String = ""
    ) {
      self.offerID = offerID
      self.name = name
    }

    package static var fullName: String { "siyu.broadcasts.v1.ShownOffer" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__shown_offer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ShownOffer.self)
      self.offerID = reader.text(c.pointee.offer_id, "offer_id")
      self.name = reader.text(c.pointee.name, "name")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ShownOffer.self)
      c.pointee.offer_id = writer.text(self.offerID)
      c.pointee.name = writer.text(self.name)
    }
  }

  /// Records choices.
  package struct RecordOfferChoicesRequest: Protobuf.MutatingRequest {
    /// The choices: 1 to 1000.
    package var choices: [BroadcastsV1.OfferChoice] = []
    /// Makes the call repeatable: 1 to 64 printable ASCII characters, kept 24 hours. Empty is as safe:
    /// a recipient chooses once.
    package var requestID: String = ""

    package init() {}

    package init(
      choices: [BroadcastsV1.OfferChoice] = [],
      requestID: String = ""
    ) {
      self.choices = choices
      self.requestID = requestID
    }

    package static var fullName: String { "siyu.broadcasts.v1.RecordOfferChoicesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_offer_choices_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordOfferChoicesRequest.self)
      self.choices = reader.messages(c.pointee.n_choices, c.pointee.choices, "choices")
      self.requestID = reader.text(c.pointee.request_id, "request_id")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordOfferChoicesRequest.self)
      c.pointee.choices = writer.messages(self.choices, &c.pointee.n_choices)
      c.pointee.request_id = writer.text(self.requestID)
    }
  }

  /// What became of the choices.
  package struct RecordOfferChoicesResponse: Protobuf.Message {
    /// Choices recorded now.
    package var recordedCount: Int64 = 0
    /// Those that had been made before.
    package var repeatedCount: Int64 = 0
    /// Those that were left out, in the order given; `key` is the link_code or else the recipient's id.
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

    package static var fullName: String { "siyu.broadcasts.v1.RecordOfferChoicesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__record_offer_choices_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__RecordOfferChoicesResponse.self)
      self.recordedCount = c.pointee.recorded_count
      self.repeatedCount = c.pointee.repeated_count
      self.failures = reader.messages(c.pointee.n_failures, c.pointee.failures, "failures")
      self.failedCount = c.pointee.failed_count
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__RecordOfferChoicesResponse.self)
      c.pointee.recorded_count = self.recordedCount
      c.pointee.repeated_count = self.repeatedCount
      c.pointee.failures = writer.messages(self.failures, &c.pointee.n_failures)
      c.pointee.failed_count = self.failedCount
    }
  }

  /// Asks what is counted of offers.
  package struct GetOfferReportRequest: Protobuf.Message {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""

    package init() {}

    package init(
      msgid: String = ""
    ) {
      self.msgid = msgid
    }

    package static var fullName: String { "siyu.broadcasts.v1.GetOfferReportRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__get_offer_report_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__GetOfferReportRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__GetOfferReportRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
    }
  }

  /// What is counted of a broadcast's offers.
  package struct OfferReport: Protobuf.Message {
    /// The broadcast's msgid.
    package var msgid: String = ""
    /// The offers, in their order.
    package var offers: [BroadcastsV1.OfferResult] = []

    package init() {}

    package init(
      msgid: String = "",
      offers: [BroadcastsV1.OfferResult] = []
    ) {
      self.msgid = msgid
      self.offers = offers
    }

    package static var fullName: String { "siyu.broadcasts.v1.OfferReport" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__offer_report__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__OfferReport.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.offers = reader.messages(c.pointee.n_offers, c.pointee.offers, "offers")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__OfferReport.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.offers = writer.messages(self.offers, &c.pointee.n_offers)
    }
  }

  /// What is counted of one offer.
  package struct OfferResult: Protobuf.Message {
    /// Its id.
    package var offerID: String = ""
    /// Its name.
    package var name: String = ""
    /// All of it.
    package var counts: BroadcastsV1.OfferCounts? = nil
    /// Of new customers.
    package var newCustomers: BroadcastsV1.OfferCounts? = nil
    /// Of old customers.
    package var oldCustomers: BroadcastsV1.OfferCounts? = nil
    /// Of each variant that shows it, in their order.
    package var variants: [BroadcastsV1.VariantOffer] = []

    package init() {}

    package init(
      offerID: String = "",
      name: String = "",
      counts: BroadcastsV1.OfferCounts? = nil,
      newCustomers: BroadcastsV1.OfferCounts? = nil,
      oldCustomers: BroadcastsV1.OfferCounts? = nil,
      variants: [BroadcastsV1.VariantOffer] = []
    ) {
      self.offerID = offerID
      self.name = name
      self.counts = counts
      self.newCustomers = newCustomers
      self.oldCustomers = oldCustomers
      self.variants = variants
    }

    package static var fullName: String { "siyu.broadcasts.v1.OfferResult" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__offer_result__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__OfferResult.self)
      self.offerID = reader.text(c.pointee.offer_id, "offer_id")
      self.name = reader.text(c.pointee.name, "name")
      self.counts = reader.message(c.pointee.counts, "counts")
      self.newCustomers = reader.message(c.pointee.new_customers, "new_customers")
      self.oldCustomers = reader.message(c.pointee.old_customers, "old_customers")
      self.variants = reader.messages(c.pointee.n_variants, c.pointee.variants, "variants")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__OfferResult.self)
      c.pointee.offer_id = writer.text(self.offerID)
      c.pointee.name = writer.text(self.name)
      c.pointee.counts = writer.message(self.counts)
      c.pointee.new_customers = writer.message(self.newCustomers)
      c.pointee.old_customers = writer.message(self.oldCustomers)
      c.pointee.variants = writer.messages(self.variants, &c.pointee.n_variants)
    }
  }

  /// What is counted of an offer in one variant.
  package struct VariantOffer: Protobuf.Message {
    /// Which of the broadcast's variants, from 1.
    package var variant: Int32 = 0
    /// Its name.
    package var name: String = ""
    /// What is counted.
    package var counts: BroadcastsV1.OfferCounts? = nil

    package init() {}

    package init(
      variant: Int32 = 0,
      name: String = "",
      counts: BroadcastsV1.OfferCounts? = nil
    ) {
      self.variant = variant
      self.name = name
      self.counts = counts
    }

    package static var fullName: String { "siyu.broadcasts.v1.VariantOffer" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__variant_offer__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__VariantOffer.self)
      self.variant = c.pointee.variant
      self.name = reader.text(c.pointee.name, "name")
      self.counts = reader.message(c.pointee.counts, "counts")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__VariantOffer.self)
      c.pointee.variant = self.variant
      c.pointee.name = writer.text(self.name)
      c.pointee.counts = writer.message(self.counts)
    }
  }

  /// What is counted of an offer among some recipients.
  package struct OfferCounts: Protobuf.Message {
    /// To how many a content was sent that shows it.
    package var sentCount: Int64 = 0
    /// How many chose it.
    package var choiceCount: Int64 = 0
    /// How many redeemed it, once or more often.
    package var redeemedRecipientCount: Int64 = 0
    /// Conversions that name it.
    package var redemptionCount: Int64 = 0
    /// The sum of their amounts, in cents.
    package var amountCents: Int64 = 0
    /// The redeem rate 核销率: redeemed_recipient_count of sent_count, 0 to 1; absent while nothing was sent.
    package var redeemRate: Double? = nil

    package init() {}

    package init(
      sentCount: Int64 = 0,
      choiceCount: Int64 = 0,
      redeemedRecipientCount: Int64 = 0,
      redemptionCount: Int64 = 0,
      amountCents: Int64 = 0,
      redeemRate: Double? = nil
    ) {
      self.sentCount = sentCount
      self.choiceCount = choiceCount
      self.redeemedRecipientCount = redeemedRecipientCount
      self.redemptionCount = redemptionCount
      self.amountCents = amountCents
      self.redeemRate = redeemRate
    }

    package static var fullName: String { "siyu.broadcasts.v1.OfferCounts" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__offer_counts__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__OfferCounts.self)
      self.sentCount = c.pointee.sent_count
      self.choiceCount = c.pointee.choice_count
      self.redeemedRecipientCount = c.pointee.redeemed_recipient_count
      self.redemptionCount = c.pointee.redemption_count
      self.amountCents = c.pointee.amount_cents
      self.redeemRate = c.pointee._redeem_rate_case.rawValue == 6 ? c.pointee.redeem_rate : nil
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__OfferCounts.self)
      c.pointee.sent_count = self.sentCount
      c.pointee.choice_count = self.choiceCount
      c.pointee.redeemed_recipient_count = self.redeemedRecipientCount
      c.pointee.redemption_count = self.redemptionCount
      c.pointee.amount_cents = self.amountCents
      if let value = self.redeemRate {
        c.pointee._redeem_rate_case = .init(rawValue: 6)
        c.pointee.redeem_rate = value
      }
    }
  }

  /// Asks who chose what.
  package struct ListOfferChoicesRequest: Protobuf.PagedRequest {
    /// The broadcast's msgid. Required.
    package var msgid: String = ""
    /// How many to return at most: default 50, at most 1000 (more is lowered to that); a negative
    /// number is INVALID_ARGUMENT.
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

    package static var fullName: String { "siyu.broadcasts.v1.ListOfferChoicesRequest" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_offer_choices_request__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListOfferChoicesRequest.self)
      self.msgid = reader.text(c.pointee.msgid, "msgid")
      self.pageSize = c.pointee.page_size
      self.pageToken = reader.text(c.pointee.page_token, "page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListOfferChoicesRequest.self)
      c.pointee.msgid = writer.text(self.msgid)
      c.pointee.page_size = self.pageSize
      c.pointee.page_token = writer.text(self.pageToken)
    }
  }

  /// A page of choices.
  package struct ListOfferChoicesResponse: Protobuf.Message {
    /// The choices.
    package var choices: [BroadcastsV1.OfferChoice] = []
    /// Where the next page begins; empty on the last page.
    package var nextPageToken: String = ""

    package init() {}

    package init(
      choices: [BroadcastsV1.OfferChoice] = [],
      nextPageToken: String = ""
    ) {
      self.choices = choices
      self.nextPageToken = nextPageToken
    }

    package static var fullName: String { "siyu.broadcasts.v1.ListOfferChoicesResponse" }
    package static let layout = Protobuf.MessageLayout(siyu__broadcasts__v1__list_offer_choices_response__init)

    package init(reading source: Protobuf.RawMessage, _ reader: inout Protobuf.MessageReader) {
      let c = source.of(Siyu__Broadcasts__V1__ListOfferChoicesResponse.self)
      self.choices = reader.messages(c.pointee.n_choices, c.pointee.choices, "choices")
      self.nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
    }

    package func write(to target: Protobuf.RawMessage, _ writer: Protobuf.MessageWriter) {
      let c = target.of(Siyu__Broadcasts__V1__ListOfferChoicesResponse.self)
      c.pointee.choices = writer.messages(self.choices, &c.pointee.n_choices)
      c.pointee.next_page_token = writer.text(self.nextPageToken)
    }
  }
}
