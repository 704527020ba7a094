import Foundation
import Messages
import QRCode
import RPC
import ServiceKit

/// What is asked about a contact way and changes nothing: its counts, its picture.
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

  func getContactWayQRCode(
    _ request: CustomersV1.GetContactWayQRCodeRequest, _ call: Call
  ) async throws -> CustomersV1.GetContactWayQRCodeResponse {
    try Self.checkID(request.configID, field: "config_id")
    let url = try landing(request.url, configID: request.configID)
    let pixels = request.sizePixels == 0 ? 400 : Int(request.sizePixels)
    guard (100...2000).contains(pixels) else {
      throw InvalidField("size_pixels", "OUT_OF_RANGE", "size_pixels is 100 to 2000.")
    }
    let isThere = try context.read(call) {
      try ContactWayTable.key(of: request.configID, in: $0) != nil
    }
    guard isThere else {
      throw ContactWayFailure.notFound(request.configID, field: "config_id")
    }
    let picture: QRCodePicture
    do {
      picture = try QRCodePicture(QRCode(url), pixels: pixels)
    } catch QRCodePicture.Mistake.tooSmall(let least) {
      throw InvalidField(
        "size_pixels", "TOO_SMALL", "The code of so long a url takes at least \(least) pixels.")
    }
    switch request.format {
    case .unspecified, .png:
      return .init(content: try picture.png(), mediaType: "image/png", url: url)
    case .svg:
      return .init(content: Array(picture.svg().utf8), mediaType: "image/svg+xml", url: url)
    default:
      throw InvalidField(
        "format", "UNKNOWN_VALUE", "format \(request.format.rawValue) is not known.")
    }
  }

  /// The landing page's address with the way's config_id as a further query item.
  private func landing(_ url: String, configID: String) throws(InvalidField) -> String {
    try Shape.bytes(
      url, 1...context.policies[.contactWayUrlBytesMax], field: "url", errcode: 40039)
    guard var parts = URLComponents(string: url), ["http", "https"].contains(parts.scheme),
      parts.host?.isEmpty == false
    else {
      throw InvalidField("url", "BAD_URL", "url is not an http or https address.", errcode: 40094)
    }
    let item = "config_id=\(configID)"
    let query = parts.percentEncodedQuery ?? ""
    parts.percentEncodedQuery = query.isEmpty ? item : "\(query)&\(item)"
    return parts.string ?? url
  }
}
