import ServiceKit

/// An audience in one corp, in keys: what a walk asks of each relation.
struct AudienceSelection: Sendable {
  /// What one relation may meet.
  enum Condition: Sendable {
    /// It carries any of these tags.
    case tags(TagSet)
    /// It is with one of these customers.
    case customers(SortedKeys)
    /// It is with one of these members.
    case members(MemberSet)
    /// It fits what is only read in its row.
    case row(RowCondition)
    /// It came by one of these contact ways.
    case ways(Set<Int64>)
    /// So much was counted of it.
    case interactions(InteractionWindow)
    /// Its customer has such an attribute.
    case attribute(AttributeFilter)

    /// Cheap ones are asked first, and leave less for the others.
    fileprivate var cost: Int {
      switch self {
      case .tags: 0
      case .customers: 1
      case .members: 2
      case .row, .ways: 3
      case .interactions, .attribute: 4
      }
    }
  }

  /// Of each, a relation meets at least one.
  let allOf: [[Condition]]
  /// Customers with a live relation that meets any of these are left out.
  let noneOf: [Condition]

  init(allOf: [[Condition]] = [], noneOf: [Condition] = []) {
    func cost(_ clause: [Condition]) -> Int { clause.map(\.cost).max() ?? 0 }
    self.allOf = allOf.sorted { cost($0) < cost($1) }
    self.noneOf = noneOf
  }
}

/// A condition on what the index does not hold.
enum RowCondition: Sendable {
  case addWays(Set<Int32>)
  case states(Set<String>)
  /// Microseconds.
  case addTime(Range<Int64>)
  /// Microseconds; a relation without a chat is in no range.
  case lastChatTime(Range<Int64>)
  /// By their keys.
  case sources(Set<Int64>)

  func holds(for facts: RelationFacts) -> Bool {
    switch self {
    case .addWays(let ways): ways.contains(facts.addWay)
    case .states(let states): states.contains(facts.state)
    case .addTime(let range): range.contains(facts.createTime)
    case .lastChatTime(let range): facts.lastChatTime != 0 && range.contains(facts.lastChatTime)
    case .sources(let keys): facts.source != 0 && keys.contains(facts.source)
    }
  }
}

/// What counters come to over some days, and within which bounds they must.
struct InteractionWindow: Sendable {
  let counters: [InteractionCounter]
  let days: ClosedRange<Day>
  let bounds: ClosedRange<Int64>
  /// With all members, and not with the relation's alone.
  let isOfCustomer: Bool

  init(_ asked: Audience.InteractionBounds, today: Day) {
    counters = asked.sum.counters
    days = asked.sum.window(today: today)
    bounds = asked.atLeast...(asked.atMost ?? .max)
    isOfCustomer = asked.isOfCustomer
  }
}

/// What an audience asks of a relation's row.
struct RelationFacts: Sendable, Equatable {
  var addWay: Int32 = 0
  var state = ""
  /// Microseconds.
  var createTime: Int64 = 0
  /// Microseconds; 0 when the two never chatted.
  var lastChatTime: Int64 = 0
  /// The source's key; 0 without one.
  var source: Int64 = 0
}

/// Keys, ascending, each once.
struct SortedKeys: Sendable {
  let keys: [Int64]

  init(_ keys: some Sequence<Int64>) {
    self.keys = TagSet(keys).keys
  }

  /// The first key after another.
  func next(after key: Int64) -> Int64? {
    let index = index(after: key)
    return index < keys.count ? keys[index] : nil
  }

  func keys(in range: ClosedRange<Int64>) -> ArraySlice<Int64> {
    keys[index(after: range.lowerBound - 1)..<index(after: range.upperBound)]
  }

  private func index(after key: Int64) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = low + (high - low) / 2
      if keys[middle] > key { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Members by their keys, to be asked of millions of relations: a bit each.
struct MemberSet: Sendable {
  let keys: [Int64]
  private let words: [UInt64]

  init(_ keys: some Sequence<Int64>) {
    let sorted = SortedKeys(keys).keys
    var words = [UInt64](repeating: 0, count: Int((sorted.last ?? -1) + 64) / 64)
    for key in sorted { words[Int(key / 64)] |= 1 << UInt64(key % 64) }
    self.keys = sorted
    self.words = words
  }

  func contains(_ key: UInt32) -> Bool {
    let word = Int(key / 64)
    return word < words.count && words[word] >> UInt64(key % 64) & 1 == 1
  }
}
