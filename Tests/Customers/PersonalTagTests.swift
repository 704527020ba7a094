import Fixtures
import Messages
import Protobuf
import RPC
import Testing

@Suite("Personal tags", .timeLimit(.minutes(5)))
struct PersonalTagTests {
  @Test("GetCustomer shows them by name, each follower's own, and ListRelations does not")
  func shown() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡")
      try await customers.add("a", "wm1", tags: tags)
      try await customers.add("b", "wm1")
      let set = try await customers.personalTags.setPersonalTags(
        .init(userid: "A", externalUserid: "wm1", names: ["爱猫", "邻居", "爱猫"]))
      #expect(set == .init(userid: "a", externalUserid: "wm1", names: ["爱猫", "邻居"]))
      try await customers.set("b", "wm1", "邻居")
      let customer = try await customers.relations.getCustomer(.init(externalUserid: "wm1"))
      #expect(
        try customer.tags.unpacked() == [
          .init(tagID: tags[0], tagName: "金卡", groupName: "等级", type: .corp),
          .init(tagName: "爱猫", type: .personal, userid: "a"),
          .init(tagName: "邻居", type: .personal, userid: "a"),
          .init(tagName: "邻居", type: .personal, userid: "b"),
        ])
      #expect(customer.followUsers.map { Array($0.tagIDs) } == [tags, []])
      let changes = try await customers.firstChanges(6)
      #expect(changes[4].event == .personalTagsUpdated(set))
    }
  }

  @Test("They are set as a whole, tell nothing when nothing changes, and end with the relation")
  func replaced() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      try await customers.add("a", "wm2")
      try await customers.set("a", "wm1", "甲", "乙")
      try await customers.set("a", "wm2", "乙")
      try await customers.set("a", "wm1", "甲", "乙")
      #expect(try await customers.names("a") == ["乙": 2, "甲": 1])
      try await customers.set("a", "wm1", "丙")
      #expect(try await customers.names("a") == ["丙": 1, "乙": 1])
      try await customers.remove("a", "wm1", by: .customer)
      #expect(try await customers.names("a") == ["丙": 1, "乙": 1])
      try await customers.remove("a", "wm1", by: .member)
      #expect(try await customers.names("a") == ["乙": 1])
      try await customers.add("a", "wm1")
      let again = try await customers.relations.getCustomer(.init(externalUserid: "wm1"))
      #expect(again.tags.isEmpty)
      try await customers.set("a", "wm2")
      #expect(try await customers.names("a") == [:])
      let changes = try await customers.firstChanges(9)
      #expect(
        changes.map { $0.event?.kind } == ["added", "added"]
          + Array(repeating: "personal tags updated", count: 3) + ["removed", "removed", "added"]
          + ["personal tags updated"])
    }
  }

  @Test("They are listed page by page, refused beyond their limits, and set once per request_id")
  func limits() async throws {
    try await withCustomers(policies: policies(["personal_tags_max": 3])) { customers in
      try await customers.add("a", "wm1")
      let request = CustomersV1.SetPersonalTagsRequest(
        userid: "a", externalUserid: "wm1", names: ["1", "2", "3"], requestID: "r-1")
      let set = try await customers.personalTags.setPersonalTags(request)
      try await customers.set("a", "wm1", "1", "2")
      #expect(try await customers.personalTags.setPersonalTags(request) == set)
      #expect(try await customers.names("a") == ["1": 1, "2": 1])
      let first = try await customers.personalTags.listPersonalTags(
        .init(userid: "a", pageSize: 1))
      #expect(first.personalTags == [.init(name: "1", relationCount: 1)])
      let second = try await customers.personalTags.listPersonalTags(
        .init(userid: "a", pageSize: 1, pageToken: first.nextPageToken))
      #expect(second.personalTags.map(\.name) == ["2"] && second.nextPageToken.isEmpty)
      func refused(
        _ code: StatusCode, _ reason: String, _ field: String?, _ errcode: Int,
        _ userid: String, _ externalUserid: String, _ names: [String],
        sourceLocation: SourceLocation = #_sourceLocation
      ) async {
        await expectFailure(
          code, reason, field: field, errcode: errcode, sourceLocation: sourceLocation
        ) {
          try await customers.personalTags.setPersonalTags(
            .init(userid: userid, externalUserid: externalUserid, names: names))
        }
      }
      await refused(
        .invalidArgument, "TOO_LONG", "names", 41111, "a", "wm1", ["1", "2", "3", "4"])
      await refused(.invalidArgument, "REQUIRED", "names", 41018, "a", "wm1", [""])
      await refused(
        .invalidArgument, "TOO_LONG", "names", 40072, "a", "wm1",
        [String(repeating: "签", count: 31)])
      await refused(.invalidArgument, "REQUIRED", "userid", 40003, "", "wm1", [])
      await refused(.invalidArgument, "REQUIRED", "external_userid", 41035, "a", "", [])
      await refused(.notFound, "NOT_RELATED", nil, 84061, "b", "wm1", [])
      await expectFailure(.notFound, "MEMBER_WITHOUT_CUSTOMERS", field: "userid", errcode: 84061) {
        try await customers.personalTags.listPersonalTags(.init(userid: "b"))
      }
    }
  }
}

extension CustomersCaller {
  fileprivate func set(
    _ userid: String, _ externalUserid: String, _ names: String...
  ) async throws {
    _ = try await personalTags.setPersonalTags(
      .init(userid: userid, externalUserid: externalUserid, names: names))
  }

  fileprivate func names(_ userid: String) async throws -> [String: Int64] {
    let tags = try await personalTags.listPersonalTags(.init(userid: userid)).personalTags
    return Dictionary(uniqueKeysWithValues: tags.map { ($0.name, $0.relationCount) })
  }
}
