import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Reports", .timeLimit(.minutes(5)))
struct ReportTests {
  @Test("A report is what its deliveries say, for the broadcast and for each member")
  func truth() async throws {
    try await withChain { chain in
      let planned = try await chain.planned()
      for userid in ["ann", "bob"] {
        _ = try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: userid))
      }
      let leased = try await chain.lease(4)
      try await chain.acknowledge(Array(leased.prefix(2)))
      try await chain.acknowledge([leased[2]], .failed)
      let report = try await chain.reports.getBroadcastReport(.init(msgid: planned.msgid))
      #expect((report.memberCount, report.confirmedMemberCount) == (3, 2))
      #expect(
        report.deliveries
          == .init(
            recipientCount: 6, pendingCount: 2, leasedCount: 1, sentCount: 2, failedCount: 1))
      #expect(try await chain.reports.listBroadcastReports(.init()).reports == [report])
      let members = try await chain.reports.listMemberReports(
        .init(msgid: planned.msgid, pageSize: 2))
      let rest = try await chain.reports.listMemberReports(
        .init(msgid: planned.msgid, pageSize: 2, pageToken: members.nextPageToken))
      let all = members.reports + rest.reports
      #expect(all.map(\.userid) == ["ann", "bob", "cid"])
      #expect(all.map(\.confirmed) == [true, true, false])
      #expect(all.map { $0.deliveries?.recipientCount } == [3, 2, 1])
      #expect(all.map { $0.deliveries?.pendingCount } == [0, 1, 1])
    }
  }

  /// What a model of the rules, some twenty lines, keeps beside the service.
  private struct Model {
    var tokens: [String: Int64] = [:]
    var settled: [String: BroadcastsV1.Acknowledgement.Outcome] = [:]
    var leasedUntil: [String: Int64] = [:]
    var conversions = 0
  }

  @Test(
    "Whatever happens in whatever order, the counters are those of the rows",
    arguments: UInt64(1)...6)
  func anything(seed: UInt64) async throws {
    try await withChain { chain in
      var random = SplitMix(state: seed)
      var msgids: [String] = []
      var held: [BroadcastsV1.LeasedDelivery] = []
      var model = Model()
      var cancelled: Set<String> = []
      for step in 0..<120 {
        switch Int.random(in: 0..<10, using: &random) {
        case 0 where msgids.count < 6: msgids.append(try await chain.planned().msgid)
        case 1, 2:
          guard let msgid = msgids.randomElement(using: &random) else { continue }
          let userid = ["ann", "bob", "cid"].randomElement(using: &random)!
          _ = try? await chain.tasks.confirmMemberTask(.init(msgid: msgid, userid: userid))
        case 3, 4:
          let now = chain.service.clock.now.microseconds
          for leased in try await chain.lease(Int32.random(in: 1...5, using: &random), seconds: 10)
          {
            #expect(model.settled[leased.deliveryID] == nil, "A settled delivery was leased.")
            #expect(model.leasedUntil[leased.deliveryID, default: 0] <= now, "Leased twice.")
            #expect(!cancelled.contains(leased.msgid), "A stopped delivery was leased.")
            model.tokens[leased.deliveryID] = leased.leaseToken
            model.leasedUntil[leased.deliveryID] = now + 10_000_000
            held.append(leased)
          }
        case 5, 6, 7:
          guard let leased = held.randomElement(using: &random) else { continue }
          let outcome: BroadcastsV1.Acknowledgement.Outcome =
            Bool.random(using: &random) ? .sent : .failed
          let reply = try await chain.acknowledge([leased], outcome)
          let isNewest = model.tokens[leased.deliveryID] == leased.leaseToken
          let before = model.settled[leased.deliveryID]
          #expect((reply.settledCount == 1) == (isNewest && before == nil))
          #expect((reply.repeatedCount == 1) == (isNewest && before == outcome))
          if reply.settledCount == 1 { model.settled[leased.deliveryID] = outcome }
        case 8:
          guard let leased = held.randomElement(using: &random) else { continue }
          let reply = try await chain.conversions.recordConversions(
            .init(conversions: [
              .init(
                conversionID: "c\(step)", msgid: leased.msgid,
                recipient: .externalUserid(leased.recipientID), kind: .order, amountCents: 7,
                conversionTime: .init(seconds: 1))
            ]))
          #expect((reply.recordedCount == 1) == (model.settled[leased.deliveryID] == .sent))
          model.conversions += Int(reply.recordedCount)
        default:
          chain.service.clock.advance(seconds: Int64.random(in: 1...8, using: &random))
          if step % 7 == 0, let msgid = msgids.randomElement(using: &random),
            (try? await chain.broadcasts.cancelBroadcast(.init(msgid: msgid))) != nil
          {
            cancelled.insert(msgid)
          }
        }
      }
      try await compare(chain, model)
    }
  }

  /// Holds the reports against the model and against the deliveries; rows are recounted at the end
  /// of each test.
  private func compare(_ chain: Chain, _ model: Model) async throws {
    var settled: [String: BroadcastsV1.Acknowledgement.Outcome] = [:]
    var conversions = 0
    for report in try await chain.reports.listBroadcastReports(.init()).reports {
      let counts = try #require(report.deliveries)
      let deliveries = try await chain.allDeliveries(report.msgid)
      func count(_ state: BroadcastsV1.Delivery.State) -> Int64 {
        Int64(deliveries.count { $0.state == state })
      }
      #expect(
        [
          counts.recipientCount, counts.pendingCount, counts.leasedCount, counts.sentCount,
          counts.failedCount, counts.stoppedCount,
        ] == [
          Int64(deliveries.count), count(.pending), count(.leased), count(.sent), count(.failed),
          count(.stopped),
        ])
      #expect(counts.amountCents == deliveries.reduce(0) { $0 + $1.amountCents })
      #expect(
        (report.state == .finished)
          == (count(.sent) + count(.failed) == 6 && report.state != .cancelled))
      for delivery in deliveries where delivery.state == .sent || delivery.state == .failed {
        settled[delivery.deliveryID] = delivery.state == .sent ? .sent : .failed
      }
      conversions += Int(counts.conversionCount)
    }
    #expect(settled == model.settled)
    #expect(conversions == model.conversions)
  }
}

/// Seeded randomness: the same run for the same seed.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
