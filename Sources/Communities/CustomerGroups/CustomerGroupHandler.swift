package import Messages
package import RPC
import ServiceKit
import Store

/// Answers `siyu.communities.v1.CustomerGroupService`.
package struct CustomerGroupHandler: CommunitiesV1.CustomerGroupServiceProtocol {
  let context: CommunitiesContext

  package func createCustomerGroup(
    _ request: CommunitiesV1.CreateCustomerGroupRequest, _ call: Call
  ) async throws -> CommunitiesV1.CustomerGroup {
    if !request.chatID.isEmpty { try Shape.id(request.chatID, field: "chat_id") }
    try Shape.userid(request.owner, field: "owner")
    let draft = CustomerGroup(
      chatID: request.chatID.isEmpty ? PublicID.make("wr") : request.chatID, name: request.name,
      owner: request.owner, notice: request.notice, createTime: context.clock.now)
    try draft.checkText()
    let members = try Self.founders(request, at: draft.createTime)
    return try await context.mutate(request, call) { mutation in
      guard try CustomerGroupTable.find(draft.chatID, in: mutation.writer) == nil else {
        throw CustomerGroupFailure.chatIDTaken(draft.chatID)
      }
      var group = draft
      try group.admit(members.count, by: .invited, policies: context.policies)
      let key = try CustomerGroupTable.insert(group, in: mutation.writer)
      for member in members {
        try GroupMemberTable.insert(member, intoGroup: key, in: mutation.writer)
      }
      var told = group.message
      told.firstMembers = members.map(\.message)
      try mutation.emit(.customerGroupCreated(told))
      return group.message
    }
  }

  package func getCustomerGroup(
    _ request: CommunitiesV1.GetCustomerGroupRequest, _ call: Call
  ) async throws -> CommunitiesV1.CustomerGroup {
    try Shape.id(request.chatID, field: "chat_id")
    return try context.read(call) { try CustomerGroupTable.living(request.chatID, in: $0) }.message
  }

  package func listCustomerGroups(
    _ request: CommunitiesV1.ListCustomerGroupsRequest, _ call: Call
  ) async throws -> CommunitiesV1.ListCustomerGroupsResponse {
    let page = try Page(request, keys: 2)
    try Shape.items(request.owners.count, 0...100, field: "owners", errcode: 40058)
    for (index, owner) in request.owners.enumerated() {
      try Shape.userid(owner, field: "owners[\(index)]")
    }
    try GroupMember.checkDistinct(request.owners) { "owners[\($0)]" }
    let position = CustomerGroupTable.Position(
      owner: page.after.first?.text ?? "", key: page.after.last?.int ?? 0)
    let found = try context.read(call) { reader in
      request.owners.isEmpty
        ? try CustomerGroupTable.all(after: position, limit: page.size + 1, in: reader)
        : try CustomerGroupTable.all(
          ownedBy: request.owners, after: position, limit: page.size + 1, in: reader)
    }
    let (groups, nextPageToken) = page.cut(found) { [.text($0.owner), .int($0.key)] }
    return .init(customerGroups: groups.map(\.message), nextPageToken: nextPageToken)
  }

  package func updateCustomerGroup(
    _ request: CommunitiesV1.UpdateCustomerGroupRequest, _ call: Call
  ) async throws -> CommunitiesV1.CustomerGroup {
    let asked = try Shape.required(request.customerGroup, field: "customer_group")
    try Shape.id(asked.chatID, field: "customer_group.chat_id")
    let mask = try UpdateMask(request.updateMask, allowed: ["name", "notice"])
    return try await context.mutate(request, call) { mutation in
      var group = try CustomerGroupTable.living(asked.chatID, in: mutation.writer)
      let before = group
      if let name = mask.value("name", asked.name, empty: "") { group.name = name }
      if let notice = mask.value("notice", asked.notice, empty: "") { group.notice = notice }
      try group.checkText(in: "customer_group.")
      guard group != before else { return group.message }
      try CustomerGroupTable.update(group, in: mutation.writer)
      var details: [CommunitiesV1.GroupUpdateDetail] = []
      if group.name != before.name { details.append(.name) }
      if group.notice != before.notice { details.append(.notice) }
      try mutation.emit(
        .customerGroupUpdated(.init(customerGroup: group.message, updateDetails: details)))
      return group.message
    }
  }

  package func dismissCustomerGroup(
    _ request: CommunitiesV1.DismissCustomerGroupRequest, _ call: Call
  ) async throws -> CommunitiesV1.CustomerGroup {
    try Shape.id(request.chatID, field: "chat_id")
    return try await context.mutate(request, call) { mutation in
      var group = try CustomerGroupTable.living(request.chatID, in: mutation.writer)
      group.dismiss(at: mutation.now)
      try CustomerGroupTable.update(group, in: mutation.writer)
      try mutation.emit(.customerGroupDismissed(group.message))
      return group.message
    }
  }

  package func addGroupMembers(
    _ request: CommunitiesV1.AddGroupMembersRequest, _ call: Call
  ) async throws -> CommunitiesV1.AddGroupMembersResponse {
    try Shape.id(request.chatID, field: "chat_id")
    try Shape.items(
      request.members.count, 1...context.policies[.groupMembersMax], field: "members")
    let scene = try GroupMember.JoinScene(request.joinScene, field: "join_scene")
    if !request.invitor.isEmpty { try Shape.userid(request.invitor, field: "invitor") }
    let drafts = try GroupMember.list(
      request.members, joinTime: context.clock.now, joinScene: scene, invitor: request.invitor)
    return try await context.mutate(request, call) { mutation in
      var group = try CustomerGroupTable.living(request.chatID, in: mutation.writer)
      let lastVersion = group.memberVersion
      var added: [GroupMember] = []
      var reply = CommunitiesV1.AddGroupMembersResponse()
      for member in drafts {
        if try GroupMemberTable.isMember(member.userid, of: group.key, in: mutation.writer) {
          reply.unchangedUserids.append(member.userid)
        } else {
          try GroupMemberTable.insert(member, intoGroup: group.key, in: mutation.writer)
          added.append(member)
        }
      }
      if !added.isEmpty {
        try group.admit(added.count, by: scene, policies: context.policies)
        try CustomerGroupTable.update(group, in: mutation.writer)
        try mutation.emit(
          .groupMembersAdded(
            .init(
              customerGroup: group.message, members: added.map(\.message),
              lastMemberVersion: lastVersion, currentMemberVersion: group.memberVersion,
              joinScene: scene.eventMessage)))
      }
      reply.customerGroup = group.message
      return reply
    }
  }

  package func removeGroupMembers(
    _ request: CommunitiesV1.RemoveGroupMembersRequest, _ call: Call
  ) async throws -> CommunitiesV1.RemoveGroupMembersResponse {
    try Shape.id(request.chatID, field: "chat_id")
    try Shape.items(
      request.userids.count, 1...context.policies[.groupMembersMax], field: "userids")
    for (index, userid) in request.userids.enumerated() {
      try Shape.bytes(userid, 1...64, field: "userids[\(index)]")
    }
    try GroupMember.checkDistinct(request.userids) { "userids[\($0)]" }
    let scene = try GroupMember.QuitScene(request.quitScene, field: "quit_scene")
    return try await context.mutate(request, call) { mutation in
      var group = try CustomerGroupTable.living(request.chatID, in: mutation.writer)
      let lastVersion = group.memberVersion
      var removed: [GroupMember] = []
      var reply = CommunitiesV1.RemoveGroupMembersResponse()
      for userid in request.userids {
        if let member = try GroupMemberTable.take(userid, from: group.key, in: mutation.writer) {
          removed.append(member)
        } else {
          reply.unchangedUserids.append(userid)
        }
      }
      if !removed.isEmpty {
        try group.release(removed)
        try CustomerGroupTable.update(group, in: mutation.writer)
        try mutation.emit(
          .groupMembersRemoved(
            .init(
              customerGroup: group.message, members: removed.map(\.message),
              lastMemberVersion: lastVersion, currentMemberVersion: group.memberVersion,
              quitScene: scene.message)))
      }
      reply.customerGroup = group.message
      return reply
    }
  }

  package func listGroupMembers(
    _ request: CommunitiesV1.ListGroupMembersRequest, _ call: Call
  ) async throws -> CommunitiesV1.ListGroupMembersResponse {
    let page = try Page(request)
    try Shape.id(request.chatID, field: "chat_id")
    let found = try context.read(call) { reader in
      let group = try CustomerGroupTable.living(request.chatID, in: reader)
      return try GroupMemberTable.all(
        of: group.key, after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
    }
    let (entries, nextPageToken) = page.cut(found) { [.int($0.key)] }
    return .init(members: entries.map(\.member.message), nextPageToken: nextPageToken)
  }

  /// The first members of a group: those who are named, and the owner whether he is or not.
  private static func founders(
    _ request: CommunitiesV1.CreateCustomerGroupRequest, at joinTime: Instant
  ) throws(InvalidField) -> [GroupMember] {
    var members = try GroupMember.list(
      request.members, joinTime: joinTime, joinScene: .invited, invitor: request.owner)
    if let index = members.firstIndex(where: { $0.userid == request.owner }) {
      guard members[index].kind == .member else {
        throw InvalidField(
          "members[\(index)].type", "OWNER_IS_EXTERNAL", "The owner is a member of the corp.")
      }
    } else {
      members.insert(
        GroupMember(
          userid: request.owner, kind: .member, joinTime: joinTime, joinScene: .invited,
          invitor: request.owner), at: 0)
    }
    return members
  }
}
