/// Base64 as `-bin` metadata uses it: written without padding, read with or without.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity((bytes.count * 4 + 2) / 3)
    var bits: UInt32 = 0
    var bitCount = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      bitCount += 8
      while bitCount >= 6 {
        bitCount -= 6
        letters.append(alphabet[Int(bits >> UInt32(bitCount)) & 0x3F])
      }
    }
    if bitCount > 0 { letters.append(alphabet[Int(bits << UInt32(6 - bitCount)) & 0x3F]) }
    return letters
  }

  /// Nil for anything but base64: letters outside the alphabet, a lone last letter, padding that
  /// does not fit.
  static func decode(_ letters: some Collection<UInt8>) -> [UInt8]? {
    let body = letters.prefix { $0 != UInt8(ascii: "=") }
    let bodyCount = body.count
    let padding = letters.count - bodyCount
    guard bodyCount % 4 != 1, padding == 0 || (bodyCount + padding) % 4 == 0, padding <= 2,
      letters.dropFirst(bodyCount).allSatisfy({ $0 == UInt8(ascii: "=") })
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(bodyCount * 3 / 4)
    var bits: UInt32 = 0
    var bitCount = 0
    for letter in body {
      let value = values[Int(letter)]
      guard value != 0xFF else { return nil }
      bits = bits << 6 | UInt32(value)
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
      }
    }
    return bytes
  }
}
