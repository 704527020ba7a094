import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Sources of contact ways, relations and audiences", .timeLimit(.minutes(1)))
struct SourceWayTests {
  @Test("A way takes a source, another and none; one that is unknown or deleted it does not")
  func ways() async throws {
    try await withCustomers { customers in
      let till = try await customers.source("门店", "收银台")
      let window = try await customers.source("门店", "橱窗")
      let way = try await customers.way(["a"], of: till)
      #expect(way.sourceID == till.sourceID)
      func update(_ id: String, _ paths: [String] = ["source_id"]) async throws -> String {
        try await customers.ways.updateContactWay(
          .init(
            contactWay: .init(configID: way.configID, sourceID: id),
            updateMask: .init(paths: paths))
        ).sourceID
      }
      #expect(try await update(window.sourceID) == window.sourceID)
      #expect(try await update("", []) == window.sourceID)
      _ = try await customers.sources.deleteSource(.init(sourceID: till.sourceID))
      for id in [till.sourceID, "soUnknown"] {
        await expectFailure(.notFound, "SOURCE_NOT_FOUND", field: "contact_way.source_id") {
          try await update(id)
        }
        await expectFailure(.notFound, "SOURCE_NOT_FOUND", field: "contact_way.source_id") {
          try await customers.way(["a"]) { $0.sourceID = id }
        }
      }
      await expectFailure(.invalidArgument, "BAD_ID", field: "contact_way.source_id") {
        try await customers.way(["a"]) { $0.sourceID = "so 1" }
      }
      await expectFailure(.failedPrecondition, "SOURCE_IN_USE", field: "source_id") {
        try await customers.sources.deleteSource(.init(sourceID: window.sourceID))
      }
      #expect(try await update("") == "")
      _ = try await customers.sources.deleteSource(.init(sourceID: window.sourceID))
    }
  }

  @Test("A temporary way does not hold its source, and goes on bringing it")
  func temporary() async throws {
    try await withCustomers { customers in
      let source = try await customers.source("门店", "收银台")
      let way = try await customers.temporaryWay("a") { $0.sourceID = source.sourceID }
      _ = try await customers.sources.deleteSource(.init(sourceID: source.sourceID))
      _ = try await customers.ways.updateContactWay(
        .init(contactWay: .init(configID: way.configID, remark: "临时")))
      try await customers.scan(way, "wm1")
      #expect(try await customers.relation("a", "wm1")?.sourceID == source.sourceID)
    }
  }

  @Test("A relation keeps the source it came by, whatever becomes of the way and the source")
  func kept() async throws {
    try await withCustomers { customers in
      let source = try await customers.source("门店", "收银台")
      let way = try await customers.way(["a"], of: source)
      let added = try await customers.scan(way, "wm1")
      #expect(added.relation?.relation?.sourceID == source.sourceID)
      let other = try await customers.source("门店", "橱窗")
      _ = try await customers.ways.updateContactWay(
        .init(contactWay: .init(configID: way.configID, sourceID: other.sourceID)))
      try await customers.scan(way, "wm2")
      _ = try await customers.ways.deleteContactWay(.init(configID: way.configID))
      _ = try await customers.sources.deleteSource(.init(sourceID: source.sourceID))
      _ = try await customers.ways.acceptContact(.init(userid: "a", externalUserid: "wm1"))
      _ = try await customers.relations.updateRelation(
        .init(relation: .init(userid: "a", externalUserid: "wm1", remark: "老客")))
      // An import does not speak of it.
      _ = try await customers.importAll([[.sample("a", "wm1")]])
      let relation = try #require(try await customers.relation("a", "wm1"))
      #expect((relation.status, relation.sourceID) == (.mutual, source.sourceID))
      #expect(try await customers.relation("a", "wm2")?.sourceID == other.sourceID)
      let listed = try await customers.relations.listRelations(.init(userid: "a")).relations
      #expect(listed.map { $0.relation?.sourceID } == [source.sourceID, other.sourceID])

      let gone = try await customers.remove("a", "wm1", by: .customer)
      #expect(gone.sourceID == source.sourceID)
      let again = try await customers.add("a", "wm1")
      #expect(again.relation?.sourceID == "")
    }
  }

