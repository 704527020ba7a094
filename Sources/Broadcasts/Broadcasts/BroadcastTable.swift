import Foundation
import ServiceKit
import Store

/// The broadcasts' rows. What never changes and may be long has a row of its own.
enum BroadcastTable {
  static let migration = Migration(
    name: "broadcasts-001-broadcast",
    sql: """
      CREATE TABLE broadcast (
        id INTEGER PRIMARY KEY,
        msgid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        chat_type INTEGER NOT NULL CHECK (chat_type BETWEEN 1 AND 2),
        sender TEXT NOT NULL,
        state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
        jobid TEXT NOT NULL,
        failure_reason TEXT,
        failure_message TEXT,
        failure_errcode INTEGER,
        create_time INTEGER NOT NULL,
        plan_time INTEGER,
        end_time INTEGER
      ) STRICT;
      CREATE TABLE broadcast_content (
        broadcast_id INTEGER PRIMARY KEY REFERENCES broadcast (id),
        content_text TEXT NOT NULL,
        attachments TEXT NOT NULL,
        target TEXT NOT NULL
      ) STRICT;
      """)

  private static let columns = """
    id, msgid, name, chat_type, sender, state, jobid, failure_reason, failure_message,
    failure_errcode, create_time, plan_time, end_time, control_percent, seed, variant_weights,
    member_count, confirmed_count, refused_count,
    \(CounterTable.deliveryColumns), \(ApprovalTable.columns), variant_segments
    """

  private static let source = """
    broadcast JOIN broadcast_count ON broadcast_count.broadcast_id = broadcast.id
    """

  private static func decode(_ row: borrowing Row) throws -> Broadcast {
    let fault = row.optionalText(7).map {
      PlanFault(reason: $0, message: row.text(8), errcode: row.optionalInt(9))
    }
    var broadcast = Broadcast(
      key: row.int64(0), msgid: row.text(1), name: row.text(2), chatType: try row.value(3),
      sender: row.text(4), state: try row.value(5), jobid: row.text(6), fault: fault,
      createTime: Instant(microseconds: row.int64(10)),
      planTime: row.optionalInt64(11).map(Instant.init(microseconds:)),
      endTime: row.optionalInt64(12).map(Instant.init(microseconds:)),
      counts: BroadcastCounts(
        member: row.int64(16), confirmedMember: row.int64(17), refused: row.int64(18),
        deliveries: CounterTable.decode(row, from: 19)),
      arms: Arms(
        controlPercent: row.int(13), seed: row.text(14), weights: weights(row.text(15)),
        segments: ArmsTable.segments(row.text(35))))
    try ApprovalTable.decode(row, from: 30, into: &broadcast)
    return broadcast
  }

  /// The weights of variants as a row keeps them: "70,30", empty for none.
  static func weights(_ text: String) -> [Int] { text.split(separator: ",").compactMap { Int($0) } }

  /// The channels of a broadcast as a row keeps them: "app,sms", empty where any may send it.
  static func channelIDs(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }

  static func find(_ msgid: String, in reader: Reader) throws -> Broadcast? {
    try reader.first("SELECT \(columns) FROM \(source) WHERE msgid = $1", msgid, decode: decode)
  }

  static func find(key: Int64, in reader: Reader) throws -> Broadcast? {
    try reader.first("SELECT \(columns) FROM \(source) WHERE id = $1", key, decode: decode)
  }

  static let windowMigration = Migration(
    name: "broadcasts-043-window",
    sql: """
      CREATE INDEX broadcast_by_time ON broadcast (create_time, id);
      CREATE INDEX broadcast_by_kind ON broadcast (chat_type, create_time, id);
      """)

  static let finishedMigration = Migration(
    name: "broadcasts-049-finished",
    sql: """
      CREATE INDEX broadcast_finished ON broadcast (chat_type, end_time, id) WHERE state = 3;
      """)

  /// Those of a kind that finished last, the last first.
  static func finished(
    _ chatType: Broadcast.ChatType, limit: Int, in reader: Reader
  ) throws -> [Broadcast] {
    try reader.all(
      """
      SELECT \(columns) FROM \(source) WHERE chat_type = $1 AND state = 3
      ORDER BY end_time DESC, id DESC LIMIT $2
      """, chatType.rawValue, limit, decode: decode)
  }

  /// Where a broadcast stands in lists, which have the newest first.
  struct Place {
    var createTime: Int64
    var key: Int64
  }

