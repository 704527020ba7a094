import ServiceKit
import Store

/// The departments' rows, and who is above whom.
///
/// `department_ancestor` holds a row for each department and each of its ancestors, itself
/// included: a subtree is one range of its key, whatever the size of the corp. What the rules must
/// count (the departments of the corp, what hangs in one) is kept in columns beside the rows it
/// counts, so that no check grows with the corp. A deleted department leaves a row in
/// `department_retired`, so that no id comes back.
enum DepartmentTable {
  static let migration = Migration(
    name: "directory-002-department",
    sql: """
      CREATE TABLE department (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        name_en TEXT NOT NULL,
        parentid INTEGER NOT NULL,
        sort_order INTEGER NOT NULL,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
        create_time INTEGER,
        child_count INTEGER NOT NULL CHECK (child_count >= 0),
        member_count INTEGER NOT NULL CHECK (member_count >= 0),
        UNIQUE (parentid, name)
      ) STRICT;
      CREATE TABLE department_ancestor (
        ancestor_id INTEGER NOT NULL REFERENCES department (id),
        department_id INTEGER NOT NULL REFERENCES department (id),
        distance INTEGER NOT NULL,
        PRIMARY KEY (ancestor_id, department_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX department_ancestor_by_department
        ON department_ancestor (department_id, distance);
      CREATE TABLE department_retired (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE department_total (count INTEGER NOT NULL) STRICT;
      INSERT INTO department
        (id, name, name_en, parentid, sort_order, kind, create_time, child_count, member_count)
        VALUES (1, '全公司', '', 0, 0, 0, NULL, 0, 0);
      INSERT INTO department_ancestor (ancestor_id, department_id, distance) VALUES (1, 1, 0);
      INSERT INTO department_total (count) VALUES (1);
      """)

  static let ownerMigration = Migration(
    name: "directory-008-department-owner",
    sql: "ALTER TABLE department ADD COLUMN owner_id TEXT NOT NULL DEFAULT ''")

  private static let columns =
    "id, name, name_en, parentid, sort_order, kind, create_time, owner_id"

  private static func decode(_ row: borrowing Row) throws -> Department {
    Department(
      id: UInt32(row.int64(0)), name: row.text(1), nameEn: row.text(2),
      parentid: UInt32(row.int64(3)), order: UInt32(row.int64(4)), kind: try row.value(5),
      ownerID: row.text(7), createTime: row.optionalInt64(6).map(Instant.init(microseconds:)))
  }

  static func find(_ id: UInt32, in reader: Reader) throws -> Department? {
    try reader.first("SELECT \(columns) FROM department WHERE id = $1", id, decode: decode)
  }

  static func exists(_ id: UInt32, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM department WHERE id = $1", id)
  }

  /// A department and its descendants, ascending by id.
  static func subtree(
    of id: UInt32, after: Int64, limit: Int, in reader: Reader
  ) throws -> [Department] {
    try reader.all(
      """
      SELECT \(columns) FROM department_ancestor
      CROSS JOIN department
      WHERE ancestor_id = $1 AND department_id > $2 AND department.id = department_id
      ORDER BY department_id LIMIT $3
      """, id, after, limit, decode: decode)
  }

  /// What the rules must know before the department is put under a parent that is new to it.
  static func surroundings(
    of department: Department, in reader: Reader
  ) throws -> Department.Surroundings {
    let parentDepth = try reader.first(
      "SELECT count(*) FROM department_ancestor WHERE department_id = $1", department.parentid
    ) { $0.int(0) }!
    return Department.Surroundings(
      parentDepth: parentDepth == 0 ? nil : parentDepth,
      siblingCount: try contents(of: department.parentid, in: reader)?.count ?? 0,
      siblingHasName: try siblingHasName(of: department, in: reader),
      isOwnAncestor: try reader.exists(
        "SELECT 1 FROM department_ancestor WHERE ancestor_id = $1 AND department_id = $2",
        department.id, department.parentid),
      height: try reader.first(
        "SELECT coalesce(max(distance), 0) + 1 FROM department_ancestor WHERE ancestor_id = $1",
        department.id
      ) { $0.int(0) }!)
  }

  static func siblingHasName(of department: Department, in reader: Reader) throws -> Bool {
    try reader.exists(
      "SELECT 1 FROM department WHERE parentid = $1 AND name = $2 AND id <> $3",
      department.parentid, department.name, department.id)
  }

