package import Store

/// The tokens of a corp that were revoked and have not expired, in every service: directory writes
/// what it revoked, the others what directory's feed tells.
package enum RevokedTokenTable {
  /// Goes into the list of every service.
  package static let migration = Migration(
    name: "kit-007-revoked-token",
    sql: """
      CREATE TABLE revoked_token (
        jti TEXT PRIMARY KEY,
        expire_time INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX revoked_token_by_time ON revoked_token (expire_time);
      """)

  package static func contains(_ jti: String, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM revoked_token WHERE jti = $1", jti)
  }

  /// Those that have not expired, ascending by jti, after one.
  package static func list(
    after jti: String, now: Instant, limit: Int, in reader: Reader
  ) throws -> [(jti: String, expiry: Instant)] {
    try reader.all(
      """
      SELECT jti, expire_time FROM revoked_token
      WHERE jti > $1 AND expire_time > $2 ORDER BY jti LIMIT $3
      """, jti, now.microseconds, limit
    ) { (jti: $0.text(0), expiry: Instant(microseconds: $0.int64(1))) }
  }

  /// Lets go of some that have expired meanwhile.
  package static func put(
    _ jti: String, expiry: Instant, now: Instant, in writer: Writer
  ) throws {
    try writer.run(
      """
      DELETE FROM revoked_token WHERE jti IN (
        SELECT jti FROM revoked_token WHERE expire_time < $1 ORDER BY expire_time LIMIT 4)
      """, now.microseconds)
    try writer.run(
      "INSERT INTO revoked_token (jti, expire_time) VALUES ($1, $2) ON CONFLICT (jti) DO NOTHING",
      jti, expiry.microseconds)
  }
}
