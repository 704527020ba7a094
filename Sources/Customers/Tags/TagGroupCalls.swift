import Messages
import RPC
import ServiceKit

/// The calls of `siyu.customers.v1.TagService` that are about groups.
extension TagHandler {
  func createTagGroup(
    _ request: CustomersV1.CreateTagGroupRequest, _ call: Call
  ) async throws -> CustomersV1.CreateTagGroupResponse {
    let policies = context.policies
    try TagGroup.checkName(request.groupName, field: "group_name", policies: policies)
    try Shape.items(request.tags.count, 1...1000, field: "tags", errcode: 41111)
    let drafts = request.tags.map { Tag.Draft(name: $0.name, order: $0.order) }
    for draft in drafts { try draft.checkShape(field: "tags", policies: policies) }
    return try await context.mutate(request, call) { mutation in
      var group = TagGroup(
        groupID: PublicID.make(TagGroup.prefix(ofStrategy: request.strategyID)),
        name: request.groupName, order: request.order, createTime: mutation.now)
      group.strategy = request.strategyID
      group.isExclusive = request.mutuallyExclusive
      if group.strategy != 0 {
        let strategy = try StrategyTable.find(group.strategy, in: mutation.writer)
        guard let strategy else {
          throw StrategyFailure.notFound(group.strategy, field: "strategy_id")
        }
        guard strategy.parent == 0 else { throw StrategyFailure.notFirstLevel(strategy.key) }
      }
      return try Self.merge(drafts, into: group, policies, mutation)
    }
  }

  func getTagGroup(
    _ request: CustomersV1.GetTagGroupRequest, _ call: Call
  ) async throws -> CustomersV1.TagGroup {
    try Self.checkTagID(request.groupID, field: "group_id")
    let group = try context.read(call) { try TagGroupTable.find(request.groupID, in: $0) }
    guard let group else { throw TagFailure.groupNotFound(request.groupID, field: "group_id") }
    return group.message
  }

  func listTagGroups(
    _ request: CustomersV1.ListTagGroupsRequest, _ call: Call
  ) async throws -> CustomersV1.ListTagGroupsResponse {
    let page = try Page(request, keys: 2)
    let found = try context.read(call) { reader in
      try Self.checkStrategy(request.strategyID, in: reader)
      return try TagGroupTable.list(
        ofStrategy: request.strategyID, after: page.place, limit: page.size + 1, in: reader)
    }
    let (groups, nextPageToken) = page.cut(found) { [.int(Int64($0.order)), .int($0.key)] }
    return .init(tagGroups: groups.map(\.message), nextPageToken: nextPageToken)
  }

  func updateTagGroup(
    _ request: CustomersV1.UpdateTagGroupRequest, _ call: Call
  ) async throws -> CustomersV1.TagGroup {
    let asked = try Shape.required(request.tagGroup, field: "tag_group")
    try Self.checkTagID(asked.groupID, field: "tag_group.group_id")
    let mask = try UpdateMask(
      request.updateMask, allowed: ["group_name", "order", "mutually_exclusive"])
    let name = mask.value("group_name", asked.groupName, empty: "")
    let order = mask.value("order", asked.order, empty: 0)
    let isExclusive = mask.value("mutually_exclusive", asked.mutuallyExclusive, empty: false)
    if let name {
      try TagGroup.checkName(name, field: "tag_group.group_name", policies: context.policies)
    }
    return try await context.mutate(request, call) { mutation in
      let before = try Self.liveGroup(asked.groupID, field: "tag_group.group_id", in: mutation)
      var group = before
      if let name { group.name = name }
      if let order { group.order = order }
      if let isExclusive { group.isExclusive = isExclusive }
      guard group != before else { return group.message }
      let namesake = try TagGroupTable.find(
        named: group.name, ofStrategy: group.strategy, in: mutation.writer)
      if let namesake, namesake.key != group.key {
        throw TagFailure.groupNameTaken(group.name, field: "tag_group.group_name")
      }
      try TagGroupTable.update(group, in: mutation.writer)
      try mutation.emit(.tagGroupUpdated(group.message))
      return group.message
    }
  }

  func deleteTagGroup(
    _ request: CustomersV1.DeleteTagGroupRequest, _ call: Call
  ) async throws -> CustomersV1.DeleteTagGroupResponse {
    try Self.checkTagID(request.groupID, field: "group_id")
    return try await context.mutate(request, call) { mutation in
      let group = try Self.liveGroup(request.groupID, field: "group_id", in: mutation)
      try Self.delete(group, mutation)
      return .init(
        jobid: try Self.startClearing(
          carriers: TagTable.toClearCount(in: mutation.writer), mutation))
    }
  }

  /// Finds or makes the group and its tags, by name; nothing is made twice.
  private static func merge(
    _ drafts: [Tag.Draft], into draft: TagGroup, _ policies: Policies,
    _ mutation: CustomersMutation
  ) throws -> CustomersV1.CreateTagGroupResponse {
    let writer = mutation.writer
    let known = try TagGroupTable.find(
      named: draft.name, ofStrategy: draft.strategy, in: writer)
    var namesakes: [String: Tag] = [:]
    var names: Set<String> = []
    let wanted = drafts.filter { names.insert($0.name).inserted }
    if let known {
      for draft in wanted {
        namesakes[draft.name] = try TagTable.find(
          named: draft.name, inGroup: known.key, in: writer)
      }
    }
    let created = wanted.count - namesakes.count
    try Tag.checkRoom(for: created, live: TagTable.liveCount(in: writer), policies: policies)

    var group = known ?? draft
    group.tagCount += created
    if known == nil {
      group.key = try TagGroupTable.insert(group, in: writer)
      try mutation.emit(.tagGroupCreated(group.message))
    }
    let tags = try wanted.map { draft in
      try namesakes[draft.name] ?? create(draft, in: group, mutation)
    }
    return .init(
      tagGroup: group.message, tags: tags.map(\.message), createdCount: Int32(created))
  }
}

extension TagGroup {
  var message: CustomersV1.TagGroup {
    .init(
      groupID: groupID, groupName: name, order: order, tagCount: Int32(tagCount),
      deleted: isDeleted, createTime: createTime.timestamp, strategyID: strategy,
      mutuallyExclusive: isExclusive)
  }
}
