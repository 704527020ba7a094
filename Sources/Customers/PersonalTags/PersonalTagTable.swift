import Store

/// The personal tags' rows: by relation in their order, and how many relations bear each of a
/// member's names.
enum PersonalTagTable {
  static let migration = Migration(
    name: "customers-018-personal-tag",
    sql: """
      CREATE TABLE personal_tag (
        customer_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (customer_id, member_id, place)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE personal_tag_name (
        member_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        relation_count INTEGER NOT NULL CHECK (relation_count > 0),
        PRIMARY KEY (member_id, name)
      ) STRICT, WITHOUT ROWID;
      """)

  static func names(
    customer: Int64, member: Int64, in reader: Reader
  ) throws -> [String] {
    try reader.all(
      "SELECT name FROM personal_tag WHERE customer_id = $1 AND member_id = $2 ORDER BY place",
      customer, member
    ) { $0.text(0) }
  }

  /// A member's names after another, by name, each with how many relations bear it.
  static func names(
    of member: Int64, after name: String, limit: Int, in reader: Reader
  ) throws -> [(name: String, count: Int64)] {
    try reader.all(
      """
      SELECT name, relation_count FROM personal_tag_name WHERE member_id = $1 AND name > $2
      ORDER BY name LIMIT $3
      """, member, name, limit
    ) { ($0.text(0), $0.int64(1)) }
  }

  /// Sets all names of a relation.
  static func put(
    _ names: [String], customer: Int64, member: Int64, in writer: Writer
  ) throws {
    let before = try self.names(customer: customer, member: member, in: writer)
    guard names != before else { return }
    try writer.run(
      "DELETE FROM personal_tag WHERE customer_id = $1 AND member_id = $2", customer, member)
    for (place, name) in names.enumerated() {
      try writer.run(
        "INSERT INTO personal_tag (customer_id, member_id, place, name) VALUES ($1, $2, $3, $4)",
        customer, member, place, name)
    }
    for name in Set(before).subtracting(names) {
      // The last one first, since no row says 0.
      try writer.run(
        """
        DELETE FROM personal_tag_name WHERE member_id = $1 AND name = $2 AND relation_count = 1
        """, member, name)
      try writer.run(
        """
        UPDATE personal_tag_name SET relation_count = relation_count - 1
        WHERE member_id = $1 AND name = $2
        """, member, name)
    }
    for name in Set(names).subtracting(before) {
      try writer.run(
        """
        INSERT INTO personal_tag_name (member_id, name, relation_count) VALUES ($1, $2, 1)
        ON CONFLICT (member_id, name) DO UPDATE SET relation_count = relation_count + 1
        """, member, name)
    }
  }
}
