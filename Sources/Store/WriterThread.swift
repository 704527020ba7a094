internal import CSQLite
internal import Synchronization

/// The one thread that changes a database, and the queue before it.
///
/// It takes all that waits, runs each body in its own savepoint, commits the lot with one fsync and
/// only then answers. It starts with the first write and ends after a while without any; what it
/// owns, the connection, is handed from one thread to the next under the lock.
final class WriterThread: @unchecked Sendable {
  private enum Work {
    case batch([Job<Writer>])
    case checkpoint(Checkpoint)
    case probe
    case idle
    case close
    case end
  }

  /// How soon a log that scans kept from being emptied is tried again, when nobody writes.
  private static let heldMilliseconds = 10

  private enum Checkpoint {
    /// Copies the log as far as readers allow.
    case plain
    /// Copies all of it while nobody reads, so that the next commit begins it anew.
    case whole
    /// The same, and gives back the room that the log takes up.
    case emptying
  }

  private let commits: CommitCounter
  private let readers: ReaderShelf
  private let options: Database.Options
  private let condition = Condition()

  // Under the condition's lock.
  private var waiting: [Job<Writer>] = []
  private var forecast = WriteForecast()
  private var hasThread = false
  private var isClosing = false
  private var currentHealth = Database.Health.serving
  private var closeWaiters: [UnsafeContinuation<Void, Never>] = []

  // For the writer thread alone.
  private var writer: Writer?
  private var lock: FileLock?
  /// The pages of the log when a checkpoint was last tried.
  private var triedPages = 0
  /// The pages of the log, for whoever asks.
  private let shownPages = Atomic<Int>(0)

  init(
    _ connection: Connection, commits: CommitCounter, readers: ReaderShelf, lock: FileLock,
    options: Database.Options
  ) {
    writer = Writer(connection)
    self.commits = commits
    self.readers = readers
    self.lock = lock
    self.options = options
  }

  var health: Database.Health { condition.withLock { currentHealth } }

  var waitingCount: Int { condition.withLock { waiting.count } }

  var logPages: Int { shownPages.load(ordering: .relaxed) }

  /// Queues the body, or says why not.
  func submit(_ job: Job<Writer>) -> StoreError? {
    let refusal = enqueue(job)
    if let refusal { options.observe(.refused(count: 1, refusal)) }
    return refusal
  }

  private func enqueue(_ job: Job<Writer>) -> StoreError? {
    condition.withLock {
      if isClosing { return .closed }
      if case .stopped(let reason) = currentHealth { return .stopped(reason: reason) }
      guard waiting.count < options.writeQueueLimit else {
        return .queueFull(name: "writes", limit: options.writeQueueLimit)
      }
      if let deadline = job.deadline,
        options.clock() + forecast.least(bodiesAhead: waiting.count) >= deadline
      {
        return .tooLate
      }
      if let refusal = wake() { return refusal }
      waiting.append(job)
      return nil
    }
  }

  /// Commits what waits, closes the readers, empties the log and closes the file.
  func close() async {
    await withUnsafeContinuation { startClosing($0) }
  }

  /// Does what `close` does without anybody waiting for it.
  func startClosing(_ waiter: UnsafeContinuation<Void, Never>? = nil) {
    let (isDone, refusal) = condition.withLock { () -> (Bool, StoreError?) in
      if currentHealth == .closed { return (true, nil) }
      isClosing = true
      if let waiter { closeWaiters.append(waiter) }
      return (false, wake())
    }
    if isDone { waiter?.resume() }
    // No thread to be had, so none is using the connection: the caller's closes it.
    if refusal != nil { closeFile() }
  }

  /// Makes sure that a thread will look at the queue. Under the lock.
  private func wake() -> StoreError? {
    guard !hasThread else {
      condition.signal()
      return nil
    }
    do {
      try startThread { self.run() }
      hasThread = true
      return nil
    } catch {
      return .noThread(message: "\(error)")
    }
  }
}

extension WriterThread {
  private func run() {
    var wasIdle = false
    while true {
      let work = next(wasIdle: wasIdle)
      wasIdle = false
      switch work {
      case .batch(let jobs): commit(jobs)
      case .checkpoint(let kind): checkpoint(kind)
      case .probe: probe()
      case .idle:
        checkpoint(.emptying)
        writer?.connection.releaseMemory()
        wasIdle = true
      case .close: return closeFile()
      case .end: return
      }
    }
  }

