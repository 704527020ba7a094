import RPC
import ServiceKit

/// One thing a recipient did after a broadcast.
struct Conversion: Sendable, Equatable {
  enum Kind: Int, Sendable {
    case redemption = 1
    case order = 2
  }

  /// The caller's, and what makes recording repeatable.
  let id: String
  let msgid: String
  /// An external_userid or a chat_id.
  let recipientID: String
  let kind: Kind
  let amountCents: Int64
  let time: Instant
  /// The offer he redeemed by it, or empty.
  let offerID: String

  /// Ten billion of the currency's unit: more is a mistake of units, and sums of it stay in range.
  private static let largestAmountCents: Int64 = 1_000_000_000_000

  init(
    id: String, msgid: String, recipientID: String, kind: Kind, amountCents: Int64, time: Instant,
    offerID: String = ""
  ) throws(InvalidField) {
    try Shape.id(id, field: "conversions.conversion_id")
    try Shape.id(msgid, field: "conversions.msgid", errcode: 41046)
    try Shape.id(recipientID, field: "conversions.recipient", errcode: 40096)
    if !offerID.isEmpty { try Shape.id(offerID, field: "conversions.offer_id") }
    guard (0...Self.largestAmountCents).contains(amountCents) else {
      let field = "conversions.amount_cents"
      throw InvalidField(
        field, "OUT_OF_RANGE",
        "\(field) is \(amountCents), allowed are 0 to \(Self.largestAmountCents).")
    }
    self.id = id
    self.msgid = msgid
    self.recipientID = recipientID
    self.kind = kind
    self.amountCents = amountCents
    self.time = time
    self.offerID = offerID
  }

  /// What recording it adds to the counters.
  func change(isFirst: Bool, isHeldOut: Bool) -> Counts {
    isHeldOut
      ? Counts(
        heldOutConversion: 1, heldOutConverted: isFirst ? 1 : 0, heldOutAmountCents: amountCents)
      : Counts(conversion: 1, converted: isFirst ? 1 : 0, amountCents: amountCents)
  }
}

enum ConversionFailure: Failure, Equatable {
  case notRecipient(msgid: String, recipientID: String)
  case notSent(msgid: String, recipientID: String)
  case idReused(String)

  var code: StatusCode {
    switch self {
    case .notRecipient: .notFound
    case .notSent: .failedPrecondition
    case .idReused: .alreadyExists
    }
  }

  var reason: String {
    switch self {
    case .notRecipient: "DELIVERY_NOT_FOUND"
    case .notSent: "DELIVERY_NOT_SENT"
    case .idReused: "CONVERSION_ID_REUSED"
    }
  }

  var message: String {
    switch self {
    case .notRecipient(let msgid, let id): "'\(id)' is no recipient of broadcast '\(msgid)'."
    case .notSent(let msgid, let id): "Nothing was sent to '\(id)' in broadcast '\(msgid)'."
    case .idReused(let id): "There is another conversion '\(id)'."
    }
  }
}
