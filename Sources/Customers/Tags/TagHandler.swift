import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.TagService`: tags and marking here, groups in `TagGroupCalls.swift`.
struct TagHandler: CustomersV1.TagServiceProtocol {
  let context: CustomersContext

  func createTag(
    _ request: CustomersV1.CreateTagRequest, _ call: Call
  ) async throws -> CustomersV1.Tag {
    try Self.checkTagID(request.groupID, field: "group_id")
    let asked = try Shape.required(request.tag, field: "tag")
    let draft = Tag.Draft(name: asked.name, order: asked.order)
    let policies = context.policies
    try draft.checkShape(field: "tag", policies: policies)
    return try await context.mutate(request, call) { mutation in
      let group = try Self.liveGroup(request.groupID, field: "group_id", in: mutation)
      let namesake = try TagTable.find(
        named: draft.name, inGroup: group.key, in: mutation.writer)
      guard namesake == nil else { throw TagFailure.tagNameTaken(draft.name, field: "tag.name") }
      try Tag.checkRoom(
        for: 1, live: TagTable.liveCount(in: mutation.writer), policies: policies)
      return try Self.create(draft, in: group, mutation).message
    }
  }

  func getTag(
    _ request: CustomersV1.GetTagRequest, _ call: Call
  ) async throws -> CustomersV1.Tag {
    try Self.checkTagID(request.tagID, field: "tag_id")
    let tag = try context.read(call) { try TagTable.find(request.tagID, in: $0) }
    guard let tag else { throw TagFailure.tagNotFound(request.tagID, field: "tag_id") }
    return tag.message
  }

  func listTags(
    _ request: CustomersV1.ListTagsRequest, _ call: Call
  ) async throws -> CustomersV1.ListTagsResponse {
    if !request.groupID.isEmpty { try Self.checkTagID(request.groupID, field: "group_id") }
    let page = try Page(request, keys: 2)
    let found = try context.read(call) { reader in
      var group: TagGroup?
      if !request.groupID.isEmpty {
        group = try TagGroupTable.find(request.groupID, in: reader)
        guard let group, !group.isDeleted else {
          throw TagFailure.groupNotFound(request.groupID, field: "group_id")
        }
      } else {
        try Self.checkStrategy(request.strategyID, in: reader)
      }
      return try TagTable.list(
        group: group?.key, strategy: request.strategyID, after: page.place, limit: page.size + 1,
        in: reader)
    }
    let (tags, nextPageToken) = page.cut(found) { [.int(Int64($0.order)), .int($0.key)] }
    return .init(tags: tags.map(\.message), nextPageToken: nextPageToken)
  }

  func updateTag(
    _ request: CustomersV1.UpdateTagRequest, _ call: Call
  ) async throws -> CustomersV1.Tag {
    let asked = try Shape.required(request.tag, field: "tag")
    try Self.checkTagID(asked.tagID, field: "tag.tag_id")
    let mask = try UpdateMask(request.updateMask, allowed: ["name", "order"])
    let name = mask.value("name", asked.name, empty: "")
    let order = mask.value("order", asked.order, empty: 0)
    if let name {
      try TagGroup.checkName(name, field: "tag.name", policies: context.policies)
    }
    return try await context.mutate(request, call) { mutation in
      let before = try Self.liveTag(asked.tagID, field: "tag.tag_id", in: mutation)
      guard asked.groupID.isEmpty || asked.groupID == before.groupID else {
        throw TagFailure.ofOtherGroup(
          tagID: before.tagID, groupID: asked.groupID, field: "tag.group_id")
      }
      var tag = before
      if let name { tag.name = name }
      if let order { tag.order = order }
      guard tag != before else { return tag.message }
      let namesake = try TagTable.find(named: tag.name, inGroup: tag.groupKey, in: mutation.writer)
      if let namesake, namesake.key != tag.key {
        throw TagFailure.tagNameTaken(tag.name, field: "tag.name")
      }
      try TagTable.update(tag, in: mutation.writer)
      try mutation.emit(.tagUpdated(tag.message))
      return tag.message
    }
  }

  func deleteTag(
    _ request: CustomersV1.DeleteTagRequest, _ call: Call
  ) async throws -> CustomersV1.DeleteTagResponse {
    try Self.checkTagID(request.tagID, field: "tag_id")
    return try await context.mutate(request, call) { mutation in
      var tag = try Self.liveTag(request.tagID, field: "tag_id", in: mutation)
      var group = try Self.liveGroup(tag.groupID, field: "tag_id", in: mutation)
      let jobid = try Self.startClearing(carriers: tag.relationCount, mutation)
      try TagTable.delete(tag, in: mutation.writer)
      tag.isDeleted = true
      try mutation.emit(.tagDeleted(tag.message))
      group.tagCount -= 1
      if group.tagCount == 0 {
        group.isDeleted = true
        try TagGroupTable.update(group, in: mutation.writer)
        try mutation.emit(.tagGroupDeleted(group.message))
      }
      return .init(jobid: jobid)
    }
  }

  func markTags(
    _ request: CustomersV1.MarkTagsRequest, _ call: Call
  ) async throws -> CustomersV1.Relation {
    let mark = TagMark(
      userid: request.userid, externalUserid: request.externalUserid, add: request.addTags,
      remove: request.removeTags)
    try mark.checkShape()
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      try RelationChanges(mutation, policies: policies).mark(mark)
    }
  }

  func batchMarkTags(
    _ request: CustomersV1.BatchMarkTagsRequest, _ call: Call
  ) async throws -> CustomersV1.BatchMarkTagsResponse {
    try Shape.items(request.marks.count, 1...1000, field: "marks")
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      let changes = RelationChanges(mutation, policies: policies)
      var outcome = CustomersV1.BatchMarkTagsResponse()
      for asked in request.marks {
        do {
          let mark = TagMark(
            userid: asked.userid, externalUserid: asked.externalUserid, add: asked.addTags,
            remove: asked.removeTags)
          try mark.checkShape()
          _ = try changes.mark(mark)
          outcome.markedCount += 1
        } catch let failure as any Failure {
          outcome.failures.append(
            .init(userid: asked.userid, externalUserid: asked.externalUserid, failure))
          outcome.failedCount += 1
        }
      }
      return outcome
    }
  }
}

/// What the calls about tags and those about their groups have in common.
extension TagHandler {
  static func checkTagID(_ id: String, field: String) throws(InvalidField) {
    try Shape.id(id, field: field, errcode: 40068)
  }

  static func liveTag(
    _ tagID: String, field: String, in mutation: CustomersMutation
  ) throws -> Tag {
    guard let tag = try TagTable.find(tagID, in: mutation.writer), !tag.isDeleted else {
      throw TagFailure.tagNotFound(tagID, field: field)
    }
    return tag
  }

  static func liveGroup(
    _ groupID: String, field: String, in mutation: CustomersMutation
  ) throws -> TagGroup {
    guard let group = try TagGroupTable.find(groupID, in: mutation.writer), !group.isDeleted else {
      throw TagFailure.groupNotFound(groupID, field: field)
    }
    return group
  }

  static func create(
    _ draft: Tag.Draft, in group: TagGroup, _ mutation: CustomersMutation
  ) throws -> Tag {
    var tag = Tag(
      tagID: PublicID.make(TagGroup.prefix(ofStrategy: group.strategy)), groupKey: group.key,
      groupID: group.groupID,
      groupName: group.name, name: draft.name, order: draft.order, createTime: mutation.now,
      strategy: group.strategy)
    tag.key = try TagTable.insert(tag, in: mutation.writer)
    try mutation.emit(.tagCreated(tag.message))
    return tag
  }

  /// Deletes a group with all its tags.
  static func delete(_ group: TagGroup, _ mutation: CustomersMutation) throws {
    var group = group
    try TagTable.deleteAll(ofGroup: group.key, in: mutation.writer)
    group.tagCount = 0
    group.isDeleted = true
    try TagGroupTable.update(group, in: mutation.writer)
    try mutation.emit(.tagGroupDeleted(group.message))
  }

  /// Whether a strategy is there; 0, the corp, always is.
  static func checkStrategy(_ key: Int64, in reader: Reader) throws {
    guard try key == 0 || StrategyTable.find(key, in: reader) != nil else {
      throw StrategyFailure.notFound(key, field: "strategy_id")
    }
  }

  /// Leaves the job that clears deleted tags; "" when nobody carried them.
  static func startClearing(carriers: Int64, _ mutation: CustomersMutation) throws -> String {
    carriers == 0 ? "" : try mutation.start(TagClearing.kind, payload: [])
  }
}

extension Page {
  /// The place in a list by order and age, as the tables take it.
  var place: (order: Int64, key: Int64)? {
    guard after.count == 2, let order = after[0].int, let key = after[1].int else { return nil }
    return (order, key)
  }
}

extension Tag {
  var message: CustomersV1.Tag {
    .init(
      tagID: tagID, groupID: groupID, name: name, order: order,
      relationCount: isDeleted ? 0 : relationCount, deleted: isDeleted,
      createTime: createTime.timestamp, strategyID: strategy)
  }
}
