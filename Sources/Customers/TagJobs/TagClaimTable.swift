import Store

/// The claims' rows: by relation, to be ended by its changes, and by source, to be taken back.
enum TagClaimTable {
  static let sql = """
    CREATE TABLE tag_claim (
      customer_id INTEGER NOT NULL,
      member_id INTEGER NOT NULL,
      source INTEGER NOT NULL,
      given BLOB NOT NULL,
      taken BLOB NOT NULL,
      PRIMARY KEY (customer_id, member_id, source)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tag_claim_by_source ON tag_claim (source, customer_id, member_id);
    """

  private static let columns = "customer_id, member_id, source, given, taken"

  private static func decode(_ row: borrowing Row) -> TagClaim {
    TagClaim(
      customer: row.int64(0), member: row.int64(1), source: ClaimSource(number: row.int64(2)),
      given: row.withBytes(3) { TagSet(packed: $0) }, taken: row.withBytes(4) { TagSet(packed: $0) }
    )
  }

  static func isEmpty(in reader: Reader) throws -> Bool {
    try !reader.exists("SELECT 1 FROM tag_claim LIMIT 1")
  }

  /// The claims on one relation's tags.
  static func claims(
    customer: Int64, member: Int64, in reader: Reader
  ) throws -> [TagClaim] {
    try reader.all(
      "SELECT \(columns) FROM tag_claim WHERE customer_id = $1 AND member_id = $2", customer,
      member, decode: decode)
  }

  static func find(
    _ source: ClaimSource, customer: Int64, member: Int64, in reader: Reader
  ) throws -> TagClaim? {
    try reader.first(
      """
      SELECT \(columns) FROM tag_claim WHERE customer_id = $1 AND member_id = $2 AND source = $3
      """, customer, member, source.number, decode: decode)
  }

  /// A source's claims, ascending by relation.
  static func claims(
    of source: ClaimSource, after place: (customer: Int64, member: Int64), limit: Int,
    in reader: Reader
  ) throws -> [TagClaim] {
    try reader.all(
      """
      SELECT \(columns) FROM tag_claim WHERE source = $1 AND (customer_id, member_id) > ($2, $3)
      ORDER BY customer_id, member_id LIMIT $4
      """, source.number, place.customer, place.member, limit, decode: decode)
  }

  static func put(_ claim: TagClaim, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO tag_claim (\(columns)) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (customer_id, member_id, source) DO UPDATE SET
        given = excluded.given, taken = excluded.taken
      """, claim.customer, claim.member, claim.source.number, claim.given.packed,
      claim.taken.packed)
  }

  static func delete(_ claim: TagClaim, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM tag_claim WHERE customer_id = $1 AND member_id = $2 AND source = $3",
      claim.customer, claim.member, claim.source.number)
  }
}
