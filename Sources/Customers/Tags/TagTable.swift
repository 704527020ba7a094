import ServiceKit
import Store

/// The tags' rows and their counters. A deleted tag stays as a tombstone; its name is free again,
/// and `tag_to_clear` finds those that relations still carry.
enum TagTable {
  static let migration = Migration(
    name: "customers-003-tag",
    sql: """
      CREATE TABLE tag_group (
        id INTEGER PRIMARY KEY,
        group_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        sort_order INTEGER NOT NULL,
        tag_count INTEGER NOT NULL CHECK (tag_count >= 0),
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
        create_time INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX tag_group_by_name ON tag_group (name) WHERE deleted = 0;
      CREATE TABLE tag (
        id INTEGER PRIMARY KEY,
        tag_id TEXT NOT NULL UNIQUE,
        group_key INTEGER NOT NULL REFERENCES tag_group (id),
        name TEXT NOT NULL,
        sort_order INTEGER NOT NULL,
        relation_count INTEGER NOT NULL CHECK (relation_count >= 0),
        deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
        create_time INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX tag_by_name ON tag (group_key, name) WHERE deleted = 0;
      CREATE INDEX tag_to_clear ON tag (id) WHERE deleted = 1 AND relation_count > 0;
      CREATE TABLE tag_total (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        live_count INTEGER NOT NULL CHECK (live_count >= 0)
      ) STRICT;
      INSERT INTO tag_total (id, live_count) VALUES (1, 0);
      """)

  /// Counts the changes of tags and groups, so that what was read of them can be kept until one.
  static let versionMigration = Migration(
    name: "customers-007-tag-version",
    sql: "ALTER TABLE tag_total ADD COLUMN version INTEGER NOT NULL DEFAULT 0;")

  /// Another one than before whenever a tag or a group was made, renamed or deleted.
  static func version(in reader: Reader) throws -> Int64 {
    try reader.first("SELECT version FROM tag_total") { $0.int64(0) }!
  }

  /// Nil for one that is deleted.
  static func name(of key: Int64, in reader: Reader) throws -> TagName? {
    try reader.first(
      """
      SELECT tag_id, tag.name, tag_group.name, strategy_id
      FROM tag JOIN tag_group ON tag_group.id = group_key WHERE tag.id = $1 AND NOT tag.deleted
      """, key
    ) { row in
      TagName(
        tagID: row.text(0), name: row.text(1), groupName: row.text(2),
        isOfStrategy: row.int64(3) > 0)
    }
  }

  /// To be called with every change of a tag's or a group's row.
  static func raiseVersion(in writer: Writer) throws {
    try writer.run("UPDATE tag_total SET version = version + 1")
  }

  private static let select = """
    SELECT tag.id, tag_id, group_key, group_id, tag_group.name, tag.name, tag.sort_order,
      relation_count, tag.deleted, tag.create_time, strategy_id, exclusive
    FROM tag JOIN tag_group ON tag_group.id = group_key
    """

  private static func decode(_ row: borrowing Row) -> Tag {
    Tag(
      key: row.int64(0), tagID: row.text(1), groupKey: row.int64(2), groupID: row.text(3),
      groupName: row.text(4), name: row.text(5), order: UInt32(row.int64(6)),
      relationCount: row.int64(7), isDeleted: row.bool(8),
      createTime: Instant(microseconds: row.int64(9)), strategy: row.int64(10),
      isExclusive: row.bool(11))
  }

  static func find(_ tagID: String, in reader: Reader) throws -> Tag? {
    try reader.first("\(select) WHERE tag_id = $1", tagID, decode: decode)
  }

  static func tagID(of key: Int64, in reader: Reader) throws -> String? {
    try reader.first("SELECT tag_id FROM tag WHERE id = $1", key) { $0.text(0) }
  }

  /// The strategy of a tag; 0 when it is the corp's.
  static func strategy(of key: Int64, in reader: Reader) throws -> Int64 {
    try reader.first(
      """
      SELECT strategy_id FROM tag JOIN tag_group ON tag_group.id = group_key WHERE tag.id = $1
      """, key
    ) { $0.int64(0) } ?? 0
  }

  /// The group of a tag, nil when its tags do not exclude each other.
  static func exclusiveGroup(of key: Int64, in reader: Reader) throws -> Int64? {
    try reader.first(
      """
      SELECT group_key FROM tag JOIN tag_group ON tag_group.id = group_key
      WHERE tag.id = $1 AND exclusive = 1
      """, key
    ) { $0.int64(0) }
  }

