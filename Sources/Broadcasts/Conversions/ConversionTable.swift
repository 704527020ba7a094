import ServiceKit
import Store

/// The conversions' rows, and their sums by delivery.
enum ConversionTable {
  static let migration = Migration(
    name: "broadcasts-006-conversion",
    sql: """
      CREATE TABLE conversion (
        id INTEGER PRIMARY KEY,
        conversion_id TEXT NOT NULL UNIQUE,
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 2),
        amount_cents INTEGER NOT NULL,
        conversion_time INTEGER NOT NULL,
        FOREIGN KEY (broadcast_id, recipient_id)
          REFERENCES delivery (broadcast_id, recipient_id)
      ) STRICT;
      CREATE TABLE delivery_conversion (
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        conversion_count INTEGER NOT NULL,
        amount_cents INTEGER NOT NULL,
        PRIMARY KEY (broadcast_id, recipient_id)
      ) STRICT, WITHOUT ROWID;
      """)

  static func find(_ id: String, in reader: Reader) throws -> Conversion? {
    try reader.first(
      """
      SELECT conversion_id, msgid, public_id, kind, amount_cents, conversion_time, offer_id
      FROM conversion
      JOIN broadcast ON broadcast.id = conversion.broadcast_id
      JOIN recipient ON recipient.id = conversion.recipient_id
      WHERE conversion_id = $1
      """, id
    ) { row in
      try Conversion(
        id: row.text(0), msgid: row.text(1), recipientID: row.text(2), kind: try row.value(3),
        amountCents: row.int64(4), time: Instant(microseconds: row.int64(5)),
        offerID: row.text(6))
    }
  }

  /// Keeps a conversion; true when it is the delivery's first.
  static func insert(
    _ conversion: Conversion, _ delivery: DeliveryKey, in writer: Writer
  ) throws -> Bool {
    try writer.run(
      """
      INSERT INTO conversion (conversion_id, broadcast_id, recipient_id, kind, amount_cents,
        conversion_time, offer_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, conversion.id, delivery.broadcast, delivery.recipient, conversion.kind.rawValue,
      conversion.amountCents, conversion.time.microseconds, conversion.offerID)
    try OldCustomerTable.insert(delivery.recipient, in: writer)
    return try writer.first(
      """
      INSERT INTO delivery_conversion (broadcast_id, recipient_id, conversion_count, amount_cents)
      VALUES ($1, $2, 1, $3)
      ON CONFLICT (broadcast_id, recipient_id) DO UPDATE SET
        conversion_count = conversion_count + 1,
        amount_cents = delivery_conversion.amount_cents + excluded.amount_cents
      RETURNING conversion_count
      """, delivery.broadcast, delivery.recipient, conversion.amountCents
    ) { $0.int64(0) }! == 1
  }
}
