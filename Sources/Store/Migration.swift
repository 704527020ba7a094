/// One step in the life of a schema: SQL that runs once in every file, recorded by its name.
///
/// A service's migrations are a list that only grows. A name and its SQL never change once a file
/// has them; what must change comes as a further migration.
package struct Migration: Sendable {
  package let name: String

  /// Any number of statements, without BEGIN or COMMIT: they run in one transaction.
  package let sql: String

  /// What SQL cannot do, done after it in the same transaction.
  private let rewrite: @Sendable (Writer) throws -> Void

  package init(
    name: String, sql: String, rewrite: @escaping @Sendable (Writer) throws -> Void = { _ in }
  ) {
    self.name = name
    self.sql = sql
    self.rewrite = rewrite
  }
}

extension Migration {
  /// Brings the file up to the lists, or throws without having changed a row of it. What a file has of
  /// each list is a beginning of it; the names of all lists may stand in any order between them.
  ///
  /// Called while nobody else knows the connection. Foreign keys are off meanwhile, as a table that
  /// others point to can only be rebuilt so (sqlite.org/lang_altertable.html), and checked whole
  /// before each commit.
  static func apply(_ lists: [[Migration]], to connection: Connection, path: String) throws {
    try claim(connection, path: path)
    let missing = try missing(of: lists, in: Reader(connection), path: path)
    guard !missing.isEmpty else { return }
    try connection.execute("PRAGMA foreign_keys = OFF")
    for migration in missing { try migration.apply(to: connection) }
    try connection.execute("PRAGMA foreign_keys = ON")
  }

  /// What the file has seen, in the order in which it came.
  package static func names(in reader: Reader) throws -> [String] {
    try reader.all("SELECT name FROM migration ORDER BY position") { $0.text(0) }
  }

  /// What the file has still to get; throws when it has what is not in the lists, or in another order.
  static func missing(
    of lists: [[Migration]], in reader: Reader, path: String
  ) throws -> [Migration] {
    let applied = try names(in: reader)
    var missing = lists.map { $0[...] }
    for name in applied {
      if let list = missing.firstIndex(where: { $0.first?.name == name }) {
        missing[list].removeFirst()
      } else if lists.contains(where: { $0.contains { $0.name == name } }) {
        throw StoreError.reorderedMigrations(path: path, migration: name)
      } else {
        throw StoreError.newerFile(path: path, migration: name)
      }
    }
    return missing.flatMap { $0 }
  }

  /// "Siyu" in ASCII: `file` and a careful reader can tell our files from others.
  static let applicationID = 0x5369_7975

  /// Makes an empty file ours; refuses one that is somebody else's.
  private static func claim(_ connection: Connection, path: String) throws {
    let reader = Reader(connection)
    let owner = try reader.first("PRAGMA application_id") { $0.int(0) }
    if owner == applicationID { return }
    guard owner == 0, try !reader.exists("SELECT 1 FROM sqlite_schema") else {
      throw StoreError.foreignFile(path: path)
    }
    try connection.transaction {
      try connection.execute(
        """
        PRAGMA application_id = \(applicationID);
        CREATE TABLE migration (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        """)
    }
  }

  private func apply(to connection: Connection) throws {
    try connection.transaction {
      try connection.execute(sql)
      let writer = Writer(connection)
      try rewrite(writer)
      if let table = try writer.first("PRAGMA foreign_key_check", decode: { $0.text(0) }) {
        throw StoreError.constraint(
          .foreignKey, message: "table \(table) points to rows that are not there", sql: sql)
      }
      try writer.run("INSERT INTO migration (name) VALUES ($1)", name)
      CrashPoint.pass(.midMigration)
    }
  }
}
