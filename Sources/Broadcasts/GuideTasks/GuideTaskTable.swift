import Foundation
import ServiceKit
import Store

/// The guide tasks' rows. What never changes and may be long has a row of its own.
enum GuideTaskTable {
  static let migration = Migration(
    name: "broadcasts-022-guide-task",
    sql: """
      CREATE TABLE guide_task (
        id INTEGER PRIMARY KEY,
        task_id TEXT NOT NULL UNIQUE,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
        title TEXT NOT NULL,
        due_time INTEGER,
        target_count INTEGER NOT NULL,
        sums_numbers INTEGER NOT NULL,
        min_number INTEGER,
        proofs TEXT NOT NULL,
        closes_when_due INTEGER NOT NULL,
        reward TEXT NOT NULL,
        state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
        is_overdue_told INTEGER NOT NULL,
        create_time INTEGER NOT NULL,
        end_time INTEGER
      ) STRICT;
      CREATE INDEX guide_task_by_kind ON guide_task (kind, id);
      CREATE TABLE guide_task_content (
        task_id INTEGER PRIMARY KEY REFERENCES guide_task (id),
        content TEXT NOT NULL,
        checklist TEXT NOT NULL,
        departments TEXT NOT NULL,
        userids TEXT NOT NULL
      ) STRICT;
      CREATE TABLE guide_task_reminder (
        id INTEGER PRIMARY KEY,
        task_id INTEGER NOT NULL REFERENCES guide_task (id),
        remind_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX guide_task_reminder_by_task ON guide_task_reminder (task_id, remind_time);
      """)

  static let claimMigration = Migration(
    name: "broadcasts-054-claim",
    sql: """
      ALTER TABLE guide_task ADD COLUMN is_for_one INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE guide_task ADD COLUMN claim_member_id INTEGER REFERENCES member (id);
      ALTER TABLE guide_task ADD COLUMN claim_time INTEGER;
      """)

  static let columns = """
    guide_task.id, guide_task.task_id, kind, title, due_time, target_count, sums_numbers, min_number,
    proofs, closes_when_due, reward, state, create_time, end_time, is_for_one, claim_member_id,
    (SELECT claimer.userid FROM member AS claimer WHERE claimer.id = claim_member_id), claim_time,
    \(GuideCountTable.columns)
    """

  static let source = """
    guide_task JOIN guide_count
    ON guide_count.task_id = guide_task.id AND department_id = \(GuideCountTable.whole)
    """

  /// How many columns `decode` reads.
  static let columnCount = 18 + GuideCountTable.columnCount

  static func decode(_ row: borrowing Row) throws -> GuideTask {
    var claim: GuideClaim?
    if let member = row.optionalInt64(15) {
      claim = GuideClaim(
        member: member, userid: row.text(16), time: Instant(microseconds: row.int64(17)))
    }
    return GuideTask(
      key: row.int64(0), id: row.text(1), kind: try row.value(2), title: row.text(3),
      dueTime: row.optionalInt64(4).map(Instant.init(microseconds:)),
      demand: GuideDemand(
        targetCount: row.int64(5), sumsNumbers: row.bool(6), minNumber: row.optionalInt64(7),
        proofs: proofs(row.text(8)), closesWhenDue: row.bool(9), reward: row.text(10),
        isForOne: row.bool(14)),
      state: try row.value(11), createTime: Instant(microseconds: row.int64(12)),
      endTime: row.optionalInt64(13).map(Instant.init(microseconds:)),
      counts: GuideCountTable.decode(row, from: 18), claim: claim)
  }

  /// The kinds of proof as a row keeps them: "1,3", empty for none.
  private static func proofs(_ text: String) -> Set<ProofKind> {
    Set(text.split(separator: ",").compactMap { Int($0).flatMap(ProofKind.init(rawValue:)) })
  }

  static func find(_ id: String, in reader: Reader) throws -> GuideTask? {
    try reader.first(
      "SELECT \(columns) FROM \(source) WHERE guide_task.task_id = $1", id, decode: decode)
  }

