internal import Synchronization

/// All open readers of one database, so that closing it can take them from their threads.
final class ReaderShelf: Sendable {
  private struct State {
    var readers: [ObjectIdentifier: ThreadReader] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  var isClosed: Bool { state.withLock { $0.isClosed } }

  func open(path: String, options: Database.Options) throws -> ThreadReader {
    let connection = try Connection(path: path, role: .reader, options: options)
    let reader = ThreadReader(connection, shelf: self)
    let wasClosed = state.withLock { state in
      if !state.isClosed { state.readers[ObjectIdentifier(reader)] = reader }
      return state.isClosed
    }
    if wasClosed { throw StoreError.closed }
    return reader
  }

  func remove(_ reader: ThreadReader) {
    state.withLock { $0.readers[ObjectIdentifier(reader)] = nil }
  }

  /// Waits for the reads at hand and closes every reader. No further one is opened.
  func close() {
    let readers = state.withLock { state in
      state.isClosed = true
      return Array(state.readers.values)
    }
    for reader in readers { reader.close() }
  }
}
