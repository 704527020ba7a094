"""What an operator sees: metrics, health over HTTP, log lines, traces, and the files that look at
them, each judged by the tools that it is made for."""

import json
import os
import pathlib
import re
import secrets
import shutil
import subprocess
import threading
import urllib.error
import urllib.request

import grpc
import pytest
from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.models.dashboard import Dashboard
from grpc_health.v1 import health_pb2, health_pb2_grpc

from outside import eventually, protos
from outside.clients import Corp
from outside.collector import Collector, attributes
from outside.processes import BINARY, SERVING, free_ports, run_siyu, surroundings
from outside.protos import CONTEXTS, REPOSITORY
from outside.scenes import (
    audience, broadcast, confirm_all, deliver_all, report_of, small_corp, until_planned,
)
from outside.transports import Transport

OBSERVE = REPOSITORY / "compose" / "observe"
PROMTOOL = (
    os.environ.get("PROMTOOL") or shutil.which("promtool")
    or str(REPOSITORY / ".build" / "prometheus" / "usr" / "bin" / "promtool"))
needs_promtool = pytest.mark.skipif(
    not pathlib.Path(PROMTOOL).exists(), reason="no promtool: compose/test fetches it")


class All:
    """`siyu serve all` with an admin port, each service of it as a `Corp` wants it."""

    def __init__(self, folder, host, *options):
        self.host = host
        self.log = folder / "log"
        self.admin = f"127.0.0.1:{free_ports(1)[0]}"
        self.transport = Transport("h2c")
        peers = ",".join(f"{name}={self.address_of(name)}" for name in CONTEXTS)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(BINARY), "serve", "all", "--listen", host, "--insecure", "--peers", peers,
                 "--data", str(folder / "data"), "--admin", self.admin, "--grace-seconds", "3",
                 *options],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=surroundings())
        eventually(lambda: self.get("/readyz")[0] == 200, "the four are ready")

    def address_of(self, name):
        return f"{self.host}:{7401 + CONTEXTS.index(name)}"

    def __getitem__(self, name):
        system = self

        class Service:
            address = system.address_of(name)
            transport = system.transport

        return Service

    def get(self, path):
        """The status and text of the admin port's answer; status 0 when nobody answers."""
        try:
            with urllib.request.urlopen(f"http://{self.admin}{path}", timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return 0, ""

    def metrics(self):
        status, text = self.get("/metrics")
        assert status == 200
        return text

    def value(self, name, **labels):
        """The sum of the lines of a name that carry these labels."""
        total = 0
        for line in self.metrics().splitlines():
            found = re.fullmatch(r"(\w+)(?:\{(.*)\})? (\S+)", line)
            if found and found[1] == name and all(
                    f'{label}="{value}"' in (found[2] or "") for label, value in labels.items()):
                total += float(found[3])
        return total

    def lines(self):
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="module")
def campaign(binary, tmp_path_factory):
    """All four, after a whole campaign that one trace runs through."""
    trace_id = secrets.token_hex(16)
    metadata = {"traceparent": f"00-{trace_id}-{secrets.token_hex(8)}-01", "tracestate": "shop=7",
                "x-request-id": "campaign-1"}
    with Collector() as collector, All(
            tmp_path_factory.mktemp("sight"), "127.74.2.1", "--otlp", collector.address,
            "--trace-sample", "0", "--log-format", "json", "--log-level", "debug") as system:
        quiet = Corp(system, "acme")
        small_corp(quiet)
        corp = Corp(system, "acme", metadata=metadata)
        created = broadcast(corp, audience=audience(department_ids=[10]))
        until_planned(corp, created.msgid)
        confirm_all(corp, created.msgid)
        deliver_all(corp)
        assert report_of(corp, created.msgid).deliveries.sent_count == 40
        corp.relations.RemoveRelation(protos.customers.RemoveRelationRequest(
            userid="guide-101-1", external_userid="wm-000",
            removed_by=protos.customers.REMOVED_BY_CUSTOMER))
        eventually(lambda: system.value(
            "siyu_follower_changes_total", siyu_service="broadcasts", peer="customers") > 0,
            "broadcasts has heard of it")
        with pytest.raises(grpc.RpcError):
            corp.tags.DeleteTag(protos.customers.DeleteTagRequest(
                tag_id="et-secret-canary", request_id="x"))
        with pytest.raises(grpc.RpcError, match="DEADLINE_EXCEEDED"):
            list(corp.changes("customers").WatchChanges(
                protos.customers.WatchChangesRequest(), timeout=0.5))
        quiet.close()
        corp.close()
        system.trace_id = trace_id
        system.msgid = created.msgid
        system.collector = collector
        yield system


