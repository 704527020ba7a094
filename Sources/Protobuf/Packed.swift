/// A message or a text as the wire has it in a repeated field, packed once: for what many answers
/// share.
package struct Packed<Element>: Sendable, Hashable {
  fileprivate let element: PackedElements
}

extension Packed where Element: Message {
  package init(_ value: Element) {
    element = value.pack { form in
      let bytes = [UInt8](unsafeUninitializedCapacity: form.size) { buffer, count in
        count = form.write(to: UnsafeMutableRawBufferPointer(buffer))
      }
      return bytes.withUnsafeBytes(PackedElements.init)
    }
  }
}

extension Packed where Element == String {
  package init(_ text: String) {
    element = Array(text.utf8).withUnsafeBytes(PackedElements.init)
  }
}

/// The elements of a repeated field as the wire has them, one after another in one piece of memory.
///
/// A field with the option `siyu.common.v1.prepacked` holds this: it is read and written as a whole,
/// where fifty texts were fifty pieces.
package struct PackedList<Element>: Sendable, Hashable {
  package private(set) var elements = PackedElements()

  package init() {}

  package init(_ elements: PackedElements) { self.elements = elements }

  package init(_ list: some Sequence<Packed<Element>>) {
    for packed in list { append(packed) }
  }

  package var count: Int { elements.count }
  package var isEmpty: Bool { elements.count == 0 }

  package mutating func append(_ packed: Packed<Element>) { elements.append(packed.element) }

  package mutating func append(contentsOf list: PackedList<Element>) {
    elements.append(list.elements)
  }
}

extension PackedList where Element: Message {
  /// The messages themselves.
  package func unpacked() throws(UnpackError) -> [Element] {
    var messages: [Element] = []
    for place in elements.places {
      messages.append(try Element(unpacking: Array(elements.bytes[place.content])))
    }
    return messages
  }
}

extension PackedList: ExpressibleByArrayLiteral, Sequence where Element == String {
  package init(_ texts: some Sequence<String>) {
    for text in texts { append(Packed(text)) }
  }

  package init(arrayLiteral texts: String...) { self.init(texts) }

  /// Gives the bytes of each text, without making it.
  package func eachUTF8(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try elements.bytes.withUnsafeBytes { bytes in
      for place in elements.places {
        try body(UnsafeRawBufferPointer(rebasing: bytes[place.content]))
      }
    }
  }

  package func makeIterator() -> AnyIterator<String> {
    let bytes = elements.bytes
    var places = elements.places
    return AnyIterator {
      places.next().map { String(decoding: bytes[$0.content], as: UTF8.self) }
    }
  }
}

/// Packed elements that lists are put together of over and over, by number: from 0, as they were added.
package struct PackedTable<Element>: Sendable {
  private var elements = PackedElements()
  /// Where each ends.
  private var ends: [Int] = []

  package init() {}

  package var count: Int { ends.count }

  package mutating func append(_ packed: Packed<Element>) {
    elements.append(packed.element)
    ends.append(elements.bytes.count)
  }

  package func list(of numbers: [Int]) -> PackedList<Element> {
    PackedList(PackedElements(of: numbers, in: elements, ends: ends))
  }
}

/// What a packed list holds, whatever its elements are: of each a byte that is there for the tag of the
/// field, then its length, then its bytes.
package struct PackedElements: Sendable, Hashable {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  package init() {}

  init(_ element: UnsafeRawBufferPointer) { append(element) }

  /// Some of those that end at these places. One piece of memory is made, and nothing is counted: fifty
  /// arrays that are handed on cost more than all the copying.
  fileprivate init(of numbers: [Int], in others: PackedElements, ends: [Int]) {
    func place(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }
    let size = numbers.reduce(0) { $0 + place($1).count }
    bytes = others.bytes.withUnsafeBytes { source in
      [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let target = UnsafeMutableRawBufferPointer(buffer)
        for number in numbers {
          let place = place(number)
          target[count...].copyBytes(from: source[place])
          count += place.count
        }
      }
    }
    count = numbers.count
  }

  mutating func append(_ other: PackedElements) {
    if other.count == 0 { return }
    bytes.append(contentsOf: other.bytes)
    count += other.count
  }

  mutating func append(_ element: UnsafeRawBufferPointer) {
    bytes.append(0)
    var length = element.count
    while length >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: length) | 0x80)
      length >>= 7
    }
    bytes.append(UInt8(length))
    bytes.append(contentsOf: element)
    count += 1
  }

  var places: Places { Places(bytes: bytes) }

  /// Where each element stands: its byte for the tag and all behind it, and what is behind its length.
  struct Places: Sequence, IteratorProtocol {
    fileprivate let bytes: [UInt8]
    private var end = 0

    fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> (whole: Range<Int>, content: Range<Int>)? {
      guard end < bytes.count else { return nil }
      let start = end
      end += 1
      var length = 0
      var shift = 0
      repeat {
        length |= Int(bytes[end] & 0x7F) << shift
        shift += 7
        end += 1
      } while bytes[end - 1] & 0x80 != 0
      let content = end..<end + length
      end = content.upperBound
      return (start..<end, content)
    }
  }
}
