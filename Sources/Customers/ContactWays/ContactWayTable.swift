import ServiceKit
import Store

/// The contact ways' rows and what hangs on them: members, departments, tags, shifts, conclusions.
///
/// A deleted way keeps its row: relations that came by it, and customers who still wait to be
/// accepted, point to it. `contact_way_quota` counts the ways there are (day 0), and the temporary
/// ones made on each day.
enum ContactWayTable {
  static let migration = Migration(
    name: "customers-006-contact-way",
    sql: """
      CREATE TABLE contact_way (
        id INTEGER PRIMARY KEY,
        config_id TEXT NOT NULL UNIQUE,
        kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
        scene INTEGER NOT NULL CHECK (scene IN (1, 2)),
        style INTEGER NOT NULL,
        remark TEXT NOT NULL,
        skips_verify INTEGER NOT NULL CHECK (skips_verify IN (0, 1)),
        state TEXT NOT NULL,
        is_exclusive INTEGER NOT NULL CHECK (is_exclusive IN (0, 1)),
        marks_source INTEGER NOT NULL CHECK (marks_source IN (0, 1)),
        customer_remark TEXT NOT NULL,
        member_daily_max INTEGER NOT NULL,
        member_total_max INTEGER NOT NULL,
        is_temp INTEGER NOT NULL CHECK (is_temp IN (0, 1)),
        expires_in INTEGER NOT NULL,
        chat_expires_in INTEGER NOT NULL,
        unionid TEXT NOT NULL,
        used_by INTEGER REFERENCES customer (id),
        is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1)),
        create_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX contact_way_by_time ON contact_way (create_time, id)
        WHERE is_temp = 0 AND is_deleted = 0;
      CREATE TABLE contact_way_quota (
        day INTEGER PRIMARY KEY,
        used INTEGER NOT NULL CHECK (used >= 0)
      ) STRICT;
      CREATE TABLE contact_way_member (
        way_id INTEGER NOT NULL REFERENCES contact_way (id),
        is_spare INTEGER NOT NULL CHECK (is_spare IN (0, 1)),
        place INTEGER NOT NULL,
        member_id INTEGER NOT NULL REFERENCES member (id),
        PRIMARY KEY (way_id, is_spare, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE contact_way_department (
        way_id INTEGER NOT NULL REFERENCES contact_way (id),
        place INTEGER NOT NULL,
        department_id INTEGER NOT NULL,
        PRIMARY KEY (way_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE contact_way_tag (
        way_id INTEGER NOT NULL REFERENCES contact_way (id),
        place INTEGER NOT NULL,
        tag_id INTEGER NOT NULL REFERENCES tag (id),
        PRIMARY KEY (way_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE contact_way_shift (
        way_id INTEGER NOT NULL REFERENCES contact_way (id),
        place INTEGER NOT NULL,
        weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 0 AND 127),
        start_minute INTEGER NOT NULL,
        end_minute INTEGER NOT NULL,
        PRIMARY KEY (way_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE contact_way_shift_member (
        way_id INTEGER NOT NULL REFERENCES contact_way (id),
        shift_place INTEGER NOT NULL,
        place INTEGER NOT NULL,
        userid TEXT NOT NULL,
        PRIMARY KEY (way_id, shift_place, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE contact_way_conclusions (
        way_id INTEGER PRIMARY KEY REFERENCES contact_way (id),
        text TEXT NOT NULL,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
        title TEXT NOT NULL,
        media_id TEXT NOT NULL,
        picture TEXT NOT NULL,
        detail TEXT NOT NULL,
        target TEXT NOT NULL
      ) STRICT;
      """)

  static let sourceMigration = Migration(
    name: "customers-043-contact-way-source",
    sql: """
      ALTER TABLE contact_way ADD COLUMN source_key INTEGER REFERENCES source (id);
      CREATE INDEX contact_way_by_source ON contact_way (source_key, id)
        WHERE source_key IS NOT NULL AND is_temp = 0 AND is_deleted = 0;
      """)

  private static let columns = """
    id, config_id, kind, scene, style, remark, skips_verify, state, is_exclusive, marks_source,
    customer_remark, member_daily_max, member_total_max, is_temp, expires_in, chat_expires_in,
    unionid, used_by, create_time,
    (SELECT source.source_id FROM source WHERE source.id = contact_way.source_key)
    """

  private static func decode(_ row: borrowing Row) throws -> ContactWay {
    var way = ContactWay(
      key: row.int64(0), configID: row.text(1), kind: try row.value(2), scene: try row.value(3),
      isExclusive: row.bool(8), createTime: Instant(microseconds: row.int64(18)))
    way.style = row.int(4)
    way.remark = row.text(5)
    way.skipsVerify = row.bool(6)
    way.state = row.text(7)
    way.marksSource = row.bool(9)
    way.customerRemark = row.text(10)
    way.memberDailyMax = row.int(11)
    way.memberTotalMax = row.int(12)
    way.sourceID = row.optionalText(19) ?? ""
    if row.bool(13) {
      way.temporary = ContactWay.Temporary(
        expiresIn: row.int64(14), chatExpiresIn: row.int64(15), unionid: row.text(16),
        usedBy: row.optionalInt64(17))
    }
    return way
  }

