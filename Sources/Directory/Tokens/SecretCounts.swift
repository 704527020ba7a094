import ServiceKit
import Synchronization

/// How often wrong secrets are shown for an app, and tokens are asked for with right ones.
///
/// A right secret is never refused for the sake of wrong ones: otherwise anybody could lock an app
/// out. Guessing 256 bits is hopeless; what is kept small is the noise.
final class SecretCounts: Sendable {
  private struct Key: Hashable {
    let corp: String
    let app: String
    let isRight: Bool
  }

  /// Names may be made up by anybody, so all are forgotten when there are too many.
  private static let limit = 4096

  private let policies: Policies
  private let buckets = Mutex<[Key: CallBucket]>([:])

  init(_ policies: Policies) {
    self.policies = policies
  }

  /// Counts a wrong secret; returns what to say of it.
  func wrong(_ corp: String, _ app: String, at now: Instant) -> IssueFailure {
    let key = Key(corp: corp, app: app, isRight: false)
    return count(key, policies[.wrongSecretsPerMinuteMax], at: now)
      .map { IssueFailure.tooManyWrongSecrets(waitMilliseconds: $0) } ?? .wrongSecret
  }

  /// Counts a token that is asked for with a right secret.
  func right(_ corp: String, _ app: String, at now: Instant) throws(IssueFailure) {
    let key = Key(corp: corp, app: app, isRight: true)
    if let wait = count(key, policies[.tokensPerMinuteMax], at: now) {
      throw .tooManyTokens(waitMilliseconds: wait)
    }
  }

  /// How long to wait for a place in the bucket; nil when there was one.
  private func count(_ key: Key, _ callsPerMinute: Int, at now: Instant) -> Int? {
    buckets.withLock { buckets in
      if buckets.count >= Self.limit, buckets[key] == nil { buckets = [:] }
      var bucket = buckets[key] ?? CallBucket(callsPerMinute: callsPerMinute, at: now)
      let isTaken = bucket.take(at: now)
      buckets[key] = bucket
      return isTaken ? nil : bucket.waits.callMilliseconds
    }
  }
}
