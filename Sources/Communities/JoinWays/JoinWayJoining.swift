import Messages
import ServiceKit

/// A customer on his way into a group by a join way, as one mutation leads him: into a group that has
/// room, or one that is made, told to the feed.
struct JoinWayJoining {
  let mutation: CommunitiesMutation
  let policies: Policies

  func join(
    _ customer: GroupMember, by way: JoinWay
  ) throws -> CommunitiesV1.JoinByJoinWayResponse {
    let writer = mutation.writer
    let listed = try way.chatIDs.compactMap { try CustomerGroupTable.find($0, in: writer) }
    let living = listed.filter { $0.dismissTime == nil }
    let his = try living.first {
      try GroupMemberTable.isMember(customer.userid, of: $0.key, in: writer)
    }
    if let his { return .init(outcome: .member, customerGroup: his.message) }
    if let group = living.first(where: { $0.hasRoomForScan(policies: policies) }) {
      let joined = try admit(customer, to: group, by: way)
      return .init(outcome: .joined, customerGroup: joined.message)
    }
    guard way.createsRooms, let last = living.last ?? listed.last else {
      return .init(outcome: .noRoom)
    }
    let joined = try admit(customer, to: makeRoom(after: last, for: way), by: way)
    return .init(outcome: .created, customerGroup: joined.message)
  }

  private func admit(
    _ customer: GroupMember, to group: CustomerGroup, by way: JoinWay
  ) throws -> CustomerGroup {
    var group = group
    let lastVersion = group.memberVersion
    try group.admit(1, by: customer.joinScene, policies: policies)
    try GroupMemberTable.insert(customer, intoGroup: group.key, in: mutation.writer)
    try CustomerGroupTable.update(group, in: mutation.writer)
    try mutation.emit(
      .groupMembersAdded(
        .init(
          customerGroup: group.message, members: [customer.message],
          lastMemberVersion: lastVersion, currentMemberVersion: group.memberVersion,
          joinScene: customer.joinScene.eventMessage)))
    try mutation.emit(
      .joinedByJoinWay(
        .init(
          configID: way.configID, state: way.state, chatID: group.chatID,
          externalUserid: customer.userid)))
    return group
  }

  /// Makes a further group, with its owner alone, and puts it on the way's list.
  private func makeRoom(after last: CustomerGroup, for way: JoinWay) throws -> CustomerGroup {
    var group = CustomerGroup(
      chatID: PublicID.make("wr"), name: way.roomName(after: last), owner: last.owner, notice: "",
      createTime: mutation.now)
    let owner = GroupMember(
      userid: last.owner, kind: .member, joinTime: mutation.now, joinScene: .invited,
      invitor: last.owner)
    try group.admit(1, by: .invited, policies: policies)
    group.key = try CustomerGroupTable.insert(group, in: mutation.writer)
    try GroupMemberTable.insert(owner, intoGroup: group.key, in: mutation.writer)
    var told = group.message
    told.firstMembers = [owner.message]
    try mutation.emit(.customerGroupCreated(told))

    var way = way
    way.take(group.chatID, policies: policies)
    way.updateTime = mutation.now
    try JoinWayTable.update(way, in: mutation.writer)
    try mutation.emit(.joinWayUpdated(way.message))
    return group
  }
}
