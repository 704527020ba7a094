import CProtobufC

/// How protobuf-c sees a message type: its descriptor, which is constant data of `CMessages`.
///
/// Sendable: the descriptor and all it points to is immutable and lives as long as the program.
@usableFromInline
package struct MessageLayout: @unchecked Sendable {
  let descriptor: UnsafePointer<ProtobufCMessageDescriptor>

  /// Finds the descriptor through the `__init` function that protoc-c made for the type: Swift cannot
  /// take the address of a C constant, and the function stores it in the struct it fills.
  package init<CStruct>(_ initialize: (UnsafeMutablePointer<CStruct>?) -> Void) {
    let sample = UnsafeMutablePointer<CStruct>.allocate(capacity: 1)
    defer { sample.deallocate() }
    initialize(sample)
    let message = UnsafeRawPointer(sample).assumingMemoryBound(to: ProtobufCMessage.self)
    descriptor = message.pointee.descriptor
    precondition(
      descriptor.pointee.sizeof_message == MemoryLayout<CStruct>.size, "not this type's __init")
    precondition(descriptor.pointee.n_fields <= WireWalk.largestFieldCount, "too many fields")
  }
}

/// A message in its C form, in the memory of an `Arena`: valid until that arena is released, which is
/// before `unpacking:` and `pack` return. Only generated code sees it, and only inside those.
@usableFromInline
package struct RawMessage {
  @usableFromInline let memory: UnsafeMutableRawPointer

  @usableFromInline
  init(_ memory: UnsafeMutableRawPointer) { self.memory = memory }

  /// The struct that protoc-c made for the type.
  @inlinable
  package func of<CStruct>(_: CStruct.Type) -> UnsafeMutablePointer<CStruct> {
    memory.assumingMemoryBound(to: CStruct.self)
  }
}

/// A message ready for the wire, lent by `Message.pack`.
@usableFromInline
package struct PackableForm: ~Copyable {
  private let message: UnsafePointer<ProtobufCMessage>

  /// How many bytes `write` writes.
  @usableFromInline package let size: Int

  @usableFromInline
  init(_ raw: RawMessage) {
    message = UnsafePointer(raw.of(ProtobufCMessage.self))
    size = protobuf_c_message_get_packed_size(message)
  }

  /// Writes the wire form to the start of `buffer`, which must hold `size` bytes, and returns `size`.
  @discardableResult
  @usableFromInline
  package borrowing func write(to buffer: UnsafeMutableRawBufferPointer) -> Int {
    precondition(buffer.count >= size, "a buffer of \(buffer.count) bytes for \(size)")
    guard size > 0 else { return 0 }
    let written = protobuf_c_message_pack(
      message, buffer.baseAddress!.assumingMemoryBound(to: UInt8.self))
    precondition(written == size, "packed \(written) bytes where \(size) were said")
    return written
  }
}
