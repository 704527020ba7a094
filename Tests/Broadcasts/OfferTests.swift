@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("OfferService", .timeLimit(.minutes(5)))
struct OfferTests {
  private static let time = GoogleProtobuf.Timestamp(seconds: 1_767_600_000)

  private static let offers: [BroadcastsV1.Offer] = ["soap", "oil", "eggs", "rice", "tea"].map {
    .init(offerID: $0, name: "\($0)券")
  }

  private func client(_ chain: Chain) -> BroadcastsV1.OfferServiceClient {
    .init(chain.service.channel)
  }

  private func choice(
    _ msgid: String, _ who: String, _ offerID: String
  ) -> BroadcastsV1.OfferChoice {
    .init(
      msgid: msgid, recipient: .externalUserid(who), offerID: offerID, choiceTime: Self.time)
  }

  private func redemption(
    _ id: String, _ msgid: String, _ who: String, _ offerID: String, cents: Int64 = 100
  ) -> BroadcastsV1.Conversion {
    .init(
      conversionID: id, msgid: msgid, recipient: .externalUserid(who), kind: .redemption,
      amountCents: cents, conversionTime: Self.time, offerID: offerID)
  }

  /// Five offers sent to Ann's and Bob's customers, each with his link.
  private func sent(_ chain: Chain) async throws -> (msgid: String, codes: [String: String]) {
    let planned = try await chain.confirmed(
      .init(
        content: .init(text: "{{link.code}}"), audience: .init(userids: ["ann", "bob"]),
        offers: Self.offers))
    let leased = try await chain.lease()
    try await chain.acknowledge(leased)
    let codes = leased.map { ($0.recipientID, $0.content?.text ?? "") }
    return (planned.msgid, Dictionary(uniqueKeysWithValues: codes))
  }

  private func record(
    _ choices: [BroadcastsV1.OfferChoice], _ chain: Chain
  ) async throws -> BroadcastsV1.RecordOfferChoicesResponse {
    try await client(chain).recordOfferChoices(.init(choices: choices))
  }

