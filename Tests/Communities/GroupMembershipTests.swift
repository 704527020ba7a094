import Communities
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite struct GroupMembershipTests {
  private func groups(_ service: RunningService) -> CommunitiesV1.CustomerGroupServiceClient {
    .init(service.channel)
  }

  private func feed(_ service: RunningService) -> ReplySequence<CommunitiesV1.Change> {
    CommunitiesV1.ChangeServiceClient(service.channel).watchChanges(.init())
  }

  private func customers(_ range: ClosedRange<Int>) -> [CommunitiesV1.NewGroupMember] {
    range.map { .init(userid: "wm\($0)", type: .external) }
  }

  @Test func `Who comes and goes is told once, with the version before and after`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let created = try await groups.createCustomerGroup(
        .init(chatID: "wrOne", name: "群", owner: "ann"))
      service.clock.advance(seconds: 60)
      let added = try await groups.addGroupMembers(
        .init(
          chatID: "wrOne", members: customers(1...3), joinScene: .qrCode, requestID: "add"))
      #expect(added.customerGroup?.memberCount == 4)
      #expect(added.unchangedUserids.isEmpty)
      let removed = try await groups.removeGroupMembers(
        .init(chatID: "wrOne", userids: ["wm2", "wm9"], quitScene: .removed))
      #expect(removed.customerGroup?.memberCount == 3)
      #expect(removed.unchangedUserids == ["wm9"])

      let changes = try await firstChanges(3, of: feed(service))
      guard case .groupMembersAdded(let arrival) = changes[1].event,
        case .groupMembersRemoved(let departure) = changes[2].event
      else {
        Issue.record("The feed tells of \(changes)")
        return
      }
      #expect(arrival.lastMemberVersion == created.memberVersion)
      #expect(arrival.currentMemberVersion == added.customerGroup?.memberVersion)
      #expect(arrival.customerGroup == added.customerGroup)
      #expect(arrival.joinScene == .qrCode)
      #expect(arrival.members.map(\.userid) == ["wm1", "wm2", "wm3"])
      #expect(
        arrival.members.allSatisfy {
          $0.joinScene == .qrCode && $0.joinTime == service.clock.now.timestamp
        })
      #expect(departure.lastMemberVersion == arrival.currentMemberVersion)
      #expect(departure.currentMemberVersion == removed.customerGroup?.memberVersion)
      #expect(departure.quitScene == .removed)
      #expect(departure.members == [arrival.members[1]])
      #expect(
        try await groups.listGroupMembers(.init(chatID: "wrOne")).members.map(\.userid)
          == ["ann", "wm1", "wm3"])
    }
  }

  @Test func `An invitation by link is an invitation in the feed and a link in the group`()
    async throws
  {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      _ = try await groups.createCustomerGroup(.init(chatID: "wrOne", name: "群", owner: "ann"))
      _ = try await groups.addGroupMembers(
        .init(chatID: "wrOne", members: customers(1...1), joinScene: .link, invitor: "bob"))
      let members = try await groups.listGroupMembers(.init(chatID: "wrOne")).members
      #expect(members[1].joinScene == .link)
      #expect(members[1].invitor == "bob")
      guard
        case .groupMembersAdded(let arrival) = try await firstChanges(2, of: feed(service))[1]
          .event
      else {
        Issue.record("The feed does not tell of the arrival.")
        return
      }
      #expect(arrival.joinScene == .invited)
    }
  }

  @Test func `Where nobody comes and nobody goes, the version stays and the feed is silent`()
    async throws
  {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let created = try await groups.createCustomerGroup(
        .init(chatID: "wrOne", name: "群", owner: "ann", members: customers(1...1)))
      let added = try await groups.addGroupMembers(
        .init(chatID: "wrOne", members: customers(1...1), joinScene: .invited))
      #expect(added.customerGroup == created)
      #expect(added.unchangedUserids == ["wm1"])
      let removed = try await groups.removeGroupMembers(
        .init(chatID: "wrOne", userids: ["wm7"], quitScene: .left))
      #expect(removed.customerGroup == created)
      #expect(removed.unchangedUserids == ["wm7"])
      let dismissed = try await groups.dismissCustomerGroup(.init(chatID: "wrOne"))
      let changes = try await firstChanges(2, of: feed(service))
      #expect(changes[1].event == .customerGroupDismissed(dismissed))
    }
  }

  @Test func `Changes at the same time each move the version on by one`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let created = try await groups.createCustomerGroup(
        .init(chatID: "wrOne", name: "群", owner: "ann"))
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        for number in 1...20 {
          tasks.addTask {
            _ = try await groups.addGroupMembers(
              .init(
                chatID: "wrOne", members: [.init(userid: "wm\(number)", type: .external)],
                joinScene: .invited))
          }
        }
        try await tasks.waitForAll()
      }
      var version = created.memberVersion
      var members = Set<String>()
      for change in try await firstChanges(21, of: feed(service)).dropFirst() {
        guard case .groupMembersAdded(let arrival) = change.event else {
          Issue.record("The feed tells of \(change)")
          return
        }
        #expect(arrival.lastMemberVersion == version)
        version = arrival.currentMemberVersion
        members.formUnion(arrival.members.map(\.userid))
      }
      let group = try await groups.getCustomerGroup(.init(chatID: "wrOne"))
      #expect(group.memberVersion == version)
      #expect(group.memberCount == 21)
      #expect(members.count == 20)
    }
  }

  @Test func `A full group takes nobody, and half of a request is not done`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let full = try await groups.createCustomerGroup(
        .init(chatID: "wrOne", name: "群", owner: "ann", members: customers(1...498)))
      await expectFailure(.resourceExhausted, "GROUP_FULL", field: "members") {
        try await groups.addGroupMembers(
          .init(chatID: "wrOne", members: customers(499...500), joinScene: .invited))
      }
      #expect(try await groups.getCustomerGroup(.init(chatID: "wrOne")) == full)
      // Who is in it already takes no place.
      let last = try await groups.addGroupMembers(
        .init(chatID: "wrOne", members: customers(498...499), joinScene: .invited))
      #expect(last.customerGroup?.memberCount == 500)
      #expect(last.unchangedUserids == ["wm498"])
    }
  }

  @Test func `Nobody joins by a QR code beyond 200 members`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      _ = try await groups.createCustomerGroup(
        .init(chatID: "wrOne", name: "群", owner: "ann", members: customers(1...198)))
      let last = try await groups.addGroupMembers(
        .init(chatID: "wrOne", members: customers(199...199), joinScene: .qrCode))
      #expect(last.customerGroup?.memberCount == 200)
      await expectFailure(.resourceExhausted, "GROUP_FULL_FOR_QR_CODE", field: "members") {
        try await groups.addGroupMembers(
          .init(chatID: "wrOne", members: customers(200...200), joinScene: .qrCode))
      }
      _ = try await groups.addGroupMembers(
        .init(chatID: "wrOne", members: customers(200...200), joinScene: .invited))
    }
  }

  @Test func `The owner is not taken out, nor anybody named with him`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let created = try await groups.createCustomerGroup(
        .init(chatID: "wrOne", name: "群", owner: "ann", members: customers(1...1)))
      await expectFailure(.failedPrecondition, "OWNER_STAYS", field: "userids") {
        try await groups.removeGroupMembers(
          .init(chatID: "wrOne", userids: ["wm1", "ann"], quitScene: .left))
      }
      #expect(try await groups.getCustomerGroup(.init(chatID: "wrOne")) == created)
      #expect(try await groups.listGroupMembers(.init(chatID: "wrOne")).members.count == 2)
    }
  }

  @Test func `What is malformed is named`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      _ = try await groups.createCustomerGroup(.init(chatID: "wrOne", name: "群", owner: "ann"))
      func refusedAdding(
        _ request: CommunitiesV1.AddGroupMembersRequest, _ reason: String, _ field: String
      ) async {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await groups.addGroupMembers(request)
        }
      }
      func refusedRemoving(
        _ request: CommunitiesV1.RemoveGroupMembersRequest, _ reason: String, _ field: String
      ) async {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await groups.removeGroupMembers(request)
        }
      }
      await refusedAdding(.init(chatID: "wrOne", joinScene: .invited), "REQUIRED", "members")
      await refusedAdding(
        .init(chatID: "wrOne", members: customers(1...501), joinScene: .invited), "TOO_LONG",
        "members")
      await refusedAdding(
        .init(chatID: "wrOne", members: customers(1...1)), "REQUIRED", "join_scene")
      await refusedAdding(
        .init(chatID: "wrOne", members: customers(1...1), joinScene: .init(rawValue: 8)),
        "UNKNOWN_VALUE", "join_scene")
      await refusedAdding(
        .init(chatID: "wrOne", members: customers(1...1), joinScene: .invited, invitor: "?"),
        "BAD_USERID", "invitor")
      await refusedAdding(
        .init(
          chatID: "wrOne", members: customers(1...1) + customers(1...1), joinScene: .invited),
        "DUPLICATE", "members[1].userid")
      await refusedRemoving(.init(chatID: "wrOne", quitScene: .left), "REQUIRED", "userids")
      await refusedRemoving(
        .init(chatID: "wrOne", userids: (0...500).map { "wm\($0)" }, quitScene: .left),
        "TOO_LONG", "userids")
      await refusedRemoving(.init(chatID: "wrOne", userids: ["wm1"]), "REQUIRED", "quit_scene")
      await refusedRemoving(
        .init(chatID: "wrOne", userids: ["wm1", "wm1"], quitScene: .left), "DUPLICATE",
        "userids[1]")
      await refusedRemoving(
        .init(chatID: "wrOne", userids: ["wm1", ""], quitScene: .left), "REQUIRED", "userids[1]")
    }
  }

  @Test func `A repeated request lets nobody in twice, and is told once`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      _ = try await groups.createCustomerGroup(.init(chatID: "wrOne", name: "群", owner: "ann"))
      let asked = CommunitiesV1.AddGroupMembersRequest(
        chatID: "wrOne", members: customers(1...2), joinScene: .invited, requestID: "r-1")
      async let one = groups.addGroupMembers(asked)
      async let two = groups.addGroupMembers(asked)
      let (first, second) = try await (one, two)
      #expect(first == second)
      #expect(first.unchangedUserids.isEmpty)
      var other = asked
      other.joinScene = .link
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await groups.addGroupMembers(other)
      }
      let dismissed = try await groups.dismissCustomerGroup(.init(chatID: "wrOne"))
      #expect(dismissed.memberVersion == first.customerGroup?.memberVersion)
      let changes = try await firstChanges(3, of: feed(service))
      #expect(changes[2].event == .customerGroupDismissed(dismissed))
    }
  }

  @Test func `One corp's groups are nobody else's`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      _ = try await groups.createCustomerGroup(.init(chatID: "wrOne", name: "群", owner: "ann"))
      let elsewhere = CallOptions(metadata: ["siyu-corp": "other"])
      await expectFailure(.notFound, "GROUP_NOT_FOUND") {
        try await groups.getCustomerGroup(.init(chatID: "wrOne"), options: elsewhere)
      }
      #expect(
        try await groups.listCustomerGroups(.init(), options: elsewhere).customerGroups.isEmpty)
    }
  }
}
