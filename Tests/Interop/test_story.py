"""The main job, end to end on a small corp: four processes, grpcio clients."""

from outside import eventually, protos
from outside.feeds import check_numbering, follow, kind
from outside.scenes import (
    acknowledge, all_of, any_of, audience, broadcast, confirm, confirm_all, deliver_all,
    deliveries_of, failed, lease, pages, redemption, report_of, request_id, sent, small_corp,
    tasks_of, until_planned,
)


def recipients_of(corp, asked):
    """An audience as ListAudience streams it: the sender of each customer."""
    request = protos.customers.ListAudienceRequest(audience=asked)
    messages = list(corp.audiences.ListAudience(request))
    assert [message.finished for message in messages] == [False] * (len(messages) - 1) + [True]
    listed = [each for message in messages for each in message.recipients]
    assert messages[-1].listed_count == len(listed)
    senders = {each.external_userid: each.userid for each in listed}
    assert len(senders) == len(listed), "a customer is listed twice"
    return senders


def test_imported_departments_and_members_are_listed_by_subtree(corp):
    scene = small_corp(corp)
    directory = protos.directory
    departments = pages(
        corp.departments.ListDepartments, directory.ListDepartmentsRequest(id=10, page_size=2),
        "departments")
    assert [department.id for department in departments] == [10, 101, 102]
    request = directory.ListMembersRequest(department_id=10, fetch_child=True, page_size=3)
    members = pages(corp.members.ListMembers, request, "members")
    assert [member.userid for member in members] == scene.userids
    member = corp.members.GetMember(directory.GetMemberRequest(userid="GUIDE-101-1"))
    assert (member.userid, list(member.department_ids)) == ("guide-101-1", [101])


def test_audiences_follow_tags_members_and_departments(corp):
    scene = small_corp(corp)
    everybody = recipients_of(corp, audience())
    assert everybody == {who: userid for who, (userid, _) in scene.people.items()}
    gold_and_new = audience(tag_filter=all_of(
        any_of(scene.tags["金卡"]), any_of(scene.tags["新客"])))
    assert set(recipients_of(corp, gold_and_new)) == (
        scene.carrying("金卡") & scene.carrying("新客"))
    either = audience(tag_filter=all_of(any_of(scene.tags["金卡"], scene.tags["新客"])))
    assert set(recipients_of(corp, either)) == scene.carrying("金卡", "新客")
    of_one = audience(userids=["guide-101-1"])
    assert set(recipients_of(corp, of_one)) == scene.customers_of("guide-101-1")
    of_store = audience(department_ids=[102])
    assert set(recipients_of(corp, of_store)) == scene.customers_of(*scene.staff[102])


def test_a_preview_counts_what_the_list_gives_and_says_who_is_left_out(corp):
    scene = small_corp(corp)
    request = protos.customers.PreviewAudienceRequest(
        audience=audience(external_userids=["wm-000", "wm-001", "wm-unknown", "wm-000"]))
    preview = corp.audiences.PreviewAudience(request)
    assert (preview.customer_count, preview.member_count, preview.excluded_count) == (2, 2, 1)
    assert [(each.external_userid, each.reason) for each in preview.excluded] == [
        ("wm-unknown", protos.customers.EXCLUSION_REASON_UNKNOWN)]
    preview = corp.audiences.PreviewAudience(protos.customers.PreviewAudienceRequest())
    assert preview.customer_count == len(scene.people)
    assert {each.userid: each.customer_count for each in preview.members} == {
        userid: len(scene.customers_of(userid)) for userid in scene.userids}


def test_a_customer_shared_by_two_members_is_reached_by_one_of_them(corp):
    small_corp(corp)
    customers = protos.customers
    corp.relations.AddRelation(customers.AddRelationRequest(
        customer=customers.Customer(external_userid="wm-000"),
        relation=customers.Relation(userid="guide-102-2"), request_id=request_id()))
    assert recipients_of(corp, audience(external_userids=["wm-000"])) == {"wm-000": "guide-102-2"}
    assert recipients_of(
        corp, audience(external_userids=["wm-000"], userids=["guide-101-1"])
    ) == {"wm-000": "guide-101-1"}
    removed = corp.relations.RemoveRelation(customers.RemoveRelationRequest(
        userid="guide-102-2", external_userid="wm-000",
        removed_by=customers.REMOVED_BY_CUSTOMER))
    assert removed.status == customers.RELATION_STATUS_DELETED_BY_CUSTOMER
    assert recipients_of(corp, audience(external_userids=["wm-000"])) == {"wm-000": "guide-101-1"}


