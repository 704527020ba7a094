"""Everything a model knows, read back through the public calls."""

import grpc

from outside import Refusal, protos
from outside.scenes import pages
from .differences import Difference, same
from .world import DAY, day_of, is_kept, set_time

customers = protos.customers
PAGE = 7


def compare(model, corp, random):
    """Raises `Difference` where the service is not what the model is."""
    _customers(model, corp)
    _relations(model, corp)
    _tags(model, corp, random)
    _strategies(model, corp)
    _saved(model, corp)
    _jobs(model, corp)
    _behavior(model, corp, random)
    _transfers(model, corp, random)
    _identities(model, corp, random)


def compare_audience(model, corp, audience):
    """Holds one audience's preview and list against the rules."""
    recipients = model.recipients(audience)
    listed = [
        each for message in corp.audiences.ListAudience(
            customers.ListAudienceRequest(audience=audience)) for each in message.recipients]
    same({each.external_userid: each.userid for each in listed}, recipients, "ListAudience")
    same(len(listed), len(recipients), "customers listed, each once")
    found = corp.audiences.PreviewAudience(
        customers.PreviewAudienceRequest(audience=audience, sample_size=3))
    same(list(found.sample), listed[:3], "the sample of PreviewAudience")
    found.ClearField("sample")
    wanted = model.previewed(audience)
    if audience.saved_audience_id:
        # Which of two audiences a customer failed is told by neither proto.
        for message in (found, wanted):
            message.ClearField("excluded")
    same(found, wanted, "PreviewAudience")


def or_reason(call, request):
    """The answer, or the reason of the refusal."""
    try:
        return call(request)
    except grpc.RpcError as error:
        return Refusal.of(error).reason


def _customers(model, corp):
    for who, person in model.persons.items():
        keys = model.ordered(
            key for key, each in model.relations.items() if key[1] == who and is_kept(each))
        found = or_reason(corp.relations.GetCustomer, customers.GetCustomerRequest(
            external_userid=who, page_size=500))
        if not keys:
            same(found, "CUSTOMER_NOT_FOLLOWED", f"GetCustomer of {who}")
            continue
        if isinstance(found, str):
            raise Difference(f"GetCustomer of {who}: {found}, but {keys} follow him")
        same(found.customer, person, f"the person {who}")
        same(list(found.follow_users), [model.relations[key] for key in keys],
             f"the followers of {who}")
        same(_names(found.tags), _names(_wanted_names(model, keys)), f"the tags' names of {who}")
    same(or_reason(corp.relations.GetCustomer, customers.GetCustomerRequest(
        external_userid="wm-nobody")), "CUSTOMER_NOT_FOUND", "GetCustomer of nobody")


def _wanted_names(model, keys):
    for tag_id in {tag for key in keys for tag in model.relations[key].tag_ids}:
        tag = model.tags[tag_id]
        yield customers.RelationTag(
            tag_id=tag_id, tag_name=tag.name, group_name=model.groups[tag.group_id].group_name,
            type=customers.RELATION_TAG_TYPE_STRATEGY if tag.strategy_id
            else customers.RELATION_TAG_TYPE_CORP)
    for key in keys:
        for name in model.personal.get(key, ()):
            yield customers.RelationTag(
                tag_name=name, type=customers.RELATION_TAG_TYPE_PERSONAL,
                userid=model.relations[key].userid)


def _names(tags):
    return sorted((each.tag_id, each.tag_name, each.group_name, each.type, each.userid)
                  for each in tags)


