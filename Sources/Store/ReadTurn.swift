/// A stretch of work on one thread, an event loop's turn, whose reads share a transaction.
///
/// One BEGIN and COMMIT around the reads of a turn halves what a point read costs. Inside a turn a
/// database is read in one transaction, begun by the first read and begun anew when a write has been
/// committed since, so a handler sees what it was told is written. Reads outside a turn have a
/// transaction each.
package enum ReadTurn {
  /// Opens the calling thread's turn; does nothing when it is open. Whoever calls this calls `end`
  /// on the same thread before the thread next waits for work: an open transaction keeps the log
  /// from being reused.
  package static func begin() { ThisThread.current.inTurn = true }

  /// Ends the turn and its transactions; does nothing when none is open. Not from inside a read.
  package static func end() { ThisThread.current.endTurn() }
}
