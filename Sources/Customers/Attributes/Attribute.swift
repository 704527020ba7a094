import RPC
import ServiceKit

/// What is known of a person under a name, who says so, and how sure he is.
struct Attribute: Sendable, Equatable {
  enum Provenance: Int, Sendable, CaseIterable {
    case given = 1
    case derived = 2
    case learned = 3
  }

  enum Value: Sendable, Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case moment(Instant)
  }

  /// A value is the only one of its name and provenance.
  struct Key: Sendable, Hashable {
    let name: String
    let provenance: Provenance
  }

  let key: Key
  let value: Value
  let confidence: Double
  let source: String
  let observeTime: Instant

  /// Whether it takes the place of what is there: not when that was observed later, nor when nothing
  /// would change.
  func replaces(_ known: Attribute?) -> Bool {
    guard let known else { return true }
    return observeTime >= known.observeTime && self != known
  }

  /// Whether it is to be gone by before another of its name.
  func comesBefore(_ other: Attribute) -> Bool {
    if key.name != other.key.name { return key.name < other.key.name }
    if (key.provenance == .given) != (other.key.provenance == .given) {
      return key.provenance == .given
    }
    if confidence != other.confidence { return confidence > other.confidence }
    return key.provenance.rawValue < other.key.provenance.rawValue
  }

  func checkShape(field: String) throws(InvalidField) {
    try Self.checkName(key.name, field: "\(field).name")
    switch value {
    case .text(let text): try Shape.characters(text, 1...256, field: "\(field).text")
    case .number(let number):
      guard number.isFinite else {
        throw InvalidField(
          "\(field).number", "OUT_OF_RANGE", "\(field).number is not finite.", errcode: 40058)
      }
    case .flag, .moment: break
    }
    let isRight =
      key.provenance == .given ? confidence == 1 : confidence > 0 && confidence <= 1
    guard isRight else {
      throw InvalidField(
        "\(field).confidence", "OUT_OF_RANGE",
        "\(field).confidence is \(confidence); it is 1 for what is given, else above 0 and up to 1.",
        errcode: 40058)
    }
    try Shape.bytes(source, 0...64, field: "\(field).source")
  }

  static func checkName(_ name: String, field: String) throws(InvalidField) {
    try Shape.bytes(name, 1...64, field: field, errcode: 40058)
    guard name.utf8.allSatisfy(isOfNames) else {
      throw InvalidField(
        field, "BAD_NAME", "\(field) is '\(name)'; a name is of a-z, 0-9, '_' and '.'.",
        errcode: 40058)
    }
  }

  private static func isOfNames(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

/// What is to become of a customer's attributes.
struct AttributeEdit: Sendable {
  /// At most so many to set, and to remove.
  private static let itemsMax = 100

  let externalUserid: String
  let attributes: [Attribute]
  /// Those without a provenance are of all.
  let removed: [(name: String, provenance: Attribute.Provenance?)]

  func checkShape() throws(InvalidField) {
    try Customer.checkID(externalUserid, field: "external_userid")
    try Shape.items(attributes.count, 0...Self.itemsMax, field: "attributes", errcode: 40058)
    try Shape.items(removed.count, 0...Self.itemsMax, field: "removed", errcode: 40058)
    var seen: Set<Attribute.Key> = []
    for (index, attribute) in attributes.enumerated() {
      let field = "attributes[\(index)]"
      try attribute.checkShape(field: field)
      guard seen.insert(attribute.key).inserted else {
        throw InvalidField(
          "\(field).name", "REPEATED", "\(field).name is named before with its provenance.",
          errcode: 40058)
      }
    }
    for (index, gone) in removed.enumerated() {
      try Attribute.checkName(gone.name, field: "removed[\(index)].name")
    }
  }
}

/// A customer would have more attributes than he may.
struct TooManyAttributes: Failure {
  let limit: Int

  var code: StatusCode { .resourceExhausted }
  var reason: String { "TOO_MANY_ATTRIBUTES" }
  var message: String { "A customer has \(limit) attributes at most." }
  var metadata: [String: String] { ["limit": String(limit)] }
}
