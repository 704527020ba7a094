import ServiceKit
import Store

/// What channels could not send and passed on, and what waits for the next channel.
///
/// `fallback_queue` has a row for each delivery that failed in one channel and was not leased by the
/// next; it is gone when it is. What waited when its broadcast was cancelled stays until the channel
/// leases something: a few rows at a time, as it may be millions.
enum FailedAttemptTable {
  static let migration = Migration(
    name: "broadcasts-058-failed-attempt",
    sql: """
      ALTER TABLE broadcast ADD COLUMN channel_ids TEXT NOT NULL DEFAULT '';
      ALTER TABLE broadcast_content ADD COLUMN channels TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE lease_queue ADD COLUMN channel_id TEXT NOT NULL DEFAULT '';
      CREATE INDEX lease_queue_by_channel ON lease_queue (channel_id, broadcast_id, member_id);
      ALTER TABLE lease ADD COLUMN bound_channel_id TEXT NOT NULL DEFAULT '';
      DROP INDEX lease_running;
      CREATE INDEX lease_running
        ON lease (bound_channel_id, expire_time, broadcast_id, recipient_id)
        WHERE expire_time IS NOT NULL;
      CREATE TABLE failed_attempt (
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        channel_id TEXT NOT NULL,
        status INTEGER NOT NULL CHECK (status > 1),
        failure_detail TEXT,
        lease_token INTEGER,
        attempt_time INTEGER NOT NULL,
        PRIMARY KEY (broadcast_id, recipient_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE fallback_queue (
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        channel_id TEXT NOT NULL,
        PRIMARY KEY (broadcast_id, recipient_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX fallback_queue_by_channel
        ON fallback_queue (channel_id, broadcast_id, recipient_id);
      """)

  /// What failed of a delivery so far, the first channel's first.
  static func list(_ key: DeliveryKey, in reader: Reader) throws -> [FailedAttempt] {
    try reader.all(
      """
      SELECT channel_id, status, failure_detail, lease_token, attempt_time FROM failed_attempt
      WHERE broadcast_id = $1 AND recipient_id = $2 ORDER BY place
      """, key.broadcast, key.recipient
    ) { row in
      FailedAttempt(
        channelID: row.text(0), status: try row.value(1),
        failureDetail: row.optionalText(2) ?? "", leaseToken: row.optionalInt64(3),
        time: Instant(microseconds: row.int64(4)))
    }
  }

  /// Keeps the newest of a delivery's failed attempts, and lets the next channel lease it.
  static func passOn(_ delivery: Delivery, in writer: Writer) throws {
    let attempt = delivery.failedAttempts.last!
    try writer.run(
      """
      INSERT INTO failed_attempt (broadcast_id, recipient_id, place, channel_id, status,
        failure_detail, lease_token, attempt_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """, delivery.key.broadcast, delivery.key.recipient, delivery.failedAttempts.count,
      attempt.channelID, attempt.status.rawValue,
      attempt.failureDetail.isEmpty ? nil : attempt.failureDetail, attempt.leaseToken,
      attempt.time.microseconds)
    try writer.run(
      "INSERT INTO fallback_queue (broadcast_id, recipient_id, channel_id) VALUES ($1, $2, $3)",
      delivery.key.broadcast, delivery.key.recipient, delivery.channelID)
  }

  /// Keeps that the next channel holds a delivery, or that it was settled.
  static func leave(_ key: DeliveryKey, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM fallback_queue WHERE broadcast_id = $1 AND recipient_id = $2",
      key.broadcast, key.recipient)
  }

  /// Takes some of a broadcast's deliveries that wait for a channel out of its queue.
  static func clear(
    broadcast: Int64, channelID: String, limit: Int, in writer: Writer
  ) throws {
    try writer.run(
      """
      DELETE FROM fallback_queue WHERE broadcast_id = $1 AND recipient_id IN (
        SELECT recipient_id FROM fallback_queue WHERE channel_id = $2 AND broadcast_id = $1
        ORDER BY recipient_id LIMIT $3)
      """, broadcast, channelID, limit)
  }
}
