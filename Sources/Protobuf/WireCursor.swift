import CProtobufC

/// How a value stands on the wire. Groups are proto2's: no field of ours is one, but an unknown one
/// may be.
enum WireType {
  case varint
  case fixed64
  case lengthDelimited
  case startGroup
  case endGroup
  case fixed32

  /// How one value of a field type stands on the wire.
  init(of type: ProtobufCType) {
    switch type {
    case PROTOBUF_C_TYPE_STRING, PROTOBUF_C_TYPE_BYTES, PROTOBUF_C_TYPE_MESSAGE:
      self = .lengthDelimited
    case PROTOBUF_C_TYPE_SFIXED32, PROTOBUF_C_TYPE_FIXED32, PROTOBUF_C_TYPE_FLOAT:
      self = .fixed32
    case PROTOBUF_C_TYPE_SFIXED64, PROTOBUF_C_TYPE_FIXED64, PROTOBUF_C_TYPE_DOUBLE:
      self = .fixed64
    default: self = .varint
    }
  }
}

/// What stands before each value.
struct WireTag {
  let field: UInt32
  let wireType: WireType
}

/// A place in the bytes of a message, and their end. Never reads past it.
struct WireCursor {
  private var position: UnsafeRawPointer
  private let end: UnsafeRawPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    position = bytes.baseAddress!
    end = position + bytes.count
  }

  private init(_ start: UnsafeRawPointer, count: Int) {
    position = start
    end = start + count
  }

  /// How many bytes are left.
  var count: Int { end - position }
  var isAtEnd: Bool { position == end }

  /// The bytes from here to another place further on.
  func bytes(before other: WireCursor) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: position, count: other.position - position)
  }

  mutating func tag() throws(UnpackError) -> WireTag {
    let value = try varint(longest: 5)
    guard value >> 3 != 0, value <= UInt64(UInt32.max) else {
      throw UnpackError(.malformed, "has an impossible field number")
    }
    let wireType: WireType
    switch value & 7 {
    case 0: wireType = .varint
    case 1: wireType = .fixed64
    case 2: wireType = .lengthDelimited
    case 3: wireType = .startGroup
    case 4: wireType = .endGroup
    case 5: wireType = .fixed32
    default: throw UnpackError(.malformed, "has an impossible wire type")
    }
    return WireTag(field: UInt32(value >> 3), wireType: wireType)
  }

  /// Passes over a value that is no group.
  mutating func skip(_ wireType: WireType) throws(UnpackError) {
    switch wireType {
    case .varint: _ = try varint(longest: 10)
    case .fixed64: try advance(8)
    case .fixed32: try advance(4)
    case .lengthDelimited: _ = try lengthDelimited()
    case .startGroup, .endGroup: throw UnpackError(.malformed, "ends a group that did not begin")
    }
  }

  /// The content after a length, which this cursor is then behind.
  mutating func lengthDelimited() throws(UnpackError) -> WireCursor {
    let length = try varint(longest: 5)
    guard length <= UInt64(count) else { throw UnpackError(.malformed, "is cut short") }
    let content = WireCursor(position, count: Int(length))
    position += Int(length)
    return content
  }

  private mutating func advance(_ bytes: Int) throws(UnpackError) {
    guard bytes <= count else { throw UnpackError(.malformed, "is cut short") }
    position += bytes
  }

  private mutating func varint(longest: Int) throws(UnpackError) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<min(longest, count) {
      let byte = position.load(fromByteOffset: index, as: UInt8.self)
      value |= UInt64(byte & 0x7f) << UInt64(7 * index)
      if byte & 0x80 == 0 {
        position += index + 1
        return value
      }
    }
    throw UnpackError(
      .malformed, count < longest ? "is cut short" : "holds a number that does not end")
  }
}
