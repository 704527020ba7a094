import ServiceKit
import Store

/// The tag jobs' rows, what they are to mark and what they could not.
///
/// What a job is to mark is kept until it ends, what it could not until it is forgotten; the row
/// itself stays.
enum TagJobTable {
  static let migration = Migration(
    name: "customers-016-tag-job",
    sql: """
      CREATE TABLE tag_job (
        id INTEGER PRIMARY KEY,
        jobid TEXT NOT NULL UNIQUE,
        kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
        state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
        add_tags TEXT NOT NULL,
        remove_tags TEXT NOT NULL,
        changed_count INTEGER NOT NULL,
        unchanged_count INTEGER NOT NULL,
        failed_count INTEGER NOT NULL,
        total_count INTEGER NOT NULL,
        undo_of INTEGER,
        undo_of_job TEXT NOT NULL,
        undone_by TEXT NOT NULL,
        last_error TEXT NOT NULL,
        create_time INTEGER NOT NULL,
        finish_time INTEGER
      ) STRICT;
      CREATE INDEX tag_job_running ON tag_job (id) WHERE state = 1;
      CREATE TABLE tag_job_audience (
        job_id INTEGER PRIMARY KEY REFERENCES tag_job (id),
        audience BLOB NOT NULL,
        departments TEXT NOT NULL,
        last_customer INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE tag_job_relation (
        job_id INTEGER NOT NULL REFERENCES tag_job (id),
        place INTEGER NOT NULL,
        userid TEXT NOT NULL,
        external_userid TEXT NOT NULL,
        PRIMARY KEY (job_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE tag_job_failure (
        job_id INTEGER NOT NULL REFERENCES tag_job (id),
        place INTEGER NOT NULL,
        userid TEXT NOT NULL,
        external_userid TEXT NOT NULL,
        reason TEXT NOT NULL,
        message TEXT NOT NULL,
        errcode INTEGER NOT NULL,
        PRIMARY KEY (job_id, place)
      ) STRICT, WITHOUT ROWID;
      \(TagClaimTable.sql)
      """)

  private static let columns = """
    id, jobid, kind, state, add_tags, remove_tags, changed_count, unchanged_count, failed_count,
    total_count, undo_of, undo_of_job, undone_by, last_error, create_time, finish_time,
    (SELECT rule_id FROM auto_tag_rule WHERE auto_tag_rule.id = -undo_of)
    """

  private static func decode(_ row: borrowing Row) throws -> TagJob {
    var job = TagJob(
      key: row.int64(0), jobid: row.text(1), kind: try row.value(2),
      createTime: Instant(microseconds: row.int64(14)))
    job.state = try row.value(3)
    job.addTags = words(row.text(4))
    job.removeTags = words(row.text(5))
    job.counts = .init(
      changed: row.int64(6), unchanged: row.int64(7), failed: row.int64(8))
    job.totalCount = row.int64(9)
    job.undoOf = row.optionalInt64(10).map(ClaimSource.init(number:))
    job.undoOfJob = row.text(11)
    job.undoOfRule = row.optionalText(16) ?? ""
    job.undoneBy = row.text(12)
    job.lastError = row.text(13)
    job.finishTime = row.optionalInt64(15).map(Instant.init(microseconds:))
    return job
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  static func find(_ jobid: String, in reader: Reader) throws -> TagJob? {
    try reader.first("SELECT \(columns) FROM tag_job WHERE jobid = $1", jobid, decode: decode)
  }

  static func find(_ key: Int64, in reader: Reader) throws -> TagJob {
    try reader.first("SELECT \(columns) FROM tag_job WHERE id = $1", key, decode: decode)!
  }

  /// The newest first, those before a key.
  static func list(before key: Int64, limit: Int, in reader: Reader) throws -> [TagJob] {
    try reader.all(
      "SELECT \(columns) FROM tag_job WHERE id < $1 ORDER BY id DESC LIMIT $2", key, limit,
      decode: decode)
  }

  /// How many have not ended: no more than may wait.
  static func runningCount(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM tag_job WHERE state = 1") { $0.int(0) }!
  }

  /// Whether a source's work is being taken back.
  static func isRunning(undoOf source: ClaimSource, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM tag_job WHERE state = 1 AND undo_of = $1", source.number)
  }

  /// The key of the next row: rows are never deleted.
  static func nextKey(in reader: Reader) throws -> Int64 {
    try reader.first("SELECT coalesce(max(id), 0) + 1 FROM tag_job") { $0.int64(0) }!
  }

  static func insert(_ job: TagJob, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO tag_job (id, jobid, kind, state, add_tags, remove_tags, changed_count,
        unchanged_count, failed_count, total_count, undo_of, undo_of_job, undone_by, last_error,
        create_time)
      VALUES ($1, $2, $3, 1, $4, $5, 0, 0, 0, $6, $7, $8, '', '', $9)
      """, job.key, job.jobid, job.kind.rawValue, job.addTags.joined(separator: " "),
      job.removeTags.joined(separator: " "), job.totalCount, job.undoOf?.number, job.undoOfJob,
      job.createTime.microseconds)
  }

  /// Keeps how far a job is, and whether and how it ended.
  static func update(_ job: TagJob, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE tag_job SET state = $2, changed_count = $3, unchanged_count = $4, failed_count = $5,
        total_count = $6, undone_by = $7, last_error = $8, finish_time = $9
      WHERE id = $1
      """, job.key, job.state.rawValue, job.counts.changed, job.counts.unchanged,
      job.counts.failed, job.totalCount, job.undoneBy, job.lastError,
      job.finishTime?.microseconds)
  }

