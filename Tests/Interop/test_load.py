"""`siyu load` drives each service alone, and says truly how that went."""

import json
import signal
import subprocess
import time
from xml.etree import ElementTree

import grpc
import pytest

from outside import BINARY, Service, free_ports, protos, surroundings

SIZES = {"directory": 300, "customers": 500, "communities": 40, "broadcasts": 200}


@pytest.fixture
def alone(tmp_path, binary):
    """Starts one service, whose peers are where nobody listens, and runs `siyu load` against it."""
    running = []

    class Alone:
        def __init__(self, name, policies=None):
            port, self.peer_port = free_ports(2)
            peers = ",".join(
                f"{peer}=127.0.0.1:{self.peer_port}" for peer in SIZES if peer != name)
            self.service = Service(name, port, tmp_path / "data", peers, tmp_path / "log")
            if policies:
                path = tmp_path / "policies.json"
                path.write_text(json.dumps(policies))
                command = self.service.command
                self.service.command = lambda: [*command(), "--policies", str(path)]
            running.append(self.service)
            self.service.restart()

        def arguments(self, *arguments):
            name = self.service.name
            given = ["load", name, "--address", self.service.address, "--size", str(SIZES[name])]
            if name == "broadcasts":
                given += ["--stand-in", f"127.0.0.1:{self.peer_port}"]
            return [*given, *arguments]

        def load(self, *arguments, seconds=60):
            return subprocess.run(
                [str(BINARY), *self.arguments(*arguments)], capture_output=True, text=True,
                timeout=seconds, check=False, stdin=subprocess.DEVNULL, env=surroundings())

    yield Alone
    for service in running:
        service.stop()


@pytest.mark.parametrize("name", SIZES)
def test_each_service_is_filled_and_driven_alone(alone, tmp_path, name):
    page, figures = tmp_path / "load.html", tmp_path / "load.json"
    system = alone(name)
    ended = system.load(
        "--rate", "200", "--duration", "2s", "--json", str(figures), "--html", str(page))
    assert ended.returncode == 0, ended.stderr + ended.stdout
    told = json.loads(figures.read_text(encoding="utf-8"))
    assert told["calls"]["ok"] == told["calls"]["ended"] == 400
    assert told["codes"] == {"OK": 400}
    assert sum(method["calls"]["ended"] for method in told["methods"]) == 400
    latency = told["latency_milliseconds"]
    assert 0 < latency["p50"] <= latency["p90"] <= latency["p99"] <= latency["max"] < 10_000
    # The server's process was found by its port, and is the one we started.
    assert told["server"]["pid"] == system.service.process.pid
    assert told["server"]["memory_bytes_max"] > 1_000_000
    assert told["server"]["wal_bytes_max"] > 0
    assert len(told["moments"]) >= 10
    for line in (name, "p99.9", "all"):
        assert line in ended.stdout
    root = ElementTree.parse(page).getroot()
    assert root.tag.endswith("html")
    assert len(root.findall(".//{*}svg")) == 6
    # What was filled in is there, and is not brought in again.
    assert "Filled" in ended.stderr
    again = system.load("--rate", "200", "--duration", "500ms")
    assert again.returncode == 0, again.stderr
    assert (name == "broadcasts") == ("Filled" in again.stderr)


def test_the_calls_of_a_method_come_to_the_server(alone):
    system = alone("customers")
    ended = system.load("--method", "MarkTags", "--concurrency", "4", "--duration", "1s")
    assert ended.returncode == 0, ended.stderr
    customers = protos.customers
    with grpc.insecure_channel(system.service.address) as channel:
        watch = customers.ChangeServiceStub(channel).WatchChanges(
            customers.WatchChangesRequest(), metadata=[("siyu-corp", "load")], timeout=20)
        # Filling tells of relations that are added; marking, of relations that changed.
        next(change for change in watch if change.WhichOneof("event") == "relation_updated")
        watch.cancel()
    row = next(line for line in ended.stdout.splitlines() if line.startswith("MarkTags"))
    assert int(row.split()[1].replace(",", "")) > 10
    assert "GetCustomer" not in ended.stdout


def test_a_mix_file_says_what_is_called(alone, tmp_path):
    mix = tmp_path / "mix.json"
    mix.write_text('{"GetMember": 3, "CorpService/GetCorp": 1}')
    figures = tmp_path / "load.json"
    ended = alone("directory").load(
        "--mix", str(mix), "--rate", "400", "--duration", "1s", "--json", str(figures),
        "--threads", "2", "--seed", "7")
    assert ended.returncode == 0, ended.stderr
    told = json.loads(figures.read_text(encoding="utf-8"))
    calls = {method["name"]: method["calls"]["ended"] for method in told["methods"]}
    assert set(calls) == {"GetMember", "GetCorp"}
    assert sum(calls.values()) == 400 and 240 < calls["GetMember"] < 360


