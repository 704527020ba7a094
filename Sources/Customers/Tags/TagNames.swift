import Messages
import Protobuf
import Store
import Synchronization

/// What readers of relations are told of the corps' tags, each read once until a tag or a group changes: a
/// relation carries fifty, and their rows would cost a reader more than all the rest of his answer.
final class TagNames: Sendable {
  /// Corps whose names are kept; a corp has 10,000 tags at most, some hundred bytes each.
  static let corpsMax = 32

  private let corps = Mutex<[String: CorpTagNames]>([:])

  /// A corp's, as the reader's transaction sees them.
  func names(of corp: String, in reader: Reader) throws -> CorpTagNames {
    names(of: corp, version: try TagTable.version(in: reader))
  }

  /// A corp's, when its tags have this version.
  func names(of corp: String, version: Int64) -> CorpTagNames {
    corps.withLock { corps in
      if let known = corps[corp], known.version == version { return known }
      if corps.count >= Self.corpsMax, let other = corps.keys.first { corps[other] = nil }
      let new = CorpTagNames(version: version)
      corps[corp] = new
      return new
    }
  }
}

/// What readers are told of a tag: packed, since as many answers hold it as customers carry it.
struct TagName: Sendable {
  let tagID: Packed<String>
  let relationTag: Packed<CustomersV1.RelationTag>

  init(tagID: String, name: String, groupName: String, isOfStrategy: Bool) {
    self.tagID = Packed(tagID)
    relationTag = Packed(
      .init(
        tagID: tagID, tagName: name, groupName: groupName, type: isOfStrategy ? .strategy : .corp))
  }
}

/// The names of one corp's tags when they had a version.
final class CorpTagNames: Sendable {
  private struct Read {
    /// By the tag's key, which are given out from 1 on: its number, nil when it was not read.
    var numbers: [Int?] = []
    var ids = PackedTable<String>()
    var relationTags = PackedTable<CustomersV1.RelationTag>()
  }

  /// The number of every tag that is deleted.
  private static let deleted = -1

  let version: Int64
  private let read = Mutex(Read())

  init(version: Int64) { self.version = version }

  /// The ids of those of a set that are not deleted, oldest first.
  func ids(of tags: TagSet, in reader: Reader) throws -> PackedList<String> {
    try read.withLock { read in
      let numbers = try Self.numbers(of: tags, &read, reader)
      return read.ids.list(of: numbers)
    }
  }

  /// Those of a set that are not deleted, oldest first.
  func relationTags(
    of tags: TagSet, in reader: Reader
  ) throws -> PackedList<CustomersV1.RelationTag> {
    try read.withLock { read in
      let numbers = try Self.numbers(of: tags, &read, reader)
      return read.relationTags.list(of: numbers)
    }
  }

  private static func numbers(
    of tags: TagSet, _ read: inout Read, _ reader: Reader
  ) throws -> [Int] {
    guard let last = tags.keys.last else { return [] }
    if last >= read.numbers.count {
      read.numbers += repeatElement(nil, count: Int(last) + 1 - read.numbers.count)
    }
    var numbers: [Int] = []
    numbers.reserveCapacity(tags.count)
    for key in tags.keys {
      let number = try read.numbers[Int(key)] ?? number(of: key, &read, reader)
      if number != deleted { numbers.append(number) }
    }
    return numbers
  }

  private static func number(
    of key: Int64, _ read: inout Read, _ reader: Reader
  ) throws -> Int {
    let name = try TagTable.name(of: key, in: reader)
    let number = name == nil ? deleted : read.ids.count
    if let name {
      read.ids.append(name.tagID)
      read.relationTags.append(name.relationTag)
    }
    read.numbers[Int(key)] = number
    return number
  }
}
