package import Messages

/// The fields an Update call changes, after AIP-134.
///
/// An absent or empty mask means all fields that are not empty in the resource; `*` means all.
package struct UpdateMask: Sendable, Equatable {
  private enum Extent: Equatable {
    case populated
    case all
    case paths(Set<String>)
  }

  private let extent: Extent

  /// Throws `InvalidField` for a path that is not among `allowed`.
  package init(
    _ mask: GoogleProtobuf.FieldMask?, allowed: Set<String>
  ) throws(InvalidField) {
    let paths = mask?.paths ?? []
    if paths.isEmpty {
      extent = .populated
    } else if paths == ["*"] {
      extent = .all
    } else {
      for path in paths where !allowed.contains(path) {
        throw InvalidField(
          "update_mask", "UNKNOWN_PATH",
          "update_mask names '\(path)'; allowed are \(allowed.sorted().joined(separator: ", ")).")
      }
      extent = .paths(Set(paths))
    }
  }

  /// The value to write for a field, or nil to leave it as it is.
  package func value<Value: Equatable>(_ path: String, _ value: Value, empty: Value) -> Value? {
    switch extent {
    case .all: value
    case .populated: value == empty ? nil : value
    case .paths(let paths): paths.contains(path) ? value : nil
    }
  }
}
