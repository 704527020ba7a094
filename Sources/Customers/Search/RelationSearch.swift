import Roaring
import ServiceKit
import Store

/// One search of relations, a page at a time, in the order of customers, then of members.
///
/// A page looks at so many relations, and reads so much of the index, at most: what it costs does not
/// grow with the corp. When that is used up it ends where it is, with what it has found.
struct RelationSearch: Sendable {
  enum Wanted: Sendable, Equatable {
    case text(SearchText)
    /// A number, and the customers whose identity it is.
    case number(TypedNumber, holders: [Int64])
  }

  struct Place: Sendable, Hashable {
    /// The relation that was listed or looked at last.
    var customer: Int64
    var member: Int64

    static let start = Place(customer: 0, member: 0)
  }

  struct Step: Sendable {
    var found: [(customer: Customer, relation: Relation)] = []
    /// Where the next page begins; nil at the end.
    var next: Place?
  }

  let wanted: Wanted
  /// Whose relations they are; nil for everybody's.
  let member: Int64?
  let policies: Policies

  /// At most so many relations after a place.
  func step(after place: Place, limit: Int, in reader: Reader) throws -> Step {
    var look = Look(search: self, place: place, limit: limit, reader: reader)
    switch wanted {
    case .text(let text): try look.walk(text)
    case .number(let number, let holders): try look.walk(number, holders)
    }
    return look.step
  }

  fileprivate func fits(_ customer: Customer) -> Bool {
    switch wanted {
    case .text(let text): text.isIn(customer.name)
    case .number(_, let holders): holders.contains(customer.key)
    }
  }

  fileprivate func fits(_ relation: Relation) -> Bool {
    switch wanted {
    case .text(let text): text.isIn(relation.remark)
    case .number(let number, _):
      relation.remarkMobiles.contains { TypedNumber($0) == number }
    }
  }
}

/// The making of one page.
private struct Look {
  let search: RelationSearch
  let place: RelationSearch.Place
  let limit: Int
  let reader: Reader
  var step = RelationSearch.Step()
  /// Relations that may still be looked at, and bitmaps that may still be read.
  private var candidates: Int
  private var bitmaps: Int

  init(search: RelationSearch, place: RelationSearch.Place, limit: Int, reader: Reader) {
    self.search = search
    self.place = place
    self.limit = limit
    self.reader = reader
    candidates = search.policies[.searchCandidatesMax]
    bitmaps = search.policies[.searchBitmapsMax]
  }

  mutating func walk(_ text: SearchText) throws {
    guard var blocks = try SearchTable.blocks(ofTerm: text.terms[0], in: reader) else { return }
    for term in text.terms.dropFirst() {
      guard let others = try SearchTable.blocks(ofTerm: term, in: reader) else { return }
      blocks.formIntersection(others)
    }
    if let member = search.member {
      try walk(text, blocks, of: member)
    } else {
      try walk(text, blocks)
    }
  }

  /// All customers who have the terms, block by block.
  private mutating func walk(_ text: SearchText, _ blocks: borrowing Bitmap) throws {
    for block in blocks.numbers.map(Int64.init(_:))
    where block >= SearchTable.block(of: place.customer) {
      guard let numbers = try numbers(of: text, inBlock: block) else {
        return stop(before: SearchTable.customer(0, ofBlock: block))
      }
      for number in numbers.numbers {
        let customer = SearchTable.customer(number, ofBlock: block)
        if customer >= place.customer, try !look(at: customer) { return }
      }
    }
  }

  /// The customers of a member who have the terms: he has few, so they are what is walked.
  private mutating func walk(
    _ text: SearchText, _ blocks: borrowing Bitmap, of member: Int64
  ) throws {
    let keys = try MemberCustomerTable.customers(
      of: member, after: place.customer - 1, limit: Self.memberCustomersMax, in: reader)
    var start = keys.startIndex
    while start < keys.endIndex {
      let block = SearchTable.block(of: keys[start])
      let end = keys[start...].firstIndex { SearchTable.block(of: $0) != block } ?? keys.endIndex
      if blocks.contains(UInt32(block)) {
        guard let numbers = try numbers(of: text, inBlock: block) else {
          return stop(before: keys[start])
        }
        for customer in keys[start..<end]
        where numbers.contains(SearchTable.number(of: customer)) {
          guard try look(at: customer) else { return }
        }
      }
      start = end
    }
    if keys.count == Self.memberCustomersMax, let last = keys.last { stop(before: last + 1) }
  }

  /// Keys of a member's customers that a page reads at most.
  private static let memberCustomersMax = 20_000

  /// Those who have a number noted or are known by it.
  mutating func walk(_ number: TypedNumber, _ holders: [Int64]) throws {
    let noted = try CustomerTable.keys(
      ofMobile: number, from: place.customer, limit: candidates, in: reader)
    let last = noted.count == candidates ? noted.last : nil
    let known = holders.filter { (place.customer...(last ?? .max)).contains($0) }
    for customer in Set(noted).union(known).sorted() {
      guard try look(at: customer) else { return }
    }
    if let last { stop(before: last + 1) }
  }

  /// The customers of a block with all terms, or nil when as much of the index was read as may be.
  private mutating func numbers(of text: SearchText, inBlock block: Int64) throws -> Bitmap? {
    guard bitmaps > 0 else { return nil }
    bitmaps -= text.terms.count
    guard var numbers = try SearchTable.numbers(ofTerm: text.terms[0], inBlock: block, in: reader)
    else { return Bitmap() }
    for term in text.terms.dropFirst() where !numbers.isEmpty {
      guard let others = try SearchTable.numbers(ofTerm: term, inBlock: block, in: reader) else {
        return Bitmap()
      }
      numbers.formIntersection(others)
    }
    return numbers
  }

  /// Takes of a customer's relations what fits; false when the page has ended.
  private mutating func look(at key: Int64) throws -> Bool {
    candidates -= 1
    let customer = try CustomerTable.find(key, in: reader)
    let isWhole = search.fits(customer)
    var after = key == place.customer ? place.member : 0
    while true {
      let relations = try relations(of: key, after: after)
      for relation in relations {
        if isWhole || search.fits(relation) {
          guard step.found.count < limit else {
            stop(at: key, after)
            return false
          }
          step.found.append((customer, relation))
        }
        after = relation.memberKey
        candidates -= 1
        guard candidates > 0 else {
          stop(at: key, after)
          return false
        }
      }
      guard search.member == nil, relations.count == Self.followersAtOnce else { break }
    }
    guard candidates > 0 else {
      stop(before: key + 1)
      return false
    }
    return true
  }

  private static let followersAtOnce = 100

  private func relations(of customer: Int64, after member: Int64) throws -> [Relation] {
    guard let only = search.member else {
      return try RelationTable.followers(
        of: customer, after: member, limit: Self.followersAtOnce, in: reader)
    }
    guard member < only,
      let relation = try RelationTable.find(customer: customer, member: only, in: reader),
      relation.status.isKept
    else { return [] }
    return [relation]
  }

  private mutating func stop(at customer: Int64, _ member: Int64) {
    step.next = .init(customer: customer, member: member)
  }

  private mutating func stop(before customer: Int64) { stop(at: customer, 0) }
}
