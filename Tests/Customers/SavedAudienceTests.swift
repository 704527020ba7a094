import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Saved audiences", .timeLimit(.minutes(5)))
struct SavedAudienceTests {
  private typealias Client = CustomersV1.SavedAudienceServiceClient

  private static func gold(_ tagID: String) -> CustomersV1.Audience {
    .init(tagFilter: .init(groupList: [.init(tagList: [tagID])]))
  }

  @Test("A saved audience finds who belongs to it when it is asked for, and can be narrowed")
  func use() async throws {
    try await withCustomers { customers in
      let saved = Client(customers.service.channel)
      let tag = try await customers.tagIDs("金卡")[0]
      try await customers.add("a", "wm1", tags: [tag])
      try await customers.add("b", "wm2")
      let made = try await saved.createSavedAudience(
        .init(savedAudience: .init(name: "金卡会员", audience: Self.gold(tag))))
      let asked = CustomersV1.Audience(savedAudienceID: made.savedAudienceID)
      #expect(try await customers.recipients(of: asked) == ["wm1>a"])
      try await customers.add("b", "wm3", tags: [tag])
      #expect(try await customers.recipients(of: asked) == ["wm1>a", "wm3>b"])
      let preview = try await customers.audiences.previewAudience(.init(audience: asked))
      #expect(preview.customerCount == 2)
      let narrowed = CustomersV1.Audience(userids: ["b"], savedAudienceID: made.savedAudienceID)
      #expect(try await customers.recipients(of: narrowed) == ["wm3>b"])
    }
  }

  @Test("What a saved audience says of customers, senders, conditions and exclusions all holds")
  func everyPart() async throws {
    try await withCustomers { customers in
      let saved = Client(customers.service.channel)
      for (member, customer) in [("a", "wm1"), ("a", "wm2"), ("b", "wm3"), ("b", "wm4")] {
        try await customers.add(member, customer)
      }
      func who(_ audience: CustomersV1.Audience) async throws -> [String] {
        let name = "\(audience.hashValue)"
        let made = try await saved.createSavedAudience(
          .init(savedAudience: .init(name: name, audience: audience)))
        let found = try await customers.recipients(of: .init(savedAudienceID: made.savedAudienceID))
        #expect(try await customers.recipients(of: audience) == found)
        return found
      }
      #expect(try await who(.init(externalUserids: ["wm4", "wm1"])) == ["wm1>a", "wm4>b"])
      #expect(try await who(.init(userids: ["a"])) == ["wm1>a", "wm2>a"])
      let ofB = CustomersV1.AudienceCondition(condition: .members(.init(userids: ["b"])))
      #expect(try await who(.init(allOf: [.init(anyOf: [ofB])])) == ["wm3>b", "wm4>b"])
      #expect(try await who(.init(noneOf: [ofB])) == ["wm1>a", "wm2>a"])
      #expect(try await who(.init()).count == 4)
    }
  }

  @Test("A tag job marks those of a saved audience as it was when the job was asked for")
  func tagJob() async throws {
    try await withCustomers { customers in
      let saved = Client(customers.service.channel)
      let tag = try await customers.tagIDs("金卡")[0]
      try await customers.add("a", "wm1")
      try await customers.add("b", "wm2")
      let made = try await saved.createSavedAudience(
        .init(savedAudience: .init(name: "x", audience: .init(userids: ["a"]))))
      let asked = CustomersV1.Audience(savedAudienceID: made.savedAudienceID)
      let preview = try await customers.tagJobs.previewTagJob(
        .init(audience: asked, addTags: [tag]))
      #expect(preview.changedCount == 1)
      let job = try await customers.marked(asked, add: [tag])
      #expect(job.changedCount == 1)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tag])
      #expect(try await customers.relation("b", "wm2")?.tagIDs == [])
    }
  }

