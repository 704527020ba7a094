import NIOCore

/// A loop's own clock and timer: for who acts at given moments without leaving its thread.
extension LoopExecutor {
  /// The monotonic clock of this machine, in nanoseconds.
  package var nowNanoseconds: UInt64 { NIODeadline.now().uptimeNanoseconds }

  /// Returns when that clock has come to `moment`. The loop looks at its sockets meanwhile, and only
  /// when it has nothing to run: who asks for moments that have passed keeps it from them.
  package func sleep(untilNanoseconds moment: UInt64) async {
    await withCheckedContinuation { continuation in
      run {
        let task = self.loop.scheduleTask(deadline: .uptimeNanoseconds(moment)) {}
        // Fires too when the loop is shut down before.
        task.futureResult.whenComplete { _ in continuation.resume() }
      }
    }
  }
}
