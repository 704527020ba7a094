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

  init(
    recipient: Int64 = 0, leased: Int64 = 0, sent: Int64 = 0, failed: Int64 = 0,
    conversion: Int64 = 0, converted: Int64 = 0, amountCents: Int64 = 0
  ) {
    self.recipient = recipient
    self.leased = leased
    self.sent = sent
    self.failed = failed
    self.conversion = conversion
    self.converted = converted
    self.amountCents = amountCents
  }

  /// Deliveries no channel has touched.
  var untouched: Int64 { recipient - leased - sent - failed }

  /// Whether each delivery has come to its end.
  var isSettled: Bool { sent + failed == recipient }

  static func += (left: inout Counts, right: Counts) {
    left.recipient += right.recipient
    left.leased += right.leased
    left.sent += right.sent
    left.failed += right.failed
    left.conversion += right.conversion
    left.converted += right.converted
    left.amountCents += right.amountCents
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

/// Which counters a change belongs to: a member's in a broadcast, and with them the broadcast's.
struct CounterKey: Sendable, Hashable {
  let broadcast: Int64
  let member: Int64

  init(broadcast: Int64, member: Int64) {
    self.broadcast = broadcast
    self.member = member
  }
}
