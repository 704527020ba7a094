import Fixtures
import Messages
import RPC
import Testing

@Suite("An audience's conditions", .timeLimit(.minutes(5)))
struct AudienceConditionTests {
  private typealias Condition = CustomersV1.AudienceCondition.Condition

  private func audience(
    allOf: [[Condition]] = [], noneOf: [Condition] = [], externalUserids: [String] = []
  ) -> CustomersV1.Audience {
    .init(
      externalUserids: externalUserids,
      allOf: allOf.map { .init(anyOf: $0.map { .init(condition: $0) }) },
      noneOf: noneOf.map { .init(condition: $0) })
  }

  private static func relation(
    _ userid: String, _ customer: String, _ addWay: CustomersV1.AddWay = .unspecified,
    state: String = "", tags: [String] = [], created: Int64? = nil, chatted: Int64? = nil
  ) -> CustomersV1.CustomerRelation {
    var sample = CustomersV1.CustomerRelation.sample(
      userid, customer, tags: tags, created: created, chatted: chatted)
    sample.relation?.addWay = addWay
    sample.relation?.state = state
    return sample
  }

  @Test("Each kind of condition finds the relations that meet it, at both ends of a window")
  func kinds() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "银卡")
      _ = try await customers.importAll([
        [
          Self.relation("a", "wm1", .qrCode, state: "一店", tags: [tags[0]], created: 100),
          Self.relation("b", "wm2", .mobile, created: 200, chatted: 500),
          Self.relation("a", "wm3", .init(rawValue: 999), created: 300, chatted: 600),
        ]
      ])
      func who(_ conditions: Condition...) async throws -> [String] {
        try await customers.messages(of: audience(allOf: [conditions]))
          .flatMap(\.recipients).map(\.externalUserid)
      }
      #expect(try await who(.tags(.init(tagIDs: tags))) == ["wm1"])
      #expect(try await who(.members(.init(userids: ["B", "unknown"]))) == ["wm2"])
      #expect(
        try await who(.customers(.init(externalUserids: ["wm3", "wm9", "wm1"]))) == ["wm1", "wm3"])
      #expect(
        try await who(.addWays(.init(addWays: [.mobile, .init(rawValue: 999)]))) == ["wm2", "wm3"])
      #expect(try await who(.states(.init(states: ["一店"]))) == ["wm1"])
      #expect(try await who(.states(.init(states: [""]))) == ["wm2", "wm3"])
      #expect(
        try await who(
          .addTime(.init(startTime: .init(seconds: 100), endTime: .init(seconds: 300))))
          == ["wm1", "wm2"])
      #expect(try await who(.addTime(.init(endTime: .init(seconds: 100)))) == [])
      #expect(try await who(.lastChatTime(.init(endTime: .init(seconds: 600)))) == ["wm2"])
      #expect(try await who(.lastChatTime(.init(startTime: .init(seconds: 600)))) == ["wm3"])
      #expect(
        try await who(
          .tags(.init(tagIDs: tags)), .lastChatTime(.init(endTime: .init(seconds: 600))))
          == ["wm1", "wm2"])
    }
  }

  @Test("A clause is OR, clauses are AND on one relation, an exclusion takes the whole customer")
  func logic() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("金卡", "退订")
      _ = try await customers.importAll([
        [
          Self.relation("a", "wm1", .qrCode, tags: [tags[0]]),
          // What two members know of him does not add up.
          Self.relation("a", "wm2", tags: [tags[0]]), Self.relation("b", "wm2", .qrCode),
          // He told another member that he wants nothing.
          Self.relation("a", "wm3", .qrCode, tags: [tags[0]]),
          Self.relation("b", "wm3", tags: [tags[1]]),
          // So did he, to one who removed him since.
          Self.relation("a", "wm4", .qrCode, tags: [tags[0]]),
          Self.relation("b", "wm4", tags: [tags[1]]),
        ]
      ])
      try await customers.remove("b", "wm4", by: .member)
      let asked = audience(
        allOf: [[.tags(.init(tagIDs: [tags[0]]))], [.addWays(.init(addWays: [.qrCode]))]],
        noneOf: [.tags(.init(tagIDs: [tags[1]])), .members(.init(userids: ["nobody"]))])
      #expect(try await customers.recipients(of: asked) == ["wm1>a", "wm4>a"])
      let preview = try await customers.audiences.previewAudience(
        .init(audience: asked, sampleSize: 1))
      #expect(preview.customerCount == 2)
      #expect(preview.noneOfCount == 1)
      #expect(preview.sample.map(\.text) == ["wm1>a"])
    }
  }

  @Test("A preview tells of each who is named and left out the first reason that holds")
  func reasons() async throws {
    try await withCustomers { customers in
      _ = try await customers.importAll([
        [
          Self.relation("a", "wm1", .qrCode), Self.relation("a", "wm2", .mobile),
          Self.relation("a", "wm3", .qrCode, state: "黑名单"), Self.relation("a", "wm4", .qrCode),
        ]
      ])
      try await customers.remove("a", "wm4", by: .customer)
      let preview = try await customers.audiences.previewAudience(
        .init(
          audience: audience(
            allOf: [[.addWays(.init(addWays: [.qrCode]))]],
            noneOf: [.states(.init(states: ["黑名单"]))],
            externalUserids: ["wm5", "wm4", "wm3", "wm2", "wm1"])))
      #expect(preview.customerCount == 1)
      #expect(
        preview.excluded == [
          .init(externalUserid: "wm5", reason: .unknown),
          .init(externalUserid: "wm4", reason: .notRelated),
          .init(externalUserid: "wm3", reason: .noneOf),
          .init(externalUserid: "wm2", reason: .conditions),
        ])
    }
  }

  @Test("What is wrong with a condition is told by its path")
  func refusals() async throws {
    try await withCustomers { customers in
      func refused(
        _ reason: String, _ field: String, _ audience: CustomersV1.Audience,
        code: StatusCode = .invalidArgument, sourceLocation: SourceLocation = #_sourceLocation
      ) async {
        await expectFailure(code, reason, field: field, sourceLocation: sourceLocation) {
          try await customers.audiences.previewAudience(.init(audience: audience))
        }
      }
      let fine = Condition.addWays(.init(addWays: [.qrCode]))
      let second = "audience.all_of[1].any_of[1]"
      func bad(_ condition: Condition) -> CustomersV1.Audience {
        audience(allOf: [[fine], [fine, condition]])
      }
      await refused("REQUIRED", "audience.all_of[0].any_of", audience(allOf: [[]]))
      await refused("REQUIRED", "audience.none_of[0]", .init(noneOf: [.init()]))
      await refused("REQUIRED", "\(second).tags.tag_ids", bad(.tags(.init())))
      await refused(
        "TAG_NOT_FOUND", "\(second).tags.tag_ids", bad(.tags(.init(tagIDs: ["etUnknown"]))),
        code: .notFound)
      await refused("REQUIRED", "\(second).members", bad(.members(.init())))
      await refused(
        "BAD_USERID", "\(second).members.userids", bad(.members(.init(userids: ["a b"]))))
      await refused(
        "REQUIRED", "\(second).customers.external_userids", bad(.customers(.init())))
      await refused("REQUIRED", "\(second).add_ways.add_ways", bad(.addWays(.init())))
      await refused(
        "TOO_LONG", "\(second).add_ways.add_ways",
        bad(.addWays(.init(addWays: .init(repeating: .mobile, count: 101)))))
      await refused("REQUIRED", "\(second).states.states", bad(.states(.init())))
      await refused(
        "TOO_LONG", "\(second).states.states",
        bad(.states(.init(states: [.init(repeating: "店", count: 31)]))))
      await refused("REQUIRED", "\(second).add_time", bad(.addTime(.init())))
      await refused(
        "BAD_TIMESTAMP", "\(second).add_time.start_time",
        bad(.addTime(.init(startTime: .init(nanos: -1)))))
      await refused(
        "NOT_AFTER_START", "\(second).last_chat_time.end_time",
        bad(.lastChatTime(.init(startTime: .init(seconds: 5), endTime: .init(seconds: 5)))))
      await refused(
        "TOO_LONG", "audience.all_of", audience(allOf: .init(repeating: [fine], count: 51)))
      await refused(
        "TOO_LONG", "audience.all_of[0].any_of",
        audience(allOf: [.init(repeating: fine, count: 51)]))
      await refused(
        "TOO_LONG", "audience.none_of", audience(noneOf: .init(repeating: fine, count: 51)))
      let largest = audience(
        allOf: .init(repeating: .init(repeating: fine, count: 50), count: 50),
        noneOf: .init(repeating: fine, count: 50))
      let last = try await customers.messages(of: largest).last
      #expect(last?.finished == true)
      await expectFailure(.invalidArgument, "NEGATIVE", field: "sample_size") {
        try await customers.audiences.previewAudience(.init(sampleSize: -1))
      }
    }
  }

  @Test("Departments in a condition are asked of directory, and named by its path when unknown")
  func departments() async throws {
    try await withCustomersAndDirectory { customers, directory in
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      let members = DirectoryV1.MemberServiceClient(directory.channel)
      let east = try await departments.createDepartment(
        .init(department: .init(name: "华东", parentid: 1))
      ).id
      _ = try await members.createMember(.init(member: .sample("Lead", departmentIDs: [east])))
      _ = try await customers.importAll([[.sample("lead", "wm1"), .sample("other", "wm2")]])
      let inEast = Condition.members(.init(departmentIDs: [east]))
      #expect(try await customers.recipients(of: audience(allOf: [[inEast]])) == ["wm1>lead"])
      #expect(try await customers.recipients(of: audience(noneOf: [inEast])) == ["wm2>other"])
      await expectFailure(
        .notFound, "DEPARTMENT_NOT_FOUND", field: "audience.none_of[1].members.department_ids",
        errcode: 60003
      ) {
        try await customers.messages(
          of: audience(noneOf: [inEast, .members(.init(departmentIDs: [999]))]))
      }
    }
  }
}
