package import RPC

extension Call {
  /// By what the lines and spans of one call are found again, here and at the services it calls: the
  /// caller's `x-request-id`, or one of our own. The same whenever it is asked for.
  package var requestID: String {
    if let given = metadata["x-request-id"], !given.isEmpty { return String(given.prefix(128)) }
    let place = UInt64(UInt(bitPattern: ObjectIdentifier(self).hashValue))
    return Lots.mix(Self.seed ^ beganNanoseconds ^ place << 20).hexadecimal
  }

  /// Tells this process's from another's.
  private static let seed = Lots.shared.draw()

  /// The trace that the call belongs to, as its handler goes on with it.
  package var trace: TraceContext? {
    if let span = note as? RunningSpan { return span.context }
    return hasTraceparent ? TraceContext(metadata) : nil
  }
}

extension Call {
  /// Runs what asks peers in the corp's name, and does not know of this call, in its trace all the
  /// same.
  package func asErrand<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    let errand = Errand(requestID: requestID, trace: trace)
    return try await Errand.$current.withValue(errand) { try await body() }
  }
}

/// On whose behalf a task asks peers that does so without a call in its hands: a job's run.
struct Errand: Sendable {
  @TaskLocal static var current: Errand?

  let requestID: String
  let trace: TraceContext?
}
