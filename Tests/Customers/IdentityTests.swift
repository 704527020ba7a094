import Fixtures
import Messages
import RPC
import Testing

@Suite("Identities", .timeLimit(.minutes(5)))
struct IdentityTests {
  private typealias Client = CustomersV1.IdentityServiceClient

  private static func phone(_ number: String) -> CustomersV1.Identity {
    .init(kind: .phone, value: number)
  }

  private static func own(_ value: String, in space: String = "crm") -> CustomersV1.Identity {
    .init(kind: .own, space: space, value: value)
  }

  @Test("A customer is found by his phone, however it is written, by his ids and by his unionid")
  func lookup() async throws {
    try await withCustomers { customers in
      let identities = Client(customers.service.channel)
      _ = try await customers.relations.addRelation(
        .init(
          customer: .init(externalUserid: "wm1", unionid: "o-Union-1"),
          relation: .init(userid: "a", externalUserid: "wm1")))
      let set = try await identities.changeIdentities(
        .init(
          externalUserid: "wm1",
          addIdentities: [
            Self.phone("+86 138-0000-1234"), Self.own("M-77"),
            .init(kind: .openid, space: "wx01", value: "oXyz"),
          ]))
      #expect(
        set.identities.map { [$0.space, $0.value] } == [
          ["", "o-Union-1"], ["", "*1234"], ["wx01", "oXyz"], ["crm", "M-77"],
        ])
      #expect(set.personExternalUserids == ["wm1"])
      let found = try await identities.lookupCustomers(
        .init(identities: [
          Self.phone("8613800001234"), Self.own("M-77"), Self.own("M-77", in: "pos"),
          Self.own("m-77"), .init(kind: .openid, space: "wx01", value: "oXyz"),
          .init(kind: .unionid, value: "o-Union-1"), .init(kind: .unionid, value: "o-Union-2"),
        ]))
      #expect(
        found.found.map(\.externalUserids) == [["wm1"], ["wm1"], [], [], ["wm1"], ["wm1"], []])
      #expect(try await identities.getIdentities(.init(externalUserid: "wm1")) == set)
      #expect(try await customers.firstChanges(2)[1].event == .identitiesUpdated(set))
    }
  }

  @Test("Identities are listed by kind, space and value, phone numbers by what is shown of them")
  func order() async throws {
    try await withCustomers { customers in
      let identities = Client(customers.service.channel)
      try await customers.add("a", "wm1")
      let set = try await identities.changeIdentities(
        .init(
          externalUserid: "wm1",
          addIdentities: [Self.own("2"), Self.own("1"), Self.own("3", in: "a")]
            + (0..<8).reversed().map { Self.phone("1380000123\($0)") }))
      #expect(
        set.identities.map(\.value) == (0..<8).map { "*123\($0)" } + ["3", "1", "2"])
      #expect(try await identities.getIdentities(.init(externalUserid: "wm1")) == set)
    }
  }

  @Test("A unionid is found by its last value, also of customers who were imported")
  func unionids() async throws {
    try await withCustomers { customers in
      let identities = Client(customers.service.channel)
      func tell(_ unionid: String) async throws {
        _ = try await customers.importAll([
          [
            .init(
              customer: .init(externalUserid: "wm1", unionid: unionid),
              relation: .init(userid: "a"))
          ]
        ])
      }
      func find(_ unionid: String) async throws -> [String] {
        try await identities.lookupCustomers(
          .init(identities: [.init(kind: .unionid, value: unionid)])
        ).found[0].externalUserids
      }
      try await tell("one")
      #expect(try await find("one") == ["wm1"])
      try await tell("two")
      #expect(try await find("one") == [])
      #expect(try await find("two") == ["wm1"])
      try await tell("one")
      #expect(try await find("one") == ["wm1"])
    }
  }

  @Test(
    "An identity is one person's: taken from one it can be given to another, and the merged share")
  func exclusive() async throws {
    try await withCustomers { customers in
      let identities = Client(customers.service.channel)
      for id in ["wm1", "wm2"] { try await customers.add("a", id) }
      _ = try await identities.changeIdentities(
        .init(externalUserid: "wm1", addIdentities: [Self.own("7"), Self.own("7")]))
      await expectFailure(.alreadyExists, "IDENTITY_TAKEN", field: "add_identities[1]") {
        try await identities.changeIdentities(
          .init(externalUserid: "wm2", addIdentities: [Self.own("8"), Self.own("7")]))
      }
      #expect(try await identities.getIdentities(.init(externalUserid: "wm2")).identities == [])
      _ = try await identities.mergeCustomers(.init(externalUserids: ["wm2", "wm1"]))
      _ = try await identities.changeIdentities(
        .init(externalUserid: "wm2", addIdentities: [Self.own("7")]))
      #expect(try await identities.getIdentities(.init(externalUserid: "wm2")).identities == [])
      let found = try await identities.lookupCustomers(.init(identities: [Self.own("7")]))
      #expect(
        found.found == [.init(externalUserids: ["wm1"], personExternalUserids: ["wm1", "wm2"])])
      _ = try await identities.unmergeCustomer(.init(externalUserid: "wm1"))
      _ = try await identities.changeIdentities(
        .init(
          externalUserid: "wm1", addIdentities: [Self.own("9")],
          removeIdentities: [Self.own("7"), Self.own("7"), Self.own("never")]))
      let moved = try await identities.changeIdentities(
        .init(externalUserid: "wm2", addIdentities: [Self.own("7")]))
      #expect(moved.identities.map(\.value) == ["7"])
    }
  }

  @Test("Customers are merged with all who were merged with them, and taken out one by one")
  func persons() async throws {
    try await withCustomers { customers in
      let identities = Client(customers.service.channel)
      for id in ["wm1", "wm2", "wm3", "wm4"] { try await customers.add("a", id) }
      func merge(_ ids: String...) async throws -> [String] {
        try await identities.mergeCustomers(.init(externalUserids: ids)).externalUserids
      }
      func person(_ id: String) async throws -> [String] {
        try await identities.getIdentities(.init(externalUserid: id)).personExternalUserids
      }
      #expect(try await merge("wm1", "wm2") == ["wm1", "wm2"])
      #expect(try await merge("wm4", "wm3") == ["wm3", "wm4"])
      #expect(try await merge("wm2", "wm3") == ["wm1", "wm2", "wm3", "wm4"])
      #expect(try await merge("wm1", "wm4") == ["wm1", "wm2", "wm3", "wm4"])
      let left = try await identities.unmergeCustomer(.init(externalUserid: "wm1"))
      #expect(left.externalUserids == ["wm2", "wm3", "wm4"])
      // Who was taken out may begin a person of his own, and meets nobody he left.
      try await customers.add("a", "wm5")
      #expect(try await merge("wm1", "wm5") == ["wm1", "wm5"])
      #expect(try await person("wm4") == ["wm2", "wm3", "wm4"])
      #expect(
        try await identities.unmergeCustomer(.init(externalUserid: "wm5")).externalUserids
          == ["wm1"])
      #expect(try await person("wm1") == ["wm1"])

      let merges = try await identities.listMerges(.init(externalUserid: "wm1", pageSize: 3))
      #expect(
        merges.merges.map(\.personExternalUserids) == [["wm1"], ["wm1", "wm5"], ["wm1"]])
      #expect(Set(merges.merges.map(\.app)) == ["local"])
      let rest = try await identities.listMerges(
        .init(externalUserid: "wm1", pageSize: 3, pageToken: merges.nextPageToken))
      #expect(
        rest.merges.map(\.personExternalUserids) == [
          ["wm1", "wm2", "wm3", "wm4"], ["wm1", "wm2"],
        ])
      #expect(rest.nextPageToken == "")
      let events = try await customers.firstChanges(11).compactMap(\.event)
      #expect(events[4] == .customersMerged(.init(externalUserids: ["wm1", "wm2"])))
      #expect(
        events[7]
          == .customerUnmerged(
            .init(
              externalUserid: "wm1", person: .init(externalUserids: ["wm2", "wm3", "wm4"]))))
    }
  }

  @Test("What is no identity, unknown, too much or asked for twice is refused")
  func refused() async throws {
    let limits = try policies(["identities_max": 2, "person_customers_max": 2])
    try await withCustomers(policies: limits) { customers in
      let identities = Client(customers.service.channel)
      for id in ["wm1", "wm2", "wm3"] { try await customers.add("a", id) }
      func give(
        _ code: StatusCode, _ reason: String, _ field: String, _ identity: CustomersV1.Identity,
        sourceLocation: SourceLocation = #_sourceLocation
      ) async {
        await expectFailure(code, reason, field: field, sourceLocation: sourceLocation) {
          try await identities.changeIdentities(
            .init(externalUserid: "wm1", addIdentities: [identity]))
        }
      }
      let kind = "add_identities[0].kind"
      let space = "add_identities[0].space"
      let value = "add_identities[0].value"
      await give(.invalidArgument, "REQUIRED", kind, .init(value: "x"))
      await give(.invalidArgument, "NOT_ALLOWED", kind, .init(kind: .unionid, value: "x"))
      await give(.invalidArgument, "REQUIRED", space, .init(kind: .own, value: "x"))
      await give(
        .invalidArgument, "NOT_ALLOWED", space, .init(kind: .phone, space: "s", value: "12345"))
      await give(.invalidArgument, "BAD_PHONE", value, Self.phone("1234"))
      await give(.invalidArgument, "BAD_PHONE", value, Self.phone("138-0000-123a"))
      await give(.invalidArgument, "REQUIRED", value, Self.own(""))
      await give(.invalidArgument, "TOO_LONG", value, Self.own(String(repeating: "x", count: 129)))
      await expectFailure(.invalidArgument, "CONTRADICTION", field: "remove_identities[0]") {
        try await identities.changeIdentities(
          .init(
            externalUserid: "wm1", addIdentities: [Self.own("1")],
            removeIdentities: [Self.own("1")]))
      }
      await expectFailure(
        .notFound, "CUSTOMER_NOT_FOUND", field: "external_userid", errcode: 40096
      ) {
        try await identities.changeIdentities(
          .init(externalUserid: "wm9", addIdentities: [Self.own("1")]))
      }
      let two = CustomersV1.ChangeIdentitiesRequest(
        externalUserid: "wm1", addIdentities: [Self.own("1"), Self.own("2")], requestID: "two")
      let set = try await identities.changeIdentities(two)
      await give(.resourceExhausted, "TOO_MANY_IDENTITIES", "add_identities", Self.own("3"))
      _ = try await identities.changeIdentities(
        .init(externalUserid: "wm1", removeIdentities: [Self.own("1")]))
      #expect(try await identities.changeIdentities(two) == set)
      #expect(
        try await identities.getIdentities(.init(externalUserid: "wm1")).identities.count == 1)

      await expectFailure(.invalidArgument, "TOO_SHORT", field: "external_userids") {
        try await identities.mergeCustomers(.init(externalUserids: ["wm1"]))
      }
      await expectFailure(.invalidArgument, "REPEATED", field: "external_userids") {
        try await identities.mergeCustomers(.init(externalUserids: ["wm1", "wm1"]))
      }
      _ = try await identities.mergeCustomers(.init(externalUserids: ["wm1", "wm2"]))
      await expectFailure(.resourceExhausted, "PERSON_TOO_LARGE", field: "external_userids") {
        try await identities.mergeCustomers(.init(externalUserids: ["wm2", "wm3"]))
      }
      await expectFailure(.failedPrecondition, "NOT_MERGED", field: "external_userid") {
        try await identities.unmergeCustomer(.init(externalUserid: "wm3"))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "identities") {
        try await identities.lookupCustomers(.init())
      }
    }
  }
}
