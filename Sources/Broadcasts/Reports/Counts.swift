/// What is counted of deliveries, for a broadcast and for each of its members: what stands in the
/// counters, and equally what a transaction adds to them.
struct Counts: Sendable, Equatable {
  /// Deliveries the plan wrote.
  var recipient: Int64 = 0
  var leased: Int64 = 0
  var sent: Int64 = 0
  var failed: Int64 = 0
  var conversion: Int64 = 0
  /// Deliveries with at least one conversion.
  var converted: Int64 = 0
  var amountCents: Int64 = 0
  /// Deliveries that are never sent, and what their recipients did all the same.
  var heldOut: Int64 = 0
  var heldOutConversion: Int64 = 0
  var heldOutConverted: Int64 = 0
  var heldOutAmountCents: Int64 = 0

  init(
    recipient: Int64 = 0, leased: Int64 = 0, sent: Int64 = 0, failed: Int64 = 0,
    conversion: Int64 = 0, converted: Int64 = 0, amountCents: Int64 = 0, heldOut: Int64 = 0,
    heldOutConversion: Int64 = 0, heldOutConverted: Int64 = 0, heldOutAmountCents: Int64 = 0
  ) {
    self.recipient = recipient
    self.leased = leased
    self.sent = sent
    self.failed = failed
    self.conversion = conversion
    self.converted = converted
    self.amountCents = amountCents
    self.heldOut = heldOut
    self.heldOutConversion = heldOutConversion
    self.heldOutConverted = heldOutConverted
    self.heldOutAmountCents = heldOutAmountCents
  }

  /// Deliveries that may be sent and nobody has touched.
  var untouched: Int64 { recipient - heldOut - leased - sent - failed }

  /// Whether each delivery has come to its end.
  var isSettled: Bool { sent + failed + heldOut == recipient }

  static func += (left: inout Counts, right: Counts) {
    left.recipient += right.recipient
    left.leased += right.leased
    left.sent += right.sent
    left.failed += right.failed
    left.conversion += right.conversion
    left.converted += right.converted
    left.amountCents += right.amountCents
    left.heldOut += right.heldOut
    left.heldOutConversion += right.heldOutConversion
    left.heldOutConverted += right.heldOutConverted
    left.heldOutAmountCents += right.heldOutAmountCents
  }

  /// What is counted of all but some of them.
  static func - (all: Counts, some: Counts) -> Counts {
    Counts(
      recipient: all.recipient - some.recipient, leased: all.leased - some.leased,
      sent: all.sent - some.sent, failed: all.failed - some.failed,
      conversion: all.conversion - some.conversion, converted: all.converted - some.converted,
      amountCents: all.amountCents - some.amountCents, heldOut: all.heldOut - some.heldOut,
      heldOutConversion: all.heldOutConversion - some.heldOutConversion,
      heldOutConverted: all.heldOutConverted - some.heldOutConverted,
      heldOutAmountCents: all.heldOutAmountCents - some.heldOutAmountCents)
  }
}

/// What is counted of a broadcast as a whole.
struct BroadcastCounts: Sendable, Equatable {
  var member: Int64 = 0
  var confirmedMember: Int64 = 0
  var refused: Int64 = 0
  var deliveries = Counts()

  init(
    member: Int64 = 0, confirmedMember: Int64 = 0, refused: Int64 = 0, deliveries: Counts = Counts()
  ) {
    self.member = member
    self.confirmedMember = confirmedMember
    self.refused = refused
    self.deliveries = deliveries
  }
}

/// Which counters a change belongs to: a member's in a broadcast, and with them the broadcast's, the
/// variant's where there is one, and those of old customers where it is one.
struct CounterKey: Sendable, Hashable {
  let broadcast: Int64
  let member: Int64
  /// From 1; 0 for none.
  let variant: Int
  let isOld: Bool

  init(broadcast: Int64, member: Int64, variant: Int = 0, isOld: Bool = false) {
    self.broadcast = broadcast
    self.member = member
    self.variant = variant
    self.isOld = isOld
  }
}
