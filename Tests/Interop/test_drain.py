"""SIGTERM under load: what was begun is finished, who comes later finds the next server, and the
process ends with 0 within its grace."""

import concurrent.futures
import contextlib
import json
import re
import subprocess
import tempfile
import threading

import grpc
import pytest

from outside import eventually
from outside.attack import UNARY, Attacker, data, large_reply
from outside.latency import EMPTY
from outside.relay import Relay
from outside.watched import WatchedServer

# grpcio finds the next server for what it has not begun by itself; for the rest it retries.
RETRIES = json.dumps({"methodConfig": [{
    "name": [{}],
    "retryPolicy": {
        "maxAttempts": 5, "initialBackoff": "0.01s", "maxBackoff": "0.1s", "backoffMultiplier": 2,
        "retryableStatusCodes": ["UNAVAILABLE"]}}]})


def finishes(server):
    """The process ends by itself, within the grace, with 0."""
    assert server.process.wait(15) == 0


@pytest.mark.parametrize("connections, streams", [(1, 100), (16, 32), (64, 1)])
def test_h2load_gets_an_answer_to_every_call_it_sent(connections, streams):
    """A client that retries nothing. Calls it holds in hand when it hears GOAWAY it never sends, and
    counts as failed: what counts is what went out."""
    with (WatchedServer(grace_seconds=10) as server, Relay(server.port) as relay,
          tempfile.NamedTemporaryFile() as request):
        request.write(bytes(5))
        request.flush()
        load = subprocess.Popen(
            ["h2load", "-n", "10000000", "-c", str(connections), "-m", str(streams),
             "-d", request.name, "-H", "content-type: application/grpc", "-H", "te: trailers",
             f"http://127.0.0.1:{relay.port}{EMPTY}"],
            stdout=subprocess.PIPE, text=True)
        with load:
            eventually(lambda: server.census().begun > 5000, "the load runs")
            server.process.terminate()
            said = load.stdout.read()
        finishes(server)
    succeeded = int(re.search(r"(\d+) succeeded", said)[1])
    assert succeeded > 5000
    assert succeeded == relay.calls(), said


def test_grpcio_with_retries_loses_no_call():
    """Threads call all the while; the server they are on is told to go, and another is there."""
    with WatchedServer(grace_seconds=10) as first, WatchedServer(grace_seconds=10) as second:
        target = f"ipv4:127.0.0.1:{first.port},127.0.0.1:{second.port}"
        options = [
            ("grpc.service_config", RETRIES), ("grpc.enable_retries", 1),
            ("grpc.use_local_subchannel_pool", 1)]
        over = threading.Event()
        with grpc.insecure_channel(target, options=options) as channel:
            call = channel.unary_unary(EMPTY)

            def work():
                answered = 0
                while not over.is_set():
                    call(b"", timeout=20)
                    answered += 1
                return answered

            with concurrent.futures.ThreadPoolExecutor(8) as pool, released(over):
                workers = [pool.submit(work) for _ in range(8)]
                eventually(lambda: first.census().begun > 500, "the first one serves")
                first.process.terminate()
                finishes(first)
                eventually(lambda: second.census().begun > 500, "the second one serves")
                over.set()
                assert all(each.result() > 0 for each in workers)


@contextlib.contextmanager
def released(over):
    try:
        yield
    finally:
        over.set()


def test_a_reply_that_waits_for_a_slow_reader_is_still_sent():
    """The last bytes of a connection lie in the socket when the server has no more to say."""
    with WatchedServer(grace_seconds=10) as server, Attacker(server.port) as reader:
        reader.settle()
        stream, headers = reader.headers(UNARY)
        size = 40_000
        assert reader.send(headers, *data(stream, large_reply(size), end=True))
        eventually(lambda: server.census().most, "the call has been taken")
        server.process.terminate()
        came = 0
        for frame in reader.frames():
            if frame.stream_id == stream and frame.type == 0:
                came += len(frame.data)
        assert came > size
        finishes(server)


def test_calls_that_are_not_over_when_the_grace_is_are_told():
    with WatchedServer(grace_seconds=1) as server, Attacker(server.port) as caller:
        caller.settle()
        stream, headers = caller.headers()
        assert caller.send(headers)
        eventually(lambda: server.census().running, "the call runs")
        server.process.terminate()
        assert caller.answer(stream)["grpc-status"] == str(grpc.StatusCode.UNAVAILABLE.value[0])
        finishes(server)
