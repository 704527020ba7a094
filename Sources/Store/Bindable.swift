/// A value as SQLite holds it.
package enum Binding: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
}

/// What may be bound to a `$n` of a statement.
///
/// Optionals bind NULL when they are nil. An enum with a raw value only has to say that it conforms:
/// `enum Kind: Int, Bindable`.
package protocol Bindable {
  var binding: Binding { get }
}

extension Int: Bindable {
  package var binding: Binding { .integer(Int64(self)) }
}

extension Int64: Bindable {
  package var binding: Binding { .integer(self) }
}

extension Int32: Bindable {
  package var binding: Binding { .integer(Int64(self)) }
}

extension UInt32: Bindable {
  package var binding: Binding { .integer(Int64(self)) }
}

extension Bool: Bindable {
  package var binding: Binding { .integer(self ? 1 : 0) }
}

extension Double: Bindable {
  package var binding: Binding { .real(self) }
}

extension String: Bindable {
  package var binding: Binding { .text(self) }
}

extension [UInt8]: Bindable {
  package var binding: Binding { .bytes(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
  package var binding: Binding { self?.binding ?? .null }
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
  package var binding: Binding { rawValue.binding }
}
