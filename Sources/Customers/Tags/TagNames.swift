import Messages
import Protobuf
import Store
import Synchronization

/// What a reader of relations is told of a tag.
final class TagName: Sendable {
  let tagID: String
  let isDeleted: Bool
  /// Packed, since as many answers hold it as customers carry it.
  let relationTag: Packed<CustomersV1.RelationTag>

  init(tagID: String, name: String, groupName: String, isDeleted: Bool, isOfStrategy: Bool) {
    self.tagID = tagID
    self.isDeleted = isDeleted
    relationTag = Packed(
      .init(
        tagID: tagID, tagName: name, groupName: groupName, type: isOfStrategy ? .strategy : .corp))
  }
}

/// The names of the corps' tags, each read once until a tag or a group changes: a relation carries
/// fifty, and their rows would cost a reader more than all the rest of his answer.
final class TagNames: Sendable {
  /// Corps whose names are kept; a corp has 10,000 tags at most, some hundred bytes each.
  static let corpsMax = 32

  private struct Known {
    let version: Int64
    var names: [Int64: TagName] = [:]
  }

  private let corps = Mutex<[String: Known]>([:])

  /// The tags of a set that are not deleted, oldest first, as the reader's transaction sees them.
  func live(_ tags: TagSet, of corp: String, in reader: Reader) throws -> [TagName] {
    let version = try TagTable.version(in: reader)
    return try corps.withLock { corps in
      // Taken out while it is added to, so that it is not copied.
      var known = corps.removeValue(forKey: corp) ?? Known(version: version)
      if known.version != version { known = Known(version: version) }
      defer {
        if corps.count >= Self.corpsMax, let other = corps.keys.first { corps[other] = nil }
        corps[corp] = known
      }
      var live: [TagName] = []
      live.reserveCapacity(tags.count)
      for key in tags.keys {
        if let name = known.names[key] {
          if !name.isDeleted { live.append(name) }
          continue
        }
        let name = try TagTable.name(of: key, in: reader)
        known.names[key] = name
        if !name.isDeleted { live.append(name) }
      }
      return live
    }
  }
}
