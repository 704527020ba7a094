import ServiceKit
import Store

/// Which contents each group gets on a day, so that none gets the same twice: a row for a group and a
/// content, of the last broadcast that was planned for it.
enum GroupContentTable {
  static let migration = Migration(
    name: "broadcasts-052-group-content",
    sql: """
      CREATE TABLE group_content (
        recipient_id INTEGER NOT NULL REFERENCES recipient (id),
        content INTEGER NOT NULL,
        day INTEGER NOT NULL,
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        PRIMARY KEY (recipient_id, content)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE refusal_of_reasons (
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        public_id TEXT NOT NULL,
        reason INTEGER NOT NULL CHECK (reason BETWEEN 1 AND 4),
        PRIMARY KEY (broadcast_id, public_id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO refusal_of_reasons (broadcast_id, public_id, reason)
        SELECT broadcast_id, public_id, reason FROM refusal ORDER BY broadcast_id, public_id;
      DROP TABLE refusal;
      ALTER TABLE refusal_of_reasons RENAME TO refusal;
      """)

  /// Whether a group gets a content on a day, by a broadcast that was not stopped.
  static func contains(
    _ content: Int64, of chatID: String, on day: Day, in reader: Reader
  ) throws -> Bool {
    try reader.exists(
      """
      SELECT 1 FROM recipient
      CROSS JOIN group_content ON recipient_id = recipient.id AND content = $2
      CROSS JOIN broadcast ON broadcast.id = broadcast_id
      WHERE public_id = $1 AND day = $3
        AND state NOT IN (\(Broadcast.State.cancelled.rawValue), \(Broadcast.State.failed.rawValue))
      """, chatID, content, day.number)
  }

  /// Keeps that a group gets a content on a day, and forgets what it got on others.
  static func put(
    _ content: Int64, of chatID: String, on day: Day, broadcast: Int64, in writer: Writer
  ) throws {
    let recipient = try PlanTable.recipientKey(chatID, in: writer)
    try writer.run(
      "DELETE FROM group_content WHERE recipient_id = $1 AND day <> $2", recipient, day.number)
    try writer.run(
      """
      INSERT INTO group_content (recipient_id, content, day, broadcast_id) VALUES ($1, $2, $3, $4)
      ON CONFLICT (recipient_id, content) DO UPDATE SET broadcast_id = excluded.broadcast_id
      """, recipient, content, day.number, broadcast)
  }
}
