@testable import Broadcasts
import Directory
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("WelcomeRuleService", .timeLimit(.minutes(5)))
struct WelcomeRuleTests {
  @Test("The nearest rule holds: contact way, channel, member, department, corp")
  func nearest() async throws {
    try await withChain { chain in
      let departments = DirectoryV1.DepartmentServiceClient(chain.peer("directory").channel)
      let members = DirectoryV1.MemberServiceClient(chain.peer("directory").channel)
      let region = try await departments.createDepartment(
        .init(department: .init(name: "华东", parentid: 1)))
      let store = try await departments.createDepartment(
        .init(department: .init(name: "人民广场店", parentid: region.id)))
      for userid in ["Eve", "fay"] {
        _ = try await members.createMember(
          .init(member: .sample(userid, departmentIDs: [store.id])))
      }
      let lookup = BroadcastsV1.LookupWelcomeRuleRequest(
        configID: "way1", state: "海报", userid: "eve")
      await expectFailure(.notFound, "NO_WELCOME_RULE") {
        try await chain.welcomeRules.lookupWelcomeRule(lookup)
      }
      func holds() async throws -> (BroadcastsV1.WelcomeReach, String) {
        let held = try await chain.welcomeRules.lookupWelcomeRule(lookup)
        return (held.reach, held.welcomeRule?.content?.text ?? "")
      }
      try await chain.rule(.init(isCorp: true), says: "corp")
      #expect(try await holds() == (.corp, "corp"))
      try await chain.rule(.init(departmentIDs: [region.id]), says: "region")
      // What directory tells comes when it comes.
      while try await holds().0 == .corp { await Task.yield() }
      #expect(try await holds() == (.department, "region"))
      let ofStore = try await chain.rule(.init(departmentIDs: [store.id]), says: "store")
      #expect(try await holds() == (.department, "store"))
      try await chain.rule(.init(userids: ["EVE"]), says: "eve")
      #expect(try await holds() == (.userid, "eve"))
      try await chain.rule(.init(states: ["海报"]), says: "poster")
      #expect(try await holds() == (.state, "poster"))
      try await chain.rule(.init(configIDs: ["way1"]), says: "way")
      #expect(try await holds() == (.configID, "way"))
      let ofFay = try await chain.welcomeRules.lookupWelcomeRule(.init(userid: "fay"))
      #expect(ofFay.welcomeRule == ofStore)
      let ofAnn = try await chain.welcomeRules.lookupWelcomeRule(.init(userid: "ann"))
      #expect(ofAnn.reach == .corp)
    }
  }

  @Test("Of two departments as near the one with the smaller id holds, and moves are followed")
  func departments() async throws {
    try await withChain { chain in
      let departments = DirectoryV1.DepartmentServiceClient(chain.peer("directory").channel)
      let members = DirectoryV1.MemberServiceClient(chain.peer("directory").channel)
      var ids: [UInt32] = []
      for name in ["甲", "乙"] {
        let made = try await departments.createDepartment(
          .init(department: .init(name: name, parentid: 1)))
        ids.append(made.id)
        try await chain.rule(.init(departmentIDs: [made.id]), says: name)
      }
      try await chain.rule(.init(isCorp: true), says: "corp")
      _ = try await members.createMember(
        .init(member: .sample("eve", departmentIDs: ids.reversed())))
      func said() async throws -> String {
        try await chain.welcomeRules.lookupWelcomeRule(.init(userid: "eve")).welcomeRule?
          .content?.text ?? ""
      }
      while try await said() == "corp" { await Task.yield() }
      #expect(try await said() == "甲")
      _ = try await members.updateMember(
        .init(member: .init(userid: "eve", departmentIDs: [ids[1]])))
      while try await said() == "甲" { await Task.yield() }
      #expect(try await said() == "乙")
      _ = try await members.deleteMember(.init(userid: "eve"))
      while try await said() == "乙" { await Task.yield() }
      #expect(try await said() == "corp")
    }
  }

