"""Ten thousand calls cancelled at random points leave nothing behind."""

import random

from hyperframe.frame import RstStreamFrame

from outside import TooLate, eventually
from outside.attack import DUPLEX, UNARY, Attacker, data, large_reply, slow_reply
from outside.watched import WatchedServer

CANCEL = 8
CALLS_PER_CONNECTION = 100
CONNECTIONS = 100


def cancelled_call(attacker, random):
    """A call that is cancelled somewhere on its way: as several writes, cut at random places."""
    if random.random() < 0.5:
        path, body, end = UNARY, large_reply(random.randrange(1, 100_000)), True
    else:
        path, body, end = DUPLEX, slow_reply(seconds=600), random.random() < 0.5
    stream, headers = attacker.headers(path)
    half = len(body) // 2
    frames = [headers, *data(stream, body[:half]), *data(stream, body[half:], end)]
    return [*frames[:random.randrange(1, 4)], RstStreamFrame(stream, error_code=CANCEL)]


def storm(server, random, connections):
    """Every connection cancels its calls, all mixed; then they are closed, some before the server
    has answered anything."""
    attackers = [Attacker(server.port) for _ in range(connections)]
    rest = []
    for attacker in attackers:
        calls = [cancelled_call(attacker, random) for _ in range(CALLS_PER_CONNECTION)]
        assert attacker.send(*(frames[0] for frames in calls))
        for frames in calls:
            rest += [(attacker, iter(frames[1:]))] * (len(frames) - 1)
    # The frames of a call keep their order; whose comes next is chance.
    random.shuffle(rest)
    for attacker, frames in rest:
        assert attacker.send(next(frames))
    return attackers


def test_ten_thousand_cancelled_calls_leave_nothing():
    """Within a second of the last one. Another storm is tried when this machine had others to
    serve."""
    chance = random.Random(1)
    with WatchedServer() as server:
        # The allocator's own store fills over the first storms and stays, some MiB more or less.
        memory = 0
        for _ in range(8):
            for attacker in storm(server, chance, CONNECTIONS):
                attacker.__exit__()
            eventually(lambda: server.census()[:3] == (0, 0, 0), "all have gone")
            memory = max(memory, server.memory_bytes())
        descriptors = server.descriptors()
        for tries_left in reversed(range(4)):
            begun = server.census().begun
            attackers = storm(server, chance, CONNECTIONS)
            try:
                eventually(lambda: server.census()[1:3] == (0, 0), "no handler runs", seconds=1)
                for attacker in attackers:
                    attacker.__exit__()
                eventually(lambda: server.descriptors() == descriptors, "none is held", seconds=1)
                eventually(
                    lambda: server.memory_bytes() - memory < 8 << 20, "memory is free", seconds=1)
                break
            except TooLate:
                if not tries_left:
                    raise
                for attacker in attackers:
                    attacker.__exit__()
                eventually(lambda: server.census()[:3] == (0, 0, 0), "all have gone")
        # Many came as far as their handler.
        assert server.census().begun - begun > 1000


def test_a_connection_that_only_resets_is_cut():
    """500 calls faster than it completes any."""
    with WatchedServer() as server, Attacker(server.port) as attacker:
        attacker.settle()
        sent = 0
        while sent < 2000 and attacker.send(
                *cancelled_call(attacker, random.Random(sent))):
            sent += 1
        assert attacker.verdict() in (None, (11, "too_many_glitches"))
        assert sent < 2000
        eventually(lambda: server.census()[:3] == (0, 0, 0), "nothing of it is left")
