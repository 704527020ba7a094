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
    var found: Value?
    try walk(sql, arguments) { row in
      found = try decode(row)
      return false
    }
    return found
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
    var found: [Value] = []
    try walk(sql, arguments) { row in
      found.append(try decode(row))
      return true
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
    try walk(sql, arguments) { row in
      try body(row)
      return true
    }
  }

  /// Whether there is any row.
  package func exists(_ sql: String, _ arguments: any Bindable...) throws -> Bool {
    try first(sql, arguments: arguments) { _ in true } ?? false
  }

  /// Steps through the rows until the closure says false.
  func walk(
    _ sql: String, _ arguments: [any Bindable], _ row: (borrowing Row) throws -> Bool
  ) throws {
    let statement = try connection.statement(sql)
    defer { statement.finish() }
    try statement.bind(arguments)
    let current = Row(statement)
    while true {
      let code = statement.step()
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw failure(code, sql) }
      try watch?.check()
      let wantsMore = try row(current)
      if let misread = statement.misread { throw misread }
      if !wantsMore { return }
    }
  }

  private func failure(_ code: Int32, _ sql: String) -> any Error {
    if code & 0xff == SQLITE_INTERRUPT, let reason = watch?.reasonToEnd { return reason }
    return connection.failure(code, sql: sql)
  }
}
