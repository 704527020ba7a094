import Roaring
import Store

/// Where the index says something else than the relations' rows.
struct IndexDifference: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    /// Who carries a tag.
    case carriers(tagID: String)
    /// How many carry it.
    case carrierCount(tagID: String)
    /// Which relations neither side removed.
    case live
    /// Which member is in which relation.
    case followers
    /// Which customers each member has.
    case memberCustomers
  }

  let subject: Subject
  /// In the rows, not in the index.
  let missing: Int
  /// In the index, not in the rows.
  let extra: Int
}

extension IndexDifference: CustomStringConvertible {
  var description: String {
    "\(subject.name) differ: the index misses \(missing) and has \(extra) too many"
  }
}

extension IndexDifference.Subject {
  fileprivate var name: String {
    switch self {
    case .carriers(let tagID): "the carriers of tag \(tagID)"
    case .carrierCount(let tagID): "the counted carriers of tag \(tagID)"
    case .live: "the live relations"
    case .followers: "the followers"
    case .memberCustomers: "the customers of members"
    }
  }
}

/// Holds the index against the relations' rows, or makes it from them.
enum IndexCheck {
  /// What differs, in all chunks; nothing when the index is right. Reads everything once.
  static func differences(in reader: Reader) throws -> [IndexDifference] {
    var found: [IndexDifference.Subject: (missing: Int, extra: Int)] = [:]
    var counts: [Int64: Int64] = [:]
    func note(_ subject: IndexDifference.Subject, missing: Int, extra: Int) {
      guard missing + extra > 0 else { return }
      let sum = found[subject] ?? (0, 0)
      found[subject] = (sum.missing + missing, sum.extra + extra)
    }
    func subject(_ tag: Int64) throws -> IndexDifference.Subject {
      tag == CarrierTable.live
        ? .live : .carriers(tagID: try TagTable.tagID(of: tag, in: reader) ?? "\(tag)")
    }
    try eachChunk(in: reader) { chunk, rows in
      var rest = rows.numbers
      try CarrierTable.each(inChunk: chunk, in: reader) { tag, indexed in
        let wanted = Set(rest.removeValue(forKey: tag) ?? [])
        let numbers = Set(indexed.numbers)
        note(
          try subject(tag), missing: wanted.subtracting(numbers).count,
          extra: numbers.subtracting(wanted).count)
      }
      for (tag, numbers) in rest { note(try subject(tag), missing: numbers.count, extra: 0) }
      for (tag, numbers) in rows.numbers where tag != CarrierTable.live {
        counts[tag, default: 0] += Int64(numbers.count)
      }
      var followers: Set<[UInt32]> = []
      try FollowerTable.each(inChunk: chunk, in: reader) { followers.insert([$0, $1]) }
      let wanted = Set(
        rows.followers.map {
          [RelationPlace(customer: $0.customer, slot: $0.slot).number, UInt32($0.member)]
        })
      note(
        .followers, missing: wanted.subtracting(followers).count,
        extra: followers.subtracting(wanted).count)
    }
    try TagTable.eachCount(in: reader) { key, tagID, kept in
      let counted = counts[key] ?? 0
      note(
        .carrierCount(tagID: tagID), missing: Int(max(0, counted - kept)),
        extra: Int(max(0, kept - counted)))
    }
    let keys = try MemberCustomerTable.differences(in: reader)
    note(.memberCustomers, missing: keys.missing, extra: keys.extra)
    return found.map { .init(subject: $0, missing: $1.missing, extra: $1.extra) }
      .sorted { "\($0.subject)" < "\($1.subject)" }
  }

  /// Makes the index of a file that has none.
  static func build(in writer: Writer) throws {
    try eachChunk(in: writer) { chunk, rows in
      for (tag, numbers) in rows.numbers.sorted(by: { $0.key < $1.key }) {
        try CarrierTable.put(Bitmap(numbers), ofTag: tag, inChunk: chunk, in: writer)
      }
      try FollowerTable.append(rows.followers, in: writer)
    }
  }

  /// What the rows of one chunk say.
  private struct Rows {
    /// By tag, and by `CarrierTable.live`.
    var numbers: [Int64: [UInt32]] = [:]
    var followers: [FollowerTable.Entry] = []
  }

  /// Goes through all chunks with a relation or anything of the index.
  private static func eachChunk(
    in reader: Reader, _ body: (Int64, Rows) throws -> Void
  ) throws {
    let newest = try CustomerTable.newestKey(in: reader)
    var last = RelationPlace.chunk(of: newest)
    // What stands behind the last customer is wrong too.
    while let beyond = try CarrierTable.chunk(from: last + 1, in: reader) { last = beyond }
    for chunk in 0...last {
      var rows = Rows()
      try RelationTable.eachIndexed(of: RelationPlace.customers(of: chunk), in: reader) {
        entry, status, tags in
        let number = RelationPlace(customer: entry.customer, slot: entry.slot).number
        rows.followers.append(entry)
        if status.isLive { rows.numbers[CarrierTable.live, default: []].append(number) }
        for tag in tags.keys { rows.numbers[tag, default: []].append(number) }
      }
      try body(chunk, rows)
    }
  }
}
