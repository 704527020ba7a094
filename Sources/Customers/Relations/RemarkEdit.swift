import ServiceKit

/// What a member notes of a customer, or changes of it: what is nil stays.
struct RemarkEdit: Sendable, Equatable {
  var remark: String?
  var description: String?
  /// The company he notes.
  var corpName: String?
  /// The phone numbers he notes, as he typed them.
  var mobiles: [String]?

  var isEmpty: Bool { self == RemarkEdit() }

  func checkShape(policies: Policies) throws(InvalidField) {
    try Self.check(remark, policies[.remarkCharactersMax], "remark")
    try Self.check(description, policies[.descriptionCharactersMax], "description")
    try Self.check(corpName, policies[.remarkCorpNameCharactersMax], "remark_corp_name")
    guard let mobiles else { return }
    try Shape.items(
      mobiles.count, 0...policies[.remarkMobilesMax], field: "relation.remark_mobiles",
      errcode: 40058)
    for (index, mobile) in mobiles.enumerated() {
      let field = "relation.remark_mobiles[\(index)]"
      try Shape.characters(
        mobile, 1...policies[.remarkMobileCharactersMax], field: field, errcode: 40058)
      guard mobile.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
        throw InvalidField(
          field, "BAD_PHONE", "A phone number holds no control characters.", errcode: 40058)
      }
    }
  }

  private static func check(
    _ text: String?, _ most: Int, _ name: String
  ) throws(InvalidField) {
    try Shape.characters(text ?? "", 0...most, field: "relation.\(name)", errcode: 40058)
  }

  /// WeCom writes the list that holds an empty number alone for an empty list.
  static func mobiles(_ told: [String]) -> [String] { told == [""] ? [] : told }

  func applied(to relation: Relation) -> Relation {
    var relation = relation
    if let remark { relation.remark = remark }
    if let description { relation.description = description }
    if let corpName { relation.remarkCorpName = corpName }
    if let mobiles { relation.remarkMobiles = mobiles }
    return relation
  }
}
