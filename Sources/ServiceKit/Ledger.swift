import Protobuf
package import RPC
import Store

/// What a repeated request answers: the first answer, kept beside the change it acknowledged.
///
/// The row is written in the transaction of the change, so there is no moment at which one is on
/// disk without the other. Rows leave after `request_id_kept_hours`, a few with each new one.
enum Ledger {
  static let migrations = [
    Migration(
      name: "kit-001-request",
      sql: """
        CREATE TABLE request (
          id INTEGER PRIMARY KEY,
          app TEXT NOT NULL,
          method TEXT NOT NULL,
          request_id TEXT NOT NULL,
          body_hash BLOB NOT NULL,
          reply BLOB NOT NULL,
          create_time INTEGER NOT NULL,
          UNIQUE (app, method, request_id)
        ) STRICT;
        """)
  ]

  /// Who asked, for what, under which request_id, with which body.
  struct Entry: Sendable {
    let app: String
    let method: String
    let requestID: String
    let bodyHash: [UInt8]

    /// Nil for a request without a request_id, which is not repeatable.
    init?(_ draft: AuditDraft) throws(InvalidField) {
      let requestID = draft.requestID
      if requestID.isEmpty { return nil }
      guard requestID.utf8.count <= 64, requestID.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
      else {
        throw InvalidField(
          "request_id", "BAD_REQUEST_ID", "request_id is 1 to 64 printable ASCII characters.")
      }
      app = draft.app
      method = draft.method
      self.requestID = requestID
      bodyHash = draft.bodyHash
    }
  }

  /// The reply kept for the same request, or nil when it is new.
  static func reply(to entry: Entry, since: Instant, in reader: Reader) throws -> [UInt8]? {
    let kept = try reader.first(
      """
      SELECT body_hash, reply FROM request
      WHERE app = $1 AND method = $2 AND request_id = $3 AND create_time >= $4
      """, entry.app, entry.method, entry.requestID, since.microseconds
    ) { row in (hash: row.bytes(0), reply: row.bytes(1)) }
    guard let kept else { return nil }
    guard kept.hash == entry.bodyHash else {
      throw LedgerFailure.requestIDReused(requestID: entry.requestID)
    }
    return kept.reply
  }

  static func keep(
    _ reply: [UInt8], for entry: Entry, now: Instant, expired: Instant, in writer: Writer
  ) throws {
    try writer.run(
      """
      DELETE FROM request
      WHERE id IN (SELECT id FROM request ORDER BY id LIMIT 4) AND create_time < $1
      """, expired.microseconds)
    try writer.run(
      """
      INSERT INTO request (app, method, request_id, body_hash, reply, create_time)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (app, method, request_id) DO UPDATE SET
        body_hash = excluded.body_hash, reply = excluded.reply, create_time = excluded.create_time
      """, entry.app, entry.method, entry.requestID, entry.bodyHash, reply, now.microseconds)
  }
}

package enum LedgerFailure: Failure, Equatable {
  case requestIDReused(requestID: String)

  package var code: StatusCode { .alreadyExists }
  package var reason: String { "REQUEST_ID_REUSED" }
  package var field: String? { "request_id" }

  package var message: String {
    switch self {
    case .requestIDReused(let requestID):
      "request_id '\(requestID)' was used within 24 hours with another body."
    }
  }
}
