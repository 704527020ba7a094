import CProtobufC

/// The four wire types we take. Groups, of proto2, are refused: protobuf-c has none.
enum WireType {
  case varint
  case fixed64
  case lengthDelimited
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

  /// The field number and wire type before a value.
  mutating func tag() throws(UnpackError) -> (field: UInt32, wireType: WireType) {
    let value = try varint(longest: 5)
    guard value >> 3 != 0, value <= UInt64(UInt32.max) else {
      throw UnpackError(.malformed, "has an impossible field number")
    }
    let wireType: WireType
    switch value & 7 {
    case 0: wireType = .varint
    case 1: wireType = .fixed64
    case 2: wireType = .lengthDelimited
    case 5: wireType = .fixed32
    case 3, 4: throw UnpackError(.malformed, "holds a group, which proto3 does not have")
    default: throw UnpackError(.malformed, "has an impossible wire type")
    }
    return (UInt32(value >> 3), wireType)
  }

  mutating func skip(_ wireType: WireType) throws(UnpackError) {
    switch wireType {
    case .varint: _ = try varint(longest: 10)
    case .fixed64: try advance(8)
    case .fixed32: try advance(4)
    case .lengthDelimited: _ = try lengthDelimited()
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
