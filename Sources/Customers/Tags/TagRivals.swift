import Store

/// Which tags exclude each other 互斥: those of one group that is mutually exclusive, of which a relation
/// carries one. What one transaction asks of it is read once.
final class TagRivals {
  private let reader: Reader
  /// By tag: its group, nil when that is not exclusive.
  private var groups: [Int64: Int64?] = [:]
  /// By group: its tags that are not deleted.
  private var members: [Int64: TagSet] = [:]

  init(_ reader: Reader) {
    self.reader = reader
  }

  func note(_ tag: Tag) { groups[tag.key] = .some(tag.isExclusive ? tag.groupKey : nil) }

  /// All of the exclusive groups of some tags: those themselves, and what they exclude.
  func all(of tags: TagSet) throws -> TagSet {
    var all = TagSet()
    for tag in tags.keys {
      if let group = try group(of: tag) { all = all.union(try members(of: group)) }
    }
    return all
  }

  /// Two of a set that exclude each other; nil when none do.
  func pair(in tags: TagSet) throws -> (Int64, Int64)? {
    var seen: [Int64: Int64] = [:]
    for tag in tags.keys {
      guard let group = try group(of: tag) else { continue }
      if let other = seen.updateValue(tag, forKey: group) { return (other, tag) }
    }
    return nil
  }

  /// A set with the oldest tag alone of those that exclude each other.
  func settled(_ tags: TagSet) throws -> TagSet {
    var seen: Set<Int64> = []
    return TagSet(
      try tags.keys.filter { tag in
        guard let group = try group(of: tag) else { return true }
        return seen.insert(group).inserted
      })
  }

  private func group(of tag: Int64) throws -> Int64? {
    if let known = groups[tag] { return known }
    let group = try TagTable.exclusiveGroup(of: tag, in: reader)
    groups[tag] = .some(group)
    return group
  }

  private func members(of group: Int64) throws -> TagSet {
    if let known = members[group] { return known }
    let tags = TagSet(try TagTable.keys(ofGroup: group, in: reader))
    members[group] = tags
    return tags
  }
}
