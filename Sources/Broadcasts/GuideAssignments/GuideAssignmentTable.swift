import Foundation
import ServiceKit
import Store

/// The assignments of guide tasks, one row a member, and his reports.
enum GuideAssignmentTable {
  static let migration = Migration(
    name: "broadcasts-024-guide-assignment",
    sql: """
      CREATE TABLE guide_assignment (
        task_id INTEGER NOT NULL REFERENCES guide_task (id),
        member_id INTEGER NOT NULL REFERENCES member (id),
        lineage TEXT NOT NULL,
        is_open INTEGER NOT NULL,
        progress INTEGER NOT NULL,
        report_count INTEGER NOT NULL,
        read_time INTEGER,
        done_time INTEGER,
        is_late INTEGER NOT NULL,
        PRIMARY KEY (task_id, member_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX guide_assignment_by_member ON guide_assignment (member_id, task_id);
      CREATE INDEX guide_assignment_by_task ON guide_assignment (task_id, is_open, member_id);
      CREATE INDEX guide_assignment_open_by_member ON guide_assignment (member_id, task_id)
        WHERE is_open;
      CREATE TABLE guide_report (
        task_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        proofs TEXT NOT NULL,
        added_count INTEGER NOT NULL,
        report_time INTEGER NOT NULL,
        PRIMARY KEY (task_id, member_id, number),
        FOREIGN KEY (task_id, member_id) REFERENCES guide_assignment (task_id, member_id)
      ) STRICT, WITHOUT ROWID;
      """)

  private static let columns = """
    guide_assignment.task_id, guide_assignment.member_id, member.userid, lineage,
    guide_assignment.progress, guide_assignment.report_count, read_time, done_time, is_late
    """

  private static let source = """
    guide_assignment CROSS JOIN member ON member.id = guide_assignment.member_id
    """

  private static func decode(
    _ row: borrowing Row, from column: Int = 0, taskID: String
  ) -> GuideAssignment {
    GuideAssignment(
      task: row.int64(column), member: row.int64(column + 1), taskID: taskID,
      userid: row.text(column + 2), lineage: lineage(row.text(column + 3)),
      progress: row.int64(column + 4), reportCount: row.int(column + 5),
      readTime: row.optionalInt64(column + 6).map(Instant.init(microseconds:)),
      doneTime: row.optionalInt64(column + 7).map(Instant.init(microseconds:)),
      isLate: row.bool(column + 8))
  }

  /// The departments that count somebody as a row keeps them: "1,10,101".
  private static func lineage(_ text: String) -> [UInt32] {
    text.split(separator: ",").compactMap { UInt32($0) }
  }

  static func find(
    _ task: GuideTask, userid: String, in reader: Reader
  ) throws -> GuideAssignment? {
    try reader.first(
      """
      SELECT \(columns) FROM member CROSS JOIN guide_assignment
        ON guide_assignment.member_id = member.id AND guide_assignment.task_id = $1
      WHERE folded_userid = $2
      """, task.key, userid.lowercased()
    ) { decode($0, taskID: task.id) }
  }

  /// A task's assignments in the order of the members' keys.
  static func list(
    _ task: GuideTask, onlyUnfinished: Bool, after: Int64, limit: Int, in reader: Reader
  ) throws -> [GuideAssignment] {
    try reader.all(
      """
      SELECT \(columns) FROM \(source)
      WHERE guide_assignment.task_id = $1 AND guide_assignment.member_id > $2
        \(onlyUnfinished ? "AND is_open = 1" : "")
      ORDER BY guide_assignment.member_id LIMIT $3
      """, task.key, after, limit
    ) { decode($0, taskID: task.id) }
  }

