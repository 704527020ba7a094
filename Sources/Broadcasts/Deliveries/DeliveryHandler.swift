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

  func listUnknownDeliveries(
    _ request: BroadcastsV1.ListUnknownDeliveriesRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListUnknownDeliveriesResponse {
    let page = try Page(request, keys: 3)
    let after = page.after.compactMap(\.int)
    let place = after.count == 3 ? (after[0], after[1], after[2]) : (0, 0, 0)
    let found = try context.read(call) { reader in
      try LeaseTable.unknown(
        after: place, limit: page.size + 1, in: reader
      ).compactMap { try DeliveryTable.find($0, in: reader) }
    }
    let (deliveries, nextPageToken) = page.cut(found) {
      [
        .int($0.unknownTime?.microseconds ?? 0), .int($0.key.broadcast), .int($0.key.recipient),
      ]
    }
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
    let reply = try await context.mutate(request, call, isAudited: false) {
      try lease(asked, $0)
    }
    // The first answer to a repeated request: its leases may have run out since. Where there is none to
    // repeat the leases are new, and may be acknowledged until somebody takes them over, however long
    // the answer took.
    if !request.requestID.isEmpty, let expireTime = reply.leaseExpireTime.flatMap(Instant.init),
      expireTime <= context.clock.now
    {
      throw LeaseFailure.expired
    }
    return try await filled(reply, call)
  }

  /// Gives a channel what the rules, its pace and its own numbers allow.
  private func lease(
    _ asked: LeaseRequest, _ mutation: BroadcastsMutation
  ) throws -> BroadcastsV1.LeaseDeliveriesResponse {
    let rules = try SendingRulesTable.rules(in: mutation.writer)
    if let quietEnd = rules.quietEnd(at: mutation.now) {
      return BroadcastsV1.LeaseDeliveriesResponse(retryTime: quietEnd.timestamp)
    }
    var channel = try ChannelTable.find(asked.channelID, in: mutation.writer)
    let room = min(asked.maxCount, channel?.pace?.room(at: mutation.now) ?? .max)
    guard room > 0 else {
      return BroadcastsV1.LeaseDeliveriesResponse(
        retryTime: channel?.pace?.nextTime(at: mutation.now).timestamp)
    }
    let lease = Lease(
      channelID: asked.channelID, token: try LeaseTable.nextToken(in: mutation.writer),
      now: mutation.now, expireTime: mutation.now.advanced(bySeconds: Int64(asked.seconds)))
    var leasing = Leasing(
      lease, maxCount: room, rules: rules, policies: context.policies, mutation)
    try leasing.run()
    let taken = leasing.allowance.taken
    channel?.pace?.take(taken.count, at: mutation.now)
    if let channel, channel.pace != nil { try ChannelTable.put(channel, in: mutation.writer) }
    let isPaced = taken.count == room && room < asked.maxCount
    let retryTime =
      leasing.hasStopped
      ? mutation.now : isPaced ? channel?.pace?.nextTime(at: mutation.now) : nil
    return BroadcastsV1.LeaseDeliveriesResponse(
      deliveries: taken.map { $0.message(token: lease.token) },
      contents: try contents(of: taken, through: asked.channelID, in: mutation.writer),
      leaseExpireTime: taken.isEmpty ? nil : lease.expireTime.timestamp,
      retryTime: retryTime?.timestamp)
  }

  /// Fills in what has variables, for each of its recipients.
  private func filled(
    _ reply: BroadcastsV1.LeaseDeliveriesResponse, _ call: Call
  ) async throws -> BroadcastsV1.LeaseDeliveriesResponse {
    var templates: [LeasedContentKey: (Content, String)] = [:]
    for leased in reply.contents {
      let content = try Content(
        Shape.required(leased.content, field: "content"), field: "content")
      guard !content.variables.isEmpty else { continue }
      let name = try context.read(call) { try BroadcastTable.require(leased.msgid, in: $0).name }
      templates[LeasedContentKey(msgid: leased.msgid, variant: leased.variant)] = (content, name)
    }
    guard !templates.isEmpty else { return reply }
    let secret = try context.read(call, TouchTable.linkSecret)
    var reply = reply
    var places: [Int] = []
    var contents: [(Content, Addressee)] = []
    for (place, delivery) in reply.deliveries.enumerated() {
      let key = LeasedContentKey(msgid: delivery.msgid, variant: delivery.variant)
      guard let (content, name) = templates[key], let recipient = delivery.recipient else {
        continue
      }
      places.append(place)
      let code = DeliveryKey(delivery.deliveryID).map { LinkCode($0, secret: secret).text } ?? ""
      contents.append((content, Addressee(recipient, delivery.userid, name, linkCode: code)))
    }
    let filled = try await call.asErrand {
      try await Filling(context: context, corp: call.principal.corp).fill(contents)
    }
    for (place, content) in zip(places, filled) {
      reply.deliveries[place].content = content.message
    }
    return reply
  }

  /// Each content that deliveries were leased of, once.
  private func contents(
    of taken: [LeasedDelivery], through channelID: String, in reader: Reader
  ) throws -> [BroadcastsV1.LeasedContent] {
    var sources: [Int64: LeaseSource] = [:]
    for delivery in taken { sources[delivery.source.broadcast] = delivery.source }
    return try sources.sorted { $0.key < $1.key }.flatMap { key, source in
      let wanted = Set(taken.lazy.filter { $0.source.broadcast == key }.map(\.variant)).sorted()
      let contents = try BroadcastTable.contents(of: key, in: reader)
      return wanted.map {
        BroadcastsV1.LeasedContent(
          msgid: source.msgid,
          content: contents.of(variant: $0, through: channelID).message, variant: Int32($0))
      }
    }
  }

  func acknowledgeDeliveries(
    _ request: BroadcastsV1.AcknowledgeDeliveriesRequest, _ call: Call
  ) async throws -> BroadcastsV1.AcknowledgeDeliveriesResponse {
    try Shape.items(request.acknowledgements.count, 1...1000, field: "acknowledgements")
    return try await context.mutate(request, call, isAudited: false) { mutation in
      var outcome = BroadcastsV1.AcknowledgeDeliveriesResponse()
      var settled: [Delivery] = []
      var unknown: [Delivery] = []
      var changes: [CounterKey: Counts] = [:]
      for asked in request.acknowledgements {
        do {
          let acknowledgement = try Acknowledgement(asked)
          guard let delivery = try settle(asked.deliveryID, acknowledgement, mutation) else {
            outcome.repeatedCount += 1
            continue
          }
          if delivery.state == .unknown {
            unknown.append(delivery)
            continue
          }
          settled.append(delivery)
          let isPassedOn = delivery.state == .pending
          if isPassedOn { outcome.passedOnCount += 1 }
          changes[delivery.counterKey, default: Counts()] +=
            isPassedOn ? Counts(leased: -1) : acknowledgement.change
        } catch let failure as any Failure {
          outcome.failures.append(.init(key: asked.deliveryID, failure))
        }
      }
      outcome.settledCount = Int64(settled.count) - outcome.passedOnCount
      outcome.unknownCount = Int64(unknown.count)
      outcome.failedCount = Int64(outcome.failures.count)
      if !unknown.isEmpty {
        try mutation.emit(.deliveriesUnknown(.init(deliveries: unknown.map(\.message))))
      }
      guard !settled.isEmpty else { return outcome }
      try mutation.conclude(settled, changes)
      return outcome
    }
  }

  /// The delivery as it is from now on, or nil when the same acknowledgement changed it before.
  private func settle(
    _ deliveryID: String, _ acknowledgement: Acknowledgement, _ mutation: BroadcastsMutation
  ) throws -> Delivery? {
    guard let key = DeliveryKey(deliveryID),
      var delivery = try DeliveryTable.find(key, in: mutation.writer)
    else { throw DeliveryFailure.notFound(deliveryID) }
    guard try delivery.settle(acknowledgement, now: mutation.now) else { return nil }
    if delivery.state == .unknown {
      try LeaseTable.hold(key, since: mutation.now, in: mutation.writer)
    } else {
      try mutation.settle(delivery)
    }
    return delivery
  }
}

