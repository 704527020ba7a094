import Store

/// The keys of the tags that an import names, each read once until a tag or a group changes. Asked
/// fifty times a relation, away from the writer, who has enough to do.
struct TagKeys {
  /// Of the tags, when they were last looked at.
  private(set) var version: Int64 = -1
  private var keys: [String: Int64] = [:]

  /// To be called with each new view of the database.
  mutating func refresh(in reader: Reader) throws {
    let version = try TagTable.version(in: reader)
    if version != self.version { keys = [:] }
    self.version = version
  }

  /// The keys of tags that must exist and not be deleted.
  mutating func keys(of tagIDs: [String], field: String, in reader: Reader) throws -> TagSet {
    TagSet(
      try tagIDs.map { tagID in
        if let key = keys[tagID] { return key }
        guard let tag = try TagTable.find(tagID, in: reader), !tag.isDeleted else {
          throw TagFailure.tagNotFound(tagID, field: field)
        }
        keys[tagID] = tag.key
        return tag.key
      })
  }
}

/// A set of tags, none of which was deleted when the tags had this version.
struct CheckedTags: Sendable {
  let tags: TagSet
  let version: Int64
}
