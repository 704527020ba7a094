import ServiceKit
import Store

/// Holds what is kept of customers, relations and tags a second time against the rows.
enum RelationCheckTable {
  static let checks =
    [
      Check { try IndexCheck.differences(in: $0).map(\.description) },
      Check(CustomerKeyTable.mistakes),
      Check(SearchTable.mistakes),
      Check(claims),
    ] + counts

  private static let counts = [
    Check(
      "the number of customers of member",
      sql: """
        SELECT userid FROM member
        WHERE customer_count <> (
          SELECT count(*) FROM (
            SELECT customer_id FROM member_customer WHERE member_id = member.id
            UNION ALL
            SELECT customer_id FROM member_customer_new WHERE member_id = member.id) AS keys
          JOIN relation ON relation.customer_id = keys.customer_id
            AND relation.member_id = member.id
          WHERE status <> 3)
        """),
    Check(
      "the number of tags of group",
      sql: """
        SELECT group_id FROM tag_group
        WHERE deleted = 0 AND tag_count <>
          (SELECT count(*) FROM tag WHERE group_key = tag_group.id AND deleted = 0)
        """),
    Check(
      "the number of tags, which is kept as",
      sql: """
        SELECT live_count || '' FROM tag_total
        WHERE live_count <> (SELECT count(*) FROM tag WHERE deleted = 0)
        """),
    Check(
      "how many carry the personal tag",
      sql: """
        SELECT member_id || ' ' || name FROM (
          SELECT member_id, name, count(*) AS counted FROM personal_tag GROUP BY 1, 2) AS rows
        FULL JOIN personal_tag_name AS kept USING (member_id, name)
        WHERE counted IS NOT relation_count
        """),
  ]

  /// A claim says what a job gave and took, and nobody has touched since.
  private static func claims(in reader: Reader) throws -> [String] {
    var mistakes: [String] = []
    try reader.each(
      """
      SELECT tag_claim.customer_id, tag_claim.member_id, given, taken, tags FROM tag_claim
      LEFT JOIN relation ON relation.customer_id = tag_claim.customer_id
        AND relation.member_id = tag_claim.member_id
      """
    ) { row in
      let tags = row.isNull(4) ? nil : row.withBytes(4) { TagSet(packed: $0) }
      let given = row.withBytes(2) { TagSet(packed: $0) }
      let taken = row.withBytes(3) { TagSet(packed: $0) }
      if let tags, given.subtracting(tags).isEmpty, taken.subtracting(tags) == taken { return }
      mistakes.append("a job's claim on the tags of relation \(row.int64(0))/\(row.int64(1))")
    }
    return mistakes
  }
}