def named(spans, name):
    return [each for each in spans if each.span.name.endswith(name)]


def test_the_life_of_a_broadcast_is_one_trace_through_the_services(campaign):
    def whole():
        spans = campaign.collector.trace(campaign.trace_id)
        return spans if named(spans, "GetBroadcastReport") else None

    spans = eventually(whole, "the trace is exported")
    by_id = {each.span.span_id: each for each in spans}
    assert len(by_id) == len(spans), "a span is exported twice"
    (create,) = named(spans, "BroadcastService/CreateBroadcast")
    assert create.service == "broadcasts"
    (job,) = named(spans, "job plan-broadcast")
    assert job.span.parent_span_id == create.span.span_id
    (asked,) = [each for each in named(spans, "AudienceService/ListAudience")
                if each.service == "broadcasts"]
    assert asked.span.parent_span_id == job.span.span_id
    (answered,) = [each for each in named(spans, "AudienceService/ListAudience")
                   if each.service == "customers"]
    assert answered.span.parent_span_id == asked.span.span_id
    for name in ("ConfirmMemberTask", "LeaseDeliveries", "AcknowledgeDeliveries"):
        assert named(spans, name), name
    for each in spans:
        assert each.span.start_time_unix_nano <= each.span.end_time_unix_nano
        assert each.span.trace_state == "shop=7"
        assert attributes(each.span)["siyu.corp"] == "acme"
    assert attributes(create.span)["rpc.grpc.status_code"] == 0
    assert attributes(create.span)["siyu.request_id"] == "campaign-1"


def test_a_log_line_says_who_called_what_and_how_it_ended_but_not_what_was_said(campaign):
    (line,) = [each for each in campaign.lines()
               if each.get("method") == "/siyu.broadcasts.v1.BroadcastService/CreateBroadcast"]
    assert line["level"] == "debug" and line["service"] == "broadcasts"
    assert (line["corp"], line["app"], line["status"]) == ("acme", "test", "OK")
    assert line["request_id"] == "campaign-1" and line["trace_id"] == campaign.trace_id
    assert float(line["duration_ms"]) > 0
    failed = [each for each in campaign.lines()
              if each.get("method") == "/siyu.customers.v1.TagService/DeleteTag"]
    assert [(each["level"], each["status"]) for each in failed] == [("info", "NOT_FOUND")]
    assert failed[0]["reason"]
    # A feed that was watched for as long as its caller wanted is nothing to tell.
    watched = [each for each in campaign.lines()
               if each.get("method") == "/siyu.customers.v1.ChangeService/WatchChanges"
               and each["request_id"] == "campaign-1"]
    assert [(each["level"], each["status"]) for each in watched] == [
        ("debug", "DEADLINE_EXCEEDED")]
    text = campaign.log.read_text()
    assert "et-secret-canary" not in text and "满一百减二十" not in text


def test_calls_of_one_request_carry_its_id_to_the_other_services(campaign):
    jobids = {each["request_id"] for each in campaign.lines()
              if each.get("method", "").endswith("/ListAudience")}
    (created,) = [each for each in jobids if each.startswith("job")]
    assert created


def test_the_metrics_count_what_happened(campaign):
    method = {"grpc_method": "CreateBroadcast", "siyu_service": "broadcasts"}
    assert campaign.value("grpc_server_started_total", **method) == 1
    assert campaign.value("grpc_server_handled_total", grpc_code="OK", **method) == 1
    assert campaign.value("grpc_server_handling_seconds_count", **method) == 1
    assert campaign.value("grpc_client_handled_total", grpc_method="ListAudience") == 1
    assert campaign.value("siyu_job_runs_total", kind="plan-broadcast", outcome="done") == 1
    assert campaign.value("siyu_store_databases", state="serving") == 4
    assert campaign.value("siyu_feed_events_total", siyu_service="customers") >= 40
    assert campaign.value("siyu_store_wal_bytes", siyu_service="customers") > 0
    assert campaign.value("process_open_fds") > 4
    assert "acme" not in campaign.metrics(), "a corp is never a label"


