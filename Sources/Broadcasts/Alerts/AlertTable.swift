import ServiceKit
import Store

/// The alert rules' rows, and those of what they raised, each with the rule as it was: one for a rule
/// and a broadcast or task.
enum AlertTable {
  static let migration = Migration(
    name: "broadcasts-053-alert",
    sql: """
      CREATE TABLE alert_rule (
        id INTEGER PRIMARY KEY,
        rule_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
        percent INTEGER NOT NULL,
        hours INTEGER NOT NULL,
        min_count INTEGER NOT NULL,
        create_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX alert_rule_by_kind ON alert_rule (kind, id);
      CREATE TABLE alert (
        id INTEGER PRIMARY KEY,
        alert_id TEXT NOT NULL UNIQUE,
        rule_id TEXT NOT NULL,
        name TEXT NOT NULL,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
        percent INTEGER NOT NULL,
        hours INTEGER NOT NULL,
        min_count INTEGER NOT NULL,
        create_time INTEGER NOT NULL,
        target TEXT NOT NULL,
        reached_count INTEGER NOT NULL,
        whole_count INTEGER NOT NULL,
        alert_time INTEGER NOT NULL,
        UNIQUE (rule_id, target)
      ) STRICT;
      """)

  private static let columns = "id, rule_id, name, kind, percent, hours, min_count, create_time"

  private static func decode(_ row: borrowing Row) throws -> AlertRule {
    AlertRule(
      key: row.int64(0), id: row.text(1), name: row.text(2), kind: try row.value(3),
      percent: row.int(4), hours: row.int(5), minCount: row.int64(6),
      createTime: Instant(microseconds: row.int64(7)))
  }

  static func rule(_ id: String, in reader: Reader) throws -> AlertRule? {
    try reader.first("SELECT \(columns) FROM alert_rule WHERE rule_id = $1", id, decode: decode)
  }

  /// Newest first; `before` is the key of the last one of the page before.
  static func rules(before: Int64, limit: Int, in reader: Reader) throws -> [AlertRule] {
    try reader.all(
      "SELECT \(columns) FROM alert_rule WHERE id < $1 ORDER BY id DESC LIMIT $2", before, limit,
      decode: decode)
  }

  /// Asked with each settling.
  private static let rulesOfKind =
    "SELECT \(columns) FROM alert_rule WHERE kind = $1 ORDER BY id"

  static func rules(_ kind: AlertRule.Kind, in reader: Reader) throws -> [AlertRule] {
    try reader.all(rulesOfKind, kind.rawValue, decode: decode)
  }

  static func ruleCount(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM alert_rule") { $0.int(0) }!
  }

  static func insert(_ rule: AlertRule, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO alert_rule (rule_id, name, kind, percent, hours, min_count, create_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, rule.id, rule.name, rule.kind.rawValue, rule.percent, rule.hours, rule.minCount,
      rule.createTime.microseconds)
  }

  static func delete(_ key: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM alert_rule WHERE id = $1", key)
  }

  /// Whether a rule has told of a broadcast or task.
  static func isRaised(_ rule: AlertRule, of target: String, in reader: Reader) throws -> Bool {
    try reader.exists(
      "SELECT 1 FROM alert WHERE rule_id = $1 AND target = $2", rule.id, target)
  }

  static func insert(_ alert: Alert, in writer: Writer) throws {
    let rule = alert.rule
    try writer.run(
      """
      INSERT INTO alert (alert_id, rule_id, name, kind, percent, hours, min_count, create_time,
        target, reached_count, whole_count, alert_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """, alert.id, rule.id, rule.name, rule.kind.rawValue, rule.percent, rule.hours,
      rule.minCount, rule.createTime.microseconds, alert.target, alert.count, alert.whole,
      alert.time.microseconds)
  }

  /// Newest first; `before` is the key of the last one of the page before.
  static func alerts(before: Int64, limit: Int, in reader: Reader) throws -> [Alert] {
    try reader.all(
      """
      SELECT \(columns), alert_id, target, reached_count, whole_count, alert_time FROM alert
      WHERE id < $1 ORDER BY id DESC LIMIT $2
      """, before, limit
    ) { row in
      Alert(
        key: row.int64(0), id: row.text(8), rule: try decode(row), target: row.text(9),
        count: row.int64(10), whole: row.int64(11), time: Instant(microseconds: row.int64(12)))
    }
  }
}
