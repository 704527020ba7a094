import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.DeliveryService`.
struct DeliveryHandler: BroadcastsV1.DeliveryServiceProtocol {
  let context: BroadcastsContext

  func listDeliveries(
    _ request: BroadcastsV1.ListDeliveriesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListDeliveriesResponse {
    let page = try Page(request)
    try Broadcast.checkMsgid(request.msgid)
    if !request.userid.isEmpty { try Shape.userid(request.userid, field: "userid") }
    let found = try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      try broadcast.checkIsPlanned()
      return try DeliveryTable.list(
        broadcast: broadcast.key, member: try member(request, of: broadcast, in: reader),
        after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (deliveries, nextPageToken) = page.cut(found) { [.int($0.key.recipient)] }
    return .init(deliveries: deliveries.map(\.message), nextPageToken: nextPageToken)
  }

  private func member(
    _ request: BroadcastsV1.ListDeliveriesRequest, of broadcast: Broadcast, in reader: Reader
  ) throws -> Int64? {
    guard !request.userid.isEmpty else { return nil }
    let task = try MemberTaskTable.find(
      broadcast: broadcast.key, userid: request.userid, in: reader)
    guard let task else {
      throw MemberTaskFailure.notFound(msgid: request.msgid, userid: request.userid)
    }
    return task.key.member
  }

  func leaseDeliveries(
    _ request: BroadcastsV1.LeaseDeliveriesRequest, _ call: Call
  ) async throws -> BroadcastsV1.LeaseDeliveriesResponse {
    let asked = try LeaseRequest(
      channelID: request.channelID, maxCount: Int(request.maxCount),
      seconds: Int(request.leaseSeconds), policies: context.policies)
    let reply = try await context.mutate(request, call) { mutation in
      let lease = Lease(
        channelID: asked.channelID, token: try LeaseTable.nextToken(in: mutation.writer),
        now: mutation.now, expireTime: mutation.now.advanced(bySeconds: Int64(asked.seconds)))
      var allowance = LeaseAllowance(maxCount: asked.maxCount)
      try LeaseTable.takeExpired(lease, &allowance, in: mutation.writer)
      try LeaseTable.takeQueued(lease, &allowance, in: mutation.writer)
      var msgids: [Int64: String] = [:]
      for delivery in allowance.taken { msgids[delivery.key.broadcast] = delivery.msgid }
      return BroadcastsV1.LeaseDeliveriesResponse(
        deliveries: allowance.taken.map { $0.message(token: lease.token) },
        contents: try msgids.sorted { $0.key < $1.key }.map { key, msgid in
          .init(
            msgid: msgid,
            content: try BroadcastTable.content(of: key, in: mutation.writer).message)
        },
        leaseExpireTime: allowance.taken.isEmpty ? nil : lease.expireTime.timestamp)
    }
    // The first answer to a repeated request: its leases may have run out since.
    if let expireTime = reply.leaseExpireTime.flatMap(Instant.init), expireTime <= context.clock.now
    {
      throw LeaseFailure.expired
    }
    return reply
  }

  func acknowledgeDeliveries(
    _ request: BroadcastsV1.AcknowledgeDeliveriesRequest, _ call: Call
  ) async throws -> BroadcastsV1.AcknowledgeDeliveriesResponse {
    try Shape.items(request.acknowledgements.count, 1...1000, field: "acknowledgements")
    return try await context.mutate(request, call) { mutation in
      var outcome = BroadcastsV1.AcknowledgeDeliveriesResponse()
      var settled: [Delivery] = []
      var changes: [CounterKey: Counts] = [:]
      for asked in request.acknowledgements {
        do {
          let acknowledgement = try Acknowledgement(asked)
          if let delivery = try settle(asked.deliveryID, acknowledgement, mutation) {
            changes[delivery.counterKey, default: Counts()] += acknowledgement.change
            settled.append(delivery)
          } else {
            outcome.repeatedCount += 1
          }
        } catch let failure as any Failure {
          outcome.failures.append(.init(key: asked.deliveryID, failure))
        }
      }
      outcome.settledCount = Int64(settled.count)
      outcome.failedCount = Int64(outcome.failures.count)
      guard !settled.isEmpty else { return outcome }
      try CounterTable.add(changes, in: mutation.writer)
      try mutation.emit(.deliveriesSettled(.init(deliveries: settled.map(\.message))))
      try finish(Set(changes.keys.map(\.broadcast)), mutation)
      return outcome
    }
  }

  /// The delivery as it is settled, or nil when the same acknowledgement settled it before.
  private func settle(
    _ deliveryID: String, _ acknowledgement: Acknowledgement, _ mutation: BroadcastsMutation
  ) throws -> Delivery? {
    guard let key = DeliveryKey(deliveryID),
      var delivery = try DeliveryTable.find(key, in: mutation.writer)
    else { throw DeliveryFailure.notFound(deliveryID) }
    guard try delivery.settle(acknowledgement, now: mutation.now) else { return nil }
    try DeliveryTable.settle(delivery, in: mutation.writer)
    return delivery
  }

  /// Ends those broadcasts of which the last delivery was settled.
  private func finish(_ broadcasts: Set<Int64>, _ mutation: BroadcastsMutation) throws {
    for key in broadcasts.sorted() {
      var broadcast = try BroadcastTable.find(key: key, in: mutation.writer)!
      guard broadcast.finish(now: mutation.now) else { continue }
      try BroadcastTable.update(broadcast, in: mutation.writer)
      try mutation.emit(.broadcastFinished(broadcast.message))
    }
  }
}

extension Acknowledgement {
  init(_ message: BroadcastsV1.Acknowledgement) throws(InvalidField) {
    self = try Self(
      leaseToken: message.leaseToken, status: try Delivery.Status(message),
      failureDetail: message.failureDetail)
  }
}

extension Delivery.Status {
  fileprivate init(_ message: BroadcastsV1.Acknowledgement) throws(InvalidField) {
    switch (message.outcome, message.failureReason) {
    case (.sent, .unspecified): self = .sent
    case (.sent, _):
      throw InvalidField(
        "acknowledgements.failure_reason", "NOT_FOR_SENT",
        "acknowledgements.failure_reason is for a failure alone.")
    case (.failed, .unspecified), (.failed, .channelError): self = .channelError
    case (.failed, .notAFriend): self = .notAFriend
    case (.failed, .quotaReached): self = .quotaReached
    case (.failed, let reason):
      throw InvalidField(
        "acknowledgements.failure_reason", "UNKNOWN_VALUE",
        "acknowledgements.failure_reason \(reason.rawValue) is not known.")
    case (let outcome, _):
      throw InvalidField(
        "acknowledgements.outcome", "UNKNOWN_OUTCOME",
        "acknowledgements.outcome \(outcome.rawValue) is not known.")
    }
  }

  fileprivate var failureReason: BroadcastsV1.DeliveryFailureReason {
    switch self {
    case .unsent, .sent: .unspecified
    case .notAFriend: .notAFriend
    case .quotaReached: .quotaReached
    case .channelError: .channelError
    }
  }
}

extension Delivery {
  var message: BroadcastsV1.Delivery {
    .init(
      deliveryID: key.text, msgid: msgid, userid: userid,
      recipient: chatType == .group ? .chatID(recipientID) : .externalUserid(recipientID),
      state: .init(rawValue: Int32(state.rawValue)), failureReason: status.failureReason,
      failureDetail: failureDetail, settleTime: settleTime?.timestamp,
      conversionCount: conversionCount, amountCents: amountCents)
  }
}

extension LeasedDelivery {
  func message(token: Int64) -> BroadcastsV1.LeasedDelivery {
    .init(
      deliveryID: key.text, msgid: msgid, userid: userid,
      recipient: chatType == .group ? .chatID(recipientID) : .externalUserid(recipientID),
      leaseToken: token)
  }
}