  @Test("A rule is created, changed, listed and deleted, each told once")
  func life() async throws {
    try await withChain { chain in
      let asked = BroadcastsV1.WelcomeRule(
        name: "门店", scope: .init(states: ["海报"], userids: ["Ann"]),
        content: .init(
          text: "{{customer.name|您}}好",
          attachments: [.init(body: .image(.init(mediaID: "m1")))]))
      let create = BroadcastsV1.CreateWelcomeRuleRequest(welcomeRule: asked, requestID: "r-1")
      let created = try await chain.welcomeRules.createWelcomeRule(create)
      #expect(try await chain.welcomeRules.createWelcomeRule(create) == created)
      #expect(created.ruleID.hasPrefix("wl"))
      #expect((created.scope, created.content) == (asked.scope, asked.content))
      let get = BroadcastsV1.GetWelcomeRuleRequest(ruleID: created.ruleID)
      #expect(try await chain.welcomeRules.getWelcomeRule(get) == created)
      chain.service.clock.advance(seconds: 5)
      let updated = try await chain.welcomeRules.updateWelcomeRule(
        .init(
          welcomeRule: .init(
            ruleID: created.ruleID, scope: .init(userids: ["bob"]), content: .init(text: "您好"))))
      #expect(updated.name == "门店")
      #expect((updated.scope?.userids, updated.content?.text) == (["bob"], "您好"))
      #expect(updated.updateTime?.seconds == created.updateTime!.seconds + 5)
      // Nothing new: no event.
      let same = try await chain.welcomeRules.updateWelcomeRule(.init(welcomeRule: updated))
      #expect(same == updated)
      // What it does not name any more is free.
      let second = try await chain.rule(.init(userids: ["ann"]), says: "x")
      let first = try await chain.welcomeRules.listWelcomeRules(.init(pageSize: 1))
      #expect(first.welcomeRules.map(\.ruleID) == [second.ruleID])
      #expect(first.welcomeRules[0].content == nil)
      let rest = try await chain.welcomeRules.listWelcomeRules(
        .init(pageSize: 1, pageToken: first.nextPageToken))
      #expect(rest.welcomeRules.map(\.ruleID) == [created.ruleID])
      #expect(rest.nextPageToken.isEmpty)
      _ = try await chain.welcomeRules.deleteWelcomeRule(.init(ruleID: created.ruleID))
      await expectFailure(.notFound, "WELCOME_RULE_NOT_FOUND", field: "rule_id") {
        try await chain.welcomeRules.getWelcomeRule(get)
      }
      let events = try await firstChanges(4, of: chain.changes.watchChanges(.init()))
        .map(\.event)
      #expect(
        events == [
          .welcomeRuleCreated(created), .welcomeRuleUpdated(updated), .welcomeRuleCreated(second),
          .welcomeRuleDeleted(updated),
        ])
    }
  }

  @Test("What is wrong with a rule is named")
  func refused() async throws {
    try await withService(BroadcastsService.self) { service in
      let rules = BroadcastsV1.WelcomeRuleServiceClient(service.channel)
      let good = BroadcastsV1.WelcomeRule(
        name: "n", scope: .init(isCorp: true), content: .init(text: "x"))
      func wrong(
        _ reason: String, _ field: String, errcode: Int? = nil,
        _ change: (inout BroadcastsV1.WelcomeRule) -> Void
      ) async {
        var rule = good
        change(&rule)
        await expectFailure(.invalidArgument, reason, field: field, errcode: errcode) {
          try await rules.createWelcomeRule(.init(welcomeRule: rule))
        }
      }
      await wrong("REQUIRED", "welcome_rule.name") { $0.name = "" }
      await wrong("TOO_LONG", "welcome_rule.name") { $0.name = String(repeating: "长", count: 65) }
      await wrong("REQUIRED", "welcome_rule.scope") { $0.scope = nil }
      await wrong("REQUIRED", "welcome_rule.scope") { $0.scope = .init() }
      await wrong("TOO_LONG", "welcome_rule.scope") {
        $0.scope = .init(departmentIDs: (1...1001).map(UInt32.init))
      }
      await wrong("BAD_ID", "welcome_rule.scope.config_ids") {
        $0.scope = .init(configIDs: ["a b"])
      }
      await wrong("TOO_LONG", "welcome_rule.scope.states") {
        $0.scope = .init(states: [String(repeating: "长", count: 31)])
      }
      await wrong("BAD_USERID", "welcome_rule.scope.userids") { $0.scope = .init(userids: ["?"]) }
      await wrong("OUT_OF_RANGE", "welcome_rule.scope.department_ids") {
        $0.scope = .init(departmentIDs: [0])
      }
      await wrong("REQUIRED", "welcome_rule.content", errcode: 40058) { $0.content = nil }
      await wrong("TOO_LONG", "welcome_rule.content.text", errcode: 45002) {
        $0.content?.text = String(repeating: "长", count: 1334)
      }
      await wrong("TOO_LONG", "welcome_rule.content.attachments", errcode: 41064) {
        $0.content?.attachments = .init(
          repeating: .init(body: .file(.init(mediaID: "m"))), count: 10)
      }
      await wrong("UNKNOWN_VARIABLE", "welcome_rule.content", errcode: 40058) {
        $0.content?.text = "{{broadcast.name}}"
      }
      await wrong("UNKNOWN_VARIABLE", "welcome_rule.content", errcode: 40058) {
        $0.content?.text = "https://x/{{link.code}}"
      }
      await wrong("UNKNOWN_VARIABLE", "welcome_rule.content.text", errcode: 40058) {
        $0.content?.text = "{{group.chat_id}}"
      }
      let made = try await rules.createWelcomeRule(.init(welcomeRule: good))
      let taken = await expectFailure(
        .alreadyExists, "WELCOME_SCOPE_TAKEN", field: "welcome_rule.scope.is_corp"
      ) {
        try await rules.createWelcomeRule(.init(welcomeRule: good))
      }
      #expect(taken?.metadata["rule_id"] == made.ruleID)
      await expectFailure(.notFound, "WELCOME_RULE_NOT_FOUND", field: "welcome_rule.rule_id") {
        try await rules.updateWelcomeRule(.init(welcomeRule: .init(ruleID: "wl0", name: "x")))
      }
      await expectFailure(.invalidArgument, "UNKNOWN_PATH", field: "update_mask") {
        try await rules.updateWelcomeRule(
          .init(welcomeRule: made, updateMask: .init(paths: ["create_time"])))
      }
    }
  }

  @Test("A corp has at most 1000 rules, or what the policies say")
  func limit() async throws {
    let policies = try Policies(json: Data(#"{"welcome_rules_max": 2}"#.utf8))
    try await withService(BroadcastsService.self, policies: policies) { service in
      let rules = BroadcastsV1.WelcomeRuleServiceClient(service.channel)
      func create(_ userid: String) async throws -> BroadcastsV1.WelcomeRule {
        try await rules.createWelcomeRule(
          .init(
            welcomeRule: .init(
              name: userid, scope: .init(userids: [userid]), content: .init(text: "x"))))
      }
      let first = try await create("a")
      _ = try await create("b")
      await expectFailure(.resourceExhausted, "TOO_MANY_WELCOME_RULES") { try await create("c") }
      _ = try await rules.deleteWelcomeRule(.init(ruleID: first.ruleID))
      _ = try await create("c")
    }
  }
}
