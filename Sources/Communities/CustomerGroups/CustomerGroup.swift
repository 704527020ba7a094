package import RPC
package import ServiceKit

/// A customer group 客户群: a chat of a member, the owner, with many customers.
///
/// Who is in it is versioned: consumers keep a copy of the membership and apply an event only when
/// its last version is the one they have. So whatever changes the membership goes through `admit` or
/// `release`, which give the group its next version, and is told to the feed exactly once.
package struct CustomerGroup: Sendable, Equatable {
  /// The row's key; 0 before it has one.
  package var key: Int64 = 0
  package let chatID: String
  package var name: String
  package let owner: String
  package var notice: String
  package var createTime: Instant
  package private(set) var memberCount: Int = 0
  /// 32 hex digits; empty while nobody was admitted.
  package private(set) var memberVersion: String = ""
  /// Nil while the group lives.
  package private(set) var dismissTime: Instant?

  package init(
    chatID: String, name: String, owner: String, notice: String, createTime: Instant
  ) {
    self.chatID = chatID
    self.name = name
    self.owner = owner
    self.notice = notice
    self.createTime = createTime
  }

  /// A group as its row says.
  package init(
    key: Int64, chatID: String, name: String, owner: String, notice: String, createTime: Instant,
    memberCount: Int, memberVersion: String, dismissTime: Instant?
  ) {
    self.init(chatID: chatID, name: name, owner: owner, notice: notice, createTime: createTime)
    self.key = key
    self.memberCount = memberCount
    self.memberVersion = memberVersion
    self.dismissTime = dismissTime
  }

  static let nameCharactersMax = 64

  /// What a caller may say of a group. `parent` is the path of the message the fields stand in.
  ///
  /// WeCom documents no length of either; ours leave room for what its client takes.
  package func checkText(in parent: String = "") throws(InvalidField) {
    try Shape.characters(name, 1...Self.nameCharactersMax, field: "\(parent)name")
    try Shape.characters(notice, 0...2000, field: "\(parent)notice")
  }

  /// Lets so many people in, who came by one scene, and moves on to the next version.
  package mutating func admit(
    _ count: Int, by scene: GroupMember.JoinScene, policies: Policies
  ) throws(CustomerGroupFailure) {
    let most = policies[.groupMembersMax]
    guard memberCount + count <= most else { throw .full(chatID, most) }
    if scene == .qrCode {
      let most = policies[.groupQRCodeMembersMax]
      guard memberCount + count <= most else { throw .fullForQRCode(chatID, most) }
    }
    memberCount += count
    memberVersion = Self.freshVersion()
  }

  /// Whether one more may come in by a QR code.
  func hasRoomForScan(policies: Policies) -> Bool {
    memberCount < min(policies[.groupMembersMax], policies[.groupQRCodeMembersMax])
  }

  /// Lets these people go and moves on to the next version. All are members.
  package mutating func release(_ members: [GroupMember]) throws(CustomerGroupFailure) {
    guard !members.contains(where: { $0.userid == owner }) else { throw .ownerStays(chatID) }
    memberCount -= members.count
    memberVersion = Self.freshVersion()
  }

  package mutating func dismiss(at moment: Instant) {
    dismissTime = moment
  }

  /// Drawn, not counted: nobody is to take a version for an order.
  private static func freshVersion() -> String {
    var random = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: (0..<32).map { _ in digits.randomElement(using: &random)! }, as: UTF8.self)
  }
}

package enum CustomerGroupFailure: Failure, Equatable {
  case notFound(String)
  case dismissed(String)
  case chatIDTaken(String)
  case full(String, Int)
  case fullForQRCode(String, Int)
  case ownerStays(String)

  package var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .chatIDTaken: .alreadyExists
    case .full, .fullForQRCode: .resourceExhausted
    case .dismissed, .ownerStays: .failedPrecondition
    }
  }

  package var reason: String {
    switch self {
    case .notFound: "GROUP_NOT_FOUND"
    case .dismissed: "GROUP_DISMISSED"
    case .chatIDTaken: "CHAT_ID_TAKEN"
    case .full: "GROUP_FULL"
    case .fullForQRCode: "GROUP_FULL_FOR_QR_CODE"
    case .ownerStays: "OWNER_STAYS"
    }
  }

  package var message: String {
    switch self {
    case .notFound(let chatID): "There is no customer group '\(chatID)'."
    case .dismissed(let chatID): "The customer group '\(chatID)' was dismissed."
    case .chatIDTaken(let chatID):
      "There is a customer group '\(chatID)' already, or there was one."
    case .full(let chatID, let most):
      "The customer group '\(chatID)' would have more than \(most) members."
    case .fullForQRCode(let chatID, let most):
      "Nobody joins '\(chatID)' by a QR code beyond \(most) members; a member may invite."
    case .ownerStays(let chatID): "The owner of '\(chatID)' cannot leave it."
    }
  }

  package var field: String? {
    switch self {
    case .notFound, .dismissed, .chatIDTaken: "chat_id"
    case .full, .fullForQRCode: "members"
    case .ownerStays: "userids"
    }
  }

  package var errcode: Int? {
    switch self {
    case .dismissed: 49008
    case .notFound, .chatIDTaken, .full, .fullForQRCode, .ownerStays: nil
    }
  }
}
