import Store

/// Finds a customer's key by his external_userid, his unionid or a phone number that a member noted of
/// him, by way of a number made of it: they are long and in no order, and an index of the texts
/// themselves is three times as large.
///
/// Two customers may have the same number, and one keeps that of a unionid or a phone number he had
/// before, so what is found here is compared with the row. New ones come into `customer_key_new`; see `RecentKeys`.
enum CustomerKeyTable {
  static let migration = Migration(
    name: "customers-021-customer-key",
    sql: """
      CREATE TABLE customer_of_keys (
        id INTEGER PRIMARY KEY,
        external_userid TEXT NOT NULL,
        name TEXT NOT NULL,
        avatar TEXT NOT NULL,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
        gender INTEGER NOT NULL CHECK (gender BETWEEN 0 AND 2),
        unionid TEXT NOT NULL,
        create_time INTEGER NOT NULL,
        corp_name TEXT NOT NULL
      ) STRICT;
      INSERT INTO customer_of_keys
        SELECT id, external_userid, name, avatar, kind, gender, unionid, create_time, corp_name
        FROM customer ORDER BY id;
      DROP TABLE customer;
      ALTER TABLE customer_of_keys RENAME TO customer;
      CREATE INDEX customer_by_corp_name ON customer (corp_name, id) WHERE corp_name <> '';
      CREATE TABLE customer_key (
        hash INTEGER NOT NULL,
        customer_id INTEGER NOT NULL,
        PRIMARY KEY (hash, customer_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE customer_key_new (
        hash INTEGER NOT NULL,
        customer_id INTEGER NOT NULL,
        PRIMARY KEY (hash, customer_id)
      ) STRICT, WITHOUT ROWID;
      """,
    rewrite: { writer in
      let keys = try writer.all("SELECT id, external_userid FROM customer") { row in
        (hash: hash(row.text(1)), customer: row.int64(0))
      }
      for key in keys.sorted(by: { $0 < $1 }) {
        try writer.run(
          "INSERT INTO customer_key (hash, customer_id) VALUES ($1, $2)", key.hash, key.customer)
      }
    })

  static let unionidMigration = Migration(
    name: "customers-028-unionid-key", sql: "",
    rewrite: { writer in
      let keys = try writer.all("SELECT id, unionid FROM customer WHERE unionid <> ''") { row in
        (hash: hash(ofUnionid: row.text(1)), customer: row.int64(0))
      }
      for key in keys.sorted(by: { $0 < $1 }) {
        try writer.run(
          """
          INSERT INTO customer_key (hash, customer_id) VALUES ($1, $2) ON CONFLICT DO NOTHING
          """, key.hash, key.customer)
      }
    })

  /// The 64 bits of FNV-1a. Kept in files, so it stays as it is.
  static func hash(_ externalUserid: String) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in externalUserid.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(bitPattern: hash)
  }

  /// Of a text that is no external_userid, so that the two do not meet.
  static func hash(ofUnionid unionid: String) -> Int64 { hash("unionid:" + unionid) }

  static func insert(_ externalUserid: String, key: Int64, in writer: Writer) throws {
    try insert(hash(externalUserid), key: key, in: writer)
  }

  static func hash(ofMobile number: TypedNumber) -> Int64 { hash("mobile:" + number.digits) }

  static func insert(mobile number: TypedNumber, key: Int64, in writer: Writer) throws {
    try insert(hash(ofMobile: number), key: key, in: writer)
  }

  static func insert(unionid: String, key: Int64, in writer: Writer) throws {
    try insert(hash(ofUnionid: unionid), key: key, in: writer)
  }

  private static func insert(_ hash: Int64, key: Int64, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO customer_key_new (hash, customer_id) VALUES ($1, $2) ON CONFLICT DO NOTHING
      """, hash, key)
  }

  /// Customers that are not found by their ids, and keys of nobody.
  static func mistakes(in reader: Reader) throws -> [String] {
    var mistakes: [String] = []
    try reader.each("SELECT id, external_userid, unionid FROM customer") { row in
      guard mistakes.count < 20 else { return }
      let (key, name, unionid) = (row.int64(0), row.text(1), row.text(2))
      if try CustomerTable.key(of: name, in: reader) != key {
        mistakes.append("the key of customer \(name)")
      }
      if try !unionid.isEmpty && !leads(hash(ofUnionid: unionid), to: key, in: reader) {
        mistakes.append("the key of the unionid of customer \(name)")
      }
    }
    try reader.each("SELECT customer_id, remark_mobiles FROM relation WHERE remark_mobiles <> ''") {
      row in
      for mobile in RelationTable.mobiles(row.text(1)) where mistakes.count < 20 {
        guard let number = TypedNumber(mobile) else { continue }
        if try !leads(hash(ofMobile: number), to: row.int64(0), in: reader) {
          mistakes.append("the key of a phone number of customer \(row.int64(0))")
        }
      }
    }
    let lost = try reader.first(
      """
      SELECT count(*) FROM (
        SELECT customer_id FROM customer_key UNION ALL SELECT customer_id FROM customer_key_new)
      WHERE NOT EXISTS (SELECT 1 FROM customer WHERE id = customer_id)
      """
    ) { $0.int(0) }!
    if lost > 0 { mistakes.append("\(lost) keys of nobody") }
    return mistakes
  }

  private static func leads(_ hash: Int64, to key: Int64, in reader: Reader) throws -> Bool {
    try reader.exists(
      """
      SELECT 1 FROM customer_key WHERE hash = $1 AND customer_id = $2
      UNION ALL SELECT 1 FROM customer_key_new WHERE hash = $1 AND customer_id = $2
      """, hash, key)
  }

  static func merge(in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO customer_key SELECT hash, customer_id FROM customer_key_new WHERE true
      ORDER BY hash ON CONFLICT DO NOTHING
      """)
    try writer.run("DELETE FROM customer_key_new")
  }
}
