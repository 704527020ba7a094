import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.directory.v1.TokenService`.
struct TokenHandler: DirectoryV1.TokenServiceProtocol {
  let context: DirectoryContext
  let counts: SecretCounts

  func issueToken(
    _ request: DirectoryV1.IssueTokenRequest, _ call: Call
  ) async throws -> DirectoryV1.IssueTokenResponse {
    try Shape.bytes(request.corpid, 1...64, field: "corpid", errcode: 41002)
    try Shape.bytes(request.appID, 1...64, field: "app_id", errcode: 40056)
    try Shape.bytes(request.secret, 1...128, field: "secret", errcode: 41004)
    try Shape.requestID(request.requestID)
    guard let signer = context.signer else { throw IssueFailure.noKey }
    let now = context.clock.now
    // A name that anybody may make up makes no file, and a wrong secret does not reach the writer.
    guard let database = try context.corps.existingDatabase(of: request.corpid),
      try database.read({ try AppTable.find(request.appID, in: $0) })?
        .hasSecret(request.secret, at: now) == true
    else { throw counts.wrong(request.corpid, request.appID, at: now) }
    try counts.right(request.corpid, request.appID, at: now)
    let token = try await context.write(
      corp: request.corpid, origin: .api, deadline: call.deadline?.instant
    ) { try issue(request, $0) }
    return .init(
      accessToken: try await signer.sign(token.claims(corp: request.corpid)),
      expiresIn: token.secondsLeft(at: now), jti: token.jti, scopes: token.scopes.names,
      dataScope: token.dataScope?.message)
  }

  /// The token to sign: the one that the same request got before, or a new one.
  private func issue(
    _ request: DirectoryV1.IssueTokenRequest, _ mutation: DirectoryMutation
  ) throws -> Token {
    // What was found before may have been changed by who came in between.
    guard let app = try AppTable.find(request.appID, in: mutation.writer),
      app.hasSecret(request.secret, at: mutation.now)
    else { throw IssueFailure.wrongSecret }
    let expired = mutation.now.advanced(
      bySeconds: -3600 * Int64(context.policies[.requestIdKeptHours]))
    if !request.requestID.isEmpty,
      let kept = try TokenTable.find(
        request: request.requestID, of: app.id, since: expired, in: mutation.writer)
    {
      return kept
    }
    let valid = try TokenTable.valid(of: app.id, now: mutation.now, in: mutation.writer)
    for token in Token.surplus(of: valid, policies: context.policies) {
      try context.revoke(token, mutation)
    }
    let token = Token(for: app, at: mutation.now, policies: context.policies)
    try TokenTable.insert(
      token, request: request.requestID, expired: expired, in: mutation.writer)
    try mutation.emit(.tokenIssued(token.message))
    return token
  }

  func listTokens(
    _ request: DirectoryV1.ListTokensRequest, _ call: Call
  ) async throws -> DirectoryV1.ListTokensResponse {
    let page = try Page(request)
    let now = context.clock.now
    let found = try context.read(call) { reader in
      if !request.appID.isEmpty, try AppTable.find(request.appID, in: reader) == nil {
        throw AppFailure.notFound(request.appID, field: "app_id")
      }
      return try TokenTable.list(
        of: request.appID, after: page.after.first?.int ?? 0, now: now, limit: page.size + 1,
        in: reader)
    }
    let (tokens, nextPageToken) = page.cut(found) { [.int($0.position)] }
    return .init(tokens: tokens.map(\.token.message), nextPageToken: nextPageToken)
  }

  func revokeToken(
    _ request: DirectoryV1.RevokeTokenRequest, _ call: Call
  ) async throws -> DirectoryV1.RevokeTokenResponse {
    try Shape.id(request.jti, field: "jti", errcode: 40014)
    let expiry = try request.expireTime.map { time in
      guard let expiry = Instant(time) else {
        throw InvalidField("expire_time", "BAD_TIME", "expire_time is outside the years 1 to 9999.")
      }
      return expiry
    }
    return try await context.mutate(request, call) { mutation in
      if let token = try TokenTable.find(request.jti, in: mutation.writer) {
        if token.revokeTime == nil { try context.revoke(token, mutation) }
      } else if let expiry {
        try context.revoke(jti: request.jti, expiry: expiry, mutation)
      } else {
        throw TokenRevocationFailure.notFound(jti: request.jti)
      }
      return .init()
    }
  }

  func listRevokedTokens(
    _ request: DirectoryV1.ListRevokedTokensRequest, _ call: Call
  ) async throws -> DirectoryV1.ListRevokedTokensResponse {
    let page = try Page(request)
    let now = context.clock.now
    let found = try context.read(call) { reader in
      try RevokedTokenTable.list(
        after: page.after.first?.text ?? "", now: now, limit: page.size + 1, in: reader)
    }
    let (tokens, nextPageToken) = page.cut(found) { [.text($0.jti)] }
    return .init(
      tokens: tokens.map { .init(jti: $0.jti, expireTime: $0.expiry.timestamp) },
      nextPageToken: nextPageToken)
  }
}

extension DirectoryContext {
  /// Revokes a token that was issued here, from the commit on.
  func revoke(_ token: Token, _ mutation: DirectoryMutation) throws {
    try TokenTable.revoke(token, now: mutation.now, in: mutation.writer)
    try remember(token.jti, expiry: token.expireTime, mutation)
    try mutation.emit(.tokenRevoked(token.message))
  }

  /// Revokes a token of which no more is known.
  func revoke(jti: String, expiry: Instant, _ mutation: DirectoryMutation) throws {
    guard try !RevokedTokenTable.contains(jti, in: mutation.writer) else { return }
    try remember(jti, expiry: expiry, mutation)
    try mutation.emit(.tokenRevoked(.init(jti: jti, expireTime: expiry.timestamp)))
  }

  func revokeTokens(of app: App, _ mutation: DirectoryMutation) throws {
    for token in try TokenTable.valid(of: app.id, now: mutation.now, in: mutation.writer) {
      try revoke(token, mutation)
    }
  }

  private func remember(_ jti: String, expiry: Instant, _ mutation: DirectoryMutation) throws {
    try RevokedTokenTable.put(jti, expiry: expiry, now: mutation.now, in: mutation.writer)
    mutation.afterCommit { [tokens] in tokens?.forget(jti: jti) }
  }
}

extension Token {
  var message: DirectoryV1.Token {
    .init(
      jti: jti, appID: app, createTime: createTime.timestamp, expireTime: expireTime.timestamp)
  }
}
