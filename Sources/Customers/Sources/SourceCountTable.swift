import Store

/// What came by a source on one of the corp's days, counted as it happened.
struct SourceCounts: Sendable, Equatable {
  var scans = 0
  var added = 0
  var lost = 0
}

/// The counters' rows, changed by `add` alone, in the transaction of what they count.
enum SourceCountTable {
  static let migration = Migration(
    name: "customers-042-source-count",
    sql: """
      CREATE TABLE source_count (
        source_key INTEGER NOT NULL REFERENCES source (id),
        day INTEGER NOT NULL,
        scans INTEGER NOT NULL,
        added INTEGER NOT NULL,
        lost INTEGER NOT NULL,
        PRIMARY KEY (source_key, day)
      ) STRICT, WITHOUT ROWID;
      """)

  /// A row of a report: the values it is added up by, the day, or 0 for all, and the counts.
  struct Sum: Sendable, Equatable {
    let place: Place
    let counts: SourceCounts
  }

  /// Where a row stands among the others.
  struct Place: Sendable, Equatable {
    var channel: String
    var scene: String
    /// The source's key or the store.
    var number: Int64
    var day: Int64

    static let beforeAll = Place(channel: "", scene: "", number: -1, day: -1)
  }

  static func add(
    _ counts: SourceCounts, source: Int64, day: Int, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO source_count (source_key, day, scans, added, lost) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (source_key, day) DO UPDATE SET
        scans = source_count.scans + excluded.scans, added = source_count.added + excluded.added,
        lost = source_count.lost + excluded.lost
      """, source, day, counts.scans, counts.added, counts.lost)
  }

  private static let added = """
    coalesce(sum(scans), 0) AS scans, coalesce(sum(added), 0) AS added, coalesce(sum(lost), 0) AS lost
    """
  private static let asked = """
    FROM source_count JOIN source ON source.id = source_count.source_key
    WHERE day BETWEEN $1 AND $2 AND ($3 = '' OR source.source_id = $3)
      AND ($4 = '' OR channel = $4) AND ($5 = '' OR scene = $5)
      AND ($6 = 0 OR department_id = $6)
    """

  static func total(
    _ filter: SourceFilter, _ span: ClosedRange<Int>, in reader: Reader
  ) throws -> SourceCounts {
    try reader.first(
      "SELECT \(added) \(asked)", span.lowerBound, span.upperBound, filter.sourceID, filter.channel,
      filter.scene, filter.departmentID
    ) { SourceCounts(scans: $0.int(0), added: $0.int(1), lost: $0.int(2)) }!
  }

  /// The rows after a place, in their order: added up by source, channel, scene or store, of each day
  /// or of the whole span.
  static func sums(
    by rollup: SourceRollup, ofEachDay: Bool, _ filter: SourceFilter, _ span: ClosedRange<Int>,
    after place: Place, limit: Int, in reader: Reader
  ) throws -> [Sum] {
    let values: String =
      switch rollup {
      case .source: "'' AS a, '' AS b, source.id AS c"
      case .channel: "channel AS a, '' AS b, 0 AS c"
      case .scene: "channel AS a, scene AS b, 0 AS c"
      case .store: "'' AS a, '' AS b, department_id AS c"
      }
    return try reader.all(
      """
      SELECT a, b, c, d, scans, added, lost FROM (
        SELECT \(values), \(ofEachDay ? "day" : "0") AS d, \(added) \(asked) GROUP BY 1, 2, 3, 4
      ) AS report
      WHERE (a, b, c, d) > ($7, $8, $9, $10) ORDER BY a, b, c, d LIMIT $11
      """, span.lowerBound, span.upperBound, filter.sourceID, filter.channel, filter.scene,
      filter.departmentID, place.channel, place.scene, place.number, place.day, limit
    ) { row in
      Sum(
        place: Place(
          channel: row.text(0), scene: row.text(1), number: row.int64(2), day: row.int64(3)),
        counts: SourceCounts(scans: row.int(4), added: row.int(5), lost: row.int(6)))
    }
  }
}
