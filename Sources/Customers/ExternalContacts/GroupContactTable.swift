import ServiceKit
import Store

/// The customer groups and who from outside is in them, mirrored from communities.
///
/// The lists that a taking over reads are long, so it takes several transactions: a group it has seen
/// bears the number of its round, and what bears an older one at its end is gone. A contact keeps his
/// key when he has left his last group: keys are given out ascending, and a list walks in their order.
enum GroupContactTable {
  static let migration = Migration(
    name: "customers-045-group-contact",
    sql: """
      CREATE TABLE group_round (round INTEGER NOT NULL) STRICT;
      INSERT INTO group_round (round) VALUES (0);
      CREATE TABLE group_chat (
        id INTEGER PRIMARY KEY,
        chat_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        owner TEXT NOT NULL,
        round INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE group_contact (
        id INTEGER PRIMARY KEY,
        external_userid TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE group_place (
        contact_id INTEGER NOT NULL REFERENCES group_contact (id),
        group_id INTEGER NOT NULL REFERENCES group_chat (id),
        nickname TEXT NOT NULL,
        join_time INTEGER NOT NULL,
        PRIMARY KEY (contact_id, group_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX group_place_by_group ON group_place (group_id, contact_id);
      """)

  // MARK: What is asked of it

  /// The contacts after a key, ascending, whether or not they are in a group.
  static func contacts(
    after key: Int64, limit: Int, in reader: Reader
  ) throws -> [(key: Int64, externalUserid: String)] {
    try reader.all(
      "SELECT id, external_userid FROM group_contact WHERE id > $1 ORDER BY id LIMIT $2", key, limit
    ) { ($0.int64(0), $0.text(1)) }
  }

  /// Of the groups a contact is in the one he joined first, with what he is called there; nil when he
  /// is in none.
  static func firstPlace(
    of contact: Int64, in reader: Reader
  ) throws -> (chat: GroupChat, nickname: String, joinTime: Instant)? {
    try reader.first(
      """
      SELECT chat_id, name, owner, nickname, join_time
      FROM group_place CROSS JOIN group_chat ON group_chat.id = group_id
      WHERE contact_id = $1 ORDER BY join_time, group_id LIMIT 1
      """, contact
    ) {
      (
        GroupChat(chatID: $0.text(0), name: $0.text(1), owner: $0.text(2)), $0.text(3),
        Instant(microseconds: $0.int64(4))
      )
    }
  }

  // MARK: What communities tells

  /// Returns the group's key.
  static func put(_ chat: GroupChat, in writer: Writer) throws -> Int64 {
    try writer.first(
      """
      INSERT INTO group_chat (chat_id, name, owner, round)
      VALUES ($1, $2, $3, (SELECT round FROM group_round))
      ON CONFLICT (chat_id) DO UPDATE SET
        name = excluded.name, owner = excluded.owner, round = excluded.round
      RETURNING id
      """, chat.chatID, chat.name, chat.owner
    ) { $0.int64(0) }!
  }

  static func put(_ contact: GroupContact, intoGroup group: Int64, in writer: Writer) throws {
    let known = try key(of: contact.externalUserid, in: writer)
    let key =
      try known
      ?? writer.first(
        "INSERT INTO group_contact (external_userid) VALUES ($1) RETURNING id",
        contact.externalUserid
      ) { $0.int64(0) }!
    try writer.run(
      """
      INSERT INTO group_place (contact_id, group_id, nickname, join_time) VALUES ($1, $2, $3, $4)
      ON CONFLICT (contact_id, group_id) DO UPDATE SET
        nickname = excluded.nickname, join_time = excluded.join_time
      """, key, group, contact.nickname, contact.joinTime.microseconds)
  }

  static func remove(_ externalUserid: String, fromGroup group: Int64, in writer: Writer) throws {
    guard let contact = try key(of: externalUserid, in: writer) else { return }
    try writer.run(
      "DELETE FROM group_place WHERE contact_id = $1 AND group_id = $2", contact, group)
  }

  static func removeAll(fromGroup group: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM group_place WHERE group_id = $1", group)
  }

  static func delete(_ chatID: String, in writer: Writer) throws {
    let group = try writer.first("SELECT id FROM group_chat WHERE chat_id = $1", chatID) {
      $0.int64(0)
    }
    guard let group else { return }
    try delete(group: group, in: writer)
  }

  private static func delete(group: Int64, in writer: Writer) throws {
    try removeAll(fromGroup: group, in: writer)
    try writer.run("DELETE FROM group_chat WHERE id = $1", group)
  }

  private static func key(of externalUserid: String, in reader: Reader) throws -> Int64? {
    try reader.first("SELECT id FROM group_contact WHERE external_userid = $1", externalUserid) {
      $0.int64(0)
    }
  }

  // MARK: Taking over from lists

  static func beginRound(in writer: Writer) throws {
    try writer.run("UPDATE group_round SET round = round + 1")
  }

  /// Lets go of the groups that the lists of this round did not hold.
  static func endRound(in writer: Writer) throws {
    let forgotten = try writer.all(
      "SELECT id FROM group_chat WHERE round < (SELECT round FROM group_round)"
    ) { $0.int64(0) }
    for group in forgotten { try delete(group: group, in: writer) }
  }
}
