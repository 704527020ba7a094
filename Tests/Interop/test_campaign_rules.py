"""What keeps a broadcast from somebody, and what it brought: quota, control group, lift, why."""

import datetime

from outside import eventually, protos
from outside.scenes import (
    acknowledge, audience, broadcast, confirm_all, deliver_all, deliveries_of, lease, redemption,
    report_of, request_id, sent, small_corp, until_planned,
)

broadcasts, customers = protos.broadcasts, protos.customers
Verdict = broadcasts.Explanation


def explain(corp, msgid, external_userid):
    return corp.explanations.ExplainRecipient(broadcasts.ExplainRecipientRequest(
        msgid=msgid, external_userid=external_userid))


def set_rules(corp, **fields):
    return corp.sending_rules.SetSendingRules(broadcasts.SetSendingRulesRequest(
        rules=broadcasts.SendingRules(**fields), request_id=request_id()))


def test_a_control_group_is_never_sent_to_and_its_conversions_make_the_lift(corp):
    scene = small_corp(corp, customers=200)
    msgid = broadcast(
        corp, audience=audience(userids=scene.userids), control_percent=30, seed="spring").msgid
    until_planned(corp, msgid)
    confirm_all(corp, msgid)
    given = {each.external_userid for each in deliver_all(corp)}
    held_out = {each.external_userid for each in deliveries_of(corp, msgid)
                if each.state == broadcasts.Delivery.STATE_HELD_OUT}
    assert given | held_out == set(scene.people) and not given & held_out
    assert 30 <= len(held_out) <= 90
    converted = sorted(given)[:40] + sorted(held_out)[:5]
    reply = corp.conversions.RecordConversions(broadcasts.RecordConversionsRequest(
        conversions=[redemption(f"c-{who}", msgid, who) for who in converted]))
    assert (reply.recorded_count, reply.failed_count) == (45, 0), reply
    lift = corp.lifts.GetLift(broadcasts.GetLiftRequest(msgid=msgid)).lift
    assert (lift.pushed.recipient_count, lift.pushed.converted_recipient_count) == (len(given), 40)
    assert (lift.held_out.recipient_count, lift.held_out.converted_recipient_count) == (
        len(held_out), 5)
    assert abs(lift.difference - (40 / len(given) - 5 / len(held_out))) < 1e-12
    assert lift.difference_lower < lift.difference < lift.difference_upper
    counts = report_of(corp, msgid).deliveries
    assert counts.recipient_count == counts.sent_count + counts.held_out_count == 200
    assert explain(corp, msgid, min(held_out)).verdict == Verdict.VERDICT_HELD_OUT


def test_who_has_had_his_quota_is_left_out_and_told_why(corp):
    scene = small_corp(corp)
    set_rules(corp, quota_rule=broadcasts.QUOTA_RULE_DAILY)
    first = broadcast(corp, audience=audience(userids=["guide-101-1"])).msgid
    until_planned(corp, first)
    confirm_all(corp, first)
    reached = {each.external_userid for each in deliver_all(corp)}
    assert reached == scene.customers_of("guide-101-1")
    preview = corp.broadcast_previews.PreviewBroadcast(broadcasts.PreviewBroadcastRequest(
        broadcast=broadcasts.Broadcast(
            content=broadcasts.Content(text="{{customer.name|您}}，满一百减二十"),
            audience=audience(userids=scene.userids))))
    assert preview.quota_reached_count == len(reached)
    assert preview.recipient_count == len(scene.people)
    second = broadcast(corp, audience=audience(userids=scene.userids)).msgid
    until_planned(corp, second)
    confirm_all(corp, second)
    others = {each.external_userid for each in deliver_all(corp)}
    assert others == set(scene.people) - reached
    assert explain(corp, second, min(reached)).verdict == Verdict.VERDICT_QUOTA_REACHED
    assert explain(corp, second, min(others)).verdict == Verdict.VERDICT_SENT


def test_a_customer_who_leaves_after_the_plan_is_not_sent_to(corp):
    scene = small_corp(corp)
    msgid = broadcast(corp, audience=audience(userids=["guide-101-1"])).msgid
    until_planned(corp, msgid)
    confirm_all(corp, msgid)
    gone = min(scene.customers_of("guide-101-1"))
    corp.relations.RemoveRelation(customers.RemoveRelationRequest(
        userid="guide-101-1", external_userid=gone,
        removed_by=customers.REMOVED_BY_CUSTOMER))
    ended = broadcasts.ExplanationFact.KIND_RELATION_ENDED
    eventually(
        lambda: any(fact.kind == ended for fact in explain(corp, msgid, gone).facts),
        "broadcasts hears of it")
    leased = lease(corp).deliveries
    assert {each.external_userid for each in leased} == (
        scene.customers_of("guide-101-1") - {gone})
    assert explain(corp, msgid, gone).verdict == Verdict.VERDICT_NOT_A_FRIEND
    acknowledge(corp, [sent(each) for each in leased])
    assert report_of(corp, msgid).deliveries.failed_count == 1


def test_a_schedule_says_when_it_is_due_next(corp):
    small_corp(corp)
    shanghai = datetime.timezone(datetime.timedelta(hours=8))
    tomorrow = datetime.datetime.now(shanghai).date() + datetime.timedelta(days=1)
    created = corp.schedules.CreateSchedule(broadcasts.CreateScheduleRequest(
        request_id=request_id(), schedule=broadcasts.Schedule(
            schedule_id="member-day", weekdays=[tomorrow.isoweekday()], minute_of_day=600,
            start_date=tomorrow.isoformat(), broadcast=broadcasts.Broadcast(
                sender="guide-101-1", content=broadcasts.Content(text="会员日")))))
    due = created.next_time.ToDatetime(tzinfo=datetime.timezone.utc)
    assert due == datetime.datetime.combine(tomorrow, datetime.time(10), shanghai)
