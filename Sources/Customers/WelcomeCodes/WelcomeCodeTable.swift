import ServiceKit
import Store

/// The welcome codes' rows, who was welcomed, and which members have a welcome of their own. A code
/// leaves an hour after it was issued, a few with each new one.
enum WelcomeCodeTable {
  static let migration = Migration(
    name: "customers-009-welcome-code",
    sql: """
      CREATE TABLE welcome_code (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        member_id INTEGER NOT NULL REFERENCES member (id),
        state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
        issue_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX welcome_code_by_pair ON welcome_code (customer_id, member_id, id);
      CREATE TABLE welcomed (
        customer_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        PRIMARY KEY (customer_id, member_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE member_welcome (
        member_id INTEGER PRIMARY KEY REFERENCES member (id)
      ) STRICT;
      """)

  /// How long a used code is told from an unknown one.
  private static let keptSeconds: Int64 = 3600

  private static let columns = "code, customer_id, member_id, state, issue_time"

  private static func decode(_ row: borrowing Row) throws -> WelcomeCode {
    WelcomeCode(
      code: row.text(0), customer: row.int64(1), member: row.int64(2),
      issueTime: Instant(microseconds: row.int64(4)), state: try row.value(3))
  }

  static func find(_ code: String, in reader: Reader) throws -> WelcomeCode? {
    try reader.first(
      "SELECT \(columns) FROM welcome_code WHERE code = $1", code, decode: decode)
  }

  /// The newest code of a relation.
  static func newest(customer: Int64, member: Int64, in reader: Reader) throws -> WelcomeCode? {
    try reader.first(
      """
      SELECT \(columns) FROM welcome_code WHERE customer_id = $1 AND member_id = $2
      ORDER BY id DESC LIMIT 1
      """, customer, member, decode: decode)
  }

  static func insert(_ code: WelcomeCode, in writer: Writer) throws {
    try writer.run(
      """
      DELETE FROM welcome_code
      WHERE id IN (SELECT id FROM welcome_code ORDER BY id LIMIT 4) AND issue_time < $1
      """, code.issueTime.advanced(bySeconds: -keptSeconds).microseconds)
    try writer.run(
      """
      INSERT INTO welcome_code (code, customer_id, member_id, state, issue_time)
      VALUES ($1, $2, $3, $4, $5)
      """, code.code, code.customer, code.member, code.state.rawValue, code.issueTime.microseconds)
  }

  static func put(_ state: WelcomeCode.State, of code: String, in writer: Writer) throws {
    try writer.run("UPDATE welcome_code SET state = $2 WHERE code = $1", code, state.rawValue)
  }

  static func isWelcomed(customer: Int64, member: Int64, in reader: Reader) throws -> Bool {
    try reader.exists(
      "SELECT 1 FROM welcomed WHERE customer_id = $1 AND member_id = $2", customer, member)
  }

  static func put(isWelcomed: Bool, customer: Int64, member: Int64, in writer: Writer) throws {
    if isWelcomed {
      try writer.run(
        """
        INSERT INTO welcomed (customer_id, member_id) VALUES ($1, $2) ON CONFLICT DO NOTHING
        """, customer, member)
    } else {
      try writer.run(
        "DELETE FROM welcomed WHERE customer_id = $1 AND member_id = $2", customer, member)
    }
  }

  static func memberHasWelcome(_ member: Int64, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM member_welcome WHERE member_id = $1", member)
  }

  static func put(memberHasWelcome: Bool, _ member: Int64, in writer: Writer) throws {
    if memberHasWelcome {
      try writer.run(
        "INSERT INTO member_welcome (member_id) VALUES ($1) ON CONFLICT DO NOTHING", member)
    } else {
      try writer.run("DELETE FROM member_welcome WHERE member_id = $1", member)
    }
  }
}
