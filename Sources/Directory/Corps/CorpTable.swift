import Store

/// The corp's one row. It is there from the start; its name is NULL until somebody gives one.
enum CorpTable {
  static let migration = Migration(
    name: "directory-001-corp",
    sql: """
      CREATE TABLE corp (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT,
        time_zone TEXT NOT NULL
      ) STRICT;
      INSERT INTO corp (id, name, time_zone) VALUES (1, NULL, 'Asia/Shanghai');
      """)

  /// The corp, named by its corpid until it has a name.
  static func find(corpid: String, in reader: Reader) throws -> Corp {
    try reader.first("SELECT name, time_zone FROM corp WHERE id = 1") { row in
      Corp(corpid: corpid, name: row.optionalText(0) ?? corpid, timeZone: row.text(1))
    }!
  }

  static func update(_ corp: Corp, in writer: Writer) throws {
    try writer.run(
      "UPDATE corp SET name = $1, time_zone = $2 WHERE id = 1", corp.name, corp.timeZone)
  }
}
