@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Control groups, variants and lift", .timeLimit(.minutes(5)))
struct HoldOutTests {
  @Test("The interval is Newcombe's, of his own examples")
  func newcombe() throws {
    // From table II of the 1998 paper, method 10.
    for (a, m, b, n, lower, upper) in [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
      (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
      (0, 10, 0, 20, -0.1611, 0.2775), (10, 10, 0, 20, 0.6791, 1.0),
    ] as [(Int64, Int64, Int64, Int64, Double, Double)] {
      let lift = Lift(
        pushed: LiftGroup(count: m, converted: a), heldOut: LiftGroup(count: n, converted: b))
      let difference = try #require(lift.difference)
      #expect(abs(difference.lower - lower) < 0.00006, "\(a)/\(m) − \(b)/\(n): \(difference)")
      #expect(abs(difference.upper - upper) < 0.00006, "\(a)/\(m) − \(b)/\(n): \(difference)")
    }
    #expect(
      Lift(
        pushed: LiftGroup(count: 0, converted: 0), heldOut: LiftGroup(count: 4, converted: 1)
      ).difference == nil)
  }

  @Test("The draw depends on the seed and the recipient alone, and comes near its shares")
  func draws() {
    let arms = Arms(controlPercent: 20, seed: "spring", weights: [3, 1])
    let places = (0..<10_000).map { arms.place(of: "wm-\($0)") }
    #expect(places == (0..<10_000).map { arms.place(of: "wm-\($0)") })
    let heldOut = places.filter(\.isHeldOut)
    #expect((1880...2120).contains(heldOut.count), "\(heldOut.count)")
    #expect(heldOut.allSatisfy { $0.variant == 0 })
    let first = places.filter { $0.variant == 1 }.count
    #expect((5830...6170).contains(first), "\(first)")
    #expect(places.count == heldOut.count + first + places.filter { $0.variant == 2 }.count)
    let other = Arms(controlPercent: 20, seed: "summer")
    #expect(places.map(\.isHeldOut) != (0..<10_000).map { other.place(of: "wm-\($0)").isHeldOut })
    // The stored split must never move.
    #expect((0..<8).map { arms.place(of: "wm-\($0)").variant } == Self.firstVariants)
  }

  private static let firstVariants = [0, 1, 1, 1, 2, 1, 1, 1]

  private static let customers = (0..<200).map { "wm-h\($0)" }

  /// Two variants and a control share over 200 customers of Dan's and Eve's.
  private func split(_ chain: Chain, percent: Int32 = 30) async throws -> BroadcastsV1.Broadcast {
    try await chain.add(
      Self.customers.enumerated().map { ($0.offset % 2 == 0 ? "dan" : "eve", $0.element) })
    return try await chain.confirmed(
      .init(
        audience: .init(userids: ["dan", "eve"]),
        variants: [
          .init(name: "coupon", weight: 2, content: .init(text: "券")),
          .init(name: "news", weight: 1, content: .init(text: "新品")),
        ], controlPercent: percent, seed: "spring"))
  }

