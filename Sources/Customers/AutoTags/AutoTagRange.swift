import Store

extension AutoTagTerms {
  var hasRange: Bool { !userids.isEmpty || !departmentIDs.isEmpty }

  /// Whether the rule comes to a member's relations, as directory's tree stands now.
  func covers(_ member: Int64, in reader: Reader) throws -> Bool {
    guard hasRange else { return true }
    if !userids.isEmpty {
      let userid = try MemberTable.userid(of: member, in: reader).lowercased()
      if userids.contains(where: { $0.lowercased() == userid }) { return true }
    }
    if departmentIDs.isEmpty { return false }
    let above = try RosterTable.departments(above: member, in: reader)
    return departmentIDs.contains(where: above.contains)
  }

  /// The members it covers, of those who ever had a customer or whom directory told of.
  func members(in reader: Reader) throws -> MemberSet {
    let named = try userids.compactMap { try MemberTable.find($0, in: reader)?.key }
    let inDepartments = try departmentIDs.flatMap {
      try RosterTable.members(under: $0, limit: .max, in: reader)
    }
    return MemberSet(named + inDepartments)
  }
}