def test_a_campaign_runs_from_its_audience_to_its_report(corp):
    scene = small_corp(corp)
    asked = audience(tag_filter=all_of(any_of(scene.tags["金卡"])), department_ids=[10])
    expected = scene.carrying("金卡")
    created = broadcast(corp, name="金卡日", audience=asked)
    assert created.state == protos.broadcasts.Broadcast.STATE_PLANNING
    planned = until_planned(corp, created.msgid)
    assert (planned.recipient_count, planned.refused_count) == (len(expected), 0)
    job = corp.jobs("broadcasts").GetJob(protos.common.GetJobRequest(jobid=created.jobid))
    assert job.kind == "plan-broadcast"

    tasks = {task.userid: task.recipient_count for task in tasks_of(corp, created.msgid)}
    assert tasks == {
        userid: len(expected & scene.customers_of(userid)) for userid in scene.userids
        if expected & scene.customers_of(userid)}
    assert not lease(corp).deliveries, "nothing is sent before a member confirms"

    first, *others = tasks
    task = confirm(corp, created.msgid, first, request_id=request_id())
    assert task.state == protos.broadcasts.MemberTask.STATE_CONFIRMED
    leased = lease(corp)
    assert {each.userid for each in leased.deliveries} == {first}
    assert {each.msgid: each.content.text for each in leased.contents} == {
        created.msgid: "满一百减二十"}
    assert not lease(corp).deliveries, "what is leased is leased to one channel"
    lost, *kept = leased.deliveries
    reply = acknowledge(corp, [failed(lost), *map(sent, kept)], request_id=request_id())
    assert (reply.settled_count, reply.failed_count) == (len(leased.deliveries), 0)
    reply = acknowledge(corp, [failed(lost)])
    assert (reply.settled_count, reply.repeated_count) == (0, 1)
    reply = acknowledge(corp, [sent(lost)])
    assert [(each.key, each.reason) for each in reply.failures] == [
        (lost.delivery_id, "ALREADY_SETTLED")]

    for userid in others:
        confirm(corp, created.msgid, userid, request_id=request_id())
    deliver_all(corp)
    report = report_of(corp, created.msgid)
    assert report.state == protos.broadcasts.Broadcast.STATE_FINISHED
    counts = report.deliveries
    assert (counts.recipient_count, counts.sent_count, counts.failed_count) == (
        len(expected), len(expected) - 1, 1)
    assert (report.member_count, report.confirmed_member_count) == (len(tasks), len(tasks))

    reached = sorted(expected - {lost.external_userid})
    record = protos.broadcasts.RecordConversionsRequest(conversions=[
        redemption("r-1", created.msgid, reached[0], 1990),
        redemption("r-2", created.msgid, reached[0], 10),
        redemption("r-3", created.msgid, reached[1]),
        redemption("r-4", created.msgid, lost.external_userid),
        redemption("r-5", created.msgid, "wm-unknown"),
        redemption("r-1", created.msgid, reached[0], 1990),
    ])
    record.conversions[5].conversion_time.CopyFrom(record.conversions[0].conversion_time)
    reply = corp.conversions.RecordConversions(record)
    assert (reply.recorded_count, reply.repeated_count, reply.failed_count) == (3, 1, 2)
    assert [(each.key, each.reason) for each in reply.failures] == [
        ("r-4", "DELIVERY_NOT_SENT"), ("r-5", "DELIVERY_NOT_FOUND")]
    counts = report_of(corp, created.msgid).deliveries
    assert (
        counts.conversion_count, counts.converted_recipient_count, counts.amount_cents
    ) == (3, 2, 2000)
    check_sums(corp, created.msgid, expected)