private struct LeasedContentKey: Hashable {
  let msgid: String
  let variant: Int32
}

extension Addressee {
  fileprivate init(
    _ recipient: BroadcastsV1.LeasedDelivery.Recipient, _ userid: String, _ broadcastName: String,
    linkCode: String
  ) {
    let (id, chatType): (String, Broadcast.ChatType) =
      switch recipient {
      case .externalUserid(let id): (id, .single)
      case .chatID(let id): (id, .group)
      }
    self.init(
      recipientID: id, userid: userid, broadcastName: broadcastName, chatType: chatType,
      linkCode: linkCode)
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
    case (.unknown, .unspecified): self = .unsent
    case (.unknown, _):
      throw InvalidField(
        "acknowledgements.failure_reason", "NOT_FOR_UNKNOWN",
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
      conversionCount: conversionCount, amountCents: amountCents, variant: Int32(variant),
      leaseToken: state == .unknown ? leaseToken ?? 0 : 0, channelID: channelID,
      failedAttempts: failedAttempts.map(\.message))
  }
}

extension FailedAttempt {
  fileprivate var message: BroadcastsV1.FailedAttempt {
    .init(
      channelID: channelID, failureReason: status.failureReason, failureDetail: failureDetail,
      attemptTime: time.timestamp)
  }
}

extension LeasedDelivery {
  func message(token: Int64) -> BroadcastsV1.LeasedDelivery {
    .init(
      deliveryID: key.text, msgid: msgid, userid: userid,
      recipient: chatType == .group ? .chatID(recipientID) : .externalUserid(recipientID),
      leaseToken: token, variant: Int32(variant))
  }
}
