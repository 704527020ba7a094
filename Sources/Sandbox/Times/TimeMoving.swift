import ServiceKit
import Synchronization

/// Whose turn it is to move the clock: one call's at a time.
final class TimeTurn: Sendable {
  private let isTaken = Mutex(false)

  func take<Result>(_ body: () async throws -> Result) async throws -> Result {
    guard
      isTaken.withLock({ taken in
        defer { taken = true }
        return !taken
      })
    else { throw TimeFailure.isMoving }
    defer { isTaken.withLock { $0 = false } }
    return try await body()
  }
}

/// Moves the clock from one due moment to the next, and lets the services come to rest at each.
struct TimeMoving {
  /// How long nothing may be committed while something is not done.
  private static let patience = Duration.seconds(30)
  private static let pause = Duration.milliseconds(1)

  let stage: Stage

  /// Returns at how many due moments it stopped.
  func run(until target: Instant) async throws -> Int64 {
    var count: Int64 = 0
    while let next = try await rest(), next <= target {
      try stage.move(to: next)
      count += 1
    }
    guard target > stage.clock.now else { return count }
    try stage.move(to: target)
    _ = try await rest()
    return count
  }

  /// Waits until all is done that is due; returns what is due next.
  private func rest() async throws -> Instant? {
    var commits = stage.commitCount
    var progress = ContinuousClock.now
    while true {
      switch try stage.standing() {
      case .quiet(let next): return next
      case .busy(let what):
        if commits != stage.commitCount {
          commits = stage.commitCount
          progress = .now
        } else if ContinuousClock.now - progress > Self.patience {
          throw TimeFailure.isBusy(what)
        }
        // Not by this clock, which may stand still.
        try await Task.sleep(for: Self.pause)
      }
    }
  }
}
