package import Metrics
import Synchronization

/// Every number of a process, and the text in which Prometheus reads them (format 0.0.4).
///
/// Our own are of families that are described; what a library reports through swift-metrics is shown
/// too, under its label. Any thread may use it. What has been made stays: a counter that vanished
/// would read as a restart.
package final class Registry: Sendable {
  private struct Family {
    let description: MetricFamily
    var series: [String: any Series] = [:]
  }

  private let families = Mutex<[String: Family]>([:])

  package init() {}

  /// The exposition, families and series in the order of their names.
  package var text: String {
    let families = families.withLock { $0 }
    var text = ""
    for (name, family) in families.sorted(by: { $0.key < $1.key }) {
      var lines = ""
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        series.write(name, labels, to: &lines)
      }
      guard !lines.isEmpty else { continue }
      text += "# HELP \(name) \(family.description.help)\n"
      text += "# TYPE \(name) \(family.description.kind.name)\n"
      text += lines
    }
    return text
  }

  package func counter(_ family: MetricFamily, _ labels: [(String, String)] = []) -> Counter {
    let cell = cell(family, labels) { CounterCell() }
    return Counter(label: family.name, dimensions: labels, handler: cell, factory: self)
  }

  package func gauge(_ family: MetricFamily, _ labels: [(String, String)] = []) -> Meter {
    let cell = cell(family, labels) { GaugeCell() }
    return Meter(label: family.name, dimensions: labels, handler: cell, factory: self)
  }

  package func timer(_ family: MetricFamily, _ labels: [(String, String)] = []) -> Timer {
    Timer(
      label: family.name, dimensions: labels, handler: histogram(family, labels), factory: self)
  }

  package func recorder(_ family: MetricFamily, _ labels: [(String, String)] = []) -> Recorder {
    Recorder(
      label: family.name, dimensions: labels, aggregate: true, handler: histogram(family, labels),
      factory: self)
  }

  /// A number that is read when it is asked for; it must not block.
  package func observe(
    _ family: MetricFamily, _ labels: [(String, String)] = [],
    _ read: @escaping @Sendable () -> Double?
  ) {
    _ = cell(family, labels) { ObservedCell(read) }
  }

  private func histogram(_ family: MetricFamily, _ labels: [(String, String)]) -> HistogramCell {
    guard case .histogram(let bounds, let unit) = family.kind else {
      preconditionFailure("\(family.name) is no histogram.")
    }
    return cell(family, labels) { HistogramCell(bounds: bounds, unit: unit) }
  }

  /// The one cell of a family with these labels.
  private func cell<Cell: Series>(
    _ family: MetricFamily, _ labels: [(String, String)], make: () -> Cell
  ) -> Cell {
    let key = labels.map { "\($0)=\"\(Self.escape($1))\"" }.joined(separator: ",")
    return families.withLock { families in
      if let known = families[family.name]?.series[key] {
        guard let cell = known as? Cell else {
          preconditionFailure("\(family.name) is made as two kinds of number.")
        }
        return cell
      }
      let cell = make()
      families[family.name, default: Family(description: family)].series[key] = cell
      return cell
    }
  }

  private static func escape(_ value: String) -> String {
    var escaped = ""
    for character in value {
      switch character {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

extension MetricFamily.Kind {
  fileprivate var name: String {
    switch self {
    case .counter: "counter"
    case .gauge: "gauge"
    case .histogram: "histogram"
    }
  }
}

/// What libraries report, who know swift-metrics and not us.
extension Registry: MetricsFactory {
  package func makeCounter(
    label: String, dimensions: [(String, String)]
  ) -> any CounterHandler {
    cell(Self.family(label, .counter), dimensions) { CounterCell() }
  }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    cell(Self.family(label, .gauge), dimensions) { GaugeCell() }
  }

  package func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    guard aggregate else { return cell(Self.family(label, .gauge), dimensions) { GaugeCell() } }
    return histogram(Self.family(label, .counts), dimensions)
  }

  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    histogram(Self.family(label, .seconds), dimensions)
  }

  package func destroyCounter(_: any CounterHandler) {}
  package func destroyMeter(_: any MeterHandler) {}
  package func destroyRecorder(_: any RecorderHandler) {}
  package func destroyTimer(_: any TimerHandler) {}

  private static func family(_ label: String, _ kind: MetricFamily.Kind) -> MetricFamily {
    let name = String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    return MetricFamily(name, kind, "Reported by a library as \(name).")
  }
}

/// A registry as one service of the process sees it: all it makes is labelled with the service.
package struct MetricScope: Sendable {
  package let registry: Registry
  private let labels: [(String, String)]

  package init(_ registry: Registry, service: String) {
    self.registry = registry
    labels = [("siyu_service", service)]
  }

  package func counter(_ family: MetricFamily, _ labels: [(String, String)] = []) -> Counter {
    registry.counter(family, self.labels + labels)
  }

  package func gauge(_ family: MetricFamily, _ labels: [(String, String)] = []) -> Meter {
    registry.gauge(family, self.labels + labels)
  }

  package func timer(_ family: MetricFamily, _ labels: [(String, String)] = []) -> Timer {
    registry.timer(family, self.labels + labels)
  }

  package func recorder(_ family: MetricFamily, _ labels: [(String, String)] = []) -> Recorder {
    registry.recorder(family, self.labels + labels)
  }

  package func observe(
    _ family: MetricFamily, _ labels: [(String, String)] = [],
    _ read: @escaping @Sendable () -> Double?
  ) {
    registry.observe(family, self.labels + labels, read)
  }
}
