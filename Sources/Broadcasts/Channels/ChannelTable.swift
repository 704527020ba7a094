import ServiceKit
import Store

/// The corp's channels, and how far each has used its pace.
enum ChannelTable {
  static let migration = Migration(
    name: "broadcasts-014-channel-pace",
    sql: """
      CREATE TABLE channel_pace (
        channel_id TEXT PRIMARY KEY,
        per_minute INTEGER NOT NULL,
        due_time INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      """)

  static let carriesMigration = Migration(
    name: "broadcasts-057-channel",
    sql: """
      CREATE TABLE channel (
        channel_id TEXT PRIMARY KEY,
        per_minute INTEGER,
        due_time INTEGER NOT NULL,
        text_bytes INTEGER,
        attachment_kinds TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      INSERT INTO channel SELECT channel_id, per_minute, due_time, NULL, '' FROM channel_pace;
      DROP TABLE channel_pace;
      """)

  private static let columns = "channel_id, per_minute, due_time, text_bytes, attachment_kinds"

  private static func decode(_ row: borrowing Row) -> DeliveryChannel {
    let dueTime = Instant(microseconds: row.int64(2))
    let kinds = row.text(4).split(separator: ",").compactMap {
      Int($0).flatMap(Attachment.Kind.init)
    }
    return DeliveryChannel(
      id: row.text(0),
      pace: row.optionalInt(1).map { ChannelPace(perMinute: $0, dueTime: dueTime) },
      carries: row.optionalInt(3).map {
        Carries(textBytes: $0, attachmentKinds: Set(kinds))
      })
  }

  static func find(_ channelID: String, in reader: Reader) throws -> DeliveryChannel? {
    try reader.first(
      "SELECT \(columns) FROM channel WHERE channel_id = $1", channelID, decode: decode)
  }

  static func list(after: String, limit: Int, in reader: Reader) throws -> [DeliveryChannel] {
    try reader.all(
      "SELECT \(columns) FROM channel WHERE channel_id > $1 ORDER BY channel_id LIMIT $2",
      after, limit, decode: decode)
  }

  static func put(_ channel: DeliveryChannel, in writer: Writer) throws {
    let kinds = channel.carries?.attachmentKinds.map(\.rawValue).sorted() ?? []
    try writer.run(
      """
      INSERT INTO channel (channel_id, per_minute, due_time, text_bytes, attachment_kinds)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (channel_id) DO UPDATE SET per_minute = excluded.per_minute,
        due_time = excluded.due_time, text_bytes = excluded.text_bytes,
        attachment_kinds = excluded.attachment_kinds
      """, channel.id, channel.pace?.perMinute, channel.pace?.dueTime.microseconds ?? 0,
      channel.carries?.textBytes, kinds.map(String.init).joined(separator: ","))
  }

  static func delete(_ channelID: String, in writer: Writer) throws {
    try writer.run("DELETE FROM channel WHERE channel_id = $1", channelID)
  }
}
