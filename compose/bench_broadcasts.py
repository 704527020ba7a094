"""What broadcasts costs at the size of a large retail chain: run by `compose/bench broadcasts`.

The real service runs alone. Customers is played by a gRPC server of `siyu-bench`, which lists as many
customers as it is asked for, from a seed, in an order that is none of their ids'; what the real one
needs for that is measured by `compose/bench customers`. Planned are 900,000, 3.5 million and 10 million
recipients of 30,000 members, each size in a service of its own that has met none of them before. The
yardstick, `bench_rows.c`, inserts the same rows in key order in between.

Ratios to the yardstick are of CPU seconds, which other work on the machine does not change; seconds and
rates are of the clock.
"""

import argparse
import contextlib
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import grpc

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Interop"))

from bench_report import report, scratch_folder  # noqa: E402
from outside.processes import Service, free_ports, surroundings  # noqa: E402
from outside.protos import protos  # noqa: E402

MEMBERS = 30_000
LIFT_RECIPIENTS = 900_000
RECIPIENTS = 3_500_000
MOST_RECIPIENTS = 10_000_000
BATCH = 1000  # deliveries in a lease, conversions in a call
CHANNELS = 4  # that lease and acknowledge at once
CONFIRMING = 64  # calls in flight
STORM_TASKS = 10_000
DELIVERIES = 400_000  # to lease and acknowledge
CONTROL_PERCENT = 10
GIB = 1 << 30

broadcasts, customers = protos.broadcasts, protos.customers


class StandIn:
    """Customers, as `siyu-bench customers-stand-in` plays it."""

    def __init__(self, program, members):
        (port,) = free_ports(1)
        self.address = f"127.0.0.1:{port}"
        self.command = [
            program, "customers-stand-in", "--listen", self.address, "--members", str(members)]

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=surroundings())
        if not self.process.stdout.readline():
            raise RuntimeError("the stand-in for customers did not start")
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


