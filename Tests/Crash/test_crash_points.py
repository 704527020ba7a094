"""The process dies at a named point of a commit; what was asked for is asked for again."""

import contextlib
import sqlite3
import time

import grpc
import pytest
from google.protobuf import timestamp_pb2

from outside import Corp, System, eventually, protos
from outside.feeds import check_numbering, follow, kind
from outside.fixtures import fresh_corp_name
from outside.scenes import (
    acknowledge, acquaintance, audience, broadcast, confirm, confirm_all, deliver_all,
    deliveries_of, import_relations, lease, pages, redemption, report_of, request_id, sent,
    small_corp, state_of, tasks_of, until_planned,
)

customers, broadcasts = protos.customers, protos.broadcasts
communities, directory = protos.communities, protos.directory

DEAD = 137

# Whose feeds a service follows.
FOLLOWED = {
    "customers": ["communities", "directory"], "communities": ["directory"],
    "broadcasts": ["customers", "directory"],
}


@pytest.fixture(scope="module")
def crashing(binary):
    with System() as running:
        yield running


@pytest.fixture
def crash_corp(crashing, request):
    """A corp in processes that this file kills; all alive when the test begins."""
    for service in crashing.services.values():
        if service.process is None:
            service.restart()
    corp = Corp(crashing, fresh_corp_name(request.node.name))
    yield corp
    corp.close()


def until_followed(corp, service):
    """Waits until a service has applied all that the feeds it follows tell of a corp.

    What it has not is committed by its next start, before what a test asks of it.
    """
    path = service.data / service.name / f"{corp.name}.db"
    if service.name not in FOLLOWED or not path.exists():
        return
    newest = {peer: follow(corp, peer, until=LAST_CHANGES[peer](corp))[-1].cursor
              for peer in FOLLOWED[service.name]}

    def cursors():
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            return dict(database.execute("SELECT peer, cursor FROM followed_feed"))

    eventually(lambda: cursors() == newest, f"{service.name} has heard all")


def crash_during(corp, system, name, point, call):
    """Restarts a service so that it dies at the point; makes the call; returns after its death.

    Those whose feeds it follows are away meanwhile: what they tell is committed too, and the point
    would be passed before the call.
    """
    service = system[name]
    until_followed(corp, service)
    away = [system[peer] for peer in FOLLOWED.get(name, ())]
    service.kill()
    for other in away:
        other.kill()
    service.restart(SIYU_CRASH_AT=point)
    with pytest.raises(grpc.RpcError) as error:
        call()
    assert error.value.code() == grpc.StatusCode.UNAVAILABLE, error.value
    assert service.wait() == DEAD
    for other in away:
        other.restart()
    service.restart()


# Each: the context, how to ask (with a request_id), and how to count the effects.

def a_department(corp):
    request = directory.CreateDepartmentRequest(
        department=directory.Department(name="三号店", parentid=1), request_id=request_id())

    def count():
        listed = corp.departments.ListDepartments(directory.ListDepartmentsRequest(id=1))
        return sum(each.name == "三号店" for each in listed.departments)

    return "directory", lambda: corp.departments.CreateDepartment(request), count


def a_batch_of_relations(corp):
    request = customers.ImportRelationsRequest(
        relations=[acquaintance("guide-9", f"wm-9{number}") for number in range(5)],
        request_id=request_id())

    def count():
        changes = follow(corp, "customers", until=last_tag(corp))
        return sum(
            change.relation_added.relation.userid == "guide-9" for change in changes) / 5

    return "customers", lambda: corp.relations.ImportRelations(iter([request])), count


def last_tag(corp):
    """Makes a last change in customers; returns how to know its event in the feed."""
    reply = corp.tags.CreateTagGroup(customers.CreateTagGroupRequest(
        group_name=request_id()[:20], tags=[customers.TagDraft(name="end")]))
    return lambda change: change.tag_created.tag_id == reply.tags[0].tag_id


def last_department(corp):
    """Makes a last change in directory; returns how to know its event in the feed."""
    reply = corp.departments.CreateDepartment(directory.CreateDepartmentRequest(
        department=directory.Department(name=request_id()[:20], parentid=1)))
    return lambda change: change.department_created.id == reply.id


def last_group(corp):
    """Makes a last change in communities; returns how to know its event in the feed."""
    reply = corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
        name="末", owner="nobody"))
    return lambda change: change.customer_group_created.chat_id == reply.chat_id


LAST_CHANGES = {"customers": last_tag, "communities": last_group, "directory": last_department}


