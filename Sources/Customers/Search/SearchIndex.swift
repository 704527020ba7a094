import Store

/// What the changes of one transaction add to what customers are found by, gathered while they are
/// made and written once at their end: the customers of an import share most of their characters.
final class SearchIndex {
  /// By block: a term, then a customer's number there.
  private var added: [Int64: [UInt64]] = [:]

  private static let numberBits: UInt64 = 16

  /// A customer is called so.
  func add(_ text: String, of customer: Int64) {
    guard !text.isEmpty else { return }
    let number = UInt64(SearchTable.number(of: customer))
    SearchText.eachTerm(of: text) {
      added[SearchTable.block(of: customer), default: []].append(
        UInt64($0) << Self.numberBits | number)
    }
  }

  func write(in writer: Writer) throws {
    for (block, added) in added.sorted(by: { $0.key < $1.key }) {
      let sorted = added.sorted()
      var start = sorted.startIndex
      while start < sorted.endIndex {
        let term = sorted[start] >> Self.numberBits
        let end = sorted[start...].firstIndex { $0 >> Self.numberBits != term } ?? sorted.endIndex
        try SearchTable.add(
          sorted[start..<end].lazy.map { UInt32(truncatingIfNeeded: $0 & 0xFFFF) },
          toTerm: Int64(term), inBlock: block, in: writer)
        start = end
      }
    }
    added = [:]
  }
}