  @Test("A walk does not go on with a saved audience that has changed")
  func changedWalk() async throws {
    try await withCustomers { customers in
      let saved = Client(customers.service.channel)
      try await customers.add("a", "wm1")
      let made = try await saved.createSavedAudience(
        .init(savedAudience: .init(name: "x", audience: .init(userids: ["a"]))))
      let asked = CustomersV1.Audience(savedAudienceID: made.savedAudienceID)
      let cursor = try #require(try await customers.messages(of: asked).last?.cursor)
      _ = try await customers.messages(of: asked, after: cursor)
      _ = try await saved.updateSavedAudience(
        .init(
          savedAudience: .init(
            savedAudienceID: made.savedAudienceID, audience: .init(userids: ["b"]))))
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "after", errcode: 50100) {
        try await customers.messages(of: asked, after: cursor)
      }
    }
  }

  @Test("A tag that is deleted makes the saved audiences that name it unusable until they change")
  func outdated() async throws {
    try await withCustomers { customers in
      let saved = Client(customers.service.channel)
      let tags = try await customers.tagIDs("金卡", "银卡")
      let made = try await saved.createSavedAudience(
        .init(savedAudience: .init(name: "x", audience: Self.gold(tags[0]))))
      _ = try await customers.tags.deleteTag(.init(tagID: tags[0]))
      let asked = CustomersV1.Audience(savedAudienceID: made.savedAudienceID)
      let field = "audience.saved_audience_id"
      await expectFailure(.failedPrecondition, "SAVED_AUDIENCE_OUTDATED", field: field) {
        try await customers.audiences.previewAudience(.init(audience: asked))
      }
      await expectFailure(.notFound, "TAG_NOT_FOUND", errcode: 40068) {
        try await saved.createSavedAudience(
          .init(savedAudience: .init(name: "y", audience: Self.gold(tags[0]))))
      }
      _ = try await saved.updateSavedAudience(
        .init(
          savedAudience: .init(
            savedAudienceID: made.savedAudienceID, audience: Self.gold(tags[1]))))
      #expect(try await customers.recipients(of: asked) == [])
    }
  }

  @Test("Names are of their own, and there are so many saved audiences and no more")
  func limits() async throws {
    let policies = try Policies(json: Data(#"{"saved_audiences_max": 2}"#.utf8))
    try await withCustomers(policies: policies) { customers in
      let saved = Client(customers.service.channel)
      func save(_ name: String, _ audience: CustomersV1.Audience? = .init()) async throws
        -> CustomersV1.SavedAudience
      {
        try await saved.createSavedAudience(
          .init(savedAudience: .init(name: name, audience: audience)))
      }
      let longest = String(repeating: "名", count: 30)
      let first = try await save(longest)
      #expect(first.savedAudienceID.hasPrefix("au"))
      await expectFailure(
        .alreadyExists, "SAVED_AUDIENCE_NAME_TAKEN", field: "saved_audience.name"
      ) { try await save(longest) }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "saved_audience.name") {
        try await save(longest + "名")
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "saved_audience.name") {
        try await save("")
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "saved_audience.audience") {
        try await save("x", nil)
      }
      let nested = CustomersV1.Audience(savedAudienceID: first.savedAudienceID)
      await expectFailure(
        .invalidArgument, "NESTED", field: "saved_audience.audience.saved_audience_id"
      ) { try await save("x", nested) }
      await expectFailure(.invalidArgument, "BAD_ID", field: "audience.external_userids") {
        try await save("x", .init(externalUserids: ["?"]))
      }
      let second = try await save("x")
      await expectFailure(.resourceExhausted, "TOO_MANY_SAVED_AUDIENCES") { try await save("y") }
      _ = try await saved.deleteSavedAudience(.init(savedAudienceID: second.savedAudienceID))
      _ = try await save("x")
      let gone = second.savedAudienceID
      await expectFailure(
        .notFound, "SAVED_AUDIENCE_NOT_FOUND", field: "saved_audience_id"
      ) { try await saved.getSavedAudience(.init(savedAudienceID: gone)) }
      await expectFailure(
        .notFound, "SAVED_AUDIENCE_NOT_FOUND", field: "audience.saved_audience_id"
      ) { try await customers.messages(of: .init(savedAudienceID: gone)) }
    }
  }

  @Test("Pages come newest first, a repetition changes nothing, and the feed tells every change")
  func pagesAndEvents() async throws {
    try await withCustomers { customers in
      let saved = Client(customers.service.channel)
      var made: [CustomersV1.SavedAudience] = []
      for number in 0..<5 {
        let request = CustomersV1.CreateSavedAudienceRequest(
          savedAudience: .init(name: "人群 \(number)", audience: .init(userids: ["a"])),
          requestID: "r-\(number)")
        made.append(try await saved.createSavedAudience(request))
        #expect(try await saved.createSavedAudience(request) == made.last)
      }
      var listed: [CustomersV1.SavedAudience] = []
      var request = CustomersV1.ListSavedAudiencesRequest(pageSize: 2)
      repeat {
        let page = try await saved.listSavedAudiences(request)
        #expect(page.savedAudiences.count <= 2)
        listed += page.savedAudiences
        request.pageToken = page.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(listed.map(\.savedAudienceID) == made.reversed().map(\.savedAudienceID))
      #expect(listed.allSatisfy { $0.audience == nil })
      customers.service.clock.advance(seconds: 60)
      let updated = try await saved.updateSavedAudience(
        .init(
          savedAudience: .init(savedAudienceID: made[0].savedAudienceID, name: "新名"),
          updateMask: .init(paths: ["name"])))
      #expect(updated.audience == made[0].audience)
      #expect(updated.createTime == made[0].createTime && updated.updateTime != made[0].updateTime)
      #expect(
        try await saved.getSavedAudience(.init(savedAudienceID: updated.savedAudienceID))
          == updated)
      _ = try await saved.deleteSavedAudience(.init(savedAudienceID: updated.savedAudienceID))
      let events = try await customers.firstChanges(7).map(\.event)
      #expect(
        events == made.map { .savedAudienceCreated($0) }
          + [.savedAudienceUpdated(updated), .savedAudienceDeleted(updated)])
    }
  }
}
