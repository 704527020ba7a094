import ServiceKit
import Store

/// How the corp's guides behave: one row, once it was set.
enum GuideBehaviourTable {
  static let migration = Migration(
    name: "sandbox-003-guide-behaviour",
    sql: """
      CREATE TABLE guide_behaviour (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        confirm_percent INTEGER NOT NULL,
        delay_seconds INTEGER NOT NULL,
        seed TEXT NOT NULL
      ) STRICT;
      """)

  static func behaviour(in reader: Reader) throws -> GuideBehaviour {
    try reader.first("SELECT confirm_percent, delay_seconds, seed FROM guide_behaviour") { row in
      GuideBehaviour(
        confirmPercent: row.int(0), delaySeconds: row.int64(1), seed: row.text(2))
    } ?? GuideBehaviour()
  }

  static func put(_ behaviour: GuideBehaviour, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO guide_behaviour (id, confirm_percent, delay_seconds, seed)
      VALUES (1, $1, $2, $3)
      ON CONFLICT (id) DO UPDATE SET confirm_percent = excluded.confirm_percent,
        delay_seconds = excluded.delay_seconds, seed = excluded.seed
      """, behaviour.confirmPercent, behaviour.delaySeconds, behaviour.seed)
  }
}
