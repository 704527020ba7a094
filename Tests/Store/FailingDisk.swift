import CSQLite
import Glibc
import Synchronization

/// A disk whose fsync can be made to fail, or that can be made full, one file at a time.
///
/// It is SQLite's own VFS with two methods of its files replaced. Where fsync fails the data goes
/// where it always goes, only the promise that it has arrived is broken, as it is by a dying disk.
enum FailingDisk {
  static let vfs = "failing-disk"

  /// Makes the VFS known to SQLite. Every test that uses it calls this.
  static func install() { precondition(isRegistered) }

  /// From now on fsync of this file fails.
  static func failSync(of path: String) {
    state.withLock { _ = $0.failing.insert(path) }
  }

  /// From now on there is no room for what is written to this file.
  static func fill(_ path: String) {
    state.withLock { _ = $0.full.insert(path) }
  }

  static func makeRoom(for path: String) {
    state.withLock { _ = $0.full.remove(path) }
  }

  static func repair(_ path: String) {
    state.withLock { _ = $0.failing.remove(path) }
  }

  /// What C gave us, by address, as pointers cannot be kept under a lock.
  private struct State {
    var files: [UInt: (path: String, methods: UInt)] = [:]
    var failing: Set<String> = []
    var full: Set<String> = []
    /// SQLite has one table of methods for databases and another for logs; ours by theirs.
    var replacements: [UInt: UInt] = [:]
  }

  private static let state = Mutex(State())

  // Looked up once and never written to.
  nonisolated(unsafe) private static let original = sqlite3_vfs_find(nil)!

  private static let isRegistered: Bool = {
    let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    vfs.initialize(to: original.pointee)
    vfs.pointee.pNext = nil
    vfs.pointee.zName = UnsafePointer(strdup(FailingDisk.vfs))
    vfs.pointee.xOpen = { _, name, file, flags, outFlags in
      let code = original.pointee.xOpen(original, name, file, flags, outFlags)
      if code == SQLITE_OK, let file, let name { opened(file, String(cString: name)) }
      return code
    }
    return sqlite3_vfs_register(vfs, 0) == SQLITE_OK
  }()

  private static func opened(_ file: UnsafeMutablePointer<sqlite3_file>, _ path: String) {
    let address = UInt(bitPattern: file)
    let methods = UInt(bitPattern: file.pointee.pMethods)
    let replacement = state.withLock { state in
      state.files[address] = (path, methods)
      if let known = state.replacements[methods] { return known }
      let new = copy(of: methods)
      state.replacements[methods] = new
      return new
    }
    file.pointee.pMethods = UnsafePointer(bitPattern: replacement)
  }

  private static func copy(of methods: UInt) -> UInt {
    let original = UnsafePointer<sqlite3_io_methods>(bitPattern: methods)!
    let replacement = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    replacement.initialize(to: original.pointee)
    replacement.pointee.xWrite = { file, bytes, count, offset in
      FailingDisk.write(file, bytes, count, offset)
    }
    replacement.pointee.xSync = { file, flags in FailingDisk.sync(file, flags) }
    return UInt(bitPattern: replacement)
  }

  private static func write(
    _ file: UnsafeMutablePointer<sqlite3_file>?, _ bytes: UnsafeRawPointer?, _ count: Int32,
    _ offset: Int64
  ) -> Int32 {
    let methods = methods(of: file, unlessIn: \.full)
    guard let methods else { return SQLITE_FULL }
    return methods.pointee.xWrite(file, bytes, count, offset)
  }

  private static func sync(_ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32) -> Int32 {
    let methods = methods(of: file, unlessIn: \.failing)
    guard let methods else { return SQLITE_IOERR | (4 << 8) }  // SQLITE_IOERR_FSYNC
    return methods.pointee.xSync(file, flags)
  }

  /// What SQLite itself does with the file; nil when it is one of those.
  private static func methods(
    of file: UnsafeMutablePointer<sqlite3_file>?, unlessIn refused: (State) -> Set<String>
  ) -> UnsafePointer<sqlite3_io_methods>? {
    let address = UInt(bitPattern: file)
    let methods = state.withLock { state in
      state.files[address].flatMap { refused(state).contains($0.path) ? nil : $0.methods }
    }
    return methods.flatMap { UnsafePointer<sqlite3_io_methods>(bitPattern: $0) }
  }
}
