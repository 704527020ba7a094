"""Hours of work in small: whether memory, descriptors and logs stay as they are under a steady load.

Runs with SIYU_LONG=1, for half an hour, or for SIYU_SOAK_SECONDS.
"""

import collections
import os
import pathlib
import random
import threading
import time

import grpc
import pytest

from outside import CONTEXTS, System, protos

from audit import audit
from callers import Callers
from mixed_load import MixedLoad, settings

LONG = os.environ.get("SIYU_LONG") == "1"
SECONDS = int(os.environ.get("SIYU_SOAK_SECONDS") or (1800 if LONG else 0))
SEED = int(os.environ.get("SIYU_SEED") or time.time_ns() % 1_000_000)

# What each caller rests between two calls.
PAUSE_SECONDS = 0.05

SAMPLES = 120

# In the first third it settles; what counts is what comes after.
WARM = SAMPLES // 3

# What a leak may take in ten minutes, or in less.
LEAK_BYTES = 1 << 20

# A service keeps up to so much of a corp's file in memory: until the file is larger, its memory grows
# with it, and each page has a few words said about it. The file lags behind by up to a checkpoint.
CACHE_BYTES = 32 << 20
PAGE_OVERHEAD = 1.07
CHECKPOINT_BYTES = 4 << 20

LOG_BYTES_MAX = 64 << 20

# Connections come and go: followers dial, a checkpoint opens nothing.
DESCRIPTORS_MORE = 8

Sample = collections.namedtuple(
    "Sample", "second memory_bytes data_bytes descriptors log_bytes")


class Gauge:
    """Looks at one service's process from outside."""

    def __init__(self, service):
        self.samples = []
        self._service = service
        self._began = time.monotonic()

    def look(self):
        process = pathlib.Path("/proc") / str(self._service.process.pid)
        pages = int((process / "statm").read_text().split()[1])
        self.samples.append(Sample(
            time.monotonic() - self._began, pages * os.sysconf("SC_PAGE_SIZE"),
            self._bytes_of("*.db"), len(os.listdir(process / "fd")), self._bytes_of("*.db-wal")))

    def _bytes_of(self, pattern):
        folder = self._service.data / self._service.name
        return sum(each.stat().st_size for each in folder.glob(pattern))

    def growth(self):
        """How many bytes its memory has grown by since it was warm."""
        return self.samples[-1].memory_bytes - self.samples[WARM].memory_bytes

    def growth_allowed(self):
        first, last = self.samples[WARM], self.samples[-1]
        cached = min(last.data_bytes, CACHE_BYTES) - min(first.data_bytes, CACHE_BYTES)
        lag = CHECKPOINT_BYTES if first.data_bytes < CACHE_BYTES else 0
        leaked = LEAK_BYTES * max(1, (last.second - first.second) / 600)
        return PAGE_OVERHEAD * (cached + lag) + leaked

    def __str__(self):
        first, warm, last = self.samples[0], self.samples[WARM], self.samples[-1]
        memory, data = (
            " → ".join(f"{getattr(each, name) / (1 << 20):.1f}" for each in (first, warm, last))
            for name in ("memory_bytes", "data_bytes"))
        return (
            f"{self._service.name}: memory {memory} MiB, data {data} MiB, "
            f"descriptors {first.descriptors} → {warm.descriptors} → {last.descriptors}, "
            f"log {self.log_bytes_max() / (1 << 20):.1f} MiB at most")

    def log_bytes_max(self):
        return max(each.log_bytes for each in self.samples)

    def descriptors_max(self, samples):
        return max(each.descriptors for each in samples)


class Hasty(Callers):
    """A caller who gives up on most of what he asks for."""

    given_up = 0

    def begin(self):
        self.start(self._work)

    def _work(self):
        corp = self.own_corp()
        draw = random.Random(SEED)
        customers = protos.customers
        request = customers.ListRelationsRequest(userid="guide-1", page_size=1000)
        while not self.no_more.is_set():
            try:
                corp.relations.ListRelations(request, timeout=draw.uniform(0.0002, 0.01))
            except grpc.RpcError as error:
                assert error.code() == grpc.StatusCode.DEADLINE_EXCEEDED, error
                self.given_up += 1
            self.rest()


@pytest.mark.skipif(SECONDS == 0, reason="takes half an hour: SIYU_LONG=1 or SIYU_SOAK_SECONDS")
def test_under_a_steady_load_nothing_grows(binary, tmp_path):
    print(f"SIYU_SEED={SEED}, {SECONDS} s")
    with System() as system:
        for service in system.services.values():
            service.kill()
            service.restart(**settings(tmp_path))
        load = MixedLoad(system, "soak", SEED)
        hasty = Hasty(system, "soak")
        load.slow_down(PAUSE_SECONDS)
        hasty.pause_seconds = PAUSE_SECONDS
        try:
            load.begin()
            gauges = [Gauge(system[context]) for context in CONTEXTS]
            hasty.begin()
            for _ in range(SAMPLES):
                threading.Event().wait(SECONDS / SAMPLES)
                load.check()
                hasty.check()
                for gauge in gauges:
                    gauge.look()
            print(f"acknowledged: {load.acknowledged_count()}; {hasty.given_up} calls given up")
            for gauge in gauges:
                print(gauge)
            hasty.no_more.set()
            load.finish(seconds=300)
            audit(load)
        finally:
            hasty.abandon()
            load.abandon()
    for gauge in gauges:
        assert gauge.log_bytes_max() < LOG_BYTES_MAX
        assert gauge.descriptors_max(gauge.samples[WARM:]) <= (
            gauge.descriptors_max(gauge.samples[:WARM]) + DESCRIPTORS_MORE)
        assert gauge.growth() < gauge.growth_allowed()
