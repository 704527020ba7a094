import ServiceKit
import Store

/// The relations' rows, their counters, and who carries which tag.
///
/// `relation` lies in the order of customers, so that an audience of everybody is one walk through
/// it; `relation_by_member` finds a member's. `relation_tag` repeats the relations' tags the other
/// way round, from the tag to its carriers in the order of customers: what few carry is found
/// without a walk through all. Both are written here alone and always together, so `relation_tag`
/// does without the foreign keys, which would cost a look-up a tag.
enum RelationTable {
  static let migration = Migration(
    name: "customers-004-relation",
    sql: """
      CREATE TABLE relation (
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        member_id INTEGER NOT NULL REFERENCES member (id),
        status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 4),
        remark TEXT NOT NULL,
        description TEXT NOT NULL,
        add_way INTEGER NOT NULL,
        oper_userid TEXT NOT NULL,
        state TEXT NOT NULL,
        tags BLOB NOT NULL,
        create_time INTEGER NOT NULL,
        last_chat_time INTEGER,
        PRIMARY KEY (customer_id, member_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX relation_by_member ON relation (member_id, customer_id);
      CREATE TABLE relation_tag (
        tag_id INTEGER NOT NULL,
        customer_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        PRIMARY KEY (tag_id, customer_id, member_id)
      ) STRICT, WITHOUT ROWID;
      """)

  private static let columns = """
    customer_id, member_id, userid, status, remark, description, add_way, oper_userid, state, tags,
    relation.create_time, last_chat_time
    """

  private static func decode(_ row: borrowing Row) throws -> Relation {
    var relation = Relation(
      customerKey: row.int64(0), memberKey: row.int64(1), userid: row.text(2),
      status: try row.value(3), createTime: Instant(microseconds: row.int64(10)))
    relation.remark = row.text(4)
    relation.description = row.text(5)
    relation.addWay = row.int32(6)
    relation.operUserid = row.text(7)
    relation.state = row.text(8)
    relation.tags = row.withBytes(9) { TagSet(packed: $0) }
    relation.lastChatTime = row.optionalInt64(11).map(Instant.init(microseconds:))
    return relation
  }

  static func find(
    customer: Int64, member: Int64, in reader: Reader
  ) throws -> Relation? {
    try reader.first(
      """
      SELECT \(columns) FROM relation JOIN member ON member.id = member_id
      WHERE customer_id = $1 AND member_id = $2
      """, customer, member, decode: decode)
  }

  /// The key of a customer whom the member follows, or ever followed.
  static func customer(
    _ externalUserid: String, followedBy member: Int64, in reader: Reader
  ) throws -> Int64? {
    try reader.first(
      """
      SELECT customer_id FROM relation
      WHERE customer_id = (SELECT id FROM customer WHERE external_userid = $1) AND member_id = $2
      """, externalUserid, member
    ) { $0.int64(0) }
  }

  /// A customer and his relation with a member, as long as the member sees it.
  static func find(
    userid: String, externalUserid: String, in reader: Reader
  ) throws -> (Customer, Relation) {
    guard let customer = try CustomerTable.find(externalUserid, in: reader),
      let member = try MemberTable.find(userid, in: reader),
      let relation = try find(customer: customer.key, member: member.key, in: reader),
      relation.status.isKept
    else { throw RelationFailure.notRelated(userid: userid, externalUserid: externalUserid) }
    return (customer, relation)
  }

  /// Notes when the two chatted, unless they chatted later than that. Microseconds.
  static func note(
    chatTime: Int64, customer: Int64, member: Int64, in writer: Writer
  ) throws {
    try writer.run(
      """
      UPDATE relation SET last_chat_time = $3
      WHERE customer_id = $1 AND member_id = $2
        AND (last_chat_time IS NULL OR last_chat_time < $3)
      """, customer, member, chatTime)
  }

  /// The relations of a customer that the members have not removed, ascending by member.
  static func followers(
    of customer: Int64, after member: Int64, limit: Int, in reader: Reader
  ) throws -> [Relation] {
    try reader.all(
      """
      SELECT \(columns) FROM relation JOIN member ON member.id = member_id
      WHERE customer_id = $1 AND member_id > $2 AND status <> 3
      ORDER BY member_id LIMIT $3
      """, customer, member, limit, decode: decode)
  }

  /// The relations a member has not removed, ascending by customer.
  static func customers(
    of member: Int64, after customer: Int64, limit: Int, in reader: Reader
  ) throws -> [Relation] {
    try reader.all(
      """
      SELECT \(columns) FROM relation JOIN member ON member.id = member_id
      WHERE member_id = $1 AND customer_id > $2 AND status <> 3
      ORDER BY customer_id LIMIT $3
      """, member, customer, limit, decode: decode)
  }

  /// Whether a member ever had a customer.
  static func hasAny(of member: Int64, in reader: Reader) throws -> Bool {
    try reader.exists("SELECT 1 FROM relation WHERE member_id = $1 LIMIT 1", member)
  }

  /// Writes a relation over what stood before, with what hangs on it: carriers and counters.
  static func put(
    _ relation: Relation, over before: Relation?, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO relation (customer_id, member_id, status, remark, description, add_way,
        oper_userid, state, tags, create_time, last_chat_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (customer_id, member_id) DO UPDATE SET
        status = excluded.status, remark = excluded.remark, description = excluded.description,
        add_way = excluded.add_way, oper_userid = excluded.oper_userid, state = excluded.state,
        tags = excluded.tags, create_time = excluded.create_time,
        last_chat_time = excluded.last_chat_time
      """, relation.customerKey, relation.memberKey, relation.status.rawValue, relation.remark,
      relation.description, relation.addWay, relation.operUserid, relation.state,
      relation.tags.packed, relation.createTime.microseconds, relation.lastChatTime?.microseconds)
    let wasKept = before?.status.isKept ?? false
    if relation.status.isKept != wasKept {
      try MemberTable.count(wasKept ? -1 : 1, for: relation.memberKey, in: writer)
    }
    try carry(relation, over: before?.tags ?? TagSet(), in: writer)
  }

  private static func carry(
    _ relation: Relation, over before: TagSet, in writer: Writer
  ) throws {
    guard relation.tags != before else { return }
    for tag in relation.tags.subtracting(before).keys {
      try writer.run(
        "INSERT INTO relation_tag (tag_id, customer_id, member_id) VALUES ($1, $2, $3)",
        tag, relation.customerKey, relation.memberKey)
      try TagTable.count(1, for: tag, in: writer)
    }
    for tag in before.subtracting(relation.tags).keys {
      try writer.run(
        "DELETE FROM relation_tag WHERE tag_id = $1 AND customer_id = $2 AND member_id = $3",
        tag, relation.customerKey, relation.memberKey)
      try TagTable.count(-1, for: tag, in: writer)
    }
  }

  /// The first relations that carry a tag, in the order of customers.
  static func carriers(
    of tag: Int64, limit: Int, in reader: Reader
  ) throws -> [Relation] {
    try reader.all(
      """
      SELECT \(columns) FROM relation JOIN member ON member.id = member_id
      JOIN (SELECT customer_id AS carrier_id, member_id AS carrier_member_id FROM relation_tag
        WHERE tag_id = $1 ORDER BY customer_id, member_id LIMIT $2)
      ON customer_id = carrier_id AND member_id = carrier_member_id
      """, tag, limit, decode: decode)
  }
}
