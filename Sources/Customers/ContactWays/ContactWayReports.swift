import Messages
import RPC
import ServiceKit

/// What is asked about a contact way and changes nothing: its counts, its quota, its picture.
extension ContactWayHandler {
  /// Days a report covers unless told otherwise.
  private static let reportDays = 30

  func getContactWayStatistics(
    _ request: CustomersV1.GetContactWayStatisticsRequest, _ call: Call
  ) async throws -> CustomersV1.GetContactWayStatisticsResponse {
    try Self.checkID(request.configID, field: "config_id")
    if !request.userid.isEmpty { try Shape.userid(request.userid, field: "userid") }
    let page = try Page(request)
    let end = try Self.moment(request.endTime, field: "end_time") ?? context.clock.now
    let start = try Self.moment(request.startTime, field: "start_time")
    return try context.read(call) { reader in
      guard let way = try ContactWayTable.key(of: request.configID, in: reader) else {
        throw ContactWayFailure.notFound(request.configID, field: "config_id")
      }
      let span = try Self.days(
        start, end, timeZone: RosterTable.timeZone(in: reader),
        most: context.policies[.contactWayStatisticsDaysMax])
      // A member nobody knows has had no days here.
      let member: Int64 =
        request.userid.isEmpty ? 0 : try MemberTable.find(request.userid, in: reader)?.key ?? -1
      let found = try ContactWayCountTable.members(
        way: way, span, after: page.after.first?.int ?? 0, limit: page.size + 1, in: reader)
      let (members, nextPageToken) = page.cut(found) { [.int($0.member)] }
      return .init(
        total: try ContactWayCountTable.total(way: way, in: reader).message,
        days: try ContactWayCountTable.days(way: way, member: member, span, in: reader).map {
          .init(day: CorpTime.text(ofDay: $0.day), counts: $0.counts.message)
        },
        members: members.map { .init(userid: $0.userid, counts: $0.counts.message) },
        nextPageToken: nextPageToken)
    }
  }

  /// The corp's days that a report is asked for, `most` at most.
  static func days(
    _ start: Instant?, _ end: Instant, timeZone: String, most: Int
  ) throws(InvalidField) -> ClosedRange<Int> {
    let last = CorpTime(end, timeZone: timeZone).day
    // Day 0 is not a day of theirs but the count of ever.
    let first = max(
      1, start.map { CorpTime($0, timeZone: timeZone).day } ?? last - reportDays + 1)
    guard first <= last else {
      throw InvalidField("end_time", "BEFORE_START", "end_time is before start_time.")
    }
    guard last - first < most else {
      throw InvalidField(
        "end_time", "TOO_LONG", "The span has \(last - first + 1) days, allowed are \(most).")
    }
    return first...last
  }

  func getContactWayQuota(
    _ request: CustomersV1.GetContactWayQuotaRequest, _ call: Call
  ) async throws -> CustomersV1.GetContactWayQuotaResponse {
    let most = context.policies[.contactWaysMax]
    return try context.read(call) { reader in
      .init(
        contactWayCount: Int64(try ContactWayTable.quota(day: 0, in: reader)),
        joinWayCount: Int64(try JoinWayTable.count(in: reader)), waysMax: Int64(most))
    }
  }

  func getContactWayQRCode(
    _ request: CustomersV1.GetContactWayQRCodeRequest, _ call: Call
  ) async throws -> CustomersV1.GetContactWayQRCodeResponse {
    try Self.checkID(request.configID, field: "config_id")
    let picture = try LandingPicture(
      request.url, configID: request.configID, format: request.format.rawValue,
      sizePixels: request.sizePixels, policies: context.policies)
    let isThere = try context.read(call) {
      try ContactWayTable.key(of: request.configID, in: $0) != nil
    }
    guard isThere else {
      throw ContactWayFailure.notFound(request.configID, field: "config_id")
    }
    return .init(
      content: try picture.drawn(), mediaType: picture.format.mediaType, url: picture.url)
  }
}
