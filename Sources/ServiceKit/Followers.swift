package import Logging
import Synchronization

/// Keeps one task for each feed that a service follows and each of its corps, from when the corp's
/// database opens until the service drains.
package final class Followers: Sendable {
  typealias Run = @Sendable (_ corp: String, _ log: Logger) async -> Void

  private struct State {
    var runs: [Run] = []
    var peers: [String] = []
    var corps: Set<String> = []
    var tasks: [Task<Void, Never>] = []
    var log: Logger?

    mutating func follow(_ corp: String, _ log: Logger) {
      for run in runs { tasks.append(Task.detached { await run(corp, log) }) }
    }
  }

  private let state = Mutex(State())

  /// Says how a peer's feed is followed. All are registered before `start`.
  func register(_ peer: String, _ run: @escaping Run) {
    state.withLock { state in
      state.peers.append(peer)
      state.runs.append(run)
    }
  }

  /// Whose feeds are followed.
  var peers: [String] { state.withLock { $0.peers } }

  /// Follows for the corps that are open, and from now on for those that open.
  package func start(log: Logger) {
    state.withLock { state in
      state.log = log
      for corp in state.corps { state.follow(corp, log) }
    }
  }

  /// Ends all; what had come and was not applied comes again at the next start.
  package func stop() async {
    let tasks = state.withLock { state in
      state.log = nil
      defer { state.tasks = [] }
      return state.tasks
    }
    for task in tasks { task.cancel() }
    for task in tasks { await task.value }
  }

  func opened(_ corp: String) {
    state.withLock { state in
      guard state.corps.insert(corp).inserted, let log = state.log else { return }
      state.follow(corp, log)
    }
  }
}
