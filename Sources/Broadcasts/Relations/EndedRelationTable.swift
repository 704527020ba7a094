import ServiceKit
import Store

/// Relations that ended, as customers' feed told: who is not a member's friend any more, since when.
enum EndedRelationTable {
  static let migration = Migration(
    name: "broadcasts-009-ended-relation",
    sql: """
      CREATE TABLE ended_relation (
        recipient_id INTEGER NOT NULL REFERENCES recipient (id),
        member_id INTEGER NOT NULL REFERENCES member (id),
        end_time INTEGER NOT NULL,
        PRIMARY KEY (recipient_id, member_id)
      ) STRICT, WITHOUT ROWID;
      """)

  /// Keeps that a relation ended. Who is not known yet gets his key: a plan may be about to write
  /// him down.
  static func put(
    externalUserid: String, userid: String, endTime: Instant, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO ended_relation (recipient_id, member_id, end_time) VALUES ($1, $2, $3)
      ON CONFLICT (recipient_id, member_id) DO UPDATE SET end_time = excluded.end_time
      """, try PlanTable.recipientKey(externalUserid, in: writer),
      try MemberTaskTable.memberKey(userid, in: writer), endTime.microseconds)
  }

  /// Keeps that there is a relation again.
  static func delete(externalUserid: String, userid: String, in writer: Writer) throws {
    guard let recipient = try PlanTable.recipientKey(externalUserid, known: writer) else { return }
    try writer.run(
      """
      DELETE FROM ended_relation WHERE recipient_id = $1
        AND member_id = (SELECT id FROM member WHERE folded_userid = $2)
      """, recipient, userid.lowercased())
  }

  /// When the relation ended; nil when it has not, or nobody said so.
  static func endTime(recipient: Int64, member: Int64, in reader: Reader) throws -> Instant? {
    try reader.first(
      "SELECT end_time FROM ended_relation WHERE recipient_id = $1 AND member_id = $2", recipient,
      member
    ) { Instant(microseconds: $0.int64(0)) }
  }
}
