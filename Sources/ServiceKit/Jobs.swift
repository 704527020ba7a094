import Logging
import Messages
import RPC
import Store
import Synchronization

/// A job while it runs: what to do, how far it got, and how to say so.
///
/// A job may be killed at any instruction and is then run again from its last saved cursor, so a
/// step's effect and its cursor are written in one transaction, by `context.write` with `save` in
/// its body.
package struct Job: Sendable {
  package let corp: String
  package let row: JobRow

  package var payload: [UInt8] { row.payload }
  /// What the last `save` said; empty at the start.
  package var cursor: [UInt8] { row.cursor }

  /// Keeps how far the job got, in the transaction of the step that got it there.
  package func save<Change>(
    cursor: [UInt8], processedCount: Int64, totalCount: Int64, in mutation: Mutation<Change>
  ) throws {
    try JobTable.save(
      id: row.id, cursor: cursor, processedCount: processedCount, totalCount: totalCount,
      now: mutation.now, in: mutation.writer)
  }
}

/// Runs a service's jobs: work that outlives the call that asked for it, and the process too.
///
/// One job of a corp runs at a time, the longest due first. A job that throws a peer's passing
/// failure (UNAVAILABLE and its like) is tried again, 0.2 s later, then twice as long each time up
/// to a minute; one that throws anything else has failed for good.
package final class Jobs: Sendable {
  package struct Kind: Sendable {
    package let run: @Sendable (Job) async throws -> Void
    /// What a job that has failed for good leaves behind, told before the job is marked failed;
    /// told again when the process dies in between.
    package let failed: @Sendable (Job, String) async throws -> Void
    /// Whether a job that is done stays to be asked about. Housekeeping that runs again and again,
    /// of which nobody was given a jobid, leaves no trace.
    package let isKept: Bool

    package init(
      run: @escaping @Sendable (Job) async throws -> Void,
      failed: @escaping @Sendable (Job, String) async throws -> Void, isKept: Bool = true
    ) {
      self.run = run
      self.failed = failed
      self.isKept = isKept
    }
  }

  static let migrations = JobTable.migrations

  private struct State {
    var kinds: [String: Kind] = [:]
    var runners: [String: Runner] = [:]
    var running = false
  }

  private struct Runner {
    /// Jobs that were not finished when it last looked.
    var waiting = 0
    let wake: AsyncStream<Void>.Continuation
    let task: Task<Void, Never>
  }

  private let corps: Corps
  private let clock: Clock
  private let sight: ServiceSight
  private let atWork = Atomic<Int>(0)
  private let state = Mutex(State())

  init(corps: Corps, clock: Clock, sight: ServiceSight) {
    self.corps = corps
    self.clock = clock
    self.sight = sight
  }

  /// Jobs that are not finished, as the runners last saw them.
  var waitingCount: Int {
    state.withLock { $0.runners.values.reduce(0) { $0 + $1.waiting } }
  }

  /// Jobs at work.
  var runningCount: Int { atWork.load(ordering: .relaxed) }

  /// Says how jobs of a kind are done. All kinds are registered before `start`.
  package func register(_ name: String, _ kind: Kind) {
    state.withLock { $0.kinds[name] = kind }
  }

  /// Takes up what an earlier process left unfinished, and from now on what `wake` tells of.
  package func start() throws {
    state.withLock { $0.running = true }
    for corp in try corps.names() { wake(corp) }
  }

  /// Stops all runners; a job that was running is taken up by the next start.
  package func stop() async {
    let runners = state.withLock { state in
      state.running = false
      defer { state.runners = [:] }
      return Array(state.runners.values)
    }
    for runner in runners { runner.task.cancel() }
    for runner in runners { await runner.task.value }
  }

  func wake(_ corp: String) {
    state.withLock { state in
      guard state.running else { return }
      if let runner = state.runners[corp] {
        runner.wake.yield()
        return
      }
      let (wakes, wake) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
      wake.yield()
      let task = Task.detached { await self.run(corp, wakes: wakes, wake: wake) }
      state.runners[corp] = Runner(wake: wake, task: task)
    }
  }

  private func run(
    _ corp: String, wakes: AsyncStream<Void>, wake: AsyncStream<Void>.Continuation
  ) async {
    var sleeper: Task<Void, any Error>?
    var trouble: String?
    defer { sleeper?.cancel() }
    for await _ in wakes {
      sleeper?.cancel()
      var next: Instant?
      do {
        next = try await runAll(corp)
        trouble = nil
      } catch {
        if Task.isCancelled { return }
        // The store refused: it may be full or stopped. Try again when it may have recovered.
        next = clock.now.advanced(bySeconds: 1)
        if trouble != "\(error)" {
          sight.log.warning(
            "Jobs wait for the store.", metadata: ["corp": "\(corp)", "error": "\(error)"])
        }
        trouble = "\(error)"
      }
      if let next {
        let clock = clock
        sleeper = Task {
          try await clock.sleep(until: next)
          wake.yield()
        }
      }
      if Task.isCancelled { return }
    }
  }

  /// Runs what is due, one after another. Returns when to look again, or nil when nothing is left.
  private func runAll(_ corp: String) async throws -> Instant? {
    while let due = try await step(corp), !Task.isCancelled {
      if due > clock.now { return due }
    }
    return nil
  }

  /// Runs the job that is due first. Returns when the next one is due, or nil when none is left.
  private func step(_ corp: String) async throws -> Instant? {
    let database = try corps.database(of: corp)
    let (next, unfinished) = try database.read {
      (try JobTable.next(in: $0), try JobTable.unfinishedCount(in: $0))
    }
    state.withLock { $0.runners[corp]?.waiting = unfinished }
    guard let row = next else { return nil }
    guard row.nextTime <= clock.now else { return row.nextTime }
    let job = Job(corp: corp, row: row)
    guard let kind = state.withLock({ $0.kinds[row.kind] }) else {
      preconditionFailure("No kind of job is named \(row.kind).")
    }
    let run = sight.began(job)
    atWork.add(1, ordering: .relaxed)
    defer { atWork.subtract(1, ordering: .relaxed) }
    do {
      try await Errand.$current.withValue(run.errand) { try await kind.run(job) }
      let now = clock.now
      try await database.write { writer in
        if kind.isKept {
          try JobTable.finish(id: row.id, state: .done, error: "", now: now, in: writer)
        } else {
          try JobTable.delete(id: row.id, in: writer)
        }
      }
      sight.ended(run, .done)
    } catch is CancellationError where Task.isCancelled {
      return nil
    } catch let error as StoreError where error.isPassing {
      throw error
    } catch {
      try await settle(job, kind, error, run, in: database)
    }
    return clock.now
  }

  private func settle(
    _ job: Job, _ kind: Kind, _ error: any Error, _ run: JobRun, in database: Database
  ) async throws {
    let now = clock.now
    let text = Self.text(of: error)
    if Self.isPassing(error) {
      let delay = min(60_000, 200 << min(job.row.attempts, 9))
      try await database.write { writer in
        try JobTable.postpone(
          id: job.row.id, until: now.advanced(byMilliseconds: Int64(delay)), error: text,
          now: now, in: writer)
      }
      sight.ended(run, .postponed, error: text)
    } else {
      try await Errand.$current.withValue(run.errand) { try await kind.failed(job, text) }
      try await database.write { writer in
        try JobTable.finish(id: job.row.id, state: .failed, error: text, now: now, in: writer)
      }
      sight.ended(run, .failed, error: text)
    }
  }

  private static func text(of error: any Error) -> String {
    switch error {
    case let failure as any Failure: failure.message
    case let status as Status: status.description
    default: "\(error)"
    }
  }

  private static func isPassing(_ error: any Error) -> Bool {
    if error is CancellationError { return true }
    if let failure = error as? any Failure {
      return failure.code == .unavailable || failure.code == .aborted
    }
    guard let status = error as? Status else { return false }
    return switch status.code {
    case .unavailable, .deadlineExceeded, .resourceExhausted, .aborted, .cancelled, .internal,
      .unknown:
      true
    default: false
    }
  }
}

extension StoreError {
  /// Whether the same write may succeed later: what else the store throws is a bug of the job.
  fileprivate var isPassing: Bool {
    switch self {
    // A damaged file is not the job's fault: it goes on when the file has been restored.
    case .full, .queueFull, .stopped, .closed, .damaged: true
    default: false
    }
  }
}
