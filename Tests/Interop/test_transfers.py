"""A guide leaves, or changes the store: his customers are handed over."""

import json

import grpc
import pytest

from outside import Corp, Refusal, System, eventually, protos, refusal
from outside.feeds import check_numbering, follow, kind
from outside.fixtures import fresh_corp_name
from outside.scenes import acquaintance, chain, import_relations, pages, request_id

customers, directory = protos.customers, protos.directory

# How long a customer has to refuse: a day in life, and here as long as a test waits gladly.
WAIT_SECONDS = 2


@pytest.fixture(scope="module")
def hasty_system(binary, tmp_path_factory):
    file = tmp_path_factory.mktemp("transfers") / "policies.json"
    file.write_text(json.dumps({"transfer_wait_seconds": WAIT_SECONDS}))
    running = System()
    try:
        for name, service in running.services.items():
            service.start(**({"SIYU_POLICIES": str(file)} if name == "customers" else {}))
        for service in running.services.values():
            service.wait_until_serving()
        yield running
    finally:
        running.__exit__()


@pytest.fixture
def hasty_corp(hasty_system, request):
    corp = Corp(hasty_system, fresh_corp_name(request.node.name))
    yield corp
    corp.close()


def results(corp, handover, takeover, **fields):
    return pages(corp.transfers.GetTransferResult, customers.GetTransferResultRequest(
        handover_userid=handover, takeover_userid=takeover, page_size=2, **fields), "customers")


def followers(corp, external_userid):
    found = corp.relations.GetCustomer(
        customers.GetCustomerRequest(external_userid=external_userid))
    return [each.userid for each in found.follow_users]


def unassigned(corp):
    return [each.external_userid for each in pages(
        corp.transfers.ListUnassigned, customers.ListUnassignedRequest(page_size=2), "customers")]


def settled(corp, handover, takeover):
    return not results(corp, handover, takeover, status=customers.TRANSFER_STATUS_WAITING)


def test_on_the_job_one_customer_moves_and_one_refuses(hasty_corp):
    corp = hasty_corp
    chain(corp)
    import_relations(corp, [acquaintance("guide-101-1", f"wm-{each}") for each in range(2)])

    def accepted():
        """Customers hears of the members a moment later."""
        request = customers.TransferCustomersRequest(
            handover_userid="guide-101-1", takeover_userid="guide-102-1",
            external_userids=["wm-0", "wm-1", "wm-x"], request_id=request_id())
        try:
            return corp.transfers.TransferCustomers(request)
        except grpc.RpcError as error:
            assert Refusal.of(error).reason == "MEMBER_UNKNOWN"
            return None

    reply = eventually(accepted, "the members are known")
    assert [each.errcode for each in reply.customers] == [0, 0, 40096]
    refused = corp.transfers.RefuseTransfer(customers.RefuseTransferRequest(
        handover_userid="guide-101-1", takeover_userid="guide-102-1", external_userid="wm-1",
        request_id=request_id()))
    assert not refused.HasField("takeover_time")
    eventually(lambda: settled(corp, "guide-101-1", "guide-102-1"), "the other moves")
    found = results(corp, "guide-101-1", "guide-102-1")
    assert [each.status for each in found] == [
        customers.TRANSFER_STATUS_DONE, customers.TRANSFER_STATUS_REFUSED]
    assert found[0].takeover_time.seconds - found[0].accept_time.seconds >= WAIT_SECONDS
    assert followers(corp, "wm-0") == ["guide-102-1"]
    assert followers(corp, "wm-1") == ["guide-101-1"]
    changes = follow(corp, "customers", count=8)
    check_numbering(changes)
    assert [kind(change) for change in changes[2:]] == [
        "transfer_accepted", "transfer_accepted", "transfer_failed", "relation_removed",
        "relation_added", "transfer_completed"]
    assert changes[5].relation_removed.source == (
        customers.REMOVAL_SOURCE_DELETE_BY_TRANSFER)
    assert changes[6].relation_added.relation.add_way == customers.ADD_WAY_ASSIGNED


def test_a_guide_who_left_hands_all_over_to_the_store(hasty_corp):
    corp = hasty_corp
    leaver, stays = chain(corp)[101]
    import_relations(corp, [acquaintance(leaver, f"wm-{each}") for each in range(5)])
    resigned = customers.TransferResignedCustomersRequest(
        handover_userid=leaver, takeover_userid="guide-102-1", external_userids=["wm-0"])
    eventually(
        lambda: refusal(corp.transfers.TransferResignedCustomers, resigned) == (
            "FAILED_PRECONDITION", "MEMBER_NOT_RESIGNED", "handover_userid"),
        "the members are known")
    assert unassigned(corp) == []
    corp.members.DeleteMember(directory.DeleteMemberRequest(userid=leaver))
    everybody = [f"wm-{each}" for each in range(5)]
    eventually(lambda: unassigned(corp) == everybody, "the leaving is known")

    takeovers = [customers.TakeoverShare(userid=stays, share=3),
                 customers.TakeoverShare(userid="guide-102-1", share=2)]
    preview = corp.transfers.PreviewTransferAllCustomers(
        customers.PreviewTransferAllCustomersRequest(
            handover_userid=leaver, takeovers=takeovers))
    assert preview.kind == customers.TRANSFER_KIND_RESIGNED
    assert [each.planned_count for each in preview.takeovers] == [3, 2]
    begun = corp.transfers.TransferAllCustomers(customers.TransferAllCustomersRequest(
        handover_userid=leaver, takeovers=takeovers, request_id=request_id()))
    request = customers.GetTransferJobRequest(jobid=begun.jobid)
    eventually(
        lambda: sum(
            each.done_count for each in corp.transfers.GetTransferJob(request).takeovers) == 5,
        "all have moved")
    assert unassigned(corp) == []
    for who in everybody:
        (follower,) = followers(corp, who)
        assert follower in (stays, "guide-102-1")
        (owner,) = corp.transfers.ListFormerOwners(
            customers.ListFormerOwnersRequest(external_userid=who)).owners
        assert (owner.userid, owner.takeover_userid) == (leaver, follower)