  /// What to do next; waits when that is nothing.
  private func next(wasIdle: Bool) -> Work {
    condition.withLock {
      let pages = newLogPages
      let isOverLimit = pages.total >= options.logLimitPages
      if !isOverLimit { readers.scans.release() }
      while true {
        if !waiting.isEmpty {
          if isOverLimit, pages.untried >= options.checkpointPages {
            return .checkpoint(.whole)
          }
          defer { waiting = [] }
          return .batch(waiting)
        }
        if isClosing { return .close }
        if pages.untried >= options.checkpointPages {
          return .checkpoint(isOverLimit ? .whole : .plain)
        }
        if readers.scans.holds {
          let signalled = condition.wait(milliseconds: Self.heldMilliseconds)
          if !signalled, waiting.isEmpty, !isClosing { return .checkpoint(.whole) }
          continue
        }
        if currentHealth == .full {
          let signalled = condition.wait(milliseconds: options.probeMilliseconds)
          if !signalled, waiting.isEmpty, !isClosing { return .probe }
          continue
        }
        if wasIdle {
          hasThread = false
          return .end
        }
        let signalled = condition.wait(milliseconds: options.idleMilliseconds)
        if !signalled, waiting.isEmpty, !isClosing { return .idle }
      }
    }
  }

  /// Runs the bodies and commits those that did not throw; nobody is answered before that.
  ///
  /// A body that threw may have done so over what an earlier one of the batch had written, so when
  /// the commit fails everybody is told of that and not of their own error.
  private func commit(_ jobs: [Job<Writer>]) {
    if let refusal { return fail(jobs, with: refusal) }
    guard let writer else { return fail(jobs, with: .closed) }
    let connection = writer.connection
    connection.forgetDamage()
    var begun: [Job<Writer>] = []
    var taken = 0
    do {
      try connection.step("BEGIN IMMEDIATE")
      var succeeded = 0
      let start = options.clock()
      var now = start
      let end = start + .milliseconds(options.batchMilliseconds)
      while taken < jobs.count, begun.isEmpty || now < end {
        let job = jobs[taken]
        taken += 1
        defer { now = options.clock() }
        guard begin(job, at: now) else { continue }
        begun.append(job)
        if try run(job, writer) { succeeded += 1 }
      }
      putBack(jobs[taken...])
      taken = jobs.count
      guard succeeded > 0 else {
        connection.rollback()
        return Self.resume(begun)
      }
      CrashPoint.pass(.beforeCommit)
      try connection.step("COMMIT")
      let committing = options.clock() - now
      note(bodies: begun.count, running: now - start, committing: committing)
      options.observe(.committed(bodies: begun.count, taking: committing))
    } catch {
      connection.rollback()
      putBack(jobs[taken...])
      settle(connection)
      let error = connection.damage?.error ?? error
      for job in begun { job.fail(with: error) }
      options.observe(.refused(count: begun.count, Self.refusal(for: error)))
      return Self.resume(begun)
    }
    CrashPoint.pass(.afterCommit)
    settleFull()
    commits.advance()
    Self.resume(begun)
  }

  /// Takes a job for running. One that comes too late is answered here and now.
  private func begin(_ job: Job<Writer>, at now: ContinuousClock.Instant) -> Bool {
    guard job.begin() else { return false }
    guard let deadline = job.deadline, now >= deadline else { return true }
    job.fail(with: StoreError.tooLate)
    options.observe(.refused(count: 1, .tooLate))
    job.resume()
    return false
  }

  /// Runs one body in its savepoint. True if it stands, false if it threw and was undone; throws
  /// when the whole batch is lost.
  private func run(_ job: Job<Writer>, _ writer: Writer) throws -> Bool {
    let connection = writer.connection
    try connection.step("SAVEPOINT body")
    do {
      try job.run(writer)
      // A deferred key left open would fail the COMMIT of everybody.
      if connection.owesForeignKeys {
        throw StoreError.constraint(
          .foreignKey, message: "FOREIGN KEY constraint failed", sql: "COMMIT")
      }
    } catch {
      job.fail(with: error)
      try requireWhole(connection)
      try connection.step("ROLLBACK TO body")
      try connection.step("RELEASE body")
      return false
    }
    // Asked even then: the body may have caught an error that the transaction did not survive.
    try requireWhole(connection)
    try connection.step("RELEASE body")
    return true
  }

  /// Throws when the transaction is lost, or what it wrote cannot be trusted.
  private func requireWhole(_ connection: Connection) throws {
    if let damage = connection.damage { throw damage.error }
    if !connection.inTransaction {
      throw StoreError.sql(code: SQLITE_ABORT, message: "the transaction is lost", sql: "COMMIT")
    }
  }
}