  /// The tags of a group that are not deleted.
  static func keys(ofGroup group: Int64, in reader: Reader) throws -> [Int64] {
    try reader.all("SELECT id FROM tag WHERE group_key = $1 AND deleted = 0", group) {
      $0.int64(0)
    }
  }

  /// The id of a tag that is not deleted, else nil.
  static func liveID(of key: Int64, in reader: Reader) throws -> String? {
    try reader.first("SELECT tag_id FROM tag WHERE id = $1 AND deleted = 0", key) { $0.text(0) }
  }

  /// Gives each tag and how many relations carry it, as counted with each change.
  static func eachCount(
    in reader: Reader, _ body: (_ key: Int64, _ tagID: String, Int64) throws -> Void
  ) throws {
    try reader.each("SELECT id, tag_id, relation_count FROM tag ORDER BY id") { row in
      try body(row.int64(0), row.text(1), row.int64(2))
    }
  }

  static func find(
    named name: String, inGroup group: Int64, in reader: Reader
  ) throws -> Tag? {
    try reader.first(
      "\(select) WHERE group_key = $1 AND tag.name = $2 AND tag.deleted = 0", group, name,
      decode: decode)
  }

  /// Those not deleted, of one group or of all of a strategy or the corp, the larger order first, then
  /// the older, after a place in that order. They are sorted for each page: a corp has 10,000 at most.
  static func list(
    group: Int64?, strategy: Int64, after place: (order: Int64, key: Int64)?, limit: Int,
    in reader: Reader
  ) throws -> [Tag] {
    try reader.all(
      """
      \(select)
      WHERE tag.deleted = 0 AND (tag.sort_order < $1 OR (tag.sort_order = $1 AND tag.id > $2))
        AND \(group == nil ? "strategy_id" : "group_key") = $4
      ORDER BY tag.sort_order DESC, tag.id LIMIT $3
      """, place?.order ?? Int64.max, place?.key ?? 0, limit, group ?? strategy, decode: decode)
  }

  static func liveCount(in reader: Reader) throws -> Int {
    try reader.first("SELECT live_count FROM tag_total") { $0.int(0) }!
  }

  /// Returns the new row's key.
  static func insert(_ tag: Tag, in writer: Writer) throws -> Int64 {
    try count(live: 1, inGroup: tag.groupKey, in: writer)
    return try writer.first(
      """
      INSERT INTO tag (tag_id, group_key, name, sort_order, relation_count, deleted, create_time)
      VALUES ($1, $2, $3, $4, 0, 0, $5) RETURNING id
      """, tag.tagID, tag.groupKey, tag.name, tag.order, tag.createTime.microseconds
    ) { $0.int64(0) }!
  }

  static func update(_ tag: Tag, in writer: Writer) throws {
    try writer.run(
      "UPDATE tag SET name = $2, sort_order = $3 WHERE id = $1", tag.key, tag.name, tag.order)
    try raiseVersion(in: writer)
  }

  static func delete(_ tag: Tag, in writer: Writer) throws {
    try writer.run("UPDATE tag SET deleted = 1 WHERE id = $1", tag.key)
    try count(live: -1, inGroup: tag.groupKey, in: writer)
  }

  /// Deletes all tags of a group.
  static func deleteAll(ofGroup group: Int64, in writer: Writer) throws {
    let deleted = try writer.run(
      "UPDATE tag SET deleted = 1 WHERE group_key = $1 AND deleted = 0", group)
    try count(live: -deleted, inGroup: group, in: writer)
  }

  private static func count(live change: Int, inGroup group: Int64, in writer: Writer) throws {
    try writer.run("UPDATE tag_group SET tag_count = tag_count + $2 WHERE id = $1", group, change)
    try writer.run(
      "UPDATE tag_total SET live_count = live_count + $1, version = version + 1", change)
  }

  /// Counts carriers of a tag that come or go.
  static func count(_ change: Int, for key: Int64, in writer: Writer) throws {
    try writer.run(
      "UPDATE tag SET relation_count = relation_count + $2 WHERE id = $1", key, change)
  }

  /// A deleted tag that relations still carry, or nil.
  static func toClear(in reader: Reader) throws -> Tag? {
    try reader.first(
      "\(select) WHERE tag.deleted = 1 AND relation_count > 0 ORDER BY tag.id LIMIT 1",
      decode: decode)
  }

  /// How many times relations still carry deleted tags.
  static func toClearCount(in reader: Reader) throws -> Int64 {
    try reader.first(
      """
      SELECT coalesce(sum(relation_count), 0) FROM tag WHERE deleted = 1 AND relation_count > 0
      """
    ) { $0.int64(0) }!
  }
}
