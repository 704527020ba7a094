import Fixtures
import Messages
import RPC
import ServiceKit
import Store
import Testing

@testable import Customers

@Suite("Undoing auto-tag rules", .timeLimit(.minutes(5)))
struct AutoTagUndoTests {
  @Test(
    "An undo takes back what its rule did and nobody touched since, and the rule does not return")
  func exact() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("一", "二", "旧")
      let rule = try await customers.rule(
        "新客", on: .added, add: [tags[0], tags[1]], remove: [tags[2]])
      try await customers.add("a", "wm1")
      try await customers.add("a", "wm2", tags: [tags[0], tags[2]])
      try await customers.add("a", "wm3")
      // By hand a tag is taken and given again: it is the member's now.
      for request: CustomersV1.MarkTagsRequest in [
        .init(userid: "a", externalUserid: "wm3", removeTags: [tags[0]]),
        .init(userid: "a", externalUserid: "wm3", addTags: [tags[0]]),
      ] { _ = try await customers.tags.markTags(request) }
      let effects = try await customers.effects(of: rule)
      #expect(effects.map(\.givenTags) == [[tags[0], tags[1]], [tags[1]], [tags[1]]])
      #expect(effects.map(\.takenTags) == [[], [tags[2]], []])

      let request = CustomersV1.UndoAutoTagRuleRequest(ruleID: rule.ruleID, requestID: "u-1")
      await expectFailure(.failedPrecondition, "AUTO_TAG_RULE_ENABLED", field: "rule_id") {
        try await customers.autoTags.undoAutoTagRule(request)
      }
      try await customers.disable(rule)
      let accepted = try await customers.autoTags.undoAutoTagRule(request)
      #expect(accepted.kind == .undo && accepted.undoOfRule == rule.ruleID)
      #expect(accepted.undoOf == "")
      #expect(try await customers.autoTags.undoAutoTagRule(request) == accepted)
      let undo = try await customers.ended(accepted)
      #expect(undo.state == .done && undo.changedCount == 3 && undo.undoOfRule == rule.ruleID)
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [])
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [tags[0], tags[2]])
      #expect(try await customers.relation("a", "wm3")?.tagIDs == [tags[0]])
      #expect(try await customers.effects(of: rule).map(\.givenTags) == [[], [], []])
      await expectFailure(.failedPrecondition, "TAG_JOB_IS_UNDO", field: "jobid") {
        try await customers.tagJobs.undoTagJob(.init(jobid: undo.jobid))
      }

      _ = try await customers.autoTags.updateAutoTagRule(
        .init(rule: .init(ruleID: rule.ruleID, enabled: true)))
      try await customers.remove("a", "wm1", by: .member)
      try await customers.add("a", "wm1")
      #expect(try await customers.relation("a", "wm1")?.tagIDs == [])
      try await customers.disable(rule)
      let again = try await customers.ended(
        customers.autoTags.undoAutoTagRule(.init(ruleID: rule.ruleID)))
      #expect(again.state == .done && again.processedCount == 0)
    }
  }

  @Test("Of a rule and a job each takes back its own")
  func besideJobs() async throws {
    try await withCustomers { customers in
      let tags = try await customers.tagIDs("一", "二")
      let rule = try await customers.rule("新客", on: .added, add: [tags[0]])
      for id in ["wm1", "wm2"] { try await customers.add("a", id) }
      let job = try await customers.marked(.init(), add: tags)
      #expect(job.changedCount == 2)
      try await customers.disable(rule)
      _ = try await customers.ended(
        customers.autoTags.undoAutoTagRule(.init(ruleID: rule.ruleID)))
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [tags[1]])
      #expect(try await customers.undone(job).changedCount == 2)
      #expect(try await customers.relation("a", "wm2")?.tagIDs == [])
    }
  }

  @Test("While a rule is being undone it is neither undone again, enabled nor deleted")
  func running() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let before = try await RunningService.start(CustomersService.self, in: folder)
    let caller = CustomersCaller(before)
    let tags = try await caller.tagIDs("一")
    let rule = try await caller.rule("新客", on: .added, add: tags) { $0.enabled = false }
    let other = try await caller.rule("老客", on: .added, add: tags) { $0.enabled = false }
    await before.stop()
    // An undo that nobody works at, so that it is met while it runs.
    let corps = Corps(
      folder: "\(folder.path)/\(CustomersService.name)", migrations: CustomersService.migrations)
    try await corps.database(of: "demo").write { writer in
      var undo = TagJob(jobid: "undo", kind: .undo, createTime: before.clock.now)
      undo.key = 1
      undo.undoOf = .rule(1)
      try TagJobTable.insert(undo, in: writer)
    }
    await corps.close()
    let service = try await RunningService.start(CustomersService.self, in: folder)
    let rules = CustomersCaller(service).autoTags
    let reason = "AUTO_TAG_RULE_BEING_UNDONE"
    await expectFailure(.failedPrecondition, reason, field: "rule_id") {
      try await rules.undoAutoTagRule(.init(ruleID: rule.ruleID))
    }
    await expectFailure(.failedPrecondition, reason, field: "rule_id") {
      try await rules.deleteAutoTagRule(.init(ruleID: rule.ruleID))
    }
    await expectFailure(.failedPrecondition, reason, field: "rule.rule_id") {
      try await rules.updateAutoTagRule(.init(rule: .init(ruleID: rule.ruleID, enabled: true)))
    }
    _ = try await rules.updateAutoTagRule(.init(rule: .init(ruleID: rule.ruleID, name: "改")))
    let undo = try await rules.undoAutoTagRule(.init(ruleID: other.ruleID))
    #expect(undo.undoOfRule == other.ruleID)
    await service.stop()
  }

  @Test("Of a deleted rule nothing is kept that an undo or a further coming would need")
  func forgotten() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    var service = try await RunningService.start(CustomersService.self, in: folder)
    var customers = CustomersCaller(service)
    let tags = try await customers.tagIDs("一")
    let rule = try await customers.rule("新客", on: .added, add: tags)
    for number in 0..<5 { try await customers.add("a", "wm\(number)") }
    _ = try await customers.autoTags.deleteAutoTagRule(.init(ruleID: rule.ruleID))
    // A rule made next does not take its place, and comes to relations of its own.
    let next = try await customers.rule("新客", on: .event(.init(kind: .converted)), add: tags)
    #expect(try await customers.join("wm1", .converted).appliedCount == 1)
    var isForgotten = false
    repeat {
      await service.stop()
      let corps = Corps(
        folder: "\(folder.path)/\(CustomersService.name)", migrations: CustomersService.migrations)
      isForgotten = try corps.database(of: "demo").read { reader in
        let effects = try AutoTagEffectTable.effects(of: 1, after: (0, 0), limit: 1, in: reader)
        return try effects.isEmpty && TagClaimTable.isEmpty(in: reader)
      }
      await corps.close()
      service = try await RunningService.start(CustomersService.self, in: folder)
      customers = CustomersCaller(service)
    } while !isForgotten
    #expect(try await customers.effects(of: next).map(\.outcome) == [.unchanged])
    #expect(try await customers.relation("a", "wm4")?.tagIDs == tags)
    await service.stop()
  }
}
