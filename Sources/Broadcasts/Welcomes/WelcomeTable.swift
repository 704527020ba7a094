import ServiceKit
import Store

/// The welcomes' rows, one a code. A row leaves `welcome_kept_days` after its adding, a few with each
/// new one.
enum WelcomeTable {
  static let migration = Migration(
    name: "broadcasts-017-welcome",
    sql: """
      CREATE TABLE welcome (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        member_id INTEGER NOT NULL REFERENCES member (id),
        external_userid TEXT NOT NULL,
        config_id TEXT NOT NULL,
        state TEXT NOT NULL,
        rule_id TEXT NOT NULL,
        reach INTEGER CHECK (reach BETWEEN 1 AND 5),
        content_id INTEGER REFERENCES welcome_content (id),
        status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 7),
        add_time INTEGER NOT NULL,
        decide_time INTEGER NOT NULL,
        expire_time INTEGER NOT NULL,
        settle_time INTEGER,
        lease_token INTEGER NOT NULL,
        is_claimed INTEGER NOT NULL,
        failure_detail TEXT NOT NULL
      ) STRICT;
      CREATE INDEX welcome_waiting ON welcome (id) WHERE status = 1;
      CREATE INDEX welcome_by_member ON welcome (member_id, id);
      CREATE INDEX welcome_by_customer ON welcome (external_userid, id);
      CREATE INDEX welcome_by_content ON welcome (content_id) WHERE content_id IS NOT NULL;
      """)

  private static let columns = """
    welcome.id, code, userid, external_userid, config_id, state, rule_id, reach, content_id, status,
    add_time, decide_time, expire_time, settle_time, lease_token, is_claimed, failure_detail
    """

  private static let source = "welcome CROSS JOIN member ON member.id = member_id"

  private static func decode(_ row: borrowing Row) throws -> Welcome {
    Welcome(
      key: row.int64(0), code: row.text(1), userid: row.text(2), externalUserid: row.text(3),
      configID: row.text(4), state: row.text(5), ruleID: row.text(6),
      reach: row.isNull(7) ? nil : try row.value(7), contentKey: row.optionalInt64(8),
      status: try row.value(9), addTime: Instant(microseconds: row.int64(10)),
      decideTime: Instant(microseconds: row.int64(11)),
      expireTime: Instant(microseconds: row.int64(12)),
      settleTime: row.optionalInt64(13).map(Instant.init(microseconds:)),
      leaseToken: row.int64(14), isClaimed: row.bool(15), failureDetail: row.text(16))
  }

  static func find(_ code: String, in reader: Reader) throws -> Welcome? {
    try reader.first("SELECT \(columns) FROM \(source) WHERE code = $1", code, decode: decode)
  }

  static func exists(_ code: String, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM welcome WHERE code = $1", code)
  }

  /// Those that wait, expired or not, the oldest first.
  static func waiting(limit: Int, in reader: Reader) throws -> [Welcome] {
    try reader.all(
      "SELECT \(columns) FROM \(source) WHERE status = 1 ORDER BY welcome.id LIMIT $1", limit,
      decode: decode)
  }

  static func isAnyWaiting(in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM welcome WHERE status = 1 LIMIT 1")
  }

  /// Newest first; `before` is the key of the last one of the page before.
  static func list(before: Int64, limit: Int, in reader: Reader) throws -> [Welcome] {
    try reader.all(
      "SELECT \(columns) FROM \(source) WHERE welcome.id < $1 ORDER BY welcome.id DESC LIMIT $2",
      before, limit, decode: decode)
  }

  static func list(
    ofMember userid: String, before: Int64, limit: Int, in reader: Reader
  ) throws -> [Welcome] {
    try reader.all(
      """
      SELECT \(columns) FROM \(source)
      WHERE member_id = (SELECT id FROM member WHERE folded_userid = $1) AND welcome.id < $2
      ORDER BY welcome.id DESC LIMIT $3
      """, userid.lowercased(), before, limit, decode: decode)
  }

  static func list(
    ofCustomer id: String, before: Int64, limit: Int, in reader: Reader
  ) throws -> [Welcome] {
    try reader.all(
      """
      SELECT \(columns) FROM \(source) WHERE external_userid = $1 AND welcome.id < $2
      ORDER BY welcome.id DESC LIMIT $3
      """, id, before, limit, decode: decode)
  }

  static func insert(_ welcome: Welcome, expired: Instant, in writer: Writer) throws {
    try deleteOld(expired, in: writer)
    try writer.run(
      """
      INSERT INTO welcome (code, member_id, external_userid, config_id, state, rule_id, reach,
        content_id, status, add_time, decide_time, expire_time, settle_time, lease_token, is_claimed,
        failure_detail)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      """, welcome.code, try MemberTaskTable.memberKey(welcome.userid, in: writer),
      welcome.externalUserid, welcome.configID, welcome.state, welcome.ruleID,
      welcome.reach?.rawValue, welcome.contentKey, welcome.status.rawValue,
      welcome.addTime.microseconds, welcome.decideTime.microseconds,
      welcome.expireTime.microseconds, welcome.settleTime?.microseconds, welcome.leaseToken,
      welcome.isClaimed, welcome.failureDetail)
  }

  private static func deleteOld(_ expired: Instant, in writer: Writer) throws {
    let gone = try writer.all(
      """
      DELETE FROM welcome WHERE id IN (SELECT id FROM welcome ORDER BY id LIMIT 4)
        AND add_time < $1
      RETURNING content_id
      """, expired.microseconds
    ) { $0.optionalInt64(0) }
    for case .some(let content) in gone {
      try WelcomeContentTable.release(content, in: writer)
    }
  }

  /// Writes what may change.
  static func update(_ welcome: Welcome, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE welcome SET rule_id = $2, reach = $3, content_id = $4, status = $5, decide_time = $6,
        settle_time = $7, lease_token = $8, is_claimed = $9, failure_detail = $10
      WHERE id = $1
      """, welcome.key, welcome.ruleID, welcome.reach?.rawValue, welcome.contentKey,
      welcome.status.rawValue, welcome.decideTime.microseconds, welcome.settleTime?.microseconds,
      welcome.leaseToken, welcome.isClaimed, welcome.failureDetail)
  }
}
