import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("request_id of broadcasts", .timeLimit(.minutes(5)))
struct RequestIDTests {
  @Test("The same creation twenty times at once makes one broadcast, and another body is refused")
  func concurrent() async throws {
    try await withChain { chain in
      let request = BroadcastsV1.CreateBroadcastRequest(
        broadcast: Chain.everybody, requestID: "r-1")
      let broadcasts = chain.broadcasts
      let answers = try await withThrowingTaskGroup(of: BroadcastsV1.Broadcast.self) { group in
        for _ in 0..<20 { group.addTask { try await broadcasts.createBroadcast(request) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 20)
      #expect(Set(answers).count == 1)
      var other = request
      other.broadcast?.content?.text = "x"
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await chain.broadcasts.createBroadcast(other)
      }
      _ = try await chain.planEnded(answers[0].msgid)
      try await chain.restart()
      #expect(try await chain.broadcasts.createBroadcast(request) == answers[0])
      #expect(try await chain.broadcasts.listBroadcasts(.init()).broadcasts.count == 1)
    }
  }

  @Test("A repeated lease is answered the same while it runs, and refused once it ran out")
  func lease() async throws {
    try await withChain { chain in
      _ = try await chain.confirmed()
      let request = BroadcastsV1.LeaseDeliveriesRequest(
        channelID: "app", maxCount: 2, leaseSeconds: 10, requestID: "r-1")
      let first = try await chain.deliveries.leaseDeliveries(request)
      #expect(first.deliveries.count == 2)
      chain.service.clock.advance(seconds: 9)
      #expect(try await chain.deliveries.leaseDeliveries(request) == first)
      #expect(try await chain.counts(first.deliveries[0].msgid).leasedCount == 2)
      chain.service.clock.advance(seconds: 1)
      await expectFailure(.failedPrecondition, "LEASE_EXPIRED", field: "request_id") {
        try await chain.deliveries.leaseDeliveries(request)
      }
      #expect(try await chain.lease().count == 6)
    }
  }

  @Test("What is leased anew is answered, though its time runs out meanwhile")
  func slowLease() async throws {
    try await withChain { chain in
      _ = try await chain.confirmed()
      let clock = chain.service.clock
      try await withThrowingTaskGroup { group in
        group.addTask {
          while !Task.isCancelled {
            clock.advance(seconds: 1)
            await Task.yield()
          }
        }
        for _ in 0..<20 {
          _ = try await chain.deliveries.leaseDeliveries(.init(channelID: "app", leaseSeconds: 1))
        }
        group.cancelAll()
      }
    }
  }

  @Test("Repeated acknowledgements and conversions have one effect and one answer")
  func batches() async throws {
    try await withChain { chain in
      let planned = try await chain.confirmed(.init(sender: "cid", content: .init(text: "x")))
      let leased = try await chain.lease()
      let acknowledge = BroadcastsV1.AcknowledgeDeliveriesRequest(
        acknowledgements: leased.map { $0.acknowledged(.sent) }, requestID: "r-1")
      let settled = try await chain.deliveries.acknowledgeDeliveries(acknowledge)
      #expect(settled.settledCount == 1)
      #expect(try await chain.deliveries.acknowledgeDeliveries(acknowledge) == settled)
      let record = BroadcastsV1.RecordConversionsRequest(
        conversions: [
          .init(
            conversionID: "c1", msgid: planned.msgid, recipient: .externalUserid("wm-c1"),
            kind: .order, amountCents: 5, conversionTime: .init(seconds: 1))
        ], requestID: "r-1")
      let recorded = try await chain.conversions.recordConversions(record)
      #expect(recorded.recordedCount == 1)
      #expect(try await chain.conversions.recordConversions(record) == recorded)
      let counts = try await chain.counts(planned.msgid)
      #expect((counts.sentCount, counts.conversionCount, counts.amountCents) == (1, 1, 5))
    }
  }
}
