import ServiceKit
import Store

/// What a contact way began between a customer and a member: a request that waits, a relation that
/// came by it, a temporary session.
enum ContactTable {
  static let migration = Migration(
    name: "customers-008-contact",
    sql: """
      CREATE TABLE contact_request (
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        member_id INTEGER NOT NULL REFERENCES member (id),
        way_id INTEGER NOT NULL REFERENCES contact_way (id),
        create_time INTEGER NOT NULL,
        PRIMARY KEY (customer_id, member_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE contact_way_add (
        customer_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        way_id INTEGER NOT NULL,
        PRIMARY KEY (customer_id, member_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE temporary_session (
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        member_id INTEGER NOT NULL REFERENCES member (id),
        way_id INTEGER NOT NULL REFERENCES contact_way (id),
        end_time INTEGER NOT NULL,
        PRIMARY KEY (customer_id, member_id)
      ) STRICT, WITHOUT ROWID;
      """)

  // MARK: Requests

  /// The member whom a customer waits for by a way.
  static func requested(
    customer: Int64, way: Int64, in reader: Reader
  ) throws -> Int64? {
    try reader.first(
      "SELECT member_id FROM contact_request WHERE customer_id = $1 AND way_id = $2 LIMIT 1",
      customer, way
    ) { $0.int64(0) }
  }

  /// The way by which a customer waits for a member.
  static func request(
    customer: Int64, member: Int64, in reader: Reader
  ) throws -> Int64? {
    try reader.first(
      "SELECT way_id FROM contact_request WHERE customer_id = $1 AND member_id = $2", customer,
      member
    ) { $0.int64(0) }
  }

  static func putRequest(
    customer: Int64, member: Int64, way: Int64, now: Instant, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO contact_request (customer_id, member_id, way_id, create_time)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (customer_id, member_id) DO UPDATE SET
        way_id = excluded.way_id, create_time = excluded.create_time
      """, customer, member, way, now.microseconds)
  }

  static func deleteRequest(customer: Int64, member: Int64, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM contact_request WHERE customer_id = $1 AND member_id = $2", customer, member)
  }

  /// Withdraws a customer's requests by a way.
  static func deleteRequests(customer: Int64, way: Int64, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM contact_request WHERE customer_id = $1 AND way_id = $2", customer, way)
  }

  // MARK: Relations that came by a way

  static func putAdd(customer: Int64, member: Int64, way: Int64, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO contact_way_add (customer_id, member_id, way_id) VALUES ($1, $2, $3)
      ON CONFLICT (customer_id, member_id) DO UPDATE SET way_id = excluded.way_id
      """, customer, member, way)
  }

  /// The way by which a relation came.
  static func add(customer: Int64, member: Int64, in reader: Reader) throws -> Int64? {
    try reader.first(
      "SELECT way_id FROM contact_way_add WHERE customer_id = $1 AND member_id = $2", customer,
      member
    ) { $0.int64(0) }
  }

  /// Gives the way by which each relation of some customers came, of those that came by one.
  static func eachAdd(
    of customers: ClosedRange<Int64>, in reader: Reader,
    _ body: (_ customer: Int64, _ member: Int64, _ way: Int64) -> Void
  ) throws {
    try reader.each(
      """
      SELECT customer_id, member_id, way_id FROM contact_way_add
      WHERE customer_id >= $1 AND customer_id <= $2
      """, customers.lowerBound, customers.upperBound
    ) { body($0.int64(0), $0.int64(1), $0.int64(2)) }
  }

  /// Forgets by which way a relation came; returns it.
  static func takeAdd(customer: Int64, member: Int64, in writer: Writer) throws -> Int64? {
    try writer.first(
      "DELETE FROM contact_way_add WHERE customer_id = $1 AND member_id = $2 RETURNING way_id",
      customer, member
    ) { $0.int64(0) }
  }

  // MARK: Sessions

  struct Session: Sendable, Equatable {
    let way: Int64
    let endTime: Instant
  }

  static func session(
    customer: Int64, member: Int64, in reader: Reader
  ) throws -> Session? {
    try reader.first(
      "SELECT way_id, end_time FROM temporary_session WHERE customer_id = $1 AND member_id = $2",
      customer, member
    ) { Session(way: $0.int64(0), endTime: Instant(microseconds: $0.int64(1))) }
  }

  static func putSession(
    _ session: Session, customer: Int64, member: Int64, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO temporary_session (customer_id, member_id, way_id, end_time)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (customer_id, member_id) DO UPDATE SET
        way_id = excluded.way_id, end_time = excluded.end_time
      """, customer, member, session.way, session.endTime.microseconds)
  }

  static func deleteSession(customer: Int64, member: Int64, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM temporary_session WHERE customer_id = $1 AND member_id = $2", customer, member)
  }
}
