import Crypto
import Foundation

/// The hash of a secret, compared in a time that says nothing about either.
package struct SecretHash: Sendable, Equatable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(of secret: String) {
    bytes = Array(SHA256.hash(data: Data(secret.utf8)))
  }

  package static func == (left: SecretHash, right: SecretHash) -> Bool {
    guard left.bytes.count == right.bytes.count else { return false }
    return zip(left.bytes, right.bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

package enum Secret {
  /// 256 random bits in 43 characters, behind a prefix by which leaked ones are searched for.
  package static func make(prefix: String) -> String {
    var random = SystemRandomNumberGenerator()
    return prefix + Base64URL.text((0..<32).map { _ in .random(in: 0...255, using: &random) })
  }
}
