/// A proto file as the generator saw it, for server reflection.
package struct FileDescriptorEntry: Sendable {
  /// As imports name it: `siyu/customers/v1/tag.proto`.
  package let name: String

  /// The files it imports.
  package let dependencies: [String]

  /// The full names of what it defines: messages, enums, services and methods.
  package let symbols: [String]

  private let base64: StaticString

  package init(name: String, dependencies: [String], symbols: [String], base64: StaticString) {
    self.name = name
    self.dependencies = dependencies
    self.symbols = symbols
    self.base64 = base64
  }

  /// The packed `google.protobuf.FileDescriptorProto`, without comments and positions.
  ///
  /// It stands in the program as base64, for literals of many numbers compile slowly; decoding takes
  /// microseconds, in a call that only tools make.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var bitCount = 0
    for character in UnsafeBufferPointer(start: base64.utf8Start, count: base64.utf8CodeUnitCount)
    where character != UInt8(ascii: "=") {
      bits = bits << 6 | Self.value(of: character)
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
      }
    }
    return bytes
  }

  private static func value(of character: UInt8) -> UInt32 {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: preconditionFailure("not base64")
    }
  }
}
