import Messages
import ServiceKit
import Store

/// Gives a channel what it may have, in one transaction, and leaves out whom the rules of delivery
/// keep from it: who is no friend of the member any more, and who has had his quota.
struct Leasing {
  /// How many deliveries one call looks at, when it has to leave many out.
  static let examinedMax = 2000
  /// How many deliveries of stopped broadcasts one call takes out of its channel's queue.
  private static let clearedMax = 500
  /// Of how many tasks it looks at the deliveries before it asks for the next tasks.
  private static let tasksAtOnce = 32

  let lease: Lease
  let mutation: BroadcastsMutation
  private let day: Day
  private let period: QuotaPeriod
  /// What groups may get besides.
  private let groupPeriod: QuotaPeriod?
  private(set) var allowance: LeaseAllowance
  private(set) var leftOut: [Delivery] = []
  private(set) var changes: [CounterKey: Counts] = [:]
  private var examined = 0
  /// The oldest broadcast that was cancelled while deliveries waited for this channel.
  private var stopped: Int64?

  /// Whether it stopped though more may be waiting.
  var hasStopped: Bool { allowance.left > 0 && examined >= Self.examinedMax }

  init(
    _ lease: Lease, maxCount: Int, rules: SendingRules, policies: Policies,
    _ mutation: BroadcastsMutation
  ) {
    self.lease = lease
    self.mutation = mutation
    day = Day(of: lease.now)
    period = rules.quotaRule.period(of: day, policies: policies)
    groupPeriod = rules.groupPeriod(of: day)
    allowance = LeaseAllowance(maxCount: maxCount)
  }

  mutating func run() throws {
    try takeExpired(boundTo: lease.channelID)
    try takeExpired(boundTo: "")
    try takePassedOn()
    try takeQueued()
    try clearStopped()
    try mutation.conclude(leftOut, changes)
  }

  /// Takes over what other leases let run out, the longest overdue first.
  private mutating func takeExpired(boundTo channelID: String) throws {
    let expired = try LeaseTable.expired(
      boundTo: channelID, now: lease.now, limit: allowance.left, in: mutation.writer)
    for (delivery, quotaDay) in expired where allowance.allows(delivery.source) {
      examined += 1
      if let quotaDay {
        try QuotaTable.release(
          recipient: delivery.key.recipient, day: quotaDay, in: mutation.writer)
      }
      if let status = try obstacle(to: delivery, standing(of: delivery)) {
        try LeaseTable.forgetQuota(delivery.key, in: mutation.writer)
        try leaveOut(delivery, status, Counts(leased: -1, failed: 1))
      } else {
        try QuotaTable.take(
          recipient: delivery.key.recipient, day: day, in: mutation.writer)
        try LeaseTable.renew(delivery.key, lease, quotaDay: day, in: mutation.writer)
        allowance.take(delivery)
      }
    }
  }

  /// Takes what other channels passed on to this one, older broadcasts first.
  private mutating func takePassedOn() throws {
    var last: Int64 = 0
    while allowance.left > 0, examined < Self.examinedMax,
      let (source, isStopped) = try LeaseTable.nextPassedOn(
        to: lease.channelID, after: last, in: mutation.writer)
    {
      last = source.broadcast
      if isStopped {
        stopped = stopped ?? source.broadcast
      } else {
        try takePassedOn(of: source)
      }
    }
  }

  /// Takes some of what waits though its broadcast was cancelled out of the channel's queue.
  private func clearStopped() throws {
    guard let stopped else { return }
    try FailedAttemptTable.clear(
      broadcast: stopped, channelID: lease.channelID, limit: Self.clearedMax, in: mutation.writer)
  }

  private mutating func takePassedOn(of source: LeaseSource) throws {
    while allowance.allows(source), examined < Self.examinedMax {
      let passedOn = try LeaseTable.passedOn(
        to: lease.channelID, of: source,
        limit: min(allowance.room(for: source), Self.examinedMax - examined), in: mutation.writer)
      guard !passedOn.isEmpty else { return }
      examined += passedOn.count
      for delivery in passedOn {
        try FailedAttemptTable.leave(delivery.key, in: mutation.writer)
        if let status = try obstacle(to: delivery, standing(of: delivery)) {
          try leaveOut(delivery, status, Counts(failed: 1))
        } else {
          try take(delivery)
        }
      }
    }
  }

  /// Leases what nobody holds, and counts it as leased.
  private mutating func take(_ delivery: LeasedDelivery) throws {
    try QuotaTable.take(recipient: delivery.key.recipient, day: day, in: mutation.writer)
    try LeaseTable.insert(delivery, lease, quotaDay: day, in: mutation.writer)
    changes[delivery.counterKey, default: Counts()] += Counts(leased: 1)
    allowance.take(delivery)
  }

  /// Takes what was never leased, older broadcasts first.
  private mutating func takeQueued() throws {
    while allowance.left > 0, examined < Self.examinedMax {
      let tasks = try LeaseTable.queued(
        for: lease.channelID, limit: min(allowance.left, Self.tasksAtOnce), in: mutation.writer)
      let before = examined
      for task in tasks where allowance.allows(task.source) { try take(task) }
      if examined == before { return }
    }
  }

  private mutating func take(_ task: QueuedTask) throws {
    let limit = min(allowance.room(for: task.source), Self.examinedMax - examined)
    guard limit > 0 else { return }
    let deliveries = try LeaseTable.next(
      of: task, limit: limit, in: period, mutation.writer)
    for (delivery, standing) in deliveries {
      if let status = try obstacle(to: delivery, standing) {
        try leaveOut(delivery, status, Counts(failed: 1))
      } else {
        let recipient = delivery.key.recipient
        if let oldest = standing.oldestDay, oldest.number < QuotaTable.firstKept(on: day).number {
          try QuotaTable.dropOld(recipient: recipient, day: day, in: mutation.writer)
        }
        try take(delivery)
      }
    }
    examined += deliveries.count
    try LeaseTable.advance(
      task, through: deliveries.last!.delivery.key.recipient, count: Int64(deliveries.count),
      in: mutation.writer)
  }

  private func standing(of delivery: LeasedDelivery) throws -> Standing {
    let recipient = delivery.key.recipient
    return Standing(
      endTime: try EndedRelationTable.endTime(
        recipient: recipient, member: delivery.counterKey.member, in: mutation.writer),
      used: try QuotaTable.used(recipient: recipient, in: period, mutation.writer))
  }

  /// Why a delivery may not go out now or later; nil when it may.
  private func obstacle(
    to delivery: LeasedDelivery, _ standing: Standing
  ) throws -> Delivery.Status? {
    if delivery.chatType == .single, !delivery.source.isFallback(to: lease.channelID),
      let endTime = standing.endTime, endTime >= delivery.source.createTime
    {
      return .notAFriend
    }
    guard standing.used < period.limit else { return .quotaReached }
    guard delivery.chatType == .group, let groupPeriod else { return nil }
    let used = try QuotaTable.used(
      recipient: delivery.key.recipient, in: groupPeriod, mutation.writer)
    return used < groupPeriod.limit ? nil : .quotaReached
  }

  private mutating func leaveOut(
    _ delivery: LeasedDelivery, _ status: Delivery.Status, _ change: Counts
  ) throws {
    var settled = try DeliveryTable.find(delivery.key, in: mutation.writer)!
    settled.leaveOut(status, now: lease.now)
    try mutation.settle(settled)
    leftOut.append(settled)
    var change = change
    if settled.state == .pending { change.failed = 0 }
    changes[delivery.counterKey, default: Counts()] += change
  }
}
