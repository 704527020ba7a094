import Messages
import ServiceKit
import Store

/// The members of a transfer, judged by what directory told of them.
enum TransferMembers {
  /// Throws unless a member may take customers over; returns him, nil when he has no row yet.
  static func takeover(_ userid: String, field: String, in reader: Reader) throws -> Member? {
    if try !RosterTable.isEmpty(in: reader) {
      guard let member = try RosterTable.find(userid, in: reader) else {
        throw TransferFailure.takeoverUnknown(userid, field: field)
      }
      guard member.isActive else {
        throw TransferFailure.takeoverNotActivated(userid, field: field)
      }
    }
    return try MemberTable.find(userid, in: reader)
  }

  /// How a member stands whose customers are handed over; throws when he left too long ago.
  static func kind(
    of handover: Member?, now: Instant, policies: Policies, in reader: Reader
  ) throws -> Transfer.Kind {
    guard let handover, let left = try DimissionTable.time(of: handover.key, in: reader) else {
      return .onJob
    }
    let days = policies[.transferResignedDaysMax]
    guard left >= now.advanced(bySeconds: -86_400 * Int64(days)) else {
      throw TransferFailure.resignedTooLongAgo(handover.userid, days)
    }
    return .resigned
  }

  /// Throws unless a member stands as the call says.
  static func check(
    _ handover: Member?, userid: String, is kind: Transfer.Kind, now: Instant, policies: Policies,
    in reader: Reader
  ) throws {
    switch (kind, try self.kind(of: handover, now: now, policies: policies, in: reader)) {
    case (.onJob, .resigned): throw TransferFailure.handoverResigned(userid)
    case (.resigned, .onJob): throw TransferFailure.handoverNotResigned(userid)
    case (.onJob, .onJob), (.resigned, .resigned): break
    }
  }
}
