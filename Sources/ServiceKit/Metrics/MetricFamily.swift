/// One name under which Prometheus keeps numbers: what they are, and what they mean.
///
/// Names follow the field's conventions: the base unit last, `_total` for what only grows.
package struct MetricFamily: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case counter
    case gauge
    /// With the upper bounds of its buckets, ascending, in the unit of the name.
    case histogram(bounds: [Double], unit: Unit)
  }

  /// What a histogram is told.
  package enum Unit: Sendable, Hashable {
    /// Nanoseconds, shown as seconds.
    case seconds
    /// Numbers, shown as they are.
    case count
  }

  package let name: String
  package let kind: Kind
  package let help: String

  package init(_ name: String, _ kind: Kind, _ help: String) {
    self.name = name
    self.kind = kind
    self.help = help
  }
}

extension MetricFamily.Kind {
  /// From a call that touches memory alone to one that waits for a disk in trouble.
  static let seconds = Self.histogram(
    bounds: [
      0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5,
      10,
    ], unit: .seconds)

  /// From at once to hours: what waits for somebody else.
  static let longSeconds = Self.histogram(
    bounds: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600], unit: .seconds)

  static let counts = Self.histogram(
    bounds: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 4096], unit: .count)
}
