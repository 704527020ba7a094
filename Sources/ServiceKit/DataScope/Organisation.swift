package import Store

/// Where departments and members stand in the corp's tree, as a service keeps it: what a data scope is
/// held against. Each service has its own tables, so it says how they are asked.
package protocol Organisation: SendableMetatype {
  /// Gives `id, owner_id` of the department `$1` and of all above it; nothing for one that is not known.
  static var departmentLineage: String { get }
  /// Gives the same of all departments in which the member `$1` works, ignoring case.
  static var memberLineage: String { get }
}

extension Organisation {
  /// For a service that keeps directory's departments in `roster_department (id, parent_id, owner_id)`.
  /// `lowest` gives the ids to begin with. UNION, not UNION ALL: while old changes are told again the
  /// tree may pass through a circle.
  package static func rosterLineage(from lowest: String) -> String {
    """
    WITH RECURSIVE lineage (id) AS (
      \(lowest)
      UNION
      SELECT parent_id FROM lineage JOIN roster_department ON roster_department.id = lineage.id
    )
    SELECT roster_department.id, owner_id
    FROM lineage JOIN roster_department ON roster_department.id = lineage.id
    """
  }

  static func lineage(ofDepartment id: UInt32, in reader: Reader) throws -> [Placement] {
    try reader.all(departmentLineage, id, decode: decode)
  }

  static func lineage(ofMember userid: String, in reader: Reader) throws -> [Placement] {
    try reader.all(memberLineage, userid, decode: decode)
  }

  private static func decode(_ row: borrowing Row) throws -> Placement {
    Placement(department: UInt32(row.int64(0)), owner: row.text(1))
  }
}

extension DataScope {
  package func contains(
    department id: UInt32, of organisation: any Organisation.Type, in reader: Reader
  ) throws -> Bool {
    contains(try organisation.lineage(ofDepartment: id, in: reader))
  }

  package func contains(
    member userid: String, of organisation: any Organisation.Type, in reader: Reader
  ) throws -> Bool {
    contains(try organisation.lineage(ofMember: userid, in: reader))
  }
}
