import ServiceKit
import Store

/// When a broadcast's members were reminded: the last 24 hours of it.
enum ReminderTable {
  static let migration = Migration(
    name: "broadcasts-011-reminder",
    sql: """
      CREATE TABLE reminder (
        id INTEGER PRIMARY KEY,
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        remind_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX reminder_by_broadcast ON reminder (broadcast_id, remind_time);
      """)

  /// How often since a moment; what lies before it is forgotten.
  static func count(broadcast: Int64, since: Instant, in writer: Writer) throws -> Int {
    try writer.run(
      "DELETE FROM reminder WHERE broadcast_id = $1 AND remind_time <= $2", broadcast,
      since.microseconds)
    return try writer.first("SELECT count(*) FROM reminder WHERE broadcast_id = $1", broadcast) {
      $0.int(0)
    }!
  }

  static func insert(broadcast: Int64, at moment: Instant, in writer: Writer) throws {
    try writer.run(
      "INSERT INTO reminder (broadcast_id, remind_time) VALUES ($1, $2)", broadcast,
      moment.microseconds)
  }
}
