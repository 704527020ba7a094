"""Strategies 规则组 and their tags: who administers whom, and who may give which tag."""

import grpc
import pytest

from outside import Refusal, errcode, eventually, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.scenes import acquaintance, chain, import_relations, pages, request_id

customers = protos.customers


def member(userid):
    return customers.StrategyRangeNode(userid=userid)


def department(number):
    return customers.StrategyRangeNode(partyid=number)


def asked(name="华东", range=(), admins=("guide-101-1",), **fields):
    return customers.CreateStrategyRequest(
        strategy=customers.Strategy(strategy_name=name, admin_list=admins, **fields),
        range=range or [department(10)], request_id=request_id())


@pytest.fixture
def staffed(corp):
    """A corp of two stores whose guides customers has heard of."""
    chain(corp)
    for userid in ("guide-101-1", "guide-101-2", "guide-102-1", "guide-102-2"):
        eventually(lambda: is_known(corp, userid), f"{userid} is known")
    return corp


def is_known(corp, userid):
    """Asks by what fails in any case: a range in a department that is none."""
    def reason(admin):
        return refusal(corp.strategies.CreateStrategy, asked(
            admins=[admin], range=[department(999)])).reason

    return (reason("nobody"), reason(userid)) == ("MEMBER_UNKNOWN", "DEPARTMENT_NOT_FOUND")


def of_strategy(corp, strategy_id, *names, group="等级"):
    reply = corp.tags.CreateTagGroup(customers.CreateTagGroupRequest(
        group_name=group, strategy_id=strategy_id, request_id=request_id(),
        tags=[customers.TagDraft(name=name) for name in names]))
    return reply.tag_group, [tag.tag_id for tag in reply.tags]


def ranges(corp, strategy_id):
    request = customers.ListStrategyRangesRequest(strategy_id=strategy_id, page_size=2)
    return [each.userid or each.partyid
            for each in pages(corp.strategies.ListStrategyRanges, request, "range")]


def refused(corp, request):
    return refusal(corp.strategies.CreateStrategy, request)


def test_a_strategy_is_made_changed_and_deleted_and_each_is_told_once(staffed):
    corp = staffed
    request = asked(privilege=customers.StrategyPrivilege(share_customer=False))
    made = corp.strategies.CreateStrategy(request)
    assert corp.strategies.CreateStrategy(request) == made
    request.strategy.strategy_name = "华南"
    assert refused(corp, request) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED", "request_id")
    assert not made.privilege.share_customer and made.privilege.manage_customer_tag
    assert made.privilege.view_customer_list and made.privilege.join_room

    change = customers.UpdateStrategyRequest(
        strategy=customers.Strategy(strategy_id=made.strategy_id, strategy_name="华南"),
        range_add=[member("guide-101-1"), department(101)], range_del=[department(10)],
        request_id=request_id())
    renamed = corp.strategies.UpdateStrategy(change)
    assert corp.strategies.UpdateStrategy(change) == renamed
    assert renamed.strategy_name == "华南"
    assert corp.strategies.GetStrategy(
        customers.GetStrategyRequest(strategy_id=made.strategy_id)) == renamed
    assert ranges(corp, made.strategy_id) == ["guide-101-1", 101]
    end = customers.DeleteStrategyRequest(
        strategy_id=made.strategy_id, request_id=request_id())
    assert corp.strategies.DeleteStrategy(end) == corp.strategies.DeleteStrategy(end)
    assert refusal(corp.strategies.GetStrategy, customers.GetStrategyRequest(
        strategy_id=made.strategy_id)) == ("NOT_FOUND", "STRATEGY_NOT_FOUND", "strategy_id")
    changes = follow(corp, "customers", count=3)
    check_numbering(changes)
    assert [kind(each) for each in changes] == [
        "strategy_created", "strategy_updated", "strategy_deleted"]
    assert changes[1].strategy_updated == renamed
    assert made.strategy_id < corp.strategies.CreateStrategy(asked()).strategy_id


