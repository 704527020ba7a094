import ServiceKit
import Store

/// The rules' rows. A deleted one stays as a tombstone, so that its key, which claims and effects
/// name until they are forgotten, is not given again.
enum AutoTagRuleTable {
  static let migration = Migration(
    name: "customers-033-auto-tag-rule",
    sql: """
      CREATE TABLE auto_tag_rule (
        id INTEGER PRIMARY KEY,
        rule_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        sort_order INTEGER NOT NULL,
        is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
        is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1)),
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
        definition BLOB NOT NULL,
        applied_count INTEGER NOT NULL,
        create_time INTEGER NOT NULL,
        update_time INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX auto_tag_rule_by_name ON auto_tag_rule (name) WHERE is_deleted = 0;
      CREATE INDEX auto_tag_rule_live ON auto_tag_rule (sort_order, id) WHERE is_deleted = 0;
      CREATE INDEX auto_tag_rule_enabled ON auto_tag_rule (kind, sort_order, id)
        WHERE is_deleted = 0 AND is_enabled = 1;
      \(AutoTagEffectTable.sql)
      """)

  private static let columns = """
    id, rule_id, name, sort_order, is_enabled, kind, definition, applied_count, create_time,
    update_time
    """

  private static func decode(_ row: borrowing Row) throws -> AutoTagRule {
    var rule = AutoTagRule(
      ruleID: row.text(1), name: row.text(2), order: UInt32(row.int64(3)), isEnabled: row.bool(4),
      trigger: try row.value(5), definition: row.bytes(6),
      createTime: Instant(microseconds: row.int64(8)),
      updateTime: Instant(microseconds: row.int64(9)))
    rule.key = row.int64(0)
    rule.appliedCount = row.int64(7)
    return rule
  }

  /// One that is not deleted.
  static func find(_ ruleID: String, in reader: Reader) throws -> AutoTagRule? {
    try reader.first(
      "SELECT \(columns) FROM auto_tag_rule WHERE rule_id = $1 AND is_deleted = 0", ruleID,
      decode: decode)
  }

  /// One that is not deleted.
  static func find(_ key: Int64, in reader: Reader) throws -> AutoTagRule? {
    try reader.first(
      "SELECT \(columns) FROM auto_tag_rule WHERE id = $1 AND is_deleted = 0", key, decode: decode)
  }

  /// The key of the one that has a name.
  static func key(named name: String, in reader: Reader) throws -> Int64? {
    try reader.first("SELECT id FROM auto_tag_rule WHERE name = $1 AND is_deleted = 0", name) {
      $0.int64(0)
    }
  }

  /// How many there are: no more than there may be.
  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM auto_tag_rule WHERE is_deleted = 0") { $0.int(0) }!
  }

  /// In the order in which they are followed, those after a place.
  static func list(
    after place: (order: Int64, key: Int64), limit: Int, in reader: Reader
  ) throws -> [AutoTagRule] {
    try reader.all(
      """
      SELECT \(columns) FROM auto_tag_rule WHERE is_deleted = 0 AND (sort_order, id) > ($1, $2)
      ORDER BY sort_order, id LIMIT $3
      """, place.order, place.key, limit, decode: decode)
  }

  /// Those to be followed, in their order.
  static func enabled(_ kind: AutoTagTrigger.Kind, in reader: Reader) throws -> [AutoTagRule] {
    try reader.all(
      """
      SELECT \(columns) FROM auto_tag_rule
      WHERE is_deleted = 0 AND is_enabled = 1 AND kind = $1 ORDER BY sort_order, id
      """, kind.rawValue, decode: decode)
  }

  /// Returns the new row's key.
  static func insert(_ rule: AutoTagRule, in writer: Writer) throws -> Int64 {
    try writer.insert(
      """
      INSERT INTO auto_tag_rule (rule_id, name, sort_order, is_enabled, is_deleted, kind,
        definition, applied_count, create_time, update_time)
      VALUES ($1, $2, $3, $4, 0, $5, $6, 0, $7, $8)
      """, rule.ruleID, rule.name, rule.order, rule.isEnabled, rule.trigger.rawValue,
      rule.definition, rule.createTime.microseconds, rule.updateTime.microseconds)
  }

  static func update(_ rule: AutoTagRule, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE auto_tag_rule SET name = $2, sort_order = $3, is_enabled = $4, kind = $5,
        definition = $6, update_time = $7
      WHERE id = $1
      """, rule.key, rule.name, rule.order, rule.isEnabled, rule.trigger.rawValue,
      rule.definition, rule.updateTime.microseconds)
  }

  /// Counts a relation that it came to.
  static func countApplied(_ key: Int64, in writer: Writer) throws {
    try writer.run(
      "UPDATE auto_tag_rule SET applied_count = applied_count + 1 WHERE id = $1", key)
  }

  static func delete(_ key: Int64, in writer: Writer) throws {
    try writer.run(
      "UPDATE auto_tag_rule SET is_deleted = 1, definition = x'' WHERE id = $1", key)
  }
}
