/// How long a refused caller is asked to wait before he tries again: `grpc-retry-pushback-ms`, as
/// gRPC's A6 has it.
package enum Pushback {
  /// The wait, or up to twice as long: callers refused together must not come back together.
  package static func jittered(milliseconds: Int) -> Int {
    Int.random(in: milliseconds...max(milliseconds, 2 * min(milliseconds, Int.max / 2)))
  }
}
