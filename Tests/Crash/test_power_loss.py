"""The power goes while all four services are at work: what was acknowledged is on the disk.

kill -9 alone cannot show a missing fsync, for what a process has written outlives it in the system's
memory. Here the file system is stopped and drops what has not reached its disk.
"""

import os
import random
import sqlite3
import subprocess
import sys
import threading
import time

import pytest

from outside import Corp, protos, refusal
from outside.scenes import request_id

from audit import audit
from disks import Disk, Syncs, SystemOnDisk
from mixed_load import MixedLoad, settings

directory = protos.directory

LONG = os.environ.get("SIYU_LONG") == "1"
ROUNDS = 30 if LONG else 2
SEED = int(os.environ.get("SIYU_SEED") or (time.time_ns() % 1_000_000 if LONG else 30))

# A writer who does not sync loses something nearly every time; never in so many would be the rig's
# fault.
CONTROL_ROUNDS = 8


@pytest.fixture
def disk():
    with Disk("ext4", 256) as mounted:
        yield mounted


@pytest.fixture
def system(binary, disk):
    with SystemOnDisk(disk) as running:
        yield running


def test_what_was_acknowledged_survives_the_loss_of_power(system, tmp_path):
    print(f"SIYU_SEED={SEED}, {ROUNDS} rounds")
    moments = random.Random(SEED)
    environment = settings(tmp_path)
    system.start(environment)
    load = MixedLoad(system, "power", SEED)
    restarts = []
    try:
        load.begin()
        for _ in range(ROUNDS):
            # Not a wait for something: the moment is what is random.
            threading.Event().wait(moments.uniform(0.3, 1.5))
            system.lose_power()
            began = time.monotonic()
            system.start(environment)
            restarts.append(time.monotonic() - began)
            load.check()
        load.finish(seconds=300 if LONG else 90)
        audit(load)
    finally:
        load.abandon()
    print(
        f"{ROUNDS} losses of power; acknowledged: {load.acknowledged_count()}; "
        f"served again after {max(restarts):.2f} s at most")
    assert all(count >= 20 for count in load.acknowledged_count().values())


def test_what_a_restarted_service_answers_is_on_disk_though_the_first_sync_failed(
    system, tmp_path
):
    """The change that nobody heard of is in the log, in the system's memory, when the next process
    finds it there: answering the repetition, that process vouches for it."""
    service = system["directory"]
    syncs = Syncs(tmp_path)
    corp = Corp(system, "memory")
    service.restart(**syncs.settings())
    corp.departments.CreateDepartment(department("一号店"))
    syncs.fail(service)
    asked = department("二号店")
    assert refusal(corp.departments.CreateDepartment, asked).reason == "STORE_STOPPED"
    service.kill()
    service.restart()
    answer = corp.departments.CreateDepartment(asked, wait_for_ready=True)
    system.lose_power()
    service.restart()
    found = corp.departments.GetDepartment(
        directory.GetDepartmentRequest(id=answer.id), wait_for_ready=True)
    corp.close()
    assert found == answer


def department(name):
    return directory.CreateDepartmentRequest(
        department=directory.Department(name=name, parentid=1), request_id=request_id())


def test_a_writer_who_does_not_sync_loses_what_he_acknowledged(disk):
    """The control: were nothing lost here, the test above would show nothing."""
    for _ in range(CONTROL_ROUNDS):
        path = disk.folder / "control.db"
        writer = subprocess.Popen(
            [sys.executable, "-c", CARELESS_WRITER, str(path)], stdout=subprocess.PIPE, text=True)
        acknowledged = int(writer.stdout.readline())
        disk.lose_power()
        writer.kill()
        writer.communicate()
        disk.unmount()
        disk.mount()
        kept = rows_in(path)
        if kept < acknowledged:
            print(f"{acknowledged - kept} of {acknowledged} lost")
            return
    pytest.fail("the rig loses nothing, so it proves nothing")


# Commits rows for half a second, says how many there are, and waits to be killed.
CARELESS_WRITER = """
import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode = WAL")
database.execute("PRAGMA synchronous = NORMAL")
database.execute("CREATE TABLE IF NOT EXISTS item (id INTEGER PRIMARY KEY)")
until = time.monotonic() + 0.5
while time.monotonic() < until:
    database.execute("INSERT INTO item DEFAULT VALUES")
print(database.execute("SELECT count(*) FROM item").fetchone()[0], flush=True)
time.sleep(60)
"""


def rows_in(path):
    if not path.exists():
        return 0
    database = sqlite3.connect(path)
    try:
        if not database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return 0
        return database.execute("SELECT count(*) FROM item").fetchone()[0]
    finally:
        database.close()
