import ServiceKit
import Store

/// What waits for channels, and what they hold.
///
/// `lease_queue` has a row for each confirmed task of which some deliveries were never dealt with. They
/// are leased, or left out, in the order of their recipients' keys, so `leased_through` says which
/// were: neither the deliveries' rows nor an index over them has to. `lease` has a row for each delivery a channel
/// holds, gone when it is settled. A lease whose `expire_time` is null is never taken over, since its
/// broadcast was stopped or its channel cannot tell what became of it; it may still be acknowledged.
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

  static let unknownMigration = Migration(
    name: "broadcasts-013-unknown",
    sql: """
      ALTER TABLE lease ADD COLUMN unknown_time INTEGER;
      CREATE INDEX lease_unknown ON lease (unknown_time, broadcast_id, recipient_id)
        WHERE unknown_time IS NOT NULL;
      """)

  /// A fencing number, larger than all before it.
  static func nextToken(in writer: Writer) throws -> Int64 {
    try writer.first("UPDATE lease_token SET newest = newest + 1 RETURNING newest") {
      $0.int64(0)
    }!
  }

  /// The columns `source` reads.
  private static let sourceColumns = """
    broadcast.id, msgid, chat_type, create_time, variant_weights, template_bytes, channel_ids
    """

  private static func source(_ row: borrowing Row, from column: Int) throws -> LeaseSource {
    LeaseSource(
      broadcast: row.int64(column), msgid: row.text(column + 1),
      chatType: try row.value(column + 2),
      createTime: Instant(microseconds: row.int64(column + 3)),
      variants: BroadcastTable.weights(row.text(column + 4)).count,
      templateBytes: row.int(column + 5),
      channelIDs: BroadcastTable.channelIDs(row.text(column + 6)))
  }

  /// What leases let run out, the longest overdue first, with the day whose quota each took; those that
  /// a channel alone may take over, or with an empty `channelID` those that any may.
  static func expired(
    boundTo channelID: String, now: Instant, limit: Int, in reader: Reader
  ) throws -> [(delivery: LeasedDelivery, quotaDay: Day?)] {
    try reader.all(
      """
      SELECT lease.recipient_id, delivery.member_id, delivery.variant, userid, public_id,
        quota_day, is_old, \(sourceColumns)
      FROM lease
      CROSS JOIN delivery ON delivery.broadcast_id = lease.broadcast_id
        AND delivery.recipient_id = lease.recipient_id
      CROSS JOIN broadcast ON broadcast.id = lease.broadcast_id
      CROSS JOIN member ON member.id = delivery.member_id
      CROSS JOIN recipient ON recipient.id = lease.recipient_id
      WHERE lease.bound_channel_id = $3 AND lease.expire_time <= $1
      ORDER BY lease.expire_time, lease.broadcast_id, lease.recipient_id LIMIT $2
      """, now.microseconds, limit, channelID
    ) { row in
      let source = try source(row, from: 7)
      return (
        LeasedDelivery(
          key: DeliveryKey(broadcast: source.broadcast, recipient: row.int64(0)), source: source,
          counterKey: CounterKey(
            broadcast: source.broadcast, member: row.int64(1), variant: row.int(2),
            isOld: row.bool(6)),
          userid: row.text(3), recipientID: row.text(4)),
        row.optionalInt64(5).map(Day.init(number:))
      )
    }
  }

  /// Gives a delivery that a lease let run out to another.
  static func renew(
    _ key: DeliveryKey, _ lease: Lease, quotaDay: Day, in writer: Writer
  ) throws {
    try writer.run(
      """
      UPDATE lease SET token = $3, channel_id = $4, expire_time = $5, quota_day = $6
      WHERE broadcast_id = $1 AND recipient_id = $2
      """, key.broadcast, key.recipient, lease.token, lease.channelID,
      lease.expireTime.microseconds, quotaDay.number)
  }

  /// Keeps that the quota a lease took was given back.
  static func forgetQuota(_ key: DeliveryKey, in writer: Writer) throws {
    try writer.run(
      "UPDATE lease SET quota_day = NULL WHERE broadcast_id = $1 AND recipient_id = $2",
      key.broadcast, key.recipient)
  }

  /// Lets channels lease a task that was confirmed, unless all of its recipients are held out.
  static func queue(_ task: MemberTask, in writer: Writer) throws {
    guard task.counts.untouched > 0 else { return }
    try writer.run(
      """
      INSERT INTO lease_queue (broadcast_id, member_id, leased_through, left_count, channel_id)
      SELECT $1, $2, 0, $3, substr(channel_ids, 1, instr(channel_ids || ',', ',') - 1)
      FROM broadcast WHERE id = $1
      """, task.key.broadcast, task.key.member, task.counts.untouched)
  }

  /// Tasks of which some deliveries were never leased, older broadcasts first: those that are for any
  /// channel, and those for this one.
  static func queued(
    for channelID: String, limit: Int, in reader: Reader
  ) throws -> [QueuedTask] {
    try reader.all(
      """
      SELECT member_id, userid, leased_through, left_count, \(sourceColumns)
      FROM (
        SELECT broadcast_id, member_id, leased_through, left_count FROM lease_queue
        WHERE channel_id = ''
        UNION ALL
        SELECT broadcast_id, member_id, leased_through, left_count FROM lease_queue
        WHERE channel_id = $2
        ORDER BY broadcast_id, member_id LIMIT $1
      ) AS queued
      CROSS JOIN broadcast ON broadcast.id = queued.broadcast_id
      CROSS JOIN member ON member.id = queued.member_id
      ORDER BY queued.broadcast_id, member_id
      """, limit, channelID
    ) { row in
      let source = try source(row, from: 4)
      return QueuedTask(
        key: CounterKey(broadcast: source.broadcast, member: row.int64(0)), source: source,
        userid: row.text(1), leasedThrough: row.int64(2), leftCount: row.int64(3))
    }
  }

  /// The oldest broadcast after one of which other channels passed something on to this one, and whether
  /// it was stopped.
  static func nextPassedOn(
    to channelID: String, after broadcast: Int64, in reader: Reader
  ) throws -> (source: LeaseSource, isStopped: Bool)? {
    try reader.first(
      """
      SELECT state, \(sourceColumns) FROM broadcast
      WHERE id = (
        SELECT min(broadcast_id) FROM fallback_queue WHERE channel_id = $1 AND broadcast_id > $2)
      """, channelID, broadcast
    ) { (try source($0, from: 1), $0.int(0) == Broadcast.State.cancelled.rawValue) }
  }

  /// What other channels passed on to this one of a broadcast.
  static func passedOn(
    to channelID: String, of source: LeaseSource, limit: Int, in reader: Reader
  ) throws -> [LeasedDelivery] {
    try reader.all(
      """
      SELECT fallback_queue.recipient_id, delivery.member_id, delivery.variant, userid, public_id,
        is_old
      FROM fallback_queue
      CROSS JOIN delivery ON delivery.broadcast_id = fallback_queue.broadcast_id
        AND delivery.recipient_id = fallback_queue.recipient_id
      CROSS JOIN member ON member.id = delivery.member_id
      CROSS JOIN recipient ON recipient.id = fallback_queue.recipient_id
      WHERE fallback_queue.channel_id = $1 AND fallback_queue.broadcast_id = $2
      ORDER BY fallback_queue.recipient_id LIMIT $3
      """, channelID, source.broadcast, limit
    ) { row in
      LeasedDelivery(
        key: DeliveryKey(broadcast: source.broadcast, recipient: row.int64(0)), source: source,
        counterKey: CounterKey(
          broadcast: source.broadcast, member: row.int64(1), variant: row.int(2),
          isOld: row.bool(5)),
        userid: row.text(3), recipientID: row.text(4))
    }
  }

  /// The next deliveries of a task that were never leased: at least one. Who is held out is passed over.
  static func next(
    of task: QueuedTask, limit: Int, in period: QuotaPeriod, _ reader: Reader
  ) throws -> [(delivery: LeasedDelivery, standing: Standing)] {
    var found: [(LeasedDelivery, Standing)] = []
    var after = task.leasedThrough
    while found.count < limit {
      let keys = try TaskPartTable.recipients(
        of: task.key, after: after, limit: limit - found.count, in: reader)
      guard let last = keys.last else { break }
      for key in keys {
        if let next = try waiting(key, of: task, in: period, reader) { found.append(next) }
      }
      after = last
    }
    return found
  }

  /// Nil for one who is held out.
  private static func waiting(
    _ recipient: Int64, of task: QueuedTask, in period: QuotaPeriod, _ reader: Reader
  ) throws -> (LeasedDelivery, Standing)? {
    try reader.first(
      """
      SELECT public_id, variant, (
          SELECT end_time FROM ended_relation
          WHERE ended_relation.recipient_id = $2 AND ended_relation.member_id = $3),
        (SELECT coalesce(sum(used_count), 0) FROM quota_day
          WHERE quota_day.recipient_id = $2 AND day >= $4 AND day < $5),
        (SELECT min(day) FROM quota_day WHERE quota_day.recipient_id = $2), is_old
      FROM delivery CROSS JOIN recipient ON recipient.id = delivery.recipient_id
      WHERE broadcast_id = $1 AND delivery.recipient_id = $2 AND is_held_out = 0
      """, task.key.broadcast, recipient, task.key.member, period.start.number,
      period.end.number
    ) { row in
      (
        LeasedDelivery(
          key: DeliveryKey(broadcast: task.key.broadcast, recipient: recipient),
          source: task.source,
          counterKey: CounterKey(
            broadcast: task.key.broadcast, member: task.key.member, variant: row.int(1),
            isOld: row.bool(5)),
          userid: task.userid, recipientID: row.text(0)),
        Standing(
          endTime: row.optionalInt64(2).map(Instant.init(microseconds:)), used: row.int64(3),
          oldestDay: row.optionalInt64(4).map(Day.init(number:)))
      )
    }
  }

  static func insert(
    _ delivery: LeasedDelivery, _ lease: Lease, quotaDay: Day, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO lease (broadcast_id, recipient_id, token, channel_id, expire_time, quota_day,
        bound_channel_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, delivery.key.broadcast, delivery.key.recipient, lease.token, lease.channelID,
      lease.expireTime.microseconds, quotaDay.number,
      delivery.source.boundChannelID(of: lease))
  }

  /// Keeps that the next `count` deliveries of a task, up to a recipient's, were dealt with.
  static func advance(
    _ task: QueuedTask, through recipient: Int64, count: Int64, in writer: Writer
  ) throws {
    if count == task.leftCount {
      try writer.run(
        "DELETE FROM lease_queue WHERE broadcast_id = $1 AND member_id = $2", task.key.broadcast,
        task.key.member)
    } else {
      try writer.run(
        """
        UPDATE lease_queue SET leased_through = $3, left_count = left_count - $4
        WHERE broadcast_id = $1 AND member_id = $2
        """, task.key.broadcast, task.key.member, recipient, count)
    }
  }

  /// Who holds a delivery, and until when; no time when its broadcast was stopped.
  static func holder(
    of key: DeliveryKey, in reader: Reader
  ) throws -> (channelID: String, expireTime: Instant?)? {
    try reader.first(
      "SELECT channel_id, expire_time FROM lease WHERE broadcast_id = $1 AND recipient_id = $2",
      key.broadcast, key.recipient
    ) { ($0.text(0), $0.optionalInt64(1).map(Instant.init(microseconds:))) }
  }

  /// Keeps a lease until it is acknowledged otherwise: its channel cannot tell.
  static func hold(_ key: DeliveryKey, since time: Instant, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE lease SET expire_time = NULL, unknown_time = $3
      WHERE broadcast_id = $1 AND recipient_id = $2
      """, key.broadcast, key.recipient, time.microseconds)
  }

  /// What channels cannot tell, the longest ago first, after a place in that order.
  static func unknown(
    after place: (time: Int64, broadcast: Int64, recipient: Int64), limit: Int, in reader: Reader
  ) throws -> [DeliveryKey] {
    try reader.all(
      """
      SELECT broadcast_id, recipient_id FROM lease
      WHERE unknown_time IS NOT NULL AND (unknown_time, broadcast_id, recipient_id) > ($1, $2, $3)
      ORDER BY unknown_time, broadcast_id, recipient_id LIMIT $4
      """, place.time, place.broadcast, place.recipient, limit
    ) { DeliveryKey(broadcast: $0.int64(0), recipient: $0.int64(1)) }
  }

  /// Ends a lease, if there is one.
  static func end(_ key: DeliveryKey, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM lease WHERE broadcast_id = $1 AND recipient_id = $2", key.broadcast,
      key.recipient)
  }

  /// Ends a lease, if there is one; returns the day whose quota it took, to be given back.
  static func undo(_ key: DeliveryKey, in writer: Writer) throws -> Day? {
    let day = try writer.first(
      "DELETE FROM lease WHERE broadcast_id = $1 AND recipient_id = $2 RETURNING quota_day",
      key.broadcast, key.recipient
    ) { $0.optionalInt64(0) }
    return (day ?? nil).map(Day.init(number:))
  }

  /// Takes a broadcast out of the channels' reach: what was never leased is not, and what runs out
  /// is not taken over. What waits in `fallback_queue` may be millions, and is passed over by who leases.
  static func stop(broadcast: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM lease_queue WHERE broadcast_id = $1", broadcast)
    try writer.run("UPDATE lease SET expire_time = NULL WHERE broadcast_id = $1", broadcast)
  }
}
