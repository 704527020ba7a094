import ServiceKit
import Store

/// A member as his relations have him; what directory says of him stands in the roster.
struct Member: Sendable, Equatable {
  let key: Int64
  /// As first seen; found in any case.
  let userid: String
  /// Relations he has not removed himself. Kept with each change, never counted.
  let customerCount: Int
}

/// The members' rows. A member gets one with his first relation, or when directory first tells of
/// him, and keeps it.
enum MemberTable {
  static let migration = Migration(
    name: "customers-002-member",
    sql: """
      CREATE TABLE member (
        id INTEGER PRIMARY KEY,
        userid TEXT NOT NULL COLLATE NOCASE UNIQUE,
        customer_count INTEGER NOT NULL CHECK (customer_count >= 0)
      ) STRICT;
      """)

  private static func decode(_ row: borrowing Row) -> Member {
    Member(key: row.int64(0), userid: row.text(1), customerCount: row.int(2))
  }

  static func find(_ userid: String, in reader: Reader) throws -> Member? {
    try reader.first(
      "SELECT id, userid, customer_count FROM member WHERE userid = $1", userid, decode: decode)
  }

  static func find(_ key: Int64, in reader: Reader) throws -> Member {
    try reader.first(
      "SELECT id, userid, customer_count FROM member WHERE id = $1", key, decode: decode)!
  }

  static func userid(of key: Int64, in reader: Reader) throws -> String {
    try reader.first("SELECT userid FROM member WHERE id = $1", key) { $0.text(0) }!
  }

  static func customerCount(of key: Int64, in reader: Reader) throws -> Int64 {
    try reader.first("SELECT customer_count FROM member WHERE id = $1", key) { $0.int64(0) }!
  }

  static func insert(_ userid: String, in writer: Writer) throws -> Member {
    try writer.first(
      "INSERT INTO member (userid, customer_count) VALUES ($1, 0) RETURNING id, userid, customer_count",
      userid, decode: decode)!
  }

  static func count(_ change: Int, for key: Int64, in writer: Writer) throws {
    try writer.run(
      "UPDATE member SET customer_count = customer_count + $2 WHERE id = $1", key, change)
  }
}
