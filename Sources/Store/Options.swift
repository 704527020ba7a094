extension Database {
  /// How a database is kept. The defaults are for a server that promises what it answers.
  package struct Options: Sendable {
    package enum Synchronous: String, Sendable {
      /// An answered write survives the loss of power.
      case full = "FULL"
      /// An answered write survives the end of the process; the last ones may be lost with power.
      case normal = "NORMAL"
    }

    package var synchronous: Synchronous

    /// Bodies that may wait for the writer. At 10,000 a second this is under half a second of work.
    package var writeQueueLimit: Int

    /// How long one batch takes in further bodies, so that the first does not wait for the last.
    package var batchMilliseconds: Int

    /// The longest a scan may hold its transaction: it keeps the log from being reused meanwhile.
    package var scanLimitMilliseconds: Int

    /// How much of the file the writer keeps in memory, once it has touched that much. A batch that
    /// changes more writes pages to the log before its commit, and some of them again.
    package var writerCacheKibibytes: Int

    /// Pages in the log that are worth a checkpoint once nobody waits: 4 MB, SQLite's own default.
    package var checkpointPages: Int

    /// Pages in the log above which a checkpoint comes before waiting writes: 64 MB.
    package var logLimitPages: Int

    /// How long the writer thread stays without work. It then empties the log and ends.
    package var idleMilliseconds: Int

    /// How often a writer whose disk was full looks whether there is room again: nobody may be
    /// sending it writes any more, for it has said that it is not well.
    package var probeMilliseconds: Int

    /// Told of what happens, on the thread where it happens; it must not block.
    package var observe: @Sendable (Event) -> Void

    /// The registered SQLite VFS to open through, nil for the system's. For tests of failing disks.
    package var vfs: String?

    /// What time it is, for deadlines and for measuring the writer. For tests.
    package var clock: @Sendable () -> ContinuousClock.Instant

    package init(
      synchronous: Synchronous = .full, writeQueueLimit: Int = 4096, batchMilliseconds: Int = 50,
      scanLimitMilliseconds: Int = 10_000, writerCacheKibibytes: Int = 32_768,
      checkpointPages: Int = 1000,
      logLimitPages: Int = 16_000, idleMilliseconds: Int = 10_000, probeMilliseconds: Int = 1000,
      vfs: String? = nil,
      clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
      observe: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
      self.synchronous = synchronous
      self.writeQueueLimit = writeQueueLimit
      self.batchMilliseconds = batchMilliseconds
      self.scanLimitMilliseconds = scanLimitMilliseconds
      self.writerCacheKibibytes = writerCacheKibibytes
      self.checkpointPages = checkpointPages
      self.logLimitPages = logLimitPages
      self.idleMilliseconds = idleMilliseconds
      self.probeMilliseconds = probeMilliseconds
      self.observe = observe
      self.vfs = vfs
      self.clock = clock
    }
  }
}
