"""Our client against servers that misbehave: each call ends with the right status, none hangs."""

import itertools
import struct

import pytest
from hyperframe.frame import GoAwayFrame

from outside import free_ports, interop
from outside.bad_server import BadServer, framed

LAST_STREAM = 2**31 - 1
REFUSED_STREAM = 7
CANCEL = 8
LARGE = {"request_bytes": 271_828, "reply_bytes": 314_159}


def calls(script, **options):
    """Runs our client against a script: the server, and how the calls ended."""
    with BadServer(script) as server:
        return server, interop.run_our_calls(server.port, **options)


def codes(ends):
    return [end.split(":")[0] for end in ends]


# The cases of gRPC's negative-http2-interop-test-descriptions.md, by their names there.


def test_goaway():
    """A GOAWAY in the midst of a call lets the call finish; the next goes over a new connection."""
    def script(peer):
        peer.greet()
        request = peer.request()
        peer.frames(GoAwayFrame(0, last_stream_id=request.stream))
        peer.answer(request)
        peer.wait_until_gone()

    server, ends = calls(script, count=3, **LARGE)
    assert ends == ["OK"] * 3
    assert len(server.peers) == 3


def failing_once(fail):
    """The first call of the first connection meets `fail`, every other is answered."""
    def script(peer):
        peer.greet()
        if peer.number == 1:
            fail(peer, peer.request())
        peer.answer_all()

    return script


def rst_after_header(peer, request):
    peer.headers(request.stream)
    peer.reset(request.stream, 0)


def rst_during_data(peer, request):
    peer.headers(request.stream)
    peer.data(request.stream, framed(bytes(1000))[:500])
    peer.reset(request.stream, 0)


def rst_after_data(peer, request):
    peer.headers(request.stream)
    peer.data(request.stream, framed(b""))
    peer.reset(request.stream, 0)


def header_and_end(peer, request):
    """Missing trailers."""
    peer.fields(
        request.stream, [(":status", "200"), ("content-type", "application/grpc")], end=True)


def data_and_end(peer, request):
    peer.headers(request.stream)
    peer.data(request.stream, framed(b""), end=True)


def trailers_without_status(peer, request):
    peer.headers(request.stream)
    peer.fields(request.stream, [("x-status", "0")], end=True)


def two_replies(peer, request):
    peer.headers(request.stream)
    peer.data(request.stream, framed(b"") * 2)
    peer.trailers(request.stream)


def half_a_reply(peer, request):
    peer.headers(request.stream)
    peer.data(request.stream, framed(bytes(1000))[:500])
    peer.trailers(request.stream)


def garbage_reply(peer, request):
    peer.headers(request.stream)
    peer.data(request.stream, framed(b"\xff\xff\xff"))
    peer.trailers(request.stream)


def http_503(peer, request):
    peer.fields(request.stream, [(":status", "503")], end=True)


def http_502_with_a_page(peer, request):
    peer.fields(request.stream, [(":status", "502"), ("content-type", "text/html")])
    peer.data(request.stream, b"<h1>Bad Gateway</h1>", end=True)


def http_404(peer, request):
    peer.fields(request.stream, [(":status", "404")], end=True)


def a_web_page(peer, request):
    peer.fields(request.stream, [(":status", "200"), ("content-type", "text/html")])
    peer.data(request.stream, b"<h1>It works!</h1>", end=True)


def a_status_of_another_world(peer, request):
    peer.fail(request.stream, status=99)


def a_status_that_is_no_number(peer, request):
    peer.fail(request.stream, status="fine")


def a_reply_over_the_limit(peer, request):
    peer.headers(request.stream)
    peer.data(request.stream, b"\0" + struct.pack(">I", 2**32 - 1) + bytes(100))
    peer.until(lambda: request.stream in peer.resets)
    assert peer.resets[request.stream] == CANCEL


def headers_over_the_limit(peer, request):
    peer.headers(request.stream, **{f"x-{number}": "x" * 1000 for number in range(20)})
    peer.until(lambda: request.stream in peer.resets)


def trailers_over_the_limit(peer, request):
    peer.headers(request.stream)
    peer.trailers(request.stream, **{f"x-{number}": "x" * 1000 for number in range(20)})


def a_reply_compressed_unasked(peer, request):
    peer.headers(request.stream)
    peer.data(request.stream, b"\1" + framed(b"abc")[1:])
    peer.until(lambda: request.stream in peer.resets)


