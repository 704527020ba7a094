import Fixtures
import Messages
import RPC
import Testing

@Suite("Tags and their groups", .timeLimit(.minutes(5)))
struct TagTests {
  @Test("Tags of a named group are merged into it by name, and nothing is made twice")
  func merge() async throws {
    try await withCustomers { customers in
      let first = try await customers.tags.createTagGroup(
        .init(
          groupName: "等级", order: 5,
          tags: [.init(name: "金卡", order: 2), .init(name: "银卡"), .init(name: "金卡", order: 9)]))
      #expect(first.createdCount == 2)
      #expect(first.tags.map(\.name) == ["金卡", "银卡"])
      #expect(first.tags.map(\.order) == [2, 0])
      #expect(first.tagGroup?.tagCount == 2)
      let second = try await customers.tags.createTagGroup(
        .init(groupName: "等级", order: 9, tags: [.init(name: "钻石"), .init(name: "金卡", order: 7)]))
      #expect(second.createdCount == 1)
      #expect(second.tagGroup?.groupID == first.tagGroup?.groupID)
      #expect(second.tagGroup?.order == 5)
      #expect(second.tagGroup?.tagCount == 3)
      #expect(second.tags[1] == first.tags[0])
      let ids = [first.tagGroup?.groupID ?? ""] + second.tags.map(\.tagID)
      #expect(ids.allSatisfy { $0.hasPrefix("et") && $0.count == 32 })
      let changes = try await customers.firstChanges(4)
      #expect(changes.first?.event == first.tagGroup.map { .tagGroupCreated($0) })
      #expect(
        changes.dropFirst().map(\.event)
          == [first.tags[0], first.tags[1], second.tags[0]].map { .tagCreated($0) })
    }
  }

  @Test("A tag has a name of its own in its group")
  func create() async throws {
    try await withCustomers { customers in
      let group = try await customers.tags.createTagGroup(
        .init(groupName: "等级", tags: [.init(name: "金卡")])
      ).tagGroup!
      let tag = try await customers.tags.createTag(
        .init(groupID: group.groupID, tag: .init(name: "银卡", order: .max)))
      #expect(tag.groupID == group.groupID)
      #expect(tag.order == .max)
      #expect(try await customers.tags.getTag(.init(tagID: tag.tagID)) == tag)
      #expect(
        try await customers.tags.getTagGroup(.init(groupID: group.groupID)).tagCount == 2)
      await expectFailure(.alreadyExists, "TAG_NAME_TAKEN", field: "tag.name", errcode: 40071) {
        try await customers.tags.createTag(
          .init(groupID: group.groupID, tag: .init(name: "金卡")))
      }
      await expectFailure(.notFound, "TAG_GROUP_NOT_FOUND", field: "group_id", errcode: 40068) {
        try await customers.tags.createTag(.init(groupID: tag.tagID, tag: .init(name: "x")))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "tag") {
        try await customers.tags.createTag(.init(groupID: group.groupID))
      }
    }
  }

  @Test("Names have 1 to 30 characters, and a group is never empty")
  func shape() async throws {
    try await withCustomers { customers in
      let longest = String(repeating: "签", count: 30)
      let made = try await customers.tags.createTagGroup(
        .init(groupName: longest, tags: [.init(name: longest)]))
      #expect(made.tagGroup?.groupName == longest)
      func create(_ group: String, _ tags: [String]) async throws {
        _ = try await customers.tags.createTagGroup(
          .init(groupName: group, tags: tags.map { .init(name: $0) }))
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "group_name", errcode: 40072) {
        try await create(longest + "签", ["a"])
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "group_name", errcode: 41018) {
        try await create("", ["a"])
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "tags.name", errcode: 40072) {
        try await create("g", ["a", longest + "签"])
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "tags.name", errcode: 41018) {
        try await create("g", [""])
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "tags", errcode: 41111) {
        try await create("g", [])
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "tags", errcode: 41111) {
        try await create("g", (0...1000).map(String.init))
      }
    }
  }

  @Test("The corp's last tag is made, one more is refused, and a deleted one makes room")
  func limit() async throws {
    try await withCustomers(policies: policies(["corp_tags_max": 3])) { customers in
      let tags = try await customers.tagIDs("a", "b")
      await expectFailure(.resourceExhausted, "TOO_MANY_TAGS", errcode: 40126) {
        try await customers.tagIDs("c", "d", group: "另一组")
      }
      try await customers.tagIDs("a", "b", "c")
      await expectFailure(.resourceExhausted, "TOO_MANY_TAGS", errcode: 40126) {
        let groupID = try await customers.tags.getTag(.init(tagID: tags[0])).groupID
        return try await customers.tags.createTag(.init(groupID: groupID, tag: .init(name: "d")))
      }
      _ = try await customers.tags.deleteTag(.init(tagID: tags[0]))
      try await customers.tagIDs("d")
    }
  }

  @Test("An update writes what the mask names; a name another has is refused")
  func update() async throws {
    try await withCustomers { customers in
      let made = try await customers.tags.createTagGroup(
        .init(groupName: "等级", tags: [.init(name: "金卡"), .init(name: "银卡")]))
      let group = made.tagGroup!
      let gold = made.tags[0]
      try await customers.tagIDs("x", group: "性别")
      let renamed = try await customers.tags.updateTag(
        .init(tag: .init(tagID: gold.tagID, name: "白金", order: 3)))
      #expect(renamed.name == "白金")
      #expect(renamed.order == 3)
      let reset = try await customers.tags.updateTag(
        .init(tag: .init(tagID: gold.tagID, name: "不"), updateMask: .init(paths: ["order"])))
      #expect(reset.name == "白金")
      #expect(reset.order == 0)
      await expectFailure(.alreadyExists, "TAG_NAME_TAKEN", field: "tag.name", errcode: 40071) {
        try await customers.tags.updateTag(.init(tag: .init(tagID: gold.tagID, name: "银卡")))
      }
      await expectFailure(
        .invalidArgument, "TAG_OF_OTHER_GROUP", field: "tag.group_id", errcode: 41110
      ) {
        try await customers.tags.updateTag(
          .init(tag: .init(tagID: gold.tagID, groupID: "etOther", name: "y")))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "tag.name", errcode: 41018) {
        try await customers.tags.updateTag(
          .init(tag: .init(tagID: gold.tagID), updateMask: .init(paths: ["name"])))
      }
      await expectFailure(.notFound, "TAG_NOT_FOUND", field: "tag.tag_id", errcode: 40068) {
        try await customers.tags.updateTag(.init(tag: .init(tagID: group.groupID, name: "y")))
      }
      let moved = try await customers.tags.updateTagGroup(
        .init(tagGroup: .init(groupID: group.groupID, groupName: "会员", order: 8)))
      #expect(moved.groupName == "会员")
      #expect(moved.order == 8)
      await expectFailure(
        .alreadyExists, "TAG_GROUP_NAME_TAKEN", field: "tag_group.group_name", errcode: 40071
      ) {
        try await customers.tags.updateTagGroup(
          .init(tagGroup: .init(groupID: group.groupID, groupName: "性别")))
      }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await customers.tags.updateTagGroup(
          .init(
            tagGroup: .init(groupID: group.groupID), updateMask: .init(paths: ["tag_count"])))
      }
      let changes = try await customers.firstChanges(8)
      #expect(
        changes.suffix(3).map(\.event)
          == [.tagUpdated(renamed), .tagUpdated(reset), .tagGroupUpdated(moved)])
    }
  }

  @Test("The larger order comes first, then the older, page by page")
  func lists() async throws {
    try await withCustomers { customers in
      for (name, order) in [("a", 1), ("b", 5), ("c", 1), ("d", 0), ("e", 5)] as [(String, UInt32)]
      {
        _ = try await customers.tags.createTagGroup(
          .init(
            groupName: name, order: order,
            tags: [.init(name: name, order: order), .init(name: "z")]))
      }
      var names: [String] = []
      var request = CustomersV1.ListTagGroupsRequest(pageSize: 2)
      repeat {
        let page = try await customers.tags.listTagGroups(request)
        names += page.tagGroups.map(\.groupName)
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(names == ["b", "e", "a", "c", "d"])

      var tags: [String] = []
      var list = CustomersV1.ListTagsRequest(pageSize: 3)
      repeat {
        let page = try await customers.tags.listTags(list)
        tags += page.tags.map(\.name)
        list.pageToken = page.nextPageToken
      } while !list.pageToken.isEmpty
      #expect(tags == ["b", "e", "a", "c", "z", "z", "z", "d", "z", "z"])

      let group = try await customers.tags.listTagGroups(.init()).tagGroups[0]
      let first = try await customers.tags.listTags(.init(groupID: group.groupID, pageSize: 1))
      #expect(first.tags.map(\.name) == ["b"])
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "page_token") {
        try await customers.tags.listTags(.init(pageToken: first.nextPageToken))
      }
      await expectFailure(.notFound, "TAG_GROUP_NOT_FOUND", field: "group_id", errcode: 40068) {
        try await customers.tags.listTags(.init(groupID: "etUnknown"))
      }
    }
  }

  @Test("A deleted tag is a tombstone: answered by id, listed and carried nowhere, its name free")
  func deleteTag() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      try await customers.add("a", "wm1", tags: tags)
      let deleted = try await customers.tags.deleteTag(.init(tagID: tags[0]))
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[1]])
      let tombstone = try await customers.tags.getTag(.init(tagID: tags[0]))
      #expect(tombstone.deleted)
      #expect(tombstone.relationCount == 0)
      #expect(try await customers.tags.listTags(.init()).tags.map(\.tagID) == [tags[1]])
      await expectFailure(.notFound, "TAG_NOT_FOUND", field: "tag_id", errcode: 40068) {
        try await customers.tags.deleteTag(.init(tagID: tags[0]))
      }
      let again = try await customers.tagIDs("金卡")
      #expect(again[0] != tags[0])
      try await finished(deleted.jobid, customers)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[1]])

      let last = try await customers.tags.deleteTag(.init(tagID: again[0]))
      #expect(last.jobid == "")
      _ = try await customers.tags.deleteTag(.init(tagID: tags[1]))
      let group = try await customers.tags.getTagGroup(.init(groupID: tombstone.groupID))
      #expect(group.deleted)
      #expect(group.tagCount == 0)
      #expect(try await customers.tags.listTagGroups(.init()).tagGroups.isEmpty)
      let changes = try await customers.firstChanges(9)
      #expect(
        changes.suffix(5).map { $0.event?.kind }
          == ["tag deleted", "tag created", "tag deleted", "tag deleted", "group deleted"])
    }
  }

  @Test("A deleted group takes its tags along, in one event, and a job clears them away")
  func deleteGroup() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      let kept = try await customers.tagIDs("男", group: "性别")
      let relations = (0..<1200).map {
        CustomersV1.CustomerRelation.sample("m\($0 % 7)", "wm\($0)", tags: tags + kept)
      }
      _ = try await customers.importAll([Array(relations[..<1000]), Array(relations[1000...])])
      let seen = try await customers.firstChanges(1205).last!.cursor
      let groupID = try await customers.tags.getTag(.init(tagID: tags[0])).groupID
      let deleted = try await customers.tags.deleteTagGroup(.init(groupID: groupID))
      #expect(try await customers.relation("m3", "wm3")?.tagIDs == kept)
      await expectFailure(.notFound, "TAG_NOT_FOUND", errcode: 40068) {
        try await customers.tags.markTags(
          .init(userid: "m3", externalUserid: "wm3", addTags: tags))
      }
      let job = try await finished(deleted.jobid, customers)
      #expect(job.processedCount == 2400)
      #expect(job.totalCount == 2400)
      #expect(try await customers.tags.getTag(.init(tagID: kept[0])).relationCount == 1200)
      #expect(try await customers.relation("m3", "wm3")?.tagIDs == kept)
      let change = try await customers.firstChanges(1, after: seen)[0]
      #expect(change.event?.kind == "group deleted")
      try await customers.tagIDs("后来", group: "等级")
      #expect(
        try await customers.firstChanges(1, after: change.cursor)[0].event?.kind == "group created")
      await expectFailure(.notFound, "TAG_GROUP_NOT_FOUND", field: "group_id", errcode: 40068) {
        try await customers.tags.deleteTagGroup(.init(groupID: groupID))
      }
    }
  }

  /// Waits for a job, by asking: its end is no event.
  @discardableResult
  private func finished(
    _ jobid: String, _ customers: CustomersCaller
  ) async throws -> CommonV1.Job {
    while true {
      let job = try await customers.jobs.getJob(.init(jobid: jobid))
      #expect(job.state != .failed)
      if job.state == .done || job.state == .failed { return job }
      await Task.yield()
    }
  }
}
