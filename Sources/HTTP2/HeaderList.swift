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
  private let range: Range<Int>
  private let arena: UnsafePointer<HeaderArena>

  init(_ arena: UnsafePointer<HeaderArena>, _ range: Range<Int>, isOversize: Bool) {
    self.arena = arena
    self.range = range
    self.isOversize = isOversize
  }

  package var count: Int { range.count }

  package func forEach(_ body: (Field) -> Void) {
    for index in range { body(arena.pointee.field(index)) }
  }

  package subscript(index: Int) -> Field { arena.pointee.field(range.lowerBound + index) }
}

/// The headers of everything one read brought, end to end, so that a request costs no allocation.
struct HeaderArena: ~Copyable {
  private struct Span {
    let nameStart: Int
    let valueStart: Int
    let end: Int
  }

  private var bytes = ByteQueue()
  private var spans: [Span] = []

  var count: Int { spans.count }

  mutating func append(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) {
    let start = bytes.count
    bytes.append(name, value)
    spans.append(Span(nameStart: start, valueStart: start + name.count, end: bytes.count))
  }

  func field(_ index: Int) -> HeaderList.Field {
    let span = spans[index]
    let start = bytes.bytes.baseAddress
    return HeaderList.Field(
      name: UnsafeRawBufferPointer(
        start: start.map { $0 + span.nameStart }, count: span.valueStart - span.nameStart),
      value: UnsafeRawBufferPointer(
        start: start.map { $0 + span.valueStart }, count: span.end - span.valueStart))
  }

  mutating func removeAll() {
    bytes.removeAll(keepingAtMost: 64 * 1024)
    spans.removeAll(keepingCapacity: true)
  }
}
