import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Auto-tag rules", .timeLimit(.minutes(5)))
struct AutoTagTests {
  @Test("Who is added gets the tags of the rules that speak of how, in the same change")
  func added() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("海报", "一店", "手机", "任何")
      let way = try await customers.way(["a"]) { $0.state = "一店" }
      let byWay = try await customers.rule(
        "活码", on: .relationAdded(.init(configIDs: [way.configID], addWays: [.qrCode])),
        add: [tags[0]])
      try await customers.rule("渠道", on: .relationAdded(.init(states: ["一店"])), add: [tags[1]])
      try await customers.rule(
        "搜手机", on: .relationAdded(.init(addWays: [.mobile], states: [""])), add: [tags[2]])
      try await customers.rule(
        "停用", on: .relationAdded(.init()), add: [tags[3]]
      ) { $0.enabled = false }

      let reply = try await customers.scan(way, "wm1")
      let relation = try #require(reply.relation?.relation)
      #expect(relation.tagIDs == [tags[0], tags[1]])
      #expect(try await customers.relation("a", "wm1") == relation)
      let changes = try await customers.firstChanges(16).suffix(6).map(\.event)
      #expect(
        changes.map { $0?.kind } == [
          "added", "updated", "auto-tag rule applied", "updated", "auto-tag rule applied",
          "added by way",
        ])
      #expect(
        changes[2]
          == .autoTagRuleApplied(
            .init(
              ruleID: byWay.ruleID, ruleName: "活码", userid: "a", externalUserid: "wm1",
              outcome: .changed, givenTags: [tags[0]],
              applyTime: customers.service.clock.now.timestamp)))
      let tagged = CustomersV1.Audience(
        tagFilter: .init(groupList: [.init(tagList: [tags[0]]), .init(tagList: [tags[1]])]))
      #expect(try await customers.recipients(of: tagged) == ["wm1>a"])
      #expect(try await customers.tags.getTag(.init(tagID: tags[1])).relationCount == 1)
      #expect(try await customers.effects(on: "A", "wm1") == ["活码: changed", "渠道: changed"])

      // The same state by hand is not that way, and an import sets off nothing.
      _ = try await customers.relations.addRelation(
        .init(
          customer: .init(externalUserid: "wm2"), relation: .init(userid: "a", state: "一店")))
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [tags[1]])
      var imported = CustomersV1.CustomerRelation.sample("a", "wm3")
      imported.relation?.addWay = .mobile
      _ = try await customers.importAll([[imported]])
      #expect(try await customers.relation("a", "wm3")?.tagIDs == [])
      #expect(
        try await customers.autoTags.getAutoTagRule(.init(ruleID: byWay.ruleID)).appliedCount == 1)
    }
  }

  @Test("A rule comes to a relation once: not again after its tag was taken or he comes again")
  func once() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("新客")
      let rule = try await customers.rule("新客", on: .added, add: tags)
      try await customers.add("a", "wm1", status: .half)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == tags)
      _ = try await customers.tags.markTags(
        .init(userid: "a", externalUserid: "wm1", removeTags: tags))
      try await customers.add("a", "wm1", status: .mutual)
      for side in [CustomersV1.RemovedBy.customer, .member] {
        try await customers.remove("a", "wm1", by: side)
        try await customers.add("a", "wm1")
        #expect(try await customers.relation("a", "wm1")?.tagIDs == [])
      }
      try await customers.add("b", "wm1", tags: tags)
      #expect(try await customers.effects(on: "b", "wm1") == ["新客: unchanged"])
      let effects = try await customers.effects(of: rule)
      #expect(effects.map(\.userid) == ["a", "b"])
      #expect(effects.map(\.givenTags) == [[], []])
    }
  }

  @Test("Rules are followed in their order, so that the later of two that disagree prevails")
  func order() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("甲", "乙")
      let gives = try await customers.rule("给", on: .added, add: tags) { $0.order = 1 }
      let takes = try await customers.rule("取", on: .added, remove: [tags[0]]) { $0.order = 2 }
      try await customers.add("a", "wm1")
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[1]])
      _ = try await customers.autoTags.updateAutoTagRule(
        .init(rule: .init(ruleID: gives.ruleID, order: 3)))
      try await customers.add("a", "wm2")
      #expect(try await customers.relation("a", "wm2")?.tagIDs == tags)
      // What the later rule gave again or took, the earlier one has no say in any more.
      #expect(try await customers.effects(of: gives).map(\.givenTags) == [[tags[1]], tags])
      #expect(try await customers.effects(of: takes).map(\.takenTags) == [[tags[0]], []])
    }
  }

  @Test("Interactions set a rule off when its counters reach the number within its days")
  func interactions() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("三天三条", "两天三条", "到店", "什么都算")
      try await customers.add("a", "wm1")
      try await customers.add("b", "wm1")
      let asked = CustomersV1.InteractionsTrigger(
        counters: [.customerMessages], days: 3, atLeast: 3)
      try await customers.rule("三天", on: .interactions(asked), add: [tags[0]])
      try await customers.rule(
        "两天", on: .interactions(.init(counters: [.customerMessages], days: 2, atLeast: 3)),
        add: [tags[1]])
      try await customers.rule(
        "到店", on: .interactions(.init(counters: [.visits, .reads], days: 180, atLeast: 1)),
        add: [tags[2]])
      try await customers.rule(
        "都算", on: .interactions(.init(days: 1, atLeast: 4)), add: [tags[3]])

      let first = customers.today(hour: 7)
      try await customers.record(
        .sample("a", "wm1", .fromCustomer, at: first), .sample("a", "wm1", .fromMember, at: first),
        .sample("a", "wm1", .fromCustomer, at: first + 1),
        .sample("b", "wm1", .fromCustomer, at: first))
      _ = try await customers.context("a", "wm1") { $0.customerMessageCount == 2 }
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [])

      customers.service.clock.advance(seconds: 2 * 86_400)
      let third = customers.today(hour: 7)
      // Told twice it is one.
      for _ in 0..<2 {
        try await customers.record(.sample("a", "wm1", .fromCustomer, at: third))
      }
      _ = try await customers.context("a", "wm1") { $0.customerMessageCount == 3 }
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[0]])
      #expect(try await customers.relation("a", "wm1")?.lastChatTime == .init(seconds: third))

      try await customers.record(
        .sample("a", "wm1", .fromMember, kind: .visit, at: third),
        .sample("a", "wm1", .fromMember, at: third + 1),
        .sample("a", "wm1", .fromMember, at: third + 2))
      _ = try await customers.context("a", "wm1") { $0.memberMessageCount == 3 }
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[0], tags[2], tags[3]])
      #expect(
        try await customers.effects(on: "a", "wm1")
          == ["三天: changed", "到店: changed", "都算: changed"])
      #expect(try await customers.relation("b", "wm1")?.tagIDs == [])
      let applied = try await customers.firstChanges(21).filter { $0.event?.kind == "updated" }
      #expect(applied.map(\.origin) == [.job, .job, .job])
    }
  }

  @Test(
    "What a caller tells comes to one relation or to all live ones, and what is wrong is listed")
  func events() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("群友", "买过")
      for member in ["a", "b", "c"] { try await customers.add(member, "wm1") }
      try await customers.remove("c", "wm1", by: .customer)
      try await customers.rule(
        "入群", on: .event(.init(kind: .groupJoined, keys: ["wr1", "wr2"])), add: [tags[0]])
      try await customers.rule("转化", on: .event(.init(kind: .converted)), add: [tags[1]])
      #expect(try await customers.join("wm1", to: "wr9") == .init(recordedCount: 1))
      #expect(
        try await customers.join("wm1", to: "wr2") == .init(recordedCount: 1, appliedCount: 2))
      #expect(try await customers.join("wm1", to: "wr1").appliedCount == 0)
      #expect(try await customers.join("wm1", of: "B", .converted).appliedCount == 1)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [tags[0]])
      #expect(try await customers.relation("b", "wm1")?.tagIDs == tags)
      #expect(try await customers.relation("c", "wm1")?.tagIDs == [])

      let outcome = try await customers.autoTags.recordAutoTagEvents(
        .init(events: [
          .init(externalUserid: "wm1", kind: .converted),
          .init(externalUserid: "wm9", kind: .converted),
          .init(externalUserid: "wm1", userid: "z", kind: .converted),
          .init(externalUserid: "wm1"), .init(kind: .converted),
          .init(externalUserid: "wm1", kind: .converted, key: .init(repeating: "k", count: 65)),
        ]))
      #expect(outcome.recordedCount == 1 && outcome.appliedCount == 1)
      #expect(outcome.failures.map(\.key) == ["1", "2", "3", "4", "5"])
      #expect(
        outcome.failures.map(\.reason)
          == ["CUSTOMER_NOT_FOUND", "NOT_RELATED", "UNKNOWN_VALUE", "REQUIRED", "TOO_LONG"])
      #expect(outcome.failures.map(\.errcode) == [40096, 84061, 40058, 41035, 40058])
      await expectFailure(.invalidArgument, "REQUIRED", field: "events") {
        try await customers.autoTags.recordAutoTagEvents(.init())
      }
      await expectFailure(.invalidArgument, "TOO_LONG", field: "events") {
        try await customers.autoTags.recordAutoTagEvents(
          .init(events: .init(repeating: .init(), count: 1001)))
      }
    }
  }

  @Test("A rule with a range comes to the relations of its members and of its departments alone")
  func range() async throws {
    try await withCustomersAndDirectory { customers, directory in
      let departments = DirectoryV1.DepartmentServiceClient(directory.channel)
      let members = DirectoryV1.MemberServiceClient(directory.channel)
      let east = try await departments.createDepartment(
        .init(department: .init(name: "华东", parentid: 1))
      ).id
      let store = try await departments.createDepartment(
        .init(department: .init(name: "一店", parentid: east))
      ).id
      _ = try await members.createMember(.init(member: .sample("Lead", departmentIDs: [store])))
      let tags = try await customers.tagIDs("华东", "点名")
      try await customers.rule("华东", on: .added, add: [tags[0]]) {
        $0.range = .init(departmentIDs: [east, 999])
      }
      try await customers.rule("点名", on: .added, add: [tags[1]]) {
        $0.range = .init(userids: ["LEAD", "z"])
      }
      // What directory told has come once the rule comes to somebody new.
      var number = 0
      while try await customers.add("Lead", "new\(number)").relation?.tagIDs != tags {
        number += 1
        await Task.yield()
      }
      for member in ["Lead", "z", "a"] { try await customers.add(member, "wm1") }
      #expect(try await customers.relation("Lead", "wm1")?.tagIDs == tags)
      #expect(try await customers.relation("z", "wm1")?.tagIDs == [tags[1]])
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [])
    }
  }

  @Test("A rule that cannot be followed refuses nothing, and says why")
  func failed() async throws {
    try await withCustomers(policies: policies(["relation_tags_max": 1])) { customers in
      let tags = try await customers.tagIDs("一", "二", "三")
      let many = try await customers.rule("太多", on: .added, add: [tags[0], tags[1]])
      let gone = try await customers.rule("没了", on: .added, add: [tags[2]])
      _ = try await customers.tags.deleteTag(.init(tagID: tags[2]))
      let added = try await customers.add("a", "wm1")
      #expect(added.relation?.tagIDs == [])
      #expect(try await customers.effects(on: "a", "wm1") == ["太多: failed", "没了: unchanged"])
      let effect = try #require(try await customers.effects(of: many).first)
      #expect(effect.reason == "TOO_MANY_TAGS_ON_RELATION")
      #expect(try await customers.effects(of: gone).first?.reason == "")
      let changes = try await customers.firstChanges(9)
      #expect(changes.last?.event == .autoTagRuleApplied(effect))
    }
  }
}
