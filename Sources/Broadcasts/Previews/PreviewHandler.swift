import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.PreviewService`.
struct PreviewHandler: BroadcastsV1.PreviewServiceProtocol {
  private static let normalSample = 10
  private static let largestSample = 100
  private static let listedMax = 1000
  private static let walkTimeoutMilliseconds = 60_000

  let context: BroadcastsContext

  func previewBroadcast(
    _ request: BroadcastsV1.PreviewBroadcastRequest, _ call: Call
  ) async throws -> BroadcastsV1.BroadcastPreview {
    try await call.asErrand { try await preview(request, call) }
  }

  private func preview(
    _ request: BroadcastsV1.PreviewBroadcastRequest, _ call: Call
  ) async throws -> BroadcastsV1.BroadcastPreview {
    let draft = try BroadcastDraft(Shape.required(request.broadcast, field: "broadcast"))
    try draft.checkShape(policies: context.policies)
    guard request.sampleSize >= 0 else {
      throw InvalidField("sample_size", "OUT_OF_RANGE", "sample_size is negative.")
    }
    let sampleSize =
      request.sampleSize == 0
      ? Self.normalSample : min(Self.largestSample, Int(request.sampleSize))
    let corp = call.principal.corp
    var preview = BroadcastsV1.BroadcastPreview()
    var examination = Examination(arms: draft.arms(msgid: "preview"), sampleSize: sampleSize)
    switch draft.target {
    case .audience(let audience):
      preview.duplicateCount = Int64(
        audience.externalUserids.count - Set(audience.externalUserids).count)
      try await count(audience, &preview, corp)
      try await walk(audience, &examination, corp)
    case .chats(let ids):
      preview.duplicateCount = Int64(draft.chatIDs.count - ids.count)
      let (owned, refusals) = try await PlanJob(context: context).judge(
        ids[...], sender: draft.sender, corp: corp)
      let repeated = try repeats(owned, of: draft, call)
      let recipients = owned.filter { !repeated.contains($0.id) }
      preview.recipientCount = Int64(recipients.count)
      preview.memberCount = recipients.isEmpty ? 0 : 1
      preview.members =
        recipients.first.map {
          [.init(userid: $0.userid, recipientCount: Int64(recipients.count))]
        } ?? []
      let excluded =
        refusals + repeated.sorted().map { Refusal(id: $0, reason: .contentRepeated) }
      preview.excludedCount = Int64(excluded.count)
      preview.excluded = excluded.prefix(Self.listedMax).map(\.message)
      try await examine(recipients, isOfGroups: true, &examination, corp)
    }
    preview.examinedCount = examination.count
    preview.quotaReachedCount = examination.quotaReached
    preview.heldOutCount = examination.heldOut
    let (rules, ownPace) = try context.read(call) { reader in
      try draft.contents.checkIsCarried(in: reader)
      return (
        try SendingRulesTable.rules(in: reader),
        try draft.channels.first.flatMap { try ChannelTable.find($0.channelID, in: reader) }?.pace
      )
    }
    let now = context.clock.now
    preview.quietEndTime = rules.quietEnd(at: now)?.timestamp
    let pace = Int64(ownPace?.perMinute ?? context.policies[.channelRecipientsPerMinute])
    let sent = preview.recipientCount * Int64(100 - draft.controlPercent) / 100
    preview.finishTime =
      rules.finish(of: Int((sent + pace - 1) / pace), from: now).timestamp
    preview.samples = try await samples(examination.sample, draft, corp)
    return preview
  }

  /// Those groups that get the same today already, and may not again.
  private func repeats(
    _ groups: [PlanRecipient], of draft: BroadcastDraft, _ call: Call
  ) throws -> Set<String> {
    let (content, today) = (try draft.contents.fingerprint, Day(of: context.clock.now))
    return try context.read(call) { reader in
      guard try SendingRulesTable.rules(in: reader).refusesRepeats else { return [] }
      return Set(
        try groups.map(\.id).filter {
          try GroupContentTable.contains(content, of: $0, on: today, in: reader)
        })
    }
  }

  /// What customers says of the whole audience.
  private func count(
    _ audience: Audience, _ preview: inout BroadcastsV1.BroadcastPreview, _ corp: String
  ) async throws {
    let counted = try await customers().previewAudience(
      .init(audience: try audience.message(), sampleSize: 1),
      options: context.peers.options(
        corp: corp, timeoutMilliseconds: Self.walkTimeoutMilliseconds))
    preview.recipientCount = counted.customerCount
    let members = counted.members.filter { $0.customerCount > 0 }
    preview.memberCount = counted.memberCount - Int64(counted.members.count - members.count)
    preview.members = members.map { .init(userid: $0.userid, recipientCount: $0.customerCount) }
    preview.excludedCount = counted.excludedCount
    preview.excluded = counted.excluded.map { .init(id: $0.externalUserid, reason: .noRelation) }
    preview.noneOfCount = counted.noneOfCount
  }

  /// Looks at the first of the audience, one by one.
  private func walk(
    _ audience: Audience, _ examination: inout Examination, _ corp: String
  ) async throws {
    let limit = context.policies[.broadcastPreviewRecipientsMax]
    let replies = try customers().listAudience(
      .init(audience: audience.message()),
      options: context.peers.options(
        corp: corp, timeoutMilliseconds: Self.walkTimeoutMilliseconds))
    var recipients: [PlanRecipient] = []
    for try await reply in replies {
      recipients += reply.recipients.prefix(limit - recipients.count)
        .map { PlanRecipient(id: $0.externalUserid, userid: $0.userid) }
      if reply.finished || recipients.count >= limit { break }
    }
    try await examine(recipients, &examination, corp)
  }

  private func examine(
    _ recipients: [PlanRecipient], isOfGroups: Bool = false, _ examination: inout Examination,
    _ corp: String
  ) async throws {
    let now = context.clock.now
    let policies = context.policies
    let needsOld = !examination.arms.segments.isEmpty
    let (reached, olds) = try await context.corps.database(of: corp).scan { reader in
      // In the order in which they lie, so that a page is read once.
      let ids = recipients.map(\.id).sorted()
      let rules = try SendingRulesTable.rules(in: reader)
      let period = rules.quotaRule.period(of: Day(of: now), policies: policies)
      let groupPeriod = isOfGroups ? rules.groupPeriod(of: Day(of: now)) : nil
      let periods = [period] + (groupPeriod.map { [$0] } ?? [])
      let reached: Int64 = try ids.reduce(0) { reached, id in
        try periods.allSatisfy {
          try QuotaTable.used(recipientID: id, in: $0, reader) < $0.limit
        } ? reached : reached + 1
      }
      let olds =
        needsOld
        ? Set(try ids.filter { try OldCustomerTable.contains(recipientID: $0, in: reader) }) : []
      return (reached, olds)
    }
    examination.quotaReached = reached
    for recipient in recipients {
      examination.add(recipient, isOld: olds.contains(recipient.id))
    }
  }

  private func samples(
    _ sample: [(PlanRecipient, Arms.Place)], _ draft: BroadcastDraft, _ corp: String
  ) async throws -> [BroadcastsV1.PreviewMessage] {
    let filled = try await Filling(context: context, corp: corp).fill(
      sample.map { recipient, place in
        (
          place.isHeldOut
            ? Content()
            : draft.contents.of(
              variant: place.variant, through: draft.channels.first?.channelID ?? ""),
          Addressee(
            recipientID: recipient.id, userid: recipient.userid, broadcastName: draft.name,
            chatType: draft.chatType)
        )
      })
    return zip(sample, filled).map { chosen, content in
      let (recipient, place) = chosen
      return .init(
        recipient: draft.chatType == .group
          ? .chatID(recipient.id) : .externalUserid(recipient.id),
        userid: recipient.userid, heldOut: place.isHeldOut, variant: Int32(place.variant),
        content: place.isHeldOut ? nil : content.message)
    }
  }

  private func customers() throws -> CustomersV1.AudienceServiceClient {
    .init(try context.peers.channel(to: "customers"))
  }
}

/// What is gathered of recipients who are looked at one by one.
private struct Examination {
  let arms: Arms
  let sampleSize: Int
  private(set) var count: Int64 = 0
  var quotaReached: Int64 = 0
  private(set) var heldOut: Int64 = 0
  private(set) var sample: [(PlanRecipient, Arms.Place)] = []

  init(arms: Arms, sampleSize: Int) {
    self.arms = arms
    self.sampleSize = sampleSize
  }

  mutating func add(_ recipient: PlanRecipient, isOld: Bool) {
    let place = arms.place(of: recipient.id, isOld: isOld)
    count += 1
    if place.isHeldOut { heldOut += 1 }
    if sample.count < sampleSize { sample.append((recipient, place)) }
  }
}
