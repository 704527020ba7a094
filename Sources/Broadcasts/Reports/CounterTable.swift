import Store

/// The counters: one row a broadcast in `broadcast_count`, one a member in `task`, one a variant in
/// `variant_count`, and those of old customers in `old_count`.
///
/// All are changed in the transaction that changes the rows they count, by `add` alone once `begin` has
/// said what was planned. A report never counts rows.
enum CounterTable {
  static let migration = Migration(
    name: "broadcasts-002-count",
    sql: """
      CREATE TABLE broadcast_count (
        broadcast_id INTEGER PRIMARY KEY REFERENCES broadcast (id),
        member_count INTEGER NOT NULL,
        confirmed_count INTEGER NOT NULL,
        refused_count INTEGER NOT NULL,
        recipient_count INTEGER NOT NULL,
        leased_count INTEGER NOT NULL CHECK (leased_count >= 0),
        sent_count INTEGER NOT NULL,
        failed_count INTEGER NOT NULL,
        conversion_count INTEGER NOT NULL,
        converted_count INTEGER NOT NULL,
        amount_cents INTEGER NOT NULL,
        CHECK (confirmed_count <= member_count),
        CHECK (leased_count + sent_count + failed_count <= recipient_count)
      ) STRICT;
      """)

  /// The columns `decode` reads, from `recipient_count` on; a task's row has them too.
  static let deliveryColumns = """
    recipient_count, leased_count, sent_count, failed_count, conversion_count, converted_count,
    amount_cents, held_out_count, held_out_conversion_count, held_out_converted_count,
    held_out_amount_cents
    """

  static func decode(_ row: borrowing Row, from column: Int) -> Counts {
    Counts(
      recipient: row.int64(column), leased: row.int64(column + 1), sent: row.int64(column + 2),
      failed: row.int64(column + 3), conversion: row.int64(column + 4),
      converted: row.int64(column + 5), amountCents: row.int64(column + 6),
      heldOut: row.int64(column + 7), heldOutConversion: row.int64(column + 8),
      heldOutConverted: row.int64(column + 9), heldOutAmountCents: row.int64(column + 10))
  }

  static func insert(broadcast: Int64, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO broadcast_count (broadcast_id, member_count, confirmed_count, refused_count,
        recipient_count, leased_count, sent_count, failed_count, conversion_count, converted_count,
        amount_cents)
      VALUES ($1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      """, broadcast)
  }

  /// Adds to members' counters and, their sums, to those of their broadcasts and variants.
  static func add(_ changes: [CounterKey: Counts], in writer: Writer) throws {
    var members: [CounterKey: Counts] = [:]
    var broadcasts: [Int64: Counts] = [:]
    var variants: [CounterKey: Counts] = [:]
    var olds: [CounterKey: Counts] = [:]
    for (key, change) in changes {
      members[CounterKey(broadcast: key.broadcast, member: key.member), default: Counts()] +=
        change
      broadcasts[key.broadcast, default: Counts()] += change
      let arm = CounterKey(broadcast: key.broadcast, member: 0, variant: key.variant)
      if key.variant > 0 { variants[arm, default: Counts()] += change }
      if key.isOld { olds[arm, default: Counts()] += change }
    }
    for (key, change) in members {
      try writer.run(
        "UPDATE task SET \(additions) WHERE broadcast_id = $12 AND member_id = $13",
        arguments: values(change) + [key.broadcast, key.member])
    }
    for (broadcast, change) in broadcasts {
      try writer.run(
        "UPDATE broadcast_count SET \(additions) WHERE broadcast_id = $12",
        arguments: values(change) + [broadcast])
    }
    for (key, change) in variants {
      try writer.run(
        "UPDATE variant_count SET \(additions) WHERE broadcast_id = $12 AND variant = $13",
        arguments: values(change) + [key.broadcast, key.variant])
    }
    for (key, change) in olds {
      try writer.run(
        "UPDATE old_count SET \(additions) WHERE broadcast_id = $12 AND variant = $13",
        arguments: values(change) + [key.broadcast, key.variant])
    }
  }

  /// Adds to what is counted of a broadcast as a whole.
  static func add(
    members: Int = 0, confirmedMembers: Int = 0, refused: Int = 0, recipients: Int = 0,
    to broadcast: Int64, in writer: Writer
  ) throws {
    try writer.run(
      """
      UPDATE broadcast_count SET member_count = member_count + $2,
        confirmed_count = confirmed_count + $3, refused_count = refused_count + $4,
        recipient_count = recipient_count + $5
      WHERE broadcast_id = $1
      """, broadcast, members, confirmedMembers, refused, recipients)
  }

  /// Counts what was planned of a member's task.
  static func begin(
    _ share: PlanShares.Share, of task: CounterKey, in writer: Writer
  ) throws {
    try writer.run(
      """
      UPDATE task SET recipient_count = $3, held_out_count = $4
      WHERE broadcast_id = $1 AND member_id = $2
      """, task.broadcast, task.member, share.recipients.count, share.heldOut)
  }

  /// Counts what was planned of a broadcast, but for its recipients, who were counted as they were
  /// listed, of its variants and of its old customers.
  static func begin(_ shares: PlanShares, of broadcast: Int64, in writer: Writer) throws {
    try writer.run(
      "UPDATE broadcast_count SET held_out_count = $2 WHERE broadcast_id = $1", broadcast,
      shares.heldOut)
    for (variant, count) in shares.variants {
      try writer.run(
        "UPDATE variant_count SET recipient_count = $3 WHERE broadcast_id = $1 AND variant = $2",
        broadcast, variant, count)
    }
    for (variant, old) in shares.olds {
      try writer.run(
        """
        UPDATE old_count SET recipient_count = $3, held_out_count = $4
        WHERE broadcast_id = $1 AND variant = $2
        """, broadcast, variant, old.count, old.heldOut)
    }
  }

  private static let additions = """
    recipient_count = recipient_count + $1, leased_count = leased_count + $2,
    sent_count = sent_count + $3, failed_count = failed_count + $4,
    conversion_count = conversion_count + $5, converted_count = converted_count + $6,
    amount_cents = amount_cents + $7, held_out_count = held_out_count + $8,
    held_out_conversion_count = held_out_conversion_count + $9,
    held_out_converted_count = held_out_converted_count + $10,
    held_out_amount_cents = held_out_amount_cents + $11
    """

  private static func values(_ change: Counts) -> [any Bindable] {
    [
      change.recipient, change.leased, change.sent, change.failed, change.conversion,
      change.converted, change.amountCents, change.heldOut, change.heldOutConversion,
      change.heldOutConverted, change.heldOutAmountCents,
    ]
  }
}
