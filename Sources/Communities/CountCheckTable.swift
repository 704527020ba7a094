import ServiceKit
import Store

/// Holds the counters of groups, join ways and moments against the rows.
enum CountCheckTable {
  static let checks = [
    Check(
      "the members of group",
      sql: """
        SELECT chat_id FROM customer_group
        WHERE dismiss_time IS NULL AND member_count <>
          (SELECT count(*) FROM group_member WHERE group_key = customer_group.id)
        """),
    Check(
      "the count of join ways",
      sql: """
        SELECT used || '' FROM join_way_quota WHERE used <> (SELECT count(*) FROM join_way)
        """),
    Check(
      "the tasks of moment",
      sql: """
        SELECT moment_id FROM moment
        WHERE state <> 1 AND (task_count, published_count, customer_count) <> (
          SELECT count(*), count(publish_time), coalesce(sum(customer_count), 0)
          FROM moment_task WHERE moment_key = moment.id)
        """),
    Check(
      "the customers of moment task",
      sql: """
        SELECT id || '' FROM moment_task
        WHERE customer_count <>
          (SELECT count(*) FROM moment_customer WHERE task_key = moment_task.id)
        """),
  ]
}
