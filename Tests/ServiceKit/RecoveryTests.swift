import Directory
import Fixtures
import Foundation
@testable import ServiceKit
import Store
import Testing

@Suite("Backups and checks")
struct RecoveryTests {
  private let folder: TemporaryFolder
  private let data: String
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    data = folder.path + "/data"
    path = data + "/directory/acme.db"
  }

  private func change(_ sql: String) async throws {
    let database = try Database.open(
      path: path, lists: Corps.lists(DirectoryService.migrations))
    _ = try await database.write { try $0.run(sql) }
    await database.close()
  }

  private func mistakes() throws -> [String] {
    DirectoryService.mistakes(in: try Snapshot(of: path))
  }

  @Test(
    "Each thing that is kept twice is held against the other",
    arguments: [
      ("UPDATE department SET member_count = 3", "the counts of department 1"),
      ("UPDATE department_total SET count = 7", "the number of departments"),
      ("DELETE FROM department_ancestor", "the place in the tree of department 1"),
      (
        "INSERT INTO member_subtree VALUES (1, 5, 1)", "who works under department 1"
      ),
      ("INSERT INTO feed (epoch) VALUES ('x')", "epoch"),
      (
        "INSERT INTO change VALUES (1, 0, x'FF'), (3, 0, x'')",
        "change 1 of the feed cannot be read"
      ),
      ("INSERT INTO change VALUES (1, 0, x''), (3, 0, x'')", "a gap in the feed behind change 1"),
      (
        "INSERT INTO job VALUES (1, 'j', 'k', 3, x'', x'', 0, 0, 0, '', 0, 0, 0, NULL, '')",
        "the end of job j"
      ),
      (
        "INSERT INTO request VALUES (1, 'a', 'm', 'r', x'00', x'', 0)",
        "the kept answer of request 1"
      ),
    ])
  func lies(sql: String, found: String) async throws {
    try await change("UPDATE corp SET name = 'Acme'")
    #expect(try mistakes() == [])
    try await change(sql)
    let mistakes = try mistakes()
    #expect(mistakes.contains { $0.contains(found) }, "\(mistakes)")
  }

  @Test("A file of an older program is said to be one, and gets its checksums and tables restored")
  func older() async throws {
    // As the first release made them: its migrations in its order, no room for checksums.
    let backup = folder.path + "/backup"
    let old = Corps.lists(DirectoryService.migrations)
    let first = old[0].prefix(3) + old[1]
    let options = Database.Options(vfs: "unix")
    let database = try Database.open(path: path, migrations: Array(first), options: options)
    _ = try await database.write { try $0.run("UPDATE corp SET name = 'Acme'") }
    await database.close()
    #expect(try Snapshot(of: path).hasChecksums == false)
    #expect(try mistakes().contains { $0.contains("it lacks kit-005-former-epoch") })

    let file = try Backup.copy(DirectoryService.self, corp: "acme", from: data, to: backup)
    #expect(file.migrations == first.map(\.name))
    let elsewhere = folder.path + "/elsewhere"
    try await Restoration.restore(
      DirectoryService.self, corp: "acme", from: backup, to: elsewhere)
    let snapshot = try Snapshot(of: elsewhere + "/directory/acme.db")
    #expect(snapshot.hasChecksums)
    #expect(DirectoryService.mistakes(in: snapshot) == [])
    #expect(try snapshot.read { try $0.first("SELECT name FROM corp") { $0.text(0) } } == "Acme")
  }

  @Test("A corp's file that was opened by the first release is brought up in place")
  func upgrade() async throws {
    let lists = Corps.lists(DirectoryService.migrations)
    let first = lists[0].prefix(3) + lists[1]
    await (try Database.open(path: path, migrations: Array(first))).close()
    let database = try Database.open(path: path, lists: lists)
    #expect(try database.read { try $0.exists("SELECT 1 FROM former_epoch") } == false)
    await database.close()
    #expect(try mistakes() == [])
  }

  @Test("A feed that goes back to a backup is told from the one that went on")
  func epochs() async throws {
    let lists = Corps.lists(DirectoryService.migrations)
    let database = try Database.open(path: path, lists: lists)
    try await database.write { writer in
      for number in 1...3 {
        try writer.run("INSERT INTO change VALUES ($1, 0, x'')", number)
      }
    }
    let before = try database.read(Feed.newestCursor)
    try await database.write { try Feed.beginEpoch(in: $0) }
    _ = try await database.write { try $0.run("INSERT INTO change VALUES (4, 0, x'')") }
    let after = try database.read(Feed.newestCursor)
    func position(_ cursor: String) throws -> Int64 {
      try database.read { try Feed.position(after: cursor, in: $0) }
    }
    #expect(try position(before) == 3)
    #expect(try position(after) == 4)
    #expect(throws: FeedFailure.foreignCursor) {
      try position(before.replacing(".3", with: ".4"))
    }
    await database.close()
  }
}
