"""HTTP/2 frames that break a rule, each answered as RFC 9113 says: by the end of its stream or of
the connection, with the right code."""

import pytest
from hyperframe.frame import (
    ContinuationFrame, DataFrame, Frame, GoAwayFrame, HeadersFrame, PingFrame, RstStreamFrame,
    SettingsFrame, WindowUpdateFrame,
)

from outside.attack import UNARY, Attacker, data, large_reply, message, raw_frame
from outside.watched import WatchedServer

PROTOCOL, FLOW_CONTROL, STREAM_CLOSED, FRAME_SIZE, REFUSED, COMPRESSION = 1, 3, 5, 6, 7, 9
DATA, HEADERS, PRIORITY, RST_STREAM, SETTINGS, PUSH, PING, GOAWAY, WINDOW_UPDATE = range(9)
ACK = END_STREAM = 0x1
END_HEADERS, PADDED = 0x4, 0x8


@pytest.fixture(scope="module")
def server():
    # Whatever follows each is no flood.
    with WatchedServer() as server:
        yield server


@pytest.fixture
def peer(server):
    with Attacker(server.port) as peer:
        peer.settle()
        yield peer


def opened(peer):
    """A stream whose request has begun."""
    stream, headers = peer.headers()
    assert peer.send(headers)
    return stream


def ended(peer):
    """A stream whose request has ended, and whose answer waits: its handler sleeps."""
    stream, headers = peer.headers(UNARY)
    assert peer.send(headers, *data(stream, large_reply(1 << 20), end=True))
    return stream


CONNECTION_ERRORS = {
    "DATA on stream 0": (PROTOCOL, lambda peer: [raw_frame(DATA, 0, 0, b"x")]),
    "DATA on a stream never opened": (PROTOCOL, lambda peer: [DataFrame(99, b"x")]),
    "DATA with more padding than bytes": (
        PROTOCOL, lambda peer: [raw_frame(DATA, PADDED, opened(peer), b"\x05abc")]),
    "HEADERS on stream 0": (PROTOCOL, lambda peer: [raw_frame(HEADERS, END_HEADERS, 0, b"\x82")]),
    "HEADERS on a server's stream": (
        PROTOCOL, lambda peer: [raw_frame(HEADERS, END_HEADERS, 2, b"\x82")]),
    "HEADERS that are no HPACK": (
        COMPRESSION, lambda peer: [raw_frame(HEADERS, END_HEADERS, 1, b"\xff\xff\xff\xff\xff")]),
    "HEADERS cut by another frame": (
        PROTOCOL, lambda peer: [raw_frame(HEADERS, 0, 1, b"\x82"), PingFrame(0, bytes(8))]),
    "CONTINUATION of another stream": (
        PROTOCOL, lambda peer: [raw_frame(HEADERS, 0, 1, b"\x82"), ContinuationFrame(3, b"\x82")]),
    "CONTINUATION of nothing": (PROTOCOL, lambda peer: [ContinuationFrame(1, b"\x82")]),
    "RST_STREAM on stream 0": (PROTOCOL, lambda peer: [raw_frame(RST_STREAM, 0, 0, bytes(4))]),
    "RST_STREAM of a stream never opened": (PROTOCOL, lambda peer: [RstStreamFrame(9, 8)]),
    "RST_STREAM of three bytes": (
        FRAME_SIZE, lambda peer: [raw_frame(RST_STREAM, 0, opened(peer), bytes(3))]),
    "SETTINGS on a stream": (PROTOCOL, lambda peer: [raw_frame(SETTINGS, 0, 1)]),
    "SETTINGS of five bytes": (FRAME_SIZE, lambda peer: [raw_frame(SETTINGS, 0, 0, bytes(5))]),
    "SETTINGS acknowledged with bytes": (
        FRAME_SIZE, lambda peer: [raw_frame(SETTINGS, ACK, 0, bytes(6))]),
    "SETTINGS with ENABLE_PUSH 2": (PROTOCOL, lambda peer: [SettingsFrame(0, {2: 2})]),
    "SETTINGS with a window of 2 GiB": (
        FLOW_CONTROL, lambda peer: [SettingsFrame(0, {4: 1 << 31})]),
    "SETTINGS with frames of 1 byte": (PROTOCOL, lambda peer: [SettingsFrame(0, {5: 1})]),
    "PUSH_PROMISE from a client": (
        PROTOCOL,
        lambda peer: [raw_frame(PUSH, END_HEADERS, opened(peer), b"\0\0\0\x02\x82")]),
    "PING on a stream": (PROTOCOL, lambda peer: [raw_frame(PING, 0, 1, bytes(8))]),
    "PING of seven bytes": (FRAME_SIZE, lambda peer: [raw_frame(PING, 0, 0, bytes(7))]),
    "GOAWAY on a stream": (PROTOCOL, lambda peer: [raw_frame(GOAWAY, 0, 1, bytes(8))]),
    "WINDOW_UPDATE of three bytes": (
        FRAME_SIZE, lambda peer: [raw_frame(WINDOW_UPDATE, 0, 0, bytes(3))]),
    "WINDOW_UPDATE of 0 for all": (
        PROTOCOL, lambda peer: [raw_frame(WINDOW_UPDATE, 0, 0, bytes(4))]),
    "WINDOW_UPDATE past 2 GiB for all": (
        FLOW_CONTROL, lambda peer: [WindowUpdateFrame(0, 0x7FFFFFFF)]),
    "WINDOW_UPDATE of a stream never opened": (PROTOCOL, lambda peer: [WindowUpdateFrame(9, 1)]),
    "a frame of 16,385 bytes": (
        FRAME_SIZE, lambda peer: [raw_frame(DATA, 0, opened(peer), bytes(16_385))]),
}


