import Foundation
package import Store
import Synchronization

/// The databases of one service: one file a corp, opened when the corp first calls, kept open.
///
/// A handler only ever holds the database of its caller's corp, so no query can reach across.
package final class Corps: Sendable {
  private let folder: String
  private let lists: [[Migration]]
  private let state = Mutex(State())

  private struct State {
    var open: [String: Database] = [:]
    var lock: FileLock?
    var opening: @Sendable (_ corp: String) -> Void = { _ in }
  }

  /// Keeps the files in `folder`, made when missing; `migrations` are the service's own, applied
  /// after those of the kit.
  package init(folder: String, migrations: [Migration]) {
    self.folder = folder
    lists = Self.lists(migrations)
  }

  /// The kit's list and the service's, each of which grows by itself.
  static func lists(_ migrations: [Migration]) -> [[Migration]] {
    [
      Ledger.migrations + Feed.migrations + Jobs.migrations + Feed.epochMigrations
        + AuditTable.migrations, migrations,
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

  /// The corp's database. Opening one creates it when the corp is new.
  package func database(of corp: String) throws -> Database {
    precondition(Admission.isCorp(corp))
    let (database, tell) = try state.withLock { state in
      if let database = state.open[corp] {
        return (database, nil as (@Sendable (String) -> Void)?)
      }
      let database = try Database.open(path: "\(folder)/\(corp).db", lists: lists)
      state.open[corp] = database
      return (database, state.opening)
    }
    tell?(corp)
    return database
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

  /// Whether every open database takes writes.
  package var isHealthy: Bool {
    state.withLock { $0.open.values.allSatisfy { $0.health == .serving } }
  }

  /// Ends the streams that follow a database, so that a drain need not wait for them.
  package func endFeeds() {
    for database in state.withLock({ Array($0.open.values) }) { database.endCommitWaits() }
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
