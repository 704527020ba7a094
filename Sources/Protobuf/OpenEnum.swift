/// A proto enum: a number that may have a name.
///
/// proto3 enums are open: a number of a newer proto comes through unchanged, and goes back unchanged.
@usableFromInline
package protocol OpenEnum: RawRepresentable, Hashable, Sendable where RawValue == Int32 {
  init(rawValue: Int32)

  /// The names of the proto by number, the first one where a number has several.
  static var names: [Int32: String] { get }
}

extension OpenEnum {
  /// The zero value.
  package init() { self.init(rawValue: 0) }

  /// Whether the proto this was generated from has the number.
  package var isKnown: Bool { Self.names[rawValue] != nil }

  /// The name in the proto, `KIND_STORE`; nil for an unknown number.
  package var name: String? { Self.names[rawValue] }
}
