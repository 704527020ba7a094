import Store

/// A job that hands over all customers of a member.
struct TransferJob: Sendable, Equatable {
  /// Who takes over a part, and how that part stands.
  struct Takeover: Sendable, Equatable {
    let member: Int64
    let userid: String
    let share: Int32
    var waiting: Int64 = 0
    var done: Int64 = 0
    var refused: Int64 = 0
    var full: Int64 = 0

    var given: Int { Int(waiting + done + refused + full) }
  }

  let key: Int64
  let handoverKey: Int64
  let kind: Transfer.Kind
  let successMsg: String
  let refusedCount: Int64
  /// In the order in which they were named.
  let takeovers: [Takeover]
}

/// The jobs that hand over all customers of a member: who takes over, how each part stands, kept with
/// each change and never counted, and who was refused.
enum TransferJobTable {
  static let migration = Migration(
    name: "customers-013-transfer-job",
    sql: """
      CREATE TABLE transfer_job (
        id INTEGER PRIMARY KEY,
        jobid TEXT NOT NULL UNIQUE,
        handover_id INTEGER NOT NULL REFERENCES member (id),
        kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
        success_msg TEXT NOT NULL,
        refused_count INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE transfer_job_takeover (
        job_id INTEGER NOT NULL REFERENCES transfer_job (id),
        takeover_id INTEGER NOT NULL REFERENCES member (id),
        place INTEGER NOT NULL,
        share INTEGER NOT NULL,
        waiting_count INTEGER NOT NULL,
        done_count INTEGER NOT NULL,
        refused_count INTEGER NOT NULL,
        full_count INTEGER NOT NULL,
        PRIMARY KEY (job_id, takeover_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE transfer_job_refusal (
        job_id INTEGER NOT NULL REFERENCES transfer_job (id),
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        refusal INTEGER NOT NULL CHECK (refusal BETWEEN 1 AND 3),
        PRIMARY KEY (job_id, customer_id)
      ) STRICT, WITHOUT ROWID;
      """)

  static func insert(
    jobid: String, handover: Int64, kind: Transfer.Kind, successMsg: String,
    takeovers: [(member: Int64, share: Int32)], in writer: Writer
  ) throws {
    let key = try writer.first(
      """
      INSERT INTO transfer_job (jobid, handover_id, kind, success_msg, refused_count)
      VALUES ($1, $2, $3, $4, 0) RETURNING id
      """, jobid, handover, kind.rawValue, successMsg
    ) { $0.int64(0) }!
    for (place, takeover) in takeovers.enumerated() {
      try writer.run(
        """
        INSERT INTO transfer_job_takeover (job_id, takeover_id, place, share, waiting_count,
          done_count, refused_count, full_count)
        VALUES ($1, $2, $3, $4, 0, 0, 0, 0)
        """, key, takeover.member, place, takeover.share)
    }
  }

  static func find(_ jobid: String, in reader: Reader) throws -> TransferJob? {
    let found = try reader.first(
      "SELECT id, handover_id, kind, success_msg, refused_count FROM transfer_job WHERE jobid = $1",
      jobid
    ) { row in
      let kind: Transfer.Kind = try row.value(2)
      return (
        key: row.int64(0), handover: row.int64(1), kind: kind, msg: row.text(3),
        refused: row.int64(4)
      )
    }
    guard let found else { return nil }
    return TransferJob(
      key: found.key, handoverKey: found.handover, kind: found.kind, successMsg: found.msg,
      refusedCount: found.refused, takeovers: try takeovers(of: found.key, in: reader))
  }

  private static func takeovers(
    of job: Int64, in reader: Reader
  ) throws -> [TransferJob.Takeover] {
    try reader.all(
      """
      SELECT takeover_id, userid, share, waiting_count, done_count,
        refused_count, full_count
      FROM transfer_job_takeover JOIN member ON member.id = takeover_id
      WHERE job_id = $1 ORDER BY place
      """, job
    ) { row in
      TransferJob.Takeover(
        member: row.int64(0), userid: row.text(1), share: row.int32(2), waiting: row.int64(3),
        done: row.int64(4), refused: row.int64(5), full: row.int64(6))
    }
  }

  static func jobid(of key: Int64, in reader: Reader) throws -> String {
    try reader.first("SELECT jobid FROM transfer_job WHERE id = $1", key) { $0.text(0) }!
  }

  /// Counts a transfer where it stands now, and no longer where it stood.
  static func count(_ transfer: Transfer, over before: Transfer?, in writer: Writer) throws {
    guard let job = transfer.jobKey else { return }
    func change(_ status: Transfer.Status) -> Int {
      (transfer.status == status ? 1 : 0) - (before?.status == status ? 1 : 0)
    }
    try writer.run(
      """
      UPDATE transfer_job_takeover SET waiting_count = waiting_count + $3,
        done_count = done_count + $4, refused_count = refused_count + $5,
        full_count = full_count + $6
      WHERE job_id = $1 AND takeover_id = $2
      """, job, transfer.takeoverKey, change(.waiting), change(.done), change(.refused),
      change(.full))
  }

  static func refuse(
    _ refusal: Transfer.Refusal, customer: Int64, job: Int64, in writer: Writer
  ) throws {
    try writer.run(
      "INSERT INTO transfer_job_refusal (job_id, customer_id, refusal) VALUES ($1, $2, $3)", job,
      customer, refusal.rawValue)
    try writer.run(
      "UPDATE transfer_job SET refused_count = refused_count + 1 WHERE id = $1", job)
  }

  /// Whom a job refused, ascending by customer.
  static func refusals(
    of job: Int64, after customer: Int64, limit: Int, in reader: Reader
  ) throws -> [(customer: Int64, externalUserid: String, refusal: Transfer.Refusal)] {
    try reader.all(
      """
      SELECT customer_id, external_userid, refusal
      FROM transfer_job_refusal JOIN customer ON customer.id = customer_id
      WHERE job_id = $1 AND customer_id > $2 ORDER BY customer_id LIMIT $3
      """, job, customer, limit
    ) { row in
      let refusal: Transfer.Refusal = try row.value(2)
      return (row.int64(0), row.text(1), refusal)
    }
  }
}
