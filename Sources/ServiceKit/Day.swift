/// A natural day 自然日: from 0 o'clock to 0 o'clock in UTC+8, where WeCom's days, quotas and
/// statistics begin whatever the corp's own clock says. China keeps no summer time.
package struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  package let number: Int64

  private static let microseconds: Int64 = 86_400_000_000
  private static let offsetMicroseconds: Int64 = 8 * 3_600_000_000

  package init(number: Int64) {
    self.number = number
  }

  package init(of instant: Instant) {
    let local = instant.microseconds + Self.offsetMicroseconds
    let (quotient, rest) = local.quotientAndRemainder(dividingBy: Self.microseconds)
    number = rest < 0 ? quotient - 1 : quotient
  }

  /// When it began.
  package var start: Instant {
    Instant(microseconds: number * Self.microseconds - Self.offsetMicroseconds)
  }

  package func advanced(by days: Int64) -> Day { Day(number: number + days) }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}
