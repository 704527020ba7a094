internal import Synchronization

/// All open readers of one database, so that its writer can ask them to step aside, and closing it can
/// take them from their threads.
final class ReaderShelf: Sendable {
  private struct State {
    var readers: [ObjectIdentifier: ThreadReader] = [:]
    var isClosed = false
  }

  /// Together, the longest that the readers of a turn wait for one another.
  private static let pauseMilliseconds = 20

  let scans = ScanGate()

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

  /// Runs the body in a moment without readers: those between two reads wait meanwhile. False, without
  /// having run it, when a scan runs or the reads at hand take long.
  func withoutReaders(_ body: () throws -> Void) rethrows -> Bool {
    if isClosed {
      try body()
      return true
    }
    guard scans.isEmpty else { return false }
    var paused: [ThreadReader] = []
    defer { for reader in paused { reader.resume() } }
    let end = ContinuousClock.now + .milliseconds(Self.pauseMilliseconds)
    for reader in state.withLock({ Array($0.readers.values) }) {
      guard reader.pause(until: end) else { return false }
      paused.append(reader)
    }
    try body()
    return true
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
