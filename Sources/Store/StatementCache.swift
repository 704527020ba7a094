/// The statements a connection has prepared, by their SQL.
///
/// Bounded, because a statement costs some kilobytes and SQL built with a varying number of
/// parameters would otherwise fill the memory of every connection.
struct StatementCache {
  /// More than the statements of any one service.
  static let limit = 128

  private var statements: [String: Statement] = [:]
  /// Some of them, by where their SQL lies. It is a literal of the program nearly always, which is
  /// found here without hashing its text.
  private var recent: [Statement?] = Array(repeating: nil, count: 64)  // a power of two
  private var uses: UInt64 = 0

  /// A statement for the SQL that nobody is using: a cached one or a new one.
  mutating func take(_ sql: String, on connection: Connection) throws -> Statement {
    uses += 1
    let place = place(of: sql)
    if let statement = recent[place], !statement.isBusy, statement.sql == sql {
      return begun(statement)
    }
    if let statement = statements[sql] {
      // Somebody further up the stack is reading its rows: this use gets a statement of its own,
      // which ends with the use.
      guard !statement.isBusy else { return try begun(Statement(sql, on: connection)) }
      recent[place] = statement
      return begun(statement)
    }
    let statement = try Statement(sql, on: connection)
    if statements.count >= Self.limit { dropOldest() }
    statements[sql] = statement
    return begun(statement)
  }

  mutating func removeAll() {
    statements.removeAll()
    forgetRecent()
  }

  private func place(of sql: String) -> Int {
    let address = sql.utf8.withContiguousStorageIfAvailable { UInt(bitPattern: $0.baseAddress) }
    return Int(truncatingIfNeeded: (address ?? 0) >> 4) & (recent.count - 1)
  }

  private mutating func forgetRecent() {
    recent = Array(repeating: nil, count: recent.count)
  }

  private func begun(_ statement: Statement) -> Statement {
    statement.isBusy = true
    statement.misread = nil
    statement.lastUse = uses
    return statement
  }

  private mutating func dropOldest() {
    let idle = statements.values.lazy.filter { !$0.isBusy }
    if let oldest = idle.min(by: { $0.lastUse < $1.lastUse }) {
      statements[oldest.sql] = nil
      forgetRecent()
    }
  }
}
