import Messages
import ServiceKit
import Store

/// Judges, at the moment a rule names, whether a broadcast or a guide task goes as it should. The moment is
/// a job's, left in the transaction of the plan or of the task.
enum Alerting {
  static let kind = "judge-alert-rule"

  static func job(_ context: BroadcastsContext) -> Jobs.Kind {
    Jobs.Kind(
      run: { job in
        let names = String(decoding: job.payload, as: UTF8.self).split(separator: "/")
        guard names.count == 2 else { return }
        let (ruleID, target) = (String(names[0]), String(names[1]))
        try await context.write(corp: job.corp, origin: .job) { mutation in
          guard let rule = try AlertTable.rule(ruleID, in: mutation.writer) else { return }
          try mutation.judge(rule, target)
        }
      }, failed: { _, _ in }, isKept: false)
  }

  fileprivate static func payload(_ rule: AlertRule, _ target: String) -> [UInt8] {
    Array("\(rule.id)/\(target)".utf8)
  }
}

extension BroadcastsMutation {
  /// Leaves a job for the moment of each rule about broadcasts that are planned.
  func watch(_ broadcast: Broadcast) throws {
    for rule in try AlertTable.rules(.confirmedBelow, in: writer) {
      try start(
        Alerting.kind, payload: Alerting.payload(rule, broadcast.msgid),
        at: now.advanced(bySeconds: 3600 * Int64(rule.hours)))
    }
  }

  /// Leaves a job for the moment of each rule about tasks that are due, unless that has passed.
  func watch(_ task: GuideTask) throws {
    guard let dueTime = task.dueTime else { return }
    for rule in try AlertTable.rules(.doneBelow, in: writer) {
      let moment = dueTime.advanced(bySeconds: -3600 * Int64(rule.hours))
      guard moment > now else { continue }
      try start(Alerting.kind, payload: Alerting.payload(rule, task.id), at: moment)
    }
  }

  /// Judges a broadcast of which deliveries were settled.
  func judgeFailures(of broadcast: Broadcast, by rules: [AlertRule]) throws {
    let counts = broadcast.counts.deliveries
    for rule in rules {
      try raise(rule, broadcast.msgid, counts.failed, of: counts.sent + counts.failed)
    }
  }

  fileprivate func judge(_ rule: AlertRule, _ target: String) throws {
    switch rule.kind {
    case .confirmedBelow:
      let broadcast = try BroadcastTable.require(target, in: writer)
      guard broadcast.state == .active else { return }
      try raise(rule, target, broadcast.counts.confirmedMember, of: broadcast.counts.member)
    case .doneBelow:
      let task = try GuideTaskTable.require(target, in: writer)
      guard task.state == .active else { return }
      try raise(rule, target, task.counts.done, of: task.expectedCount)
    case .failedAbove: break
    }
  }

  /// Tells once that a rule is crossed.
  private func raise(
    _ rule: AlertRule, _ target: String, _ count: Int64, of whole: Int64
  ) throws {
    guard rule.isCrossed(by: count, of: whole),
      try !AlertTable.isRaised(rule, of: target, in: writer)
    else { return }
    let alert = Alert(
      id: PublicID.make("al"), rule: rule, target: target, count: count, whole: whole, time: now)
    try AlertTable.insert(alert, in: writer)
    try emit(.alertRaised(alert.message))
  }
}
