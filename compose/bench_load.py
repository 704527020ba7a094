"""Whether `siyu load` measures what another tool does, and what a mixed load of customers takes: run by
`compose/bench load`.

The same call, ListTags of a page of 100, is made of the same service by `siyu load` and by h2load in
turn, 16 in flight on 8 connections, each tool with the calls that it can make; the median, the 90th and
the 99th percentile of what they report are compared. The service has one core then and the tools another:
where they share them, the 99th percentile tells who was not scheduled. Then `siyu load` makes the mix of
calls that is its own, 10,000 a second for a minute, on 100,000 customers, with both cores for all.
"""

import json
import pathlib
import statistics
import subprocess
import sys

import grpc

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Interop"))

from bench_report import apart, run  # noqa: E402
from outside.processes import BINARY, Service, free_ports, surroundings  # noqa: E402
from outside.protos import protos  # noqa: E402

CUSTOMERS = 100_000
CONNECTIONS, IN_FLIGHT = 8, 16
ROUNDS, SECONDS = 7, 5
PERCENTILES = {"p50": 0.5, "p90": 0.9, "p99": 0.99}
AGREEMENT_PERCENT = 5
RATE, RATE_SECONDS = 10_000, 60
QUOTA = 100_000  # calls a second, of a corp and method: none that these tools reach
LOG_MIB = 128  # twice the bound above which it is emptied


class Bench:
    """Directory and customers, running, with a quota for each corp and method."""

    def __init__(self, folder, calls_per_second=QUOTA):
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.policies = folder / "policies.json"
        self.policies.write_text(json.dumps({"method_calls_per_minute_max": 60 * calls_per_second}))
        ports = free_ports(2)
        peers = f"directory=127.0.0.1:{ports[0]},customers=127.0.0.1:{ports[1]}"
        self.services = [
            Service(name, port, folder / "data", peers, folder / f"{name}.log")
            for name, port in zip(("directory", "customers"), ports)
        ]
        self.address = self.services[1].address

    def __enter__(self):
        for service in self.services:
            service.restart(SIYU_POLICIES=str(self.policies))
        return self

    def __exit__(self, *_):
        for service in self.services:
            service.stop()

    def apart(self):
        """Gives customers a core of its own, and another to whoever calls it."""
        return apart(self.services[1].process.pid)

    def siyu(self, *options, corp="load"):
        """What `siyu load` reports."""
        report = self.folder / f"{corp}.json"
        ended = subprocess.run(
            [BINARY, "load", "customers", "--address", self.address, "--corp", corp,
             "--size", str(CUSTOMERS), *options, "--json", report],
            check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=surroundings())
        # 1 says that calls failed, and the report how many.
        if ended.returncode not in (0, 1):
            raise RuntimeError(f"siyu load ended with {ended.returncode}: {ended.stderr.decode()}")
        return json.loads(report.read_text())

    def h2load(self):
        """The latencies of h2load's calls, in milliseconds, ascending."""
        customers = protos.customers
        request = customers.ListTagsRequest(page_size=100)
        metadata = (("siyu-corp", "load"),)
        with grpc.insecure_channel(self.address) as channel:
            customers.TagServiceStub(channel).ListTags(request, metadata=metadata)
        message = request.SerializeToString()
        body, log = self.folder / "request.bin", self.folder / "latencies"
        body.write_bytes(b"\0" + len(message).to_bytes(4, "big") + message)
        log.unlink(missing_ok=True)
        headers = ["content-type: application/grpc", "te: trailers", "siyu-corp: load"]
        subprocess.run(
            ["h2load", "-t", "1", "-D", str(SECONDS), "-c", str(CONNECTIONS),
             "-m", str(IN_FLIGHT // CONNECTIONS), "-d", body, f"--log-file={log}",
             *(word for header in headers for word in ("-H", header)),
             f"http://{self.address}/siyu.customers.v1.TagService/ListTags"],
            check=True, stdout=subprocess.DEVNULL)
        rows = [line.split() for line in log.read_text().splitlines()]
        if any(status != "200" for _, status, _ in rows):
            raise RuntimeError("not every call of h2load was answered")
        return sorted(int(took) / 1000 for _, _, took in rows)


def measure(folder):
    """Figures: name, value, unit, bar, and whether the bar is the least or the most that will do."""
    with Bench(folder) as bench:
        ours_by_name, theirs_by_name = ({name: [] for name in PERCENTILES} for _ in range(2))
        with bench.apart():
            for _ in range(ROUNDS):
                ours = bench.siyu(
                    "--method", "ListTags", "--concurrency", str(IN_FLIGHT), "--connections",
                    str(CONNECTIONS), "--duration", f"{SECONDS}s")["latency_milliseconds"]
                theirs = bench.h2load()
                for name, share in PERCENTILES.items():
                    ours_by_name[name].append(ours[name])
                    theirs_by_name[name].append(theirs[int(len(theirs) * share)])
        for name in PERCENTILES:
            ratio = statistics.median(ours_by_name[name]) / statistics.median(theirs_by_name[name])
            off = abs(ratio - 1) * 100
            yield f"siyu load, {name}", off, "% from h2load's", AGREEMENT_PERCENT, "most"
        mixed = bench.siyu("--rate", str(RATE), "--duration", f"{RATE_SECONDS}s")
    # The last calls end a little after the last second.
    yield "a mixed load", mixed["calls"]["per_second"], "calls/s", 0.995 * RATE, "least"
    yield "a mixed load, failed or not sent", mixed["calls"]["failed"] + mixed["calls"]["not_sent"], "calls", 0, "most"
    for name in PERCENTILES:
        yield f"a mixed load, {name}", mixed["latency_milliseconds"][name], "ms", None, "most"
    yield "a mixed load, server", mixed["server"]["cpu_microseconds_per_call"], "CPU us a call", None, "most"
    yield "a mixed load, server", mixed["server"]["memory_bytes_max"] / 2**20, "MiB at most", None, "most"
    yield "a mixed load, log", mixed["server"]["wal_bytes_max"] / 2**20, "MiB at most", LOG_MIB, "most"


if __name__ == "__main__":
    sys.exit(run("load", __doc__, measure))
