package import CProtobufC

/// Copies fields from Swift to C messages; generated code calls one method a field.
///
/// What it returns points into the arena of the thread, until the `pack` around returns. Strings are
/// copied there as UTF-8: the storage of a Swift string has no address to lend for that long.
@usableFromInline
package struct MessageWriter {
  @usableFromInline let arena: Arena

  @usableFromInline
  init(arena: Arena) { self.arena = arena }

  package func text(_ text: String) -> ProtobufCBinaryData {
    let copied = text.utf8.withContiguousStorageIfAvailable { copy(UnsafeRawBufferPointer($0)) }
    if let copied { return copied }
    var text = text
    return text.withUTF8 { copy(UnsafeRawBufferPointer($0)) }
  }

  package func bytes(_ bytes: [UInt8]) -> ProtobufCBinaryData {
    bytes.withUnsafeBytes { copy($0) }
  }

  private func copy(_ source: UnsafeRawBufferPointer) -> ProtobufCBinaryData {
    guard source.count > 0 else { return ProtobufCBinaryData(len: 0, data: nil) }
    let memory = arena.memory(bytes: source.count)
    memory.copyMemory(from: source.baseAddress!, byteCount: source.count)
    return ProtobufCBinaryData(
      len: source.count, data: memory.assumingMemoryBound(to: UInt8.self))
  }

  @inlinable
  package func value<CEnum: RawRepresentable>(_ value: some OpenEnum) -> CEnum
  where CEnum.RawValue: FixedWidthInteger {
    CEnum(rawValue: CEnum.RawValue(truncatingIfNeeded: value.rawValue))!
  }

  /// A sub-message; nil for an absent one.
  @inlinable
  package func message<Value: Message, CStruct>(
    _ value: Value?
  ) -> UnsafeMutablePointer<CStruct>? {
    guard let value else { return nil }
    let target = arena.message(Value.layout)
    value.write(to: target, self)
    return target.of(CStruct.self)
  }

  package func texts(
    _ list: [String], _ count: inout Int
  ) -> UnsafeMutablePointer<ProtobufCBinaryData>? {
    array(list, &count) { text($0) }
  }

  package func bytesList(
    _ list: [[UInt8]], _ count: inout Int
  ) -> UnsafeMutablePointer<ProtobufCBinaryData>? {
    array(list, &count) { bytes($0) }
  }

  @inlinable
  package func numbers<Number>(
    _ list: [Number], _ count: inout Int
  ) -> UnsafeMutablePointer<Number>? {
    array(list, &count) { $0 }
  }

  package func flags(
    _ list: [Bool], _ count: inout Int
  ) -> UnsafeMutablePointer<protobuf_c_boolean>? {
    array(list, &count) { $0 ? 1 : 0 }
  }

  @inlinable
  package func values<CEnum: RawRepresentable>(
    _ list: [some OpenEnum], _ count: inout Int
  ) -> UnsafeMutablePointer<CEnum>? where CEnum.RawValue: FixedWidthInteger {
    array(list, &count) { value($0) }
  }

  @inlinable
  package func messages<CStruct>(
    _ list: [some Message], _ count: inout Int
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CStruct>?>? {
    array(list, &count) { message($0) }
  }

  /// A list that is packed already. The C struct gets it as one field more that it does not know, and
  /// protobuf-c writes that as it is, behind the others: with the tag of the first element, which
  /// protobuf-c writes itself, left out.
  package func packed(_ list: PackedElements, _ number: UInt32, in target: RawMessage) {
    guard list.count > 0 else { return }
    let tag = Self.tag(of: number)
    let size = list.bytes.count + list.count * (tag.count - 1)
    let memory = UnsafeMutableRawBufferPointer(start: arena.memory(bytes: size), count: size)
    list.bytes.withUnsafeBytes { bytes in
      if tag.count == 1 {
        memory.copyMemory(from: bytes)
        for place in list.places { memory[place.whole.lowerBound] = tag[0] }
        return
      }
      var written = 0
      for place in list.places {
        memory[written...].copyBytes(from: tag)
        written += tag.count
        let rest = bytes[place.whole.dropFirst()]
        memory[written...].copyBytes(from: rest)
        written += rest.count
      }
    }
    let base = target.of(ProtobufCMessage.self)
    let others = Int(base.pointee.n_unknown_fields)
    let fields = arena.memory(
      bytes: (others + 1) * MemoryLayout<ProtobufCMessageUnknownField>.stride
    ).bindMemory(to: ProtobufCMessageUnknownField.self, capacity: others + 1)
    if let known = base.pointee.unknown_fields { fields.initialize(from: known, count: others) }
    (fields + others).initialize(
      to: ProtobufCMessageUnknownField(
        tag: number, wire_type: PROTOBUF_C_WIRE_TYPE_LENGTH_PREFIXED, len: size - tag.count,
        data: (memory.baseAddress! + tag.count).assumingMemoryBound(to: UInt8.self)))
    base.pointee.unknown_fields = fields
    base.pointee.n_unknown_fields = UInt32(others + 1)
  }

  /// What stands before an element of a field of texts or messages.
  private static func tag(of number: UInt32) -> [UInt8] {
    var rest = number << 3 | 2
    var tag: [UInt8] = []
    while rest >= 0x80 {
      tag.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    tag.append(UInt8(rest))
    return tag
  }

  /// A map, as entries in ascending order of their keys, so that equal maps give equal bytes.
  @inlinable
  package func map<Key: Comparable, Value, CEntry>(
    _ map: [Key: Value], _ count: inout Int,
    _ initialize: (UnsafeMutablePointer<CEntry>?) -> Void,
    _ write: (UnsafeMutablePointer<CEntry>, Key, Value) -> Void
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CEntry>?>? {
    guard !map.isEmpty else { return nil }
    return array(map.sorted { $0.key < $1.key }, &count) { key, value in
      let entry = arena.memory(bytes: MemoryLayout<CEntry>.size)
        .bindMemory(to: CEntry.self, capacity: 1)
      initialize(entry)
      write(entry, key, value)
      return entry
    }
  }

  @inlinable
  func array<Source, Element>(
    _ list: [Source], _ count: inout Int, _ write: (Source) -> Element
  ) -> UnsafeMutablePointer<Element>? {
    count = list.count
    guard !list.isEmpty else { return nil }
    let elements = arena.memory(bytes: list.count * MemoryLayout<Element>.stride)
      .bindMemory(to: Element.self, capacity: list.count)
    for index in list.indices {
      (elements + index).initialize(to: write(list[index]))
    }
    return elements
  }
}
