import Foundation
import ServiceKit
import Store

/// The content items' rows, and how often each member used each.
///
/// Words are looked for by LIKE, in the order of use, over a corp's items of one kind: a corp has at
/// most 10,000, and Chinese is not parted into words, of which an index of trigrams could not find
/// those of two characters, which most are.
enum ContentItemTable {
  static let migration = Migration(
    name: "broadcasts-019-content-item",
    sql: """
      CREATE TABLE content_item (
        id INTEGER PRIMARY KEY,
        item_id TEXT NOT NULL UNIQUE,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 2),
        title TEXT NOT NULL,
        category TEXT NOT NULL,
        department_id INTEGER,
        userid TEXT,
        content TEXT NOT NULL,
        search_text TEXT NOT NULL,
        use_count INTEGER NOT NULL,
        last_use_time INTEGER,
        create_time INTEGER NOT NULL,
        update_time INTEGER NOT NULL,
        CHECK (department_id IS NULL OR userid IS NULL)
      ) STRICT;
      CREATE INDEX content_item_by_use ON content_item (kind, use_count, id);
      CREATE INDEX content_item_by_category ON content_item (kind, category);
      CREATE TABLE content_use (
        item_id INTEGER NOT NULL REFERENCES content_item (id),
        member_id INTEGER NOT NULL REFERENCES member (id),
        use_count INTEGER NOT NULL,
        last_use_time INTEGER NOT NULL,
        PRIMARY KEY (item_id, member_id)
      ) STRICT, WITHOUT ROWID;
      """)

  static let positionMigration = Migration(
    name: "broadcasts-055-position",
    sql: """
      CREATE TABLE content_item_of_kinds (
        id INTEGER PRIMARY KEY,
        item_id TEXT NOT NULL UNIQUE,
        kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
        title TEXT NOT NULL,
        category TEXT NOT NULL,
        department_id INTEGER,
        userid TEXT,
        content TEXT NOT NULL,
        search_text TEXT NOT NULL,
        use_count INTEGER NOT NULL,
        last_use_time INTEGER,
        create_time INTEGER NOT NULL,
        update_time INTEGER NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        CHECK (department_id IS NULL OR userid IS NULL)
      ) STRICT;
      INSERT INTO content_item_of_kinds (id, item_id, kind, title, category, department_id, userid,
          content, search_text, use_count, last_use_time, create_time, update_time)
        SELECT id, item_id, kind, title, category, department_id, userid, content, search_text,
          use_count, last_use_time, create_time, update_time
        FROM content_item ORDER BY id;
      DROP TABLE content_item;
      ALTER TABLE content_item_of_kinds RENAME TO content_item;
      CREATE INDEX content_item_by_use ON content_item (kind, use_count, id);
      CREATE INDEX content_item_by_category ON content_item (kind, category);
      """)

  private static let columns = """
    id, item_id, kind, title, category, department_id, userid, content, use_count, last_use_time,
    create_time, update_time, position
    """

  private static func decode(_ row: borrowing Row) throws -> ContentItem {
    var scope = ContentItem.Scope.corp
    if let department = row.optionalInt64(5) { scope = .department(UInt32(department)) }
    if let userid = row.optionalText(6) { scope = .member(userid) }
    return ContentItem(
      key: row.int64(0), id: row.text(1), kind: try row.value(2), title: row.text(3),
      category: row.text(4), scope: scope,
      content: try JSONDecoder().decode(Content.self, from: Data(row.text(7).utf8)),
      useCount: row.int64(8),
      lastUseTime: row.optionalInt64(9).map(Instant.init(microseconds:)),
      createTime: Instant(microseconds: row.int64(10)),
      updateTime: Instant(microseconds: row.int64(11)), position: row.int(12))
  }

