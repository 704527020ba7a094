import Roaring
import ServiceKit
import Store

/// One chunk of customers, as an audience asks of their relations: what of it is read is read once,
/// and only when a condition needs it.
final class AudienceChunk {
  /// Customers whose rows are looked up one by one; for more, the chunk's rows are read in a row.
  private static let lookedUpCustomers = 256
  /// Of more days than these, the chunk's rows of all days are passed: a row that is found by its day
  /// costs some five times one that is passed, and rows are kept for 180 days.
  private static let passedDays = 36

  private let selection: AudienceSelection
  private let chunk: Int64
  private let reader: Reader
  private lazy var followers = Result { try readFollowers() }
  private var facts: [UInt32: RelationFacts] = [:]
  /// Offsets of the customers whose facts are read.
  private var hasFacts = Offsets()
  private var hasStates = false

  init(_ selection: AudienceSelection, chunk: Int64, reader: Reader) {
    self.selection = selection
    self.chunk = chunk
    self.reader = reader
  }

  /// The relations that fit, and how many customers were left out by `noneOf`. Only customers of the
  /// range are looked at.
  func fitting(_ range: ClosedRange<Int64>) throws -> (numbers: [UInt32], excludedCount: Int) {
    guard let live = try CarrierTable.numbers(ofTag: CarrierTable.live, inChunk: chunk, in: reader)
    else { return ([], 0) }
    var places = live.copy()
    let whole = RelationPlace.customers(of: chunk)
    if range.lowerBound > whole.lowerBound || range.upperBound < whole.upperBound {
      places = places.filter { range.contains(whole.lowerBound + Int64(RelationPlace.offset($0))) }
    }
    for clause in selection.allOf {
      if places.isEmpty { return ([], 0) }
      var met = Bitmap()
      for condition in clause { met.formUnion(try meeting(condition, among: places)) }
      places = met
    }
    let numbers = places.numbers
    guard !numbers.isEmpty, !selection.noneOf.isEmpty else { return (numbers, 0) }
    let customers = Offsets(numbers)
    let theirs = live.filter { customers.contains($0) }
    var met = Bitmap()
    for condition in selection.noneOf { met.formUnion(try meeting(condition, among: theirs)) }
    let excluded = Offsets(met.numbers)
    return (numbers.filter { !excluded.contains($0) }, excluded.count)
  }

  /// Each customer of the relations with his sender, in the order of customers.
  func senders(
    of numbers: [UInt32], userid: (Int64) throws -> String
  ) throws -> [Chosen] {
    var first = [UInt32](repeating: .max, count: Int(RelationPlace.chunkSize))
    var rivals: [Int: [UInt32]] = [:]
    for number in numbers {
      let offset = RelationPlace.offset(number)
      if first[offset] == .max {
        first[offset] = number
      } else {
        rivals[offset, default: [first[offset]]].append(number)
      }
    }
    try readFacts(of: Offsets(rivals.values.joined()), withState: false)
    for (offset, numbers) in rivals {
      first[offset] = try best(of: numbers, userid: userid)
    }
    let followers = try followers.get()
    let start = RelationPlace.customers(of: chunk).lowerBound
    return first.indices.lazy.filter { first[$0] != .max }.map { offset in
      Chosen(customer: start + Int64(offset), member: Int64(followers[first[offset]]))
    }
  }

  /// The members of relations, one for each.
  func members(of numbers: [UInt32]) throws -> [UInt32] {
    let followers = try followers.get()
    return numbers.map { followers[$0] }
  }

  private func best(
    of numbers: [UInt32], userid: (Int64) throws -> String
  ) throws -> UInt32 {
    let followers = try followers.get()
    func candidate(_ number: UInt32) -> Candidate {
      let facts = facts[number] ?? RelationFacts()
      return Candidate(
        member: Int64(followers[number]), lastChatTime: facts.lastChatTime,
        createTime: facts.createTime)
    }
    var best = (number: numbers[0], candidate: candidate(numbers[0]))
    for number in numbers.dropFirst() {
      let candidate = candidate(number)
      if try candidate.comesBefore(best.candidate, userid: userid) { best = (number, candidate) }
    }
    return best.number
  }
}

extension AudienceChunk {
  /// Those of the relations that meet a condition.
  private func meeting(
    _ condition: AudienceSelection.Condition, among places: borrowing Bitmap
  ) throws -> Bitmap {
    switch condition {
    case .tags(let tags):
      var met = Bitmap()
      for tag in tags.keys {
        if let carriers = try CarrierTable.numbers(ofTag: tag, inChunk: chunk, in: reader) {
          met.formUnion(carriers)
        }
      }
      met.formIntersection(places)
      return met
    case .customers(let keys):
      let customers = Offsets(
        keys.keys(in: RelationPlace.customers(of: chunk)).map {
          RelationPlace(customer: $0, slot: 0).number
        })
      return places.filter { customers.contains($0) }
    case .members(let members):
      let followers = try followers.get()
      return places.filter { members.contains(followers[$0]) }
    case .row(let condition):
      let numbers = places.numbers
      let withState = if case .states = condition { true } else { false }
      try readFacts(of: Offsets(numbers), withState: withState)
      return Bitmap(numbers.filter { facts[$0].map(condition.holds) ?? false })
    case .ways(let ways):
      let followers = try followers.get()
      var came: Set<Pair> = []
      try ContactTable.eachAdd(of: RelationPlace.customers(of: chunk), in: reader) {
        if ways.contains($2) { came.insert(Pair(customer: $0, member: $1)) }
      }
      return places.filter { came.contains(pair($0, followers)) }
    case .interactions(let window):
      let followers = try followers.get()
      let sums = try sums(window, of: Offsets(places.numbers))
      return places.filter {
        var pair = pair($0, followers)
        if window.isOfCustomer { pair.member = 0 }
        return window.bounds.contains(sums[pair] ?? 0)
      }
    case .attribute(let filter):
      let customers = try customers(with: filter, among: Offsets(places.numbers))
      return places.filter { customers.contains($0) }
    }
  }

