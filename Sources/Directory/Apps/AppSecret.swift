import ServiceKit

/// What an app shows to get a token: known here by its hash. 256 random bits need no slow hash, for
/// there is nothing to guess.
struct AppSecret: Sendable, Equatable {
  let id: String
  fileprivate let hash: SecretHash
  let createTime: Instant
  /// Nil for the newest.
  var expireTime: Instant?

  init(id: String, hash: [UInt8], createTime: Instant, expireTime: Instant?) {
    self.id = id
    self.hash = SecretHash(hash)
    self.createTime = createTime
    self.expireTime = expireTime
  }

  var hashBytes: [UInt8] { hash.bytes }

  func isValid(at now: Instant) -> Bool { expireTime.map { now < $0 } ?? true }

  func isOf(_ hash: SecretHash) -> Bool { self.hash == hash }

  static func hash(_ shown: String) -> SecretHash { SecretHash(of: shown) }

  /// A new secret: what is shown, and what is kept of it.
  static func make(at now: Instant) -> (shown: String, secret: AppSecret) {
    let shown = Secret.make(prefix: "siyu_")
    let secret = AppSecret(
      id: PublicID.make("sec"), hash: SecretHash(of: shown).bytes, createTime: now, expireTime: nil)
    return (shown, secret)
  }
}

extension [AppSecret] {
  /// With a new one before them. The one that was the newest goes on for a while, older ones end.
  func rotated(to newest: AppSecret, overlapSeconds: Int64) -> [AppSecret] {
    guard var former = first, overlapSeconds > 0 else { return [newest] }
    let end = newest.createTime.advanced(bySeconds: overlapSeconds)
    former.expireTime = Swift.min(former.expireTime ?? end, end)
    return [newest, former]
  }
}
