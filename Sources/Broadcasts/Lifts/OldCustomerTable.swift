import Store

/// Who is an old customer 老客: everybody of whom a conversion was recorded, of any broadcast.
///
/// A plan looks each recipient up once and keeps the answer in the delivery, so that he stays what he
/// was then. `old_count` counts the old customers of a broadcast, a row for each of its variants and one
/// for those without; it is changed by `CounterTable` alone. The new ones are the others.
enum OldCustomerTable {
  static let migration = Migration(
    name: "broadcasts-047-old-customer",
    sql: """
      CREATE TABLE old_customer (
        recipient_id INTEGER PRIMARY KEY REFERENCES recipient (id)
      ) STRICT;
      INSERT INTO old_customer (recipient_id)
        SELECT DISTINCT recipient_id FROM delivery_conversion ORDER BY recipient_id;
      ALTER TABLE delivery ADD COLUMN is_old INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE old_count (
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        variant INTEGER NOT NULL CHECK (variant >= 0),
        recipient_count INTEGER NOT NULL DEFAULT 0,
        leased_count INTEGER NOT NULL DEFAULT 0,
        sent_count INTEGER NOT NULL DEFAULT 0,
        failed_count INTEGER NOT NULL DEFAULT 0,
        conversion_count INTEGER NOT NULL DEFAULT 0,
        converted_count INTEGER NOT NULL DEFAULT 0,
        amount_cents INTEGER NOT NULL DEFAULT 0,
        held_out_count INTEGER NOT NULL DEFAULT 0,
        held_out_conversion_count INTEGER NOT NULL DEFAULT 0,
        held_out_converted_count INTEGER NOT NULL DEFAULT 0,
        held_out_amount_cents INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (broadcast_id, variant)
      ) STRICT, WITHOUT ROWID;
      """)

  static func hasAny(in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM old_customer LIMIT 1")
  }

  static func contains(_ recipient: Int64, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM old_customer WHERE recipient_id = $1", recipient)
  }

  static func contains(recipientID: String, in reader: Reader) throws -> Bool {
    guard let key = try PlanTable.recipientKey(recipientID, known: reader) else { return false }
    return try contains(key, in: reader)
  }

  /// Keeps that a conversion of somebody was recorded.
  static func insert(_ recipient: Int64, in writer: Writer) throws {
    try writer.run(
      "INSERT INTO old_customer (recipient_id) VALUES ($1) ON CONFLICT DO NOTHING", recipient)
  }

  static func insertCounts(variants: Int, broadcast: Int64, in writer: Writer) throws {
    for variant in 0...variants {
      try writer.run(
        "INSERT INTO old_count (broadcast_id, variant) VALUES ($1, $2)", broadcast, variant)
    }
  }

  /// What is counted of old customers by variant, from 0 for those without; nil for a broadcast that was
  /// created before they were told apart.
  static func counts(broadcast: Int64, in reader: Reader) throws -> [Counts]? {
    let counts = try reader.all(
      """
      SELECT \(CounterTable.deliveryColumns) FROM old_count WHERE broadcast_id = $1
      ORDER BY variant
      """, broadcast
    ) { CounterTable.decode($0, from: 0) }
    return counts.isEmpty ? nil : counts
  }
}
