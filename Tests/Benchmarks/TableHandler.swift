import Glibc
import Messages
import RPC
import Store

/// Answers with one point read in a table of 3.5 million customers.
struct TableHandler: BenchV1.CustomerServiceProtocol {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func getCustomer(
    _ request: BenchV1.GetCustomerRequest, _ call: Call
  ) async throws -> BenchV1.Customer {
    let customer = try database.read { try CustomerTable.find(request.externalUserid, in: $0) }
    guard let customer else { throw Status(.notFound, "not found") }
    return customer
  }
}

/// The table, as the services keep theirs: an integer key inside, the public id unique.
enum CustomerTable {
  private static let rows = 3_500_000
  private static let rowsPerWrite = 50_000

  private static let migration = Migration(
    name: "customers",
    sql: """
      CREATE TABLE customer (
        id INTEGER PRIMARY KEY, external_userid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        type INTEGER NOT NULL, avatar TEXT NOT NULL, gender INTEGER NOT NULL,
        unionid TEXT NOT NULL, position TEXT NOT NULL, corp_name TEXT NOT NULL,
        add_time INTEGER NOT NULL, state TEXT NOT NULL, tag_id TEXT NOT NULL) STRICT;
      """)

  /// Opens the table in the user's cache, and fills it when a run before has not.
  static func open() async throws -> Database {
    let cache =
      getenv("XDG_CACHE_HOME").map { String(cString: $0) }
      ?? getenv("HOME").map { String(cString: $0) + "/.cache" } ?? "/tmp"
    let database = try Database.open(
      path: cache + "/siyu-bench/customers.db", migrations: [migration])
    var next = try database.read { reader in
      try reader.first("SELECT coalesce(max(id) + 1, 0) FROM customer") { $0.int(0) }!
    }
    while next < rows {
      let numbers = next..<min(next + rowsPerWrite, rows)
      try await database.write { writer in
        for number in numbers { try insert(number, in: writer) }
      }
      next = numbers.upperBound
    }
    return database
  }

  /// The reads of a loop's turn share a transaction, as in the services.
  @Sendable static func endTurn() {
    ReadTurn.end()
    ReadTurn.begin()
  }

  static func find(_ externalUserid: String, in reader: Reader) throws -> BenchV1.Customer? {
    try reader.first(
      """
      SELECT external_userid, name, type, avatar, gender, unionid, position, corp_name, add_time,
        state, tag_id
      FROM customer WHERE external_userid = $1
      """, externalUserid
    ) { row in
      BenchV1.Customer(
        externalUserid: row.text(0), name: row.text(1), type: row.int32(2), avatar: row.text(3),
        gender: row.int32(4), unionid: row.text(5), position: row.text(6), corpName: row.text(7),
        addTime: row.int64(8), state: row.text(9), tagIDs: [row.text(10)])
    }
  }

  private static func insert(_ number: Int, in writer: Writer) throws {
    let customer = BenchV1.Customer(number: number)
    try writer.run(
      "INSERT INTO customer VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
      number, customer.externalUserid, customer.name, customer.type, customer.avatar,
      customer.gender, customer.unionid, customer.position, customer.corpName, customer.addTime,
      customer.state, customer.tagIDs[0])
  }
}
