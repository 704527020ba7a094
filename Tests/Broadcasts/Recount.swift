import Broadcasts
import Fixtures
import ServiceKit
import Store

/// Counts the rows and holds the counters against them, with the service stopped.
enum Recount {
  /// What does not agree, in words; empty when all does.
  static func mistakes(in folder: TemporaryFolder) async throws -> [String] {
    let corps = Corps(
      folder: "\(folder.path)/broadcasts", migrations: BroadcastsService.migrations)
    do {
      let mistakes = try corps.names().flatMap { corp in
        try corps.database(of: corp).read { try self.mistakes(of: corp, in: $0) }
      }
      await corps.close()
      return mistakes
    } catch {
      await corps.close()
      throw error
    }
  }

  private static func mistakes(of corp: String, in reader: Reader) throws -> [String] {
    try checks.flatMap { name, sql in
      try reader.all(sql) { row in "\(corp): \(name) of \(row.text(0))" }
    }
  }

  /// Each gives a row for each mistake, naming where it is.
  private static let checks = [
    (
      "the counters of a task",
      """
      SELECT broadcast_id || '/' || member_id FROM task
      WHERE (recipient_count, leased_count, sent_count, failed_count, conversion_count,
          converted_count, amount_cents, held_out_count, held_out_conversion_count,
          held_out_converted_count, held_out_amount_cents) <> (
        SELECT count(*), count(lease.token), coalesce(sum(status = 1), 0),
          coalesce(sum(status > 1), 0),
          coalesce(sum(iif(is_held_out, 0, conversion_count)), 0),
          coalesce(sum(NOT is_held_out AND conversion_count > 0), 0),
          coalesce(sum(iif(is_held_out, 0, amount_cents)), 0), coalesce(sum(is_held_out), 0),
          coalesce(sum(iif(is_held_out, conversion_count, 0)), 0),
          coalesce(sum(is_held_out AND conversion_count > 0), 0),
          coalesce(sum(iif(is_held_out, amount_cents, 0)), 0)
        FROM delivery
        LEFT JOIN lease ON lease.broadcast_id = delivery.broadcast_id
          AND lease.recipient_id = delivery.recipient_id
        LEFT JOIN delivery_conversion
          ON delivery_conversion.broadcast_id = delivery.broadcast_id
          AND delivery_conversion.recipient_id = delivery.recipient_id
        WHERE delivery.broadcast_id = task.broadcast_id AND delivery.member_id = task.member_id)
      """
    ),
    (
      "the counters of a broadcast",
      """
      SELECT broadcast_id || '' FROM broadcast_count AS counted
      WHERE (member_count, confirmed_count, recipient_count, leased_count, sent_count,
          failed_count, conversion_count, converted_count, amount_cents, held_out_count,
          held_out_conversion_count, held_out_converted_count, held_out_amount_cents) <> (
        SELECT count(*), count(confirm_time), coalesce(sum(recipient_count), 0),
          coalesce(sum(leased_count), 0), coalesce(sum(sent_count), 0),
          coalesce(sum(failed_count), 0), coalesce(sum(conversion_count), 0),
          coalesce(sum(converted_count), 0), coalesce(sum(amount_cents), 0),
          coalesce(sum(held_out_count), 0), coalesce(sum(held_out_conversion_count), 0),
          coalesce(sum(held_out_converted_count), 0), coalesce(sum(held_out_amount_cents), 0)
        FROM task WHERE task.broadcast_id = counted.broadcast_id)
      OR refused_count <>
        (SELECT count(*) FROM refusal WHERE refusal.broadcast_id = counted.broadcast_id)
      """
    ),
    (
      "the counters of a variant",
      """
      SELECT broadcast_id || '#' || variant FROM variant_count AS counted
      WHERE (recipient_count, leased_count, sent_count, failed_count, conversion_count,
          converted_count, amount_cents, held_out_count) <> (
        SELECT count(*), count(lease.token), coalesce(sum(status = 1), 0),
          coalesce(sum(status > 1), 0), coalesce(sum(conversion_count), 0),
          count(delivery_conversion.recipient_id), coalesce(sum(amount_cents), 0),
          coalesce(sum(is_held_out), 0)
        FROM delivery
        LEFT JOIN lease ON lease.broadcast_id = delivery.broadcast_id
          AND lease.recipient_id = delivery.recipient_id
        LEFT JOIN delivery_conversion
          ON delivery_conversion.broadcast_id = delivery.broadcast_id
          AND delivery_conversion.recipient_id = delivery.recipient_id
        WHERE delivery.broadcast_id = counted.broadcast_id
          AND delivery.variant = counted.variant)
      """
    ),
    (
      "what is held out and touched",
      """
      SELECT delivery.broadcast_id || '-' || delivery.recipient_id FROM delivery
      LEFT JOIN lease ON lease.broadcast_id = delivery.broadcast_id
        AND lease.recipient_id = delivery.recipient_id
      WHERE is_held_out AND (status <> 0 OR lease.token IS NOT NULL OR variant <> 0)
      """
    ),
    (
      "the quota",
      """
      SELECT recipient.id || '' FROM recipient
      WHERE (SELECT coalesce(sum(used_count), 0) FROM quota_day WHERE recipient_id = recipient.id)
        <> (SELECT count(*) FROM delivery WHERE recipient_id = recipient.id AND status = 1)
        + (SELECT count(*) FROM lease WHERE recipient_id = recipient.id)
        + (SELECT count(*) FROM personal_broadcast WHERE recipient_id = recipient.id)
      """
    ),
    (
      "the conversions of a delivery",
      """
      SELECT broadcast_id || '-' || recipient_id FROM delivery_conversion AS summed
      WHERE (conversion_count, amount_cents) <> (
        SELECT count(*), coalesce(sum(amount_cents), 0) FROM conversion
        WHERE conversion.broadcast_id = summed.broadcast_id
          AND conversion.recipient_id = summed.recipient_id)
      """
    ),
    (
      "the touches of a delivery",
      """
      SELECT broadcast_id || '-' || recipient_id FROM touch_trail AS summed
      WHERE (click_count, read_count, read_percent, read_seconds, visit_count) <> (
        SELECT coalesce(sum(kind = 1), 0), coalesce(sum(kind = 2), 0),
          coalesce(max(read_percent), 0), coalesce(sum(read_seconds), 0),
          coalesce(sum(kind = 3), 0)
        FROM touch WHERE touch.broadcast_id = summed.broadcast_id
          AND touch.recipient_id = summed.recipient_id)
      """
    ),
    (
      "the touch counters of a broadcast",
      """
      SELECT broadcast_id || '' FROM touch_count AS counted
      WHERE dimension = 1 AND (click_count, clicked_count, reading_count, read_percent,
          read_seconds, visit_count, visited_count, clicked_visited_count,
          clicked_converted_count, clicked_visited_converted_count) <> (
        SELECT sum(click_count), sum(click_count > 0), sum(read_count > 0), sum(read_percent),
          sum(read_seconds), sum(visit_count), sum(visit_count > 0),
          sum(click_count > 0 AND visit_count > 0),
          sum(click_count > 0 AND conversion_count IS NOT NULL),
          sum(click_count > 0 AND visit_count > 0 AND conversion_count IS NOT NULL)
        FROM touch_trail
        LEFT JOIN delivery_conversion
          ON delivery_conversion.broadcast_id = touch_trail.broadcast_id
          AND delivery_conversion.recipient_id = touch_trail.recipient_id
        WHERE touch_trail.broadcast_id = counted.broadcast_id)
      """
    ),
    (
      "the touch counters of members and days",
      """
      SELECT counted.broadcast_id || '#' || dimension FROM touch_count AS counted
      WHERE dimension IN (2, 4) AND NOT EXISTS (
        SELECT 1 FROM touch_count AS whole
        WHERE whole.broadcast_id = counted.broadcast_id AND whole.dimension = 1
          AND (whole.click_count, whole.clicked_count, whole.read_percent, whole.read_seconds,
            whole.visit_count, whole.clicked_visited_converted_count) = (
            SELECT sum(click_count), sum(clicked_count), sum(read_percent), sum(read_seconds),
              sum(visit_count), sum(clicked_visited_converted_count)
            FROM touch_count AS part
            WHERE part.broadcast_id = counted.broadcast_id
              AND part.dimension = counted.dimension))
      """
    ),
    (
      "the queue",
      """
      SELECT broadcast_id || '/' || member_id FROM lease_queue
      WHERE left_count <> (
        SELECT count(*) FROM delivery
        WHERE delivery.broadcast_id = lease_queue.broadcast_id
          AND delivery.member_id = lease_queue.member_id AND recipient_id > leased_through
          AND NOT is_held_out)
      """
    ),
    (
      "a confirmed task's place in the queue",
      """
      SELECT task.broadcast_id || '/' || task.member_id FROM task
      JOIN broadcast ON broadcast.id = task.broadcast_id
      LEFT JOIN lease_queue ON lease_queue.broadcast_id = task.broadcast_id
        AND lease_queue.member_id = task.member_id
      WHERE coalesce(left_count, 0) <> CASE WHEN state = 2 AND confirm_time IS NOT NULL
        THEN recipient_count - leased_count - sent_count - failed_count - held_out_count ELSE 0 END
      """
    ),
    (
      "the lease of a settled delivery",
      """
      SELECT lease.broadcast_id || '-' || lease.recipient_id FROM lease
      JOIN delivery ON delivery.broadcast_id = lease.broadcast_id
        AND delivery.recipient_id = lease.recipient_id
      WHERE status > 0
      """
    ),
    (
      "the end",
      """
      SELECT msgid FROM broadcast JOIN broadcast_count ON broadcast_id = id
      WHERE (state = 3) <> (state IN (2, 3) AND sent_count + failed_count + held_out_count
        = recipient_count)
        OR (state = 1) <> (plan_time IS NULL AND end_time IS NULL)
      """
    ),
  ]
}
