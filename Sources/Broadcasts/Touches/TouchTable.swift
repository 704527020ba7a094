import ServiceKit
import Store

/// The touches' rows, their sums by delivery, and the counters, which are changed in the transaction
/// of what they count: one row a broadcast, and one each for its members, variants and days.
enum TouchTable {
  static let migration = Migration(
    name: "broadcasts-020-touch",
    sql: """
      CREATE TABLE link_secret (secret TEXT NOT NULL) STRICT;
      INSERT INTO link_secret (secret) VALUES (lower(hex(randomblob(32))));
      CREATE TABLE touch (
        id INTEGER PRIMARY KEY,
        touch_id TEXT NOT NULL UNIQUE,
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
        touch_time INTEGER NOT NULL,
        read_percent INTEGER NOT NULL,
        read_seconds INTEGER NOT NULL,
        FOREIGN KEY (broadcast_id, recipient_id)
          REFERENCES delivery (broadcast_id, recipient_id)
      ) STRICT;
      CREATE TABLE touch_trail (
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        click_count INTEGER NOT NULL,
        first_click_time INTEGER,
        read_count INTEGER NOT NULL,
        read_percent INTEGER NOT NULL,
        read_seconds INTEGER NOT NULL,
        visit_count INTEGER NOT NULL,
        first_visit_time INTEGER,
        PRIMARY KEY (broadcast_id, recipient_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE touch_count (
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        dimension INTEGER NOT NULL CHECK (dimension BETWEEN 1 AND 4),
        item INTEGER NOT NULL,
        click_count INTEGER NOT NULL,
        clicked_count INTEGER NOT NULL,
        reading_count INTEGER NOT NULL,
        read_percent INTEGER NOT NULL,
        read_seconds INTEGER NOT NULL,
        visit_count INTEGER NOT NULL,
        visited_count INTEGER NOT NULL,
        clicked_visited_count INTEGER NOT NULL,
        clicked_converted_count INTEGER NOT NULL,
        clicked_visited_converted_count INTEGER NOT NULL,
        PRIMARY KEY (broadcast_id, dimension, item)
      ) STRICT, WITHOUT ROWID;
      """)

  static func linkSecret(in reader: Reader) throws -> String {
    try reader.first("SELECT secret FROM link_secret") { $0.text(0) }!
  }

  /// A touch that was recorded, and of which delivery.
  static func find(_ id: String, in reader: Reader) throws -> (Touch, DeliveryKey)? {
    try reader.first(
      """
      SELECT touch_id, kind, touch_time, read_percent, read_seconds, broadcast_id, recipient_id
      FROM touch WHERE touch_id = $1
      """, id
    ) { row in
      (
        try Touch(
          id: row.text(0), kind: try row.value(1), time: Instant(microseconds: row.int64(2)),
          readPercent: row.int(3), readSeconds: row.int(4)),
        DeliveryKey(broadcast: row.int64(5), recipient: row.int64(6))
      )
    }
  }

  static func insert(_ touch: Touch, of key: DeliveryKey, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO touch (touch_id, broadcast_id, recipient_id, kind, touch_time, read_percent,
        read_seconds)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, touch.id, key.broadcast, key.recipient, touch.kind.rawValue,
      touch.time.microseconds, touch.readPercent, touch.readSeconds)
  }

  // MARK: Trails

  private static let trailColumns = """
    click_count, first_click_time, read_count, touch_trail.read_percent, touch_trail.read_seconds,
    visit_count, first_visit_time
    """

  private static func decode(_ row: borrowing Row, from column: Int) -> TouchTrail {
    TouchTrail(
      clickCount: row.int64(column),
      firstClickTime: row.optionalInt64(column + 1).map(Instant.init(microseconds:)),
      readCount: row.int64(column + 2), readPercent: row.int(column + 3),
      readSeconds: row.int64(column + 4), visitCount: row.int64(column + 5),
      firstVisitTime: row.optionalInt64(column + 6).map(Instant.init(microseconds:)))
  }

  /// What a recipient did; nil when he did nothing. Whether he converted, the caller knows.
  static func trail(of key: DeliveryKey, in reader: Reader) throws -> TouchTrail? {
    try reader.first(
      """
      SELECT \(trailColumns) FROM touch_trail WHERE broadcast_id = $1 AND recipient_id = $2
      """, key.broadcast, key.recipient
    ) { decode($0, from: 0) }
  }

  static func put(_ trail: TouchTrail, of key: DeliveryKey, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO touch_trail (broadcast_id, recipient_id, click_count, first_click_time,
        read_count, read_percent, read_seconds, visit_count, first_visit_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (broadcast_id, recipient_id) DO UPDATE SET click_count = excluded.click_count,
        first_click_time = excluded.first_click_time, read_count = excluded.read_count,
        read_percent = excluded.read_percent, read_seconds = excluded.read_seconds,
        visit_count = excluded.visit_count, first_visit_time = excluded.first_visit_time
      """, key.broadcast, key.recipient, trail.clickCount, trail.firstClickTime?.microseconds,
      trail.readCount, trail.readPercent, trail.readSeconds, trail.visitCount,
      trail.firstVisitTime?.microseconds)
  }

  /// Those who did anything, in the order of the recipients' keys.
  static func touched(
    broadcast: Int64, after: Int64, limit: Int, in reader: Reader
  ) throws -> [TouchedRecipient] {
    try reader.all(
      """
      SELECT touch_trail.recipient_id, userid, public_id, chat_type, coalesce(conversion_count, 0),
        coalesce(delivery_conversion.amount_cents, 0), \(trailColumns)
      FROM touch_trail
      CROSS JOIN delivery ON delivery.broadcast_id = touch_trail.broadcast_id
        AND delivery.recipient_id = touch_trail.recipient_id
      CROSS JOIN broadcast ON broadcast.id = touch_trail.broadcast_id
      CROSS JOIN member ON member.id = delivery.member_id
      CROSS JOIN recipient ON recipient.id = touch_trail.recipient_id
      LEFT JOIN delivery_conversion
        ON delivery_conversion.broadcast_id = touch_trail.broadcast_id
        AND delivery_conversion.recipient_id = touch_trail.recipient_id
      WHERE touch_trail.broadcast_id = $1 AND touch_trail.recipient_id > $2
      ORDER BY touch_trail.recipient_id LIMIT $3
      """, broadcast, after, limit
    ) { row in
      TouchedRecipient(
        recipient: row.int64(0), userid: row.text(1), recipientID: row.text(2),
        chatType: try row.value(3), conversionCount: row.int64(4), amountCents: row.int64(5),
        trail: decode(row, from: 6))
    }
  }
}

/// A recipient who did anything.
struct TouchedRecipient: Sendable, Equatable {
  let recipient: Int64
  let userid: String
  let recipientID: String
  let chatType: Broadcast.ChatType
  let conversionCount: Int64
  let amountCents: Int64
  let trail: TouchTrail
}
