internal import Glibc

/// Keeps a second process, or a second user in this one, from a database's file or a folder of them.
///
/// The lock is on a file beside it, because closing any descriptor of the database itself would drop
/// the POSIX locks SQLite holds on it (sqlite.org/howtocorrupt.html, 2.2). The system drops it when
/// the process ends, however it ends. The file stays: removing it would let two processes lock two.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Makes the folder when it is missing, and locks it as a whole: by a file beside it.
  package convenience init(ofFolder path: String) throws {
    try DatabaseFile.makeFolder(of: path + "/")
    try self.init(of: path)
  }

  init(of path: String) throws {
    let lockPath = path + "-lock"
    descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.system(path: lockPath) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let error = errno == EWOULDBLOCK ? .inUse(path: path) : StoreError.system(path: lockPath)
      Glibc.close(descriptor)
      throw error
    }
  }

  deinit { Glibc.close(descriptor) }
}
