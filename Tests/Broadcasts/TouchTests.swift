@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("TouchService", .timeLimit(.minutes(5)))
struct TouchTests {
  private func touches(_ chain: Chain) -> BroadcastsV1.TouchServiceClient {
    .init(chain.service.channel)
  }

  private static let linked = BroadcastsV1.Broadcast(
    content: .init(
      text: "{{customer.name}}",
      attachments: [
        .init(body: .link(.init(title: "新品", url: "https://shop.example/7?c={{link.code}}")))
      ]), audience: .init(userids: ["ann", "bob"]))

  /// Sends a broadcast; returns its msgid and each recipient's code.
  private func sent(_ chain: Chain) async throws -> (String, [String: String]) {
    let planned = try await chain.confirmed(Self.linked)
    let leased = try await chain.lease()
    var codes: [String: String] = [:]
    for delivery in leased {
      guard case .link(let link)? = delivery.content?.attachments.first?.body else { continue }
      codes[delivery.recipientID] = String(link.url.dropFirst("https://shop.example/7?c=".count))
    }
    try await chain.acknowledge(leased)
    return (planned.msgid, codes)
  }

  private func touch(
    _ id: String, _ kind: BroadcastsV1.TouchKind, code: String, at time: Instant,
    percent: Int32 = 0, seconds: Int32 = 0
  ) -> BroadcastsV1.Touch {
    .init(
      touchID: id, kind: kind, linkCode: code, touchTime: time.timestamp, readPercent: percent,
      readSeconds: seconds)
  }

  @Test("Each recipient gets a code of his own, by which he is known and nobody else")
  func codes() async throws {
    try await withChain { chain in
      let (_, codes) = try await sent(chain)
      #expect(codes.count == 5)
      #expect(Set(codes.values).count == 5)
      let key = DeliveryKey(broadcast: 7, recipient: 12_345)
      let code = LinkCode(key, secret: "a")
      #expect(LinkCode(code.text, secret: "a")?.key == key)
      #expect(LinkCode(code.text, secret: "b") == nil)
      for wrong in ["", "-", "--", "7-9-1", code.text + "0", code.text.uppercased(), "-7-9-1"]
      where wrong != code.text {
        #expect(LinkCode(wrong, secret: "a") == nil, "\(wrong)")
      }
      let now = chain.service.clock.now
      let reply = try await touches(chain).recordTouches(
        .init(touches: [touch("t1", .click, code: code.text, at: now)]))
      #expect(reply.failures.map(\.reason) == ["LINK_CODE_UNKNOWN"])
    }
  }

