import Store

/// Where an audience's candidates are read: ranges of relations by customer, by member, by tag.
///
/// Only relations that neither side removed are read, and of these only what `fits` says yes to is
/// given out, judged by the member's key and the packed tags before anything else is decoded.
struct AudienceTable {
  let reader: Reader
  let fits: (_ member: Int64, _ tags: UnsafeRawBufferPointer) -> Bool

  private static let columns =
    "relation.customer_id, relation.member_id, tags, create_time, coalesce(last_chat_time, 0)"

  /// Customers after one key, up to another.
  func everyone(
    after: Int64, through: Int64, _ found: (Candidate) throws -> Void
  ) throws {
    try give(
      """
      SELECT \(Self.columns) FROM relation
      WHERE customer_id > $1 AND customer_id <= $2 AND status IN (1, 2) ORDER BY customer_id
      """, [after, through], found)
  }

  func customer(_ key: Int64, _ found: (Candidate) throws -> Void) throws {
    try give(
      "SELECT \(Self.columns) FROM relation WHERE customer_id = $1 AND status IN (1, 2)", [key],
      found)
  }

  /// One member's customers after one key, up to another.
  func customers(
    of member: Int64, after: Int64, through: Int64, _ found: (Candidate) throws -> Void
  ) throws {
    try give(
      """
      SELECT \(Self.columns) FROM relation
      WHERE member_id = $1 AND customer_id > $2 AND customer_id <= $3 AND status IN (1, 2)
      """, [member, after, through], found)
  }

  /// One tag's carriers after one customer's key, up to another.
  func carriers(
    of tag: Int64, after: Int64, through: Int64, _ found: (Candidate) throws -> Void
  ) throws {
    try give(
      """
      SELECT \(Self.columns) FROM relation_tag JOIN relation
        ON relation.customer_id = relation_tag.customer_id
        AND relation.member_id = relation_tag.member_id
      WHERE tag_id = $1 AND relation_tag.customer_id > $2 AND relation_tag.customer_id <= $3
        AND status IN (1, 2)
      """, [tag, after, through], found)
  }

  private func give(
    _ sql: String, _ arguments: [any Bindable], _ found: (Candidate) throws -> Void
  ) throws {
    try reader.each(sql, arguments: arguments) { row in
      let member = row.int64(1)
      guard row.withBytes(2, { fits(member, $0) }) else { return }
      try found(
        Candidate(
          customer: row.int64(0), member: member, lastChatTime: row.int64(4),
          createTime: row.int64(3)))
    }
  }
}
