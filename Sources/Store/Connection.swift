internal import CSQLite

/// One SQLite connection and the statements it has prepared.
///
/// Opened without SQLite's own mutexes: whoever owns it, the writer thread or one reading thread,
/// is its only user at any time.
final class Connection {
  enum Role { case writer, reader }

  /// A failure that outlives its statement.
  enum Damage {
    /// There was no room. What was written is undone; later there may be.
    case full
    /// Reading or writing the file failed, so what is on disk is not known.
    case broken(StoreError)

    /// What those are told whose writes it took along.
    var error: StoreError {
      switch self {
      case .full: .full
      case .broken(let error): .stopped(reason: "\(error)")
      }
    }
  }

  let handle: OpaquePointer
  let path: String

  /// Pages in the write-ahead log after the last commit of this connection.
  private(set) var walPages = 0

  /// The worst failure since it was last forgotten, whether or not somebody caught its error.
  private(set) var damage: Damage?
  private var statements = StatementCache()

  /// BEGIN, COMMIT and their like, apart from what bodies may say.
  private var control = StatementCache()
  private var isControlling = false

  /// Done once, before SQLite begins; otherwise it refuses and goes on as it is.
  private static let isConfigured = siyu_sqlite3_config_without_statistics() == SQLITE_OK

  init(path: String, role: Role, options: Database.Options) throws {
    _ = Self.isConfigured
    let flags =
      SQLITE_OPEN_NOMUTEX | (role == .writer ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY)
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags, options.vfs ?? PageChecksum.vfs)
    guard code == SQLITE_OK, let handle else {
      let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(handle)
      throw StoreError.cannotOpen(path: path, message: message)
    }
    self.handle = handle
    self.path = path
    sqlite3_extended_result_codes(handle, 1)
    switch role {
    case .writer: try configureWriter(path: path, options: options)
    case .reader: try configureReader()
    }
    authorize()
  }

  deinit {
    statements.removeAll()
    control.removeAll()
    sqlite3_close_v2(handle)
  }

  /// A statement nobody uses; the caller calls its `finish`.
  func statement(_ sql: String) throws -> Statement { try statements.take(sql, on: self) }

  /// Runs a script of statements without parameters.
  func execute(_ sql: String) throws {
    try check(sqlite3_exec(handle, sql, nil, nil, nil), sql: sql)
  }

  /// Begins or ends a transaction or savepoint. Bodies and migrations cannot: SQLite asks
  /// `authorize` about each of their statements.
  func step(_ sql: String) throws {
    isControlling = true
    defer { isControlling = false }
    let statement = try control.take(sql, on: self)
    defer { statement.finish() }
    let code = statement.step()
    if code != SQLITE_DONE && code != SQLITE_ROW { throw failure(code, sql: sql) }
  }

  /// Runs the body in one IMMEDIATE transaction, undone when it throws.
  func transaction(_ body: () throws -> Void) throws {
    try step("BEGIN IMMEDIATE")
    do {
      try body()
      try step("COMMIT")
    } catch {
      rollback()
      throw error
    }
  }

  var inTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Ends the transaction if SQLite has not done so itself; a failure leaves nothing to do.
  func rollback() {
    if inTransaction { try? step("ROLLBACK") }
  }

  /// Deferred foreign keys that no row satisfies yet.
  var owesForeignKeys: Bool {
    var current: Int32 = 0
    var highest: Int32 = 0
    sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0)
    return current != 0
  }

  func check(_ code: Int32, sql: String) throws {
    if code != SQLITE_OK { throw failure(code, sql: sql) }
  }

  /// The error for a code this connection just returned; remembers it when it does damage.
  func failure(_ code: Int32, sql: String) -> StoreError {
    if Self.tellsOfFullDisk(code) {
      if damage == nil { damage = .full }
      return .full
    }
    let error =
      code == PageChecksum.failureCode
      ? PageChecksum.lastFault(in: path)
      : StoreError(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql)
    switch code & 0xff {
    case SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_READONLY:
      damage = .broken(error)
    default: break
    }
    return error
  }

  func forgetDamage() { damage = nil }

  /// Leaves the write-ahead log as it is when the connection closes, for the next open to recover.
  func keepLogOnClose() {
    _ = siyu_sqlite3_db_config_flag(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
  }

  private static func tellsOfFullDisk(_ code: Int32) -> Bool {
    // The index of the log lives in a file beside it, and only its growth fails as IOERR_SHMSIZE. It
    // is shared memory that nobody reads after a crash: a full disk, not a broken one.
    code & 0xff == SQLITE_FULL || code == SQLITE_IOERR | (19 << 8)
  }
}