  @Test("Clicks, reading and visits are counted once each, and lead to conversions")
  func chainOfTouches() async throws {
    try await withChain { chain in
      let (msgid, codes) = try await sent(chain)
      let touches = touches(chain)
      let now = chain.service.clock.now
      let tomorrow = now.advanced(bySeconds: 86_400)
      let (a1, a2, b1) = (codes["wm-a1"]!, codes["wm-a2"]!, codes["wm-b1"]!)
      let batch = BroadcastsV1.RecordTouchesRequest(touches: [
        touch("t1", .click, code: a1, at: now), touch("t2", .click, code: a1, at: now),
        touch("t3", .read, code: a1, at: now, percent: 40, seconds: 10),
        touch("t4", .read, code: a1, at: tomorrow, percent: 90, seconds: 20),
        touch("t5", .read, code: a1, at: tomorrow, percent: 50, seconds: 5),
        touch("t6", .click, code: a2, at: tomorrow), touch("t7", .visit, code: b1, at: now),
        touch("t1", .click, code: a1, at: now),
      ])
      let reply = try await touches.recordTouches(batch)
      #expect((reply.recordedCount, reply.repeatedCount, reply.failedCount) == (7, 1, 0))
      #expect(try await touches.recordTouches(batch).repeatedCount == 8)
      // In the store, where nobody has a code.
      _ = try await touches.recordTouches(
        .init(touches: [
          .init(
            touchID: "t8", kind: .visit, msgid: msgid, recipient: .externalUserid("wm-a1"),
            touchTime: tomorrow.timestamp)
        ]))
      func order(_ id: String, _ who: String) -> BroadcastsV1.Conversion {
        .init(
          conversionID: id, msgid: msgid, recipient: .externalUserid(who), kind: .order,
          amountCents: 5, conversionTime: tomorrow.timestamp)
      }
      _ = try await chain.conversions.recordConversions(
        .init(conversions: [
          order("c1", "wm-a1"), order("c2", "wm-a1"), order("c3", "wm-a2"), order("c4", "wm-b2"),
        ]))
      let report = try await touches.getTouchReport(.init(msgid: msgid))
      let whole = BroadcastsV1.TouchCounts(
        clickCount: 3, clickedRecipientCount: 2, readingRecipientCount: 1, readPercentSum: 90,
        readSeconds: 35, visitCount: 2, visitedRecipientCount: 2, clickedVisitedRecipientCount: 1,
        clickedConvertedRecipientCount: 2, clickedVisitedConvertedRecipientCount: 1)
      #expect(report.counts == whole)
      #expect((report.sentCount, report.convertedRecipientCount) == (5, 3))
      let days = try await touches.listDayTouchReports(.init(msgid: msgid)).reports
      #expect(days.map(\.date) == ["2026-01-05", "2026-01-06"])
      #expect(days.map { $0.counts?.clickCount } == [2, 1])
      #expect(days.map { $0.counts?.readPercentSum } == [40, 50])
      #expect(days.map { $0.counts?.clickedVisitedConvertedRecipientCount } == [0, 1])
      let members = try await touches.listMemberTouchReports(.init(msgid: msgid)).reports
      #expect(Set(members.map(\.userid)) == ["ann", "bob"])
      #expect(members.first { $0.userid == "bob" }?.counts?.visitCount == 1)
      let recipients = try await touches.listTouchedRecipients(.init(msgid: msgid)).recipients
      let first = try #require(recipients.first { $0.recipient == .externalUserid("wm-a1") })
      #expect(
        first
          == .init(
            userid: "ann", recipient: .externalUserid("wm-a1"), clickCount: 2,
            firstClickTime: now.timestamp, readPercent: 90, readSeconds: 35, visitCount: 1,
            firstVisitTime: tomorrow.timestamp, conversionCount: 2, amountCents: 10))
      #expect(recipients.count == 3)
      for try await change in chain.changes.watchChanges(.init()) {
        guard case .touchesRecorded(let told) = change.event else { continue }
        #expect(told.touches == Array(batch.touches.prefix(7)))
        break
      }
    }
  }

  @Test("A click that comes after the order completes the chain as well")
  func lateClick() async throws {
    try await withChain { chain in
      let (msgid, codes) = try await sent(chain)
      let now = chain.service.clock.now
      _ = try await chain.conversions.recordConversions(
        .init(conversions: [
          .init(
            conversionID: "c1", msgid: msgid, recipient: .externalUserid("wm-a1"), kind: .order,
            conversionTime: now.timestamp)
        ]))
      for (id, kind) in [("t1", .click), ("t2", .visit)] as [(String, BroadcastsV1.TouchKind)] {
        _ = try await touches(chain).recordTouches(
          .init(touches: [touch(id, kind, code: codes["wm-a1"]!, at: now)]))
      }
      let counts = try await touches(chain).getTouchReport(.init(msgid: msgid)).counts
      #expect(counts?.clickedVisitedConvertedRecipientCount == 1)
      #expect(counts?.clickedConvertedRecipientCount == 1)
    }
  }

  @Test("Touches are counted by variant")
  func variants() async throws {
    try await withChain { chain in
      let content = BroadcastsV1.Content(text: "https://x/{{link.code}}")
      let planned = try await chain.confirmed(
        .init(
          audience: .init(userids: ["ann", "bob", "cid"]),
          variants: [
            .init(name: "甲", weight: 1, content: content),
            .init(name: "乙", weight: 1, content: content),
          ], seed: "s"))
      let leased = try await chain.lease()
      try await chain.acknowledge(leased)
      _ = try await touches(chain).recordTouches(
        .init(
          touches: leased.map {
            touch(
              "t-\($0.recipientID)", .click,
              code: String($0.content!.text.dropFirst("https://x/".count)),
              at: chain.service.clock.now)
          }))
      let report = try await touches(chain).getTouchReport(.init(msgid: planned.msgid))
      #expect(report.variants.map(\.name) == ["甲", "乙"])
      for (index, variant) in report.variants.enumerated() {
        let count = Int64(leased.filter { $0.variant == Int32(index + 1) }.count)
        #expect(variant.counts?.clickedRecipientCount == count)
        #expect(variant.sentCount == count)
      }
      #expect(report.counts?.clickCount == 6)
    }
  }

  @Test("What cannot be taken is listed with its reason; the rest is recorded")
  func refused() async throws {
    try await withChain { chain in
      let (msgid, codes) = try await sent(chain)
      let now = chain.service.clock.now
      let code = codes["wm-a1"]!
      let unsent = try await chain.planned(Self.linked)
      func of(_ msgid: String, _ who: String?) -> BroadcastsV1.Touch {
        .init(
          touchID: "w", kind: .visit, msgid: msgid,
          recipient: who.map { .externalUserid($0) }, touchTime: now.timestamp)
      }
      var twice = of(msgid, "wm-a1")
      twice.linkCode = code
      var timeless = touch("x", .click, code: code, at: now)
      timeless.touchTime = nil
      let reply = try await touches(chain).recordTouches(
        .init(touches: [
          touch("ok", .click, code: code, at: now), touch("ok", .visit, code: code, at: now),
          touch("", .click, code: code, at: now), touch("x", .unspecified, code: code, at: now),
          touch("x", .read, code: code, at: now, percent: 101),
          touch("x", .click, code: code, at: now, seconds: 1), timeless, twice,
          of("msg0", "wm-a1"), of(msgid, "wm-c1"), of(unsent.msgid, "wm-a1"), of(msgid, nil),
        ]))
      #expect(reply.recordedCount == 1)
      #expect(
        reply.failures.map(\.reason) == [
          "TOUCH_ID_REUSED", "REQUIRED", "UNKNOWN_VALUE", "OUT_OF_RANGE", "NOT_FOR_KIND",
          "REQUIRED", "TARGET_TWICE", "BROADCAST_NOT_FOUND", "DELIVERY_NOT_FOUND",
          "DELIVERY_NOT_SENT", "REQUIRED",
        ])
      await expectFailure(.invalidArgument, "REQUIRED", field: "touches") {
        try await touches(chain).recordTouches(.init())
      }
      await expectFailure(.notFound, "BROADCAST_NOT_FOUND", errcode: 41047) {
        try await touches(chain).getTouchReport(.init(msgid: "msg0"))
      }
    }
  }
}