  /// Those of some customers who have such an attribute.
  private func customers(with filter: AttributeFilter, among customers: Offsets) throws -> Offsets {
    let whole = RelationPlace.customers(of: chunk)
    let ranges =
      customers.count > Self.lookedUpCustomers
      ? [whole] : customers.offsets.map { whole.lowerBound + Int64($0) }.map { $0...$0 }
    return Offsets(
      try ranges.flatMap { range in
        try AttributeTable.values(named: filter.name, of: range, in: reader)
          .filter { filter.holds(for: $0.value) }
          .map { RelationPlace(customer: $0.key, slot: 0).number }
      })
  }

  /// Who stand in a relation. Member 0 stands for all of the customer's.
  private struct Pair: Hashable {
    let customer: Int64
    var member: Int64
  }

  private func pair(_ number: UInt32, _ followers: Followers) -> Pair {
    Pair(
      customer: RelationPlace(chunk: chunk, number: number).customer,
      member: Int64(followers[number]))
  }

  /// What counters come to, of those who have any. Of few customers their rows are read; of many the
  /// chunk's rows of each day or, when many days are asked for, all of its rows.
  private func sums(
    _ window: InteractionWindow, of customers: Offsets
  ) throws -> [Pair: Int64] {
    var sums: [Pair: Int64] = [:]
    func add(_ customer: Int64, _ member: Int64, _ sum: Int64) {
      sums[Pair(customer: customer, member: window.isOfCustomer ? 0 : member), default: 0] += sum
    }
    let whole = RelationPlace.customers(of: chunk)
    let days = window.days.lowerBound.number...window.days.upperBound.number
    if customers.count < days.count || days.count > Self.passedDays {
      let ranges =
        customers.count < days.count
        ? customers.offsets.map { whole.lowerBound + Int64($0) }.map { $0...$0 } : [whole]
      for range in ranges {
        try ContactDayTable.eachSum(
          of: window.counters, on: window.days, customers: range, in: reader, add)
      }
      return sums
    }
    for day in days {
      try ContactDayTable.eachSum(
        of: window.counters, on: Day(number: day), customers: whole, in: reader, add)
    }
    return sums
  }

  private func readFollowers() throws -> Followers {
    var followers = Followers()
    try FollowerTable.each(inChunk: chunk, in: reader) { followers[$0] = $1 }
    return followers
  }

  /// Reads the rows of customers. Once states are asked for, they are read with all that follow.
  private func readFacts(of customers: Offsets, withState: Bool) throws {
    if withState, !hasStates {
      hasStates = true
      hasFacts = Offsets()
    }
    let missing = customers.subtracting(hasFacts)
    guard missing.count > 0 else { return }
    let whole = RelationPlace.customers(of: chunk)
    let ranges =
      missing.count > Self.lookedUpCustomers
      ? [whole] : missing.offsets.map { whole.lowerBound + Int64($0) }.map { $0...$0 }
    for range in ranges {
      try AudienceTable.eachFacts(of: range, withState: hasStates, in: reader) {
        facts[$0.number] = $1
      }
    }
    hasFacts = hasFacts.union(missing)
  }
}

/// The member of each relation of a chunk, by its number.
private struct Followers {
  /// For the first sixteen slots, in which nearly all are, as far as they go.
  private var dense: [UInt32] = []
  private var others: [UInt32: UInt32] = [:]
  private static let denseSize = 16 * Int(RelationPlace.chunkSize)

  subscript(number: UInt32) -> UInt32 {
    get {
      let index = Int(number)
      return index < dense.count ? dense[index] : others[number] ?? 0
    }
    set {
      let index = Int(number)
      guard index < Self.denseSize else {
        others[number] = newValue
        return
      }
      if index >= dense.count {
        let slots = index / Int(RelationPlace.chunkSize) + 1
        let missing = slots * Int(RelationPlace.chunkSize) - dense.count
        dense.append(contentsOf: repeatElement(0, count: missing))
      }
      dense[index] = newValue
    }
  }
}

/// Customers of one chunk: a bit each.
private struct Offsets {
  private var words = [UInt64](repeating: 0, count: Int(RelationPlace.chunkSize) / 64)

  init(_ numbers: some Sequence<UInt32> = []) {
    for number in numbers {
      let offset = RelationPlace.offset(number)
      words[offset / 64] |= 1 << UInt64(offset % 64)
    }
  }

  func contains(_ number: UInt32) -> Bool {
    let offset = RelationPlace.offset(number)
    return words[offset / 64] >> UInt64(offset % 64) & 1 == 1
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  var offsets: [Int] {
    words.indices.flatMap { word in
      (0..<64).filter { words[word] >> UInt64($0) & 1 == 1 }.map { word * 64 + $0 }
    }
  }

  func subtracting(_ other: Offsets) -> Offsets {
    var result = self
    for word in words.indices { result.words[word] &= ~other.words[word] }
    return result
  }

  func union(_ other: Offsets) -> Offsets {
    var result = self
    for word in words.indices { result.words[word] |= other.words[word] }
    return result
  }
}
