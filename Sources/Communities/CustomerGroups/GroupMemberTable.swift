import ServiceKit
package import Store

/// Who is in which customer group. Rows of a dismissed group stay as they were.
package enum GroupMemberTable {
  package static let migration = Migration(
    name: "communities-002-group-member",
    sql: """
      CREATE TABLE group_member (
        id INTEGER PRIMARY KEY,
        group_key INTEGER NOT NULL REFERENCES customer_group (id),
        userid TEXT NOT NULL,
        kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
        join_time INTEGER NOT NULL,
        join_scene INTEGER NOT NULL CHECK (join_scene IN (1, 2, 3)),
        invitor TEXT NOT NULL,
        group_nickname TEXT NOT NULL,
        UNIQUE (group_key, userid)
      ) STRICT;
      """)

  static let stateMigration = Migration(
    name: "communities-007-group-member-state",
    sql: "ALTER TABLE group_member ADD COLUMN state TEXT NOT NULL DEFAULT '';")

  /// A member and his row's key, which grows in the order people joined.
  package struct Entry: Sendable {
    package let key: Int64
    package let member: GroupMember
  }

  private static let columns = """
    id, userid, kind, join_time, join_scene, invitor, group_nickname, state
    """

  private static func decode(_ row: borrowing Row) throws -> Entry {
    Entry(
      key: row.int64(0),
      member: GroupMember(
        userid: row.text(1), kind: try row.value(2), joinTime: Instant(microseconds: row.int64(3)),
        joinScene: try row.value(4), invitor: row.text(5), groupNickname: row.text(6),
        state: row.text(7)))
  }

  package static func isMember(
    _ userid: String, of groupKey: Int64, in reader: Reader
  ) throws -> Bool {
    try reader.exists(
      "SELECT 1 FROM group_member WHERE group_key = $1 AND userid = $2", groupKey, userid)
  }

  /// Members in the order they joined. A group has at most some hundred, so sorting them needs no
  /// index of its own.
  package static func all(
    of groupKey: Int64, after key: Int64, limit: Int, in reader: Reader
  ) throws -> [Entry] {
    try reader.all(
      """
      SELECT \(columns) FROM group_member WHERE group_key = $1 AND id > $2 ORDER BY id LIMIT $3
      """, groupKey, key, limit, decode: decode)
  }

  package static func insert(
    _ member: GroupMember, intoGroup groupKey: Int64, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO group_member
        (group_key, userid, kind, join_time, join_scene, invitor, group_nickname, state)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """, groupKey, member.userid, member.kind, member.joinTime.microseconds, member.joinScene,
      member.invitor, member.groupNickname, member.state)
  }

  /// Deletes a member and returns him as he was; nil when there was none.
  package static func take(
    _ userid: String, from groupKey: Int64, in writer: Writer
  ) throws -> GroupMember? {
    try writer.first(
      "DELETE FROM group_member WHERE group_key = $1 AND userid = $2 RETURNING \(columns)",
      groupKey, userid, decode: decode)?.member
  }
}

extension GroupMember.Kind: Bindable {}
extension GroupMember.JoinScene: Bindable {}
