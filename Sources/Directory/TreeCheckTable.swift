import ServiceKit
import Store

/// Holds what is kept of the tree of departments, and of who works where in it, against the parents
/// and memberships that it follows from.
enum TreeCheckTable {
  private static let tree = """
    WITH RECURSIVE climb (department_id, ancestor_id, distance) AS (
      SELECT id, id, 0 FROM department
      UNION SELECT climb.department_id, department.parentid, distance + 1
      FROM climb JOIN department ON department.id = ancestor_id
      WHERE department.parentid <> 0 AND distance < 100)
    """

  static let checks = [
    Check(
      "the number of departments, which is kept as",
      sql: """
        SELECT count || '' FROM department_total
        WHERE count <> (SELECT count(*) FROM department)
        """),
    Check(
      "the counts of department",
      sql: """
        SELECT id || '' FROM department
        WHERE child_count <>
            (SELECT count(*) FROM department AS child WHERE child.parentid = department.id)
          OR member_count <>
            (SELECT count(*) FROM member_department WHERE department_id = department.id)
        """),
    Check(
      "the place in the tree of department",
      sql: """
        \(tree)
        SELECT DISTINCT department_id || '' FROM (
          SELECT * FROM (SELECT department_id, ancestor_id, distance FROM climb
            EXCEPT SELECT department_id, ancestor_id, distance FROM department_ancestor)
          UNION ALL
          SELECT * FROM (SELECT department_id, ancestor_id, distance FROM department_ancestor
            EXCEPT SELECT department_id, ancestor_id, distance FROM climb))
        """),
    Check(
      "who works under department",
      sql: """
        WITH counted (department_id, member_id, paths) AS (
          SELECT ancestor_id, member_id, count(*)
          FROM member_department
          JOIN department_ancestor
            ON department_ancestor.department_id = member_department.department_id
          GROUP BY 1, 2)
        SELECT DISTINCT department_id || '' FROM (
          SELECT * FROM (SELECT department_id, member_id, paths FROM counted
            EXCEPT SELECT department_id, member_id, paths FROM member_subtree)
          UNION ALL
          SELECT * FROM (SELECT department_id, member_id, paths FROM member_subtree
            EXCEPT SELECT department_id, member_id, paths FROM counted))
        """),
    Check(
      "the main department of member",
      sql: """
        SELECT userid FROM member
        WHERE NOT EXISTS (
          SELECT 1 FROM member_department
          WHERE member_id = member.id AND department_id = main_department)
        """),
    Check(
      "a retired id that is in use, department",
      sql: "SELECT id || '' FROM department_retired WHERE id IN (SELECT id FROM department)"),
  ]
}
