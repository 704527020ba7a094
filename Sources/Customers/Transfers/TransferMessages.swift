import Messages
import ServiceKit
import Store

extension Transfer {
  func message(in reader: Reader) throws -> CustomersV1.Transfer {
    .init(
      externalUserid: try CustomerTable.externalUserid(of: customerKey, in: reader),
      handoverUserid: try MemberTable.userid(of: handoverKey, in: reader),
      takeoverUserid: try MemberTable.userid(of: takeoverKey, in: reader),
      kind: kind.message, status: .init(rawValue: Int32(status.rawValue)),
      takeoverTime: takeoverTime?.timestamp, acceptTime: acceptTime.timestamp,
      transferSuccessMsg: successMsg,
      failReason: .init(rawValue: Int32(failReason?.rawValue ?? 0)),
      jobid: try jobKey.map { try TransferJobTable.jobid(of: $0, in: reader) } ?? "",
      hadBefore: hadBefore)
  }
}

extension Transfer.Kind {
  var message: CustomersV1.TransferKind { .init(rawValue: Int32(rawValue)) }
}

extension Transfer.Status {
  /// Nil for UNSPECIFIED, which asks for all.
  static func asked(
    _ message: CustomersV1.TransferStatus
  ) throws(InvalidField) -> Transfer.Status? {
    if message == .unspecified { return nil }
    guard let status = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        "status", "UNKNOWN_VALUE", "status \(message.rawValue) is not known.", errcode: 40058)
    }
    return status
  }
}

extension CustomersV1.TransferCustomersResponse.Item {
  init(externalUserid: String, _ failure: any Failure) {
    self.init(
      externalUserid: externalUserid, errcode: Int32(failure.errcode ?? 0), reason: failure.reason,
      message: failure.message)
  }
}

/// Customers to be handed over, as a message asks for it.
struct TransferAsking: Sendable {
  let handover: String
  let takeover: String
  let externalUserids: [String]
  let kind: Transfer.Kind
  let successMsg: String

  init(
    _ handover: String, _ takeover: String, _ externalUserids: [String], kind: Transfer.Kind,
    successMsg: String, policies: Policies
  ) throws {
    try Shape.userid(handover, field: "handover_userid")
    try Shape.userid(takeover, field: "takeover_userid")
    try Shape.items(
      externalUserids.count, 1...policies[.transferCustomersMax], field: "external_userids",
      errcode: 40058)
    try Shape.characters(
      successMsg, 0...policies[.transferMessageCharactersMax], field: "transfer_success_msg",
      errcode: 40058)
    guard handover.lowercased() != takeover.lowercased() else {
      throw TransferFailure.sameMember(field: "takeover_userid")
    }
    (self.handover, self.takeover, self.externalUserids) = (handover, takeover, externalUserids)
    (self.kind, self.successMsg) = (kind, successMsg)
  }
}

/// All customers of a member to be handed over, as a message asks for it.
struct MemberTransferAsking: Sendable {
  let handover: String
  let takeovers: [(userid: String, share: Int32)]
  let successMsg: String

  init(
    _ handover: String, _ takeovers: [CustomersV1.TakeoverShare], successMsg: String,
    policies: Policies
  ) throws {
    try Shape.userid(handover, field: "handover_userid")
    try Shape.items(
      takeovers.count, 1...policies[.transferTakeoversMax], field: "takeovers", errcode: 40058)
    try Shape.characters(
      successMsg, 0...policies[.transferMessageCharactersMax], field: "transfer_success_msg",
      errcode: 40058)
    var seen: Set<String> = []
    for (index, takeover) in takeovers.enumerated() {
      let field = Self.field(index)
      try Shape.userid(takeover.userid, field: field)
      guard seen.insert(takeover.userid.lowercased()).inserted else {
        throw InvalidField(field, "REPEATED", "\(field) is named before.", errcode: 40058)
      }
      guard (0...TransferSplit.shareMax).contains(takeover.share) else {
        throw InvalidField(
          "takeovers[\(index)].share", "OUT_OF_RANGE",
          "takeovers[\(index)].share is 0 to \(TransferSplit.shareMax).", errcode: 40058)
      }
      guard takeover.userid.lowercased() != handover.lowercased() else {
        throw TransferFailure.sameMember(field: field)
      }
    }
    self.handover = handover
    self.takeovers = takeovers.map { ($0.userid, $0.share) }
    self.successMsg = successMsg
  }

  static func field(_ index: Int) -> String { "takeovers[\(index)].userid" }

  /// The member and how he stands, and the take-over members in their order, nil without a row.
  func members(
    now: Instant, policies: Policies, in reader: Reader
  ) throws -> (handover: Member, kind: Transfer.Kind, takeovers: [Member?]) {
    guard let member = try MemberTable.find(handover, in: reader),
      try RelationTable.hasAny(of: member.key, in: reader)
    else { throw TransferFailure.withoutCustomers(handover) }
    let kind = try TransferMembers.kind(of: member, now: now, policies: policies, in: reader)
    if kind == .resigned, !successMsg.isEmpty { throw TransferFailure.messageForResigned(handover) }
    return (
      member, kind,
      try takeovers.enumerated().map { index, takeover in
        try TransferMembers.takeover(takeover.userid, field: Self.field(index), in: reader)
      }
    )
  }
}
