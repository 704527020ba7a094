import ServiceKit
import Store

/// Whom a contact way leads to at the moment: the members it names, and those that directory has in
/// its departments.
struct ContactWayMembers {
  /// By key: those it names in the order given, then the departments' in the order they were first
  /// seen here; never more than the way may lead to.
  let members: [Int64]
  let spares: [Int64]

  init(of way: ContactWay, limit: Int, in reader: Reader) throws {
    let lists = ContactWayLists(reader: reader, way: way.key)
    var members = try lists.members(isSpare: false)
    var seen = Set(members)
    var inDepartments: [Int64] = []
    for department in way.departmentIDs {
      // One more for each that is named already, so that no department hides others.
      let found = try RosterTable.members(
        under: department, limit: limit + members.count, in: reader)
      for key in found where seen.insert(key).inserted { inDepartments.append(key) }
    }
    members += inDepartments.sorted()
    self.members = Array(members.prefix(limit))
    spares = try lists.members(isSpare: true)
  }

  func contains(_ member: Int64) -> Bool {
    members.contains(member) || spares.contains(member)
  }
}
