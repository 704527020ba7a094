import Store

/// The recipients of each member's task: their keys in ascending order as a JSON array, a thousand to a
/// row. They never change, so they are packed: a row a delivery, or an index over the deliveries, would
/// be written all over a file of millions.
enum TaskPartTable {
  private static let size = 1000

  static let migration = Migration(
    name: "broadcasts-041-task-part",
    sql: """
      CREATE TABLE task_part (
        broadcast_id INTEGER NOT NULL,
        member_id INTEGER NOT NULL,
        last_recipient_id INTEGER NOT NULL,
        recipients TEXT NOT NULL,
        PRIMARY KEY (broadcast_id, member_id, last_recipient_id),
        FOREIGN KEY (broadcast_id, member_id) REFERENCES task (broadcast_id, member_id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO task_part (broadcast_id, member_id, last_recipient_id, recipients)
        SELECT broadcast_id, member_id, max(recipient_id), json_group_array(recipient_id)
        FROM (
          SELECT broadcast_id, member_id, recipient_id,
            (row_number() OVER (
              PARTITION BY broadcast_id, member_id ORDER BY recipient_id) - 1) / 1000 AS part
          FROM delivery ORDER BY broadcast_id, member_id, recipient_id)
        GROUP BY broadcast_id, member_id, part;
      DROP INDEX delivery_by_member;
      """)

  /// Keeps the recipients of a task, in ascending order.
  static func put(_ recipients: [Int64], of task: CounterKey, in writer: Writer) throws {
    for start in stride(from: 0, to: recipients.count, by: size) {
      let part = recipients[start...].prefix(size)
      try writer.run(
        """
        INSERT INTO task_part (broadcast_id, member_id, last_recipient_id, recipients)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (broadcast_id, member_id, last_recipient_id) DO UPDATE SET
          recipients = excluded.recipients
        """, task.broadcast, task.member, part.last!,
        "[\(part.map(String.init).joined(separator: ","))]")
    }
  }

  /// The next recipients of a task after one of them.
  static func recipients(
    of task: CounterKey, after: Int64, limit: Int, in reader: Reader
  ) throws -> [Int64] {
    // All but the first of as many rows are read whole, or are not needed.
    let parts = try reader.all(
      """
      SELECT recipients FROM task_part
      WHERE broadcast_id = $1 AND member_id = $2 AND last_recipient_id > $3
      ORDER BY last_recipient_id LIMIT $4
      """, task.broadcast, task.member, after, limit / size + 2
    ) { $0.text(0) }
    return Array(parts.lazy.flatMap(numbers).filter { $0 > after }.prefix(limit))
  }

  private static func numbers(_ array: String) -> [Int64] {
    var numbers: [Int64] = []
    var number: Int64 = 0
    for character in array.utf8.dropFirst() {
      if let digit = Int64(exactly: Int(character) - 0x30), (0...9).contains(digit) {
        number = number * 10 + digit
      } else {
        numbers.append(number)
        number = 0
      }
    }
    return numbers
  }
}
