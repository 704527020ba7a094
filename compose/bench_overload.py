"""What a service that is asked for too much still does: run by `compose/bench overload`.

The customers service has one core, who calls it another. What it does at its best is measured with 64
calls of the mix in flight and no hurry; then five times as much is asked of it for a minute, by callers
who wait a second for each answer. After that two corps share the service, each with a quota of 1,000 calls
a second and method: one makes a quarter of that, alone and beside the other at ten times its quota, in turn.
"""

import statistics
import sys
import threading

from bench_load import LOG_MIB, Bench
from bench_report import run

PEAK_SECONDS, OVERLOAD_SECONDS, TIMES = 10, 60, 5
PATIENCE_MILLISECONDS = 1000
QUOTA = 1000
ROUNDS, ROUND_SECONDS = 7, 5


def fill(bench, corp):
    bench.siyu("--rate", "1", "--duration", "1s", corp=corp)


def overload(folder):
    with Bench(folder) as bench:
        fill(bench, "load")
        with bench.apart():
            best = bench.siyu("--concurrency", "64", "--duration", f"{PEAK_SECONDS}s")
            peak = best["calls"]["ok"] / best["run"]["seconds"]
            yield "at its best, a mix", peak, "calls/s", None, "most"
            yield "at its best, p99", best["answer_milliseconds"]["p99"], "ms", None, "most"
            asked = bench.siyu(
                "--rate", str(round(TIMES * peak)), "--duration", f"{OVERLOAD_SECONDS}s",
                "--timeout-milliseconds", str(PATIENCE_MILLISECONDS))
    done = asked["calls"]["ok"] / asked["run"]["seconds"]
    yield f"asked for {TIMES} times as much, answered", 100 * done / peak, "% of its best", 80, "least"
    server = asked["server"]
    yield "asked for so much, memory", server["memory_bytes_max"] / 2**20, "MiB at most", None, "most"
    yield "asked for so much, log", server["wal_bytes_max"] / 2**20, "MiB at most", LOG_MIB, "most"


def noisy(folder):
    call = ["--method", "GetCustomer"]
    quiet = [*call, "--rate", str(QUOTA // 4), "--duration", f"{ROUND_SECONDS}s"]
    loud = [*call, "--rate", str(10 * QUOTA), "--duration", f"{ROUND_SECONDS + 2}s"]
    p99 = {"alone": [], "beside": []}
    with Bench(folder, QUOTA) as bench:
        for corp in ("quiet", "loud"):
            fill(bench, corp)
        with bench.apart():
            for _ in range(ROUNDS):
                alone = bench.siyu(*quiet, corp="quiet")
                noise = threading.Thread(target=bench.siyu, args=loud, kwargs={"corp": "loud"})
                noise.start()
                beside = bench.siyu(*quiet, corp="quiet")
                noise.join()
                if beside["calls"]["failed"]:
                    raise RuntimeError(f"calls of the quiet corp failed: {beside['failures']}")
                p99["alone"].append(alone["answer_milliseconds"]["p99"])
                p99["beside"].append(beside["answer_milliseconds"]["p99"])
    ratio = statistics.median(p99["beside"]) / statistics.median(p99["alone"])
    yield "beside a corp at ten times its quota, p99", ratio, "x alone", 1.5, "most"


def measure(folder):
    yield from overload(folder / "overload")
    yield from noisy(folder / "noisy")


if __name__ == "__main__":
    sys.exit(run("overload", __doc__, measure))
