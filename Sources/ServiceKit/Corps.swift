import Foundation
package import Store
import Synchronization

/// The databases of one service: one file a corp, opened when the corp first calls, kept open.
///
/// A handler only ever holds the database of its caller's corp, so no query can reach across.
package final class Corps: Sendable {
  private let folder: String
  private let migrations: [Migration]
  private let open = Mutex<[String: Database]>([:])

  /// Keeps the files in `folder`, made when missing; `migrations` are the service's own, applied
  /// after those of the kit.
  package init(folder: String, migrations: [Migration]) {
    self.folder = folder
    self.migrations = Ledger.migrations + Feed.migrations + Jobs.migrations + migrations
  }

  /// The corp's database. Opening one creates it when the corp is new.
  package func database(of corp: String) throws -> Database {
    precondition(Admission.isCorp(corp))
    return try open.withLock { open in
      if let database = open[corp] { return database }
      let database = try Database.open(path: "\(folder)/\(corp).db", migrations: migrations)
      open[corp] = database
      return database
    }
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
    open.withLock { $0.values.allSatisfy { $0.health == .serving } }
  }

  package func close() async {
    let databases = open.withLock { open in
      defer { open = [:] }
      return Array(open.values)
    }
    for database in databases { await database.close() }
  }
}
