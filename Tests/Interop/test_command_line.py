"""The program `siyu` as an operator meets it: flags, ports, signals, exit codes."""

import concurrent.futures
import socket
import subprocess
import threading

import grpc
import pytest
from grpc_health.v1 import health, health_pb2, health_pb2_grpc

from outside import BINARY, CONTEXTS, Corp, Service, eventually, free_ports, protos, surroundings
from outside.certificates import DAY, Authority
from outside.processes import SERVING, run_siyu as siyu
from outside.scenes import acquaintance, pages, request_id
from outside.tokens import TokenKeys


def one_clear_line(ended, *words):
    """Standard error holds one line, from siyu, with these words; standard output nothing."""
    lines = ended.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("siyu: "), ended.stderr
    for word in words:
        assert word in lines[0]
    assert not ended.stdout


@pytest.fixture
def alone(tmp_path, binary):
    """The directory on a port of its own, not started."""
    (port,) = free_ports(1)
    service = Service("directory", port, tmp_path / "data", "", tmp_path / "log")
    service.peers = f"directory=127.0.0.1:{port}"
    yield service
    service.stop()


class Alone:
    """A service as the only one of a system, for `Corp`."""

    def __init__(self, service):
        self._service = service

    def __getitem__(self, name):
        assert name == self._service.name
        return self._service


