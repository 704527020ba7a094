import Fixtures
import Messages
import RPC
import Testing

@Suite("Marking relations", .timeLimit(.minutes(5)))
struct MarkTests {
  @Test("A relation is given tags and loses others, and the counts follow")
  func mark() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡", "钻石")
      let added = try await customers.add("a", "wm1")
      try await customers.add("b", "wm1")
      let marked = try await customers.tags.markTags(
        .init(userid: "A", externalUserid: "wm1", addTags: [tags[2], tags[0]]))
      #expect(marked.tagIDs == [tags[0], tags[2]])
      let changed = try await customers.tags.markTags(
        .init(
          userid: "a", externalUserid: "wm1", addTags: [tags[1], tags[0]],
          removeTags: [tags[2]]))
      #expect(changed.tagIDs == [tags[0], tags[1]])
      // Given again and taken again: no error, no change, no event.
      let same = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm1", addTags: [tags[1]], removeTags: [tags[2]]))
      #expect(same == changed)
      #expect(try await customers.relation("b", "wm1")?.tagIDs == [])
      var counts: [Int64] = []
      for tag in tags {
        counts.append(try await customers.tags.getTag(.init(tagID: tag)).relationCount)
      }
      #expect(counts == [1, 1, 0])
      try await customers.remove("a", "wm1", by: .member)
      #expect(try await customers.tags.getTag(.init(tagID: tags[0])).relationCount == 0)
      let changes = try await customers.firstChanges(9)
      #expect(
        changes[6...7].map(\.event)
          == [marked, changed].map { relation in
            .relationUpdated(.init(customer: added.customer, relation: relation))
          })
      #expect(changes.last?.event?.kind == "removed")
    }
  }

  @Test("A mark names what is wrong with it")
  func refusals() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡")
      try await customers.add("a", "wm1")
      func refused(
        _ code: StatusCode, _ reason: String, _ field: String?, _ errcode: Int?,
        _ request: CustomersV1.MarkTagsRequest, sourceLocation: SourceLocation = #_sourceLocation
      ) async {
        await expectFailure(
          code, reason, field: field, errcode: errcode, sourceLocation: sourceLocation
        ) { try await customers.tags.markTags(request) }
      }
      await refused(
        .invalidArgument, "REQUIRED", "add_tags", 40058,
        .init(userid: "a", externalUserid: "wm1"))
      await refused(
        .invalidArgument, "REQUIRED", "external_userid", 41035,
        .init(userid: "a", addTags: tags))
      await refused(
        .invalidArgument, "REQUIRED", "userid", 40003,
        .init(externalUserid: "wm1", addTags: tags))
      await refused(
        .invalidArgument, "TAG_IN_BOTH", "remove_tags", 40058,
        .init(userid: "a", externalUserid: "wm1", addTags: tags, removeTags: tags))
      await refused(
        .invalidArgument, "TOO_LONG", "add_tags", 41111,
        .init(userid: "a", externalUserid: "wm1", addTags: (0...1000).map { "et\($0)" }))
      await refused(
        .notFound, "NOT_RELATED", nil, 84061,
        .init(userid: "b", externalUserid: "wm1", addTags: ["etUnknown"]))
      await refused(
        .notFound, "TAG_NOT_FOUND", "add_tags", 40068,
        .init(userid: "a", externalUserid: "wm1", addTags: ["etUnknown"]))
      await refused(
        .notFound, "TAG_NOT_FOUND", "remove_tags", 40068,
        .init(userid: "a", externalUserid: "wm1", removeTags: ["etUnknown"]))
    }
  }

  @Test("The last tag a relation may carry is given, one more is refused")
  func limit() async throws {
    try await withCustomers(policies: policies(["relation_tags_max": 2])) { customers in
      let tags = try await customers.tagIDs("a", "b", "c")
      try await customers.add("a", "wm1", tags: Array(tags[..<2]))
      await expectFailure(.resourceExhausted, "TOO_MANY_TAGS_ON_RELATION", errcode: 40144) {
        try await customers.tags.markTags(
          .init(userid: "a", externalUserid: "wm1", addTags: [tags[2]]))
      }
      await expectFailure(.resourceExhausted, "TOO_MANY_TAGS_ON_RELATION", errcode: 40144) {
        try await customers.add("b", "wm1", tags: tags)
      }
      let swapped = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm1", addTags: [tags[2]], removeTags: [tags[0]]))
      #expect(swapped.tagIDs == Array(tags[1...]))
    }
  }

  @Test("Many marks are one transaction; those that break a rule are told and left out")
  func batch() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      try await customers.add("a", "wm1")
      try await customers.add("a", "wm2", tags: [tags[0]])
      let request = CustomersV1.BatchMarkTagsRequest(
        marks: [
          .init(userid: "a", externalUserid: "wm1", addTags: tags),
          .init(userid: "a", externalUserid: "wm3", addTags: tags),
          .init(userid: "a", externalUserid: "wm2", addTags: ["etUnknown", tags[1]]),
          .init(userid: "a", externalUserid: "wm2"),
          .init(userid: "a", externalUserid: "wm2", removeTags: [tags[0]]),
        ], requestID: "r-1")
      let outcome = try await customers.tags.batchMarkTags(request)
      #expect(outcome.markedCount == 2)
      #expect(outcome.failedCount == 3)
      #expect(outcome.failures.map(\.reason) == ["NOT_RELATED", "TAG_NOT_FOUND", "REQUIRED"])
      #expect(outcome.failures.map(\.errcode) == [84061, 40068, 40058])
      #expect(outcome.failures.map(\.externalUserid) == ["wm3", "wm2", "wm2"])
      #expect(try await customers.relation("a", "wm1")?.tagIDs == tags)
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [])
      #expect(try await customers.tags.batchMarkTags(request) == outcome)
      await expectFailure(.invalidArgument, "REQUIRED", field: "marks") {
        try await customers.tags.batchMarkTags(.init())
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "marks") {
        try await customers.tags.batchMarkTags(
          .init(
            marks: .init(
              repeating: .init(userid: "a", externalUserid: "wm1", addTags: tags), count: 1001)))
      }
    }
  }
}
