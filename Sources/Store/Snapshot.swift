internal import CSQLite
internal import Glibc

/// A database as it stands at one moment, for those who are not the service: backups and checks.
///
/// The service may be running, in another process. This connection reads only: it never commits and
/// never checkpoints, not even when it is the last to close, which is what SQLite before 3.51.3 must be
/// spared. While it is open the service's log cannot begin anew, and grows. It holds every write that
/// was answered before it was opened. For one thread.
package final class Snapshot {
  package let path: String
  private let connection: Connection
  private let reader: Reader

  /// Waits this long for somebody who is recovering or closing the file.
  private static let busyMilliseconds: Int32 = 10_000

  /// Throws `damaged` when the log has lost commits: nothing else of the file can be relied on then.
  /// The process has no other connection to the file.
  package init(of path: String) throws {
    self.path = path
    guard access(path, F_OK) == 0 else { throw StoreError.system(path: path) }
    try LogExamination.requireWhole(of: path)
    connection = try Connection(path: path, role: .reader, options: .init())
    reader = Reader(connection)
    sqlite3_busy_timeout(connection.handle, Self.busyMilliseconds)
    try connection.step("BEGIN")
    // The view is that of the first read, not of BEGIN.
    guard
      try reader.first("PRAGMA application_id", decode: { $0.int(0) }) == Migration.applicationID
    else { throw StoreError.foreignFile(path: path) }
  }

  package func read<Value>(_ body: (Reader) throws -> Value) rethrows -> Value {
    try body(reader)
  }

  /// Whether its pages carry checksums. Files from before there were any do not, until restored.
  package var hasChecksums: Bool { PageChecksum.reserved(in: connection.handle) > 0 }

  /// The names of the migrations that the file has still to get from a program with these lists.
  /// Throws `newerFile` and `reorderedMigrations`.
  package func missingMigrations(of lists: [[Migration]]) throws -> [String] {
    try Migration.missing(of: lists, in: reader, path: path).map(\.name)
  }

  /// What is wrong with the file as a file, in words: pages that are not as written, rows that their
  /// indexes miss, keys that point nowhere. Reads every page that holds anything.
  package func mistakes() -> [String] {
    do {
      let found = try reader.all("PRAGMA integrity_check(20)") { $0.text(0) }
      let strays = try reader.all(
        """
        SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY 1
        """
      ) { "\($0.int(1)) rows of \($0.text(0)) point to rows that are not there" }
      return found.filter { $0 != "ok" }.map(Self.explained) + strays
    } catch {
      return ["\(error)"]
    }
  }

  /// SQLite gives a page that failed its checksum by number, and the failure by code.
  private static func explained(_ mistake: String) -> String {
    mistake.replacing(
      "unable to get the page. error code=\(PageChecksum.failureCode)", with: "is not as written")
  }

  /// Writes a copy, one file that needs no log, and syncs it. There is no file of that name yet.
  package func copy(to path: String) throws {
    let copy = try DatabaseCopy(path: path, hasChecksums: hasChecksums)
    try copy.fill(from: connection)
    try copy.finish()
  }
}

/// A file that becomes the copy of a database. What is left of one that failed is the caller's.
private final class DatabaseCopy {
  private let path: String
  private var handle: OpaquePointer?

  init(path: String, hasChecksums: Bool) throws {
    self.path = path
    try DatabaseFile.prepare(path)
    let code = sqlite3_open_v2(
      path, &handle, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE, PageChecksum.vfs)
    guard code == SQLITE_OK, let handle else { throw failure() }
    // The header comes first, so that the first page that is written finds out that it is summed.
    if hasChecksums { PageChecksum.reserve(in: handle) }
    try execute(
      """
      PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;
      CREATE TABLE header (id INTEGER); DROP TABLE header;
      """)
  }

  deinit { sqlite3_close_v2(handle) }

  func fill(from source: Connection) throws {
    guard let handle, let backup = sqlite3_backup_init(handle, "main", source.handle, "main")
    else { throw failure() }
    // In one go, within the source's read transaction: one moment, and never begun anew.
    let code = sqlite3_backup_step(backup, -1)
    let end = sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, end == SQLITE_OK else {
      if code == PageChecksum.failureCode { throw PageChecksum.lastFault(in: source.path) }
      throw failure()
    }
  }

  /// Ends the log mode that was copied along, closes the file and syncs it.
  func finish() throws {
    try execute("PRAGMA journal_mode = DELETE")
    guard sqlite3_close(handle) == SQLITE_OK else { throw failure() }
    handle = nil
    try DatabaseFile.sync(path)
  }

  private func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  private func failure() -> StoreError {
    let code = sqlite3_extended_errcode(handle)
    if code & 0xff == SQLITE_FULL { return .full }
    return .cannotOpen(path: path, message: String(cString: sqlite3_errmsg(handle)))
  }
}
