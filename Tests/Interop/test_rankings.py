"""Rankings 客户分层: tiers by recency, frequency and money, and who is reached by them."""

from outside import Corp, System, eventually, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.fixtures import fresh_corp_name
from outside.scenes import acquaintance, audience, import_relations, pages, request_id, tag_group

customers = protos.customers
GIVEN = customers.ATTRIBUTE_PROVENANCE_GIVEN


def spend(corp, amounts):
    reply = corp.attributes.SetAttributes(customers.SetAttributesRequest(
        customers=[
            customers.CustomerAttributes(external_userid=who, attributes=[
                customers.Attribute(name="spend", number=amount, provenance=GIVEN)])
            for who, amount in amounts.items()],
        request_id=request_id()))
    assert reply.set_count == len(amounts)


def make(corp, attribute, *percents, ask=None):
    return corp.rankings.CreateRanking(customers.CreateRankingRequest(
        ranking=customers.Ranking(
            attribute=attribute, top_percents=percents, figure=customers.RankingFigure(
                attribute=customers.RankedAttribute(name="spend"))),
        request_id=ask or request_id()))


def run(corp, attribute):
    return corp.rankings.RunRanking(
        customers.RunRankingRequest(attribute=attribute, request_id=request_id())).jobid


def until_done(corp, jobid):
    request = protos.common.GetJobRequest(jobid=jobid)
    eventually(
        lambda: corp.jobs("customers").GetJob(request).state == protos.common.Job.STATE_DONE,
        "the ranking has run")


def of_tier(attribute, tier):
    return audience(all_of=[customers.AudienceClause(any_of=[customers.AudienceCondition(
        attribute=customers.AttributeCondition(
            name=attribute, number=customers.NumberRange(at_most=tier)))])])


def reached(corp, asked):
    messages = corp.audiences.ListAudience(customers.ListAudienceRequest(audience=asked))
    return [each.external_userid for message in messages for each in message.recipients]


def test_the_best_one_per_cent_get_a_tag_and_a_panel(corp):
    import_relations(corp, [acquaintance("lili", f"wm-{number:03}") for number in range(300)])
    spend(corp, {f"wm-{number:03}": number * 10 for number in range(300)})
    made = make(corp, "top.spend", 1, 20, ask="once")
    assert make(corp, "top.spend", 1, 20, ask="once") == made
    until_done(corp, run(corp, "top.spend"))
    found = corp.rankings.GetRanking(customers.GetRankingRequest(attribute="top.spend")).last_run
    assert (found.ranked_count, found.changed_count, list(found.thresholds)) == (300, 300, [2970, 2400])
    assert reached(corp, of_tier("top.spend", 1)) == ["wm-297", "wm-298", "wm-299"]
    assert len(reached(corp, of_tier("top.spend", 2))) == 60
    _, tags = tag_group(corp, "会员", "心享")
    job = corp.tag_jobs.CreateTagJob(customers.CreateTagJobRequest(
        audience=of_tier("top.spend", 1), add_tags=tags.values()))
    look = customers.GetTagJobRequest(jobid=job.jobid)
    assert eventually(
        lambda: corp.tag_jobs.GetTagJob(look).changed_count, "the best have the tag") == 3
    assert refusal(make, corp, "top.spend", 5)[:2] == ("ALREADY_EXISTS", "RANKING_EXISTS")
    listed = pages(corp.rankings.ListRankings, customers.ListRankingsRequest(), "rankings")
    assert [each.attribute for each in listed] == ["top.spend"]


def test_a_run_that_is_killed_goes_on_and_gives_each_customer_one_tier(binary, request):
    with System() as running:
        corp = Corp(running, fresh_corp_name(request.node.name))
        who = [f"wm-{number:05}" for number in range(6000)]
        import_relations(corp, [acquaintance("lili", each) for each in who])
        for start in range(0, len(who), 1000):
            spend(corp, {each: int(each[3:]) for each in who[start:start + 1000]})
        make(corp, "top", 50)
        jobid = run(corp, "top")
        for _ in range(3):
            running["customers"].kill()
            running["customers"].restart()
            if corp.jobs("customers").GetJob(
                    protos.common.GetJobRequest(jobid=jobid), wait_for_ready=True).finish_time.seconds:
                break
        until_done(corp, jobid)
        changes = follow(corp, "customers", until=lambda each: kind(each) == "ranking_finished")
        check_numbering(changes)
        tiers = [each.attributes_changed for each in changes if kind(each) == "attributes_changed"
                 and each.attributes_changed.attributes[0].name == "top"]
        assert sorted(each.external_userid for each in tiers) == who
        assert changes[-1].ranking_finished.last_run.changed_count == 6000
        assert reached(corp, of_tier("top", 1)) == who[3000:]
        corp.close()
