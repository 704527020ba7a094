import ServiceKit

/// What a broadcast is likely to bring, from what past ones have 私域可预判.
///
/// Broadcasts differ by more than chance: by what they say and when. So the interval is one of
/// prediction under random effects: R. DerSimonian and N. Laird, "Meta-analysis in clinical trials",
/// Controlled Clinical Trials 7 (1986), for how far they differ, and Student's t for how few they are.
struct Forecast: Sendable, Equatable {
  let past: [Counts]
  /// To how many the broadcast would be sent.
  let recipients: Int64

  struct Interval: Sendable, Equatable {
    let lower: Double
    let upper: Double
  }

  /// `past` are counters of broadcasts; those that were sent to nobody tell nothing.
  init(past: [Counts], recipients: Int64) {
    self.past = past.filter { $0.sent > 0 }
    self.recipients = recipients
  }

  var sent: Int64 { past.reduce(0) { $0 + $1.sent } }
  var converted: Int64 { past.reduce(0) { $0 + $1.converted } }

  /// Something that was counted of the past, for as many recipients; nil without a past.
  func expected(_ count: KeyPath<Counts, Int64>) -> Double? {
    guard sent > 0 else { return nil }
    return Double(past.reduce(0) { $0 + $1[keyPath: count] }) / Double(sent) * Double(recipients)
  }

  /// How many will convert, in 95 of 100 cases; nil with less than two past broadcasts.
  var interval: Interval? {
    guard past.count > 1, let expected = expected(\.converted) else { return nil }
    let all = Double(sent)
    let rate = Double(converted) / all
    // By Laplace's rule, so that a rate of 0 is not certain.
    let smoothed = (Double(converted) + 1) / (all + 2)
    let variance = smoothed * (1 - smoothed)
    let squares = past.reduce(0) { $0 + Double($1.sent) * Double($1.sent) }
    let deviations = past.reduce(0.0) { sum, counts in
      let difference = Double(counts.converted) / Double(counts.sent) - rate
      return sum + Double(counts.sent) * difference * difference
    }
    let between =
      max(0, (deviations - Double(past.count - 1) * variance) / (all - squares / all))
    let ofRate = variance / all + between * squares / (all * all)
    let count = Double(recipients)
    let spread =
      Self.studentT(past.count - 1)
      * (count * variance + count * count * (between + ofRate)).squareRoot()
    return Interval(lower: max(0, expected - spread), upper: min(count, expected + spread))
  }

  /// 95 % of Student's distribution lie within as much on both sides, by degrees of freedom.
  static func studentT(_ degrees: Int) -> Double {
    degrees <= quantiles.count ? quantiles[degrees - 1] : 1.96 + 2.4 / Double(degrees)
  }

  private static let quantiles = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042,
  ]
}
