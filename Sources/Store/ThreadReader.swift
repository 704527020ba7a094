/// One thread's reading connection to one database.
///
/// Only its thread reads through it. The lock, nearly always free, lets another thread wait for the read
/// at hand and then end the turn's transaction or, when the database closes, take the connection away.
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

  /// Ends the transaction of a turn and keeps reads from beginning until `resume`; false when the read at
  /// hand takes too long. The next read of the turn begins a transaction anew, as after a commit.
  func pause(until moment: ContinuousClock.Instant) -> Bool {
    guard lock.lock(until: moment) else { return false }
    if let reader { end(reader.connection) }
    return true
  }

  func resume() { lock.unlock() }

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
