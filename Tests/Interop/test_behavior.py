"""The table of what each member did on each day 导购资产, as a board takes it away."""

import datetime

from outside import protos
from outside.scenes import acquaintance, import_relations, pages

customers = protos.customers


def asked(days, **fields):
    request = customers.ListMemberBehaviorRequest(**fields)
    now = datetime.datetime.now(datetime.timezone.utc)
    request.start_time.FromDatetime(now - datetime.timedelta(days=days))
    request.end_time.FromDatetime(now)
    return request


def test_customers_won_and_lost_are_listed_by_member_and_page_by_page(corp):
    import_relations(corp, [
        acquaintance(f"guide-{number % 7}", f"wm-{number}") for number in range(70)])
    for number in range(3):
        corp.relations.RemoveRelation(customers.RemoveRelationRequest(
            userid="guide-0", external_userid=f"wm-{7 * number}",
            removed_by=customers.REMOVED_BY_CUSTOMER))
    rows = pages(corp.behavior.ListMemberBehavior, asked(1, page_size=3), "behavior_data")
    won, lost = {}, {}
    for row in rows:
        won[row.userid] = won.get(row.userid, 0) + row.day.new_contact_cnt
        lost[row.userid] = lost.get(row.userid, 0) + row.day.negative_feedback_cnt
    assert won == {f"guide-{number}": 10 for number in range(7)}
    assert lost == {f"guide-{number}": 3 * (number == 0) for number in range(7)}
    # The sum of all rows of a day is what the members' statistics are.
    request = customers.GetUserBehaviorDataRequest(
        userids=list(won), start_time=asked(1).start_time, end_time=asked(1).end_time)
    days = corp.behavior.GetUserBehaviorData(request).behavior_data
    assert sum(each.new_contact_cnt for each in days) == 70


def test_another_corp_s_members_are_not_listed(corp, another_corp):
    import_relations(corp, [acquaintance("lili", "wm-1")])
    assert pages(another_corp.behavior.ListMemberBehavior, asked(30), "behavior_data") == []
