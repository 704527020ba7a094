import Foundation
package import Messages
import Synchronization

/// A moment in microseconds since 1970-01-01 UTC, as the store keeps it and the wire carries it.
package struct Instant: Sendable, Hashable, Comparable {
  package var microseconds: Int64

  package init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  package init(seconds: Int64) {
    self.microseconds = seconds * 1_000_000
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  package func advanced(byMilliseconds milliseconds: Int64) -> Instant {
    Instant(microseconds: microseconds + milliseconds * 1000)
  }

  package func advanced(bySeconds seconds: Int64) -> Instant {
    Instant(microseconds: microseconds + seconds * 1_000_000)
  }
}

extension Instant {
  /// The moment a message names; nil outside the years 1 to 9999 that a Timestamp may hold.
  package init?(_ timestamp: GoogleProtobuf.Timestamp) {
    guard (-62_135_596_800...253_402_300_799).contains(timestamp.seconds),
      (0...999_999_999).contains(timestamp.nanos)
    else { return nil }
    self.microseconds = timestamp.seconds * 1_000_000 + Int64(timestamp.nanos) / 1000
  }

  package var timestamp: GoogleProtobuf.Timestamp {
    let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return rest < 0
      ? .init(seconds: seconds - 1, nanos: Int32(rest + 1_000_000) * 1000)
      : .init(seconds: seconds, nanos: Int32(rest) * 1000)
  }
}

/// The only source of time. Handed to every service, so that a test or a sandbox can step it.
package final class Clock: Sendable {
  /// The hands of a clock that is stepped, and who sleeps until they stand somewhere.
  private final class Hands: Sendable {
    struct State {
      var now: Instant
      var sleepers: [UInt64: (until: Instant, wake: CheckedContinuation<Void, Never>)] = [:]
      var nextSleeper: UInt64 = 0
    }

    let state: Mutex<State>

    init(now: Instant) {
      state = Mutex(State(now: now))
    }
  }

  /// Absent for the system's clock.
  private let hands: Hands?

  private init(hands: Hands?) {
    self.hands = hands
  }

  package static let system = Clock(hands: nil)

  /// A clock that stands still until it is advanced.
  package static func stepped(from start: Instant) -> Clock {
    Clock(hands: Hands(now: start))
  }

  package var now: Instant {
    if let hands { return hands.state.withLock { $0.now } }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  /// Moves a stepped clock forward and wakes who slept until then.
  package func advance(seconds: Int64) {
    guard let hands else { preconditionFailure("The system's clock cannot be advanced.") }
    let due = hands.state.withLock { state in
      state.now = state.now.advanced(bySeconds: seconds)
      let due = state.sleepers.filter { $0.value.until <= state.now }
      for id in due.keys { state.sleepers[id] = nil }
      return due.values.map(\.wake)
    }
    for wake in due { wake.resume() }
  }

  /// Sleeps until a moment of this clock; returns early, throwing, when the task is cancelled.
  package func sleep(until moment: Instant) async throws {
    guard let hands else {
      let delay = moment.microseconds - now.microseconds
      if delay > 0 { try await Task.sleep(for: .microseconds(delay)) }
      return
    }
    let id = hands.state.withLock { state in
      state.nextSleeper += 1
      return state.nextSleeper
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { wake in
        let sleeps = hands.state.withLock { state in
          guard moment > state.now, !Task.isCancelled else { return false }
          state.sleepers[id] = (moment, wake)
          return true
        }
        if !sleeps { wake.resume() }
      }
    } onCancel: {
      hands.state.withLock { $0.sleepers.removeValue(forKey: id)?.wake }?.resume()
    }
    try Task.checkCancellation()
  }
}
