import Roaring
import ServiceKit
import Store

/// What the changes of one transaction do to the index, gathered while they are made and written
/// once at their end: an import touches the same bitmaps with every relation.
///
/// The index is who carries which tag, which relations are live, which member is in which relation,
/// and how many carry each tag: `IndexCheck` holds it against the rows. With it goes what customers
/// are found by (`SearchIndex`).
final class RelationIndex {
  private struct Edit {
    let tag: Int64
    let number: UInt32
    let isAdded: Bool
  }

  private let writer: Writer
  /// What jobs may take back; a change of tags ends their say in them.
  let claims = TagClaims()
  let search = SearchIndex()
  /// By chunk, in the order they were made: the last one of a tag and number counts.
  private var edits: [Int64: [Edit]] = [:]
  private var begun: [FollowerTable.Entry] = []
  private var newNumbersCount = 0

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
    newNumbersCount += relation.newNumbers(over: before).count
    if relation.remark != before?.remark ?? "" {
      search.add(relation.remark, of: relation.customerKey)
    }
    let wasLive = before?.status.isLive ?? false
    if relation.status.isLive != wasLive {
      edit(place, [CarrierTable.live], isAdded: relation.status.isLive)
    }
    if before?.status.isKept == true, !relation.status.isKept { claims.end(relation) }
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
      for edits in Self.byTag(edits[chunk] ?? []) {
        let tag = edits[edits.startIndex].tag
        let change = try write(edits, ofTag: tag, inChunk: chunk)
        if tag != CarrierTable.live { counts[tag, default: 0] += change }
      }
    }
    try FollowerTable.append(begun, in: writer)
    try RecentKeysTable.add(begun.count + newNumbersCount, in: writer)
    for (tag, change) in counts where change != 0 {
      try TagTable.count(change, for: tag, in: writer)
    }
    try claims.write(in: writer)
    try search.write(in: writer)
    edits = [:]
    begun = []
    newNumbersCount = 0
  }

  /// The edits of each tag, ascending, in their order: sorted by counting, as there are fifty for each
  /// relation of an import, of tags whose keys are small.
  private static func byTag(_ edits: [Edit]) -> [ArraySlice<Edit>] {
    guard let most = edits.lazy.map(\.tag).max() else { return [] }
    var ends = [Int](repeating: 0, count: Int(most) + 1)
    for edit in edits { ends[Int(edit.tag)] += 1 }
    var sum = 0
    for tag in ends.indices {
      sum += ends[tag]
      ends[tag] = sum
    }
    var starts = ends
    let sorted = [Edit](unsafeUninitializedCapacity: edits.count) { buffer, count in
      for edit in edits.reversed() {
        starts[Int(edit.tag)] -= 1
        buffer.initializeElement(at: starts[Int(edit.tag)], to: edit)
      }
      count = edits.count
    }
    return ends.indices.compactMap { starts[$0] < ends[$0] ? sorted[starts[$0]..<ends[$0]] : nil }
  }

  /// Returns how many more carry the tag than before.
  private func write(_ edits: ArraySlice<Edit>, ofTag tag: Int64, inChunk chunk: Int64) throws
    -> Int
  {
    var numbers = try CarrierTable.numbers(ofTag: tag, inChunk: chunk, in: writer) ?? Bitmap()
    let before = numbers.count
    for edit in edits {
      if edit.isAdded { numbers.insert(edit.number) } else { numbers.remove(edit.number) }
    }
    try CarrierTable.put(numbers, ofTag: tag, inChunk: chunk, in: writer)
    return numbers.count - before
  }
}
