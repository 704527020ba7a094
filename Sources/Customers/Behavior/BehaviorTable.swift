import ServiceKit
import Store

/// The members' counters by day, kept with each change and never counted up.
enum BehaviorTable {
  static let migration = Migration(
    name: "customers-008-behavior",
    sql: """
      CREATE TABLE behavior (
        member_id INTEGER NOT NULL,
        day INTEGER NOT NULL,
        new_applies INTEGER NOT NULL,
        new_contacts INTEGER NOT NULL,
        chats INTEGER NOT NULL,
        messages INTEGER NOT NULL,
        opened_chats INTEGER NOT NULL,
        answered_chats INTEGER NOT NULL,
        reply_microseconds INTEGER NOT NULL,
        negative_feedbacks INTEGER NOT NULL,
        PRIMARY KEY (member_id, day)
      ) STRICT, WITHOUT ROWID;
      """)

  /// Adds to a member's counters of a day, and lets go of his days before `kept`.
  static func add(
    _ counts: BehaviorCounts, to key: BehaviorKey, kept: Day, in writer: Writer
  ) throws {
    guard counts != BehaviorCounts(), key.day >= kept.number else { return }
    try writer.run(
      """
      INSERT INTO behavior (member_id, day, new_applies, new_contacts, chats, messages,
        opened_chats, answered_chats, reply_microseconds, negative_feedbacks)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (member_id, day) DO UPDATE SET
        new_applies = behavior.new_applies + excluded.new_applies,
        new_contacts = behavior.new_contacts + excluded.new_contacts,
        chats = behavior.chats + excluded.chats,
        messages = behavior.messages + excluded.messages,
        opened_chats = behavior.opened_chats + excluded.opened_chats,
        answered_chats = behavior.answered_chats + excluded.answered_chats,
        reply_microseconds = behavior.reply_microseconds + excluded.reply_microseconds,
        negative_feedbacks = behavior.negative_feedbacks + excluded.negative_feedbacks
      """, key.member, key.day, counts.newApplies, counts.newContacts, counts.chats,
      counts.messages, counts.openedChats, counts.answeredChats, counts.replyMicroseconds,
      counts.negativeFeedbacks)
    try writer.run(
      "DELETE FROM behavior WHERE member_id = $1 AND day < $2", key.member, kept.number)
  }

  /// The members from a key on, ascending, whether or not anything is counted of them.
  static func members(
    from key: Int64, limit: Int, in reader: Reader
  ) throws -> [(key: Int64, userid: String)] {
    try reader.all("SELECT id, userid FROM member WHERE id >= $1 ORDER BY id LIMIT $2", key, limit)
    {
      ($0.int64(0), $0.text(1))
    }
  }

  /// A member's days within an interval, ascending.
  static func each(
    of member: Int64, _ days: ClosedRange<Day>, in reader: Reader,
    _ found: (Day, BehaviorCounts) -> Void
  ) throws {
    try reader.each(
      """
      SELECT day, new_applies, new_contacts, chats, messages, opened_chats, answered_chats,
        reply_microseconds, negative_feedbacks
      FROM behavior WHERE member_id = $1 AND day >= $2 AND day <= $3 ORDER BY day
      """, member, days.lowerBound.number, days.upperBound.number
    ) { row in
      found(
        Day(number: row.int64(0)),
        BehaviorCounts(
          newApplies: row.int64(1), newContacts: row.int64(2), chats: row.int64(3),
          messages: row.int64(4), openedChats: row.int64(5), answeredChats: row.int64(6),
          replyMicroseconds: row.int64(7), negativeFeedbacks: row.int64(8)))
    }
  }
}
