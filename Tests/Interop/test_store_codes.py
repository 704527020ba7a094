"""The codes of a store 门店码: a guide's and a group's in one call, and what it says without communities."""

import grpc

from outside import Corp, Refusal, System, eventually, protos
from outside.fixtures import fresh_corp_name
from outside.scenes import chain, request_id

customers, communities = protos.customers, protos.communities


def codes(corp, store):
    return corp.store_codes.GetStoreCodes(
        customers.GetStoreCodesRequest(department_id=store))


def once_heard(call, request):
    """The answer, or nothing while the service has not heard of the store or the guide."""
    try:
        return call(request)
    except grpc.RpcError as error:
        if Refusal.of(error).reason in ("DEPARTMENT_NOT_FOUND", "MEMBER_UNKNOWN"):
            return None
        raise


def test_a_store_s_codes_come_in_one_call_and_the_guide_s_without_communities(binary, request):
    with System() as running:
        corp = Corp(running, fresh_corp_name(request.node.name))
        chain(corp)
        corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
            chat_id="wr-1", name="一店会员群", owner="guide-101-1", request_id=request_id()))

        source = eventually(
            lambda: once_heard(corp.sources.CreateSource, customers.CreateSourceRequest(
                source=customers.Source(
                    name="收银台", channel="门店", scene="收银台", department_id=101),
                request_id=request_id())), "customers has heard of the store")
        eventually(
            lambda: once_heard(corp.join_ways.CreateJoinWay, join_way(101)),
            "communities has heard of the store")
        way = eventually(
            lambda: once_heard(corp.ways.CreateContactWay, customers.CreateContactWayRequest(
                contact_way=customers.ContactWay(
                    type=customers.CONTACT_WAY_TYPE_SINGLE,
                    scene=customers.CONTACT_WAY_SCENE_QR_CODE, userids=["guide-101-1"],
                    source_id=source.source_id), request_id=request_id())),
            "customers has heard of the guide")
        found = codes(corp, 101)
        assert [each.config_id for each in found.guide_codes] == [way.config_id]
        assert found.guide_codes[0].source_id == source.source_id
        assert [each.remark for each in found.group_codes] == ["101"]
        assert not found.communities_unreachable
        assert not codes(corp, 102).guide_codes and not codes(corp, 102).group_codes

        running["communities"].kill()
        found = codes(corp, 101)
        assert [each.config_id for each in found.guide_codes] == [way.config_id]
        assert found.communities_unreachable and not found.group_codes
        running["communities"].restart()
        eventually(lambda: not codes(corp, 101).communities_unreachable, "communities is back")
        assert [each.remark for each in codes(corp, 101).group_codes] == ["101"]

        # A join way is made while customers cannot say how many contact ways there are.
        running["customers"].kill()
        assert corp.join_ways.CreateJoinWay(join_way(101)).department_id == 101
        corp.close()


def join_way(store):
    return communities.CreateJoinWayRequest(
        join_way=communities.JoinWay(
            scene=communities.JOIN_WAY_SCENE_QR_CODE, chat_ids=["wr-1"], remark=str(store),
            department_id=store), request_id=request_id())
