import Fixtures
import Messages
import Protobuf
import RPC
import ServiceKit
import Testing

@Suite("Tags that exclude each other", .timeLimit(.minutes(5)))
struct ExclusiveTagTests {
  /// The tags of an exclusive group, in the order given.
  private func exclusive(
    _ customers: CustomersCaller, _ names: String..., group: String = "会员等级"
  ) async throws -> [String] {
    let reply = try await customers.tags.createTagGroup(
      .init(
        groupName: group, tags: names.map { .init(name: $0) }, mutuallyExclusive: true))
    #expect(reply.tagGroup?.mutuallyExclusive == true)
    return reply.tags.map(\.tagID)
  }

  @Test("To give one takes the others of its group, in one event, and no tag of another group")
  func marked() async throws {
    try await withCustomers { customers in
      let levels = try await exclusive(customers, "金", "银", "铜")
      let others = try await customers.tagIDs("甲", "乙", group: "别的")
      try await customers.add("a", "wm1", tags: [levels[0], others[0], others[1]])
      let before = try await customers.firstChanges(8)
      let relation = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm1", addTags: [levels[2]]))
      #expect(relation.tagIDs == PackedList([levels[2], others[0], others[1]]))
      let told = try await customers.firstChanges(1, after: before.last!.cursor)
      guard case .relationUpdated(let both)? = told[0].event else {
        Issue.record("\(told)")
        return
      }
      #expect(both.relation == relation)
      for (tag, count) in [(levels[0], 0), (levels[2], 1), (others[0], 1)] {
        #expect(try await customers.tags.getTag(.init(tagID: tag)).relationCount == Int64(count))
      }
      // Again is no change, and what is taken leaves none of the group.
      _ = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm1", addTags: [levels[2]]))
      let none = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm1", removeTags: [levels[2]]))
      #expect(none.tagIDs == PackedList(others))
    }
  }

  @Test("Two of one group are not given at once: by no call, import, job, rule or contact way")
  func both() async throws {
    try await withCustomers { customers in
      let levels = try await exclusive(customers, "金", "银")
      try await customers.add("a", "wm1", tags: [levels[0]])
      func refused(_ field: String, _ call: () async throws -> some Sendable) async {
        await expectFailure(.failedPrecondition, "TAGS_EXCLUDE_EACH_OTHER", field: field) {
          try await call()
        }
      }
      await refused("add_tags") {
        try await customers.tags.markTags(
          .init(userid: "a", externalUserid: "wm1", addTags: levels))
      }
      await refused("relation.tag_ids") { try await customers.add("a", "wm2", tags: levels) }
      await refused("add_tags") {
        try await customers.tagJobs.createTagJob(.init(audience: .init(), addTags: levels))
      }
      await refused("rule.add_tags") { try await customers.rule("两个", on: .added, add: levels) }
      await refused("contact_way.tag_ids") { try await customers.way(["a"]) { $0.tagIDs = levels } }
      let imported = try await customers.importAll([
        [.sample("a", "wm1", tags: levels), .sample("a", "wm3", tags: [levels[1]])]
      ])
      #expect(imported.failures.map(\.reason) == ["TAGS_EXCLUDE_EACH_OTHER"])
      #expect(imported.addedCount == 1)
      let batch = try await customers.tags.batchMarkTags(
        .init(marks: [
          .init(userid: "a", externalUserid: "wm1", addTags: levels),
          .init(userid: "a", externalUserid: "wm3", addTags: [levels[0]]),
        ]))
      #expect(batch.failures.map(\.reason) == ["TAGS_EXCLUDE_EACH_OTHER"])
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [levels[0]])
      #expect(try await customers.relation("a", "wm3")?.tagIDs == [levels[0]])
    }
  }

  @Test("A job counts what it excludes; its undo gives that back unless another was given since")
  func jobs() async throws {
    try await withCustomers { customers in
      let levels = try await exclusive(customers, "金", "银", "铜")
      for id in ["wm1", "wm2", "wm3"] { try await customers.add("a", id, tags: [levels[1]]) }
      let preview = try await customers.tagJobs.previewTagJob(
        .init(audience: .init(), addTags: [levels[0]]))
      #expect(preview.changedCount == 3)
      #expect(Set(preview.tags.map(\.tagID)) == [levels[0], levels[1]])
      #expect(preview.tags.allSatisfy { $0.givenCount + $0.takenCount == 3 })
      let job = try await customers.marked(.init(), add: [levels[0]])
      #expect(job.changedCount == 3)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [levels[0]])
      _ = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm2", addTags: [levels[2]]))
      _ = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm3", removeTags: [levels[0]]))
      let undo = try await customers.undone(job)
      #expect(undo.changedCount == 2 && undo.unchangedCount == 1)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [levels[1]])
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [levels[2]])
      #expect(try await customers.relation("a", "wm3")?.tagIDs == [levels[1]])
      let carriers = CustomersV1.Audience(
        tagFilter: .init(groupList: [.init(tagList: [levels[1]])]))
      #expect(try await customers.recipients(of: carriers) == ["wm1>a", "wm3>a"])
    }
  }

  @Test("Where a group becomes exclusive, relations keep what they have until one of it is given")
  func turnedOn() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金", "银", "铜")
      let way = try await customers.way(["a"]) { $0.tagIDs = [tags[1], tags[0]] }
      let rule = try await customers.rule("两个", on: .event(.init(kind: .groupJoined)), add: tags)
      try await customers.add("a", "wm1", tags: [tags[0], tags[1]])
      let group = try await customers.tags.getTag(.init(tagID: tags[0])).groupID
      let changed = try await customers.tags.updateTagGroup(
        .init(tagGroup: .init(groupID: group, mutuallyExclusive: true)))
      #expect(changed.mutuallyExclusive && changed.groupName == "等级")
      #expect(try await customers.relation("a", "wm1")?.tagIDs == PackedList(tags.prefix(2)))
      _ = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm1", addTags: [tags[1]]))
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[1]])

      // What was agreed on before refuses nobody: the oldest tag is given.
      #expect(try await customers.scan(way, "wm2").relation?.relation?.tagIDs == [tags[0]])
      #expect(try await customers.join("wm1").appliedCount == 1)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[0]])
      let effect = try await customers.effects(of: rule)[0]
      #expect(effect.givenTags == [tags[0]] && effect.takenTags == [tags[1]])

      let off = try await customers.tags.updateTagGroup(
        .init(
          tagGroup: .init(groupID: group), updateMask: .init(paths: ["mutually_exclusive"])))
      #expect(!off.mutuallyExclusive)
      let several = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm1", addTags: tags))
      #expect(several.tagIDs == PackedList(tags))
    }
  }
}
