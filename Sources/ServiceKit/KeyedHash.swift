import Crypto
import Foundation

/// What stands in the store for a value that is to be found again, but not read: HMAC-SHA256 under a
/// key of the corp's own, cut to 128 bits. The same for ever under the same key.
package enum KeyedHash {
  package static func makeKey() -> [UInt8] {
    SymmetricKey(size: .bits256).withUnsafeBytes(Array.init)
  }

  /// In hexadecimal digits.
  package static func text(of value: String, key: [UInt8]) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data(value.utf8), using: SymmetricKey(data: key))
    return code.prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
