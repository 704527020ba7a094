import ServiceKit
import Store

/// The relations' rows and their counters.
///
/// `relation` lies in the order of customers, so that one customer's relations, and those of many in
/// the order of an audience, are read together; `MemberCustomerTable` finds a member's. Who carries
/// which tag is the index's knowledge (`RelationIndex`), which every change of a row is told to.
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

  /// Numbers each customer's relations and makes the index of them.
  static let indexMigration = Migration(
    name: "customers-006-index",
    sql: """
      ALTER TABLE relation ADD COLUMN slot INTEGER NOT NULL DEFAULT 0;
      UPDATE relation SET slot = (
        SELECT count(*) FROM relation AS other
        WHERE other.customer_id = relation.customer_id AND other.member_id < relation.member_id);
      \(CarrierTable.sql)
      \(FollowerTable.sql)
      """,
    rewrite: { writer in
      try IndexCheck.build(in: writer)
      try writer.run("DROP TABLE relation_tag")
    })

  static let remarksMigration = Migration(
    name: "customers-037-remarks",
    sql: """
      ALTER TABLE relation ADD COLUMN remark_corp_name TEXT NOT NULL DEFAULT '';
      ALTER TABLE relation ADD COLUMN remark_mobiles TEXT NOT NULL DEFAULT '';
      """)

  static let sourceMigration = Migration(
    name: "customers-044-relation-source",
    sql: "ALTER TABLE relation ADD COLUMN source_key INTEGER REFERENCES source (id);")

  private static let columns = """
    customer_id, member_id, userid, status, remark, description, add_way, oper_userid, state, tags,
    relation.create_time, last_chat_time, slot, remark_corp_name, remark_mobiles, source_key,
    CASE WHEN source_key IS NULL THEN NULL
      ELSE (SELECT source_id FROM source WHERE source.id = source_key) END
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
    relation.slot = row.int(12)
    relation.remarkCorpName = row.text(13)
    relation.remarkMobiles = mobiles(row.text(14))
    if let key = row.optionalInt64(15) {
      relation.source = Source.Reference(key: key, sourceID: row.text(16))
    }
    return relation
  }

  /// The numbers of a row, one a line: none holds control characters.
  static func mobiles(_ text: String) -> [String] {
    text.isEmpty ? [] : text.split(separator: "\n").map(String.init)
  }

  private static let selectByKeys = """
    SELECT \(columns) FROM relation JOIN member ON member.id = member_id
    WHERE customer_id = $1 AND member_id = $2
    """
  private static let selectFollowers = """
    SELECT \(columns) FROM relation JOIN member ON member.id = member_id
    WHERE customer_id = $1 AND member_id > $2 AND status <> 3
    ORDER BY member_id LIMIT $3
    """

  static func find(
    customer: Int64, member: Int64, in reader: Reader
  ) throws -> Relation? {
    try reader.first(
      selectByKeys, customer, member, decode: decode)
  }

  /// The key of a customer whom the member follows, or ever followed.
  static func customer(
    _ externalUserid: String, followedBy member: Int64, in reader: Reader
  ) throws -> Int64? {
    guard let customer = try CustomerTable.key(of: externalUserid, in: reader),
      try reader.exists(
        "SELECT 1 FROM relation WHERE customer_id = $1 AND member_id = $2", customer, member)
    else { return nil }
    return customer
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
      selectFollowers, customer, member, limit, decode: decode)
  }

  /// The relations a member has not removed, ascending by customer.
  static func customers(
    of member: Int64, after customer: Int64, limit: Int, in reader: Reader
  ) throws -> [Relation] {
    var found: [Relation] = []
    var last = customer
    while found.count < limit {
      let keys = try MemberCustomerTable.customers(
        of: member, after: last, limit: limit, in: reader)
      for key in keys {
        let relation = try find(customer: key, member: member, in: reader)
        if let relation, relation.status.isKept { found.append(relation) }
      }
      guard keys.count == limit, let end = keys.last else { break }
      last = end
    }
    return Array(found.prefix(limit))
  }

  /// All relations after one, those too that members removed, ascending by customer, then by member,
  /// as far as a customer.
  static func all(
    after place: (customer: Int64, member: Int64), through last: Int64, limit: Int,
    in reader: Reader
  ) throws -> [Relation] {
    try reader.all(
      """
      SELECT \(columns) FROM relation CROSS JOIN member ON member.id = member_id
      WHERE (customer_id, member_id) > ($1, $2) AND customer_id <= $3
      ORDER BY customer_id, member_id LIMIT $4
      """, place.customer, place.member, last, limit, decode: decode)
  }

  /// The members who follow somebody of a company, the oldest acquaintances first; one may come
  /// more than once.
  static func followers(
    ofCompany corpName: String, limit: Int, in reader: Reader
  ) throws -> [Int64] {
    try reader.all(
      """
      SELECT member_id FROM customer JOIN relation ON customer_id = customer.id
      WHERE corp_name = $1 AND corp_name <> '' AND status IN (1, 2) ORDER BY customer.id LIMIT $2
      """, corpName, limit
    ) { $0.int64(0) }
  }

  /// Whether a member ever had a customer.
  static func hasAny(of member: Int64, in reader: Reader) throws -> Bool {
    try !MemberCustomerTable.customers(of: member, limit: 1, in: reader).isEmpty
  }

  /// The slot of a customer's next relation.
  static func nextSlot(of customer: Int64, in reader: Reader) throws -> Int {
    try reader.first(
      "SELECT coalesce(max(slot) + 1, 0) FROM relation WHERE customer_id = $1", customer
    ) { $0.int(0) }!
  }

  /// Writes a relation over what stood before, with what hangs on it: the member's counter and, told
  /// to `index`, who carries its tags.
  static func put(
    _ relation: Relation, over before: Relation?, index: RelationIndex, in writer: Writer
  ) throws {
    try writer.run(
      """
      INSERT INTO relation (customer_id, member_id, status, remark, description, add_way,
        oper_userid, state, tags, create_time, last_chat_time, slot, remark_corp_name,
        remark_mobiles, source_key)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      ON CONFLICT (customer_id, member_id) DO UPDATE SET
        status = excluded.status, remark = excluded.remark, description = excluded.description,
        add_way = excluded.add_way, oper_userid = excluded.oper_userid, state = excluded.state,
        tags = excluded.tags, create_time = excluded.create_time,
        last_chat_time = excluded.last_chat_time, remark_corp_name = excluded.remark_corp_name,
        remark_mobiles = excluded.remark_mobiles, source_key = excluded.source_key
      """, relation.customerKey, relation.memberKey, relation.status.rawValue, relation.remark,
      relation.description, relation.addWay, relation.operUserid, relation.state,
      relation.tags.packed, relation.createTime.microseconds, relation.lastChatTime?.microseconds,
      relation.slot, relation.remarkCorpName, relation.remarkMobiles.joined(separator: "\n"),
      relation.source?.key)
    for number in relation.newNumbers(over: before) {
      try CustomerKeyTable.insert(mobile: number, key: relation.customerKey, in: writer)
    }
    if before == nil {
      try MemberCustomerTable.insert(
        member: relation.memberKey, customer: relation.customerKey, in: writer)
    }
    let wasKept = before?.status.isKept ?? false
    if relation.status.isKept != wasKept {
      try MemberTable.count(wasKept ? -1 : 1, for: relation.memberKey, in: writer)
    }
    index.change(before, to: relation)
  }

  /// The relation at a place of the index.
  static func find(_ place: RelationPlace, in reader: Reader) throws -> Relation? {
    try reader.first(
      """
      SELECT \(columns) FROM relation JOIN member ON member.id = member_id
      WHERE customer_id = $1 AND slot = $2
      """, place.customer, place.slot, decode: decode)
  }

  /// Gives what the index has to know of each relation of some customers, in their order.
  static func eachIndexed(
    of customers: ClosedRange<Int64>, in reader: Reader,
    _ body: (FollowerTable.Entry, Relation.Status, TagSet) throws -> Void
  ) throws {
    try reader.each(
      """
      SELECT customer_id, slot, member_id, status, tags FROM relation
      WHERE customer_id >= $1 AND customer_id <= $2 ORDER BY customer_id, member_id
      """, customers.lowerBound, customers.upperBound
    ) { row in
      try body(
        .init(customer: row.int64(0), slot: row.int(1), member: row.int64(2)), row.value(3),
        row.withBytes(4) { TagSet(packed: $0) })
    }
  }
}
