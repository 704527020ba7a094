"""What customers costs at the size of a large retail chain: run by `compose/bench customers`.

3.5 million relations of 30,000 members, each with 50 tags of a corp's 1000, are brought in through
the real service's client stream, on disk, while the service is killed and the stream sent again
once; then the service is asked and told what its callers ask and tell it. All of it happens first
with a tenth of the relations, to show what grows with the size. The data are the same in every run.
"""

import argparse
import contextlib
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import time

import grpc

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Interop"))

from bench_report import apart, report, scratch_folder  # noqa: E402
from outside.processes import Service, free_ports  # noqa: E402
from outside.protos import protos  # noqa: E402

MEMBERS = 30_000
REGIONS = 10  # departments under the root, each of 3000 members
TAG_GROUPS = 50  # a relation carries one tag of each
TAGS_PER_GROUP = 20
PROFILES = 4096  # different sets of 50 tags
BATCH = 1000  # relations in a message
STREAM_BATCHES = 200  # messages in a stream
CREATED = 1_700_000_000
YARDSTICK_CALLS = 20_000
MARKING_SECONDS = 5
SCANS_A_SECOND = 2100  # are made, of which 2000 must be answered by the end
SCANS_SECONDS = 10
INTERACTIONS_A_SECOND = 42_000  # are told, of which 38,889 must be counted by the end
INTERACTIONS_SECONDS = 60  # of the largest size, of a smaller one as much less
CONVERSATION_MAX = 7  # messages


def varint(value):
    written = bytearray()
    while value >= 0x80:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    written.append(value)
    return bytes(written)


def field(number, payload):
    """A length-delimited field of a protobuf message."""
    return bytes([number << 3 | 2]) + varint(len(payload)) + payload


