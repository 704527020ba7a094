import Store

/// The roster: which members work in which departments, and how those lie under one another, as
/// directory tells.
///
/// The lists that a taking over reads are long, so it takes several transactions: what it has seen
/// bears the number of its round, and what bears an older one at its end is gone from directory.
enum RosterTable {
  static let migration = Migration(
    name: "communities-005-roster",
    sql: """
      CREATE TABLE roster (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        round INTEGER NOT NULL
      ) STRICT;
      INSERT INTO roster (id, round) VALUES (1, 0);
      CREATE TABLE roster_department (
        id INTEGER PRIMARY KEY,
        parent_id INTEGER NOT NULL,
        owner_id TEXT NOT NULL,
        round INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE roster_membership (
        userid TEXT NOT NULL COLLATE NOCASE,
        department_id INTEGER NOT NULL,
        round INTEGER NOT NULL,
        PRIMARY KEY (userid, department_id)
      ) STRICT, WITHOUT ROWID;
      """)

  /// Whether directory has told of any department.
  static func hasDepartments(in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM roster_department LIMIT 1")
  }

  static func hasDepartment(_ id: UInt32, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM roster_department WHERE id = $1", id)
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
    try writer.run("DELETE FROM roster_membership WHERE userid = $1", userid)
    for department in Set(departments) {
      try writer.run(
        """
        INSERT INTO roster_membership (userid, department_id, round)
        VALUES ($1, $2, (SELECT round FROM roster))
        """, userid, department)
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
