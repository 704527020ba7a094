import NIOCore

/// Judges when a server has waited long enough for a connection's peer.
///
/// Pure: now and then it is shown what can be seen of the connection, with the time, and says what
/// is to be done. It remembers since when each thing has been as it is, so that nothing on a call's
/// way reads a clock or sets a timer.
struct ConnectionWatch {
  /// What there is to see.
  struct Sight {
    /// The peer's SETTINGS have come, behind the preface.
    var hasGreeted = true
    var receivedBytes = 0
    /// The number of the header block that has begun and not ended.
    var openHeaderBlock: Int?
    var openCalls = 0
    var callsBegun = 0
    /// Bytes wait for the peer's windows, or for the socket.
    var isWriting = false
    /// Bytes the socket has taken.
    var sentBytes = 0
    var isDraining = false
    /// Our side has said its last; the peer is to close.
    var isOver = false
  }

  enum Order: Equatable {
    case nothing
    case ping
    /// Take no new calls, and close when the last has ended.
    case drain(Reason)
    /// End the calls too.
    case abort
    case cut(Reason)
  }

  enum Reason {
    case idle, age
    case preface, headers, stall, silence, linger

    /// Said in the GOAWAY.
    var text: StaticString {
      switch self {
      case .idle: "max_idle"
      case .age: "max_age"
      case .preface: "preface_timeout"
      case .headers: "headers_timeout"
      case .stall: "write_stall"
      case .silence: "keepalive_timeout"
      case .linger: "linger_timeout"
      }
    }
  }

  private let limits: ServerLimits
  private let opened: NIODeadline
  private let age: TimeAmount?
  private var headers: Unchanged<Int?>
  private var idleness: Unchanged<Int?>
  private var stall: Unchanged<Int?>
  private var silence: Unchanged<Int>
  private var end: Unchanged<Bool>
  private var hasPinged = false

  /// `ageFactor` spreads the ages of connections that were opened together.
  init(_ limits: ServerLimits, opened: NIODeadline, ageFactor: Double) {
    self.limits = limits
    self.opened = opened
    age = limits.connectionAgeMilliseconds.map { .milliseconds(Int64(Double($0) * ageFactor)) }
    headers = Unchanged(nil, opened)
    idleness = Unchanged(0, opened)
    stall = Unchanged(nil, opened)
    silence = Unchanged(0, opened)
    end = Unchanged(false, opened)
  }

  mutating func look(_ sight: Sight, at now: NIODeadline) -> Order {
    if sight.isOver {
      let isLate = end.isFor(limits.lingerMilliseconds, as: true, now)
      return isLate ? .cut(.linger) : .nothing
    }
    if let reason = overdue(sight, now) { return .cut(reason) }
    if let order = retirement(sight, now) { return order }
    guard let keepalive = limits.keepaliveMilliseconds,
      silence.isFor(keepalive, as: sight.receivedBytes, now)
    else {
      hasPinged = false
      return .nothing
    }
    if hasPinged { return .nothing }
    hasPinged = true
    return .ping
  }

  /// What the peer should have done by now.
  private mutating func overdue(_ sight: Sight, _ now: NIODeadline) -> Reason? {
    if !sight.hasGreeted {
      let limit = TimeAmount.milliseconds(Int64(limits.prefaceMilliseconds))
      return now - opened >= limit ? .preface : nil
    }
    if headers.isFor(limits.headersMilliseconds, as: sight.openHeaderBlock, now),
      sight.openHeaderBlock != nil
    {
      return .headers
    }
    let sent = sight.isWriting ? sight.sentBytes : nil
    if stall.isFor(limits.writeStallMilliseconds, as: sent, now), sent != nil { return .stall }
    if let keepalive = limits.keepaliveMilliseconds, hasPinged,
      silence.isFor(
        keepalive + limits.keepaliveTimeoutMilliseconds, as: sight.receivedBytes, now)
    {
      return .silence
    }
    return nil
  }

  /// Whether the connection has served its time.
  private mutating func retirement(_ sight: Sight, _ now: NIODeadline) -> Order? {
    if let age, now - opened >= age {
      if let grace = limits.connectionAgeGraceMilliseconds,
        now - opened >= age + .milliseconds(Int64(grace))
      {
        return .abort
      }
      return sight.isDraining ? nil : .drain(.age)
    }
    guard !sight.isDraining else { return nil }
    let calls = sight.openCalls == 0 ? sight.callsBegun : nil
    if let limit = limits.connectionIdleMilliseconds, idleness.isFor(limit, as: calls, now),
      calls != nil
    {
      return .drain(.idle)
    }
    return nil
  }
}

/// Judges whether a request comes fast enough, of which the peer still owes bytes. Pure.
struct RequestPace {
  private var stretch: (began: NIODeadline, bytes: Int)?

  /// `received` of the request so far, or nil while nothing more is owed.
  mutating func isTooSlow(_ received: Int?, at now: NIODeadline, _ limits: ServerLimits) -> Bool {
    guard let received else {
      stretch = nil
      return false
    }
    guard let stretch else {
      self.stretch = (now, received)
      return false
    }
    let milliseconds = limits.requestMilliseconds
    guard now - stretch.began >= .milliseconds(Int64(milliseconds)) else { return false }
    self.stretch = (now, received)
    return received - stretch.bytes < limits.requestBytesPerSecond * milliseconds / 1000
  }
}

/// Since when a value has been what it is, to the precision of the looks at it.
private struct Unchanged<Value: Equatable> {
  private var value: Value
  private var since: NIODeadline

  init(_ value: Value, _ now: NIODeadline) {
    self.value = value
    since = now
  }

  /// Notes the value, and says whether it has been this one for as long as that.
  mutating func isFor(_ milliseconds: Int, as value: Value, _ now: NIODeadline) -> Bool {
    if value != self.value {
      self.value = value
      since = now
      return false
    }
    return now - since >= .milliseconds(Int64(milliseconds))
  }
}