@pytest.mark.parametrize("name", CONNECTION_ERRORS)
def test_the_connection_ends(peer, name):
    code, frames = CONNECTION_ERRORS[name]
    assert peer.send(*frames(peer))
    verdict = peer.verdict()
    assert verdict and verdict[0] == code


def pseudo(**changes):
    """The headers of a sound request, with some changed; None takes one away."""
    fields = {
        ":method": "POST", ":scheme": "http", ":path": UNARY, ":authority": "localhost",
        "content-type": "application/grpc", "te": "trailers"}
    fields |= {f":{name}": value for name, value in changes.items()}
    return [(name, value) for name, value in fields.items() if value is not None]


BAD_HEADERS = {
    "a name in upper case": [*pseudo(), ("X-Name", "v")],
    "a pseudo-header there is not": [*pseudo(), (":weather", "v")],
    "a response's pseudo-header": [(":status", "200"), *pseudo()],
    "a pseudo-header behind others": [*pseudo(path=None), (":path", UNARY)],
    "a pseudo-header twice": [(":path", UNARY), *pseudo()],
    "no :method": pseudo(method=None),
    "no :scheme": pseudo(scheme=None),
    "no :path": pseudo(path=None),
    "an empty :path": pseudo(path=""),
    "connection": [*pseudo(), ("connection", "keep-alive")],
    "te other than trailers": [*pseudo(), ("te", "gzip")],
    "transfer-encoding": [*pseudo(), ("transfer-encoding", "chunked")],
    "a NUL in a value": [*pseudo(), ("x-name", "a\0b")],
}


@pytest.mark.parametrize("name", BAD_HEADERS)
def test_a_malformed_request_is_reset(peer, name):
    stream, headers = peer.block(BAD_HEADERS[name], end=True)
    assert peer.send(headers)
    assert peer.answer(stream).get("reset") == PROTOCOL


@pytest.mark.parametrize("length", ["1", "100"])
def test_a_wrong_content_length_is_a_malformed_request(peer, length):
    stream, headers = peer.headers(UNARY, extra=[("content-length", length)])
    assert peer.send(headers, *data(stream, message(b""), end=True))
    assert peer.answer(stream).get("reset") == PROTOCOL


def test_a_window_of_a_stream_past_2_gib_ends_the_stream(peer):
    stream = opened(peer)
    assert peer.send(WindowUpdateFrame(stream, 0x7FFFFFFF))
    assert peer.answer(stream).get("reset") == FLOW_CONTROL


def test_data_behind_the_end_of_a_request_is_an_error(peer):
    peer.send(SettingsFrame(0, {SettingsFrame.INITIAL_WINDOW_SIZE: 0}))
    stream = ended(peer)
    assert peer.send(DataFrame(stream, b"more"))
    answer = peer.answer(stream)
    assert STREAM_CLOSED in (answer.get("reset"), answer.get("goaway"))


def test_headers_behind_the_end_of_a_request_are_an_error(peer):
    peer.send(SettingsFrame(0, {SettingsFrame.INITIAL_WINDOW_SIZE: 0}))
    stream = ended(peer)
    peer.stream = stream - 2
    assert peer.send(peer.headers(UNARY)[1])
    answer = peer.answer(stream)
    assert {answer.get("reset"), answer.get("goaway")} & {STREAM_CLOSED, PROTOCOL}


def test_a_preface_that_is_none_ends_the_connection(server):
    with Attacker(server.port, greet=False) as peer:
        assert peer.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert peer.verdict() in (None, (PROTOCOL, ""))


IGNORED = {
    "a frame of unknown type": [raw_frame(0x42, 0xFF, 0, b"whatever")],
    "unknown settings": [SettingsFrame(0, {0xABCD: 7})],
    "PRIORITY": [raw_frame(PRIORITY, 0, 1, b"\0\0\0\0\x10")],
    "WINDOW_UPDATE of a stream that was reset": None,
}


@pytest.mark.parametrize("name", IGNORED)
def test_what_must_be_ignored_is_ignored(peer, name):
    frames = IGNORED[name]
    if frames is None:
        stream = opened(peer)
        frames = [RstStreamFrame(stream, error_code=8), WindowUpdateFrame(stream, 1)]
    assert peer.send(*frames, PingFrame(0, b"still on"))
    for frame in peer.frames():
        if isinstance(frame, PingFrame):
            break
        assert not isinstance(frame, GoAwayFrame)
    assert frame.opaque_data == b"still on" and "ACK" in frame.flags


def test_settings_are_acknowledged_and_heeded(peer):
    """Frames are no larger than the peer takes."""
    assert peer.send(SettingsFrame(0, {SettingsFrame.MAX_FRAME_SIZE: 20_000}))
    stream = ended(peer)
    sizes = []
    for frame in peer.frames():
        assert not isinstance(frame, GoAwayFrame)
        if isinstance(frame, DataFrame):
            sizes.append(len(frame.data))
            if sum(sizes) > 40_000:
                break
    assert frame.stream_id == stream and max(sizes) <= 20_000


def test_malformed_bytes_behind_the_end_of_a_connection_do_no_harm(server):
    """CVE-2026-27135: what comes after a fatal frame is not looked at."""
    for tail in [b"\xff" * 1000, raw_frame(0x0A, 0, 0, b"\0"), raw_frame(PRIORITY, 0, 0, b"\0")]:
        with Attacker(server.port) as peer:
            peer.settle()
            peer.send(raw_frame(DATA, 0, 0, b"x"), tail * 20)
            peer.verdict()
    with Attacker(server.port) as peer:
        stream, headers = peer.headers(UNARY)
        assert peer.send(headers, *data(stream, message(b""), end=True))
        assert peer.answer(stream)["grpc-status"] == "0"
