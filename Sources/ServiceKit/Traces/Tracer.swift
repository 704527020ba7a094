import Metrics
import RPC
import Synchronization

/// Decides which calls are traced, and keeps what they did until it has been exported.
///
/// Whoever comes with a trace decides for himself; of those who come without, a share is drawn. One
/// for the process, of all its services. Spans wait in a bounded queue; over it they are dropped and
/// counted, for a call never waits for its trace.
package final class Tracer: Sendable {
  static let queueLimit = 8192

  private struct State {
    var waiting: [Span] = []
    var isClosed = false
  }

  private let clock: Clock
  /// Of 2^64 drawn numbers, those below it are traced.
  private let share: UInt64
  private let dropped: Counter
  private let state = Mutex(State())
  private let wakes = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

  /// `sample` is the share of calls without a trace that begin one, 0 to 1.
  package init(sample: Double, registry: Registry, clock: Clock = .system) {
    self.clock = clock
    share = sample >= 1 ? .max : UInt64(max(0, sample) * 0x1p64)
    dropped = registry.counter(.spans, [("outcome", "dropped")])
  }

  /// The span of something that came with a context, or without; nil when it is not traced.
  func begin(_ kind: Span.Kind, _ name: String, in parent: TraceContext?) -> RunningSpan? {
    if let parent {
      guard parent.isSampled else { return nil }
    } else {
      guard share > 0, Lots.shared.draw() <= share else { return nil }
    }
    return RunningSpan(kind, name, in: parent, start: clock.now)
  }

  /// A context that says: not traced. For the calls made on behalf of one that was not drawn, so
  /// that nobody down the way draws again and keeps a piece without a beginning.
  func untraced() -> TraceContext {
    TraceContext(
      traceID: Lots.shared.id() + Lots.shared.id(), spanID: Lots.shared.id(), isSampled: false)
  }

  func end(
    _ span: RunningSpan, service: String, attributes: [(name: String, value: Span.Value)],
    error: String?
  ) {
    let ended = Span(
      service: service, context: span.context, parentID: span.parentID, kind: span.kind,
      name: span.name, start: span.start, end: max(span.start, clock.now), attributes: attributes,
      error: error)
    let isKept = state.withLock { state in
      guard !state.isClosed, state.waiting.count < Self.queueLimit else { return false }
      state.waiting.append(ended)
      return true
    }
    if isKept { wakes.continuation.yield() } else { dropped.increment() }
  }

  // MARK: For the exporter

  /// Waits until there is something; false once nothing more will come.
  func waitForSpans() async -> Bool {
    var arrivals = wakes.stream.makeAsyncIterator()
    while state.withLock({ $0.waiting.isEmpty }) {
      if await arrivals.next() == nil { return false }
    }
    return true
  }

  func take(_ limit: Int) -> [Span] {
    state.withLock { state in
      let taken = Array(state.waiting.prefix(limit))
      state.waiting.removeFirst(taken.count)
      return taken
    }
  }

  /// No more spans: what ends from now on is dropped.
  func close() {
    state.withLock { $0.isClosed = true }
    wakes.continuation.finish()
  }
}
