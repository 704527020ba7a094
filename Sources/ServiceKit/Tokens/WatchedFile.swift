import Glibc
import RPC

/// A file of keys or of a secret that is of no use: which, and why, for one line to the operator.
/// Never says what is in it.
package struct FileMistake: Error, Equatable, CustomStringConvertible {
  package let path: String
  package let reason: String

  package init(_ path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }

  package var description: String { "\(path): \(reason)" }
}

/// A small file that is read again once it has changed.
struct WatchedFile {
  private static let limitBytes = 1 << 20

  let path: String
  /// Whether nobody but its owner may have it.
  private let isSecret: Bool
  private var stamp: FileStamp?
  private var isMissing = false

  init(_ path: String, isSecret: Bool) {
    self.path = path
    self.isSecret = isSecret
  }

  /// What a file holds now.
  static func read(_ path: String, isSecret: Bool) throws(FileMistake) -> [UInt8] {
    var file = WatchedFile(path, isSecret: isSecret)
    return try file.changed() ?? []
  }

  /// What it holds, unless it is the file that was looked at before, of use or not: a look costs one
  /// `stat`, and what is wrong with a file is said once.
  mutating func changed() throws(FileMistake) -> [UInt8]? {
    // Stamped before it is read: a change in between is seen the next time.
    guard let found = FileStamp(path: path) else {
      let failure = self.failure()
      if isMissing { return nil }
      isMissing = true
      stamp = nil
      throw failure
    }
    isMissing = false
    if found == stamp { return nil }
    stamp = found
    guard !isSecret || found.isPrivate else {
      throw FileMistake(path, "others than its owner may read or write it; chmod 600")
    }
    return try bytes()
  }

  private func bytes() throws(FileMistake) -> [UInt8] {
    guard let stream = fopen(path, "re") else { throw failure() }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var count = 1
    while count > 0 {
      bytes.append(addingCapacity: 4096) { span in
        span.withUnsafeMutableBufferPointer { buffer, initialized in
          count = fread(buffer.baseAddress!, 1, buffer.count, stream)
          initialized = count
        }
      }
      guard bytes.count <= Self.limitBytes else {
        throw FileMistake(path, "it is over \(Self.limitBytes) bytes long")
      }
    }
    guard ferror(stream) == 0 else { throw failure() }
    return bytes
  }

  private func failure() -> FileMistake { FileMistake(path, String(cString: strerror(errno))) }
}
