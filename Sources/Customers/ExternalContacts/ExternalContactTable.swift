import ServiceKit
import Store

/// The persons' and relations' rows as the list of external contacts reads them.
enum ExternalContactTable {
  /// The persons after a key, ascending, whether or not they are anybody's customers.
  static func persons(
    after key: Int64, limit: Int, in reader: Reader
  ) throws -> [(key: Int64, externalUserid: String, name: String)] {
    try reader.all(
      "SELECT id, external_userid, name FROM customer WHERE id > $1 ORDER BY id LIMIT $2", key,
      limit
    ) { ($0.int64(0), $0.text(1), $0.text(2)) }
  }

  /// Of the members who have a customer the one who added him first; nil when none has him.
  static func firstFollower(
    of customer: Int64, in reader: Reader
  ) throws -> (userid: String, addTime: Instant)? {
    try reader.first(
      """
      SELECT userid, relation.create_time FROM relation CROSS JOIN member ON member.id = member_id
      WHERE customer_id = $1 AND status <> 3 ORDER BY relation.create_time, member_id LIMIT 1
      """, customer
    ) { ($0.text(0), Instant(microseconds: $0.int64(1))) }
  }
}
