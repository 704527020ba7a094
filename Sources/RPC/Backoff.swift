/// How long to wait before the next attempt to connect, as gRPC's connection-backoff.md says.
struct Backoff {
  private static let firstMilliseconds = 1_000.0
  private static let factor = 1.6
  private static let jitter = 0.2

  private let longestMilliseconds: Double
  private var milliseconds = Self.firstMilliseconds

  init(longestSeconds: Int) {
    longestMilliseconds = Double(longestSeconds) * 1000
  }

  /// The wait after one more failure. `random` is at least 0 and less than 1.
  mutating func next(random: Double) -> Int {
    let wait = milliseconds
    milliseconds = min(milliseconds * Self.factor, longestMilliseconds)
    return Int(wait * (1 - Self.jitter + 2 * Self.jitter * random))
  }

  mutating func reset() {
    milliseconds = Self.firstMilliseconds
  }
}
