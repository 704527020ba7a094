"""Wrong requests, each answered with the right code, a reason for programs and the field's name."""

import pytest

from outside import Corp, Refusal, protos, refusal
from outside.fixtures import fresh_corp_name
from outside.scenes import (
    acquaintance, any_of, audience, broadcast, confirm, lease, request_id, small_corp,
    until_planned,
)

directory, customers = protos.directory, protos.customers
communities, broadcasts = protos.communities, protos.broadcasts


@pytest.fixture(scope="module")
def stage(shared_system, request):
    """A small corp that wrong requests leave as it is."""
    corp = Corp(shared_system, fresh_corp_name("bad-input"))
    corp.scene = small_corp(corp, customers=8)
    planned = broadcast(corp, audience=audience(external_userids=["wm-000"]))
    until_planned(corp, planned.msgid)
    corp.msgid = planned.msgid
    yield corp
    corp.close()


def create_department(**fields):
    return lambda stage: (stage.departments.CreateDepartment, directory.CreateDepartmentRequest(
        department=directory.Department(**{"name": "新店", "parentid": 1, **fields})))


def create_member(**fields):
    member = {"userid": "new", "name": "新人", "email": "new@example.com", **fields}
    return lambda stage: (stage.members.CreateMember, directory.CreateMemberRequest(
        member=directory.Member(**member)))


def add_relation(person=None, **fields):
    relation = {"userid": "guide-101-1", **fields}
    return lambda stage: (stage.relations.AddRelation, customers.AddRelationRequest(
        customer=customers.Customer(**(person or {"external_userid": "wm-new"})),
        relation=customers.Relation(**relation)))


def create_tags(group_name, *names):
    return lambda stage: (stage.tags.CreateTagGroup, customers.CreateTagGroupRequest(
        group_name=group_name, tags=[customers.TagDraft(name=name) for name in names]))


def create_broadcast(**fields):
    whole = {
        "content": broadcasts.Content(text="你好"),
        "audience": audience(external_userids=["wm-000"]),
        **fields,
    }
    return lambda stage: (stage.broadcasts.CreateBroadcast, broadcasts.CreateBroadcastRequest(
        broadcast=broadcasts.Broadcast(**whole)))


def create_group(**fields):
    group = {"name": "会员群", "owner": "guide-101-1", **fields}
    return lambda stage: (
        stage.groups.CreateCustomerGroup, communities.CreateCustomerGroupRequest(**group))


def mark(**fields):
    asked = {"userid": "guide-101-1", "external_userid": "wm-000"}
    return lambda stage: (stage.tags.MarkTags, customers.MarkTagsRequest(**asked, **fields))


def preview(make):
    return lambda stage: (stage.audiences.PreviewAudience, customers.PreviewAudienceRequest(
        audience=make(stage.scene)))


def tagged(make):
    """A tag filter as PreviewAudience takes it, made from the scene's tags."""
    return preview(lambda scene: audience(tag_filter=customers.TagFilter(group_list=[make(scene)])))


