import Foundation
import Messages
import RPC

/// Plans the 27 campaigns for exactly the households that got them, holds a tenth of them out, sends
/// the others one of two texts, brings in what all of them redeemed, and reads back what broadcasts
/// made of it.
///
/// In the data every one of these households got its campaign, those held out here too. So what is
/// told apart here did not differ, and the true lift is 0: the demo shows whether the figures say so.
struct DemoCampaigns {
  private static let controlPercent: Int32 = 10
  private static let texts = ["会员专享优惠券，到店出示即可使用。", "您有一张优惠券待使用，本店与全国门店通用。"]

  let chain: DemoChain
  let channels: DemoChannels
  let progress: DemoProgress

  func run() async throws -> DemoReport {
    let msgids = try await create()
    try await confirm(msgids)
    let sent = try await deliver()
    progress.say("broadcasts", "\(sent) deliveries leased and acknowledged by a channel")
    try await convert(msgids)
    return try await report(msgids)
  }

  /// A broadcast for each campaign, planned: campaign → msgid.
  private func create() async throws -> [Int: String] {
    let broadcasts = BroadcastsV1.BroadcastServiceClient(channels.broadcasts)
    var msgids: [Int: String] = [:]
    for campaign in chain.data.campaigns {
      let broadcast = BroadcastsV1.Broadcast(
        name: "Campaign \(campaign.id) (\(campaign.type))", chatType: .single,
        audience: .init(
          externalUserids: campaign.households.map(DemoChain.externalUserid(ofHousehold:))),
        variants: zip(["A", "B"], Self.texts).map { name, text in
          .init(name: name, weight: 1, content: .init(text: text))
        },
        controlPercent: Self.controlPercent, seed: "campaign-\(campaign.id)")
      let created = try await broadcasts.createBroadcast(
        .init(broadcast: broadcast, requestID: "demo-campaign-\(campaign.id)"))
      msgids[campaign.id] = created.msgid
    }
    for (campaign, msgid) in msgids.sorted(by: { $0.key < $1.key }) {
      let planned = try await poll("the plan of campaign \(campaign)") {
        let now = try await broadcasts.getBroadcast(.init(msgid: msgid))
        return now.state == .planning ? nil : now
      }
      guard planned.state == .active else {
        throw Trouble(message: "campaign \(campaign) was not planned: \(planned.failureMessage)")
      }
    }
    progress.say("broadcasts", "\(msgids.count) campaigns planned")
    return msgids
  }

  /// Each guide confirms each of his tasks.
  private func confirm(_ msgids: [Int: String]) async throws {
    let tasks = BroadcastsV1.MemberTaskServiceClient(channels.broadcasts)
    var count = 0
    for msgid in msgids.values.sorted() {
      var token = ""
      repeat {
        let page = try await tasks.listMemberTasks(
          .init(msgid: msgid, pageSize: 1000, pageToken: token))
        // Guides confirm side by side, each for himself.
        let waiting = page.memberTasks.filter { $0.recipientCount > 0 }
        for batch in waiting.batches(of: 32) {
          try await withThrowingTaskGroup { group in
            for task in batch {
              group.addTask {
                _ = try await tasks.confirmMemberTask(
                  .init(
                    msgid: msgid, userid: task.userid,
                    requestID: "demo-\(task.userid)-\(msgid.suffix(12))"))
              }
            }
            try await group.waitForAll()
          }
        }
        count += waiting.count
        token = page.nextPageToken
      } while !token.isEmpty
    }
    progress.say("broadcasts", "\(count) tasks confirmed by guides")
  }

  /// The channel: leases what may go out until there is nothing left, and says it was sent.
  private func deliver() async throws -> Int64 {
    let deliveries = BroadcastsV1.DeliveryServiceClient(channels.broadcasts)
    var sent: Int64 = 0
    while true {
      let lease = try await deliveries.leaseDeliveries(
        .init(channelID: "demo-channel", maxCount: 1000, leaseSeconds: 60))
      if lease.deliveries.isEmpty { return sent }
      let answer = try await deliveries.acknowledgeDeliveries(
        .init(
          acknowledgements: lease.deliveries.map {
            .init(deliveryID: $0.deliveryID, leaseToken: $0.leaseToken, outcome: .sent)
          }))
      guard answer.failedCount == 0 else {
        throw Trouble(
          message: "\(answer.failedCount) acknowledgements were refused, the first: "
            + (answer.failures.first?.message ?? ""))
      }
      sent += answer.settledCount
    }
  }

  /// The redemptions, as conversions of the deliveries that brought the coupons.
  private func convert(_ msgids: [Int: String]) async throws {
    let client = BroadcastsV1.ConversionServiceClient(channels.broadcasts)
    let conversions = chain.data.redemptions.compactMap { redemption in
      msgids[redemption.campaign].map { msgid in
        BroadcastsV1.Conversion(
          conversionID: "redemption-\(redemption.number)", msgid: msgid,
          recipient: .externalUserid(DemoChain.externalUserid(ofHousehold: redemption.household)),
          kind: .redemption, conversionTime: Self.noon(of: redemption.date))
      }
    }
    var recorded: Int64 = 0
    for batch in conversions.batches(of: 1000) {
      let answer = try await client.recordConversions(.init(conversions: Array(batch)))
      guard answer.failedCount == 0 else {
        throw Trouble(
          message: "\(answer.failedCount) conversions were refused, the first: "
            + (answer.failures.first?.message ?? ""))
      }
      recorded += answer.recordedCount
    }
    progress.say("broadcasts", "\(recorded) redemptions recorded as conversions")
  }

  private func report(_ msgids: [Int: String]) async throws -> DemoReport {
    let reports = BroadcastsV1.ReportServiceClient(channels.broadcasts)
    let lifts = BroadcastsV1.LiftServiceClient(channels.broadcasts)
    var rows: [DemoReport.Row] = []
    for campaign in chain.data.campaigns.sorted(by: { $0.id < $1.id }) {
      let msgid = msgids[campaign.id] ?? ""
      let report = try await reports.getBroadcastReport(.init(msgid: msgid))
      let lift = try await lifts.getLift(.init(msgid: msgid))
      rows.append(DemoReport.Row(campaign, report, lift))
    }
    return DemoReport(rows: rows)
  }

  /// Noon UTC of a day, "2017-03-09".
  private static func noon(of day: String) -> GoogleProtobuf.Timestamp? {
    (try? Date("\(day)T12:00:00Z", strategy: .iso8601)).map {
      .init(seconds: Int64($0.timeIntervalSince1970))
    }
  }
}
