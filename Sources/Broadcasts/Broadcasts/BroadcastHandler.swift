import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.broadcasts.v1.BroadcastService`.
struct BroadcastHandler: BroadcastsV1.BroadcastServiceProtocol {
  let context: BroadcastsContext

  func createBroadcast(
    _ request: BroadcastsV1.CreateBroadcastRequest, _ call: Call
  ) async throws -> BroadcastsV1.Broadcast {
    let asked = try Shape.required(request.broadcast, field: "broadcast")
    let draft = try BroadcastDraft(asked)
    try draft.checkShape(policies: context.policies)
    return try await context.mutate(request, call) { mutation in
      try draft.contents.checkIsCarried(in: mutation.writer)
      return try mutation.create(draft, msgid: PublicID.make("msg")).message
    }
  }

  func getBroadcast(
    _ request: BroadcastsV1.GetBroadcastRequest, _ call: Call
  ) async throws -> BroadcastsV1.Broadcast {
    try Broadcast.checkMsgid(request.msgid)
    return try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      var message = broadcast.message
      let contents = try BroadcastTable.contents(of: broadcast.key, in: reader)
      message.content = contents.variants.isEmpty ? contents.single.message : nil
      message.variants = contents.variants.map(\.message)
      message.offers = contents.offers.map(\.message)
      message.channels = contents.channels.map(\.message)
      switch try BroadcastTable.target(of: broadcast.key, in: reader) {
      case .chats(let ids): message.chatIDs = ids
      case .audience(var audience):
        if !broadcast.sender.isEmpty { audience.userids = [] }
        message.audience = try audience.message()
      }
      return message
    }
  }

  func listBroadcasts(
    _ request: BroadcastsV1.ListBroadcastsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListBroadcastsResponse {
    let window = try BroadcastWindow(request, policies: context.policies)
    let page = try Page(request, keys: 2)
    let place = BroadcastTable.Place(after: page, in: window)
    let found = try context.read(call) {
      try BroadcastTable.list(window, after: place, limit: page.size + 1, in: $0)
    }
    let (broadcasts, nextPageToken) = page.cut(found, key: BroadcastTable.Place.keys)
    return .init(broadcasts: broadcasts.map(\.message), nextPageToken: nextPageToken)
  }

  func cancelBroadcast(
    _ request: BroadcastsV1.CancelBroadcastRequest, _ call: Call
  ) async throws -> BroadcastsV1.Broadcast {
    try Broadcast.checkMsgid(request.msgid)
    return try await context.mutate(request, call) { mutation in
      var broadcast = try BroadcastTable.require(request.msgid, in: mutation.writer)
      try broadcast.cancel(now: mutation.now)
      try BroadcastTable.update(broadcast, in: mutation.writer)
      try LeaseTable.stop(broadcast: broadcast.key, in: mutation.writer)
      try mutation.emit(.broadcastCancelled(broadcast.message))
      return broadcast.message
    }
  }

  func remindBroadcast(
    _ request: BroadcastsV1.RemindBroadcastRequest, _ call: Call
  ) async throws -> BroadcastsV1.RemindBroadcastResponse {
    try Broadcast.checkMsgid(request.msgid)
    let max = context.policies[.broadcastRemindersMax]
    return try await context.mutate(request, call) { mutation in
      let broadcast = try BroadcastTable.require(request.msgid, in: mutation.writer)
      try broadcast.checkTakesReminder()
      let reminders = ReminderTable.broadcasts
      let count = try reminders.count(
        of: broadcast.key, since: mutation.now.advanced(bySeconds: -86_400), in: mutation.writer)
      guard count < max else { throw BroadcastFailure.remindedTooOften(broadcast.msgid, max) }
      try reminders.insert(of: broadcast.key, at: mutation.now, in: mutation.writer)
      try mutation.emit(.broadcastReminded(broadcast.message))
      return .init(
        remindedCount: broadcast.counts.member - broadcast.counts.confirmedMember,
        leftCount: Int32(max - count - 1))
    }
  }

  func listRefusals(
    _ request: BroadcastsV1.ListRefusalsRequest, _ call: Call
  ) async throws -> BroadcastsV1.ListRefusalsResponse {
    let page = try Page(request)
    try Broadcast.checkMsgid(request.msgid)
    let found = try context.read(call) { reader in
      let broadcast = try BroadcastTable.require(request.msgid, in: reader)
      try broadcast.checkIsPlanned()
      return try PlanTable.refusals(
        broadcast: broadcast.key, after: page.after.first?.text ?? "", limit: page.size + 1,
        in: reader)
    }
    let (refusals, nextPageToken) = page.cut(found) { [.text($0.id)] }
    return .init(refusals: refusals.map(\.message), nextPageToken: nextPageToken)
  }
}

extension Refusal {
  var message: BroadcastsV1.Refusal {
    .init(id: id, reason: .init(rawValue: Int32(reason.rawValue)))
  }
}

extension Broadcast {
  static func checkMsgid(_ msgid: String) throws(InvalidField) {
    try Shape.id(msgid, field: "msgid", errcode: 41046)
  }

  /// Without what GetBroadcast alone returns.
  var message: BroadcastsV1.Broadcast {
    .init(
      msgid: msgid, name: name, chatType: .init(rawValue: Int32(chatType.rawValue)),
      sender: sender, state: .init(rawValue: Int32(state.rawValue)), jobid: jobid,
      recipientCount: counts.deliveries.recipient, memberCount: counts.member,
      refusedCount: counts.refused, failureReason: fault?.reason ?? "",
      failureMessage: fault?.message ?? "", failureErrcode: Int32(fault?.errcode ?? 0),
      createTime: createTime.timestamp, planTime: planTime?.timestamp,
      endTime: endTime?.timestamp, controlPercent: Int32(arms.controlPercent), seed: arms.seed,
      needsApproval: needsApproval, approval: approval?.message)
  }
}

extension BroadcastTable {
  /// Throws `BroadcastFailure.notFound`.
  static func require(_ msgid: String, in reader: Reader) throws -> Broadcast {
    guard let broadcast = try find(msgid, in: reader) else {
      throw BroadcastFailure.notFound(msgid)
    }
    return broadcast
  }
}

extension BroadcastDraft {
  init(_ message: BroadcastsV1.Broadcast) throws(InvalidField) {
    var variants: [Variant] = []
    for (index, variant) in message.variants.enumerated() {
      variants.append(try Variant(variant, field: "broadcast.variants[\(index)]"))
    }
    guard variants.isEmpty || message.content == nil else {
      throw InvalidField(
        "broadcast.content", "CONTENT_TWICE", "broadcast.content excludes broadcast.variants.",
        errcode: 40058)
    }
    var channels: [ChannelStep] = []
    for (index, step) in message.channels.enumerated() {
      channels.append(try ChannelStep(step, field: "broadcast.channels[\(index)]"))
    }
    var single = Content()
    if variants.isEmpty {
      let content = try Shape.required(
        message.content, field: "broadcast.content", errcode: 40058)
      single = try Content(content, field: "broadcast.content")
    }
    self.init(
      name: message.name, chatType: try Broadcast.ChatType(message.chatType),
      sender: message.sender, content: single,
      audience: message.audience.map(Audience.init), chatIDs: message.chatIDs,
      variants: variants, offers: message.offers.map(Offer.init),
      controlPercent: Int(message.controlPercent), seed: message.seed,
      needsApproval: message.needsApproval, channels: channels)
  }
}

extension Mutation<BroadcastsV1.Change> {
  /// Keeps a new broadcast, and starts to plan it unless it needs approval; once that comes after
  /// `latestStartTime` it is not started by itself.
  func create(
    _ draft: BroadcastDraft, msgid: String, latestStartTime: Instant? = nil
  ) throws -> Broadcast {
    var broadcast = Broadcast(
      key: 0, msgid: msgid, name: draft.name, chatType: draft.chatType, sender: draft.sender,
      state: .planning, jobid: "", createTime: now, counts: BroadcastCounts(),
      arms: draft.arms(msgid: msgid))
    let rules = try SendingRulesTable.rules(in: writer)
    if draft.needsApproval || rules.broadcastsNeedApproval {
      broadcast.needsApproval = true
      broadcast.state = .waitsForApproval
      broadcast.latestStartTime = latestStartTime
    } else {
      try plan(&broadcast)
    }
    broadcast.key = try BroadcastTable.insert(
      broadcast, draft.contents, draft.target, in: writer)
    try emit(.broadcastCreated(broadcast.message))
    return broadcast
  }

  /// Starts to plan a broadcast.
  func plan(_ broadcast: inout Broadcast) throws {
    broadcast.jobid = try start(PlanJob.kind, payload: Array(broadcast.msgid.utf8))
  }
}

extension BroadcastWindow {
  fileprivate init(
    _ request: BroadcastsV1.ListBroadcastsRequest, policies: Policies
  ) throws(InvalidField) {
    try self.init(
      chatType: request.chatType == .unspecified ? nil : Broadcast.ChatType(request.chatType),
      start: Self.moment(request.startTime, field: "start_time"),
      end: Self.moment(request.endTime, field: "end_time"), policies: policies)
  }

  private static func moment(
    _ timestamp: GoogleProtobuf.Timestamp?, field: String
  ) throws(InvalidField) -> Instant? {
    guard let timestamp else { return nil }
    guard let instant = Instant(timestamp) else {
      throw InvalidField(field, "BAD_TIMESTAMP", "\(field) is no moment in the years 1 to 9999.")
    }
    return instant
  }
}

extension Broadcast.ChatType {
  init(_ message: BroadcastsV1.ChatType) throws(InvalidField) {
    switch message {
    case .unspecified, .single: self = .single
    case .group: self = .group
    default:
      throw InvalidField(
        "broadcast.chat_type", "UNKNOWN_VALUE",
        "broadcast.chat_type \(message.rawValue) is not known.", errcode: 40058)
    }
  }
}
