import Store

/// What an audience reads of the relations' rows.
enum AudienceTable {
  /// Gives the facts of each relation of some customers, in their order; `state` only when asked
  /// for, as it is text to be made.
  static func eachFacts(
    of customers: ClosedRange<Int64>, withState: Bool, in reader: Reader,
    _ body: (RelationPlace, RelationFacts) -> Void
  ) throws {
    try reader.each(
      """
      SELECT customer_id, slot, add_way, create_time, coalesce(last_chat_time, 0),
        \(withState ? "state" : "''"), coalesce(source_key, 0)
      FROM relation WHERE customer_id >= $1 AND customer_id <= $2 ORDER BY customer_id
      """, customers.lowerBound, customers.upperBound
    ) { row in
      body(
        RelationPlace(customer: row.int64(0), slot: row.int(1)),
        RelationFacts(
          addWay: row.int32(2), state: withState ? row.text(5) : "", createTime: row.int64(3),
          lastChatTime: row.int64(4), source: row.int64(6)))
    }
  }

  /// Gives the ids of customers between two keys, in the order of keys.
  static func eachCustomer(
    in keys: ClosedRange<Int64>, in reader: Reader, _ body: (Int64, String) throws -> Void
  ) throws {
    try reader.each(
      "SELECT id, external_userid FROM customer WHERE id >= $1 AND id <= $2 ORDER BY id",
      keys.lowerBound, keys.upperBound
    ) { row in try body(row.int64(0), row.text(1)) }
  }
}