def a_group_joined(corp):
    group = corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
        name="会员群", owner="guide-101-1"))
    request = communities.AddGroupMembersRequest(
        chat_id=group.chat_id, join_scene=communities.GROUP_JOIN_SCENE_LINK,
        request_id=request_id(), members=[communities.NewGroupMember(
            userid="wm-000", type=communities.GROUP_MEMBER_TYPE_EXTERNAL)])

    def count():
        found = corp.groups.GetCustomerGroup(
            communities.GetCustomerGroupRequest(chat_id=group.chat_id))
        return found.member_count - 1

    return "communities", lambda: corp.groups.AddGroupMembers(request), count


def a_confirmation(corp):
    created = broadcast(corp, audience=audience(external_userids=["wm-000"]))
    until_planned(corp, created.msgid)
    (task,) = tasks_of(corp, created.msgid)
    again = request_id()
    return (
        "broadcasts",
        lambda: confirm(corp, created.msgid, task.userid, request_id=again),
        lambda: report_of(corp, created.msgid).confirmed_member_count)


def an_acknowledgement(corp):
    created = broadcast(corp, audience=audience(external_userids=["wm-000"]))
    until_planned(corp, created.msgid)
    confirm_all(corp, created.msgid)
    (leased,) = lease(corp).deliveries
    again = request_id()
    return (
        "broadcasts",
        lambda: acknowledge(corp, [sent(leased)], request_id=again),
        lambda: report_of(corp, created.msgid).deliveries.sent_count)


def a_conversion(corp):
    created = broadcast(corp, audience=audience(external_userids=["wm-000"]))
    until_planned(corp, created.msgid)
    confirm_all(corp, created.msgid)
    deliver_all(corp)
    request = broadcasts.RecordConversionsRequest(
        conversions=[redemption("r-1", created.msgid, "wm-000", 100)], request_id=request_id())
    return (
        "broadcasts",
        lambda: corp.conversions.RecordConversions(request),
        lambda: report_of(corp, created.msgid).deliveries.amount_cents / 100)


@pytest.mark.parametrize("point, kept", [("before-commit", 0), ("after-commit", 1)])
@pytest.mark.parametrize("make", [
    a_department, a_batch_of_relations, a_group_joined, a_confirmation, an_acknowledgement,
    a_conversion,
], ids=lambda make: make.__name__)
def test_a_request_retried_after_a_crash_has_one_effect(
    crash_corp, crashing, make, point, kept
):
    small_corp(crash_corp, customers=4)
    context, ask, count = make(crash_corp)
    assert count() == 0
    crash_during(crash_corp, crashing, context, point, ask)
    assert count() == kept, "what the disk has after the crash"
    first = ask()
    assert count() == 1
    assert ask() == first
    assert count() == 1


@pytest.mark.parametrize("point", ["before-commit", "after-commit"])
@pytest.mark.parametrize("passing", [1, 2, 3, 4, 5, 6, 7])
def test_a_plan_that_dies_at_any_commit_ends_complete(crash_corp, crashing, point, passing):
    """The first commit takes the broadcast, the next ones keep what customers list, in two answers, and
    write the deliveries, the tasks and the end.

    Customers comes back after the first, directory at the end: their feeds are applied by commits of
    their own.
    """
    small_corp(crash_corp, customers=4)
    import_relations(
        crash_corp, [acquaintance(f"guide-{number % 7}", f"wm-x{number}")
                     for number in range(1200)])
    # Opens the corp's file, so that the first commit to come is the broadcast's.
    assert not lease(crash_corp).deliveries
    service = crashing["broadcasts"]
    until_followed(crash_corp, service)
    service.kill()
    for name in FOLLOWED["broadcasts"]:
        crashing[name].kill()
    service.restart(SIYU_CRASH_AT=f"{point}:{passing}")
    request = broadcasts.CreateBroadcastRequest(
        request_id=request_id(), broadcast=broadcasts.Broadcast(
            content=broadcasts.Content(text="周末活动"), audience=audience(userids=[
                f"guide-{number}" for number in range(7)])))
    try:
        crash_corp.broadcasts.CreateBroadcast(request)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.UNAVAILABLE
    crashing["customers"].restart()
    assert service.wait() == DEAD
    crashing["directory"].restart()
    service.restart()
    created = crash_corp.broadcasts.CreateBroadcast(request, wait_for_ready=True)
    planned = until_planned(crash_corp, created.msgid)
    assert planned.recipient_count == 1200
    reached = [each.external_userid for each in deliveries_of(crash_corp, created.msgid)]
    assert sorted(reached) == sorted(f"wm-x{number}" for number in range(1200))
    assert len(tasks_of(crash_corp, created.msgid)) == 7
    assert len(pages(
        crash_corp.broadcasts.ListBroadcasts, broadcasts.ListBroadcastsRequest(), "broadcasts"
    )) == 1
    changes = follow(crash_corp, "broadcasts", count=2)
    check_numbering(changes)
    assert [kind(change) for change in changes] == ["broadcast_created", "broadcast_planned"]


