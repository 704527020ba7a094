import Foundation
import Store
import Synchronization

/// A folder that lasts as long as its test.
final class Scratch: Sendable {
  let folder: String

  init() {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "store-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The usual place for the one database of a test.
  var path: String { folder + "/corp.db" }

  func size(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int
  }
}

/// Runs the test with an open database of one small table, and closes it.
@discardableResult
func withDatabase<Value>(
  _ options: Database.Options = .init(), in scratch: Scratch = Scratch(),
  _ test: (Database) async throws -> Value
) async throws -> Value {
  let database = try Database.open(
    path: scratch.path, migrations: [TagTable.migration], options: options)
  do {
    let value = try await test(database)
    await database.close()
    return value
  } catch {
    await database.close()
    throw error
  }
}

/// The table most tests write to, shaped as a service's would be.
enum TagTable {
  static let migration = Migration(
    name: "tags",
    sql: """
      CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, note TEXT) STRICT;
      CREATE TABLE mark (
        id INTEGER PRIMARY KEY,
        tag_id INTEGER NOT NULL REFERENCES tag (id),
        score INTEGER NOT NULL CHECK (score >= 0)
      ) STRICT;
      """)

  @discardableResult
  static func insert(_ name: String, in writer: Writer) throws -> Int64 {
    let id = try writer.first("INSERT INTO tag (name) VALUES ($1) RETURNING id", name) {
      $0.int64(0)
    }
    return id ?? 0
  }

  static func names(in reader: Reader) throws -> [String] {
    try reader.all("SELECT name FROM tag ORDER BY id") { $0.text(0) }
  }

  static func count(in reader: Reader) throws -> Int {
    try reader.first("SELECT count(*) FROM tag") { $0.int(0) } ?? 0
  }
}

/// Holds a thread of the store, inside a body, until the test lets it go on.
final class Gate: Sendable {
  private let opened = DispatchSemaphore(value: 0)
  private let reached = AsyncStream.makeStream(of: Void.self)

  /// For the body: says that it has begun, and blocks.
  func hold() {
    reached.continuation.yield()
    opened.wait()
  }

  /// For the test: suspends until a body has begun.
  func reachedByBody() async {
    for await _ in reached.stream { return }
  }

  func open() { opened.signal() }
}

struct Refusal: Error, Equatable {}

extension Database {
  /// Occupies the writer until the gate opens, so that what is written meanwhile has to wait.
  func holdWriter(_ gate: Gate) async -> Task<Void, any Error> {
    let holding = Task { try await write { _ in gate.hold() } }
    await gate.reachedByBody()
    return holding
  }
}

/// Runs the body on a thread of its own, as an event loop's would be.
func onThread<Value: Sendable>(
  _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}
