/// The process's threads for scans, shared by all databases.
///
/// Few, because a scan keeps a core busy, and shared, because most corps scan seldom. They start
/// with the first scan and stay.
final class ReaderThreads: @unchecked Sendable {
  static let shared = ReaderThreads(threadLimit: 6, queueLimit: 256)

  struct Scan {
    /// The database's, as it tells itself apart.
    let database: UInt64
    let job: Job<Reader>
    let run: @Sendable (Job<Reader>) -> Void
  }

  /// Enough that the long scans of some corps do not hold up all others: see `ScanQueue`.
  private let threadLimit: Int

  private let condition = Condition()

  // Under the condition's lock.
  private var queue: ScanQueue<Scan>
  private var threads = 0
  private var idleThreads = 0

  init(threadLimit: Int, queueLimit: Int) {
    self.threadLimit = threadLimit
    queue = ScanQueue(threadLimit: threadLimit, queueLimit: queueLimit)
  }

  var waitingCount: Int { condition.withLock { queue.waiting } }

  /// Queues the scan, or says why not.
  func submit(_ scan: Scan) -> StoreError? {
    condition.withLock {
      if queue.waiting >= idleThreads, threads < threadLimit {
        do {
          try startThread { self.run() }
          threads += 1
        } catch {
          if threads == 0 { return .noThread(message: "\(error)") }
        }
      }
      if let limit = queue.add(scan, of: scan.database) {
        return .queueFull(name: "scans", limit: limit)
      }
      condition.signal()
      return nil
    }
  }

  private func run() {
    while true {
      let scan = next()
      if scan.job.begin() {
        scan.run(scan.job)
        scan.job.resume()
      }
      condition.withLock {
        queue.ended(of: scan.database)
        // Whoever waited for this database's turn, or for a thread, may now have it.
        if queue.waiting > 0 { condition.signal() }
      }
    }
  }

  private func next() -> Scan {
    condition.withLock {
      idleThreads += 1
      defer { idleThreads -= 1 }
      while true {
        if let (_, scan) = queue.next() { return scan }
        condition.wait()
      }
    }
  }
}
