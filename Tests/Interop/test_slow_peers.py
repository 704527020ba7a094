"""Peers that are slow, silent or gone hold nothing for longer than their time, and those who have
reason to wait are left in peace."""

import contextlib
import threading

import pytest
from hyperframe.frame import (
    ContinuationFrame, DataFrame, HeadersFrame, PingFrame, SettingsFrame, WindowUpdateFrame,
)

from outside import waiting
from outside.attack import (
    DUPLEX, PREFACE, UNARY, Attacker, data, large_reply, message, raw_frame, serialized, slow_reply,
)
from outside.watched import WatchedServer

ENHANCE_YOUR_CALM = 11
DEADLINE_EXCEEDED = "4"

# What is ten seconds and more by default is as many tenths here.
SHORT = dict(
    preface_milliseconds=1000, headers_milliseconds=1000, request_milliseconds=1000,
    write_stall_milliseconds=3000, keepalive_milliseconds=6000, keepalive_timeout_milliseconds=2000)


@pytest.fixture(scope="module")
def server():
    with WatchedServer(**SHORT) as server:
        yield server


@contextlib.contextmanager
def trickle(attacker, said):
    """While it lasts, one byte of this after the other."""
    over = threading.Event()

    def send():
        for byte in said:
            if over.wait(0.05) or not attacker.send(bytes([byte])):
                break

    thread = threading.Thread(target=send)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def test_a_preface_that_does_not_come_is_not_waited_for(server):
    with Attacker(server.port, greet=False) as attacker:
        attacker.verdict()


def test_a_preface_that_comes_byte_by_byte_is_not_waited_for(server):
    with Attacker(server.port, greet=False) as attacker:
        with trickle(attacker, PREFACE[:-1]):
            attacker.verdict()


def test_settings_must_follow_the_preface(server):
    with Attacker(server.port, greet=False) as attacker:
        assert attacker.send(PREFACE)
        attacker.verdict()


def test_headers_that_come_byte_by_byte_are_not_waited_for(server):
    with Attacker(server.port) as attacker:
        attacker.settle()
        _, headers = attacker.headers(extra=[("x-long", "v" * 4000)])
        with trickle(attacker, headers.serialize()):
            verdict = attacker.verdict()
        assert verdict in (None, (ENHANCE_YOUR_CALM, "headers_timeout"))


def test_continuations_do_not_gain_time(server):
    with Attacker(server.port) as attacker:
        attacker.settle()
        stream, headers = attacker.headers()
        headers.flags.discard("END_HEADERS")
        assert attacker.send(headers)
        with trickle(attacker, ContinuationFrame(stream, bytes(1000)).serialize()):
            verdict = attacker.verdict()
        assert verdict in (None, (ENHANCE_YOUR_CALM, "headers_timeout"))


@pytest.mark.parametrize("path", [UNARY, DUPLEX])
def test_a_request_that_comes_byte_by_byte_is_given_up(server, path):
    with Attacker(server.port) as attacker:
        attacker.settle()
        stream, headers = attacker.headers(path)
        assert attacker.send(headers)
        frames = [DataFrame(stream, bytes([byte])) for byte in message(bytes(1000))]
        with trickle(attacker, serialized(frames)):
            answer = attacker.answer(stream)
        assert answer["grpc-status"] == DEADLINE_EXCEEDED


def test_a_request_that_never_comes_is_given_up(server):
    with Attacker(server.port) as attacker:
        attacker.settle()
        stream, headers = attacker.headers(UNARY)
        assert attacker.send(headers)
        assert attacker.answer(stream)["grpc-status"] == DEADLINE_EXCEEDED


