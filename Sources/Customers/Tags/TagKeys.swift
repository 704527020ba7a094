import Protobuf
import Store

/// The keys of the tags that an import names, each read once until a tag or a group changes. Asked
/// fifty times a relation, away from the writer, who has enough to do.
///
/// A hash table of its own, as Swift's spends three times as long on an id of forty bytes: the last
/// eight are drawn at random when the tag is made, and only tags that are there come in.
struct TagKeys {
  private struct Slot {
    let tagID: [UInt8]
    let key: Int64
  }

  /// Of the tags, when they were last looked at.
  private(set) var version: Int64 = -1
  /// The tags of strategies that were asked for, by key: members may not give them all.
  private var ofStrategies: [Int64: Tag] = [:]
  /// The tags of exclusive groups that were asked for, by key.
  private var ofExclusiveGroups: [Int64: Tag] = [:]
  /// At most half of them taken; as many as a power of two.
  private var slots: [Slot?] = Array(repeating: nil, count: 2048)
  private var count = 0

  /// To be called with each new view of the database.
  mutating func refresh(in reader: Reader) throws {
    let version = try TagTable.version(in: reader)
    if version != self.version { self = TagKeys() }
    self.version = version
  }

  /// Tags that must exist, not be deleted and not exclude each other.
  mutating func checked(
    _ tagIDs: PackedList<String>, field: String, in reader: Reader
  ) throws -> CheckedTags {
    var keys: [Int64] = []
    keys.reserveCapacity(tagIDs.count)
    try tagIDs.eachUTF8 { keys.append(try key(of: $0, field: field, in: reader)) }
    let tags = TagSet(keys)
    if !ofExclusiveGroups.isEmpty { try checkRivals(in: tags, field: field) }
    let ofStrategies =
      ofStrategies.isEmpty ? [] : tags.keys.compactMap { self.ofStrategies[$0] }
    return CheckedTags(tags: tags, ofStrategies: ofStrategies, version: version)
  }

  private func checkRivals(in tags: TagSet, field: String) throws {
    var seen: [Int64: Tag] = [:]
    for tag in tags.keys.compactMap({ ofExclusiveGroups[$0] }) {
      if let other = seen.updateValue(tag, forKey: tag.groupKey) {
        throw TagFailure.rivals(other.tagID, tag.tagID, field: field)
      }
    }
  }

  private mutating func key(
    of bytes: UnsafeRawBufferPointer, field: String, in reader: Reader
  ) throws -> Int64 {
    let place = place(of: bytes)
    if let slot = slots[place] { return slot.key }
    let tagID = String(decoding: bytes, as: UTF8.self)
    guard let tag = try TagTable.find(tagID, in: reader), !tag.isDeleted else {
      throw TagFailure.tagNotFound(tagID, field: field)
    }
    insert(Slot(tagID: Array(bytes), key: tag.key), at: place)
    if tag.strategy > 0 { ofStrategies[tag.key] = tag }
    if tag.isExclusive { ofExclusiveGroups[tag.key] = tag }
    return tag.key
  }

  private mutating func insert(_ slot: Slot, at place: Int) {
    slots[place] = slot
    count += 1
    guard count > slots.count / 2 else { return }
    let old = slots
    slots = Array(repeating: nil, count: 2 * old.count)
    for case let slot? in old { slots[slot.tagID.withUnsafeBytes { self.place(of: $0) }] = slot }
  }

  /// Where a tag is, or would be put.
  private func place(of tagID: UnsafeRawBufferPointer) -> Int {
    let end =
      tagID.count < 8
      ? UInt64(tagID.count)
      : tagID.loadUnaligned(fromByteOffset: tagID.count - 8, as: UInt64.self)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (end &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while let slot = slots[place], !slot.tagID.elementsEqual(tagID) { place = (place + 1) & mask }
    return place
  }
}

/// A set of tags, none of which was deleted, and no two excluded each other, when the tags had this
/// version.
struct CheckedTags: Sendable {
  let tags: TagSet
  /// Those of them that are a strategy's.
  let ofStrategies: [Tag]
  let version: Int64
}
