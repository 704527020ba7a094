"""A repeated request has one effect and one answer, however it is repeated."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from outside import Corp, Refusal, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.scenes import (
    acknowledge, acquaintance, audience, broadcast, confirm, failed, lease, pages, redemption,
    report_of, request_id, sent, small_corp, until_planned,
)

directory, customers = protos.directory, protos.customers
communities, broadcasts = protos.communities, protos.broadcasts


def mutations(corp):
    """One mutation of each noun: the context that answers, the method, a request and another body.

    The requests of one noun may rest on the effects of those before it.
    """
    scene = small_corp(corp, customers=4)
    created = broadcast(corp, audience=audience(department_ids=[1]))
    until_planned(corp, created.msgid)
    confirm(corp, created.msgid, scene.userids[0])
    (leased,) = lease(corp).deliveries
    stream_of = lambda method: lambda request, **options: method(iter([request]), **options)
    relations = [acquaintance("guide-9", f"wm-9{number}") for number in range(3)]
    conversions = [
        redemption(f"r-{number}", created.msgid, leased.external_userid, 100)
        for number in range(2)]
    return [
        ("directory", corp.departments.CreateDepartment,
         directory.CreateDepartmentRequest(
             department=directory.Department(name="三号店", parentid=1)),
         {"department": directory.Department(name="四号店", parentid=1)}),
        ("directory", stream_of(corp.members.ImportMembers),
         directory.ImportMembersRequest(members=[
             directory.Member(userid="new", name="新人", email="new@example.com")]),
         {"members": [directory.Member(userid="new", name="旧人", email="new@example.com")]}),
        ("customers", corp.tags.CreateTagGroup,
         customers.CreateTagGroupRequest(
             group_name="生日", tags=[customers.TagDraft(name="一月")]),
         {"group_name": "生肖"}),
        ("customers", stream_of(corp.relations.ImportRelations),
         customers.ImportRelationsRequest(relations=relations), {"relations": relations[:2]}),
        ("communities", corp.groups.CreateCustomerGroup,
         communities.CreateCustomerGroupRequest(name="会员群", owner=scene.userids[0]),
         {"name": "另一群"}),
        ("communities", corp.moments.CreateMoment,
         communities.CreateMomentRequest(text=communities.MomentText(content="上新")),
         {"text": communities.MomentText(content="下新")}),
        ("broadcasts", corp.broadcasts.CreateBroadcast,
         broadcasts.CreateBroadcastRequest(broadcast=broadcasts.Broadcast(
             content=broadcasts.Content(text="你好"), audience=audience(department_ids=[1]))),
         {"broadcast": broadcasts.Broadcast(
             content=broadcasts.Content(text="再见"), audience=audience(department_ids=[1]))}),
        ("broadcasts", corp.tasks.ConfirmMemberTask,
         broadcasts.ConfirmMemberTaskRequest(msgid=created.msgid, userid=scene.userids[1]),
         {"userid": scene.userids[2]}),
        ("broadcasts", corp.deliveries.LeaseDeliveries,
         broadcasts.LeaseDeliveriesRequest(channel_id="sandbox"), {"max_count": 7}),
        ("broadcasts", corp.deliveries.AcknowledgeDeliveries,
         broadcasts.AcknowledgeDeliveriesRequest(acknowledgements=[sent(leased)]),
         {"acknowledgements": [failed(leased)]}),
        ("broadcasts", corp.conversions.RecordConversions,
         broadcasts.RecordConversionsRequest(conversions=conversions),
         {"conversions": conversions[:1]}),
    ]


def changed(request, fields):
    """The same request with another body."""
    other = type(request).FromString(request.SerializeToString())
    for name, value in fields.items():
        other.ClearField(name)
        if isinstance(value, list):
            getattr(other, name).extend(value)
        elif hasattr(value, "SerializeToString"):
            getattr(other, name).CopyFrom(value)
        else:
            setattr(other, name, value)
    return other


def test_the_same_request_again_answers_the_same_and_another_body_is_refused(corp):
    for _, method, request, other in mutations(corp):
        request.request_id = request_id()
        first = method(request)
        assert method(request) == first
        assert refusal(method, changed(request, other)) == Refusal(
            "ALREADY_EXISTS", "REQUEST_ID_REUSED", "request_id")
        assert method(request) == first


def test_a_request_repeated_after_kill_9_answers_the_same(corp, system):
    asked = []
    for context, method, request, other in mutations(corp):
        request.request_id = request_id()
        asked.append((method, request, other, method(request)))
    for service in system.services.values():
        service.kill()
        service.restart()
    for method, request, other, first in asked:
        assert method(request, wait_for_ready=True) == first
        assert refusal(method, changed(request, other)).reason == "REQUEST_ID_REUSED"


def test_a_request_made_twenty_times_at_once_has_one_effect(corp, system):
    scene = small_corp(corp, customers=4)
    tags = customers.CreateTagGroupRequest(
        group_name="生日", request_id=request_id(),
        tags=[customers.TagDraft(name=f"{month} 月") for month in range(12)])
    create = broadcasts.CreateBroadcastRequest(
        request_id=request_id(), broadcast=broadcasts.Broadcast(
            content=broadcasts.Content(text="你好"), audience=audience(department_ids=[1])))
    callers = [Corp(system, corp.name) for _ in range(4)]
    for make in (lambda each: each.tags.CreateTagGroup(tags),
                 lambda each: each.broadcasts.CreateBroadcast(create)):
        start = threading.Barrier(20)

        def at_once(number):
            start.wait()
            return make(callers[number % len(callers)])

        with ThreadPoolExecutor(20) as pool:
            replies = list(pool.map(at_once, range(20)))
        assert all(reply == replies[0] for reply in replies)
    for caller in callers:
        caller.close()
    assert len(pages(
        corp.broadcasts.ListBroadcasts, broadcasts.ListBroadcastsRequest(), "broadcasts")) == 1
    assert len(pages(
        corp.tags.ListTags, customers.ListTagsRequest(group_id=replies_group(corp)), "tags")) == 12
    changes = follow(corp, "customers", count=6 + len(scene.people) + 13)
    check_numbering(changes)
    assert [kind(change) for change in changes].count("tag_created") == 4 + 12


def replies_group(corp):
    groups = pages(corp.tags.ListTagGroups, customers.ListTagGroupsRequest(), "tag_groups")
    return next(group.group_id for group in groups if group.group_name == "生日")


def test_a_member_confirmed_twenty_times_at_once_confirms_once(corp):
    scene = small_corp(corp, customers=4)
    created = broadcast(corp, audience=audience(userids=scene.userids[:1]))
    until_planned(corp, created.msgid)
    start = threading.Barrier(20)

    def at_once(number):
        start.wait()
        request = broadcasts.ConfirmMemberTaskRequest(
            msgid=created.msgid, userid=scene.userids[0], request_id=f"try-{number}")
        try:
            corp.tasks.ConfirmMemberTask(request)
            return "confirmed"
        except Exception as error:
            return Refusal.of(error).reason

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(at_once, range(20)))
    assert sorted(answers) == sorted(["confirmed"] + ["TASK_ALREADY_CONFIRMED"] * 19)
    assert report_of(corp, created.msgid).confirmed_member_count == 1


def test_a_delivery_leased_by_many_channels_at_once_is_given_to_one(corp):
    scene = small_corp(corp, customers=40)
    created = broadcast(corp, audience=audience(department_ids=[1]))
    until_planned(corp, created.msgid)
    for userid in scene.userids:
        confirm(corp, created.msgid, userid)
    start = threading.Barrier(10)

    def channel(number):
        start.wait()
        given = []
        while leased := lease(corp, max_count=3, channel_id=f"channel-{number}").deliveries:
            assert acknowledge(corp, [sent(each) for each in leased]).settled_count == len(leased)
            given += [each.external_userid for each in leased]
        return given

    with ThreadPoolExecutor(10) as pool:
        given = [who for each in pool.map(channel, range(10)) for who in each]
    assert sorted(given) == sorted(scene.people)


@pytest.mark.parametrize("app", ["campaigns", "shop"])
def test_a_request_id_belongs_to_its_app(system, corp, app):
    request = customers.CreateTagGroupRequest(
        group_name="会员等级", request_id="same", tags=[customers.TagDraft(name="金卡")])
    assert corp.tags.CreateTagGroup(request).created_count == 1
    other = Corp(system, corp.name, app=app)
    assert other.tags.CreateTagGroup(request).created_count == 0
    other.close()


def test_the_answer_kept_is_the_first_even_when_the_thing_changed_since(corp):
    request = directory.CreateDepartmentRequest(
        department=directory.Department(name="一号店", parentid=1), request_id=request_id())
    created = corp.departments.CreateDepartment(request)
    corp.departments.DeleteDepartment(directory.DeleteDepartmentRequest(id=created.id))
    assert corp.departments.CreateDepartment(request) == created
    refused = refusal(
        corp.departments.GetDepartment, directory.GetDepartmentRequest(id=created.id))
    assert refused.code == "NOT_FOUND"


def test_a_request_that_was_refused_may_be_made_again(corp):
    request = directory.CreateDepartmentRequest(
        department=directory.Department(id=102, name="一号店", parentid=101),
        request_id=request_id())
    assert refusal(corp.departments.CreateDepartment, request).reason == "PARENT_NOT_FOUND"
    corp.departments.CreateDepartment(directory.CreateDepartmentRequest(
        department=directory.Department(id=101, name="区域", parentid=1)))
    assert corp.departments.CreateDepartment(request).id == 102
