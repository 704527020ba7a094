import Metrics
import Synchronization

// Where the numbers are: atomics, without a lock or an allocation on the way of a call.

/// One line, or one histogram, of the exposition.
protocol Series: AnyObject, Sendable {
  /// `labels` are as they stand between the braces.
  func write(_ name: String, _ labels: String, to text: inout String)
}

extension String {
  fileprivate mutating func line(_ name: String, _ labels: String, _ value: String) {
    append(name)
    if !labels.isEmpty { append("{\(labels)}") }
    append(" \(value)\n")
  }
}

/// A number as Prometheus reads it.
private func text(of value: Double) -> String {
  if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
  if value.isNaN { return "NaN" }
  if let whole = Int64(exactly: value) { return String(whole) }
  return "\(value)"
}

final class CounterCell: CounterHandler, Series {
  private let value = Atomic<Int64>(0)

  func increment(by amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }

  func reset() { value.store(0, ordering: .relaxed) }

  func write(_ name: String, _ labels: String, to text: inout String) {
    text.line(name, labels, String(value.load(ordering: .relaxed)))
  }
}

final class GaugeCell: MeterHandler, RecorderHandler, Series {
  /// The number's bits.
  private let bits = Atomic<UInt64>(0)

  func set(_ value: Int64) { set(Double(value)) }

  func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }

  func record(_ value: Int64) { set(value) }

  func record(_ value: Double) { set(value) }

  func increment(by amount: Double) {
    var old = bits.load(ordering: .relaxed)
    while true {
      let new = (Double(bitPattern: old) + amount).bitPattern
      let result = bits.weakCompareExchange(expected: old, desired: new, ordering: .relaxed)
      if result.exchanged { return }
      old = result.original
    }
  }

  func decrement(by amount: Double) { increment(by: -amount) }

  func write(_ name: String, _ labels: String, to out: inout String) {
    out.line(name, labels, text(of: Double(bitPattern: bits.load(ordering: .relaxed))))
  }
}

/// A number that is looked up when somebody asks; nil when there is none.
final class ObservedCell: Series {
  private let read: @Sendable () -> Double?

  init(_ read: @escaping @Sendable () -> Double?) {
    self.read = read
  }

  func write(_ name: String, _ labels: String, to out: inout String) {
    if let value = read() { out.line(name, labels, text(of: value)) }
  }
}

/// Counts by size. Left out of the exposition until it has been told something: a server has many
/// methods, and most are never called.
final class HistogramCell: RecorderHandler, TimerHandler, Series, @unchecked Sendable {
  private let bounds: [Double]
  /// The bounds as they are compared, in what is recorded.
  private let limits: [Int64]
  /// How much of what is recorded makes one of what is shown.
  private let unitSize: Double
  /// One for each bound and one for what is above all. Never moves, and is used atomically alone.
  private let counts: UnsafeMutablePointer<Atomic<UInt64>>
  private let sum = Atomic<Int64>(0)

  init(bounds: [Double], unit: MetricFamily.Unit) {
    self.bounds = bounds
    unitSize = unit == .seconds ? 1e9 : 1
    limits = bounds.map { [unitSize] in Int64(($0 * unitSize).rounded()) }
    counts = .allocate(capacity: bounds.count + 1)
    for place in 0...bounds.count { (counts + place).initialize(to: Atomic(0)) }
  }

  deinit {
    counts.deinitialize(count: bounds.count + 1)
    counts.deallocate()
  }

  func record(_ value: Int64) {
    var place = 0
    while place < limits.count && value > limits[place] { place += 1 }
    counts[place].wrappingAdd(1, ordering: .relaxed)
    sum.wrappingAdd(value, ordering: .relaxed)
  }

  func record(_ value: Double) { record(Int64(value.rounded())) }

  func recordNanoseconds(_ duration: Int64) { record(duration) }

  func write(_ name: String, _ labels: String, to out: inout String) {
    var total: UInt64 = 0
    var cumulative: [UInt64] = []
    for place in 0...bounds.count {
      total += counts[place].load(ordering: .relaxed)
      cumulative.append(total)
    }
    guard total > 0 else { return }
    let rest = labels.isEmpty ? "" : labels + ","
    for (bound, count) in zip(bounds + [.infinity], cumulative) {
      out.line("\(name)_bucket", "\(rest)le=\"\(text(of: bound))\"", String(count))
    }
    out.line("\(name)_sum", labels, text(of: Double(sum.load(ordering: .relaxed)) / unitSize))
    out.line("\(name)_count", labels, String(total))
  }
}
