import Foundation
import Store
import Testing

@Suite("Flipped bits")
struct FlippedBitTests {
  private let scratch = Scratch()
  private static let rounds = 100

  /// A place in a file that differs with each round, and is the same in each run.
  private static func place(_ round: Int, of size: Int) -> (byte: Int, bit: UInt8) {
    let number = UInt64(round + 1) &* 0x9E37_79B9_7F4A_7C15
    return (byte: Int((number >> 16) % UInt64(size)), bit: UInt8(number >> 60 & 7))
  }

  private static func flip(_ path: String, _ byte: Int, _ bit: UInt8) throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    defer { try? file.close() }
    try file.seek(toOffset: UInt64(byte))
    let old = try #require(try file.read(upToCount: 1)?.first)
    try file.seek(toOffset: UInt64(byte))
    try file.write(contentsOf: [old ^ (1 << bit)])
  }

  private static func write(_ numbers: Range<Int>, to database: Database) async throws {
    for number in numbers {
      _ = try await database.write { writer in
        let id = try TagTable.insert("tag \(number)", in: writer)
        try writer.run(
          "UPDATE tag SET note = $2 WHERE id = $1", id, String(repeating: "n", count: number * 7))
      }
    }
  }

  /// The file, its log and the index of that, as a crash would leave them, under another name.
  private func image(_ name: String, withIndex: Bool = true) throws -> String {
    let copy = "\(scratch.folder)/\(name).db"
    for end in withIndex ? ["", "-wal", "-shm"] : ["", "-wal"] {
      try? FileManager.default.removeItem(atPath: copy + end)
      try FileManager.default.copyItem(atPath: scratch.path + end, toPath: copy + end)
    }
    if !withIndex { try? FileManager.default.removeItem(atPath: copy + "-shm") }
    return copy
  }

  private func names(in path: String) async throws -> Int {
    let database = try Database.open(path: path, migrations: [TagTable.migration])
    let count = try database.read(TagTable.count)
    await database.close()
    return count
  }

  private func expectDamage(of path: String, _ comment: Comment? = nil) async {
    let error = await #expect(throws: StoreError.self, comment) { try await names(in: path) }
    #expect(error.map(Self.isDamaged) == true, comment)
  }

  private static func isDamaged(_ error: any Error) -> Bool {
    if case StoreError.damaged = error { true } else { false }
  }

  @Test("In a database, each is found by a check before anything is read")
  func database() async throws {
    try await withDatabase(in: scratch) { try await Self.write(0..<200, to: $0) }
    let size = try #require(scratch.size(of: scratch.path))
    for round in 0..<Self.rounds {
      let copy = "\(scratch.folder)/copy.db"
      try? FileManager.default.removeItem(atPath: copy)
      try FileManager.default.copyItem(atPath: scratch.path, toPath: copy)
      #expect(try Snapshot(of: copy).mistakes() == [])
      let place = Self.place(round, of: size)
      try Self.flip(copy, place.byte, place.bit)
      let mistakes = (try? Snapshot(of: copy).mistakes()) ?? ["it does not open"]
      #expect(mistakes != [], "bit \(place.bit) of byte \(place.byte) was not noticed")
    }
  }

  @Test("In a database, a row of a damaged page is not given out")
  func row() async throws {
    try await withDatabase(in: scratch) { try await Self.write(0..<200, to: $0) }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
    // In the table, whose rows alone hold a note behind the name.
    let place = try #require(bytes.range(of: Data("tag 150nnn".utf8)))
    try Self.flip(scratch.path, place.lowerBound + 5, 0)
    try await withDatabase(in: scratch) { database in
      let error = #expect(throws: StoreError.self) { try database.read(TagTable.names) }
      #expect(error.map(Self.isDamaged) == true)
    }
  }

  @Test("In a log, each is found before a commit is lost over it")
  func log() async throws {
    try await withDatabase(in: scratch) { database in
      try await Self.write(0..<40, to: database)
      let size = try #require(scratch.size(of: scratch.path + "-wal"))
      #expect(try await names(in: try image("whole")) == 40)
      for round in 0..<Self.rounds {
        let copy = try image("copy")
        let place = Self.place(round, of: size)
        try Self.flip(copy + "-wal", place.byte, place.bit)
        await expectDamage(of: copy, "byte \(place.byte)")
        #expect(throws: StoreError.self) { try Snapshot(of: copy) }
      }
    }
  }

  @Test("In a log whose index is gone, each is found but those of the last commit")
  func logAlone() async throws {
    try await withDatabase(in: scratch) { database in
      try await Self.write(0..<40, to: database)
      let size = try #require(scratch.size(of: scratch.path + "-wal"))
      try await Self.write(40..<41, to: database)
      #expect(try await names(in: try image("whole", withIndex: false)) == 41)
      for round in 0..<Self.rounds {
        let copy = try image("copy", withIndex: false)
        let place = Self.place(round, of: size)
        try Self.flip(copy + "-wal", place.byte, place.bit)
        await expectDamage(of: copy, "byte \(place.byte)")
      }
      // That one looks as if it had never become whole.
      let copy = try image("copy", withIndex: false)
      try Self.flip(copy + "-wal", size + 100, 3)
      #expect(try await names(in: copy) == 40)
    }
  }

  @Test("A log that is cut off, or gone, is missed when its index tells of more")
  func lostLog() async throws {
    try await withDatabase(in: scratch) { database in
      try await Self.write(0..<40, to: database)
      let size = try #require(scratch.size(of: scratch.path + "-wal"))
      let cut = try image("cut")
      try FileHandle(forUpdating: URL(fileURLWithPath: cut + "-wal")).truncate(
        atOffset: UInt64(size / 2))
      await expectDamage(of: cut)
      let gone = try image("gone")
      try FileManager.default.removeItem(atPath: gone + "-wal")
      await expectDamage(of: gone)
      // What a loss of power cuts off was never answered.
      let torn = try image("torn", withIndex: false)
      try FileHandle(forUpdating: URL(fileURLWithPath: torn + "-wal")).truncate(
        atOffset: UInt64(size - 5))
      #expect(try await names(in: torn) == 39)
    }
  }

  @Test("In the log of a running service, a damaged page is neither given out nor copied on")
  func liveLog() async throws {
    try await withDatabase(in: scratch) { database in
      try await Self.write(0..<40, to: database)
      let path = scratch.path + "-wal"
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let place = try #require(bytes.range(of: Data("tag 39nnn".utf8), options: .backwards))
      try Self.flip(path, place.lowerBound + 5, 0)
      let error = #expect(throws: StoreError.self) { try database.read(TagTable.names) }
      #expect(error.map(Self.isDamaged) == true)
    }
    // What came before it may have been copied into the file; it was not, and nothing went on.
    let file = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
    #expect(file.range(of: Data("tag 38nnn".utf8)) == nil)
    #expect(try #require(scratch.size(of: scratch.path + "-wal")) > 0)
  }

  @Test("No crash between writes, roll-backs and spills looks like damage", arguments: [0, 1, 2])
  func noFalseAlarm(seed: Int) async throws {
    // So small a cache that a body writes pages to the log, and over them, before its commit.
    let options = Database.Options(writerCacheKibibytes: 64, checkpointPages: 200)
    try await withDatabase(options, in: scratch) { database in
      for round in 0..<60 {
        let number = Self.place(round + 1000 * seed, of: 400)
        let wish = try? await database.write { writer in
          for each in 0..<number.byte {
            try TagTable.insert("\(round) \(each)", in: writer)
            try writer.run(
              "UPDATE tag SET note = $2 WHERE id % 97 = $1", each % 97,
              String(repeating: "x", count: 40 * (each % 30)))
          }
          if number.bit % 3 == 0 { throw Refusal() }
          return try TagTable.count(in: writer)
        }
        let count = try database.read(TagTable.count)
        if let wish { #expect(count == wish) }
        #expect(try await names(in: try image("copy", withIndex: number.bit % 2 == 0)) == count)
      }
    }
  }
}
