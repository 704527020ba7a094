import ServiceKit
import Store

/// The rankings' rows, and the figures they are made by.
enum RankingTable {
  static let migration = Migration(
    name: "customers-048-ranking",
    sql: """
      CREATE TABLE ranking (
        id INTEGER PRIMARY KEY,
        attribute TEXT NOT NULL UNIQUE,
        definition BLOB NOT NULL,
        create_time INTEGER NOT NULL,
        jobid TEXT NOT NULL,
        last_run BLOB NOT NULL
      ) STRICT;
      """)

  private static let columns = "id, attribute, definition, create_time, jobid, last_run"

  private static func decode(_ row: borrowing Row) -> Ranking {
    Ranking(
      key: row.int64(0), attribute: row.text(1), definition: row.bytes(2),
      createTime: Instant(microseconds: row.int64(3)), jobid: row.text(4), lastRun: row.bytes(5))
  }

  static func find(_ attribute: String, in reader: Reader) throws -> Ranking? {
    try reader.first(
      "SELECT \(columns) FROM ranking WHERE attribute = $1", attribute, decode: decode)
  }

  /// Nil when it is deleted.
  static func find(_ key: Int64, in reader: Reader) throws -> Ranking? {
    try reader.first("SELECT \(columns) FROM ranking WHERE id = $1", key, decode: decode)
  }

  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM ranking") { $0.int(0) }!
  }

  /// By their attributes, those after one.
  static func list(after attribute: String, limit: Int, in reader: Reader) throws -> [Ranking] {
    try reader.all(
      "SELECT \(columns) FROM ranking WHERE attribute > $1 ORDER BY attribute LIMIT $2", attribute,
      limit, decode: decode)
  }

  /// Returns the new row's key.
  static func insert(_ ranking: Ranking, in writer: Writer) throws -> Int64 {
    try writer.first(
      """
      INSERT INTO ranking (attribute, definition, create_time, jobid, last_run)
      VALUES ($1, $2, $3, $4, $5) RETURNING id
      """, ranking.attribute, ranking.definition, ranking.createTime.microseconds, ranking.jobid,
      ranking.lastRun
    ) { $0.int64(0) }!
  }

  static func update(_ ranking: Ranking, in writer: Writer) throws {
    try writer.run(
      "UPDATE ranking SET jobid = $2, last_run = $3 WHERE id = $1", ranking.key, ranking.jobid,
      ranking.lastRun)
  }

  static func delete(_ key: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM ranking WHERE id = $1", key)
  }

  /// When customers last chatted with anybody who has them, of those who did; microseconds.
  static func lastChats(
    of customers: ClosedRange<Int64>, in reader: Reader
  ) throws -> [Int64: Double] {
    var found: [Int64: Double] = [:]
    try reader.each(
      """
      SELECT customer_id, max(last_chat_time) FROM relation
      WHERE customer_id >= $1 AND customer_id <= $2 AND status IN (1, 2)
        AND last_chat_time IS NOT NULL
      GROUP BY customer_id
      """, customers.lowerBound, customers.upperBound
    ) { found[$0.int64(0)] = Double($0.int64(1)) }
    return found
  }

  /// The tiers customers have been given, by the customers' keys; those that others wrote too, with
  /// whether they are a ranking's.
  static func tiers(
    _ attribute: String, of customers: ClosedRange<Int64>, in reader: Reader
  ) throws -> [Int64: (tier: Double?, isRanking: Bool)] {
    var found: [Int64: (tier: Double?, isRanking: Bool)] = [:]
    try reader.each(
      """
      SELECT customer_id, number_value, source = $5 FROM attribute
      WHERE name = $1 AND customer_id >= $2 AND customer_id <= $3 AND provenance = $4
      """, attribute, customers.lowerBound, customers.upperBound,
      Attribute.Provenance.derived.rawValue, Ranking.source
    ) { found[$0.int64(0)] = ($0.optionalDouble(1), $0.bool(2)) }
    return found
  }
}
