import ServiceKit
import Store

/// The persons' rows. Keys are given out ascending and never come back: an audience is walked in
/// their order.
enum CustomerTable {
  static let migration = Migration(
    name: "customers-001-customer",
    sql: """
      CREATE TABLE customer (
        id INTEGER PRIMARY KEY,
        external_userid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        avatar TEXT NOT NULL,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
        gender INTEGER NOT NULL CHECK (gender BETWEEN 0 AND 2),
        unionid TEXT NOT NULL,
        create_time INTEGER NOT NULL
      ) STRICT;
      """)

  static let corpNameMigration = Migration(
    name: "customers-010-corp-name",
    sql: """
      ALTER TABLE customer ADD COLUMN corp_name TEXT NOT NULL DEFAULT '';
      CREATE INDEX customer_by_corp_name ON customer (corp_name, id) WHERE corp_name <> '';
      """)

  private static let columns = """
    customer.id, external_userid, customer.name, avatar, kind, gender, unionid,
    corp_name, customer.create_time
    """

  private static func decode(_ row: borrowing Row) throws -> Customer {
    Customer(
      key: row.int64(0), externalUserid: row.text(1), name: row.text(2), avatar: row.text(3),
      kind: try row.value(4), gender: try row.value(5), unionid: row.text(6),
      corpName: row.text(7), createTime: Instant(microseconds: row.int64(8)))
  }

  // Made once: a text that is put together for each call is not one that the store knows by its place.
  private static let selectByKey = "SELECT \(columns) FROM customer WHERE id = $1"
  private static let selectByID = """
    SELECT \(columns) FROM customer_key_new CROSS JOIN customer ON customer.id = customer_id
    WHERE hash = $1 AND external_userid = $2
    UNION ALL
    SELECT \(columns) FROM customer_key CROSS JOIN customer ON customer.id = customer_id
    WHERE hash = $1 AND external_userid = $2
    """

  private static let selectWithTagsByID = """
    SELECT \(columns), \(tagColumns)
    FROM customer_key_new CROSS JOIN customer ON customer.id = customer_id
    WHERE hash = $1 AND external_userid = $2
    UNION ALL
    SELECT \(columns), \(tagColumns)
    FROM customer_key CROSS JOIN customer ON customer.id = customer_id
    WHERE hash = $1 AND external_userid = $2
    """
  private static let tagColumns = """
    (SELECT version FROM tag_total),
    EXISTS (SELECT 1 FROM personal_tag WHERE personal_tag.customer_id = customer.id)
    """

  /// The customer, the version of the corp's tags, and whether a member gave him tags of his own: asked
  /// for by themselves, the last two would cost a reader as much as the customer does.
  static func findWithTags(
    _ externalUserid: String, in reader: Reader
  ) throws -> (customer: Customer, tagVersion: Int64, hasPersonalTags: Bool)? {
    try reader.first(
      selectWithTagsByID, CustomerKeyTable.hash(externalUserid), externalUserid
    ) { row in
      (try decode(row), row.int64(9), row.int64(10) != 0)
    }
  }

  static func find(_ externalUserid: String, in reader: Reader) throws -> Customer? {
    try reader.first(
      selectByID, CustomerKeyTable.hash(externalUserid), externalUserid, decode: decode)
  }

  static func find(_ key: Int64, in reader: Reader) throws -> Customer {
    try reader.first(selectByKey, key, decode: decode)!
  }

  static func key(of externalUserid: String, in reader: Reader) throws -> Int64? {
    try reader.first(
      """
      SELECT id FROM customer_key_new CROSS JOIN customer ON customer.id = customer_id
      WHERE hash = $1 AND external_userid = $2
      UNION ALL
      SELECT id FROM customer_key CROSS JOIN customer ON customer.id = customer_id
      WHERE hash = $1 AND external_userid = $2
      """, CustomerKeyTable.hash(externalUserid), externalUserid
    ) { $0.int64(0) }
  }

  /// Those of whom a unionid was said: one, unless the caller got it wrong.
  static func keys(ofUnionid unionid: String, in reader: Reader) throws -> [Int64] {
    try reader.all(
      """
      SELECT id FROM customer_key_new CROSS JOIN customer ON customer.id = customer_id
      WHERE hash = $1 AND unionid = $2
      UNION
      SELECT id FROM customer_key CROSS JOIN customer ON customer.id = customer_id
      WHERE hash = $1 AND unionid = $2
      ORDER BY id LIMIT 100
      """, CustomerKeyTable.hash(ofUnionid: unionid), unionid
    ) { $0.int64(0) }
  }

  /// Of whom some member noted a phone number, or did once: ascending from a key on.
  static func keys(
    ofMobile number: TypedNumber, from key: Int64, limit: Int, in reader: Reader
  ) throws -> [Int64] {
    try reader.all(
      """
      SELECT customer_id FROM customer_key WHERE hash = $1 AND customer_id >= $2
      UNION
      SELECT customer_id FROM customer_key_new WHERE hash = $1 AND customer_id >= $2
      ORDER BY customer_id LIMIT $3
      """, CustomerKeyTable.hash(ofMobile: number), key, limit
    ) { $0.int64(0) }
  }

  static func externalUserid(of key: Int64, in reader: Reader) throws -> String {
    try reader.first("SELECT external_userid FROM customer WHERE id = $1", key) { $0.text(0) }!
  }

  /// The newest person's key; 0 when there is none.
  static func newestKey(in reader: Reader) throws -> Int64 {
    try reader.first("SELECT coalesce(max(id), 0) FROM customer") { $0.int64(0) }!
  }

  /// Returns the new row's key. The caller has seen that nobody has the external_userid.
  static func insert(_ customer: Customer, in writer: Writer) throws -> Int64 {
    let key = try writer.insert(
      """
      INSERT INTO customer (external_userid, name, avatar, kind, gender, unionid, corp_name,
        create_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """, customer.externalUserid, customer.name, customer.avatar, customer.kind.rawValue,
      customer.gender.rawValue, customer.unionid, customer.corpName,
      customer.createTime.microseconds)
    try CustomerKeyTable.insert(customer.externalUserid, key: key, in: writer)
    if !customer.unionid.isEmpty {
      try CustomerKeyTable.insert(unionid: customer.unionid, key: key, in: writer)
    }
    return key
  }

  static func update(_ customer: Customer, over before: Customer, in writer: Writer) throws {
    if !customer.unionid.isEmpty, customer.unionid != before.unionid {
      try CustomerKeyTable.insert(unionid: customer.unionid, key: customer.key, in: writer)
    }
    try writer.run(
      """
      UPDATE customer SET name = $2, avatar = $3, kind = $4, gender = $5, unionid = $6,
        corp_name = $7
      WHERE id = $1
      """, customer.key, customer.name, customer.avatar, customer.kind.rawValue,
      customer.gender.rawValue, customer.unionid, customer.corpName)
  }
}