def test_section_13_point_25_an_absent_admin_list_keeps_and_a_present_one_overwrites(staffed):
    corp = staffed
    made = corp.strategies.CreateStrategy(asked(
        admins=["guide-101-1", "guide-101-2"],
        privilege=customers.StrategyPrivilege(send_group_msg=False)))

    def updated(*paths, **fields):
        request = customers.UpdateStrategyRequest(
            strategy=customers.Strategy(strategy_id=made.strategy_id, **fields))
        request.update_mask.paths[:] = paths
        return corp.strategies.UpdateStrategy(request)

    kept = updated(strategy_name="改名")
    assert list(kept.admin_list) == ["guide-101-1", "guide-101-2"]
    assert not kept.privilege.send_group_msg
    overwritten = updated(admin_list=["guide-102-1"])
    assert list(overwritten.admin_list) == ["guide-102-1"]
    assert not overwritten.privilege.send_group_msg
    freed = updated("privilege")
    assert freed.privilege.send_group_msg and freed.strategy_name == "改名"
    with pytest.raises(grpc.RpcError) as failed:
        updated("admin_list")
    assert Refusal.of(failed.value)[1:] == ("REQUIRED", "strategy.admin_list")


def test_one_under_another_has_a_part_of_its_range_and_its_rights_five_levels_deep(staffed):
    corp = staffed
    top = corp.strategies.CreateStrategy(asked(
        range=[department(10)], privilege=customers.StrategyPrivilege(rapid_reply=False)))
    below = corp.strategies.CreateStrategy(asked(
        "一店", parent_id=top.strategy_id, range=[department(101), member("guide-102-1")],
        privilege=customers.StrategyPrivilege(rapid_reply=True)))
    assert not below.privilege.rapid_reply
    assert refused(corp, asked(parent_id=top.strategy_id, range=[department(1)])) == (
        "FAILED_PRECONDITION", "RANGE_OUTSIDE_PARENT", "range")
    assert refused(corp, asked(parent_id=below.strategy_id, range=[member("guide-102-2")])) == (
        "FAILED_PRECONDITION", "RANGE_OUTSIDE_PARENT", "range")
    parent = below.strategy_id
    for level in (3, 4, 5):
        parent = corp.strategies.CreateStrategy(asked(
            f"第 {level} 层", parent_id=parent, range=[member("guide-101-1")])).strategy_id
    assert refused(corp, asked(parent_id=parent, range=[member("guide-101-1")])) == (
        "FAILED_PRECONDITION", "STRATEGY_TOO_DEEP", "strategy.parent_id")
    assert refusal(corp.strategies.DeleteStrategy, customers.DeleteStrategyRequest(
        strategy_id=top.strategy_id)) == (
        "FAILED_PRECONDITION", "STRATEGY_HAS_CHILDREN", "strategy_id")
    listed = pages(corp.strategies.ListStrategies, customers.ListStrategiesRequest(page_size=2),
                   "strategies")
    assert [each.strategy_name for each in listed] == [
        "华东", "一店", "第 3 层", "第 4 层", "第 5 层"]


WRONG = {
    "a name of 31 characters": (
        {"name": "长" * 31}, ("INVALID_ARGUMENT", "TOO_LONG", "strategy.strategy_name"), 40058),
    "no name": ({"name": ""}, ("INVALID_ARGUMENT", "REQUIRED", "strategy.strategy_name"), 40058),
    "nobody who administers it": (
        {"admins": []}, ("INVALID_ARGUMENT", "REQUIRED", "strategy.admin_list"), 40058),
    "21 who administer it": (
        {"admins": ["guide-101-1"] * 21},
        ("INVALID_ARGUMENT", "TOO_LONG", "strategy.admin_list"), 40058),
    "one who administers it and whom directory does not know": (
        {"admins": ["nobody"]},
        ("INVALID_ARGUMENT", "MEMBER_UNKNOWN", "strategy.admin_list"), 40003),
    "101 nodes": (
        {"range": [member("guide-101-1")] * 101}, ("INVALID_ARGUMENT", "TOO_LONG", "range"), 40058),
    "a node that is nothing": (
        {"range": [customers.StrategyRangeNode()]}, ("INVALID_ARGUMENT", "REQUIRED", "range"), 0),
    "a member whom directory does not know": (
        {"range": [member("nobody")]},
        ("INVALID_ARGUMENT", "MEMBER_UNKNOWN", "range.userid"), 40003),
    "a department that directory does not know": (
        {"range": [department(7)]}, ("NOT_FOUND", "DEPARTMENT_NOT_FOUND", "range.partyid"), 60003),
    "a parent that there is not": (
        {"parent_id": 99}, ("NOT_FOUND", "STRATEGY_NOT_FOUND", "strategy.parent_id"), 0),
}


