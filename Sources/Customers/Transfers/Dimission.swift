import Messages
import ServiceKit

/// Members who leave 离职, as one mutation notes what directory told: their customers are unassigned.
struct Dimission {
  let mutation: CustomersMutation

  /// Notes how a member of the roster stands.
  func note(_ member: RosterMember, at moment: Instant) throws {
    guard let key = try MemberTable.find(member.userid, in: mutation.writer)?.key else { return }
    if member.status == .left {
      try leave(key, at: moment)
    } else {
      try DimissionTable.comeBack(key, in: mutation.writer)
    }
  }

  /// Notes that directory has a member no longer.
  func leave(_ userid: String, at moment: Instant) throws {
    guard let key = try MemberTable.find(userid, in: mutation.writer)?.key else { return }
    try leave(key, at: moment)
  }

  func leave(_ key: Int64, at moment: Instant) throws {
    guard try DimissionTable.leave(key, at: moment, in: mutation.writer) else { return }
    let member = try MemberTable.find(key, in: mutation.writer)
    guard member.customerCount > 0 else { return }
    try mutation.emit(
      .customersUnassigned(
        .init(
          handoverUserid: member.userid, dimissionTime: moment.timestamp,
          customerCount: Int64(member.customerCount))))
  }
}
