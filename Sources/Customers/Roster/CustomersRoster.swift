import Messages
import ServiceKit

/// Customers keeps who works where and whether he does: a leaver's customers wait to be inherited,
/// and a department's members are an audience.
struct CustomersRoster: Roster {
  func put(_ corp: DirectoryV1.Corp, _ mutation: CustomersMutation) throws {
    try RosterTable.put(timeZone: corp.timeZone, in: mutation.writer)
  }

  func put(_ department: DirectoryV1.Department, _ mutation: CustomersMutation) throws {
    try RosterTable.put(
      department: department.id, under: department.parentid, owner: department.ownerID,
      in: mutation.writer)
  }

  func put(
    _ message: DirectoryV1.Member, at moment: Instant, _ mutation: CustomersMutation
  ) throws {
    let member = RosterMember(message)
    try RosterTable.put(member, in: mutation.writer)
    try Dimission(mutation: mutation).note(member, at: moment)
  }

  func delete(department: UInt32, _ mutation: CustomersMutation) throws {
    try RosterTable.delete(department: department, in: mutation.writer)
  }

  func delete(member: String, at moment: Instant, _ mutation: CustomersMutation) throws {
    try RosterTable.delete(member: member, in: mutation.writer)
    try Dimission(mutation: mutation).leave(member, at: moment)
  }

  func beginRound(_ mutation: CustomersMutation) throws {
    try RosterTable.beginRound(in: mutation.writer)
  }

  func endRound(_ mutation: CustomersMutation) throws {
    for member in try RosterTable.forgotten(in: mutation.writer) {
      try Dimission(mutation: mutation).leave(member, at: mutation.now)
    }
    try RosterTable.endRound(in: mutation.writer)
  }
}

extension RosterMember {
  /// A status that a newer directory has keeps the member from customers until it is understood.
  init(_ message: DirectoryV1.Member) {
    self.init(
      userid: message.userid, status: Status(rawValue: Int(message.status.rawValue)) ?? .disabled,
      departmentIDs: message.departmentIDs)
  }
}
