import ServiceKit
import Store

/// The attributes' rows, a customer's together.
enum AttributeTable {
  static let migration = Migration(
    name: "customers-039-attribute",
    sql: """
      CREATE TABLE attribute (
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        name TEXT NOT NULL,
        provenance INTEGER NOT NULL CHECK (provenance BETWEEN 1 AND 3),
        -- One of the four has the value.
        text_value TEXT,
        number_value REAL,
        flag_value INTEGER CHECK (flag_value IN (0, 1)),
        time_value INTEGER,
        confidence REAL NOT NULL,
        source TEXT NOT NULL,
        observe_time INTEGER NOT NULL,
        PRIMARY KEY (customer_id, name, provenance)
      ) STRICT, WITHOUT ROWID;
      """)

  /// Finds those who have an attribute, in the order of customers, without their rows.
  static let namesMigration = Migration(
    name: "customers-047-attribute-names",
    sql: """
      CREATE INDEX attribute_by_name ON attribute (name, customer_id, provenance, confidence,
        observe_time, text_value, number_value, flag_value, time_value);
      """)

  private static let columns = """
    name, provenance, text_value, number_value, flag_value, time_value, confidence, source,
    observe_time
    """

  private static func decode(_ row: borrowing Row) throws -> Attribute {
    let value: Attribute.Value =
      if let text = row.optionalText(2) {
        .text(text)
      } else if let number = row.optionalDouble(3) {
        .number(number)
      } else if let flag = row.optionalBool(4) {
        .flag(flag)
      } else {
        .moment(Instant(microseconds: row.int64(5)))
      }
    return Attribute(
      key: .init(name: row.text(0), provenance: try row.value(1)), value: value,
      confidence: row.double(6), source: row.text(7),
      observeTime: Instant(microseconds: row.int64(8)))
  }

  /// All of a customer, who has no more than the policy lets him.
  static func list(of customer: Int64, in reader: Reader) throws -> [Attribute] {
    try reader.all(
      "SELECT \(columns) FROM attribute WHERE customer_id = $1", customer, decode: decode)
  }

  /// All of the person that a customer is merged into.
  static func list(ofPersonOf customer: Int64, in reader: Reader) throws -> [Attribute] {
    Attribute.latest(
      of: try PersonTable.customers(with: customer, in: reader)
        .flatMap { try list(of: $0, in: reader) })
  }

  /// What an audience asks of a value: all but who says so.
  private static let judged = """
    attribute.name, provenance, text_value, number_value, flag_value, time_value, confidence, '',
    observe_time
    """
  private static let selectNamed = """
    SELECT \(judged), customer_id FROM attribute
    WHERE name = $1 AND customer_id >= $2 AND customer_id <= $3
    """
  private static let selectNamedOfPersons = """
    SELECT \(judged), own.customer_id
    FROM person_customer AS own
      CROSS JOIN person_customer AS other ON other.person_id = own.person_id
      CROSS JOIN attribute ON attribute.customer_id = other.customer_id
    WHERE own.customer_id >= $2 AND own.customer_id <= $3 AND name = $1
    ORDER BY own.customer_id, other.customer_id
    """

  /// The values of one name of those customers who have any, each for himself or for his person.
  static func values(
    named name: String, of customers: ClosedRange<Int64>, in reader: Reader
  ) throws -> [Int64: [Attribute]] {
    var values: [Int64: [Attribute]] = [:]
    try reader.each(selectNamed, name, customers.lowerBound, customers.upperBound) { row in
      values[row.int64(9), default: []].append(try decode(row))
    }
    var ofPersons: [Int64: [Attribute]] = [:]
    try reader.each(selectNamedOfPersons, name, customers.lowerBound, customers.upperBound) { row in
      ofPersons[row.int64(9), default: []].append(try decode(row))
    }
    for (customer, all) in ofPersons { values[customer] = Attribute.latest(of: all) }
    return values
  }

  static func put(_ attribute: Attribute, of customer: Int64, in writer: Writer) throws {
    var text: String?
    var number: Double?
    var flag: Bool?
    var moment: Int64?
    switch attribute.value {
    case .text(let value): text = value
    case .number(let value): number = value
    case .flag(let value): flag = value
    case .moment(let value): moment = value.microseconds
    }
    try writer.run(
      """
      INSERT INTO attribute (customer_id, name, provenance, text_value, number_value, flag_value,
        time_value, confidence, source, observe_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (customer_id, name, provenance) DO UPDATE SET
        text_value = excluded.text_value, number_value = excluded.number_value,
        flag_value = excluded.flag_value, time_value = excluded.time_value,
        confidence = excluded.confidence, source = excluded.source,
        observe_time = excluded.observe_time
      """, customer, attribute.key.name, attribute.key.provenance.rawValue, text, number, flag,
      moment, attribute.confidence, attribute.source, attribute.observeTime.microseconds)
  }

  static func remove(_ key: Attribute.Key, of customer: Int64, in writer: Writer) throws {
    try writer.run(
      "DELETE FROM attribute WHERE customer_id = $1 AND name = $2 AND provenance = $3", customer,
      key.name, key.provenance.rawValue)
  }
}
