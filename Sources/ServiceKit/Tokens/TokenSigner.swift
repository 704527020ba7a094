import Crypto
import Foundation
import JWTKit

/// Signs tokens, with the P-256 key in a PEM file that nobody but its owner may read.
package struct TokenSigner: Sendable {
  /// The key's id, and where its public half is looked for.
  package let kid: String
  private let keys: JWTKeyCollection

  package init(key path: String) async throws {
    let pem = try WatchedFile.read(path, isSecret: true)
    guard
      let key = try? P256.Signing.PrivateKey(
        pemRepresentation: String(decoding: pem, as: UTF8.self))
    else { throw FileMistake(path, "it holds no private P-256 key in PEM form") }
    kid = key.publicKey.thumbprint
    keys = await JWTKeyCollection().add(
      ecdsa: try ES256PrivateKey(backing: key), kid: JWKIdentifier(string: kid))
  }

  package func sign(_ claims: TokenClaims) async throws -> String {
    try await keys.sign(claims, kid: JWKIdentifier(string: kid), header: ["typ": "at+jwt"])
  }

  /// A new key: its private half in PEM, its public half as a JWKS.
  package static func newKey() -> (pem: String, jwks: String) {
    let key = P256.Signing.PrivateKey()
    return (key.pemRepresentation + "\n", key.publicKey.jwks)
  }
}
