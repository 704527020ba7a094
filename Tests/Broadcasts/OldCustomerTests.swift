@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Lift by new and old customers", .timeLimit(.minutes(5)))
struct OldCustomerTests {
  private static let customers = (0..<120).map { "wm-o\($0)" }

  private func convert(_ ids: [String], _ msgid: String, _ chain: Chain) async throws {
    let answer = try await chain.conversions.recordConversions(
      .init(
        conversions: ids.map {
          .init(
            conversionID: "\(msgid)-\($0)", msgid: msgid, recipient: .externalUserid($0),
            kind: .order, amountCents: 100, conversionTime: .init(seconds: 1_767_600_000))
        }))
    #expect(Int(answer.recordedCount) == ids.count, "\(answer.failures)")
  }

  private func lift(_ msgid: String, _ chain: Chain) async throws -> BroadcastsV1.BroadcastLift {
    try await BroadcastsV1.LiftServiceClient(chain.service.channel).getLift(.init(msgid: msgid))
  }

  /// A group's recipients, those who converted, and their cents.
  private func counts(_ group: BroadcastsV1.LiftGroup?) -> [Int64] {
    [group?.recipientCount, group?.convertedRecipientCount, group?.amountCents].map { $0 ?? -1 }
  }

  @Test("A variant for new customers goes to them alone, and old ones get what is for them")
  func segments() async throws {
    try await withChain { chain in
      try await chain.add(Self.customers.map { ("dan", $0) })
      let first = try await chain.confirmed(.init(sender: "dan", content: .init(text: "x")))
      try await chain.acknowledge(chain.lease())
      let old = Set(Self.customers.prefix(50))
      try await convert(old.sorted(), first.msgid, chain)
      let welcome = BroadcastsV1.Variant(
        name: "新客礼", weight: 9, content: .init(text: "new"), segment: .new)
      let thanks = BroadcastsV1.Variant(
        name: "老客", weight: 1, content: .init(text: "old"), segment: .old)
      let news = BroadcastsV1.Variant(name: "all", weight: 1, content: .init(text: "all"))
      let draft = BroadcastsV1.Broadcast(
        sender: "dan", variants: [welcome, thanks, news], seed: "s")
      let preview = try await BroadcastsV1.PreviewServiceClient(chain.service.channel)
        .previewBroadcast(.init(broadcast: draft, sampleSize: 100))
      let planned = try await chain.confirmed(draft)
      let leased = try await chain.lease()
      #expect(leased.count == Self.customers.count)
      for delivery in leased {
        let isOld = old.contains(delivery.recipientID)
        #expect((isOld ? [2, 3] : [1, 3]).contains(delivery.variant), "\(delivery)")
      }
      #expect(Set(leased.map(\.variant)) == [1, 2, 3])
      let variants = Dictionary(uniqueKeysWithValues: leased.map { ($0.recipientID, $0.variant) })
      for sample in preview.samples {
        guard case .externalUserid(let id)? = sample.recipient else { continue }
        #expect(sample.variant == variants[id], "\(id)")
      }
      #expect(try await chain.get(planned.msgid).variants == draft.variants)
      for (wrong, left) in [([welcome, welcome], "old"), ([thanks, thanks], "new")] {
        var wrong = wrong
        wrong[1].name = "other"
        let error = await #expect(throws: Status.self) {
          try await chain.create(.init(sender: "dan", variants: wrong))
        }
        #expect(error?.message.contains(left) == true)
        await expectFailure(.invalidArgument, "SEGMENT_LEFT_OUT", field: "broadcast.variants") {
          try await chain.create(.init(sender: "dan", variants: wrong))
        }
      }
      var unknown = thanks
      unknown.segment = .init(rawValue: 9)
      await expectFailure(
        .invalidArgument, "UNKNOWN_VALUE", field: "broadcast.variants[0].segment"
      ) {
        try await chain.create(.init(sender: "dan", variants: [unknown, news]))
      }
    }
  }

  @Test("Who had converted when the plan was made is old in it, and everybody else stays new")
  func split() async throws {
    try await withChain { chain in
      try await chain.add(Self.customers.map { ("dan", $0) })
      let split = BroadcastsV1.Broadcast(
        sender: "dan",
        variants: [
          .init(name: "a", weight: 1, content: .init(text: "x")),
          .init(name: "b", weight: 1, content: .init(text: "y")),
        ], controlPercent: 40, seed: "spring")
      let first = try await chain.confirmed(split)
      try await chain.acknowledge(chain.lease())
      // The first broadcast knows no old customers, whatever is recorded of it later.
      let old = Array(Self.customers.prefix(50))
      try await convert(old, first.msgid, chain)
      let before = try await lift(first.msgid, chain)
      #expect(before.newCustomers == before.lift)
      #expect(counts(before.oldCustomers?.pushed) == [0, 0, 0])
      #expect(before.oldCustomers?.difference == nil)

      let second = try await chain.confirmed(split)
      let leased = try await chain.lease()
      // One of each is refused by his phone: he counts in neither group.
      let failing = leased.filter { ["wm-o3", "wm-o100"].contains($0.recipientID) }
      try await chain.acknowledge(
        leased.filter { !["wm-o3", "wm-o100"].contains($0.recipientID) })
      try await chain.acknowledge(failing, .failed)
      let deliveries = try await chain.allDeliveries(second.msgid)
      let converting = deliveries.filter { $0.state == .sent || $0.state == .heldOut }
        .map(\.recipientID).filter { $0.hasSuffix("0") }
      try await convert(converting, second.msgid, chain)
      let lift = try await lift(second.msgid, chain)
      func expected(_ state: BroadcastsV1.Delivery.State, isOld: Bool, variant: Int32? = nil)
        -> [Int64]
      {
        let group = deliveries.filter {
          $0.state == state && old.contains($0.recipientID) == isOld
            && (variant == nil || $0.variant == variant)
        }.map(\.recipientID)
        let converted = Int64(group.filter { converting.contains($0) }.count)
        return [Int64(group.count), converted, 100 * converted]
      }
      for (found, isOld) in [(lift.newCustomers, false), (lift.oldCustomers, true)] {
        #expect(counts(found?.pushed) == expected(.sent, isOld: isOld))
        #expect(counts(found?.heldOut) == expected(.heldOut, isOld: isOld))
        #expect(found?.difference != nil)
      }
      for variant in lift.variants {
        for (found, isOld) in [(variant.newCustomers, false), (variant.oldCustomers, true)] {
          #expect(
            counts(found?.pushed) == expected(.sent, isOld: isOld, variant: variant.variant))
          #expect(counts(found?.heldOut) == expected(.heldOut, isOld: isOld))
        }
      }
      // What is recorded of the first later changes nobody's place in the second.
      try await convert(["wm-o119"], first.msgid, chain)
      #expect(try await self.lift(second.msgid, chain) == lift)
    }
  }
}
