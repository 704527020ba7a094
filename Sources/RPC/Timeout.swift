/// The value of `grpc-timeout`: up to eight digits and a unit.
enum Timeout {
  private static let units: [(letter: UInt8, nanoseconds: Int64)] = [
    (UInt8(ascii: "n"), 1),
    (UInt8(ascii: "u"), 1_000),
    (UInt8(ascii: "m"), 1_000_000),
    (UInt8(ascii: "S"), 1_000_000_000),
    (UInt8(ascii: "M"), 60_000_000_000),
    (UInt8(ascii: "H"), 3_600_000_000_000),
  ]

  /// Nanoseconds, or nil when malformed. Eight digits of hours are clamped to what 64 bits hold.
  static func parse(_ value: UnsafeRawBufferPointer) -> Int64? {
    guard (2...9).contains(value.count), let letter = value.last,
      let unit = units.first(where: { $0.letter == letter })
    else { return nil }
    var number: Int64 = 0
    for digit in value.dropLast() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return number.saturatingMultiply(unit.nanoseconds)
  }

  /// The finest unit whose number has at most eight digits. What has passed is sent as one
  /// nanosecond: zero is read by some as no deadline.
  static func format(nanoseconds: Int64) -> String {
    let remaining = max(1, nanoseconds)
    for unit in units {
      let number = remaining / unit.nanoseconds
      if number < 100_000_000 { return "\(number)\(Character(UnicodeScalar(unit.letter)))" }
    }
    return "99999999H"
  }
}
