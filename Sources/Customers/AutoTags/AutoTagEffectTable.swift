import ServiceKit
import Store

/// Which rule came to which relation, and what became of it: what keeps it from coming again.
enum AutoTagEffectTable {
  static let sql = """
    CREATE TABLE auto_tag_effect (
      customer_id INTEGER NOT NULL,
      member_id INTEGER NOT NULL,
      rule_id INTEGER NOT NULL,
      outcome INTEGER NOT NULL CHECK (outcome BETWEEN 1 AND 3),
      reason TEXT NOT NULL,
      apply_time INTEGER NOT NULL,
      PRIMARY KEY (customer_id, member_id, rule_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX auto_tag_effect_by_rule ON auto_tag_effect (rule_id, customer_id, member_id);
    """

  private static let columns = "customer_id, member_id, rule_id, outcome, reason, apply_time"

  private static func decode(_ row: borrowing Row) throws -> AutoTagEffect {
    AutoTagEffect(
      rule: row.int64(2), customer: row.int64(0), member: row.int64(1),
      outcome: try row.value(3), reason: row.text(4), time: Instant(microseconds: row.int64(5)))
  }

  static func exists(
    rule: Int64, customer: Int64, member: Int64, in reader: Reader
  ) throws -> Bool {
    try reader.exists(
      "SELECT 1 FROM auto_tag_effect WHERE customer_id = $1 AND member_id = $2 AND rule_id = $3",
      customer, member, rule)
  }

  /// What a rule did, ascending by relation.
  static func effects(
    of rule: Int64, after place: (customer: Int64, member: Int64), limit: Int, in reader: Reader
  ) throws -> [AutoTagEffect] {
    try reader.all(
      """
      SELECT \(columns) FROM auto_tag_effect
      WHERE rule_id = $1 AND (customer_id, member_id) > ($2, $3)
      ORDER BY customer_id, member_id LIMIT $4
      """, rule, place.customer, place.member, limit, decode: decode)
  }

  /// What was done to a relation, ascending by rule, of those that are not deleted.
  static func effects(
    customer: Int64, member: Int64, after rule: Int64, limit: Int, in reader: Reader
  ) throws -> [AutoTagEffect] {
    try reader.all(
      """
      SELECT \(columns) FROM auto_tag_effect
      WHERE customer_id = $1 AND member_id = $2 AND rule_id > $3
        AND (SELECT is_deleted FROM auto_tag_rule WHERE id = auto_tag_effect.rule_id) = 0
      ORDER BY rule_id LIMIT $4
      """, customer, member, rule, limit, decode: decode)
  }

  static func insert(_ effect: AutoTagEffect, in writer: Writer) throws {
    try writer.run(
      "INSERT INTO auto_tag_effect (\(columns)) VALUES ($1, $2, $3, $4, $5, $6)",
      effect.customer, effect.member, effect.rule, effect.outcome.rawValue, effect.reason,
      effect.time.microseconds)
  }

  static func delete(_ effect: AutoTagEffect, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM auto_tag_effect WHERE customer_id = $1 AND member_id = $2 AND rule_id = $3",
      effect.customer, effect.member, effect.rule)
  }
}
