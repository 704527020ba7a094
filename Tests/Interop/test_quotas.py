"""Quotas from a policy file, as a caller from outside meets them."""

import base64
import json

import pytest
from google.rpc import error_details_pb2, status_pb2

from outside import System, protos
from outside.plain_http2 import PlainConnection

GET_CORP = "/siyu.directory.v1.CorpService/GetCorp"


@pytest.fixture(scope="module")
def port(binary, tmp_path_factory):
    """A directory where a corp may ask for itself three times a minute, and vip six times."""
    file = tmp_path_factory.mktemp("quotas") / "policies.json"
    file.write_text(json.dumps({
        "methods": {GET_CORP[1:]: 3},
        "corps": {"vip": {"weight": 2}},
    }))
    running = System()
    with_policies = running["directory"]
    try:
        with_policies.start(SIYU_POLICIES=str(file))
        with_policies.wait_until_serving()
        yield with_policies.port
    finally:
        running.__exit__()


def answers(port, corp, count):
    """The trailers of so many calls, one after another."""
    request = protos.directory.GetCorpRequest().SerializeToString()
    with PlainConnection(port) as connection:
        return [
            connection.answer(connection.open(GET_CORP, request, {"siyu-corp": corp}))[0]
            for _ in range(count)]


@pytest.mark.parametrize("corp, quota", [("ordinary", 3), ("vip", 6)])
def test_a_corp_gets_its_quota_and_then_word_when_to_come_back(port, corp, quota):
    found = answers(port, corp, quota + 1)
    assert [each["grpc-status"] for each in found] == ["0"] * quota + ["8"]
    refused = found[-1]
    pushback = int(refused["grpc-retry-pushback-ms"])
    period = 60_000 // quota
    assert 0 < pushback <= 2 * period

    status = details_of(refused)
    info, retry = error_details_pb2.ErrorInfo(), error_details_pb2.RetryInfo()
    assert status.details[0].Unpack(info) and status.details[1].Unpack(retry)
    assert info.reason == "QUOTA_EXCEEDED"
    assert info.metadata["errcode"] == "45009"
    assert info.metadata["limit"] == str(quota)
    assert info.metadata["remaining"] == "0"
    assert 0 < int(info.metadata["reset"]) <= 60
    assert retry.retry_delay.ToMilliseconds() == pushback


def details_of(trailers):
    packed = trailers["grpc-status-details-bin"]
    return status_pb2.Status.FromString(base64.b64decode(packed + "=" * (-len(packed) % 4)))


def test_a_corp_at_its_end_does_not_stop_another(port):
    assert answers(port, "loud", 30)[-1]["grpc-status"] == "8"
    assert [each["grpc-status"] for each in answers(port, "soft", 3)] == ["0"] * 3