def check_sums(corp, msgid, expected):
    """The members' reports and the deliveries add up to the broadcast's report."""
    counts = report_of(corp, msgid).deliveries
    request = protos.broadcasts.ListMemberReportsRequest(msgid=msgid, page_size=1)
    members = pages(corp.reports.ListMemberReports, request, "reports")
    for name in ("recipient_count", "sent_count", "failed_count", "conversion_count",
                 "converted_recipient_count", "amount_cents"):
        total = sum(getattr(member.deliveries, name) for member in members)
        assert total == getattr(counts, name), name
    deliveries = deliveries_of(corp, msgid)
    assert sorted(each.external_userid for each in deliveries) == sorted(expected)
    assert sum(each.conversion_count for each in deliveries) == counts.conversion_count
    assert sum(each.amount_cents for each in deliveries) == counts.amount_cents


def test_those_who_cannot_be_reached_are_refused_by_name(corp):
    small_corp(corp)
    created = broadcast(corp, audience=audience(external_userids=["wm-000", "wm-unknown"]))
    planned = until_planned(corp, created.msgid)
    assert (planned.recipient_count, planned.refused_count) == (1, 1)
    request = protos.broadcasts.ListRefusalsRequest(msgid=created.msgid)
    refused = pages(corp.broadcasts.ListRefusals, request, "refusals")
    assert [(each.id, each.reason) for each in refused] == [
        ("wm-unknown", protos.broadcasts.Refusal.REASON_NO_RELATION)]


def test_a_cancelled_broadcast_sends_no_more(corp):
    scene = small_corp(corp)
    created = broadcast(corp, audience=audience(department_ids=[1]))
    until_planned(corp, created.msgid)
    confirm_all(corp, created.msgid)
    first = lease(corp, max_count=3).deliveries
    corp.broadcasts.CancelBroadcast(
        protos.broadcasts.CancelBroadcastRequest(msgid=created.msgid, request_id=request_id()))
    assert not lease(corp).deliveries
    assert acknowledge(corp, [sent(each) for each in first]).settled_count == 3
    counts = report_of(corp, created.msgid).deliveries
    assert (counts.sent_count, counts.stopped_count) == (3, len(scene.people) - 3)


def test_a_broadcast_goes_to_the_groups_its_sender_owns(corp):
    small_corp(corp)
    communities = protos.communities
    for chat_id, owner in (("wr-one", "guide-101-1"), ("wr-two", "guide-101-1"),
                           ("wr-other", "guide-102-1")):
        corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
            chat_id=chat_id, name=f"{chat_id} 会员群", owner=owner, request_id=request_id()))
    created = broadcast(
        corp, chat_type=protos.broadcasts.CHAT_TYPE_GROUP, sender="guide-101-1",
        chat_ids=["wr-one", "wr-two", "wr-other", "wr-none"])
    planned = until_planned(corp, created.msgid)
    assert (planned.recipient_count, planned.refused_count) == (2, 2)
    confirm(corp, created.msgid, "guide-101-1")
    assert sorted(each.chat_id for each in deliver_all(corp)) == ["wr-one", "wr-two"]
    assert report_of(corp, created.msgid).deliveries.sent_count == 2


def test_a_group_keeps_a_version_for_each_change_of_its_members(corp):
    scene = small_corp(corp)
    communities = protos.communities

    def people(*whose):
        return [
            communities.NewGroupMember(userid=who, type=communities.GROUP_MEMBER_TYPE_EXTERNAL)
            for who in whose]

    group = corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
        name="一号店会员群", owner=scene.userids[0], members=people("wm-000", "wm-004"),
        request_id=request_id()))
    assert group.member_count == 3
    added = corp.groups.AddGroupMembers(communities.AddGroupMembersRequest(
        chat_id=group.chat_id, members=people("wm-004", "wm-008"),
        join_scene=communities.GROUP_JOIN_SCENE_LINK, request_id=request_id()))
    assert list(added.unchanged_userids) == ["wm-004"]
    gone = corp.groups.RemoveGroupMembers(communities.RemoveGroupMembersRequest(
        chat_id=group.chat_id, userids=["wm-000"],
        quit_scene=communities.GROUP_QUIT_SCENE_LEFT, request_id=request_id()))
    changes = follow(corp, "communities", count=3)
    assert [kind(change) for change in changes] == [
        "customer_group_created", "group_members_added", "group_members_removed"]
    _, come, left = changes
    assert come.group_members_added.last_member_version == group.member_version
    assert (left.group_members_removed.last_member_version
            == come.group_members_added.current_member_version
            == added.customer_group.member_version)
    assert (left.group_members_removed.current_member_version
            == gone.customer_group.member_version)
    listed = pages(
        corp.groups.ListGroupMembers,
        communities.ListGroupMembersRequest(chat_id=group.chat_id, page_size=2), "members")
    assert [member.userid for member in listed] == [scene.userids[0], "wm-004", "wm-008"]


