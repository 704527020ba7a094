"""A member with 20,000 customers leaves; the process that hands them over dies on the way."""

import collections
import json

import grpc
import pytest

from outside import Corp, System, eventually, protos
from outside.fixtures import fresh_corp_name
from outside.scenes import acquaintance, chain, import_relations, pages, request_id

customers, directory = protos.customers, protos.directory

DEAD = 137
COUNT = 20_000


@pytest.fixture
def settings(tmp_path):
    """What customers is started with: here a customer has two seconds to refuse, not a day."""
    file = tmp_path / "policies.json"
    file.write_text(json.dumps({"transfer_wait_seconds": 2}))
    return {"SIYU_POLICIES": str(file)}


def test_each_of_a_resigned_members_customers_ends_with_one_owner(binary, settings, request):
    with System() as system:
        service = system["customers"]
        service.kill()
        service.restart(**settings)
        corp = Corp(system, fresh_corp_name(request.node.name))
        guides = chain(corp, stores=2, guides=2)
        leaver, *others = guides[101] + guides[102]
        import_relations(
            corp, [acquaintance(leaver, f"wm-{number:05}") for number in range(COUNT)],
            timeout=300)
        corp.members.DeleteMember(directory.DeleteMemberRequest(userid=leaver))
        listed = customers.ListUnassignedRequest()
        eventually(
            lambda: corp.transfers.ListUnassigned(listed).customers, "the leaving is known")

        asked = customers.TransferAllCustomersRequest(
            request_id=request_id(), handover_userid=leaver,
            takeovers=[customers.TakeoverShare(userid=userid) for userid in others])
        service.kill()
        # Dies while it accepts, and later while it moves, once on either side of a commit.
        service.restart(SIYU_CRASH_AT="after-commit:60", **settings)
        try:
            corp.transfers.TransferAllCustomers(asked, wait_for_ready=True)
        except grpc.RpcError as error:
            assert error.code() == grpc.StatusCode.UNAVAILABLE
        assert service.wait(120) == DEAD
        service.restart(SIYU_CRASH_AT="before-commit:200", **settings)
        assert service.wait(120) == DEAD
        service.restart(**settings)
        begun = corp.transfers.TransferAllCustomers(asked, wait_for_ready=True)
        job = customers.GetTransferJobRequest(jobid=begun.jobid)

        def moved():
            found = corp.transfers.GetTransferJob(job).takeovers
            return sum(each.done_count for each in found) == COUNT

        eventually(moved, "all have moved", 240, pause=0.5)
        owners = collections.Counter()
        for userid in others:
            relations = pages(corp.relations.ListRelations, customers.ListRelationsRequest(
                userid=userid, page_size=1000), "relations")
            owners.update(each.customer.external_userid for each in relations)
        assert owners == {f"wm-{number:05}": 1 for number in range(COUNT)}
        counts = [each.done_count for each in corp.transfers.GetTransferJob(job).takeovers]
        assert max(counts) - min(counts) <= 1
        assert not pages(corp.transfers.ListUnassigned, listed, "customers")
        corp.close()