def _relations(model, corp):
    for name in model.members:
        ever = [key for key in model.relations if key[0] == name]
        request = customers.ListRelationsRequest(userid=name, page_size=PAGE)
        if not ever:
            same(or_reason(corp.relations.ListRelations, request), "MEMBER_WITHOUT_CUSTOMERS",
                 f"ListRelations of {name}")
            continue
        wanted = [
            model.pair(model.relations[key]) for key in model.ordered(ever)
            if is_kept(model.relations[key])]
        same(pages(corp.relations.ListRelations, request, "relations"), wanted,
             f"the relations of {name}")
        counts = {}
        for key in ever:
            for each in model.personal.get(key, ()):
                counts[each] = counts.get(each, 0) + 1
        found = pages(corp.personal_tags.ListPersonalTags, customers.ListPersonalTagsRequest(
            userid=name, page_size=PAGE), "personal_tags")
        same([(each.name, each.relation_count) for each in found], sorted(counts.items()),
             f"the personal tags of {name}")


def _tags(model, corp, random):
    for strategy in (0, *model.strategies):
        groups = sorted(
            model.live_groups(strategy), key=lambda each: -each.order)
        same(pages(corp.tags.ListTagGroups, customers.ListTagGroupsRequest(
            strategy_id=strategy, page_size=PAGE), "tag_groups"), groups, "ListTagGroups")
        tags = sorted(model.live_tags(strategy), key=lambda each: -each.order)
        same(pages(corp.tags.ListTags, customers.ListTagsRequest(
            strategy_id=strategy, page_size=PAGE), "tags"),
            [model.shown(each.tag_id) for each in tags], "ListTags")
    for tag in model.live_tags():
        group = customers.TagGroupFilter(tag_list=[tag.tag_id])
        audience = customers.Audience(tag_filter=customers.TagFilter(group_list=[group]))
        found = corp.audiences.PreviewAudience(customers.PreviewAudienceRequest(audience=audience))
        same(found.customer_count, len(model.recipients(audience)), f"who carries {tag.name}")
    gone = [each for each in model.tags.values() if each.deleted]
    for tag in random.sample(gone, min(5, len(gone))):
        same(corp.tags.GetTag(customers.GetTagRequest(tag_id=tag.tag_id)), tag, "a deleted tag")
        group = model.groups[tag.group_id]
        same(corp.tags.GetTagGroup(customers.GetTagGroupRequest(group_id=group.group_id)), group,
             "the group of a deleted tag")


def _strategies(model, corp):
    found = pages(corp.strategies.ListStrategies, customers.ListStrategiesRequest(page_size=2),
                  "strategies")
    for each in found:
        each.ClearField("privilege")
    same(found, list(model.strategies.values()), "ListStrategies")
    for strategy, nodes in model.ranges.items():
        found = pages(corp.strategies.ListStrategyRanges, customers.ListStrategyRangesRequest(
            strategy_id=strategy, page_size=2), "range")
        named = [
            (each.WhichOneof("node"), each.userid.lower() or each.partyid) for each in found]
        members = sorted(name for kind, name in nodes if kind == "userid")
        departments = sorted(name for kind, name in nodes if kind == "partyid")
        same(named, [("userid", each) for each in members] + [
            ("partyid", each) for each in departments], f"the range of strategy {strategy}")


def _saved(model, corp):
    found = pages(corp.saved_audiences.ListSavedAudiences,
                  customers.ListSavedAudiencesRequest(page_size=2), "saved_audiences")
    same([each.saved_audience_id for each in found], list(model.saved)[::-1],
         "ListSavedAudiences")
    for identifier, saved in model.saved.items():
        same(corp.saved_audiences.GetSavedAudience(
            customers.GetSavedAudienceRequest(saved_audience_id=identifier)), saved,
            "GetSavedAudience")


def _jobs(model, corp):
    found = corp.tag_jobs.ListTagJobs(customers.ListTagJobsRequest(page_size=20)).tag_jobs
    same([(each.jobid, each.undo_of, each.undone_by) for each in found],
         [(each.message.jobid, each.message.undo_of, each.message.undone_by)
          for each in list(model.jobs.values())[::-1][:20]], "ListTagJobs")


