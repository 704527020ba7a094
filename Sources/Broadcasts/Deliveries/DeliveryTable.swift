import ServiceKit
import Store

/// Reads deliveries with all that a caller sees of them, and settles them. `PlanTable` makes them.
enum DeliveryTable {
  private static let columns = """
    delivery.broadcast_id, delivery.recipient_id, delivery.member_id, msgid, chat_type, userid,
    public_id, broadcast.state, status, settle_time, failure_detail,
    coalesce(delivery.lease_token, lease.token), coalesce(conversion_count, 0),
    coalesce(delivery_conversion.amount_cents, 0), is_held_out, variant,
    lease.unknown_time, is_old, channel_ids
    """

  /// CROSS JOIN keeps the order in which they are written: the delivery first, the rest by its keys.
  private static let source = """
    delivery
    CROSS JOIN broadcast ON broadcast.id = delivery.broadcast_id
    CROSS JOIN member ON member.id = delivery.member_id
    CROSS JOIN recipient ON recipient.id = delivery.recipient_id
    LEFT JOIN lease ON lease.broadcast_id = delivery.broadcast_id
      AND lease.recipient_id = delivery.recipient_id
    LEFT JOIN delivery_conversion ON delivery_conversion.broadcast_id = delivery.broadcast_id
      AND delivery_conversion.recipient_id = delivery.recipient_id
    """

  /// Without its failed attempts.
  private static func decode(_ row: borrowing Row) throws -> Delivery {
    Delivery(
      key: DeliveryKey(broadcast: row.int64(0), recipient: row.int64(1)), member: row.int64(2),
      msgid: row.text(3), chatType: try row.value(4), userid: row.text(5),
      recipientID: row.text(6), broadcastState: try row.value(7), status: try row.value(8),
      settleTime: row.optionalInt64(9).map(Instant.init(microseconds:)),
      failureDetail: row.optionalText(10) ?? "", leaseToken: row.optionalInt64(11),
      unknownTime: row.optionalInt64(16).map(Instant.init(microseconds:)),
      conversionCount: row.int64(12), amountCents: row.int64(13), isHeldOut: row.int64(14) != 0,
      variant: row.int(15), isOld: row.bool(17),
      channelIDs: BroadcastTable.channelIDs(row.text(18)))
  }

  private static func completed(_ delivery: Delivery, in reader: Reader) throws -> Delivery {
    guard delivery.channelIDs.count > 1 else { return delivery }
    var delivery = delivery
    delivery.failedAttempts = try FailedAttemptTable.list(delivery.key, in: reader)
    return delivery
  }

  /// Asked with each acknowledgement.
  private static let byKey = """
    SELECT \(columns) FROM \(source)
    WHERE delivery.broadcast_id = $1 AND delivery.recipient_id = $2
    """

  static func find(_ key: DeliveryKey, in reader: Reader) throws -> Delivery? {
    try reader.first(byKey, key.broadcast, key.recipient, decode: decode)
      .map { try completed($0, in: reader) }
  }

  /// The delivery of a broadcast to a recipient, by their public ids.
  static func find(
    broadcast: Int64, recipientID: String, in reader: Reader
  ) throws -> Delivery? {
    let recipient = try reader.first(
      "SELECT id FROM recipient WHERE public_id = $1", recipientID
    ) { $0.int64(0) }
    guard let recipient else { return nil }
    return try find(DeliveryKey(broadcast: broadcast, recipient: recipient), in: reader)
  }

  /// A broadcast's deliveries in the order of their recipients' keys; of one member when given.
  static func list(
    broadcast: Int64, member: Int64?, after: Int64, limit: Int, in reader: Reader
  ) throws -> [Delivery] {
    guard let member else {
      return try reader.all(
        """
        SELECT \(columns) FROM \(source)
        WHERE delivery.broadcast_id = $1 AND delivery.recipient_id > $2
        ORDER BY delivery.recipient_id LIMIT $3
        """, broadcast, after, limit, decode: decode
      ).map { try completed($0, in: reader) }
    }
    return try TaskPartTable.recipients(
      of: CounterKey(broadcast: broadcast, member: member), after: after, limit: limit, in: reader
    ).compactMap { try find(DeliveryKey(broadcast: broadcast, recipient: $0), in: reader) }
  }

  /// Writes how a delivery ended.
  static func settle(_ delivery: Delivery, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE delivery SET status = $3, settle_time = $4, lease_token = $5, failure_detail = $6
      WHERE broadcast_id = $1 AND recipient_id = $2
      """, delivery.key.broadcast, delivery.key.recipient, delivery.status.rawValue,
      delivery.settleTime?.microseconds, delivery.leaseToken,
      delivery.failureDetail.isEmpty ? nil : delivery.failureDetail)
  }
}