  /// Newest first; `before` is the key of the last one of the page before.
  static func list(
    _ kind: GuideTask.Kind?, before: Int64, limit: Int, in reader: Reader
  ) throws -> [GuideTask] {
    guard let kind else {
      return try reader.all(
        """
        SELECT \(columns) FROM \(source) WHERE guide_task.id < $1
        ORDER BY guide_task.id DESC LIMIT $2
        """, before, limit, decode: decode)
    }
    return try reader.all(
      """
      SELECT \(columns) FROM \(source) WHERE kind = $1 AND guide_task.id < $2
      ORDER BY guide_task.id DESC LIMIT $3
      """, kind.rawValue, before, limit, decode: decode)
  }

  static let dueMigration = Migration(
    name: "broadcasts-056-due",
    sql: """
      CREATE INDEX guide_task_by_due ON guide_task (due_time, id) WHERE state <> 3;
      CREATE INDEX occurrence_waiting ON occurrence (due_time, schedule_id)
        WHERE start_time IS NULL;
      """)

  /// Those due after a moment, and at it after a key, up to before another, by time, but for those that
  /// were cancelled.
  static func due(
    after place: (time: Int64, key: Int64), until end: Int64, limit: Int, in reader: Reader
  ) throws -> [GuideTask] {
    try reader.all(
      """
      SELECT \(columns) FROM \(source)
      WHERE (due_time, guide_task.id) > ($1, $2) AND due_time < $3 AND state <> 3
      ORDER BY due_time, guide_task.id LIMIT $4
      """, place.time, place.key, end, limit, decode: decode)
  }

  static func content(of key: Int64, in reader: Reader) throws -> Content {
    try reader.first("SELECT content FROM guide_task_content WHERE task_id = $1", key) { row in
      try value(row.text(0))
    }!
  }

  static func checklist(of key: Int64, in reader: Reader) throws -> [ChecklistItem] {
    try reader.first("SELECT checklist FROM guide_task_content WHERE task_id = $1", key) { row in
      try value(row.text(0))
    }!
  }

  static func scope(
    of key: Int64, in reader: Reader
  ) throws -> (departments: [UInt32], userids: [String]) {
    try reader.first(
      "SELECT departments, userids FROM guide_task_content WHERE task_id = $1", key
    ) { row in (try value(row.text(0)), try value(row.text(1))) }!
  }

  /// Keeps a task and gives it its key.
  static func insert(
    _ task: GuideTask, _ draft: GuideTaskDraft, in writer: Writer
  ) throws -> Int64 {
    let demand = task.demand
    let proofs = demand.proofs.map(\.rawValue).sorted().map(String.init).joined(separator: ",")
    let key = try writer.first(
      """
      INSERT INTO guide_task (task_id, kind, title, due_time, target_count, sums_numbers, min_number,
        proofs, closes_when_due, reward, state, is_overdue_told, create_time, is_for_one)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13) RETURNING id
      """, task.id, task.kind.rawValue, task.title, task.dueTime?.microseconds,
      demand.targetCount, demand.sumsNumbers, demand.minNumber, proofs, demand.closesWhenDue,
      demand.reward, task.state.rawValue, task.createTime.microseconds, demand.isForOne
    ) { $0.int64(0) }!
    try writer.run(
      """
      INSERT INTO guide_task_content (task_id, content, checklist, departments, userids)
      VALUES ($1, $2, $3, $4, $5)
      """, key, json(draft.content), json(draft.checklist), json(draft.departments),
      json(draft.userids))
    return key
  }

  /// Writes what may change: how it stands, since when, and who has it.
  static func update(_ task: GuideTask, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE guide_task SET state = $2, end_time = $3, claim_member_id = $4, claim_time = $5
      WHERE id = $1
      """, task.key, task.state.rawValue, task.endTime?.microseconds, task.claim?.member,
      task.claim?.time.microseconds)
  }

  /// Keeps that it was told of a task that it is overdue; false when it was told before.
  static func tellOverdue(_ key: Int64, in writer: Writer) throws -> Bool {
    try writer.run(
      "UPDATE guide_task SET is_overdue_told = 1 WHERE id = $1 AND is_overdue_told = 0", key) > 0
  }

  private static func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  private static func value<Value: Decodable>(_ json: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }
}
