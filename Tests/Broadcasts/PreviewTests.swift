@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Previews and explanations", .timeLimit(.minutes(5)))
struct PreviewTests {
  private func preview(
    _ chain: Chain, _ broadcast: BroadcastsV1.Broadcast, sampleSize: Int32 = 0
  ) async throws -> BroadcastsV1.BroadcastPreview {
    try await BroadcastsV1.PreviewServiceClient(chain.service.channel)
      .previewBroadcast(.init(broadcast: broadcast, sampleSize: sampleSize))
  }

  private func explain(
    _ chain: Chain, _ msgid: String, _ id: String
  ) async throws -> BroadcastsV1.Explanation {
    try await BroadcastsV1.ExplanationServiceClient(chain.service.channel)
      .explainRecipient(.init(msgid: msgid, recipient: .externalUserid(id)))
  }

  @Test("A preview says who would get it, through whom, who would not and why, and writes nothing")
  func counts() async throws {
    try await withChain { chain in
      let rules = BroadcastsV1.SendingRulesServiceClient(chain.service.channel)
      _ = try await rules.setSendingRules(
        .init(
          rules: .init(quotaRule: .daily, quietHours: .init(startMinute: 0, endMinute: 485))))
      _ = try await rules.recordPersonalBroadcasts(
        .init(personalBroadcasts: [
          .init(
            sendID: "s1", userid: "ann", recipient: .externalUserid("wm-a1"),
            sendTime: chain.service.clock.now.timestamp)
        ]))
      let asked = BroadcastsV1.Broadcast(
        content: .init(text: "{{customer.name}}！"),
        audience: .init(
          externalUserids: ["wm-a1", "wm-a2", "wm-b1", "wm-a1", "wm-unknown"]),
        controlPercent: 50, seed: "s")
      let found = try await preview(chain, asked)
      #expect((found.recipientCount, found.memberCount) == (3, 2))
      #expect(found.members.map(\.userid) == ["ann", "bob"])
      #expect(found.members.map(\.recipientCount) == [2, 1])
      #expect(found.duplicateCount == 1)
      #expect(found.excluded.map(\.id) == ["wm-unknown"])
      #expect((found.examinedCount, found.quotaReachedCount) == (3, 1))
      // 08:00, quiet until 08:05, and a minute's work.
      #expect(found.quietEndTime?.seconds == 1_767_571_500)
      #expect(found.finishTime?.seconds == 1_767_571_560)
      #expect(found.samples.count == 3)
      let arms = Arms(controlPercent: 50, seed: "s")
      for sample in found.samples {
        guard case .externalUserid(let id) = sample.recipient else { continue }
        #expect(sample.heldOut == arms.place(of: id).isHeldOut)
        #expect(sample.content?.text == (sample.heldOut ? nil : "\(id)！"))
      }
      #expect(found.heldOutCount == Int64(found.samples.filter(\.heldOut).count))
      #expect(try await preview(chain, asked, sampleSize: 1).samples.count == 1)
      #expect(try await chain.broadcasts.listBroadcasts(.init()).broadcasts.isEmpty)
      await expectFailure(.invalidArgument, "OUT_OF_RANGE", field: "sample_size") {
        try await preview(chain, asked, sampleSize: -1)
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "broadcast.content") {
        try await preview(chain, .init(sender: "ann"))
      }
    }
  }

  @Test("The end of work leaves the quiet hours out")
  func finish() throws {
    let rules = SendingRules(quietHours: try QuietHours(start: 1320, end: 480))
    let eight = Instant(seconds: 1_767_571_200)
    #expect(rules.finish(of: 840, from: eight) == eight.advanced(bySeconds: 840 * 60))
    #expect(rules.finish(of: 841, from: eight) == eight.advanced(bySeconds: 86_460))
    #expect(SendingRules().finish(of: 9, from: eight) == eight.advanced(bySeconds: 540))
  }

  @Test("An explanation follows a recipient from the plan to the conversion")
  func verdicts() async throws {
    try await withChain { chain in
      let planned = try await chain.planned(
        .init(
          content: .init(text: "x"),
          audience: .init(externalUserids: ["wm-a1", "wm-b1", "wm-unknown"])))
      func verdict(_ id: String) async throws -> BroadcastsV1.Explanation.Verdict {
        try await explain(chain, planned.msgid, id).verdict
      }
      #expect(try await verdict("wm-unknown") == .refused)
      #expect(try await verdict("wm-c1") == .notInAudience)
      #expect(try await verdict("wm-a1") == .waitsForMember)
      _ = try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: "ann"))
      #expect(try await verdict("wm-a1") == .waitsForChannel)
      let leased = try await chain.lease()
      #expect(try await verdict("wm-a1") == .leased)
      try await chain.acknowledge(leased)
      _ = try await chain.conversions.recordConversions(
        .init(conversions: [
          .init(
            conversionID: "c", msgid: planned.msgid, recipient: .externalUserid("wm-a1"),
            kind: .order, conversionTime: .init(seconds: 1_767_600_000))
        ]))
      let sent = try await explain(chain, planned.msgid, "wm-a1")
      #expect(sent.verdict == .sent)
      #expect(sent.delivery?.state == .sent)
      #expect(
        sent.facts.map(\.kind) == [
          .created, .planned, .sender, .confirmed, .quota, .settled, .converted,
        ])
      #expect(
        sent.facts.filter { [.created, .planned, .confirmed, .settled].contains($0.kind) }
          .allSatisfy { $0.factTime == chain.service.clock.now.timestamp })
      #expect(sent.facts.first { $0.kind == .quota }?.detail == "1 of 31")
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: planned.msgid))
      #expect(try await verdict("wm-b1") == .stopped)
      await expectFailure(.notFound, "BROADCAST_NOT_FOUND", errcode: 41047) {
        try await explain(chain, "msg0", "wm-b1")
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "recipient") {
        try await explain(chain, planned.msgid, "")
      }
    }
  }

  @Test("A relation that ends after the plan keeps its customer out, by customers' feed")
  func relationEnded() async throws {
    try await withChain { chain in
      let planned = try await chain.confirmed(.init(sender: "bob", content: .init(text: "x")))
      _ = try await chain.relations.removeRelation(
        .init(userid: "bob", externalUserid: "wm-b1", removedBy: .customer))
      while true {
        let facts = try await explain(chain, planned.msgid, "wm-b1").facts
        if facts.contains(where: { $0.kind == .relationEnded }) { break }
        await Task.yield()
      }
      let leased = try await chain.lease()
      #expect(leased.map(\.recipientID) == ["wm-b2"])
      #expect(try await explain(chain, planned.msgid, "wm-b1").verdict == .notAFriend)
      try await chain.acknowledge(leased)
      #expect(try await chain.get(planned.msgid).state == .finished)
      // Once they are friends again, the next broadcast reaches him.
      _ = try await chain.relations.addRelation(
        .init(customer: .init(externalUserid: "wm-b1"), relation: .init(userid: "bob")))
      _ = try await chain.confirmed(.init(sender: "bob", content: .init(text: "x")))
      while try await explain(chain, planned.msgid, "wm-b1").facts.contains(where: {
        $0.kind == .relationEnded
      }) {
        await Task.yield()
      }
      #expect(try await chain.lease().count == 2)
    }
  }
}