def test_a_moment_shows_each_member_whom_his_publication_chose(corp):
    scene = small_corp(corp)
    communities = protos.communities
    moment = corp.moments.CreateMoment(communities.CreateMomentRequest(
        text=communities.MomentText(content="新品到店"), request_id=request_id(),
        visible_range=communities.MomentVisibleRange(
            department_ids=[101], tag_ids=[scene.tags["金卡"]])))

    def dispatched():
        found = corp.moments.GetMoment(
            communities.GetMomentRequest(moment_id=moment.moment_id))
        return found if found.state != communities.MOMENT_STATE_DISPATCHING else None

    found = eventually(dispatched, "the moment is dispatched")
    assert found.state == communities.MOMENT_STATE_DISPATCHED, found
    request = communities.ListMomentTasksRequest(moment_id=moment.moment_id)
    tasks = pages(corp.moments.ListMomentTasks, request, "tasks")
    executors = [
        userid for userid in scene.staff[101]
        if scene.customers_of(userid) & scene.carrying("金卡")]
    assert sorted(task.userid for task in tasks) == sorted(executors)
    task = corp.moments.PublishMoment(communities.PublishMomentRequest(
        moment_id=moment.moment_id, userid=executors[0], request_id=request_id()))
    chosen = pages(
        corp.moments.ListMomentCustomers, communities.ListMomentCustomersRequest(
            moment_id=moment.moment_id, userid=executors[0], page_size=4), "customers")
    assert {each.external_userid for each in chosen} == (
        scene.customers_of(executors[0]) & scene.carrying("金卡"))
    assert task.customer_count == len(chosen)


def test_change_feeds_tell_the_story_in_order_and_resume_from_any_cursor(corp):
    scene = small_corp(corp)
    members = follow(corp, "directory", count=7)
    check_numbering(members)
    assert [kind(change) for change in members] == (
        ["department_created"] * 3 + ["member_created"] * 4)
    relations = follow(corp, "customers", count=6 + len(scene.people))
    check_numbering(relations)
    assert [kind(change) for change in relations[:6]] == (
        ["tag_group_created", "tag_created", "tag_created"] * 2)
    assert {kind(change) for change in relations[6:]} == {"relation_added"}
    for split in (1, 6, 20, len(relations) - 1):
        rest = follow(
            corp, "customers", after=relations[split - 1].cursor, count=len(relations) - split)
        assert rest == relations[split:]


def test_a_feed_that_is_open_tells_what_comes(corp):
    scene = small_corp(corp, customers=4)
    request = protos.broadcasts.WatchChangesRequest()
    feed = corp.changes("broadcasts").WatchChanges(request)
    created = broadcast(corp, audience=audience(department_ids=[1]))
    assert next(feed).broadcast_created.msgid == created.msgid
    assert next(feed).broadcast_planned.recipient_count == 4
    confirm(corp, created.msgid, scene.userids[0])
    confirmed = next(feed)
    assert confirmed.member_task_confirmed.userid == scene.userids[0]
    assert confirmed.origin == protos.common.ORIGIN_API
    leased = lease(corp).deliveries
    acknowledge(corp, [sent(each) for each in leased])
    settled = next(feed)
    assert [each.delivery_id for each in settled.deliveries_settled.deliveries] == [
        each.delivery_id for each in leased]
    feed.cancel()
