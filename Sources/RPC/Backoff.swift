/// How long to wait before the next attempt to connect, as gRPC's connection-backoff.md says.
struct Backoff {
  private static let firstMilliseconds = 1_000.0
  private static let factor = 1.6
  private static let jitter = 0.2
  private static let longestMilliseconds = 120_000.0

  private var milliseconds = Self.firstMilliseconds

  /// The wait after one more failure.
  mutating func next(using random: inout some RandomNumberGenerator) -> Int {
    let wait = milliseconds
    milliseconds = min(milliseconds * Self.factor, Self.longestMilliseconds)
    return Int(wait * Double.random(in: (1 - Self.jitter)...(1 + Self.jitter), using: &random))
  }

  mutating func reset() {
    milliseconds = Self.firstMilliseconds
  }
}