  /// Those of a list's window, the newest first, after one.
  static func list(
    _ window: BroadcastWindow, after place: Place, limit: Int, in reader: Reader
  ) throws -> [Broadcast] {
    let kind = window.chatType == nil ? "" : "AND chat_type = $5"
    let arguments: [any Bindable] = [
      place.createTime, place.key, window.start?.microseconds ?? .min, limit,
    ]
    return try reader.all(
      """
      SELECT \(columns) FROM \(source)
      WHERE (create_time, id) < ($1, $2) AND create_time >= $3 \(kind)
      ORDER BY create_time DESC, id DESC LIMIT $4
      """, arguments: arguments + (window.chatType.map { [$0.rawValue] } ?? []), decode: decode)
  }

  /// Those created after a moment, and at it after a key, up to before another, by time.
  static func created(
    after place: (time: Int64, key: Int64), until end: Int64, limit: Int, in reader: Reader
  ) throws -> [Broadcast] {
    try reader.all(
      """
      SELECT \(columns) FROM \(source)
      WHERE (create_time, id) > ($1, $2) AND create_time < $3 ORDER BY create_time, id LIMIT $4
      """, place.time, place.key, end, limit, decode: decode)
  }

  /// Keeps a broadcast and gives it its key.
  static func insert(
    _ broadcast: Broadcast, _ contents: Contents, _ target: PlanTarget, in writer: Writer
  ) throws -> Int64 {
    let key = try writer.first(
      """
      INSERT INTO broadcast (msgid, name, chat_type, sender, state, jobid, create_time,
        control_percent, seed, variant_weights, template_bytes, approval_state, latest_start_time,
        variant_segments, channel_ids)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id
      """, broadcast.msgid, broadcast.name, broadcast.chatType.rawValue, broadcast.sender,
      broadcast.storedState.rawValue, broadcast.jobid, broadcast.createTime.microseconds,
      broadcast.arms.controlPercent, broadcast.arms.seed,
      broadcast.arms.weights.map(String.init).joined(separator: ","), contents.templateBytes,
      broadcast.approvalState.rawValue, broadcast.latestStartTime?.microseconds,
      ArmsTable.text(broadcast.arms.segments),
      contents.channels.map(\.channelID).joined(separator: ",")
    ) { $0.int64(0) }!
    try writer.run(
      """
      INSERT INTO broadcast_content (broadcast_id, content_text, attachments, target, variants,
        offers, channels)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, key, contents.single.text, json(contents.single.attachments), json(target),
      json(contents.variants), json(contents.offers), json(contents.channels))
    try CounterTable.insert(broadcast: key, in: writer)
    try ArmsTable.insert(variants: contents.variants.count, broadcast: key, in: writer)
    try OldCustomerTable.insertCounts(
      variants: contents.variants.count, broadcast: key, in: writer)
    return key
  }

  /// Writes what may change: the state, how and when it came to it, and what was decided about it.
  static func update(_ broadcast: Broadcast, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE broadcast SET state = $2, failure_reason = $3, failure_message = $4,
        failure_errcode = $5, plan_time = $6, end_time = $7, jobid = $8, approval_state = $9,
        approval_userid = $10, approval_comment = $11, approval_time = $12
      WHERE id = $1
      """, broadcast.key, broadcast.storedState.rawValue, broadcast.fault?.reason,
      broadcast.fault?.message, broadcast.fault?.errcode, broadcast.planTime?.microseconds,
      broadcast.endTime?.microseconds, broadcast.jobid, broadcast.approvalState.rawValue,
      broadcast.approval?.userid, broadcast.approval?.comment,
      broadcast.approval?.time.microseconds)
  }

  static func contents(of key: Int64, in reader: Reader) throws -> Contents {
    try reader.first(
      """
      SELECT content_text, attachments, variants, offers, channels FROM broadcast_content
      WHERE broadcast_id = $1
      """, key
    ) { row in
      Contents(
        single: Content(text: row.text(0), attachments: try value(row.text(1))),
        variants: try value(row.text(2)), offers: try value(row.text(3)),
        channels: try value(row.text(4)))
    }!
  }

  static func target(of key: Int64, in reader: Reader) throws -> PlanTarget {
    try reader.first("SELECT target FROM broadcast_content WHERE broadcast_id = $1", key) { row in
      try value(row.text(0))
    }!
  }

  private static func json(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  private static func value<Value: Decodable>(_ json: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }
}
