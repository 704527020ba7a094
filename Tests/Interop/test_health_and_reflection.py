"""What every gRPC tool asks first: is it well, and what does it speak."""

import grpc
import pytest
from google.protobuf.descriptor_pool import DescriptorPool
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase,
)

from outside import CONTEXTS, protos

# What each of the four answers beside its own.
COMMON = {"siyu.common.v1.AuditService", "siyu.common.v1.JobService"}
KIT = {
    "grpc.health.v1.Health",
    "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
    *COMMON,
}


@pytest.fixture(params=CONTEXTS)
def context(request):
    return request.param


@pytest.fixture
def channel(system, context):
    with grpc.insecure_channel(system[context].address) as channel:
        yield channel


def names(context):
    return {*getattr(protos, context).services(), *COMMON}


def test_health_is_serving_for_the_whole_and_for_each_service(channel, context):
    health = health_pb2_grpc.HealthStub(channel)
    for name in ("", *names(context)):
        request = health_pb2.HealthCheckRequest(service=name)
        answer = health.Check(request, timeout=5)
        assert answer.status == health_pb2.HealthCheckResponse.SERVING, name


def test_health_of_an_unknown_service_is_not_found(channel):
    health = health_pb2_grpc.HealthStub(channel)
    with pytest.raises(grpc.RpcError) as error:
        health.Check(health_pb2.HealthCheckRequest(service="no.such.Service"), timeout=5)
    assert error.value.code() == grpc.StatusCode.NOT_FOUND


def test_a_health_watch_begins_with_the_present_state(channel, context):
    health = health_pb2_grpc.HealthStub(channel)
    states = health_pb2.HealthCheckResponse
    for name, expected in (
        (sorted(names(context))[0], states.SERVING),
        ("no.such.Service", states.SERVICE_UNKNOWN),
    ):
        watch = health.Watch(health_pb2.HealthCheckRequest(service=name), timeout=5)
        assert next(watch).status == expected
        watch.cancel()


def test_reflection_describes_every_service_as_its_proto_does(channel, context):
    database = ProtoReflectionDescriptorDatabase(channel)
    assert set(database.get_services()) == names(context) | KIT
    pool = DescriptorPool(database)
    for name in names(context):
        described = pool.FindServiceByName(name)
        package = protos.common if name.startswith("siyu.common") else getattr(protos, context)
        ours = package.service(name)
        assert shape(described) == shape(ours)


def shape(service):
    """A service's methods with their types, all the way down to the fields."""
    return {
        method.name: (message(method.input_type), message(method.output_type),
                      method.client_streaming, method.server_streaming)
        for method in service.methods
    }


def message(descriptor):
    return descriptor.full_name, {
        (field.name, field.number, field.type, field.is_repeated) for field in descriptor.fields}


def test_an_unknown_service_and_an_unknown_method_are_unimplemented(channel, context):
    known = sorted(getattr(protos, context).services())[0]
    for path in ("/no.such.Service/Get", f"/{known}/NoSuchMethod", f"/{known.lower()}/Get"):
        with pytest.raises(grpc.RpcError) as error:
            channel.unary_unary(path)(b"", timeout=5)
        assert error.value.code() == grpc.StatusCode.UNIMPLEMENTED, path
