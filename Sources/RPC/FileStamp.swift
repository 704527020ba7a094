import Glibc

/// What tells that a file is another one than before, and who may read it.
package struct FileStamp: Equatable, Sendable {
  private let device: UInt
  private let inode: UInt
  private let size: Int
  private let modifiedSeconds: Int
  private let modifiedNanoseconds: Int
  /// Whether its owner alone may read and write it; one of root's, its group may read: that is how
  /// orchestrators hand secrets to a process that is not root.
  package let isPrivate: Bool

  /// Nil for a file that cannot be looked at; `errno` says why.
  package init?(path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    device = found.st_dev
    inode = found.st_ino
    size = found.st_size
    modifiedSeconds = found.st_mtim.tv_sec
    modifiedNanoseconds = found.st_mtim.tv_nsec
    let others: mode_t = found.st_uid == 0 ? 0o037 : 0o077
    isPrivate = found.st_mode & others == 0
  }
}
