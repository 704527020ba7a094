import Metrics
import RPC
import Synchronization

/// Counts how the calls of one method ended, by code; a code's line appears with its first call.
final class EndedCalls: Sendable {
  private let family: MetricFamily
  private let scope: MetricScope
  private let labels: [(String, String)]
  private let ok: Counter
  private let others = Mutex<[StatusCode: Counter]>([:])

  init(_ family: MetricFamily, _ scope: MetricScope, _ labels: [(String, String)]) {
    self.family = family
    self.scope = scope
    self.labels = labels
    ok = scope.counter(family, labels + [("grpc_code", StatusCode.ok.label)])
  }

  func count(_ code: StatusCode) {
    guard code != .ok else { return ok.increment() }
    let counter = others.withLock { others in
      if let known = others[code] { return known }
      let new = scope.counter(family, labels + [("grpc_code", code.label)])
      others[code] = new
      return new
    }
    counter.increment()
  }
}
