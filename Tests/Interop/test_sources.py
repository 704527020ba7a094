"""Sources 来源: from the poster at the till to who came by it, who stayed, and whom a broadcast is for."""

import collections

import grpc

from outside import Refusal, eventually, protos, refusal
from outside.feeds import follow, kind
from outside.scenes import audience, chain, pages, request_id

customers = protos.customers


def once_heard(call, request):
    """The answer, or nothing while customers has not heard of the store or the guide."""
    try:
        return call(request)
    except grpc.RpcError as error:
        if Refusal.of(error).reason in ("DEPARTMENT_NOT_FOUND", "MEMBER_UNKNOWN"):
            return None
        raise


def make_source(corp, channel, scene, store=0):
    return once_heard(corp.sources.CreateSource, customers.CreateSourceRequest(
        source=customers.Source(
            name=f"{channel} {scene}", channel=channel, scene=scene, department_id=store),
        request_id=request_id()))


def make_way(corp, source, userids):
    return once_heard(corp.ways.CreateContactWay, customers.CreateContactWayRequest(
        contact_way=customers.ContactWay(
            type=customers.CONTACT_WAY_TYPE_MULTIPLE, scene=customers.CONTACT_WAY_SCENE_QR_CODE,
            userids=userids, source_id=source.source_id),
        request_id=request_id()))


def scan(corp, way, external_userid):
    return corp.ways.AddByContactWay(customers.AddByContactWayRequest(
        config_id=way.config_id, request_id=request_id(),
        customer=customers.Customer(external_userid=external_userid)))


def counts(corp, rollup, **fields):
    """What is added up by the rollup, as (scans, adds, lost)."""
    rows = pages(corp.sources.GetSourceStatistics, customers.GetSourceStatisticsRequest(
        rollup=rollup, whole_span=True, page_size=2, **fields), "rows")
    return {
        (each.channel, each.scene, each.department_id):
            (each.counts.scan_count, each.counts.added_count, each.counts.lost_count)
        for each in rows}


def walk(corp, **condition):
    clause = customers.AudienceClause(any_of=[customers.AudienceCondition(
        sources=customers.SourceCondition(**condition))])
    replies = corp.audiences.ListAudience(customers.ListAudienceRequest(
        audience=audience(all_of=[clause])))
    return {each.external_userid for reply in replies for each in reply.recipients}


def test_who_came_by_which_channel_scene_and_store_is_kept_counted_and_asked_for(corp):
    staff = chain(corp)
    places = [("门店", "收银台", 101), ("门店", "收银台", 102), ("停车场", "道闸", 0)]
    sources = [
        eventually(lambda: make_source(corp, *place), "the store is known") for place in places]
    make_source(corp, "门店", "试衣间")
    made = [
        eventually(lambda: make_way(corp, source, [guide]), "the guide is known")
        for source, guide in zip(sources, (staff[101][0], staff[102][0], staff[101][1]))]
    came = collections.defaultdict(set)
    for number in range(9):
        way, source = made[number % 3], sources[number % 3]
        added = scan(corp, way, f"wm-{number}")
        assert added.relation.relation.source_id == source.source_id
        came[number % 3].add(f"wm-{number}")
    scan(corp, made[0], "wm-0")
    corp.relations.RemoveRelation(customers.RemoveRelationRequest(
        userid=staff[102][0], external_userid="wm-1",
        removed_by=customers.REMOVED_BY_CUSTOMER, request_id=request_id()))
    assert refusal(corp.sources.DeleteSource, customers.DeleteSourceRequest(
        source_id=sources[0].source_id)) == ("FAILED_PRECONDITION", "SOURCE_IN_USE", "source_id")
    # A lost customer keeps his source, and is in no audience.
    came[1].remove("wm-1")
    for way in made:
        corp.ways.DeleteContactWay(customers.DeleteContactWayRequest(config_id=way.config_id))
    corp.sources.DeleteSource(customers.DeleteSourceRequest(source_id=sources[0].source_id))

    assert counts(corp, customers.SOURCE_ROLLUP_SOURCE) == {
        ("门店", "收银台", 101): (4, 3, 0), ("门店", "收银台", 102): (3, 3, 1),
        ("停车场", "道闸", 0): (3, 3, 0)}
    assert counts(corp, customers.SOURCE_ROLLUP_CHANNEL) == {
        ("门店", "", 0): (7, 6, 1), ("停车场", "", 0): (3, 3, 0)}
    assert counts(corp, customers.SOURCE_ROLLUP_SCENE, channel="门店") == {
        ("门店", "收银台", 0): (7, 6, 1)}
    assert counts(corp, customers.SOURCE_ROLLUP_STORE) == {
        ("", "", 0): (3, 3, 0), ("", "", 101): (4, 3, 0), ("", "", 102): (3, 3, 1)}

    assert walk(corp, channels=["门店"]) == came[0] | came[1]
    assert walk(corp, scenes=["道闸"]) == came[2]
    assert walk(corp, department_ids=[101]) == came[0]
    assert walk(corp, source_ids=[each.source_id for each in sources[:2]], department_ids=[102]) == (
        came[1])
    listed = pages(corp.sources.ListSources, customers.ListSourcesRequest(page_size=1), "sources")
    assert [each.source_id for each in listed[:2]] == [each.source_id for each in sources[1:]]

    told = follow(corp, "customers", until=lambda each: kind(each) == "source_deleted")
    of_sources = [kind(each) for each in told if kind(each).startswith("source_")]
    assert of_sources == ["source_created"] * 4 + ["source_deleted"]


def test_a_kill_neither_loses_nor_doubles_a_count(system, corp):
    source = make_source(corp, "门店", "收银台")
    way = make_way(corp, source, ["guide"])
    requests = [customers.AddByContactWayRequest(
        config_id=way.config_id, request_id=request_id(),
        customer=customers.Customer(external_userid=f"wm-{number}")) for number in range(20)]
    for number, request in enumerate(requests):
        corp.ways.AddByContactWay(request)
        if number == 10:
            system["customers"].kill()
            system["customers"].restart()
    for request in requests:
        corp.ways.AddByContactWay(request)
    assert counts(corp, customers.SOURCE_ROLLUP_SOURCE) == {("门店", "收银台", 0): (20, 20, 0)}
