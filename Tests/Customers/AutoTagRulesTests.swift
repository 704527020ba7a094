import Fixtures
import Messages
import RPC
import ServiceKit
import Testing

@Suite("Keeping auto-tag rules", .timeLimit(.minutes(5)))
struct AutoTagRulesTests {
  private typealias Rule = CustomersV1.AutoTagRule

  @Test("A rule is made, changed, listed in its order and deleted, each told to the feed")
  func life() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("一", "二")
      let request = CustomersV1.CreateAutoTagRuleRequest(
        rule: .init(
          ruleID: "ignored", name: "新客", order: 5,
          trigger: .init(trigger: .interactions(.init(counters: [.calls], days: 7, atLeast: 2))),
          range: .init(userids: ["a"]), addTags: [tags[0]], appliedCount: 9),
        requestID: "r-1")
      let made = try await customers.autoTags.createAutoTagRule(request)
      #expect(made.ruleID.hasPrefix("ar") && made.ruleID.count == 32)
      #expect(made.order == 5 && !made.enabled && made.appliedCount == 0)
      #expect(made.trigger == request.rule?.trigger && made.range == request.rule?.range)
      #expect(try await customers.autoTags.createAutoTagRule(request) == made)
      #expect(try await customers.autoTags.getAutoTagRule(.init(ruleID: made.ruleID)) == made)

      customers.service.clock.advance(seconds: 60)
      let changed = try await customers.autoTags.updateAutoTagRule(
        .init(
          rule: .init(ruleID: made.ruleID, enabled: true, trigger: .init(trigger: .added)),
          updateMask: .init(paths: ["enabled", "trigger", "range"])))
      #expect(changed.enabled && changed.range == nil && changed.name == "新客")
      #expect(changed.updateTime != made.updateTime && changed.createTime == made.createTime)
      let same = try await customers.autoTags.updateAutoTagRule(
        .init(rule: .init(ruleID: made.ruleID, name: "新客", enabled: true)))
      #expect(same == changed)
      try await customers.add("z", "wm1")
      #expect(try await customers.relation("z", "wm1")?.tagIDs == [tags[0]])

      let second = try await customers.rule("第二", on: .added, remove: [tags[1]]) { $0.order = 1 }
      let third = try await customers.rule("第三", on: .added, add: [tags[1]]) { $0.order = 5 }
      var listed: [String] = []
      var page = CustomersV1.ListAutoTagRulesRequest(pageSize: 2)
      repeat {
        let answer = try await customers.autoTags.listAutoTagRules(page)
        listed += answer.rules.map(\.ruleID)
        page.pageToken = answer.nextPageToken
      } while !page.pageToken.isEmpty
      #expect(listed == [second, changed, third].map(\.ruleID))

