@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Lift by new and old customers", .timeLimit(.minutes(1)))
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