  static func find(_ id: String, in reader: Reader) throws -> ContentItem? {
    try reader.first(
      "SELECT \(columns) FROM content_item WHERE item_id = $1", id, decode: decode)
  }

  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM content_item") { $0.int(0) }!
  }

  /// Newest first; `before` is the key of the last one of the page before.
  static func list(before: Int64, limit: Int, in reader: Reader) throws -> [ContentItem] {
    try reader.all(
      "SELECT \(columns) FROM content_item WHERE id < $1 ORDER BY id DESC LIMIT $2", before, limit,
      decode: decode)
  }

  static func list(
    _ kind: ContentItem.Kind, before: Int64, limit: Int, in reader: Reader
  ) throws -> [ContentItem] {
    try reader.all(
      """
      SELECT \(columns) FROM content_item WHERE kind = $1 AND id < $2 ORDER BY id DESC LIMIT $3
      """, kind.rawValue, before, limit, decode: decode)
  }

  /// What a member may use that holds all words, by rank, after an item's rank and key.
  static func lookup(
    _ kind: ContentItem.Kind, for userid: String, category: String, words: [String],
    after: (rank: Int64, key: Int64), limit: Int, in reader: Reader
  ) throws -> [ContentItem] {
    let wanted = words.indices.map { "AND search_text LIKE $\($0 + 7) ESCAPE '\\'" }
      .joined(separator: " ")
    let rank = kind == .sendable ? "-position" : "use_count"
    return try reader.all(
      """
      \(RosterTable.lineage)
      SELECT \(columns) FROM content_item
      WHERE kind = $2 AND (\(rank), content_item.id) < ($3, $4)
        AND (department_id IS NULL AND userid IS NULL
          OR userid = $1 OR department_id IN (SELECT lineage.id FROM lineage))
        AND ($5 = '' OR category = $5) \(wanted)
      ORDER BY \(rank) DESC, content_item.id DESC LIMIT $6
      """,
      arguments: [userid.lowercased(), kind.rawValue, after.rank, after.key, category, limit]
        + words.map(pattern), decode: decode)
  }

  private static func pattern(_ word: String) -> any Bindable {
    var pattern = "%"
    for character in word {
      if "%_\\".contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
    return pattern + "%"
  }

  static func categories(
    _ kind: ContentItem.Kind, after: String?, limit: Int, in reader: Reader
  ) throws -> [(name: String, count: Int64)] {
    try reader.all(
      """
      SELECT category, count(*) FROM content_item
      WHERE kind = $1 AND ($2 IS NULL OR category > $2) GROUP BY category ORDER BY category LIMIT $3
      """, kind.rawValue, after, limit
    ) { ($0.text(0), $0.int64(1)) }
  }

  static func insert(_ item: ContentItem, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO content_item (item_id, kind, title, category, department_id, userid, content,
        search_text, use_count, create_time, update_time, position)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11)
      """, item.id, item.kind.rawValue, item.title, item.category, item.scope.department,
      item.scope.member, json(item.content), item.searchText, item.createTime.microseconds,
      item.updateTime.microseconds, item.position)
  }

  static func update(_ item: ContentItem, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE content_item SET title = $2, category = $3, department_id = $4, userid = $5,
        content = $6, search_text = $7, update_time = $8, position = $9
      WHERE id = $1
      """, item.key, item.title, item.category, item.scope.department, item.scope.member,
      json(item.content), item.searchText, item.updateTime.microseconds, item.position)
  }

  static func delete(_ key: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM content_use WHERE item_id = $1", key)
    try writer.run("DELETE FROM content_item WHERE id = $1", key)
  }

  /// Counts a use; returns how often the item has been used.
  static func use(
    _ key: Int64, by userid: String, at time: Instant, in writer: Writer
  ) throws -> Int64 {
    try writer.run(
      """
      INSERT INTO content_use (item_id, member_id, use_count, last_use_time) VALUES ($1, $2, 1, $3)
      ON CONFLICT (item_id, member_id) DO UPDATE SET
        use_count = content_use.use_count + 1, last_use_time = excluded.last_use_time
      """, key, try MemberTaskTable.memberKey(userid, in: writer), time.microseconds)
    return try writer.first(
      """
      UPDATE content_item SET use_count = use_count + 1, last_use_time = $2 WHERE id = $1
      RETURNING use_count
      """, key, time.microseconds
    ) { $0.int64(0) }!
  }

  /// Who used an item, in the order of the members' keys.
  static func uses(
    of key: Int64, after: Int64, limit: Int, in reader: Reader
  ) throws -> [(member: Int64, userid: String, count: Int64, lastTime: Instant)] {
    try reader.all(
      """
      SELECT member_id, userid, use_count, last_use_time FROM content_use
      CROSS JOIN member ON member.id = member_id
      WHERE item_id = $1 AND member_id > $2 ORDER BY member_id LIMIT $3
      """, key, after, limit
    ) { ($0.int64(0), $0.text(1), $0.int64(2), Instant(microseconds: $0.int64(3))) }
  }

  private static func json(_ content: Content) throws -> String {
    String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
  }
}

extension ContentItem.Scope {
  fileprivate var department: UInt32? { if case .department(let id) = self { id } else { nil } }

  fileprivate var member: String? {
    if case .member(let userid) = self { userid.lowercased() } else { nil }
  }
}
