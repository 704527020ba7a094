import ServiceKit

/// Where departments and members stand, as directory last told.
enum OrganisationTable: Organisation {
  static let departmentLineage = rosterLineage(from: "SELECT $1")
  static let memberLineage = rosterLineage(
    from: "SELECT department_id FROM roster_membership WHERE userid = $1")
}
