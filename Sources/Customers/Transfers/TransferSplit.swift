import ServiceKit

/// Splits customers among members by their shares, one customer after another: each goes to the member
/// who is furthest behind his share. So the split is right at every point of the way, and a job that
/// goes on in the middle needs to know no more than how many each has got.
struct TransferSplit: Sendable {
  static let shareMax: Int32 = 1_000_000

  private let shares: [Int]
  private(set) var given: [Int]

  /// Of those who do not take part, `takesPart` says so; nil when nobody does.
  init?(shares: [Int32], given: [Int], takesPart: (Int) -> Bool = { _ in true }) {
    let areAlike = shares.allSatisfy { $0 == 0 }
    self.shares = shares.enumerated().map { index, share in
      takesPart(index) ? (areAlike ? 1 : Int(share)) : 0
    }
    self.given = given
    guard self.shares.contains(where: { $0 > 0 }) else { return nil }
  }

  /// Whose turn it is: of equals, the one named first.
  var next: Int {
    var best: Int?
    for index in shares.indices where shares[index] > 0 {
      guard let leader = best else {
        best = index
        continue
      }
      if (given[index] + 1) * shares[leader] < (given[leader] + 1) * shares[index] { best = index }
    }
    // One of them has a share.
    return best!
  }

  mutating func give(_ index: Int) { given[index] += 1 }
}