@pytest.mark.parametrize("passing", [1, 3, 5])
def test_a_corp_whose_first_migrations_were_cut_is_there_at_the_next_start(
    crash_corp, crashing, passing
):
    request = customers.CreateTagGroupRequest(
        group_name="会员等级", tags=[customers.TagDraft(name="金卡")], request_id=request_id())
    crash_during(
        crash_corp, crashing, "customers", f"mid-migration:{passing}",
        lambda: crash_corp.tags.CreateTagGroup(request))
    assert crash_corp.tags.CreateTagGroup(request).created_count == 1


def test_a_process_that_dies_at_its_last_checkpoint_has_lost_nothing(crash_corp, crashing):
    service = crashing["customers"]
    service.kill()
    service.restart(SIYU_CRASH_AT="before-checkpoint")
    import_relations(
        crash_corp, [acquaintance("guide", f"wm-{number}") for number in range(500)])
    service.terminate()
    assert service.wait() == DEAD
    service.restart()
    preview = crash_corp.audiences.PreviewAudience(customers.PreviewAudienceRequest())
    assert preview.customer_count == 500


def test_a_plan_waits_for_customers_to_come_back(crash_corp, crashing):
    scene = small_corp(crash_corp, customers=4)
    crashing["customers"].kill()
    created = broadcast(crash_corp, audience=audience(userids=scene.userids))
    jobs = crash_corp.jobs("broadcasts")
    request = protos.common.GetJobRequest(jobid=created.jobid)
    eventually(lambda: jobs.GetJob(request).last_error, "the job meets the absence")
    assert state_of(crash_corp, created.msgid) == broadcasts.Broadcast.STATE_PLANNING
    crashing["customers"].restart()
    assert until_planned(crash_corp, created.msgid).recipient_count == 4


def test_a_lease_lost_with_the_answer_comes_round_again(crash_corp, crashing):
    small_corp(crash_corp, customers=4)
    created = broadcast(crash_corp, audience=audience(department_ids=[1]))
    until_planned(crash_corp, created.msgid)
    confirm_all(crash_corp, created.msgid)
    crash_during(
        crash_corp, crashing, "broadcasts", "after-commit",
        lambda: lease(crash_corp, lease_seconds=1))
    assert report_of(crash_corp, created.msgid).deliveries.leased_count == 4
    again = eventually(lambda: lease(crash_corp).deliveries, "the leases run out", pause=0.1)
    assert acknowledge(crash_corp, [sent(each) for each in again]).settled_count == 4
    assert report_of(crash_corp, created.msgid).state == broadcasts.Broadcast.STATE_FINISHED


@pytest.mark.parametrize("point", ["before-commit", "after-commit"])
@pytest.mark.parametrize("passing", [1, 2, 3, 4])
def test_interactions_whose_counting_dies_at_any_commit_are_counted_once(
    crash_corp, crashing, point, passing
):
    """The first commit takes the batch, the next ones count some relations each, and forget it."""
    import_relations(
        crash_corp, [acquaintance("guide-1", f"wm-i{number}") for number in range(500)])
    now = int(time.time())
    request = customers.RecordInteractionsRequest(
        request_id=request_id(), interactions=[
            customers.Interaction(
                userid="guide-1", external_userid=f"wm-i{number % 500}",
                direction=customers.INTERACTION_DIRECTION_FROM_MEMBER,
                kind=customers.INTERACTION_KIND_MESSAGE,
                interaction_time=timestamp_pb2.Timestamp(seconds=now - number))
            for number in range(1000)])
    service = crashing["customers"]
    until_followed(crash_corp, service)
    for name in FOLLOWED["customers"]:
        crashing[name].kill()
    service.kill()
    service.restart(SIYU_CRASH_AT=f"{point}:{passing}")
    try:
        crash_corp.interactions.RecordInteractions(request)
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.UNAVAILABLE
    assert service.wait() == DEAD
    service.restart()
    for name in FOLLOWED["customers"]:
        crashing[name].restart()
    reply = crash_corp.interactions.RecordInteractions(request, wait_for_ready=True)
    assert reply.recorded_count == 1000

    def counted():
        day = timestamp_pb2.Timestamp(seconds=now)
        days = crash_corp.behavior.GetUserBehaviorData(customers.GetUserBehaviorDataRequest(
            userids=["guide-1"], start_time=timestamp_pb2.Timestamp(seconds=now - 86_400),
            end_time=day)).behavior_data
        return sum(each.message_cnt for each in days)

    eventually(lambda: counted() >= 1000, "all are counted")
    # Were any counted twice, or a job left over, the next batch would bring it to light.
    another = customers.RecordInteractionsRequest(interactions=[request.interactions[0]])
    another.interactions[0].interaction_id = "another"
    crash_corp.interactions.RecordInteractions(another)
    eventually(lambda: counted() > 1000, "the next one is counted")
    assert counted() == 1001
