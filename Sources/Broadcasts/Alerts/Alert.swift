import RPC
import ServiceKit

/// When somebody is to be told that a broadcast or a guide task does not go as it should 预警.
struct AlertRule: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case confirmedBelow = 1
    case failedAbove = 2
    case doneBelow = 3
  }

  /// Its number in the store.
  var key: Int64 = 0
  let id: String
  let name: String
  let kind: Kind
  let percent: Int
  /// After the plan, or before the due time; 0 where it is judged at any time.
  let hours: Int
  /// Of how many at least a share is judged; 0 where a moment is named.
  let minCount: Int64
  let createTime: Instant

  private static let nameCharacters = 64
  private static let hoursRange = 1...720
  private static let minCountRange: ClosedRange<Int64> = 1...1_000_000

  static func checkID(_ id: String) throws(InvalidField) { try Shape.id(id, field: "rule_id") }

  func checkShape() throws(InvalidField) {
    let field = "alert_rule"
    try Shape.characters(name, 1...Self.nameCharacters, field: "\(field).name")
    let isShare = kind == .failedAbove
    try Self.check(percent, 1...(isShare ? 99 : 100), field: "\(field).percent")
    try Self.check(hours, isShare ? 0...0 : Self.hoursRange, field: "\(field).hours")
    try Self.check(minCount, isShare ? Self.minCountRange : 0...0, field: "\(field).min_count")
  }

  private static func check<Number: Comparable>(
    _ number: Number, _ range: ClosedRange<Number>, field: String
  ) throws(InvalidField) {
    guard range.contains(number) else {
      throw InvalidField(
        field, "OUT_OF_RANGE",
        "\(field) is \(number), allowed are \(range.lowerBound) to \(range.upperBound).")
    }
  }

  /// Whether so many of so many are to be told of.
  func isCrossed(by count: Int64, of whole: Int64) -> Bool {
    switch kind {
    case .confirmedBelow, .doneBelow: count * 100 < whole * Int64(percent)
    case .failedAbove: whole >= minCount && count * 100 > whole * Int64(percent)
    }
  }

  /// Whether one more may be created in a corp that has `count`.
  static func checkRoom(besides count: Int, policies: Policies) throws(AlertFailure) {
    let most = policies[.alertRulesMax]
    if count >= most { throw .tooMany(most) }
  }
}

/// A rule that was crossed, by what.
struct Alert: Sendable, Equatable {
  var key: Int64 = 0
  let id: String
  let rule: AlertRule
  /// A msgid or, by the rule's kind, a task_id.
  let target: String
  let count: Int64
  let whole: Int64
  let time: Instant
}

enum AlertFailure: Failure, Equatable {
  case notFound(String)
  case tooMany(Int)

  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .tooMany: .resourceExhausted
    }
  }

  var reason: String {
    switch self {
    case .notFound: "ALERT_RULE_NOT_FOUND"
    case .tooMany: "TOO_MANY_ALERT_RULES"
    }
  }

  var message: String {
    switch self {
    case .notFound(let id): "There is no alert rule '\(id)'."
    case .tooMany(let most): "The corp has \(most) alert rules, as many as it may."
    }
  }

  var field: String? { if case .notFound = self { "rule_id" } else { nil } }
}
