"""gRPC's interop cases against implementations that nobody here wrote, in both directions, over
each of the transports."""

import pytest

from outside import interop
from outside.grpcio_cases import CASES as GRPCIO_CASES
from outside.grpcio_service import grpcio_server
from outside.transports import NAMES, Transport

# All that the Ruby client has without credentials.
RUBY_CASES = [
    "empty_unary", "large_unary", "client_compressed_unary", "client_streaming",
    "client_compressed_streaming", "server_streaming", "ping_pong", "empty_stream",
    "timeout_on_sleeping_server", "cancel_after_begin", "cancel_after_first_response",
    "unimplemented_method", "unimplemented_service", "status_code_and_message",
    "custom_metadata",
]

# Ours without concurrent_large_unary (Ruby answers a call a thread), half_duplex (the Ruby server's
# method takes an argument too few) and the compressed ones, of which that server knows nothing.
OUR_CASES = [
    "empty_unary", "large_unary", "custom_metadata", "client_streaming", "server_streaming",
    "ping_pong", "empty_stream", "slow_consumer", "status_code_and_message",
    "special_status_message", "unimplemented_method", "unimplemented_service",
    "timeout_on_sleeping_server", "cancel_after_begin", "cancel_after_first_response", "rpc_soak",
    "channel_soak",
]

# All of ours.
CASE_COUNT = 23


@pytest.fixture(scope="module", params=NAMES)
def transport(request, tmp_path_factory):
    return Transport(request.param, tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def our_port(transport):
    with interop.our_server(*transport.serve_flags) as port:
        yield port


@pytest.fixture(scope="module")
def ruby_port(transport):
    with interop.ruby_server(transport) as port:
        yield port


@pytest.mark.parametrize("case", RUBY_CASES)
def test_the_ruby_client_finds_nothing_amiss_in_our_server(our_port, transport, case):
    ran = interop.run_ruby_client(our_port, case, transport)
    assert f'"OK: {case}"' in ran.stdout and ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("case", OUR_CASES)
def test_our_client_finds_nothing_amiss_in_the_ruby_server(ruby_port, transport, case):
    ran = interop.run_our_client(ruby_port, case, *transport.call_flags)
    assert ran.stdout == f"OK: {case}\n" and ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("case", GRPCIO_CASES, ids=lambda case: case.__name__)
def test_a_grpcio_client_finds_nothing_amiss_in_our_server(our_port, transport, case):
    with transport.channel(f"127.0.0.1:{our_port}") as channel:
        case(channel)


def test_our_client_finds_nothing_amiss_in_a_grpcio_server(transport):
    with grpcio_server(transport) as port:
        ran = interop.run_our_client(port, "all", *transport.call_flags)
    assert ran.returncode == 0 and "FAILED" not in ran.stdout, ran.stdout + ran.stderr
    assert ran.stdout.count("OK: ") == CASE_COUNT


def test_our_client_and_our_server_pass_every_case(our_port, transport):
    ran = interop.run_our_client(our_port, "all", *transport.call_flags)
    assert ran.returncode == 0 and "FAILED" not in ran.stdout, ran.stdout + ran.stderr
    assert ran.stdout.count("OK: ") == CASE_COUNT


def test_a_fresh_grpcio_channel_a_call_does_no_harm(our_port, transport):
    """channel_soak as grpcio has it: channels that share nothing, one after the other."""
    for number in range(10):
        alone = (("grpc.use_local_subchannel_pool", 1), ("soak", number))
        with transport.channel(f"127.0.0.1:{our_port}", alone) as channel:
            GRPCIO_CASES[1](channel)
