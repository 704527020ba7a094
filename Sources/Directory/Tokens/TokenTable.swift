import ServiceKit
import Store

/// The tokens that were issued, for a day, and which of them are revoked.
enum TokenTable {
  static let migration = Migration(
    name: "directory-005-token",
    sql: """
      CREATE TABLE token (
        position INTEGER PRIMARY KEY,
        jti TEXT NOT NULL UNIQUE,
        app_id TEXT NOT NULL,
        scopes TEXT NOT NULL,
        request_id TEXT,
        create_time INTEGER NOT NULL,
        expire_time INTEGER NOT NULL,
        revoke_time INTEGER
      ) STRICT;
      CREATE INDEX token_valid ON token (app_id, position) WHERE revoke_time IS NULL;
      CREATE UNIQUE INDEX token_by_request ON token (app_id, request_id)
        WHERE request_id IS NOT NULL;
      """)

  static let dataScopeMigration = Migration(
    name: "directory-007-token-data-scope",
    sql: "ALTER TABLE token ADD COLUMN data_scope TEXT NOT NULL DEFAULT ''")

  private static let columns =
    "jti, app_id, scopes, create_time, expire_time, revoke_time, data_scope"

  private static func decode(_ row: borrowing Row) throws -> Token {
    Token(
      jti: row.text(0), app: row.text(1), scopes: try Scopes(text: row.text(2)),
      dataScope: try row.dataScope(6),
      createTime: Instant(microseconds: row.int64(3)),
      expireTime: Instant(microseconds: row.int64(4)),
      revokeTime: row.optionalInt64(5).map(Instant.init(microseconds:)))
  }

  static func find(_ jti: String, in reader: Reader) throws -> Token? {
    try reader.first("SELECT \(columns) FROM token WHERE jti = $1", jti, decode: decode)
  }

  /// The token that a call of an app got under a request_id.
  static func find(
    request: String, of app: String, since: Instant, in reader: Reader
  ) throws -> Token? {
    try reader.first(
      """
      SELECT \(columns) FROM token
      WHERE app_id = $1 AND request_id = $2 AND create_time >= $3
      """, app, request, since.microseconds, decode: decode)
  }

  /// Those of an app that are neither revoked nor expired, the oldest first.
  static func valid(of app: String, now: Instant, in reader: Reader) throws -> [Token] {
    try reader.all(
      """
      SELECT \(columns) FROM token
      WHERE app_id = $1 AND revoke_time IS NULL AND expire_time > $2 ORDER BY position
      """, app, now.microseconds, decode: decode)
  }

  /// The valid ones, the oldest first, with their positions, of an app or, for an empty name, of all.
  static func list(
    of app: String, after position: Int64, now: Instant, limit: Int, in reader: Reader
  ) throws -> [(token: Token, position: Int64)] {
    try reader.all(
      """
      SELECT \(columns), position FROM token
      WHERE position > $2 AND ($1 = '' OR app_id = $1) AND revoke_time IS NULL
        AND expire_time > $3
      ORDER BY position LIMIT $4
      """, app, position, now.microseconds, limit
    ) { (token: try decode($0), position: $0.int64(7)) }
  }

  /// Lets go of some that came before `expired`.
  static func insert(
    _ token: Token, request: String, expired: Instant, in writer: Writer
  ) throws {
    try writer.run(
      """
      DELETE FROM token
      WHERE position IN (SELECT position FROM token ORDER BY position LIMIT 4)
        AND create_time < $1 AND expire_time < $2
      """, expired.microseconds, token.createTime.microseconds)
    try writer.run(
      "DELETE FROM token WHERE app_id = $1 AND request_id = $2", token.app, request)
    try writer.run(
      """
      INSERT INTO token (jti, app_id, scopes, request_id, create_time, expire_time, data_scope)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, token.jti, token.app, token.scopes.description,
      request.isEmpty ? nil as String? : request,
      token.createTime.microseconds, token.expireTime.microseconds,
      token.dataScope?.description ?? "")
  }

  static func revoke(_ token: Token, now: Instant, in writer: Writer) throws {
    try writer.run(
      "UPDATE token SET revoke_time = $2 WHERE jti = $1", token.jti, now.microseconds)
  }

  static func deleteAll(of app: String, in writer: Writer) throws {
    try writer.run("DELETE FROM token WHERE app_id = $1", app)
  }
}
