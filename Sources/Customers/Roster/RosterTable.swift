import Store

/// The roster: directory's departments and members, mirrored.
///
/// A member of the roster has the key he has in his relations. The lists that a taking over reads
/// are long, so it takes several transactions: what it has seen bears the number of its round, and
/// what bears an older one at its end is gone from directory.
enum RosterTable {
  static let migration = Migration(
    name: "customers-005-roster",
    sql: """
      CREATE TABLE roster (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        round INTEGER NOT NULL,
        time_zone TEXT NOT NULL
      ) STRICT;
      INSERT INTO roster (id, round, time_zone) VALUES (1, 0, 'Asia/Shanghai');
      CREATE TABLE roster_department (
        id INTEGER PRIMARY KEY,
        parent_id INTEGER NOT NULL,
        round INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX roster_department_by_parent ON roster_department (parent_id, id);
      CREATE TABLE roster_member (
        member_id INTEGER PRIMARY KEY REFERENCES member (id),
        status INTEGER NOT NULL CHECK (status IN (1, 2, 4, 5)),
        round INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE roster_membership (
        member_id INTEGER NOT NULL REFERENCES roster_member (member_id),
        department_id INTEGER NOT NULL,
        PRIMARY KEY (member_id, department_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX roster_membership_by_department
        ON roster_membership (department_id, member_id);
      """)

  /// Whose stores they are: directory's lists are read again, for it may have told before.
  static let ownerMigration = Migration(
    name: "customers-040-roster-owner",
    sql: """
      ALTER TABLE roster_department ADD COLUMN owner_id TEXT NOT NULL DEFAULT '';
      DELETE FROM followed_feed WHERE peer = 'directory';
      """)

  // MARK: What is asked of it

  /// Where the corp's days begin: a name of the IANA time zone database.
  static func timeZone(in reader: Reader) throws -> String {
    try reader.first("SELECT time_zone FROM roster") { $0.text(0) }!
  }

  /// Whether directory has told of no member at all: then nothing is known of anybody.
  static func isEmpty(in reader: Reader) throws -> Bool {
    try !reader.exists("SELECT 1 FROM roster_member LIMIT 1")
  }

  /// Whether a member works with customers at the moment.
  static func isActive(_ member: Int64, in reader: Reader) throws -> Bool {
    try reader.exists(
      "SELECT 1 FROM roster_member WHERE member_id = $1 AND status = $2", member,
      RosterMember.Status.activated.rawValue)
  }

  static func hasDepartment(_ id: UInt32, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM roster_department WHERE id = $1", id)
  }

  static func find(_ userid: String, in reader: Reader) throws -> RosterMember? {
    let found = try reader.first(
      """
      SELECT member.id, userid, status FROM member JOIN roster_member ON member_id = member.id
      WHERE userid = $1
      """, userid
    ) { RosterMember(key: $0.int64(0), userid: $0.text(1), status: try $0.value(2)) }
    guard var member = found else { return nil }
    member.departmentIDs = try reader.all(
      "SELECT department_id FROM roster_membership WHERE member_id = $1", member.key
    ) { UInt32($0.int64(0)) }
    return member
  }

  /// The keys of those who work in a department or anywhere under it, each once, ascending.
  static func members(
    under department: UInt32, limit: Int, in reader: Reader
  ) throws -> [Int64] {
    // UNION, not UNION ALL: while old changes are told again the tree may pass through a circle.
    try reader.all(
      """
      WITH RECURSIVE subtree (id) AS (
        SELECT id FROM roster_department WHERE id = $1
        UNION
        SELECT child.id FROM subtree JOIN roster_department AS child ON child.parent_id = subtree.id
      )
      SELECT DISTINCT member_id FROM subtree CROSS JOIN roster_membership
      WHERE department_id = subtree.id ORDER BY member_id LIMIT $2
      """, department, limit
    ) { $0.int64(0) }
  }

  /// The departments in which a member works, with all above them.
  static func departments(above member: Int64, in reader: Reader) throws -> Set<UInt32> {
    Set(
      try reader.all(
        """
        WITH RECURSIVE above (id) AS (
          SELECT department_id FROM roster_membership WHERE member_id = $1
          UNION
          SELECT parent_id FROM above JOIN roster_department ON roster_department.id = above.id
        )
        SELECT id FROM above
        """, member
      ) { UInt32($0.int64(0)) })
  }

  // MARK: What directory tells

  static func put(timeZone: String, in writer: Writer) throws {
    try writer.run("UPDATE roster SET time_zone = $1", timeZone)
  }

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

  static func put(_ member: RosterMember, in writer: Writer) throws {
    let key =
      try MemberTable.find(member.userid, in: writer)?.key
      ?? MemberTable.insert(member.userid, in: writer).key
    try writer.run(
      """
      INSERT INTO roster_member (member_id, status, round)
      VALUES ($1, $2, (SELECT round FROM roster))
      ON CONFLICT (member_id) DO UPDATE SET status = excluded.status, round = excluded.round
      """, key, member.status.rawValue)
    try writer.run("DELETE FROM roster_membership WHERE member_id = $1", key)
    for department in Set(member.departmentIDs) {
      try writer.run(
        "INSERT INTO roster_membership (member_id, department_id) VALUES ($1, $2)", key, department)
    }
  }

  static func delete(member userid: String, in writer: Writer) throws {
    guard let key = try MemberTable.find(userid, in: writer)?.key else { return }
    try writer.run("DELETE FROM roster_membership WHERE member_id = $1", key)
    try writer.run("DELETE FROM roster_member WHERE member_id = $1", key)
  }

  // MARK: Taking over from lists

  static func beginRound(in writer: Writer) throws {
    try writer.run("UPDATE roster SET round = round + 1")
  }

  /// The members whom the lists of this round did not hold.
  static func forgotten(in reader: Reader) throws -> [Int64] {
    try reader.all(
      "SELECT member_id FROM roster_member WHERE round < (SELECT round FROM roster)"
    ) { $0.int64(0) }
  }

  /// Lets go of what the lists of this round did not hold.
  static func endRound(in writer: Writer) throws {
    try writer.run("DELETE FROM roster_department WHERE round < (SELECT round FROM roster)")
    try writer.run(
      """
      DELETE FROM roster_membership WHERE member_id IN
        (SELECT member_id FROM roster_member WHERE round < (SELECT round FROM roster))
      """)
    try writer.run("DELETE FROM roster_member WHERE round < (SELECT round FROM roster)")
  }
}
