import RPC
import ServiceKit

/// One of a broadcast's offers 优惠, of which each recipient chooses one 千人千券.
struct Offer: Sendable, Equatable, Codable {
  /// The caller's, unique in the broadcast.
  let id: String
  let name: String
  /// Which variants show it, from 1; empty for all, and for a single content.
  let variants: [Int]

  private static let nameCharacters = 64

  init(id: String, name: String, variants: [Int] = []) {
    self.id = id
    self.name = name
    self.variants = variants
  }

  func isShown(inVariant variant: Int) -> Bool { variants.isEmpty || variants.contains(variant) }

  static func checkShape(
    _ offers: [Offer], variants: Int, policies: Policies
  ) throws(InvalidField) {
    try Shape.items(offers.count, 0...policies[.broadcastOffersMax], field: "broadcast.offers")
    for (index, offer) in offers.enumerated() {
      let field = "broadcast.offers[\(index)]"
      try Shape.id(offer.id, field: "\(field).offer_id")
      guard !offers[..<index].contains(where: { $0.id == offer.id }) else {
        throw InvalidField(
          "\(field).offer_id", "OFFER_REPEATED", "\(field).offer_id is another offer's too.")
      }
      try Shape.characters(offer.name, 1...nameCharacters, field: "\(field).name")
      for variant in offer.variants where variant < 1 || variant > variants {
        throw InvalidField(
          "\(field).variants", "VARIANT_UNKNOWN", "There is no variant \(variant).")
      }
      guard Set(offer.variants).count == offer.variants.count else {
        throw InvalidField(
          "\(field).variants", "VARIANT_REPEATED", "\(field).variants names one twice.")
      }
    }
  }
}

/// What one recipient chose, and what came of it.
struct OfferChoice: Sendable, Equatable {
  let key: DeliveryKey
  /// Which of the broadcast's offers, from 1.
  let offer: Int
  let time: Instant
  var redemptionCount: Int64 = 0
  var amountCents: Int64 = 0

  /// Takes in that he redeemed it; returns what that adds to the counters.
  mutating func redeem(cents: Int64) -> OfferCounts {
    redemptionCount += 1
    amountCents += cents
    return OfferCounts(
      redeemed: redemptionCount == 1 ? 1 : 0, redemption: 1, amountCents: cents)
  }
}

/// What is counted of an offer: what stands in the counters, and equally what a transaction adds.
struct OfferCounts: Sendable, Equatable {
  /// Recipients.
  var choice: Int64 = 0
  /// Recipients.
  var redeemed: Int64 = 0
  var redemption: Int64 = 0
  var amountCents: Int64 = 0

  init(choice: Int64 = 0, redeemed: Int64 = 0, redemption: Int64 = 0, amountCents: Int64 = 0) {
    self.choice = choice
    self.redeemed = redeemed
    self.redemption = redemption
    self.amountCents = amountCents
  }

  static func += (left: inout OfferCounts, right: OfferCounts) {
    left.choice += right.choice
    left.redeemed += right.redeemed
    left.redemption += right.redemption
    left.amountCents += right.amountCents
  }
}

/// Whose an offer's counter is.
struct OfferSegment: Sendable, Hashable {
  let broadcast: Int64
  /// From 1.
  let offer: Int
  /// From 1; 0 for none.
  let variant: Int
  let isOld: Bool
}

enum OfferFailure: Failure, Equatable {
  case notShown(offerID: String, recipientID: String)
  case chosenAlready(offerID: String, recipientID: String)

  var code: StatusCode {
    switch self {
    case .notShown: .notFound
    case .chosenAlready: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .notShown: "OFFER_NOT_SHOWN"
    case .chosenAlready: "OFFER_CHOSEN_ALREADY"
    }
  }

  var message: String {
    switch self {
    case .notShown(let offer, let id): "'\(id)' was not shown an offer '\(offer)'."
    case .chosenAlready(let offer, let id): "'\(id)' has chosen offer '\(offer)'."
    }
  }
}