  /// What a department holds; nil when there is none with the id.
  static func contents(
    of id: UInt32, in reader: Reader
  ) throws -> Department.Contents? {
    try reader.first("SELECT child_count, member_count FROM department WHERE id = $1", id) {
      Department.Contents(childCount: $0.int(0), memberCount: $0.int(1))
    }
  }

  /// How many departments the corp has, the root included.
  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count FROM department_total") { $0.int(0) }!
  }

  /// Whether a department has the id, or had it.
  static func isUsed(_ id: UInt32, in reader: Reader) throws -> Bool {
    try reader.exists(
      """
      SELECT 1 FROM department WHERE id = $1
      UNION ALL SELECT 1 FROM department_retired WHERE id = $1
      """, id)
  }

  /// One more than the greatest id that a department has or had; nil when there is none.
  static func nextID(in reader: Reader) throws -> UInt32? {
    try reader.first(
      """
      SELECT 1 + max(
        (SELECT max(id) FROM department),
        (SELECT coalesce(max(id), 0) FROM department_retired))
      """
    ) { UInt32(exactly: $0.int64(0)) } ?? nil
  }

  static func insert(_ department: Department, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO department
        (id, name, name_en, parentid, sort_order, kind, create_time, owner_id, child_count,
         member_count)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0)
      """, department.id, department.name, department.nameEn, department.parentid,
      department.order, department.kind, department.createTime?.microseconds, department.ownerID)
    try writer.run(
      """
      INSERT INTO department_ancestor (ancestor_id, department_id, distance)
      SELECT ancestor_id, $1, distance + 1 FROM department_ancestor WHERE department_id = $2
      UNION ALL SELECT $1, $1, 0
      """, department.id, department.parentid)
    try addChildren(1, to: department.parentid, in: writer)
    try writer.run("UPDATE department_total SET count = count + 1")
  }

  /// Writes all but the place in the tree, which `move` changes.
  static func update(_ department: Department, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE department SET name = $2, name_en = $3, parentid = $4, sort_order = $5, kind = $6,
        owner_id = $7
      WHERE id = $1
      """, department.id, department.name, department.nameEn, department.parentid,
      department.order, department.kind, department.ownerID)
  }

  /// Hangs a department's subtree, which hung under `former`, under another parent.
  static func move(
    _ id: UInt32, from former: UInt32, to parentid: UInt32, in writer: Writer
  ) throws {
    try writer.run(
      """
      DELETE FROM department_ancestor
      WHERE department_id IN
          (SELECT department_id FROM department_ancestor WHERE ancestor_id = $1)
        AND ancestor_id IN
          (SELECT ancestor_id FROM department_ancestor WHERE department_id = $1 AND distance > 0)
      """, id)
    try writer.run(
      """
      INSERT INTO department_ancestor (ancestor_id, department_id, distance)
      SELECT above.ancestor_id, below.department_id, above.distance + below.distance + 1
      FROM department_ancestor AS above CROSS JOIN department_ancestor AS below
      WHERE above.department_id = $2 AND below.ancestor_id = $1
      """, id, parentid)
    try addChildren(-1, to: former, in: writer)
    try addChildren(1, to: parentid, in: writer)
  }

  /// Deletes a department that holds nothing.
  static func delete(_ department: Department, in writer: Writer) throws {
    try writer.run("DELETE FROM department_ancestor WHERE department_id = $1", department.id)
    try writer.run("DELETE FROM department WHERE id = $1", department.id)
    try writer.run("INSERT INTO department_retired (id) VALUES ($1)", department.id)
    try addChildren(-1, to: department.parentid, in: writer)
    try writer.run("UPDATE department_total SET count = count - 1")
  }

  private static func addChildren(_ count: Int, to id: UInt32, in writer: Writer) throws {
    try writer.run(
      "UPDATE department SET child_count = child_count + $2 WHERE id = $1", id, count)
  }

  /// Counts members who came (or, below zero, went); for the table that keeps who they are.
  static func addMembers(_ count: Int, to id: UInt32, in writer: Writer) throws {
    try writer.run(
      "UPDATE department SET member_count = member_count + $2 WHERE id = $1", id, count)
  }
}

extension Department.Kind: Bindable {}
