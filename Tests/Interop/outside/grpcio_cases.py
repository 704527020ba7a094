"""gRPC's interop cases as a grpcio client has them: each takes a channel and asserts."""

import time

import grpc

from .interop import Questions, message

ECHO_INITIAL = ("x-grpc-test-echo-initial", "test_initial_metadata_value")
ECHO_TRAILING = ("x-grpc-test-echo-trailing-bin", b"\xab\xab\xab")
SIZES = ((27_182, 31_415), (8, 9), (1_828, 2_653), (45_904, 58_979))
PATIENCE_SECONDS = 30


class Stub:
    """TestService's methods on a channel."""

    def __init__(self, channel):
        def method(make, name, reply, service="TestService"):
            return make(
                f"/grpc.testing.{service}/{name}", lambda request: request.SerializeToString(),
                message(reply).FromString)

        streamed = "StreamingOutputCallResponse"
        self.empty = method(channel.unary_unary, "EmptyCall", "Empty")
        self.unary = method(channel.unary_unary, "UnaryCall", "SimpleResponse")
        self.unknown = method(channel.unary_unary, "UnimplementedCall", "Empty")
        self.stranger = method(
            channel.unary_unary, "UnimplementedCall", "Empty", "UnimplementedService")
        self.input = method(
            channel.stream_unary, "StreamingInputCall", "StreamingInputCallResponse")
        self.output = method(channel.unary_stream, "StreamingOutputCall", streamed)
        self.full_duplex = method(channel.stream_stream, "FullDuplexCall", streamed)
        self.half_duplex = method(channel.stream_stream, "HalfDuplexCall", streamed)


def simple(size=314_159, payload=271_828, **fields):
    request = message("SimpleRequest")(response_size=size, **fields)
    request.payload.body = bytes(payload)
    return request


def wanted(*sizes, payload=0):
    request = message("StreamingOutputCallRequest")()
    for size in sizes:
        request.response_parameters.add(size=size)
    request.payload.body = bytes(payload)
    return request


def given(size, expect_compressed=None):
    request = message("StreamingInputCallRequest")()
    request.payload.body = bytes(size)
    if expect_compressed is not None:
        request.expect_compressed.value = expect_compressed
    return request


def fails(code, call):
    """The error of a call that has to fail with that code."""
    try:
        call()
    except grpc.RpcError as error:
        assert error.code() == code, error
        return error
    raise AssertionError(f"the call did not fail with {code}")


def zeros(payload, size):
    assert payload.body == bytes(size)


def empty_unary(channel):
    Stub(channel).empty(message("Empty")(), timeout=PATIENCE_SECONDS)


def large_unary(channel):
    zeros(Stub(channel).unary(simple(), timeout=PATIENCE_SECONDS).payload, 314_159)


def concurrent_large_unary(channel):
    calls = [Stub(channel).unary.future(simple(), timeout=60) for _ in range(200)]
    for call in calls:
        zeros(call.result().payload, 314_159)


def client_compressed_unary(channel):
    stub, told = Stub(channel), message("BoolValue")
    compressed, plain = simple(expect_compressed=told(value=True)), simple(
        expect_compressed=told(value=False))
    fails(grpc.StatusCode.INVALID_ARGUMENT, lambda: stub.unary(compressed, timeout=30))
    for way in (grpc.Compression.Gzip, grpc.Compression.Deflate):
        zeros(stub.unary(compressed, timeout=30, compression=way).payload, 314_159)
    zeros(stub.unary(plain, timeout=30).payload, 314_159)


def server_compressed_unary(channel):
    for is_compressed in (True, False):
        request = simple(response_compressed=message("BoolValue")(value=is_compressed))
        zeros(Stub(channel).unary(request, timeout=PATIENCE_SECONDS).payload, 314_159)


def client_streaming(channel):
    reply = Stub(channel).input(map(given, (27_182, 8, 1_828, 45_904)), timeout=PATIENCE_SECONDS)
    assert reply.aggregated_payload_size == 74_922


def client_compressed_streaming(channel):
    stub = Stub(channel)
    fails(grpc.StatusCode.INVALID_ARGUMENT,
          lambda: stub.input(iter([given(27_182, True)]), timeout=PATIENCE_SECONDS))
    for way in (grpc.Compression.Gzip, grpc.Compression.Deflate):
        requests = iter([given(27_182, True), given(45_904, True)])
        reply = stub.input(requests, timeout=PATIENCE_SECONDS, compression=way)
        assert reply.aggregated_payload_size == 73_086


def server_streaming(channel):
    sizes = [31_415, 9, 2_653, 58_979]
    replies = Stub(channel).output(wanted(*sizes), timeout=PATIENCE_SECONDS)
    assert [len(reply.payload.body) for reply in replies] == sizes


