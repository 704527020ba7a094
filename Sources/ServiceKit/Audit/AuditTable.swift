import Store

/// The audit log's rows: one for everything that an app changed or read in bulk, or was not let change,
/// each with the hash of all before it. What is changed, removed or put in between afterwards no longer adds up.
///
/// Whoever can write the file can write the whole chain anew. What was pulled from it before, or stands
/// in the manifest of a backup, shows that too.
enum AuditTable {
  static let migrations = [
    Migration(
      name: "kit-006-audit",
      sql: """
        CREATE TABLE audit_entry (
          sequence INTEGER PRIMARY KEY,
          entry_time INTEGER NOT NULL,
          kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
          app TEXT NOT NULL,
          method TEXT NOT NULL,
          request_id TEXT NOT NULL,
          subject TEXT NOT NULL,
          body_hash BLOB NOT NULL,
          hash BLOB NOT NULL
        ) STRICT;
        CREATE TABLE audit_begin (sequence INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
        INSERT INTO audit_begin (sequence, hash) VALUES (0, zeroblob(32));
        """)
  ]

  /// A kind more; what was written before stays as it is.
  static let denialMigration = Migration(
    name: "kit-009-audit-denial",
    sql: """
      CREATE TABLE audit_entry_next (
        sequence INTEGER PRIMARY KEY,
        entry_time INTEGER NOT NULL,
        kind INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
        app TEXT NOT NULL,
        method TEXT NOT NULL,
        request_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        body_hash BLOB NOT NULL,
        hash BLOB NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        denied_count INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      INSERT INTO audit_entry_next (
        sequence, entry_time, kind, app, method, request_id, subject, body_hash, hash)
      SELECT sequence, entry_time, kind, app, method, request_id, subject, body_hash, hash
      FROM audit_entry;
      DROP TABLE audit_entry;
      ALTER TABLE audit_entry_next RENAME TO audit_entry;
      """)

  /// Expired entries leave so many at a time, with every so many new ones.
  private static let batch = 128

  /// The end of the log, or the place before its beginning.
  struct Place {
    var sequence: Int64
    var hash: [UInt8]
  }

  private static let columns = """
    sequence, entry_time, kind, app, method, request_id, subject, body_hash, hash, reason,
    denied_count
    """
  private static let insert = """
    INSERT INTO audit_entry (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    """

  private static func decode(_ row: borrowing Row) throws -> AuditEntry {
    AuditEntry(
      sequence: row.int64(0), entryTime: Instant(microseconds: row.int64(1)),
      kind: try row.value(2), app: row.text(3), method: row.text(4), requestID: row.text(5),
      subject: row.text(6), bodyHash: row.bytes(7), reason: row.text(9), deniedCount: row.int64(10),
      hash: row.bytes(8))
  }

  static func list(after sequence: Int64, limit: Int, in reader: Reader) throws -> [AuditEntry] {
    try reader.all(
      "SELECT \(columns) FROM audit_entry WHERE sequence > $1 ORDER BY sequence LIMIT $2",
      sequence, limit, decode: decode)
  }

  static func end(in reader: Reader) throws -> Place {
    let newest = try reader.first(
      "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1"
    ) { Place(sequence: $0.int64(0), hash: $0.bytes(1)) }
    return try newest ?? beginning(in: reader)
  }

  /// The last entry that has left.
  private static func beginning(in reader: Reader) throws -> Place {
    try reader.first("SELECT sequence, hash FROM audit_begin") {
      Place(sequence: $0.int64(0), hash: $0.bytes(1))
    }!
  }

  static func append(
    _ draft: AuditDraft, to end: inout Place, now: Instant, expired: Instant, in writer: Writer
  ) throws {
    end.sequence += 1
    end.hash = AuditEntry.hash(
      after: end.hash, sequence: end.sequence, entryTime: now, draft)
    try writer.run(
      insert, end.sequence, now.microseconds, draft.kind, draft.app, draft.method, draft.requestID,
      draft.subject, draft.bodyHash, end.hash, draft.reason, draft.deniedCount)
    if end.sequence % Int64(batch) == 0 { try letGo(before: expired, in: writer) }
  }

  private static func letGo(before expired: Instant, in writer: Writer) throws {
    let oldest = try list(after: 0, limit: 2 * batch, in: writer)
    guard let last = oldest.prefix(while: { $0.entryTime < expired }).last else { return }
    try writer.run("DELETE FROM audit_entry WHERE sequence <= $1", last.sequence)
    try writer.run("UPDATE audit_begin SET sequence = $1, hash = $2", last.sequence, last.hash)
  }

  /// Walks the chain. An entry that was changed is named; one that is missing, by the one behind it.
  static let checks = [
    Check { reader in
      var place = try beginning(in: reader)
      var mistakes: [String] = []
      try reader.each("SELECT \(columns) FROM audit_entry ORDER BY sequence") { row in
        guard mistakes.count < Check.mistakesMax else { return }
        let entry = try decode(row)
        if entry.sequence != place.sequence + 1 {
          mistakes.append("audit entries are missing before \(entry.sequence)")
        } else if entry.rightHash(after: place.hash) != entry.hash {
          mistakes.append("audit entry \(entry.sequence) is not as it was written")
        }
        place = Place(sequence: entry.sequence, hash: entry.hash)
      }
      return mistakes
    }
  ]
}

extension AuditEntry.Kind: Bindable {}