  /// A member's assignments with their tasks, the newest first; `before` is the key of the last task of
  /// the page before.
  static func list(
    of userid: String, onlyUnfinished: Bool, before: Int64, limit: Int, in reader: Reader
  ) throws -> [(task: GuideTask, assignment: GuideAssignment)] {
    try reader.all(
      """
      SELECT \(GuideTaskTable.columns), \(columns) FROM (
        SELECT task_id AS listed_task, member_id AS listed_member FROM guide_assignment
        WHERE member_id = (SELECT id FROM member WHERE folded_userid = $1) AND task_id < $2
          \(onlyUnfinished ? "AND is_open" : "")
        ORDER BY task_id DESC LIMIT $3
      ) CROSS JOIN \(source) CROSS JOIN \(GuideTaskTable.source)
      WHERE guide_assignment.task_id = listed_task AND guide_assignment.member_id = listed_member
        AND guide_task.id = listed_task
      ORDER BY listed_task DESC
      """, userid.lowercased(), before, limit
    ) { row in
      let task = try GuideTaskTable.decode(row)
      return (task, decode(row, from: GuideTaskTable.columnCount, taskID: task.id))
    }
  }

  /// Gives a new task to its members.
  static func insert(_ scope: GuideScope, task: Int64, in writer: Writer) throws {
    for (member, lineage) in scope.members() {
      try writer.run(
        """
        INSERT INTO guide_assignment (task_id, member_id, lineage, is_open, progress, report_count,
          is_late)
        VALUES ($1, $2, $3, 1, 0, 0, 0)
        """, task, member, lineage.map(String.init).joined(separator: ","))
    }
  }

  /// Writes how far a member got; `isTaken` when another does it.
  static func update(
    _ assignment: GuideAssignment, isTaken: Bool = false, in writer: Writer
  ) throws {
    try writer.run(
      """
      UPDATE guide_assignment SET is_open = $3, progress = $4, report_count = $5, read_time = $6,
        done_time = $7, is_late = $8
      WHERE task_id = $1 AND member_id = $2
      """, assignment.task, assignment.member, assignment.doneTime == nil && !isTaken,
      assignment.progress,
      assignment.reportCount, assignment.readTime?.microseconds,
      assignment.doneTime?.microseconds, assignment.isLate)
  }

  /// Closes the assignments of a cancelled task.
  static func close(task: Int64, in writer: Writer) throws {
    try writer.run(
      "UPDATE guide_assignment SET is_open = 0 WHERE task_id = $1 AND is_open = 1", task)
  }

  /// Closes the assignments of a task that one member has claimed, but for his.
  static func close(task: Int64, besides member: Int64, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE guide_assignment SET is_open = 0 WHERE task_id = $1 AND is_open = 1 AND member_id <> $2
      """, task, member)
  }

  /// Opens the assignments of a task that was given back.
  static func open(task: Int64, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE guide_assignment SET is_open = 1
      WHERE task_id = $1 AND is_open = 0 AND done_time IS NULL
      """, task)
  }

  // MARK: Reports

  static func insert(
    _ report: GuideReport, of assignment: GuideAssignment, in writer: Writer
  ) throws {
    let proofs = try JSONEncoder().encode(report.proofs)
    try writer.run(
      """
      INSERT INTO guide_report (task_id, member_id, number, proofs, added_count, report_time)
      VALUES ($1, $2, $3, $4, $5, $6)
      """, assignment.task, assignment.member, report.number,
      String(decoding: proofs, as: UTF8.self), report.addedCount, report.time.microseconds)
  }

  static func reports(
    of assignment: GuideAssignment, after: Int64, limit: Int, in reader: Reader
  ) throws -> [GuideReport] {
    try reader.all(
      """
      SELECT number, proofs, added_count, report_time FROM guide_report
      WHERE task_id = $1 AND member_id = $2 AND number > $3 ORDER BY number LIMIT $4
      """, assignment.task, assignment.member, after, limit
    ) { row in
      GuideReport(
        taskID: assignment.taskID, userid: assignment.userid, number: row.int(0),
        proofs: try JSONDecoder().decode([Proof].self, from: Data(row.text(1).utf8)),
        addedCount: row.int64(2), time: Instant(microseconds: row.int64(3)))
    }
  }
}
