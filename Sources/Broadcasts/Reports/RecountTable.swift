import ServiceKit
import Store

/// Counts the rows and holds the counters against them: what is planned is sent, failed, leased, held
/// out or left, in every sum of them.
enum RecountTable {
  static let checks = [
    Check(
      "the counters of task",
      sql: """
        SELECT task.broadcast_id || '/' || task.member_id FROM task
        JOIN broadcast ON broadcast.id = task.broadcast_id AND plan_time IS NOT NULL
        LEFT JOIN (
          SELECT delivery.broadcast_id, member_id, count(*) AS recipients,
            count(lease.token) AS leased, sum(status = 1) AS sent, sum(status > 1) AS failed,
            sum(iif(is_held_out, 0, coalesce(conversion_count, 0))) AS conversions,
            sum(NOT is_held_out AND coalesce(conversion_count, 0) > 0) AS converted,
            sum(iif(is_held_out, 0, coalesce(amount_cents, 0))) AS cents,
            sum(is_held_out) AS held_out,
            sum(iif(is_held_out, coalesce(conversion_count, 0), 0)) AS held_out_conversions,
            sum(is_held_out AND coalesce(conversion_count, 0) > 0) AS held_out_converted,
            sum(iif(is_held_out, coalesce(amount_cents, 0), 0)) AS held_out_cents
          FROM delivery
          LEFT JOIN lease ON lease.broadcast_id = delivery.broadcast_id
            AND lease.recipient_id = delivery.recipient_id
          LEFT JOIN delivery_conversion
            ON delivery_conversion.broadcast_id = delivery.broadcast_id
            AND delivery_conversion.recipient_id = delivery.recipient_id
          GROUP BY delivery.broadcast_id, member_id
        ) AS counted ON counted.broadcast_id = task.broadcast_id
          AND counted.member_id = task.member_id
        WHERE (recipient_count, leased_count, sent_count, failed_count, conversion_count,
            converted_count, task.amount_cents, held_out_count, held_out_conversion_count,
            held_out_converted_count, held_out_amount_cents) IS NOT (
          recipients, leased, sent, failed, conversions, converted, cents, held_out,
          held_out_conversions, held_out_converted, held_out_cents)
        """),
    Check(
      "the recipients of task",
      sql: """
        SELECT task.broadcast_id || '/' || task.member_id FROM task
        JOIN broadcast ON broadcast.id = task.broadcast_id AND plan_time IS NOT NULL
        WHERE (recipient_count, recipient_count) <> (
          SELECT count(DISTINCT listed.value), coalesce(sum(delivery.member_id = task.member_id
            AND listed.value <= last_recipient_id), 0)
          FROM task_part CROSS JOIN json_each(recipients) AS listed
          CROSS JOIN delivery ON delivery.broadcast_id = task_part.broadcast_id
            AND delivery.recipient_id = listed.value
          WHERE task_part.broadcast_id = task.broadcast_id
            AND task_part.member_id = task.member_id)
        """),
    Check(
      "the counters of broadcast",
      sql: """
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
          AND EXISTS (SELECT 1 FROM broadcast
            WHERE broadcast.id = counted.broadcast_id AND plan_time IS NOT NULL)
        OR refused_count <>
          (SELECT count(*) FROM refusal WHERE refusal.broadcast_id = counted.broadcast_id)
        """),
    Check(
      "the counters of variant",
      sql: """
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
          AND EXISTS (SELECT 1 FROM broadcast
            WHERE broadcast.id = counted.broadcast_id AND plan_time IS NOT NULL)
        """),
    Check(
      "the counters of old customers, variant",
      sql: """
        SELECT broadcast_id || '#' || variant FROM old_count AS counted
        WHERE (recipient_count, leased_count, sent_count, failed_count, conversion_count,
            converted_count, amount_cents, held_out_count, held_out_conversion_count,
            held_out_converted_count, held_out_amount_cents) <> (
          SELECT count(*), count(lease.token), coalesce(sum(status = 1), 0),
            coalesce(sum(status > 1), 0),
            coalesce(sum(iif(is_held_out, 0, coalesce(conversion_count, 0))), 0),
            coalesce(sum(NOT is_held_out AND coalesce(conversion_count, 0) > 0), 0),
            coalesce(sum(iif(is_held_out, 0, coalesce(amount_cents, 0))), 0),
            coalesce(sum(is_held_out), 0),
            coalesce(sum(iif(is_held_out, coalesce(conversion_count, 0), 0)), 0),
            coalesce(sum(is_held_out AND coalesce(conversion_count, 0) > 0), 0),
            coalesce(sum(iif(is_held_out, coalesce(amount_cents, 0), 0)), 0)
          FROM delivery
          LEFT JOIN lease ON lease.broadcast_id = delivery.broadcast_id
            AND lease.recipient_id = delivery.recipient_id
          LEFT JOIN delivery_conversion
            ON delivery_conversion.broadcast_id = delivery.broadcast_id
            AND delivery_conversion.recipient_id = delivery.recipient_id
          WHERE delivery.broadcast_id = counted.broadcast_id
            AND delivery.variant = counted.variant AND is_old)
          AND EXISTS (SELECT 1 FROM broadcast
            WHERE broadcast.id = counted.broadcast_id AND plan_time IS NOT NULL)
        """),
    Check(
      "the conversions of old customer",
      sql: """
        SELECT recipient_id || '' FROM (
          SELECT recipient_id FROM old_customer EXCEPT SELECT recipient_id FROM delivery_conversion)
        UNION ALL
        SELECT recipient_id || '' FROM (
          SELECT recipient_id FROM delivery_conversion EXCEPT SELECT recipient_id FROM old_customer)
        """),
    Check(
      "the counters of offer",
      sql: """
        SELECT broadcast_id || '#' || offer FROM offer_count AS counted
        WHERE (choice_count, redeemed_count, redemption_count, amount_cents) <> (
          SELECT count(*), coalesce(sum(redemption_count > 0), 0),
            coalesce(sum(redemption_count), 0), coalesce(sum(amount_cents), 0)
          FROM offer_choice CROSS JOIN delivery
            ON delivery.broadcast_id = offer_choice.broadcast_id
            AND delivery.recipient_id = offer_choice.recipient_id
          WHERE offer_choice.broadcast_id = counted.broadcast_id
            AND offer_choice.offer = counted.offer AND variant = counted.variant
            AND is_old = counted.is_old)
        """),
    Check(
      "the redemptions of offer of delivery",
      sql: """
        SELECT broadcast_id || '-' || recipient_id FROM offer_choice AS chosen
        WHERE (redemption_count, amount_cents) <> (
          SELECT count(*), coalesce(sum(amount_cents), 0) FROM conversion
          WHERE conversion.broadcast_id = chosen.broadcast_id
            AND conversion.recipient_id = chosen.recipient_id AND offer_id <> '')
        """),
    Check(
      "what was held out and touched, delivery",
      sql: """
        SELECT delivery.broadcast_id || '-' || delivery.recipient_id FROM delivery
        LEFT JOIN lease ON lease.broadcast_id = delivery.broadcast_id
          AND lease.recipient_id = delivery.recipient_id
        WHERE is_held_out AND (status <> 0 OR lease.token IS NOT NULL OR variant <> 0)
        """),
    Check(
      "the quota of recipient",
      sql: """
        SELECT recipient.id || '' FROM recipient
        WHERE (SELECT coalesce(sum(used_count), 0) FROM quota_day WHERE recipient_id = recipient.id)
          <> (SELECT count(*) FROM delivery WHERE recipient_id = recipient.id AND status = 1)
          + (SELECT count(*) FROM lease WHERE recipient_id = recipient.id)
          + (SELECT count(*) FROM personal_broadcast WHERE recipient_id = recipient.id)
        """),
    Check(
      "the conversions of delivery",
      sql: """
        SELECT broadcast_id || '-' || recipient_id FROM delivery_conversion AS summed
        WHERE (conversion_count, amount_cents) <> (
          SELECT count(*), coalesce(sum(amount_cents), 0) FROM conversion
          WHERE conversion.broadcast_id = summed.broadcast_id
            AND conversion.recipient_id = summed.recipient_id)
        """),
    Check(
      "the touches of delivery",
      sql: """
        SELECT broadcast_id || '-' || recipient_id FROM touch_trail AS summed
        WHERE (click_count, read_count, read_percent, read_seconds, visit_count) <> (
          SELECT coalesce(sum(kind = 1), 0), coalesce(sum(kind = 2), 0),
            coalesce(max(read_percent), 0), coalesce(sum(read_seconds), 0),
            coalesce(sum(kind = 3), 0)
          FROM touch WHERE touch.broadcast_id = summed.broadcast_id
            AND touch.recipient_id = summed.recipient_id)
        """),
    Check(
      "the touch counters of broadcast",
      sql: """
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
        """),
    Check(
      "the touch counters of members and days, broadcast",
      sql: """
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
        """),
    Check(
      "the queue of task",
      sql: """
        SELECT broadcast_id || '/' || member_id FROM lease_queue
        WHERE left_count <> (
          SELECT count(*) FROM task_part CROSS JOIN json_each(recipients) AS listed
          CROSS JOIN delivery ON delivery.broadcast_id = task_part.broadcast_id
            AND delivery.recipient_id = listed.value
          WHERE task_part.broadcast_id = lease_queue.broadcast_id
            AND task_part.member_id = lease_queue.member_id AND listed.value > leased_through
            AND NOT is_held_out)
        """),
    Check(
      "the place in the queue of confirmed task",
      sql: """
        SELECT task.broadcast_id || '/' || task.member_id FROM task
        JOIN broadcast ON broadcast.id = task.broadcast_id
        LEFT JOIN lease_queue ON lease_queue.broadcast_id = task.broadcast_id
          AND lease_queue.member_id = task.member_id
        LEFT JOIN (
          SELECT fallback_queue.broadcast_id, member_id, count(*) AS passed_on FROM fallback_queue
          CROSS JOIN delivery ON delivery.broadcast_id = fallback_queue.broadcast_id
            AND delivery.recipient_id = fallback_queue.recipient_id
          GROUP BY fallback_queue.broadcast_id, member_id
        ) AS waiting ON waiting.broadcast_id = task.broadcast_id
          AND waiting.member_id = task.member_id
        WHERE CASE WHEN state = 2 AND confirm_time IS NOT NULL
          THEN coalesce(left_count, 0) + coalesce(passed_on, 0)
            <> recipient_count - leased_count - sent_count - failed_count - held_out_count
          ELSE left_count IS NOT NULL OR (passed_on IS NOT NULL AND state <> 4) END
        """),
    Check(
      "the place of passed delivery",
      sql: """
        SELECT waiting.broadcast_id || '-' || waiting.recipient_id
        FROM fallback_queue AS waiting
        JOIN delivery ON delivery.broadcast_id = waiting.broadcast_id
          AND delivery.recipient_id = waiting.recipient_id
        LEFT JOIN lease ON lease.broadcast_id = waiting.broadcast_id
          AND lease.recipient_id = waiting.recipient_id
        WHERE status > 0 OR is_held_out OR lease.token IS NOT NULL OR NOT EXISTS (
          SELECT 1 FROM failed_attempt WHERE failed_attempt.broadcast_id = waiting.broadcast_id
            AND failed_attempt.recipient_id = waiting.recipient_id)
        """),
    Check(
      "the lease of settled delivery",
      sql: """
        SELECT lease.broadcast_id || '-' || lease.recipient_id FROM lease
        JOIN delivery ON delivery.broadcast_id = lease.broadcast_id
          AND delivery.recipient_id = lease.recipient_id
        WHERE status > 0
        """),
    Check(
      "the end of broadcast",
      sql: """
        SELECT msgid FROM broadcast JOIN broadcast_count ON broadcast_id = id
        WHERE (state = 3) <> (state IN (2, 3) AND sent_count + failed_count + held_out_count
          = recipient_count)
          OR (state = 1) <> (plan_time IS NULL AND end_time IS NULL)
        """),
  ]
}
