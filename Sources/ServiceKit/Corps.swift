import Foundation
package import Store
import Synchronization

/// The databases of one service: one file a corp, opened when the corp first calls, kept open.
///
/// A handler only ever holds the database of its caller's corp, so no query can reach across.
package final class Corps: Sendable {
  private let folder: String
  private let lists: [[Migration]]
  private let observe: @Sendable (Database.Event, _ corp: String) -> Void
  private let state = Mutex(State())

  private struct State {
    var open: [String: Database] = [:]
    var lock: FileLock?
    var opening: @Sendable (_ corp: String) -> Void = { _ in }
    var healthChange: @Sendable () -> Void = {}
  }

  /// Keeps the files in `folder`, made when missing; `migrations` are the service's own, applied
  /// after those of the kit. `observe` is told what happens to the databases, where it happens.
  package init(
    folder: String, migrations: [Migration],
    observe: @escaping @Sendable (Database.Event, _ corp: String) -> Void = { _, _ in }
  ) {
    self.folder = folder
    self.observe = observe
    lists = Self.lists(migrations)
  }

  /// The kit's list and the service's, each of which grows by itself.
  static func lists(_ migrations: [Migration]) -> [[Migration]] {
    [
      Ledger.migrations + Feed.migrations + Jobs.migrations + Feed.epochMigrations
        + AuditTable.migrations + [
          RevokedTokenTable.migration, JobTable.traceMigration, AuditTable.denialMigration,
        ],
      migrations,
    ]
  }

  /// Makes the folder and keeps other processes from it, until `close`. A process that serves does
  /// this before it says so.
  package func claim() throws {
    let lock = try FileLock(ofFolder: folder)
    state.withLock { $0.lock = lock }
  }

  /// Says who is told of each database that opens, once it is open.
  func onOpening(_ tell: @escaping @Sendable (_ corp: String) -> Void) {
    state.withLock { $0.opening = tell }
  }

  /// Says who is told that a database has stopped to take writes, or takes them again.
  func onHealthChange(_ tell: @escaping @Sendable () -> Void) {
    state.withLock { $0.healthChange = tell }
  }

  private func note(_ event: Database.Event, of corp: String) {
    observe(event, corp)
    if case .health = event { state.withLock { $0.healthChange }() }
  }

  /// The corp's database. Opening one creates it when the corp is new.
  package func database(of corp: String) throws -> Database {
    precondition(Admission.isCorp(corp))
    let (database, tell) = try state.withLock { state in
      if let database = state.open[corp] {
        return (database, nil as (@Sendable (String) -> Void)?)
      }
      let database = try Database.open(
        path: "\(folder)/\(corp).db", lists: lists,
        options: .init(observe: { [weak self] event in self?.note(event, of: corp) }))
      state.open[corp] = database
      return (database, state.opening)
    }
    tell?(corp)
    return database
  }

  /// The database of a corp that has called before; nil for any other name, which whoever is not
  /// admitted yet may have made up.
  package func existingDatabase(of corp: String) throws -> Database? {
    guard Admission.isCorp(corp),
      state.withLock({ $0.open[corp] != nil })
        || FileManager.default.fileExists(atPath: "\(folder)/\(corp).db")
    else { return nil }
    return try database(of: corp)
  }

  /// The corps that have a file here, sorted.
  package func names() throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".db") }
      .map { String($0.dropLast(3)) }
      .filter(Admission.isCorp)
      .sorted()
  }

  /// The databases that are open.
  package var databases: [Database] { state.withLock { Array($0.open.values) } }

  /// Why not every open database takes writes; nil when each does.
  package var trouble: String? {
    var full = 0
    var stopped = 0
    for database in databases {
      switch database.health {
      case .serving: break
      case .full: full += 1
      case .stopped, .closed: stopped += 1
      }
    }
    if stopped > 0 { return "writing to disk failed, start it anew (stores: \(stopped))" }
    return full > 0 ? "the disk is full (stores: \(full))" : nil
  }

  /// Commits of all open databases.
  var commitCount: UInt64 {
    state.withLock { $0.open.values.reduce(0) { $0 + $1.commitCount } }
  }

  /// Ends the streams that follow a database, so that a drain need not wait for them.
  package func endFeeds() {
    for database in databases { database.endCommitWaits() }
  }

  package func close() async {
    let databases = state.withLock { state in
      defer { state.open = [:] }
      return Array(state.open.values)
    }
    for database in databases { await database.close() }
    state.withLock { $0.lock = nil }
  }
}
