import Foundation
import ServiceKit
import Store

/// The schedules' rows, and those of what was due.
enum ScheduleTable {
  static let migration = Migration(
    name: "broadcasts-012-schedule",
    sql: """
      CREATE TABLE schedule (
        id INTEGER PRIMARY KEY,
        schedule_id TEXT NOT NULL UNIQUE,
        broadcast BLOB NOT NULL,
        calendar TEXT NOT NULL,
        latest_start_seconds INTEGER NOT NULL,
        state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
        next_day INTEGER,
        next_time INTEGER,
        create_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX schedule_active ON schedule (id) WHERE state = 1;
      CREATE TABLE occurrence (
        schedule_id INTEGER NOT NULL REFERENCES schedule (id),
        day INTEGER NOT NULL,
        due_time INTEGER NOT NULL,
        start_time INTEGER,
        msgid TEXT NOT NULL,
        PRIMARY KEY (schedule_id, day)
      ) STRICT, WITHOUT ROWID;
      """)

  private static let columns = """
    id, schedule_id, calendar, latest_start_seconds, state, next_day, next_time, create_time
    """

  private static func decode(_ row: borrowing Row) throws -> Schedule {
    Schedule(
      key: row.int64(0), id: row.text(1),
      calendar: try JSONDecoder().decode(
        ScheduleCalendar.self, from: Data(row.text(2).utf8)),
      latestStartSeconds: row.int(3), state: try row.value(4), nextDay: row.optionalInt(5),
      nextTime: row.optionalInt64(6).map(Instant.init(microseconds:)),
      createTime: Instant(microseconds: row.int64(7)))
  }

  static func find(_ id: String, in reader: Reader) throws -> Schedule? {
    try reader.first(
      "SELECT \(columns) FROM schedule WHERE schedule_id = $1", id, decode: decode)
  }

  /// Newest first; `before` is the key of the last one of the page before.
  static func list(before: Int64, limit: Int, in reader: Reader) throws -> [Schedule] {
    try reader.all(
      "SELECT \(columns) FROM schedule WHERE id < $1 ORDER BY id DESC LIMIT $2", before, limit,
      decode: decode)
  }

  /// All that are active: as many as a corp may have.
  static func active(in reader: Reader) throws -> [Schedule] {
    try reader.all(
      "SELECT \(columns) FROM schedule WHERE state = 1 ORDER BY id", decode: decode)
  }

  /// How many are active, none beyond `limit` counted.
  static func activeCount(limit: Int, in reader: Reader) throws -> Int {
    try reader.first(
      "SELECT count(*) FROM (SELECT id FROM schedule WHERE state = 1 LIMIT $1)", limit
    ) { $0.int(0) }!
  }

  /// What it creates each time, packed.
  static func broadcast(of key: Int64, in reader: Reader) throws -> [UInt8] {
    try reader.first("SELECT broadcast FROM schedule WHERE id = $1", key) { $0.bytes(0) }!
  }

  static func insert(_ schedule: Schedule, broadcast: [UInt8], in writer: Writer) throws {
    let calendar = try JSONEncoder().encode(schedule.calendar)
    try writer.run(
      """
      INSERT INTO schedule (schedule_id, broadcast, calendar, latest_start_seconds, state,
        next_day, next_time, create_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """, schedule.id, broadcast, String(decoding: calendar, as: UTF8.self),
      schedule.latestStartSeconds, schedule.state.rawValue, schedule.nextDay,
      schedule.nextTime?.microseconds, schedule.createTime.microseconds)
  }

  /// Writes what may change: how it stands, and what is next.
  static func update(_ schedule: Schedule, in writer: Writer) throws {
    try writer.run(
      "UPDATE schedule SET state = $2, next_day = $3, next_time = $4 WHERE id = $1", schedule.key,
      schedule.state.rawValue, schedule.nextDay, schedule.nextTime?.microseconds)
  }

  private static func decodeOccurrence(_ row: borrowing Row) -> Occurrence {
    Occurrence(
      schedule: row.int64(0), scheduleID: row.text(1), day: row.int(2),
      dueTime: Instant(microseconds: row.int64(3)),
      startTime: row.optionalInt64(4).map(Instant.init(microseconds:)), msgid: row.text(5))
  }

  private static let occurrences = """
    SELECT schedule.id, schedule.schedule_id, day, due_time, start_time, msgid
    FROM occurrence JOIN schedule ON schedule.id = occurrence.schedule_id
    """

  static func occurrence(of key: Int64, day: Int, in reader: Reader) throws -> Occurrence? {
    try reader.first(
      "\(occurrences) WHERE occurrence.schedule_id = $1 AND day = $2", key, day,
      decode: decodeOccurrence)
  }

  /// The occurrence that a broadcast was created for; nil for a broadcast of its own.
  static func occurrence(msgid: String, in reader: Reader) throws -> Occurrence? {
    try reader.first("\(occurrences) WHERE msgid = $1", msgid, decode: decodeOccurrence)
  }

  static func occurrences(
    of key: Int64, after day: Int64, limit: Int, in reader: Reader
  ) throws -> [Occurrence] {
    try reader.all(
      "\(occurrences) WHERE occurrence.schedule_id = $1 AND day > $2 ORDER BY day LIMIT $3", key,
      day, limit, decode: decodeOccurrence)
  }

  /// Those that wait to be started, due after a moment, and at it after a schedule's key, up to before
  /// another, by time.
  static func waiting(
    after place: (time: Int64, key: Int64), until end: Int64, limit: Int, in reader: Reader
  ) throws -> [Occurrence] {
    try reader.all(
      """
      \(occurrences)
      WHERE start_time IS NULL AND (due_time, occurrence.schedule_id) > ($1, $2) AND due_time < $3
      ORDER BY due_time, occurrence.schedule_id LIMIT $4
      """, place.time, place.key, end, limit, decode: decodeOccurrence)
  }

  static func put(_ occurrence: Occurrence, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO occurrence (schedule_id, day, due_time, start_time, msgid)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (schedule_id, day) DO UPDATE SET start_time = excluded.start_time,
        msgid = excluded.msgid
      """, occurrence.schedule, occurrence.day, occurrence.dueTime.microseconds,
      occurrence.startTime?.microseconds, occurrence.msgid)
  }
}
