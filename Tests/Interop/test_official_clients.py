"""gRPC's interop cases against implementations that nobody here wrote, in both directions."""

import pytest

from outside import interop

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


@pytest.fixture(scope="module")
def our_port():
    with interop.our_server() as port:
        yield port


@pytest.fixture(scope="module")
def ruby_port():
    with interop.ruby_server() as port:
        yield port


@pytest.fixture(scope="module")
def grpcio_port():
    with interop.grpcio_server() as port:
        yield port


@pytest.mark.parametrize("case", RUBY_CASES)
def test_the_ruby_client_finds_nothing_amiss_in_our_server(our_port, case):
    ran = interop.run_ruby_client(our_port, case)
    assert f'"OK: {case}"' in ran.stdout and ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("case", OUR_CASES)
def test_our_client_finds_nothing_amiss_in_the_ruby_server(ruby_port, case):
    ran = interop.run_our_client(ruby_port, case)
    assert ran.stdout == f"OK: {case}\n" and ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "case", ["client_compressed_unary", "server_compressed_unary", "server_compressed_streaming"])
def test_our_client_and_a_grpcio_server_read_what_the_other_compressed(grpcio_port, case):
    ran = interop.run_our_client(grpcio_port, case)
    assert ran.stdout == f"OK: {case}\n" and ran.returncode == 0, ran.stdout + ran.stderr


def test_our_client_and_our_server_pass_every_case(our_port):
    ran = interop.run_our_client(our_port, "all")
    assert ran.returncode == 0 and "FAILED" not in ran.stdout, ran.stdout + ran.stderr
    assert ran.stdout.count("OK: ") == 23