def server_compressed_streaming(channel):
    request = wanted(31_415, 92_653)
    request.response_parameters[0].compressed.value = True
    request.response_parameters[1].compressed.value = False
    replies = Stub(channel).output(request, timeout=PATIENCE_SECONDS)
    assert [len(reply.payload.body) for reply in replies] == [31_415, 92_653]


def ping_pong(channel):
    questions = Questions()
    replies = Stub(channel).full_duplex(iter(questions), timeout=PATIENCE_SECONDS)
    for payload, size in SIZES:
        questions.put(wanted(size, payload=payload))
        zeros(next(replies).payload, size)
    questions.end()
    assert not list(replies)


def half_duplex(channel):
    requests = [wanted(size, payload=payload) for payload, size in SIZES]
    replies = Stub(channel).half_duplex(iter(requests), timeout=PATIENCE_SECONDS)
    assert [len(reply.payload.body) for reply in replies] == [size for _, size in SIZES]


def empty_stream(channel):
    assert not list(Stub(channel).full_duplex(iter(()), timeout=PATIENCE_SECONDS))


def slow_consumer(channel):
    """Nothing is read until far more than any window waits to be sent."""
    replies = Stub(channel).output(wanted(*[1_030] * 2_000), timeout=PATIENCE_SECONDS)
    assert len(next(replies).payload.body) == 1_030
    large_unary(channel)
    assert sum(1 for _ in replies) == 1_999


def custom_metadata(channel):
    stub = Stub(channel)
    _, unary = stub.unary.with_call(
        simple(), metadata=(ECHO_INITIAL, ECHO_TRAILING), timeout=PATIENCE_SECONDS)
    duplex = stub.full_duplex(
        iter([wanted(314_159)]), metadata=(ECHO_INITIAL, ECHO_TRAILING), timeout=PATIENCE_SECONDS)
    assert len(list(duplex)) == 1
    for call in (unary, duplex):
        assert ECHO_INITIAL in call.initial_metadata()
        assert ECHO_TRAILING in call.trailing_metadata()


def status_code_and_message(channel, text="test status message"):
    stub, request, duplex = Stub(channel), simple(), wanted()
    for each in (request, duplex):
        each.response_status.code = 2
        each.response_status.message = text
    for call in (
        lambda: stub.unary(request, timeout=PATIENCE_SECONDS),
        lambda: list(stub.full_duplex(iter([duplex]), timeout=PATIENCE_SECONDS)),
    ):
        assert fails(grpc.StatusCode.UNKNOWN, call).details() == text


def special_status_message(channel):
    status_code_and_message(
        channel, "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n")


def unimplemented_method(channel):
    fails(grpc.StatusCode.UNIMPLEMENTED,
          lambda: Stub(channel).unknown(message("Empty")(), timeout=PATIENCE_SECONDS))


def unimplemented_service(channel):
    fails(grpc.StatusCode.UNIMPLEMENTED,
          lambda: Stub(channel).stranger(message("Empty")(), timeout=PATIENCE_SECONDS))


def cancel_after_begin(channel):
    call = Stub(channel).input.future(iter(Questions()), timeout=PATIENCE_SECONDS)
    call.cancel()
    assert call.code() == grpc.StatusCode.CANCELLED


def cancel_after_first_response(channel):
    questions = Questions()
    replies = Stub(channel).full_duplex(iter(questions), timeout=PATIENCE_SECONDS)
    questions.put(wanted(31_415, payload=27_182))
    zeros(next(replies).payload, 31_415)
    replies.cancel()
    fails(grpc.StatusCode.CANCELLED, lambda: next(replies))


def timeout_on_sleeping_server(channel):
    request = wanted(31_415, payload=27_182)
    request.response_parameters[0].interval_us = 10_000_000
    began = time.monotonic()
    fails(grpc.StatusCode.DEADLINE_EXCEEDED,
          lambda: list(Stub(channel).full_duplex(iter([request]), timeout=0.001)))
    assert time.monotonic() - began < 9


def rpc_soak(channel):
    for _ in range(20):
        large_unary(channel)


CASES = [
    empty_unary, large_unary, concurrent_large_unary, client_compressed_unary,
    server_compressed_unary, client_streaming, client_compressed_streaming, server_streaming,
    server_compressed_streaming, ping_pong, half_duplex, empty_stream, slow_consumer,
    custom_metadata, status_code_and_message, special_status_message, unimplemented_method,
    unimplemented_service, cancel_after_begin, cancel_after_first_response,
    timeout_on_sleeping_server, rpc_soak,
]
