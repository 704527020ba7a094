"""grpclib against our server: gRPC on asyncio and python-h2, not a line of it from gRPC's own core."""

import asyncio

import grpclib.client
import grpclib.const
import grpclib.exceptions
import pytest

from outside import interop
from outside.interop import message
from outside.transports import NAMES, Transport

SERVICE = "/grpc.testing.TestService/"


@pytest.fixture(scope="module", params=NAMES)
def transport(request, tmp_path_factory):
    return Transport(request.param, tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def port(transport):
    with interop.our_server(*transport.serve_flags) as port:
        yield port


@pytest.fixture
def run(port, transport):
    """Runs a coroutine function with a channel of its own."""
    def run(body):
        async def call():
            async with grpclib.client.Channel(
                    "127.0.0.1", port, ssl=transport.ssl_context()) as channel:
                return await asyncio.wait_for(body(channel), 30)
        return asyncio.run(call())
    return run


def method(shape, channel, name, request, reply):
    return shape(channel, SERVICE + name, message(request), message(reply))


def unary(channel):
    return method(
        grpclib.client.UnaryUnaryMethod, channel, "UnaryCall", "SimpleRequest", "SimpleResponse")


def simple(size, payload=0):
    request = message("SimpleRequest")(response_size=size, fill_username=True)
    request.payload.body = bytes(payload)
    return request


def wanted(*sizes):
    request = message("StreamingOutputCallRequest")()
    for size in sizes:
        request.response_parameters.add(size=size)
    return request


def test_large_unary_and_who_called(run, transport):
    reply = run(lambda channel: unary(channel)(simple(314_159, 271_828)))
    assert reply.payload.body == bytes(314_159)
    assert reply.username == ("spiffe://siyu.test/caller" if transport.is_mutual else "")


def test_many_calls_at_once(run):
    async def body(channel):
        return await asyncio.gather(*(unary(channel)(simple(size)) for size in range(100)))

    assert [len(reply.payload.body) for reply in run(body)] == list(range(100))


def test_client_streaming(run):
    call = message("StreamingInputCallRequest")

    def requests():
        for size in (27_182, 8, 1_828, 45_904):
            request = call()
            request.payload.body = bytes(size)
            yield request

    reply = run(lambda channel: method(
        grpclib.client.StreamUnaryMethod, channel, "StreamingInputCall",
        "StreamingInputCallRequest", "StreamingInputCallResponse")(list(requests())))
    assert reply.aggregated_payload_size == 74_922


def test_server_streaming(run):
    sizes = [31_415, 9, 2_653, 58_979]
    replies = run(lambda channel: method(
        grpclib.client.UnaryStreamMethod, channel, "StreamingOutputCall",
        "StreamingOutputCallRequest", "StreamingOutputCallResponse")(wanted(*sizes)))
    assert [len(reply.payload.body) for reply in replies] == sizes


def duplex(channel):
    return method(
        grpclib.client.StreamStreamMethod, channel, "FullDuplexCall",
        "StreamingOutputCallRequest", "StreamingOutputCallResponse")


def test_ping_pong_with_metadata(run):
    async def body(channel):
        sent = {"x-grpc-test-echo-initial": "initial",
                "x-grpc-test-echo-trailing-bin": b"\xab\xab\xab"}
        async with duplex(channel).open(metadata=sent) as stream:
            for size in (31_415, 9, 2_653, 58_979):
                await stream.send_message(wanted(size))
                assert len((await stream.recv_message()).payload.body) == size
            await stream.end()
            assert await stream.recv_message() is None
            await stream.recv_trailing_metadata()
            assert stream.initial_metadata["x-grpc-test-echo-initial"] == "initial"
            assert stream.trailing_metadata["x-grpc-test-echo-trailing-bin"] == b"\xab\xab\xab"

    run(body)


def test_a_stream_without_messages(run):
    async def body(channel):
        async with duplex(channel).open() as stream:
            await stream.send_request()
            await stream.end()
            assert await stream.recv_message() is None

    run(body)


def failure(run, body):
    with pytest.raises(grpclib.exceptions.GRPCError) as error:
        run(body)
    return error.value


def test_a_status_and_its_message(run):
    text = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
    request = simple(1)
    request.response_status.code = 2
    request.response_status.message = text
    failed = failure(run, lambda channel: unary(channel)(request))
    assert (failed.status, failed.message) == (grpclib.const.Status.UNKNOWN, text)


def test_an_unknown_method(run):
    failed = failure(run, lambda channel: method(
        grpclib.client.UnaryUnaryMethod, channel, "NoSuchCall", "Empty", "Empty")(
            message("Empty")()))
    assert failed.status == grpclib.const.Status.UNIMPLEMENTED


def test_a_deadline_and_a_cancellation_leave_the_connection_whole(run):
    async def body(channel):
        request = wanted(1)
        request.response_parameters[0].interval_us = 60_000_000
        # Both ends watch the deadline, and either may be the first to tell.
        with pytest.raises((asyncio.TimeoutError, grpclib.exceptions.GRPCError)) as late:
            async with duplex(channel).open(timeout=0.05) as stream:
                await stream.send_message(request)
                await stream.recv_message()
        if isinstance(late.value, grpclib.exceptions.GRPCError):
            assert late.value.status == grpclib.const.Status.DEADLINE_EXCEEDED
        async with duplex(channel).open() as stream:
            await stream.send_message(wanted(31_415))
            await stream.recv_message()
            await stream.cancel()
        return await unary(channel)(simple(7))

    assert len(run(body).payload.body) == 7
