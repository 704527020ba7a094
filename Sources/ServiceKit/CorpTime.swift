import Foundation

/// A moment as the corp's clocks show it: its day, its weekday, its minute.
package struct CorpTime: Sendable, Hashable {
  /// Days since 1970-01-01, as the corp counts them.
  package let day: Int
  /// 1 Monday to 7 Sunday.
  package let weekday: Int
  /// Minutes since the day began by the wall clock, 0 to 1439.
  package let minute: Int

  /// `timeZone` is a name of the IANA time zone database; one that this machine does not know
  /// counts as Asia/Shanghai.
  package init(_ instant: Instant, timeZone: String) {
    let zone = TimeZone(identifier: timeZone) ?? TimeZone(identifier: "Asia/Shanghai") ?? .gmt
    var seconds = instant.microseconds / 1_000_000
    if instant.microseconds % 1_000_000 < 0 { seconds -= 1 }
    let local =
      seconds + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    let (whole, rest) = local.quotientAndRemainder(dividingBy: 86_400)
    day = Int(rest < 0 ? whole - 1 : whole)
    minute = Int(rest < 0 ? rest + 86_400 : rest) / 60
    // 1970-01-01 was a Thursday.
    weekday = (((day + 3) % 7) + 7) % 7 + 1
  }

  /// YYYY-MM-DD, by the proleptic Gregorian calendar.
  package static func text(ofDay day: Int) -> String {
    Date(timeIntervalSince1970: TimeInterval(day) * 86_400)
      .formatted(.iso8601.year().month().day())
  }
}
