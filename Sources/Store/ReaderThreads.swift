/// The process's threads for scans, shared by all databases.
///
/// Few, because a scan keeps a core busy, and shared, because most corps scan seldom. They start
/// with the first scan and stay.
final class ReaderThreads: @unchecked Sendable {
  static let shared = ReaderThreads(threadLimit: 4, queueLimit: 256)

  struct Scan {
    let job: Job<Reader>
    let run: @Sendable (Job<Reader>) -> Void
  }

  /// Enough that a long scan of one corp does not hold up all others.
  private let threadLimit: Int

  /// Scans that may wait for a thread.
  private let queueLimit: Int

  private let condition = Condition()

  // Under the condition's lock.
  private var waiting: [Scan] = []
  private var threads = 0
  private var idleThreads = 0

  init(threadLimit: Int, queueLimit: Int) {
    self.threadLimit = threadLimit
    self.queueLimit = queueLimit
  }

  /// Queues the scan, or says why not.
  func submit(_ scan: Scan) -> StoreError? {
    condition.withLock {
      guard waiting.count < queueLimit else {
        return .queueFull(name: "scans", limit: queueLimit)
      }
      if waiting.count >= idleThreads, threads < threadLimit {
        do {
          try startThread { self.run() }
          threads += 1
        } catch {
          if threads == 0 { return .noThread(message: "\(error)") }
        }
      }
      waiting.append(scan)
      condition.signal()
      return nil
    }
  }

  private func run() {
    while true {
      let scan = next()
      guard scan.job.begin() else { continue }
      scan.run(scan.job)
      scan.job.resume()
    }
  }

  private func next() -> Scan {
    condition.withLock {
      idleThreads += 1
      defer { idleThreads -= 1 }
      while waiting.isEmpty { condition.wait() }
      return waiting.removeFirst()
    }
  }
}