extension Connection {
  /// Keeps a COMMIT in a body from splitting a batch, and one in a migration from keeping half of it.
  private func authorize() {
    sqlite3_set_authorizer(
      handle,
      { context, action, _, _, _, _ in
        guard action == SQLITE_TRANSACTION || action == SQLITE_SAVEPOINT, let context else {
          return SQLITE_OK
        }
        let connection = Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
        return connection.isControlling ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func configureWriter(path: String, options: Database.Options) throws {
    // The first write of a new file decides it.
    if options.vfs == nil { PageChecksum.reserve(in: handle) }
    let reader = Reader(self)
    guard try reader.first("PRAGMA journal_mode = WAL", decode: { $0.text(0) }) == "wal" else {
      throw StoreError.cannotOpen(path: path, message: "its file system cannot hold a WAL")
    }
    try execute(
      """
      PRAGMA synchronous = \(options.synchronous.rawValue);
      PRAGMA foreign_keys = ON;
      PRAGMA cache_size = -\(options.writerCacheKibibytes);
      PRAGMA wal_autocheckpoint = 0;
      """)
    // The hook replaces the automatic checkpoint, so it comes after the pragma that sets one.
    sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().walPages = Int(pages)
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Commits and checkpoints come from the writer alone: SQLite before 3.51.3 can lose a WAL when a
  /// second connection checkpoints it.
  private func configureReader() throws {
    try execute("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;")
    keepLogOnClose()
  }

  /// Writes a page that says what it said before, and commits it: to see whether that can be done.
  func writeProbe() throws {
    try transaction { try execute("PRAGMA application_id = \(Migration.applicationID)") }
  }

  /// Lets go of the pages that are kept for the next batch.
  func releaseMemory() { sqlite3_db_release_memory(handle) }

  /// Brings to disk what the log holds from another process, before anybody is answered from it.
  ///
  /// A process that was killed, or whose fsync failed, may have left changes that only the system's
  /// memory has, and that are lost with power. A checkpoint writes them anew. When the file cannot
  /// grow for it they are on disk in the log, which SQLite syncs first.
  func secureLog() throws {
    do {
      try checkpoint(emptying: true)
    } catch StoreError.full {
      forgetDamage()
    }
  }

  /// Brings to disk what checkpoints have copied into the file.
  func syncFile() throws {
    var file: UnsafeMutablePointer<sqlite3_file>?
    let code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    try check(code, sql: "file pointer")
    guard let file, let methods = file.pointee.pMethods else { return }
    try check(methods.pointee.xSync(file, SQLITE_SYNC_NORMAL), sql: "sync")
  }

  /// Copies the log into the file as far as readers allow; `emptying` also truncates the log.
  func checkpoint(emptying: Bool) throws {
    var pages: Int32 = 0
    var copied: Int32 = 0
    let mode = emptying ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE
    let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, &pages, &copied)
    // A reader holds on to old pages: what could be copied was, and the rest waits for the next.
    if code & 0xff != SQLITE_BUSY { try check(code, sql: "checkpoint") }
    if pages >= 0 { walPages = Int(pages) }
  }
}
