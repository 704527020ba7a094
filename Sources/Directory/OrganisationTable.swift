import ServiceKit

/// Where departments and members stand, as directory's own tables have it.
enum OrganisationTable: Organisation {
  static let departmentLineage = """
    SELECT department.id, owner_id
    FROM department_ancestor CROSS JOIN department ON department.id = ancestor_id
    WHERE department_id = $1
    """

  static let memberLineage = """
    SELECT DISTINCT department.id, owner_id
    FROM member CROSS JOIN member_department ON member_department.member_id = member.id
    CROSS JOIN department_ancestor
      ON department_ancestor.department_id = member_department.department_id
    CROSS JOIN department ON department.id = ancestor_id
    WHERE member.userid = $1
    """
}
