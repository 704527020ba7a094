internal import Synchronization

/// One corp's file in one service: a writer, readers, and what they promise each other.
///
/// An answered `write` is on disk. A `read` sees every write answered before it in this process.
/// Every method may be called from any thread. Whoever opens it closes it; a database that is let go
/// without being closed closes itself once its queue is empty.
package final class Database: Sendable {
  package enum Health: Hashable, Sendable {
    case serving
    /// The last write found the disk full; the next that succeeds makes it serving. While nobody
    /// writes the store tries by itself.
    case full
    /// Writing to disk failed: what is on disk is only known after opening it anew. Reads go on.
    case stopped(reason: String)
    case closed
  }

  package let path: String

  /// Tells the databases of a process apart.
  let id: UInt64

  private let options: Options
  private let commits = CommitCounter()
  private let readers = ReaderShelf()
  private let writer: WriterThread

  private static let lastID = Atomic<UInt64>(0)

  private init(path: String, lists: [[Migration]], options: Options) throws {
    self.path = path
    self.options = options
    id = Self.lastID.wrappingAdd(1, ordering: .relaxed).newValue
    try DatabaseFile.makeFolder(of: path)
    let lock = try FileLock(of: path)
    try DatabaseFile.prepare(path)
    // Before SQLite looks at the log: it would go on without what it cannot read of it.
    if options.synchronous == .full { try LogExamination.requireWhole(of: path) }
    let connection = try Connection(path: path, role: .writer, options: options)
    try connection.secureLog()
    try Migration.apply(lists, to: connection, path: path)
    writer = WriterThread(
      connection, commits: commits, readers: readers, lock: lock, options: options)
  }

  deinit { writer.startClosing() }

  /// Opens the file, made together with its folder when missing, and brings it up to the
  /// migrations. Blocks for as long as those take.
  ///
  /// Throws `inUse`, `newerFile`, `reorderedMigrations`, `foreignFile`, `damaged` or `cannotOpen`, or
  /// what a migration failed with; the file is then as it was after the last migration that succeeded.
  package static func open(
    path: String, migrations: [Migration], options: Options = .init()
  ) throws -> Database {
    try open(path: path, lists: [migrations], options: options)
  }

  /// The same with several lists of migrations, applied one after another, each of which grows by
  /// itself: what the kit adds comes to old files behind what the service had added before.
  package static func open(
    path: String, lists: [[Migration]], options: Options = .init()
  ) throws -> Database {
    try Database(path: path, lists: lists, options: options)
  }

  /// Reads inline, on the calling thread: for few rows by key, where a hop would cost more.
  ///
  /// Within a `ReadTurn` all reads of a thread share a transaction, begun anew after a commit.
  package func read<Value>(_ body: (Reader) throws -> Value) throws -> Value {
    let thread = ThisThread.current
    return try thread.reader(of: self).read(on: thread, commits: commits, body)
  }

  /// Reads on a thread for long reads, in a transaction of its own.
  ///
  /// Ends with the task's cancellation, even within one statement. Throws `timeCap` when it takes
  /// longer than its limit (the options' by default) and `queueFull` when too many scans wait.
  package func scan<Value: Sendable>(
    limitMilliseconds: Int? = nil, _ body: @escaping @Sendable (Reader) throws -> Value
  ) async throws -> Value {
    let limit = limitMilliseconds ?? options.scanLimitMilliseconds
    return try await BodyJob.result(of: body) { job in
      ReaderThreads.shared.submit(
        .init(database: id, job: job) { job in self.run(job, limit) })
    }
  }

  /// Runs the body on the writer, in a savepoint of its own, and returns when it is on disk.
  ///
  /// When the body throws, what it changed is undone and the error comes out here. Cancelled before
  /// it begins, a body never runs; once begun it is finished and answered. It must not wait for
  /// anything, for every other writer waits for it.
  ///
  /// Throws `queueFull` when too many wait, `tooLate` when the body cannot begin before the deadline,
  /// `full`, and `stopped` after a failure of the disk.
  package func write<Value: Sendable>(
    deadline: ContinuousClock.Instant? = nil,
    _ body: @escaping @Sendable (Writer) throws -> Value
  ) async throws -> Value {
    try await BodyJob.result(of: body, deadline: deadline) { writer.submit($0) }
  }

  /// Commits since the file was opened. Counts batches, not bodies.
  package var commitCount: UInt64 { commits.count }

  /// Suspends until there have been more than `after` commits, and says how many there are.
  ///
  /// Throws `closed` or `stopped` when there will be none, and when the task is cancelled.
  package func commit(after: UInt64) async throws -> UInt64 {
    try await commits.next(after: after)
  }

  /// Ends all waits for a commit, now and from now on, with `closed`: the streams that follow this
  /// database end, while what still runs may write.
  package func endCommitWaits() { commits.end(with: .closed) }

  package var health: Health { writer.health }

  /// Writes that wait for the writer.
  package var waitingWriteCount: Int { writer.waitingCount }

  /// What the write-ahead log holds.
  package var logBytes: Int { writer.logPages * Self.pageBytes }

  /// SQLite's own default, which no file of ours changes.
  private static let pageBytes = 4096

  /// Scans of all databases that wait for a thread.
  package static var waitingScanCount: Int { ReaderThreads.shared.waitingCount }

  /// Answers what has been queued, then closes the file. Reads and writes begun later throw
  /// `closed`; scans are ended. May be called more than once.
  package func close() async { await writer.close() }

  func openReader() throws -> ThreadReader { try readers.open(path: path, options: options) }

  private func run(_ job: Job<Reader>, _ limitMilliseconds: Int) {
    do {
      let thread = ThisThread.current
      let isUnwanted = { job.isCancelled.load(ordering: .acquiring) || self.readers.isClosed }
      try readers.scans.pass(unless: isUnwanted) {
        let watch = ScanWatch(job, readers: readers, limitMilliseconds: limitMilliseconds)
        try thread.reader(of: self).read(on: thread, commits: commits, watch: watch) { reader in
          try job.run(reader)
        }
      }
    } catch {
      job.fail(with: error)
    }
  }
}
