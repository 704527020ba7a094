"""Groups get so many broadcasts a day, and none the same twice."""

from outside import protos
from outside.scenes import (
    broadcast, chain, confirm_all, deliver_all, deliveries_of, pages, request_id, until_planned,
)

broadcasts, communities = protos.broadcasts, protos.communities
OWNER = "guide-101-1"


def groups(corp, count):
    chain(corp)
    ids = [f"wr-{number}" for number in range(count)]
    for each in ids:
        corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
            chat_id=each, name="会员群", owner=OWNER, request_id=request_id()))
    return ids


def set_rules(corp, **fields):
    corp.sending_rules.SetSendingRules(broadcasts.SetSendingRulesRequest(
        rules=broadcasts.SendingRules(**fields), request_id=request_id()))


def post(corp, text, chat_ids):
    planned = broadcast(
        corp, text=text, chat_type=broadcasts.CHAT_TYPE_GROUP, sender=OWNER, chat_ids=chat_ids)
    until_planned(corp, planned.msgid)
    return planned.msgid


def test_a_clerk_posts_ten_pieces_a_day_and_not_the_eleventh(corp):
    (group,) = groups(corp, 1)
    set_rules(corp, group_daily_max=10)
    posts = [post(corp, f"第 {number} 条", [group]) for number in range(11)]
    for msgid in posts:
        confirm_all(corp, msgid)
        deliver_all(corp)
    states = [deliveries_of(corp, msgid)[0] for msgid in posts]
    assert [each.state for each in states] == (
        [broadcasts.Delivery.STATE_SENT] * 10 + [broadcasts.Delivery.STATE_FAILED])
    assert states[-1].failure_reason == broadcasts.DELIVERY_FAILURE_REASON_QUOTA_REACHED
    quota = corp.sending_rules.GetRecipientQuota(
        broadcasts.GetRecipientQuotaRequest(chat_id=group))
    assert (quota.daily_limit, quota.daily_used_count) == (10, 10)


def test_what_a_group_gets_today_is_not_planned_for_it_again(corp):
    ids = groups(corp, 3)
    set_rules(corp, refuse_repeated_group_content=True)
    post(corp, "果粉日", ids[:2])
    again = post(corp, "果粉日", ids)
    refusals = pages(
        corp.broadcasts.ListRefusals, broadcasts.ListRefusalsRequest(msgid=again), "refusals")
    assert [(each.id, each.reason) for each in refusals] == [
        (each, broadcasts.Refusal.REASON_CONTENT_REPEATED) for each in ids[:2]]
    assert [each.chat_id for each in deliveries_of(corp, again)] == ids[2:]
    assert len(deliveries_of(corp, post(corp, "新品", ids))) == 3
