import RPC
import Synchronization

/// What came of one worker's calls, while they end. The worker writes, anybody may look.
final class Recording: Sendable {
  private struct State {
    var results: Results
    var interval = Interval()
    var inFlight = 0
  }

  private let state: Mutex<State>
  private let stopped = Atomic(false)

  init(methods: Int) {
    state = Mutex(State(results: Results(methods: methods)))
  }

  /// Whether no more calls are to be begun.
  var isStopped: Bool { stopped.load(ordering: .relaxed) }

  func stop() { stopped.store(true, ordering: .relaxed) }

  /// Notes that a call begins, unless so many run that it may not: then it is counted as not sent.
  func begin(_ method: Int, inFlightMax: Int) -> Bool {
    state.withLock { state in
      guard state.inFlight < inFlightMax else {
        state.results.methods[method].notSent += 1
        state.interval.notSent += 1
        return false
      }
      state.inFlight += 1
      return true
    }
  }

  func end(_ method: Int, _ ended: EndedCall) {
    state.withLock { state in
      state.inFlight -= 1
      state.results.methods[method].add(ended)
      state.results.lateness.record(ended.sentNanoseconds - ended.dueNanoseconds)
      state.interval.add(ended)
    }
  }

  /// What ended since this was last asked.
  func takeInterval() -> Interval {
    state.withLock { state in
      defer { state.interval.reset() }
      return state.interval
    }
  }

  var results: Results { state.withLock { $0.results } }
}

/// A call that is over: when it was due, when it was sent, when it ended, and how.
struct EndedCall {
  let dueNanoseconds: UInt64
  let sentNanoseconds: UInt64
  let endNanoseconds: UInt64
  /// OK, or why it failed.
  let status: Status
}

/// What ended in a stretch of a run.
struct Interval {
  var ok = 0
  var failed = 0
  var notSent = 0
  var latencies = Latencies()

  mutating func add(_ ended: EndedCall) {
    if ended.status.code == .ok { ok += 1 } else { failed += 1 }
    latencies.record(ended.endNanoseconds - ended.dueNanoseconds)
  }

  mutating func merge(_ other: Interval) {
    ok += other.ok
    failed += other.failed
    notSent += other.notSent
    latencies.merge(other.latencies)
  }

  mutating func reset() {
    (ok, failed, notSent) = (0, 0, 0)
    latencies.reset()
  }
}

/// What came of a whole run, or of one worker's part of it.
struct Results: Sendable {
  /// By the place of the method in the scenario.
  var methods: [MethodResults]
  /// How long after it was due the tool sent a call: its own fault, and part of the latencies.
  var lateness = Latencies()

  init(methods: Int) {
    self.methods = (0..<methods).map { _ in MethodResults() }
  }

  mutating func merge(_ other: Results) {
    for place in methods.indices { methods[place].merge(other.methods[place]) }
    lateness.merge(other.lateness)
  }

  /// All methods as one.
  var total: MethodResults {
    var total = MethodResults()
    for method in methods { total.merge(method) }
    return total
  }
}

struct MethodResults: Sendable {
  /// From the moment a call was due, those that failed too: what a caller would have waited who
  /// came then.
  var latencies = Latencies()
  /// From the moment it was sent: what the server alone answers for.
  var answers = Latencies()
  var codes: [StatusCode: Int] = [:]
  /// What was said with each code the first time.
  var messages: [StatusCode: String] = [:]
  /// Calls that were due while too many ran.
  var notSent = 0

  var ended: Int { latencies.count }
  var failed: Int { ended - codes[.ok, default: 0] }

  mutating func add(_ ended: EndedCall) {
    latencies.record(ended.endNanoseconds - ended.dueNanoseconds)
    answers.record(ended.endNanoseconds - ended.sentNanoseconds)
    let code = ended.status.code
    codes[code, default: 0] += 1
    if code != .ok && messages[code] == nil { messages[code] = ended.status.message }
  }

  mutating func merge(_ other: MethodResults) {
    latencies.merge(other.latencies)
    answers.merge(other.answers)
    codes.merge(other.codes, uniquingKeysWith: +)
    messages.merge(other.messages) { mine, _ in mine }
    notSent += other.notSent
  }
}
