import RPC
import Synchronization

/// The streams that run on tokens, to be ended with a token that is revoked: a call that is short ends by
/// itself before anybody could.
final class OpenStreams: Sendable {
  private struct Stream {
    weak var call: Call?
  }

  private struct State {
    /// By the token's jti.
    var streams: [String: [Stream]] = [:]
    /// Those that have ended too, until they are looked for.
    var count = 0
    var sweptAt = OpenStreams.leastSwept
  }

  /// Those that have ended are looked for when there are so many, then when there are twice as many as
  /// were left: so each costs no more, however many run.
  private static let leastSwept = 1024

  private let state = Mutex(State())

  func add(_ call: Call, jti: String) {
    state.withLock { state in
      if state.count >= state.sweptAt {
        state.streams = state.streams.mapValues { $0.filter { $0.call != nil } }
          .filter { !$0.value.isEmpty }
        state.count = state.streams.values.reduce(0) { $0 + $1.count }
        state.sweptAt = max(Self.leastSwept, 2 * state.count)
      }
      state.streams[jti, default: []].append(Stream(call: call))
      state.count += 1
    }
  }

  func end(jti: String) {
    let ended = state.withLock { state in
      let ended = state.streams.removeValue(forKey: jti) ?? []
      state.count -= ended.count
      return ended
    }
    for stream in ended { stream.call?.end(throwing: TokenFailure.revoked) }
  }
}
