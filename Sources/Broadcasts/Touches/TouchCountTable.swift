import ServiceKit
import Store

/// What a touch counter is of, within a broadcast.
enum TouchDimension: Sendable, Hashable {
  case broadcast
  case member(Int64)
  case variant(Int)
  case day(Day)

  fileprivate var number: Int {
    switch self {
    case .broadcast: 1
    case .member: 2
    case .variant: 3
    case .day: 4
    }
  }

  fileprivate var item: Int64 {
    switch self {
    case .broadcast: 0
    case .member(let key): key
    case .variant(let variant): Int64(variant)
    case .day(let day): day.number
    }
  }
}

/// What one transaction adds to the touch counters.
struct TouchCounting: Sendable {
  fileprivate struct Key: Hashable {
    let broadcast: Int64
    let dimension: TouchDimension
  }

  fileprivate private(set) var additions: [Key: TouchCounts] = [:]

  init() {}

  /// Counts for a delivery's broadcast and member, its variant if it has one, and a day.
  mutating func add(_ counts: TouchCounts, to key: CounterKey, on day: Day) {
    guard counts != TouchCounts() else { return }
    var dimensions: [TouchDimension] = [.broadcast, .member(key.member), .day(day)]
    if key.variant > 0 { dimensions.append(.variant(key.variant)) }
    for dimension in dimensions {
      additions[Key(broadcast: key.broadcast, dimension: dimension), default: TouchCounts()] +=
        counts
    }
  }
}

/// The touch counters' rows.
enum TouchCountTable {
  private static let columns = """
    click_count, clicked_count, reading_count, read_percent, read_seconds, visit_count,
    visited_count, clicked_visited_count, clicked_converted_count, clicked_visited_converted_count
    """

  private static func decode(_ row: borrowing Row, from column: Int) -> TouchCounts {
    var counts = TouchCounts()
    for (index, field) in TouchCounts.fields.enumerated() {
      counts[keyPath: field] = row.int64(column + index)
    }
    return counts
  }

  static func add(_ counting: TouchCounting, in writer: Writer) throws {
    let names = columns.split(whereSeparator: { ", \n".contains($0) })
    let sums = names.map { "\($0) = touch_count.\($0) + excluded.\($0)" }
    for (key, counts) in counting.additions {
      try writer.run(
        """
        INSERT INTO touch_count (broadcast_id, dimension, item, \(columns))
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (broadcast_id, dimension, item) DO UPDATE SET
          \(sums.joined(separator: ", "))
        """,
        arguments: [key.broadcast, key.dimension.number, key.dimension.item]
          + TouchCounts.fields.map { counts[keyPath: $0] })
    }
  }

  /// What is counted of one; nothing when it has no row.
  static func counts(
    broadcast: Int64, _ dimension: TouchDimension, in reader: Reader
  ) throws -> TouchCounts {
    try reader.first(
      """
      SELECT \(columns) FROM touch_count
      WHERE broadcast_id = $1 AND dimension = $2 AND item = $3
      """, broadcast, dimension.number, dimension.item
    ) { decode($0, from: 0) } ?? TouchCounts()
  }

  static func days(
    broadcast: Int64, after: Int64, limit: Int, in reader: Reader
  ) throws -> [(day: Day, counts: TouchCounts)] {
    try reader.all(
      """
      SELECT item, \(columns) FROM touch_count
      WHERE broadcast_id = $1 AND dimension = 4 AND item > $2 ORDER BY item LIMIT $3
      """, broadcast, after, limit
    ) { (Day(number: $0.int64(0)), decode($0, from: 1)) }
  }

  static func members(
    broadcast: Int64, after: Int64, limit: Int, in reader: Reader
  ) throws -> [(member: Int64, userid: String, counts: TouchCounts)] {
    try reader.all(
      """
      SELECT item, userid, \(columns) FROM touch_count CROSS JOIN member ON member.id = item
      WHERE broadcast_id = $1 AND dimension = 2 AND item > $2 ORDER BY item LIMIT $3
      """, broadcast, after, limit
    ) { ($0.int64(0), $0.text(1), decode($0, from: 2)) }
  }
}
