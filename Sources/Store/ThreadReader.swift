/// One thread's reading connection to one database.
///
/// Only its thread reads through it. The lock, free but when the database closes, lets the closing
/// thread wait for the read at hand and then take the connection away.
final class ThreadReader: @unchecked Sendable {
  /// For its thread alone: when it was last used, in that thread's count.
  var lastUse: UInt64 = 0

  private let lock = Condition()
  private weak var shelf: ReaderShelf?

  // Under the lock.
  private var reader: Reader?
  /// The number of commits when the open transaction began.
  private var beganAt: UInt64 = 0

  /// Reads inside reads. Only its thread writes it, holding the lock.
  private var depth = 0

  init(_ connection: Connection, shelf: ReaderShelf) {
    reader = Reader(connection)
    self.shelf = shelf
  }

  /// Runs the body in a read transaction no older than the newest commit.
  ///
  /// A read inside another read of the same database shares its transaction, and so its view.
  func read<Value>(
    on thread: ThisThread, commits: CommitCounter, watch: ScanWatch? = nil,
    _ body: (Reader) throws -> Value
  ) throws -> Value {
    if depth > 0 {
      guard let reader else { throw StoreError.closed }
      return try body(reader)
    }
    lock.lock()
    defer { lock.unlock() }
    guard let reader else { throw StoreError.closed }
    depth = 1
    defer { depth = 0 }
    try refresh(reader.connection, commits: commits, thread: thread)
    defer { if !thread.inTurn { end(reader.connection) } }
    guard let watch else { return try body(reader) }
    return try watch.watching(reader, body)
  }

  func endTransaction() {
    lock.withLock {
      if let reader { end(reader.connection) }
    }
  }

  /// True inside a read or a transaction of the turn.
  var isInUse: Bool {
    depth > 0 || lock.withLock { reader?.connection.inTransaction ?? false }
  }

  var isClosed: Bool { depth == 0 && lock.withLock { reader == nil } }

  func close() {
    lock.withLock {
      if let reader { end(reader.connection) }
      reader = nil
    }
    shelf?.remove(self)
  }

  private func refresh(
    _ connection: Connection, commits: CommitCounter, thread: ThisThread
  ) throws {
    // Read before BEGIN: the view is then this new or newer.
    let count = commits.count
    if connection.inTransaction {
      if beganAt == count { return }
      end(connection)
    } else if thread.inTurn {
      thread.keepForTurn(self)
    }
    try connection.step("BEGIN")
    beganAt = count
  }

  private func end(_ connection: Connection) {
    guard connection.inTransaction else { return }
    do { try connection.step("COMMIT") } catch { connection.rollback() }
  }
}
