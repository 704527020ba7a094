"""Rules give tags by what happens, are tried dry and taken back, and the process may die between."""

import time

import grpc
import pytest

from outside import Corp, System, eventually, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.fixtures import fresh_corp_name
from outside.scenes import acquaintance, import_relations, request_id, tag_group

customers = protos.customers
DEAD = 137


def make_rule(corp, name, tag_ids, enabled=True, **trigger):
    return corp.auto_tags.CreateAutoTagRule(customers.CreateAutoTagRuleRequest(
        rule=customers.AutoTagRule(
            name=name, enabled=enabled, trigger=customers.AutoTagTrigger(**trigger),
            add_tags=tag_ids),
        request_id=request_id()))


def add(corp, userid, external_userid, state=""):
    pair = acquaintance(userid, external_userid)
    pair.relation.state = state
    return corp.relations.AddRelation(customers.AddRelationRequest(
        customer=pair.customer, relation=pair.relation, request_id=request_id()))


def tags_of(corp, external_userid):
    reply = corp.relations.GetCustomer(
        customers.GetCustomerRequest(external_userid=external_userid))
    return [list(each.tag_ids) for each in reply.follow_users]


def disable(corp, rule):
    corp.auto_tags.UpdateAutoTagRule(customers.UpdateAutoTagRuleRequest(
        rule=customers.AutoTagRule(rule_id=rule.rule_id), update_mask={"paths": ["enabled"]},
        request_id=request_id()))


def undone(corp, rule):
    """The undo of a rule, once it has ended."""
    job = corp.auto_tags.UndoAutoTagRule(
        customers.UndoAutoTagRuleRequest(rule_id=rule.rule_id, request_id=request_id()))
    assert job.undo_of_rule == rule.rule_id

    def look():
        found = corp.tag_jobs.GetTagJob(customers.GetTagJobRequest(jobid=job.jobid))
        return found if found.state != customers.TagJob.STATE_RUNNING else None

    return eventually(look, "the undo has ended")


def test_a_channel_s_rule_is_tried_dry_followed_and_taken_back(corp):
    _, tags = tag_group(corp, "来源", "展会", "老客")
    channel = dict(relation_added=customers.RelationAddedTrigger(states=["展会"]))
    for number in range(3):
        add(corp, "guide", f"wm-{number}", state="展会" if number else "")
    rule = make_rule(corp, "展会", [tags["展会"]], enabled=False, **channel)
    preview = corp.auto_tags.PreviewAutoTagRule(
        customers.PreviewAutoTagRuleRequest(rule_id=rule.rule_id))
    assert (preview.relation_count, preview.changed_count) == (2, 2)
    assert [(each.tag_id, each.given_count) for each in preview.tags] == [(tags["展会"], 2)]
    assert [each.external_userid for each in preview.sample] == ["wm-1", "wm-2"]

    corp.auto_tags.UpdateAutoTagRule(customers.UpdateAutoTagRuleRequest(
        rule=customers.AutoTagRule(rule_id=rule.rule_id, enabled=True), request_id=request_id()))
    assert add(corp, "guide", "wm-3", state="展会").relation.tag_ids == [tags["展会"]]
    assert add(corp, "guide", "wm-4").relation.tag_ids == []
    effects = corp.auto_tags.ListAutoTagEffects(
        customers.ListAutoTagEffectsRequest(userid="guide", external_userid="wm-3")).effects
    assert [(each.rule_name, list(each.given_tags)) for each in effects] == [
        ("展会", [tags["展会"]])]
    carriers = [each.external_userid for reply in corp.audiences.ListAudience(
        customers.ListAudienceRequest(audience=customers.Audience(tag_filter=customers.TagFilter(
            group_list=[customers.TagGroupFilter(tag_list=[tags["展会"]])]))))
        for each in reply.recipients]
    assert carriers == ["wm-3"]

    undo = customers.UndoAutoTagRuleRequest(rule_id=rule.rule_id)
    assert refusal(corp.auto_tags.UndoAutoTagRule, undo) == (
        "FAILED_PRECONDITION", "AUTO_TAG_RULE_ENABLED", "rule_id")
    disable(corp, rule)
    assert undone(corp, rule).changed_count == 1
    assert tags_of(corp, "wm-3") == [[]]

    changes = follow(corp, "customers", until=lambda each: kind(each) == "tag_job_finished")
    check_numbering(changes)
    told = [kind(each) for each in changes]
    at = told.index("auto_tag_rule_applied")
    assert told[at - 2:at + 1] == ["relation_added", "relation_updated", "auto_tag_rule_applied"]
    assert changes[at].auto_tag_rule_applied.rule_id == rule.rule_id