  @Test("Who waits for a member is given the way's source when he is accepted")
  func accepted() async throws {
    try await withCustomers { customers in
      let source = try await customers.source("门店", "收银台")
      let way = try await customers.way(["a"]) { way in
        (way.skipVerify, way.sourceID) = (false, source.sourceID)
      }
      try await customers.scan(way, "wm1")
      _ = try await customers.ways.deleteContactWay(.init(configID: way.configID))
      let accepted = try await customers.ways.acceptContact(
        .init(userid: "a", externalUserid: "wm1"))
      #expect(accepted.relation?.relation?.sourceID == source.sourceID)
      #expect(
        try await customers.sources.getSourceStatistics(.init()).total
          == .init(scanCount: 1, addedCount: 1))
    }
  }

  @Test("An audience asks for sources by id, channel, scene and store, for all that is given")
  func audiences() async throws {
    try await withCustomers { customers in
      let places: [(String, String, UInt32)] = [
        ("门店", "收银台", 101), ("门店", "橱窗", 102), ("停车场", "道闸", 101),
      ]
      var ids: [String] = []
      for (number, place) in places.enumerated() {
        let source = try await customers.source(place.0, place.1, place.2)
        ids.append(source.sourceID)
        try await customers.scan(customers.way(["a"], of: source), "wm\(number)")
      }
      try await customers.add("a", "wm9")
      func who(
        _ sources: CustomersV1.SourceCondition, noneOf: Bool = false
      ) async throws -> [String] {
        let condition = CustomersV1.AudienceCondition(condition: .sources(sources))
        let audience =
          noneOf
          ? CustomersV1.Audience(noneOf: [condition])
          : CustomersV1.Audience(allOf: [.init(anyOf: [condition])])
        return try await customers.messages(of: audience)
          .flatMap(\.recipients).map(\.externalUserid)
      }
      #expect(try await who(.init(sourceIDs: [ids[0], ids[2]])) == ["wm0", "wm2"])
      #expect(try await who(.init(channels: ["门店", "线上"])) == ["wm0", "wm1"])
      #expect(try await who(.init(scenes: ["道闸", "橱窗"])) == ["wm1", "wm2"])
      #expect(try await who(.init(departmentIDs: [101])) == ["wm0", "wm2"])
      #expect(try await who(.init(channels: ["门店"], departmentIDs: [101])) == ["wm0"])
      #expect(try await who(.init(sourceIDs: [ids[1]], departmentIDs: [101])) == [])
      #expect(try await who(.init(channels: ["门店"]), noneOf: true) == ["wm2", "wm9"])

      func refused(
        _ sources: CustomersV1.SourceCondition, _ code: StatusCode, _ reason: String,
        _ field: String
      ) async {
        await expectFailure(code, reason, field: "audience.all_of[0].any_of[0].\(field)") {
          try await who(sources)
        }
      }
      await refused(.init(), .invalidArgument, "REQUIRED", "sources")
      await refused(
        .init(sourceIDs: ["soUnknown"]), .notFound, "SOURCE_NOT_FOUND", "sources.source_ids")
      await refused(.init(channels: [""]), .invalidArgument, "REQUIRED", "sources.channels")
      await refused(
        .init(scenes: (0...100).map { "景\($0)" }), .invalidArgument, "TOO_LONG", "sources.scenes")
      #expect(try await who(.init(scenes: (0..<100).map { "景\($0)" })) == [])
      await refused(
        .init(departmentIDs: Array(0...1000)), .invalidArgument, "TOO_LONG",
        "sources.department_ids")

      // A source that is deleted is asked for as before, also by a saved audience.
      let saved = try await CustomersV1.SavedAudienceServiceClient(customers.service.channel)
        .createSavedAudience(
          .init(
            savedAudience: .init(
              name: "收银台来的",
              audience: .init(
                allOf: [.init(anyOf: [.init(condition: .sources(.init(sourceIDs: [ids[0]])))])]))))
      for way in try await customers.ways.listContactWays(.init()).configIDs {
        _ = try await customers.ways.deleteContactWay(.init(configID: way))
      }
      _ = try await customers.sources.deleteSource(.init(sourceID: ids[0]))
      #expect(
        try await customers.recipients(of: .init(savedAudienceID: saved.savedAudienceID))
          == ["wm0>a"])
    }
  }
}
