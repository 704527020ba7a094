internal import CSQLite
internal import Synchronization

/// Ends a scan whose caller has gone, whose time is up or whose database closes.
///
/// SQLite asks it every thousand steps of its machine, some tens of microseconds, and the reader
/// at every row.
final class ScanWatch: Sendable {
  private let job: Job<Reader>
  private let readers: ReaderShelf
  private let limitMilliseconds: Int
  private let end: ContinuousClock.Instant

  init(_ job: Job<Reader>, readers: ReaderShelf, limitMilliseconds: Int) {
    self.job = job
    self.readers = readers
    self.limitMilliseconds = limitMilliseconds
    end = ContinuousClock.now + .milliseconds(limitMilliseconds)
  }

  /// Why the scan has to end now, or nil.
  var reasonToEnd: (any Error)? {
    if job.isCancelled.load(ordering: .acquiring) { return CancellationError() }
    if readers.isClosed { return StoreError.closed }
    if ContinuousClock.now >= end { return StoreError.timeCap(milliseconds: limitMilliseconds) }
    return nil
  }

  func check() throws {
    if let reason = reasonToEnd { throw reason }
  }

  /// Runs the body with the reader under watch.
  func watching<Value>(_ reader: Reader, _ body: (Reader) throws -> Value) throws -> Value {
    try check()
    let handle = reader.connection.handle
    sqlite3_progress_handler(
      handle, 1000,
      { context in
        guard let context else { return 0 }
        let watch = Unmanaged<ScanWatch>.fromOpaque(context).takeUnretainedValue()
        return watch.reasonToEnd == nil ? 0 : 1
      }, Unmanaged.passUnretained(self).toOpaque())
    reader.watch = self
    defer {
      reader.watch = nil
      sqlite3_progress_handler(handle, 0, nil, nil)
    }
    return try body(reader)
  }
}
