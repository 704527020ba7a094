@testable import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("The rules of sending to groups", .timeLimit(.minutes(5)))
struct GroupRulesTests {
  private static let day: Int64 = 86_400

  private func rules(_ chain: Chain) -> BroadcastsV1.SendingRulesServiceClient {
    .init(chain.service.channel)
  }

  private func makeGroups(_ chain: Chain, _ ids: [String]) async throws {
    for id in ids {
      _ = try await chain.groups.createCustomerGroup(
        .init(chatID: id, name: "群", owner: "ann"))
    }
  }

  private func broadcast(_ text: String, to ids: [String]) -> BroadcastsV1.Broadcast {
    .init(chatType: .group, sender: "ann", content: .init(text: text), chatIDs: ids)
  }

  @Test("A group gets as many broadcasts a day as the rules say, and the next day again")
  func dailyMax() async throws {
    try await withChain { chain in
      try await makeGroups(chain, ["wr-1"])
      _ = try await rules(chain).setSendingRules(.init(rules: .init(groupDailyMax: 2)))
      var msgids: [String] = []
      for number in 0..<3 {
        msgids.append(try await chain.confirmed(broadcast("\(number)", to: ["wr-1"])).msgid)
        let leased = try await chain.lease()
        #expect(leased.count == (number < 2 ? 1 : 0))
        if !leased.isEmpty { try await chain.acknowledge(leased) }
      }
      // Customers have a quota of their own.
      _ = try await chain.confirmed(.init(sender: "ann", content: .init(text: "x")))
      #expect(try await chain.lease().count == 3)
      let counts = try await chain.counts(msgids[2])
      #expect((counts.sentCount, counts.failedCount) == (0, 1))
      let delivery = try #require(try await chain.allDeliveries(msgids[2]).first)
      #expect(delivery.failureReason == .quotaReached)
      let quota = try await rules(chain).getRecipientQuota(.init(recipient: .chatID("wr-1")))
      #expect((quota.dailyLimit, quota.dailyUsedCount, quota.usedCount) == (2, 2, 2))
      let customer = try await rules(chain).getRecipientQuota(
        .init(recipient: .externalUserid("wm-a1")))
      #expect(customer.dailyLimit == 0)
      let explained = try await BroadcastsV1.ExplanationServiceClient(chain.service.channel)
        .explainRecipient(.init(msgid: msgids[2], recipient: .chatID("wr-1")))
      #expect(
        explained.facts.filter { $0.kind == .quota }.map(\.detail) == ["2 of 31", "2 of 2 today"])
      let preview = try await BroadcastsV1.PreviewServiceClient(chain.service.channel)
        .previewBroadcast(.init(broadcast: broadcast("4", to: ["wr-1"])))
      #expect(preview.quotaReachedCount == 1)
      chain.service.clock.advance(seconds: Self.day)
      _ = try await chain.confirmed(broadcast("5", to: ["wr-1"]))
      #expect(try await chain.lease().map(\.recipientID).contains("wr-1"))
      await expectFailure(.invalidArgument, "OUT_OF_RANGE", field: "rules.group_daily_max") {
        try await rules(chain).setSendingRules(.init(rules: .init(groupDailyMax: 101)))
      }
    }
  }

  @Test("A group is refused what it gets on the same day already, unless that was cancelled")
  func repeats() async throws {
    try await withChain { chain in
      try await makeGroups(chain, ["wr-1", "wr-2", "wr-3"])
      // What was planned before the rule was set does not count.
      _ = try await chain.planned(broadcast("果粉日", to: ["wr-1"]))
      let set = try await rules(chain).setSendingRules(
        .init(rules: .init(refuseRepeatedGroupContent: true)))
      #expect(set.refuseRepeatedGroupContent)
      let first = try await chain.planned(broadcast("果粉日", to: ["wr-1", "wr-2"]))
      #expect((first.recipientCount, first.refusedCount) == (2, 0))
      let preview = try await BroadcastsV1.PreviewServiceClient(chain.service.channel)
        .previewBroadcast(.init(broadcast: broadcast("果粉日", to: ["wr-2", "wr-3"])))
      #expect(preview.excluded == [.init(id: "wr-2", reason: .contentRepeated)])
      #expect(preview.recipientCount == 1)
      let second = try await chain.planned(broadcast("果粉日", to: ["wr-2", "wr-3"]))
      #expect((second.recipientCount, second.refusedCount) == (1, 1))
      #expect(
        try await chain.broadcasts.listRefusals(.init(msgid: second.msgid)).refusals
          == [.init(id: "wr-2", reason: .contentRepeated)])
      let other = try await chain.planned(broadcast("新品", to: ["wr-2"]))
      #expect(other.recipientCount == 1)
      let nobody = try await chain.planned(broadcast("新品", to: ["wr-2"]))
      #expect((nobody.state, nobody.failureErrcode) == (.failed, 41048))
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: first.msgid))
      let third = try await chain.planned(broadcast("果粉日", to: ["wr-1", "wr-2", "wr-3"]))
      #expect((third.recipientCount, third.refusedCount) == (2, 1))
      chain.service.clock.advance(seconds: Self.day)
      #expect(
        try await chain.planned(broadcast("果粉日", to: ["wr-1", "wr-2", "wr-3"])).refusedCount == 0)
    }
  }
}
