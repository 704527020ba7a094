import Synchronization

/// The token that a service shows to the others: in a file that nobody but its owner may read, and
/// that is read again when it has changed. Any thread may use it.
package final class PeerToken: Sendable {
  private struct State {
    var file: WatchedFile
    var authorization: String
  }

  private let state: Mutex<State>

  package init(path: String) throws(FileMistake) {
    var file = WatchedFile(path, isSecret: true)
    guard let authorization = Self.authorization(try file.changed() ?? []) else {
      throw FileMistake(path, "it holds no token")
    }
    state = Mutex(State(file: file, authorization: authorization))
  }

  /// What stands in the metadata of a call to a peer. A file that is of no use, as a half-written one
  /// is, changes nothing.
  var authorization: String {
    state.withLock { state in
      if let changed = try? state.file.changed(), let next = Self.authorization(changed) {
        state.authorization = next
      }
      return state.authorization
    }
  }

  private static func authorization(_ bytes: [UInt8]) -> String? {
    let words = bytes.split(whereSeparator: { " \t\r\n".utf8.contains($0) })
    guard words.count == 1,
      words[0].allSatisfy({ Shape.isAlphanumeric($0) || "-_.".utf8.contains($0) })
    else { return nil }
    return "Bearer \(String(decoding: words[0], as: UTF8.self))"
  }
}
