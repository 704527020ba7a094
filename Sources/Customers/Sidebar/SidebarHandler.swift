import Messages
import Protobuf
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.SidebarService`: it owns nothing, and reads what the other nouns keep.
struct SidebarHandler: CustomersV1.SidebarServiceProtocol {
  private static let othersMax = 10
  private static let summaryDays: Int64 = 30

  let context: CustomersContext
  let tagNames: TagNames

  func getSidebarContext(
    _ request: CustomersV1.GetSidebarContextRequest, _ call: Call
  ) async throws -> CustomersV1.SidebarContext {
    try Shape.userid(request.userid, field: "userid")
    try Customer.checkID(request.externalUserid, field: "external_userid")
    let firstDay = Day(of: context.clock.now).advanced(by: 1 - Self.summaryDays)
    return try context.read(call) { reader in
      let (customer, relation) = try RelationTable.find(
        userid: request.userid, externalUserid: request.externalUserid, in: reader)
      let names = try tagNames.names(of: call.principal.corp, in: reader)
      var tags = try names.relationTags(of: relation.tags, in: reader)
      try tags.append(contentsOf: relation.personalTags(in: reader))
      // Who is held to a part of the corp does not hear of others. One more than are named, and the
      // member himself.
      let followers =
        call.principal.dataScope != nil
        ? []
        : try RelationTable.followers(
          of: customer.key, after: 0, limit: Self.othersMax + 2, in: reader)
      let others = followers.filter { $0.memberKey != relation.memberKey }.map(\.userid)
      let days = try ContactDayTable.days(
        customer: customer.key, member: relation.memberKey, from: firstDay, in: reader)
      return .init(
        customer: customer.message,
        relation: relation.message(
          externalUserid: customer.externalUserid,
          tagIDs: try names.ids(of: relation.tags, in: reader)),
        tags: tags,
        otherUserids: Array(others.prefix(Self.othersMax)),
        hasMoreOthers: others.count > Self.othersMax, last30Days: .init(days),
        attributes: try Self.attributes(of: customer.key, in: reader))
    }
  }

  /// Of each name the one to go by.
  private static func attributes(
    of customer: Int64, in reader: Reader
  ) throws -> [CustomersV1.Attribute] {
    let all = try AttributeTable.list(ofPersonOf: customer, in: reader)
      .sorted { $0.comesBefore($1) }
    return all.indices
      .filter { $0 == 0 || all[$0 - 1].key.name != all[$0].key.name }
      .map { all[$0].message }
  }
}

extension CustomersV1.ContactSummary {
  init(_ days: [ContactDay]) {
    self.init()
    for day in days where day.isContact {
      memberMessageCount += day.memberMessages
      customerMessageCount += day.customerMessages
      groupMessageCount += day.groupMessages
      callCount += day.calls
      visitCount += day.visits
      readCount += day.reads
      dayCount += 1
      lastDayTime = day.day.start.timestamp
    }
  }
}
