import ServiceKit
import Store

/// What the corp was filled with: one row, once it was.
enum SampleTable {
  static let migration = Migration(
    name: "sandbox-005-sample",
    sql: """
      CREATE TABLE sample (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        store_count INTEGER NOT NULL,
        customer_count INTEGER NOT NULL,
        jobid TEXT NOT NULL
      ) STRICT;
      """)

  static func find(in reader: Reader) throws -> (size: SampleSize, jobid: String)? {
    try reader.first("SELECT store_count, customer_count, jobid FROM sample") { row in
      (try SampleSize(stores: row.int(0), customers: row.int(1)), row.text(2))
    }
  }

  static func insert(_ size: SampleSize, jobid: String, in writer: Writer) throws {
    try writer.run(
      "INSERT INTO sample (id, store_count, customer_count, jobid) VALUES (1, $1, $2, $3)",
      size.stores, size.customers, jobid)
  }
}
