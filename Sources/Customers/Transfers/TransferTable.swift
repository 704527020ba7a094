import ServiceKit
import Store

/// The transfers: of each two members and customer the last one, and what became of customers before.
enum TransferTable {
  /// `transfer_waiting` also keeps a customer from being transferred twice at once from one member.
  static let migration = Migration(
    name: "customers-011-transfer",
    sql: """
      CREATE TABLE transfer (
        handover_id INTEGER NOT NULL REFERENCES member (id),
        takeover_id INTEGER NOT NULL REFERENCES member (id),
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
        status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 4),
        fail_reason INTEGER CHECK (fail_reason BETWEEN 1 AND 4),
        accept_time INTEGER NOT NULL,
        due_time INTEGER NOT NULL,
        end_time INTEGER,
        success_msg TEXT NOT NULL,
        job_id INTEGER,
        had_before INTEGER NOT NULL CHECK (had_before IN (0, 1)),
        PRIMARY KEY (handover_id, takeover_id, customer_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX transfer_by_status ON transfer (handover_id, takeover_id, status, customer_id);
      CREATE UNIQUE INDEX transfer_waiting ON transfer (customer_id, handover_id) WHERE status = 2;
      CREATE INDEX transfer_due ON transfer (due_time) WHERE status = 2;
      CREATE TABLE former_owner (
        id INTEGER PRIMARY KEY,
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        member_id INTEGER NOT NULL REFERENCES member (id),
        takeover_id INTEGER NOT NULL REFERENCES member (id),
        kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
        start_time INTEGER NOT NULL,
        end_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX former_owner_by_customer ON former_owner (customer_id, id);
      """)

  private static let columns = """
    handover_id, takeover_id, customer_id, kind, status, fail_reason, accept_time, due_time, end_time,
    success_msg, job_id, had_before
    """

  private static func decode(_ row: borrowing Row) throws -> Transfer {
    var transfer = Transfer(
      handoverKey: row.int64(0), takeoverKey: row.int64(1), customerKey: row.int64(2),
      kind: try row.value(3), status: try row.value(4),
      acceptTime: Instant(microseconds: row.int64(6)), dueTime: Instant(microseconds: row.int64(7)))
    if !row.isNull(5) { transfer.failReason = try row.value(5) }
    transfer.endTime = row.optionalInt64(8).map(Instant.init(microseconds:))
    transfer.successMsg = row.text(9)
    transfer.jobKey = row.optionalInt64(10)
    transfer.hadBefore = row.bool(11)
    return transfer
  }

  // MARK: Transfers

  static func find(
    handover: Int64, takeover: Int64, customer: Int64, in reader: Reader
  ) throws -> Transfer? {
    try reader.first(
      """
      SELECT \(columns) FROM transfer
      WHERE handover_id = $1 AND takeover_id = $2 AND customer_id = $3
      """, handover, takeover, customer, decode: decode)
  }

  /// The one that waits to take a customer from a member.
  static func waiting(
    customer: Int64, handover: Int64, in reader: Reader
  ) throws -> Transfer? {
    try reader.first(
      "SELECT \(columns) FROM transfer WHERE customer_id = $1 AND handover_id = $2 AND status = 2",
      customer, handover, decode: decode)
  }

  /// Those between two members, ascending by customer; of one status, or of all.
  static func list(
    handover: Int64, takeover: Int64, status: Transfer.Status?, after customer: Int64, limit: Int,
    in reader: Reader
  ) throws -> [Transfer] {
    try reader.all(
      """
      SELECT \(columns) FROM transfer
      WHERE handover_id = $1 AND takeover_id = $2 AND customer_id > $3
        \(status == nil ? "AND $5 IS NULL" : "AND status = $5")
      ORDER BY customer_id LIMIT $4
      """, handover, takeover, customer, limit, status?.rawValue, decode: decode)
  }

  /// Those whose time has come.
  static func due(at now: Instant, limit: Int, in reader: Reader) throws -> [Transfer] {
    try reader.all(
      """
      SELECT \(columns) FROM transfer WHERE status = 2 AND due_time <= $1
      ORDER BY due_time LIMIT $2
      """, now.microseconds, limit, decode: decode)
  }

  /// Whether any waits for this very moment.
  static func isAny(dueAt moment: Instant, in reader: Reader) throws -> Bool {
    try reader.exists(
      "SELECT 1 FROM transfer WHERE status = 2 AND due_time = $1 LIMIT 1", moment.microseconds)
  }

  static func put(_ transfer: Transfer, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO transfer (\(columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      ON CONFLICT (handover_id, takeover_id, customer_id) DO UPDATE SET
        kind = excluded.kind, status = excluded.status, fail_reason = excluded.fail_reason,
        accept_time = excluded.accept_time, due_time = excluded.due_time,
        end_time = excluded.end_time, success_msg = excluded.success_msg,
        job_id = excluded.job_id, had_before = excluded.had_before
      """, transfer.handoverKey, transfer.takeoverKey, transfer.customerKey,
      transfer.kind.rawValue, transfer.status.rawValue, transfer.failReason?.rawValue,
      transfer.acceptTime.microseconds, transfer.dueTime.microseconds,
      transfer.endTime?.microseconds, transfer.successMsg, transfer.jobKey, transfer.hadBefore)
  }

  /// How often a customer was handed over on the job since a moment, with the transfers that wait.
  static func moves(of customer: Int64, since: Instant, in reader: Reader) throws -> Int {
    try reader.first(
      """
      SELECT
        (SELECT count(*) FROM former_owner
          WHERE customer_id = $1 AND kind = 1 AND end_time >= $2)
        + (SELECT count(*) FROM transfer WHERE customer_id = $1 AND status = 2 AND kind = 1)
      """, customer, since.microseconds
    ) { $0.int(0) }!
  }

  // MARK: Former owners

  struct FormerOwner: Sendable, Equatable {
    let key: Int64
    let member: Int64
    let takeover: Int64
    let kind: Transfer.Kind
    let startTime: Instant
    let endTime: Instant
  }

  /// Keeps who had a customer until he was handed over.
  static func addFormerOwner(_ relation: Relation, _ transfer: Transfer, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO former_owner (customer_id, member_id, takeover_id, kind, start_time, end_time)
      VALUES ($1, $2, $3, $4, $5, $6)
      """, transfer.customerKey, transfer.handoverKey, transfer.takeoverKey,
      transfer.kind.rawValue, relation.createTime.microseconds, transfer.endTime?.microseconds)
  }

  /// Whether a member once handed a customer over.
  static func hasHandedOver(
    customer: Int64, member: Int64, in reader: Reader
  ) throws -> Bool {
    try reader.exists(
      "SELECT 1 FROM former_owner WHERE customer_id = $1 AND member_id = $2 LIMIT 1", customer,
      member)
  }

  /// Those of a customer, the last first.
  static func formerOwners(
    of customer: Int64, before key: Int64, limit: Int, in reader: Reader
  ) throws -> [FormerOwner] {
    try reader.all(
      """
      SELECT id, member_id, takeover_id, kind, start_time, end_time FROM former_owner
      WHERE customer_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
      """, customer, key, limit
    ) { row in
      FormerOwner(
        key: row.int64(0), member: row.int64(1), takeover: row.int64(2), kind: try row.value(3),
        startTime: Instant(microseconds: row.int64(4)), endTime: Instant(microseconds: row.int64(5))
      )
    }
  }
}