class Chain:
    """The data: who follows whom with which tags, from a seed."""

    def __init__(self, relations, tag_ids):
        self.relations = relations
        self.tag_ids = tag_ids
        self.random = random.Random(20_260_105)
        sets = [[self.random.choice(group) for group in tag_ids] for _ in range(PROFILES)]
        customers = protos.customers
        # Serialized fields put one after another are one message.
        self.profiles = [customers.Relation(tag_ids=each).SerializeToString() for each in sets]

    @staticmethod
    def customer(number):
        return f"wmB{number * 2_654_435_761 % 2**32:08x}{number:021d}"

    def batches(self):
        """Serialized ImportRelationsRequests with their request_ids; every fourth customer has two
        members, the others one."""
        customers = protos.customers
        request_id = customers.ImportRelationsRequest.DESCRIPTOR.fields_by_name["request_id"].number
        number, done = 0, 0
        while done < self.relations:
            items = []
            while len(items) < BATCH and done < self.relations:
                for follower in range(2 if number % 4 == 0 else 1):
                    if done < self.relations:
                        items.append(field(1, self.relation(number, follower)))
                        done += 1
                number += 1
            yield b"".join(items) + field(request_id, b"import-%d" % (done // BATCH)), len(items)
        self.customers = number

    def follower(self, number, follower=0):
        return f"m{(number * 7919 + follower * 104_729) % MEMBERS:05d}"

    def conversations(self, count, begin):
        """Serialized RecordInteractionsRequests: conversations of random relations, of one to seven
        messages, in which the two take turns. Each message is a little later than the one before;
        the last is of the newest customer."""
        kind = protos.customers.INTERACTION_KIND_MESSAGE
        numbers = protos.customers.Interaction.DESCRIPTOR.fields_by_name
        enums = [
            bytes([numbers["direction"].number << 3, direction, numbers["kind"].number << 3, kind])
            for direction in (1, 2)
        ]
        choose = random.Random(count)
        moment, items, done = begin * 1_000_000, [], 0
        while done < count:
            length = min(choose.randint(1, CONVERSATION_MAX), count - done)
            number = choose.randrange(self.customers) if done + length < count else self.customers - 1
            two = field(1, self.follower(number).encode()) + field(2, self.customer(number).encode())
            for turn in range(length):
                moment += 37
                seconds, micros = divmod(moment, 1_000_000)
                items.append(field(1, two + enums[turn % 2] + field(
                    numbers["interaction_time"].number,
                    b"\x08" + varint(seconds) + b"\x10" + varint(micros * 1000))))
                done += 1
                if len(items) == BATCH or done == count:
                    yield b"".join(items)
                    items = []

    def relation(self, number, follower):
        customers = protos.customers
        external_userid = self.customer(number)
        customer = customers.Customer(
            external_userid=external_userid, name=f"客户{number}", type=customers.CUSTOMER_TYPE_WECHAT)
        relation = customers.Relation(
            userid=self.follower(number, follower), add_way=number % 3,
            state=f"way-{number % 100}")
        relation.create_time.seconds = CREATED + number
        profile = self.profiles[(number * 31 + follower * 17) % PROFILES]
        return (field(1, customer.SerializeToString())
                + field(2, relation.SerializeToString() + profile))


class Bench:
    """Both services on a folder, and what is measured of them."""

    def __init__(self, folder):
        self.folder = folder
        ports = free_ports(2)
        peers = f"directory=127.0.0.1:{ports[0]},customers=127.0.0.1:{ports[1]}"
        self.directory = Service("directory", ports[0], folder / "data", peers, folder / "d.log")
        self.customers = Service("customers", ports[1], folder / "data", peers, folder / "c.log")
        self.earlier_cpu = 0.0
        self.peak_bytes = 0

    def __enter__(self):
        for service in (self.directory, self.customers):
            service.restart()
        self.channel = grpc.insecure_channel(
            self.customers.address,
            options=[("grpc.max_receive_message_length", -1),
                     ("grpc.initial_reconnect_backoff_ms", 100),
                     ("grpc.max_reconnect_backoff_ms", 500)])
        self.stubs = {
            name: getattr(protos.customers, f"{name}ServiceStub")(self.channel)
            for name in ("Relation", "Tag", "Audience", "ContactWay")
        }
        return self

    def __exit__(self, *_):
        self.channel.close()
        for service in (self.directory, self.customers):
            service.stop()

    def cpu(self):
        """Seconds of CPU that customers has used, in all its processes."""
        stat = pathlib.Path(f"/proc/{self.customers.process.pid}/stat").read_text()
        ticks = stat.rpartition(")")[2].split()
        return self.earlier_cpu + (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")

    def note_memory(self):
        status = pathlib.Path(f"/proc/{self.customers.process.pid}/status").read_text()
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        self.peak_bytes = max(self.peak_bytes, int(peak.split()[1]) * 1024)

    def restart(self):
        """kill -9 and again."""
        self.note_memory()
        self.earlier_cpu = self.cpu()
        self.customers.kill()
        self.customers.restart()

    def file_bytes(self):
        return sum(path.stat().st_size for path in (self.folder / "data" / "customers").glob("*"))

    def fill_directory(self):
        """Ten regions under the root with 3000 members each; returns a region's id."""
        directory = protos.directory
        with grpc.insecure_channel(self.directory.address) as channel:
            departments = directory.DepartmentServiceStub(channel)
            regions = [
                departments.CreateDepartment(directory.CreateDepartmentRequest(
                    department=directory.Department(name=f"区{number}", parentid=1))).id
                for number in range(REGIONS)
            ]

            def requests():
                for start in range(0, MEMBERS, BATCH):
                    yield directory.ImportMembersRequest(members=[
                        directory.Member(
                            userid=f"m{number:05d}", name=f"导购{number}",
                            mobile=f"138{number:08d}",
                            department_ids=[regions[number % REGIONS]])
                        for number in range(start, start + BATCH)
                    ])

            reply = directory.MemberServiceStub(channel).ImportMembers(requests())
            if reply.failed_count:
                raise RuntimeError(f"{reply.failed_count} members were refused: {reply}"[:500])
        return regions[3]

    def make_tags(self):
        """Tag ids, group by group."""
        customers = protos.customers
        return [
            [tag.tag_id for tag in self.stubs["Tag"].CreateTagGroup(
                customers.CreateTagGroupRequest(
                    group_name=f"组{group}",
                    tags=[customers.TagDraft(name=f"签{group}-{tag}") for tag in range(TAGS_PER_GROUP)]
                )).tags]
            for group in range(TAG_GROUPS)
        ]

    def load(self, chain):
        """Brings all in, stream by stream; in the middle of one the service is killed, and the
        stream is sent again. Returns relations a second and CPU seconds. What it takes to make a
        stream's messages, before it is sent, is not counted."""
        customers = protos.customers
        send = self.channel.stream_unary(
            "/siyu.customers.v1.RelationService/ImportRelations",
            request_serializer=None,
            response_deserializer=customers.ImportRelationsResponse.FromString)
        streams = -(-chain.relations // (BATCH * STREAM_BATCHES))
        added, seconds, cpu = 0, 0, self.cpu()
        source = chain.batches()
        for number in range(streams):
            batches = [batch for batch, _ in (next(source) for _ in range(
                min(STREAM_BATCHES, -(-chain.relations // BATCH) - number * STREAM_BATCHES)))]
            begun = time.monotonic()
            if number == streams // 2:
                self.interrupt(send, batches)
            reply = self.resume(send, batches)
            seconds += time.monotonic() - begun
            if reply.failed_count:
                raise RuntimeError(f"{reply.failed_count} relations were refused: {reply}"[:500])
            added += reply.added_count + reply.updated_count
        next(source, None)
        if added != chain.relations:
            raise RuntimeError(f"{added} relations of {chain.relations} came in")
        return chain.relations / seconds, self.cpu() - cpu

    @staticmethod
    def resume(send, batches):
        """Sends a stream until it is answered; what was in already has no effect a second time."""
        for _ in range(3):
            try:
                return send(iter(batches), wait_for_ready=True)
            except grpc.RpcError as problem:
                # The connection of the killed process may be noticed only now.
                if problem.code() != grpc.StatusCode.UNAVAILABLE:
                    raise
        raise RuntimeError("the stream was cut three times")

    def interrupt(self, send, batches):
        def cut():
            yield from batches[:len(batches) // 2]
            # The batches before have been taken from us, not answered: some are in, some are not.
            self.restart()
            yield from batches[len(batches) // 2:]

        with contextlib.suppress(grpc.RpcError):
            send(cut(), wait_for_ready=True)
            raise RuntimeError("the stream was not interrupted")

    def get_customer(self, chain):
        """Milliseconds alone (median, 99th percentile) and CPU of a call with 512 in flight."""
        customers = protos.customers
        get = self.stubs["Relation"].GetCustomer
        choose = random.Random(1)
        times = []
        for _ in range(2000):
            request = customers.GetCustomerRequest(
                external_userid=chain.customer(choose.randrange(chain.customers)))
            begun = time.perf_counter()
            get(request)
            times.append((time.perf_counter() - begun) * 1000)
        calls, cpu = 0, self.cpu()
        with apart(self.customers.process.pid):
            for _ in range(20):
                request = customers.GetCustomerRequest(
                    external_userid=chain.customer(choose.randrange(chain.customers)))
                # As many on each connection as the yardstick is asked.
                calls += self.h2load("RelationService/GetCustomer", request, YARDSTICK_CALLS)
        per_call = (self.cpu() - cpu) / calls
        return statistics.median(times), statistics.quantiles(times, n=100)[98], per_call

    def h2load(self, method, request, calls):
        message = request.SerializeToString()
        body = self.folder / "request.bin"
        body.write_bytes(b"\0" + len(message).to_bytes(4, "big") + message)
        said = subprocess.run(
            ["h2load", "-t", "1", "-n", str(calls), "-c", "16", "-m", "32", "-d", body,
             "-H", "content-type: application/grpc", "-H", "te: trailers",
             f"http://{self.customers.address}/siyu.customers.v1.{method}"],
            check=True, capture_output=True, text=True).stdout
        # A refusal is 2xx too, but has no body.
        body = re.search(r"\((\d+)\) data", said)
        if f"status codes: {calls} 2xx" not in said or not body or int(body[1]) < calls * len(message):
            raise RuntimeError(f"not every call was answered:\n{said}")
        return calls

    def preview(self, chain, region):
        """Median milliseconds of (A or B) and C among the customers of a region's members."""
        customers = protos.customers
        request = customers.PreviewAudienceRequest(audience=customers.Audience(
            tag_filter=customers.TagFilter(group_list=[
                customers.TagGroupFilter(tag_list=[chain.tag_ids[0][0], chain.tag_ids[1][3]]),
                customers.TagGroupFilter(tag_list=[chain.tag_ids[2][5]]),
            ]), department_ids=[region]))
        times, cpu = [], self.cpu()
        for _ in range(21):
            begun = time.perf_counter()
            reply = self.stubs["Audience"].PreviewAudience(request)
            times.append((time.perf_counter() - begun) * 1000)
        if not reply.customer_count:
            raise RuntimeError("the audience is empty")
        return statistics.median(times), (self.cpu() - cpu) * 1000 / len(times), reply.customer_count

    def list_everybody(self, chain):
        """Customers a second of the audience of everybody."""
        customers = protos.customers
        walk = self.channel.unary_stream(
            "/siyu.customers.v1.AudienceService/ListAudience",
            request_serializer=customers.ListAudienceRequest.SerializeToString,
            response_deserializer=None)
        begun, cpu = time.monotonic(), self.cpu()
        for message in walk(customers.ListAudienceRequest()):
            last = message
        seconds = time.monotonic() - begun
        reply = customers.ListAudienceResponse.FromString(last)
        if not reply.finished or reply.listed_count != chain.customers:
            raise RuntimeError(f"{reply.listed_count} customers of {chain.customers} were listed")
        return chain.customers / seconds, (self.cpu() - cpu) * 1e6 / chain.customers

    def mark(self, chain, callers):
        """Marks a second, each answered when it is on disk."""
        customers = protos.customers
        choose = random.Random(callers)
        mark = self.stubs["Tag"].MarkTags

        def request():
            number = choose.randrange(chain.customers)
            tags = choose.sample(choose.choice(chain.tag_ids), 2)
            return customers.MarkTagsRequest(
                userid=chain.follower(number), external_userid=chain.customer(number),
                add_tags=tags[:1], remove_tags=tags[1:])

        begun, done = time.monotonic(), 0
        running = [mark.future(request()) for _ in range(callers)]
        while time.monotonic() - begun < MARKING_SECONDS:
            for place, call in enumerate(running):
                call.result()
                done += 1
                running[place] = mark.future(request())
        seconds = time.monotonic() - begun
        for call in running:
            call.result()
        return done / seconds


    def scan(self):
        """Scans one contact way at a steady pace, every third scan once more at once; returns how many
        a second were answered, and the 99th percentile of how long one took, in milliseconds."""
        customers = protos.customers
        way = self.stubs["ContactWay"].CreateContactWay(customers.CreateContactWayRequest(
            contact_way=customers.ContactWay(
                type=customers.CONTACT_WAY_TYPE_MULTIPLE, scene=customers.CONTACT_WAY_SCENE_QR_CODE,
                userids=[f"m{number:05d}" for number in range(100)])))
        add, times, calls, added = self.stubs["ContactWay"].AddByContactWay, [], [], set()
        count, begun = SCANS_A_SECOND * SCANS_SECONDS, time.monotonic()
        for place in range(count):
            due = begun + place / SCANS_A_SECOND
            time.sleep(max(0, due - time.monotonic()))
            who = f"wmScan{place - (place % 3 == 2)}"
            added.add(who)
            call = add.future(customers.AddByContactWayRequest(
                config_id=way.config_id, request_id=f"scan-{place}",
                customer=customers.Customer(
                    external_userid=who, name="路人", type=customers.CUSTOMER_TYPE_WECHAT)))
            call.add_done_callback(lambda _, due=due: times.append(time.monotonic() - due))
            calls.append(call)
        codes = [call.result().welcome_code for call in calls]
        seconds = time.monotonic() - begun
        total = self.stubs["ContactWay"].GetContactWayStatistics(
            customers.GetContactWayStatisticsRequest(config_id=way.config_id)).total
        given = [code for code in codes if code]
        if ((total.scan_count, total.added_count) != (count, len(added))
                or len(given) > len(added) or len(set(given)) < len(given)):
            raise RuntimeError(f"of {count} scans by {len(added)} people these were counted:\n{total}")
        return count / seconds, sorted(times)[int(len(times) * 0.99)] * 1000

    def interact(self, chain, seconds):
        """Tells of interactions at a steady pace; returns how many a second were recorded and
        counted, and CPU seconds of each."""
        customers = protos.customers
        now = int(time.time())
        batches = list(chain.conversations(INTERACTIONS_A_SECOND * seconds, now - 7200))
        record = self.channel.unary_unary(
            "/siyu.customers.v1.InteractionService/RecordInteractions",
            request_serializer=None,
            response_deserializer=customers.RecordInteractionsResponse.FromString)
        last = customers.RecordInteractionsRequest.FromString(batches[-1]).interactions[-1]
        calls, begun, cpu = [], time.monotonic(), self.cpu()
        for place, batch in enumerate(batches):
            time.sleep(max(0, begun + place * BATCH / INTERACTIONS_A_SECOND - time.monotonic()))
            calls.append(record.future(batch))
        recorded = sum(call.result().recorded_count for call in calls)
        if recorded != INTERACTIONS_A_SECOND * seconds:
            raise RuntimeError(f"{recorded} interactions were recorded")
        # They are counted in the order in which they came, of one time that of the customers.
        get = customers.GetCustomerRequest(external_userid=last.external_userid)
        while last.interaction_time not in (
                relation.last_chat_time
                for relation in self.stubs["Relation"].GetCustomer(get).follow_users):
            if time.monotonic() - begun > 10 * seconds:
                raise RuntimeError("the interactions were not counted")
            time.sleep(0.01)
        return recorded / (time.monotonic() - begun), (self.cpu() - cpu) / recorded


def measure(relations, folder, interaction_seconds):
    """Everything at one size; the values by name."""
    folder.mkdir(parents=True)
    values = {}

    def note(**found):
        values.update(found)
        text = ", ".join(f"{name.replace('_', ' ')} {value:.4g}" for name, value in found.items())
        print(f"{relations:>9,} relations: {text}", file=sys.stderr, flush=True)

    with Bench(folder) as bench:
        region = bench.fill_directory()
        chain = Chain(relations, bench.make_tags())
        rate, cpu = bench.load(chain)
        note(import_rate=rate, import_cpu=cpu, file_bytes=bench.file_bytes())
        # Just before what is compared with it: the speed of a machine drifts within minutes.
        yardstick = yardstick_cpu(folder)
        p50, p99, per_call = bench.get_customer(chain)
        note(get_p50=p50, get_p99=p99, get_cpu=per_call)
        if yardstick:
            note(get_ratio=per_call / yardstick)
        p50, cpu, size = bench.preview(chain, region)
        note(preview_p50=p50, preview_cpu=cpu, preview_size=size)
        rate, cpu = bench.list_everybody(chain)
        note(list_rate=rate, list_cpu=cpu)
        note(mark_alone=bench.mark(chain, 1), mark_64=bench.mark(chain, 64))
        rate, p99 = bench.scan()
        note(scan_rate=rate, scan_p99=p99)
        rate, cpu = bench.interact(chain, interaction_seconds)
        note(interact_rate=rate, interact_cpu=cpu)
        bench.note_memory()
        note(peak_bytes=bench.peak_bytes, cpu=bench.cpu())
    shutil.rmtree(folder)
    return values


def yardstick_cpu(scratch):
    """CPU seconds of an empty gRPC C++ call with 512 in flight, or None."""
    folder = os.environ.get("SIYU_YARDSTICKS")
    if not folder:
        return None
    folder, report = pathlib.Path(folder), scratch / "yardstick.json"
    subprocess.run([folder / "build"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [folder / "compare", "-c", "16", "-m", "32", "-n", str(YARDSTICK_CALLS), "--rounds", "10",
         "--json", report], check=True, stdout=subprocess.DEVNULL)
    rounds = json.loads(report.read_text())["rounds"]["grpc-c++"]
    return statistics.median(each["cpu_seconds_per_100k"] for each in rounds) / 1e5


def figures(full, tenth):
    """Name, value, unit, bar, and whether the bar is the least or the most that will do."""
    gib = 1 << 30
    yield "import", full["import_rate"], "relations/s", 30_000, "least"
    yield "import, CPU", full["import_cpu"], "s", None, "most"
    yield "file", full["file_bytes"] / gib, "GiB", None, "most"
    yield "GetCustomer, p50", full["get_p50"], "ms", None, "most"
    yield "GetCustomer, p99", full["get_p99"], "ms", None, "most"
    yield "GetCustomer, CPU", full["get_cpu"] * 1e6, "us", None, "most"
    if "get_ratio" in full:
        yield "GetCustomer, CPU", full["get_ratio"], "x empty gRPC C++ call", 1.0, "most"
    yield "PreviewAudience, p50", full["preview_p50"], "ms", 100, "most"
    yield "PreviewAudience, CPU", full["preview_cpu"], "ms", None, "most"
    yield "ListAudience", full["list_rate"], "customers/s", 300_000, "least"
    yield "ListAudience, CPU", full["list_cpu"], "us/customer", None, "most"
    yield "marking alone", full["mark_alone"], "/s", None, "least"
    yield "marking, 64 callers", full["mark_64"], "/s", None, "least"
    yield "scans of one contact way", full["scan_rate"], "/s", 2000, "least"
    yield "scans of one contact way, p99", full["scan_p99"], "ms", None, "most"
    yield "interactions, recorded and counted", full["interact_rate"], "/s", 38_889, "least"
    yield "interactions, CPU", full["interact_cpu"] * 1e6, "us", None, "most"
    yield "memory, peak", full["peak_bytes"] / gib, "GiB", 3, "most"
    yield "CPU in all", full["cpu"], "s", None, "most"
    for name, key, is_rate in (
        ("import", "import_rate", True), ("GetCustomer, p50", "get_p50", False),
        ("GetCustomer, CPU", "get_cpu", False), ("ListAudience", "list_rate", True),
        ("marking alone", "mark_alone", True), ("marking, 64 callers", "mark_64", True),
        ("interactions, CPU", "interact_cpu", False),
    ):
        growth = tenth[key] / full[key] if is_rate else full[key] / tenth[key]
        yield f"{name}, time for an answer", growth, "x at a tenth", 1.5, "most"


def both_sizes(relations, folder):
    """The figures of a size, with how they grew from a tenth of it."""
    tenth = measure(relations // 10, folder / "tenth", INTERACTIONS_SECONDS // 10)
    yield from figures(measure(relations, folder / "full", INTERACTIONS_SECONDS), tenth)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--relations", type=int, default=3_500_000, help="default 3500000")
    args = parser.parse_args()
    with scratch_folder("customers") as scratch:
        return report(both_sizes(args.relations, scratch), args.json)


if __name__ == "__main__":
    sys.exit(main())
