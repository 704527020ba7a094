import ServiceKit
package import Store

/// The customer groups' rows. A dismissed group keeps its row, so that no chat_id comes back.
package enum CustomerGroupTable {
  package static let migration = Migration(
    name: "communities-001-customer-group",
    sql: """
      CREATE TABLE customer_group (
        id INTEGER PRIMARY KEY,
        chat_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        owner TEXT NOT NULL,
        notice TEXT NOT NULL,
        create_time INTEGER NOT NULL,
        member_count INTEGER NOT NULL CHECK (member_count >= 1),
        member_version TEXT NOT NULL,
        dismiss_time INTEGER
      ) STRICT;
      CREATE INDEX customer_group_by_owner ON customer_group (owner, id)
        WHERE dismiss_time IS NULL;
      """)

  private static let columns = """
    id, chat_id, name, owner, notice, create_time, member_count, member_version, dismiss_time
    """

  private static func decode(_ row: borrowing Row) -> CustomerGroup {
    CustomerGroup(
      key: row.int64(0), chatID: row.text(1), name: row.text(2), owner: row.text(3),
      notice: row.text(4), createTime: Instant(microseconds: row.int64(5)),
      memberCount: row.int(6), memberVersion: row.text(7),
      dismissTime: row.optionalInt64(8).map(Instant.init(microseconds:)))
  }

  /// A group, dismissed or not.
  package static func find(_ chatID: String, in reader: Reader) throws -> CustomerGroup? {
    try reader.first(
      "SELECT \(columns) FROM customer_group WHERE chat_id = $1", chatID, decode: decode)
  }

  /// A group that lives. Throws `CustomerGroupFailure` when there is none, or none any more.
  package static func living(_ chatID: String, in reader: Reader) throws -> CustomerGroup {
    guard let group = try find(chatID, in: reader) else {
      throw CustomerGroupFailure.notFound(chatID)
    }
    guard group.dismissTime == nil else { throw CustomerGroupFailure.dismissed(chatID) }
    return group
  }

  /// Where a list stands: behind this group of this owner.
  package struct Position: Sendable {
    package var owner: String
    package var key: Int64

    package init(owner: String = "", key: Int64 = 0) {
      self.owner = owner
      self.key = key
    }
  }

  /// The living groups of all owners, ascending by owner and key.
  package static func all(
    after position: Position, limit: Int, in reader: Reader
  ) throws -> [CustomerGroup] {
    try reader.all(
      """
      SELECT \(columns) FROM customer_group
      WHERE dismiss_time IS NULL AND (owner, id) > ($1, $2)
      ORDER BY owner, id LIMIT $3
      """, position.owner, position.key, limit, decode: decode)
  }

  /// The living groups of some owners, ascending by owner and key: one range of the index an owner.
  package static func all(
    ownedBy owners: [String], after position: Position, limit: Int, in reader: Reader
  ) throws -> [CustomerGroup] {
    var groups: [CustomerGroup] = []
    for owner in owners.sorted() where owner >= position.owner && groups.count < limit {
      groups += try reader.all(
        """
        SELECT \(columns) FROM customer_group
        WHERE dismiss_time IS NULL AND owner = $1 AND id > $2
        ORDER BY id LIMIT $3
        """, owner, owner == position.owner ? position.key : 0, limit - groups.count,
        decode: decode)
    }
    return groups
  }

  /// Returns the new row's key.
  package static func insert(_ group: CustomerGroup, in writer: Writer) throws -> Int64 {
    try writer.first(
      """
      INSERT INTO customer_group
        (chat_id, name, owner, notice, create_time, member_count, member_version)
      VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
      """, group.chatID, group.name, group.owner, group.notice, group.createTime.microseconds,
      group.memberCount, group.memberVersion
    ) { $0.int64(0) }!
  }

  package static func update(_ group: CustomerGroup, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE customer_group
      SET name = $2, notice = $3, member_count = $4, member_version = $5, dismiss_time = $6
      WHERE id = $1
      """, group.key, group.name, group.notice, group.memberCount, group.memberVersion,
      group.dismissTime?.microseconds)
  }
}
