import Broadcasts
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Confirming, leasing and acknowledging", .timeLimit(.minutes(5)))
struct DeliveryTests {
  @Test("A member confirms once; a repetition of the request is answered the same")
  func confirmTwice() async throws {
    try await withChain { chain in
      let planned = try await chain.planned()
      let request = BroadcastsV1.ConfirmMemberTaskRequest(
        msgid: planned.msgid, userid: "ANN", requestID: "r-1")
      let task = try await chain.tasks.confirmMemberTask(request)
      #expect(task.userid == "ann")
      #expect(task.state == .confirmed)
      #expect(task.confirmTime == chain.service.clock.now.timestamp)
      #expect(try await chain.tasks.confirmMemberTask(request) == task)
      for requestID in ["", "r-2"] {
        await expectFailure(.failedPrecondition, "TASK_ALREADY_CONFIRMED") {
          try await chain.tasks.confirmMemberTask(
            .init(msgid: planned.msgid, userid: "ann", requestID: requestID))
        }
      }
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED") {
        try await chain.tasks.confirmMemberTask(
          .init(msgid: planned.msgid, userid: "bob", requestID: "r-1"))
      }
      await expectFailure(.notFound, "MEMBER_TASK_NOT_FOUND", field: "userid") {
        try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: "dan"))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "userid", errcode: 40003) {
        try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid))
      }
      let report = try await chain.reports.getBroadcastReport(.init(msgid: planned.msgid))
      #expect((report.memberCount, report.confirmedMemberCount) == (3, 1))
      #expect(try await chain.lease().map(\.userid) == ["ann", "ann", "ann"])
    }
  }

  @Test("Only confirmed tasks are leased, older broadcasts first, each delivery to one channel")
  func leaseOrder() async throws {
    try await withChain { chain in
      let first = try await chain.planned()
      let second = try await chain.confirmed()
      #expect(Set(try await chain.lease(2).map(\.msgid)) == [second.msgid])
      _ = try await chain.tasks.confirmMemberTask(.init(msgid: first.msgid, userid: "bob"))
      let next = try await chain.lease(3)
      #expect(next.map(\.msgid) == [first.msgid, first.msgid, second.msgid])
      #expect(next.prefix(2).map(\.recipientID).sorted() == ["wm-b1", "wm-b2"])
      let rest = try await chain.lease(channelID: "other")
      #expect(rest.count == 3)
      #expect(try await chain.lease().isEmpty)
      let counts = try await chain.counts(second.msgid)
      #expect((counts.leasedCount, counts.pendingCount) == (6, 0))
      #expect(try await chain.counts(first.msgid).leasedCount == 2)
    }
  }

  @Test("Channels that lease at the same time share nothing")
  func concurrentLeases() async throws {
    try await withChain { chain in
      _ = try await chain.confirmed()
      let caller = chain
      let leased = try await withThrowingTaskGroup(of: [BroadcastsV1.LeasedDelivery].self) {
        group in
        for number in 0..<12 {
          group.addTask { try await caller.lease(1, channelID: "app-\(number)") }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(leased.count == 6)
      #expect(Set(leased.map(\.deliveryID)).count == 6)
      #expect(Set(leased.map(\.leaseToken)).count == 6)
    }
  }

  @Test("A lease brings each broadcast's content once, and says when it runs out")
  func leaseContents() async throws {
    try await withChain { chain in
      let one = try await chain.confirmed()
      let two = try await chain.confirmed(
        .init(sender: "ann", content: .init(text: "另一个")))
      let reply = try await chain.deliveries.leaseDeliveries(
        .init(channelID: "app", leaseSeconds: 30))
      #expect(reply.deliveries.count == 9)
      #expect(
        reply.contents == [
          .init(msgid: one.msgid, content: Chain.everybody.content),
          .init(msgid: two.msgid, content: .init(text: "另一个")),
        ])
      #expect(
        reply.leaseExpireTime
          == chain.service.clock.now.advanced(bySeconds: 30).timestamp)
      let nothing = try await chain.deliveries.leaseDeliveries(.init(channelID: "app"))
      #expect(nothing.leaseExpireTime == nil && nothing.contents.isEmpty)
    }
  }

  @Test("A lease covers sixteen broadcasts; the next call takes the rest")
  func leaseManyBroadcasts() async throws {
    try await withChain { chain in
      for _ in 0..<18 {
        _ = try await chain.confirmed(.init(sender: "cid", content: .init(text: "x")))
      }
      #expect(try await chain.lease(seconds: 10).count == 16)
      #expect(try await chain.lease(seconds: 10).count == 2)
      chain.service.clock.advance(seconds: 10)
      #expect(try await chain.lease().count == 16)
      #expect(try await chain.lease().count == 2)
    }
  }

  @Test("A lease asks for what is allowed")
  func leaseLimits() async throws {
    try await withChain { chain in
      await expectFailure(.invalidArgument, "REQUIRED", field: "channel_id") {
        try await chain.deliveries.leaseDeliveries(.init())
      }
      await expectFailure(.invalidArgument, "OUT_OF_RANGE", field: "max_count") {
        try await chain.lease(1001)
      }
      await expectFailure(.invalidArgument, "OUT_OF_RANGE", field: "lease_seconds") {
        try await chain.lease(seconds: 3601)
      }
    }
  }

  @Test("A lease that ran out is leased again under a larger token, and the old token is stale")
  func expired() async throws {
    try await withChain { chain in
      let planned = try await chain.confirmed()
      let old = try await chain.lease(seconds: 60, channelID: "slow")
      chain.service.clock.advance(seconds: 59)
      #expect(try await chain.lease().isEmpty)
      chain.service.clock.advance(seconds: 1)
      let new = try await chain.lease(4, channelID: "quick")
      #expect(new.count == 4)
      let olds = Dictionary(uniqueKeysWithValues: old.map { ($0.deliveryID, $0) })
      #expect(new.allSatisfy { $0.leaseToken > olds[$0.deliveryID]!.leaseToken })
      // The old channel is late: what was leased again is refused, the rest it still holds.
      let late = try await chain.acknowledge(old)
      #expect((late.settledCount, late.failedCount) == (2, 4))
      #expect(Set(late.failures.map(\.reason)) == ["STALE_LEASE"])
      #expect(Set(late.failures.map(\.key)) == Set(new.map(\.deliveryID)))
      #expect(try await chain.acknowledge(new, .failed).settledCount == 4)
      let again = try await chain.acknowledge(old)
      #expect((again.settledCount, again.repeatedCount, again.failedCount) == (0, 2, 4))
      let counts = try await chain.counts(planned.msgid)
      #expect((counts.sentCount, counts.failedCount, counts.leasedCount) == (2, 4, 0))
      #expect(try await chain.get(planned.msgid).state == .finished)
    }
  }

  @Test("An acknowledgement is taken once; another outcome, or another token, is refused")
  func acknowledged() async throws {
    try await withChain { chain in
      let planned = try await chain.confirmed(.init(sender: "bob", content: .init(text: "x")))
      let leased = try await chain.lease(1)
      let sent = try await chain.acknowledge(leased + leased)
      #expect((sent.settledCount, sent.repeatedCount, sent.failedCount) == (1, 1, 0))
      let again = try await chain.acknowledge(leased)
      #expect((again.settledCount, again.repeatedCount, again.failedCount) == (0, 1, 0))
      let other = try await chain.acknowledge(leased, .failed)
      #expect(other.failures.map(\.reason) == ["ALREADY_SETTLED"])
      #expect(try await chain.get(planned.msgid).state == .active)
      let second = try await chain.lease()
      let acknowledgement = second[0].acknowledged(.failed)
      let unleased = BroadcastsV1.Acknowledgement(
        deliveryID: acknowledgement.deliveryID, leaseToken: acknowledgement.leaseToken + 1,
        outcome: .failed)
      let wrong = try await chain.deliveries.acknowledgeDeliveries(
        .init(acknowledgements: [
          unleased, .init(deliveryID: "1-999", leaseToken: 1, outcome: .sent),
          .init(deliveryID: "nonsense", leaseToken: 1, outcome: .sent),
          .init(deliveryID: second[0].deliveryID, leaseToken: second[0].leaseToken),
        ]))
      #expect(
        wrong.failures.map(\.reason) == [
          "STALE_LEASE", "DELIVERY_NOT_FOUND", "DELIVERY_NOT_FOUND", "UNKNOWN_OUTCOME",
        ])
      #expect(wrong.failedCount == 4)
      #expect(try await chain.counts(planned.msgid).leasedCount == 1)
      await expectFailure(.invalidArgument, "REQUIRED", field: "acknowledgements") {
        try await chain.deliveries.acknowledgeDeliveries(.init())
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "acknowledgements") {
        try await chain.deliveries.acknowledgeDeliveries(
          .init(acknowledgements: Array(repeating: .init(), count: 1001)))
      }
    }
  }

  @Test("A delivery says how it ended, and a broadcast is finished by its last one")
  func outcomes() async throws {
    try await withChain { chain in
      let planned = try await chain.confirmed()
      var leased = try await chain.lease()
      let reasons: [BroadcastsV1.DeliveryFailureReason] = [
        .notAFriend, .quotaReached, .channelError, .unspecified,
      ]
      let failures = reasons.map { reason in
        BroadcastsV1.Acknowledgement(
          deliveryID: leased[0].deliveryID, leaseToken: leased.removeFirst().leaseToken,
          outcome: .failed, failureReason: reason, failureDetail: "why")
      }
      _ = try await chain.deliveries.acknowledgeDeliveries(.init(acknowledgements: failures))
      chain.service.clock.advance(seconds: 5)
      try await chain.acknowledge(Array(leased.prefix(1)))
      #expect(try await chain.get(planned.msgid).state == .active)
      try await chain.acknowledge(Array(leased.dropFirst()))
      let finished = try await chain.get(planned.msgid)
      #expect(finished.state == .finished)
      #expect(finished.endTime == chain.service.clock.now.timestamp)
      let byID = Dictionary(
        uniqueKeysWithValues: try await chain.allDeliveries(planned.msgid).map {
          ($0.deliveryID, $0)
        })
      let stated = failures.map { byID[$0.deliveryID]! }
      #expect(
        stated.map(\.failureReason) == [.notAFriend, .quotaReached, .channelError, .channelError])
      #expect(stated.allSatisfy { $0.state == .failed && $0.failureDetail == "why" })
      let sent = byID[leased[0].deliveryID]
      #expect(sent?.state == .sent)
      #expect(sent?.settleTime == chain.service.clock.now.timestamp)
      #expect(try await chain.lease().isEmpty)
    }
  }

  @Test("Deliveries are listed page by page, of all or of one member")
  func list() async throws {
    try await withChain { chain in
      let planned = try await chain.confirmed()
      let all = try await chain.allDeliveries(planned.msgid)
      #expect(all.count == 6)
      #expect(all.allSatisfy { $0.state == .pending && $0.msgid == planned.msgid })
      func pages(_ userid: String) async throws -> [String] {
        var found: [String] = []
        var token = ""
        repeat {
          let page = try await chain.deliveries.listDeliveries(
            .init(msgid: planned.msgid, userid: userid, pageSize: 2, pageToken: token))
          #expect(page.deliveries.count <= 2)
          found += page.deliveries.map(\.recipientID)
          token = page.nextPageToken
        } while !token.isEmpty
        return found
      }
      #expect(try await pages("") == all.map(\.recipientID))
      #expect(try await pages("Ann").sorted() == Chain.customersByMember["ann"])
      await expectFailure(.notFound, "MEMBER_TASK_NOT_FOUND", field: "userid") {
        try await chain.deliveries.listDeliveries(.init(msgid: planned.msgid, userid: "dan"))
      }
      _ = try await chain.lease(1)
      #expect(
        try await chain.allDeliveries(planned.msgid).map(\.state)
          == [.leased] + Array(repeating: .pending, count: 5))
    }
  }

  @Test("Cancelling stops what is not leased; what is leased may still be acknowledged")
  func cancelled() async throws {
    try await withChain { chain in
      let planned = try await chain.planned()
      for userid in ["ann", "bob"] {
        _ = try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: userid))
      }
      let leased = try await chain.lease(3, seconds: 60)
      try await chain.acknowledge(Array(leased.prefix(1)))
      let request = BroadcastsV1.CancelBroadcastRequest(msgid: planned.msgid, requestID: "r-1")
      let cancelled = try await chain.broadcasts.cancelBroadcast(request)
      #expect(cancelled.state == .cancelled)
      #expect(cancelled.endTime == chain.service.clock.now.timestamp)
      #expect(try await chain.broadcasts.cancelBroadcast(request) == cancelled)
      await expectFailure(.failedPrecondition, "BROADCAST_CANCELLED", errcode: 41093) {
        try await chain.broadcasts.cancelBroadcast(.init(msgid: planned.msgid))
      }
      await expectFailure(.failedPrecondition, "BROADCAST_CANCELLED", errcode: 41093) {
        try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: "cid"))
      }
      #expect(try await chain.lease().isEmpty)
      chain.service.clock.advance(seconds: 3600)
      #expect(try await chain.lease().isEmpty)
      #expect(try await chain.acknowledge([leased[1]]).settledCount == 1)
      let counts = try await chain.counts(planned.msgid)
      #expect(
        (counts.sentCount, counts.leasedCount, counts.stoppedCount, counts.pendingCount)
          == (2, 1, 3, 0))
      let states = try await chain.tasks.listMemberTasks(.init(msgid: planned.msgid)).memberTasks
        .map(\.state)
      #expect(states.filter { $0 == .cancelled }.count == 1)
      #expect(try await chain.acknowledge([leased[2]], .failed).settledCount == 1)
      #expect(try await chain.get(planned.msgid).state == .cancelled)
    }
  }

  @Test("A finished broadcast cannot be cancelled, nor a task of it confirmed again")
  func finished() async throws {
    try await withChain { chain in
      let planned = try await chain.confirmed()
      try await chain.acknowledge(chain.lease())
      await expectFailure(.failedPrecondition, "BROADCAST_FINISHED") {
        try await chain.broadcasts.cancelBroadcast(.init(msgid: planned.msgid))
      }
      await expectFailure(.failedPrecondition, "TASK_ALREADY_CONFIRMED") {
        try await chain.tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: "ann"))
      }
    }
  }

  @Test("Leases and their tokens survive a restart")
  func restart() async throws {
    try await withChain { chain in
      let planned = try await chain.confirmed()
      let leased = try await chain.lease(2)
      try await chain.restart()
      let rest = try await chain.lease()
      #expect(rest.count == 4)
      #expect(rest[0].leaseToken > leased[0].leaseToken)
      #expect(try await chain.acknowledge(leased + rest).settledCount == 6)
      #expect(try await chain.get(planned.msgid).state == .finished)
    }
  }
}