@pytest.mark.parametrize("fail, code", [
    (rst_after_header, "INTERNAL"), (rst_during_data, "INTERNAL"), (rst_after_data, "INTERNAL"),
    (header_and_end, "UNKNOWN"), (data_and_end, "UNKNOWN"), (trailers_without_status, "UNKNOWN"),
    (two_replies, "UNIMPLEMENTED"), (half_a_reply, "INTERNAL"), (garbage_reply, "INTERNAL"),
    (http_503, "UNAVAILABLE"), (http_502_with_a_page, "UNAVAILABLE"), (http_404, "UNIMPLEMENTED"),
    (a_web_page, "UNKNOWN"), (a_status_of_another_world, "UNKNOWN"),
    (a_status_that_is_no_number, "UNKNOWN"), (a_reply_over_the_limit, "RESOURCE_EXHAUSTED"),
    (headers_over_the_limit, "RESOURCE_EXHAUSTED"), (trailers_over_the_limit, "RESOURCE_EXHAUSTED"),
    (a_reply_compressed_unasked, "INTERNAL"),
], ids=lambda value: getattr(value, "__name__", value))
def test_a_bad_answer_has_its_status_and_the_connection_lives_on(fail, code):
    server, ends = calls(failing_once(fail), count=3)
    assert codes(ends) == [code, "OK", "OK"], ends
    assert len(server.peers) == 1


def test_ping():
    """A storm of PINGs is answered, and calls go on in it."""
    def script(peer):
        peer.greet()
        for number in itertools.count(1):
            request = peer.request()
            for _ in range(300):
                peer.http.ping(bytes(8))
            peer.answer(request)
            peer.until(lambda: peer.pongs >= 300 * number)

    server, ends = calls(script, count=5, **LARGE)
    assert ends == ["OK"] * 5
    assert [peer.pongs for peer in server.peers][0] >= 4 * 300


def test_max_streams():
    """One stream at a time as the server asks, and more once it allows more."""
    def script(peer):
        peer.greet(MAX_CONCURRENT_STREAMS=1)
        for _ in range(3):
            peer.answer(peer.request())
        assert peer.most_open == 1
        peer.settings(MAX_CONCURRENT_STREAMS=4)
        # Nothing is answered until as many as are allowed run.
        peer.until(lambda: len(peer.complete) == 4)
        peer.answer_all()

    server, ends = calls(script, count=20, at_once=8)
    assert ends == ["OK"] * 20
    assert [peer.most_open for peer in server.peers] == [4]


def test_data_frame_padding():
    def script(peer):
        peer.greet()
        while True:
            peer.answer(peer.request(), padding=255)

    _, ends = calls(script, count=3, **LARGE)
    assert ends == ["OK"] * 3


# And others that real servers and proxies are good for.


def test_goaway_in_two_steps_under_load_fails_no_call():
    def script(peer):
        peer.greet()
        for _ in range(5):
            peer.answer(peer.request())
        peer.frames(GoAwayFrame(0, last_stream_id=LAST_STREAM))
        peer.http.ping(bytes(8))
        peer.flush()
        while not peer.pongs:
            peer.read()
        peer.frames(GoAwayFrame(0, last_stream_id=peer.http.highest_inbound_stream_id))
        peer.answer_all()

    server, ends = calls(script, count=300, at_once=16)
    assert ends == ["OK"] * 300
    assert len(server.peers) > 5


def test_calls_above_the_last_stream_of_a_goaway_are_sent_over_another_connection():
    """The server takes the first call and names it the last, whatever else is on its way."""
    def script(peer):
        peer.greet()
        if peer.number > 1:
            peer.answer_all()
        peer.until(lambda: len(peer.complete) == 8)
        request = peer.request()
        peer.frames(GoAwayFrame(0, last_stream_id=request.stream))
        peer.answer(request)
        peer.wait_until_gone()

    server, ends = calls(script, count=8, at_once=8)
    assert ends == ["OK"] * 8
    assert len(server.peers) == 2


def test_a_refused_stream_is_sent_again_once_without_any_policy():
    def script(peer):
        peer.greet()
        peer.reset(peer.request().stream, REFUSED_STREAM)
        request = peer.request()
        assert "grpc-previous-rpc-attempts" not in request.headers
        peer.answer(request)
        for _ in range(2):
            peer.reset(peer.request().stream, REFUSED_STREAM)
        peer.answer_all()

    _, ends = calls(script, count=3)
    assert codes(ends) == ["OK", "UNAVAILABLE", "OK"]


def test_a_server_that_takes_connections_and_refuses_every_call_is_left_in_peace():
    def script(peer):
        peer.greet()
        peer.request()
        peer.frames(GoAwayFrame(0, last_stream_id=0))
        peer.wait_until_gone()

    server, ends = calls(script, count=50)
    assert set(codes(ends)) == {"UNAVAILABLE"}
    assert len(server.peers) == 2


def test_attempts_are_numbered_and_pushback_is_heeded():
    def script(peer):
        peer.greet()
        first = peer.request()
        assert "grpc-previous-rpc-attempts" not in first.headers
        peer.fail(first.stream)
        second = peer.request()
        assert second.headers["grpc-previous-rpc-attempts"] == "1"
        assert second.body == first.body
        # A body without gRPC commits to nothing either.
        http_502_with_a_page(peer, second)
        third = peer.request()
        assert third.headers["grpc-previous-rpc-attempts"] == "2"
        peer.fail(third.stream, grpc_retry_pushback_ms="0")
        peer.answer(peer.request())
        for pushback in ["-1", "tomorrow"]:
            peer.fail(peer.request().stream, grpc_retry_pushback_ms=pushback)
        peer.answer_all()

    _, ends = calls(script, count=4, attempts=5)
    assert codes(ends) == ["OK", "UNAVAILABLE", "UNAVAILABLE", "OK"]


