/// The tags of one relation: their keys, ascending.
///
/// A relation's row keeps them packed, each key as its distance from the one before, seven bits a
/// byte: fifty tags are some sixty bytes there, where fifty rows of an index were a thousand.
struct TagSet: Sendable, Hashable {
  private(set) var keys: [Int64]

  init(_ keys: some Sequence<Int64> = []) {
    self.keys = []
    for key in keys.sorted() where key != self.keys.last { self.keys.append(key) }
  }

  init(packed: UnsafeRawBufferPointer) {
    var keys: [Int64] = []
    Self.forEach(packed: packed) { keys.append($0) }
    self.keys = keys
  }

  var packed: [UInt8] {
    var bytes: [UInt8] = []
    var last: Int64 = 0
    for key in keys {
      var distance = UInt64(key - last)
      while distance >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: distance) | 0x80)
        distance >>= 7
      }
      bytes.append(UInt8(distance))
      last = key
    }
    return bytes
  }

  /// Gives each key of a packed set, ascending, without making one.
  @inline(__always)
  static func forEach(packed: UnsafeRawBufferPointer, _ body: (Int64) -> Void) {
    var key: Int64 = 0
    var distance: UInt64 = 0
    var shift: UInt64 = 0
    for byte in packed {
      distance |= UInt64(byte & 0x7F) << shift
      shift += 7
      if byte & 0x80 == 0 {
        key += Int64(distance)
        body(key)
        distance = 0
        shift = 0
      }
    }
  }

  var count: Int { keys.count }
  var isEmpty: Bool { keys.isEmpty }

  func union(_ other: TagSet) -> TagSet {
    TagSet(keys + other.keys)
  }

  func subtracting(_ other: TagSet) -> TagSet {
    let gone = Set(other.keys)
    return TagSet(keys.filter { !gone.contains($0) })
  }

  func isDisjoint(with other: TagSet) -> Bool {
    Set(keys).isDisjoint(with: other.keys)
  }
}
