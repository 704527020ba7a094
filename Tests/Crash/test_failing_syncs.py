"""fdatasync fails now and then: no answer is given for what may not be on disk."""

import os
import random
import time

import pytest
from grpc_health.v1 import health_pb2

from outside import CONTEXTS, eventually, protos, refusal
from outside.scenes import request_id

from audit import audit
from disks import Disk, Syncs, SystemOnDisk
from mixed_load import MixedLoad, settings

LONG = os.environ.get("SIYU_LONG") == "1"
ROUNDS = 20 if LONG else 2
SEED = int(os.environ.get("SIYU_SEED") or (time.time_ns() % 1_000_000 if LONG else 40))

# How often one fails. A store stops at its first.
PROBABILITY = 0.05

NOT_SERVING = health_pb2.HealthCheckResponse.NOT_SERVING

directory = protos.directory


@pytest.fixture
def disk():
    with Disk("ext4", 256) as mounted:
        yield mounted


@pytest.fixture
def system(binary, disk):
    with SystemOnDisk(disk) as running:
        yield running


def test_a_failed_sync_stops_the_service_and_is_never_an_ok(system, tmp_path):
    """Each round ends with the loss of power, which takes what no sync has brought to the disk."""
    print(f"SIYU_SEED={SEED}, {ROUNDS} rounds")
    syncs = Syncs(tmp_path)
    environment = settings(tmp_path) | syncs.settings()
    moments = random.Random(SEED)
    system.start(environment)
    load = MixedLoad(system, "syncs", SEED)
    try:
        load.begin()
        for _ in range(ROUNDS):
            load.check()
            # Not a wait for something: the moment is what is random.
            load.campaign.over.wait(moments.uniform(0.2, 1))
            for context in CONTEXTS:
                syncs.fail(system[context], PROBABILITY)
            for context in CONTEXTS:
                eventually(
                    lambda: system[context].health() == NOT_SERVING,
                    f"{context} says that it has stopped")
            refuses_writes_and_answers_reads(load.corp)
            system.lose_power()
            system.start(environment)
        load.finish(seconds=300 if LONG else 90)
        audit(load)
    finally:
        load.abandon()
    print(f"acknowledged: {load.acknowledged_count()}")


def refuses_writes_and_answers_reads(corp):
    refused = refusal(corp.departments.CreateDepartment, directory.CreateDepartmentRequest(
        department=directory.Department(name="no", parentid=1), request_id=request_id()))
    assert (refused.code, refused.reason) == ("UNAVAILABLE", "STORE_STOPPED")
    corp.departments.ListDepartments(directory.ListDepartmentsRequest())
    corp.groups.ListCustomerGroups(protos.communities.ListCustomerGroupsRequest())
    corp.broadcasts.ListBroadcasts(protos.broadcasts.ListBroadcastsRequest())
    corp.tags.ListTagGroups(protos.customers.ListTagGroupsRequest())
