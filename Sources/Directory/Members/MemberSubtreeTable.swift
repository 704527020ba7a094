import Store

/// Where members work: the upkeep of `member_department`, `member_subtree` and the departments'
/// member counts, which change together or not at all.
extension MemberTable {
  /// Lets a member work elsewhere: leaves some departments, enters others, or stays in a new order.
  static func rearrange(
    _ key: Int64, from before: [Member.Membership], to after: [Member.Membership],
    in writer: Writer
  ) throws {
    guard after != before else { return }
    let left = Set(before.map(\.departmentID)).subtracting(after.map(\.departmentID))
    let entered = Set(after.map(\.departmentID)).subtracting(before.map(\.departmentID))
    try writer.run("DELETE FROM member_department WHERE member_id = $1", key)
    for (place, membership) in after.enumerated() {
      try writer.run(
        """
        INSERT INTO member_department (member_id, department_id, place, is_leader)
        VALUES ($1, $2, $3, $4)
        """, key, membership.departmentID, place, membership.isLeader)
    }
    for department in entered.sorted() { try enter(key, department, in: writer) }
    for department in left.sorted() { try leave(key, department, in: writer) }
  }

  private static func enter(_ key: Int64, _ department: UInt32, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO member_subtree (department_id, member_id, paths)
      SELECT ancestor_id, $1, 1 FROM department_ancestor WHERE department_id = $2
      ON CONFLICT (department_id, member_id) DO UPDATE SET paths = member_subtree.paths + 1
      """, key, department)
    try DepartmentTable.addMembers(1, to: department, in: writer)
  }

  private static func leave(_ key: Int64, _ department: UInt32, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE member_subtree SET paths = paths - 1
      WHERE member_id = $1 AND department_id IN
        (SELECT ancestor_id FROM department_ancestor WHERE department_id = $2)
      """, key, department)
    try writer.run(
      """
      DELETE FROM member_subtree
      WHERE paths = 0 AND member_id = $1 AND department_id IN
        (SELECT ancestor_id FROM department_ancestor WHERE department_id = $2)
      """, key, department)
    try DepartmentTable.addMembers(-1, to: department, in: writer)
  }

  /// Takes the members under a department along when it moves under another parent. Runs before
  /// the departments themselves move: what lies above is read from the old tree. Departments that
  /// lie above both places see no change.
  static func moveSubtree(of department: UInt32, to parentid: UInt32, in writer: Writer) throws {
    let ancestorsLost = """
      (SELECT ancestor_id FROM department_ancestor WHERE department_id = $1 AND distance > 0
       EXCEPT SELECT ancestor_id FROM department_ancestor WHERE department_id = $2)
      """
    let moved = "(SELECT member_id FROM member_subtree WHERE department_id = $1)"
    try writer.run(
      """
      UPDATE member_subtree SET paths = paths -
        (SELECT paths FROM member_subtree AS moved
         WHERE moved.department_id = $1 AND moved.member_id = member_subtree.member_id)
      WHERE department_id IN \(ancestorsLost) AND member_id IN \(moved)
      """, department, parentid)
    try writer.run(
      """
      DELETE FROM member_subtree
      WHERE paths = 0 AND department_id IN \(ancestorsLost) AND member_id IN \(moved)
      """, department, parentid)
    try writer.run(
      """
      INSERT INTO member_subtree (department_id, member_id, paths)
      SELECT above.ancestor_id, moved.member_id, moved.paths
      FROM department_ancestor AS above CROSS JOIN member_subtree AS moved
      WHERE above.department_id = $2 AND moved.department_id = $1
        AND above.ancestor_id NOT IN
          (SELECT ancestor_id FROM department_ancestor WHERE department_id = $1)
      ON CONFLICT (department_id, member_id)
        DO UPDATE SET paths = member_subtree.paths + excluded.paths
      """, department, parentid)
  }
}
