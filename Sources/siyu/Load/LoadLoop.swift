import RPC

/// A thread that makes calls at given moments: an event loop, or a test's that steps the time.
protocol LoadLoop: TaskExecutor {
  /// A clock that only goes forward.
  var nowNanoseconds: UInt64 { get }

  /// Returns when the clock has come to `moment`.
  func sleep(untilNanoseconds moment: UInt64) async
}

extension LoopExecutor: LoadLoop {}
