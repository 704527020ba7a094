import RPC
import ServiceKit

/// A broadcast 企业群发: one content to many customers, or to many groups.
///
/// planning → active → finished; from planning and active also cancelled; from planning also failed.
/// One that needs approval waits for it before it is planned, and is refused or, approved after its
/// latest start, waits for that too; it may be cancelled meanwhile.
struct Broadcast: Sendable, Equatable {
  enum ChatType: Int, Sendable {
    case single = 1
    case group = 2
  }

  enum State: Int, Sendable {
    case planning = 1
    case active = 2
    case finished = 3
    case cancelled = 4
    case failed = 5
    case waitsForApproval = 6
    case refused = 7
    case waitsForStart = 8
  }

  /// Its number in the store.
  var key: Int64
  var msgid: String
  var name: String
  var chatType: ChatType
  /// The one member through whom it goes, or empty.
  var sender: String
  var state: State
  var jobid: String
  /// Why it failed; for `failed` alone.
  var fault: PlanFault?
  var createTime: Instant
  var planTime: Instant?
  var endTime: Instant?
  var counts: BroadcastCounts
  /// How its recipients are split.
  var arms = Arms()
  var needsApproval = false
  /// What was decided about it.
  var approval: Approval?
  /// Until when it starts by itself; nil for at any time.
  var latestStartTime: Instant?

  /// Whether what no channel has leased will never be sent.
  var isStopped: Bool { state == .cancelled || state == .failed || state == .refused }

  mutating func cancel(now: Instant) throws(BroadcastFailure) {
    switch state {
    case .planning, .active, .waitsForApproval, .waitsForStart: break
    case .finished: throw .finished(msgid)
    case .cancelled: throw .cancelled(msgid)
    case .failed: throw .failed(msgid)
    case .refused: throw .refused(msgid)
    }
    state = .cancelled
    endTime = now
  }

  /// Ends the plan: from now on its members may confirm.
  mutating func activate(now: Instant) {
    precondition(state == .planning && counts.deliveries.recipient > 0)
    state = .active
    planTime = now
  }

  mutating func fail(_ fault: PlanFault, now: Instant) {
    precondition(state == .planning)
    state = .failed
    self.fault = fault
    endTime = now
  }

  /// Ends an active broadcast of which each delivery has come to its end; false when one has not.
  mutating func finish(now: Instant) -> Bool {
    guard state == .active, counts.deliveries.isSettled else { return false }
    state = .finished
    endTime = now
    return true
  }

  /// While the recipients are being written down, lists of them would be half of the truth.
  func checkIsPlanned() throws(BroadcastFailure) {
    switch state {
    case .planning: throw .dispatching(msgid)
    case .waitsForApproval: throw .waitsForApproval(msgid)
    case .waitsForStart: throw .waitsForStart(msgid)
    case .active, .finished, .cancelled, .failed, .refused: break
    }
  }

  /// Whether a member may confirm his task now.
  func checkTakesConfirmation() throws(BroadcastFailure) {
    try checkIsPlanned()
    switch state {
    case .cancelled: throw .cancelled(msgid)
    case .failed: throw .failed(msgid)
    case .refused: throw .refused(msgid)
    case .planning, .waitsForApproval, .waitsForStart, .active, .finished: break
    }
  }

  /// Whether members may be reminded now.
  func checkTakesReminder() throws(BroadcastFailure) {
    try checkTakesConfirmation()
    if state == .finished { throw .finished(msgid) }
    if counts.member == counts.confirmedMember { throw .nobodyToRemind(msgid) }
  }
}

/// A broadcast as it is asked for.
struct BroadcastDraft: Sendable, Equatable {
  var name = ""
  var chatType = Broadcast.ChatType.single
  var sender = ""
  var content = Content()
  var audience: Audience?
  var chatIDs: [String] = []
  /// Instead of `content`.
  var variants: [Variant] = []
  var offers: [Offer] = []
  var controlPercent = 0
  var seed = ""
  var needsApproval = false
  var channels: [ChannelStep] = []