  @Test("Of five offers each recipient chooses one, once, by his link or by his id")
  func choose() async throws {
    try await withChain { chain in
      let (msgid, codes) = try await sent(chain)
      let shown = try await client(chain).getRecipientOffers(.init(linkCode: codes["wm-a1"]!))
      #expect(shown.offers.map(\.offerID) == Self.offers.map(\.offerID))
      #expect(
        (shown.msgid, shown.userid, shown.recipient)
          == (msgid, "ann", .externalUserid("wm-a1")))
      #expect((shown.chosenOfferID, shown.choiceTime) == ("", nil))
      let byCode = BroadcastsV1.OfferChoice(
        linkCode: codes["wm-a1"]!, offerID: "oil", choiceTime: Self.time)
      let batch = [byCode, choice(msgid, "wm-b1", "tea"), byCode]
      let reply = try await record(batch, chain)
      #expect((reply.recordedCount, reply.repeatedCount, reply.failedCount) == (2, 1, 0))
      #expect(try await record(batch, chain).repeatedCount == 3)
      let other = try await record([choice(msgid, "wm-a1", "tea")], chain)
      #expect(other.failures.map { [$0.key, $0.reason] } == [["wm-a1", "OFFER_CHOSEN_ALREADY"]])
      let chosen = try await client(chain).getRecipientOffers(
        .init(msgid: msgid, recipient: .externalUserid("wm-a1")))
      #expect((chosen.chosenOfferID, chosen.choiceTime) == ("oil", Self.time))
      var told: [BroadcastsV1.OfferChoice] = []
      for try await change in chain.changes.watchChanges(.init()) {
        guard case .offerChoicesRecorded(let event) = change.event else { continue }
        told = event.choices
        break
      }
      #expect(told.map(\.offerID) == ["oil", "tea"])
      #expect(told.map(\.userid) == ["ann", "bob"])
      #expect(told.allSatisfy { $0.msgid == msgid && $0.linkCode.isEmpty })
      let page = try await client(chain).listOfferChoices(.init(msgid: msgid, pageSize: 1))
      let rest = try await client(chain).listOfferChoices(
        .init(msgid: msgid, pageSize: 1, pageToken: page.nextPageToken))
      #expect((page.choices + rest.choices).map(\.offerID) == ["oil", "tea"])
      #expect(rest.nextPageToken.isEmpty)
      let explained = try await BroadcastsV1.ExplanationServiceClient(chain.service.channel)
        .explainRecipient(.init(msgid: msgid, recipient: .externalUserid("wm-b1")))
      let fact = try #require(explained.facts.first { $0.kind == .offerChosen })
      #expect((fact.detail, fact.factTime) == ("tea", Self.time))
    }
  }

  @Test("Redemptions name the offer; who had chosen none has chosen it by that")
  func redeem() async throws {
    try await withChain { chain in
      let (msgid, _) = try await sent(chain)
      _ = try await record(
        [choice(msgid, "wm-a1", "oil"), choice(msgid, "wm-a2", "oil")], chain)
      let batch = [
        redemption("r1", msgid, "wm-a1", "oil"), redemption("r2", msgid, "wm-a1", "oil", cents: 50),
        redemption("r3", msgid, "wm-b1", "tea"), redemption("r4", msgid, "wm-a2", "tea"),
        redemption("r5", msgid, "wm-a2", "gold"), redemption("r6", msgid, "wm-a3", ""),
        redemption("r1", msgid, "wm-a1", ""),
      ]
      let reply = try await chain.conversions.recordConversions(.init(conversions: batch))
      #expect(reply.recordedCount == 4)
      #expect(
        reply.failures.map { [$0.key, $0.reason] } == [
          ["r4", "OFFER_CHOSEN_ALREADY"], ["r5", "OFFER_NOT_SHOWN"],
          ["r1", "CONVERSION_ID_REUSED"],
        ])
      #expect(
        try await chain.conversions.recordConversions(.init(conversions: batch)).repeatedCount == 4)
      let report = try await client(chain).getOfferReport(.init(msgid: msgid))
      #expect(report.offers.map(\.offerID) == Self.offers.map(\.offerID))
      let oil = try #require(report.offers[1].counts)
      #expect(
        oil
          == .init(
            sentCount: 5, choiceCount: 2, redeemedRecipientCount: 1, redemptionCount: 2,
            amountCents: 150, redeemRate: 0.2))
      #expect(report.offers[4].counts?.choiceCount == 1)
      #expect(report.offers[0].counts == .init(sentCount: 5, redeemRate: 0))
      let choices = try await client(chain).listOfferChoices(.init(msgid: msgid)).choices
      #expect(choices.map(\.redemptionCount) == [2, 0, 1])
      #expect(choices.map(\.amountCents) == [150, 0, 100])
    }
  }

  @Test("Offers are counted by variant, and apart for new and old customers")
  func segments() async throws {
    try await withChain { chain in
      let customers = (0..<40).map { "wm-s\($0)" }
      try await chain.add(customers.map { ("dan", $0) })
      let broadcast = BroadcastsV1.Broadcast(
        sender: "dan",
        variants: [
          .init(name: "甲", weight: 1, content: .init(text: "x")),
          .init(name: "乙", weight: 1, content: .init(text: "y")),
        ], controlPercent: 20, seed: "s",
        offers: [
          .init(offerID: "both", name: "皆"), .init(offerID: "second", name: "乙", variants: [2]),
        ])
      let first = try await chain.confirmed(broadcast)
      try await chain.acknowledge(chain.lease())
      _ = try await chain.conversions.recordConversions(
        .init(
          conversions: customers.prefix(20).map { redemption("f-\($0)", first.msgid, $0, "") }))
      let planned = try await chain.confirmed(broadcast)
      let leased = try await chain.lease()
      try await chain.acknowledge(leased)
      let heldOut = try await chain.allDeliveries(planned.msgid).filter { $0.state == .heldOut }
      let one = leased.filter { $0.variant == 1 }.map(\.recipientID)
      let two = leased.filter { $0.variant == 2 }.map(\.recipientID)
      let wrong = try await record(
        [
          choice(planned.msgid, one[0], "second"),
          choice(planned.msgid, heldOut[0].recipientID, "both"),
        ], chain)
      #expect(wrong.failures.map(\.reason) == ["OFFER_NOT_SHOWN", "DELIVERY_NOT_SENT"])
      let reply = try await chain.conversions.recordConversions(
        .init(conversions: [redemption("h", planned.msgid, heldOut[0].recipientID, "both")]))
      #expect(reply.failures.map(\.reason) == ["OFFER_NOT_SHOWN"])
      #expect(
        try await client(chain).getRecipientOffers(
          .init(msgid: planned.msgid, recipient: .externalUserid(heldOut[0].recipientID))
        ).offers.isEmpty)
      _ = try await record(one.map { choice(planned.msgid, $0, "both") }, chain)
      _ = try await chain.conversions.recordConversions(
        .init(conversions: two.map { redemption("t-\($0)", planned.msgid, $0, "second") }))
      let report = try await client(chain).getOfferReport(.init(msgid: planned.msgid))
      let (both, second) = (report.offers[0], report.offers[1])
      #expect(both.variants.map(\.variant) == [1, 2])
      #expect(both.variants.map { $0.counts?.choiceCount } == [Int64(one.count), 0])
      #expect(both.counts?.sentCount == Int64(one.count + two.count))
      #expect(second.variants.map(\.name) == ["乙"])
      #expect(second.counts?.sentCount == Int64(two.count))
      #expect(second.counts?.redeemRate == 1)
      let old = Set(customers.prefix(20))
      #expect(second.oldCustomers?.redemptionCount == Int64(two.filter(old.contains).count))
      #expect(
        second.newCustomers?.redemptionCount == Int64(two.count - two.filter(old.contains).count))
      #expect(second.oldCustomers?.redeemRate == 1)
      let read = try await chain.get(planned.msgid)
      #expect(read.offers == broadcast.offers)
    }
  }

  @Test("What cannot be chosen is listed, and what is wrong with offers is named")
  func wrong() async throws {
    try await withChain { chain in
      let (msgid, codes) = try await sent(chain)
      let unsent = try await chain.planned(
        .init(sender: "cid", content: .init(text: "x"), offers: Self.offers))
      var both = choice(msgid, "wm-a1", "oil")
      both.linkCode = codes["wm-a1"]!
      var timeless = choice(msgid, "wm-a1", "oil")
      timeless.choiceTime = nil
      let reply = try await record(
        [
          .init(linkCode: "1-1-x", offerID: "oil", choiceTime: Self.time), both, timeless,
          choice("msg0", "wm-a1", "oil"), choice(msgid, "wm-c1", "oil"),
          choice(unsent.msgid, "wm-c1", "oil"), choice(msgid, "wm-a1", "gold"),
          choice(msgid, "wm-a1", ""), choice(msgid, "wm-a2", "tea"),
        ], chain)
      #expect(reply.recordedCount == 1)
      #expect(
        reply.failures.map(\.reason) == [
          "LINK_CODE_UNKNOWN", "TARGET_TWICE", "REQUIRED", "BROADCAST_NOT_FOUND",
          "DELIVERY_NOT_FOUND", "DELIVERY_NOT_SENT", "OFFER_NOT_SHOWN", "REQUIRED",
        ])
      await expectFailure(.invalidArgument, "REQUIRED", field: "choices") {
        try await record([], chain)
      }
      await expectFailure(.notFound, "BROADCAST_NOT_FOUND", errcode: 41047) {
        try await client(chain).getOfferReport(.init(msgid: "msg0"))
      }
      func refused(_ offers: [BroadcastsV1.Offer], _ reason: String, _ field: String) async {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await chain.create(
            .init(sender: "ann", content: .init(text: "x"), offers: offers))
        }
      }
      let offer = Self.offers[0]
      await refused([offer, offer], "OFFER_REPEATED", "broadcast.offers[1].offer_id")
      await refused([.init(offerID: "a b", name: "x")], "BAD_ID", "broadcast.offers[0].offer_id")
      await refused([.init(offerID: "a")], "REQUIRED", "broadcast.offers[0].name")
      await refused(
        [.init(offerID: "a", name: "x", variants: [1])], "VARIANT_UNKNOWN",
        "broadcast.offers[0].variants")
      await refused(
        (0...10).map { .init(offerID: "o\($0)", name: "x") }, "TOO_LONG", "broadcast.offers")
    }
  }
}
