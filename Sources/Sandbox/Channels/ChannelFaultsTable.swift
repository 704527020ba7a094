import ServiceKit
import Store

/// The faults of the corp's channel: one row, once they were set.
enum ChannelFaultsTable {
  static let migration = Migration(
    name: "sandbox-001-channel-faults",
    sql: """
      CREATE TABLE channel_faults (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        refuse_percent INTEGER NOT NULL,
        slow_percent INTEGER NOT NULL,
        late_percent INTEGER NOT NULL,
        lose_percent INTEGER NOT NULL,
        repeat_percent INTEGER NOT NULL,
        unknown_percent INTEGER NOT NULL,
        slow_seconds INTEGER NOT NULL,
        is_down INTEGER NOT NULL,
        seed TEXT NOT NULL
      ) STRICT;
      """)

  static func faults(in reader: Reader) throws -> ChannelFaults {
    try reader.first(
      """
      SELECT refuse_percent, slow_percent, late_percent, lose_percent, repeat_percent,
        slow_seconds, is_down, seed, unknown_percent
      FROM channel_faults
      """
    ) { row in
      ChannelFaults(
        percents: [
          .refused: row.int(0), .slow: row.int(1), .late: row.int(2), .lost: row.int(3),
          .repeated: row.int(4), .unknown: row.int(8),
        ],
        slowSeconds: row.int(5), isDown: row.bool(6), seed: row.text(7))
    } ?? ChannelFaults()
  }

  static func put(_ faults: ChannelFaults, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO channel_faults (id, refuse_percent, slow_percent, late_percent, lose_percent,
        repeat_percent, slow_seconds, is_down, seed, unknown_percent)
      VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (id) DO UPDATE SET refuse_percent = excluded.refuse_percent,
        slow_percent = excluded.slow_percent, late_percent = excluded.late_percent,
        lose_percent = excluded.lose_percent, repeat_percent = excluded.repeat_percent,
        slow_seconds = excluded.slow_seconds, is_down = excluded.is_down, seed = excluded.seed,
        unknown_percent = excluded.unknown_percent
      """, faults.percent(.refused), faults.percent(.slow), faults.percent(.late),
      faults.percent(.lost), faults.percent(.repeated), faults.slowSeconds, faults.isDown,
      faults.seed, faults.percent(.unknown))
  }
}
