import Crypto
import Foundation

/// Makes one number of several values, to find out later whether the same values come again: 64 bits
/// of SHA-256. The same on every machine and for ever, so it may be stored.
package struct Fingerprint {
  private var hash = SHA256()

  package init() {}

  package mutating func add(_ value: Int64) {
    withUnsafeBytes(of: value.bigEndian) { hash.update(bufferPointer: $0) }
  }

  /// With its length, so that "ab", "c" is not "a", "bc".
  package mutating func add(_ text: String) {
    add(Int64(text.utf8.count))
    var text = text
    text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
  }

  package consuming func finish() -> UInt64 {
    hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: UInt64.self).bigEndian }
  }
}