extension WriterThread {
  /// Pages in the log, and how many of them came since a checkpoint was last tried.
  private var newLogPages: (total: Int, untried: Int) {
    guard let pages = writer?.connection.walPages else { return (0, 0) }
    // SQLite has begun the log anew.
    if pages < triedPages { triedPages = 0 }
    return (pages, pages - triedPages)
  }

  /// Checkpoints unless the disk has failed: after a failed fsync the system may hold pages that
  /// never reached it, and the log is the only good copy.
  private func checkpoint(_ kind: Checkpoint) {
    guard let connection = writer?.connection, connection.walPages > 0, refusal == nil else {
      return
    }
    connection.forgetDamage()
    CrashPoint.pass(.beforeCheckpoint)
    do {
      try connection.checkpoint(emptying: false)
      if kind != .plain { try checkpointWithoutReaders(connection, emptying: kind == .emptying) }
    } catch {
      settle(connection)
    }
    triedPages = connection.walPages
    shownPages.store(triedPages, ordering: .relaxed)
  }

  /// Copies what is left of a log of which most has been copied, while nobody reads. Who is asked without a
  /// pause has somebody reading at any moment: left to chance, his log would grow for as long as that lasts.
  private func checkpointWithoutReaders(_ connection: Connection, emptying: Bool) throws {
    // Beforehand, for it takes the longest, and readers need not wait for it.
    try connection.syncFile()
    if try readers.withoutReaders({ try connection.checkpoint(emptying: emptying) }) {
      readers.scans.release()
    } else if connection.walPages >= options.logLimitPages {
      readers.scans.hold(milliseconds: options.scanLimitMilliseconds)
    }
  }

  /// Looks whether there is room again: first makes what room the log takes up, then writes.
  private func probe() {
    checkpoint(.emptying)
    guard let connection = writer?.connection, refusal == nil else { return }
    connection.forgetDamage()
    do {
      try connection.writeProbe()
      settleFull()
    } catch {
      settle(connection)
    }
  }

  /// What those are told whose batch is lost.
  private static func refusal(for error: any Error) -> StoreError {
    error as? StoreError ?? .stopped(reason: "\(error)")
  }

  /// Why nothing may be written, or nil.
  private var refusal: StoreError? {
    if case .stopped(let reason) = health { return .stopped(reason: reason) }
    return nil
  }

  /// Draws the consequence for what comes after a batch or checkpoint that failed.
  private func settle(_ connection: Connection) {
    switch connection.damage {
    case nil: return
    case .full: become(.full)
    case .broken(let error):
      let reason = "\(error)"
      become(.stopped(reason: reason))
      let abandoned = condition.withLock {
        defer { waiting = [] }
        return waiting
      }
      connection.keepLogOnClose()
      commits.end(with: .stopped(reason: reason))
      fail(abandoned, with: .stopped(reason: reason))
    }
  }

  private func note(bodies: Int, running: Duration, committing: Duration) {
    condition.withLock {
      forecast.note(bodies: bodies, running: running, committing: committing)
    }
  }

  /// A batch is on disk, so there is room again.
  private func settleFull() {
    if let pages = writer?.connection.walPages { shownPages.store(pages, ordering: .relaxed) }
    if health == .full { become(.serving) }
  }

  /// For the writer thread alone, so that nobody else changes it in between.
  private func become(_ new: Database.Health) {
    let isNew = condition.withLock {
      defer { currentHealth = new }
      return currentHealth != new
    }
    if isNew { options.observe(.health(new)) }
  }

  /// Puts bodies that have not begun back to the front.
  private func putBack(_ jobs: ArraySlice<Job<Writer>>) {
    guard !jobs.isEmpty else { return }
    condition.withLock { waiting.insert(contentsOf: jobs, at: 0) }
  }

  private func fail(_ jobs: [Job<Writer>], with error: StoreError) {
    let begun = jobs.filter { $0.begin() }
    for job in begun { job.fail(with: error) }
    options.observe(.refused(count: begun.count, error))
    Self.resume(begun)
  }

  private static func resume(_ jobs: [Job<Writer>]) {
    for job in jobs { job.resume() }
  }

  /// The last act, when no thread will write any more.
  private func closeFile() {
    readers.close()
    checkpoint(.emptying)
    writer = nil
    lock = nil
    commits.end(with: .closed)
    let waiters = condition.withLock {
      currentHealth = .closed
      defer { closeWaiters = [] }
      return closeWaiters
    }
    for waiter in waiters { waiter.resume() }
  }
}