WRONG = {
    "no service": (["serve"], ["service"]),
    "a service there is not": (["serve", "weather"], ["weather"]),
    "a flag there is not": (["serve", "directory", "--insecure", "--port", "1"], ["--port"]),
    "a command there is not": (["server"], ["server"]),
    "no tokens and no --insecure": (["serve", "directory"], ["--token-keys", "--insecure"]),
    "token keys there are not": (
        ["serve", "directory", "--token-keys", "/nonexistent.json"],
        ["--token-keys", "/nonexistent.json", "No such file"]),
    "a token key without token keys": (
        ["serve", "directory", "--insecure", "--token-key", "/nonexistent.pem"],
        ["--token-key", "/nonexistent.pem", "No such file"]),
    "a peer token there is not": (
        ["serve", "customers", "--insecure", "--peer-token", "/nonexistent"],
        ["--peer-token", "/nonexistent", "No such file"]),
    "service names without mutual TLS": (
        ["serve", "customers", "--insecure", "--service-names", "siyu.test"],
        ["--service-names", "--tls-client-ca"]),
    "an address that is none": (
        ["serve", "directory", "--insecure", "--listen", "nonsense"], ["--listen", "nonsense"]),
    "a port out of range": (
        ["serve", "directory", "--insecure", "--listen", "127.0.0.1:70000"],
        ["--listen", "127.0.0.1:70000"]),
    "an option without its value": (["serve", "directory", "--insecure", "--data"], ["--data"]),
    "a peer there is not": (
        ["serve", "directory", "--insecure", "--peers", "weather=127.0.0.1:1"],
        ["--peers", "weather"]),
    "peers that are none": (
        ["serve", "directory", "--insecure", "--peers", "nonsense"], ["--peers", "nonsense"]),
    "a peer's address that is none": (
        ["serve", "directory", "--insecure", "--peers", "customers=7402"], ["customers=7402"]),
    "a policies file there is not": (
        ["serve", "directory", "--insecure", "--policies", "/nonexistent.json"],
        ["--policies", "/nonexistent.json"]),
    "a limit there is not": (
        ["serve", "directory", "--insecure", "--limit", "weather=1"], ["--limit", "weather"]),
    "a limit out of range": (
        ["serve", "directory", "--insecure", "--limit", "streams=0"], ["--limit", "streams"]),
    "insecure on an address for all": (
        ["serve", "directory", "--insecure", "--listen", "0.0.0.0:0"], ["loopback"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_command_line_exits_2_with_one_clear_line(binary, name):
    arguments, words = WRONG[name]
    ended = siyu(*arguments)
    assert ended.returncode == 2
    one_clear_line(ended, *words)


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


def broken(tmp_path, name, content="-----BEGIN CERTIFICATE-----\nMIIB"):
    path = tmp_path / name
    path.write_text(content)
    return path


def wrong_tls(authority, tmp_path):
    """What can be wrong about TLS: the flags, and what the one line has to say."""
    server, other = authority.issue_server(), authority.issue_server("other")
    certificate = ["--tls-cert", server.certificate]
    key = ["--tls-key", server.key]
    late = authority.issue_server("late", begins=-2 * DAY, ends=-DAY)
    early = authority.issue_server("early", begins=DAY, ends=2 * DAY)
    gone, torn = tmp_path / "gone.pem", broken(tmp_path, "torn.pem")
    return {
        "a certificate without its key": (certificate, ["--tls-cert", "--tls-key"]),
        "a key without its certificate": (key, ["--tls-key", "--tls-cert"]),
        "client authority alone": (
            ["--tls-client-ca", authority.path], ["--tls-client-ca", "--tls-cert"]),
        "no such certificate": (
            ["--tls-cert", gone, *key], ["--tls-cert", str(gone), "No such file"]),
        "a folder for a certificate": (
            ["--tls-cert", tmp_path, *key], ["--tls-cert", str(tmp_path), "directory"]),
        "half a certificate": (
            ["--tls-cert", torn, *key], ["--tls-cert", str(torn), "no certificate"]),
        "no such key": ([*certificate, "--tls-key", gone], ["--tls-key", str(gone)]),
        "a certificate for a key": (
            [*certificate, "--tls-key", server.certificate],
            ["--tls-key", str(server.certificate), "no private key"]),
        "another's key": (
            [*certificate, "--tls-key", other.key],
            ["--tls-key", str(other.key), "not the key of", str(server.certificate)]),
        "an expired certificate": (
            ["--tls-cert", late.certificate, "--tls-key", late.key],
            ["--tls-cert", str(late.certificate), "expired on 20"]),
        "a certificate for tomorrow": (
            ["--tls-cert", early.certificate, "--tls-key", early.key],
            ["--tls-cert", str(early.certificate), "not valid before 20"]),
        "no such client authority": (
            [*certificate, *key, "--tls-client-ca", gone], ["--tls-client-ca", str(gone)]),
        "no such peer authority": (
            [*certificate, *key, "--peer-tls-ca", gone], ["--peer-tls-ca", str(gone)]),
        "a peer certificate without its key": (
            ["--insecure", "--peer-tls-ca", authority.path, "--peer-tls-cert",
             server.certificate], ["--peer-tls-cert", "--peer-tls-key"]),
        "a peer certificate without peer authority": (
            ["--insecure", "--peer-tls-cert", server.certificate],
            ["--peer-tls-cert", "--peer-tls-ca"]),
        "TLS, but callers that are not known": (
            [*certificate, *key, "--tls-client-ca", authority.path],
            ["--token-keys", "--insecure"]),
    }


def test_wrong_tls_files_exit_2_with_one_clear_line(binary, authority, tmp_path):
    for name, (arguments, words) in wrong_tls(authority, tmp_path).items():
        ended = siyu("serve", "customers", *map(str, arguments))
        assert ended.returncode == 2, (name, ended)
        one_clear_line(ended, *words)


def test_four_that_cannot_call_each_other_over_tls_exit_2(binary, authority):
    server = authority.issue_server()
    ended = siyu("serve", "all", "--insecure", "--tls-cert", str(server.certificate),
                 "--tls-key", str(server.key))
    assert ended.returncode == 2
    one_clear_line(ended, "--peer-tls-ca")


def test_mutual_tls_serves_any_address_and_takes_its_files_from_the_environment(
        alone, authority, tmp_path):
    """And a certificate that is spoilt while it serves is told once, and not used."""
    server, caller = authority.issue_server(), authority.issue("caller", dns=["caller.test"])
    alone.command = lambda: [
        str(BINARY), "serve", "directory", "--listen", f"0.0.0.0:{alone.port}",
        "--data", str(alone.data)]
    alone.start(
        SIYU_TLS_CERT=str(server.certificate), SIYU_TLS_KEY=str(server.key),
        SIYU_TLS_CLIENT_CA=str(authority.path), SIYU_LOG_LEVEL="warning",
        SIYU_TOKEN_KEYS=str(TokenKeys(tmp_path).public), SIYU_SERVICE_NAMES="localhost")

    def probe():
        return siyu(
            "probe", alone.address, "--tls-ca", str(authority.path),
            "--tls-cert", str(caller.certificate), "--tls-key", str(caller.key)).returncode == 0

    eventually(probe, "it serves")
    server.certificate.write_text("spoilt")
    assert probe() and probe()
    warnings = alone.last_words().splitlines()
    assert len(warnings) == 1 and f"--tls-cert {server.certificate}" in warnings[0], warnings


def test_a_policy_there_is_not_exits_2_naming_it(binary, tmp_path):
    policies = tmp_path / "policies.json"
    policies.write_text('{"departments_maximum": 3}')
    ended = siyu("serve", "directory", "--insecure", "--policies", str(policies))
    assert ended.returncode == 2
    one_clear_line(ended, "departments_maximum")


def test_a_taken_port_exits_1_with_one_clear_line(binary, tmp_path):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        address = f"127.0.0.1:{holder.getsockname()[1]}"
        ended = siyu(
            "serve", "directory", "--insecure", "--listen", address, "--data", str(tmp_path))
    assert ended.returncode == 1
    one_clear_line(ended, address, "in use")


def test_a_data_folder_that_cannot_be_made_exits_1_with_one_clear_line(binary, tmp_path):
    (tmp_path / "data").write_text("a file stands in the way")
    (port,) = free_ports(1)
    ended = siyu("serve", "directory", "--insecure", "--listen", f"127.0.0.1:{port}",
                 "--data", str(tmp_path / "data"))
    assert ended.returncode == 1
    one_clear_line(ended, str(tmp_path / "data"))


def test_two_processes_do_not_share_a_data_folder(alone):
    alone.restart()
    corp = Corp(Alone(alone), "demo")
    corp.departments.GetDepartment(protos.directory.GetDepartmentRequest(id=1))
    corp.close()
    (port,) = free_ports(1)
    ended = siyu("serve", "directory", "--insecure", "--listen", f"127.0.0.1:{port}",
                 "--data", str(alone.data))
    assert ended.returncode == 1
    one_clear_line(ended, str(alone.data))


def test_help_and_version_exit_0(binary):
    assert siyu("--help").returncode == 0
    assert "customers" in siyu("serve", "--help").stdout
    version = siyu("version")
    assert (version.returncode, version.stdout.split()[0]) == (0, "siyu")


def test_limits_lists_what_limit_takes(binary):
    listed = siyu("limits")
    assert listed.returncode == 0
    name, value = listed.stdout.splitlines()[0].split()[:2]
    assert (name, value) == ("message-bytes", str(4 << 20))


def test_a_limit_that_is_set_holds(alone):
    alone.command = lambda command=alone.command: [*command(), "--limit", "message-bytes=100"]
    alone.restart(SIYU_LIMITS="message-bytes=1000000,header-fields=50")
    corp = Corp(Alone(alone), "demo")
    with pytest.raises(grpc.RpcError) as error:
        corp.departments.CreateDepartment(protos.directory.CreateDepartmentRequest(
            department=protos.directory.Department(name="x" * 200, parentid=1)))
    assert error.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED
    corp.close()


def test_probe_tells_by_its_exit_code_whether_a_service_serves(system):
    probed = siyu("probe", system["customers"].address)
    assert (probed.returncode, "SERVING" in probed.stdout) == (0, True)
    (port,) = free_ports(1)
    ended = siyu("probe", f"127.0.0.1:{port}", "--timeout-milliseconds", "300")
    assert ended.returncode == 1
    one_clear_line(ended, f"127.0.0.1:{port}")


def test_probe_tells_who_does_not_serve_from_who_does_not_answer():
    """Against a server that says of itself what it is told to: grpcio's own."""
    told = health.HealthServicer()
    told.set("", health_pb2.HealthCheckResponse.NOT_SERVING)
    server = grpc.server(concurrent.futures.ThreadPoolExecutor(1))
    health_pb2_grpc.add_HealthServicer_to_server(told, server)
    address = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    server.start()
    refused = siyu("probe", address)
    assert refused.returncode == 1
    one_clear_line(refused, address, "NOT_SERVING")
    alive = siyu("probe", address, "--alive")
    assert (alive.returncode, alive.stdout) == (0, f"{address} NOT_SERVING\n")
    server.stop(None).wait()
    ended = siyu("probe", address, "--alive", "--timeout-milliseconds", "300")
    assert ended.returncode == 1
    one_clear_line(ended, address)


def test_probe_without_an_address_asks_what_its_surroundings_serve(alone):
    alone.restart()
    probed = siyu("probe", SIYU_LISTEN=f"0.0.0.0:{alone.port}")
    assert (probed.returncode, probed.stdout) == (0, f"{alone.address} SERVING\n")
    # Without a port it is `serve all`: four are asked.
    ended = siyu("probe", "--timeout-milliseconds", "300", SIYU_LISTEN="127.0.0.9")
    assert ended.returncode == 1
    one_clear_line(ended, "127.0.0.9:740")
    wrong = siyu("probe", SIYU_LISTEN="127.0.0.1:99999")
    assert wrong.returncode == 2
    one_clear_line(wrong, "SIYU_LISTEN", "127.0.0.1:99999")


def test_settings_are_taken_from_the_environment(alone):
    alone.command = lambda: [str(BINARY), "serve", "directory"]
    alone.restart(
        SIYU_LISTEN=alone.address, SIYU_DATA=str(alone.data), SIYU_INSECURE="1",
        SIYU_PEERS=alone.peers, SIYU_LOG_LEVEL="warning")
    corp = Corp(Alone(alone), "demo")
    assert corp.departments.GetDepartment(protos.directory.GetDepartmentRequest(id=1)).id == 1
    corp.close()
    assert (alone.data / "directory" / "demo.db").exists()
    assert not alone.last_words()


def test_serve_all_runs_the_four_on_their_ports(binary, tmp_path):
    host = "127.74.1.7"
    peers = ",".join(f"{name}={host}:{7401 + at}" for at, name in enumerate(CONTEXTS))
    process = subprocess.Popen(
        [str(BINARY), "serve", "all", "--listen", host, "--insecure", "--peers", peers,
         "--data", str(tmp_path)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=surroundings())
    try:
        for at, name in enumerate(CONTEXTS):
            with grpc.insecure_channel(f"{host}:{7401 + at}") as channel:
                for service in getattr(protos, name).services():
                    answer = health_pb2_grpc.HealthStub(channel).Check(
                        health_pb2.HealthCheckRequest(service=service), timeout=20,
                        wait_for_ready=True)
                    assert answer.status == SERVING
        process.terminate()
        assert process.wait(20) == 0
    finally:
        process.kill()
        process.wait()


def test_sigterm_lets_a_running_call_end_and_exits_0(system):
    """An import is half sent when the signal comes; its second half is still taken."""
    customers = protos.customers
    service = system["customers"]
    corp = Corp(system, "drain-import")
    release = threading.Event()

    def batches():
        for number in range(2):
            if number == 1:
                release.wait()
            yield customers.ImportRelationsRequest(
                relations=[acquaintance("guide", f"wm-{number}")], request_id=request_id())

    feed = corp.changes("customers").WatchChanges(customers.WatchChangesRequest())
    call = corp.relations.ImportRelations.future(batches())
    assert next(feed).relation_added.customer.external_userid == "wm-0"
    with grpc.insecure_channel(service.address) as channel:
        watch = health_pb2_grpc.HealthStub(channel).Watch(
            health_pb2.HealthCheckRequest(), timeout=30)
        assert next(watch).status == SERVING
        service.terminate()
        assert next(watch).status == health_pb2.HealthCheckResponse.NOT_SERVING
        release.set()
        assert call.result().added_count == 2
        assert service.wait(15) == 0
    service.restart()
    listed = pages(
        corp.relations.ListRelations, customers.ListRelationsRequest(userid="guide"), "relations")
    assert [each.customer.external_userid for each in listed] == ["wm-0", "wm-1"]
    corp.close()


def test_sigterm_ends_open_feeds_so_that_they_can_be_resumed(system):
    customers = protos.customers
    service = system["customers"]
    corp = Corp(system, "drain-feed")
    corp.tags.CreateTagGroup(customers.CreateTagGroupRequest(
        group_name="会员等级", tags=[customers.TagDraft(name="金卡")]))
    feed = corp.changes("customers").WatchChanges(customers.WatchChangesRequest())
    last = next(feed)
    service.terminate()
    with pytest.raises(grpc.RpcError) as error:
        for last in feed:
            pass
    assert error.value.code() == grpc.StatusCode.UNAVAILABLE
    assert service.wait(15) == 0
    service.restart()
    corp.tags.CreateTagGroup(customers.CreateTagGroupRequest(
        group_name="生日", tags=[customers.TagDraft(name="一月")]))
    rest = corp.changes("customers").WatchChanges(
        customers.WatchChangesRequest(after=last.cursor))
    assert next(rest).sequence == last.sequence + 1
    rest.cancel()
    corp.close()


def test_an_idle_service_ends_at_once_on_sigterm_and_on_sigint(alone):
    for signal in ("terminate", "interrupt"):
        alone.restart()
        if signal == "terminate":
            alone.terminate()
        else:
            alone.process.send_signal(2)
        assert alone.wait(5) == 0
