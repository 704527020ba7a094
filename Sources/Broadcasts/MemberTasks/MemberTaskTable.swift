import ServiceKit
import Store

/// The members' rows, each userid once, and their tasks.
///
/// A task is known by its broadcast and member.
enum MemberTaskTable {
  static let migration = Migration(
    name: "broadcasts-003-task",
    sql: """
      CREATE TABLE member (
        id INTEGER PRIMARY KEY,
        folded_userid TEXT NOT NULL UNIQUE,
        userid TEXT NOT NULL
      ) STRICT;
      CREATE TABLE task (
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        member_id INTEGER NOT NULL REFERENCES member (id),
        confirm_time INTEGER,
        recipient_count INTEGER NOT NULL,
        leased_count INTEGER NOT NULL CHECK (leased_count >= 0),
        sent_count INTEGER NOT NULL,
        failed_count INTEGER NOT NULL,
        conversion_count INTEGER NOT NULL,
        converted_count INTEGER NOT NULL,
        amount_cents INTEGER NOT NULL,
        PRIMARY KEY (broadcast_id, member_id),
        CHECK (leased_count + sent_count + failed_count <= recipient_count)
      ) STRICT, WITHOUT ROWID;
      """)

  private static let columns = """
    broadcast_id, member_id, broadcast.msgid, member.userid, confirm_time,
    \(CounterTable.deliveryColumns)
    """

  private static let source = """
    task JOIN broadcast ON broadcast.id = task.broadcast_id JOIN member ON member.id = task.member_id
    """

  private static func decode(_ row: borrowing Row) -> MemberTask {
    MemberTask(
      key: CounterKey(broadcast: row.int64(0), member: row.int64(1)), msgid: row.text(2),
      userid: row.text(3), confirmTime: row.optionalInt64(4).map(Instant.init(microseconds:)),
      counts: CounterTable.decode(row, from: 5))
  }

  static func find(broadcast: Int64, userid: String, in reader: Reader) throws -> MemberTask? {
    try reader.first(
      "SELECT \(columns) FROM \(source) WHERE broadcast_id = $1 AND folded_userid = $2", broadcast,
      userid.lowercased(), decode: decode)
  }

  static func list(
    broadcast: Int64, after: Int64, limit: Int, in reader: Reader
  ) throws -> [MemberTask] {
    try reader.all(
      """
      SELECT \(columns) FROM \(source) WHERE broadcast_id = $1 AND member_id > $2
      ORDER BY member_id LIMIT $3
      """, broadcast, after, limit, decode: decode)
  }

  /// What is counted of the tasks of those who work in a department or anywhere under it, and how many
  /// they are.
  static func counts(
    broadcast: Int64, under department: UInt32, in reader: Reader
  ) throws -> (tasks: Int64, counts: Counts) {
    let sums = CounterTable.deliveryColumns.split(whereSeparator: { ", \n".contains($0) })
      .map { "coalesce(sum(\($0)), 0)" }.joined(separator: ", ")
    return try reader.first(
      """
      \(RosterTable.staff)
      SELECT count(*), \(sums) FROM staff
      CROSS JOIN task ON task.broadcast_id = $2 AND task.member_id = staff.member_id
      """, department, broadcast
    ) { ($0.int64(0), CounterTable.decode($0, from: 1)) }!
  }

  /// Keeps that a task is confirmed.
  static func confirm(_ task: MemberTask, in writer: Writer) throws {
    try writer.run(
      "UPDATE task SET confirm_time = $3 WHERE broadcast_id = $1 AND member_id = $2",
      task.key.broadcast, task.key.member, task.confirmTime?.microseconds)
  }

  /// The key of a member, given out at the first meeting; the userid is spelled as it was then.
  static func memberKey(_ userid: String, in writer: Writer) throws -> Int64 {
    let folded = userid.lowercased()
    let known = try writer.first("SELECT id FROM member WHERE folded_userid = $1", folded) {
      $0.int64(0)
    }
    if let known { return known }
    return try writer.first(
      "INSERT INTO member (folded_userid, userid) VALUES ($1, $2) RETURNING id", folded, userid
    ) { $0.int64(0) }!
  }

  /// Makes a member's task; false when he has it already.
  static func insert(_ key: CounterKey, in writer: Writer) throws -> Bool {
    try writer.run(
      """
      INSERT INTO task (broadcast_id, member_id, recipient_count, leased_count, sent_count,
        failed_count, conversion_count, converted_count, amount_cents)
      VALUES ($1, $2, 0, 0, 0, 0, 0, 0, 0)
      ON CONFLICT (broadcast_id, member_id) DO NOTHING
      """, key.broadcast, key.member) > 0
  }
}
