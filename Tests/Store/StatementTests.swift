import Testing

@testable import Store

private enum Kind: Int, Bindable { case region = 1, store }
private enum Origin: String, Bindable { case api, job }

@Suite("Statements and rows")
struct StatementTests {
  @Test("What is bound comes back")
  func roundTrip() async throws {
    try await withDatabase { database in
      try database.read { reader in
        let sql = "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11"
        try reader.each(
          sql, 1, Int64.min, Int32.max, true, 0.5, "私域", [UInt8]([0, 255]), String?.none,
          Kind.store, Origin.job, Int?.some(3)
        ) { row in
          let numbers = (row.int(0), row.int64(1), row.int32(2))
          #expect(numbers == (1, .min, .max))
          let others = (row.bool(3), row.double(4), row.text(5), row.bytes(6))
          #expect(others == (true, 0.5, "私域", [0, 255]))
          let length = row.withBytes(6) { $0.count }
          #expect(length == 2)
          let optionals = (row.isNull(7), row.optionalText(7), row.optionalInt(10))
          #expect(optionals == (true, nil, 3))
          let kind = try row.value(8, as: Kind.self)
          #expect(kind == .store)
          let origin = try row.value(9, as: Origin.self)
          #expect(origin == .job)
        }
      }
    }
  }

  @Test("Empty text and empty bytes are not NULL")
  func empty() async throws {
    try await withDatabase { database in
      try database.read { reader in
        try reader.each("SELECT $1, $2, typeof($1), typeof($2)", "", [UInt8]()) { row in
          let values = (row.optionalText(0), row.optionalBytes(1))
          #expect(values == ("", []))
          let types = (row.text(2), row.text(3))
          #expect(types == ("text", "blob"))
        }
      }
    }
  }

  @Test("Text keeps its NUL bytes")
  func nulBytes() async throws {
    try await withDatabase { database in
      let text = try database.read { try $0.first("SELECT $1", "a\0b") { $0.text(0) } }
      #expect(text == "a\0b")
    }
  }

  @Test("A column may be read more than once, and text that is not UTF-8 is repaired")
  func textAgain() async throws {
    try await withDatabase { database in
      try database.read { reader in
        try reader.each("SELECT $1, CAST($2 AS TEXT)", "私域", [UInt8]([0x61, 0xff])) { row in
          let first = (row.text(0), row.text(1))
          let second = (row.optionalText(0), row.text(1))
          #expect(first == ("私域", "a\u{FFFD}"))
          #expect(second == ("私域", "a\u{FFFD}"))
        }
      }
    }
  }

  @Test("Statements are told apart by their text, also where one lies where another did")
  func sameAddress() async throws {
    try await withDatabase { database in
      try database.read { reader in
        for round in 0..<500 {
          // Each is made anew, mostly in the memory the one before has left.
          let sql = "SELECT \(round % 200), $1, 'long enough to live outside the string itself'"
          let found = try reader.first(sql, round) { [$0.int(0), $0.int(1)] }
          #expect(found == [round % 200, round])
        }
      }
    }
  }

  @Test("Parameters go by their number, wherever and however often they stand")
  func parameterOrder() async throws {
    try await withDatabase { database in
      let row = try database.read { reader in
        try reader.first("SELECT $2, $1, $2", "one", "two") {
          [$0.text(0), $0.text(1), $0.text(2)]
        }
      }
      #expect(row == ["two", "one", "two"])
    }
  }

