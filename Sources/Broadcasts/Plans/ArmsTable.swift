import Store

/// The columns and counters that a split broadcast has beside the others, and the counters of its
/// variants: one row each, changed by `CounterTable.add` alone.
enum ArmsTable {
  static let migration = Migration(
    name: "broadcasts-010-arms",
    sql: """
      ALTER TABLE broadcast ADD COLUMN control_percent INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE broadcast ADD COLUMN seed TEXT NOT NULL DEFAULT '';
      ALTER TABLE broadcast ADD COLUMN variant_weights TEXT NOT NULL DEFAULT '';
      ALTER TABLE broadcast ADD COLUMN template_bytes INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE broadcast_content ADD COLUMN variants TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE delivery ADD COLUMN is_held_out INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE delivery ADD COLUMN variant INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE broadcast_count ADD COLUMN held_out_count INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE broadcast_count ADD COLUMN held_out_conversion_count INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE broadcast_count ADD COLUMN held_out_converted_count INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE broadcast_count ADD COLUMN held_out_amount_cents INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE task ADD COLUMN held_out_count INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE task ADD COLUMN held_out_conversion_count INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE task ADD COLUMN held_out_converted_count INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE task ADD COLUMN held_out_amount_cents INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE variant_count (
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        variant INTEGER NOT NULL CHECK (variant > 0),
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

  static let segmentMigration = Migration(
    name: "broadcasts-050-segment",
    sql: """
      ALTER TABLE broadcast ADD COLUMN variant_segments TEXT NOT NULL DEFAULT '';
      """)

  /// For whom the variants are as a row keeps it: "1,2,0", empty where all are for everybody.
  static func segments(_ text: String) -> [CustomerSegment?] {
    text.split(separator: ",").map { Int($0).flatMap(CustomerSegment.init(rawValue:)) }
  }

  static func text(_ segments: [CustomerSegment?]) -> String {
    segments.map { String($0?.rawValue ?? 0) }.joined(separator: ",")
  }

  static func insert(variants: Int, broadcast: Int64, in writer: Writer) throws {
    for variant in 0..<variants {
      try writer.run(
        "INSERT INTO variant_count (broadcast_id, variant) VALUES ($1, $2)", broadcast, variant + 1)
    }
  }

  /// What is counted of each variant, in their order.
  static func counts(broadcast: Int64, in reader: Reader) throws -> [Counts] {
    try reader.all(
      """
      SELECT \(CounterTable.deliveryColumns) FROM variant_count WHERE broadcast_id = $1
      ORDER BY variant
      """, broadcast
    ) { CounterTable.decode($0, from: 0) }
  }
}
