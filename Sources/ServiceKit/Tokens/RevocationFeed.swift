import Messages
import RPC

extension ServiceContext {
  /// Hears from directory which tokens are revoked, and lets them go. Not in directory itself, which
  /// has no peer to ask, nor where no token is looked at.
  func followRevocations() {
    guard let tokens else { return }
    follow(
      FollowedFeed<DirectoryV1.Change, Change>(
        peer: "directory", name: "directory.revocations",
        watch: { cursor, channel, options in
          DirectoryV1.ChangeServiceClient(channel)
            .watchChanges(.init(after: cursor), options: options)
        },
        takeOver: { corp in try await self.takeOverRevocations(corp, tokens) },
        apply: { change, mutation in
          guard case .tokenRevoked(let token) = change.event else { return }
          try RevokedTokenTable.put(
            token.jti, expiry: token.expiry, now: mutation.now, in: mutation.writer)
          mutation.afterCommit { tokens.forget(jti: token.jti) }
        }))
  }

  /// Reads what directory has revoked; returns the cursor of before.
  private func takeOverRevocations(_ corp: String, _ tokens: TokenVerifier) async throws -> String {
    let channel = try peers.channel(to: "directory")
    let cursor = try await DirectoryV1.ChangeServiceClient(channel)
      .getNewestCursor(.init(), options: peers.options(corp: corp)).cursor
    let client = DirectoryV1.TokenServiceClient(channel)
    var request = DirectoryV1.ListRevokedTokensRequest(pageSize: Int32(Page.largestSize))
    repeat {
      let page = try await client.listRevokedTokens(request, options: peers.options(corp: corp))
      try await write(corp: corp, origin: .job) { mutation in
        for token in page.tokens {
          try RevokedTokenTable.put(
            token.jti, expiry: token.expiry, now: mutation.now, in: mutation.writer)
          mutation.afterCommit { tokens.forget(jti: token.jti) }
        }
      }
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty
    return cursor
  }
}

extension DirectoryV1.Token {
  /// When it is of no use anyway; one that does not say it is kept for ever.
  fileprivate var expiry: Instant {
    expireTime.flatMap { Instant($0) } ?? Instant(microseconds: .max)
  }
}
