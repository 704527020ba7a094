package import Messages
package import Protobuf
package import RPC
import Store

/// The Change message of a service: an envelope that is the same everywhere round an event that is
/// the service's own.
package protocol FeedChange: Message {
  associatedtype Event: Sendable
  var eventID: String { get set }
  var sequence: Int64 { get set }
  var cursor: String { get set }
  var changeTime: GoogleProtobuf.Timestamp? { get set }
  var origin: CommonV1.Origin { get set }
  var event: Event? { get set }
}

/// Said here and not in their services, because others follow these feeds, who do not see those modules.
extension DirectoryV1.Change: FeedChange {}
extension CustomersV1.Change: FeedChange {}
extension CommunitiesV1.Change: FeedChange {}
extension BroadcastsV1.Change: FeedChange {}

/// A corp's change feed 变更流: every committed change, numbered from 1 without gaps, in the order of
/// commits, because the row is written in the change's own transaction by the one writer.
package enum Feed {
  static let migrations = [
    Migration(
      name: "kit-002-change",
      sql: """
        CREATE TABLE feed (epoch TEXT NOT NULL) STRICT;
        INSERT INTO feed (epoch) VALUES (lower(hex(randomblob(8))));
        CREATE TABLE change (
          sequence INTEGER PRIMARY KEY,
          change_time INTEGER NOT NULL,
          payload BLOB NOT NULL
        ) STRICT;
        """)
  ]

  /// Behind those that files have: `migrations` of the kit are one list.
  static let epochMigrations = [
    Migration(
      name: "kit-005-former-epoch",
      sql: """
        CREATE TABLE former_epoch (
          epoch TEXT PRIMARY KEY,
          last_sequence INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """)
  ]

  /// How many changes are read and sent, or let go, at a time.
  private static let batch = 200

  /// The end of a corp's feed, as one transaction sees it and carries it on.
  struct Tail {
    fileprivate let epoch: String
    fileprivate var sequence: Int64
  }

  /// Where the feed ends now. Lets go of some changes older than `expired`, perhaps of the newest
  /// too: the change that is about to be appended, in the same transaction, carries the numbering on.
  static func tail(expired: Instant, in writer: Writer) throws -> Tail {
    let tail = Tail(epoch: try epoch(in: writer), sequence: try newest(in: writer))
    let oldest = try writer.first("SELECT change_time FROM change ORDER BY sequence LIMIT 1") {
      $0.int64(0)
    }
    guard let oldest, oldest < expired.microseconds else { return tail }
    try writer.run(
      """
      DELETE FROM change
      WHERE sequence IN (SELECT sequence FROM change ORDER BY sequence LIMIT $2)
        AND change_time < $1
      """, expired.microseconds, batch)
    return tail
  }

  /// `condensed` is what the event leaves out, for `watch` to give back to the service.
  static func append<Change: FeedChange>(
    _ event: Change.Event, condensed: [UInt8] = [], as _: Change.Type, to tail: inout Tail,
    origin: CommonV1.Origin, now: Instant, in writer: Writer
  ) throws {
    tail.sequence += 1
    var change = Change()
    change.eventID = "\(tail.epoch)-\(tail.sequence)"
    change.sequence = tail.sequence
    change.cursor = Cursor(epoch: tail.epoch, sequence: tail.sequence).text
    change.changeTime = now.timestamp
    change.origin = origin
    change.event = event
    try writer.run(
      "INSERT INTO change (sequence, change_time, payload) VALUES ($1, $2, $3)",
      tail.sequence, now.microseconds, Payload(condensed: condensed, change: change).bytes)
  }

  /// Sends what was committed after the cursor, then what is committed from now on, until the call
  /// ends. Throws `FeedFailure` when the cursor cannot be followed without a gap. What a change left
  /// out, `expand` puts in.
  static func watch<Change: FeedChange>(
    after text: String, _ replies: ReplyStream<Change>, in database: Database,
    expand: (inout Change, _ condensed: [UInt8], Reader) throws -> Void
  ) async throws {
    var sequence = try database.read { try position(after: text, in: $0) }
    while true {
      let seen = database.commitCount
      let changes = try database.read { reader in
        try reader.all(
          "SELECT sequence, payload FROM change WHERE sequence > $1 ORDER BY sequence LIMIT $2",
          sequence, batch
        ) { row in
          let payload = try row.withBytes(1, Payload<Change>.init)
          var change = payload.change
          if !payload.condensed.isEmpty { try expand(&change, payload.condensed, reader) }
          return (sequence: row.int64(0), change: change)
        }
      }
      for (next, change) in changes {
        guard next == sequence + 1 else { throw FeedFailure.cursorTooOld }
        try await replies.send(change)
        sequence = next
      }
      if changes.isEmpty { _ = try await database.commit(after: seen) }
    }
  }

  static func position(after text: String, in reader: Reader) throws -> Int64 {
    let oldest = try reader.first("SELECT min(sequence) FROM change") { $0.optionalInt64(0) } ?? nil
    guard !text.isEmpty else { return (oldest ?? 1) - 1 }
    guard let cursor = Cursor(text: text) else { throw FeedFailure.malformedCursor }
    let newest = try newest(in: reader)
    let last =
      try cursor.epoch == epoch(in: reader) ? newest : lastSequence(of: cursor.epoch, in: reader)
    guard let last, cursor.sequence <= last else { throw FeedFailure.foreignCursor }
    guard cursor.sequence >= (oldest ?? 1) - 1 else { throw FeedFailure.cursorTooOld }
    return cursor.sequence
  }

  /// The cursor of the newest change, from which a watcher hears what is to come.
  static func newestCursor(in reader: Reader) throws -> String {
    try end(in: reader).cursor.text
  }

  private static func epoch(in reader: Reader) throws -> String {
    try reader.first("SELECT epoch FROM feed") { $0.text(0) }!
  }

  /// How far a feed that this one was restored from agrees with it; nil when it was not.
  private static func lastSequence(of former: String, in reader: Reader) throws -> Int64? {
    try reader.first("SELECT last_sequence FROM former_epoch WHERE epoch = $1", former) {
      $0.int64(0)
    }
  }

  /// Makes this another feed from here on, in a file that goes back to a backup. Who followed the old
  /// one up to here goes on; whoever has seen more of it is told, for that has not happened here.
  static func beginEpoch(in writer: Writer) throws {
    try writer.run(
      "INSERT INTO former_epoch (epoch, last_sequence) VALUES ($1, $2)", epoch(in: writer),
      newest(in: writer))
    try writer.run("UPDATE feed SET epoch = lower(hex(randomblob(8)))")
  }

  private static func newest(in reader: Reader) throws -> Int64 {
    try reader.first("SELECT coalesce(max(sequence), 0) FROM change") { $0.int64(0) }!
  }

  /// A change as its row keeps it: packed, or, when it left something out, a zero, the length of that
  /// in four bytes, that, and the rest packed. No packed message begins with a zero, for no field has
  /// that number.
  struct Payload<Change: FeedChange> {
    let condensed: [UInt8]
    let change: Change

    init(condensed: [UInt8], change: Change) {
      self.condensed = condensed
      self.change = change
    }

    init(_ bytes: UnsafeRawBufferPointer) throws {
      guard bytes.count >= 5, bytes[0] == 0 else {
        condensed = []
        change = try Change(unpacking: bytes)
        return
      }
      let length = bytes.loadUnaligned(fromByteOffset: 1, as: UInt32.self).littleEndian
      condensed = Array(bytes[5..<5 + Int(length)])
      change = try Change(unpacking: UnsafeRawBufferPointer(rebasing: bytes[(5 + Int(length))...]))
    }

    var bytes: [UInt8] {
      guard !condensed.isEmpty else { return change.packed() }
      return change.pack { form in
        let head = 5 + condensed.count
        return [UInt8](unsafeUninitializedCapacity: head + form.size) { buffer, count in
          let bytes = UnsafeMutableRawBufferPointer(buffer)
          bytes[0] = 0
          bytes.storeBytes(
            of: UInt32(condensed.count).littleEndian, toByteOffset: 1, as: UInt32.self)
          UnsafeMutableRawBufferPointer(rebasing: bytes[5...]).copyBytes(from: condensed)
          count = head + form.write(to: UnsafeMutableRawBufferPointer(rebasing: bytes[head...]))
        }
      }
    }
  }

  /// A place in a feed. The epoch is drawn when the database is made or restored, so a cursor of
  /// another one is told from one of this.
  struct Cursor: Equatable {
    let epoch: String
    let sequence: Int64

    init(epoch: String, sequence: Int64) {
      self.epoch = epoch
      self.sequence = sequence
    }

    init?(text: String) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let sequence = Int64(parts[1]), sequence >= 0 else { return nil }
      self.init(epoch: String(parts[0]), sequence: sequence)
    }

    var text: String { "\(epoch).\(sequence)" }
  }

  /// Where a feed ends.
  struct End {
    fileprivate let cursor: Cursor

    /// Whether nothing comes after a cursor; an empty one is before all.
    func isReached(by text: String) -> Bool {
      text == cursor.text || text.isEmpty && cursor.sequence == 0
    }
  }

  static func end(in reader: Reader) throws -> End {
    End(cursor: Cursor(epoch: try epoch(in: reader), sequence: try newest(in: reader)))
  }
}

package enum FeedFailure: Failure, Equatable {
  case malformedCursor
  case foreignCursor
  case cursorTooOld

  package var code: StatusCode {
    switch self {
    case .malformedCursor: .invalidArgument
    case .foreignCursor, .cursorTooOld: .outOfRange
    }
  }

  package var reason: String {
    switch self {
    case .malformedCursor: "BAD_CURSOR"
    case .foreignCursor: "FOREIGN_CURSOR"
    case .cursorTooOld: "CURSOR_TOO_OLD"
    }
  }

  package var field: String? { "after" }

  package var message: String {
    switch self {
    case .malformedCursor: "after is not a cursor of a change feed."
    case .foreignCursor: "after is a cursor of another database; list again, then watch from \"\"."
    case .cursorTooOld: "after is older than what is kept; list again, then watch from \"\"."
    }
  }
}
