import ServiceKit
import Store

/// What each recipient has had, by day: a rule that is set later finds what it has to count.
///
/// A row counts the leases taken and the personal broadcasts sent on a day of UTC+8, less what failed.
/// Days that lie before every period are dropped when the recipient gets something again.
enum QuotaTable {
  static let migration = Migration(
    name: "broadcasts-008-quota",
    sql: """
      CREATE TABLE quota_day (
        recipient_id INTEGER NOT NULL REFERENCES recipient (id),
        day INTEGER NOT NULL,
        used_count INTEGER NOT NULL CHECK (used_count >= 0),
        PRIMARY KEY (recipient_id, day)
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE lease ADD COLUMN quota_day INTEGER;
      CREATE TABLE personal_broadcast (
        send_id TEXT PRIMARY KEY,
        member_id INTEGER NOT NULL REFERENCES member (id),
        recipient_id INTEGER NOT NULL REFERENCES recipient (id),
        send_time INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX personal_broadcast_by_time ON personal_broadcast (send_time);
      """)

  /// Longer than every period, and than what a personal broadcast may lie back.
  private static let keptDays: Int64 = 62

  /// How many a recipient has had in a period.
  static func used(recipient: Int64, in period: QuotaPeriod, _ reader: Reader) throws -> Int64 {
    try reader.first(
      """
      SELECT coalesce(sum(used_count), 0) FROM quota_day
      WHERE recipient_id = $1 AND day >= $2 AND day < $3
      """, recipient, period.start.number, period.end.number
    ) { $0.int64(0) }!
  }

  /// How many somebody has had in a period; none when no broadcast has met him.
  static func used(
    recipientID: String, in period: QuotaPeriod, _ reader: Reader
  ) throws -> Int64 {
    try reader.first(
      """
      SELECT coalesce(sum(used_count), 0) FROM recipient
      CROSS JOIN quota_day ON recipient_id = recipient.id
      WHERE public_id = $1 AND day >= $2 AND day < $3
      """, recipientID, period.start.number, period.end.number
    ) { $0.int64(0) }!
  }

  /// Counts one more on a day.
  static func take(recipient: Int64, day: Day, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO quota_day (recipient_id, day, used_count) VALUES ($1, $2, 1)
      ON CONFLICT (recipient_id, day) DO UPDATE SET used_count = quota_day.used_count + 1
      """, recipient, day.number)
  }

  /// The first day that may still count in a period.
  static func firstKept(on day: Day) -> Day { day.advanced(by: -keptDays) }

  /// Drops a recipient's days that count in no period any more.
  static func dropOld(recipient: Int64, day: Day, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM quota_day WHERE recipient_id = $1 AND day < $2", recipient,
      firstKept(on: day).number)
  }

  /// Gives one of a day back.
  static func release(recipient: Int64, day: Day, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE quota_day SET used_count = used_count - 1
      WHERE recipient_id = $1 AND day = $2 AND used_count > 0
      """, recipient, day.number)
  }

  /// Keeps a personal broadcast; false when it was kept before.
  static func insert(_ personal: PersonalBroadcast, in writer: Writer) throws -> Bool {
    let recipient = try PlanTable.recipientKey(personal.recipientID, in: writer)
    let isNew =
      try writer.run(
        """
        INSERT INTO personal_broadcast (send_id, member_id, recipient_id, send_time)
        VALUES ($1, $2, $3, $4) ON CONFLICT (send_id) DO NOTHING
        """, personal.sendID, try MemberTaskTable.memberKey(personal.userid, in: writer),
        recipient, personal.time.microseconds) > 0
    if isNew {
      let day = Day(of: personal.time)
      try take(recipient: recipient, day: day, in: writer)
      try dropOld(recipient: recipient, day: day, in: writer)
    }
    return isNew
  }

  /// Forgets the oldest personal broadcasts, as many as a call may bring and some more.
  static func forgetPersonal(now: Instant, in writer: Writer) throws {
    try writer.run(
      """
      DELETE FROM personal_broadcast WHERE send_id IN (
        SELECT send_id FROM personal_broadcast WHERE send_time < $1 ORDER BY send_time LIMIT 2000)
      """, now.advanced(bySeconds: -keptDays * 86_400).microseconds)
  }
}
