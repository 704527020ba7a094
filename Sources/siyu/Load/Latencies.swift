import Foundation
import Histogram

/// Counts of how long calls took, in nanoseconds, each to three digits.
struct Latencies: Sendable {
  private var histogram: Histogram<UInt64>

  /// What is longer counts as this long: no call outlives its timeout by so much.
  private static let longestNanoseconds: UInt64 = 3_600_000_000_000

  init() {
    histogram = Histogram(
      lowestDiscernibleValue: 1, highestTrackableValue: Self.longestNanoseconds,
      numberOfSignificantValueDigits: .three)
  }

  var count: Int { Int(histogram.totalCount) }

  mutating func record(_ nanoseconds: UInt64) {
    histogram.record(min(nanoseconds, Self.longestNanoseconds))
  }

  mutating func merge(_ other: Latencies) { histogram.add(other.histogram) }

  mutating func reset() { histogram.reset() }

  /// In milliseconds, the time in which so many per cent of the calls ended; 0 when there are none.
  func milliseconds(atPercentile percentile: Double) -> Double {
    count == 0 ? 0 : Double(histogram.valueAtPercentile(percentile)) / 1e6
  }

  var meanMilliseconds: Double { count == 0 ? 0 : histogram.mean / 1e6 }

  var figures: LatencyFigures {
    LatencyFigures(
      mean: meanMilliseconds, p50: milliseconds(atPercentile: 50),
      p90: milliseconds(atPercentile: 90), p99: milliseconds(atPercentile: 99),
      p999: milliseconds(atPercentile: 99.9), p9999: milliseconds(atPercentile: 99.99),
      max: milliseconds(atPercentile: 100))
  }

  /// Points of the percentile plot, as far as the number of calls carries: percentile, milliseconds.
  var curve: [LatencyPoint] {
    guard count > 0 else { return [] }
    // Twelve points for each nine that is added to the percentile.
    let nines = log10(Double(count))
    let points = stride(from: 0.0, through: nines, by: 1.0 / 12).map { nine in
      let percentile = 100 * (1 - pow(10, -nine))
      return LatencyPoint(
        percentile: percentile, milliseconds: milliseconds(atPercentile: percentile))
    }
    return points
  }
}

/// Milliseconds by percentile.
struct LatencyFigures: Encodable {
  let mean: Double
  let p50: Double
  let p90: Double
  let p99: Double
  let p999: Double
  let p9999: Double
  let max: Double
}

struct LatencyPoint: Encodable {
  let percentile: Double
  let milliseconds: Double
}
