import Messages
import RPC
import ServiceKit
import Store

/// Answers `siyu.customers.v1.BehaviorService`.
struct BehaviorHandler: CustomersV1.BehaviorServiceProtocol {
  let context: CustomersContext

  func getUserBehaviorData(
    _ request: CustomersV1.GetUserBehaviorDataRequest, _ call: Call
  ) async throws -> CustomersV1.GetUserBehaviorDataResponse {
    let query = try BehaviorQuery(request, now: context.clock.now, policies: context.policies)
    let database = try context.corps.database(of: call.principal.corp)
    let found = try await database.scan { reader in
      var days: [Day: BehaviorCounts] = [:]
      for member in try query.members(in: reader) {
        try BehaviorTable.each(of: member, query.days, in: reader) { day, counts in
          days[day, default: BehaviorCounts()] += counts
        }
      }
      return days
    }
    let numbers = query.days.lowerBound.number...query.days.upperBound.number
    return .init(
      behaviorData: numbers.map { number in
        let day = Day(number: number)
        return (found[day] ?? BehaviorCounts()).message(of: day)
      })
  }

  func listMemberBehavior(
    _ request: CustomersV1.ListMemberBehaviorRequest, _ call: Call
  ) async throws -> CustomersV1.ListMemberBehaviorResponse {
    let days = try BehaviorQuery.days(
      from: BehaviorQuery.moment(request.startTime, field: "start_time"),
      through: BehaviorQuery.moment(request.endTime, field: "end_time"), now: context.clock.now,
      policies: context.policies)
    let page = try Page(request, keys: 2)
    let place = BehaviorKey(
      member: page.after.first?.int ?? 0, day: page.after.last?.int ?? Int64.max)
    return try await context.corps.database(of: call.principal.corp).scan { reader in
      let walk = try BehaviorWalk(of: days, after: place, limit: page.size, in: reader)
      return .init(
        behaviorData: walk.found.map {
          .init(userid: $0.userid, day: $0.counts.message(of: $0.day))
        },
        nextPageToken: walk.next.map { page.token(after: [.int($0.member), .int($0.day)]) } ?? "")
    }
  }
}

extension BehaviorQuery {
  init(
    _ request: CustomersV1.GetUserBehaviorDataRequest, now: Instant, policies: Policies
  ) throws(InvalidField) {
    try self.init(
      userids: request.userids, departmentIDs: request.departmentIDs,
      start: Self.moment(request.startTime, field: "start_time"),
      end: Self.moment(request.endTime, field: "end_time"), now: now, policies: policies)
  }

  static func moment(
    _ timestamp: GoogleProtobuf.Timestamp?, field: String
  ) throws(InvalidField) -> Instant {
    let stated = try Shape.required(timestamp, field: field, errcode: 40058)
    guard let instant = Instant(stated) else {
      throw InvalidField(field, "BAD_TIMESTAMP", "\(field) is not a moment of the years 1 to 9999.")
    }
    return instant
  }

  /// The members' keys, each once: one may be named in two cases, and be in two departments.
  fileprivate func members(in reader: Reader) throws -> Set<Int64> {
    var members = Set(try userids.compactMap { try MemberTable.find($0, in: reader)?.key })
    for id in departmentIDs {
      guard try RosterTable.hasDepartment(id, in: reader) else {
        throw BehaviorFailure.departmentNotFound(id)
      }
      members.formUnion(try RosterTable.members(under: id, limit: .max, in: reader))
    }
    return members
  }
}

extension BehaviorCounts {
  func message(of day: Day) -> CustomersV1.BehaviorDay {
    .init(
      statTime: day.start.timestamp, newApplyCnt: newApplies, newContactCnt: newContacts,
      chatCnt: chats, messageCnt: messages, replyPercentage: replyPercentage,
      avgReplyTime: averageReplyMinutes, negativeFeedbackCnt: negativeFeedbacks)
  }
}
