import Messages
import RPC
import ServiceKit

/// Answers `siyu.customers.v1.ContactWayService`.
struct ContactWayHandler: CustomersV1.ContactWayServiceProtocol {
  let context: CustomersContext
  /// Draws one of so many members, each with the same chance.
  let draw: @Sendable (_ count: Int) -> Int

  init(
    context: CustomersContext,
    draw: @escaping @Sendable (_ count: Int) -> Int = { Int.random(in: 0..<$0) }
  ) {
    self.context = context
    self.draw = draw
  }

  func createContactWay(
    _ request: CustomersV1.CreateContactWayRequest, _ call: Call
  ) async throws -> CustomersV1.ContactWay {
    let asked = try Shape.required(request.contactWay, field: "contact_way")
    let policies = context.policies
    let draft = try ContactWay(
      asked, configID: PublicID.make("cw"), now: context.clock.now, policies: policies)
    try draft.checkShape(policies: policies)
    return try await context.mutate(request, call) { mutation in
      var way = draft
      way.createTime = mutation.now
      return try ContactWayChanges(mutation: mutation, policies: policies).create(way).message
    }
  }

  func getContactWay(
    _ request: CustomersV1.GetContactWayRequest, _ call: Call
  ) async throws -> CustomersV1.ContactWay {
    try Self.checkID(request.configID, field: "config_id")
    let most = context.policies[.contactWayMembersMax]
    return try context.read(call) { reader in
      guard let way = try ContactWayTable.find(request.configID, in: reader) else {
        throw ContactWayFailure.notFound(request.configID, field: "config_id")
      }
      var message = way.message
      message.memberUserids = try ContactWayMembers(of: way, limit: most, in: reader).members
        .map { try MemberTable.userid(of: $0, in: reader) }
      return message
    }
  }

  func listContactWays(
    _ request: CustomersV1.ListContactWaysRequest, _ call: Call
  ) async throws -> CustomersV1.ListContactWaysResponse {
    let page = try Page(request, keys: 2)
    let now = context.clock.now
    // The end is not in the span, so that what is made now comes on a later page or not at all.
    let end = try Self.moment(request.endTime, field: "end_time") ?? now.advanced(bySeconds: 1)
    let start =
      try Self.moment(request.startTime, field: "start_time")
      ?? end.advanced(bySeconds: -90 * 86_400)
    try Self.checkSpan(start, end)
    let after = (time: page.after.first?.int ?? .min, key: page.after.last?.int ?? 0)
    let found = try context.read(call) { reader in
      try ContactWayTable.made(
        from: start, before: end, after: after, limit: page.size + 1, in: reader)
    }
    let (ways, nextPageToken) = page.cut(found) { [.int($0.time), .int($0.key)] }
    return .init(configIDs: ways.map(\.configID), nextPageToken: nextPageToken)
  }

  func updateContactWay(
    _ request: CustomersV1.UpdateContactWayRequest, _ call: Call
  ) async throws -> CustomersV1.ContactWay {
    let asked = try Shape.required(request.contactWay, field: "contact_way")
    try Self.checkID(asked.configID, field: "contact_way.config_id")
    let mask = try UpdateMask(request.updateMask, allowed: ContactWay.maskable)
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      try ContactWayChanges(mutation: mutation, policies: policies)
        .update(asked.configID) { try $0.change(as: asked, mask, policies: policies) }.message
    }
  }

  func deleteContactWay(
    _ request: CustomersV1.DeleteContactWayRequest, _ call: Call
  ) async throws -> CustomersV1.DeleteContactWayResponse {
    try Self.checkID(request.configID, field: "config_id")
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      try ContactWayChanges(mutation: mutation, policies: policies).delete(request.configID)
      return .init()
    }
  }

  func addByContactWay(
    _ request: CustomersV1.AddByContactWayRequest, _ call: Call
  ) async throws -> CustomersV1.AddByContactWayResponse {
    try Self.checkID(request.configID, field: "config_id")
    let asked = try Shape.required(request.customer, field: "customer", errcode: 41035)
    let customer = try Customer(asked, createTime: context.clock.now)
    try customer.checkShape()
    let (policies, draw) = (context.policies, draw)
    return try await context.mutate(request, call) { mutation in
      try ContactWayScan(mutation: mutation, policies: policies, draw: draw)
        .scan(request.configID, by: customer)
    }
  }

  func acceptContact(
    _ request: CustomersV1.AcceptContactRequest, _ call: Call
  ) async throws -> CustomersV1.AcceptContactResponse {
    try Shape.userid(request.userid, field: "userid")
    try Customer.checkID(request.externalUserid, field: "external_userid")
    let (policies, draw) = (context.policies, draw)
    return try await context.mutate(request, call) { mutation in
      try ContactWayScan(mutation: mutation, policies: policies, draw: draw)
        .accept(userid: request.userid, externalUserid: request.externalUserid)
    }
  }

  func closeTemporarySession(
    _ request: CustomersV1.CloseTemporarySessionRequest, _ call: Call
  ) async throws -> CustomersV1.CloseTemporarySessionResponse {
    try Shape.userid(request.userid, field: "userid")
    try Customer.checkID(request.externalUserid, field: "external_userid")
    let policies = context.policies
    return try await context.mutate(request, call) { mutation in
      try TemporarySession(mutation: mutation, policies: policies)
        .close(userid: request.userid, externalUserid: request.externalUserid)
      return .init()
    }
  }

  static func checkID(_ configID: String, field: String) throws(InvalidField) {
    try Shape.id(configID, field: field, errcode: 41043)
  }

  static func moment(
    _ timestamp: GoogleProtobuf.Timestamp?, field: String
  ) throws(InvalidField) -> Instant? {
    guard let timestamp else { return nil }
    guard let instant = Instant(timestamp) else {
      throw InvalidField(field, "BAD_TIMESTAMP", "\(field) is not a moment of the years 1 to 9999.")
    }
    return instant
  }

  static func checkSpan(_ start: Instant, _ end: Instant) throws(InvalidField) {
    guard start <= end else {
      throw InvalidField("end_time", "BEFORE_START", "end_time is before start_time.")
    }
  }
}
