package import Messages
package import Store

/// A job as its row says.
package struct JobRow: Sendable {
  package let id: Int64
  package let jobid: String
  package let kind: String
  package let state: CommonV1.Job.State
  package let payload: [UInt8]
  package let cursor: [UInt8]
  package let processedCount: Int64
  package let totalCount: Int64
  package let attempts: Int
  package let lastError: String
  package let nextTime: Instant
  package let createTime: Instant
  package let updateTime: Instant
  package let finishTime: Instant?
  /// Whose trace it belongs to, as `TraceContext.text`; empty when it belongs to none.
  let trace: String

  package var message: CommonV1.Job {
    CommonV1.Job(
      jobid: jobid, kind: kind, state: state, processedCount: processedCount,
      totalCount: totalCount, lastError: lastError, createTime: createTime.timestamp,
      updateTime: updateTime.timestamp, finishTime: finishTime?.timestamp)
  }
}

package enum JobTable {
  static let migrations = [
    Migration(
      name: "kit-003-job",
      sql: """
        CREATE TABLE job (
          id INTEGER PRIMARY KEY,
          jobid TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 4),
          payload BLOB NOT NULL,
          cursor BLOB NOT NULL,
          processed_count INTEGER NOT NULL,
          total_count INTEGER NOT NULL,
          attempts INTEGER NOT NULL,
          last_error TEXT NOT NULL,
          next_time INTEGER NOT NULL,
          create_time INTEGER NOT NULL,
          update_time INTEGER NOT NULL,
          finish_time INTEGER
        ) STRICT;
        CREATE INDEX job_unfinished ON job (next_time, id) WHERE state <= 2;
        """)
  ]

  /// Whose trace a job belongs to. Later than the lists that others append to the kit's.
  package static let traceMigration = Migration(
    name: "kit-008-job-trace", sql: "ALTER TABLE job ADD COLUMN trace TEXT NOT NULL DEFAULT ''")

  private static let columns = """
    id, jobid, kind, state, payload, cursor, processed_count, total_count, attempts, last_error,
    next_time, create_time, update_time, finish_time, trace
    """

  private static func decode(_ row: borrowing Row) -> JobRow {
    JobRow(
      id: row.int64(0), jobid: row.text(1), kind: row.text(2),
      state: CommonV1.Job.State(rawValue: Int32(row.int(3))), payload: row.bytes(4),
      cursor: row.bytes(5), processedCount: row.int64(6), totalCount: row.int64(7),
      attempts: row.int(8), lastError: row.text(9),
      nextTime: Instant(microseconds: row.int64(10)),
      createTime: Instant(microseconds: row.int64(11)),
      updateTime: Instant(microseconds: row.int64(12)),
      finishTime: row.optionalInt64(13).map(Instant.init(microseconds:)), trace: row.text(14))
  }

  static func insert(
    kind: String, payload: [UInt8], due: Instant, trace: String = "", now: Instant,
    in writer: Writer
  ) throws -> String {
    let jobid = PublicID.make("job")
    try writer.run(
      """
      INSERT INTO job (jobid, kind, state, payload, cursor, processed_count, total_count, attempts,
        last_error, next_time, create_time, update_time, trace)
      VALUES ($1, $2, 1, $3, x'', 0, 0, 0, '', $4, $5, $5, $6)
      """, jobid, kind, payload, due.microseconds, now.microseconds, trace)
    return jobid
  }

  package static func find(_ jobid: String, in reader: Reader) throws -> JobRow? {
    try reader.first("SELECT \(columns) FROM job WHERE jobid = $1", jobid, decode: decode)
  }

  /// The unfinished job that is due first.
  static func next(in reader: Reader) throws -> JobRow? {
    try reader.first(
      "SELECT \(columns) FROM job WHERE state <= 2 ORDER BY next_time, id LIMIT 1", decode: decode)
  }

  /// How many are not finished, counted up to a thousand.
  static func unfinishedCount(in reader: Reader) throws -> Int {
    try reader.first(
      "SELECT count(*) FROM (SELECT 1 FROM job WHERE state <= 2 LIMIT 1000) AS unfinished"
    ) { $0.int(0) }!
  }

  /// Whether a job of this kind has been accepted and not begun.
  static func isQueued(kind: String, in reader: Reader) throws -> Bool {
    // `state <= 2` is what the index of unfinished jobs, which are few, is found by.
    try reader.exists("SELECT 1 FROM job WHERE state <= 2 AND state = 1 AND kind = $1", kind)
  }

  static func delete(id: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM job WHERE id = $1", id)
  }

  static func save(
    id: Int64, cursor: [UInt8], processedCount: Int64, totalCount: Int64, now: Instant,
    in writer: Writer
  ) throws {
    try writer.run(
      """
      UPDATE job SET state = 2, cursor = $2, processed_count = $3, total_count = $4,
        attempts = 0, update_time = $5
      WHERE id = $1
      """, id, cursor, processedCount, totalCount, now.microseconds)
  }

  static func finish(
    id: Int64, state: CommonV1.Job.State, error: String, now: Instant, in writer: Writer
  ) throws {
    try writer.run(
      """
      UPDATE job SET state = $2, last_error = $3, update_time = $4, finish_time = $4 WHERE id = $1
      """, id, Int64(state.rawValue), error, now.microseconds)
  }

  static func postpone(
    id: Int64, until next: Instant, error: String, now: Instant, in writer: Writer
  ) throws {
    try writer.run(
      """
      UPDATE job SET attempts = attempts + 1, last_error = $2, next_time = $3, update_time = $4
      WHERE id = $1
      """, id, error, next.microseconds, now.microseconds)
  }
}
