import Store

/// Finds a customer's key by his external_userid, by way of a number made of it: external_userids are
/// long and in no order, and an index of the texts themselves is three times as large.
///
/// Two customers may have the same number, so what is found here is compared with the row. New ones
/// come into `customer_key_new`; see `RecentKeys`.
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

  /// The 64 bits of FNV-1a. Kept in files, so it stays as it is.
  static func hash(_ externalUserid: String) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in externalUserid.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(bitPattern: hash)
  }

  static func insert(_ externalUserid: String, key: Int64, in writer: Writer) throws {
    try writer.run(
      "INSERT INTO customer_key_new (hash, customer_id) VALUES ($1, $2)", hash(externalUserid), key)
  }

  /// Customers that are not found by their id, and keys of nobody.
  static func mistakes(in reader: Reader) throws -> [String] {
    var mistakes: [String] = []
    try reader.each("SELECT id, external_userid FROM customer") { row in
      guard mistakes.count < 20 else { return }
      let name = row.text(1)
      if try CustomerTable.key(of: name, in: reader) != row.int64(0) {
        mistakes.append("the key of customer \(name)")
      }
    }
    let (keys, customers) = try reader.first(
      """
      SELECT (SELECT count(*) FROM customer_key) + (SELECT count(*) FROM customer_key_new),
        (SELECT count(*) FROM customer)
      """
    ) { ($0.int(0), $0.int(1)) }!
    if keys != customers { mistakes.append("\(keys) keys for \(customers) customers") }
    return mistakes
  }

  static func merge(in writer: Writer) throws {
    try writer.run(
      "INSERT INTO customer_key SELECT hash, customer_id FROM customer_key_new ORDER BY hash")
    try writer.run("DELETE FROM customer_key_new")
  }
}
