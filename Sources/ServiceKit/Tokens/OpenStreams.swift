import RPC
import Synchronization

/// The streams that run on tokens, to be ended with a token that is revoked: a call that is short ends by
/// itself before anybody could.
final class OpenStreams: Sendable {
  private struct Stream {
    weak var call: Call?
  }

  private let streams = Mutex<[String: [Stream]]>([:])

  /// Tokens of which streams are kept before those of which none runs any more are looked for.
  private static let swept = 1024

  func add(_ call: Call, jti: String) {
    streams.withLock { streams in
      if streams.count >= Self.swept {
        streams = streams.filter { $0.value.contains { $0.call != nil } }
      }
      streams[jti, default: []].removeAll { $0.call == nil }
      streams[jti, default: []].append(Stream(call: call))
    }
  }

  func end(jti: String) {
    let ended = streams.withLock { $0.removeValue(forKey: jti) } ?? []
    for stream in ended { stream.call?.end(throwing: TokenFailure.revoked) }
  }
}
