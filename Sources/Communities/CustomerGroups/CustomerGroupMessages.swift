import Messages
import ServiceKit

// Customer groups and their members as messages say them.

extension CustomerGroup {
  var message: CommunitiesV1.CustomerGroup {
    .init(
      chatID: chatID, name: name, owner: owner, notice: notice, createTime: createTime.timestamp,
      memberCount: Int32(memberCount), memberVersion: memberVersion,
      dismissTime: dismissTime?.timestamp)
  }
}

extension GroupMember {
  /// Those who are to join, checked one by one and for anyone named twice.
  static func list(
    _ asked: [CommunitiesV1.NewGroupMember], joinTime: Instant, joinScene: JoinScene,
    invitor: String
  ) throws(InvalidField) -> [GroupMember] {
    var members: [GroupMember] = []
    members.reserveCapacity(asked.count)
    for (index, draft) in asked.enumerated() {
      let member = GroupMember(
        userid: draft.userid, kind: try Kind(draft.type, field: "members[\(index)].type"),
        joinTime: joinTime, joinScene: joinScene, invitor: invitor,
        groupNickname: draft.groupNickname)
      try member.checkShape(in: "members[\(index)]")
      members.append(member)
    }
    try checkDistinct(members.map(\.userid)) { "members[\($0)].userid" }
    return members
  }

  var message: CommunitiesV1.GroupMember {
    .init(
      userid: userid, type: .init(rawValue: Int32(kind.rawValue)), joinTime: joinTime.timestamp,
      joinScene: .init(rawValue: Int32(joinScene.rawValue)), invitor: invitor,
      groupNickname: groupNickname, state: state)
  }
}

extension GroupMember.Kind {
  init(_ message: CommunitiesV1.GroupMemberType, field: String) throws(InvalidField) {
    guard let kind = Self(rawValue: Int(message.rawValue)) else {
      throw .notAmong(message.rawValue, field: field)
    }
    self = kind
  }
}

extension GroupMember.JoinScene {
  init(_ message: CommunitiesV1.GroupJoinScene, field: String) throws(InvalidField) {
    guard let scene = Self(rawValue: Int(message.rawValue)) else {
      throw .notAmong(message.rawValue, field: field)
    }
    self = scene
  }

  /// The scene as the feed tells it, which knows no links.
  var eventMessage: CommunitiesV1.GroupJoinEventScene {
    switch self {
    case .invited, .link: .invited
    case .qrCode: .qrCode
    }
  }
}

extension GroupMember.QuitScene {
  init(_ message: CommunitiesV1.GroupQuitScene, field: String) throws(InvalidField) {
    guard let scene = Self(rawValue: Int(message.rawValue)) else {
      throw .notAmong(message.rawValue, field: field)
    }
    self = scene
  }

  var message: CommunitiesV1.GroupQuitScene { .init(rawValue: Int32(rawValue)) }
}

extension InvalidField {
  /// An enum's field that says nothing, or what nobody knows.
  fileprivate static func notAmong(_ number: Int32, field: String) -> InvalidField {
    number == 0
      ? InvalidField(field, "REQUIRED", "\(field) is required.")
      : InvalidField(field, "UNKNOWN_VALUE", "\(field) \(number) is not known.")
  }
}
