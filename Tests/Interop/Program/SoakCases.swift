import RPC

extension InteropCase {
  static let soak: [InteropCase] = [
    InteropCase(name: "rpc_soak") { caller in
      for _ in 0..<caller.soakIterations { try await inTime(caller) { $0 } }
    },
    InteropCase(name: "channel_soak") { caller in
      for _ in 0..<caller.soakIterations {
        try await inTime(caller) { caller in
          Caller(
            address: caller.address, loops: caller.loops, tls: caller.tls, soakIterations: 1,
            soakMilliseconds: caller.soakMilliseconds)
        }
      }
    },
  ]

  /// One large call, over the caller's channel or over one that is made for it.
  private static func inTime(_ caller: Caller, _ fresh: (Caller) -> Caller) async throws {
    let start = ContinuousClock.now
    let other = fresh(caller)
    try await largeUnary(other.client)
    let took = start.duration(to: .now)
    if other.channel !== caller.channel { await other.channel.close() }
    try expect(took < .milliseconds(caller.soakMilliseconds), "a call took \(took)")
  }
}
