import RPC
import ServiceKit

/// An id 身份 under which a customer is known besides his external_userid.
struct Identity: Sendable, Hashable {
  enum Kind: Int, Sendable {
    case unionid = 1
    case phone = 2
    case openid = 3
    case own = 4
  }

  let kind: Kind
  /// Whose ids these are: an appid, a system of the corp's; empty for the other kinds.
  let space: String
  /// The id, a phone number as digits alone.
  let value: String

  /// Throws `InvalidField` for what is no identity; `field` names it.
  init(kind: Kind, space: String, value: String, field: String) throws(InvalidField) {
    switch kind {
    case .openid, .own:
      try Shape.id(space, field: "\(field).space")
    case .unionid, .phone:
      guard space.isEmpty else {
        throw InvalidField(
          "\(field).space", "NOT_ALLOWED", "Unionids and phone numbers have no space.")
      }
    }
    self.kind = kind
    self.space = space
    self.value =
      kind == .phone ? try Self.digits(of: value, field: "\(field).value") : value
    try Shape.bytes(value, 1...128, field: "\(field).value")
  }

  private static func digits(of number: String, field: String) throws(InvalidField) -> String {
    let digits = number.filter { !"+- ".contains($0) }
    guard (5...15).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      throw InvalidField(
        field, "BAD_PHONE",
        "A phone number has 5 to 15 digits, the country's in front; '+', '-' and blanks are left out."
      )
    }
    return digits
  }

  /// What answers show of it.
  var shown: String {
    kind == .phone ? "*" + value.suffix(4) : value
  }
}

/// What is to change of a customer's identities.
struct IdentityEdit: Sendable {
  let externalUserid: String
  let add: [Identity]
  let remove: [Identity]

  func checkShape(policies: Policies) throws(InvalidField) {
    try Customer.checkID(externalUserid, field: "external_userid")
    let most = policies[.identitiesMax]
    try Shape.items(add.count, 0...most, field: "add_identities")
    try Shape.items(remove.count, 0...most, field: "remove_identities")
    guard !add.isEmpty || !remove.isEmpty else {
      throw InvalidField("add_identities", "NOTHING_TO_CHANGE", "Nothing is to change.")
    }
    for (index, identity) in add.enumerated() {
      try Self.refuseUnionid(identity, field: "add_identities[\(index)]")
    }
    for (index, identity) in remove.enumerated() {
      try Self.refuseUnionid(identity, field: "remove_identities[\(index)]")
      guard !add.contains(identity) else {
        throw InvalidField(
          "remove_identities[\(index)]", "CONTRADICTION", "It is to be given as well.")
      }
    }
  }

  private static func refuseUnionid(
    _ identity: Identity, field: String
  ) throws(InvalidField) {
    guard identity.kind != .unionid else {
      throw InvalidField(
        "\(field).kind", "NOT_ALLOWED",
        "A unionid is the customer's own: AddRelation and ImportRelations tell it.")
    }
  }
}

enum IdentityFailure: Failure, Equatable {
  case taken(shown: String, by: String, field: String)
  case tooMany(Int)
  case personTooLarge(Int)
  case notMerged(String)

  var code: StatusCode {
    switch self {
    case .taken: .alreadyExists
    case .tooMany, .personTooLarge: .resourceExhausted
    case .notMerged: .failedPrecondition
    }
  }

  var reason: String {
    switch self {
    case .taken: "IDENTITY_TAKEN"
    case .tooMany: "TOO_MANY_IDENTITIES"
    case .personTooLarge: "PERSON_TOO_LARGE"
    case .notMerged: "NOT_MERGED"
    }
  }

  var message: String {
    switch self {
    case .taken(let shown, let holder, _):
      "The customer '\(holder)' has the identity '\(shown)', and is another person."
    case .tooMany(let most): "A customer has at most \(most) identities."
    case .personTooLarge(let most): "A person is at most \(most) customers."
    case .notMerged(let id): "The customer '\(id)' is merged with nobody."
    }
  }

  var field: String? {
    switch self {
    case .taken(_, _, let field): field
    case .tooMany: "add_identities"
    case .personTooLarge: "external_userids"
    case .notMerged: "external_userid"
    }
  }

  /// WeCom knows no identities, and no codes for them.
  var errcode: Int? { nil }
}
