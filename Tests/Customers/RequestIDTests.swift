import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("request_id", .timeLimit(.minutes(5)))
struct RequestIDTests {
  @Test("A repeated request has one effect and one answer, whatever happened since")
  func repeated() async throws {
    try await withCustomers { customers in
      let added = try await customers.add("a", "wm1", requestID: "r-1")
      #expect(try await customers.add("a", "wm1", requestID: "r-1") == added)
      let removal = CustomersV1.RemoveRelationRequest(
        userid: "a", externalUserid: "wm1", removedBy: .member, requestID: "r-1")
      let removed = try await customers.relations.removeRelation(removal)
      #expect(try await customers.relations.removeRelation(removal) == removed)
      customers.service.clock.advance(seconds: 23 * 3600)
      #expect(try await customers.add("a", "wm1", requestID: "r-1") == added)
      let changes = try await customers.firstChanges(2)
      #expect(changes.map { $0.event?.kind } == ["added", "removed"])
    }
  }

  @Test("Requests with one request_id at the same time have one effect and one answer")
  func concurrent() async throws {
    try await withCustomers { customers in
      let answers = try await withThrowingTaskGroup(
        of: CustomersV1.CreateTagGroupResponse.self
      ) { group in
        for _ in 0..<20 {
          group.addTask {
            try await customers.tags.createTagGroup(
              .init(groupName: "等级", tags: [.init(name: "金卡")], requestID: "r-1"))
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 20)
      #expect(Set(answers).count == 1)
      #expect(answers.first?.createdCount == 1)
      try await customers.add("a", "wm1")
      let changes = try await customers.firstChanges(3)
      #expect(changes.map { $0.event?.kind } == ["group created", "tag created", "added"])
    }
  }

  @Test(
    "With another body it is refused, for another method, another corp or a day later it is new")
  func reused() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1", requestID: "r-1")
      await expectFailure(.alreadyExists, "REQUEST_ID_REUSED", field: "request_id") {
        try await customers.add("a", "wm2", requestID: "r-1")
      }
      _ = try await customers.relations.removeRelation(
        .init(userid: "a", externalUserid: "wm1", removedBy: .member, requestID: "r-1"))
      _ = try await customers.relations.addRelation(
        .init(
          customer: .init(externalUserid: "wm9"), relation: .init(userid: "a"), requestID: "r-1"),
        options: otherCorp)
      customers.service.clock.advance(seconds: 24 * 3600 + 1)
      try await customers.add("a", "wm2", requestID: "r-1")
    }
  }

  @Test("A request that failed may be sent again with its request_id")
  func failed() async throws {
    try await withCustomers { customers in
      let update = CustomersV1.UpdateRelationRequest(
        relation: .init(userid: "a", externalUserid: "wm1", remark: "x"), requestID: "r-1")
      await expectFailure(.notFound, "NOT_RELATED") {
        try await customers.relations.updateRelation(update)
      }
      try await customers.add("a", "wm1")
      #expect(try await customers.relations.updateRelation(update).remark == "x")
    }
  }

  @Test("Every change refuses a malformed request_id")
  func malformed() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡")
      let bad = String(repeating: "r", count: 65)
      func refused(
        sourceLocation: SourceLocation = #_sourceLocation, _ call: () async throws -> Void
      ) async {
        await expectFailure(
          .invalidArgument, "BAD_REQUEST_ID", field: "request_id", sourceLocation: sourceLocation,
          call)
      }
      await refused { try await customers.add("a", "wm1", requestID: bad) }
      await refused {
        _ = try await customers.importAll([[.sample("a", "wm1")]], requestIDs: [bad])
      }
      await refused {
        _ = try await customers.tags.updateTag(
          .init(tag: .init(tagID: tags[0], name: "x"), requestID: bad))
      }
      await refused {
        _ = try await customers.tags.deleteTag(.init(tagID: tags[0], requestID: bad))
      }
      await refused {
        _ = try await customers.tags.markTags(
          .init(userid: "a", externalUserid: "wm1", addTags: tags, requestID: bad))
      }
      await refused {
        _ = try await customers.tags.batchMarkTags(
          .init(
            marks: [.init(userid: "a", externalUserid: "wm1", addTags: tags)], requestID: bad))
      }
    }
  }
}
