import ServiceKit
import Store

/// The corp's rules of sending: one row, once they were set.
enum SendingRulesTable {
  static let migration = Migration(
    name: "broadcasts-007-sending-rules",
    sql: """
      CREATE TABLE sending_rules (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        quota_rule INTEGER NOT NULL CHECK (quota_rule BETWEEN 1 AND 3),
        quiet_start INTEGER,
        quiet_end INTEGER,
        time_zone TEXT NOT NULL,
        CHECK ((quiet_start IS NULL) = (quiet_end IS NULL))
      ) STRICT;
      """)

  static let groupMigration = Migration(
    name: "broadcasts-051-group-rules",
    sql: """
      ALTER TABLE sending_rules ADD COLUMN group_daily_max INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE sending_rules ADD COLUMN refuses_repeats INTEGER NOT NULL DEFAULT 0;
      """)

  static func rules(in reader: Reader) throws -> SendingRules {
    try reader.first(
      """
      SELECT quota_rule, quiet_start, quiet_end, time_zone, broadcasts_need_approval,
        group_daily_max, refuses_repeats
      FROM sending_rules
      """
    ) { row in
      SendingRules(
        quotaRule: try row.value(0),
        quietHours: try row.optionalInt(1).map { try QuietHours(start: $0, end: row.int(2)) },
        timeZone: row.text(3), broadcastsNeedApproval: row.bool(4),
        groupDailyMax: row.int(5), refusesRepeats: row.bool(6))
    } ?? SendingRules()
  }

  static func put(_ rules: SendingRules, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO sending_rules (id, quota_rule, quiet_start, quiet_end, time_zone,
        broadcasts_need_approval, group_daily_max, refuses_repeats)
      VALUES (1, $1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (id) DO UPDATE SET quota_rule = excluded.quota_rule,
        quiet_start = excluded.quiet_start, quiet_end = excluded.quiet_end,
        time_zone = excluded.time_zone,
        broadcasts_need_approval = excluded.broadcasts_need_approval,
        group_daily_max = excluded.group_daily_max, refuses_repeats = excluded.refuses_repeats
      """, rules.quotaRule.rawValue, rules.quietHours?.start, rules.quietHours?.end,
      rules.timeZone, rules.broadcastsNeedApproval, rules.groupDailyMax, rules.refusesRepeats)
  }
}
