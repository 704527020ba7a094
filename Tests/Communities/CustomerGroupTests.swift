import Communities
import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite struct CustomerGroupTests {
  private func groups(_ service: RunningService) -> CommunitiesV1.CustomerGroupServiceClient {
    .init(service.channel)
  }

  private func feed(_ service: RunningService) -> ReplySequence<CommunitiesV1.Change> {
    CommunitiesV1.ChangeServiceClient(service.channel).watchChanges(.init())
  }

  @Test func `A group is created with its owner and its members, and read back`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let created = try await groups.createCustomerGroup(
        .init(
          name: "会员一群", owner: "ann", notice: "欢迎",
          members: [
            .init(userid: "wm1", type: .external, groupNickname: "小王"),
            .init(userid: "bob", type: .member),
          ]))
      #expect(created.chatID.hasPrefix("wr"))
      #expect(created.memberCount == 3)
      #expect(created.memberVersion.count == 32)
      #expect(created.createTime == service.clock.now.timestamp)
      #expect(try await groups.getCustomerGroup(.init(chatID: created.chatID)) == created)

      let members = try await groups.listGroupMembers(.init(chatID: created.chatID)).members
      #expect(members.map(\.userid) == ["ann", "wm1", "bob"])
      #expect(members.map(\.type) == [.member, .external, .member])
      #expect(members.allSatisfy { $0.invitor == "ann" && $0.joinScene == .invited })
      #expect(members[1].groupNickname == "小王")

      let changes = try await firstChanges(1, of: feed(service))
      var told = created
      told.firstMembers = members
      #expect(changes[0].event == .customerGroupCreated(told))
      #expect(changes[0].origin == .api)
    }
  }

  @Test func `An owner who is named among the members joins once`() async throws {
    try await withService(CommunitiesService.self) { service in
      let created = try await groups(service).createCustomerGroup(
        .init(
          chatID: "wrOne", name: "群", owner: "ann",
          members: [.init(userid: "ann", type: .member, groupNickname: "店长")]))
      #expect(created.memberCount == 1)
      await expectFailure(.invalidArgument, "OWNER_IS_EXTERNAL", field: "members[0].type") {
        try await groups(service).createCustomerGroup(
          .init(name: "群", owner: "ann", members: [.init(userid: "ann", type: .external)]))
      }
    }
  }

  @Test func `A chat_id is given once, and never again after the group has gone`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let asked = CommunitiesV1.CreateCustomerGroupRequest(
        chatID: "wrOne", name: "群", owner: "ann")
      _ = try await groups.createCustomerGroup(asked)
      await expectFailure(.alreadyExists, "CHAT_ID_TAKEN", field: "chat_id") {
        try await groups.createCustomerGroup(asked)
      }
      _ = try await groups.dismissCustomerGroup(.init(chatID: "wrOne"))
      await expectFailure(.alreadyExists, "CHAT_ID_TAKEN", field: "chat_id") {
        try await groups.createCustomerGroup(asked)
      }
    }
  }

  @Test func `What is malformed is named`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      func refused(
        _ request: CommunitiesV1.CreateCustomerGroupRequest, _ reason: String, _ field: String,
        errcode: Int? = nil
      ) async {
        await expectFailure(.invalidArgument, reason, field: field, errcode: errcode) {
          try await groups.createCustomerGroup(request)
        }
      }
      let long = String(repeating: "群", count: 65)
      await refused(.init(owner: "ann"), "REQUIRED", "name")
      await refused(.init(name: long, owner: "ann"), "TOO_LONG", "name")
      await refused(.init(name: "群"), "REQUIRED", "owner", errcode: 40003)
      await refused(.init(name: "群", owner: "安"), "BAD_USERID", "owner", errcode: 40003)
      await refused(.init(chatID: "wr 1", name: "群", owner: "ann"), "BAD_ID", "chat_id")
      await refused(
        .init(name: "群", owner: "ann", members: [.init(userid: "wm1")]), "REQUIRED",
        "members[0].type")
      await refused(
        .init(
          name: "群", owner: "ann",
          members: [.init(userid: "wm1", type: .init(rawValue: 9))]), "UNKNOWN_VALUE",
        "members[0].type")
      await refused(
        .init(
          name: "群", owner: "ann",
          members: [
            .init(userid: "wm1", type: .external), .init(userid: "wm1", type: .external),
          ]), "DUPLICATE", "members[1].userid")
      await refused(
        .init(
          name: "群", owner: "ann",
          members: [.init(userid: "wm1", type: .external, groupNickname: long)]), "TOO_LONG",
        "members[0].group_nickname")
    }
  }

  @Test func `A group begins with 500 members at most`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let customers = (1...500).map {
        CommunitiesV1.NewGroupMember(userid: "wm\($0)", type: .external)
      }
      let created = try await groups.createCustomerGroup(
        .init(name: "满", owner: "ann", members: Array(customers.dropLast())))
      #expect(created.memberCount == 500)
      await expectFailure(.resourceExhausted, "GROUP_FULL", field: "members") {
        try await groups.createCustomerGroup(.init(name: "满", owner: "ann", members: customers))
      }
    }
  }

  @Test func `An unknown group and a dismissed one are told apart`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      _ = try await groups.createCustomerGroup(.init(chatID: "wrOne", name: "群", owner: "ann"))
      let dismissed = try await groups.dismissCustomerGroup(.init(chatID: "wrOne"))
      #expect(dismissed.dismissTime == service.clock.now.timestamp)
      let changes = try await firstChanges(2, of: feed(service))
      #expect(changes[1].event == .customerGroupDismissed(dismissed))

      func expectRefusals(
        _ chatID: String, _ code: StatusCode, _ reason: String, _ errcode: Int?
      ) async {
        await expectFailure(code, reason, field: "chat_id", errcode: errcode) {
          try await groups.getCustomerGroup(.init(chatID: chatID))
        }
        await expectFailure(code, reason, field: "chat_id", errcode: errcode) {
          try await groups.updateCustomerGroup(
            .init(customerGroup: .init(chatID: chatID, name: "新")))
        }
        await expectFailure(code, reason, field: "chat_id", errcode: errcode) {
          try await groups.dismissCustomerGroup(.init(chatID: chatID))
        }
        await expectFailure(code, reason, field: "chat_id", errcode: errcode) {
          try await groups.addGroupMembers(
            .init(
              chatID: chatID, members: [.init(userid: "wm1", type: .external)],
              joinScene: .invited))
        }
        await expectFailure(code, reason, field: "chat_id", errcode: errcode) {
          try await groups.removeGroupMembers(
            .init(chatID: chatID, userids: ["wm1"], quitScene: .left))
        }
        await expectFailure(code, reason, field: "chat_id", errcode: errcode) {
          try await groups.listGroupMembers(.init(chatID: chatID))
        }
      }
      await expectRefusals("wrOne", .failedPrecondition, "GROUP_DISMISSED", 49008)
      await expectRefusals("wrTwo", .notFound, "GROUP_NOT_FOUND", nil)
      await expectFailure(.invalidArgument, "REQUIRED", field: "chat_id") {
        try await groups.getCustomerGroup(.init())
      }
    }
  }

  @Test func `An update changes what the mask names and tells the feed once`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let created = try await groups.createCustomerGroup(
        .init(chatID: "wrOne", name: "旧", owner: "ann", notice: "旧"))
      let renamed = try await groups.updateCustomerGroup(
        .init(customerGroup: .init(chatID: "wrOne", name: "新")))
      #expect(renamed.name == "新")
      #expect(renamed.notice == "旧")
      #expect(renamed.memberVersion == created.memberVersion)
      // Nothing changes, so nothing is told.
      _ = try await groups.updateCustomerGroup(
        .init(customerGroup: .init(chatID: "wrOne", name: "新")))
      let cleared = try await groups.updateCustomerGroup(
        .init(
          customerGroup: .init(chatID: "wrOne", name: "ignored"),
          updateMask: .init(paths: ["notice"])))
      #expect(cleared.name == "新")
      #expect(cleared.notice == "")
      let both = try await groups.updateCustomerGroup(
        .init(customerGroup: .init(chatID: "wrOne", name: "三", notice: "三")))

      let events = try await firstChanges(4, of: feed(service)).dropFirst().map(\.event)
      #expect(
        events == [
          .customerGroupUpdated(.init(customerGroup: renamed, updateDetails: [.name])),
          .customerGroupUpdated(.init(customerGroup: cleared, updateDetails: [.notice])),
          .customerGroupUpdated(.init(customerGroup: both, updateDetails: [.name, .notice])),
        ])
    }
  }

  @Test func `An update that is malformed changes nothing`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let created = try await groups.createCustomerGroup(
        .init(chatID: "wrOne", name: "群", owner: "ann"))
      await expectFailure(.invalidArgument, "REQUIRED", field: "customer_group") {
        try await groups.updateCustomerGroup(.init())
      }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await groups.updateCustomerGroup(
          .init(
            customerGroup: .init(chatID: "wrOne", owner: "bob"),
            updateMask: .init(paths: ["owner"])))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "customer_group.name") {
        try await groups.updateCustomerGroup(
          .init(customerGroup: .init(chatID: "wrOne"), updateMask: .init(paths: ["name"])))
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "customer_group.notice") {
        try await groups.updateCustomerGroup(
          .init(
            customerGroup: .init(
              chatID: "wrOne", notice: String(repeating: "告", count: 2001))))
      }
      #expect(try await groups.getCustomerGroup(.init(chatID: "wrOne")) == created)
    }
  }

  @Test func `Groups are listed by owner and then by age, the dismissed left out`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      for (chatID, owner) in [
        ("wr1", "bob"), ("wr2", "ann"), ("wr3", "bob"), ("wr4", "cid"), ("wr5", "ann"),
      ] {
        _ = try await groups.createCustomerGroup(.init(chatID: chatID, name: "群", owner: owner))
      }
      _ = try await groups.dismissCustomerGroup(.init(chatID: "wr3"))

      func pages(_ owners: [String], size: Int32) async throws -> [[String]] {
        var pages: [[String]] = []
        var request = CommunitiesV1.ListCustomerGroupsRequest(owners: owners, pageSize: size)
        repeat {
          let reply = try await groups.listCustomerGroups(request)
          pages.append(reply.customerGroups.map(\.chatID))
          request.pageToken = reply.nextPageToken
        } while !request.pageToken.isEmpty
        return pages
      }
      #expect(try await pages([], size: 50) == [["wr2", "wr5", "wr1", "wr4"]])
      #expect(try await pages([], size: 3) == [["wr2", "wr5", "wr1"], ["wr4"]])
      #expect(try await pages(["cid", "ann"], size: 1) == [["wr2"], ["wr5"], ["wr4"]])
      #expect(try await pages(["dan"], size: 50) == [[]])
    }
  }

  @Test func `A list holds to its limits, and a page_token to its call`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      for chatID in ["wr1", "wr2"] {
        _ = try await groups.createCustomerGroup(
          .init(
            chatID: chatID, name: "群", owner: "ann",
            members: [.init(userid: "wm1", type: .external)]))
      }
      let owners = (0...100).map { "u\($0)" }
      _ = try await groups.listCustomerGroups(.init(owners: Array(owners.dropLast())))
      await expectFailure(.invalidArgument, "TOO_LONG", field: "owners", errcode: 40058) {
        try await groups.listCustomerGroups(.init(owners: owners))
      }
      await expectFailure(.invalidArgument, "DUPLICATE", field: "owners[1]") {
        try await groups.listCustomerGroups(.init(owners: ["ann", "ann"]))
      }
      await expectFailure(.invalidArgument, "NEGATIVE", field: "page_size") {
        try await groups.listCustomerGroups(.init(pageSize: -1))
      }
      let token = try await groups.listCustomerGroups(.init(pageSize: 1)).nextPageToken
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await groups.listCustomerGroups(.init(owners: ["ann"], pageToken: token))
      }
      let members = try await groups.listGroupMembers(.init(chatID: "wr1", pageSize: 1))
      #expect(members.members.map(\.userid) == ["ann"])
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await groups.listGroupMembers(
          .init(chatID: "wr2", pageToken: members.nextPageToken))
      }
      await expectFailure(.invalidArgument, "BAD_PAGE_TOKEN", field: "page_token") {
        try await groups.listGroupMembers(.init(chatID: "wr1", pageToken: "?"))
      }
      let rest = try await groups.listGroupMembers(
        .init(chatID: "wr1", pageSize: 1, pageToken: members.nextPageToken))
      #expect(rest.members.map(\.userid) == ["wm1"])
      #expect(rest.nextPageToken.isEmpty)
    }
  }

  @Test func `A repeated request has one effect and one answer`() async throws {
    try await withService(CommunitiesService.self) { service in
      let groups = groups(service)
      let asked = CommunitiesV1.CreateCustomerGroupRequest(
        name: "群", owner: "ann", requestID: "r-1")
      async let one = groups.createCustomerGroup(asked)
      async let two = groups.createCustomerGroup(asked)
      let (first, second) = try await (one, two)
      #expect(first == second)
      #expect(try await groups.createCustomerGroup(asked) == first)
      #expect(try await groups.listCustomerGroups(.init()).customerGroups == [first])
      var other = asked
      other.name = "别的群"
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await groups.createCustomerGroup(other)
      }
    }
  }
}
