import Crypto
import Foundation
import JWTKit

/// The public keys that tokens may be signed with, by their ids: a JWKS (RFC 7517) of P-256 keys.
///
/// jwt-kit's own collection of keys is an actor, and reads a token before it checks the signature. A
/// call is admitted without a suspension, and strangers' texts are not read, so tokens are checked
/// here, by swift-crypto.
package struct KeySet: Sendable {
  private let keys: [String: P256.Signing.PublicKey]

  /// From a file.
  package init(path: String) throws(FileMistake) {
    try self.init(json: WatchedFile.read(path, isSecret: false), path: path)
  }

  /// Keys of other kinds are left out: another issuer's file may hold them.
  init(json: [UInt8], path: String) throws(FileMistake) {
    var keys: [String: P256.Signing.PublicKey] = [:]
    guard let set = try? JSONDecoder().decode(JWKS.self, from: Data(json)) else {
      throw FileMistake(path, "it holds no JWKS")
    }
    for key in set.keys {
      guard key.keyType == .ecdsa, key.curve == .ecdsa(.p256), let id = key.keyIdentifier?.string,
        let x = key.x, let y = key.y
      else { continue }
      guard let known = Self.key(x: x, y: y) else {
        throw FileMistake(path, "the key '\(id)' is no point of P-256")
      }
      keys[id] = known
    }
    guard !keys.isEmpty else { throw FileMistake(path, "it holds no P-256 key with a kid") }
    self.keys = keys
  }

  package func holds(_ id: String) -> Bool { keys[id] != nil }

  /// What a token says if it is one of ours, the time and what was revoked apart.
  package func claims(
    in token: some StringProtocol
  ) throws(TokenFailure) -> (claims: TokenClaims, scopes: Scopes, dataScope: DataScope?) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header: Header = Self.decoded(parts[0]), header.alg == "ES256",
      header.typ == "at+jwt", let key = keys[header.kid],
      let bytes = Base64URL.bytes(parts[2]),
      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: bytes),
      key.isValidSignature(signature, for: Data("\(parts[0]).\(parts[1])".utf8)),
      // Only what we have signed is read any further.
      let claims: TokenClaims = Self.decoded(parts[1]), claims.isWellFormed,
      let scopes = try? Scopes(text: claims.scope)
    else { throw .bad }
    guard let text = claims.dataScope else { return (claims, scopes, nil) }
    guard let dataScope = try? DataScope(text: text) else { throw .bad }
    return (claims, scopes, dataScope)
  }

  private struct Header: Decodable {
    let alg: String
    let typ: String
    let kid: String
  }

  private static func decoded<Content: Decodable>(_ part: some StringProtocol) -> Content? {
    Base64URL.bytes(part).flatMap { try? JSONDecoder().decode(Content.self, from: Data($0)) }
  }

  private static func key(x: String, y: String) -> P256.Signing.PublicKey? {
    guard let x = Base64URL.bytes(x), let y = Base64URL.bytes(y) else { return nil }
    return try? P256.Signing.PublicKey(x963Representation: [4] + x + y)
  }
}

extension P256.Signing.PublicKey {
  /// The name of the key that everybody comes to who has it: its thumbprint (RFC 7638).
  var thumbprint: String {
    let (x, y) = coordinates
    let text = #"{"crv":"P-256","kty":"EC","x":"\#(x)","y":"\#(y)"}"#
    return Base64URL.text(Array(SHA256.hash(data: Data(text.utf8))))
  }

  /// As a JWKS of one key.
  var jwks: String {
    let (x, y) = coordinates
    return """
      {"keys": [{"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig",
        "kid": "\(thumbprint)",
        "x": "\(x)",
        "y": "\(y)"}]}

      """
  }

  private var coordinates: (x: String, y: String) {
    let point = Array(rawRepresentation)
    return (Base64URL.text(Array(point[..<32])), Base64URL.text(Array(point[32...])))
  }
}

/// Base64 as tokens and keys are written: without padding, `-` and `_` for `+` and `/`.
package enum Base64URL {
  package static func text(_ bytes: [UInt8]) -> String {
    var text = Array(Data(bytes).base64EncodedData())
    while text.last == UInt8(ascii: "=") { text.removeLast() }
    return String(
      decoding: text.map { byte in
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: byte
        }
      }, as: UTF8.self)
  }

  /// Nil for anything else: what was left out or added would give one token many texts.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var plain: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-"): plain.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): plain.append(UInt8(ascii: "/"))
      case let byte where Shape.isAlphanumeric(byte): plain.append(byte)
      default: return nil
      }
    }
    while plain.count % 4 != 0 { plain.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(plain)).map(Array.init)
  }
}
