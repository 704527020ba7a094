import ServiceKit
import Store

/// The days' rows: one for each relation and day on which there was anything.
enum ContactDayTable {
  static let migration = Migration(
    name: "customers-007-contact-day",
    sql: """
      CREATE TABLE contact_day (
        customer_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        day INTEGER NOT NULL,
        member_messages INTEGER NOT NULL,
        customer_messages INTEGER NOT NULL,
        group_messages INTEGER NOT NULL,
        calls INTEGER NOT NULL,
        visits INTEGER NOT NULL,
        reads INTEGER NOT NULL,
        friend_requests INTEGER NOT NULL,
        first_member_time INTEGER,
        first_customer_time INTEGER,
        identities BLOB NOT NULL,
        PRIMARY KEY (customer_id, member_id, day)
      ) STRICT, WITHOUT ROWID;
      """)

  /// Finds a day's rows, of some customers, without passing those of other days. Of the keys alone:
  /// a counter that grows leaves it as it is.
  static let dayMigration = Migration(
    name: "customers-032-contact-day-by-day",
    sql: "CREATE INDEX contact_day_by_day ON contact_day (day, customer_id, member_id)")

  private static let columns = """
    customer_id, member_id, day, member_messages, customer_messages, group_messages, calls, visits,
    reads, friend_requests, first_member_time, first_customer_time, identities
    """
  private static let selectDay = """
    SELECT \(columns) FROM contact_day WHERE customer_id = $1 AND member_id = $2 AND day = $3
    """
  private static let upsert = """
    INSERT INTO contact_day (\(columns))
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    ON CONFLICT (customer_id, member_id, day) DO UPDATE SET
      member_messages = excluded.member_messages, customer_messages = excluded.customer_messages,
      group_messages = excluded.group_messages, calls = excluded.calls, visits = excluded.visits,
      reads = excluded.reads, friend_requests = excluded.friend_requests,
      first_member_time = excluded.first_member_time,
      first_customer_time = excluded.first_customer_time, identities = excluded.identities
    """

  private static func decode(_ row: borrowing Row) -> ContactDay {
    var day = ContactDay(
      customer: row.int64(0), member: row.int64(1), day: Day(number: row.int64(2)))
    day.memberMessages = row.int64(3)
    day.customerMessages = row.int64(4)
    day.groupMessages = row.int64(5)
    day.calls = row.int64(6)
    day.visits = row.int64(7)
    day.reads = row.int64(8)
    day.friendRequests = row.int64(9)
    day.firstMemberTime = row.optionalInt64(10)
    day.firstCustomerTime = row.optionalInt64(11)
    day.identities = row.withBytes(12) { bytes in
      stride(from: 0, to: bytes.count, by: 8).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
      }
    }
    return day
  }

  static func find(
    customer: Int64, member: Int64, day: Day, in reader: Reader
  ) throws -> ContactDay? {
    try reader.first(selectDay, customer, member, day.number, decode: decode)
  }

  /// A relation's days from one on, ascending.
  static func days(
    customer: Int64, member: Int64, from first: Day, in reader: Reader
  ) throws -> [ContactDay] {
    try reader.all(
      """
      SELECT \(columns) FROM contact_day WHERE customer_id = $1 AND member_id = $2 AND day >= $3
      ORDER BY day
      """, customer, member, first.number, decode: decode)
  }

  /// Gives what some counters come to on a day, row by row, of some customers.
  static func eachSum(
    of counters: [InteractionCounter], on day: Day, customers: ClosedRange<Int64>,
    in reader: Reader, _ body: (_ customer: Int64, _ member: Int64, _ sum: Int64) -> Void
  ) throws {
    try reader.each(
      """
      SELECT customer_id, member_id, \(sum(of: counters)) FROM contact_day
      WHERE day = $1 AND customer_id >= $2 AND customer_id <= $3
      """, day.number, customers.lowerBound, customers.upperBound
    ) { body($0.int64(0), $0.int64(1), $0.int64(2)) }
  }

  /// The same on some days, by passing all rows of the customers.
  static func eachSum(
    of counters: [InteractionCounter], on days: ClosedRange<Day>, customers: ClosedRange<Int64>,
    in reader: Reader, _ body: (_ customer: Int64, _ member: Int64, _ sum: Int64) -> Void
  ) throws {
    // `day + 0`, so that it is not found by the day.
    try reader.each(
      """
      SELECT customer_id, member_id, \(sum(of: counters)) FROM contact_day
      WHERE customer_id >= $1 AND customer_id <= $2 AND day + 0 >= $3 AND day + 0 <= $4
      """, customers.lowerBound, customers.upperBound, days.lowerBound.number,
      days.upperBound.number
    ) { body($0.int64(0), $0.int64(1), $0.int64(2)) }
  }

  /// What some counters of a relation come to over some days.
  static func sum(
    of counters: [InteractionCounter], on days: ClosedRange<Day>, customer: Int64, member: Int64,
    in reader: Reader
  ) throws -> Int64 {
    try reader.first(
      """
      SELECT coalesce(sum(\(sum(of: counters))), 0) FROM contact_day
      WHERE customer_id = $1 AND member_id = $2 AND day >= $3 AND day <= $4
      """, customer, member, days.lowerBound.number, days.upperBound.number
    ) { $0.int64(0) }!
  }

  /// The statement's words for it: few enough, as each is prepared once.
  private static func sum(of counters: [InteractionCounter]) -> String {
    counters.sorted { $0.rawValue < $1.rawValue }.map(column).joined(separator: " + ")
  }

  private static func column(of counter: InteractionCounter) -> String {
    switch counter {
    case .memberMessages: "member_messages"
    case .customerMessages: "customer_messages"
    case .groupMessages: "group_messages"
    case .calls: "calls"
    case .visits: "visits"
    case .reads: "reads"
    }
  }

  static func put(_ day: ContactDay, in writer: Writer) throws {
    let identities = day.identities.flatMap { identity in
      withUnsafeBytes(of: identity.littleEndian, Array.init)
    }
    try writer.run(
      upsert, day.customer, day.member, day.day.number, day.memberMessages, day.customerMessages,
      day.groupMessages, day.calls, day.visits, day.reads, day.friendRequests, day.firstMemberTime,
      day.firstCustomerTime, identities)
  }

  /// Lets go of a relation's days before `kept`, and of what tells repetitions apart before `open`,
  /// from when on nothing is taken any more.
  static func forget(
    customer: Int64, member: Int64, kept: Day, open: Day, in writer: Writer
  ) throws {
    try writer.run(
      "DELETE FROM contact_day WHERE customer_id = $1 AND member_id = $2 AND day < $3", customer,
      member, kept.number)
    try writer.run(
      """
      UPDATE contact_day SET identities = x''
      WHERE customer_id = $1 AND member_id = $2 AND day < $3 AND identities <> x''
      """, customer, member, open.number)
  }
}
