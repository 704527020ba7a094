import Store

/// What came by a contact way, counted as it happened: of the way (member 0) and of each member, on
/// each of the corp's days and ever (day 0).
struct ContactWayCounts: Sendable, Equatable {
  var scans = 0
  var assigned = 0
  var added = 0
  var lost = 0
}

/// The counters' rows, changed by `add` alone, in the transaction of what they count.
enum ContactWayCountTable {
  static let migration = Migration(
    name: "customers-007-contact-way-count",
    sql: """
      CREATE TABLE contact_way_count (
        way_id INTEGER NOT NULL REFERENCES contact_way (id),
        member_id INTEGER NOT NULL,
        day INTEGER NOT NULL,
        scans INTEGER NOT NULL,
        assigned INTEGER NOT NULL,
        added INTEGER NOT NULL,
        lost INTEGER NOT NULL,
        PRIMARY KEY (way_id, member_id, day)
      ) STRICT, WITHOUT ROWID;
      """)

  private static let ever = 0
  private static let sums = """
    coalesce(sum(scans), 0), coalesce(sum(assigned), 0), coalesce(sum(added), 0),
    coalesce(sum(lost), 0)
    """

  private static func decode(_ row: borrowing Row, from column: Int) -> ContactWayCounts {
    ContactWayCounts(
      scans: row.int(column), assigned: row.int(column + 1), added: row.int(column + 2),
      lost: row.int(column + 3))
  }

  /// Counts for the way, and for the member it led to when there is one.
  static func add(
    _ counts: ContactWayCounts, way: Int64, member: Int64?, day: Int, in writer: Writer
  ) throws {
    for member in [0, member].compactMap(\.self) {
      for day in [ever, day] {
        try writer.run(
          """
          INSERT INTO contact_way_count (way_id, member_id, day, scans, assigned, added, lost)
          VALUES ($1, $2, $3, $4, $5, $6, $7)
          ON CONFLICT (way_id, member_id, day) DO UPDATE SET
            scans = contact_way_count.scans + excluded.scans,
            assigned = contact_way_count.assigned + excluded.assigned,
            added = contact_way_count.added + excluded.added,
            lost = contact_way_count.lost + excluded.lost
          """, way, member, day, counts.scans, counts.assigned, counts.added, counts.lost)
      }
    }
  }

  /// How many customers the way led to a member, on a day and ever.
  static func assigned(
    way: Int64, member: Int64, day: Int, in reader: Reader
  ) throws -> (today: Int, ever: Int) {
    func count(_ day: Int) throws -> Int {
      try reader.first(
        """
        SELECT assigned FROM contact_way_count WHERE way_id = $1 AND member_id = $2 AND day = $3
        """, way, member, day
      ) { $0.int(0) } ?? 0
    }
    return (try count(day), try count(ever))
  }

  static func total(way: Int64, in reader: Reader) throws -> ContactWayCounts {
    try reader.first(
      "SELECT \(sums) FROM contact_way_count WHERE way_id = $1 AND member_id = 0 AND day = $2", way,
      ever
    ) { decode($0, from: 0) }!
  }

  /// The days of a span on which anything came; of the whole way for member 0.
  static func days(
    way: Int64, member: Int64, _ span: ClosedRange<Int>, in reader: Reader
  ) throws -> [(day: Int, counts: ContactWayCounts)] {
    try reader.all(
      """
      SELECT day, scans, assigned, added, lost FROM contact_way_count
      WHERE way_id = $1 AND member_id = $2 AND day BETWEEN $3 AND $4 ORDER BY day
      """, way, member, span.lowerBound, span.upperBound
    ) { ($0.int(0), decode($0, from: 1)) }
  }

  /// The members to whom anything came in a span of days, by key.
  static func members(
    way: Int64, _ span: ClosedRange<Int>, after member: Int64, limit: Int, in reader: Reader
  ) throws -> [(member: Int64, userid: String, counts: ContactWayCounts)] {
    try reader.all(
      """
      SELECT member_id, userid, \(sums) FROM contact_way_count JOIN member ON member.id = member_id
      WHERE way_id = $1 AND member_id > $2 AND day BETWEEN $3 AND $4
      GROUP BY member_id, userid ORDER BY member_id LIMIT $5
      """, way, member, span.lowerBound, span.upperBound, limit
    ) { ($0.int64(0), $0.text(1), decode($0, from: 2)) }
  }
}
