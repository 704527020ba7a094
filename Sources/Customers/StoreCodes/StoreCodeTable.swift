import ServiceKit
import Store

/// What is read of contact ways as the codes of a store.
enum StoreCodeTable {
  /// Finds the ways that lead to a department without their rows.
  static let migration = Migration(
    name: "customers-050-store-code",
    sql: """
      CREATE INDEX contact_way_department_by_department
        ON contact_way_department (department_id, way_id);
      """)

  private static let columns = """
    config_id, scene, remark,
    coalesce((SELECT source_id FROM source WHERE source.id = source_key), ''),
    contact_way.create_time
    """

  private static func decode(_ row: borrowing Row) throws -> StoreCode {
    StoreCode(
      configID: row.text(0), scene: try row.value(1), remark: row.text(2), sourceID: row.text(3),
      createTime: Instant(microseconds: row.int64(4)))
  }

  /// The ways whose source is of a store, the newest first.
  static func codes(
    bySourceOf department: UInt32, limit: Int, in reader: Reader
  ) throws -> [StoreCode] {
    try reader.all(
      """
      SELECT \(columns) FROM contact_way
      WHERE source_key IN (SELECT id FROM source WHERE department_id = $1)
        AND is_temp = 0 AND is_deleted = 0
      ORDER BY id DESC LIMIT $2
      """, department, limit, decode: decode)
  }

  /// The ways that lead to the members of a department, the newest first.
  static func codes(
    leadingTo department: UInt32, limit: Int, in reader: Reader
  ) throws -> [StoreCode] {
    try reader.all(
      """
      SELECT \(columns)
      FROM contact_way_department CROSS JOIN contact_way ON contact_way.id = way_id
      WHERE department_id = $1 AND is_temp = 0 AND is_deleted = 0
      ORDER BY way_id DESC LIMIT $2
      """, department, limit, decode: decode)
  }
}
