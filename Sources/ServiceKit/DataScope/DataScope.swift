/// Data scope 数据范围: the part of a corp that a caller may see and change, where that is not all of it.
/// Departments with all that lie under them, and the stores of a franchise owner 加盟商 with what lies
/// under those; what lies in either is in it.
///
/// As a text, in tokens and in the store, it is its departments' ids and `owner:` with the owner's id,
/// with a space between each: `10 20 owner:chen`.
package struct DataScope: Sendable, Hashable, CustomStringConvertible {
  package struct Mistake: Error, Equatable, CustomStringConvertible {
    package let text: String

    package var description: String {
      "'\(text)' is no data scope: ids of departments, owner: and an owner's id, or both"
    }
  }

  /// Ascending, each once.
  package let departments: [UInt32]
  /// Empty where it is departments alone.
  package let owner: String

  private static let ownerPrefix = "owner:"

  /// Nil when neither is said: that is the whole corp.
  package init?(departments: some Collection<UInt32>, owner: String) throws(Mistake) {
    guard !departments.isEmpty || !owner.isEmpty else { return nil }
    guard !departments.contains(0), owner.isEmpty || Self.isOwner(owner) else {
      throw Mistake(text: (departments.map(String.init) + [owner]).joined(separator: " "))
    }
    self.departments = Set(departments).sorted()
    self.owner = owner
  }

  /// A text says something: an empty one is a mistake, lest what is lost become the whole corp.
  package init(text: String) throws(Mistake) {
    var departments: [UInt32] = []
    var owner = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if owner.isEmpty, word.hasPrefix(Self.ownerPrefix) {
        owner = String(word.dropFirst(Self.ownerPrefix.count))
        guard !owner.isEmpty else { throw Mistake(text: text) }
      } else if let id = UInt32(word) {
        departments.append(id)
      } else {
        throw Mistake(text: text)
      }
    }
    guard let scope = try DataScope(departments: departments, owner: owner) else {
      throw Mistake(text: text)
    }
    self = scope
  }

  package var description: String {
    (departments.map(String.init) + (owner.isEmpty ? [] : [Self.ownerPrefix + owner]))
      .joined(separator: " ")
  }

  /// As ids of apps and owners are: 1 to 64 letters, digits, '_' and '-'.
  package static func isOwner(_ text: String) -> Bool {
    (try? Shape.id(text, field: "owner_id")) != nil
  }

  /// Whether somebody or something that stands in these places lies within it.
  package func contains(_ lineage: [Placement]) -> Bool {
    lineage.contains { place in
      (!owner.isEmpty && place.owner == owner) || departments.contains(place.department)
    }
  }
}

/// A department, and whose it is; empty where it is nobody's but the corp's.
package struct Placement: Sendable, Equatable {
  package let department: UInt32
  package let owner: String

  package init(department: UInt32, owner: String) {
    self.department = department
    self.owner = owner
  }
}
