import ServiceKit
import Store

/// The members' rows, and who works where.
///
/// `member_department` says in which departments a member works. `member_subtree` says the same of
/// every department above them too, with how many of his departments lie there (`paths`): so the
/// members under any department, each once, are one range of a key in the order of their own keys,
/// and a page costs what it holds, for a store of three as for the whole corp. The price is a few
/// rows a member, and that a department that moves takes those rows along.
enum MemberTable {
  static let migration = Migration(
    name: "directory-003-member",
    sql: """
      CREATE TABLE member (
        id INTEGER PRIMARY KEY,
        userid TEXT NOT NULL COLLATE NOCASE UNIQUE,
        name TEXT NOT NULL,
        alias TEXT NOT NULL,
        mobile TEXT NOT NULL,
        mobile_key TEXT NOT NULL,
        email TEXT NOT NULL COLLATE NOCASE,
        position TEXT NOT NULL,
        main_department INTEGER NOT NULL,
        gender INTEGER NOT NULL CHECK (gender BETWEEN 0 AND 2),
        status INTEGER NOT NULL CHECK (status IN (1, 2, 4, 5)),
        create_time INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX member_by_mobile ON member (mobile_key) WHERE mobile_key <> '';
      CREATE UNIQUE INDEX member_by_email ON member (email) WHERE email <> '';
      CREATE TABLE member_department (
        member_id INTEGER NOT NULL REFERENCES member (id),
        department_id INTEGER NOT NULL REFERENCES department (id),
        place INTEGER NOT NULL,
        is_leader INTEGER NOT NULL CHECK (is_leader IN (0, 1)),
        PRIMARY KEY (member_id, department_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX member_department_by_department
        ON member_department (department_id, member_id);
      CREATE TABLE member_subtree (
        department_id INTEGER NOT NULL REFERENCES department (id),
        member_id INTEGER NOT NULL,
        paths INTEGER NOT NULL CHECK (paths >= 0),
        PRIMARY KEY (department_id, member_id)
      ) STRICT, WITHOUT ROWID;
      """)

  /// A member and the key of his row, by which lists are ordered.
  struct Found: Sendable, Equatable {
    let key: Int64
    var member: Member
  }

  static func find(_ userid: String, in reader: Reader) throws -> Found? {
    try members(selectByUserid, [userid], in: reader).first
  }

  /// Those who work in a department itself, by key.
  static func direct(
    of department: UInt32, after: Int64, limit: Int, in reader: Reader
  ) throws -> [Found] {
    try members(selectDirect, [department, after, limit], in: reader)
  }

  /// Those who work in a department or anywhere under it, each once, by key.
  static func subtree(
    of department: UInt32, after: Int64, limit: Int, in reader: Reader
  ) throws -> [Found] {
    try members(selectSubtree, [department, after, limit], in: reader)
  }

  private static let selectByUserid = select("SELECT id FROM member WHERE userid = $1")
  private static let selectDirect = select(
    """
    SELECT member_id FROM member_department
    WHERE department_id = $1 AND member_id > $2 ORDER BY member_id LIMIT $3
    """)
  private static let selectSubtree = select(
    """
    SELECT member_id FROM member_subtree
    WHERE department_id = $1 AND member_id > $2 ORDER BY member_id LIMIT $3
    """)

  /// A row for each department of each member that `keys` selects. CROSS JOIN holds the order: keys
  /// first, then what belongs to each.
  private static func select(_ keys: String) -> String {
    """
    WITH wanted (member_id) AS (\(keys))
    SELECT member.id, userid, name, alias, mobile, email, member.position, main_department, gender,
      status, create_time, department_id, is_leader
    FROM wanted CROSS JOIN member CROSS JOIN member_department
    WHERE member.id = wanted.member_id AND member_department.member_id = wanted.member_id
    ORDER BY wanted.member_id, place
    """
  }

  private static func members(
    _ sql: String, _ arguments: [any Bindable], in reader: Reader
  ) throws -> [Found] {
    var found: [Found] = []
    try reader.each(sql, arguments: arguments) { row in
      let key = row.int64(0)
      if found.last?.key != key { found.append(Found(key: key, member: try decode(row))) }
      found[found.count - 1].member.memberships.append(
        .init(departmentID: UInt32(row.int64(11)), isLeader: row.bool(12)))
    }
    return found
  }

  private static func decode(_ row: borrowing Row) throws -> Member {
    Member(
      userid: row.text(1), name: row.text(2), alias: row.text(3), mobile: row.text(4),
      email: row.text(5), position: row.text(6), mainDepartment: UInt32(row.int64(7)),
      gender: try row.value(8), status: try row.value(9),
      createTime: Instant(microseconds: row.int64(10)))
  }

  /// What the rules must know before the member is written: over the row `before`, or as a new one.
  static func surroundings(
    of member: Member, before: Found?, in reader: Reader
  ) throws -> Member.Surroundings {
    let key = before?.key ?? 0
    let entered = Set(member.departmentIDs).subtracting(before?.member.departmentIDs ?? [])
    return Member.Surroundings(
      useridIsTaken: try reader.exists(
        "SELECT 1 FROM member WHERE userid = $1 AND id <> $2", member.userid, key),
      mobileIsTaken: try reader.exists(
        "SELECT 1 FROM member WHERE mobile_key = $1 AND mobile_key <> '' AND id <> $2",
        member.mobileKey, key),
      emailIsTaken: try reader.exists(
        "SELECT 1 FROM member WHERE email = $1 AND email <> '' AND id <> $2", member.email, key),
      entered: try entered.sorted().map { id in
        .init(departmentID: id, contents: try DepartmentTable.contents(of: id, in: reader))
      })
  }

  static func insert(_ member: Member, in writer: Writer) throws {
    let key = try writer.first(
      """
      INSERT INTO member (userid, name, alias, mobile, mobile_key, email, position,
        main_department, gender, status, create_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id
      """, member.userid, member.name, member.alias, member.mobile, member.mobileKey, member.email,
      member.position, member.mainDepartment, member.gender, member.status,
      member.createTime?.microseconds
    ) { $0.int64(0) }!
    try rearrange(key, from: [], to: member.memberships, in: writer)
  }

  /// Writes all but the userid and the create time, which never change.
  static func update(
    _ before: Found, to member: Member, in writer: Writer
  ) throws {
    try writer.run(
      """
      UPDATE member SET name = $2, alias = $3, mobile = $4, mobile_key = $5, email = $6,
        position = $7, main_department = $8, gender = $9, status = $10
      WHERE id = $1
      """, before.key, member.name, member.alias, member.mobile, member.mobileKey, member.email,
      member.position, member.mainDepartment, member.gender, member.status)
    try rearrange(
      before.key, from: before.member.memberships, to: member.memberships, in: writer)
  }

  static func delete(_ found: Found, in writer: Writer) throws {
    try rearrange(found.key, from: found.member.memberships, to: [], in: writer)
    try writer.run("DELETE FROM member WHERE id = $1", found.key)
  }
}

extension Member.Gender: Bindable {}
extension Member.Status: Bindable {}
