import Messages
import Protobuf
import ServiceKit

/// A customer to be added to a member, as a message asks for it.
struct RelationAdding: Sendable {
  let customer: Customer
  var draft: Relation.Draft

  /// What a contact way brings: checked when the way was made.
  init(_ customer: Customer, by draft: Relation.Draft) {
    self.customer = customer
    self.draft = draft
  }

  /// Throws `InvalidField` for what is missing, malformed, too long or contradictory. An import may
  /// say what happened to others before.
  init(
    _ customer: CustomersV1.Customer?, _ relation: CustomersV1.Relation?, now: Instant,
    policies: Policies, isImport: Bool = false
  ) throws {
    let customer = try Shape.required(customer, field: "customer", errcode: 41035)
    let relation = try Shape.required(relation, field: "relation")
    let createTime =
      isImport
      ? try Instant(past: customer.createTime, now: now, field: "customer.create_time") : nil
    self.customer = try Customer(customer, createTime: createTime ?? now)
    try self.customer.checkShape()
    guard relation.externalUserid.isEmpty || relation.externalUserid == customer.externalUserid
    else {
      throw InvalidField(
        "relation.external_userid", "CONTRADICTION",
        "relation.external_userid is not customer.external_userid.", errcode: 40058)
    }
    draft = try Relation.Draft(relation, now: now, isImport: isImport)
    try draft.checkShape(policies: policies)
  }
}

extension CustomersV1.ListRelationsRequest {
  private static let membersMax = 100

  /// The members whose relations are asked for, in their order.
  var members: [String] {
    get throws(InvalidField) {
      if userids.isEmpty {
        try Shape.userid(userid, field: "userid")
        return [userid]
      }
      guard userid.isEmpty else {
        throw InvalidField(
          "userids", "CONTRADICTION", "userid and userids are not given together.", errcode: 40058)
      }
      try Shape.items(userids.count, 1...Self.membersMax, field: "userids", errcode: 40058)
      var seen: Set<String> = []
      for (index, userid) in userids.enumerated() {
        let field = "userids[\(index)]"
        try Shape.userid(userid, field: field)
        guard seen.insert(userid.lowercased()).inserted else {
          throw InvalidField(field, "REPEATED", "\(field) is named before.", errcode: 40058)
        }
      }
      return userids
    }
  }
}

extension Customer {
  init(_ message: CustomersV1.Customer, createTime: Instant) throws(InvalidField) {
    guard let kind = Kind(rawValue: Int(message.type.rawValue)) else {
      throw InvalidField(
        "customer.type", "UNKNOWN_VALUE", "customer.type \(message.type.rawValue) is not known.")
    }
    guard let gender = Gender(rawValue: Int(message.gender.rawValue)) else {
      throw InvalidField(
        "customer.gender", "UNKNOWN_VALUE",
        "customer.gender \(message.gender.rawValue) is not known.")
    }
    self.init(
      externalUserid: message.externalUserid, name: message.name, avatar: message.avatar,
      kind: kind, gender: gender, unionid: message.unionid, corpName: message.corpName,
      createTime: createTime)
  }

  var message: CustomersV1.Customer {
    .init(
      externalUserid: externalUserid, name: name, avatar: avatar,
      type: .init(rawValue: Int32(kind.rawValue)), gender: .init(rawValue: Int32(gender.rawValue)),
      unionid: unionid, createTime: createTime.timestamp, corpName: corpName)
  }
}

extension Relation.Draft {
  init(
    _ message: CustomersV1.Relation, now: Instant, isImport: Bool = false
  ) throws(InvalidField) {
    let status: Relation.Status?
    switch message.status {
    case .unspecified: status = nil
    case .half: status = .half
    case .mutual: status = .mutual
    case .deletedByCustomer where isImport: status = .deletedByCustomer
    default:
      throw InvalidField(
        "relation.status", "BAD_STATUS",
        "relation.status can be HALF or MUTUAL when adding, DELETED_BY_CUSTOMER in an import.")
    }
    self.init(
      userid: message.userid, status: status, remark: message.remark,
      description: message.description, remarkCorpName: message.remarkCorpName,
      remarkMobiles: RemarkEdit.mobiles(message.remarkMobiles), addWay: message.addWay.rawValue,
      operUserid: message.operUserid, state: message.state, tagIDs: message.tagIDs,
      createTime: try Instant(
        past: message.createTime, now: now, field: "relation.create_time"),
      lastChatTime: try Instant(
        past: message.lastChatTime, now: now, field: "relation.last_chat_time"))
  }
}

extension RemarkEdit {
  /// What of a relation's remarks a mask says is to change.
  init(
    _ relation: CustomersV1.Relation, _ mask: GoogleProtobuf.FieldMask?
  ) throws(InvalidField) {
    let mask = try UpdateMask(
      mask, allowed: ["remark", "description", "remark_corp_name", "remark_mobiles"])
    self.init(
      remark: mask.value("remark", relation.remark, empty: ""),
      description: mask.value("description", relation.description, empty: ""),
      corpName: mask.value("remark_corp_name", relation.remarkCorpName, empty: ""),
      mobiles: mask.value("remark_mobiles", relation.remarkMobiles, empty: [])
        .map(Self.mobiles))
  }
}

extension Relation {
  func message(externalUserid: String, tagIDs: PackedList<String>) -> CustomersV1.Relation {
    .init(
      userid: userid, externalUserid: externalUserid,
      status: .init(rawValue: Int32(status.rawValue)), remark: remark, description: description,
      addWay: .init(rawValue: addWay), operUserid: operUserid, state: state, tagIDs: tagIDs,
      createTime: createTime.timestamp, lastChatTime: lastChatTime?.timestamp,
      remarkCorpName: remarkCorpName, remarkMobiles: remarkMobiles,
      sourceID: source?.sourceID ?? "")
  }
}

extension Instant {
  /// A moment that was; nil when none is given.
  init?(
    past timestamp: GoogleProtobuf.Timestamp?, now: Instant, field: String
  ) throws(InvalidField) {
    guard let timestamp else { return nil }
    guard let instant = Instant(timestamp) else {
      throw InvalidField(field, "BAD_TIMESTAMP", "\(field) is not a moment of the years 1 to 9999.")
    }
    guard instant <= now else {
      throw InvalidField(field, "IN_THE_FUTURE", "\(field) is later than now.")
    }
    self = instant
  }
}

extension CustomersV1.RelationFailure {
  init(userid: String, externalUserid: String, _ failure: any Failure) {
    self.init(
      userid: userid, externalUserid: externalUserid, reason: failure.reason,
      message: failure.message, errcode: Int32(failure.errcode ?? 0))
  }
}

extension CustomersV1.ImportRelationsResponse {
  /// How many failures a reply lists; beyond that they are only counted.
  static let listedFailuresMax = 1000

  /// Adds what became of a further batch.
  mutating func add(_ batch: CustomersV1.ImportRelationsResponse) {
    addedCount += batch.addedCount
    updatedCount += batch.updatedCount
    failedCount += batch.failedCount
    failures += batch.failures.prefix(Self.listedFailuresMax - failures.count)
  }
}
