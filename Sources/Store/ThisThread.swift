internal import Glibc

/// What the store keeps for one thread: its readers and its turn.
///
/// Only that thread touches it, so it has no lock. When the thread ends its readers are closed.
final class ThisThread {
  /// Reader connections a thread keeps. Each has two open files and up to 2 MB of pages; a server
  /// with more busy corps than this reopens the one used longest ago.
  static let readerLimit = 64

  var inTurn = false

  /// Readers with a transaction of this turn.
  private var turnReaders: [ThreadReader] = []
  private var readers: [UInt64: ThreadReader] = [:]
  /// The one used last, which mostly is the next one too.
  private var latest: (id: UInt64, reader: ThreadReader)?
  private var uses: UInt64 = 0

  static var current: ThisThread {
    if let known = pthread_getspecific(key) {
      return Unmanaged<ThisThread>.fromOpaque(known).takeUnretainedValue()
    }
    let new = ThisThread()
    pthread_setspecific(key, Unmanaged.passRetained(new).toOpaque())
    return new
  }

  /// This thread's reader of the database, opened on first use.
  func reader(of database: Database) throws -> ThreadReader {
    uses += 1
    if let latest, latest.id == database.id {
      latest.reader.lastUse = uses
      return latest.reader
    }
    if let known = readers[database.id] {
      known.lastUse = uses
      latest = (database.id, known)
      return known
    }
    if readers.count >= Self.readerLimit { dropIdleReaders() }
    let new = try database.openReader()
    new.lastUse = uses
    readers[database.id] = new
    return new
  }

  func keepForTurn(_ reader: ThreadReader) { turnReaders.append(reader) }

  func endTurn() {
    inTurn = false
    for reader in turnReaders { reader.endTransaction() }
    turnReaders.removeAll(keepingCapacity: true)
  }

  /// Drops the readers of closed databases, and the idle one used longest ago.
  private func dropIdleReaders() {
    latest = nil
    for (id, reader) in readers where reader.isClosed { readers[id] = nil }
    guard readers.count >= Self.readerLimit else { return }
    let idle = readers.filter { !$0.value.isInUse }
    guard let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
    oldest.value.close()
    readers[oldest.key] = nil
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let code = pthread_key_create(&key) { context in
      guard let context else { return }
      let ending = Unmanaged<ThisThread>.fromOpaque(context).takeRetainedValue()
      for reader in ending.readers.values { reader.close() }
    }
    precondition(code == 0, "no thread-local key left")
    return key
  }()
}
