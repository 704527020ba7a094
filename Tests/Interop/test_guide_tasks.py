"""Tasks for guides, from the head office to each store and back."""

import concurrent.futures

import grpc
import pytest

from outside import Refusal, eventually, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.scenes import chain, pages, request_id

broadcasts = protos.broadcasts
Assignment = broadcasts.GuideAssignment


def give(corp, task_kind, **fields):
    return corp.guide_tasks.CreateGuideTask(broadcasts.CreateGuideTaskRequest(
        request_id=request_id(),
        guide_task=broadcasts.GuideTask(kind=task_kind, title="巡店", **fields)))


def until_heard(corp, userid):
    """Waits until broadcasts has heard of the member from directory."""
    def heard():
        try:
            return give(corp, broadcasts.GUIDE_TASK_KIND_LEARN, userids=[userid])
        except grpc.RpcError as error:
            assert Refusal.of(error) == Refusal(
                "NOT_FOUND", "MEMBER_NOT_FOUND", "guide_task.userids")
            return None

    return eventually(heard, f"broadcasts has heard of {userid}")


def report(corp, task, userid, *proofs):
    return corp.assignments.RecordGuideReport(broadcasts.RecordGuideReportRequest(
        task_id=task.task_id, userid=userid, proofs=proofs, request_id=request_id())).assignment


def departments(corp, task, parentid):
    request = broadcasts.ListGuideTaskDepartmentsRequest(
        task_id=task.task_id, parentid=parentid, page_size=1)
    found = pages(corp.guide_tasks.ListGuideTaskDepartments, request, "departments")
    return {each.department_id: each.counts for each in found}


def assignments(corp, task, **fields):
    request = broadcasts.ListGuideAssignmentsRequest(
        task_id=task.task_id, page_size=2, **fields)
    return pages(corp.assignments.ListGuideAssignments, request, "assignments")


@pytest.fixture
def staff(corp):
    staff = chain(corp, stores=3)
    for userids in staff.values():
        for userid in userids:
            until_heard(corp, userid)
    return staff


def test_every_store_is_inspected_and_the_region_adds_up(corp, staff):
    task = give(
        corp, broadcasts.GUIDE_TASK_KIND_INSPECT, department_ids=[10],
        checklist=[broadcasts.ChecklistItem(
            question="门头灯亮", kind=broadcasts.ChecklistItem.KIND_PASSED)])
    assert task.counts.member_count == 6
    answers = broadcasts.Proof(checklist=broadcasts.ChecklistProof(
        answers=[broadcasts.ChecklistAnswer(item=1, passed=False)]))
    for userid in (*staff[101], staff[102][0]):
        assert report(corp, task, userid, answers).state == Assignment.STATE_DONE
    stores = departments(corp, task, 10)
    assert {store: (each.member_count, each.done_count) for store, each in stores.items()} == {
        101: (2, 2), 102: (2, 1), 103: (2, 0)}
    assert departments(corp, task, 1)[10].done_count == 3
    left = assignments(corp, task, only_unfinished=True)
    assert {each.userid for each in left} == {staff[102][1], *staff[103]}
    assert refusal(
        corp.assignments.RecordGuideReport, broadcasts.RecordGuideReportRequest(
            task_id=task.task_id, userid=staff[103][0])) == Refusal(
                "INVALID_ARGUMENT", "PROOF_MISSING", "proofs")
    mine = pages(corp.assignments.ListMemberAssignments, broadcasts.ListMemberAssignmentsRequest(
        userid=staff[103][0].upper(), only_unfinished=True, page_size=1), "assignments")
    assert [each.guide_task.task_id for each in mine].count(task.task_id) == 1
    assert all(each.assignment.state == Assignment.STATE_OPEN for each in mine)


def test_a_notice_read_by_all_at_once_is_counted_once_each_and_finished_once(corp, staff):
    notice = give(corp, broadcasts.GUIDE_TASK_KIND_NOTICE, department_ids=[10])
    userids = [userid for group in staff.values() for userid in group]
    requests = [broadcasts.MarkAssignmentReadRequest(task_id=notice.task_id, userid=userid)
                for userid in userids for _ in range(5)]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(corp.assignments.MarkAssignmentRead, requests))
    assert all(each.state == Assignment.STATE_DONE for each in replies)
    found = corp.guide_tasks.GetGuideTask(
        broadcasts.GetGuideTaskRequest(task_id=notice.task_id))
    assert found.state == broadcasts.GuideTask.STATE_FINISHED
    assert (found.counts.read_count, found.counts.done_count) == (6, 6)
    changes = follow(
        corp, "broadcasts", until=lambda change: kind(change) == "guide_task_finished")
    check_numbering(changes)
    kinds = [kind(change) for change in changes]
    assert kinds.count("guide_assignment_read") == kinds.count("guide_assignment_done") == 6


def test_reports_survive_kill_9_and_none_counts_twice(corp, staff, system):
    task = give(
        corp, broadcasts.GUIDE_TASK_KIND_VISIT, department_ids=[101], target_count=3)
    requests = [broadcasts.RecordGuideReportRequest(
        task_id=task.task_id, userid=userid, request_id=request_id(),
        proofs=[broadcasts.Proof(position=broadcasts.PositionProof(
            latitude=31.23, longitude=121.47))]) for userid in staff[101] for _ in range(2)]
    first = [corp.assignments.RecordGuideReport(request) for request in requests]
    system["broadcasts"].kill()
    system["broadcasts"].restart()
    again = [corp.assignments.RecordGuideReport(request, wait_for_ready=True)
             for request in requests]
    assert again == first
    assert [each.progress for each in assignments(corp, task)] == [2, 2]
    assert departments(corp, task, 10)[101].progress_sum == 4
    assert report(corp, task, staff[101][0]).state == Assignment.STATE_DONE
