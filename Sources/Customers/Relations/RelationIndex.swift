import Roaring
import ServiceKit
import Store

/// What the changes of one transaction do to the index, gathered while they are made and written
/// once at their end: an import touches the same bitmaps with every relation.
///
/// The index is who carries which tag, which relations are live, which member is in which relation,
/// and how many carry each tag. `IndexCheck` holds it against the rows.
final class RelationIndex {
  private struct Edit {
    let tag: Int64
    let number: UInt32
    let isAdded: Bool
  }

  private let writer: Writer
  /// What jobs and rules may take back; a change of tags ends their say in them.
  let claims = TagClaims()
  /// By chunk, in the order they were made: the last one of a tag and number counts.
  private var edits: [Int64: [Edit]] = [:]
  private var begun: [FollowerTable.Entry] = []

  /// The caller calls `write` before its transaction ends.
  init(_ writer: Writer) {
    self.writer = writer
  }

  /// Written at the mutation's end.
  convenience init(_ mutation: CustomersMutation) {
    self.init(mutation.writer)
    mutation.atEnd(write)
  }

  /// A relation becomes another, or begins.
  func change(_ before: Relation?, to relation: Relation) {
    let place = RelationPlace(customer: relation.customerKey, slot: relation.slot)
    if before == nil {
      begun.append(
        .init(
          customer: relation.customerKey, slot: relation.slot, member: relation.memberKey))
    }
    let wasLive = before?.status.isLive ?? false
    if relation.status.isLive != wasLive {
      edit(place, [CarrierTable.live], isAdded: relation.status.isLive)
    }
    let tags = before?.tags ?? TagSet()
    guard relation.tags != tags else { return }
    let given = relation.tags.subtracting(tags)
    let taken = tags.subtracting(relation.tags)
    edit(place, given.keys, isAdded: true)
    edit(place, taken.keys, isAdded: false)
    if before != nil { claims.release(given.union(taken), of: relation) }
  }

  private func edit(_ place: RelationPlace, _ tags: [Int64], isAdded: Bool) {
    edits[place.chunk, default: []].append(
      contentsOf: tags.lazy.map { Edit(tag: $0, number: place.number, isAdded: isAdded) })
  }

  /// Writes what was gathered, in the order of the index.
  func write() throws {
    var counts: [Int64: Int] = [:]
    for chunk in edits.keys.sorted() {
      let byTag = Dictionary(grouping: edits[chunk] ?? [], by: \.tag)
      for tag in byTag.keys.sorted() {
        let change = try write(byTag[tag] ?? [], ofTag: tag, inChunk: chunk)
        if tag != CarrierTable.live { counts[tag, default: 0] += change }
      }
    }
    try FollowerTable.append(begun, in: writer)
    for (tag, change) in counts where change != 0 {
      try TagTable.count(change, for: tag, in: writer)
    }
    try claims.write(in: writer)
    edits = [:]
    begun = []
  }

  /// Returns how many more carry the tag than before.
  private func write(_ edits: [Edit], ofTag tag: Int64, inChunk chunk: Int64) throws -> Int {
    var numbers = try CarrierTable.numbers(ofTag: tag, inChunk: chunk, in: writer) ?? Bitmap()
    let before = numbers.count
    for edit in edits {
      if edit.isAdded { numbers.insert(edit.number) } else { numbers.remove(edit.number) }
    }
    try CarrierTable.put(numbers, ofTag: tag, inChunk: chunk, in: writer)
    return numbers.count - before
  }
}
