import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("AudienceService", .timeLimit(.minutes(5)))
struct AudienceTests {
  @Test("Without conditions it is every customer whom neither side removed, each once")
  func everyone() async throws {
    try await withCustomers { customers in
      #expect(try await customers.messages(of: nil).map(\.finished) == [true])
      _ = try await customers.importAll([
        [
          .sample("a", "wm1"), .sample("b", "wm2", status: .half), .sample("a", "wm3"),
          .sample("a", "wm4"), .sample("b", "wm4"),
        ]
      ])
      try await customers.remove("a", "wm1", by: .member)
      try await customers.remove("a", "wm3", by: .customer)
      try await customers.remove("a", "wm4", by: .customer)
      #expect(try await customers.recipients(of: nil) == ["wm2>b", "wm4>b"])
      let message = try await customers.messages(of: .init())[0]
      #expect(message.listedCount == 2)
      #expect(message.finished)
    }
  }

  @Test("The sender is who chatted last, then who added last, then the smallest userid")
  func senders() async throws {
    try await withCustomers { customers in
      _ = try await customers.importAll([
        [
          .sample("a", "wm1", created: 300, chatted: 10),
          .sample("b", "wm1", created: 1, chatted: 20),
          .sample("a", "wm2", created: 1), .sample("b", "wm2", created: 2),
          .sample("C", "wm3", created: 5), .sample("b", "wm3", created: 5),
          .sample("a", "wm4", created: 9),
          .sample("b", "wm4", status: .half, created: 1, chatted: 1),
        ]
      ])
      #expect(
        try await customers.recipients(of: nil) == ["wm1>b", "wm2>b", "wm3>b", "wm4>b"])
      #expect(
        try await customers.recipients(of: .init(userids: ["A", "c"]))
          == ["wm1>a", "wm2>a", "wm3>C", "wm4>a"])
      try await customers.remove("b", "wm1", by: .customer)
      #expect(try await customers.recipients(of: nil).first == "wm1>a")
    }
  }

  @Test("Tags are AND of ORs, on the sender's own relation")
  func tags() async throws {
    try await withCustomers { customers in
      let level = try await customers.tagIDs("金卡", "银卡")
      let sex = try await customers.tagIDs("男", "女", group: "性别")
      _ = try await customers.importAll([
        [
          .sample("a", "wm1", tags: [level[0], sex[0]]),
          .sample("a", "wm2", tags: [level[1], sex[0]]),
          .sample("a", "wm3", tags: [level[0], sex[1]]),
          .sample("a", "wm4", tags: [sex[0]]),
          // The tags of two members do not add up.
          .sample("a", "wm5", tags: [level[0]]), .sample("b", "wm5", tags: [sex[0]]),
          // The one who chatted last does not carry them, the other does.
          .sample("a", "wm6", tags: [level[0], sex[0]]), .sample("b", "wm6", chatted: 9),
        ]
      ])
      let filter = CustomersV1.TagFilter(
        groupList: [.init(tagList: level), .init(tagList: [sex[0]])])
      #expect(
        try await customers.recipients(of: .init(tagFilter: filter)) == ["wm1>a", "wm2>a", "wm6>a"])
      #expect(
        try await customers.recipients(of: .init(tagFilter: filter, userids: ["b"])) == [])
      // Named one by one, nobody is asked for tags.
      #expect(
        try await customers.recipients(
          of: .init(externalUserids: ["wm5", "wm4"], tagFilter: filter)) == ["wm4>a", "wm5>a"])
      #expect(
        try await customers.recipients(
          of: .init(tagFilter: .init(groupList: [.init(tagList: [sex[1], sex[1]])]))) == ["wm3>a"])
    }
  }

  @Test(
    "Customers named one by one come in the order of their keys; a preview tells who is not there")
  func named() async throws {
    try await withCustomers { customers in
      _ = try await customers.importAll([
        [.sample("a", "wm1"), .sample("b", "wm2"), .sample("a", "wm3"), .sample("a", "wm4")]
      ])
      try await customers.remove("a", "wm4", by: .customer)
      let audience = CustomersV1.Audience(
        externalUserids: ["wm9", "wm3", "wm1", "wm3", "wm2", "wm4", "wm8"], userids: ["a"])
      #expect(try await customers.recipients(of: audience) == ["wm1>a", "wm3>a"])
      let preview = try await customers.audiences.previewAudience(.init(audience: audience))
      #expect(
        preview
          == .init(
            customerCount: 2, memberCount: 1,
            members: [.init(userid: "a", customerCount: 2, relatedCount: 2)], excludedCount: 4,
            excluded: [
              .init(externalUserid: "wm9", reason: .unknown),
              .init(externalUserid: "wm2", reason: .notRelated),
              .init(externalUserid: "wm4", reason: .notRelated),
              .init(externalUserid: "wm8", reason: .unknown),
            ],
            sample: [
              .init(externalUserid: "wm1", userid: "a"), .init(externalUserid: "wm3", userid: "a"),
            ]))
    }
  }

  @Test("A preview splits by sender, and counts whom a member is related to besides")
  func preview() async throws {
    try await withCustomers { customers in
      _ = try await customers.importAll([
        [
          .sample("a", "wm1", created: 1), .sample("b", "wm1", created: 2),
          .sample("c", "wm1", created: 3), .sample("b", "wm2"), .sample("d", "wm3"),
          .sample("B", "wm4"),
        ]
      ])
      let preview = try await customers.audiences.previewAudience(.init())
      #expect(preview.customerCount == 4)
      #expect(preview.memberCount == 4)
      #expect(
        preview.members == [
          .init(userid: "b", customerCount: 2, relatedCount: 3),
          .init(userid: "c", customerCount: 1, relatedCount: 1),
          .init(userid: "d", customerCount: 1, relatedCount: 1),
          .init(userid: "a", customerCount: 0, relatedCount: 1),
        ])
      #expect(preview.excludedCount == 0)
    }
  }

  @Test("Ten thousand customers may be named, one more may not; a preview lists 1000 left out")
  func namedLimit() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm9999")
      let ids = (0..<10_001).map { "wm\($0)" }
      let preview = try await customers.audiences.previewAudience(
        .init(audience: .init(externalUserids: Array(ids[..<10_000]))))
      #expect(preview.customerCount == 1)
      #expect(preview.excludedCount == 9999)
      #expect(preview.excluded.count == 1000)
      await expectFailure(
        .invalidArgument, "TOO_LONG", field: "audience.external_userids", errcode: 40058
      ) {
        try await customers.audiences.previewAudience(
          .init(audience: .init(externalUserids: ids)))
      }
    }
  }

  @Test("An audience names what is wrong with it, before the first message")
  func refusals() async throws {
    try await withCustomers { customers in
      let level = try await customers.tagIDs("金卡")
      let sex = try await customers.tagIDs("男", group: "性别")
      let groupID = try await customers.tags.getTag(.init(tagID: sex[0])).groupID
      let tagList = "audience.tag_filter.group_list.tag_list"
      func refused(
        _ code: StatusCode, _ reason: String, _ field: String, _ errcode: Int?,
        _ audience: CustomersV1.Audience, sourceLocation: SourceLocation = #_sourceLocation
      ) async {
        await expectFailure(
          code, reason, field: field, errcode: errcode, sourceLocation: sourceLocation
        ) { try await customers.audiences.previewAudience(.init(audience: audience)) }
        await expectFailure(
          code, reason, field: field, errcode: errcode, sourceLocation: sourceLocation
        ) { try await customers.messages(of: audience) }
      }
      func tagged(_ tags: [String], groupID: String = "") -> CustomersV1.Audience {
        .init(tagFilter: .init(groupList: [.init(tagList: tags, groupID: groupID)]))
      }
      await refused(.invalidArgument, "REQUIRED", tagList, 41111, tagged([]))
      await refused(
        .invalidArgument, "TOO_LONG", tagList, 41111, tagged(.init(repeating: sex[0], count: 1001)))
      await refused(.notFound, "TAG_NOT_FOUND", tagList, 40068, tagged(["etUnknown"]))
      await refused(
        .invalidArgument, "TAG_OF_OTHER_GROUP", tagList, 41110,
        tagged([sex[0], level[0]], groupID: groupID))
      await refused(
        .notFound, "TAG_GROUP_NOT_FOUND", "audience.tag_filter.group_list.group_id", 40068,
        tagged(sex, groupID: "etUnknown"))
      await refused(
        .invalidArgument, "TOO_LONG", "audience.tag_filter.group_list", 40058,
        .init(tagFilter: .init(groupList: .init(repeating: .init(tagList: sex), count: 51))))
      await refused(
        .invalidArgument, "BAD_USERID", "audience.userids", 40003, .init(userids: ["a b"]))
      await refused(
        .invalidArgument, "TOO_LONG", "audience.userids", 40058,
        .init(userids: (0...10_000).map { "u\($0)" }))
      await refused(
        .invalidArgument, "TOO_LONG", "audience.department_ids", 40058,
        .init(departmentIDs: .init(repeating: 1, count: 1001)))
      _ = try await customers.tags.deleteTag(.init(tagID: level[0]))
      await refused(.notFound, "TAG_NOT_FOUND", tagList, 40068, tagged(level))
    }
  }

  @Test("A walk cut after any message goes on to the same whole, whoever comes meanwhile")
  func resume() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      for start in stride(from: 0, to: 6000, by: 1000) {
        _ = try await customers.importAll([
          (start..<start + 1000).map {
            .sample("m\($0 % 9)", "wm\($0)", tags: $0 % 5 < 3 ? [tags[0]] : [tags[1]])
          }
        ])
      }
      // Each walk is met by a customer who came after it began, and finds those of the walks before.
      let walks: [(audience: CustomersV1.Audience?, count: Int)] = [
        (.init(userids: ["m3"]), 667), (nil, 6001),
        (.init(tagFilter: .init(groupList: [.init(tagList: [tags[0]])])), 3600),
        (.init(externalUserids: (0..<6000).map { "wm\($0)" }), 6000),
      ]
      for (audience, count) in walks {
        let whole = try await customers.messages(of: audience)
        let recipients = whole.flatMap(\.recipients)
        #expect(recipients.count == count)
        #expect(whole.dropLast().allSatisfy { $0.recipients.count == 1000 && !$0.finished })
        #expect(whole.last?.finished == true)
        #expect(whole.last?.listedCount == Int64(count))
        try await customers.add("m3", "wm-late-\(count)")
        var passed = 0
        for message in whole {
          passed += message.recipients.count
          #expect(message.listedCount == Int64(passed))
          let rest = try await customers.messages(of: audience, after: message.cursor)
          #expect(rest.flatMap(\.recipients) == Array(recipients[passed...]))
          #expect(rest.last?.listedCount == Int64(count))
          #expect(rest.last?.finished == true)
        }
      }
    }
  }

  @Test("A cursor of another audience, or a forged one, is refused")
  func foreignCursor() async throws {
    try await withCustomers { customers in
      try await customers.add("a", "wm1")
      let audience = CustomersV1.Audience(userids: ["a"])
      let cursor = try await customers.messages(of: audience)[0].cursor
      await expectFailure(.invalidArgument, "FOREIGN_PAGE_TOKEN", field: "after", errcode: 50100) {
        try await customers.messages(of: nil, after: cursor)
      }
      await expectFailure(.invalidArgument, "BAD_PAGE_TOKEN", field: "after", errcode: 50100) {
        try await customers.messages(of: audience, after: "x")
      }
      let owner = PageToken.Owner(audience)
      for keys in [[1, 2, 1], [-1, 0, 1], [2, 0, 1], [0, -1, 1]] as [[Int64]] {
        await expectFailure(.invalidArgument, "BAD_PAGE_TOKEN", field: "after") {
          try await customers.messages(
            of: audience, after: PageToken.text(keys.map(PageKey.int), of: owner))
        }
      }
      let far = PageToken.text([.int(0), .int(0), .int(.max)], of: owner)
      #expect(try await customers.messages(of: audience, after: far).last?.listedCount == 1)
    }
  }

  @Test("Departments mean the members of their subtrees, as a running directory knows them")
  func departments() async throws {
    try await withCustomersAndDirectory { customers, directory in
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      let members = DirectoryV1.MemberServiceClient(directory.channel)
      func department(_ name: String, under parentid: UInt32) async throws -> UInt32 {
        try await departments.createDepartment(
          .init(department: .init(name: name, parentid: parentid))
        ).id
      }
      let east = try await department("华东", under: 1)
      let store = try await department("一店", under: east)
      let west = try await department("西南", under: 1)
      for (userid, id) in [("Boss", 1), ("Lead", east), ("Guide", store), ("Other", west)] {
        _ = try await members.createMember(
          .init(member: .sample(userid, departmentIDs: [UInt32(id)])))
      }
      _ = try await customers.importAll([
        [
          .sample("boss", "wm1"), .sample("lead", "wm2"), .sample("guide", "wm3"),
          .sample("other", "wm4"), .sample("stranger", "wm5"),
        ]
      ])
      func who(_ userids: [String], _ departments: [UInt32]) async throws -> [String] {
        try await customers.messages(of: .init(userids: userids, departmentIDs: departments))
          .flatMap(\.recipients).map(\.externalUserid)
      }
      #expect(try await who([], [east]) == ["wm2", "wm3"])
      #expect(try await who([], [1]) == ["wm1", "wm2", "wm3", "wm4"])
      #expect(try await who(["stranger"], [store, west]) == ["wm3", "wm4", "wm5"])
      let empty = try await department("空店", under: west)
      #expect(try await who([], [empty]) == [])
      await expectFailure(
        .notFound, "DEPARTMENT_NOT_FOUND", field: "audience.department_ids", errcode: 60003
      ) { try await who([], [store, 999]) }
    }
  }
}
