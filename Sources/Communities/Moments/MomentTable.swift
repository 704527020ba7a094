import Foundation
import ServiceKit
package import Store

/// The moments' rows, with their ranges and what of these is invalid: does not exist, or cannot
/// publish.
///
/// A range may name a hundred thousand members and is read whole, by the moment's job alone, so it
/// is kept as JSON arrays in a row of its own.
package enum MomentTable {
  package static let migration = Migration(
    name: "communities-003-moment",
    sql: """
      CREATE TABLE moment (
        id INTEGER PRIMARY KEY,
        moment_id TEXT NOT NULL UNIQUE,
        jobid TEXT NOT NULL UNIQUE,
        state INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
        create_time INTEGER NOT NULL,
        is_partial INTEGER NOT NULL CHECK (is_partial IN (0, 1)),
        text TEXT NOT NULL,
        attachments TEXT NOT NULL,
        task_count INTEGER NOT NULL,
        published_count INTEGER NOT NULL,
        customer_count INTEGER NOT NULL,
        invalid_userid_count INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX moment_by_create_time ON moment (create_time, id);
      CREATE INDEX moment_dispatching ON moment (id) WHERE state = 1;
      CREATE TABLE moment_range (
        moment_key INTEGER PRIMARY KEY REFERENCES moment (id),
        userids TEXT NOT NULL,
        department_ids TEXT NOT NULL,
        tag_ids TEXT NOT NULL
      ) STRICT;
      CREATE TABLE moment_invalid (
        id INTEGER PRIMARY KEY,
        moment_key INTEGER NOT NULL REFERENCES moment (id),
        kind INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
        name TEXT NOT NULL,
        UNIQUE (moment_key, kind, name)
      ) STRICT;
      """)

  private static let columns = """
    id, moment_id, jobid, state, create_time, is_partial, text, attachments, task_count,
    published_count, customer_count, invalid_userid_count
    """

  private static func decode(_ row: borrowing Row) throws -> Moment {
    Moment(
      key: row.int64(0), momentID: row.text(1), jobid: row.text(2), state: try row.value(3),
      createTime: Instant(microseconds: row.int64(4)), isPartial: row.bool(5),
      content: MomentContent(text: row.text(6), attachments: try list(row.text(7))),
      taskCount: row.int64(8), publishedCount: row.int64(9), customerCount: row.int64(10),
      invalidUseridCount: row.int64(11))
  }

  /// Throws `MomentFailure.notFound`.
  package static func find(_ momentID: String, in reader: Reader) throws -> Moment {
    let moment = try reader.first(
      "SELECT \(columns) FROM moment WHERE moment_id = $1", momentID, decode: decode)
    guard let moment else { throw MomentFailure.notFound(momentID) }
    return moment
  }

  package static func find(jobid: String, in reader: Reader) throws -> Moment? {
    try reader.first("SELECT \(columns) FROM moment WHERE jobid = $1", jobid, decode: decode)
  }

  /// Whether so many moments are being dispatched, or more.
  package static func areDispatching(_ count: Int, in reader: Reader) throws -> Bool {
    try reader.first(
      "SELECT count(*) FROM (SELECT 1 FROM moment WHERE state = 1 LIMIT $1)", count
    ) { $0.int(0) }! >= count
  }

  /// Moments of a window, ascending by create_time and key, behind a position.
  package static func all(
    in window: MomentWindow, after position: (createTime: Int64, key: Int64), limit: Int,
    in reader: Reader
  ) throws -> [Moment] {
    try reader.all(
      """
      SELECT \(columns) FROM moment
      WHERE create_time > $1 AND create_time < $2 AND (create_time, id) > ($3, $4)
      ORDER BY create_time, id LIMIT $5
      """, window.start.microseconds, window.end.microseconds, position.createTime, position.key,
      limit, decode: decode)
  }

  package static func insert(_ moment: Moment, _ range: MomentRange, in writer: Writer) throws {
    let key = try writer.first(
      """
      INSERT INTO moment (moment_id, jobid, state, create_time, is_partial, text, attachments,
        task_count, published_count, customer_count, invalid_userid_count)
      VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0, 0) RETURNING id
      """, moment.momentID, moment.jobid, moment.state, moment.createTime.microseconds,
      moment.isPartial, moment.content.text, try json(moment.content.attachments)
    ) { $0.int64(0) }!
    try writer.run(
      """
      INSERT INTO moment_range (moment_key, userids, department_ids, tag_ids)
      VALUES ($1, $2, $3, $4)
      """, key, try json(range.userids), try json(range.departmentIDs), try json(range.tagIDs))
  }

  /// Keeps how far the moment got: its state and its counters.
  package static func update(_ moment: Moment, in writer: Writer) throws {
    try writer.run(
      """
      UPDATE moment
      SET state = $2, task_count = $3, published_count = $4, customer_count = $5,
        invalid_userid_count = $6
      WHERE id = $1
      """, moment.key, moment.state, moment.taskCount, moment.publishedCount,
      moment.customerCount, moment.invalidUseridCount)
  }

  package static func range(of key: Int64, in reader: Reader) throws -> MomentRange {
    try reader.first(
      "SELECT userids, department_ids, tag_ids FROM moment_range WHERE moment_key = $1", key
    ) { row in
      MomentRange(
        userids: try list(row.text(0)), departmentIDs: try list(row.text(1)),
        tagIDs: try list(row.text(2)))
    }!
  }

  package static func tagIDs(of key: Int64, in reader: Reader) throws -> [String] {
    try reader.first("SELECT tag_ids FROM moment_range WHERE moment_key = $1", key) { row in
      try list(row.text(0))
    }!
  }

  private static func json(_ values: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
  }

  private static func list<Value: Decodable>(_ text: String) throws -> [Value] {
    try JSONDecoder().decode([Value].self, from: Data(text.utf8))
  }
}

extension MomentTable {
  /// What a range names.
  package enum NameKind: Int, Sendable, Bindable {
    case member = 1
    case department = 2
    case tag = 3
  }

  /// Keeps names that are invalid, each once; returns how many were new.
  package static func insertInvalid(
    _ names: [String], _ kind: NameKind, of key: Int64, in writer: Writer
  ) throws -> Int {
    var count = 0
    for name in names {
      count += try writer.run(
        """
        INSERT INTO moment_invalid (moment_key, kind, name) VALUES ($1, $2, $3)
        ON CONFLICT (moment_key, kind, name) DO NOTHING
        """, key, kind, name)
    }
    return count
  }

  /// The first of the invalid names, in the order they were met.
  package static func invalid(
    _ kind: NameKind, of key: Int64, limit: Int = 1000, in reader: Reader
  ) throws -> [String] {
    try reader.all(
      """
      SELECT name FROM moment_invalid WHERE moment_key = $1 AND kind = $2 ORDER BY id LIMIT $3
      """, key, kind, limit
    ) { $0.text(0) }
  }
}

extension Moment.State: Bindable {}
