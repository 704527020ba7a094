import Foundation
import Store
import Testing

@Suite("Opening and closing")
struct OpeningTests {
  @Test("Opening makes the folder, and a file only its user can read")
  func creation() async throws {
    let scratch = Scratch()
    let path = scratch.folder + "/data/customers/corp.db"
    let database = try Database.open(path: path, migrations: [TagTable.migration])
    _ = try await database.write { try TagTable.insert("a", in: $0) }
    for name in [path, path + "-wal", path + "-shm", path + "-lock"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    await database.close()
  }

  @Test("What was written is there when the file is opened again")
  func reopening() async throws {
    let scratch = Scratch()
    try await withDatabase(in: scratch) { database in
      _ = try await database.write { try TagTable.insert("a", in: $0) }
    }
    #expect(scratch.size(of: scratch.path + "-wal") == nil)
    try await withDatabase(in: scratch) { database in
      let names = try database.read(TagTable.names)
      #expect(names == ["a"])
      #expect(database.commitCount == 0)
    }
  }

  @Test("A file that is open cannot be opened a second time")
  func secondOpener() async throws {
    let scratch = Scratch()
    try await withDatabase(in: scratch) { _ in
      #expect(throws: StoreError.inUse(path: scratch.path)) {
        try Database.open(path: scratch.path, migrations: [TagTable.migration])
      }
    }
    try await withDatabase(in: scratch) { #expect($0.health == .serving) }
  }

  @Test("Somebody else's file is refused and left alone")
  func foreignFile() async throws {
    let scratch = Scratch()
    let text = Data("this is not a database, but a long enough text to look into".utf8)
    try text.write(to: URL(filePath: scratch.path))
    #expect(throws: StoreError.self) {
      try Database.open(path: scratch.path, migrations: [TagTable.migration])
    }
    let kept = try Data(contentsOf: URL(filePath: scratch.path))
    #expect(kept == text)
  }

  @Test("A folder that cannot be made is named")
  func noFolder() throws {
    let scratch = Scratch()
    try Data().write(to: URL(filePath: scratch.folder + "/file"))
    #expect(
      throws: StoreError.cannotOpen(path: scratch.folder + "/file/corp", message: "Not a directory")
    ) {
      try Database.open(path: scratch.folder + "/file/corp/a.db", migrations: [])
    }
  }

  @Test("Closing answers what waits, refuses what comes and may be repeated")
  func closing() async throws {
    let scratch = Scratch()
    let database = try Database.open(path: scratch.path, migrations: [TagTable.migration])
    let gate = Gate()
    let holding = await database.holdWriter(gate)
    let waiting = Task.immediate { try await database.write { try TagTable.insert("a", in: $0) } }
    let closing = Task.immediate { await database.close() }
    await #expect(throws: StoreError.closed) {
      try await database.write { try TagTable.insert("b", in: $0) }
    }
    gate.open()
    try await holding.value
    #expect(try await waiting.value == 1)
    await closing.value
    await database.close()
    #expect(database.health == .closed)
    #expect(throws: StoreError.closed) { try database.read(TagTable.count) }
    await #expect(throws: StoreError.closed) { try await database.scan(TagTable.count) }
  }
}
