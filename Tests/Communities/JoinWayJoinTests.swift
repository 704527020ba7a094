import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("JoinByJoinWay", .timeLimit(.minutes(1)))
struct JoinWayJoinTests {
  /// Room for three in a group, as by any QR code.
  private static let small = #"{"group_qr_code_members_max": 3}"#

  @Test("A customer comes into the first group, by QR code, with the way's state, told once")
  func joins() async throws {
    try await withJoinWays { caller in
      let group = try await caller.group("wr1")
      try await caller.group("wr2")
      let way = try await caller.way("wr1", "wr2") { $0.state = "门口" }
      let joined = try await caller.ways.joinByJoinWay(
        .init(configID: way.configID, externalUserid: "wm1", groupNickname: "小王"))
      #expect(joined.outcome == .joined)
      let after = try #require(joined.customerGroup)
      #expect((after.chatID, after.memberCount) == ("wr1", 2))
      #expect(after.memberVersion != group.memberVersion)
      let member = try await caller.groups.listGroupMembers(.init(chatID: "wr1")).members[1]
      #expect((member.userid, member.type) == ("wm1", .external))
      #expect((member.joinScene, member.state, member.invitor) == (.qrCode, "门口", ""))
      #expect(member.groupNickname == "小王")
      #expect(
        try await caller.changes(5).suffix(2).map(\.event) == [
          .groupMembersAdded(
            .init(
              customerGroup: after, members: [member], lastMemberVersion: group.memberVersion,
              currentMemberVersion: after.memberVersion, joinScene: .qrCode)),
          .joinedByJoinWay(
            .init(configID: way.configID, state: "门口", chatID: "wr1", externalUserid: "wm1")),
        ])
    }
  }

  @Test("Who is in a group of the way already is told so, and nothing happens")
  func member() async throws {
    try await withJoinWays(policies: Self.small) { caller in
      try await caller.group("wr1", members: 2)
      try await caller.group("wr2", members: 3)
      let way = try await caller.way("wr1", "wr2")
      for _ in 0..<3 {
        let reply = try await caller.join(way, "wr2-1")
        #expect((reply.outcome, reply.customerGroup?.chatID) == (.member, "wr2"))
      }
      let first = try await caller.join(way, "wm1", requestID: "once")
      #expect(first.outcome == .joined)
      #expect(try await caller.join(way, "wm1", requestID: "once") == first)
      let again = try await caller.join(way, "wm1")
      #expect((again.outcome, again.customerGroup) == (.member, first.customerGroup))
      #expect(try await caller.changes(5).last?.event?.isJoining == true)
      _ = try await caller.groups.removeGroupMembers(
        .init(chatID: "wr1", userids: ["wm1"], quitScene: .left))
      #expect(try await caller.join(way, "wm1").outcome == .joined)
    }
  }

  @Test("Groups fill up in their order, dismissed ones passed over; then numbered ones are made")
  func fills() async throws {
    try await withJoinWays(policies: Self.small) { caller in
      try await caller.group("wr1", members: 2)
      try await caller.group("wr2")
      try await caller.group("wr3", owner: "bob", members: 2)
      let way = try await caller.way("wr1", "wr2", "wr3") { way in
        (way.roomBaseName, way.roomBaseID, way.state) = ("会员群", 10, "门口")
      }
      _ = try await caller.groups.dismissCustomerGroup(.init(chatID: "wr2"))
      var went: [String] = []
      for number in 1...2 {
        went.append(try await caller.join(way, "wm\(number)").customerGroup?.chatID ?? "")
      }
      #expect(went == ["wr1", "wr3"])
      let third = try await caller.join(way, "wm3")
      #expect(third.outcome == .created)
      let made = try #require(third.customerGroup)
      #expect((made.name, made.owner, made.memberCount) == ("会员群10", "bob", 2))
      let members = try await caller.groups.listGroupMembers(.init(chatID: made.chatID)).members
      #expect(members.map(\.userid) == ["bob", "wm3"])
      #expect(members.map(\.joinScene) == [.invited, .qrCode])
      #expect(members.map(\.state) == ["", "门口"])
      let fourth = try await caller.join(way, "wm4")
      #expect((fourth.outcome, fourth.customerGroup?.chatID) == (.joined, made.chatID))
      #expect(try await caller.join(way, "wm5").customerGroup?.name == "会员群11")
      let after = try await caller.read(way)
      #expect(after.chatIDs.count == 5)
      #expect(after.chatIDs[3] == made.chatID)
      #expect((after.roomBaseID, after.nextRoomID) == (10, 12))
      try await caller.join(way, "wm6")
      let last = try #require(try await caller.join(way, "wm7").customerGroup)
      #expect(last.name == "会员群12")
      // The list has five at most: the first leaves it.
      #expect(try await caller.read(way).chatIDs == Array(after.chatIDs[1...]) + [last.chatID])

      // What is told of a group that was made: the group, the way's list, then who came.
      let kinds = try await caller.changes(13).suffix(4).map { $0.event?.name }
      #expect(kinds == ["created", "way updated", "added", "joined by way"])
    }
  }

  @Test("Numbers go on after an update, and begin anew when the numbering changes")
  func numbers() async throws {
    try await withJoinWays(policies: Self.small) { caller in
      try await caller.group("wr1", members: 3)
      let way = try await caller.way("wr1") { way in
        (way.roomBaseName, way.roomBaseID) = ("群", 1)
      }
      try await caller.join(way, "wm1")
      func update(_ base: Int32) async throws -> Int64 {
        try await caller.ways.updateJoinWay(
          .init(
            joinWay: .init(
              configID: way.configID, scene: .qrCode, roomBaseName: "群", roomBaseID: base,
              chatIDs: ["wr1"]))
        ).nextRoomID
      }
      #expect(try await update(1) == 2)
      #expect(try await caller.join(way, "wm2").customerGroup?.name == "群2")
      #expect(try await update(7) == 7)
      #expect(try await caller.join(way, "wm3").customerGroup?.name == "群7")
    }
  }

  @Test("Without auto_create_room there may be no room; without a base name the group's is taken")
  func noRoom() async throws {
    try await withJoinWays(policies: Self.small) { caller in
      try await caller.group("wr1", members: 3)
      let closed = try await caller.way("wr1") { $0.autoCreateRoom = false }
      let reply = try await caller.join(closed, "wm1")
      #expect((reply.outcome, reply.customerGroup) == (.noRoom, nil))
      let open = try await caller.way("wr1")
      #expect(try await caller.join(open, "wm1").customerGroup?.name == "群 wr10")
      let long = String(repeating: "长", count: 64)
      _ = try await caller.groups.updateCustomerGroup(
        .init(customerGroup: .init(chatID: "wr1", name: long)))
      let other = try await caller.way("wr1") { $0.roomBaseID = 100 }
      let cut = String(long.dropLast(3)) + "100"
      #expect(try await caller.join(other, "wm2").customerGroup?.name == cut)
      await expectFailure(.notFound, "JOIN_WAY_NOT_FOUND", field: "config_id", errcode: 41044) {
        try await caller.join(.init(configID: "jwNone"), "wm1")
      }
    }
  }

  @Test("A QR code lets in 200, and a group that a member filled beyond that takes nobody")
  func threshold() async throws {
    try await withJoinWays { caller in
      try await caller.group("wr1", members: 199)
      try await caller.group("wr2", members: 300)
      let way = try await caller.way("wr2", "wr1") { $0.autoCreateRoom = false }
      let last = try await caller.join(way, "wm1")
      #expect((last.outcome, last.customerGroup?.memberCount) == (.joined, 200))
      #expect(try await caller.join(way, "wm2").outcome == .noRoom)
    }
  }
}

extension CommunitiesV1.Change.Event {
  fileprivate var isJoining: Bool { name == "joined by way" }

  fileprivate var name: String {
    switch self {
    case .customerGroupCreated: "created"
    case .groupMembersAdded: "added"
    case .joinWayUpdated: "way updated"
    case .joinedByJoinWay: "joined by way"
    default: "other"
    }
  }
}
