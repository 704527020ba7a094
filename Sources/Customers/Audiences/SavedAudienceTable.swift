import ServiceKit
import Store

/// The saved audiences' rows.
enum SavedAudienceTable {
  static let migration = Migration(
    name: "customers-031-saved-audience",
    sql: """
      CREATE TABLE saved_audience (
        id INTEGER PRIMARY KEY, saved_audience_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE,
        definition BLOB NOT NULL, create_time INTEGER NOT NULL, update_time INTEGER NOT NULL
      ) STRICT;
      """)

  private static let columns =
    "id, saved_audience_id, name, definition, create_time, update_time"

  private static func decode(_ row: borrowing Row) -> SavedAudience {
    SavedAudience(
      key: row.int64(0), id: row.text(1), name: row.text(2), definition: row.bytes(3),
      createTime: Instant(microseconds: row.int64(4)),
      updateTime: Instant(microseconds: row.int64(5)))
  }

  static func find(_ id: String, in reader: Reader) throws -> SavedAudience? {
    try reader.first(
      "SELECT \(columns) FROM saved_audience WHERE saved_audience_id = $1", id, decode: decode)
  }

  /// The key of the one that has a name.
  static func key(named name: String, in reader: Reader) throws -> Int64? {
    try reader.first("SELECT id FROM saved_audience WHERE name = $1", name) { $0.int64(0) }
  }

  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM saved_audience") { $0.int(0) }!
  }

  /// The newest first, those older than a key.
  static func list(before key: Int64, limit: Int, in reader: Reader) throws -> [SavedAudience] {
    try reader.all(
      "SELECT \(columns) FROM saved_audience WHERE id < $1 ORDER BY id DESC LIMIT $2", key, limit,
      decode: decode)
  }

  static func insert(_ saved: SavedAudience, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO saved_audience (saved_audience_id, name, definition, create_time, update_time)
      VALUES ($1, $2, $3, $4, $5)
      """, saved.id, saved.name, saved.definition, saved.createTime.microseconds,
      saved.updateTime.microseconds)
  }

  static func update(_ saved: SavedAudience, in writer: Writer) throws {
    try writer.run(
      "UPDATE saved_audience SET name = $2, definition = $3, update_time = $4 WHERE id = $1",
      saved.key, saved.name, saved.definition, saved.updateTime.microseconds)
  }

  static func delete(_ key: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM saved_audience WHERE id = $1", key)
  }
}
