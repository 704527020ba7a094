internal import CSQLite

/// One row of an answer, valid only inside the closure it is given to.
///
/// Columns are numbered from 0 in the order of the SELECT (or RETURNING). A column that is NULL or
/// of another type than asked for gives an empty value, and the whole read then fails with
/// `StoreError.column`: a decode needs no `try` on every line, and a wrong one is never silent.
@usableFromInline
package struct Row: ~Copyable {
  private let statement: Statement

  init(_ statement: Statement) { self.statement = statement }

  package func isNull(_ column: Int) -> Bool { sqlite3_value_type(value(column)) == SQLITE_NULL }

  @usableFromInline
  package func text(_ column: Int) -> String {
    guard let value = value(column, SQLITE_TEXT, "text") else { return "" }
    // UTF-8, the encoding of our files.
    let bytes = blob(value).bindMemory(to: UInt8.self)
    // Faster than `String(decoding:as:)`, which is there for what SQLite did not get from us.
    guard let text = try? UTF8Span(validating: bytes.span) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(copying: text)
  }

  @usableFromInline
  package func int64(_ column: Int) -> Int64 {
    guard let value = value(column, SQLITE_INTEGER, "an integer") else { return 0 }
    return sqlite3_value_int64(value)
  }

  package func int(_ column: Int) -> Int { Int(int64(column)) }

  package func int32(_ column: Int) -> Int32 {
    guard let value = Int32(exactly: int64(column)) else {
      misread(column, "a 32-bit integer")
      return 0
    }
    return value
  }

  /// True for 1, false for 0, which is how booleans are bound.
  package func bool(_ column: Int) -> Bool { int64(column) != 0 }

  /// A REAL or, as SQLite stores 1.0 in an untyped column, an INTEGER.
  package func double(_ column: Int) -> Double {
    let value = value(column)
    guard [SQLITE_INTEGER, SQLITE_FLOAT].contains(sqlite3_value_type(value)) else {
      misread(column, "a number")
      return 0
    }
    return sqlite3_value_double(value)
  }

  package func bytes(_ column: Int) -> [UInt8] {
    guard let value = value(column, SQLITE_BLOB, "bytes") else { return [] }
    return Array(blob(value))
  }

  /// The column's bytes without a copy, for decoding in place.
  package func withBytes<R: ~Copyable>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> R
  ) rethrows -> R {
    guard let value = value(column, SQLITE_BLOB, "bytes") else {
      return try body(.init(start: nil, count: 0))
    }
    return try body(blob(value))
  }

  package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
  package func optionalInt64(_ column: Int) -> Int64? { isNull(column) ? nil : int64(column) }
  package func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
  package func optionalInt32(_ column: Int) -> Int32? { isNull(column) ? nil : int32(column) }
  package func optionalBool(_ column: Int) -> Bool? { isNull(column) ? nil : bool(column) }
  package func optionalDouble(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }
  package func optionalBytes(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

  /// A value kept as its integer raw value. Throws when no case has the number.
  @inlinable
  package func value<Value: RawRepresentable>(
    _ column: Int, as kind: Value.Type = Value.self
  ) throws -> Value where Value.RawValue: FixedWidthInteger {
    guard let raw = Value.RawValue(exactly: int64(column)), let value = Value(rawValue: raw) else {
      throw noCase(column, of: "\(kind)")
    }
    return value
  }

  /// A value kept as its text raw value. Throws when no case has the text.
  @inlinable
  package func value<Value: RawRepresentable>(
    _ column: Int, as kind: Value.Type = Value.self
  ) throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: text(column)) else { throw noCase(column, of: "\(kind)") }
    return value
  }
}

extension Row {
  @usableFromInline
  func noCase(_ column: Int, of kind: String) -> any Error {
    StoreError.column(index: column, expected: "a \(kind)", sql: statement.sql)
  }
}

// SQLite calls what `sqlite3_column_value` gives unprotected: no mutex guards it. None guards our
// connections, each of which has one user, and a column is then looked up once for all that is asked.
extension Row {
  private func value(_ column: Int) -> OpaquePointer? {
    sqlite3_column_value(statement.handle, Int32(column))
  }

  /// The column's value; nil, and the read fails, when it is of another type.
  private func value(_ column: Int, _ type: Int32, _ expected: String) -> OpaquePointer? {
    let value = value(column)
    if sqlite3_value_type(value) == type { return value }
    misread(column, expected)
    return nil
  }

  private func misread(_ column: Int, _ expected: String) {
    guard statement.misread == nil else { return }
    statement.misread = .column(index: column, expected: expected, sql: statement.sql)
  }

  private func blob(_ value: OpaquePointer) -> UnsafeRawBufferPointer {
    let start = sqlite3_value_blob(value)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
  }
}
