import ServiceKit
import Store

/// The identities' rows, one customer each; phone numbers as keyed hashes. Unionids stand in the
/// customer's own row, and are found by `CustomerKeyTable`.
enum IdentityTable {
  static let migration = Migration(
    name: "customers-026-identity",
    sql: """
      CREATE TABLE identity (
        kind INTEGER NOT NULL CHECK (kind BETWEEN 2 AND 4),
        space TEXT NOT NULL,
        value TEXT NOT NULL,
        customer_id INTEGER NOT NULL,
        shown TEXT NOT NULL,
        create_time INTEGER NOT NULL,
        PRIMARY KEY (kind, space, value)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX identity_by_customer ON identity (customer_id, kind, space, value);
      CREATE TABLE identity_key (secret BLOB NOT NULL) STRICT;
      """,
    rewrite: { writer in
      try writer.run("INSERT INTO identity_key (secret) VALUES ($1)", KeyedHash.makeKey())
    })

  struct Row: Sendable, Equatable {
    let kind: Identity.Kind
    let space: String
    let shown: String
    let createTime: Instant
  }

  /// The key under which this corp's phone numbers are hashed.
  private static func secret(in reader: Reader) throws -> [UInt8] {
    try reader.first("SELECT secret FROM identity_key") { $0.bytes(0) }!
  }

  private static func value(of identity: Identity, in reader: Reader) throws -> String {
    guard identity.kind == .phone else { return identity.value }
    return try KeyedHash.text(of: identity.value, key: secret(in: reader))
  }

  /// The customer who has it.
  static func holder(of identity: Identity, in reader: Reader) throws -> Int64? {
    try reader.first(
      "SELECT customer_id FROM identity WHERE kind = $1 AND space = $2 AND value = $3",
      identity.kind.rawValue, identity.space, value(of: identity, in: reader)
    ) { $0.int64(0) }
  }

  /// By kind, space and what is shown of the value: a phone number's own order is that of its hash.
  static func all(of customer: Int64, in reader: Reader) throws -> [Row] {
    try reader.all(
      """
      SELECT kind, space, shown, create_time FROM identity WHERE customer_id = $1
      ORDER BY kind, space, shown, value
      """, customer
    ) {
      Row(
        kind: try $0.value(0), space: $0.text(1), shown: $0.text(2),
        createTime: Instant(microseconds: $0.int64(3)))
    }
  }

  /// The caller has seen that nobody has it.
  static func insert(
    _ identity: Identity, customer: Int64, now: Instant, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO identity (kind, space, value, customer_id, shown, create_time)
      VALUES ($1, $2, $3, $4, $5, $6)
      """, identity.kind.rawValue, identity.space, value(of: identity, in: writer), customer,
      identity.shown, now.microseconds)
  }

  static func delete(_ identity: Identity, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM identity WHERE kind = $1 AND space = $2 AND value = $3",
      identity.kind.rawValue, identity.space, value(of: identity, in: writer))
  }
}
