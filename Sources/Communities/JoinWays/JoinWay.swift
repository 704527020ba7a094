import RPC
import ServiceKit

/// A join way 加入群聊, as its row keeps it: into which groups it leads customers.
struct JoinWay: Sendable, Equatable {
  enum Scene: Int, Sendable {
    case miniprogram = 1
    case qrCode = 2
  }

  /// The key inside; 0 while it has no row.
  var key: Int64 = 0
  let configID: String
  var scene: Scene
  var remark: String = ""
  /// Whether a group is made when none of the list has room.
  var createsRooms = true
  var roomBaseName: String = ""
  var roomBaseID: Int = 0
  /// The number of the next group that is made.
  var nextRoomID: Int = 0
  var chatIDs: [String] = []
  var state: String = ""
  var marksSource = true
  /// Whose code it is; 0: nobody's.
  var departmentID: UInt32 = 0
  var createTime: Instant
  var updateTime: Instant

  func checkShape(policies: Policies) throws(InvalidField) {
    try Shape.characters(
      roomBaseName, 0...policies[.joinWayRoomNameCharactersMax], field: "join_way.room_base_name",
      errcode: 40058)
    guard roomBaseID >= 0 else {
      throw InvalidField(
        "join_way.room_base_id", "NEGATIVE", "join_way.room_base_id is negative.", errcode: 40058)
    }
    try Shape.characters(
      state, 0...policies[.stateCharactersMax], field: "join_way.state", errcode: 40058)
    guard !chatIDs.isEmpty else {
      throw InvalidField(
        "join_way.chat_ids", "REQUIRED", "join_way.chat_ids is required.", errcode: 40058)
    }
    try Shape.items(
      chatIDs.count, 1...policies[.joinWayGroupsMax], field: "join_way.chat_ids", errcode: 41091)
    var seen: Set<String> = []
    for (index, chatID) in chatIDs.enumerated() {
      let field = Self.field(ofGroup: index)
      try Shape.id(chatID, field: field)
      guard seen.insert(chatID).inserted else {
        throw InvalidField(field, "REPEATED", "\(field) is named before.", errcode: 40058)
      }
    }
  }

  static func field(ofGroup index: Int) -> String { "join_way.chat_ids[\(index)]" }

  static func checkID(_ configID: String, field: String) throws(InvalidField) {
    try Shape.id(configID, field: field, errcode: 41043)
  }

  /// WeCom cuts a remark that is too long.
  static func cut(_ remark: String, policies: Policies) -> String {
    String(
      String.UnicodeScalarView(
        remark.unicodeScalars.prefix(policies[.joinWayRemarkCharactersMax])))
  }

  /// Whether one more may be made in a corp that has `count` of them and of contact ways, which share
  /// one quota.
  static func checkRoom(besides count: Int, policies: Policies) throws(JoinWayFailure) {
    let most = policies[.contactWaysMax]
    if count >= most { throw .tooMany(most) }
  }

  // MARK: Groups that are made for it

  /// What the next of them is called.
  func roomName(after last: CustomerGroup) -> String {
    let number = String(nextRoomID)
    let base = roomBaseName.isEmpty ? last.name : roomBaseName
    let room = CustomerGroup.nameCharactersMax - number.count
    return String(String.UnicodeScalarView(base.unicodeScalars.prefix(room))) + number
  }

  /// Puts a group that was made on the list; the oldest leave when there are more than there may be.
  mutating func take(_ chatID: String, policies: Policies) {
    chatIDs.append(chatID)
    chatIDs.removeFirst(max(0, chatIDs.count - policies[.joinWayGroupsMax]))
    nextRoomID += 1
  }
}

/// Why a join way does not do what it is asked for.
enum JoinWayFailure: Failure, Equatable {
  case notFound(String, field: String)
  case tooMany(Int)
  case groupNotFound(String, field: String)
  case groupDismissed(String, field: String)
  case departmentNotFound(UInt32)

  var code: StatusCode {
    switch self {
    case .notFound, .groupNotFound, .departmentNotFound: .notFound
    case .tooMany: .resourceExhausted
    case .groupDismissed: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notFound: "JOIN_WAY_NOT_FOUND"
    case .tooMany: "TOO_MANY_JOIN_WAYS"
    case .groupNotFound: "GROUP_NOT_FOUND"
    case .groupDismissed: "GROUP_DISMISSED"
    case .departmentNotFound: "DEPARTMENT_NOT_FOUND"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id, _): "There is no join way '\(id)'."
    case .tooMany(let most):
      "The corp has \(most) join ways and contact ways, as many as it may."
    case .groupNotFound(let chatID, _): "There is no customer group '\(chatID)'."
    case .groupDismissed(let chatID, _): "The customer group '\(chatID)' was dismissed."
    case .departmentNotFound(let id): "Directory knows no department \(id)."
    }
  }

  var field: String? {
    switch self {
    case .notFound(_, let field), .groupNotFound(_, let field), .groupDismissed(_, let field):
      field
    case .departmentNotFound: "join_way.department_id"
    case .tooMany: nil
    }
  }

  var errcode: Int? {
    switch self {
    case .notFound: 41044
    case .tooMany: 41045
    case .groupNotFound: nil
    case .groupDismissed: 49008
    case .departmentNotFound: 60003
    }
  }
}
