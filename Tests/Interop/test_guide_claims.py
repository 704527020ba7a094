"""A task for a store that one of its guides claims: one wins, however many ask."""

import concurrent.futures

import grpc

from outside import Refusal, eventually, protos
from outside.scenes import chain, pages, request_id

broadcasts = protos.broadcasts
Assignment = broadcasts.GuideAssignment


def give(corp, **fields):
    """A task for one, once broadcasts has heard of the members."""
    def given():
        try:
            return corp.guide_tasks.CreateGuideTask(broadcasts.CreateGuideTaskRequest(
                request_id=request_id(), guide_task=broadcasts.GuideTask(
                    kind=broadcasts.GUIDE_TASK_KIND_VISIT, title="巡店", for_one=True, **fields)))
        except grpc.RpcError as error:
            assert Refusal.of(error).reason == "MEMBER_NOT_FOUND"
            return None

    return eventually(given, "broadcasts has heard of the guides")


def test_of_all_guides_of_a_store_one_gets_the_task_and_may_give_it_back(corp):
    userids = chain(corp, stores=1, guides=6)[101]
    task = give(corp, userids=userids)

    def claim(userid):
        try:
            corp.assignments.ClaimGuideTask(broadcasts.ClaimGuideTaskRequest(
                task_id=task.task_id, userid=userid, request_id=request_id()))
            return userid
        except grpc.RpcError as error:
            assert Refusal.of(error).reason == "CLAIMED_ALREADY"
            return None

    def race():
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            winners = [each for each in pool.map(claim, userids) if each]
        assert len(winners) == 1
        return winners[0]

    def states():
        request = broadcasts.ListGuideAssignmentsRequest(task_id=task.task_id, page_size=2)
        return {each.userid: each.state for each in pages(
            corp.assignments.ListGuideAssignments, request, "assignments")}

    first = race()
    assert claim(first) == first
    assert states() == {
        each: Assignment.STATE_OPEN if each == first else Assignment.STATE_TAKEN
        for each in userids}
    corp.assignments.ReturnGuideTask(broadcasts.ReturnGuideTaskRequest(
        task_id=task.task_id, userid=first, request_id=request_id()))
    assert set(states().values()) == {Assignment.STATE_OPEN}
    second = race()
    corp.assignments.RecordGuideReport(broadcasts.RecordGuideReportRequest(
        task_id=task.task_id, userid=second, request_id=request_id()))
    ended = corp.guide_tasks.GetGuideTask(broadcasts.GetGuideTaskRequest(task_id=task.task_id))
    assert (ended.state, ended.claim_userid) == (broadcasts.GuideTask.STATE_FINISHED, second)
    assert states()[second] == Assignment.STATE_DONE
