import ServiceKit
import Store

/// The tag groups' rows. A deleted group stays as a tombstone; its name is free again.
enum TagGroupTable {
  static let exclusiveMigration = Migration(
    name: "customers-046-exclusive-groups",
    sql: """
      ALTER TABLE tag_group ADD COLUMN exclusive INTEGER NOT NULL DEFAULT 0
        CHECK (exclusive IN (0, 1));
      """)

  private static let columns =
    "id, group_id, name, sort_order, tag_count, deleted, create_time, strategy_id, exclusive"

  private static func decode(_ row: borrowing Row) -> TagGroup {
    TagGroup(
      key: row.int64(0), groupID: row.text(1), name: row.text(2), order: UInt32(row.int64(3)),
      tagCount: row.int(4), isDeleted: row.bool(5), createTime: Instant(microseconds: row.int64(6)),
      strategy: row.int64(7), isExclusive: row.bool(8))
  }

  static func find(_ groupID: String, in reader: Reader) throws -> TagGroup? {
    try reader.first(
      "SELECT \(columns) FROM tag_group WHERE group_id = $1", groupID, decode: decode)
  }

  /// The one of a name of a strategy, or of the corp, which is 0.
  static func find(
    named name: String, ofStrategy strategy: Int64, in reader: Reader
  ) throws -> TagGroup? {
    try reader.first(
      """
      SELECT \(columns) FROM tag_group WHERE strategy_id = $1 AND name = $2 AND deleted = 0
      """, strategy, name, decode: decode)
  }

  /// All of a strategy that are not deleted.
  static func all(ofStrategy strategy: Int64, in reader: Reader) throws -> [TagGroup] {
    try reader.all(
      "SELECT \(columns) FROM tag_group WHERE strategy_id = $1 AND deleted = 0 ORDER BY id",
      strategy, decode: decode)
  }

  /// Those of a strategy or the corp that are not deleted, the larger order first, then the older,
  /// after a place in that order.
  static func list(
    ofStrategy strategy: Int64, after place: (order: Int64, key: Int64)?, limit: Int,
    in reader: Reader
  ) throws -> [TagGroup] {
    try reader.all(
      """
      SELECT \(columns) FROM tag_group
      WHERE strategy_id = $4 AND deleted = 0
        AND (sort_order < $1 OR (sort_order = $1 AND id > $2))
      ORDER BY sort_order DESC, id LIMIT $3
      """, place?.order ?? Int64.max, place?.key ?? 0, limit, strategy, decode: decode)
  }

  /// Returns the new row's key.
  static func insert(_ group: TagGroup, in writer: Writer) throws -> Int64 {
    try writer.first(
      """
      INSERT INTO tag_group (group_id, name, sort_order, tag_count, deleted, create_time,
        strategy_id, exclusive)
      VALUES ($1, $2, $3, 0, 0, $4, $5, $6) RETURNING id
      """, group.groupID, group.name, group.order, group.createTime.microseconds, group.strategy,
      group.isExclusive
    ) { $0.int64(0) }!
  }

  static func update(_ group: TagGroup, in writer: Writer) throws {
    try writer.run(
      "UPDATE tag_group SET name = $2, sort_order = $3, deleted = $4, exclusive = $5 WHERE id = $1",
      group.key, group.name, group.order, group.isDeleted, group.isExclusive)
    try TagTable.raiseVersion(in: writer)
  }
}
