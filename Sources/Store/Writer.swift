internal import CSQLite

/// Reads and changes rows inside one body of a batch. It lives only inside that body.
///
/// What the body changes is kept together or, when it throws, undone together; other bodies of the
/// same batch are not touched. INSERT, UPDATE and DELETE with RETURNING go through `first` and `all`.
package final class Writer: Reader {
  /// Runs a statement that gives no rows, and says how many it changed.
  @discardableResult
  package func run(_ sql: String, _ arguments: any Bindable...) throws -> Int {
    try run(sql, arguments: arguments)
  }

  /// Runs an INSERT of one row, and gives the INTEGER PRIMARY KEY that the row got.
  package func insert(_ sql: String, _ arguments: any Bindable...) throws -> Int64 {
    try run(sql, arguments: arguments)
    return sqlite3_last_insert_rowid(connection.handle)
  }

  @discardableResult
  package func run(_ sql: String, arguments: [any Bindable]) throws -> Int {
    let statement = try begin(sql, arguments)
    defer { statement.finish() }
    while try hasRow(statement) {}
    return Int(sqlite3_changes64(connection.handle))
  }
}
