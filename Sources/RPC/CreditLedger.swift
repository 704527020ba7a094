/// What a stream owes its peer in window credit.
///
/// Credit for a message is due when it is taken. Bytes of a message that is not whole yet are due
/// at once, but only while no whole one waits: a message may be larger than the window, and must
/// get through; a taker that does not take must still stop the sender. So a stream holds at most
/// a window and one message.
struct CreditLedger {
  /// Came, and not given back.
  private var owed = 0
  /// In whole messages that wait.
  private var waiting = 0
  /// All that came.
  private(set) var total = 0

  /// The peer may send: nothing waits for a taker.
  var isOpen: Bool { waiting == 0 }

  mutating func came(_ count: Int) {
    owed += count
    total += count
  }

  mutating func queued(_ cost: Int) { waiting += cost }

  mutating func took(_ cost: Int) {
    waiting -= cost
    assert(waiting >= 0, "more was taken than came")
  }

  /// What may be given back now.
  mutating func due(partial: Int) -> Int {
    let held = waiting == 0 ? 0 : min(owed, waiting + partial)
    let count = owed - held
    owed = held
    return count
  }

  /// Everything: nobody will take what is left.
  mutating func all() -> Int {
    defer { owed = 0 }
    return owed
  }
}