WRONG = {
    # Names: empty, over-long, forbidden characters; characters are counted, not bytes.
    "a department without a name": (
        create_department(name=""), "INVALID_ARGUMENT", "REQUIRED", "department.name"),
    "a department name of 65 characters": (
        create_department(name="店" * 65), "INVALID_ARGUMENT", "TOO_LONG", "department.name"),
    "a department name with a colon": (
        create_department(name="a:b"), "INVALID_ARGUMENT", "BAD_NAME", "department.name"),
    "no department at all": (
        lambda stage: (stage.departments.CreateDepartment, directory.CreateDepartmentRequest()),
        "INVALID_ARGUMENT", "REQUIRED", "department"),
    "a member without a name": (
        create_member(name=""), "INVALID_ARGUMENT", "REQUIRED", "member.name"),
    "a member name of 65 characters": (
        create_member(name="名" * 65), "INVALID_ARGUMENT", "TOO_LONG", "member.name"),
    "a userid of 65 bytes": (
        create_member(userid="u" * 65), "INVALID_ARGUMENT", "TOO_LONG", "member.userid"),
    "a userid with a blank": (
        create_member(userid="a b"), "INVALID_ARGUMENT", "BAD_USERID", "member.userid"),
    "a tag group without a name": (
        create_tags("", "金卡"), "INVALID_ARGUMENT", "REQUIRED", "group_name"),
    "a tag group name of 31 characters": (
        create_tags("级" * 31, "金卡"), "INVALID_ARGUMENT", "TOO_LONG", "group_name"),
    "a tag group without tags": (
        create_tags("空"), "INVALID_ARGUMENT", "REQUIRED", "tags"),
    "a remark of 21 characters": (
        add_relation(remark="备" * 21), "INVALID_ARGUMENT", "TOO_LONG", "relation.remark"),
    "a customer without an external_userid": (
        add_relation(person={"name": "张三"}),
        "INVALID_ARGUMENT", "REQUIRED", "customer.external_userid"),
    "a group without a name": (
        create_group(name=""), "INVALID_ARGUMENT", "REQUIRED", "name"),
    "a group name of 65 characters": (
        create_group(name="群" * 65), "INVALID_ARGUMENT", "TOO_LONG", "name"),
    "a broadcast name of 65 characters": (
        create_broadcast(name="活" * 65), "INVALID_ARGUMENT", "TOO_LONG", "broadcast.name"),

    # Contents.
    "a broadcast with neither text nor attachment": (
        create_broadcast(content=broadcasts.Content()),
        "INVALID_ARGUMENT", "CONTENT_EMPTY", "broadcast.content"),
    "a broadcast text of 4001 bytes": (
        create_broadcast(content=broadcasts.Content(text="字" * 1333 + "xx")),
        "INVALID_ARGUMENT", "TOO_LONG", "broadcast.content.text"),
    "a broadcast to nobody in particular": (
        create_broadcast(audience=audience()),
        "INVALID_ARGUMENT", "REQUIRED", "broadcast.audience"),
    "a broadcast to groups without a sender": (
        create_broadcast(chat_type=broadcasts.CHAT_TYPE_GROUP, audience=None, chat_ids=["wr-1"]),
        "INVALID_ARGUMENT", "REQUIRED", "broadcast.sender"),

    "an offer without a name": (
        create_broadcast(offers=[broadcasts.Offer(offer_id="tea")]),
        "INVALID_ARGUMENT", "REQUIRED", "broadcast.offers[0].name"),
    "an offer in a variant that is not there": (
        create_broadcast(offers=[broadcasts.Offer(offer_id="tea", name="茶", variants=[2])]),
        "INVALID_ARGUMENT", "VARIANT_UNKNOWN", "broadcast.offers[0].variants"),
    "variants for new customers alone": (
        create_broadcast(content=None, variants=[
            broadcasts.Variant(
                name=name, weight=1, content=broadcasts.Content(text="x"),
                segment=broadcasts.CUSTOMER_SEGMENT_NEW) for name in "ab"]),
        "INVALID_ARGUMENT", "SEGMENT_LEFT_OUT", "broadcast.variants"),
    "an alert rule without hours": (
        lambda stage: (stage.alerts.CreateAlertRule, broadcasts.CreateAlertRuleRequest(
            alert_rule=broadcasts.AlertRule(
                name="预警", kind=broadcasts.ALERT_KIND_CONFIRMED_BELOW, percent=50))),
        "INVALID_ARGUMENT", "OUT_OF_RANGE", "alert_rule.hours"),

    # Unknown ids.
    "a department under an unknown parent": (
        create_department(parentid=999), "NOT_FOUND", "PARENT_NOT_FOUND", "department.parentid"),
    "an unknown department": (
        lambda stage: (stage.departments.GetDepartment, directory.GetDepartmentRequest(id=999)),
        "NOT_FOUND", "DEPARTMENT_NOT_FOUND", "id"),
    "an unknown member": (
        lambda stage: (stage.members.GetMember, directory.GetMemberRequest(userid="nobody")),
        "NOT_FOUND", "MEMBER_NOT_FOUND", "userid"),
    "a member of an unknown department": (
        create_member(department_ids=[999]),
        "NOT_FOUND", "DEPARTMENT_NOT_FOUND", "member.department_ids"),
    "an unknown customer": (
        lambda stage: (stage.relations.GetCustomer,
                       customers.GetCustomerRequest(external_userid="wm-nobody")),
        "NOT_FOUND", "CUSTOMER_NOT_FOUND", "external_userid"),
    "an unknown tag": (
        lambda stage: (stage.tags.GetTag, customers.GetTagRequest(tag_id="et-unknown")),
        "NOT_FOUND", "TAG_NOT_FOUND", "tag_id"),
    "a mark with an unknown tag": (
        mark(add_tags=["et-unknown"]), "NOT_FOUND", "TAG_NOT_FOUND", "add_tags"),
    "an audience with an unknown tag": (
        tagged(lambda scene: any_of("et-unknown")),
        "NOT_FOUND", "TAG_NOT_FOUND", "audience.tag_filter.group_list.tag_list"),
    "an audience of an unknown department": (
        preview(lambda scene: audience(department_ids=[999])),
        "NOT_FOUND", "DEPARTMENT_NOT_FOUND", "audience.department_ids"),
    "an unknown broadcast": (
        lambda stage: (stage.broadcasts.GetBroadcast,
                       broadcasts.GetBroadcastRequest(msgid="msg-unknown")),
        "NOT_FOUND", "BROADCAST_NOT_FOUND", "msgid"),
    "a task of a member who has none": (
        lambda stage: (stage.tasks.ConfirmMemberTask, broadcasts.ConfirmMemberTaskRequest(
            msgid=stage.msgid, userid="guide-102-2")),
        "NOT_FOUND", "MEMBER_TASK_NOT_FOUND", "userid"),
    "an unknown group": (
        lambda stage: (stage.groups.GetCustomerGroup,
                       communities.GetCustomerGroupRequest(chat_id="wr-unknown")),
        "NOT_FOUND", "GROUP_NOT_FOUND", "chat_id"),
    "an unknown moment": (
        lambda stage: (stage.moments.GetMoment,
                       communities.GetMomentRequest(moment_id="mom-unknown")),
        "NOT_FOUND", "MOMENT_NOT_FOUND", "moment_id"),
    "an unknown job": (
        lambda stage: (stage.jobs("broadcasts").GetJob,
                       protos.common.GetJobRequest(jobid="unknown")),
        "NOT_FOUND", "JOB_NOT_FOUND", "jobid"),

    # Tags of another group.
    "an audience with a tag of another group": (
        tagged(lambda scene: customers.TagGroupFilter(
            group_id=scene.visits_id, tag_list=[scene.tags["金卡"]])),
        "INVALID_ARGUMENT", "TAG_OF_OTHER_GROUP", "audience.tag_filter.group_list.tag_list"),
    "a tag moved to another group": (
        lambda stage: (stage.tags.UpdateTag, customers.UpdateTagRequest(tag=customers.Tag(
            tag_id=stage.scene.tags["金卡"], group_id=stage.scene.visits_id, name="钻卡"))),
        "INVALID_ARGUMENT", "TAG_OF_OTHER_GROUP", "tag.group_id"),

    # Pages, masks, batches, request_ids.
    "a negative page_size": (
        lambda stage: (stage.tags.ListTags, customers.ListTagsRequest(page_size=-1)),
        "INVALID_ARGUMENT", "NEGATIVE", "page_size"),
    "a page_token that is none": (
        lambda stage: (stage.tags.ListTags, customers.ListTagsRequest(page_token="token")),
        "INVALID_ARGUMENT", "BAD_PAGE_TOKEN", "page_token"),
    "an update_mask with an unknown path": (
        lambda stage: (stage.departments.UpdateDepartment, update_department("nmae")),
        "INVALID_ARGUMENT", "UNKNOWN_PATH", "update_mask"),
    "a request_id of 65 characters": (
        lambda stage: (stage.tags.CreateTagGroup, customers.CreateTagGroupRequest(
            group_name="会员等级", tags=[customers.TagDraft(name="金卡")], request_id="r" * 65)),
        "INVALID_ARGUMENT", "BAD_REQUEST_ID", "request_id"),
    "a batch of no marks": (
        lambda stage: (stage.tags.BatchMarkTags, customers.BatchMarkTagsRequest()),
        "INVALID_ARGUMENT", "REQUIRED", "marks"),
    "a batch of 1001 acknowledgements": (
        lambda stage: (stage.deliveries.AcknowledgeDeliveries,
                       broadcasts.AcknowledgeDeliveriesRequest(
                           acknowledgements=[broadcasts.Acknowledgement()] * 1001)),
        "INVALID_ARGUMENT", "TOO_LONG", "acknowledgements"),
    "a lease without a channel": (
        lambda stage: (stage.deliveries.LeaseDeliveries,
                       broadcasts.LeaseDeliveriesRequest(max_count=1)),
        "INVALID_ARGUMENT", "REQUIRED", "channel_id"),
    "a cursor that is none": (
        lambda stage: (stage.changes("customers").WatchChanges,
                       customers.WatchChangesRequest(after="cursor")),
        "INVALID_ARGUMENT", "BAD_CURSOR", "after"),
}


