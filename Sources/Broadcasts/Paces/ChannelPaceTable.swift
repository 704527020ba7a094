import ServiceKit
import Store

/// The paces of the corp's channels, and how far each has used its own.
enum ChannelPaceTable {
  static let migration = Migration(
    name: "broadcasts-014-channel-pace",
    sql: """
      CREATE TABLE channel_pace (
        channel_id TEXT PRIMARY KEY,
        per_minute INTEGER NOT NULL,
        due_time INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      """)

  private static let columns = "channel_id, per_minute, due_time"

  private static func decode(_ row: borrowing Row) -> ChannelPace {
    ChannelPace(
      channelID: row.text(0), perMinute: row.int(1),
      dueTime: Instant(microseconds: row.int64(2)))
  }

  static func find(_ channelID: String, in reader: Reader) throws -> ChannelPace? {
    try reader.first(
      "SELECT \(columns) FROM channel_pace WHERE channel_id = $1", channelID, decode: decode)
  }

  static func list(after: String, limit: Int, in reader: Reader) throws -> [ChannelPace] {
    try reader.all(
      "SELECT \(columns) FROM channel_pace WHERE channel_id > $1 ORDER BY channel_id LIMIT $2",
      after, limit, decode: decode)
  }

  static func put(_ pace: ChannelPace, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO channel_pace (channel_id, per_minute, due_time) VALUES ($1, $2, $3)
      ON CONFLICT (channel_id) DO UPDATE SET per_minute = excluded.per_minute,
        due_time = excluded.due_time
      """, pace.channelID, pace.perMinute, pace.dueTime.microseconds)
  }

  static func delete(_ channelID: String, in writer: Writer) throws {
    try writer.run("DELETE FROM channel_pace WHERE channel_id = $1", channelID)
  }
}
