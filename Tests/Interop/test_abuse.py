"""Peers that spend the server's time on nothing are cut, and others do not notice."""

import pytest
from hyperframe.frame import (
    DataFrame, PingFrame, PriorityFrame, RstStreamFrame, SettingsFrame, WindowUpdateFrame,
)

from outside import interop
from outside.attack import Attacker

ENHANCE_YOUR_CALM = 11

# A round of each attack, from an open connection: the frames to send.


def rapid_reset(attacker):
    """CVE-2023-44487: a handler starts, and its stream is gone."""
    stream, headers = attacker.headers()
    return [headers, RstStreamFrame(stream, error_code=8)]


def made_you_reset_by_overflow(attacker):
    """CVE-2025-8671: the peer has the server reset the stream, here by an impossible window."""
    stream, headers = attacker.headers()
    return [headers, WindowUpdateFrame(stream, window_increment=0x7FFFFFFF)]


def made_you_reset_by_header(attacker):
    _, headers = attacker.headers(extra=[("connection", "close")])
    return [headers]


def made_you_reset_by_length(attacker):
    stream, headers = attacker.headers(extra=[("content-length", "1")])
    return [headers, DataFrame(stream, b"four", flags=["END_STREAM"])]


def empty_data(attacker):
    if attacker._stream < 0:
        return [attacker.headers()[1]]
    return [DataFrame(1, b"")] * 10


def priorities(_):
    return [PriorityFrame(1, depends_on=0, stream_weight=7)] * 10


def window_updates(_):
    return [WindowUpdateFrame(0, window_increment=1)] * 10


def settings(_):
    return [SettingsFrame(0)]


ATTACKS = [
    rapid_reset, made_you_reset_by_overflow, made_you_reset_by_header, made_you_reset_by_length,
    empty_data, priorities, window_updates, settings,
]


@pytest.fixture(scope="module")
def port():
    with interop.our_server() as port:
        yield port


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_a_flood_is_cut_with_enhance_your_calm(port, attack):
    with Attacker(port) as attacker:
        rounds = 0
        # Far more than the bound, which refills by a hundred a second.
        while rounds < 5_000 and attacker.send(*attack(attacker)):
            rounds += 1
        verdict = attacker.verdict()
    # The word may be lost on the way when bytes crossed it; the end is not.
    assert verdict in (None, (ENHANCE_YOUR_CALM, "too_many_glitches"))
    ran = interop.run_our_client(port, "large_unary")
    assert ran.returncode == 0, ran.stdout


def test_the_bound_is_told_when_nothing_crosses_it(port):
    """501 resets in one write: one more than the bound."""
    with Attacker(port) as attacker:
        frames = [frame for _ in range(501) for frame in rapid_reset(attacker)]
        assert attacker.send(*frames)
        assert attacker.verdict() == (ENHANCE_YOUR_CALM, "too_many_glitches")


def test_the_fourth_ping_in_a_row_is_too_many(port):
    with Attacker(port) as attacker:
        assert attacker.send(*[PingFrame(0, bytes(8))] * 4)
        assert attacker.verdict() == (ENHANCE_YOUR_CALM, "too_many_pings")
