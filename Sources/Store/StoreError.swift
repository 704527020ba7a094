internal import CSQLite

/// Why the store did not do what was asked.
///
/// `constraint` is an answer of the data and the only case rules look at; `queueFull`, `tooLate`,
/// `full`, `stopped`, `closed` and `timeCap` say that the same call may succeed later or elsewhere;
/// the rest are faults of the installation or of our own SQL.
package enum StoreError: Error, Hashable, Sendable {
  /// A row broke a rule of its table. SQLite's message names the table and columns.
  case constraint(Constraint, message: String, sql: String)

  /// The disk, or the file's page limit, is full. Nothing of the batch was written; later writes
  /// succeed once there is space.
  case full

  /// A bounded queue is at its limit: `writes`, `scans` or `commit waiters`.
  case queueFull(name: String, limit: Int)

  /// The deadline passed before the store was touched, or was sure to: so much waits, and each
  /// takes so long.
  case tooLate

  /// Writing to disk failed once, so nothing more is acknowledged until the file is opened anew.
  case stopped(reason: String)

  /// The database has been closed.
  case closed

  /// A scan ran longer than its limit.
  case timeCap(milliseconds: Int)

  /// The file carries a migration this program does not know: a newer program has written it.
  case newerFile(path: String, migration: String)

  /// The file's migrations are known but not a beginning of our list, which may only grow.
  case reorderedMigrations(path: String, migration: String)

  /// The file is not a Siyu database.
  case foreignFile(path: String)

  /// A bit has flipped, or bytes are gone: what the file or its log holds is not what was written.
  case damaged(path: String, message: String)

  /// Another process, or another `Database` of this one, has the file open.
  case inUse(path: String)

  /// The file, its folder or its lock could not be opened or made.
  case cannotOpen(path: String, message: String)

  /// The system gave us no thread to work on.
  case noThread(message: String)

  /// SQLite refused; `code` is its extended result code.
  case sql(code: Int32, message: String, sql: String)

  /// SQL the store does not take: arguments that do not fit its `$1…$n`, two statements in one, a
  /// transaction ended by hand.
  case misuse(message: String, sql: String)

  /// A decode asked a column for what it does not hold.
  case column(index: Int, expected: String, sql: String)

  /// The rule a row broke.
  package enum Constraint: Hashable, Sendable {
    /// A primary key or unique index already holds the value.
    case unique
    case foreignKey
    case check
    case notNull
    /// A trigger's RAISE, a value of the wrong type for a STRICT table, and the like.
    case other
  }
}

extension StoreError {
  /// The error for a result code of SQLite.
  init(code: Int32, message: String, sql: String) {
    switch code & 0xff {
    case SQLITE_FULL: self = .full
    case SQLITE_CONSTRAINT: self = .constraint(Constraint(code), message: message, sql: sql)
    default: self = .sql(code: code, message: message, sql: sql)
    }
  }
}

extension StoreError.Constraint {
  // The C macros are sums of shifted codes, which Swift does not import: sqlite.org/rescode.html.
  fileprivate init(_ extendedCode: Int32) {
    self =
      switch extendedCode >> 8 {
      case 1: .check
      case 3: .foreignKey
      case 5: .notNull
      case 6, 8, 10: .unique  // PRIMARYKEY, UNIQUE, ROWID
      default: .other
      }
  }
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .constraint(let kind, let message, let sql): "\(kind) constraint: \(message) in: \(sql)"
    case .full: "the disk is full"
    case .queueFull(let name, let limit): "the queue of \(name) is at its limit of \(limit)"
    case .tooLate: "the deadline comes before the store's turn"
    case .stopped(let reason): "writing has stopped: \(reason)"
    case .closed: "the database is closed"
    case .timeCap(let milliseconds): "the scan ran longer than \(milliseconds) ms"
    case .newerFile(let path, let migration):
      "\(path) was written by a newer program: it has the migration \(migration)"
    case .reorderedMigrations(let path, let migration):
      "\(path) has the migration \(migration) in another order than this program"
    case .foreignFile(let path): "\(path) is not a Siyu database"
    case .damaged(let path, let message): "\(path) is damaged: \(message)"
    case .inUse(let path): "\(path) is open in another process"
    case .cannotOpen(let path, let message): "cannot open \(path): \(message)"
    case .noThread(let message): "cannot start a thread: \(message)"
    case .sql(let code, let message, let sql): "SQLite error \(code): \(message) in: \(sql)"
    case .misuse(let message, let sql): "\(message) in: \(sql)"
    case .column(let index, let expected, let sql): "column \(index) is not \(expected) in: \(sql)"
    }
  }
}