def update_department(*paths):
    request = directory.UpdateDepartmentRequest(
        department=directory.Department(id=101, name="旗舰店"))
    request.update_mask.paths.extend(paths)
    return request


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_request_is_refused(stage, name):
    make, code, reason, field = WRONG[name]
    method, request = make(stage)
    assert refusal(method, request) == Refusal(code, reason, field)


def test_the_longest_names_allowed_are_taken(corp):
    make = create_department(name="店" * 64)
    method, request = make(corp)
    assert method(request).name == "店" * 64


def test_a_page_token_of_another_call_is_refused(stage):
    first = stage.tags.ListTags(customers.ListTagsRequest(page_size=1))
    assert first.next_page_token
    foreign = Refusal("INVALID_ARGUMENT", "FOREIGN_PAGE_TOKEN", "page_token")
    others = [
        (stage.tags.ListTags, customers.ListTagsRequest(
            group_id=stage.scene.levels_id, page_token=first.next_page_token)),
        (stage.tags.ListTagGroups, customers.ListTagGroupsRequest(
            page_token=first.next_page_token)),
    ]
    for method, request in others:
        assert refusal(method, request) == foreign
    rest = stage.tags.ListTags(
        customers.ListTagsRequest(page_size=9, page_token=first.next_page_token))
    assert len(rest.tags) == 3, "another page_size is no other call"


