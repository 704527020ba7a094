package import Logging
import RPC
import Synchronization

/// A token that was found good: whom it lets in, and until when.
private final class VerifiedToken: Sendable {
  let principal: Principal
  let expiry: Instant
  let jti: String

  init(_ claims: TokenClaims, _ scopes: Scopes, _ dataScope: DataScope?) {
    principal = Principal(
      corp: claims.corp, app: claims.app, scopes: scopes, dataScope: dataScope,
      expiry: claims.expiry, jti: claims.jti)
    expiry = claims.expiry
    jti = claims.jti
  }
}

/// What stands in `authorization`, as what is looked up at every call: hashed by its end alone, for
/// that of a signature is as random as all of it, and compared whole.
private struct Authorization: Hashable {
  let text: String

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { bytes in
      hasher.combine(
        bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).suffix(32)))
    }
  }
}

/// Tells good tokens from bad ones: by the keys of a JWKS file, which is read again within a second of
/// its change, and by what was revoked.
///
/// A token that was found good is remembered by its bytes, so that a further call with it costs a
/// look-up and no signature; what is remembered is let go when the keys change. Any thread may call it.
package final class TokenVerifier: Sendable {
  private struct State {
    var file: WatchedFile
    var keys: KeySet
    var looked = Instant(microseconds: .min)
    var known: [Authorization: VerifiedToken] = [:]
    /// How often something was forgotten: what was verified meanwhile is not remembered.
    var forgets = 0
  }

  /// Two tokens each of 8,000 apps, in about 10 MB.
  private static let knownLimit = 16_384

  private let revoked: @Sendable (_ corp: String, _ jti: String) throws -> Bool
  private let log: Logger
  private let state: Mutex<State>
  private let streams = OpenStreams()

  /// - Parameter revoked: Whether a corp's token was revoked, as the store has it.
  package init(
    keys path: String, log: Logger,
    revoked: @escaping @Sendable (_ corp: String, _ jti: String) throws -> Bool
  ) throws(FileMistake) {
    var file = WatchedFile(path, isSecret: false)
    let keys = try KeySet(json: file.changed() ?? [], path: path)
    state = Mutex(State(file: file, keys: keys))
    self.log = log
    self.revoked = revoked
  }

  /// Whom what stands in `authorization` lets in: `Bearer`, a space and the token. Throws
  /// `TokenFailure`.
  package func principal(in authorization: String, at now: Instant) throws -> Principal {
    let (known, forgets) = state.withLock { state in
      look(&state, at: now)
      return (state.known[Authorization(text: authorization)], state.forgets)
    }
    let token = try known ?? verify(authorization, at: now, forgets)
    guard now < token.expiry else { throw TokenFailure.expired }
    return token.principal
  }

  /// The same for a call; a stream is ended when its token is revoked.
  func principal(in authorization: String, of call: Call, at now: Instant) throws -> Principal {
    let principal = try principal(in: authorization, at: now)
    // A token for every corp is not revoked.
    guard call.method.serverStreaming || call.method.clientStreaming, let jti = principal.jti,
      principal.corp != TokenClaims.everyCorp
    else { return principal }
    streams.add(call, jti: jti)
    // Asked again, for it may have been revoked just before the stream was known.
    return try self.principal(in: authorization, at: now)
  }

  /// Lets go of a token that was revoked, once that is in the store, and ends the streams that run on it.
  package func forget(jti: String) {
    state.withLock { state in
      state.forgets += 1
      state.known = state.known.filter { $0.value.jti != jti }
    }
    streams.end(jti: jti)
  }

  /// Reads the keys again when they have changed, and looks no more than once a second.
  private func look(_ state: inout State, at now: Instant) {
    guard !(state.looked..<state.looked.advanced(bySeconds: 1)).contains(now) else { return }
    state.looked = now
    do {
      guard let json = try state.file.changed() else { return }
      state.keys = try KeySet(json: json, path: state.file.path)
      state.known = [:]
      state.forgets += 1
      log.info("Read changed token keys.")
    } catch {
      log.warning("Kept the token keys of before.", metadata: ["reason": "\(error)"])
    }
  }

  private func verify(
    _ authorization: String, at now: Instant, _ forgets: Int
  ) throws -> VerifiedToken {
    guard let text = Self.bearer(authorization) else { throw TokenFailure.bad }
    let (claims, scopes, dataScope) = try state.withLock { $0.keys }.claims(in: text)
    guard now < claims.expiry else { throw TokenFailure.expired }
    // Whoever has signed for every corp takes his key out of the file instead.
    if claims.corp != TokenClaims.everyCorp, try revoked(claims.corp, claims.jti) {
      throw TokenFailure.revoked
    }
    let token = VerifiedToken(claims, scopes, dataScope)
    state.withLock { state in
      guard state.forgets == forgets else { return }
      if state.known.count >= Self.knownLimit {
        state.known = state.known.filter { now < $0.value.expiry }
        if state.known.count >= Self.knownLimit { state.known = [:] }
      }
      state.known[Authorization(text: authorization)] = token
    }
    return token
  }

  private static func bearer(_ authorization: String) -> Substring? {
    let scheme = "Bearer "
    guard authorization.utf8.count > scheme.utf8.count,
      authorization.prefix(scheme.count).lowercased() == scheme.lowercased()
    else { return nil }
    return authorization.dropFirst(scheme.count)
  }
}
