internal import Synchronization

/// Counts the commits since the database was opened and wakes those who wait for the next.
final class CommitCounter: Sendable {
  /// Streams and jobs that may wait on one database.
  static let waiterLimit = 10_000

  private let commits = Atomic<UInt64>(0)
  private let state = Mutex(State())

  private struct State {
    var waiters: [UInt64: UnsafeContinuation<UInt64, any Error>] = [:]
    var lastID: UInt64 = 0
    var end: StoreError?
  }

  var count: UInt64 { commits.load(ordering: .acquiring) }

  /// A batch is on disk. Called before its callers are resumed, so they read what they wrote.
  func advance() {
    let count = commits.wrappingAdd(1, ordering: .acquiringAndReleasing).newValue
    wakeAll(with: .success(count))
  }

  /// There will be no further commit.
  func end(with error: StoreError) {
    state.withLock { $0.end = $0.end ?? error }
    wakeAll(with: .failure(error))
  }

  /// Suspends until there are more than `after` commits, and says how many there are.
  func next(after: UInt64) async throws -> UInt64 {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    return try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { continuation in
        if let known = register(id, continuation, after: after) { continuation.resume(with: known) }
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
      waiter?.resume(throwing: CancellationError())
    }
  }

  /// The answer if it is known already, nil if the caller now waits for it.
  private func register(
    _ id: UInt64, _ continuation: UnsafeContinuation<UInt64, any Error>, after: UInt64
  ) -> Result<UInt64, any Error>? {
    return state.withLock { state in
      // A cancellation before this point found no waiter to resume; one after it will.
      if Task.isCancelled { return .failure(CancellationError()) }
      let count = count
      if count > after { return .success(count) }
      if let end = state.end { return .failure(end) }
      guard state.waiters.count < Self.waiterLimit else {
        return .failure(StoreError.queueFull(name: "commit waiters", limit: Self.waiterLimit))
      }
      state.waiters[id] = continuation
      return nil
    }
  }

  private func wakeAll(with result: Result<UInt64, any Error>) {
    let waiters = state.withLock { state in
      defer { state.waiters.removeAll(keepingCapacity: true) }
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.resume(with: result) }
  }
}