  // MARK: What it is to mark

  /// An audience as its message packs it, and what directory told of its departments.
  struct Audience: Sendable {
    var message: [UInt8]
    var departments: [UInt32: [String]]
    var lastCustomer: Int64
  }

  static func put(_ audience: Audience, of job: Int64, in writer: Writer) throws {
    // A userid holds neither spaces nor ends of lines.
    let lines = audience.departments.sorted { $0.key < $1.key }.map { id, userids in
      (["\(id)"] + userids).joined(separator: " ")
    }
    try writer.run(
      """
      INSERT INTO tag_job_audience (job_id, audience, departments, last_customer)
      VALUES ($1, $2, $3, $4)
      """, job, audience.message, lines.joined(separator: "\n"), audience.lastCustomer)
  }

  static func audience(of job: Int64, in reader: Reader) throws -> Audience? {
    try reader.first(
      "SELECT audience, departments, last_customer FROM tag_job_audience WHERE job_id = $1", job
    ) { row in
      var departments: [UInt32: [String]] = [:]
      for line in row.text(1).split(separator: "\n") {
        let words = words(String(line))
        departments[UInt32(words[0])!] = Array(words.dropFirst())
      }
      return Audience(
        message: row.bytes(0), departments: departments, lastCustomer: row.int64(2))
    }
  }

  static func put(
    _ relations: [(userid: String, externalUserid: String)], of job: Int64, in writer: Writer
  ) throws {
    for (place, relation) in relations.enumerated() {
      try writer.run(
        """
        INSERT INTO tag_job_relation (job_id, place, userid, external_userid)
        VALUES ($1, $2, $3, $4)
        """, job, place, relation.userid, relation.externalUserid)
    }
  }

  static func relations(
    of job: Int64, from place: Int64, limit: Int, in reader: Reader
  ) throws -> [(userid: String, externalUserid: String)] {
    try reader.all(
      """
      SELECT userid, external_userid FROM tag_job_relation WHERE job_id = $1 AND place >= $2
      ORDER BY place LIMIT $3
      """, job, place, limit
    ) { ($0.text(0), $0.text(1)) }
  }

  /// Lets go of what a job that ended was to mark.
  static func deleteInput(of job: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM tag_job_audience WHERE job_id = $1", job)
    try writer.run("DELETE FROM tag_job_relation WHERE job_id = $1", job)
  }

  // MARK: What it could not mark

  static func put(
    _ miss: TagJob.Miss, place: Int64, of job: Int64, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO tag_job_failure (job_id, place, userid, external_userid, reason, message, errcode)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, job, place, miss.userid, miss.externalUserid, miss.reason, miss.message, miss.errcode)
  }

  static func misses(
    of job: Int64, after place: Int64, limit: Int, in reader: Reader
  ) throws -> [(place: Int64, miss: TagJob.Miss)] {
    try reader.all(
      """
      SELECT place, userid, external_userid, reason, message, errcode FROM tag_job_failure
      WHERE job_id = $1 AND place > $2 ORDER BY place LIMIT $3
      """, job, place, limit
    ) { row in
      (
        row.int64(0),
        TagJob.Miss(
          userid: row.text(1), externalUserid: row.text(2), reason: row.text(3),
          message: row.text(4), errcode: row.int(5))
      )
    }
  }

  static func deleteMisses(of job: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM tag_job_failure WHERE job_id = $1", job)
  }
}
