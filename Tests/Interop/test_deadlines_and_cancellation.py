"""Calls that end before their answer: by the clock, or by the caller."""

import time

import grpc
import pytest

from outside import protos
from outside.plain_http2 import PlainConnection
from outside.scenes import import_relations, acquaintance, request_id

WATCH = "/siyu.customers.v1.ChangeService/WatchChanges"


def test_a_deadline_ends_a_call_at_the_client(corp):
    feed = corp.changes("customers").WatchChanges(
        protos.customers.WatchChangesRequest(), timeout=0.3)
    with pytest.raises(grpc.RpcError) as error:
        next(feed)
    assert error.value.code() == grpc.StatusCode.DEADLINE_EXCEEDED


@pytest.mark.parametrize("timeout", ["300m", "300000u", "1S"])
def test_the_server_keeps_the_deadline_by_itself(corp, system, timeout):
    """The client here has no clock: only the server can end the call."""
    with PlainConnection(system["customers"].port) as connection:
        began = time.monotonic()
        stream = connection.open(
            WATCH, b"", {"grpc-timeout": timeout, "siyu-corp": corp.name})
        headers, _ = connection.answer(stream)
        took = time.monotonic() - began
    assert headers["grpc-status"] == str(grpc.StatusCode.DEADLINE_EXCEEDED.value[0])
    assert 0.25 < took < 3


@pytest.mark.parametrize("timeout", ["0n", "1n", "0S"])
def test_a_call_whose_deadline_has_passed_when_it_comes_changes_nothing(corp, system, timeout):
    create = protos.customers.CreateTagGroupRequest(
        group_name="会员等级", tags=[protos.customers.TagDraft(name="金卡")])
    with PlainConnection(system["customers"].port) as connection:
        stream = connection.open(
            "/siyu.customers.v1.TagService/CreateTagGroup", create.SerializeToString(),
            {"grpc-timeout": timeout, "siyu-corp": corp.name})
        headers, _ = connection.answer(stream)
    assert headers["grpc-status"] == str(grpc.StatusCode.DEADLINE_EXCEEDED.value[0])
    assert not corp.tags.ListTags(protos.customers.ListTagsRequest()).tags


@pytest.mark.parametrize("timeout", ["", "5", "S", "-1S", "123456789S", "1x", "1.5S"])
def test_a_timeout_that_is_none_does_not_pass_as_one(corp, system, timeout):
    with PlainConnection(system["directory"].port) as connection:
        stream = connection.open(
            "/siyu.directory.v1.DepartmentService/GetDepartment", b"\x08\x01",
            {"grpc-timeout": timeout, "siyu-corp": corp.name})
        headers, _ = connection.answer(stream)
    assert headers["grpc-status"] != "0"


def test_cancelled_feeds_make_room_for_others(corp):
    """A connection carries a hundred calls or so at once: each cancel must free a place."""
    import_relations(corp, [acquaintance("guide", "wm-1")])
    for _ in range(4):
        feeds = [
            corp.changes("customers").WatchChanges(protos.customers.WatchChangesRequest())
            for _ in range(80)]
        for feed in feeds:
            assert next(feed).sequence == 1
        for feed in feeds:
            feed.cancel()
            assert feed.code() == grpc.StatusCode.CANCELLED
    reply = corp.audiences.PreviewAudience(protos.customers.PreviewAudienceRequest())
    assert reply.customer_count == 1


def test_calls_cut_off_by_a_reset_or_a_lost_connection_do_no_harm(corp, system):
    with PlainConnection(system["customers"].port) as connection:
        for _ in range(100):
            connection.reset(connection.open(WATCH, b"", {"siyu-corp": corp.name}))
    for _ in range(9):
        with PlainConnection(system["customers"].port) as connection:
            for _ in range(100):
                connection.open(WATCH, b"", {"siyu-corp": corp.name})
    assert not corp.tags.ListTags(protos.customers.ListTagsRequest()).tags


def test_an_import_that_is_cancelled_keeps_the_batches_it_took_and_no_more(corp):
    """A batch is one transaction: a cancelled stream leaves whole batches, from the first."""
    customers = protos.customers
    sizes = 5

    def batches():
        for number in range(sizes):
            yield customers.ImportRelationsRequest(
                request_id=request_id(),
                relations=[acquaintance("guide", f"wm-{number}-{each}") for each in range(10)])
        call.cancel()

    call = corp.relations.ImportRelations.future(batches())
    with pytest.raises((grpc.RpcError, grpc.FutureCancelledError)):
        call.result()
    names = sorted(
        each.customer.external_userid
        for each in listed(corp, customers.ListRelationsRequest(userid="guide", page_size=1000)))
    taken = len(names) // 10
    assert names == sorted(
        f"wm-{number}-{each}" for number in range(taken) for each in range(10))


def listed(corp, request):
    """A member's relations; none when he is not known yet."""
    try:
        return corp.relations.ListRelations(request).relations
    except grpc.RpcError as error:
        assert error.code() == grpc.StatusCode.NOT_FOUND
        return []
