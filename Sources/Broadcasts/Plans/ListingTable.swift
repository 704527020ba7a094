import Store

/// What customers listed of a plan, a row an answer, until the plan is made of it.
enum ListingTable {
  /// A plan that an earlier program was at begins anew: it wrote recipients as they were listed.
  static let migration = Migration(
    name: "broadcasts-040-listing",
    sql: """
      CREATE TABLE listing (
        id INTEGER PRIMARY KEY,
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        recipients BLOB NOT NULL
      ) STRICT;
      CREATE INDEX listing_by_broadcast ON listing (broadcast_id, id);
      DELETE FROM delivery WHERE broadcast_id IN (SELECT id FROM broadcast WHERE state = 1)
        AND NOT EXISTS (SELECT 1 FROM conversion
          WHERE conversion.broadcast_id = delivery.broadcast_id
            AND conversion.recipient_id = delivery.recipient_id);
      DELETE FROM task WHERE broadcast_id IN (SELECT id FROM broadcast WHERE state = 1)
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.broadcast_id = task.broadcast_id
          AND delivery.member_id = task.member_id);
      DELETE FROM refusal WHERE broadcast_id IN (SELECT id FROM broadcast WHERE state = 1);
      UPDATE broadcast_count SET member_count = 0, refused_count = 0, recipient_count = 0,
        held_out_count = 0
      WHERE broadcast_id IN (SELECT id FROM broadcast WHERE state = 1);
      UPDATE variant_count SET recipient_count = 0
      WHERE broadcast_id IN (SELECT id FROM broadcast WHERE state = 1);
      UPDATE job SET cursor = x'', processed_count = 0, total_count = 0
      WHERE kind = 'plan-broadcast' AND state <= 2;
      """)

  static func insert(_ recipients: [UInt8], broadcast: Int64, in writer: Writer) throws {
    try writer.run(
      "INSERT INTO listing (broadcast_id, recipients) VALUES ($1, $2)", broadcast, recipients)
  }

  /// Some of a broadcast's rows in their order, after one of them.
  static func list(
    broadcast: Int64, after: Int64, limit: Int, in reader: Reader
  ) throws -> [(id: Int64, recipients: [UInt8])] {
    try reader.all(
      """
      SELECT id, recipients FROM listing WHERE broadcast_id = $1 AND id > $2 ORDER BY id LIMIT $3
      """, broadcast, after, limit
    ) { ($0.int64(0), $0.bytes(1)) }
  }

  /// Lets go of some of a broadcast's rows, and says how many.
  static func delete(broadcast: Int64, limit: Int, in writer: Writer) throws -> Int {
    try writer.run(
      """
      DELETE FROM listing
      WHERE id IN (SELECT id FROM listing WHERE broadcast_id = $1 ORDER BY id LIMIT $2)
      """, broadcast, limit)
  }
}