  @Test(
    "SQL that is not one statement with $1 to $n and as many arguments is refused",
    arguments: [
      "SELECT $1", "SELECT $2, $3", "SELECT ?, ?", "SELECT :a, :b", "SELECT $1, $2; SELECT 1", "",
    ])
  func misuse(sql: String) async throws {
    try await withDatabase { database in
      let error = #expect(throws: StoreError.self) {
        try database.read { try $0.first(sql, 1, 2) { $0.int(0) } }
      }
      guard case .misuse = error else {
        Issue.record("not a misuse: \(String(describing: error))")
        return
      }
    }
  }

  @Test("A column that is not what the decode asks for fails the read")
  func misread() async throws {
    try await withDatabase { database in
      let sql = "SELECT NULL, 'a', 5000000000"
      #expect(throws: StoreError.column(index: 0, expected: "text", sql: sql)) {
        try database.read { try $0.first(sql) { $0.text(0) } }
      }
      #expect(throws: StoreError.column(index: 1, expected: "an integer", sql: sql)) {
        try database.read { try $0.all(sql) { $0.int(1) } }
      }
      #expect(throws: StoreError.column(index: 2, expected: "a 32-bit integer", sql: sql)) {
        try database.read { try $0.each(sql) { _ = $0.int32(2) } }
      }
      #expect(throws: StoreError.column(index: 1, expected: "a Origin", sql: sql)) {
        try database.read { try $0.first(sql) { try $0.value(1, as: Origin.self) } }
      }
    }
  }

  @Test("The same SQL may run inside its own rows")
  func reentrancy() async throws {
    try await withDatabase { database in
      _ = try await database.write { writer in
        for name in ["a", "b", "c"] { try TagTable.insert(name, in: writer) }
      }
      let pairs = try database.read { reader in
        var pairs: [String] = []
        let sql = "SELECT name FROM tag ORDER BY id"
        try reader.each(sql) { outer in
          try reader.each(sql) { inner in pairs.append(outer.text(0) + inner.text(0)) }
        }
        return pairs
      }
      #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
    }
  }

  @Test("More statements than the cache keeps can be used, again and again")
  func cacheLimit() async throws {
    try await withDatabase { database in
      let sum = try database.read { reader in
        var sum = 0
        for _ in 0..<2 {
          for number in 0..<StatementCache.limit * 2 {
            sum += try reader.first("SELECT \(number) + $1", 1) { $0.int(0) } ?? 0
          }
        }
        return sum
      }
      #expect(sum == 2 * (1...StatementCache.limit * 2).reduce(0, +))
    }
  }

  @Test("The rule a row breaks is told apart")
  func constraints() async throws {
    try await withDatabase { database in
      _ = try await database.write { try TagTable.insert("a", in: $0) }
      let cases: [(String, StoreError.Constraint)] = [
        ("INSERT INTO tag (name) VALUES ('a')", .unique),
        ("INSERT INTO tag (id, name) VALUES (1, 'b')", .unique),
        ("INSERT INTO tag (note) VALUES ('b')", .notNull),
        ("INSERT INTO mark (tag_id, score) VALUES (1, -1)", .check),
        ("INSERT INTO mark (tag_id, score) VALUES (9, 1)", .foreignKey),
        ("INSERT INTO mark (tag_id, score) VALUES (1, 'x')", .other),
      ]
      for (sql, expected) in cases {
        let error = await #expect(throws: StoreError.self) {
          try await database.write { try $0.run(sql) }
        }
        guard case .constraint(let found, _, sql) = error else {
          Issue.record("\(sql): \(String(describing: error))")
          continue
        }
        #expect(found == expected, "\(sql)")
      }
    }
  }

  @Test("A key left open by one body does not fail the others")
  func deferredKeys() async throws {
    let deferred = Migration(
      name: "links",
      sql: """
        CREATE TABLE link (
          tag_id INTEGER NOT NULL REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED
        ) STRICT
        """)
    let scratch = Scratch()
    let database = try Database.open(
      path: scratch.path, migrations: [TagTable.migration, deferred])
    let gate = Gate()
    let holding = await database.holdWriter(gate)
    let open = Task.immediate {
      try await database.write { try $0.run("INSERT INTO link (tag_id) VALUES (7)") }
    }
    let other = Task.immediate { try await database.write { try TagTable.insert("a", in: $0) } }
    gate.open()
    try await holding.value
    let error = await #expect(throws: StoreError.self) { try await open.value }
    guard case .constraint(.foreignKey, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try await other.value == 1)
    await database.close()
  }

  @Test("An error carries SQLite's words and the SQL")
  func errors() async throws {
    try await withDatabase { database in
      #expect(
        throws: StoreError.sql(
          code: 1, message: "no such table: nowhere", sql: "SELECT * FROM nowhere")
      ) {
        try database.read { try $0.exists("SELECT * FROM nowhere") }
      }
    }
  }

  @Test("A statement says how many rows it changed")
  func changes() async throws {
    try await withDatabase { database in
      let changes = try await database.write { writer in
        for name in ["a", "b", "c"] { try TagTable.insert(name, in: writer) }
        return [
          try writer.run("UPDATE tag SET note = $1 WHERE name > $2", "n", "a"),
          try writer.run("INSERT INTO tag (name) VALUES ('a') ON CONFLICT DO NOTHING"),
          try writer.run(
            "DELETE FROM tag WHERE name IN (SELECT value FROM json_each($1))", "[\"a\"]"),
        ]
      }
      #expect(changes == [2, 0, 1])
    }
  }
}
