import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("WatchChanges of broadcasts", .timeLimit(.minutes(5)))
struct ChangeTests {
  @Test("A broadcast's life is told in order, by the one who caused each step")
  func life() async throws {
    try await withChain { chain in
      let created = try await chain.create(.init(sender: "cid", content: .init(text: "x")))
      let planned = try await chain.planEnded(created.msgid)
      let task = try await chain.tasks.confirmMemberTask(
        .init(msgid: created.msgid, userid: "cid"))
      try await chain.acknowledge(chain.lease())
      let conversion = BroadcastsV1.Conversion(
        conversionID: "c1", msgid: created.msgid, recipient: .externalUserid("wm-c1"),
        kind: .order, amountCents: 5, conversionTime: .init(seconds: 1))
      let record = BroadcastsV1.RecordConversionsRequest(conversions: [conversion, conversion])
      let settled = try await chain.allDeliveries(created.msgid)
      _ = try await chain.conversions.recordConversions(record)
      // Nothing new: no event.
      _ = try await chain.conversions.recordConversions(record)
      let second = try await chain.planned()
      let cancelled = try await chain.broadcasts.cancelBroadcast(.init(msgid: second.msgid))
      let changes = try await firstChanges(9, of: chain.changes.watchChanges(.init()))
      var finished = try await chain.get(created.msgid)
      finished.content = nil
      finished.audience = nil
      #expect(
        changes.prefix(6).map(\.event) == [
          .broadcastCreated(created), .broadcastPlanned(planned), .memberTaskConfirmed(task),
          .deliveriesSettled(.init(deliveries: settled)), .broadcastFinished(finished),
          .conversionsRecorded(.init(conversions: [conversion])),
        ])
      #expect(changes[8].event == .broadcastCancelled(cancelled))
      #expect(changes.map(\.sequence) == Array(1...9))
      #expect(
        changes.map(\.origin) == [.api, .job, .api, .api, .api, .api, .api, .job, .api])
      let rest = try await firstChanges(
        2, of: chain.changes.watchChanges(.init(after: changes[6].cursor)))
      #expect(rest == Array(changes[7...]))
    }
  }
}
