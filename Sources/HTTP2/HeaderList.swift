internal import CNghttp2
internal import Glibc

/// A list of headers that came in, read in place. Valid only while the event that brought it is
/// being delivered.
package struct HeaderList {
  /// Name and value, valid as long as the list.
  package struct Field {
    package let name: UnsafeRawBufferPointer
    package let value: UnsafeRawBufferPointer
  }

  /// The list was longer than the limits allow; what stands beyond them was dropped.
  package let isOversize: Bool
  /// Where the values are not those of the list the event before brought, when all names are. Nil
  /// when they are not, or when that list was not kept for being long.
  package let changes: FieldPlaces?
  private let range: Range<Int>
  private let arena: UnsafePointer<HeaderArena>

  init(
    _ arena: UnsafePointer<HeaderArena>, _ range: Range<Int>, changes: FieldPlaces?,
    isOversize: Bool
  ) {
    self.arena = arena
    self.range = range
    self.changes = changes
    self.isOversize = isOversize
  }

  package var count: Int { range.count }

  package subscript(index: Int) -> Field { arena.pointee.field(range.lowerBound + index) }
}

/// Places in a list of headers, ascending.
package struct FieldPlaces: Sequence, IteratorProtocol {
  /// Places from here on are not told.
  static let bound = 64

  private var bits: UInt64 = 0

  package var isEmpty: Bool { bits == 0 }

  mutating func insert(_ place: Int) { bits |= 1 << UInt64(place) }

  package mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    defer { bits &= bits - 1 }
    return bits.trailingZeroBitCount
  }
}

/// The headers that one read brought: a list of them is a stretch of this.
///
/// A peer sends much the same headers call after call. So the last list is kept, and of the next one
/// only what is different is written down. What stands in the tables of HPACK is the same memory
/// both times: such a field costs no more than a look at its address.
struct HeaderArena: ~Copyable {
  /// A name and a value of nghttp2's, of which a reference is held.
  private struct Entry {
    let name: OpaquePointer
    let value: OpaquePointer
    /// Of both.
    let byteCount: Int
  }

  /// A list of more bytes is not kept: idle connections must stay small.
  private static let longestKept = 4096

  private var entries: [Entry] = []
  /// The list to compare with.
  private var last = 0..<0
  /// The fields of the list that is being read.
  private var count = 0
  /// Where they begin, once they are not all the last list's.
  private var first: Int?
  private var changes: FieldPlaces?

  deinit { for entry in entries { Self.release(entry) } }

  /// Begins a list. What there was of one that did not end is forgotten.
  mutating func open() {
    if let first { drop(first..<entries.count) }
    (count, first, changes) = (0, nil, FieldPlaces())
  }

  /// Takes the list's next field, and says how many bytes name and value have.
  mutating func append(_ name: OpaquePointer, _ value: OpaquePointer) -> Int {
    let place = last.lowerBound + count
    guard place < last.upperBound, Self.isEqual(entries[place].name, name) else {
      changes = nil
      return write(name, value)
    }
    guard Self.isEqual(entries[place].value, value) else {
      if count < FieldPlaces.bound { changes?.insert(count) } else { changes = nil }
      return write(name, value)
    }
    if first != nil { add(entries[place]) }
    count += 1
    return entries[place].byteCount
  }

  /// Ends the list: where it stands, and what has changed in it.
  mutating func close() -> (range: Range<Int>, changes: FieldPlaces?) {
    let start = first ?? last.lowerBound
    let isComparable = count > 0 && count == last.count
    defer { (count, first) = (0, nil) }
    return (start..<start + count, isComparable ? changes : nil)
  }

  /// Has the next list compared with this one, unless it is long.
  mutating func keep(_ range: Range<Int>) {
    let byteCount = range.reduce(0) { $0 + entries[$1].byteCount }
    last = byteCount <= Self.longestKept ? range : 0..<0
  }

  mutating func keepNone() { last = 0..<0 }

  /// Lets go of the lists that were delivered: of all but the last one and the one being read.
  mutating func trim() {
    let end = first ?? entries.count
    guard end > last.count else { return }
    if first != nil { first = last.count }
    drop(last.upperBound..<end)
    drop(0..<last.lowerBound)
    last = 0..<last.count
  }

  func field(_ index: Int) -> HeaderList.Field {
    HeaderList.Field(name: Self.bytes(entries[index].name), value: Self.bytes(entries[index].value))
  }

  private mutating func write(_ name: OpaquePointer, _ value: OpaquePointer) -> Int {
    if first == nil {
      // Up to here it was the last list.
      first = entries.count
      for index in last.prefix(count) { add(entries[index]) }
    }
    let byteCount = Self.bytes(name).count + Self.bytes(value).count
    add(Entry(name: name, value: value, byteCount: byteCount))
    count += 1
    return byteCount
  }

  private mutating func add(_ entry: Entry) {
    nghttp2_rcbuf_incref(entry.name)
    nghttp2_rcbuf_incref(entry.value)
    entries.append(entry)
  }

  private mutating func drop(_ range: Range<Int>) {
    for index in range { Self.release(entries[index]) }
    entries.removeSubrange(range)
  }

  private static func release(_ entry: Entry) {
    nghttp2_rcbuf_decref(entry.name)
    nghttp2_rcbuf_decref(entry.value)
  }

  private static func bytes(_ buffer: OpaquePointer) -> UnsafeRawBufferPointer {
    let bytes = nghttp2_rcbuf_get_buf(buffer)
    return UnsafeRawBufferPointer(start: bytes.base, count: bytes.len)
  }

  private static func isEqual(_ one: OpaquePointer, _ other: OpaquePointer) -> Bool {
    if one == other { return true }
    let (bytes, otherBytes) = (bytes(one), bytes(other))
    guard bytes.count == otherBytes.count else { return false }
    guard let start = bytes.baseAddress, let otherStart = otherBytes.baseAddress else {
      return true
    }
    return memcmp(start, otherStart, bytes.count) == 0
  }
}
