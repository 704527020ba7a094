import ServiceKit

/// A relation that a contact way brought has ended: the way counts it, and a temporary session of it
/// is over.
enum ContactWayLoss {
  static func note(of relation: Relation, _ mutation: CustomersMutation) throws {
    let (customer, member) = (relation.customerKey, relation.memberKey)
    let way = try ContactTable.takeAdd(customer: customer, member: member, in: mutation.writer)
    guard let way else { return }
    try ContactTable.deleteSession(customer: customer, member: member, in: mutation.writer)
    let timeZone = try RosterTable.timeZone(in: mutation.writer)
    try ContactWayCountTable.add(
      ContactWayCounts(lost: 1), way: way, member: member,
      day: CorpTime(mutation.now, timeZone: timeZone).day, in: mutation.writer)
  }
}