@needs_promtool
def test_promtool_finds_nothing_to_say_about_the_metrics(campaign):
    lint = subprocess.run(
        [PROMTOOL, "check", "metrics"], input=campaign.metrics(), capture_output=True, text=True,
        check=False)
    assert (lint.returncode, lint.stdout + lint.stderr) == (0, "")


def names_shown(text):
    """Every name that may be asked for: of the families, and of a histogram's parts."""
    names = set()
    for name, kind in re.findall(r"^# TYPE (\w+) (\w+)$", text, re.MULTILINE):
        names |= {f"{name}{part}" for part in ("_bucket", "_sum", "_count")} if (
            kind == "histogram") else {name}
    return names


def names_asked(expression):
    """The names in a query: words that are no function, label or keyword."""
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\"[^\"]*\"|by \([^)]*\)", " ", expression)
    return set(re.findall(r"\b((?:siyu|grpc|process)_\w+)\b", bare))


def test_every_name_that_the_rules_and_the_dashboard_ask_for_is_shown(campaign):
    shown = names_shown(campaign.metrics())
    rules = (OBSERVE / "alerts.yaml").read_text()
    asked = names_asked(re.sub(r"(?m)^\s*(summary|description|- alert):.*$", "", rules))
    for expression in queries():
        asked |= names_asked(expression)
    assert len(asked) > 25
    assert asked - shown == set()


def queries():
    """The dashboard's queries, with what Grafana puts in for its variables."""
    board = json.loads((OBSERVE / "dashboard.json").read_text())
    found = [target["expr"] for panel in board["panels"] for target in panel.get("targets", [])]
    assert len(found) > 20
    return [each.replace("$__rate_interval", "1m").replace("$service", ".*") for each in found]


@needs_promtool
def test_promtool_takes_the_rules_the_configuration_and_the_dashboards_queries(tmp_path):
    for check, file in (("rules", "alerts.yaml"), ("config", "prometheus.yaml")):
        done = subprocess.run(
            [PROMTOOL, "check", check, str(OBSERVE / file)], capture_output=True, text=True,
            check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    rules = tmp_path / "queries.yaml"
    rules.write_text(json.dumps({"groups": [{"name": "dashboard", "rules": [
        {"record": f"query:{number}", "expr": each} for number, each in enumerate(queries())]}]}))
    done = subprocess.run(
        [PROMTOOL, "check", "rules", str(rules)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_grafanas_own_model_of_a_dashboard_takes_ours_whole():
    ours = json.loads((OBSERVE / "dashboard.json").read_text())
    theirs = json.loads(json.dumps(Dashboard.from_json(ours), cls=JSONEncoder))
    assert [panel["title"] for panel in theirs["panels"]] == [
        panel["title"] for panel in ours["panels"]]
    for here, there in zip(ours["panels"], theirs["panels"]):
        assert there.get("targets", []) == here.get("targets", [])
    identities = [panel["id"] for panel in ours["panels"]]
    assert len(set(identities)) == len(identities)


def test_a_draining_process_is_live_but_not_ready_and_says_why(binary, tmp_path):
    """A call is held open, so that the drain takes a while."""
    with All(tmp_path, "127.74.2.2") as system:
        assert system.get("/livez") == (200, "ok\n")
        assert system.get("/readyz") == (
            200, "".join(f"{name}: ok\n" for name in CONTEXTS))
        assert system.get("/nothing")[0] == 404
        with grpc.insecure_channel(system.address_of("directory")) as channel:
            watch = health_pb2_grpc.HealthStub(channel).Watch(
                health_pb2.HealthCheckRequest(), timeout=30)
            assert next(watch).status == SERVING
            release = threading.Event()
            held = Corp(system, "demo").relations.ImportRelations.future(after(release))
            eventually(lambda: system.value(
                "siyu_server_handlers", siyu_service="customers") == 1, "the call runs")
            system.process.terminate()
            assert next(watch).status == health_pb2.HealthCheckResponse.NOT_SERVING
            status, text = system.get("/readyz")
            assert (status, text) == (
                503, "".join(f"{name}: draining\n" for name in CONTEXTS))
            assert system.get("/livez") == (200, "ok\n")
            held.cancel()
            release.set()
        assert system.process.wait(15) == 0


def after(release):
    """A request that comes when it may."""
    release.wait()
    yield protos.customers.ImportRelationsRequest()


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of 8 MB of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)], check=False,
        capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


class Ballast:
    """Takes all the room of a disk, and what becomes free, until it is let go."""

    def __init__(self, folder):
        self._path = folder / "ballast"
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._fill)

    def _fill(self):
        with open(self._path, "wb", buffering=0) as file:
            while not self._is_over.is_set():
                try:
                    file.write(bytes(4096))
                except OSError:
                    self._is_over.wait(0.001)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._is_over.set()
        self._thread.join()
        self._path.unlink()


