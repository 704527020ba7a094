/// Bytes of a message, made by hand: for what no correct packer writes.
struct Wire: ExpressibleByArrayLiteral {
  private(set) var bytes: [UInt8]

  init(arrayLiteral elements: UInt8...) { bytes = elements }

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  static func varint(_ number: UInt32, _ value: UInt64) -> Wire {
    Wire(encoded(UInt64(number) << 3) + encoded(value))
  }

  static func field(_ number: UInt32, _ content: [UInt8]) -> Wire {
    Wire(encoded(UInt64(number) << 3 | 2) + encoded(UInt64(content.count)) + content)
  }

  static func field(_ number: UInt32, _ content: Wire) -> Wire { field(number, content.bytes) }

  static func tag(_ number: UInt32, wireType: UInt8) -> Wire {
    Wire(encoded(UInt64(number) << 3 | UInt64(wireType)))
  }

  /// A message that holds itself in `number`, so many levels in all.
  ///
  /// Made from the inside out and turned round, for a front that grows costs its length each time.
  static func nested(in number: UInt32, levels: Int) -> Wire {
    var reversed: [UInt8] = []
    for _ in 1..<levels {
      let head = encoded(UInt64(number) << 3 | 2) + encoded(UInt64(reversed.count))
      reversed.append(contentsOf: head.reversed())
    }
    return Wire(reversed.reversed())
  }

  func repeated(_ count: Int) -> Wire {
    var all: [UInt8] = []
    all.reserveCapacity(bytes.count * count)
    for _ in 0..<count { all += bytes }
    return Wire(all)
  }

  static func + (left: Wire, right: Wire) -> Wire { Wire(left.bytes + right.bytes) }

  static func encoded(_ value: UInt64) -> [UInt8] {
    var value = value
    var bytes: [UInt8] = []
    while value > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    return bytes + [UInt8(value)]
  }
}
