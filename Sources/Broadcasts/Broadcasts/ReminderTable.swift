import ServiceKit
import Store

/// When the members of something were reminded of it: the last 24 hours of it.
struct ReminderTable: Sendable {
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

  static let broadcasts = ReminderTable(name: "reminder", owner: "broadcast_id")
  static let guideTasks = ReminderTable(name: "guide_task_reminder", owner: "task_id")

  private let name: String
  /// The column that says what was reminded of.
  private let owner: String

  /// How often since a moment; what lies before it is forgotten.
  func count(of key: Int64, since: Instant, in writer: Writer) throws -> Int {
    try writer.run(
      "DELETE FROM \(name) WHERE \(owner) = $1 AND remind_time <= $2", key, since.microseconds)
    return try writer.first("SELECT count(*) FROM \(name) WHERE \(owner) = $1", key) { $0.int(0) }!
  }

  func insert(of key: Int64, at moment: Instant, in writer: Writer) throws {
    try writer.run(
      "INSERT INTO \(name) (\(owner), remind_time) VALUES ($1, $2)", key, moment.microseconds)
  }
}
