import NIOCore
import Synchronization

@testable import RPC

/// A channel's timers in the hands of a test: none fires unless the test says so.
final class ManualTimers: Sendable {
  private struct Timer {
    let number: Int
    let milliseconds: Int
    let loop: any EventLoop
    let body: @Sendable () -> Void
  }

  private struct State {
    var count = 0
    var timers: [Timer] = []
    var waiter: (milliseconds: Int, continuation: CheckedContinuation<Void, Never>)?
    var set: [Int] = []
  }

  private let state = Mutex(State())

  /// The system's means with these timers, and dice that always say one half.
  var means: ChannelMeans {
    var means = ChannelMeans.system
    means.random = { 0.5 }
    means.schedule = { loop, milliseconds, body in self.set(loop, milliseconds, body) }
    return means
  }

  /// How long each timer that was ever set was to run, but for those as long as `besides`.
  func delays(besides ignored: Int...) -> [Int] {
    state.withLock { $0.set.filter { !ignored.contains($0) } }
  }

  /// Waits until a timer of that length runs, fires it, and waits until it has done its work.
  func fire(milliseconds: Int) async {
    await awaitTimer(milliseconds: milliseconds)
    let timer = state.withLock { state in
      state.timers.remove(at: state.timers.firstIndex { $0.milliseconds == milliseconds }!)
    }
    // Fails only when the loop is shutting down.
    try? await timer.loop.submit(timer.body).get()
  }

  func isSet(milliseconds: Int) -> Bool {
    state.withLock { state in state.timers.contains { $0.milliseconds == milliseconds } }
  }

  /// Waits until a timer of that length runs.
  func awaitTimer(milliseconds: Int) async {
    await withCheckedContinuation { continuation in
      let isSet = state.withLock { state in
        let isSet = state.timers.contains { $0.milliseconds == milliseconds }
        if !isSet { state.waiter = (milliseconds, continuation) }
        return isSet
      }
      if isSet { continuation.resume() }
    }
  }

  private func set(
    _ loop: any EventLoop, _ milliseconds: Int, _ body: @escaping @Sendable () -> Void
  ) -> ChannelMeans.Cancel {
    let (number, waiter) = state.withLock { state in
      state.count += 1
      state.set.append(milliseconds)
      state.timers.append(
        Timer(number: state.count, milliseconds: milliseconds, loop: loop, body: body))
      guard let waiter = state.waiter, waiter.milliseconds == milliseconds else {
        return (state.count, nil as CheckedContinuation<Void, Never>?)
      }
      state.waiter = nil
      return (state.count, waiter.continuation)
    }
    waiter?.resume()
    return { self.state.withLock { $0.timers.removeAll { $0.number == number } } }
  }
}
