import Synchronization

/// What one tenant's calls hold of the handlers that a server runs at once.
///
/// An interceptor hands the same share to every call of a tenant. Its bound moves with what nobody
/// holds, as the dynamic thresholds of shared-memory switches do (Choudhury and Hahne, 1998): a share
/// of weight w may hold w times as many as are free. Alone, weight 1 comes to half of all; where n
/// tenants want more than there is, each comes to the (n + 1)th part, and as much again is left for
/// the next to come.
package final class HandlerShare: Sendable {
  private let weight: Int
  private let running = Atomic<Int>(0)

  package init(weight: Int = 1) {
    precondition(weight > 0)
    self.weight = weight
  }

  /// Whether none of its calls runs: a new share would then do as well.
  package var isIdle: Bool { running.load(ordering: .relaxed) == 0 }

  /// Counts a handler in; nil when it may run, otherwise the bound that it is over.
  func countIn(free: Int) -> Int? {
    let bound = weight.multipliedReportingOverflow(by: max(0, free))
    let limit = bound.overflow ? Int.max : bound.partialValue
    if running.add(1, ordering: .relaxed).newValue <= limit { return nil }
    countOut()
    return limit
  }

  func countOut() { running.subtract(1, ordering: .relaxed) }
}

/// Why a call was refused for what else is running. It was neither queued nor begun.
package struct TooManyCalls: Error, Hashable {
  package enum Bound: Sendable, Hashable {
    /// Of one connection.
    case connection
    /// Of the whole server.
    case server
    /// Of one tenant, for as long as others hold what they hold.
    case share
  }

  package let bound: Bound
  package let limit: Int

  package init(bound: Bound, limit: Int) {
    self.bound = bound
    self.limit = limit
  }

  /// How long a handler is likely to hold its place: most end within milliseconds, and a caller
  /// that comes back sooner finds the same ones.
  package static let retryMilliseconds = 100

  package var message: String {
    switch bound {
    case .connection: "\(limit) calls are running on this connection, which is all it may have."
    case .server: "\(limit) calls are running, which is all the server takes."
    case .share: "The caller's share of what the server runs at once, now \(limit), is used up."
    }
  }
}

extension Status {
  init(_ refusal: TooManyCalls) {
    self.init(
      .resourceExhausted, refusal.message,
      pushbackMilliseconds: Pushback.jittered(milliseconds: TooManyCalls.retryMilliseconds))
  }
}
