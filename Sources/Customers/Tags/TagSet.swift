/// The tags of one relation: their keys, ascending.
///
/// A relation's row keeps them packed, each key as its distance from the one before, seven bits a
/// byte: fifty tags are some sixty bytes there, where fifty rows of an index were a thousand.
struct TagSet: Sendable, Hashable {
  private(set) var keys: [Int64]

  init(_ keys: some Sequence<Int64> = []) {
    let keys = Array(keys)
    // As they are nearly always: from a row, or from a caller who keeps an order.
    guard !Self.areAscending(keys) else {
      self.keys = keys
      return
    }
    self.keys = []
    for key in keys.sorted() where key != self.keys.last { self.keys.append(key) }
  }

  private static func areAscending(_ keys: [Int64]) -> Bool {
    var last = Int64.min
    for key in keys {
      guard key > last else { return false }
      last = key
    }
    return true
  }

  private init(ascending keys: [Int64]) {
    self.keys = keys
  }

  init(packed: UnsafeRawBufferPointer) {
    var keys: [Int64] = []
    keys.reserveCapacity(packed.count)
    Self.forEach(packed: packed) { keys.append($0) }
    self.keys = keys
  }

  var packed: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * keys.count)
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
    if other.isEmpty { return self }
    var union: [Int64] = []
    union.reserveCapacity(count + other.count)
    var theirs = other.keys[...]
    for key in keys {
      while let next = theirs.first, next < key { union.append(theirs.removeFirst()) }
      if theirs.first == key { theirs.removeFirst() }
      union.append(key)
    }
    return TagSet(ascending: union + theirs)
  }

  func subtracting(_ other: TagSet) -> TagSet {
    if isEmpty || other.isEmpty { return self }
    var theirs = other.keys[...]
    return TagSet(
      ascending: keys.filter { key in
        while let next = theirs.first, next < key { theirs.removeFirst() }
        return theirs.first != key
      })
  }
}
