import ServiceKit
import Store

/// Which customers are one person, and how that came. A customer who is merged with nobody has no row.
enum PersonTable {
  static let migration = Migration(
    name: "customers-027-person",
    sql: """
      CREATE TABLE person_customer (
        customer_id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX person_customer_by_person ON person_customer (person_id, customer_id);
      CREATE TABLE person_change (
        customer_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        app TEXT NOT NULL,
        change_time INTEGER NOT NULL,
        customers TEXT NOT NULL,
        PRIMARY KEY (customer_id, number)
      ) STRICT, WITHOUT ROWID;
      """)

  /// A change of who is one person with a customer.
  struct Change: Sendable, Equatable {
    let number: Int64
    let app: String
    let changeTime: Instant
    let externalUserids: [String]
  }

  /// Who is one person with a customer, he among them: keys, ascending, which is by when they came.
  static func customers(with customer: Int64, in reader: Reader) throws -> [Int64] {
    let found = try reader.all(
      """
      SELECT other.customer_id FROM person_customer AS own
      JOIN person_customer AS other ON other.person_id = own.person_id
      WHERE own.customer_id = $1 ORDER BY other.customer_id
      """, customer
    ) { $0.int64(0) }
    return found.isEmpty ? [customer] : found
  }

  /// Makes these, all of a person and ascending, one person, named inside by its first; one alone is
  /// merged with nobody. A customer's key names no other person than his own.
  static func put(_ customers: [Int64], in writer: Writer) throws {
    guard customers.count > 1 else { return try release(customers[0], in: writer) }
    for customer in customers {
      try writer.run(
        """
        INSERT INTO person_customer (customer_id, person_id) VALUES ($1, $2)
        ON CONFLICT (customer_id) DO UPDATE SET person_id = excluded.person_id
        """, customer, customers[0])
    }
  }

  /// Leaves a customer merged with nobody.
  static func release(_ customer: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM person_customer WHERE customer_id = $1", customer)
  }

  /// Keeps for one of a person's customers how it was changed.
  static func note(
    _ externalUserids: [String], of customer: Int64, app: String, now: Instant, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO person_change (customer_id, number, app, change_time, customers)
      SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM person_change WHERE customer_id = $1
      """, customer, app, now.microseconds, externalUserids.joined(separator: ","))
  }

  /// The newest first, those older than a number.
  static func changes(
    of customer: Int64, before number: Int64, limit: Int, in reader: Reader
  ) throws -> [Change] {
    try reader.all(
      """
      SELECT number, app, change_time, customers FROM person_change
      WHERE customer_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3
      """, customer, number, limit
    ) {
      Change(
        number: $0.int64(0), app: $0.text(1), changeTime: Instant(microseconds: $0.int64(2)),
        externalUserids: $0.text(3).split(separator: ",").map(String.init))
    }
  }
}
