import CProtobufC

/// Brings into a form that protobuf-c reads rightly what it would refuse or misread, though every
/// parser of protobuf must take it.
///
/// Groups, and fields of another wire type than the proto's, are left out, as everything is that the
/// proto does not know. The copies of a singular message become one, which holds what all of them
/// say: bytes one behind the other mean just that. The bytes have passed the walk, which bounds them;
/// what comes out is hardly longer, and is written once.
struct WireMending {
  /// Passes over what is left out, within the same limits.
  private var walk: WireWalk
  private var mended: [UInt8] = []

  static func mend(
    _ bytes: UnsafeRawBufferPointer, of layout: MessageLayout, limits: UnpackLimits
  ) throws(UnpackError) -> [UInt8] {
    var mending = WireMending(walk: WireWalk(limits: limits))
    mending.mended.reserveCapacity(bytes.count)
    try mending.message(layout.descriptor, [WireCursor(bytes)], depth: 1)
    return mending.mended
  }

  /// Writes the message that all the copies make together.
  private mutating func message(
    _ type: UnsafePointer<ProtobufCMessageDescriptor>, _ copies: [WireCursor], depth: Int
  ) throws(UnpackError) {
    var singular = SingularMessages()
    for copy in copies {
      var cursor = copy
      while !cursor.isAtEnd {
        let start = cursor
        let tag = try cursor.tag()
        guard let index = WireWalk.field(tag.field, of: type, hint: 0),
          Self.isKnown(tag.wireType, as: type.pointee.fields + index)
        else {
          try walk.unknown(tag, &cursor, depth)
          continue
        }
        let field = type.pointee.fields + index
        singular.dropSiblings(of: field)
        guard field.pointee.type == PROTOBUF_C_TYPE_MESSAGE else {
          try cursor.skip(tag.wireType)
          mended.append(contentsOf: start.bytes(before: cursor))
          continue
        }
        let content = try cursor.lengthDelimited()
        if field.pointee.label == PROTOBUF_C_LABEL_REPEATED {
          try subMessage([content], as: field, depth)
        } else {
          singular.append(content, to: field)
        }
      }
    }
    // Of a oneof the last member counts: what stands at the end of the message, as these now do.
    for (field, copies) in singular.all { try subMessage(copies, as: field, depth) }
  }

  private mutating func subMessage(
    _ copies: [WireCursor], as field: UnsafePointer<ProtobufCFieldDescriptor>, _ depth: Int
  ) throws(UnpackError) {
    let type = field.pointee.descriptor.assumingMemoryBound(to: ProtobufCMessageDescriptor.self)
    appendVarint(UInt64(field.pointee.id) << 3 | 2, bytes: Self.tagBytes)
    let place = mended.count
    appendVarint(0, bytes: Self.lengthBytes)
    try message(type, copies, depth: depth + 1)
    let count = mended.count - place - Self.lengthBytes
    for index in 0..<Self.lengthBytes {
      mended[place + index] |= UInt8(truncatingIfNeeded: count >> (7 * index)) & 0x7f
    }
  }

  /// A length has its full width always, so that it can be written before it is known. So has a tag,
  /// which is simpler.
  private static let lengthBytes = 5
  private static let tagBytes = 5

  /// Appends a number in so many bytes, which it need not fill.
  private mutating func appendVarint(_ value: UInt64, bytes: Int) {
    for index in 0..<bytes {
      let group = UInt8(truncatingIfNeeded: value >> UInt64(7 * index)) & 0x7f
      mended.append(index < bytes - 1 ? group | 0x80 : group)
    }
  }

  private static func isKnown(
    _ wireType: WireType, as field: UnsafePointer<ProtobufCFieldDescriptor>
  ) -> Bool {
    wireType == WireType(of: field.pointee.type)
      || wireType == .lengthDelimited && field.pointee.label == PROTOBUF_C_LABEL_REPEATED
  }
}

/// The copies of each singular message that a message holds, in the order they began.
private struct SingularMessages {
  typealias Field = UnsafePointer<ProtobufCFieldDescriptor>

  private(set) var all: [(field: Field, copies: [WireCursor])] = []

  mutating func append(_ copy: WireCursor, to field: Field) {
    if let place = all.firstIndex(where: { $0.field == field }) {
      all[place].copies.append(copy)
    } else {
      all.append((field, [copy]))
    }
  }

  /// Forgets the other members of the field's oneof.
  mutating func dropSiblings(of field: Field) {
    guard Self.isInOneof(field) else { return }
    all.removeAll { other, _ in
      other != field && Self.isInOneof(other)
        && other.pointee.quantifier_offset == field.pointee.quantifier_offset
    }
  }

  private static func isInOneof(_ field: Field) -> Bool {
    field.pointee.flags & PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue != 0
  }
}
