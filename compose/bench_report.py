"""What the benchmarks of the services have in common: where they work, on which cores, and what they say at
their end."""

import argparse
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import grpc


CORES = sorted(os.sched_getaffinity(0))


@contextlib.contextmanager
def apart(server):
    """Gives the server with this process id one core, and who calls it from here another, as the yardstick
    servers and their callers have it."""
    _place(server, CORES[:1], CORES[-1:])
    try:
        yield
    finally:
        _place(server, CORES, CORES)


def _place(server, server_cores, own_cores):
    for thread in os.listdir(f"/proc/{server}/task"):
        os.sched_setaffinity(int(thread), server_cores)
    os.sched_setaffinity(0, own_cores)


@contextlib.contextmanager
def scratch_folder(name):
    """A folder on a disk, where the benchmarks keep what takes long to make, too."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "siyu-bench"
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{name}-", dir=cache) as scratch:
        yield pathlib.Path(scratch)


def report(figures, json_file):
    """Prints figures as they come — name, value, unit, bar, and whether the bar is the least or the
    most that will do — and returns the exit status: 0, or 1 when a bar is missed, or 2 when something
    could not be measured."""
    found = []
    try:
        for name, value, unit, bar, kind in figures:
            ok = bar is None or (value >= bar if kind == "least" else value <= bar)
            found.append({"name": name, "value": round(value, 4), "unit": unit, "bar": bar, "ok": ok})
            limit = "" if bar is None else f"  at {kind} {bar:g}  {'ok' if ok else 'MISSED'}"
            print(f"{name:42} {value:12.3f} {unit}{limit}", flush=True)
    except (OSError, RuntimeError, grpc.RpcError, subprocess.CalledProcessError) as problem:
        print(f"bench: {problem}", file=sys.stderr)
        return 2
    if json_file:
        json_file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    return 0 if all(figure["ok"] for figure in found) else 1


def run(name, description, measure):
    """A benchmark that takes no option but --json: measures in a scratch folder and returns the exit status."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE")
    args = parser.parse_args()
    with scratch_folder(name) as scratch:
        return report(measure(scratch), args.json)
