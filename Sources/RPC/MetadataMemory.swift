import HTTP2

/// The metadata of a connection's last request. A caller sends the same headers call after call, and
/// these need then be compared only, not made into strings again.
struct MetadataMemory {
  struct Comparison {
    fileprivate var offset = 0
    fileprivate var isSame = true
  }

  /// More than this is not remembered: idle connections must stay small.
  private static let longest = 4096

  /// Of each field the lengths of name and value, then both.
  private var bytes: [UInt8] = []
  private var metadata = Metadata()

  func startComparison() -> Comparison { Comparison() }

  /// Takes the request's next field that is not the protocol's own.
  func compare(_ field: HeaderList.Field, _ comparison: inout Comparison) {
    guard comparison.isSame else { return }
    let nameStart = comparison.offset + 8
    let valueStart = nameStart + field.name.count
    let end = valueStart + field.value.count
    comparison.offset = end
    comparison.isSame = bytes.withUnsafeBytes { bytes in
      end <= bytes.count
        && bytes.loadUnaligned(fromByteOffset: nameStart - 8, as: UInt64.self)
          == Self.lengths(field)
        && UnsafeRawBufferPointer(rebasing: bytes[nameStart..<valueStart]).isEqual(to: field.name)
        && UnsafeRawBufferPointer(rebasing: bytes[valueStart..<end]).isEqual(to: field.value)
    }
  }

  /// The metadata of a request whose fields have been compared.
  mutating func metadata(after comparison: Comparison, _ list: HeaderList) -> Metadata {
    if comparison.isSame && comparison.offset == bytes.count { return metadata }
    bytes.removeAll(keepingCapacity: true)
    metadata = Metadata()
    for index in 0..<list.count {
      let field = list[index]
      guard !Metadata.isReserved(field.name) else { continue }
      metadata.take(field)
      withUnsafeBytes(of: Self.lengths(field)) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: field.name)
      bytes.append(contentsOf: field.value)
    }
    defer { if bytes.count > Self.longest { self = MetadataMemory() } }
    return metadata
  }

  private static func lengths(_ field: HeaderList.Field) -> UInt64 {
    UInt64(field.name.count) << 32 | UInt64(field.value.count)
  }
}
