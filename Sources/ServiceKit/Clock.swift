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
  /// The hands of a clock that can be moved, and who sleeps until they stand somewhere.
  private final class Hands: Sendable {
    struct Sleeper {
      let until: Instant
      let wake: CheckedContinuation<Void, Never>
      /// Wakes him when the moment comes by itself; absent where the hands stand still.
      let alarm: Task<Void, Never>?
    }

    struct State {
      /// What the clock shows or, when it runs, how far it is ahead of the system's.
      var place: Instant
      var sleepers: [UInt64: Sleeper] = [:]
      var nextSleeper: UInt64 = 0
    }

    let runs: Bool
    let state: Mutex<State>

    init(runs: Bool, now: Instant) {
      self.runs = runs
      let ahead = now.microseconds - Clock.systemNow.microseconds
      state = Mutex(State(place: runs ? Instant(microseconds: ahead) : now))
    }

    func now(_ state: State) -> Instant {
      guard runs else { return state.place }
      return Instant(microseconds: Clock.systemNow.microseconds + state.place.microseconds)
    }

    func wake(_ id: UInt64) {
      let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
      sleeper?.alarm?.cancel()
      sleeper?.wake.resume()
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
    Clock(hands: Hands(runs: false, now: start))
  }

  /// A clock that goes as the system's does, and can be advanced besides.
  package static func running(from start: Instant) -> Clock {
    Clock(hands: Hands(runs: true, now: start))
  }

  /// Whether it goes on without being advanced.
  package var runs: Bool { hands?.runs ?? true }

  package var now: Instant {
    guard let hands else { return Self.systemNow }
    return hands.state.withLock { hands.now($0) }
  }

  /// What the system's clock shows, whatever this one does.
  package static var systemNow: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  /// Moves the clock forward and wakes who slept until then.
  package func advance(seconds: Int64) {
    advance(to: now.advanced(bySeconds: seconds))
  }

  /// Moves the clock forward to a moment, unless it is past it, and wakes who slept until then.
  package func advance(to moment: Instant) {
    guard let hands else { preconditionFailure("The system's clock cannot be advanced.") }
    let due = hands.state.withLock { state in
      let step = moment.microseconds - hands.now(state).microseconds
      if step > 0 { state.place.microseconds += step }
      let now = hands.now(state)
      return state.sleepers.filter { $0.value.until <= now }.keys.sorted()
    }
    for id in due { hands.wake(id) }
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
          let delay = moment.microseconds - hands.now(state).microseconds
          guard delay > 0, !Task.isCancelled else { return false }
          let alarm =
            hands.runs
            ? Task.detached {
              guard (try? await Task.sleep(for: .microseconds(delay))) != nil else { return }
              hands.wake(id)
            } : nil
          state.sleepers[id] = .init(until: moment, wake: wake, alarm: alarm)
          return true
        }
        if !sleeps { wake.resume() }
      }
    } onCancel: {
      hands.wake(id)
    }
    try Task.checkCancellation()
  }
}
