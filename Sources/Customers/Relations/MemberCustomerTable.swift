import Store

/// Finds the customers a member has, or ever had, in the order of their keys. A relation's key is
/// never deleted, as its row is not.
///
/// New ones come into `member_customer_new`; see `RecentKeys`.
enum MemberCustomerTable {
  static let migration = Migration(
    name: "customers-022-member-customer",
    sql: """
      CREATE TABLE member_customer (
        member_id INTEGER NOT NULL,
        customer_id INTEGER NOT NULL,
        PRIMARY KEY (member_id, customer_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE member_customer_new (
        member_id INTEGER NOT NULL,
        customer_id INTEGER NOT NULL,
        PRIMARY KEY (member_id, customer_id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO member_customer
        SELECT member_id, customer_id FROM relation ORDER BY member_id, customer_id;
      DROP INDEX relation_by_member;
      """)

  static func insert(member: Int64, customer: Int64, in writer: Writer) throws {
    try writer.run(
      "INSERT INTO member_customer_new (member_id, customer_id) VALUES ($1, $2)", member, customer)
  }

  static func merge(in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO member_customer
        SELECT member_id, customer_id FROM member_customer_new ORDER BY member_id, customer_id
      """)
    try writer.run("DELETE FROM member_customer_new")
  }

  /// Ascending, after one; at most so many.
  static func customers(
    of member: Int64, after customer: Int64 = 0, limit: Int = .max, in reader: Reader
  ) throws -> [Int64] {
    try reader.all(
      """
      SELECT customer_id FROM member_customer WHERE member_id = $1 AND customer_id > $2
      UNION ALL
      SELECT customer_id FROM member_customer_new WHERE member_id = $1 AND customer_id > $2
      ORDER BY customer_id LIMIT $3
      """, member, customer, limit
    ) { $0.int64(0) }
  }

  /// How many relations have no key, and how many keys have no relation.
  static func differences(in reader: Reader) throws -> (missing: Int, extra: Int) {
    try reader.first(
      """
      WITH keys (member_id, customer_id) AS (
        SELECT member_id, customer_id FROM member_customer
        UNION ALL SELECT member_id, customer_id FROM member_customer_new)
      SELECT
        (SELECT count(*) FROM (
          SELECT member_id, customer_id FROM relation EXCEPT SELECT * FROM keys)),
        (SELECT count(*) FROM (
          SELECT * FROM keys EXCEPT SELECT member_id, customer_id FROM relation))
      """
    ) { ($0.int(0), $0.int(1)) }!
  }
}
