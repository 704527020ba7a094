import NIOCore
import Synchronization

/// A connection that gathers what it has to write until the turn ends.
protocol TurnWriter: AnyObject {
  func endTurn()
}

/// Runs the tasks of calls on an event loop's thread, and ends that loop's turns.
///
/// A *turn* is what the loop does between two looks at its sockets. Jobs that became ready in it
/// run at its end, in order; then every connection that has something to say writes once; then the
/// turn hooks run. A connection that has read need not wait so long: its jobs run, and it writes,
/// when the read is done. All state but the list for other threads belongs to the loop's thread.
package final class LoopExecutor: TaskExecutor, @unchecked Sendable {
  let loop: any EventLoop
  private var jobs: [UnownedJob] = []
  private var writers: [any TurnWriter] = []
  private var hooks: [@Sendable () -> Void] = []
  private var isTurnEndPlanned = false
  /// A connection is reading, and calls `endRead` when it is done.
  private var isReading = false
  private var areRoundsRunning = false
  private var callsRan = false
  private let foreignJobs = Mutex<[UnownedJob]>([])

  /// Rounds of jobs and writes in one turn, so that tasks which wake each other for ever leave the
  /// sockets their share.
  private static let roundsPerTurn = 16

  /// Memory for what connections write, one after the other.
  private var buffer = ByteBuffer()

  /// A rare big write must not make it big for ever.
  private static let bufferBytes = 512 * 1024

  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if loop.inEventLoop {
      jobs.append(job)
      planTurnEnd()
    } else {
      let isFirst = foreignJobs.withLock { jobs in
        jobs.append(job)
        return jobs.count == 1
      }
      if isFirst { loop.execute { self.endTurn() } }
    }
  }

  /// Runs `body` on the loop: now when this is its thread, soon otherwise.
  func run(_ body: @escaping @Sendable () -> Void) {
    if loop.inEventLoop { body() } else { loop.execute(body) }
  }

  // MARK: On the loop

  func addTurnHook(_ hook: @escaping @Sendable () -> Void) {
    hooks.append(hook)
  }

  func beginRead() { isReading = true }

  /// Runs what the read made ready, and has written what it brought.
  func endRead() {
    guard isReading else { return }
    isReading = false
    runRounds()
    if callsRan && !hooks.isEmpty { planTurnEnd() }
  }

  /// Notes that a call's handler runs in this turn without having come through `enqueue`.
  func noteCall() {
    callsRan = true
    planTurnEnd()
  }

  /// Has the connection's `endTurn` called once, at the end of this turn. The connection asks once
  /// a turn.
  func writeAtTurnEnd(_ writer: any TurnWriter) {
    writers.append(writer)
    planTurnEnd()
  }

  private func planTurnEnd() {
    guard !isTurnEndPlanned && !isReading else { return }
    isTurnEndPlanned = true
    loop.execute { self.endTurn() }
  }

  private func endTurn() {
    isTurnEndPlanned = false
    runRounds()
    if callsRan {
      callsRan = false
      for hook in hooks { hook() }
    }
  }

  /// A write may bring about a read, and the end of that read comes here again: what it made ready
  /// is done by the rounds that run already.
  private func runRounds() {
    guard !areRoundsRunning else { return }
    areRoundsRunning = true
    defer { areRoundsRunning = false }
    let wasPlanned = isTurnEndPlanned
    isTurnEndPlanned = true
    for _ in 0..<Self.roundsPerTurn {
      runJobs()
      write()
      if jobs.isEmpty && writers.isEmpty { break }
    }
    isTurnEndPlanned = wasPlanned
    if !jobs.isEmpty || !writers.isEmpty { planTurnEnd() }
  }

  private func runJobs() {
    let foreign = foreignJobs.withLock { jobs in
      defer { jobs = [] }
      return jobs
    }
    jobs.append(contentsOf: foreign)
    guard !jobs.isEmpty else { return }
    callsRan = true
    let count = jobs.count
    for index in 0..<count { jobs[index].runSynchronously(on: asUnownedTaskExecutor()) }
    jobs.removeFirst(count)
  }

  private func write() {
    let count = writers.count
    for index in 0..<count { writers[index].endTurn() }
    writers.removeFirst(count)
  }

  // MARK: Memory to write from

  /// An empty buffer. What it held before is let go of when the socket has taken it.
  func takeBuffer() -> ByteBuffer {
    var taken = ByteBuffer()
    swap(&taken, &buffer)
    taken.clear(minimumCapacity: 4096)
    return taken
  }

  func giveBack(_ used: ByteBuffer) {
    if used.capacity <= Self.bufferBytes { buffer = used }
  }
}
