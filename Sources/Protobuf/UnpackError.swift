/// Why bytes were not taken as a message.
@usableFromInline
package struct UnpackError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// The bytes are no message of this type: a bug or a mismatch of the sender. INTERNAL.
    case malformed

    /// A string is not UTF-8 or holds NUL: bad input, in a field that can be named. INVALID_ARGUMENT.
    case text

    /// The message is deeper, longer or larger than `UnpackLimits` allow. RESOURCE_EXHAUSTED, as is
    /// a message over the size limit.
    case limit
  }

  package let kind: Kind

  /// The path of the field, `members[3].name`, in the proto's words; empty for the message as a
  /// whole. Paths of malformed messages and of limits carry no indexes.
  package private(set) var field: String

  /// What is wrong, in a few words without the field: "is not valid UTF-8".
  package let reason: String

  package init(_ kind: Kind, field: String = "", _ reason: String) {
    self.kind = kind
    self.field = field
    self.reason = reason
  }

  @usableFromInline
  package var description: String { "\(field.isEmpty ? "The message" : field) \(reason)." }

  /// The same error seen from the message around.
  func inside(_ outer: String) -> UnpackError {
    var error = self
    error.field = field.isEmpty ? outer : "\(outer).\(field)"
    return error
  }
}
