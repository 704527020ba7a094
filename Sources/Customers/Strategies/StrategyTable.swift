import ServiceKit
import Store

/// The strategies' rows and their ranges. A deleted one stays as a tombstone without a range, so that
/// its id is not given again and its tags' groups still say whose they were.
enum StrategyTable {
  static let migration = Migration(
    name: "customers-017-strategy",
    sql: """
      CREATE TABLE strategy (
        id INTEGER PRIMARY KEY,
        parent_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        admins TEXT NOT NULL,
        privileges INTEGER NOT NULL,
        is_deleted INTEGER NOT NULL CHECK (is_deleted IN (0, 1)),
        create_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX strategy_live ON strategy (id) WHERE is_deleted = 0;
      CREATE INDEX strategy_by_parent ON strategy (parent_id) WHERE is_deleted = 0;
      CREATE TABLE strategy_range (
        strategy_id INTEGER NOT NULL REFERENCES strategy (id),
        department_id INTEGER NOT NULL,
        userid TEXT NOT NULL COLLATE NOCASE,
        PRIMARY KEY (strategy_id, department_id, userid)
      ) STRICT, WITHOUT ROWID;
      ALTER TABLE tag_group ADD COLUMN strategy_id INTEGER NOT NULL DEFAULT 0;
      DROP INDEX tag_group_by_name;
      CREATE UNIQUE INDEX tag_group_by_name ON tag_group (strategy_id, name) WHERE deleted = 0;
      """)

  private static let columns = "id, parent_id, name, admins, privileges, create_time"

  private static func decode(_ row: borrowing Row) -> Strategy {
    var strategy = Strategy(
      key: row.int64(0), parent: row.int64(1), name: row.text(2),
      // A userid holds no spaces.
      admins: row.text(3).split(separator: " ").map(String.init),
      createTime: Instant(microseconds: row.int64(5)))
    strategy.privileges = Strategy.Privileges(rawValue: row.int64(4))
    return strategy
  }

  /// One that is not deleted.
  static func find(_ key: Int64, in reader: Reader) throws -> Strategy? {
    try reader.first(
      "SELECT \(columns) FROM strategy WHERE id = $1 AND is_deleted = 0", key, decode: decode)
  }

  /// The oldest first, those after a key.
  static func list(after key: Int64, limit: Int, in reader: Reader) throws -> [Strategy] {
    try reader.all(
      """
      SELECT \(columns) FROM strategy WHERE is_deleted = 0 AND id > $1 ORDER BY id LIMIT $2
      """, key, limit, decode: decode)
  }

  /// How many there are: no more than there may be.
  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM strategy WHERE is_deleted = 0") { $0.int(0) }!
  }

  static func hasChildren(_ key: Int64, in reader: Reader) throws -> Bool {
    try reader.exists(
      "SELECT 1 FROM strategy WHERE parent_id = $1 AND is_deleted = 0 LIMIT 1", key)
  }

  /// Returns the new row's key.
  static func insert(_ strategy: Strategy, in writer: Writer) throws -> Int64 {
    try writer.first(
      """
      INSERT INTO strategy (parent_id, name, admins, privileges, is_deleted, create_time)
      VALUES ($1, $2, $3, $4, 0, $5) RETURNING id
      """, strategy.parent, strategy.name, strategy.admins.joined(separator: " "),
      strategy.privileges.rawValue, strategy.createTime.microseconds
    ) { $0.int64(0) }!
  }

  static func update(_ strategy: Strategy, in writer: Writer) throws {
    try writer.run(
      "UPDATE strategy SET name = $2, admins = $3, privileges = $4 WHERE id = $1", strategy.key,
      strategy.name, strategy.admins.joined(separator: " "), strategy.privileges.rawValue)
  }

  static func delete(_ key: Int64, in writer: Writer) throws {
    try writer.run("UPDATE strategy SET is_deleted = 1 WHERE id = $1", key)
    try writer.run("DELETE FROM strategy_range WHERE strategy_id = $1", key)
  }

  // MARK: The range

  /// Members by userid, then departments by id, after a node.
  static func range(
    of key: Int64, after node: (department: Int64, userid: String), limit: Int, in reader: Reader
  ) throws -> [Strategy.Node] {
    try reader.all(
      """
      SELECT department_id, userid FROM strategy_range
      WHERE strategy_id = $1 AND (department_id, userid) > ($2, $3 COLLATE NOCASE)
      ORDER BY department_id, userid LIMIT $4
      """, key, node.department, node.userid, limit
    ) { row in
      let department = row.int64(0)
      return department == 0 ? .member(row.text(1)) : .department(UInt32(department))
    }
  }

  static func rangeCount(of key: Int64, in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM strategy_range WHERE strategy_id = $1", key) {
      $0.int(0)
    }!
  }

  /// False when it is there already.
  static func add(_ node: Strategy.Node, to key: Int64, in writer: Writer) throws -> Bool {
    let (department, userid) = parts(node)
    return try writer.run(
      """
      INSERT INTO strategy_range (strategy_id, department_id, userid) VALUES ($1, $2, $3)
      ON CONFLICT DO NOTHING
      """, key, department, userid) > 0
  }

  /// False when it is not there.
  static func remove(_ node: Strategy.Node, from key: Int64, in writer: Writer) throws -> Bool {
    let (department, userid) = parts(node)
    return try writer.run(
      """
      DELETE FROM strategy_range WHERE strategy_id = $1 AND department_id = $2 AND userid = $3
      """, key, department, userid) > 0
  }

  static func parts(_ node: Strategy.Node) -> (department: Int64, userid: String) {
    switch node {
    case .member(let userid): (0, userid)
    case .department(let id): (Int64(id), "")
    }
  }

  /// Whether a node lies in a strategy's range, as directory's tree stands now.
  static func covers(_ node: Strategy.Node, _ key: Int64, in reader: Reader) throws -> Bool {
    switch node {
    case .member(let userid):
      try reader.exists(
        """
        SELECT 1 FROM strategy_range
        WHERE strategy_id = $1 AND department_id = 0 AND userid = $2
        """, key, userid)
        || isUnder(
          """
          SELECT department_id FROM roster_membership
          WHERE member_id = (SELECT id FROM member WHERE userid = $2)
          """, userid, key, in: reader)
    case .department(let id):
      try isUnder("SELECT $2", Int64(id), key, in: reader)
    }
  }

  /// Whether a department of the range is one of these or above one of them.
  private static func isUnder(
    _ departments: String, _ argument: any Bindable, _ key: Int64, in reader: Reader
  ) throws -> Bool {
    // UNION, not UNION ALL: while old changes are told again the tree may pass through a circle.
    try reader.exists(
      """
      WITH RECURSIVE above (id) AS (
        \(departments)
        UNION
        SELECT parent_id FROM above JOIN roster_department ON roster_department.id = above.id
      )
      SELECT 1 FROM above CROSS JOIN strategy_range
      WHERE strategy_id = $1 AND department_id = above.id AND department_id > 0 LIMIT 1
      """, key, argument)
  }
}
