import Foundation
import Store
import Testing

@Suite("Snapshots")
struct SnapshotTests {
  private let scratch = Scratch()

  private func count(in path: String) throws -> Int {
    try Snapshot(of: path).read(TagTable.count)
  }

  @Test("A copy is of the moment at which the snapshot was taken, while writes go on")
  func copy() async throws {
    try await withDatabase(in: scratch) { database in
      for number in 0..<20 {
        _ = try await database.write { try TagTable.insert("\(number)", in: $0) }
      }
      let snapshot = try Snapshot(of: scratch.path)
      for number in 20..<40 {
        _ = try await database.write { try TagTable.insert("\(number)", in: $0) }
      }
      let copy = scratch.folder + "/copy.db"
      try snapshot.copy(to: copy)
      #expect(try snapshot.read(TagTable.count) == 20)
      #expect(try database.read(TagTable.count) == 40)
      #expect(try count(in: copy) == 20)
      let checked = try Snapshot(of: copy)
      #expect(checked.mistakes() == [])
      #expect(checked.hasChecksums)
      // One file: what is beside it would be forgotten when it is carried away.
      #expect(scratch.size(of: copy + "-wal") == nil)
      #expect(scratch.size(of: copy + "-shm") == nil)
    }
  }

  @Test("A snapshot of a service that was killed holds what was in its log, and leaves it there")
  func killed() async throws {
    try await withDatabase(in: scratch) { database in
      for number in 0..<20 {
        _ = try await database.write { try TagTable.insert("\(number)", in: $0) }
      }
      let copy = scratch.folder + "/killed.db"
      for end in ["", "-wal", "-shm"] {
        try FileManager.default.copyItem(atPath: scratch.path + end, toPath: copy + end)
      }
      let size = scratch.size(of: copy + "-wal")
      #expect(try count(in: copy) == 20)
      #expect(scratch.size(of: copy + "-wal") == size)
      #expect(try count(in: copy) == 20)
    }
  }

  @Test("What is no database of ours, or is missing, is not read")
  func foreign() throws {
    #expect(throws: StoreError.self) { try Snapshot(of: scratch.path) }
    try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: scratch.path))
    #expect(throws: StoreError.self) { try Snapshot(of: scratch.path) }
  }
}
