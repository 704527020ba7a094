import ServiceKit
import Store

/// The sources' rows. A deleted source keeps its row: relations that came by it, and its counts, point
/// to it.
enum SourceTable {
  static let migration = Migration(
    name: "customers-041-source",
    sql: """
      CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        source_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        channel TEXT NOT NULL,
        scene TEXT NOT NULL,
        department_id INTEGER NOT NULL,
        is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1)),
        create_time INTEGER NOT NULL,
        update_time INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX source_by_place ON source (channel, scene, department_id)
        WHERE is_deleted = 0;
      CREATE INDEX source_by_department ON source (department_id, id);
      CREATE TABLE source_quota (used INTEGER NOT NULL CHECK (used >= 0)) STRICT;
      INSERT INTO source_quota (used) VALUES (0);
      """)

  private static let columns = """
    id, source_id, name, channel, scene, department_id, create_time, update_time
    """

  private static func decode(_ row: borrowing Row) -> Source {
    Source(
      key: row.int64(0), sourceID: row.text(1), name: row.text(2), channel: row.text(3),
      scene: row.text(4), departmentID: UInt32(row.int64(5)),
      createTime: Instant(microseconds: row.int64(6)),
      updateTime: Instant(microseconds: row.int64(7)))
  }

  /// A source that is not deleted.
  static func find(_ sourceID: String, in reader: Reader) throws -> Source? {
    try reader.first(
      "SELECT \(columns) FROM source WHERE source_id = $1 AND is_deleted = 0", sourceID,
      decode: decode)
  }

  /// The source of a key, deleted or not.
  static func find(_ key: Int64, in reader: Reader) throws -> Source {
    try reader.first("SELECT \(columns) FROM source WHERE id = $1", key, decode: decode)!
  }

  /// What relations keep of a source, deleted or not.
  static func reference(to sourceID: String, in reader: Reader) throws -> Source.Reference? {
    try reader.first("SELECT id FROM source WHERE source_id = $1", sourceID) {
      Source.Reference(key: $0.int64(0), sourceID: sourceID)
    }
  }

  /// The source that stands at a place and is not deleted.
  static func sourceID(at place: SourcePlace, in reader: Reader) throws -> String? {
    try reader.first(
      """
      SELECT source_id FROM source
      WHERE channel = $1 AND scene = $2 AND department_id = $3 AND is_deleted = 0
      """, place.channel, place.scene, place.departmentID
    ) { $0.text(0) }
  }

  /// Those that fit and are not deleted, in the order they were made.
  static func list(
    _ filter: SourceFilter, after key: Int64, limit: Int, in reader: Reader
  ) throws -> [Source] {
    try reader.all(
      """
      SELECT \(columns) FROM source
      WHERE is_deleted = 0 AND id > $1 AND ($2 = '' OR channel = $2) AND ($3 = '' OR scene = $3)
        AND ($4 = 0 OR department_id = $4)
      ORDER BY id LIMIT $5
      """, key, filter.channel, filter.scene, filter.departmentID, limit, decode: decode)
  }

  /// The keys of those, deleted or not, that are among `keys`, unless nil, and fit all other lists of a
  /// condition that are not empty.
  static func keys(
    of condition: SourceCondition, among keys: Set<Int64>?, in reader: Reader
  ) throws -> Set<Int64> {
    let channels = Set(condition.channels)
    let scenes = Set(condition.scenes)
    let departments = Set(condition.departmentIDs.map(Int64.init))
    var found: Set<Int64> = []
    try reader.each("SELECT id, channel, scene, department_id FROM source") { row in
      let key = row.int64(0)
      guard keys?.contains(key) ?? true,
        channels.isEmpty || channels.contains(row.text(1)),
        scenes.isEmpty || scenes.contains(row.text(2)),
        departments.isEmpty || departments.contains(row.int64(3))
      else { return }
      found.insert(key)
    }
    return found
  }

  /// How many there are that are not deleted.
  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT used FROM source_quota") { $0.int(0) }!
  }

  /// Returns the new row's key.
  static func insert(_ source: Source, in writer: Writer) throws -> Int64 {
    try writer.run("UPDATE source_quota SET used = used + 1")
    return try writer.first(
      """
      INSERT INTO source (source_id, name, channel, scene, department_id, is_deleted, create_time,
        update_time)
      VALUES ($1, $2, $3, $4, $5, 0, $6, $7) RETURNING id
      """, source.sourceID, source.name, source.channel, source.scene, source.departmentID,
      source.createTime.microseconds, source.updateTime.microseconds
    ) { $0.int64(0) }!
  }

  static func update(_ source: Source, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE source SET name = $2, channel = $3, scene = $4, department_id = $5, update_time = $6
      WHERE id = $1
      """, source.key, source.name, source.channel, source.scene, source.departmentID,
      source.updateTime.microseconds)
  }

  static func delete(_ key: Int64, in writer: Writer) throws {
    try writer.run("UPDATE source_quota SET used = used - 1")
    try writer.run("UPDATE source SET is_deleted = 1 WHERE id = $1", key)
  }
}
