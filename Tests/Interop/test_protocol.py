"""What gRPC over HTTP/2 asks of a server, seen frame by frame by a client that speaks no gRPC."""

import gzip
import zlib

import grpc
import pytest

from outside import interop
from outside.interop import message
from outside.plain_http2 import PlainConnection
from outside.transports import Transport

UNARY = "/grpc.testing.TestService/UnaryCall"
DUPLEX = "/grpc.testing.TestService/FullDuplexCall"
EMPTY = b"\0\0\0\0\0"
MEBIBYTE = 1024 * 1024


@pytest.fixture(scope="module", params=["h2c", "TLS"])
def transport(request, tmp_path_factory):
    return Transport(request.param, tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def port(transport):
    with interop.our_server(*transport.serve_flags) as port:
        yield port


@pytest.fixture
def connection(port, transport):
    with PlainConnection(port, tls=transport.ssl_context()) as opened:
        yield opened


def framed(content, flag=0):
    return bytes([flag]) + len(content).to_bytes(4, "big") + content


def wanted(size, **fields):
    return message("SimpleRequest")(response_size=size, **fields).SerializeToString()


# A path, the bytes of the body, the headers beside the usual, and the status that is due.
EARLY_ENDS = {
    "a method there is not": ("/grpc.testing.TestService/NoSuchCall", EMPTY, {}, "UNIMPLEMENTED"),
    "a service there is not": ("/no.such.Service/Call", EMPTY, {}, "UNIMPLEMENTED"),
    "a path that is none": ("/nonsense", EMPTY, {}, "UNIMPLEMENTED"),
    "no message": (UNARY, b"", {}, "UNIMPLEMENTED"),
    "two messages": (UNARY, EMPTY + EMPTY, {}, "UNIMPLEMENTED"),
    "bytes that are no message": (UNARY, framed(b"\xff\xff\xff"), {}, "INTERNAL"),
    "half a message": (UNARY, framed(b"12345678")[:9], {}, "INTERNAL"),
    "half a prefix": (UNARY, b"\0\0", {}, "INTERNAL"),
    "a message over the limit": (
        UNARY, b"\0" + (5 * MEBIBYTE).to_bytes(4, "big"), {}, "RESOURCE_EXHAUSTED"),
    "the longest prefix there is": (UNARY, b"\0\xff\xff\xff\xff", {}, "RESOURCE_EXHAUSTED"),
    "an encoding nobody knows": (UNARY, EMPTY, {"grpc-encoding": "snappy"}, "UNIMPLEMENTED"),
    "a compressed message without encoding": (UNARY, framed(b"", 1), {}, "INTERNAL"),
    "a compressed message of identity": (
        UNARY, framed(b"", 1), {"grpc-encoding": "identity"}, "INTERNAL"),
    "a flag there is not": (UNARY, framed(b"", 2), {}, "INTERNAL"),
    "gzip that is none": (UNARY, framed(b"nonsense", 1), {"grpc-encoding": "gzip"}, "INTERNAL"),
    "gzip that grows over the limit": (
        UNARY, framed(gzip.compress(bytes(5 * MEBIBYTE)), 1), {"grpc-encoding": "gzip"},
        "RESOURCE_EXHAUSTED"),
    "a timeout that is none": (UNARY, EMPTY, {"grpc-timeout": "soon"}, "INVALID_ARGUMENT"),
    "a timeout of nine digits": (UNARY, EMPTY, {"grpc-timeout": "123456789S"}, "INVALID_ARGUMENT"),
    "metadata over the limit": (UNARY, EMPTY, {"x-long": "x" * 20_000}, "RESOURCE_EXHAUSTED"),
}


@pytest.mark.parametrize("name", EARLY_ENDS)
def test_an_early_end_is_told_in_one_block_of_headers(connection, name):
    """Trailers-Only: a client that has seen headers before the status may not try again."""
    path, body, headers, status = EARLY_ENDS[name]
    answer, content = connection.answer(connection.open_raw(path, body, headers))
    assert answer[":status"] == "200" and answer["content-type"] == "application/grpc"
    assert answer["grpc-status"] == str(grpc.StatusCode[status].value[0]), answer
    assert answer["only-block"] == "yes" and content == b""
    if "an encoding" in name:
        assert {"gzip", "deflate", "identity"} <= {
            each.strip() for each in answer["grpc-accept-encoding"].split(",")}
    # And the connection is none the worse for it.
    answer, _ = connection.answer(connection.open(UNARY, b""))
    assert answer["grpc-status"] == "0"


@pytest.mark.parametrize("content_type, status", [
    ("application/grpc", "200"), ("application/grpc+proto", "200"),
    ("application/grpc;charset=utf-8", "200"), ("application/json", "415"),
    ("text/plain", "415"), ("application/grpc-web", "415"), ("application/grpc-web+proto", "415"),
    ("application/grpcish", "415"), ("", "415"), (None, "415"),
])
def test_the_content_type_decides_whether_it_is_grpc(connection, content_type, status):
    answer, _ = connection.answer(
        connection.open(UNARY, b"", {"content-type": content_type}))
    assert answer[":status"] == status
    assert ("grpc-status" in answer) == (status == "200")


@pytest.mark.parametrize("verb", ["GET", "PUT", "OPTIONS"])
def test_another_verb_than_post_is_answered_in_plain_http(connection, verb):
    answer, _ = connection.answer(connection.open(UNARY, b"", {":method": verb}))
    assert answer[":status"] == "405" and "grpc-status" not in answer


@pytest.mark.parametrize("accepted, used", [
    ("gzip", "gzip"), ("deflate", "deflate"), ("identity,deflate", "deflate"),
    ("snappy", None), (None, None)])
def test_replies_are_compressed_as_the_caller_takes_it(connection, accepted, used):
    request = wanted(
        10_000, response_compressed=message("BoolValue")(value=True))
    headers = {"grpc-accept-encoding": accepted} if accepted else {}
    answer, body = connection.answer(connection.open(UNARY, request, headers))
    assert answer["grpc-status"] == "0"
    assert answer.get("grpc-encoding", "identity") == (used or "identity")
    expand = {"gzip": gzip.decompress, "deflate": zlib.decompress, None: bytes}[used]
    assert body[0] == (1 if used else 0)
    reply = message("SimpleResponse").FromString(expand(body[5:]))
    assert reply.payload.body == bytes(10_000)


@pytest.mark.parametrize("is_padded", [True, False], ids=["padded", "unpadded"])
def test_binary_metadata_comes_with_and_without_padding(connection, is_padded):
    sent = "q6urqw==" if is_padded else "q6urqw"
    answer, _ = connection.answer(connection.open(
        UNARY, b"", {"x-grpc-test-echo-trailing-bin": sent}))
    assert answer["x-grpc-test-echo-trailing-bin"].rstrip("=") == "q6urqw"


def test_a_message_is_percent_encoded(connection):
    status = message("EchoStatus")(code=2, message="\t☺ 100%\n")
    answer, _ = connection.answer(connection.open(UNARY, wanted(0, response_status=status)))
    assert answer["grpc-message"] == "%09%E2%98%BA 100%25%0A"
