/// What a caller may do: the rights of the protos, one by one or all below some words.
///
/// A scope is a right as a proto names it, `customers.tags.read`; or its first words before `.*`,
/// `customers.*`, for every right that begins with them and a dot; or `*` for every right.
package struct Scopes: Sendable, Hashable, CustomStringConvertible {
  package struct Mistake: Error, Equatable, CustomStringConvertible {
    package let scope: String

    package var description: String {
      "'\(scope)' is no scope: a right such as customers.tags.read, customers.*, or *"
    }
  }

  package static let all = Scopes(wellFormed: ["*"])

  /// As they were given, each once.
  package let names: [String]
  private let rights: Set<String>
  /// What is before the asterisks: `customers.`, or nothing.
  private let beginnings: [String]

  package init(_ names: some Collection<String>) throws(Mistake) {
    for name in names where !Self.isScope(name) { throw Mistake(scope: name) }
    self.init(wellFormed: names)
  }

  /// From a token: separated by spaces.
  package init(text: String) throws(Mistake) {
    try self.init(text.split(separator: " ").map(String.init))
  }

  private init(wellFormed names: some Collection<String>) {
    let names = Set(names).sorted()
    self.names = names
    rights = Set(names.filter { !$0.hasSuffix("*") })
    beginnings = names.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
  }

  package var description: String { names.joined(separator: " ") }

  package func contains(_ right: String) -> Bool {
    rights.contains(right) || beginnings.contains { right.hasPrefix($0) }
  }

  /// Whether who holds these may do all that who holds the others may.
  package func contains(_ others: Scopes) -> Bool {
    // customers.tags.* is below customers.* because it begins with "customers.".
    others.rights.allSatisfy(contains)
      && others.beginnings.allSatisfy { other in beginnings.contains { other.hasPrefix($0) } }
  }

  private static func isScope(_ name: String) -> Bool {
    if name == "*" { return true }
    guard name.utf8.count <= 128 else { return false }
    var words = name.split(separator: ".", omittingEmptySubsequences: false)
    guard words.count >= 2 else { return false }
    if words.last == "*" { words.removeLast() }
    return words.allSatisfy { word in
      !word.isEmpty
        && word.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
        }
    }
  }
}