def test_a_full_disk_shows_in_readiness_and_health_and_is_over_when_there_is_room(
        binary, tmp_path, small_disk):
    """Nobody writes once the service has said that it is not ready: it looks by itself."""
    with All(tmp_path, "127.74.2.4") as system:
        corp = Corp(system, "demo")
        customers = protos.customers
        create = lambda number: corp.tags.CreateTagGroup(customers.CreateTagGroupRequest(
            group_name=f"组 {number}", tags=[customers.TagDraft(name=f"标签 {number}")]))
        create(0)
        with grpc.insecure_channel(system.address_of("customers")) as channel:
            watch = health_pb2_grpc.HealthStub(channel).Watch(
                health_pb2.HealthCheckRequest(), timeout=60)
            assert next(watch).status == SERVING
            with Ballast(small_disk):
                with pytest.raises(grpc.RpcError) as error:
                    for number in range(1, 10_000):
                        create(number)
                assert error.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED
                assert next(watch).status == health_pb2.HealthCheckResponse.NOT_SERVING
                eventually(lambda: "customers: the disk is full (stores: 1)\n" in
                           system.get("/readyz")[1], "readiness says it")
                assert system.get("/livez")[0] == 200
                assert system.value("siyu_store_refused_writes_total", reason="full") >= 1
            while next(watch).status != SERVING:
                pass
            eventually(lambda: system.get("/readyz")[0] == 200, "all are ready again")
        create(10_000)
        corp.close()


@pytest.mark.parametrize("options, said", [
    (["--admin", "nowhere"], "--admin nowhere: expected HOST:PORT"),
    (["--admin", "192.0.2.1:1"], "--admin 192.0.2.1:1: bind"),
    (["--otlp", "nowhere"], "--otlp nowhere: expected HOST:PORT"),
    (["--trace-sample", "2"], "--trace-sample 2: expected a number from 0 to 1"),
    (["--log-format", "xml"], "--log-format xml: expected text or json"),
    (["--log-level", "loud"], "--log-level loud: expected one of"),
])
def test_what_is_wrong_with_an_option_is_said_at_once(binary, tmp_path, options, said):
    done = run_siyu("serve", "directory", "--insecure", "--data", str(tmp_path), *options)
    assert done.returncode == 2
    assert done.stderr.startswith(f"siyu: {said}"), done.stderr


def test_a_collector_that_is_away_costs_spans_and_nothing_else(binary, tmp_path):
    nobody = f"127.0.0.1:{free_ports(1)[0]}"
    with All(tmp_path, "127.74.2.3", "--otlp", nobody, "--trace-sample", "1") as system:
        corp = Corp(system, "demo")
        for _ in range(20):
            corp.departments.GetDepartment(protos.directory.GetDepartmentRequest(id=1))
        eventually(lambda: system.value(
            "siyu_trace_spans_total", outcome="failed") >= 20, "the spans are given up")
        assert system.get("/readyz")[0] == 200
        corp.close()
        system.process.terminate()
        assert system.process.wait(15) == 0