  init(
    name: String = "", chatType: Broadcast.ChatType = .single, sender: String = "",
    content: Content = Content(), audience: Audience? = nil, chatIDs: [String] = [],
    variants: [Variant] = [], offers: [Offer] = [], controlPercent: Int = 0, seed: String = "",
    needsApproval: Bool = false, channels: [ChannelStep] = []
  ) {
    self.name = name
    self.chatType = chatType
    self.sender = sender
    self.content = content
    self.audience = audience
    self.chatIDs = chatIDs
    self.variants = variants
    self.offers = offers
    self.controlPercent = controlPercent
    self.seed = seed
    self.needsApproval = needsApproval
    self.channels = channels
  }

  private static let nameCharacters = 64

  func checkShape(policies: Policies) throws(InvalidField) {
    try Shape.characters(name, 0...Self.nameCharacters, field: "broadcast.name", errcode: 40058)
    if !sender.isEmpty { try Shape.userid(sender, field: "broadcast.sender") }
    switch chatType {
    case .single: try checkAudience(policies: policies)
    case .group: try checkChats(policies: policies)
    }
    if variants.isEmpty {
      try content.checkShape(field: "broadcast.content", policies: policies)
      try content.checkVariables(field: "broadcast.content", chatType: chatType)
    }
    for (index, variant) in variants.enumerated() {
      try variant.content.checkVariables(
        field: "broadcast.variants[\(index)].content", chatType: chatType)
    }
    try Arms.checkShape(
      controlPercent: controlPercent, seed: seed, variants: variants, policies: policies)
    try Offer.checkShape(offers, variants: variants.count, policies: policies)
    try ChannelStep.checkShape(channels, chatType: chatType, policies: policies)
  }

  var contents: Contents {
    Contents(single: content, variants: variants, offers: offers, channels: channels)
  }

  /// How its recipients are split when it has this msgid.
  func arms(msgid: String) -> Arms {
    Arms(
      controlPercent: controlPercent, seed: seed.isEmpty ? msgid : seed,
      weights: variants.map(\.weight), segments: variants.map(\.segment))
  }

  /// WeCom's rule: sender, external_userid and tag_filter may not all be empty. A broadcast to
  /// everybody has to say so.
  private func checkAudience(policies: Policies) throws(InvalidField) {
    guard chatIDs.isEmpty else {
      throw InvalidField(
        "broadcast.chat_ids", "NOT_FOR_SINGLE",
        "broadcast.chat_ids is for a broadcast to groups alone.", errcode: 40058)
    }
    let audience = audience ?? Audience()
    guard !audience.isEverybody || !sender.isEmpty else {
      throw InvalidField(
        "broadcast.audience", "REQUIRED",
        "broadcast.audience names nobody; everybody is department_ids of 1.", errcode: 40058)
    }
    guard sender.isEmpty || !audience.namesSenders else {
      throw InvalidField(
        "broadcast.sender", "SENDER_TWICE",
        "broadcast.sender excludes audience.userids and audience.department_ids.", errcode: 40058)
    }
    try audience.checkShape(field: "broadcast.audience", policies: policies)
  }

  private func checkChats(policies: Policies) throws(InvalidField) {
    guard audience == nil else {
      throw InvalidField(
        "broadcast.audience", "NOT_FOR_GROUPS",
        "broadcast.audience is for a broadcast to customers alone.", errcode: 40058)
    }
    guard !sender.isEmpty else {
      throw InvalidField(
        "broadcast.sender", "REQUIRED", "broadcast.sender is required for a broadcast to groups.",
        errcode: 41009)
    }
    try Shape.items(
      chatIDs.count, 1...policies[.broadcastChatIdsMax], field: "broadcast.chat_ids",
      errcode: 40058)
    for id in chatIDs { try Shape.id(id, field: "broadcast.chat_ids", errcode: 40058) }
  }

  /// Whom the plan has to ask for.
  var target: PlanTarget {
    switch chatType {
    case .group: return .chats(Set(chatIDs).sorted())
    case .single:
      var audience = audience ?? Audience()
      if !sender.isEmpty { audience.userids = [sender] }
      return .audience(audience)
    }
  }
}
