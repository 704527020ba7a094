import ServiceKit
import Store

/// When members left 离职, and which customers they left behind 待分配.
///
/// The index holds those who left and have customers still: who has none costs a list nothing.
enum DimissionTable {
  static let migration = Migration(
    name: "customers-012-dimission",
    sql: """
      ALTER TABLE member ADD COLUMN dimission_time INTEGER;
      CREATE INDEX member_with_unassigned ON member (dimission_time, id)
        WHERE dimission_time IS NOT NULL AND customer_count > 0;
      """)

  /// When a member left; nil when he has not.
  static func time(of member: Int64, in reader: Reader) throws -> Instant? {
    try reader.first("SELECT dimission_time FROM member WHERE id = $1", member) {
      $0.optionalInt64(0).map(Instant.init(microseconds:))
    } ?? nil
  }

  /// Notes that a member left, unless that is known; says whether it is news.
  static func leave(_ member: Int64, at moment: Instant, in writer: Writer) throws -> Bool {
    try writer.run(
      "UPDATE member SET dimission_time = $2 WHERE id = $1 AND dimission_time IS NULL", member,
      moment.microseconds) > 0
  }

  /// Notes that a member is back, or never left.
  static func comeBack(_ member: Int64, in writer: Writer) throws {
    try writer.run(
      "UPDATE member SET dimission_time = NULL WHERE id = $1 AND dimission_time IS NOT NULL", member
    )
  }

  struct Leaver: Sendable, Equatable {
    let member: Int64
    let userid: String
    let time: Instant
  }

  private static func decode(_ row: borrowing Row) -> Leaver {
    Leaver(
      member: row.int64(0), userid: row.text(1), time: Instant(microseconds: row.int64(2)))
  }

  /// A member who left and has customers still.
  static func leaver(_ member: Int64, in reader: Reader) throws -> Leaver? {
    try reader.first(
      """
      SELECT id, userid, dimission_time FROM member
      WHERE id = $1 AND dimission_time IS NOT NULL AND customer_count > 0
      """, member, decode: decode)
  }

  /// Who left last before a place in the list of those with customers; of those who left at the same
  /// moment, the larger key first.
  static func leaver(
    before place: (time: Int64, member: Int64), in reader: Reader
  ) throws -> Leaver? {
    try reader.first(
      """
      SELECT id, userid, dimission_time FROM member
      WHERE dimission_time IS NOT NULL AND customer_count > 0 AND (dimission_time, id) < ($1, $2)
      ORDER BY dimission_time DESC, id DESC LIMIT 1
      """, place.time, place.member, decode: decode)
  }

  /// Gives some of a member's relations, ascending by customer, those that ended too.
  static func eachCustomer(
    of member: Int64, after customer: Int64, limit: Int, in reader: Reader,
    _ body: (_ customer: Int64, _ isLive: Bool) throws -> Void
  ) throws {
    let customers = try MemberCustomerTable.customers(
      of: member, after: customer, limit: limit, in: reader)
    for customer in customers {
      let status: Relation.Status? = try reader.first(
        "SELECT status FROM relation WHERE customer_id = $1 AND member_id = $2", customer, member
      ) { try $0.value(0) }
      try body(customer, status?.isLive ?? false)
    }
  }
}
