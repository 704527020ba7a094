import Foundation
import Messages
import RPC
import Synchronization

/// Broadcasts 群发: half of the deliveries are of broadcasts that were sent long ago, are looked at
/// and bring conversions; the other half wait for channels, which lease and acknowledge them.
struct BroadcastsScenario: Scenario {
  static let unit = "deliveries"
  static let defaultSize = 40_000

  private static let recipientsPerBroadcast = 5000
  private static let leasedPerCall: Int32 = 10

  /// Broadcasts whose deliveries were all sent.
  let sent: [SentBroadcast]
  private let leases = LeasePool()

  struct SentBroadcast {
    let msgid: String
    let audience: LoadAudience
  }

  static let methods: [LoadMethod<Self>] = [
    .init("GetBroadcast", 200) { chain, call in
      _ = try await BroadcastsV1.BroadcastServiceClient(call.channel).getBroadcast(
        .init(msgid: call.random.element(of: chain.sent).msgid), options: call.options)
    },
    .init("GetBroadcastReport", 200) { chain, call in
      _ = try await BroadcastsV1.ReportServiceClient(call.channel).getBroadcastReport(
        .init(msgid: call.random.element(of: chain.sent).msgid), options: call.options)
    },
    .init("ListDeliveries", 100) { chain, call in
      _ = try await BroadcastsV1.DeliveryServiceClient(call.channel).listDeliveries(
        .init(
          msgid: call.random.element(of: chain.sent).msgid,
          userid: LoadAudience.guide(call.random.below(LoadAudience.guides)), pageSize: 50),
        options: call.options)
    },
    .init("ListMemberTasks", 50) { chain, call in
      _ = try await BroadcastsV1.MemberTaskServiceClient(call.channel).listMemberTasks(
        .init(msgid: call.random.element(of: chain.sent).msgid, pageSize: 50),
        options: call.options)
    },
    .init("GetRecipientQuota", 100) { chain, call in
      let broadcast = call.random.element(of: chain.sent)
      let place = call.random.below(broadcast.audience.count)
      _ = try await BroadcastsV1.SendingRulesServiceClient(call.channel).getRecipientQuota(
        .init(recipient: .externalUserid(broadcast.audience.customer(place))),
        options: call.options)
    },
    .init("LeaseDeliveries", 120) { chain, call in
      let leased = try await BroadcastsV1.DeliveryServiceClient(call.channel).leaseDeliveries(
        .init(
          channelID: "siyu-load", maxCount: leasedPerCall, leaseSeconds: 600,
          requestID: call.ownID),
        options: call.options)
      chain.leases.add(leased.deliveries)
    },
    .init("AcknowledgeDeliveries", 120) { chain, call in
      let taken = chain.leases.take(Int(leasedPerCall))
      _ = try await BroadcastsV1.DeliveryServiceClient(call.channel).acknowledgeDeliveries(
        .init(acknowledgements: taken), options: call.options)
    },
    .init("RecordConversions", 100) { chain, call in
      let broadcast = call.random.element(of: chain.sent)
      let place = call.random.below(broadcast.audience.count)
      let recorded = try await BroadcastsV1.ConversionServiceClient(call.channel)
        .recordConversions(
          .init(conversions: [
            .init(
              conversionID: call.ownID, msgid: broadcast.msgid,
              recipient: .externalUserid(broadcast.audience.customer(place)), kind: .order,
              amountCents: Int64(1000 + call.random.below(100_000)), conversionTime: .init(Date()))
          ]), options: call.options)
      try refuse(recorded.failures.first)
    },
    .init("CreateBroadcast", 10) { chain, call in
      let audience = call.random.element(of: chain.sent).audience
      let first = call.random.below(audience.count)
      _ = try await BroadcastsV1.BroadcastServiceClient(call.channel).createBroadcast(
        .init(
          broadcast: .init(
            name: "少数人 \(call.ownID)", content: .init(text: text),
            audience: .init(
              externalUserids: (first..<min(first + 20, audience.count)).map(audience.customer))),
          requestID: call.ownID),
        options: call.options)
    },
  ]

  private static let text = "本周会员日，全场满三百减五十，到店出示会员码即可。"

  /// An item that was left out fails its call here, though not on the wire.
  private static func refuse(_ failure: CommonV1.ItemFailure?) throws {
    if let failure { throw Status(.failedPrecondition, "\(failure.key): \(failure.message)") }
  }

  // MARK: Filling

  static func fill(_ filling: Filling) async throws -> Self {
    try await CustomersStandIn.start(at: filling.standIn, mark: filling.mark)
    let size = max(2, filling.size)
    let count = min(recipientsPerBroadcast, size / 2)
    let half = max(1, size / 2 / count)
    let step = BroadcastsFilling(filling: filling, text: text)
    let known = try await step.known()
    var sent: [SentBroadcast] = []
    for number in 0..<half {
      let audience = LoadAudience(mark: filling.mark, first: 1 + number * count, count: count)
      let name = "老活动 \(filling.mark)-\(count)-\(number)"
      let msgid =
        if let msgid = known[name] { msgid } else {
          try await step.create(name, audience)
        }
      try await step.makeReady(msgid)
      sent.append(SentBroadcast(msgid: msgid, audience: audience))
      filling.progress.filled("broadcasts", number + 1, of: 2 * half)
    }
    try await step.send(all: sent.map(\.msgid))
    // Others for the leases of this run: who got one before has had it.
    let start = Int(SplitMix.hash(filling.run) % 1_000_000) * 4000
    for number in 0..<half {
      let audience = LoadAudience(
        mark: filling.mark, first: start + number * count, count: count)
      let name = "新活动 \(filling.run)-\(number)"
      try await step.makeReady(step.create(name, audience))
      filling.progress.filled("broadcasts", half + number + 1, of: 2 * half)
    }
    return BroadcastsScenario(sent: sent)
  }
}

/// What channels hold, between the lease and the acknowledgement.
private final class LeasePool: Sendable {
  private struct State {
    var waiting: [BroadcastsV1.Acknowledgement] = []
    var last: [BroadcastsV1.Acknowledgement] = []
  }

  private let state = Mutex(State())

  func add(_ leased: [BroadcastsV1.LeasedDelivery]) {
    let new = leased.map(\.sentAcknowledgement)
    state.withLock { $0.waiting += new }
  }

  /// Some that wait. When none does, those taken last once more, as a channel that got no answer
  /// tells them again; before there were any, one that nobody leased, which is left out.
  func take(_ count: Int) -> [BroadcastsV1.Acknowledgement] {
    state.withLock { state in
      if !state.waiting.isEmpty {
        state.last = Array(state.waiting.suffix(count))
        state.waiting.removeLast(state.last.count)
      }
      if !state.last.isEmpty { return state.last }
      return [.init(deliveryID: "none-leased", leaseToken: 1, outcome: .sent)]
    }
  }
}

extension BroadcastsV1.LeasedDelivery {
  var sentAcknowledgement: BroadcastsV1.Acknowledgement {
    .init(deliveryID: deliveryID, leaseToken: leaseToken, outcome: .sent)
  }
}