  /// A way that is not deleted.
  static func find(_ configID: String, in reader: Reader) throws -> ContactWay? {
    let way = try reader.first(
      "SELECT \(columns) FROM contact_way WHERE config_id = $1 AND is_deleted = 0", configID,
      decode: decode)
    return try way.map { try withLists($0, in: reader) }
  }

  /// The way of a key, deleted or not.
  static func find(_ key: Int64, in reader: Reader) throws -> ContactWay {
    let way = try reader.first(
      "SELECT \(columns) FROM contact_way WHERE id = $1", key, decode: decode)
    return try withLists(way!, in: reader)
  }

  private static func withLists(_ way: ContactWay, in reader: Reader) throws -> ContactWay {
    try ContactWayLists(reader: reader, way: way.key).filling(way)
  }

  static func key(of configID: String, in reader: Reader) throws -> Int64? {
    try reader.first(
      "SELECT id FROM contact_way WHERE config_id = $1 AND is_deleted = 0", configID
    ) { $0.int64(0) }
  }

  static func configID(of key: Int64, in reader: Reader) throws -> String {
    try reader.first("SELECT config_id FROM contact_way WHERE id = $1", key) { $0.text(0) }!
  }

  /// A way, none that is temporary or deleted, that has a source.
  static func configID(withSource key: Int64, in reader: Reader) throws -> String? {
    try reader.first(
      """
      SELECT config_id FROM contact_way
      WHERE source_key = $1 AND is_temp = 0 AND is_deleted = 0 LIMIT 1
      """, key
    ) { $0.text(0) }
  }

  /// Those made in a span of time, the temporary left out, in the order they were made.
  static func made(
    from start: Instant, before end: Instant, after: (time: Int64, key: Int64), limit: Int,
    in reader: Reader
  ) throws -> [(configID: String, time: Int64, key: Int64)] {
    try reader.all(
      """
      SELECT config_id, create_time, id FROM contact_way
      WHERE is_temp = 0 AND is_deleted = 0 AND create_time >= $1 AND create_time < $2
        AND (create_time, id) > ($3, $4)
      ORDER BY create_time, id LIMIT $5
      """, start.microseconds, end.microseconds, after.time, after.key, limit
    ) { ($0.text(0), $0.int64(1), $0.int64(2)) }
  }

  /// Returns the new row's key.
  static func insert(_ way: ContactWay, in writer: Writer) throws -> Int64 {
    let key = try writer.first(
      """
      INSERT INTO contact_way (config_id, kind, scene, style, remark, skips_verify, state,
        is_exclusive, marks_source, customer_remark, member_daily_max, member_total_max, is_temp,
        expires_in, chat_expires_in, unionid, is_deleted, create_time, source_key)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0, $17,
        (SELECT id FROM source WHERE source_id = $18))
      RETURNING id
      """, way.configID, way.kind.rawValue, way.scene.rawValue, way.style, way.remark,
      way.skipsVerify, way.state, way.isExclusive, way.marksSource, way.customerRemark,
      way.memberDailyMax, way.memberTotalMax, way.temporary != nil, way.temporary?.expiresIn ?? 0,
      way.temporary?.chatExpiresIn ?? 0, way.temporary?.unionid ?? "", way.createTime.microseconds,
      way.sourceID
    ) { $0.int64(0) }!
    try ContactWayLists(reader: writer, way: key).replace(by: way, in: writer)
    return key
  }

  static func update(_ way: ContactWay, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE contact_way SET style = $2, remark = $3, skips_verify = $4, state = $5,
        marks_source = $6, customer_remark = $7, member_daily_max = $8, member_total_max = $9,
        expires_in = $10, chat_expires_in = $11, unionid = $12,
        source_key = (SELECT id FROM source WHERE source_id = $13)
      WHERE id = $1
      """, way.key, way.style, way.remark, way.skipsVerify, way.state, way.marksSource,
      way.customerRemark, way.memberDailyMax, way.memberTotalMax, way.temporary?.expiresIn ?? 0,
      way.temporary?.chatExpiresIn ?? 0, way.temporary?.unionid ?? "", way.sourceID)
    try ContactWayLists(reader: writer, way: way.key).replace(by: way, in: writer)
  }

  static func use(_ way: Int64, by customer: Int64, in writer: Writer) throws {
    try writer.run("UPDATE contact_way SET used_by = $2 WHERE id = $1", way, customer)
  }

  static func delete(_ way: ContactWay, in writer: Writer) throws {
    try writer.run("UPDATE contact_way SET is_deleted = 1 WHERE id = $1", way.key)
    if way.temporary == nil { try addToQuota(-1, day: 0, in: writer) }
  }

  // MARK: The quotas

  /// How many ways there are (day 0), or temporary ones were made on a day.
  static func quota(day: Int, in reader: Reader) throws -> Int {
    try reader.first("SELECT used FROM contact_way_quota WHERE day = $1", day) { $0.int(0) } ?? 0
  }

  static func addToQuota(_ change: Int, day: Int, in writer: Writer) throws {
    // A day that is over is no longer asked for.
    try writer.run("DELETE FROM contact_way_quota WHERE day > 0 AND day < $1 - 1", day)
    try writer.run(
      "INSERT INTO contact_way_quota (day, used) VALUES ($1, 0) ON CONFLICT DO NOTHING", day)
    try writer.run("UPDATE contact_way_quota SET used = used + $2 WHERE day = $1", day, change)
  }
}
