import RPC

/// Makes the calls of a run: which method each is of, and with what, follows from its number.
protocol LoadCaller: Sendable {
  func call(_ number: Int) -> NumberedCall
}

/// A call that is yet to be made.
struct NumberedCall: Sendable {
  /// The place of its method in the scenario.
  let method: Int
  /// Makes it; returns OK or why it failed.
  let make: @Sendable () async -> Status
}

/// Makes a scenario's calls over some connections in turn.
struct ScenarioCaller<Kind: Scenario>: LoadCaller {
  let scenario: Kind
  let mix: Mix
  let seed: UInt64
  let channels: [Channel]
  let options: CallOptions
  /// Tells the calls of this run from those of others with the same seed.
  let run: String

  func call(_ number: Int) -> NumberedCall {
    var random = SplitMix(seed: seed, stream: UInt64(number))
    let place = mix.method(&random)
    let call = LoadCall(
      number: number, run: run, channel: channels[number / workers % channels.count],
      options: options, random: random)
    return NumberedCall(method: place) {
      var call = call
      do {
        try await Kind.methods[place].make(scenario, &call)
        return .ok
      } catch let status as Status {
        return status
      } catch {
        return Status(.cancelled, "\(error)")
      }
    }
  }

  /// The numbers of one worker's calls are so far apart.
  let workers: Int
}
