import Broadcasts
import Communities
import Customers
import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

/// The four services of a small chain, running, for one test, and broadcasts as its callers have it.
///
/// Ann follows wm-a1, wm-a2 and wm-a3, Bob wm-b1 and wm-b2, Cid wm-c1. Dan follows nobody.
struct Chain: Sendable {
  let folder: TemporaryFolder
  let others: [RunningService]
  var service: RunningService

  static let customersByMember = [
    "ann": ["wm-a1", "wm-a2", "wm-a3"], "bob": ["wm-b1", "wm-b2"], "cid": ["wm-c1"],
  ]
  static let everybody = BroadcastsV1.Broadcast(
    content: .init(text: "周二果粉日"), audience: .init(userids: ["ann", "bob", "cid", "dan"]))

  var broadcasts: BroadcastsV1.BroadcastServiceClient { .init(service.channel) }
  var tasks: BroadcastsV1.MemberTaskServiceClient { .init(service.channel) }
  var deliveries: BroadcastsV1.DeliveryServiceClient { .init(service.channel) }
  var conversions: BroadcastsV1.ConversionServiceClient { .init(service.channel) }
  var reports: BroadcastsV1.ReportServiceClient { .init(service.channel) }
  var changes: BroadcastsV1.ChangeServiceClient { .init(service.channel) }
  var jobs: CommonV1.JobServiceClient { .init(service.channel) }
  var relations: CustomersV1.RelationServiceClient { .init(peer("customers").channel) }
  var groups: CommunitiesV1.CustomerGroupServiceClient { .init(peer("communities").channel) }

  func peer(_ name: String) -> RunningService { others.first { $0.name == name }! }

  func create(
    _ broadcast: BroadcastsV1.Broadcast = everybody
  ) async throws -> BroadcastsV1.Broadcast {
    try await broadcasts.createBroadcast(.init(broadcast: broadcast))
  }

  /// Creates a broadcast and waits until its plan has ended, well or not.
  func planned(
    _ broadcast: BroadcastsV1.Broadcast = everybody
  ) async throws -> BroadcastsV1.Broadcast {
    try await planEnded(create(broadcast).msgid)
  }

  /// Creates a broadcast of which all tasks are confirmed.
  func confirmed(
    _ broadcast: BroadcastsV1.Broadcast = everybody
  ) async throws -> BroadcastsV1.Broadcast {
    let planned = try await planned(broadcast)
    for task in try await tasks.listMemberTasks(.init(msgid: planned.msgid)).memberTasks {
      _ = try await tasks.confirmMemberTask(.init(msgid: planned.msgid, userid: task.userid))
    }
    return planned
  }

  /// The broadcast as its plan left it.
  func planEnded(_ msgid: String) async throws -> BroadcastsV1.Broadcast {
    for try await change in changes.watchChanges(.init()) {
      switch change.event {
      case .broadcastPlanned(let ended) where ended.msgid == msgid: return ended
      case .broadcastFailed(let ended) where ended.msgid == msgid: return ended
      default: continue
      }
    }
    throw Status(.unavailable, "The feed ended.")
  }

  func lease(
    _ maxCount: Int32 = 1000, seconds: Int32 = 60, channelID: String = "sandbox"
  ) async throws -> [BroadcastsV1.LeasedDelivery] {
    try await deliveries.leaseDeliveries(
      .init(channelID: channelID, maxCount: maxCount, leaseSeconds: seconds)
    ).deliveries
  }

  @discardableResult
  func acknowledge(
    _ leased: [BroadcastsV1.LeasedDelivery], _ outcome: BroadcastsV1.Acknowledgement.Outcome = .sent
  ) async throws -> BroadcastsV1.AcknowledgeDeliveriesResponse {
    try await deliveries.acknowledgeDeliveries(
      .init(acknowledgements: leased.map { $0.acknowledged(outcome) }))
  }

  func get(_ msgid: String) async throws -> BroadcastsV1.Broadcast {
    try await broadcasts.getBroadcast(.init(msgid: msgid))
  }

  func counts(_ msgid: String) async throws -> BroadcastsV1.DeliveryCounts {
    try #require(await reports.getBroadcastReport(.init(msgid: msgid)).deliveries)
  }

  /// All deliveries of a broadcast, page by page.
  func allDeliveries(_ msgid: String) async throws -> [BroadcastsV1.Delivery] {
    var all: [BroadcastsV1.Delivery] = []
    var token = ""
    repeat {
      let page = try await deliveries.listDeliveries(
        .init(msgid: msgid, pageSize: 1000, pageToken: token))
      all += page.deliveries
      token = page.nextPageToken
    } while !token.isEmpty
    return all
  }

  /// Stops broadcasts, at whatever it does, and starts it again on the same folder.
  mutating func restart(peers: [RunningService]? = nil) async throws {
    await service.stop()
    service = try await .start(
      BroadcastsService.self, in: folder, peers: peers ?? others,
      clock: .stepped(from: service.clock.now))
  }

  /// Stops everything, then holds the counters against the rows they count.
  func stop() async {
    await service.stop()
    for other in others.reversed() { await other.stop() }
    do {
      #expect(try await Recount.mistakes(in: folder) == [])
    } catch {
      Issue.record(error)
    }
  }
}

extension BroadcastsV1.LeasedDelivery {
  func acknowledged(
    _ outcome: BroadcastsV1.Acknowledgement.Outcome
  ) -> BroadcastsV1.Acknowledgement {
    .init(deliveryID: deliveryID, leaseToken: leaseToken, outcome: outcome)
  }

  /// The external_userid or chat_id.
  var recipientID: String { recipient.map(text) ?? "" }

  private func text(_ recipient: Recipient) -> String {
    switch recipient {
    case .externalUserid(let id), .chatID(let id): id
    }
  }
}

extension BroadcastsV1.Delivery {
  /// The external_userid or chat_id.
  var recipientID: String {
    switch recipient {
    case .externalUserid(let id), .chatID(let id): id
    case nil: ""
    }
  }
}

/// Runs a test against the chain, and ends it by a recount.
func withChain(
  policies: Policies = Policies(), _ body: (inout Chain) async throws -> Void
) async throws {
  let folder = try TemporaryFolder()
  let directory = try await RunningService.start(DirectoryService.self, in: folder)
  let customers = try await RunningService.start(
    CustomersService.self, in: folder, peers: [directory])
  let communities = try await RunningService.start(
    CommunitiesService.self, in: folder, peers: [directory, customers])
  let others = [directory, customers, communities]
  var chain = Chain(
    folder: folder, others: others,
    service: try await .start(
      BroadcastsService.self, in: folder, peers: others, policies: policies))
  do {
    try await chain.add(
      Chain.customersByMember.sorted { $0.key < $1.key }
        .flatMap { userid, ids in ids.map { (userid, $0) } })
    try await body(&chain)
  } catch {
    await chain.stop()
    throw error
  }
  await chain.stop()
}

extension Chain {
  /// Adds customers to members, as (userid, external_userid).
  func add(_ pairs: [(String, String)]) async throws {
    let reply = try await relations.importRelations { stream in
      for start in stride(from: 0, to: pairs.count, by: 1000) {
        try await stream.send(
          .init(
            relations: pairs[start...].prefix(1000).map { userid, id in
              .init(
                customer: .init(externalUserid: id, name: id), relation: .init(userid: userid))
            }))
      }
    }
    #expect(reply.failedCount == 0, "\(reply.failures)")
  }
}
