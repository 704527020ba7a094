import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("RecordConversions", .timeLimit(.minutes(5)))
struct ConversionTests {
  private func conversion(
    _ id: String, _ msgid: String, _ who: String, cents: Int64 = 100,
    kind: BroadcastsV1.Conversion.Kind = .redemption
  ) -> BroadcastsV1.Conversion {
    .init(
      conversionID: id, msgid: msgid, recipient: .externalUserid(who), kind: kind,
      amountCents: cents, conversionTime: .init(seconds: 1_767_600_000))
  }

  /// A broadcast sent to Ann's customers but wm-a3, to whom it failed.
  private func sent(_ chain: Chain) async throws -> String {
    let planned = try await chain.confirmed(.init(sender: "ann", content: .init(text: "x")))
    let leased = try await chain.lease()
    try await chain.acknowledge(leased.filter { $0.recipientID != "wm-a3" })
    try await chain.acknowledge(leased.filter { $0.recipientID == "wm-a3" }, .failed)
    return planned.msgid
  }

  @Test("A conversion counts once, however often it is recorded")
  func repeated() async throws {
    try await withChain { chain in
      let msgid = try await sent(chain)
      let one = conversion("c1", msgid, "wm-a1", cents: 250)
      let two = conversion("c2", msgid, "wm-a1", cents: 1000, kind: .order)
      let first = try await chain.conversions.recordConversions(
        .init(conversions: [one, two, one]))
      #expect((first.recordedCount, first.repeatedCount, first.failedCount) == (2, 1, 0))
      let again = try await chain.conversions.recordConversions(
        .init(conversions: [two, one, conversion("c3", msgid, "wm-a2", cents: 0)]))
      #expect((again.recordedCount, again.repeatedCount, again.failedCount) == (1, 2, 0))
      let counts = try await chain.counts(msgid)
      #expect(
        (counts.conversionCount, counts.convertedRecipientCount, counts.amountCents)
          == (3, 2, 1250))
      let members = try await chain.reports.listMemberReports(.init(msgid: msgid)).reports
      #expect(members.map(\.userid) == ["ann"])
      #expect(members.first?.deliveries == counts)
      let deliveries = try await chain.allDeliveries(msgid)
      #expect(
        deliveries.map { [$0.conversionCount, $0.amountCents] } == [[2, 1250], [1, 0], [0, 0]])
    }
  }

  @Test("What cannot be recorded is listed, and the rest is recorded")
  func refused() async throws {
    try await withChain { chain in
      let msgid = try await sent(chain)
      let good = conversion("c1", msgid, "wm-a1")
      var untimed = conversion("c2", msgid, "wm-a1")
      untimed.conversionTime = nil
      var nobody = conversion("c3", msgid, "wm-a1")
      nobody.recipient = nil
      let reply = try await chain.conversions.recordConversions(
        .init(conversions: [
          good, conversion("c1", msgid, "wm-a1", cents: 101),
          conversion("c4", "msg-none", "wm-a1"), conversion("c5", msgid, "wm-b1"),
          conversion("c6", msgid, "wm-a3"), conversion("c7", msgid, "wm-a1", kind: .unspecified),
          conversion("c8", msgid, "wm-a1", cents: -1), untimed, nobody,
          conversion("", msgid, "wm-a1"), conversion("c9", msgid, "wm-a2"),
        ]))
      #expect(reply.recordedCount == 2)
      #expect(reply.failedCount == 9)
      #expect(
        reply.failures.map { [$0.key, $0.reason] } == [
          ["c1", "CONVERSION_ID_REUSED"], ["c4", "BROADCAST_NOT_FOUND"],
          ["c5", "DELIVERY_NOT_FOUND"], ["c6", "DELIVERY_NOT_SENT"], ["c7", "UNKNOWN_VALUE"],
          ["c8", "OUT_OF_RANGE"], ["c2", "REQUIRED"], ["c3", "REQUIRED"], ["", "REQUIRED"],
        ])
    }
  }

  @Test("What waits or is leased has not been sent, and converts nothing")
  func unsent() async throws {
    try await withChain { chain in
      let planned = try await chain.planned()
      func reason() async throws -> [String] {
        try await chain.conversions.recordConversions(
          .init(conversions: [conversion("c1", planned.msgid, "wm-c1")])
        ).failures.map(\.reason)
      }
      #expect(try await reason() == ["DELIVERY_NOT_SENT"])
      _ = try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: "cid"))
      let leased = try await chain.lease()
      #expect(try await reason() == ["DELIVERY_NOT_SENT"])
      try await chain.acknowledge(leased)
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: planned.msgid))
      #expect(try await reason() == [])
      #expect(try await chain.counts(planned.msgid).conversionCount == 1)
    }
  }

  @Test("A group converts by its chat_id")
  func group() async throws {
    try await withChain { chain in
      _ = try await chain.groups.createCustomerGroup(
        .init(chatID: "wr-1", name: "群", owner: "ann"))
      let planned = try await chain.confirmed(
        .init(chatType: .group, sender: "ann", content: .init(text: "x"), chatIDs: ["wr-1"]))
      try await chain.acknowledge(chain.lease())
      var order = conversion("c1", planned.msgid, "", kind: .order)
      order.recipient = .chatID("wr-1")
      #expect(
        try await chain.conversions.recordConversions(.init(conversions: [order])).recordedCount
          == 1)
    }
  }

  @Test("A batch has 1 to 1000 conversions")
  func batch() async throws {
    try await withChain { chain in
      await expectFailure(.invalidArgument, "REQUIRED", field: "conversions") {
        try await chain.conversions.recordConversions(.init())
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "conversions") {
        try await chain.conversions.recordConversions(
          .init(conversions: Array(repeating: .init(), count: 1001)))
      }
    }
  }
}
