"""What a broadcast brought, store by store: the lift of departments."""

from outside import errcode, eventually, protos, refusal
from outside.scenes import (
    acquaintance, audience, broadcast, chain, confirm_all, deliver_all, deliveries_of,
    import_relations, pages, redemption, until_planned,
)

broadcasts, directory = protos.broadcasts, protos.directory
Delivery = broadcasts.Delivery
COUNTS = ("recipient_count", "converted_recipient_count", "conversion_count", "amount_cents")


def campaign(corp):
    """Two stores and an empty one, a broadcast with four of ten held out, and what came of it."""
    staff = chain(corp)
    corp.departments.CreateDepartment(directory.CreateDepartmentRequest(
        department=directory.Department(id=109, name="新店", parentid=10)))
    import_relations(corp, [
        acquaintance(userid, f"wm-{store}-{place}-{number}")
        for store, userids in staff.items() for place, userid in enumerate(userids)
        for number in range(10)])
    msgid = broadcast(
        corp, audience=audience(department_ids=[1]), control_percent=40, seed="spring").msgid
    until_planned(corp, msgid)
    confirm_all(corp, msgid)
    deliver_all(corp)
    everybody = deliveries_of(corp, msgid)
    bought = [each.external_userid for each in everybody][::3]
    reply = corp.conversions.RecordConversions(broadcasts.RecordConversionsRequest(conversions=[
        redemption(f"r-{who}", msgid, who, 100) for who in bought]))
    assert reply.recorded_count == len(bought)
    return staff, msgid, everybody, set(bought)


def lifts_under(corp, msgid, parent, **fields):
    return pages(corp.lifts.ListDepartmentLifts, broadcasts.ListDepartmentLiftsRequest(
        msgid=msgid, parentid=parent, **fields), "lifts")


def counted(group):
    return tuple(getattr(group, name) for name in COUNTS)


def by_hand(deliveries, bought, state):
    """A group's counts as anybody would count them."""
    who = [each.external_userid for each in deliveries if each.state == state]
    converted = sum(each in bought for each in who)
    return len(who), converted, converted, 100 * converted


def test_stores_add_up_their_guides_and_regions_their_stores(corp):
    staff, msgid, everybody, bought = campaign(corp)
    eventually(
        lambda: [each.member_count for each in lifts_under(corp, msgid, 10)] == [2, 2, 0],
        "broadcasts knows where the guides work")
    stores = lifts_under(corp, msgid, 10, page_size=2)
    assert [each.department_id for each in stores] == [101, 102, 109]
    for found, userids in zip(stores, staff.values()):
        mine = [each for each in everybody if each.userid in userids]
        assert counted(found.lift.pushed) == by_hand(mine, bought, Delivery.STATE_SENT)
        assert counted(found.lift.held_out) == by_hand(mine, bought, Delivery.STATE_HELD_OUT)
        difference = found.lift.pushed.rate - found.lift.held_out.rate
        assert abs(found.lift.difference - difference) < 1e-12
        assert found.lift.difference_lower < difference < found.lift.difference_upper
    empty = stores[2].lift
    assert not empty.HasField("difference") and not empty.pushed.HasField("rate")
    (region,) = lifts_under(corp, msgid, 1)
    whole = corp.lifts.GetLift(broadcasts.GetLiftRequest(msgid=msgid)).lift
    assert (region.department_id, region.member_count, region.lift) == (10, 4, whole)


def test_who_works_in_two_stores_counts_in_each_and_where_he_works_now(corp):
    staff, msgid, everybody, bought = campaign(corp)
    mover, stays = staff[101]
    corp.members.UpdateMember(directory.UpdateMemberRequest(
        member=directory.Member(userid=mover, department_ids=[102, 109]),
        update_mask={"paths": ["department_ids"]}))
    eventually(
        lambda: [each.member_count for each in lifts_under(corp, msgid, 10)] == [1, 3, 1],
        "the move is known")
    one, _, new = lifts_under(corp, msgid, 10)
    for found, userid in ((one, stays), (new, mover)):
        mine = [each for each in everybody if each.userid == userid]
        assert counted(found.lift.pushed) == by_hand(mine, bought, Delivery.STATE_SENT)
    assert lifts_under(corp, msgid, 777) == []


def test_what_cannot_be_asked_is_refused(corp):
    chain(corp)
    import_relations(corp, [acquaintance("guide-101-1", "wm-1"), acquaintance("guide-102-1", "wm-2")])
    msgid = broadcast(corp, audience=audience(department_ids=[1])).msgid
    until_planned(corp, msgid)

    def refused(**fields):
        return refusal(corp.lifts.ListDepartmentLifts, broadcasts.ListDepartmentLiftsRequest(
            **{"msgid": msgid, "parentid": 10, **fields}))

    assert refused(parentid=0) == ("INVALID_ARGUMENT", "REQUIRED", "parentid")
    assert refused(page_size=-1) == ("INVALID_ARGUMENT", "NEGATIVE", "page_size")
    assert refused(msgid="msg-none")[:2] == ("NOT_FOUND", "BROADCAST_NOT_FOUND")
    assert errcode(corp.lifts.ListDepartmentLifts, broadcasts.ListDepartmentLiftsRequest(
        msgid="msg-none", parentid=1)) == 41047
    eventually(lambda: len(lifts_under(corp, msgid, 10)) == 2, "the stores are known")
    page = corp.lifts.ListDepartmentLifts(broadcasts.ListDepartmentLiftsRequest(
        msgid=msgid, parentid=10, page_size=1))
    assert refused(parentid=1, page_size=1, page_token=page.next_page_token).field == "page_token"
