import Synchronization

/// The places of those who follow a peer at once. Each keeps a stream open on the connection that the
/// service's other calls use too, so there are fewer places than the peer takes streams (128), and
/// with more corps than places they take turns, first come first served.
final class FollowerPlaces: Sendable {
  private typealias Waiter = CheckedContinuation<Bool, Never>

  private struct State {
    var free: Int
    var waiting: [(id: UInt64, waiter: Waiter)] = []
    var nextID: UInt64 = 0
  }

  private let state: Mutex<State>

  init(count: Int = 64) {
    state = Mutex(State(free: count))
  }

  /// Whether somebody waits for a place.
  var areWanted: Bool { state.withLock { !$0.waiting.isEmpty } }

  /// Waits for a place; who got one gives it back by `leave`. Throws when the task is cancelled
  /// before there is one.
  func enter() async throws {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    let isIn = await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        let isIn = state.withLock { state -> Bool? in
          if Task.isCancelled { return false }
          if state.free > 0 {
            state.free -= 1
            return true
          }
          state.waiting.append((id, waiter))
          return nil
        }
        if let isIn { waiter.resume(returning: isIn) }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0).waiter }
      }
      waiter?.resume(returning: false)
    }
    guard isIn else { throw CancellationError() }
  }

  func leave() {
    let next = state.withLock { state -> Waiter? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst().waiter }
      state.free += 1
      return nil
    }
    next?.resume(returning: true)
  }
}
