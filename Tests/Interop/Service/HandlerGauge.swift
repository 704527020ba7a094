import Synchronization

/// How many handlers run, ran at most at once, and have begun: counted by the handlers themselves,
/// so that it is no claim of the server's.
package final class HandlerGauge: Sendable {
  private let state = Mutex((running: 0, most: 0, begun: 0))

  package init() {}

  package var running: Int { state.withLock { $0.running } }
  package var most: Int { state.withLock { $0.most } }
  package var begun: Int { state.withLock { $0.begun } }

  func enter() {
    state.withLock { state in
      state.begun += 1
      state.running += 1
      state.most = max(state.most, state.running)
    }
  }

  func leave() { state.withLock { $0.running -= 1 } }
}
