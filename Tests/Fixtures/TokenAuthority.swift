import Foundation
package import RPC
package import ServiceKit

/// Keys of a test's own, in files, and the tokens it signs with them.
package final class TokenAuthority: Sendable {
  package let signer: TokenSigner
  private let folder: TemporaryFolder
  /// A token for every corp, good for ten years from 2026 on.
  package let peerTokenPath: String

  package var keysPath: String { "\(folder.path)/token-keys.json" }

  package init() async throws {
    folder = try TemporaryFolder()
    let (pem, jwks) = TokenSigner.newKey()
    let keyPath = "\(folder.path)/token-key.pem"
    try Self.write(pem, to: keyPath)
    try Data(jwks.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/token-keys.json"))
    signer = try await TokenSigner(key: keyPath)
    peerTokenPath = "\(folder.path)/peer-token"
    try Self.write(
      await signer.sign(
        TokenClaims(
          issuer: "test", app: "siyu", corp: TokenClaims.everyCorp, scopes: .all,
          issued: Instant(seconds: 1_767_225_600), seconds: 315_360_000, jti: "peer")),
      to: peerTokenPath)
  }

  private static func write(_ secret: String, to path: String) throws {
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(secret.utf8), attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
  }

  /// A token of two hours, from 2026-01-05 08:00 in Shanghai on unless another moment is given.
  package func token(
    corp: String = "demo", app: String = "test", scopes: Scopes = .all,
    dataScope: DataScope? = nil, issued: Instant = Instant(seconds: 1_767_571_200),
    seconds: Int64 = 7200, jti: String = "jti"
  ) async throws -> String {
    try await signer.sign(
      TokenClaims(
        issuer: "test", app: app, corp: corp, scopes: scopes, dataScope: dataScope, issued: issued,
        seconds: seconds, jti: jti))
  }

  /// Puts the keys of others in the place of its own, or both.
  package func replaceKeys(by others: TokenAuthority, keepingOwn: Bool) throws {
    let files = keepingOwn ? [keysPath, others.keysPath] : [others.keysPath]
    let sets = try files.map { path in
      let json = try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: path)))
      return (json as? [String: Any])?["keys"] as? [Any] ?? []
    }
    let joined = try JSONSerialization.data(withJSONObject: ["keys": sets.flatMap(\.self)])
    try joined.write(to: URL(fileURLWithPath: keysPath), options: .atomic)
  }

  /// Spoils the file of the keys.
  package func spoilKeys() throws {
    try Data("{".utf8).write(to: URL(fileURLWithPath: keysPath), options: .atomic)
  }
}

extension CallOptions {
  /// How a caller calls who has a token.
  package static func bearer(_ token: String) -> CallOptions {
    CallOptions(metadata: ["authorization": "Bearer \(token)"])
  }
}
