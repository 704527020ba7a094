package import RPC
import Synchronization

/// Keeps one corp from taking what the others need: how often it may call, and how much of what runs
/// at once may be its own.
package final class Fairness: Sendable {
  private struct State {
    var quotas: Quotas
    var shares: [String: HandlerShare] = [:]
  }

  /// Shares at which those that hold nothing are forgotten.
  private static let shareLimit = 4096

  private let policies: Policies
  private let clock: Clock
  private let state: Mutex<State>

  package init(_ policies: Policies, clock: Clock) {
    self.policies = policies
    self.clock = clock
    state = Mutex(State(quotas: Quotas(policies)))
  }

  /// Counts a corp's call, and returns what its handler counts in; throws `QuotaFailure`.
  package func admit(_ corp: String, _ method: MethodDescriptor) throws -> HandlerShare {
    let now = clock.now
    return try state.withLock { state in
      try state.quotas.count(corp, method, at: now)
      if let share = state.shares[corp] { return share }
      // Those that hold something are no more than the handlers that run. A call that has been
      // admitted and not begun then counts in a share that others of its corp do not.
      if state.shares.count >= Self.shareLimit {
        state.shares = state.shares.filter { !$0.value.isIdle }
      }
      let share = HandlerShare(weight: policies.weight(of: corp))
      state.shares[corp] = share
      return share
    }
  }
}
