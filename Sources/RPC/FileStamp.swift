import Glibc

/// What tells that a file is another one than before, and who may read it.
package struct FileStamp: Equatable, Sendable {
  private let device: UInt
  private let inode: UInt
  private let size: Int
  private let modifiedSeconds: Int
  private let modifiedNanoseconds: Int
  /// The permissions: 0o600 for its owner alone.
  package let mode: UInt32

  /// Nil for a file that cannot be looked at; `errno` says why.
  package init?(path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    device = found.st_dev
    inode = found.st_ino
    size = found.st_size
    modifiedSeconds = found.st_mtim.tv_sec
    modifiedNanoseconds = found.st_mtim.tv_nsec
    mode = found.st_mode & 0o7777
  }
}
