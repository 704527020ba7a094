internal import Glibc

/// A database's place in the file system.
package enum DatabaseFile {
  /// Makes the folder and an empty file that only this user can read. SQLite gives its log and index
  /// the mode of the file.
  ///
  /// Called with the lock held: closing a descriptor of a file SQLite has open would drop its locks.
  static func prepare(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.system(path: path) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw StoreError.system(path: path) }
  }

  /// Writes a file from before there were checksums anew, with them. Nobody else has it open.
  package static func addChecksums(to path: String) throws {
    // A reader's word: a writer has asked for the room already, and is told that it wants it.
    let reader = try Connection(path: path, role: .reader, options: .init())
    let reserved = withExtendedLifetime(reader) { PageChecksum.reserved(in: reader.handle) }
    guard reserved == 0 else { return }
    let connection = try Connection(path: path, role: .writer, options: .init())
    try connection.step("VACUUM")
    try connection.checkpoint(emptying: true)
  }

  package static func makeFolder(of path: String) throws {
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
  }

  private static func makeFolder(_ path: String) throws {
    if path.isEmpty || access(path, F_OK) == 0 { return }
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try makeFolder(parent)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StoreError.system(path: path) }
    try sync(parent.isEmpty ? "/" : parent)
  }

  /// Syncs a folder, without which a new name in it does not survive the loss of power; or a file that
  /// no connection has open.
  package static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError.system(path: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreError.system(path: path) }
  }
}

extension StoreError {
  /// The error for what `errno` says.
  static func system(path: String) -> StoreError {
    if errno == ENOSPC { return .full }
    return .cannotOpen(path: path, message: String(cString: strerror(errno)))
  }
}
