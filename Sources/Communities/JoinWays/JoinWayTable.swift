import ServiceKit
import Store

/// The join ways' rows and the groups on their lists. What is deleted leaves nothing: who came by a way
/// has its state.
enum JoinWayTable {
  static let migration = Migration(
    name: "communities-006-join-way",
    sql: """
      CREATE TABLE join_way (
        id INTEGER PRIMARY KEY,
        config_id TEXT NOT NULL UNIQUE,
        scene INTEGER NOT NULL CHECK (scene IN (1, 2)),
        remark TEXT NOT NULL,
        creates_rooms INTEGER NOT NULL CHECK (creates_rooms IN (0, 1)),
        room_base_name TEXT NOT NULL,
        room_base_id INTEGER NOT NULL,
        next_room_id INTEGER NOT NULL,
        state TEXT NOT NULL,
        marks_source INTEGER NOT NULL CHECK (marks_source IN (0, 1)),
        department_id INTEGER NOT NULL,
        create_time INTEGER NOT NULL,
        update_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX join_way_by_department ON join_way (department_id, id);
      CREATE TABLE join_way_group (
        way_id INTEGER NOT NULL REFERENCES join_way (id),
        place INTEGER NOT NULL,
        group_key INTEGER NOT NULL REFERENCES customer_group (id),
        PRIMARY KEY (way_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE join_way_quota (used INTEGER NOT NULL CHECK (used >= 0)) STRICT;
      INSERT INTO join_way_quota (used) VALUES (0);
      """)

  private static let columns = """
    id, config_id, scene, remark, creates_rooms, room_base_name, room_base_id, next_room_id, state,
    marks_source, department_id, create_time, update_time
    """

  private static func decode(_ row: borrowing Row) throws -> JoinWay {
    var way = JoinWay(
      key: row.int64(0), configID: row.text(1), scene: try row.value(2),
      createTime: Instant(microseconds: row.int64(11)),
      updateTime: Instant(microseconds: row.int64(12)))
    way.remark = row.text(3)
    way.createsRooms = row.bool(4)
    way.roomBaseName = row.text(5)
    way.roomBaseID = row.int(6)
    way.nextRoomID = row.int(7)
    way.state = row.text(8)
    way.marksSource = row.bool(9)
    way.departmentID = UInt32(row.int64(10))
    return way
  }

  static func find(_ configID: String, in reader: Reader) throws -> JoinWay? {
    let way = try reader.first(
      "SELECT \(columns) FROM join_way WHERE config_id = $1", configID, decode: decode)
    return try way.map { try withGroups($0, in: reader) }
  }

  static func exists(_ configID: String, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM join_way WHERE config_id = $1", configID)
  }

  /// Those made before one, the newest first; of one department unless that is 0.
  static func list(
    ofDepartment id: UInt32, before key: Int64, limit: Int, in reader: Reader
  ) throws -> [JoinWay] {
    let found =
      id == 0
      ? try reader.all(
        "SELECT \(columns) FROM join_way WHERE id < $1 ORDER BY id DESC LIMIT $2", key, limit,
        decode: decode)
      : try reader.all(
        """
        SELECT \(columns) FROM join_way WHERE department_id = $1 AND id < $2
        ORDER BY id DESC LIMIT $3
        """, id, key, limit, decode: decode)
    return try found.map { try withGroups($0, in: reader) }
  }

  private static func withGroups(_ way: JoinWay, in reader: Reader) throws -> JoinWay {
    var way = way
    way.chatIDs = try reader.all(
      """
      SELECT chat_id FROM join_way_group JOIN customer_group ON customer_group.id = group_key
      WHERE way_id = $1 ORDER BY place
      """, way.key
    ) { $0.text(0) }
    return way
  }

  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT used FROM join_way_quota") { $0.int(0) }!
  }

  /// Returns the new row's key.
  static func insert(_ way: JoinWay, in writer: Writer) throws -> Int64 {
    try writer.run("UPDATE join_way_quota SET used = used + 1")
    let key = try writer.first(
      """
      INSERT INTO join_way (config_id, scene, remark, creates_rooms, room_base_name, room_base_id,
        next_room_id, state, marks_source, department_id, create_time, update_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
      """, way.configID, way.scene.rawValue, way.remark, way.createsRooms, way.roomBaseName,
      way.roomBaseID, way.nextRoomID, way.state, way.marksSource, way.departmentID,
      way.createTime.microseconds, way.updateTime.microseconds
    ) { $0.int64(0) }!
    try put(way.chatIDs, of: key, in: writer)
    return key
  }

  static func update(_ way: JoinWay, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE join_way SET scene = $2, remark = $3, creates_rooms = $4, room_base_name = $5,
        room_base_id = $6, next_room_id = $7, state = $8, marks_source = $9, department_id = $10,
        update_time = $11
      WHERE id = $1
      """, way.key, way.scene.rawValue, way.remark, way.createsRooms, way.roomBaseName,
      way.roomBaseID, way.nextRoomID, way.state, way.marksSource, way.departmentID,
      way.updateTime.microseconds)
    try writer.run("DELETE FROM join_way_group WHERE way_id = $1", way.key)
    try put(way.chatIDs, of: way.key, in: writer)
  }

  private static func put(_ chatIDs: [String], of key: Int64, in writer: Writer) throws {
    for (place, chatID) in chatIDs.enumerated() {
      try writer.run(
        """
        INSERT INTO join_way_group (way_id, place, group_key)
        SELECT $1, $2, id FROM customer_group WHERE chat_id = $3
        """, key, place, chatID)
    }
  }

  static func delete(_ key: Int64, in writer: Writer) throws {
    try writer.run("UPDATE join_way_quota SET used = used - 1")
    try writer.run("DELETE FROM join_way_group WHERE way_id = $1", key)
    try writer.run("DELETE FROM join_way WHERE id = $1", key)
  }
}
