import NIOCore

// How a server judges what one peer does below gRPC. Pure: the time is handed in.

/// A bucket of what the peer may do that honest ones do seldom; it fills again with time.
struct GlitchBucket {
  private let size: Int
  private let perSecond: Int
  private var level: Double
  private var filled: NIODeadline?

  init(size: Int, perSecond: Int) {
    self.size = size
    self.perSecond = perSecond
    level = Double(size)
  }

  /// Takes out what was spent since the last time, and says what is left.
  mutating func left(after spent: Int, now: () -> NIODeadline = NIODeadline.now) -> Int {
    // Nearly always: the clock need not be read.
    if spent == 0 && level == Double(size) { return size }
    let now = now()
    if let filled {
      let seconds = Double((now - filled).nanoseconds) / 1e9
      level = min(Double(size), level + seconds * Double(perSecond))
    }
    filled = now
    level = max(0, level - Double(spent))
    return Int(level)
  }
}

/// Counts PINGs that come sooner than a server need put up with, as gRPC's A8 says.
struct PingStrikes {
  private let limits: ServerLimits
  private var last: NIODeadline?
  private var strikes = 0

  init(_ limits: ServerLimits) {
    self.limits = limits
  }

  /// Notes a PING, and says whether it is one too many. `hasSent` when headers or data went out
  /// since the one before: who is being served may measure the way.
  mutating func isTooMany(at now: NIODeadline, hasCalls: Bool, hasSent: Bool) -> Bool {
    if hasSent {
      strikes = 0
      last = nil
    }
    let seconds = hasCalls ? limits.pingSeconds : limits.idlePingSeconds
    let isEarly = last.map { now < $0 + .seconds(Int64(seconds)) } ?? false
    last = now
    if isEarly { strikes += 1 }
    return strikes > limits.pingStrikes
  }
}
