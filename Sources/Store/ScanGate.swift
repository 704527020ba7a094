/// Counts the scans of one database, and holds further ones back while its log has to be emptied.
///
/// The log can be begun anew only in a moment without readers. Where some scan always runs there is none,
/// unless the next ones wait for those that run. Scans alone wait here: they have threads for that.
final class ScanGate: @unchecked Sendable {
  /// How often who waits looks whether he is still wanted.
  private static let lookMilliseconds = 10

  private let condition = Condition()

  // Under the condition's lock.
  private var running = 0
  private var heldUntil: ContinuousClock.Instant?

  /// Runs a scan, which may have to wait for that, but not when nobody wants it any more.
  func pass<Value>(unless isUnwanted: () -> Bool, _ scan: () throws -> Value) rethrows -> Value {
    condition.withLock {
      while let heldUntil, ContinuousClock.now < heldUntil, !isUnwanted() {
        _ = condition.wait(milliseconds: Self.lookMilliseconds)
      }
      running += 1
    }
    defer { condition.withLock { running -= 1 } }
    return try scan()
  }

  /// Holds back whoever has not begun until `release`, or for as long as those that run may take; then
  /// nobody is held again before `release`.
  func hold(milliseconds: Int) {
    condition.withLock {
      if heldUntil == nil { heldUntil = .now + .milliseconds(milliseconds) }
    }
  }

  func release() { condition.withLock { heldUntil = nil } }

  /// Whether scans are held back.
  var holds: Bool {
    condition.withLock { heldUntil.map { ContinuousClock.now < $0 } ?? false }
  }

  var isEmpty: Bool { condition.withLock { running == 0 } }
}
