import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.OfferService`; its report from counters alone.
struct OfferHandler: BroadcastsV1.OfferServiceProtocol {
  let context: BroadcastsContext

  func getRecipientOffers(
    _ request: BroadcastsV1.GetRecipientOffersRequest, _ call: Call
  ) async throws -> BroadcastsV1.RecipientOffers {
    let recipientID =
      switch request.recipient {
      case .externalUserid(let id), .chatID(let id): id
      case nil: ""
      }
    let target = DeliveryTarget(
      linkCode: request.linkCode, msgid: request.msgid, recipientID: recipientID)
    return try context.read(call) { reader in
      let delivery = try target.delivery(
        field: "", TouchTable.linkSecret(in: reader), in: reader)
      let offers = try OfferTable.offers(broadcast: delivery.key.broadcast, in: reader)
      let choice = try OfferTable.choice(of: delivery.key, in: reader)
      return .init(
        msgid: delivery.msgid, userid: delivery.userid,
        recipient: delivery.chatType == .group
          ? .chatID(delivery.recipientID) : .externalUserid(delivery.recipientID),
        offers: delivery.isHeldOut
          ? []
          : offers.filter { $0.isShown(inVariant: delivery.variant) }
            .map { .init(offerID: $0.id, name: $0.name) },
        chosenOfferID: choice.map { offers[$0.offer - 1].id } ?? "",
        choiceTime: choice?.time.timestamp)
    }
  }

  func recordOfferChoices(
    _ request: BroadcastsV1.RecordOfferChoicesRequest, _ call: Call
  ) async throws -> BroadcastsV1.RecordOfferChoicesResponse {
    try Shape.items(request.choices.count, 1...1000, field: "choices")
    return try await context.mutate(request, call, isAudited: false) { mutation in
      var outcome = BroadcastsV1.RecordOfferChoicesResponse()
      var recording = OfferRecording(mutation)
      let secret = try TouchTable.linkSecret(in: mutation.writer)
      for asked in request.choices {
        do {
          if try record(asked, secret, &recording, mutation) {
            outcome.recordedCount += 1
          } else {
            outcome.repeatedCount += 1
          }
        } catch let failure as any Failure {
          outcome.failures.append(
            .init(key: asked.linkCode.isEmpty ? asked.recipientID : asked.linkCode, failure))
        }
      }
      outcome.failedCount = Int64(outcome.failures.count)
      try recording.conclude()
      return outcome
    }
  }

  /// False when it was recorded before.
  private func record(
    _ asked: BroadcastsV1.OfferChoice, _ secret: String, _ recording: inout OfferRecording,
    _ mutation: BroadcastsMutation
  ) throws -> Bool {
    try Shape.id(asked.offerID, field: "choices.offer_id")
    let stated = try Shape.required(asked.choiceTime, field: "choices.choice_time")
    guard let time = Instant(stated) else {
      throw InvalidField(
        "choices.choice_time", "BAD_TIME", "choices.choice_time is outside the years 1 to 9999.")
    }
    let delivery = try DeliveryTarget(
      linkCode: asked.linkCode, msgid: asked.msgid, recipientID: asked.recipientID
    ).delivery(field: "choices.", secret, in: mutation.writer)
    guard delivery.state == .sent || delivery.state == .leased else {
      throw TouchFailure.notSent(delivery.key.text)
    }
    return try recording.choose(asked.offerID, delivery, at: time)
  }

  func getOfferReport(
    _ request: BroadcastsV1.GetOfferReportRequest, _ call: Call
  ) async throws -> BroadcastsV1.OfferReport {
    try Broadcast.checkMsgid(request.msgid)
    return try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      return .init(
        msgid: broadcast.msgid, offers: try OfferReport(of: broadcast, in: reader).message)
    }
  }

  func listOfferChoices(
    _ request: BroadcastsV1.ListOfferChoicesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListOfferChoicesResponse {
    let page = try Page(request)
    try Broadcast.checkMsgid(request.msgid)
    let (broadcast, offers, found) = try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      return (
        broadcast, try OfferTable.offers(broadcast: broadcast.key, in: reader),
        try OfferTable.choices(
          broadcast: broadcast.key, after: page.after.first?.int ?? 0, limit: page.size + 1,
          in: reader)
      )
    }
    let (choices, nextPageToken) = page.cut(found) { [.int($0.choice.key.recipient)] }
    return .init(
      choices: choices.map { choice, userid, recipientID in
        .init(
          msgid: broadcast.msgid,
          recipient: broadcast.chatType == .group
            ? .chatID(recipientID) : .externalUserid(recipientID),
          offerID: offers[choice.offer - 1].id, choiceTime: choice.time.timestamp,
          userid: userid, redemptionCount: choice.redemptionCount,
          amountCents: choice.amountCents)
      }, nextPageToken: nextPageToken)
  }
}

/// The counters of a broadcast's offers, and those of how many they were sent to.
private struct OfferReport {
  private let contents: Contents
  private let counted: [(segment: OfferSegment, counts: OfferCounts)]
  /// To how many it was sent by variant, from 0 for those without.
  private let sent: [Int64]
  /// Of those, old customers; nil for a broadcast of before they were told apart.
  private let sentToOld: [Int64]?

  init(of broadcast: Broadcast, in reader: Reader) throws {
    contents = try BroadcastTable.contents(of: broadcast.key, in: reader)
    counted = try OfferTable.counts(broadcast: broadcast.key, in: reader)
    let variants = try ArmsTable.counts(broadcast: broadcast.key, in: reader).map(\.sent)
    sent = variants.isEmpty ? [broadcast.counts.deliveries.sent] : [0] + variants
    sentToOld = try OldCustomerTable.counts(broadcast: broadcast.key, in: reader)?.map(\.sent)
  }

  var message: [BroadcastsV1.OfferResult] {
    contents.offers.enumerated().map { index, offer in
      let shown = sent.indices.filter { offer.isShown(inVariant: $0) }
      let mine = counted.filter { $0.segment.offer == index + 1 }
      let all = shown.reduce(0) { $0 + sent[$1] }
      let old = sentToOld.map { sentToOld in shown.reduce(0) { $0 + sentToOld[$1] } }
      func message(
        _ sent: Int64, _ isIn: (OfferSegment) -> Bool
      ) -> BroadcastsV1.OfferCounts {
        mine.filter { isIn($0.segment) }.reduce(into: OfferCounts()) { $0 += $1.counts }
          .message(sent: sent)
      }
      return .init(
        offerID: offer.id, name: offer.name, counts: message(all) { _ in true },
        newCustomers: old.map { old in message(all - old) { !$0.isOld } },
        oldCustomers: old.map { old in message(old) { $0.isOld } },
        variants: shown.filter { $0 > 0 }.map { variant in
          .init(
            variant: Int32(variant), name: contents.variants[variant - 1].name,
            counts: message(sent[variant]) { $0.variant == variant })
        })
    }
  }
}

extension Offer {
  init(_ message: BroadcastsV1.Offer) {
    self.init(
      id: message.offerID, name: message.name, variants: message.variants.map(Int.init))
  }

  var message: BroadcastsV1.Offer {
    .init(offerID: id, name: name, variants: variants.map(Int32.init))
  }
}

extension OfferCounts {
  fileprivate func message(sent: Int64) -> BroadcastsV1.OfferCounts {
    .init(
      sentCount: sent, choiceCount: choice, redeemedRecipientCount: redeemed,
      redemptionCount: redemption, amountCents: amountCents,
      redeemRate: sent == 0 ? nil : Double(redeemed) / Double(sent))
  }
}

extension BroadcastsV1.OfferChoice {
  /// The external_userid or chat_id, or empty.
  fileprivate var recipientID: String {
    switch recipient {
    case .externalUserid(let id), .chatID(let id): id
    case nil: ""
    }
  }
}