def test_failed_calls_are_told_by_code_and_exit_1(alone, tmp_path):
    quota = {"methods": {"siyu.directory.v1.MemberService/GetMember": 60}}
    figures, page = tmp_path / "load.json", tmp_path / "load.html"
    ended = alone("directory", quota).load(
        "--method", "GetMember", "--rate", "200", "--duration", "1s", "--json", str(figures),
        "--html", str(page))
    assert ended.returncode == 1
    told = json.loads(figures.read_text(encoding="utf-8"))
    assert told["codes"]["RESOURCE_EXHAUSTED"] >= 130
    assert told["codes"]["RESOURCE_EXHAUSTED"] + told["codes"]["OK"] == 200
    assert "quota" in told["failures"][0]["message"]
    assert "RESOURCE_EXHAUSTED" in ended.stdout
    assert ended.stderr.splitlines()[-1].startswith("siyu: of 200 calls ")
    assert "RESOURCE_EXHAUSTED" in ElementTree.tostring(
        ElementTree.parse(page).getroot(), encoding="unicode")


def test_sigint_ends_a_run_early_with_its_report(alone):
    system = alone("directory")
    assert system.load("--duration", "100ms").returncode == 0
    process = subprocess.Popen(
        [str(BINARY), *system.arguments("--rate", "100", "--duration", "10m")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings())
    try:
        with grpc.insecure_channel(system.service.address) as channel:
            directory = protos.directory
            watch = directory.ChangeServiceStub(channel).WatchChanges(
                directory.WatchChangesRequest(), metadata=[("siyu-corp", "load")], timeout=30)
            # The run has begun when something of it is told; what filling told is older.
            begun = time.time()
            for change in watch:
                if change.change_time.seconds >= begun:
                    break
            watch.cancel()
        process.send_signal(signal.SIGINT)
        table, complaint = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0, complaint
    assert "GetMember" in table


WRONG = {
    "no service": (["load"], ["service"]),
    "a service there is not": (["load", "weather"], ["weather"]),
    "a method there is not": (
        ["load", "customers", "--method", "GetWeather"], ["--method", "GetWeather", "GetCustomer"]),
    "a mix file there is not": (
        ["load", "customers", "--mix", "/nonexistent.json"], ["--mix", "/nonexistent.json"]),
    "a method and a mix": (
        ["load", "customers", "--method", "GetCustomer", "--mix", "x"], ["--method", "--mix"]),
    "two kinds of loop": (
        ["load", "customers", "--rate", "1", "--concurrency", "1"], ["--rate", "--concurrency"]),
    "no time": (["load", "customers", "--duration", "60"], ["--duration", "60s"]),
    "a rate of nothing": (["load", "customers", "--rate", "0"], ["--rate"]),
    "more threads than connections": (
        ["load", "customers", "--threads", "9"], ["--connections", "9"]),
    "an address that is none": (
        ["load", "customers", "--address", "nonsense"], ["--address", "nonsense"]),
    "a token file there is not": (
        ["load", "customers", "--token", "/nonexistent"], ["--token", "/nonexistent"]),
    "a process there is not": (["load", "customers", "--pid", "0"], ["--pid", "0"]),
    "a stand-in for nobody": (
        ["load", "customers", "--stand-in", "127.0.0.1:1"], ["--stand-in", "broadcasts"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_load_exits_2_with_one_clear_line(binary, name):
    arguments, words = WRONG[name]
    ended = subprocess.run(
        [str(BINARY), *arguments], capture_output=True, text=True, timeout=20, check=False,
        stdin=subprocess.DEVNULL, env=surroundings())
    assert ended.returncode == 2, ended.stderr
    lines = ended.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("siyu: "), ended.stderr
    for word in words:
        assert word in lines[0]
    assert not ended.stdout


def test_a_server_that_is_not_there_exits_1_naming_it(binary):
    (port,) = free_ports(1)
    ended = subprocess.run(
        [str(BINARY), "load", "customers", "--address", f"127.0.0.1:{port}"], capture_output=True,
        text=True, timeout=30, check=False, stdin=subprocess.DEVNULL, env=surroundings())
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1].startswith(f"siyu: customers at 127.0.0.1:{port}: ")


def test_a_taken_place_for_the_stand_in_exits_1_saying_what_to_do(alone):
    system = alone("broadcasts")
    system.peer_port = system.service.port
    ended = system.load("--duration", "1s")
    assert ended.returncode == 1
    last = ended.stderr.splitlines()[-1]
    assert "--stand-in" in last and "--peers customers=" in last
