@testable import Broadcasts
import ServiceKit
import Testing

/// What may become of a delivery, without a service.
@Suite("Rules of deliveries")
struct DeliveryRulesTests {
  private let now = Instant(seconds: 1_767_571_200)

  private func delivery(
    leaseToken: Int64? = nil, in state: Broadcast.State = .active
  ) -> Delivery {
    Delivery(
      key: DeliveryKey(broadcast: 1, recipient: 2), member: 3, msgid: "msg1", chatType: .single,
      userid: "ann", recipientID: "wm1", broadcastState: state, status: .unsent, settleTime: nil,
      failureDetail: "", leaseToken: leaseToken, conversionCount: 0, amountCents: 0)
  }

  private func acknowledgement(
    _ token: Int64, _ status: Delivery.Status = .sent
  ) throws -> Acknowledgement {
    try Acknowledgement(leaseToken: token, status: status)
  }

  @Test("It waits, is leased, and is settled by the newest lease, once")
  func settled() throws {
    #expect(delivery().state == .pending)
    var leased = delivery(leaseToken: 7)
    #expect(leased.state == .leased)
    let isNew = try leased.settle(acknowledgement(7), now: now)
    #expect(isNew)
    #expect(leased.state == .sent)
    #expect(leased.settleTime == now)
    let settled = leased
    let isNewAgain = try leased.settle(acknowledgement(7), now: now.advanced(bySeconds: 9))
    #expect(!isNewAgain)
    #expect(leased == settled)
  }

  @Test("Another outcome under the same lease is refused, and so is any under another lease")
  func refused() throws {
    var leased = delivery(leaseToken: 7)
    #expect(throws: DeliveryFailure.staleLease("1-2")) {
      try leased.settle(acknowledgement(6), now: now)
    }
    _ = try leased.settle(acknowledgement(7, .quotaReached), now: now)
    #expect(leased.state == .failed)
    #expect(throws: DeliveryFailure.alreadySettled("1-2")) {
      try leased.settle(acknowledgement(7), now: now)
    }
    #expect(throws: DeliveryFailure.alreadySettled("1-2")) {
      try leased.settle(acknowledgement(7, .notAFriend), now: now)
    }
    #expect(throws: DeliveryFailure.staleLease("1-2")) {
      try leased.settle(acknowledgement(6, .quotaReached), now: now)
    }
    var waiting = delivery()
    #expect(throws: DeliveryFailure.staleLease("1-2")) {
      try waiting.settle(acknowledgement(0), now: now)
    }
  }

  @Test("In a stopped broadcast what waited is stopped, and what is leased may be settled")
  func stopped() throws {
    #expect(delivery(in: .cancelled).state == .stopped)
    #expect(delivery(in: .failed).state == .stopped)
    var leased = delivery(leaseToken: 7, in: .cancelled)
    #expect(leased.state == .leased)
    let isNew = try leased.settle(acknowledgement(7), now: now)
    #expect(isNew)
    #expect(leased.state == .sent)
  }

  @Test("A failure may be explained in 256 bytes, a success may not")
  func detail() throws {
    let most = String(repeating: "x", count: 256)
    #expect(
      try Acknowledgement(leaseToken: 1, status: .channelError, failureDetail: most).change
        == Counts(leased: -1, failed: 1))
    #expect(throws: InvalidField.self) {
      try Acknowledgement(leaseToken: 1, status: .channelError, failureDetail: most + "x")
    }
    #expect(throws: InvalidField.self) {
      try Acknowledgement(leaseToken: 1, status: .sent, failureDetail: "x")
    }
  }

  @Test("One call takes at most 16 contents, and as many deliveries as it asked for")
  func allowance() {
    var allowance = LeaseAllowance(maxCount: 18)
    func take(_ broadcast: Int64, _ recipient: Int64, variants: Int = 0) -> Bool {
      let source = LeaseSource(
        broadcast: broadcast, msgid: "m", chatType: .single, createTime: now, variants: variants)
      guard allowance.allows(source) else { return false }
      allowance.take(
        LeasedDelivery(
          key: DeliveryKey(broadcast: broadcast, recipient: recipient), source: source,
          counterKey: CounterKey(broadcast: broadcast, member: 1), userid: "ann",
          recipientID: "wm"))
      return true
    }
    #expect(take(1, 1, variants: 3))
    for broadcast in 2...14 { #expect(take(Int64(broadcast), 1)) }
    #expect(!take(15, 1))
    for recipient in 2...4 { #expect(take(1, Int64(recipient), variants: 3)) }
    #expect(take(3, 2))
    #expect(!take(3, 3))
    #expect(allowance.left == 0)
  }

  @Test("A broadcast goes from planning to active to finished, and stops where it may")
  func states() throws {
    var broadcast = Broadcast(
      key: 1, msgid: "msg1", name: "", chatType: .single, sender: "", state: .planning, jobid: "j",
      createTime: now, counts: BroadcastCounts(deliveries: Counts(recipient: 2)))
    #expect(throws: BroadcastFailure.dispatching("msg1")) { try broadcast.checkIsPlanned() }
    #expect(throws: BroadcastFailure.dispatching("msg1")) {
      try broadcast.checkTakesConfirmation()
    }
    broadcast.activate(now: now)
    try broadcast.checkIsPlanned()
    try broadcast.checkTakesConfirmation()
    let isFinishedEarly = broadcast.finish(now: now)
    #expect(!isFinishedEarly)
    var cancelled = broadcast
    try cancelled.cancel(now: now)
    #expect(cancelled.isStopped)
    #expect(throws: BroadcastFailure.cancelled("msg1")) { try cancelled.cancel(now: now) }
    #expect(throws: BroadcastFailure.cancelled("msg1")) {
      try cancelled.checkTakesConfirmation()
    }
    cancelled.counts.deliveries.sent = 2
    let isFinishedWhenCancelled = cancelled.finish(now: now)
    #expect(!isFinishedWhenCancelled)
    broadcast.counts.deliveries.sent = 1
    broadcast.counts.deliveries.failed = 1
    let isFinished = broadcast.finish(now: now)
    #expect(isFinished)
    #expect(broadcast.state == .finished)
    #expect(throws: BroadcastFailure.finished("msg1")) { try broadcast.cancel(now: now) }
  }
}
