import ServiceKit
import Store

/// The tags that one transaction has to do with, each read once.
final class TagLookup {
  private let reader: Reader
  private var byID: [String: Tag] = [:]
  /// What an import asks fifty times a relation, without the rest of the tag: its key by its id, its
  /// id by its key, nil when it is deleted.
  private var keys: [String: Int64] = [:]
  private var liveIDs: [Int64: String?] = [:]
  /// The tags asked for by id that are a strategy's: by key.
  private var ofStrategies: [Int64: Tag] = [:]
  /// The strategies of tags by key, 0 for the corp's.
  private var strategies: [Int64: Int64] = [:]
  private let rivals: TagRivals

  /// What the tags' version is in this transaction, once it was asked for.
  private var version: Int64?

  init(_ reader: Reader) {
    self.reader = reader
    rivals = TagRivals(reader)
  }

  /// The tag of an id, which must exist and not be deleted.
  func live(_ tagID: String, field: String) throws -> Tag {
    if let tag = byID[tagID] { return tag }
    guard let tag = try TagTable.find(tagID, in: reader), !tag.isDeleted else {
      throw TagFailure.tagNotFound(tagID, field: field)
    }
    byID[tagID] = tag
    keys[tagID] = tag.key
    liveIDs[tag.key] = tagID
    if tag.strategy > 0 { ofStrategies[tag.key] = tag }
    strategies[tag.key] = tag.strategy
    rivals.note(tag)
    return tag
  }

  func keys(of tagIDs: some Sequence<String>, field: String) throws -> TagSet {
    TagSet(try tagIDs.map { try keys[$0] ?? live($0, field: field).key })
  }

  /// Tags that are to be given, of which no two exclude each other.
  func givenKeys(of tagIDs: some Sequence<String>, field: String) throws -> TagSet {
    let given = try keys(of: tagIDs, field: field)
    try checkRivals(in: given, field: field)
    return given
  }

  func checkRivals(in given: TagSet, field: String) throws {
    guard let (tag, other) = try rivals.pair(in: given) else { return }
    throw TagFailure.rivals(try liveID(tag) ?? "", try liveID(other) ?? "", field: field)
  }

  /// What is to be given and taken, and with it what that excludes. Of those to be given that exclude
  /// each other by now the oldest is.
  func marking(add: TagSet, remove: TagSet) throws -> TagMarking {
    let add = try rivals.settled(add)
    return TagMarking(add: add, remove: remove.union(try rivals.all(of: add)))
  }

  /// Those of these ids that a member may give, without what is deleted by now, and of those that
  /// exclude each other the oldest: what can be given when nobody is to be refused for a tag.
  func leniently(_ tagIDs: [String], by userid: String) throws -> [String] {
    try self.tagIDs(of: rivals.settled(givable(of: known(tagIDs), by: userid)))
  }

  /// Of tags that are to be given back those that nothing `present` excludes; of those that exclude
  /// each other the oldest.
  func returnable(_ tags: TagSet, besides present: TagSet) throws -> TagSet {
    tags.isEmpty ? tags : try rivals.settled(tags.subtracting(rivals.all(of: present)))
  }

  /// The tags of these ids, without those that are deleted by now.
  func known(_ tagIDs: [String]) throws -> TagSet {
    TagSet(
      try tagIDs.compactMap { id in
        do {
          return try live(id, field: "tag_id").key
        } catch TagFailure.tagNotFound {
          return nil
        }
      })
  }

  /// A set of tags of which none may be deleted by now.
  func stillLive(_ checked: CheckedTags, field: String) throws -> TagSet {
    for tag in checked.ofStrategies { ofStrategies[tag.key] = tag }
    let version = try version ?? TagTable.version(in: reader)
    self.version = version
    guard checked.version != version else { return checked.tags }
    for key in checked.tags.keys where try liveID(key) == nil {
      throw TagFailure.tagNotFound(try TagTable.tagID(of: key, in: reader) ?? "", field: field)
    }
    try checkRivals(in: checked.tags, field: field)
    return checked.tags
  }

  /// Whether any tag asked for by id is a strategy's.
  var hasStrategies: Bool { !ofStrategies.isEmpty }

  /// Whether a member may give these tags, which were asked for by id: one of a strategy only when he
  /// is in its range.
  func checkRange(of given: TagSet, userid: String) throws {
    if ofStrategies.isEmpty { return }
    for key in given.keys {
      guard let tag = ofStrategies[key] else { continue }
      guard try StrategyTable.covers(.member(userid), tag.strategy, in: reader) else {
        throw StrategyFailure.memberOutOfRange(userid: userid, tagID: tag.tagID)
      }
    }
  }

  /// Those of a set that are not deleted, and that a member may give: none of a strategy in whose
  /// range he is not.
  func givable(of set: TagSet, by userid: String) throws -> TagSet {
    TagSet(
      try live(in: set).keys.filter { key in
        let strategy = try strategy(of: key)
        return try strategy == 0 || StrategyTable.covers(.member(userid), strategy, in: reader)
      })
  }

  private func strategy(of key: Int64) throws -> Int64 {
    if let known = strategies[key] { return known }
    let strategy = try TagTable.strategy(of: key, in: reader)
    strategies[key] = strategy
    return strategy
  }

  /// The ids of a set's tags that are not deleted, oldest first.
  func tagIDs(of set: TagSet) throws -> [String] { try set.keys.compactMap(liveID) }

  /// The relation as others are told of it: without tags that are deleted.
  func onlyLive(_ relation: Relation) throws -> Relation {
    var relation = relation
    relation.tags = try live(in: relation.tags)
    return relation
  }

  /// Those of a set that are not deleted.
  func live(in set: TagSet) throws -> TagSet {
    TagSet(try set.keys.filter { try liveID($0) != nil })
  }

  private func liveID(_ key: Int64) throws -> String? {
    if let known = liveIDs[key] { return known }
    let tagID = try TagTable.liveID(of: key, in: reader)
    liveIDs[key] = .some(tagID)
    return tagID
  }
}
