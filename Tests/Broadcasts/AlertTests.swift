@testable import Broadcasts
import Fixtures
import Foundation
import Messages
import RPC
import ServiceKit
import Testing

@Suite("AlertService", .timeLimit(.minutes(5)))
struct AlertTests {
  private static let hour: Int64 = 3600

  private func alerts(_ chain: Chain) -> BroadcastsV1.AlertServiceClient {
    .init(chain.service.channel)
  }

  private func rule(
    _ kind: BroadcastsV1.AlertKind, percent: Int32, hours: Int32 = 0, minCount: Int64 = 0
  ) -> BroadcastsV1.AlertRule {
    .init(name: "预警", kind: kind, percent: percent, hours: hours, minCount: minCount)
  }

  /// All alerts of the feed, up to the creation of one more rule.
  private func told(_ chain: Chain) async throws -> [BroadcastsV1.Alert] {
    let last = try await alerts(chain).createAlertRule(
      .init(alertRule: rule(.failedAbove, percent: 99, minCount: 1_000_000)))
    var alerts: [BroadcastsV1.Alert] = []
    for try await change in chain.changes.watchChanges(.init()) {
      if case .alertRaised(let alert) = change.event { alerts.append(alert) }
      if case .alertRuleCreated(last) = change.event { break }
    }
    return alerts
  }

  /// Moves the clock and waits for what is due: by then a guide task that is due at the same moment, and
  /// was left later, has been told to be.
  private func pass(_ seconds: Int64, _ chain: Chain) async throws {
    let due = chain.service.clock.now.advanced(bySeconds: seconds)
    let marker = try await chain.guideTasks.createGuideTask(
      .init(
        guideTask: .init(
          kind: .learn, title: "marker", userids: ["ann"], dueTime: due.timestamp)))
    chain.service.clock.advance(seconds: seconds)
    for try await change in chain.changes.watchChanges(.init()) {
      if case .guideTaskOverdue(let task) = change.event, task.taskID == marker.taskID { break }
    }
  }

  @Test("A broadcast that too few have confirmed in time is told of once")
  func confirmed() async throws {
    try await withChain { chain in
      _ = try await chain.organise()
      let before = try await chain.planned()
      let created = try await alerts(chain).createAlertRule(
        .init(alertRule: rule(.confirmedBelow, percent: 60, hours: 4)))
      let slow = try await chain.planned()
      let quick = try await chain.planned()
      let stopped = try await chain.planned()
      func confirm(_ msgid: String, _ userids: [String]) async throws {
        for userid in userids {
          _ = try await chain.tasks.confirmMemberTask(.init(msgid: msgid, userid: userid))
        }
      }
      try await confirm(slow.msgid, ["ann"])
      try await confirm(quick.msgid, ["ann", "bob"])
      _ = try await chain.broadcasts.cancelBroadcast(.init(msgid: stopped.msgid))
      try await pass(4 * Self.hour - 1, chain)
      #expect(try await told(chain) == [])
      // What dies in between changes nothing.
      try await chain.restart()
      try await pass(2, chain)
      let found = try await told(chain)
      #expect(found.map(\.target) == [.msgid(slow.msgid)])
      #expect(found.map { [$0.count, $0.wholeCount] } == [[1, 3]])
      #expect(found.map(\.rule) == [created])
      try await confirm(slow.msgid, ["bob"])
      try await pass(10 * Self.hour, chain)
      #expect(try await told(chain) == found)
      #expect(try await alerts(chain).listAlerts(.init()).alerts == found)
      #expect(before.memberCount == 3)
    }
  }

  @Test("A share of failed deliveries is told of once, when enough were settled")
  func failed() async throws {
    try await withChain { chain in
      _ = try await alerts(chain).createAlertRule(
        .init(alertRule: rule(.failedAbove, percent: 40, minCount: 4)))
      let planned = try await chain.confirmed()
      let leased = try await chain.lease()
      try await chain.acknowledge(Array(leased.prefix(2)), .failed)
      try await chain.acknowledge(Array(leased[2..<3]))
      #expect(try await told(chain) == [])
      try await chain.acknowledge(Array(leased[3..<4]))
      let found = try await told(chain)
      #expect(found.map(\.target) == [.msgid(planned.msgid)])
      #expect(found.map { [$0.count, $0.wholeCount] } == [[2, 4]])
      try await chain.acknowledge(Array(leased[4...]), .failed)
      #expect(try await told(chain) == found)
    }
  }

