/// The attempts of one call: how each ended in, whether there is another out.
///
/// Owns no clock and no dice. An attempt the server never looked at is repeated at once and counts
/// for nothing, without limit when its headers never left us, and otherwise once: a server that
/// refuses twice is overloaded, and from then on the policy decides (A6, "Transparent Retries").
struct RetrySequence {
  enum End {
    /// The headers never left us.
    case unsent
    /// The server says that it has not looked at the call: REFUSED_STREAM, or a GOAWAY below it.
    case refused
    /// With what the server said of another attempt: the wait before it, or not to try, by a
    /// negative number.
    case failed(StatusCode, pushbackMilliseconds: Int?)
  }

  enum Order: Equatable {
    case again
    case wait(milliseconds: Int)
    case giveUp
  }

  private let policy: RetryPolicy?
  /// The attempts that counted, before this one: what `grpc-previous-rpc-attempts` says.
  private(set) var previousAttempts = 0
  /// The call must not be repeated any more: the server has begun to answer, or we have let go of
  /// the requests.
  private(set) var isCommitted = false
  private var wasRefused = false
  /// Waits since the first attempt, or since a server last said how long to wait.
  private var waits = 0

  init(_ policy: RetryPolicy?) {
    self.policy = policy
  }

  mutating func commit() { isCommitted = true }

  /// `random` is at least 0 and less than 1.
  mutating func order(
    after end: End, _ throttle: inout RetryThrottle, random: () -> Double
  ) -> Order {
    switch end {
    case .unsent where !isCommitted: return .again
    case .refused where !isCommitted && !wasRefused:
      wasRefused = true
      return .again
    case .unsent, .refused: return order(after: .unavailable, nil, &throttle, random)
    case .failed(let code, let pushback): return order(after: code, pushback, &throttle, random)
    }
  }

  /// Tells the throttle of a call that ended well.
  func noteSuccess(_ throttle: inout RetryThrottle) {
    if policy != nil { throttle.succeeded() }
  }

  private mutating func order(
    after code: StatusCode, _ pushback: Int?, _ throttle: inout RetryThrottle,
    _ random: () -> Double
  ) -> Order {
    guard let policy, isRetryable(code, pushback, policy) else { return .giveUp }
    // Before anything else that may keep us from another attempt: it is a failure in any case.
    throttle.failed()
    guard throttle.mayRetry, !isCommitted, previousAttempts + 1 < policy.attempts else {
      return .giveUp
    }
    guard let pushback else {
      previousAttempts += 1
      waits += 1
      return .wait(milliseconds: policy.backoffMilliseconds(waits, random: random()))
    }
    guard (0...policy.longestPushbackMilliseconds).contains(pushback) else { return .giveUp }
    previousAttempts += 1
    waits = 0
    return .wait(milliseconds: pushback)
  }

  /// A server that forbids another attempt is in trouble too: A6 has the throttle hear of it.
  private func isRetryable(
    _ code: StatusCode, _ pushback: Int?, _ policy: RetryPolicy
  ) -> Bool {
    if policy.codes.contains(code) { return true }
    guard let pushback else { return false }
    return pushback < 0 || policy.pushbackCodes.contains(code)
  }
}

extension RetryPolicy {
  fileprivate func backoffMilliseconds(_ waits: Int, random: Double) -> Int {
    var bound = Double(firstBackoffMilliseconds)
    for _ in 1..<waits { bound *= multiplier }
    return Int(min(bound, Double(longestBackoffMilliseconds)) * random)
  }
}
