import Messages
import ServiceKit

/// Broadcasts keeps which members work in which departments: results are told by department.
struct BroadcastsRoster: Roster {
  func put(_ department: DirectoryV1.Department, _ mutation: BroadcastsMutation) throws {
    try RosterTable.put(
      department: department.id, under: department.parentid, owner: department.ownerID,
      in: mutation.writer)
  }

  func put(
    _ member: DirectoryV1.Member, at moment: Instant, _ mutation: BroadcastsMutation
  ) throws {
    try RosterTable.put(member: member.userid, in: member.departmentIDs, mutation.writer)
  }

  func delete(department: UInt32, _ mutation: BroadcastsMutation) throws {
    try RosterTable.delete(department: department, in: mutation.writer)
  }

  func delete(member: String, at moment: Instant, _ mutation: BroadcastsMutation) throws {
    try RosterTable.put(member: member, in: [], mutation.writer)
  }

  func beginRound(_ mutation: BroadcastsMutation) throws {
    try RosterTable.beginRound(in: mutation.writer)
  }

  func endRound(_ mutation: BroadcastsMutation) throws {
    try RosterTable.endRound(in: mutation.writer)
  }
}