def test_an_audience_cursor_of_another_audience_is_refused(stage):
    message = next(stage.audiences.ListAudience(customers.ListAudienceRequest()))
    refused = refusal(stage.audiences.ListAudience, customers.ListAudienceRequest(
        audience=audience(userids=["guide-101-1"]), after=message.cursor))
    assert (refused.code, refused.field) == ("INVALID_ARGUMENT", "after")


def test_a_member_who_confirms_twice_is_told_so(stage):
    created = broadcast(stage, audience=audience(external_userids=["wm-000"]))
    until_planned(stage, created.msgid)
    userid, _ = stage.scene.people["wm-000"]
    once = request_id()
    first = confirm(stage, created.msgid, userid, request_id=once)
    assert confirm(stage, created.msgid, userid, request_id=once) == first
    for fields in ({}, {"request_id": request_id()}):
        with_ = broadcasts.ConfirmMemberTaskRequest(msgid=created.msgid, userid=userid, **fields)
        refused = refusal(stage.tasks.ConfirmMemberTask, with_)
        assert (refused.code, refused.reason) == (
            "FAILED_PRECONDITION", "TASK_ALREADY_CONFIRMED")
    assert len(lease(stage).deliveries) == 1


def test_an_import_reports_what_it_left_out_and_keeps_the_rest(corp):
    relations = [
        acquaintance("guide", "wm-good"), acquaintance("guide", ""), acquaintance("", "wm-x"),
        acquaintance("guide", "wm-tagged", ["et-unknown"]),
    ]
    reply = corp.relations.ImportRelations(iter([
        customers.ImportRelationsRequest(relations=relations, request_id=request_id())]))
    assert (reply.added_count, reply.failed_count) == (1, 3)
    assert [each.reason for each in reply.failures] == ["REQUIRED", "REQUIRED", "TAG_NOT_FOUND"]
    listed = corp.relations.ListRelations(customers.ListRelationsRequest(userid="guide"))
    assert [each.customer.external_userid for each in listed.relations] == ["wm-good"]


def test_an_import_batch_of_1001_is_refused_and_the_batches_before_it_stay(corp):
    def batches():
        yield customers.ImportRelationsRequest(relations=[acquaintance("guide", "wm-first")])
        yield customers.ImportRelationsRequest(
            relations=[acquaintance("guide", f"wm-{number}") for number in range(1001)])

    refused = refusal(corp.relations.ImportRelations, batches())
    assert refused == Refusal("INVALID_ARGUMENT", "TOO_LONG", "relations")
    listed = corp.relations.ListRelations(customers.ListRelationsRequest(userid="guide"))
    assert [each.customer.external_userid for each in listed.relations] == ["wm-first"]
