"""Many relations are marked by one order, the order is taken back, and the process may die in it."""

import grpc
import pytest

from outside import Corp, System, eventually, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.fixtures import fresh_corp_name
from outside.scenes import acquaintance, import_relations, request_id, small_corp, tag_group

customers = protos.customers
DEAD = 137


def ended(corp, job):
    """The job, once it has ended."""
    request = customers.GetTagJobRequest(jobid=job.jobid)

    def look():
        found = corp.tag_jobs.GetTagJob(request)
        return found if found.state != customers.TagJob.STATE_RUNNING else None

    return eventually(look, "the tag job has ended")


def mark(corp, **fields):
    return ended(corp, corp.tag_jobs.CreateTagJob(
        customers.CreateTagJobRequest(request_id=request_id(), **fields)))


def undo(corp, job):
    return ended(corp, corp.tag_jobs.UndoTagJob(
        customers.UndoTagJobRequest(jobid=job.jobid, request_id=request_id())))


def carriers(corp, tag_id):
    return corp.tags.GetTag(customers.GetTagRequest(tag_id=tag_id)).relation_count


def test_a_store_s_customers_are_marked_by_audience_and_the_marking_is_taken_back(corp):
    small = small_corp(corp)
    _, activity = tag_group(corp, "活动", "双十一")
    fields = dict(
        audience=customers.Audience(
            department_ids=[101], tag_filter=customers.TagFilter(group_list=[
                customers.TagGroupFilter(tag_list=[small.tags["金卡"]])])),
        add_tags=[activity["双十一"]], remove_tags=[small.tags["常来"]])
    preview = corp.tag_jobs.PreviewTagJob(customers.PreviewTagJobRequest(**fields, sample_size=3))
    gold = [
        who for who, (userid, tags) in small.people.items()
        if small.tags["金卡"] in tags and "-101-" in userid]
    assert (preview.relation_count, preview.changed_count) == (len(gold), len(gold))
    assert [each.external_userid for each in preview.sample] == gold[:3]
    frequent = carriers(corp, small.tags["常来"])

    job = mark(corp, **fields)
    assert (job.state, job.changed_count, job.failed_count) == (
        customers.TagJob.STATE_DONE, len(gold), 0)
    assert carriers(corp, activity["双十一"]) == len(gold)
    assert carriers(corp, small.tags["常来"]) < frequent

    undone = undo(corp, job)
    assert undone.changed_count == len(gold)
    assert carriers(corp, activity["双十一"]) == 0
    assert carriers(corp, small.tags["常来"]) == frequent
    assert refusal(corp.tag_jobs.UndoTagJob, customers.UndoTagJobRequest(jobid=job.jobid)) == (
        "FAILED_PRECONDITION", "TAG_JOB_ALREADY_UNDONE", "jobid")
    listed = corp.tag_jobs.ListTagJobs(customers.ListTagJobsRequest()).tag_jobs
    assert [each.jobid for each in listed] == [undone.jobid, job.jobid]


def test_what_cannot_be_marked_is_counted_and_told(corp):
    import_relations(corp, [acquaintance("guide", "wm-1")])
    _, tags = tag_group(corp, "活动", "双十一")
    job = mark(
        corp, add_tags=tags.values(), relations=[
            customers.TagJobRelation(userid="guide", external_userid="wm-1"),
            customers.TagJobRelation(userid="guide", external_userid="wm-2")])
    assert (job.changed_count, job.failed_count) == (1, 1)
    failures = corp.tag_jobs.ListTagJobFailures(
        customers.ListTagJobFailuresRequest(jobid=job.jobid)).failures
    assert [(each.external_userid, each.errcode) for each in failures] == [("wm-2", 84061)]


@pytest.fixture(scope="module")
def mortal(binary):
    with System() as running:
        yield running


@pytest.fixture
def mortal_corp(mortal, request):
    """A corp in processes that a test kills."""
    service = mortal["customers"]
    service.stop()
    service.restart()
    corp = Corp(mortal, fresh_corp_name(request.node.name))
    yield corp
    corp.close()


def dying(service, point, call):
    """Makes the call to a service that dies at the point, now or in its job; makes it again after."""
    service.kill()
    service.restart(SIYU_CRASH_AT=point)
    try:
        call()
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.UNAVAILABLE, error
    assert service.wait() == DEAD
    service.restart()
    return call()


@pytest.mark.parametrize("point", [
    "before-commit:2", "after-commit:2", "before-commit:5", "after-commit:5", "before-commit:9"])
def test_a_job_and_its_undo_that_die_go_on_where_they_were(mortal, mortal_corp, point):
    corp, service = mortal_corp, mortal["customers"]
    count = 2000
    _, tags = tag_group(corp, "活动", "双十一", "旧")
    import_relations(corp, [
        acquaintance("guide", f"wm-{number}", [tags["旧"]] if number % 2 else [])
        for number in range(count)])
    order = customers.CreateTagJobRequest(
        audience=customers.Audience(), add_tags=[tags["双十一"]], remove_tags=[tags["旧"]],
        request_id=request_id())
    job = ended(corp, dying(service, point, lambda: corp.tag_jobs.CreateTagJob(order)))
    assert (job.changed_count, job.processed_count) == (count, count)
    assert (carriers(corp, tags["双十一"]), carriers(corp, tags["旧"])) == (count, 0)

    back = customers.UndoTagJobRequest(jobid=job.jobid, request_id=request_id())
    undone = ended(corp, dying(service, point, lambda: corp.tag_jobs.UndoTagJob(back)))
    assert (undone.changed_count, undone.processed_count) == (count, count)
    assert (carriers(corp, tags["双十一"]), carriers(corp, tags["旧"])) == (0, count // 2)

    changes = follow(
        corp, "customers",
        until=lambda change: change.tag_job_finished.jobid == undone.jobid)
    check_numbering(changes)
    kinds = [kind(change) for change in changes]
    assert kinds.count("relation_updated") == 2 * count
    assert kinds.count("tag_job_created") == kinds.count("tag_job_finished") == 2
