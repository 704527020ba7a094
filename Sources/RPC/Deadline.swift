import NIOCore

/// The moment after which nobody waits for an answer, on the monotonic clock of this machine.
///
/// It never crosses the wire: gRPC sends what remains of it.
package struct Deadline: Sendable, Hashable {
  /// Nanoseconds of the monotonic clock.
  let uptimeNanoseconds: UInt64

  init(uptimeNanoseconds: UInt64) {
    self.uptimeNanoseconds = uptimeNanoseconds
  }

  package init(afterMilliseconds milliseconds: Int) {
    self.init(afterNanoseconds: Int64(clamping: milliseconds).saturatingMultiply(1_000_000))
  }

  init(afterNanoseconds nanoseconds: Int64, from now: NIODeadline = .now()) {
    // Clamped to what NIO can hold, some 292 years: a caller may send eight digits of hours.
    uptimeNanoseconds = min(
      now.uptimeNanoseconds &+ UInt64(max(0, nanoseconds)), UInt64(Int64.max))
  }

  /// The same moment, or as much before it.
  package func earlier(byMilliseconds milliseconds: Int) -> Deadline {
    let nanoseconds = UInt64(milliseconds) * 1_000_000
    return Deadline(uptimeNanoseconds: uptimeNanoseconds - min(uptimeNanoseconds, nanoseconds))
  }

  /// Negative once it has passed.
  package var remainingNanoseconds: Int64 {
    Int64(uptimeNanoseconds) &- Int64(clamping: NIODeadline.now().uptimeNanoseconds)
  }

  package var remainingMilliseconds: Int64 { remainingNanoseconds / 1_000_000 }

  package var hasPassed: Bool { remainingNanoseconds <= 0 }

  /// The same moment for those who know nothing of calls.
  package var instant: ContinuousClock.Instant {
    ContinuousClock.now + .nanoseconds(remainingNanoseconds)
  }

  var moment: NIODeadline { .uptimeNanoseconds(uptimeNanoseconds) }
}

extension Int64 {
  /// The product, or the largest number when it would not fit. For factors that are not negative.
  func saturatingMultiply(_ factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