def test_a_stream_may_pause_between_its_messages_and_behind_its_window(server):
    """A handler that sleeps for three times the limit: neither peer that says nothing meanwhile,
    nor one that has half a message in his hands and no credit for the rest, is to blame."""
    with Attacker(server.port) as quiet, Attacker(server.port) as stopped:
        for attacker in (quiet, stopped):
            attacker.settle()
            stream, headers = attacker.headers()
            assert attacker.send(headers, *data(stream, slow_reply(seconds=3)))
        assert stopped.send(*data(stream, message(bytes(1000)) * 10 + b"\0\0"))
        for attacker in (quiet, stopped):
            replies = (frame for frame in attacker.frames() if frame.stream_id == stream)
            assert isinstance(next(replies), HeadersFrame)
            assert isinstance(next(replies), DataFrame)


def test_who_asks_for_replies_and_never_reads_them_is_cut(server):
    """Without reading from the socket at all: the server's windows are wide, the socket is full."""
    wide = {SettingsFrame.INITIAL_WINDOW_SIZE: 0x7FFFFFFF}
    with Attacker(server.port, wide) as attacker:
        attacker.send(WindowUpdateFrame(0, window_increment=0x7FFF0000))
        for _ in range(20):
            stream, headers = attacker.headers(UNARY)
            assert attacker.send(headers, *data(stream, large_reply(1 << 20), end=True))
        waiting.eventually(
            lambda: not server.census().connections, "the server has cut him", seconds=30)


def test_who_reads_slowly_but_reads_is_not_cut(server):
    """One window after the other, over longer than the stall may last."""
    with Attacker(server.port, {SettingsFrame.INITIAL_WINDOW_SIZE: 1000}) as attacker:
        attacker.settle()
        stream, headers = attacker.headers(UNARY)
        assert attacker.send(headers, *data(stream, large_reply(12_000), end=True))
        for frame in attacker.frames():
            if frame.stream_id == stream and "END_STREAM" in frame.flags:
                break
            if isinstance(frame, DataFrame):
                waiting.never_for(0.4)
                attacker.send(WindowUpdateFrame(stream, window_increment=1000))
        else:
            pytest.fail("the connection was cut")


def test_peers_that_have_gone_without_a_word_are_cut():
    """To the server a host that vanished is one that answers no PING."""
    quick = dict(keepalive_milliseconds=500, keepalive_timeout_milliseconds=500)
    with WatchedServer(**quick) as server:
        before = server.descriptors()
        memory = server.memory_bytes()
        gone = [Attacker(server.port) for _ in range(200)]
        with Attacker(server.port) as present:
            waiting.eventually(
                lambda: server.census().connections == 201, "all are connected")
            said = present.frames()
            pings = 0
            while pings < 3:
                frame = next(said)
                if isinstance(frame, PingFrame) and "ACK" not in frame.flags:
                    pings += 1
                    assert present.send(PingFrame(0, frame.opaque_data, flags=["ACK"]))
            waiting.eventually(
                lambda: server.census().connections == 1, "those who are gone are cut")
        waiting.eventually(lambda: server.descriptors() == before, "their descriptors are free")
        assert server.memory_bytes() - memory < 20 << 20
        for each in gone:
            assert any(isinstance(frame, PingFrame) for frame in each.frames())
            each.__exit__()


def test_an_idle_connection_is_asked_to_go_in_two_steps():
    with WatchedServer(connection_idle_milliseconds=300) as server, Attacker(server.port) as idle:
        idle.settle()
        said = []
        for frame in idle.frames():
            if frame.type == 6 and "ACK" not in frame.flags:
                idle.send(PingFrame(0, frame.opaque_data, flags=["ACK"]))
            if frame.type == 7:
                said.append((frame.last_stream_id, frame.error_code, frame.additional_data))
        assert said == [(0x7FFFFFFF, 0, b""), (0, 0, b"max_idle")]


def test_bytes_that_open_no_call_do_not_make_a_connection_busy():
    """One byte of a frame now and then: the connection is as idle as one that says nothing."""
    with WatchedServer(connection_idle_milliseconds=1000, linger_milliseconds=100) as server:
        with Attacker(server.port) as attacker:
            attacker.settle()
            with trickle(attacker, raw_frame(0xF0, 0, 0, bytes(10_000))):
                attacker.verdict()
