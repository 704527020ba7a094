import Directory
import Fixtures
import Messages
import RPC
import ServiceKit
import Store
import Synchronization
import Testing

@Suite("Jobs")
struct JobsTests {
  /// A context on a folder, as one run of a process has it.
  private func context(in folder: TemporaryFolder, _ clock: Clock) -> DirectoryContext {
    DirectoryContext(
      name: "directory",
      corps: Corps(folder: folder.path + "/directory", migrations: DirectoryService.migrations),
      clock: clock, policies: Policies(), peers: Peers())
  }

  private func row(_ jobid: String, _ context: DirectoryContext) throws -> JobRow {
    let found = try context.corps.database(of: "demo").read { try JobTable.find(jobid, in: $0) }
    return try #require(found)
  }

  /// Waits, commit by commit, until the job is in a state.
  private func settled(
    _ jobid: String, _ context: DirectoryContext, _ isSettled: (JobRow) -> Bool
  ) async throws -> JobRow {
    let database = try context.corps.database(of: "demo")
    while true {
      let seen = database.commitCount
      let row = try row(jobid, context)
      if isSettled(row) { return row }
      _ = try await database.commit(after: seen)
    }
  }

  private func start(_ kind: String, _ context: DirectoryContext) async throws -> String {
    try await context.write(corp: "demo", origin: .api) { mutation in
      try mutation.start(kind, payload: [1, 2, 3])
    }
  }

  private let clock = Clock.stepped(from: Instant(seconds: 1000))

  @Test("A job runs once the transaction that started it is on disk, and is then done")
  func runs() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let context = context(in: folder, clock)
    context.jobs.register(
      "count",
      Jobs.Kind(
        run: { job in
          try await context.write(corp: job.corp, origin: .job) { mutation in
            try job.save(cursor: [9], processedCount: 2, totalCount: 2, in: mutation)
          }
        }, failed: { _, _ in }))
    try context.jobs.start()
    let jobid = try await start("count", context)
    let done = try await settled(jobid, context) { $0.state == .done }
    #expect(done.payload == [1, 2, 3])
    #expect(done.cursor == [9])
    #expect(done.processedCount == 2)
    #expect(done.finishTime == clock.now)
    await context.jobs.stop()
    await context.corps.close()
  }

  @Test("A peer that is away for a while postpones a job, twice as long each time")
  func postpones() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let context = context(in: folder, clock)
    let tries = Mutex(0)
    context.jobs.register(
      "call",
      Jobs.Kind(
        run: { _ in
          let number = tries.withLock { tries in
            tries += 1
            return tries
          }
          if number < 3 { throw Status(.unavailable, "away") }
        }, failed: { _, _ in }))
    try context.jobs.start()
    let jobid = try await start("call", context)
    let first = try await settled(jobid, context) { $0.attempts == 1 }
    #expect(first.nextTime == clock.now.advanced(byMilliseconds: 200))
    #expect(first.lastError == "UNAVAILABLE: away")
    clock.advance(seconds: 1)
    let second = try await settled(jobid, context) { $0.attempts == 2 }
    #expect(second.nextTime == clock.now.advanced(byMilliseconds: 400))
    clock.advance(seconds: 1)
    _ = try await settled(jobid, context) { $0.state == .done }
    await context.jobs.stop()
    await context.corps.close()
  }

  @Test("A job that cannot be done is failed, and says why")
  func fails() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let context = context(in: folder, clock)
    let told = Mutex<[String]>([])
    context.jobs.register(
      "refuse",
      Jobs.Kind(
        run: { _ in throw InvalidField("audience", "EMPTY", "Nobody is left.") },
        failed: { _, why in told.withLock { $0.append(why) } }))
    try context.jobs.start()
    let jobid = try await start("refuse", context)
    let failed = try await settled(jobid, context) { $0.state == .failed }
    #expect(failed.lastError == "Nobody is left.")
    #expect(told.withLock { $0 } == ["Nobody is left."])
    await context.jobs.stop()
    await context.corps.close()
  }

  @Test("A job that was stopped goes on from its cursor when the service starts again")
  func resumes() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let first = context(in: folder, clock)
    first.jobs.register(
      "walk",
      Jobs.Kind(
        run: { job in
          try await first.write(corp: job.corp, origin: .job) { mutation in
            try job.save(cursor: [1], processedCount: 1, totalCount: 2, in: mutation)
          }
          try await first.clock.sleep(until: Instant(seconds: 9_999_999))
        }, failed: { _, _ in }))
    try first.jobs.start()
    let jobid = try await start("walk", first)
    _ = try await settled(jobid, first) { $0.cursor == [1] }
    await first.jobs.stop()
    await first.corps.close()

    let second = context(in: folder, clock)
    let cursors = Mutex<[[UInt8]]>([])
    second.jobs.register(
      "walk",
      Jobs.Kind(run: { job in cursors.withLock { $0.append(job.cursor) } }, failed: { _, _ in }))
    try second.jobs.start()
    _ = try await settled(jobid, second) { $0.state == .done }
    #expect(cursors.withLock { $0 } == [[1]])
    await second.jobs.stop()
    await second.corps.close()
  }

  @Test("Housekeeping that waits is not asked for twice, that runs is, and that is done is no more")
  func housekeeping() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let context = context(in: folder, clock)
    let database = try context.corps.database(of: "demo")
    func waiting() throws -> [Int64] {
      try database.read { reader in
        try reader.all("SELECT state FROM job ORDER BY id") { $0.int64(0) }
      }
    }
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    let (released, release) = AsyncStream.makeStream(of: Void.self)
    context.jobs.register(
      "tidy",
      Jobs.Kind(
        run: { job in
          try await context.write(corp: job.corp, origin: .job) { mutation in
            try job.save(cursor: [], processedCount: 0, totalCount: 0, in: mutation)
          }
          begin.yield()
          for await _ in released { break }
        }, failed: { _, _ in }, isKept: false))
    func ask() async throws {
      try await context.write(corp: "demo", origin: .api) { try $0.startOnce("tidy") }
    }
    try await ask()
    try await ask()
    #expect(try waiting() == [1])
    try context.jobs.start()
    for await _ in begun { break }
    #expect(try waiting() == [2])
    try await ask()
    try await ask()
    #expect(try waiting() == [2, 1])
    release.finish()
    while try !waiting().isEmpty {
      let seen = database.commitCount
      if try !waiting().isEmpty { _ = try await database.commit(after: seen) }
    }
    await context.jobs.stop()
    await context.corps.close()
  }
}