def test_a_window_that_changes_under_a_call_is_kept_to():
    """h2 would end the connection if the client sent more than it may."""
    def script(peer):
        peer.greet(INITIAL_WINDOW_SIZE=100)
        stream = peer_stream(peer)
        peer.until(lambda: len(peer.open[stream][1]) == 100)
        peer.settings(INITIAL_WINDOW_SIZE=1000)
        peer.until(lambda: len(peer.open[stream][1]) > 500)
        peer.settings(INITIAL_WINDOW_SIZE=0)
        peer.settings(INITIAL_WINDOW_SIZE=65_535)
        peer.answer_all()

    _, ends = calls(script, count=2, **LARGE)
    assert ends == ["OK"] * 2


def peer_stream(peer):
    peer.until(lambda: peer.open)
    return next(iter(peer.open))


def test_interim_answers_are_passed_over():
    def script(peer):
        peer.greet()
        while True:
            request = peer.request()
            for status in ["103", "100"]:
                peer.fields(request.stream, [(":status", status), ("x-interim", "yes")])
            peer.answer(request)

    _, ends = calls(script, count=3)
    assert ends == ["OK"] * 3


# Connections that come to nothing.


def test_a_server_that_closes_at_once_is_not_hammered():
    server, ends = calls(lambda peer: None, count=50)
    assert set(codes(ends)) == {"UNAVAILABLE"}
    # One attempt to connect; after it the channel rests for a second, and its calls fail at once.
    assert len(server.peers) == 1


def test_calls_may_wait_for_a_server_that_closes_at_first():
    def script(peer):
        if peer.number > 1:
            peer.greet()
            peer.answer_all()

    server, ends = calls(script, count=2, wait_for_ready=True)
    assert ends == ["OK"] * 2
    assert len(server.peers) == 2


def test_a_server_that_never_says_hello_holds_calls_no_longer_than_they_may_last():
    _, ends = calls(lambda peer: peer.wait_until_gone(), count=1, timeout_milliseconds=100)
    assert codes(ends) == ["DEADLINE_EXCEEDED"]


def test_a_server_that_never_says_hello_is_given_up():
    _, ends = calls(lambda peer: peer.wait_until_gone(), count=1, connect_seconds=1)
    assert codes(ends) == ["UNAVAILABLE"] and "no answer within 1 s" in ends[0]


def test_a_server_of_another_protocol_is_told_from_one_that_is_not_there():
    def script(peer):
        peer.raw(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
        peer.wait_until_gone()

    _, ends = calls(script)
    assert codes(ends) == ["UNAVAILABLE"] and "breaks the protocol" in ends[0]


# By hand: hyperframe makes no frame that is not allowed.
NONSENSE = {
    "data of no stream": bytes([0, 0, 1, 0, 0, 0, 0, 0, 0, 7]),
    "data of a stream nobody opened": bytes([0, 0, 1, 0, 0, 0, 0, 0, 2, 7]),
    "a PING on a stream": bytes([0, 0, 8, 6, 0, 0, 0, 0, 1]) + bytes(8),
    "a PING too short": bytes([0, 0, 1, 6, 0, 0, 0, 0, 0, 7]),
    "a window too wide": bytes([0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 4, 255, 255, 255, 255]),
    "headers that are none": bytes([0, 0, 1, 1, 4, 0, 0, 0, 3, 255]),
}


@pytest.mark.parametrize("frame", NONSENSE.values(), ids=NONSENSE)
def test_a_frame_of_nonsense_ends_the_connection_and_the_next_call_makes_another(frame):
    def script(peer):
        peer.greet()
        if peer.number > 1:
            peer.answer_all()
        peer.answer(peer.request())
        peer.request()
        peer.raw(frame)
        peer.wait_until_gone()

    server, ends = calls(script, count=3)
    assert codes(ends) == ["OK", "UNAVAILABLE", "OK"], ends
    assert len(server.peers) == 2


def test_a_connection_that_is_cut_fails_its_calls_and_the_next_makes_another():
    def script(peer):
        peer.greet()
        peer.answer(peer.request())
        peer.request()

    server, ends = calls(script, count=4)
    assert codes(ends) == ["OK", "UNAVAILABLE"] * 2
    assert len(server.peers) == 2


def test_of_two_addresses_one_is_down():
    def script(peer):
        peer.greet()
        peer.answer_all()

    [down] = free_ports(1)
    with BadServer(script) as server:
        ends = interop.run_our_calls(f"{down},127.0.0.1:{server.port}", count=20, at_once=4)
    assert ends == ["OK"] * 20
