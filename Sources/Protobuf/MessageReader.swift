package import CProtobufC
import Glibc

/// Copies the fields of C messages to Swift; generated code calls one method a field.
///
/// It does not throw: the first failure is kept, with its path, and the call that unpacks throws it at
/// the end. That keeps the generated code short and free of branches.
@usableFromInline
package struct MessageReader {
  /// The first thing that was wrong.
  @usableFromInline private(set) var failure: UnpackError?

  @usableFromInline
  init() {}

  /// A string. This is the one place where UTF-8 is checked.
  ///
  /// NUL is refused although UTF-8 has it: SQL functions and C programs end a text there, so that the
  /// stored and the compared text would differ.
  package mutating func text(_ data: ProtobufCBinaryData, _ field: StaticString) -> String {
    text(data, field) { String(copying: $0) } ?? ""
  }

  /// What is made of a text; nil of one that is empty or that is none.
  private mutating func text<Result>(
    _ data: ProtobufCBinaryData, _ field: StaticString, _ make: (borrowing UTF8Span) -> Result
  ) -> Result? {
    guard data.len > 0 else { return nil }
    if memchr(data.data, 0, data.len) != nil {
      fail(UnpackError(.text, field: "\(field)", "holds a NUL character"))
      return nil
    }
    let bytes = UnsafeBufferPointer(start: data.data, count: data.len)
    do {
      // Twice as fast as `String(validating:as:)`, which is generic and not specialised.
      return make(try UTF8Span(validating: bytes.span))
    } catch {
      fail(UnpackError(.text, field: "\(field)", "is not valid UTF-8"))
      return nil
    }
  }

  package func bytes(_ data: ProtobufCBinaryData) -> [UInt8] {
    [UInt8](UnsafeBufferPointer(start: data.data, count: data.len))
  }

  /// An enum value, known or not. protoc-c's enums are unsigned, or signed when a value is negative.
  @inlinable
  package func value<Value: OpenEnum, CEnum: RawRepresentable>(_ number: CEnum) -> Value
  where CEnum.RawValue: FixedWidthInteger {
    Value(rawValue: Int32(truncatingIfNeeded: number.rawValue))
  }

  /// A sub-message; nil when it is absent.
  @inlinable
  package mutating func message<Value: Message, CStruct>(
    _ source: UnsafeMutablePointer<CStruct>?, _ field: StaticString
  ) -> Value? {
    guard let source else { return nil }
    let wasSound = isSound
    let value = Value(reading: RawMessage(source), &self)
    if wasSound, !isSound { enclose(in: field) }
    return value
  }

  package mutating func texts(
    _ count: Int, _ source: UnsafeMutablePointer<ProtobufCBinaryData>?, _ field: StaticString
  ) -> [String] {
    list(count, source, field) { reader, element in reader.text(element, "") }
  }

  package func bytesList(
    _ count: Int, _ source: UnsafeMutablePointer<ProtobufCBinaryData>?
  ) -> [[UInt8]] {
    UnsafeBufferPointer(start: source, count: source == nil ? 0 : count).map(bytes)
  }

  @inlinable
  package func numbers<Number>(_ count: Int, _ source: UnsafeMutablePointer<Number>?) -> [Number] {
    Array(UnsafeBufferPointer(start: source, count: source == nil ? 0 : count))
  }

  package func flags(
    _ count: Int, _ source: UnsafeMutablePointer<protobuf_c_boolean>?
  ) -> [Bool] {
    UnsafeBufferPointer(start: source, count: source == nil ? 0 : count).map { $0 != 0 }
  }

  @inlinable
  package func values<Value: OpenEnum, CEnum: RawRepresentable>(
    _ count: Int, _ source: UnsafeMutablePointer<CEnum>?
  ) -> [Value] where CEnum.RawValue: FixedWidthInteger {
    UnsafeBufferPointer(start: source, count: source == nil ? 0 : count).map { value($0) }
  }

  @inlinable
  package mutating func messages<Value: Message, CStruct>(
    _ count: Int, _ source: UnsafeMutablePointer<UnsafeMutablePointer<CStruct>?>?,
    _ field: StaticString
  ) -> [Value] {
    list(count, source, field) { reader, element in
      Value(reading: RawMessage(element!), &reader)
    }
  }

  /// Messages that are kept packed.
  package mutating func packed<Value: Message, CStruct>(
    _ count: Int, _ source: UnsafeMutablePointer<UnsafeMutablePointer<CStruct>?>?,
    _ field: StaticString
  ) -> PackedList<Value> {
    let values: [Value] = messages(count, source, field)
    return PackedList(values.map(Packed.init))
  }

  /// Texts that are kept packed.
  package mutating func packed(
    _ count: Int, _ source: UnsafeMutablePointer<ProtobufCBinaryData>?, _ field: StaticString
  ) -> PackedList<String> {
    guard count > 0, let source else { return PackedList() }
    var elements = PackedElements()
    let wasSound = isSound
    for index in 0..<count {
      let data = source[index]
      _ = text(data, "") { _ in }
      elements.append(UnsafeRawBufferPointer(start: data.data, count: data.len))
      if wasSound, !isSound {
        enclose(in: field, at: index)
        break
      }
    }
    return PackedList(elements)
  }

  /// A map, which the wire carries as a list of entries: of two with the same key the last one counts.
  @inlinable
  package mutating func map<Key: Hashable, Value, CEntry>(
    _ count: Int, _ source: UnsafeMutablePointer<UnsafeMutablePointer<CEntry>?>?,
    _ field: StaticString, _ read: (inout MessageReader, UnsafePointer<CEntry>) -> (Key, Value)
  ) -> [Key: Value] {
    guard count > 0 else { return [:] }
    let entries = list(count, source, field) { reader, entry in
      read(&reader, UnsafePointer(entry!))
    }
    return Dictionary(entries, uniquingKeysWith: { _, last in last })
  }

  @inlinable
  mutating func list<Source, Element>(
    _ count: Int, _ source: UnsafeMutablePointer<Source>?, _ field: StaticString,
    _ read: (inout MessageReader, Source) -> Element
  ) -> [Element] {
    guard count > 0, let source else { return [] }
    let wasSound = isSound
    var list: [Element] = []
    list.reserveCapacity(count)
    for index in 0..<count {
      list.append(read(&self, source[index]))
      if wasSound, !isSound {
        enclose(in: field, at: index)
        break
      }
    }
    return list
  }

  @usableFromInline
  var isSound: Bool { failure == nil }

  private mutating func fail(_ error: UnpackError) {
    if failure == nil { failure = error }
  }

  @usableFromInline
  mutating func enclose(in field: StaticString) {
    failure = failure?.inside("\(field)")
  }

  @usableFromInline
  mutating func enclose(in field: StaticString, at index: Int) {
    failure = failure?.inside("\(field)[\(index)]")
  }
}
