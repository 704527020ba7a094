"""A disk fills up: what can be read still is, what cannot be written is refused and says why, and
when there is room again all goes on, without a restart."""

import time

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

from outside import CONTEXTS, Corp, Refusal, eventually, protos
from outside.scenes import acquaintance, audience, pages, request_id

from disks import Disk, SystemOnDisk

directory, customers = protos.directory, protos.customers
communities, broadcasts = protos.communities, protos.broadcasts

FULL = Refusal("RESOURCE_EXHAUSTED", "DISK_FULL", None)
RECOVERY_SECONDS = 5

SERVING = health_pb2.HealthCheckResponse.SERVING
NOT_SERVING = health_pb2.HealthCheckResponse.NOT_SERVING

# What a log that was emptied and not yet cut off may still take, several times over.
WRITES_MAX = 4000


@pytest.fixture(params=["tmpfs", "ext4"])
def disk(request):
    with Disk(request.param, 96) as mounted:
        yield mounted


@pytest.fixture
def system(binary, disk):
    with SystemOnDisk(disk) as running:
        running.start()
        yield running


class Shop:
    """A corp with one kind of thing in each service, and what was acknowledged of each."""

    def __init__(self, system, name):
        self.corp = Corp(system, name)
        self.kept = {context: [] for context in CONTEXTS}
        self.refused = {context: 0 for context in CONTEXTS}
        self._count = 0

    def write(self, context):
        """Writes one thing more; returns how it was refused, or None."""
        self._count += 1
        name = f"{context}-{self._count}"
        try:
            self.kept[context].append(getattr(self, f"_write_{context}")(name))
            return None
        except grpc.RpcError as error:
            self.refused[context] += 1
            return Refusal.of(error)

    def _write_directory(self, name):
        self.corp.departments.CreateDepartment(directory.CreateDepartmentRequest(
            department=directory.Department(name=name, parentid=1), request_id=request_id()))
        return name

    def _write_customers(self, name):
        asked = acquaintance("guide", name)
        self.corp.relations.AddRelation(customers.AddRelationRequest(
            customer=asked.customer, relation=asked.relation, request_id=request_id()))
        return name

    def _write_communities(self, name):
        self.corp.groups.CreateCustomerGroup(communities.CreateCustomerGroupRequest(
            chat_id=name, name=name, owner="guide", request_id=request_id()))
        return name

    def _write_broadcasts(self, name):
        return self.corp.broadcasts.CreateBroadcast(broadcasts.CreateBroadcastRequest(
            broadcast=broadcasts.Broadcast(
                content=broadcasts.Content(text=name), audience=audience(userids=["guide"])),
            request_id=request_id())).msgid

    def audit(self):
        """What is there is what was acknowledged."""
        corp, kept = self.corp, self.kept
        departments = pages(
            corp.departments.ListDepartments, directory.ListDepartmentsRequest(page_size=1000),
            "departments")
        assert [each.name for each in departments if each.id != 1] == kept["directory"]
        relations = pages(
            corp.relations.ListRelations,
            customers.ListRelationsRequest(userid="guide", page_size=1000), "relations")
        assert [each.customer.external_userid for each in relations] == kept["customers"]
        groups = pages(
            corp.groups.ListCustomerGroups,
            communities.ListCustomerGroupsRequest(page_size=1000), "customer_groups")
        assert [each.chat_id for each in groups] == kept["communities"]
        listed = pages(
            corp.broadcasts.ListBroadcasts, broadcasts.ListBroadcastsRequest(page_size=1000),
            "broadcasts")
        assert sorted(each.msgid for each in listed) == sorted(kept["broadcasts"])
        return listed


class Watched:
    """What a service's health says, asked and told."""

    def __init__(self, service):
        self._channel = service.transport.channel(service.address)
        self._stub = health_pb2_grpc.HealthStub(self._channel)
        self._told = self._stub.Watch(health_pb2.HealthCheckRequest(), timeout=60)
        assert next(self._told).status == SERVING

    def check(self):
        return self._stub.Check(health_pb2.HealthCheckRequest(), timeout=5).status

    def until(self, status, seconds):
        """Waits until a check says so, and for the watch to have told it."""
        eventually(lambda: self.check() == status, f"health is {status}", seconds)
        while next(self._told).status != status:
            pass

    def close(self):
        self._channel.close()


def test_a_full_disk_stops_writes_alone_until_there_is_room(system, disk):
    shop = Shop(system, "full")
    for context in CONTEXTS:
        for _ in range(20):
            assert shop.write(context) is None
    watched = {context: Watched(system[context]) for context in CONTEXTS}

    disk.fill()
    for context in CONTEXTS:
        refusal = next(filter(None, (shop.write(context) for _ in range(WRITES_MAX))), None)
        assert refusal == FULL, f"{context} was not refused: {refusal}"
        watched[context].until(NOT_SERVING, seconds=1)
    for _ in range(10):
        shop.audit()
        for context in CONTEXTS:
            assert shop.write(context) in (FULL, None)
    stranger = Shop(system, "stranger")
    for context in CONTEXTS:
        assert stranger.write(context) in (FULL, None)

    began = time.monotonic()
    disk.ballast.unlink()
    # Nobody writes meanwhile: who is told that a service does not serve sends it nothing.
    for context in CONTEXTS:
        watched[context].until(SERVING, RECOVERY_SECONDS)
    for context in CONTEXTS:
        assert shop.write(context) is None
        assert stranger.write(context) is None
    recovery = time.monotonic() - began
    print(f"{disk.kind}: refused {shop.refused}, recovered within {recovery:.2f} s")
    assert recovery < RECOVERY_SECONDS
    for each in watched.values():
        each.close()

    def planned():
        return all(each.state != broadcasts.Broadcast.STATE_PLANNING for each in shop.audit())

    eventually(planned, "the jobs that met a full disk go on")
    for service in system.services.values():
        service.kill()
    system.start()
    shop.audit()
    stranger.audit()


def test_a_service_that_starts_on_a_full_disk_answers_reads(system, disk):
    shop = Shop(system, "restarted")
    for context in CONTEXTS:
        for _ in range(20):
            assert shop.write(context) is None
    disk.fill()
    for service in system.services.values():
        service.kill()
    system.start_unable()
    shop.audit()
    for context in CONTEXTS:
        refusal = next(filter(None, (shop.write(context) for _ in range(WRITES_MAX))), None)
        assert refusal == FULL, f"{context} was not refused: {refusal}"
    shop.audit()
    disk.ballast.unlink()
    for context in CONTEXTS:
        eventually(
            lambda: shop.write(context) is None, f"{context} takes writes", RECOVERY_SECONDS)
    shop.audit()
