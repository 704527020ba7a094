/// How long to wait before the next attempt to connect, as gRPC's connection-backoff.md says.
struct Backoff {
  private static let firstMilliseconds = 1_000.0
  private static let factor = 1.6
  private static let jitter = 0.2
  private static let longestMilliseconds = 120_000.0

  private var milliseconds = Self.firstMilliseconds

  /// The wait after one more failure. `random` is at least 0 and less than 1.
  mutating func next(random: Double) -> Int {
    let wait = milliseconds
    milliseconds = min(milliseconds * Self.factor, Self.longestMilliseconds)
    return Int(wait * (1 - Self.jitter + 2 * Self.jitter * random))
  }

  mutating func reset() {
    milliseconds = Self.firstMilliseconds
  }
}
