import Foundation
import ServiceKit
import Store

/// The group welcome templates' rows.
enum GroupWelcomeTemplateTable {
  static let migration = Migration(
    name: "broadcasts-018-group-welcome-template",
    sql: """
      CREATE TABLE group_welcome_template (
        id INTEGER PRIMARY KEY,
        template_id TEXT NOT NULL UNIQUE,
        content_text TEXT NOT NULL,
        attachment TEXT,
        is_silent INTEGER NOT NULL,
        app TEXT NOT NULL,
        create_time INTEGER NOT NULL,
        update_time INTEGER NOT NULL
      ) STRICT;
      """)

  private static let columns = """
    id, template_id, content_text, attachment, is_silent, app, create_time, update_time
    """

  private static func decode(_ row: borrowing Row) throws -> GroupWelcomeTemplate {
    GroupWelcomeTemplate(
      key: row.int64(0), id: row.text(1), text: row.text(2),
      attachment: try row.optionalText(3).map {
        try JSONDecoder().decode(Attachment.self, from: Data($0.utf8))
      },
      isSilent: row.bool(4), app: row.text(5), createTime: Instant(microseconds: row.int64(6)),
      updateTime: Instant(microseconds: row.int64(7)))
  }

  static func find(_ id: String, in reader: Reader) throws -> GroupWelcomeTemplate? {
    try reader.first(
      "SELECT \(columns) FROM group_welcome_template WHERE template_id = $1", id, decode: decode)
  }

  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM group_welcome_template") { $0.int(0) }!
  }

  /// Newest first; `before` is the key of the last one of the page before.
  static func list(before: Int64, limit: Int, in reader: Reader) throws -> [GroupWelcomeTemplate] {
    try reader.all(
      """
      SELECT \(columns) FROM group_welcome_template WHERE id < $1 ORDER BY id DESC LIMIT $2
      """, before, limit, decode: decode)
  }

  static func insert(_ template: GroupWelcomeTemplate, in writer: Writer) throws {
    try writer.run(
      """
      INSERT INTO group_welcome_template (template_id, content_text, attachment, is_silent, app,
        create_time, update_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """, template.id, template.text, json(template.attachment), template.isSilent,
      template.app, template.createTime.microseconds, template.updateTime.microseconds)
  }

  static func update(_ template: GroupWelcomeTemplate, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE group_welcome_template SET content_text = $2, attachment = $3, update_time = $4
      WHERE id = $1
      """, template.key, template.text, json(template.attachment),
      template.updateTime.microseconds)
  }

  static func delete(_ key: Int64, in writer: Writer) throws {
    try writer.run("DELETE FROM group_welcome_template WHERE id = $1", key)
  }

  private static func json(_ attachment: Attachment?) throws -> String? {
    try attachment.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
  }
}
