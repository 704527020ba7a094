import Foundation
import Store
import Testing

@Suite("Migrations")
struct MigrationTests {
  private let scratch = Scratch()
  private let groups = Migration(
    name: "groups", sql: "CREATE TABLE chat (id INTEGER PRIMARY KEY) STRICT")

  private func open(_ migrations: Migration...) throws -> Database {
    try Database.open(path: scratch.path, migrations: migrations)
  }

  private func tables() async throws -> [String] {
    let database = try open(TagTable.migration)
    let names = try database.read { reader in
      try reader.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
        $0.text(0)
      }
    }
    await database.close()
    return names
  }

  @Test("A file gets the migrations it misses, once and in order")
  func appending() async throws {
    let first = try open(TagTable.migration)
    _ = try await first.write { try TagTable.insert("a", in: $0) }
    await first.close()
    let second = try open(TagTable.migration, groups)
    #expect(try second.read(TagTable.names) == ["a"])
    #expect(try second.read { try $0.exists("SELECT 1 FROM chat") } == false)
    await second.close()
    await (try open(TagTable.migration, groups)).close()
  }

  @Test("A file of a newer program is refused by the name it does not know")
  func newerFile() async throws {
    await (try open(TagTable.migration, groups)).close()
    #expect(throws: StoreError.newerFile(path: scratch.path, migration: "groups")) {
      try open(TagTable.migration)
    }
  }

  @Test("A list that is not a continuation of the file's is refused")
  func reordered() async throws {
    await (try open(TagTable.migration)).close()
    #expect(throws: StoreError.reorderedMigrations(path: scratch.path, migration: "tags")) {
      try open(groups, TagTable.migration)
    }
  }

  @Test("Of two lists each grows by itself, whatever stands between in an old file")
  func twoLists() async throws {
    let more = Migration(name: "more", sql: "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT")
    let lists = [[TagTable.migration], [groups]]
    await (try Database.open(path: scratch.path, lists: lists)).close()
    await (try Database.open(path: scratch.path, lists: [[TagTable.migration, more], [groups]]))
      .close()
    // The file has the first list's second migration behind the second's first.
    let database = try Database.open(
      path: scratch.path, lists: [[TagTable.migration, more], [groups]])
    #expect(try database.read { try $0.exists("SELECT 1 FROM more") } == false)
    await database.close()
    #expect(throws: StoreError.newerFile(path: scratch.path, migration: "more")) {
      try Database.open(path: scratch.path, lists: lists)
    }
    #expect(throws: StoreError.reorderedMigrations(path: scratch.path, migration: "tags")) {
      try Database.open(path: scratch.path, lists: [[more, TagTable.migration], [groups]])
    }
  }

  @Test(
    "A migration that fails leaves no trace",
    arguments: [
      "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE half (id INTEGER) STRICT",
      "CREATE TABLE half (id INTEGER) STRICT; COMMIT",
      """
      CREATE TABLE half (tag_id INTEGER NOT NULL REFERENCES tag (id)) STRICT;
      INSERT INTO half (tag_id) VALUES (99)
      """,
    ])
  func failing(sql: String) async throws {
    await (try open(TagTable.migration)).close()
    #expect(throws: StoreError.self) {
      try open(TagTable.migration, Migration(name: "half", sql: sql))
    }
    #expect(try await tables() == ["mark", "migration", "tag"])
  }

  @Test("A table that others point to can be rebuilt")
  func rebuilding() async throws {
    let first = try open(TagTable.migration)
    _ = try await first.write { writer in
      try TagTable.insert("a", in: writer)
      try writer.run("INSERT INTO mark (tag_id, score) VALUES (1, 5)")
    }
    await first.close()
    let rebuilt = try open(
      TagTable.migration,
      Migration(
        name: "tags without notes",
        sql: """
          CREATE TABLE tag_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
          INSERT INTO tag_new (id, name) SELECT id, name FROM tag;
          DROP TABLE tag;
          ALTER TABLE tag_new RENAME TO tag;
          """))
    #expect(try rebuilt.read(TagTable.names) == ["a"])
    await #expect(throws: StoreError.self) {
      try await rebuilt.write { try $0.run("DELETE FROM tag") }
    }
    await rebuilt.close()
  }
}
