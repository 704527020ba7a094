import Foundation

/// Lines over two axes, as SVG that stands in a page. Colours and strokes come from the page's style:
/// the classes `line a` to `line d`, `grid`, `tick` and `fill`.
struct Plot {
  struct Series {
    let name: String
    /// `a` to `d`: which of the page's colours it has.
    let colour: String
    /// A value that is nil leaves a gap.
    let points: [(x: Double, y: Double?)]
    /// Whether the ground under it is tinted.
    var isFilled = false
  }

  /// Where a value lies on an axis, and what stands beside it.
  struct Axis {
    enum Scale {
      case linear
      case logarithmic
      /// Percentiles: each nine more takes as much room.
      case nines
    }

    var scale = Scale.linear
    /// Of a linear axis from 0, at least as far as this.
    var leastMax = 0.0
    let label: (Double) -> String
  }

  let title: String
  let x: Axis
  let y: Axis
  let series: [Series]
  var width = 960.0
  var height = 260.0

  private static let left = 76.0
  private static let right = 14.0
  private static let top = 12.0
  private static let bottom = 30.0

  var svg: String {
    let across = Range(of: x, series.flatMap { $0.points.map(\.x) }, ticksAbout: 10)
    let up = Range(of: y, series.flatMap { $0.points.compactMap(\.y) }, ticksAbout: 5)
    let place = Place(
      x: (Self.left, width - Self.right), y: (height - Self.bottom, Self.top), across: across,
      up: up)
    var parts = [
      "<svg viewBox=\"0 0 \(Int(width)) \(Int(height))\" role=\"img\" "
        + "aria-label=\"\(HTML.escaped(title))\">"
    ]
    for tick in up.ticks { parts.append(horizontal(tick, place)) }
    for tick in across.ticks { parts.append(vertical(tick, place)) }
    for each in series { parts.append(line(each, place)) }
    return (parts + ["</svg>"]).joined(separator: "\n")
  }

  private func horizontal(_ value: Double, _ place: Place) -> String {
    let y = Self.number(place.y(value))
    return """
      <path class="grid" d="M\(Self.number(Self.left)) \(y)H\(Self.number(width - Self.right))"/>\
      <text class="tick" text-anchor="end" x="\(Self.number(Self.left - 10))" y="\(y)" \
      dy="0.32em">\(HTML.escaped(self.y.label(value)))</text>
      """
  }

  private func vertical(_ value: Double, _ place: Place) -> String {
    let x = Self.number(place.x(value))
    let foot = height - Self.bottom
    return """
      <path class="grid" d="M\(x) \(Self.number(foot))v4"/>\
      <text class="tick" text-anchor="middle" x="\(x)" y="\(Self.number(foot + 18))">\
      \(HTML.escaped(self.x.label(value)))</text>
      """
  }

  private func line(_ series: Series, _ place: Place) -> String {
    let foot = Self.number(height - Self.bottom)
    return series.stretches.map { stretch in
      let path =
        "M"
        + stretch.map { "\(Self.number(place.x($0.x))) \(Self.number(place.y($0.y)))" }
        .joined(separator: "L")
      let line = "<path class=\"line \(series.colour)\" d=\"\(path)\"/>"
      guard series.isFilled, let first = stretch.first, let last = stretch.last else { return line }
      let right = Self.number(place.x(last.x))
      let left = Self.number(place.x(first.x))
      return
        "<path class=\"ground \(series.colour)\" d=\"\(path)L\(right) \(foot)L\(left) \(foot)Z\"/>"
        + line
    }.joined()
  }

  private static func number(_ value: Double) -> String {
    String(format: "%.1f", value)
  }
}

extension Plot {
  /// What an axis spans, and where its ticks are.
  struct Range {
    let scale: Axis.Scale
    let low: Double
    let high: Double
    let ticks: [Double]

    init(of axis: Axis, _ values: [Double], ticksAbout count: Int) {
      scale = axis.scale
      switch axis.scale {
      case .linear:
        let most = max(axis.leastMax, values.max() ?? 0, 1e-9)
        let step = Self.step(most / Double(count))
        // A line may touch the top only where that is a tick.
        high = count < 8 ? (most / step).rounded(.up) * step : most
        low = 0
        ticks = Array(stride(from: 0, through: high + step * 1e-6, by: step))
      case .logarithmic:
        let seen = values.filter { $0 > 0 }
        let least = seen.min() ?? 1
        low = Self.roundStep(below: least)
        high = max(Self.roundStep(above: seen.max() ?? 1), low * 10)
        ticks = Self.roundSteps(low, high)
      case .nines:
        low = 0
        high = max(90, values.max() ?? 90)
        ticks = [0, 50, 90, 99, 99.9, 99.99, 99.999, 99.9999].filter { [high] in $0 <= high }
      }
    }

    /// 0 at the low end, 1 at the high end.
    func part(_ value: Double) -> Double {
      switch scale {
      case .linear: value / high
      case .logarithmic: log10(max(value, low) / low) / log10(high / low)
      case .nines: Self.nines(value) / Self.nines(high)
      }
    }

    private static func nines(_ percentile: Double) -> Double { -log10(1 - percentile / 100) }

    /// The next of 1, 2, 5, 10, 20 … that is not smaller.
    static func step(_ least: Double) -> Double {
      let power = pow(10, log10(least).rounded(.down))
      return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
    }

    private static func roundStep(above value: Double) -> Double { step(value) }

    private static func roundStep(below value: Double) -> Double {
      let power = pow(10, log10(value).rounded(.down))
      return [5, 2, 1].map { $0 * power }.first { $0 <= value * (1 + 1e-9) } ?? power
    }

    /// 1, 2, 5, 10 … from one to the other; the tens alone where that would be too many.
    private static func roundSteps(_ low: Double, _ high: Double) -> [Double] {
      var steps: [Double] = []
      let factors = log10(high / low) > 2.5 ? [1.0] : [1, 2, 5]
      var power = pow(10, log10(low).rounded(.down))
      while power <= high * (1 + 1e-9) {
        steps += factors.map { $0 * power }
        power *= 10
      }
      return steps.filter { $0 >= low * (1 - 1e-9) && $0 <= high * (1 + 1e-9) }
    }
  }

  /// Turns values into places on the paper.
  private struct Place {
    let x: (Double, Double)
    let y: (Double, Double)
    let across: Range
    let up: Range

    func x(_ value: Double) -> Double { x.0 + (x.1 - x.0) * across.part(value) }
    func y(_ value: Double) -> Double { y.0 + (y.1 - y.0) * up.part(value) }
  }
}

extension Plot.Series {
  /// Points that a line joins, from gap to gap.
  fileprivate var stretches: [[(x: Double, y: Double)]] {
    var stretches: [[(x: Double, y: Double)]] = [[]]
    for point in points {
      if let y = point.y {
        stretches[stretches.count - 1].append((point.x, y))
      } else {
        stretches.append([])
      }
    }
    return stretches.filter { !$0.isEmpty }
  }
}

/// Text in a page.
enum HTML {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // What XML does not take, even escaped.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