def _behavior(model, corp, random):
    today = day_of(model.now)
    names = list(model.members)
    for asked in ([names] if names else []) + [[name] for name in names]:
        request = customers.GetUserBehaviorDataRequest(userids=asked)
        set_time(request.start_time, model.now - 5 * DAY)
        set_time(request.end_time, model.now)
        found = corp.behavior.GetUserBehaviorData(request).behavior_data
        wanted = [model.behaved(set(asked), day) for day in range(today - 5, today + 1)]
        same([_rounded(each) for each in found], [_rounded(each) for each in wanted],
             f"the behaviour of {asked}")
    for department in (1, 10, 101):
        request = customers.GetUserBehaviorDataRequest(department_ids=[department])
        set_time(request.start_time, model.now)
        set_time(request.end_time, model.now)
        works = {name for name in model.roster if model.works_under(name, {department})}
        (found,) = corp.behavior.GetUserBehaviorData(request).behavior_data
        same(_rounded(found), _rounded(model.behaved(works, today)), f"department {department}")
    kept = [key for key, each in model.relations.items() if is_kept(each)]
    for key in random.sample(kept, min(10, len(kept))):
        found = corp.sidebar.GetSidebarContext(customers.GetSidebarContextRequest(
            userid=key[0], external_userid=key[1]))
        same(found.relation, model.relations[key], "the sidebar's relation")
        same(found.last_30_days, model.summary(key), f"the sidebar's counts of {key}")
        others = [
            model.members[each[0]] for each in model.ordered(kept)
            if each[1] == key[1] and each != key]
        same(list(found.other_userids), others[:10], "who else follows him")


def _rounded(row):
    """In which order a mean is worked out is nobody's promise."""
    for name in ("reply_percentage", "avg_reply_time"):
        if row.HasField(name):
            setattr(row, name, round(getattr(row, name), 6))
    return row


def _transfers(model, corp, random):
    asked = sorted({key[:2] for key in model.transfers})
    persons = {who: place for place, who in enumerate(model.persons)}
    for handover, takeover in random.sample(asked, min(8, len(asked))):
        found = pages(corp.transfers.GetTransferResult, customers.GetTransferResultRequest(
            handover_userid=handover, takeover_userid=takeover, page_size=PAGE), "customers")
        wanted = sorted(
            (each for key, each in model.transfers.items() if key[:2] == (handover, takeover)),
            key=lambda each: persons[each.external_userid])
        same(found, wanted, f"transfers from {handover} to {takeover}")
    found = pages(corp.transfers.ListUnassigned, customers.ListUnassignedRequest(page_size=PAGE),
                  "customers")
    same([(each.handover_userid, each.external_userid, each.takeover_userid) for each in found],
         model.unassigned(), "ListUnassigned")
    for who in random.sample(list(model.persons), min(5, len(model.persons))):
        found = corp.transfers.ListFormerOwners(
            customers.ListFormerOwnersRequest(external_userid=who, page_size=1000)).owners
        wanted = [(member, kind) for member, kind, _ in reversed(model.moves.get(who, ()))]
        same([(each.userid.lower(), each.kind) for each in found], wanted[:1000],
             f"the former owners of {who}")


def _identities(model, corp, random):
    for who in random.sample(list(model.persons), min(10, len(model.persons))):
        same(corp.identities.GetIdentities(customers.GetIdentitiesRequest(external_userid=who)),
             model.identities_of(who), f"the identities of {who}")
        found = corp.identities.ListMerges(
            customers.ListMergesRequest(external_userid=who, page_size=1000)).merges
        same([list(each.person_external_userids) for each in found],
             [person for _, person in model.merges.get(who, ())][:1000], f"the merges of {who}")
    asked = [customers.Identity(kind=kind, space=space, value=value)
             for kind, space, value in model.identities][:90]
    asked += [customers.Identity(kind=customers.IDENTITY_KIND_UNIONID, value=each.unionid)
              for each in model.persons.values() if each.unionid][:9]
    asked.append(customers.Identity(kind=customers.IDENTITY_KIND_OWN, space="crm", value="nobody"))
    found = corp.identities.LookupCustomers(customers.LookupCustomersRequest(identities=asked))
    same(list(found.found), [model.found(each) for each in asked], "LookupCustomers")
