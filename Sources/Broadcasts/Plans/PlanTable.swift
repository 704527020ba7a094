import ServiceKit
import Store

/// What plans write: the recipients' rows, each id once, the deliveries, and the refusals.
///
/// A delivery is known by its broadcast and recipient, which is also what keeps it from being there
/// twice. Recipients get their keys in the order of their ids, in which plans are written, so that a
/// plan of millions appends to the table.
enum PlanTable {
  static let migration = Migration(
    name: "broadcasts-004-plan",
    sql: """
      CREATE TABLE recipient (
        id INTEGER PRIMARY KEY,
        public_id TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE delivery (
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL REFERENCES recipient (id),
        member_id INTEGER NOT NULL,
        status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
        settle_time INTEGER,
        lease_token INTEGER,
        failure_detail TEXT,
        PRIMARY KEY (broadcast_id, recipient_id),
        FOREIGN KEY (broadcast_id, member_id) REFERENCES task (broadcast_id, member_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX delivery_by_member ON delivery (broadcast_id, member_id, recipient_id);
      CREATE TABLE refusal (
        broadcast_id INTEGER NOT NULL REFERENCES broadcast (id),
        public_id TEXT NOT NULL,
        reason INTEGER NOT NULL CHECK (reason BETWEEN 1 AND 3),
        PRIMARY KEY (broadcast_id, public_id)
      ) STRICT, WITHOUT ROWID;
      """)

  /// Without foreign keys: to look for the recipient and the task of each, which a plan has just written,
  /// took a fifth of its writer's time. A check looks for deliveries without them.
  static let rebuilding = Migration(
    name: "broadcasts-042-delivery",
    sql: """
      CREATE TABLE delivery_of_keys (
        broadcast_id INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
        settle_time INTEGER,
        lease_token INTEGER,
        failure_detail TEXT,
        is_held_out INTEGER NOT NULL DEFAULT 0,
        variant INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (broadcast_id, recipient_id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO delivery_of_keys
        SELECT broadcast_id, recipient_id, member_id, status, settle_time, lease_token,
          failure_detail, is_held_out, variant
        FROM delivery ORDER BY broadcast_id, recipient_id;
      DROP TABLE delivery;
      ALTER TABLE delivery_of_keys RENAME TO delivery;
      """)

  static let check = Check(
    "the recipient or the task of delivery",
    sql: """
      SELECT broadcast_id || '/' || recipient_id FROM delivery
      WHERE NOT EXISTS (SELECT 1 FROM recipient WHERE id = recipient_id)
        OR NOT EXISTS (
          SELECT 1 FROM task
          WHERE task.broadcast_id = delivery.broadcast_id AND task.member_id = delivery.member_id)
      """)

  /// Writes recipients' deliveries, and tasks without counts for the members of whom `members` does not
  /// know the keys. Throws `PlanFault.recipientRepeated` when one is in the plan already.
  static func write(
    _ recipients: [PlanRecipient], arms: Arms = Arms(), broadcast: Int64,
    members: inout [String: Int64], in writer: Writer
  ) throws {
    var keys = try RecipientKeys(writer)
    // Where nobody has converted yet, nobody is looked for.
    let hasOld = try OldCustomerTable.hasAny(in: writer)
    var newMembers = 0
    for recipient in recipients {
      let member: Int64
      if let known = recipient.member ?? members[recipient.userid] {
        member = known
      } else {
        member = try MemberTaskTable.memberKey(recipient.userid, in: writer)
        members[recipient.userid] = member
        if try MemberTaskTable.insert(.init(broadcast: broadcast, member: member), in: writer) {
          newMembers += 1
        }
      }
      let (recipientKey, isKnown) = try keys.key(of: recipient.id)
      let isOld =
        try hasOld && isKnown && OldCustomerTable.contains(recipientKey, in: writer)
      let place = arms.place(of: recipient.id, isOld: isOld)
      let key = CounterKey(
        broadcast: broadcast, member: member, variant: place.variant, isOld: isOld)
      try insert(recipientKey, key, isHeldOut: place.isHeldOut, in: writer)
    }
    if newMembers > 0 { try CounterTable.add(members: newMembers, to: broadcast, in: writer) }
  }

