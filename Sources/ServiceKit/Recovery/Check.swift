package import Store

/// One thing that is kept twice in a corp's file, and how to see whether both still say the same: an
/// index and its rows, a counter and what it counts.
package struct Check: Sendable {
  /// What is wrong, in words for an operator; empty when nothing is.
  package let mistakes: @Sendable (Reader) throws -> [String]

  /// So many mistakes of one kind tell enough.
  static let mistakesMax = 20

  package init(_ mistakes: @escaping @Sendable (Reader) throws -> [String]) {
    self.mistakes = mistakes
  }

  /// - Parameters:
  ///   - name: What does not agree, before where that is: "the counters of task".
  ///   - sql: Gives a row for each mistake, whose text says where it is.
  package init(_ name: String, sql: String) {
    self.init { reader in
      try reader.all("SELECT * FROM (\(sql)) LIMIT \(Self.mistakesMax)") { row in
        "\(name) \(row.text(0))"
      }
    }
  }
}

extension ServiceDefinition {
  /// Everything that is wrong in the file, in words. What a file from before a migration lacks cannot
  /// be held against what it has: it is looked at as a file alone, and that is said.
  package static func mistakes(in snapshot: Snapshot) -> [String] {
    let structure = snapshot.mistakes()
    // Rows that cannot be read cannot be counted.
    guard structure.isEmpty else { return structure }
    do {
      let missing = try snapshot.missingMigrations(of: Corps.lists(migrations))
      guard missing.isEmpty else {
        return [
          "it lacks \(missing[0]), which the service adds in opening it; its rows were not counted"
        ]
      }
      return try snapshot.read { reader in
        try
          (Feed.checks(of: Change.self) + Ledger.checks + JobTable.checks + AuditTable.checks
          + checks)
          .flatMap { try $0.mistakes(reader).prefix(Check.mistakesMax) }
      }
    } catch {
      return ["\(error)"]
    }
  }
}

extension Feed {
  static func checks<Change: FeedChange>(of _: Change.Type) -> [Check] {
    [
      Check(
        "the feed has not one epoch but",
        sql: "SELECT count(*) || '' FROM feed HAVING count(*) <> 1"),
      Check(
        "a gap in the feed behind change",
        sql: """
          SELECT sequence || '' FROM change AS this
          WHERE sequence < (SELECT max(sequence) FROM change)
            AND NOT EXISTS (SELECT 1 FROM change WHERE sequence = this.sequence + 1)
          """),
      Check { reader in
        var mistakes: [String] = []
        try reader.each("SELECT sequence, payload FROM change ORDER BY sequence") { row in
          guard mistakes.count < Check.mistakesMax else { return }
          let sequence = row.int64(0)
          do {
            let change = try row.withBytes(1, Payload<Change>.init).change
            if change.sequence != sequence || change.event == nil {
              mistakes.append("change \(sequence) of the feed says something else than its place")
            }
          } catch {
            mistakes.append("change \(sequence) of the feed cannot be read: \(error)")
          }
        }
        return mistakes
      },
    ]
  }
}

extension Ledger {
  static let checks = [
    Check(
      "the kept answer of request",
      sql: "SELECT id || '' FROM request WHERE length(body_hash) <> 32 OR request_id = ''")
  ]
}

extension JobTable {
  static let checks = [
    Check(
      "the end of job",
      sql: "SELECT jobid FROM job WHERE (state >= 3) <> (finish_time IS NOT NULL)")
  ]
}
