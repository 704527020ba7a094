import ServiceKit
import Store

/// What the channel was given, in the order in which it was.
enum ChannelMessageTable {
  static let migration = Migration(
    name: "sandbox-002-channel-message",
    sql: """
      CREATE TABLE channel_message (
        id INTEGER PRIMARY KEY,
        delivery_id TEXT NOT NULL UNIQUE,
        msgid TEXT NOT NULL,
        userid TEXT NOT NULL,
        recipient_id TEXT NOT NULL,
        is_group INTEGER NOT NULL,
        content BLOB NOT NULL,
        fault INTEGER CHECK (fault BETWEEN 1 AND 6),
        give_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX channel_message_msgid ON channel_message (msgid, id);
      CREATE INDEX channel_message_recipient ON channel_message (recipient_id, id);
      """)

  private static let columns = """
    id, delivery_id, msgid, userid, recipient_id, is_group, content, fault, give_time
    """

  private static func decode(_ row: borrowing Row) throws -> (key: Int64, ChannelMessage) {
    (
      row.int64(0),
      ChannelMessage(
        deliveryID: row.text(1), msgid: row.text(2), userid: row.text(3),
        recipientID: row.text(4), isGroup: row.bool(5), content: row.bytes(6),
        fault: row.optionalInt(7).flatMap(Fault.init), giveTime: Instant(microseconds: row.int64(8))
      )
    )
  }

  static func find(_ deliveryID: String, in reader: Reader) throws -> ChannelMessage? {
    try reader.first(
      "SELECT \(columns) FROM channel_message WHERE delivery_id = $1", deliveryID, decode: decode)?
      .1
  }

  /// `msgid` and `recipientID` are filters unless they are empty.
  static func list(
    msgid: String, recipientID: String, after: Int64, limit: Int, in reader: Reader
  ) throws -> [(key: Int64, ChannelMessage)] {
    var conditions = ["id > $1"]
    if !msgid.isEmpty { conditions.append("msgid = $3") }
    if !recipientID.isEmpty { conditions.append("recipient_id = $4") }
    // A parameter that no condition names is named here, so that each has a place.
    let source = """
      SELECT \(columns) FROM channel_message
      WHERE \(conditions.joined(separator: " AND ")) AND $3 IS NOT NULL AND $4 IS NOT NULL
      ORDER BY id LIMIT $2
      """
    return try reader.all(source, after, limit, msgid, recipientID, decode: decode)
  }

  static func insert(_ message: ChannelMessage, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO channel_message (delivery_id, msgid, userid, recipient_id, is_group, content,
        fault, give_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """, message.deliveryID, message.msgid, message.userid, message.recipientID, message.isGroup,
      message.content, message.fault?.rawValue, message.giveTime.microseconds)
  }
}
