import Foundation
import ServiceKit
import Store

/// The welcome rules' rows, and those of whom they hold for.
enum WelcomeRuleTable {
  static let migration = Migration(
    name: "broadcasts-016-welcome-rule",
    sql: """
      CREATE TABLE welcome_content (
        id INTEGER PRIMARY KEY,
        content TEXT NOT NULL
      ) STRICT;
      CREATE TABLE welcome_rule (
        id INTEGER PRIMARY KEY,
        rule_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        scope TEXT NOT NULL,
        content_id INTEGER NOT NULL REFERENCES welcome_content (id),
        create_time INTEGER NOT NULL,
        update_time INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX welcome_rule_by_content ON welcome_rule (content_id);
      CREATE TABLE welcome_scope (
        reach INTEGER NOT NULL CHECK (reach BETWEEN 1 AND 5),
        name TEXT NOT NULL,
        rule_id INTEGER NOT NULL REFERENCES welcome_rule (id),
        PRIMARY KEY (reach, name)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX welcome_scope_by_rule ON welcome_scope (rule_id);
      """)

  private static let columns = """
    welcome_rule.id, welcome_rule.rule_id, welcome_rule.name, scope, content_id, create_time,
    update_time
    """

  private static func decode(_ row: borrowing Row) throws -> WelcomeRule {
    WelcomeRule(
      key: row.int64(0), id: row.text(1), name: row.text(2),
      scope: try JSONDecoder().decode(WelcomeScope.self, from: Data(row.text(3).utf8)),
      contentKey: row.int64(4), createTime: Instant(microseconds: row.int64(5)),
      updateTime: Instant(microseconds: row.int64(6)))
  }

  static func find(_ id: String, in reader: Reader) throws -> WelcomeRule? {
    try reader.first(
      "SELECT \(columns) FROM welcome_rule WHERE rule_id = $1", id, decode: decode)
  }

  /// The rule that names a part.
  static func find(_ name: WelcomeScope.Name, in reader: Reader) throws -> WelcomeRule? {
    try reader.first(
      """
      SELECT \(columns) FROM welcome_scope
      CROSS JOIN welcome_rule ON welcome_rule.id = welcome_scope.rule_id
      WHERE reach = $1 AND welcome_scope.name = $2
      """, name.reach.rawValue, name.text, decode: decode)
  }

  /// The rule of the department that is the fewest steps above a member; of several, of the one with
  /// the smallest id.
  static func find(aboveMember userid: String, in reader: Reader) throws -> WelcomeRule? {
    try reader.first(
      """
      \(RosterTable.lineage)
      SELECT \(columns) FROM lineage
      CROSS JOIN welcome_scope ON reach = $2 AND welcome_scope.name = CAST(lineage.id AS TEXT)
      CROSS JOIN welcome_rule ON welcome_rule.id = welcome_scope.rule_id
      ORDER BY steps, lineage.id LIMIT 1
      """, userid.lowercased(), WelcomeReach.department.rawValue, decode: decode)
  }

  /// Newest first; `before` is the key of the last one of the page before.
  static func list(before: Int64, limit: Int, in reader: Reader) throws -> [WelcomeRule] {
    try reader.all(
      "SELECT \(columns) FROM welcome_rule WHERE id < $1 ORDER BY id DESC LIMIT $2", before, limit,
      decode: decode)
  }

  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM welcome_rule") { $0.int(0) }!
  }

  /// Keeps a rule and whom it holds for; returns its key.
  static func insert(_ rule: WelcomeRule, in writer: Writer) throws -> Int64 {
    let key = try writer.first(
      """
      INSERT INTO welcome_rule (rule_id, name, scope, content_id, create_time, update_time)
      VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
      """, rule.id, rule.name, json(rule.scope), rule.contentKey, rule.createTime.microseconds,
      rule.updateTime.microseconds
    ) { $0.int64(0) }!
    try insert(rule.scope, of: key, in: writer)
    return key
  }

  static func update(_ rule: WelcomeRule, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE welcome_rule SET name = $2, scope = $3, content_id = $4, update_time = $5
      WHERE id = $1
      """, rule.key, rule.name, json(rule.scope), rule.contentKey, rule.updateTime.microseconds)
    try writer.run("DELETE FROM welcome_scope WHERE rule_id = $1", rule.key)
    try insert(rule.scope, of: rule.key, in: writer)
  }

  static func delete(_ rule: WelcomeRule, in writer: Writer) throws {
    try writer.run("DELETE FROM welcome_scope WHERE rule_id = $1", rule.key)
    try writer.run("DELETE FROM welcome_rule WHERE id = $1", rule.key)
  }

  private static func insert(_ scope: WelcomeScope, of key: Int64, in writer: Writer) throws {
    for name in scope.names {
      try writer.run(
        "INSERT INTO welcome_scope (reach, name, rule_id) VALUES ($1, $2, $3)",
        name.reach.rawValue, name.text, key)
    }
  }

  private static func json(_ scope: WelcomeScope) throws -> String {
    String(decoding: try JSONEncoder().encode(scope), as: UTF8.self)
  }
}

/// What welcomes say. A row never changes: a rule that is changed gets another, and what was decided
/// before keeps the old one.
enum WelcomeContentTable {
  static func insert(_ content: Content, in writer: Writer) throws -> Int64 {
    let json = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
    return try writer.first(
      "INSERT INTO welcome_content (content) VALUES ($1) RETURNING id", json
    ) { $0.int64(0) }!
  }

  static func content(_ key: Int64, in reader: Reader) throws -> Content {
    try reader.first("SELECT content FROM welcome_content WHERE id = $1", key) { row in
      try JSONDecoder().decode(Content.self, from: Data(row.text(0).utf8))
    }!
  }

  /// Lets go of a content that no rule and no welcome has any more.
  static func release(_ key: Int64, in writer: Writer) throws {
    try writer.run(
      """
      DELETE FROM welcome_content WHERE id = $1
        AND NOT EXISTS (SELECT 1 FROM welcome_rule WHERE content_id = $1)
        AND NOT EXISTS (SELECT 1 FROM welcome WHERE content_id = $1)
      """, key)
  }
}
