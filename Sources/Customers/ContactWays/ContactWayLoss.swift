import ServiceKit

/// A relation that a contact way brought has ended: the way and the source count it, and a temporary
/// session of it is over.
enum ContactWayLoss {
  static func note(of relation: Relation, _ mutation: CustomersMutation) throws {
    let (customer, member) = (relation.customerKey, relation.memberKey)
    let way = try ContactTable.takeAdd(customer: customer, member: member, in: mutation.writer)
    guard let way else { return }
    try ContactTable.deleteSession(customer: customer, member: member, in: mutation.writer)
    let timeZone = try RosterTable.timeZone(in: mutation.writer)
    let day = CorpTime(mutation.now, timeZone: timeZone).day
    try ContactWayCountTable.add(
      ContactWayCounts(lost: 1), way: way, member: member, day: day, in: mutation.writer)
    guard let source = relation.source else { return }
    try SourceCountTable.add(
      SourceCounts(lost: 1), source: source.key, day: day, in: mutation.writer)
  }
}
