/// Whether the peer of a connection still lives, as gRPC's A8 has a client find out.
///
/// Owns no clock: the connection asks when the time it was told has passed. A connection without
/// calls is left alone, and one that has heard anything since the last time needs no PING.
struct Keepalive {
  enum Order: Equatable {
    /// Ask again after the interval.
    case rest
    /// Send a PING, and ask again after the timeout.
    case ping
    /// The peer is gone.
    case giveUp
  }

  private var hasHeard = false
  private var isWaiting = false

  mutating func heard() { hasHeard = true }

  mutating func order(hasCalls: Bool) -> Order {
    defer { hasHeard = false }
    let wasWaiting = isWaiting
    isWaiting = false
    if wasWaiting { return hasHeard ? .rest : .giveUp }
    guard hasCalls, !hasHeard else { return .rest }
    isWaiting = true
    return .ping
  }
}
