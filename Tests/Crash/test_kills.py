"""kill -9 at random moments, and death at named points, while all four services are at work."""

import os
import random
import statistics
import threading
import time

import pytest

from outside import CONTEXTS, System, eventually

from audit import audit
from mixed_load import MixedLoad, settings

LONG = os.environ.get("SIYU_LONG") == "1"
KILLS = 200 if LONG else 12
SEED = int(os.environ.get("SIYU_SEED") or (time.time_ns() % 1_000_000 if LONG else 20))

# One restart in four is of a process that will die by itself, at one of these.
POINTS = ["before-commit", "after-commit", "before-checkpoint"]

# In the middle of all rounds, for a machine may have much else to do: from the start of the processes
# until all serve, and from then on until a channel has settled a delivery again.
SERVING_SECONDS = 5
RESUMING_SECONDS = 2


@pytest.fixture
def own_system(binary):
    system = System()
    try:
        yield system
    finally:
        system.__exit__()


class Reaper:
    """Kills services and brings them back, and keeps how long that took."""

    def __init__(self, system, seed, environment):
        self.kills = 0
        self.restarts = []  # seconds from the start of the processes until all serve
        self._system = system
        self._random = random.Random(seed)
        self._environment = environment

    def begin(self):
        for name in CONTEXTS:
            self._system[name].start(**self._environment)
        for name in CONTEXTS:
            self._system[name].wait_until_serving()

    def dead(self):
        """Who has died by himself."""
        return {name for name in CONTEXTS if self._system[name].process.poll() is not None}

    def strike(self):
        """Kills some or all, and takes up whoever has died meanwhile; returns who it was."""
        victims = self.dead() | set(self._random.choice(
            [self._random.sample(CONTEXTS, self._random.randint(1, 2)), CONTEXTS]))
        for name in victims:
            self._system[name].stop()
        self.kills += len(victims)
        self._bring_back(victims, self._random.random() < 0.25)
        return victims

    def spare(self):
        """Takes up whoever has died, and sees to it that nobody will by himself."""
        for name in CONTEXTS:
            self._system[name].stop()
        self.kills += len(CONTEXTS)
        self._bring_back(CONTEXTS, False)

    def _bring_back(self, names, doomed):
        began = time.monotonic()
        for name in names:
            fate = f"{self._random.choice(POINTS)}:{self._random.randint(5, 100)}"
            mortal = {"SIYU_CRASH_AT": fate} if doomed else {}
            self._system[name].start(**self._environment, **mortal)
        if doomed:
            # They may be dead before they serve; then there is nothing to wait for.
            return
        for name in names:
            self._system[name].wait_until_serving()
        self.restarts.append(time.monotonic() - began)


def test_killed_services_lose_nothing_and_double_nothing(own_system, tmp_path):
    print(f"SIYU_SEED={SEED}, {KILLS} rounds")
    moments = random.Random(SEED)
    reaper = Reaper(own_system, SEED, settings(tmp_path))
    reaper.begin()
    load = MixedLoad(own_system, "crash", SEED)
    resumed = []
    try:
        load.begin()
        for _ in range(KILLS):
            # Not a wait for something: the moment of the kill is what is random.
            threading.Event().wait(moments.uniform(0.02, 0.8))
            if "broadcasts" in reaper.strike():
                resumed.append(seconds_until_resumed(load, reaper))
            load.check()
        reaper.spare()
        load.finish(seconds=300 if LONG else 90)
        audit(load)
    finally:
        load.abandon()
    resumed = [seconds for seconds in resumed if seconds is not None]
    print(
        f"{reaper.kills} kills; acknowledged: {load.acknowledged_count()}; "
        f"{load.campaign.reports_read} reports read, {load.channels.deaths} channels died; "
        f"served again after {statistics.median(reaper.restarts):.2f} s, at most "
        f"{max(reaper.restarts):.2f}; delivering again "
        f"{statistics.median(resumed):.2f} s later, at most {max(resumed):.2f}")
    assert len(load.campaign.ledger.broadcasts) >= 4, "too little was going on"
    assert len(load.channels.settled) >= 200, "too little was going on"
    assert all(count >= 50 for count in load.acknowledged_count().values())
    assert statistics.median(reaper.restarts) < SERVING_SECONDS
    assert statistics.median(resumed) < RESUMING_SECONDS


def seconds_until_resumed(load, reaper):
    """How long until a channel has settled a delivery again; None when somebody died meanwhile."""
    began = time.monotonic()
    before = len(load.channels.settled)
    eventually(
        lambda: load.check() or len(load.channels.settled) > before or reaper.dead(),
        "delivering goes on", 30)
    return None if reaper.dead() else time.monotonic() - began
