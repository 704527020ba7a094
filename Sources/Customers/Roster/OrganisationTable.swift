import ServiceKit

/// Where departments and members stand, as directory last told.
enum OrganisationTable: Organisation {
  static let departmentLineage = rosterLineage(from: "SELECT $1")
  static let memberLineage = rosterLineage(
    from: """
      SELECT department_id FROM member CROSS JOIN roster_membership ON member_id = member.id
      WHERE userid = $1
      """)
}
