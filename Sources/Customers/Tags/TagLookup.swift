import ServiceKit
import Store

/// The tags that one transaction has to do with, each read once.
final class TagLookup {
  private let reader: Reader
  private var byID: [String: Tag] = [:]
  private var byKey: [Int64: Tag] = [:]

  init(_ reader: Reader) {
    self.reader = reader
  }

  /// The tag of an id, which must exist and not be deleted.
  func live(_ tagID: String, field: String) throws -> Tag {
    if let tag = byID[tagID] { return tag }
    guard let tag = try TagTable.find(tagID, in: reader), !tag.isDeleted else {
      throw TagFailure.tagNotFound(tagID, field: field)
    }
    keep(tag)
    return tag
  }

  func keys(of tagIDs: [String], field: String) throws -> TagSet {
    TagSet(try tagIDs.map { try live($0, field: field).key })
  }

  /// The tags of a set that are not deleted, oldest first.
  func tags(of set: TagSet) throws -> [Tag] {
    try set.keys.map { key in
      if let tag = byKey[key] { return tag }
      let tag = try TagTable.find(key, in: reader)
      keep(tag)
      return tag
    }
    .filter { !$0.isDeleted }
  }

  private func keep(_ tag: Tag) {
    byKey[tag.key] = tag
    if !tag.isDeleted { byID[tag.tagID] = tag }
  }
}
