import Foundation

/// How numbers are written for people.
enum Figures {
  /// With commas, `1,234,567`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Three digits that count, with the unit that suits: `87 µs`, `1.24 ms`, `3.10 s`.
  static func milliseconds(_ value: Double) -> String {
    if value < 0.9995 { return "\(significant(value * 1000)) µs" }
    if value < 999.5 { return "\(significant(value)) ms" }
    return "\(significant(value / 1000)) s"
  }

  static func seconds(_ value: Double) -> String {
    let (number, unit) = value < 120 ? (value, "s") : (value / 60, "min")
    return "\(number.rounded() == number ? plain(number) : significant(number)) \(unit)"
  }

  /// A round number of milliseconds, for an axis: `200 µs`, `5 ms`, `1 s`.
  static func round(milliseconds value: Double) -> String {
    if value < 0.9995 { return "\(plain((value * 1e6).rounded() / 1e3)) µs" }
    if value < 999.5 { return "\(plain((value * 1e3).rounded() / 1e3)) ms" }
    return "\(plain(value.rounded() / 1000)) s"
  }

  static func bytes(_ value: Double) -> String {
    if value < 1024 * 1024 { return "\(significant(value / 1024)) KiB" }
    if value < 1024 * 1024 * 1024 { return "\(significant(value / 1024 / 1024)) MiB" }
    return "\(significant(value / 1024 / 1024 / 1024)) GiB"
  }

  /// Without decimals where it has none.
  static func plain(_ value: Double) -> String {
    value.rounded() == value ? grouped(Int(value)) : String(format: "%g", value)
  }

  static func percent(_ part: Double) -> String { String(format: "%.1f %%", 100 * part) }

  /// Three digits that count.
  static func significant(_ value: Double) -> String {
    switch abs(value) {
    case ..<0.005: "0"
    case ..<9.995: String(format: "%.2f", value)
    case ..<99.95: String(format: "%.1f", value)
    default: grouped(Int(value.rounded()))
    }
  }
}