      let last = try await customers.autoTags.getAutoTagRule(.init(ruleID: made.ruleID))
      _ = try await customers.autoTags.deleteAutoTagRule(
        .init(ruleID: made.ruleID, requestID: "r-2"))
      _ = try await customers.autoTags.deleteAutoTagRule(
        .init(ruleID: made.ruleID, requestID: "r-2"))
      await expectFailure(.notFound, "AUTO_TAG_RULE_NOT_FOUND", field: "rule_id") {
        try await customers.autoTags.getAutoTagRule(.init(ruleID: made.ruleID))
      }
      #expect(try await customers.relation("z", "wm1")?.tagIDs == [tags[0]])
      #expect(try await customers.effects(on: "z", "wm1") == [])
      try await customers.rule("新客", on: .added, add: [tags[0]])
      let changes = try await customers.firstChanges(12).map(\.event)
      #expect(changes[3] == .autoTagRuleCreated(made))
      #expect(changes[4] == .autoTagRuleUpdated(changed))
      #expect(changes[10] == .autoTagRuleDeleted(last))
    }
  }

  @Test("What is wrong with a rule is told by its field")
  func refusals() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("一", "二")
      func refused(
        _ reason: String, _ field: String, errcode: Int? = nil,
        code: StatusCode = .invalidArgument,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ change: (inout Rule) -> Void
      ) async {
        let field = "rule.\(field)"
        await expectFailure(
          code, reason, field: field, errcode: errcode, sourceLocation: sourceLocation
        ) {
          try await customers.rule("好", on: .added, add: [tags[0]], change)
        }
      }
      await refused("REQUIRED", "name") { $0.name = "" }
      await refused("TOO_LONG", "name") { $0.name = .init(repeating: "名", count: 31) }
      await refused("REQUIRED", "trigger", errcode: 40058) { $0.trigger = nil }
      await refused("REQUIRED", "trigger", errcode: 40058) { $0.trigger = .init() }
      await refused("REQUIRED", "add_tags", errcode: 40058) { $0.addTags = [] }
      await refused("TOO_LONG", "add_tags", errcode: 41111) {
        $0.addTags = (0..<51).map { "et\($0)" }
      }
      await refused("TOO_LONG", "remove_tags", errcode: 41111) {
        $0.removeTags = (0..<51).map { "et\($0)" }
      }
      await refused("TAG_IN_BOTH", "remove_tags", errcode: 40058) { $0.removeTags = [tags[0]] }
      await refused("TAG_NOT_FOUND", "add_tags", errcode: 40068, code: .notFound) {
        $0.addTags = ["etUnknown"]
      }
      await refused("TAG_NOT_FOUND", "remove_tags", errcode: 40068, code: .notFound) {
        $0.removeTags = ["etUnknown"]
      }
      await refused("BAD_USERID", "range.userids", errcode: 40003) {
        $0.range = .init(userids: ["a b"])
      }
      await refused("TOO_LONG", "range.userids", errcode: 40058) {
        $0.range = .init(userids: .init(repeating: "a", count: 1001))
      }
      await refused("TOO_LONG", "range.department_ids", errcode: 40058) {
        $0.range = .init(departmentIDs: .init(repeating: 1, count: 101))
      }
      func added(_ trigger: CustomersV1.RelationAddedTrigger) -> CustomersV1.AutoTagTrigger {
        .init(trigger: .relationAdded(trigger))
      }
      let ids = "trigger.relation_added.config_ids"
      await refused("CONTACT_WAY_NOT_FOUND", ids, errcode: 41044, code: .notFound) {
        $0.trigger = added(.init(configIDs: ["unknown"]))
      }
      await refused("TOO_LONG", ids, errcode: 40058) {
        $0.trigger = added(.init(configIDs: .init(repeating: "c", count: 101)))
      }
      await refused("TOO_LONG", "trigger.relation_added.states", errcode: 40058) {
        $0.trigger = added(.init(states: [.init(repeating: "店", count: 31)]))
      }
      await refused("TOO_LONG", "trigger.relation_added.add_ways", errcode: 40058) {
        $0.trigger = added(.init(addWays: .init(repeating: .mobile, count: 101)))
      }
      func counted(_ trigger: CustomersV1.InteractionsTrigger) -> CustomersV1.AutoTagTrigger {
        .init(trigger: .interactions(trigger))
      }
      let interactions = "trigger.interactions"
      for days: Int32 in [0, 181, -1] {
        await refused("OUT_OF_RANGE", "\(interactions).days", errcode: 40058) {
          $0.trigger = counted(.init(days: days, atLeast: 1))
        }
      }
      await refused("OUT_OF_RANGE", "\(interactions).at_least", errcode: 40058) {
        $0.trigger = counted(.init(days: 180))
      }
      await refused("UNKNOWN_VALUE", "\(interactions).counters", errcode: 40058) {
        $0.trigger = counted(.init(counters: [.unspecified], days: 1, atLeast: 1))
      }
      await refused("REPEATED", "\(interactions).counters", errcode: 40058) {
        $0.trigger = counted(.init(counters: [.calls, .calls], days: 1, atLeast: 1))
      }
      await refused("UNKNOWN_VALUE", "trigger.event.kind", errcode: 40058) {
        $0.trigger = .init(trigger: .event(.init()))
      }
      await refused("REQUIRED", "trigger.event.keys", errcode: 40058) {
        $0.trigger = .init(trigger: .event(.init(kind: .converted, keys: [""])))
      }
      try await customers.rule("好", on: .added, add: [tags[0]])
      await refused("AUTO_TAG_RULE_NAME_TAKEN", "name", code: .alreadyExists) { _ in }
    }
  }

  @Test("Other calls name what is wrong too, and there are so many rules and no more")
  func otherRefusals() async throws {
    try await withCustomers(policies: policies(["auto_tag_rules_max": 2])) { customers in
      let tags = try await customers.tagIDs("一")
      let rules = customers.autoTags
      let rule = try await customers.rule("一", on: .added, add: tags)
      try await customers.rule("二", on: .added, add: tags)
      await expectFailure(.resourceExhausted, "TOO_MANY_AUTO_TAG_RULES") {
        try await customers.rule("三", on: .added, add: tags)
      }
      await expectFailure(.alreadyExists, "AUTO_TAG_RULE_NAME_TAKEN", field: "rule.name") {
        try await rules.updateAutoTagRule(.init(rule: .init(ruleID: rule.ruleID, name: "二")))
      }
      await expectFailure(
        .invalidArgument, "NOTHING_TO_CHANGE", field: "update_mask", errcode: 40058
      ) { try await rules.updateAutoTagRule(.init(rule: .init(ruleID: rule.ruleID))) }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await rules.updateAutoTagRule(
          .init(rule: .init(ruleID: rule.ruleID), updateMask: .init(paths: ["create_time"])))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "rule.trigger") {
        try await rules.updateAutoTagRule(
          .init(rule: .init(ruleID: rule.ruleID), updateMask: .init(paths: ["trigger"])))
      }
      await expectFailure(.notFound, "AUTO_TAG_RULE_NOT_FOUND", field: "rule.rule_id") {
        try await rules.updateAutoTagRule(.init(rule: .init(ruleID: "arUnknown", name: "x")))
      }
      await expectFailure(.notFound, "AUTO_TAG_RULE_NOT_FOUND", field: "rule_id") {
        try await rules.deleteAutoTagRule(.init(ruleID: "arUnknown"))
      }
      await expectFailure(.notFound, "AUTO_TAG_RULE_NOT_FOUND", field: "rule_id") {
        try await rules.undoAutoTagRule(.init(ruleID: "arUnknown"))
      }
      await expectFailure(.notFound, "AUTO_TAG_RULE_NOT_FOUND", field: "rule_id") {
        try await rules.previewAutoTagRule(.init(ruleID: "arUnknown"))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "rule_id") {
        try await rules.previewAutoTagRule(.init())
      }
      await expectFailure(.invalidArgument, "CONTRADICTION", field: "rule", errcode: 40058) {
        try await rules.previewAutoTagRule(.init(ruleID: rule.ruleID, rule: rule))
      }
      await expectFailure(.invalidArgument, "NEGATIVE", field: "sample_size") {
        try await rules.previewAutoTagRule(.init(ruleID: rule.ruleID, sampleSize: -1))
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "rule_id", errcode: 40058) {
        try await rules.listAutoTagEffects(.init())
      }
      await expectFailure(.invalidArgument, "REQUIRED", field: "external_userid", errcode: 41035) {
        try await rules.listAutoTagEffects(.init(userid: "a"))
      }
      await expectFailure(.notFound, "NOT_RELATED", errcode: 84061) {
        try await rules.listAutoTagEffects(.init(userid: "a", externalUserid: "wm1"))
      }
      await expectFailure(.invalidArgument, "NEGATIVE", field: "page_size") {
        try await rules.listAutoTagRules(.init(pageSize: -1))
      }
      await expectFailure(.notFound, "AUTO_TAG_RULE_NOT_FOUND", field: "rule_id") {
        try await rules.getAutoTagRule(.init(ruleID: rule.ruleID), options: otherCorp)
      }
    }
  }

  @Test("A dry run counts by tag what a rule would do to the relations there are, and does nothing")
  func dryRun() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("一", "二", "三")
      let way = try await customers.way(["a"])
      for id in ["wm1", "wm2"] { try await customers.scan(way, id) }
      try await customers.add("b", "wm1", tags: [tags[0], tags[2]])
      try await customers.add("b", "wm3", tags: [tags[0]])
      try await customers.add("c", "wm3")
      try await customers.remove("c", "wm3", by: .customer)
      func preview(
        _ trigger: CustomersV1.AutoTagTrigger.Trigger, range: CustomersV1.AutoTagRange? = nil
      ) async throws -> CustomersV1.PreviewTagJobResponse {
        try await customers.autoTags.previewAutoTagRule(
          .init(
            rule: .init(
              trigger: .init(trigger: trigger), range: range, addTags: [tags[0], tags[1]],
              removeTags: [tags[2]]), sampleSize: 1))
      }
      let all = try await preview(.added)
      #expect([all.relationCount, all.changedCount, all.unchangedCount] == [4, 4, 0])
      #expect(
        all.tags
          == [
            .init(tagID: tags[0], givenCount: 2), .init(tagID: tags[1], givenCount: 4),
            .init(tagID: tags[2], takenCount: 1),
          ].sorted { $0.tagID < $1.tagID })
      #expect(all.sample == [.init(userid: "a", externalUserid: "wm1")])
      let ofWay = try await preview(.relationAdded(.init(configIDs: [way.configID])))
      #expect(ofWay.relationCount == 2 && ofWay.sample.map(\.externalUserid) == ["wm1"])
      #expect(try await preview(.relationAdded(.init(addWays: [.mobile]))).relationCount == 0)
      #expect(try await preview(.relationAdded(.init(states: [""]))).relationCount == 4)
      #expect(try await preview(.added, range: .init(userids: ["b"])).relationCount == 2)
      let joining = try await preview(.event(.init(kind: .groupJoined, keys: ["wr1"])))
      #expect(joining.relationCount == 4)

      let morning = customers.today(hour: 7)
      try await customers.record(
        .sample("b", "wm3", .fromCustomer, at: morning),
        .sample("b", "wm3", .fromCustomer, at: morning + 1),
        .sample("a", "wm1", .fromCustomer, at: morning))
      _ = try await customers.context("b", "wm3") { $0.customerMessageCount == 2 }
      let chatting = try await preview(
        .interactions(.init(counters: [.customerMessages], days: 1, atLeast: 2)))
      #expect(chatting.relationCount == 1 && chatting.sample.map(\.externalUserid) == ["wm3"])
      #expect(try await customers.relation("b", "wm3")?.tagIDs == [tags[0]])

      let kept = try await customers.rule("留", on: .added, add: [tags[1]])
      _ = try await customers.tags.deleteTag(.init(tagID: tags[1]))
      let empty = try await customers.autoTags.previewAutoTagRule(.init(ruleID: kept.ruleID))
      #expect(empty.relationCount == 4 && empty.unchangedCount == 4 && empty.tags == [])
    }
  }
}
