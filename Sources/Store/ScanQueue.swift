/// Which scan runs next, and which may not even wait, so that one database's leave the others theirs.
/// Pure: the threads that scan ask it, under their lock.
///
/// A database has no more scans running than there are threads free, and no more waiting than there
/// are places free: alone it gets half of each, and something is always left for the next. (Choudhury
/// and Hahne's dynamic thresholds, 1998.) Among those that may run, the one with the fewest running
/// goes first, and then the one that has waited longest.
struct ScanQueue<Scan> {
  private struct Line {
    var waiting: [(number: UInt64, scan: Scan)] = []
    var running = 0
  }

  private let threadLimit: Int
  private let queueLimit: Int
  private var lines: [UInt64: Line] = [:]
  private(set) var waiting = 0
  private var running = 0
  private var lastNumber: UInt64 = 0

  init(threadLimit: Int, queueLimit: Int) {
    self.threadLimit = threadLimit
    self.queueLimit = queueLimit
  }

  /// Queues a scan of a database; nil when it waits, otherwise the bound that it is over.
  mutating func add(_ scan: Scan, of database: UInt64) -> Int? {
    guard waiting < queueLimit else { return queueLimit }
    let free = queueLimit - waiting
    guard lines[database, default: Line()].waiting.count < free else { return free }
    lastNumber += 1
    lines[database, default: Line()].waiting.append((lastNumber, scan))
    waiting += 1
    return nil
  }

  /// Takes the scan that runs next; nil when none may.
  mutating func next() -> (database: UInt64, scan: Scan)? {
    let free = threadLimit - running
    let ready = lines.filter { !$0.value.waiting.isEmpty && $0.value.running < free }
    let first = ready.min {
      ($0.value.running, $0.value.waiting[0].number)
        < ($1.value.running, $1.value.waiting[0].number)
    }
    guard let database = first?.key else { return nil }
    waiting -= 1
    running += 1
    lines[database]!.running += 1
    return (database, lines[database]!.waiting.removeFirst().scan)
  }

  /// A scan that `next` gave has ended.
  mutating func ended(of database: UInt64) {
    running -= 1
    lines[database]!.running -= 1
    if lines[database]!.running == 0 && lines[database]!.waiting.isEmpty { lines[database] = nil }
  }
}
