import Store

/// The join ways 加入群聊 that communities has told of: they count towards the quota of contact ways.
///
/// Taken over as the groups are, in rounds: what bears an older number at the end of one is gone.
enum JoinWayTable {
  static let migration = Migration(
    name: "customers-049-join-way",
    sql: """
      CREATE TABLE join_way (
        config_id TEXT PRIMARY KEY,
        round INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE join_way_quota (used INTEGER NOT NULL CHECK (used >= 0)) STRICT;
      INSERT INTO join_way_quota (used) VALUES (0);
      """)

  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT used FROM join_way_quota") { $0.int(0) }!
  }

  /// Keeps a way, in the round of the groups that is on.
  static func put(_ configID: String, in writer: Writer) throws {
    let isKnown = try writer.exists("SELECT 1 FROM join_way WHERE config_id = $1", configID)
    if !isKnown { try writer.run("UPDATE join_way_quota SET used = used + 1") }
    try writer.run(
      """
      INSERT INTO join_way (config_id, round) VALUES ($1, (SELECT round FROM group_round))
      ON CONFLICT (config_id) DO UPDATE SET round = excluded.round
      """, configID)
  }

  static func delete(_ configID: String, in writer: Writer) throws {
    let isKnown = try writer.exists("SELECT 1 FROM join_way WHERE config_id = $1", configID)
    guard isKnown else { return }
    try writer.run("DELETE FROM join_way WHERE config_id = $1", configID)
    try writer.run("UPDATE join_way_quota SET used = used - 1")
  }

  /// Lets go of what the lists of this round did not hold.
  static func endRound(in writer: Writer) throws {
    try writer.run("DELETE FROM join_way WHERE round < (SELECT round FROM group_round)")
    try writer.run("UPDATE join_way_quota SET used = (SELECT count(*) FROM join_way)")
  }
}
