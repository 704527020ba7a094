"""Two corps in the same processes never see each other."""

import pytest

from outside import Corp, Refusal, protos, refusal
from outside.scenes import (
    acquaintance, audience, broadcast, confirm_all, deliver_all, import_relations, lease, pages,
    report_of, small_corp, until_planned,
)


def test_the_same_ids_stand_for_different_things(corp, another_corp):
    customers = protos.customers
    for each, name in ((corp, "张三"), (another_corp, "李四")):
        import_relations(each, [acquaintance("guide", "wm-same", name=name)])
    for each, name in ((corp, "张三"), (another_corp, "李四")):
        found = each.relations.GetCustomer(
            customers.GetCustomerRequest(external_userid="wm-same"))
        assert found.customer.name == name


def test_what_one_corp_has_the_other_does_not_list(corp, another_corp):
    scene = small_corp(corp)
    created = broadcast(corp, audience=audience(department_ids=[1]))
    until_planned(corp, created.msgid)
    confirm_all(corp, created.msgid)

    assert not lease(another_corp).deliveries
    deliver_all(corp)
    broadcasts = protos.broadcasts
    assert not pages(
        another_corp.reports.ListBroadcastReports, broadcasts.ListBroadcastReportsRequest(),
        "reports")
    assert not pages(
        another_corp.broadcasts.ListBroadcasts, broadcasts.ListBroadcastsRequest(), "broadcasts")
    customers = protos.customers
    assert not pages(
        another_corp.tags.ListTags, customers.ListTagsRequest(page_size=1), "tags")
    preview = another_corp.audiences.PreviewAudience(customers.PreviewAudienceRequest())
    assert preview.customer_count == 0
    directory = protos.directory
    assert [each.id for each in pages(
        another_corp.departments.ListDepartments, directory.ListDepartmentsRequest(),
        "departments")] == [1]
    assert report_of(corp, created.msgid).deliveries.sent_count == len(scene.people)


def test_an_id_of_the_other_corp_is_unknown(corp, another_corp):
    scene = small_corp(corp, customers=4)
    created = broadcast(corp, audience=audience(department_ids=[1]))
    until_planned(corp, created.msgid)
    directory, customers, broadcasts = protos.directory, protos.customers, protos.broadcasts
    attempts = [
        (another_corp.departments.GetDepartment, directory.GetDepartmentRequest(id=101)),
        (another_corp.members.GetMember, directory.GetMemberRequest(userid=scene.userids[0])),
        (another_corp.relations.GetCustomer,
         customers.GetCustomerRequest(external_userid="wm-000")),
        (another_corp.relations.ListRelations,
         customers.ListRelationsRequest(userid=scene.userids[0])),
        (another_corp.tags.GetTag, customers.GetTagRequest(tag_id=scene.tags["金卡"])),
        (another_corp.tags.GetTagGroup, customers.GetTagGroupRequest(group_id=scene.levels_id)),
        (another_corp.broadcasts.GetBroadcast,
         broadcasts.GetBroadcastRequest(msgid=created.msgid)),
        (another_corp.reports.GetBroadcastReport,
         broadcasts.GetBroadcastReportRequest(msgid=created.msgid)),
        (another_corp.deliveries.ListDeliveries,
         broadcasts.ListDeliveriesRequest(msgid=created.msgid)),
        (another_corp.tasks.ConfirmMemberTask, broadcasts.ConfirmMemberTaskRequest(
            msgid=created.msgid, userid=scene.userids[0])),
        (another_corp.jobs("broadcasts").GetJob,
         protos.common.GetJobRequest(jobid=created.jobid)),
    ]
    codes = [refusal(method, request).code for method, request in attempts]
    assert codes == ["NOT_FOUND"] * len(attempts)


def test_a_cursor_of_the_other_corps_feed_is_refused(corp, another_corp):
    small_corp(corp, customers=2)
    small_corp(another_corp, customers=2)
    request = protos.customers.WatchChangesRequest()
    cursor = next(corp.changes("customers").WatchChanges(request)).cursor
    refused = refusal(
        another_corp.changes("customers").WatchChanges,
        protos.customers.WatchChangesRequest(after=cursor))
    assert refused == Refusal("OUT_OF_RANGE", "FOREIGN_CURSOR", "after")


def test_a_request_id_belongs_to_its_corp(corp, another_corp):
    request = protos.customers.CreateTagGroupRequest(
        group_name="会员等级", request_id="same",
        tags=[protos.customers.TagDraft(name="金卡")])
    mine, other = (each.tags.CreateTagGroup(request) for each in (corp, another_corp))
    assert mine.tag_group.group_id != other.tag_group.group_id


@pytest.mark.parametrize("name", ["../demo", "", "a/b", "-a", "a" * 65, "a b"])
def test_a_corp_that_is_no_name_is_refused(system, name):
    corp = Corp(system, name)
    refused = refusal(corp.corps.GetCorp, protos.directory.GetCorpRequest())
    assert (refused.code, refused.reason) == ("INVALID_ARGUMENT", "BAD_CORP")
    corp.close()
