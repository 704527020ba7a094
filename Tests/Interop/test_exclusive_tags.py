"""Tags that exclude each other 标签互斥: a relation carries one of their group."""

from outside import eventually, protos, refusal
from outside.feeds import follow, kind
from outside.scenes import acquaintance, all_of, any_of, audience, import_relations, request_id

customers = protos.customers


def levels(corp, *names):
    made = corp.tags.CreateTagGroup(customers.CreateTagGroupRequest(
        group_name="会员等级", mutually_exclusive=True, request_id=request_id(),
        tags=[customers.TagDraft(name=name) for name in names]))
    assert made.tag_group.mutually_exclusive
    return [each.tag_id for each in made.tags]


def tags_of(corp, who):
    found = corp.relations.GetCustomer(customers.GetCustomerRequest(external_userid=who))
    return list(found.follow_users[0].tag_ids)


def ended(corp, job):
    def look():
        found = corp.tag_jobs.GetTagJob(customers.GetTagJobRequest(jobid=job.jobid))
        return found if found.state != customers.TagJob.STATE_RUNNING else None

    return eventually(look, "the job has ended")


def test_the_new_level_takes_the_place_of_the_old(corp):
    gold, silver, bronze = levels(corp, "金", "银", "铜")
    import_relations(corp, [acquaintance("lili", f"wm-{each}", [silver]) for each in range(4)])
    mark = customers.MarkTagsRequest(
        userid="lili", external_userid="wm-0", add_tags=[gold], request_id=request_id())
    assert list(corp.tags.MarkTags(mark).tag_ids) == [gold]
    assert corp.tags.MarkTags(mark) == corp.tags.MarkTags(mark)
    last = follow(corp, "customers", count=9)[-1]
    assert kind(last) == "relation_updated"
    assert list(last.relation_updated.relation.tag_ids) == [gold]
    mark.add_tags.append(bronze)
    mark.request_id = request_id()
    assert refusal(corp.tags.MarkTags, mark) == (
        "FAILED_PRECONDITION", "TAGS_EXCLUDE_EACH_OTHER", "add_tags")

    job = ended(corp, corp.tag_jobs.CreateTagJob(customers.CreateTagJobRequest(
        audience=audience(tag_filter=all_of(any_of(silver))), add_tags=[bronze])))
    assert job.changed_count == 3
    assert [tags_of(corp, f"wm-{each}") for each in range(4)] == [[gold], [bronze], [bronze], [bronze]]
    assert [corp.tags.GetTag(customers.GetTagRequest(tag_id=each)).relation_count
            for each in (gold, silver, bronze)] == [1, 0, 3]
    corp.tags.MarkTags(customers.MarkTagsRequest(
        userid="lili", external_userid="wm-1", add_tags=[gold]))
    undo = corp.tag_jobs.UndoTagJob(customers.UndoTagJobRequest(jobid=job.jobid))
    assert ended(corp, undo).changed_count == 2
    assert [tags_of(corp, f"wm-{each}") for each in range(4)] == [[gold], [gold], [silver], [silver]]
