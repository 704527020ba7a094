import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Deliveries that a channel cannot tell of", .timeLimit(.minutes(5)))
struct UnknownDeliveryTests {
  private func unknown(
    _ chain: Chain, pageSize: Int32 = 50, token: String = ""
  ) async throws -> BroadcastsV1.ListUnknownDeliveriesResponse {
    try await chain.deliveries.listUnknownDeliveries(
      .init(pageSize: pageSize, pageToken: token))
  }

  @Test("What a channel cannot tell is leased to nobody until it is settled, and then counts")
  func settledLater() async throws {
    try await withChain { chain in
      let broadcast = try await chain.confirmed()
      let leased = try await chain.lease(seconds: 60)
      let reply = try await chain.acknowledge(Array(leased.prefix(2)), .unknown)
      #expect((reply.unknownCount, reply.settledCount, reply.failedCount) == (2, 0, 0))
      // The same again changes nothing.
      #expect(try await chain.acknowledge(Array(leased.prefix(2)), .unknown).repeatedCount == 2)
      chain.service.clock.advance(seconds: 86_400)
      let again = try await chain.lease()
      #expect(Set(again.map(\.deliveryID)) == Set(leased.dropFirst(2).map(\.deliveryID)))
      try await chain.acknowledge(again)
      var counts = try await chain.counts(broadcast.msgid)
      #expect((counts.sentCount, counts.leasedCount) == (4, 2))
      #expect(try await chain.get(broadcast.msgid).state == .active)
      let left = try await unknown(chain).deliveries
      #expect(left.map(\.deliveryID) == leased.prefix(2).map(\.deliveryID))
      #expect(left.map(\.leaseToken) == leased.prefix(2).map(\.leaseToken))
      #expect(left.allSatisfy { $0.state == .unknown })
      let settled = try await chain.deliveries.acknowledgeDeliveries(
        .init(acknowledgements: [
          .init(
            deliveryID: left[0].deliveryID, leaseToken: left[0].leaseToken, outcome: .sent),
          .init(
            deliveryID: left[1].deliveryID, leaseToken: left[1].leaseToken, outcome: .failed),
        ]))
      #expect(settled.settledCount == 2)
      counts = try await chain.counts(broadcast.msgid)
      #expect((counts.sentCount, counts.failedCount, counts.leasedCount) == (5, 1, 0))
      #expect(try await chain.get(broadcast.msgid).state == .finished)
      #expect(try await unknown(chain).deliveries.isEmpty)
      // What is settled is known for ever.
      let late = try await chain.acknowledge(Array(leased.prefix(1)), .unknown)
      #expect(late.failures.map(\.reason) == ["ALREADY_SETTLED"])
    }
  }

  @Test("The feed and the explanation tell it, and a restart keeps it")
  func told() async throws {
    try await withChain { chain in
      let broadcast = try await chain.confirmed()
      let leased = try await chain.lease(1)
      try await chain.acknowledge(leased, .unknown)
      try await chain.restart()
      for try await change in chain.changes.watchChanges(.init()) {
        guard case .deliveriesUnknown(let told) = change.event else { continue }
        #expect(told.deliveries.map(\.state) == [.unknown])
        break
      }
      let why = try await BroadcastsV1.ExplanationServiceClient(chain.service.channel)
        .explainRecipient(
          .init(msgid: broadcast.msgid, recipient: .externalUserid(leased[0].recipientID)))
      #expect(why.verdict == .unknown)
      chain.service.clock.advance(seconds: 3600)
      #expect(try await chain.lease().count == 5)
    }
  }

  @Test("They are listed page by page, the longest ago first, and a stale channel has no say")
  func listed() async throws {
    try await withChain { chain in
      _ = try await chain.confirmed()
      let stale = try await chain.lease(1, seconds: 10)
      chain.service.clock.advance(seconds: 11)
      let leased = try await chain.lease()
      let refused = try await chain.acknowledge(stale, .unknown)
      #expect(refused.failures.map(\.reason) == ["STALE_LEASE"])
      for delivery in leased.reversed() {
        try await chain.acknowledge([delivery], .unknown)
        chain.service.clock.advance(seconds: 1)
      }
      var met: [String] = []
      var token = ""
      repeat {
        let page = try await unknown(chain, pageSize: 2, token: token)
        met += page.deliveries.map(\.deliveryID)
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(met == leased.reversed().map(\.deliveryID))
    }
  }
}
