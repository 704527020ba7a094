/// When a call that failed is sent again by itself, as gRPC's A6 says.
///
/// For calls that may take effect twice without harm, or carry a `request_id`. A call is repeated
/// only until the server has begun to answer it, and only while its requests fit
/// `ChannelLimits.replayBytes`; a channel whose calls mostly fail stops repeating them
/// (`ChannelLimits.retryTokens`). What a server refused unseen is sent again without any policy.
package struct RetryPolicy: Sendable {
  /// With the first one. A6 lets nobody ask for more than five.
  package let attempts: Int
  /// The wait before attempt n + 1 is by chance between nothing and this, times `multiplier` to the
  /// power of n - 1, but at most `longestBackoffMilliseconds`.
  package let firstBackoffMilliseconds: Int
  package let longestBackoffMilliseconds: Int
  package let multiplier: Double
  /// The codes that are worth another attempt.
  package let codes: Set<StatusCode>
  /// Codes that are so only when the server says after how long.
  package let pushbackCodes: Set<StatusCode>
  /// A server that wants a longer wait than this has said no.
  package let longestPushbackMilliseconds: Int

  package static let mostAttempts = 5

  package init(
    attempts: Int = 4, firstBackoffMilliseconds: Int = 100, longestBackoffMilliseconds: Int = 2_000,
    multiplier: Double = 2, codes: Set<StatusCode> = [.unavailable],
    pushbackCodes: Set<StatusCode> = [], longestPushbackMilliseconds: Int = 60_000
  ) {
    precondition(attempts > 0 && firstBackoffMilliseconds >= 0 && multiplier > 0, "no such policy")
    self.attempts = min(attempts, Self.mostAttempts)
    self.firstBackoffMilliseconds = firstBackoffMilliseconds
    self.longestBackoffMilliseconds = longestBackoffMilliseconds
    self.multiplier = multiplier
    self.codes = codes
    self.pushbackCodes = pushbackCodes
    self.longestPushbackMilliseconds = longestPushbackMilliseconds
  }
}

/// Stops a channel from repeating calls while most of them fail, so that its retries add little to
/// the load of a server in trouble.
///
/// Each failure that a policy calls worth repeating takes a token, each success gives a fraction of
/// one; at half the tokens or fewer nothing is repeated. One a channel.
struct RetryThrottle {
  private let most: Double
  private let ratio: Double
  private var tokens: Double

  init(tokens: Int, ratio: Double) {
    most = Double(tokens)
    self.ratio = ratio
    self.tokens = most
  }

  var mayRetry: Bool { tokens > most / 2 }

  mutating func succeeded() { tokens = min(most, tokens + ratio) }

  mutating func failed() { tokens = max(0, tokens - 1) }
}
