import ServiceKit
import Store

/// What waits for channels, and what they hold.
///
/// `lease_queue` has a row for each confirmed task of which some deliveries were never leased. They
/// are leased in the order of their recipients' keys, so `leased_through` says which were: neither
/// the deliveries' rows nor an index over them has to. `lease` has a row for each delivery a channel
/// holds, gone when it is settled. A lease whose `expire_time` is null is never taken over, since its
/// broadcast was stopped; it may still be acknowledged.
enum LeaseTable {
  static let migration = Migration(
    name: "broadcasts-005-lease",
    sql: """
      CREATE TABLE lease (
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        token INTEGER NOT NULL,
        channel_id TEXT NOT NULL,
        expire_time INTEGER,
        PRIMARY KEY (broadcast_id, recipient_id),
        FOREIGN KEY (broadcast_id, recipient_id)
          REFERENCES delivery (broadcast_id, recipient_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX lease_running ON lease (expire_time, broadcast_id, recipient_id)
        WHERE expire_time IS NOT NULL;
      CREATE TABLE lease_queue (
        broadcast_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        leased_through INTEGER NOT NULL,
        left_count INTEGER NOT NULL CHECK (left_count > 0),
        PRIMARY KEY (broadcast_id, member_id),
        FOREIGN KEY (broadcast_id, member_id) REFERENCES task (broadcast_id, member_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE lease_token (newest INTEGER NOT NULL) STRICT;
      INSERT INTO lease_token (newest) VALUES (0);
      """)

  /// A fencing number, larger than all before it.
  static func nextToken(in writer: Writer) throws -> Int64 {
    try writer.first("UPDATE lease_token SET newest = newest + 1 RETURNING newest") {
      $0.int64(0)
    }!
  }

  /// Takes over what other leases let run out, the longest overdue first.
  static func takeExpired(
    _ lease: Lease, _ allowance: inout LeaseAllowance, in writer: Writer
  ) throws {
    let expired = try writer.all(
      """
      SELECT lease.broadcast_id, lease.recipient_id, msgid, chat_type, userid, public_id
      FROM lease
      CROSS JOIN delivery ON delivery.broadcast_id = lease.broadcast_id
        AND delivery.recipient_id = lease.recipient_id
      CROSS JOIN broadcast ON broadcast.id = lease.broadcast_id
      CROSS JOIN member ON member.id = delivery.member_id
      CROSS JOIN recipient ON recipient.id = lease.recipient_id
      WHERE lease.expire_time <= $1
      ORDER BY lease.expire_time, lease.broadcast_id, lease.recipient_id LIMIT $2
      """, lease.now.microseconds, allowance.left
    ) { row in
      LeasedDelivery(
        key: DeliveryKey(broadcast: row.int64(0), recipient: row.int64(1)), msgid: row.text(2),
        chatType: try row.value(3), userid: row.text(4), recipientID: row.text(5))
    }
    for delivery in expired where allowance.allows(broadcast: delivery.key.broadcast) {
      try writer.run(
        """
        UPDATE lease SET token = $3, channel_id = $4, expire_time = $5
        WHERE broadcast_id = $1 AND recipient_id = $2
        """, delivery.key.broadcast, delivery.key.recipient, lease.token, lease.channelID,
        lease.expireTime.microseconds)
      allowance.take(delivery)
    }
  }

  /// Lets channels lease a task that was confirmed.
  static func queue(_ task: MemberTask, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO lease_queue (broadcast_id, member_id, leased_through, left_count)
      VALUES ($1, $2, 0, $3)
      """, task.key.broadcast, task.key.member, task.counts.recipient)
  }

  /// Takes what was never leased, older broadcasts first, and counts it as leased.
  static func takeQueued(
    _ lease: Lease, _ allowance: inout LeaseAllowance, in writer: Writer
  ) throws {
    let tasks = try writer.all(
      """
      SELECT broadcast_id, member_id, msgid, chat_type, userid, leased_through, left_count
      FROM lease_queue
      CROSS JOIN broadcast ON broadcast.id = lease_queue.broadcast_id
      CROSS JOIN member ON member.id = lease_queue.member_id
      ORDER BY broadcast_id, member_id LIMIT $1
      """, allowance.left
    ) { row in
      QueuedTask(
        key: CounterKey(broadcast: row.int64(0), member: row.int64(1)), msgid: row.text(2),
        chatType: try row.value(3), userid: row.text(4), leasedThrough: row.int64(5),
        leftCount: row.int64(6))
    }
    var changes: [CounterKey: Counts] = [:]
    for task in tasks where allowance.allows(broadcast: task.key.broadcast) {
      changes[task.key] = Counts(leased: try take(task, lease, &allowance, in: writer))
    }
    try CounterTable.add(changes, in: writer)
  }

  private struct QueuedTask {
    let key: CounterKey
    let msgid: String
    let chatType: Broadcast.ChatType
    let userid: String
    let leasedThrough: Int64
    let leftCount: Int64
  }

  /// Takes the next deliveries of a task; returns how many.
  private static func take(
    _ task: QueuedTask, _ lease: Lease, _ allowance: inout LeaseAllowance, in writer: Writer
  ) throws -> Int64 {
    let recipients = try writer.all(
      """
      SELECT recipient_id, public_id FROM delivery
      CROSS JOIN recipient ON recipient.id = delivery.recipient_id
      WHERE broadcast_id = $1 AND member_id = $2 AND recipient_id > $3
      ORDER BY recipient_id LIMIT $4
      """, task.key.broadcast, task.key.member, task.leasedThrough, allowance.left
    ) { row in (key: row.int64(0), id: row.text(1)) }
    for (recipient, id) in recipients {
      try writer.run(
        """
        INSERT INTO lease (broadcast_id, recipient_id, token, channel_id, expire_time)
        VALUES ($1, $2, $3, $4, $5)
        """, task.key.broadcast, recipient, lease.token, lease.channelID,
        lease.expireTime.microseconds)
      allowance.take(
        LeasedDelivery(
          key: DeliveryKey(broadcast: task.key.broadcast, recipient: recipient),
          msgid: task.msgid, chatType: task.chatType, userid: task.userid, recipientID: id))
    }
    let count = Int64(recipients.count)
    if count == task.leftCount {
      try writer.run(
        "DELETE FROM lease_queue WHERE broadcast_id = $1 AND member_id = $2", task.key.broadcast,
        task.key.member)
    } else {
      try writer.run(
        """
        UPDATE lease_queue SET leased_through = $3, left_count = left_count - $4
        WHERE broadcast_id = $1 AND member_id = $2
        """, task.key.broadcast, task.key.member, recipients.last?.key, count)
    }
    return count
  }

  static func end(_ key: DeliveryKey, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM lease WHERE broadcast_id = $1 AND recipient_id = $2", key.broadcast,
      key.recipient)
  }

  /// Takes a broadcast out of the channels' reach: what was never leased is not, and what runs out
  /// is not taken over.
  static func stop(broadcast: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM lease_queue WHERE broadcast_id = $1", broadcast)
    try writer.run("UPDATE lease SET expire_time = NULL WHERE broadcast_id = $1", broadcast)
  }
}
