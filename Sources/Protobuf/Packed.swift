/// A message in its wire form, packed once: for parts that many answers share.
///
/// A field with the option `siyu.common.v1.prepacked` holds these. Writing one costs a copy of its bytes.
package struct Packed<Value: Message>: Sendable, Hashable {
  /// As the wire has it behind the field's tag: its length, then its bytes.
  let delimited: [UInt8]

  package init(_ value: Value) {
    delimited = value.pack { form in
      let size = form.size
      return [UInt8](unsafeUninitializedCapacity: size + 10) { buffer, count in
        var length = size
        while length >= 0x80 {
          buffer[count] = UInt8(truncatingIfNeeded: length) | 0x80
          length >>= 7
          count += 1
        }
        buffer[count] = UInt8(length)
        count += 1
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        count += form.write(to: rest)
      }
    }
  }

  /// The message itself.
  package func unpacked() throws(UnpackError) -> Value {
    try Value(unpacking: Array(delimited.drop { $0 & 0x80 != 0 }.dropFirst()))
  }
}
