import Roaring
import Store

/// Which customers may be found by a term: those who have it in their name or in what any member
/// calls him, as one bitmap a block of customers and term.
///
/// The rows lie in the order of blocks, so that what is added together is written together, and
/// `search_term` says in which blocks a term is at all, so that a rare one costs a few rows however
/// many customers there are. Who lost a term stays where he is: what is found here is compared with
/// the rows.
enum SearchTable {
  static let migration = Migration(
    name: "customers-038-search",
    sql: """
      CREATE TABLE search_customer (
        block INTEGER NOT NULL,
        term INTEGER NOT NULL,
        customers BLOB NOT NULL,
        PRIMARY KEY (block, term)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE search_term (
        term INTEGER PRIMARY KEY,
        blocks BLOB NOT NULL
      ) STRICT;
      """,
    rewrite: { writer in
      try eachBlock(in: writer) { block in
        let index = SearchIndex()
        try eachText(in: block, writer) { index.add($1, of: $0) }
        try index.write(in: writer)
      }
    })

  /// Four chunks of the tag index.
  static let blockSize: Int64 = 16_384

  static func block(of customer: Int64) -> Int64 { customer / blockSize }

  static func number(of customer: Int64) -> UInt32 { UInt32(customer % blockSize) }

  static func customer(_ number: UInt32, ofBlock block: Int64) -> Int64 {
    block * blockSize + Int64(number)
  }

  /// The customers of a block with a term.
  static func numbers(
    ofTerm term: Int64, inBlock block: Int64, in reader: Reader
  ) throws -> Bitmap? {
    try bitmap(
      "SELECT customers FROM search_customer WHERE block = $1 AND term = $2", [block, term], reader)
  }

  /// The blocks in which a term is.
  static func blocks(ofTerm term: Int64, in reader: Reader) throws -> Bitmap? {
    try bitmap("SELECT blocks FROM search_term WHERE term = $1", [term], reader)
  }

  private static func bitmap(
    _ sql: String, _ keys: [Int64], _ reader: Reader
  ) throws -> Bitmap? {
    var found: Bitmap?
    try reader.each(sql, arguments: keys) { row in
      found = try CarrierTable.bitmap(row, column: 0)
    }
    return found
  }

  /// Adds customers of a block to those with a term.
  static func add(
    _ customers: some Sequence<UInt32>, toTerm term: Int64, inBlock block: Int64,
    in writer: Writer
  ) throws {
    var numbers = try numbers(ofTerm: term, inBlock: block, in: writer) ?? Bitmap()
    let before = numbers.count
    for number in customers { numbers.insert(number) }
    guard numbers.count > before else { return }
    try writer.run(
      """
      INSERT INTO search_customer (block, term, customers) VALUES ($1, $2, $3)
      ON CONFLICT (block, term) DO UPDATE SET customers = excluded.customers
      """, block, term, numbers.bytes)
    guard before == 0 else { return }
    var blocks = try blocks(ofTerm: term, in: writer) ?? Bitmap()
    blocks.insert(UInt32(block))
    try writer.run(
      """
      INSERT INTO search_term (term, blocks) VALUES ($1, $2)
      ON CONFLICT (term) DO UPDATE SET blocks = excluded.blocks
      """, term, blocks.bytes)
  }

  // MARK: Against the rows

  /// Customers who are not found by what they are called.
  static func mistakes(in reader: Reader) throws -> [String] {
    var mistakes: [String] = []
    try eachBlock(in: reader) { block in
      var wanted: [Int64: Set<UInt32>] = [:]
      try eachText(in: block, reader) { customer, text in
        SearchText.eachTerm(of: text) { wanted[$0, default: []].insert(number(of: customer)) }
      }
      for (term, numbers) in wanted.sorted(by: { $0.key < $1.key }) {
        let kept = try self.numbers(ofTerm: term, inBlock: block, in: reader) ?? Bitmap()
        for number in numbers.sorted() where !kept.contains(number) {
          mistakes.append("the term \(term) of customer \(customer(number, ofBlock: block))")
        }
        let blocks = try blocks(ofTerm: term, in: reader) ?? Bitmap()
        if !blocks.contains(UInt32(block)) { mistakes.append("block \(block) of term \(term)") }
      }
    }
    return mistakes
  }

  private static func eachBlock(in reader: Reader, _ body: (Int64) throws -> Void) throws {
    for block in 0...block(of: try CustomerTable.newestKey(in: reader)) { try body(block) }
  }

  /// Gives the names of a block's customers, and what members call them.
  private static func eachText(
    in block: Int64, _ reader: Reader, _ body: (Int64, String) -> Void
  ) throws {
    let sql = """
      SELECT id, name FROM customer WHERE id >= $1 AND id < $2 AND name <> ''
      UNION ALL
      SELECT customer_id, remark FROM relation
      WHERE customer_id >= $1 AND customer_id < $2 AND remark <> ''
      """
    try reader.each(sql, block * blockSize, (block + 1) * blockSize) { row in
      body(row.int64(0), row.text(1))
    }
  }
}
