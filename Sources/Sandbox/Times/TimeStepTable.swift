import ServiceKit
import Store

/// Which moment a request_id of AdvanceTime leads to. Kept for ever, since the call itself may let more
/// time pass than the ledger keeps its rows.
enum TimeStepTable {
  static let migration = Migration(
    name: "sandbox-004-time-step",
    sql: """
      CREATE TABLE time_step (
        request_id TEXT PRIMARY KEY,
        step TEXT NOT NULL,
        until_time INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      """)

  static func find(
    _ requestID: String, in reader: Reader
  ) throws -> (step: String, until: Instant)? {
    try reader.first("SELECT step, until_time FROM time_step WHERE request_id = $1", requestID) {
      ($0.text(0), Instant(microseconds: $0.int64(1)))
    }
  }

  static func insert(
    _ requestID: String, step: String, until: Instant, in writer: Writer
  ) throws {
    try writer.run(
      "INSERT INTO time_step (request_id, step, until_time) VALUES ($1, $2, $3)", requestID, step,
      until.microseconds)
  }
}