  @Test("A guide task that too few have done before it is due is told of once")
  func done() async throws {
    try await withChain { chain in
      let places = try await chain.organise()
      let created = try await alerts(chain).createAlertRule(
        .init(alertRule: rule(.doneBelow, percent: 50, hours: 2)))
      let deleted = try await alerts(chain).createAlertRule(
        .init(alertRule: rule(.doneBelow, percent: 100, hours: 2)))
      let due = chain.service.clock.now.advanced(bySeconds: 6 * Self.hour)
      func make(_ title: String, due: Instant) async throws -> BroadcastsV1.GuideTask {
        try await chain.guideTasks.createGuideTask(
          .init(
            guideTask: .init(
              kind: .learn, title: title, departmentIDs: [places.region], dueTime: due.timestamp)))
      }
      let slow = try await make("slow", due: due)
      let quick = try await make("quick", due: due)
      // It is due sooner than the rule looks.
      let soon = try await make("soon", due: chain.service.clock.now.advanced(bySeconds: Self.hour))
      _ = try await alerts(chain).deleteAlertRule(.init(ruleID: deleted.ruleID))
      _ = try await chain.report(slow, "ann", .text("x"))
      _ = try await chain.report(quick, "ann", .text("x"))
      _ = try await chain.report(quick, "bob", .text("x"))
      // Of those by which the test waits, it is told as well.
      func told() async throws -> [BroadcastsV1.Alert] {
        let targets = [slow, quick, soon].map { BroadcastsV1.Alert.Target.taskID($0.taskID) }
        return try await self.told(chain).filter { targets.contains($0.target!) }
      }
      try await pass(4 * Self.hour + 1, chain)
      let found = try await told()
      #expect(found.map(\.target) == [.taskID(slow.taskID)])
      #expect(found.map { [$0.count, $0.wholeCount] } == [[1, 3]])
      #expect(found.map(\.rule) == [created])
      try await pass(3 * Self.hour, chain)
      #expect(try await told() == found)
    }
  }

  @Test("Rules are kept, listed and deleted, and what is wrong with one is named")
  func rules() async throws {
    try await withChain(policies: Policies(json: Data(#"{"alert_rules_max": 3}"#.utf8))) { chain in
      let one = try await alerts(chain).createAlertRule(
        .init(alertRule: rule(.confirmedBelow, percent: 100, hours: 720)))
      let two = try await alerts(chain).createAlertRule(
        .init(alertRule: rule(.failedAbove, percent: 1, minCount: 1)))
      #expect(one.ruleID.hasPrefix("ar"))
      #expect(try await alerts(chain).getAlertRule(.init(ruleID: one.ruleID)) == one)
      let page = try await alerts(chain).listAlertRules(.init(pageSize: 1))
      #expect(page.alertRules == [two])
      #expect(
        try await alerts(chain).listAlertRules(
          .init(pageSize: 1, pageToken: page.nextPageToken)
        ).alertRules == [one])
      let wrong: [(BroadcastsV1.AlertRule, String, String)] = [
        (rule(.unspecified, percent: 5), "UNKNOWN_VALUE", "alert_rule.kind"),
        (rule(.confirmedBelow, percent: 0, hours: 1), "OUT_OF_RANGE", "alert_rule.percent"),
        (rule(.failedAbove, percent: 100, minCount: 1), "OUT_OF_RANGE", "alert_rule.percent"),
        (rule(.doneBelow, percent: 5), "OUT_OF_RANGE", "alert_rule.hours"),
        (rule(.doneBelow, percent: 5, hours: 721), "OUT_OF_RANGE", "alert_rule.hours"),
        (
          rule(.failedAbove, percent: 5, hours: 1, minCount: 1), "OUT_OF_RANGE",
          "alert_rule.hours"
        ),
        (rule(.failedAbove, percent: 5), "OUT_OF_RANGE", "alert_rule.min_count"),
        (
          rule(.doneBelow, percent: 5, hours: 1, minCount: 1), "OUT_OF_RANGE",
          "alert_rule.min_count"
        ),
        (.init(kind: .doneBelow, percent: 5, hours: 1), "REQUIRED", "alert_rule.name"),
      ]
      for (asked, reason, field) in wrong {
        await expectFailure(.invalidArgument, reason, field: field) {
          try await alerts(chain).createAlertRule(.init(alertRule: asked))
        }
      }
      _ = try await alerts(chain).createAlertRule(
        .init(alertRule: rule(.failedAbove, percent: 1, minCount: 1)))
      await expectFailure(.resourceExhausted, "TOO_MANY_ALERT_RULES") {
        try await alerts(chain).createAlertRule(
          .init(alertRule: rule(.failedAbove, percent: 1, minCount: 1)))
      }
      _ = try await alerts(chain).deleteAlertRule(.init(ruleID: one.ruleID))
      await expectFailure(.notFound, "ALERT_RULE_NOT_FOUND", field: "rule_id") {
        try await alerts(chain).getAlertRule(.init(ruleID: one.ruleID))
      }
      await expectFailure(.notFound, "ALERT_RULE_NOT_FOUND", field: "rule_id") {
        try await alerts(chain).deleteAlertRule(.init(ruleID: one.ruleID))
      }
    }
  }
}
