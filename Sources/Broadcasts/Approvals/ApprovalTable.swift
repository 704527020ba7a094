import ServiceKit
import Store

/// The columns that broadcasts have for their approval. `BroadcastTable` reads and writes them.
///
/// A state that only an approval can bring is kept as two: `state` has what it was before there were
/// approvals, planning or cancelled, and `approval_state` the rest.
enum ApprovalTable {
  static let migration = Migration(
    name: "broadcasts-025-approval",
    sql: """
      ALTER TABLE broadcast ADD COLUMN approval_state INTEGER NOT NULL DEFAULT 0
        CHECK (approval_state BETWEEN 0 AND 4);
      ALTER TABLE broadcast ADD COLUMN approval_userid TEXT;
      ALTER TABLE broadcast ADD COLUMN approval_comment TEXT;
      ALTER TABLE broadcast ADD COLUMN approval_time INTEGER;
      ALTER TABLE broadcast ADD COLUMN latest_start_time INTEGER;
      CREATE INDEX broadcast_by_approval ON broadcast (approval_state, state, id);
      CREATE INDEX occurrence_by_msgid ON occurrence (msgid);
      ALTER TABLE sending_rules ADD COLUMN broadcasts_need_approval INTEGER NOT NULL DEFAULT 0;
      """)

  enum State: Int, Sendable {
    case notNeeded = 0
    case waits = 1
    case approved = 2
    case refused = 3
    /// Approved after its latest start, and not started.
    case approvedLate = 4
  }

  static let columns = """
    approval_state, approval_userid, approval_comment, approval_time, latest_start_time
    """

  /// Reads the columns into a broadcast whose other columns have been read.
  static func decode(_ row: borrowing Row, from column: Int, into broadcast: inout Broadcast) throws
  {
    let state = try row.value(column, as: State.self)
    broadcast.needsApproval = state != .notNeeded
    broadcast.latestStartTime = row.optionalInt64(column + 4).map(Instant.init(microseconds:))
    if let time = row.optionalInt64(column + 3) {
      broadcast.approval = Approval(
        isApproved: state != .refused, userid: row.text(column + 1), comment: row.text(column + 2),
        time: Instant(microseconds: time))
    }
    switch (broadcast.state, state) {
    case (.planning, .waits): broadcast.state = .waitsForApproval
    case (.planning, .approvedLate): broadcast.state = .waitsForStart
    case (.cancelled, .refused): broadcast.state = .refused
    default: break
    }
  }

  /// Those that wait, the oldest first; `after` is the key of the last one of the page before.
  static func waiting(after: Int64, limit: Int, in reader: Reader) throws -> [Broadcast] {
    try reader.all(
      """
      SELECT id FROM broadcast WHERE approval_state = \(State.waits.rawValue)
        AND state = \(Broadcast.State.planning.rawValue) AND id > $1 ORDER BY id LIMIT $2
      """, after, limit
    ) { $0.int64(0) }
    .map { try BroadcastTable.find(key: $0, in: reader)! }
  }
}

extension Broadcast {
  /// What the state column holds.
  var storedState: State {
    switch state {
    case .waitsForApproval, .waitsForStart: .planning
    case .refused: .cancelled
    case .planning, .active, .finished, .cancelled, .failed: state
    }
  }

  /// What the column beside it holds.
  var approvalState: ApprovalTable.State {
    guard needsApproval else { return .notNeeded }
    guard let approval else { return .waits }
    guard approval.isApproved else { return .refused }
    return state == .waitsForStart ? .approvedLate : .approved
  }
}