def test_what_is_wrong_with_a_strategy_is_named_with_its_errcode(staffed):
    for name, (fields, wanted, number) in WRONG.items():
        assert refused(staffed, asked(**fields)) == wanted, name
        assert errcode(staffed.strategies.CreateStrategy, asked(**fields)) == number, name
    assert not pages(staffed.strategies.ListStrategies, customers.ListStrategiesRequest(),
                     "strategies")


def test_at_its_limits_a_strategy_is_taken(staffed):
    made = staffed.strategies.CreateStrategy(asked(
        name="长" * 30, admins=["guide-101-1"] * 20, range=[member("guide-101-1")] * 100))
    assert len(made.admin_list) == 20
    assert ranges(staffed, made.strategy_id) == ["guide-101-1"]


def test_a_strategy_s_tags_are_its_own_and_given_by_members_of_its_range_alone(staffed):
    corp = staffed
    strategy = corp.strategies.CreateStrategy(asked(range=[department(101)])).strategy_id
    below = corp.strategies.CreateStrategy(asked(
        "一店", parent_id=strategy, range=[member("guide-101-1")])).strategy_id
    group, (vip, lost) = of_strategy(corp, strategy, "重点", "流失")
    assert (group.strategy_id, group.tag_count) == (strategy, 2)
    assert group.group_id.startswith("st") and vip.startswith("st")
    assert of_strategy(corp, strategy, "重点")[1] == [vip]
    assert of_strategy(corp, 0, "重点")[1] != [vip]
    assert refusal(of_strategy, corp, below, "重点")[1:] == (
        "STRATEGY_NOT_FIRST_LEVEL", "strategy_id")
    listed = pages(corp.tags.ListTags, customers.ListTagsRequest(
        strategy_id=strategy, page_size=1), "tags")
    assert [each.tag_id for each in listed] == [vip, lost]

    import_relations(corp, [acquaintance("guide-101-1", "wm-1"), acquaintance("guide-102-1", "wm-1")])

    def mark(userid):
        return customers.MarkTagsRequest(userid=userid, external_userid="wm-1", add_tags=[vip])

    assert list(corp.tags.MarkTags(mark("guide-101-1")).tag_ids) == [vip]
    assert refusal(corp.tags.MarkTags, mark("guide-102-1")) == (
        "FAILED_PRECONDITION", "MEMBER_OUT_OF_STRATEGY", None)
    found = corp.relations.GetCustomer(customers.GetCustomerRequest(external_userid="wm-1"))
    assert [(each.tag_name, each.group_name, each.type) for each in found.tags] == [
        ("重点", "等级", customers.RELATION_TAG_TYPE_STRATEGY)]

    corp.strategies.DeleteStrategy(customers.DeleteStrategyRequest(strategy_id=below))
    corp.strategies.DeleteStrategy(customers.DeleteStrategyRequest(strategy_id=strategy))
    found = corp.relations.GetCustomer(customers.GetCustomerRequest(external_userid="wm-1"))
    assert [list(each.tag_ids) for each in found.follow_users] == [[], []]
    gone = corp.tags.GetTag(customers.GetTagRequest(tag_id=vip))
    assert (gone.deleted, gone.strategy_id, gone.relation_count) == (True, strategy, 0)
    assert errcode(corp.tags.MarkTags, mark("guide-101-1")) == 40068
    told = follow(corp, "customers", until=lambda each: (
        each.strategy_deleted.strategy_id == strategy))
    assert [kind(each) for each in told[-2:]] == ["tag_group_deleted", "strategy_deleted"]


def test_a_page_token_opens_the_range_of_its_own_strategy_alone(staffed):
    corp = staffed
    one, other = (
        corp.strategies.CreateStrategy(asked(
            range=[member("guide-101-1"), department(101)])).strategy_id for _ in range(2))
    page = corp.strategies.ListStrategyRanges(
        customers.ListStrategyRangesRequest(strategy_id=one, page_size=1))
    assert refusal(corp.strategies.ListStrategyRanges, customers.ListStrategyRangesRequest(
        strategy_id=other, page_size=1, page_token=page.next_page_token)).field == "page_token"
    assert refusal(corp.strategies.ListStrategies, customers.ListStrategiesRequest(
        page_size=-1)) == ("INVALID_ARGUMENT", "NEGATIVE", "page_size")
