internal import CSQLite

/// Reads rows inside one transaction. It lives only inside the closure it is given to.
///
/// SQL takes its arguments as `$1…$n`. Text, integers, reals, bytes, booleans, enums that are
/// `Bindable` and optionals of these can be bound.
package class Reader {
  let connection: Connection

  /// Set while a scan runs: says when it has to end.
  var watch: ScanWatch?

  init(_ connection: Connection) { self.connection = connection }

  /// The first row, or nil.
  package func first<Value>(
    _ sql: String, _ arguments: any Bindable..., decode: (borrowing Row) throws -> Value
  ) throws -> Value? {
    try first(sql, arguments: arguments, decode: decode)
  }

  package func first<Value>(
    _ sql: String, arguments: [any Bindable], decode: (borrowing Row) throws -> Value
  ) throws -> Value? {
    let statement = try begin(sql, arguments)
    defer { statement.finish() }
    let row = Row(statement)
    guard try hasRow(statement) else { return nil }
    let value = try decode(row)
    try statement.checkReading()
    return value
  }

  /// Every row, in order. The SQL bounds how many: give it a LIMIT or a key.
  package func all<Value>(
    _ sql: String, _ arguments: any Bindable..., decode: (borrowing Row) throws -> Value
  ) throws -> [Value] {
    try all(sql, arguments: arguments, decode: decode)
  }

  package func all<Value>(
    _ sql: String, arguments: [any Bindable], decode: (borrowing Row) throws -> Value
  ) throws -> [Value] {
    let statement = try begin(sql, arguments)
    defer { statement.finish() }
    let row = Row(statement)
    var found: [Value] = []
    while try hasRow(statement) {
      found.append(try decode(row))
      try statement.checkReading()
    }
    return found
  }

  /// Gives every row to the closure, keeping none. Other statements, the same SQL too, may run
  /// inside it.
  package func each(
    _ sql: String, _ arguments: any Bindable..., row body: (borrowing Row) throws -> Void
  ) throws {
    try each(sql, arguments: arguments, row: body)
  }

  package func each(
    _ sql: String, arguments: [any Bindable], row body: (borrowing Row) throws -> Void
  ) throws {
    let statement = try begin(sql, arguments)
    defer { statement.finish() }
    let row = Row(statement)
    while try hasRow(statement) {
      try body(row)
      try statement.checkReading()
    }
  }

  /// Whether there is any row.
  package func exists(_ sql: String, _ arguments: any Bindable...) throws -> Bool {
    try first(sql, arguments: arguments) { _ in true } ?? false
  }

  /// A statement with its arguments, to be stepped through; the caller calls its `finish`.
  func begin(_ sql: String, _ arguments: [any Bindable]) throws -> Statement {
    let statement = try connection.statement(sql)
    do {
      try statement.bind(arguments)
    } catch {
      statement.finish()
      throw error
    }
    return statement
  }

  /// Steps to the next row; false behind the last.
  func hasRow(_ statement: Statement) throws -> Bool {
    let code = statement.step()
    if code == SQLITE_DONE { return false }
    guard code == SQLITE_ROW else { throw failure(code, statement.sql) }
    try watch?.check()
    return true
  }

  private func failure(_ code: Int32, _ sql: String) -> any Error {
    if code & 0xff == SQLITE_INTERRUPT, let reason = watch?.reasonToEnd { return reason }
    return connection.failure(code, sql: sql)
  }
}
