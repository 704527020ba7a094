/// What travels beside the messages of a call, in order, names repeated as often as they were sent.
///
/// Names are lower case. A name that ends in `-bin` carries bytes, every other one printable ASCII.
/// The names gRPC and HTTP/2 keep for themselves are not metadata: to append one is a bug, and a
/// peer's are left out. For names and values from outside, ask `accepts` first.
package struct Metadata: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case text(String)
    case bytes([UInt8])
  }

  package struct Field: Sendable, Hashable {
    package let name: String
    package let value: Content
  }

  package private(set) var fields: [Field] = []

  package init() {}

  package var isEmpty: Bool { fields.isEmpty }

  /// The first text of that name.
  package subscript(name: String) -> String? {
    for field in fields where field.name == name {
      if case .text(let text) = field.value { return text }
    }
    return nil
  }

  package func all(_ name: String) -> [String] {
    fields.compactMap { field in
      guard field.name == name, case .text(let text) = field.value else { return nil }
      return text
    }
  }

  /// The first bytes of that name, which ends in `-bin`.
  package func binary(_ name: String) -> [UInt8]? { allBinary(name).first }

  package func allBinary(_ name: String) -> [[UInt8]] {
    fields.compactMap { field in
      guard field.name == name, case .bytes(let bytes) = field.value else { return nil }
      return bytes
    }
  }

  package mutating func append(_ name: String, _ value: String) {
    precondition(Self.accepts(name: name, value: value), "metadata does not take \(name)")
    fields.append(Field(name: name, value: .text(value)))
  }

  package mutating func append(_ name: String, bytes: [UInt8]) {
    precondition(Self.accepts(binaryName: name), "metadata does not take \(name)")
    fields.append(Field(name: name, value: .bytes(bytes)))
  }

  package mutating func append(_ other: Metadata) {
    fields.append(contentsOf: other.fields)
  }

  /// Takes a field that is known to be well formed, from the wire.
  mutating func appendUnchecked(_ name: String, _ value: Content) {
    fields.append(Field(name: name, value: value))
  }
}

extension Metadata: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }
}

extension Metadata {
  /// Whether a text may be sent under that name.
  package static func accepts(name: String, value: String) -> Bool {
    isName(name) && !name.hasSuffix("-bin") && value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  /// Whether bytes may be sent under that name.
  package static func accepts(binaryName name: String) -> Bool {
    isName(name) && name.hasSuffix("-bin")
  }

  private static func isName(_ name: String) -> Bool {
    var copy = name
    let isTaken = copy.withUTF8 { Self.isReserved(UnsafeRawBufferPointer($0)) }
    guard !name.isEmpty, !isTaken else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  /// The names of the protocols themselves: pseudo-headers, `grpc-…`, and what HTTP/2 and gRPC
  /// write into every request.
  static func isReserved(_ name: UnsafeRawBufferPointer) -> Bool {
    guard let first = name.first else { return true }
    switch first {
    case UInt8(ascii: ":"): return true
    case UInt8(ascii: "g"): return name.hasPrefix("grpc-")
    case UInt8(ascii: "t"): return name.isEqual(to: "te")
    case UInt8(ascii: "c"):
      return name.isEqual(to: "content-type") || name.isEqual(to: "connection")
        || name.isEqual(to: "content-length")
    default: return false
    }
  }
}
