import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// The reference channel: leases what may go out, writes down what it sent, and answers as the faults
/// will have it. A delivery that comes again is answered from what was written down, and not sent.
///
/// It is made of jobs, so it goes on where it was after a kill: `deliver` leases at once,
/// `deliver-again` at a later moment, `answer` gives one call's worth of acknowledgements.
struct Delivering: Sendable {
  static let kind = "deliver"
  private static let againKind = "deliver-again"
  private static let answerKind = "answer"
  private static let channelID = "reference"
  private static let batch: Int32 = 500

  let context: SandboxContext

  func register() {
    for kind in [Self.kind, Self.againKind] {
      context.jobs.register(
        kind, Jobs.Kind(run: { try await deliver($0) }, failed: { _, _ in }, isKept: false))
    }
    context.jobs.register(
      Self.answerKind, Jobs.Kind(run: { try await answer($0) }, failed: { _, _ in }, isKept: false))
  }

  private func client() throws -> BroadcastsV1.DeliveryServiceClient {
    .init(try context.peers.channel(to: "broadcasts"))
  }

  private func deliver(_ job: Job) async throws {
    var round = Int64(String(decoding: job.cursor, as: UTF8.self)) ?? 0
    // Says that it runs, so that what is confirmed from now on finds another.
    try await context.write(corp: job.corp, origin: .sandbox) { [round] mutation in
      try Self.save(round, of: job, mutation)
    }
    while true {
      let faults = try context.corps.database(of: job.corp)
        .read { try ChannelFaultsTable.faults(in: $0) }
      if faults.isDown { return }
      // Repeated after a kill, the call gives the same deliveries again.
      let reply = try await lease("\(job.row.jobid)-\(round)", job.corp)
      round += 1
      if try await take(reply, faults, job, round) == .nothing { return }
    }
  }

  private static func save(_ round: Int64, of job: Job, _ mutation: SandboxMutation) throws {
    try job.save(
      cursor: Array("\(round)".utf8), processedCount: round, totalCount: 0, in: mutation)
  }

  /// Nil when the leases of a repeated request have run out: they come round again.
  private func lease(
    _ requestID: String, _ corp: String
  ) async throws -> BroadcastsV1.LeaseDeliveriesResponse? {
    do {
      return try await client().leaseDeliveries(
        .init(
          channelID: Self.channelID, maxCount: Self.batch,
          leaseSeconds: Int32(ChannelFaults.leaseSeconds), requestID: requestID),
        options: context.peers.options(corp: corp))
    } catch let status as Status where status.code == .failedPrecondition {
      return nil
    }
  }

  private enum Taken { case something, nothing }

  /// Sends what was leased, and leaves its answers to be given, in one transaction.
  private func take(
    _ reply: BroadcastsV1.LeaseDeliveriesResponse?, _ faults: ChannelFaults, _ job: Job,
    _ round: Int64
  ) async throws -> Taken {
    guard let reply, let expireTime = reply.leaseExpireTime.flatMap(Instant.init) else {
      let retryTime = reply?.retryTime.flatMap(Instant.init)
      return try await context.write(corp: job.corp, origin: .sandbox) { mutation in
        try Self.save(round, of: job, mutation)
        // At once when the call left out so many that it stopped, and after a lapsed request.
        guard let retryTime, retryTime > mutation.now else {
          return reply == nil || retryTime != nil ? .something : .nothing
        }
        try mutation.start(Self.againKind, payload: [], at: retryTime)
        return .nothing
      }
    }
    return try await context.write(corp: job.corp, origin: .sandbox) { mutation in
      try Self.save(round, of: job, mutation)
      var given = DeliveryRound(reply, faults: faults, expireTime: expireTime, mutation)
      try given.run()
      for (time, acknowledgements) in given.answers.sorted(by: { $0.key < $1.key }) {
        for part in acknowledgements {
          let request = BroadcastsV1.AcknowledgeDeliveriesRequest(acknowledgements: part)
          try mutation.start(Self.answerKind, payload: request.packed(), at: time)
        }
      }
      if let returnTime = given.returnTime {
        try mutation.start(Self.againKind, payload: [], at: returnTime)
      }
      return .something
    }
  }

