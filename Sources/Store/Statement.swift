internal import CSQLite

/// A prepared statement of one connection, with its `$1…$n` resolved once.
///
/// Used by one thread at a time, the connection's. SQLite takes `$1` for a name and numbers
/// parameters by first appearance, so the place of each argument is looked up here, at prepare.
final class Statement {
  let sql: String
  let handle: OpaquePointer

  /// The first column a decode misread since the statement was last begun.
  var misread: StoreError?

  /// True while rows are being read; the same SQL used meanwhile gets a statement of its own.
  var isBusy = false

  /// When the cache last gave the statement out, counted in uses.
  var lastUse: UInt64 = 0

  private let places: [Int32]

  init(_ sql: String, on connection: Connection) throws {
    self.sql = sql
    var handle: OpaquePointer?
    var hasTail = false
    var text = sql
    let code = text.withUTF8 { bytes -> Int32 in
      bytes.withMemoryRebound(to: CChar.self) { start in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          connection.handle, start.baseAddress, Int32(start.count),
          UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &tail)
        if let tail, let base = start.baseAddress {
          hasTail = start[(tail - base)...].contains { !Self.mayFollow.contains(UInt8($0)) }
        }
        return code
      }
    }
    try connection.check(code, sql: sql)
    guard let handle else { throw StoreError.misuse(message: "no statement", sql: sql) }
    do {
      if hasTail { throw StoreError.misuse(message: "more than one statement", sql: sql) }
      places = try Self.places(of: handle, sql: sql)
    } catch {
      sqlite3_finalize(handle)
      throw error
    }
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds every argument. SQLite copies text and bytes, so nothing has to outlive the call.
  func bind(_ arguments: [any Bindable]) throws {
    guard arguments.count == places.count else {
      throw StoreError.misuse(
        message: "\(arguments.count) arguments for \(places.count) parameters", sql: sql)
    }
    // By number: to iterate copies each argument, with the box it is in.
    for index in places.indices {
      let code = bind(arguments[index].binding, at: places[index])
      guard code == SQLITE_OK else {
        throw StoreError(code: code, message: String(cString: sqlite3_errstr(code)), sql: sql)
      }
    }
  }

  func step() -> Int32 { sqlite3_step(handle) }

  /// Throws when the row at hand was misread.
  func checkReading() throws {
    if let misread { throw misread }
  }

  /// Lets go of the rows and of the arguments. The code it returns repeats the last step's.
  func finish() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    isBusy = false
  }

  private func bind(_ binding: Binding, at place: Int32) -> Int32 {
    switch binding {
    case .null: return sqlite3_bind_null(handle, place)
    case .integer(let value): return sqlite3_bind_int64(handle, place, value)
    case .real(let value): return sqlite3_bind_double(handle, place, value)
    case .text(var value):
      return value.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { start in
          // An empty buffer may have no address, and SQLite would take that for NULL.
          guard let base = start.baseAddress, !start.isEmpty else {
            return sqlite3_bind_text(handle, place, "", 0, Self.copied)
          }
          return sqlite3_bind_text(handle, place, base, Int32(start.count), Self.copied)
        }
      }
    case .bytes(let value):
      guard !value.isEmpty else { return sqlite3_bind_zeroblob(handle, place, 0) }
      return value.withUnsafeBytes {
        sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Self.copied)
      }
    }
  }

  /// SQLITE_TRANSIENT, a cast in C that Swift does not import: "make a copy before returning".
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// White space and semicolons.
  private static let mayFollow: [UInt8] = [0x20, 0x09, 0x0a, 0x0d, 0x3b]

  private static func places(of handle: OpaquePointer, sql: String) throws -> [Int32] {
    let count = sqlite3_bind_parameter_count(handle)
    var places = [Int32](repeating: 0, count: Int(count))
    for place in 0..<count {
      guard let name = sqlite3_bind_parameter_name(handle, place + 1).map({ String(cString: $0) }),
        name.hasPrefix("$"), let number = Int(name.dropFirst()), (1...Int(count)).contains(number)
      else { throw StoreError.misuse(message: "parameters are $1 to $\(count)", sql: sql) }
      places[number - 1] = place + 1
    }
    return places
  }
}