class Bench:
    """The service on a folder of its own, and what is measured of it."""

    def __init__(self, folder, stand_in):
        self.folder = folder
        (port,) = free_ports(1)
        self.service = Service(
            "broadcasts", port, folder / "data", f"customers={stand_in.address}", folder / "log")

    def __enter__(self):
        self.folder.mkdir()
        self.service.restart()
        self.channel = grpc.insecure_channel(
            self.service.address, options=[("grpc.max_receive_message_length", -1)])
        self.stubs = {
            name: getattr(broadcasts, f"{name}ServiceStub")(self.channel)
            for name in ("Broadcast", "MemberTask", "Delivery", "Conversion", "Lift", "Preview")
        }
        return self

    def __exit__(self, *_):
        self.channel.close()
        self.service.stop()
        shutil.rmtree(self.folder)

    def cpu(self):
        """Seconds of CPU that the service has used, and of it each of its threads."""
        threads = {}
        for task in pathlib.Path(f"/proc/{self.service.process.pid}/task").iterdir():
            with contextlib.suppress(OSError):
                ticks = (task / "stat").read_text().rpartition(")")[2].split()
                threads[task.name] = (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")
        ticks = pathlib.Path(f"/proc/{self.service.process.pid}/stat").read_text()
        ticks = ticks.rpartition(")")[2].split()
        return (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK"), threads

    def peak_bytes(self):
        status = pathlib.Path(f"/proc/{self.service.process.pid}/status").read_text()
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) * 1024

    def file_bytes(self):
        return sum(path.stat().st_size for path in (self.folder / "data" / "broadcasts").glob("*"))

    @staticmethod
    def broadcast(first, count, **settings):
        content = broadcasts.Content(text="周二果粉日，到店有礼。")
        if "variants" not in settings:
            settings["content"] = content
        return broadcasts.Broadcast(
            name="果粉日", audience=customers.Audience(department_ids=[first, count]), **settings)

    def plan(self, count, **settings):
        """Plans as many recipients; returns the broadcast with seconds, CPU seconds, and the CPU
        seconds of the busiest thread, the one that writes."""
        begun, (cpu, threads) = time.monotonic(), self.cpu()
        created = self.stubs["Broadcast"].CreateBroadcast(broadcasts.CreateBroadcastRequest(
            broadcast=self.broadcast(1, count, **settings)))
        get = broadcasts.GetBroadcastRequest(msgid=created.msgid)
        while (now := self.stubs["Broadcast"].GetBroadcast(get)).state == broadcasts.Broadcast.STATE_PLANNING:
            time.sleep(0.05)
        seconds, (cpu_after, threads_after) = time.monotonic() - begun, self.cpu()
        if now.state != broadcasts.Broadcast.STATE_ACTIVE or now.recipient_count != count:
            raise RuntimeError(f"the plan came to nothing:\n{now}")
        busiest = max(used - threads.get(name, 0) for name, used in threads_after.items())
        return now, seconds, cpu_after - cpu, busiest

    def userids(self, msgid, most):
        """The members with a task, as many as asked for."""
        found, token = [], ""
        while len(found) < most:
            page = self.stubs["MemberTask"].ListMemberTasks(broadcasts.ListMemberTasksRequest(
                msgid=msgid, page_size=1000, page_token=token))
            found += [task.userid for task in page.member_tasks]
            token = page.next_page_token
            if not token:
                break
        return found[:most]

    def confirm(self, msgid, userids):
        """Confirms a second with many in flight, CPU microseconds each, and the 99th percentile of
        how long one took, in milliseconds."""
        call = self.stubs["MemberTask"].ConfirmMemberTask
        times, begun, (cpu, _) = [], time.monotonic(), self.cpu()

        def confirm(userid):
            started = time.perf_counter()
            future = call.future(broadcasts.ConfirmMemberTaskRequest(
                msgid=msgid, userid=userid, request_id=f"confirm-{userid}"))
            future.add_done_callback(lambda _: times.append(time.perf_counter() - started))
            return future

        running = []
        for userid in userids:
            if len(running) >= CONFIRMING:
                running.pop(0).result()
            running.append(confirm(userid))
        for future in running:
            future.result()
        seconds = time.monotonic() - begun
        used = self.cpu()[0] - cpu
        p99 = sorted(times)[int(len(times) * 0.99)] * 1000
        return len(userids) / seconds, used * 1e6 / len(userids), p99

    def deliver(self, most):
        """Plays some channels at once; returns deliveries leased and acknowledged a second, CPU
        microseconds each, and how many."""
        stub = self.stubs["Delivery"]
        lease = [
            broadcasts.LeaseDeliveriesRequest(
                channel_id=f"channel-{number}", max_count=BATCH, lease_seconds=600)
            for number in range(CHANNELS)
        ]
        done, begun, (cpu, _) = 0, time.monotonic(), self.cpu()
        running = [(number, False, stub.LeaseDeliveries.future(lease[number])) for number in range(CHANNELS)]
        while running:
            number, acknowledged, future = running.pop(0)
            reply = future.result()
            if acknowledged:
                if reply.failed_count:
                    raise RuntimeError(f"acknowledgements were refused: {reply}"[:500])
                done += reply.settled_count
                if done + BATCH * len(running) < most:
                    running.append((number, False, stub.LeaseDeliveries.future(lease[number])))
            elif reply.deliveries:
                running.append((number, True, stub.AcknowledgeDeliveries.future(
                    broadcasts.AcknowledgeDeliveriesRequest(acknowledgements=[
                        broadcasts.Acknowledgement(
                            delivery_id=each.delivery_id, lease_token=each.lease_token,
                            outcome=broadcasts.Acknowledgement.OUTCOME_SENT)
                        for each in reply.deliveries
                    ]))))
        seconds, used = time.monotonic() - begun, self.cpu()[0] - cpu
        if not done:
            raise RuntimeError("nothing was delivered")
        return done / seconds, used * 1e6 / done, done

    def convert(self, msgid, userids):
        """One of ten of what some members sent, and of whom they were kept from, bought."""
        bought = 0
        for userid in userids:
            listed = self.stubs["Delivery"].ListDeliveries(
                broadcasts.ListDeliveriesRequest(msgid=msgid, userid=userid, page_size=1000))
            conversions = []
            for each in listed.deliveries:
                if each.state not in (broadcasts.Delivery.STATE_SENT, broadcasts.Delivery.STATE_HELD_OUT):
                    continue
                bought += 1
                if bought % 10:
                    continue
                conversions.append(broadcasts.Conversion(
                    conversion_id=f"order-{bought}", msgid=msgid, external_userid=each.external_userid,
                    kind=broadcasts.Conversion.KIND_ORDER, amount_cents=9900))
                conversions[-1].conversion_time.GetCurrentTime()
            if conversions:
                reply = self.stubs["Conversion"].RecordConversions(
                    broadcasts.RecordConversionsRequest(conversions=conversions))
                if reply.failed_count:
                    raise RuntimeError(f"conversions were refused: {reply}"[:500])
        if not bought:
            raise RuntimeError("nobody bought anything")

    def lift(self, msgid):
        """Milliseconds of GetLift, the slowest of some."""
        return slowest(lambda: self.stubs["Lift"].GetLift(broadcasts.GetLiftRequest(msgid=msgid)))

    def preview(self, count):
        """Milliseconds of PreviewBroadcast, the median of some."""
        request = broadcasts.PreviewBroadcastRequest(broadcast=self.broadcast(1, count))
        return statistics.median(
            took(lambda: self.stubs["Preview"].PreviewBroadcast(request)) for _ in range(11))


def took(call):
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def slowest(call, times=11):
    return max(took(call) for _ in range(times))


class Yardstick:
    """The plain loop."""

    def __init__(self, folder, members):
        self.folder, self.members = folder, members
        self.program = folder / "bench_rows"
        subprocess.run(
            [shutil.which("cc") or "clang", "-O2", "-o", self.program, ROOT / "compose" / "bench_rows.c", "-lsqlite3"], check=True)

    def measure(self, count):
        """Seconds, and CPU seconds."""
        file = self.folder / "rows.db"
        said = subprocess.run(
            [self.program, file, str(count), str(self.members)], check=True, capture_output=True, text=True)
        for path in self.folder.glob("rows.db*"):
            path.unlink()
        return [float(each) for each in said.stdout.split()]


def note(size, **found):
    text = ", ".join(f"{name.replace('_', ' ')} {value:.4g}" for name, value in found.items())
    print(f"{size:>10,} recipients: {text}", file=sys.stderr, flush=True)


def plan_figures(bench, size, yardstick, bar_seconds):
    """What planning costs beside the yardstick; yields the broadcast first."""
    planned, seconds, cpu, writing = bench.plan(size)
    file, peak = bench.file_bytes() / GIB, bench.peak_bytes() / GIB
    clock, plain = yardstick.measure(size)
    note(size, seconds=seconds, cpu=cpu, writing=writing, yardstick=clock, yardstick_cpu=plain,
         file_gib=file, peak_gib=peak)
    name = f"planning {size:,}"
    return planned.msgid, [
        (f"{name}: what writes", writing / plain, "x yardstick's CPU", 1.5, "most"),
        (f"{name}: all", cpu / plain, "x yardstick's CPU", None, "most"),
        (f"{name}: all", cpu * 1e6 / size, "CPU us a recipient", None, "most"),
        (f"{name}: all", seconds, "s", bar_seconds, "most"),
        (f"{name}: file", file, "GiB", None, "most"),
        (f"{name}: memory", peak, "GiB", 2, "most"),
    ]


def measure(scale, program, scratch):
    """Figures: name, value, unit, bar, and whether the bar is the least or the most that will do."""
    members = max(10, round(MEMBERS * scale))
    sizes = [round(size * scale) for size in (LIFT_RECIPIENTS, RECIPIENTS, MOST_RECIPIENTS)]
    yardstick = Yardstick(scratch, members)
    with StandIn(program, members) as stand_in:
        with Bench(scratch / "lift", stand_in) as bench:
            planned = bench.plan(sizes[0], control_percent=CONTROL_PERCENT, variants=[
                broadcasts.Variant(name=name, weight=1, content=broadcasts.Content(text=name))
                for name in ("满减", "折扣")])[0]
            userids = bench.userids(planned.msgid, max(10, round(100 * scale)))
            bench.confirm(planned.msgid, userids)
            bench.deliver(round(sizes[0] / members * len(userids)))
            bench.convert(planned.msgid, userids)
            yield f"GetLift over {sizes[0]:,}", bench.lift(planned.msgid), "ms", 1000, "most"
        with Bench(scratch / "all", stand_in) as bench:
            msgid, figures = plan_figures(bench, sizes[1], yardstick, None)
            yield from figures
            rows = sizes[1] / members
            userids = bench.userids(msgid, max(10, round(STORM_TASKS * scale)))
            rate, cpu, p99 = bench.confirm(msgid, userids)
            name = f"confirming tasks of {rows:.0f}"
            yield name, rate, "/s", 500, "least"
            yield name, cpu, "CPU us each", None, "most"
            yield f"{name}, p99", p99, "ms", None, "most"
            rate, cpu, done = bench.deliver(min(round(DELIVERIES * scale), round(rows * len(userids) * 0.9)))
            name = f"leasing and acknowledging {done:,}"
            yield name, rate, "deliveries/s", 20_000, "least"
            yield name, cpu, "CPU us each", None, "most"
            yield f"preview at {sizes[1]:,}", bench.preview(sizes[1]), "ms", 300, "most"
        with Bench(scratch / "most", stand_in) as bench:
            yield from plan_figures(bench, sizes[2], yardstick, 60)[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--scale", type=float, default=1, help="how much of all sizes; default 1")
    parser.add_argument("--program", type=pathlib.Path, required=True, help="siyu-bench, built")
    args = parser.parse_args()
    with scratch_folder("broadcasts") as scratch:
        return report(measure(args.scale, args.program, scratch), args.json)


if __name__ == "__main__":
    sys.exit(main())