  @Test("Planned is always sent, failed, pending, leased, stopped and held out together")
  func sums() async throws {
    try await withChain { chain in
      let planned = try await split(chain)
      func check() async throws -> BroadcastsV1.DeliveryCounts {
        let report = try await chain.reports.getBroadcastReport(.init(msgid: planned.msgid))
        let counts = try #require(report.deliveries)
        let states = try await chain.allDeliveries(planned.msgid).map(\.state)
        #expect(counts.recipientCount == 200)
        #expect(
          counts.recipientCount == counts.pendingCount + counts.leasedCount + counts.sentCount
            + counts.failedCount + counts.stoppedCount + counts.heldOutCount)
        #expect(counts.heldOutCount == Int64(states.filter { $0 == .heldOut }.count))
        #expect(counts.pendingCount == Int64(states.filter { $0 == .pending }.count))
        #expect(
          report.variants.reduce(0) { $0 + ($1.deliveries?.recipientCount ?? 0) }
            == 200 - counts.heldOutCount)
        return counts
      }
      let heldOut = try await check().heldOutCount
      #expect((40...80).contains(heldOut))
      let leased = try await chain.lease(50)
      _ = try await check()
      try await chain.acknowledge(Array(leased.prefix(20)))
      try await chain.acknowledge(Array(leased.dropFirst(20).prefix(7)), .failed)
      _ = try await check()
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: planned.msgid))
      let counts = try await check()
      #expect((counts.sentCount, counts.failedCount, counts.pendingCount) == (20, 7, 0))
    }
  }

  @Test(
    "Who is held out is never leased, each of the others gets his variant, and lift counts both")
  func lift() async throws {
    try await withChain { chain in
      let planned = try await split(chain)
      let reply = try await chain.deliveries.leaseDeliveries(
        .init(channelID: "app", maxCount: 1000))
      let deliveries = try await chain.allDeliveries(planned.msgid)
      let heldOut = deliveries.filter { $0.state == .heldOut }
      #expect(reply.deliveries.count == 200 - heldOut.count)
      #expect(reply.contents.map(\.variant) == [1, 2])
      #expect(reply.contents.map(\.content?.text) == ["券", "新品"])
      let arms = Arms(controlPercent: 30, seed: "spring", weights: [2, 1])
      for delivery in deliveries {
        let place = arms.place(of: delivery.recipientID)
        #expect(place.isHeldOut == (delivery.state == .heldOut))
        #expect(Int32(place.variant) == delivery.variant)
      }
      try await chain.acknowledge(reply.deliveries)
      #expect(try await chain.get(planned.msgid).state == .finished)
      func convert(_ ids: [String], _ prefix: String) async throws {
        let answer = try await chain.conversions.recordConversions(
          .init(
            conversions: ids.map {
              .init(
                conversionID: "\(prefix)-\($0)", msgid: planned.msgid,
                recipient: .externalUserid($0), kind: .order, amountCents: 100,
                conversionTime: .init(seconds: 1_767_600_000))
            }))
        #expect(Int(answer.recordedCount) == ids.count, "\(answer.failures)")
      }
      let converted = reply.deliveries.filter { $0.variant == 1 }.prefix(40).map(\.recipientID)
      try await convert(converted, "a")
      try await convert(Array(converted.prefix(3)), "b")
      try await convert(heldOut.prefix(5).map(\.recipientID), "c")
      let lifts = BroadcastsV1.LiftServiceClient(chain.service.channel)
      let lift = try await lifts.getLift(.init(msgid: planned.msgid))
      #expect((lift.controlPercent, lift.seed) == (30, "spring"))
      let whole = try #require(lift.lift)
      #expect(whole.pushed?.recipientCount == Int64(reply.deliveries.count))
      #expect(whole.pushed?.convertedRecipientCount == 40)
      #expect((whole.pushed?.conversionCount, whole.pushed?.amountCents) == (43, 4300))
      #expect(whole.heldOut?.recipientCount == Int64(heldOut.count))
      #expect(whole.heldOut?.convertedRecipientCount == 5)
      #expect(whole.heldOut?.amountCents == 500)
      let rate = 40 / Double(reply.deliveries.count) - 5 / Double(heldOut.count)
      #expect(abs(try #require(whole.difference) - rate) < 1e-12)
      #expect(try #require(whole.differenceLower) < rate)
      #expect(rate < (try #require(whole.differenceUpper)))
      #expect(lift.variants.map(\.name) == ["coupon", "news"])
      #expect(lift.variants.map { $0.lift?.pushed?.convertedRecipientCount } == [40, 0])
      #expect(lift.variants.allSatisfy { $0.lift?.heldOut == whole.heldOut })
      let members = try await lifts.listMemberLifts(.init(msgid: planned.msgid)).lifts
      #expect(members.map(\.userid) == ["dan", "eve"])
      #expect(
        members.reduce(0) { $0 + ($1.lift?.heldOut?.recipientCount ?? 0) } == heldOut.count)
      // What is held out converts apart from what the report counts.
      #expect(try await chain.counts(planned.msgid).convertedRecipientCount == 40)
      let page = try await lifts.listMemberLifts(.init(msgid: planned.msgid, pageSize: 1))
      #expect(page.lifts.count == 1 && !page.nextPageToken.isEmpty)
      await expectFailure(.notFound, "BROADCAST_NOT_FOUND", errcode: 41047) {
        try await lifts.getLift(.init(msgid: "msg0"))
      }
    }
  }

  @Test("A broadcast of which all are held out is finished by its plan")
  func nobodyLeft() async throws {
    try await withChain { chain in
      // Find a seed that holds Cid's one customer out.
      let seed = try #require(
        (0..<100).map { "s\($0)" }
          .first { Arms(controlPercent: 50, seed: $0).place(of: "wm-c1").isHeldOut })
      let planned = try await chain.planned(
        .init(sender: "cid", content: .init(text: "x"), controlPercent: 50, seed: seed))
      #expect(planned.state == .active)
      #expect(try await chain.get(planned.msgid).state == .finished)
      let task = try await chain.tasks.listMemberTasks(.init(msgid: planned.msgid)).memberTasks
      #expect(task.map(\.recipientCount) == [0])
      _ = try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: "cid"))
      #expect(try await chain.lease().isEmpty)
    }
  }

  @Test("What is wrong with a split is named")
  func wrong() async throws {
    try await withChain { chain in
      let one = BroadcastsV1.Variant(name: "a", weight: 1, content: .init(text: "x"))
      var two = one
      two.name = "b"
      func broadcast(_ change: (inout BroadcastsV1.Broadcast) -> Void) -> BroadcastsV1.Broadcast {
        var broadcast = BroadcastsV1.Broadcast(
          audience: .init(userids: ["ann"]), variants: [one, two])
        change(&broadcast)
        return broadcast
      }
      let wrong: [(BroadcastsV1.Broadcast, String, String)] = [
        (broadcast { $0.controlPercent = 51 }, "OUT_OF_RANGE", "broadcast.control_percent"),
        (broadcast { $0.controlPercent = -1 }, "OUT_OF_RANGE", "broadcast.control_percent"),
        (
          broadcast { $0.seed = String(repeating: "s", count: 65) }, "TOO_LONG", "broadcast.seed"
        ),
        (broadcast { $0.content = .init(text: "x") }, "CONTENT_TWICE", "broadcast.content"),
        (broadcast { $0.variants = [one] }, "TOO_SHORT", "broadcast.variants"),
        (broadcast { $0.variants[1].name = "a" }, "NAME_REPEATED", "broadcast.variants[1].name"),
        (broadcast { $0.variants[0].name = "" }, "REQUIRED", "broadcast.variants[0].name"),
        (broadcast { $0.variants[0].weight = 0 }, "OUT_OF_RANGE", "broadcast.variants[0].weight"),
        (broadcast { $0.variants[1].content = nil }, "REQUIRED", "broadcast.variants[1].content"),
        (
          broadcast { $0.variants[1].content = .init() }, "CONTENT_EMPTY",
          "broadcast.variants[1].content"
        ),
        (
          broadcast {
            $0.variants = (0..<11).map { .init(name: "\($0)", weight: 1, content: one.content) }
          },
          "TOO_LONG", "broadcast.variants"
        ),
      ]
      for (value, reason, field) in wrong {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await chain.create(value)
        }
      }
      let created = try await chain.create(broadcast { $0.controlPercent = 50 })
      #expect(created.seed == created.msgid)
      let read = try await chain.get(created.msgid)
      #expect((read.variants, read.controlPercent) == ([one, two], 50))
      #expect(read.content == nil)
      _ = try await chain.planEnded(created.msgid)
    }
  }
}