  /// What is refused as stale was leased again meanwhile, and is answered under that lease.
  private func answer(_ job: Job) async throws {
    let request = try BroadcastsV1.AcknowledgeDeliveriesRequest(unpacking: job.payload)
    _ = try await client().acknowledgeDeliveries(
      request, options: context.peers.options(corp: job.corp))
  }
}

/// What one call leased, on its way through the channel.
private struct DeliveryRound {
  private let reply: BroadcastsV1.LeaseDeliveriesResponse
  private let faults: ChannelFaults
  private let expireTime: Instant
  private let mutation: SandboxMutation
  /// By moment, the calls that answer: a delivery that is answered twice at one moment stands in two.
  private(set) var answers: [Instant: [[BroadcastsV1.Acknowledgement]]] = [:]
  private(set) var returnTime: Instant?
  private var given = SandboxV1.ChannelMessages()

  init(
    _ reply: BroadcastsV1.LeaseDeliveriesResponse, faults: ChannelFaults, expireTime: Instant,
    _ mutation: SandboxMutation
  ) {
    self.reply = reply
    self.faults = faults
    self.expireTime = expireTime
    self.mutation = mutation
  }

  mutating func run() throws {
    let contents = Dictionary(
      reply.contents.map { (["\($0.msgid)", "\($0.variant)"], $0.content) },
      uniquingKeysWith: { first, _ in first })
    for delivery in reply.deliveries {
      if let known = try ChannelMessageTable.find(delivery.deliveryID, in: mutation.writer) {
        answer(delivery, known, to: nil)
        continue
      }
      let content =
        delivery.content ?? contents[["\(delivery.msgid)", "\(delivery.variant)"]] ?? nil
      let message = ChannelMessage(
        delivery, content: content?.packed() ?? [], fault: faults.fault(of: delivery.deliveryID),
        giveTime: mutation.now)
      try ChannelMessageTable.insert(message, in: mutation.writer)
      given.messageCount += 1
      if message.hasArrived { given.arrivedCount += 1 }
      answer(delivery, message, to: message.fault)
    }
    if given.messageCount > 0 { try mutation.emit(.messagesGiven(given)) }
  }

  private mutating func answer(
    _ delivery: BroadcastsV1.LeasedDelivery, _ message: ChannelMessage, to fault: Fault?
  ) {
    let plan = Answers(
      to: fault, slowSeconds: faults.slowSeconds, now: mutation.now, expireTime: expireTime)
    let acknowledgement =
      message.hasArrived
      ? BroadcastsV1.Acknowledgement(
        deliveryID: delivery.deliveryID, leaseToken: delivery.leaseToken, outcome: .sent)
      : BroadcastsV1.Acknowledgement(
        deliveryID: delivery.deliveryID, leaseToken: delivery.leaseToken, outcome: .failed,
        failureReason: .channelError, failureDetail: "refused by the sandbox's channel")
    if let time = plan.unknownTime {
      add(
        .init(
          deliveryID: delivery.deliveryID, leaseToken: delivery.leaseToken, outcome: .unknown),
        at: time, place: 0)
    }
    for (time, times) in Dictionary(grouping: plan.times, by: { $0 }) {
      for place in times.indices { add(acknowledgement, at: time, place: place) }
    }
    if let returnTime = plan.returnTime { self.returnTime = returnTime }
  }

  private mutating func add(
    _ acknowledgement: BroadcastsV1.Acknowledgement, at time: Instant, place: Int
  ) {
    if answers[time, default: []].count <= place { answers[time, default: []].append([]) }
    answers[time]![place].append(acknowledgement)
  }
}

extension ChannelMessage {
  fileprivate init(
    _ delivery: BroadcastsV1.LeasedDelivery, content: [UInt8], fault: Fault?, giveTime: Instant
  ) {
    let recipientID: String
    let isGroup: Bool
    switch delivery.recipient {
    case .chatID(let id): (recipientID, isGroup) = (id, true)
    case .externalUserid(let id): (recipientID, isGroup) = (id, false)
    case nil: (recipientID, isGroup) = ("", false)
    }
    self.init(
      deliveryID: delivery.deliveryID, msgid: delivery.msgid, userid: delivery.userid,
      recipientID: recipientID, isGroup: isGroup, content: content, fault: fault,
      giveTime: giveTime)
  }
}