def test_interactions_set_a_rule_off_and_find_an_audience(corp):
    _, tags = tag_group(corp, "互动", "活跃")
    import_relations(corp, [acquaintance("guide", f"wm-{number}") for number in range(3)])
    counters = [customers.INTERACTION_COUNTER_CUSTOMER_MESSAGES]
    rule = make_rule(corp, "活跃", [tags["活跃"]], interactions=customers.InteractionsTrigger(
        counters=counters, days=30, at_least=3))
    now = int(time.time()) - 60
    reply = corp.interactions.RecordInteractions(customers.RecordInteractionsRequest(interactions=[
        customers.Interaction(
            userid="guide", external_userid=f"wm-{number}",
            direction=customers.INTERACTION_DIRECTION_FROM_CUSTOMER,
            kind=customers.INTERACTION_KIND_MESSAGE, interaction_time={"seconds": now - place})
        for number in range(3) for place in range(number + 2)]))
    assert reply.failed_count == 0
    eventually(
        lambda: corp.auto_tags.GetAutoTagRule(
            customers.GetAutoTagRuleRequest(rule_id=rule.rule_id)).applied_count == 2,
        "the rule came to two")
    assert [tags_of(corp, f"wm-{number}") for number in range(3)] == [
        [[]], [[tags["活跃"]]], [[tags["活跃"]]]]

    def count(**bounds):
        condition = customers.AudienceCondition(interactions=customers.InteractionCondition(
            counters=counters, days=30, **bounds))
        return corp.audiences.PreviewAudience(customers.PreviewAudienceRequest(
            audience=customers.Audience(all_of=[customers.AudienceClause(any_of=[condition])]))
        ).customer_count

    assert [count(at_least=2), count(at_least=3), count(at_least=4), count(at_most=2)] == [
        3, 2, 1, 1]


def test_events_of_a_caller_set_rules_off(corp):
    _, tags = tag_group(corp, "来源", "群友")
    import_relations(corp, [acquaintance("guide", "wm-1"), acquaintance("other", "wm-1")])
    rule = make_rule(corp, "入群", [tags["群友"]], event=customers.EventTrigger(
        kind=customers.AUTO_TAG_EVENT_KIND_GROUP_JOINED, keys=["wr1"]))
    events = [
        customers.AutoTagEvent(
            external_userid=who, kind=customers.AUTO_TAG_EVENT_KIND_GROUP_JOINED, key="wr1")
        for who in ("wm-1", "wm-9")]
    request = customers.RecordAutoTagEventsRequest(events=events, request_id=request_id())
    reply = corp.auto_tags.RecordAutoTagEvents(request)
    assert (reply.recorded_count, reply.applied_count) == (1, 2)
    assert [(each.key, each.errcode) for each in reply.failures] == [("1", 40096)]
    assert corp.auto_tags.RecordAutoTagEvents(request) == reply
    assert tags_of(corp, "wm-1") == [[tags["群友"]], [tags["群友"]]]
    corp.auto_tags.DeleteAutoTagRule(
        customers.DeleteAutoTagRuleRequest(rule_id=rule.rule_id, request_id=request_id()))
    assert refusal(
        corp.auto_tags.GetAutoTagRule, customers.GetAutoTagRuleRequest(rule_id=rule.rule_id)) == (
            "NOT_FOUND", "AUTO_TAG_RULE_NOT_FOUND", "rule_id")


@pytest.fixture(scope="module")
def mortal(binary):
    with System() as running:
        yield running


@pytest.mark.parametrize("point", ["before-commit:20", "after-commit:20", "before-commit:25"])
def test_adds_that_die_have_their_tags_when_they_have_their_relation(mortal, request, point):
    service = mortal["customers"]
    service.stop()
    service.restart()
    corp = Corp(mortal, fresh_corp_name(request.node.name))
    _, tags = tag_group(corp, "来源", "展会")
    make_rule(corp, "展会", [tags["展会"]], relation_added=customers.RelationAddedTrigger())
    service.kill()
    service.restart(SIYU_CRASH_AT=point)
    deaths, count = 0, 40
    for number in range(count):
        pair = acquaintance("guide", f"wm-{number}")
        adding = customers.AddRelationRequest(
            customer=pair.customer, relation=pair.relation, request_id=request_id())
        try:
            reply = corp.relations.AddRelation(adding)
        except grpc.RpcError as error:
            assert error.code() == grpc.StatusCode.UNAVAILABLE, error
            assert service.wait() == DEAD
            deaths += 1
            service.restart()
            reply = corp.relations.AddRelation(adding)
        assert reply.relation.tag_ids == [tags["展会"]]
    assert deaths == 1
    assert [tags_of(corp, f"wm-{number}") for number in range(count)] == [[[tags["展会"]]]] * count
    applied = iter(range(count))
    changes = follow(
        corp, "customers",
        until=lambda each: kind(each) == "auto_tag_rule_applied" and next(applied) == count - 1)
    check_numbering(changes)
    told = [kind(each) for each in changes]
    assert told.count("relation_added") == told.count("relation_updated") == count
    corp.close()
