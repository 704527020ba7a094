internal import CPageChecksum
internal import CSQLite

/// What notices a flipped bit: SQLite itself does not. See `CPageChecksum`.
enum PageChecksum {
  /// The VFS that all databases are opened through. Registered once, before the first of them.
  static let vfs: String? =
    siyu_page_checksum_register() == SQLITE_OK ? SIYU_PAGE_CHECKSUM_VFS : nil

  /// SQLITE_IOERR_DATA, which Swift does not import.
  static let failureCode = SQLITE_IOERR | 32 << 8

  /// What this thread has just failed on, with `failureCode`.
  static func lastFault(in path: String) -> StoreError {
    let fault = siyu_page_checksum_last_fault()
    return .damaged(
      path: path,
      message: "page \(fault.page)\(fault.is_in_log == 0 ? "" : " in its log") is not as written")
  }

  /// Leaves room for a checksum on each page. Without effect on a file that has pages, until VACUUM
  /// writes it anew.
  static func reserve(in handle: OpaquePointer) {
    var bytes = SIYU_PAGE_CHECKSUM_BYTES
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes)
  }

  /// How many bytes of each page are reserved.
  static func reserved(in handle: OpaquePointer) -> Int32 {
    var bytes: Int32 = -1
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes)
    return bytes
  }
}
