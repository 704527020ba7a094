import ServiceKit
package import Store

/// The executors' tasks, and the audience each publication froze.
package enum MomentTaskTable {
  package static let migration = Migration(
    name: "communities-004-moment-task",
    sql: """
      CREATE TABLE moment_task (
        id INTEGER PRIMARY KEY,
        moment_key INTEGER NOT NULL REFERENCES moment (id),
        userid TEXT NOT NULL,
        publish_time INTEGER,
        customer_count INTEGER NOT NULL,
        UNIQUE (moment_key, userid)
      ) STRICT;
      CREATE TABLE moment_customer (
        task_key INTEGER NOT NULL REFERENCES moment_task (id),
        position INTEGER NOT NULL,
        external_userid TEXT NOT NULL,
        PRIMARY KEY (task_key, position)
      ) STRICT;
      """)

  private static let columns = "id, userid, publish_time, customer_count"

  private static func decode(_ row: borrowing Row) -> MomentTask {
    MomentTask(
      key: row.int64(0), userid: row.text(1),
      publishTime: row.optionalInt64(2).map(Instant.init(microseconds:)),
      customerCount: row.int(3))
  }

  /// Throws `MomentFailure.noTask`.
  package static func find(
    _ userid: String, of momentKey: Int64, in reader: Reader
  ) throws -> MomentTask {
    let task = try reader.first(
      "SELECT \(columns) FROM moment_task WHERE moment_key = $1 AND userid = $2",
      momentKey, userid, decode: decode)
    guard let task else { throw MomentFailure.noTask(userid) }
    return task
  }

  /// Tasks ascending by userid.
  package static func all(
    of momentKey: Int64, after userid: String, limit: Int, in reader: Reader
  ) throws -> [MomentTask] {
    try reader.all(
      """
      SELECT \(columns) FROM moment_task WHERE moment_key = $1 AND userid > $2
      ORDER BY userid LIMIT $3
      """, momentKey, userid, limit, decode: decode)
  }

  /// Gives each of the members a task who has none yet; returns how many were new.
  package static func insert(
    _ userids: [String], of momentKey: Int64, in writer: Writer
  ) throws -> Int {
    var count = 0
    for userid in userids {
      count += try writer.run(
        """
        INSERT INTO moment_task (moment_key, userid, customer_count) VALUES ($1, $2, 0)
        ON CONFLICT (moment_key, userid) DO NOTHING
        """, momentKey, userid)
    }
    return count
  }

  /// Keeps a publication with the customers it chose.
  package static func publish(
    _ task: MomentTask, to customers: [String], in writer: Writer
  ) throws {
    try writer.run(
      "UPDATE moment_task SET publish_time = $2, customer_count = $3 WHERE id = $1",
      task.key, task.publishTime?.microseconds, task.customerCount)
    for (position, externalUserid) in customers.enumerated() {
      try writer.run(
        "INSERT INTO moment_customer (task_key, position, external_userid) VALUES ($1, $2, $3)",
        task.key, position, externalUserid)
    }
  }

  /// A publication's customers behind a position; the first stands at 0.
  package static func customers(
    of task: MomentTask, after position: Int64, limit: Int, in reader: Reader
  ) throws -> [(position: Int64, externalUserid: String)] {
    try reader.all(
      """
      SELECT position, external_userid FROM moment_customer
      WHERE task_key = $1 AND position > $2 ORDER BY position LIMIT $3
      """, task.key, position, limit
    ) { row in (position: row.int64(0), externalUserid: row.text(1)) }
  }
}
