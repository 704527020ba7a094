import RPC
import ServiceKit

/// A token 凭证 as the directory remembers it: all but the token itself, which is signed anew for a
/// repetition of its call.
struct Token: Sendable, Equatable {
  let jti: String
  let app: String
  let scopes: Scopes
  let dataScope: DataScope?
  /// In whole seconds, as the token says it.
  let createTime: Instant
  let expireTime: Instant
  /// Nil for one that is not revoked.
  var revokeTime: Instant?

  /// A new one for an app, at a moment whose parts of a second do not count.
  init(for app: App, at now: Instant, policies: Policies) {
    let issued = Instant(seconds: now.microseconds / 1_000_000)
    self.init(
      jti: PublicID.make("tok"), app: app.id, scopes: app.scopes, dataScope: app.dataScope,
      createTime: issued, expireTime: issued.advanced(bySeconds: Int64(policies[.tokenSeconds])))
  }

  init(
    jti: String, app: String, scopes: Scopes, dataScope: DataScope?, createTime: Instant,
    expireTime: Instant, revokeTime: Instant? = nil
  ) {
    self.jti = jti
    self.app = app
    self.scopes = scopes
    self.dataScope = dataScope
    self.createTime = createTime
    self.expireTime = expireTime
    self.revokeTime = revokeTime
  }

  func claims(corp: String) -> TokenClaims {
    TokenClaims(
      issuer: "siyu.directory", app: app, corp: corp, scopes: scopes, dataScope: dataScope,
      issued: createTime, seconds: secondsLeft(at: createTime), jti: jti)
  }

  func secondsLeft(at now: Instant) -> Int64 {
    max(0, (expireTime.microseconds - now.microseconds) / 1_000_000)
  }

  /// Which of an app's valid tokens, the oldest first, make room for one more.
  static func surplus(of valid: [Token], policies: Policies) -> ArraySlice<Token> {
    valid.dropLast(policies[.tokensValidMax] - 1)
  }
}

enum IssueFailure: Failure, Equatable {
  /// Which of the three is wrong is said to nobody.
  case wrongSecret
  case tooManyWrongSecrets(waitMilliseconds: Int)
  case tooManyTokens(waitMilliseconds: Int)
  case noKey

  var code: StatusCode {
    switch self {
    case .wrongSecret: .unauthenticated
    case .tooManyWrongSecrets, .tooManyTokens: .resourceExhausted
    case .noKey: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .wrongSecret: "WRONG_SECRET"
    case .tooManyWrongSecrets: "TOO_MANY_WRONG_SECRETS"
    case .tooManyTokens: "TOO_MANY_TOKENS"
    case .noKey: "NO_TOKEN_KEY"
    }
  }

  var message: String {
    switch self {
    case .wrongSecret: "There is no such corp, app or secret."
    case .tooManyWrongSecrets: "Too many wrong secrets were shown for this app."
    case .tooManyTokens: "The app asks for tokens too often: a token lasts for many calls."
    case .noKey: "This directory issues no tokens: it was started without --token-key."
    }
  }

  var errcode: Int? {
    switch self {
    case .wrongSecret: 40001
    case .tooManyWrongSecrets, .tooManyTokens: 45009
    case .noKey: nil
    }
  }

  var retryMilliseconds: Int? {
    switch self {
    case .tooManyWrongSecrets(let wait), .tooManyTokens(let wait): wait
    case .wrongSecret, .noKey: nil
    }
  }
}

enum TokenRevocationFailure: Failure, Equatable {
  case notFound(jti: String)

  var code: StatusCode { .notFound }
  var reason: String { "TOKEN_NOT_FOUND" }
  var field: String? { "jti" }

  var message: String {
    switch self {
    case .notFound(let jti):
      "No token '\(jti)' was issued here within 24 hours; say expire_time to revoke it all the same."
    }
  }
}
