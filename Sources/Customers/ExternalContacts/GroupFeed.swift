import Messages
import RPC
import ServiceKit

/// Follows communities' feed: keeps who from outside is in which customer group, follows the auto-tag
/// rules that somebody's joining sets off, and counts the join ways.
///
/// Whom the lists hold when communities is first heard of joined before: that sets nothing off.
struct GroupFeed: Sendable {
  /// Contacts written in one transaction of a taking over.
  private static let batch = 2000

  let context: CustomersContext

  var feed: FollowedFeed<CommunitiesV1.Change, CustomersV1.Change> {
    FollowedFeed(
      peer: "communities",
      watch: { cursor, channel, options in
        CommunitiesV1.ChangeServiceClient(channel)
          .watchChanges(.init(after: cursor), options: options)
      },
      takeOver: takeOver, apply: apply)
  }

  // MARK: From the feed

  private func apply(_ change: CommunitiesV1.Change, _ mutation: CustomersMutation) throws {
    switch change.event {
    case .customerGroupCreated(let group): try add(group.firstMembers, to: group, mutation)
    case .groupMembersAdded(let added):
      guard let group = added.customerGroup else { return }
      try add(added.members, to: group, mutation)
    case .groupMembersRemoved(let removed):
      guard let group = removed.customerGroup else { return }
      let key = try GroupContactTable.put(GroupChat(group), in: mutation.writer)
      for member in removed.members where member.type == .external {
        try GroupContactTable.remove(member.userid, fromGroup: key, in: mutation.writer)
      }
    case .customerGroupUpdated(let updated):
      guard let group = updated.customerGroup else { return }
      _ = try GroupContactTable.put(GroupChat(group), in: mutation.writer)
    case .customerGroupDismissed(let group):
      try GroupContactTable.delete(group.chatID, in: mutation.writer)
    case .joinWayCreated(let way):
      try JoinWayTable.put(way.configID, in: mutation.writer)
    case .joinWayDeleted(let way):
      try JoinWayTable.delete(way.configID, in: mutation.writer)
    // Moments are no groups, a joining is told of as the group's too, and what newer communities tell of
    // beside these is not known.
    case .momentCreated, .momentDispatched, .momentFailed, .momentPublished, .joinWayUpdated,
      .joinedByJoinWay, nil:
      break
    }
  }

  private func add(
    _ members: [CommunitiesV1.GroupMember], to group: CommunitiesV1.CustomerGroup,
    _ mutation: CustomersMutation
  ) throws {
    let key = try GroupContactTable.put(GroupChat(group), in: mutation.writer)
    let contacts = members.compactMap { GroupContact($0, now: mutation.now) }
    for contact in contacts {
      try GroupContactTable.put(contact, intoGroup: key, in: mutation.writer)
    }
    guard !contacts.isEmpty else { return }
    let tagging = try AutoTagging(.event, RelationChanges(mutation, policies: context.policies))
    guard !tagging.isIdle else { return }
    for contact in contacts {
      let customer = try CustomerTable.key(of: contact.externalUserid, in: mutation.writer)
      guard let customer else { continue }
      _ = try tagging.follow(.event(.groupJoined, key: group.chatID), customer: customer)
    }
  }

  // MARK: From the lists

  private func takeOver(_ corp: String) async throws -> String {
    let channel = try context.peers.channel(to: "communities")
    let options = context.peers.options(corp: corp)
    let cursor = try await CommunitiesV1.ChangeServiceClient(channel)
      .getNewestCursor(.init(), options: options).cursor
    let groups = CommunitiesV1.CustomerGroupServiceClient(channel)
    try await context.write(corp: corp, origin: .job) {
      try GroupContactTable.beginRound(in: $0.writer)
    }
    var request = CommunitiesV1.ListCustomerGroupsRequest(pageSize: Int32(Page.largestSize))
    repeat {
      let page = try await groups.listCustomerGroups(
        request, options: context.peers.options(corp: corp))
      try await put(page.customerGroups, of: corp, groups)
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    try await takeOverJoinWays(corp, channel)
    try await context.write(corp: corp, origin: .job) {
      try GroupContactTable.endRound(in: $0.writer)
      try JoinWayTable.endRound(in: $0.writer)
    }
    return cursor
  }

  private func takeOverJoinWays(_ corp: String, _ channel: Channel) async throws {
    let ways = CommunitiesV1.JoinWayServiceClient(channel)
    var request = CommunitiesV1.ListJoinWaysRequest(pageSize: Int32(Page.largestSize))
    repeat {
      let page = try await ways.listJoinWays(request, options: context.peers.options(corp: corp))
      let configIDs = page.joinWays.map(\.configID)
      if !configIDs.isEmpty {
        try await context.write(corp: corp, origin: .job) { mutation in
          for configID in configIDs { try JoinWayTable.put(configID, in: mutation.writer) }
        }
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
  }

  private func put(
    _ groups: [CommunitiesV1.CustomerGroup], of corp: String,
    _ client: CommunitiesV1.CustomerGroupServiceClient
  ) async throws {
    var waiting: [(chat: GroupChat, contacts: [GroupContact])] = []
    var count = 0
    for group in groups {
      guard let contacts = try await contacts(of: group, corp, client) else { continue }
      waiting.append((GroupChat(group), contacts))
      count += contacts.count
      guard count >= Self.batch else { continue }
      try await write(waiting, of: corp)
      (waiting, count) = ([], 0)
    }
    try await write(waiting, of: corp)
  }

  /// Nil when the group was dismissed since it was listed.
  private func contacts(
    of group: CommunitiesV1.CustomerGroup, _ corp: String,
    _ client: CommunitiesV1.CustomerGroupServiceClient
  ) async throws -> [GroupContact]? {
    var contacts: [GroupContact] = []
    var request = CommunitiesV1.ListGroupMembersRequest(
      chatID: group.chatID, pageSize: Int32(Page.largestSize))
    do {
      repeat {
        let page = try await client.listGroupMembers(
          request, options: context.peers.options(corp: corp))
        contacts += page.members.compactMap { GroupContact($0, now: context.clock.now) }
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
    } catch let status as Status where status.code == .failedPrecondition {
      return nil
    }
    return contacts
  }

  private func write(
    _ groups: [(chat: GroupChat, contacts: [GroupContact])], of corp: String
  ) async throws {
    guard !groups.isEmpty else { return }
    try await context.write(corp: corp, origin: .job) { mutation in
      for (chat, contacts) in groups {
        let key = try GroupContactTable.put(chat, in: mutation.writer)
        try GroupContactTable.removeAll(fromGroup: key, in: mutation.writer)
        for contact in contacts {
          try GroupContactTable.put(contact, intoGroup: key, in: mutation.writer)
        }
      }
    }
  }
}

extension GroupChat {
  fileprivate init(_ message: CommunitiesV1.CustomerGroup) {
    self.init(chatID: message.chatID, name: message.name, owner: message.owner)
  }
}

extension GroupContact {
  /// Nil for a member of the corp.
  fileprivate init?(_ message: CommunitiesV1.GroupMember, now: Instant) {
    guard message.type == .external else { return nil }
    self.init(
      externalUserid: message.userid, nickname: message.groupNickname,
      joinTime: message.joinTime.flatMap(Instant.init) ?? now)
  }
}
