import Store

/// The roster: which members work in which departments, and how those lie under one another, as
/// directory tells.
///
/// The lists that a taking over reads are long, so it takes several transactions: what it has seen
/// bears the number of its round, and what bears an older one at its end is gone from directory.
enum RosterTable {
  static let migration = Migration(
    name: "broadcasts-015-roster",
    sql: """
      CREATE TABLE roster (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        round INTEGER NOT NULL
      ) STRICT;
      INSERT INTO roster (id, round) VALUES (1, 0);
      CREATE TABLE roster_department (
        id INTEGER PRIMARY KEY,
        parent_id INTEGER NOT NULL,
        round INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE roster_membership (
        member_id INTEGER NOT NULL REFERENCES member (id),
        department_id INTEGER NOT NULL,
        round INTEGER NOT NULL,
        PRIMARY KEY (member_id, department_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX roster_department_by_parent ON roster_department (parent_id, id);
      CREATE INDEX roster_membership_by_department ON roster_membership (department_id, member_id);
      """)

  /// Whose stores they are: directory's lists are read again, for it may have told before.
  static let ownerMigration = Migration(
    name: "broadcasts-044-roster-owner",
    sql: """
      ALTER TABLE roster_department ADD COLUMN owner_id TEXT NOT NULL DEFAULT '';
      DELETE FROM followed_feed WHERE peer = 'directory';
      """)

  /// Begins a statement that asks for `staff (member_id)`: who works in the department `$1` or anywhere
  /// under it, each once. UNION, not UNION ALL: the tree may pass through a circle.
  static let staff = """
    WITH RECURSIVE subtree (id) AS (
      SELECT $1
      UNION
      SELECT child.id FROM subtree JOIN roster_department AS child ON child.parent_id = subtree.id
    ), staff (member_id) AS (
      SELECT DISTINCT member_id FROM subtree
      CROSS JOIN roster_membership ON department_id = subtree.id
    )
    """

  /// Begins a statement that asks for `lineage (id, steps)`: the departments of the member whose
  /// folded userid is `$1`, and all above them, each with how far it is above him. One that is reached
  /// by several ways is there several times.
  ///
  /// WeCom's trees have 15 levels. While old changes are told again the tree may pass through a circle,
  /// which the bound cuts.
  static let lineage = """
    WITH RECURSIVE lineage (id, steps) AS (
      SELECT department_id, 0 FROM member JOIN roster_membership ON member_id = member.id
      WHERE folded_userid = $1
      UNION
      SELECT parent_id, steps + 1 FROM lineage
      JOIN roster_department ON roster_department.id = lineage.id
      WHERE parent_id > 0 AND steps < 32
    )
    """

  /// The departments directly under one, by their ids.
  static func children(
    of parent: UInt32, after: Int64, limit: Int, in reader: Reader
  ) throws -> [UInt32] {
    try reader.all(
      "SELECT id FROM roster_department WHERE parent_id = $1 AND id > $2 ORDER BY id LIMIT $3",
      parent, after, limit
    ) { UInt32($0.int64(0)) }
  }

  /// What each department lies under; the root under 0.
  static func parents(in reader: Reader) throws -> [UInt32: UInt32] {
    var parents: [UInt32: UInt32] = [:]
    try reader.each("SELECT id, parent_id FROM roster_department") {
      parents[UInt32($0.int64(0))] = UInt32($0.int64(1))
    }
    return parents
  }

  /// The keys of those who work in a department itself.
  static func members(of department: UInt32, in reader: Reader) throws -> [Int64] {
    try reader.all(
      "SELECT member_id FROM roster_membership WHERE department_id = $1", department
    ) { $0.int64(0) }
  }

  /// A member's key, and where he works; nil for one who works nowhere, as directory tells.
  static func places(
    of userid: String, in reader: Reader
  ) throws -> (member: Int64, departments: [UInt32])? {
    let found = try reader.all(
      """
      SELECT member_id, department_id FROM member
      CROSS JOIN roster_membership ON member_id = member.id WHERE folded_userid = $1
      """, userid.lowercased()
    ) { ($0.int64(0), UInt32($0.int64(1))) }
    return found.first.map { ($0.0, found.map(\.1)) }
  }

  // MARK: What directory tells

  static func put(
    department id: UInt32, under parent: UInt32, owner: String, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO roster_department (id, parent_id, owner_id, round)
      VALUES ($1, $2, $3, (SELECT round FROM roster))
      ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id,
        owner_id = excluded.owner_id, round = excluded.round
      """, id, parent, owner)
  }

  static func delete(department id: UInt32, in writer: Writer) throws {
    try writer.run("DELETE FROM roster_department WHERE id = $1", id)
  }

  /// Keeps where a member works now, and nowhere else.
  static func put(member userid: String, in departments: [UInt32], _ writer: Writer) throws {
    let key = try MemberTaskTable.memberKey(userid, in: writer)
    try writer.run("DELETE FROM roster_membership WHERE member_id = $1", key)
    for department in Set(departments) {
      try writer.run(
        """
        INSERT INTO roster_membership (member_id, department_id, round)
        VALUES ($1, $2, (SELECT round FROM roster))
        """, key, department)
    }
  }

  // MARK: Taking over from lists

  static func beginRound(in writer: Writer) throws {
    try writer.run("UPDATE roster SET round = round + 1")
  }

  /// Lets go of what the lists of this round did not hold.
  static func endRound(in writer: Writer) throws {
    try writer.run("DELETE FROM roster_department WHERE round < (SELECT round FROM roster)")
    try writer.run("DELETE FROM roster_membership WHERE round < (SELECT round FROM roster)")
  }
}
