import RPC
import Synchronization

@testable import siyu

/// A loop in which time passes only when nothing is left to do: then it goes to the next moment that
/// somebody waits for. What runs on it is the same in every run.
final class SteppedLoop: LoadLoop {
  private struct Sleeper {
    let moment: UInt64
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var nowNanoseconds: UInt64 = 0
    var jobs: [UnownedJob] = []
    /// In the order they fell asleep.
    var sleepers: [Sleeper] = []
    var isDone = false
  }

  private let state = Mutex(State())

  var nowNanoseconds: UInt64 { state.withLock { $0.nowNanoseconds } }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
  }

  func sleep(untilNanoseconds moment: UInt64) async {
    await withCheckedContinuation { continuation in
      state.withLock { $0.sleepers.append(Sleeper(moment: moment, continuation: continuation)) }
    }
  }

  /// Runs `body` to its end on the calling thread.
  func run(_ body: @escaping @Sendable () async -> Void) {
    Task(executorPreference: self) {
      await body()
      self.state.withLock { $0.isDone = true }
    }
    while !state.withLock({ $0.isDone }) {
      if let job = state.withLock({ $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }) {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else {
        state.withLock { Self.nextSleeper(&$0) }.resume()
      }
    }
  }

  private static func nextSleeper(_ state: inout State) -> CheckedContinuation<Void, Never> {
    let places = state.sleepers.indices
    guard let place = places.min(by: { state.sleepers[$0].moment < state.sleepers[$1].moment })
    else { preconditionFailure("nothing runs, and nobody sleeps") }
    let sleeper = state.sleepers.remove(at: place)
    state.nowNanoseconds = max(state.nowNanoseconds, sleeper.moment)
    return sleeper.continuation
  }
}

/// A server that answers in a millisecond, but for a time in which it answers nobody.
struct StallingServer: LoadCaller {
  let loop: SteppedLoop
  var stallMilliseconds: Range<UInt64> = 0..<0
  var status = Status.ok

  func call(_ number: Int) -> NumberedCall {
    NumberedCall(method: 0) {
      if stallMilliseconds.contains(loop.nowNanoseconds / 1_000_000) {
        await loop.sleep(untilNanoseconds: stallMilliseconds.upperBound * 1_000_000)
      }
      await loop.sleep(untilNanoseconds: loop.nowNanoseconds + 1_000_000)
      return status
    }
  }
}
