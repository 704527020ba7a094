import ServiceKit
import Store

/// The counters of guide tasks: one row for each department that a task is counted in, and one for the
/// whole. Each knows what it lies under, as it was when the task was created.
///
/// All are changed in the transaction that changes the assignments they count. A list of departments
/// never counts assignments.
enum GuideCountTable {
  static let migration = Migration(
    name: "broadcasts-023-guide-count",
    sql: """
      CREATE TABLE guide_count (
        task_id INTEGER NOT NULL REFERENCES guide_task (id),
        department_id INTEGER NOT NULL,
        parent_id INTEGER NOT NULL,
        member_count INTEGER NOT NULL,
        read_count INTEGER NOT NULL,
        done_count INTEGER NOT NULL,
        late_count INTEGER NOT NULL,
        report_count INTEGER NOT NULL,
        progress INTEGER NOT NULL,
        PRIMARY KEY (task_id, department_id),
        CHECK (late_count <= done_count AND done_count <= read_count AND read_count <= member_count)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX guide_count_by_parent ON guide_count (task_id, parent_id, department_id);
      """)

  /// What the counters of a whole task have instead of a department, under nothing.
  static let whole: UInt32 = 0

  static let columns = """
    guide_count.member_count, guide_count.read_count, guide_count.done_count, guide_count.late_count,
    guide_count.report_count, guide_count.progress
    """
  static let columnCount = 6

  static func decode(_ row: borrowing Row, from column: Int) -> GuideCounts {
    GuideCounts(
      member: row.int64(column), read: row.int64(column + 1), done: row.int64(column + 2),
      late: row.int64(column + 3), report: row.int64(column + 4), progress: row.int64(column + 5))
  }

  /// Makes the counters of a new task.
  static func insert(_ scope: GuideScope, task: Int64, in writer: Writer) throws {
    var counts: [UInt32: Int64] = [whole: 0]
    for (_, lineage) in scope.members() {
      counts[whole]! += 1
      for department in lineage { counts[department, default: 0] += 1 }
    }
    for (department, members) in counts.sorted(by: { $0.key < $1.key }) {
      let parent = department == whole ? -1 : Int64(scope.tree.parent(of: department))
      try writer.run(
        """
        INSERT INTO guide_count (task_id, department_id, parent_id, member_count, read_count,
          done_count, late_count, report_count, progress)
        VALUES ($1, $2, $3, $4, 0, 0, 0, 0, 0)
        """, task, department, parent, members)
    }
  }

  /// Adds to the counters of a task, and of the departments that count a member.
  static func add(
    _ change: GuideCounts, task: Int64, lineage: [UInt32], in writer: Writer
  ) throws {
    for department in [whole] + lineage {
      try writer.run(
        """
        UPDATE guide_count SET member_count = member_count + $3, read_count = read_count + $4,
          done_count = done_count + $5, late_count = late_count + $6,
          report_count = report_count + $7, progress = progress + $8
        WHERE task_id = $1 AND department_id = $2
        """, task, department, change.member, change.read, change.done, change.late,
        change.report, change.progress)
    }
  }

  /// The departments directly under one in which a task is counted, by their ids.
  static func children(
    of parent: UInt32, task: Int64, after: Int64, limit: Int, in reader: Reader
  ) throws -> [(department: UInt32, counts: GuideCounts)] {
    try reader.all(
      """
      SELECT department_id, \(columns) FROM guide_count
      WHERE task_id = $1 AND parent_id = $2 AND department_id > $3 ORDER BY department_id LIMIT $4
      """, task, parent, after, limit
    ) { (UInt32($0.int64(0)), decode($0, from: 1)) }
  }

  static let checks = [
    Check(
      "the counters of guide task",
      sql: """
        WITH placed AS (
          SELECT task_id, \(whole) AS department_id, read_time, done_time, is_late, report_count,
            progress
          FROM guide_assignment
          UNION ALL
          SELECT task_id, place.value, read_time, done_time, is_late, report_count, progress
          FROM guide_assignment, json_each('[' || lineage || ']') AS place
        ), summed AS (
          SELECT task_id, department_id, count(*) AS members, count(read_time) AS reads,
            count(done_time) AS dones, sum(is_late) AS lates, sum(report_count) AS reports,
            sum(progress) AS progress
          FROM placed GROUP BY task_id, department_id
        )
        SELECT summed.task_id || '/' || summed.department_id FROM summed
        LEFT JOIN guide_count AS counted ON counted.task_id = summed.task_id
          AND counted.department_id = summed.department_id
        WHERE (members, reads, dones, lates, reports, summed.progress) IS NOT (member_count,
          read_count, done_count, late_count, counted.report_count, counted.progress)
        UNION ALL
        SELECT counted.task_id || '/' || counted.department_id FROM guide_count AS counted
        LEFT JOIN summed ON counted.task_id = summed.task_id
          AND counted.department_id = summed.department_id
        WHERE members IS NULL
        """),
    Check(
      "the reports of guide assignment",
      sql: """
        SELECT task_id || '/' || member_id FROM guide_assignment AS counted
        WHERE (report_count, progress) <> (
            SELECT count(*), coalesce(sum(added_count), 0) FROM guide_report
            WHERE guide_report.task_id = counted.task_id
              AND guide_report.member_id = counted.member_id)
          AND (report_count, progress, done_time IS NULL) <> (0, 1, 0)
        """),
    Check(
      "the end of guide task",
      sql: """
        SELECT guide_task.task_id FROM guide_task
        JOIN guide_count ON guide_count.task_id = guide_task.id AND department_id = \(whole)
        WHERE (state = 2) <> (state <> 3 AND done_count = iif(is_for_one, 1, member_count))
          OR (state = 1) <> (end_time IS NULL)
          OR (state = 1) <> EXISTS (
            SELECT 1 FROM guide_assignment WHERE guide_assignment.task_id = guide_task.id AND is_open)
        """),
  ]
}
