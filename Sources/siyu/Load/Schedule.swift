/// When the calls of an open loop are due: evenly, so many a second, whatever the server does.
///
/// The workers share the calls in turn: each has every so-manieth.
struct Schedule {
  let ratePerSecond: Double
  let durationNanoseconds: UInt64
  var worker = 0
  var workers = 1

  /// Calls of all workers.
  var count: Int {
    Int((ratePerSecond * Double(durationNanoseconds) / 1e9).rounded(.up))
  }

  /// The numbers of this worker's calls.
  var numbers: StrideTo<Int> { stride(from: worker, to: count, by: workers) }

  /// When a call is due, counted from the start.
  func offsetNanoseconds(_ number: Int) -> UInt64 {
    UInt64(Double(number) / ratePerSecond * 1e9)
  }
}