  private static func insert(
    _ recipient: Int64, _ key: CounterKey, isHeldOut: Bool, in writer: Writer
  ) throws {
    do {
      try writer.run(
        """
        INSERT INTO delivery (broadcast_id, recipient_id, member_id, status, is_held_out, variant,
          is_old)
        VALUES ($1, $2, $3, 0, $4, $5, $6)
        """, key.broadcast, recipient, key.member, isHeldOut ? 1 : 0, key.variant,
        key.isOld ? 1 : 0)
    } catch StoreError.constraint(.unique, _, _) {
      throw PlanFault.recipientRepeated
    }
  }

  /// Some of what a plan wrote, in the order of recipients' keys, after one of them.
  static func rows(
    broadcast: Int64, after: Int64, limit: Int, in reader: Reader
  ) throws -> [PlanShares.Row] {
    try reader.all(
      """
      SELECT recipient_id, member_id, variant, is_held_out, is_old FROM delivery
      WHERE broadcast_id = $1 AND recipient_id > $2 ORDER BY recipient_id LIMIT $3
      """, broadcast, after, limit
    ) { row in
      PlanShares.Row(
        recipient: row.int64(0), member: row.int64(1), variant: row.int(2),
        isHeldOut: row.bool(3), isOld: row.bool(4))
    }
  }

  /// The key of a recipient, given out at the first meeting.
  static func recipientKey(_ id: String, in writer: Writer) throws -> Int64 {
    if let known = try recipientKey(id, known: writer) { return known }
    return try writer.first(
      "INSERT INTO recipient (public_id) VALUES ($1) RETURNING id", id
    ) { $0.int64(0) }!
  }

  /// The key of a recipient who was met before.
  static func recipientKey(_ id: String, known reader: Reader) throws -> Int64? {
    try reader.first("SELECT id FROM recipient WHERE public_id = $1", id) { $0.int64(0) }
  }

  static func isRecipient(_ id: String, broadcast: Int64, in reader: Reader) throws -> Bool {
    guard let key = try recipientKey(id, known: reader) else { return false }
    return try reader.exists(
      "SELECT 1 FROM delivery WHERE broadcast_id = $1 AND recipient_id = $2", broadcast, key)
  }

  static func refuse(_ refusals: [Refusal], broadcast: Int64, in writer: Writer) throws {
    for refusal in refusals {
      try writer.run(
        "INSERT INTO refusal (broadcast_id, public_id, reason) VALUES ($1, $2, $3)", broadcast,
        refusal.id, refusal.reason.rawValue)
    }
    try CounterTable.add(refused: refusals.count, to: broadcast, in: writer)
  }

  static func refusal(
    of id: String, broadcast: Int64, in reader: Reader
  ) throws -> Refusal.Reason? {
    try reader.first(
      "SELECT reason FROM refusal WHERE broadcast_id = $1 AND public_id = $2", broadcast, id
    ) { row in try row.value(0) }
  }

  static func refusals(
    broadcast: Int64, after: String, limit: Int, in reader: Reader
  ) throws -> [Refusal] {
    try reader.all(
      """
      SELECT public_id, reason FROM refusal WHERE broadcast_id = $1 AND public_id > $2
      ORDER BY public_id LIMIT $3
      """, broadcast, after, limit
    ) { row in Refusal(id: row.text(0), reason: try row.value(1)) }
  }
}

/// Gives keys to one recipient after another of a plan. Neighbours are mostly alike: all are new in a
/// corp's first broadcast, and known in the next, so what the last one was is tried first.
private struct RecipientKeys {
  private let writer: Writer
  private var next: Int64
  private var expectsNew = true

  init(_ writer: Writer) throws {
    self.writer = writer
    next = try writer.first("SELECT coalesce(max(id), 0) + 1 FROM recipient") { $0.int64(0) }!
  }

  mutating func key(of id: String) throws -> (key: Int64, isKnown: Bool) {
    if expectsNew, let new = try insert(id) { return (new, false) }
    expectsNew = false
    if let known = try PlanTable.recipientKey(id, known: writer) { return (known, true) }
    expectsNew = true
    return (try insert(id)!, false)
  }

  /// Nil for one who is known.
  private mutating func insert(_ id: String) throws -> Int64? {
    let isNew =
      try writer.run(
        """
        INSERT INTO recipient (id, public_id) VALUES ($1, $2) ON CONFLICT (public_id) DO NOTHING
        """, next, id) > 0
    guard isNew else { return nil }
    defer { next += 1 }
    return next
  }
}
