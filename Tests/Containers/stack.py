"""A compose file, running: its containers by the names of their services."""

import json
import os
import pathlib
import subprocess
import sys

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

from outside import CONTEXTS, REPOSITORY, eventually
from outside.certificates import Certificate
from outside.transports import secure_channel

COMPOSE = REPOSITORY / "compose"
PORTS = dict(zip(CONTEXTS, range(7401, 7405)))


def run(*command, check=True, seconds=120, **surroundings):
    """Runs a command that has to succeed; returns what it printed."""
    ended = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, timeout=seconds,
        check=False, stdin=subprocess.DEVNULL, env=os.environ | surroundings)
    assert not check or ended.returncode == 0, f"{command}: {ended.stderr}{ended.stdout}"
    return ended if not check else ended.stdout


class Certificates:
    """What compose/certificates makes in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.make()

    def make(self):
        """Again, for new certificates of the same authority."""
        run(COMPOSE / "certificates", "--out", self.folder)

    @property
    def path(self):
        """The authority's certificate."""
        return self.folder / "authority.pem"

    def of(self, name):
        return Certificate(
            self.folder / name / "certificate.pem", self.folder / name / "key.pem")


class Podman:
    """The engine that compose/test-containers installs."""

    program = "podman"
    compose = [pathlib.Path(sys.executable).parent / "podman-compose"]
    up = ["up", "--detach", "--no-build"]

    def is_healthy(self, container):
        """Without systemd nobody asks for the health but we."""
        return run("podman", "healthcheck", "run", container, check=False).returncode == 0

    def is_internal(self, network):
        return network["internal"]

    def gateways(self, network):
        return [subnet["gateway"] for subnet in network["subnets"]]

    def settle(self):
        """A bridge takes the address of another port when the one it has it from goes, and those
        who ask for names there ask the address of before for up to forty seconds: let it stay."""
        for bridge in pathlib.Path("/sys/class/net").glob("podman*"):
            address = (bridge / "address").read_text().strip()
            run("ip", "link", "set", "dev", bridge.name, "address", address)


class Docker:
    """Docker's own, with its own compose."""

    program = "docker"
    compose = ["docker", "compose"]
    # Waits for what the engine itself thinks of the health checks.
    up = ["up", "--detach", "--no-build", "--wait"]

    def is_healthy(self, container):
        """By the image's own check, as the engine makes it every few seconds."""
        [found] = json.loads(run("docker", "container", "inspect", container))
        command = found["Config"]["Healthcheck"]["Test"]
        assert command[0] == "CMD"
        return run("docker", "exec", container, *command[1:], check=False).returncode == 0

    def is_internal(self, network):
        return network["Internal"]

    def gateways(self, network):
        return [config["Gateway"] for config in network["IPAM"]["Config"]]

    def settle(self):
        pass


class Container:
    """One service's container; found anew each time, for it may have been made anew."""

    def __init__(self, engine, project, service):
        self._engine = engine
        self._labels = [
            f"label=com.docker.compose.project={project}",
            f"label=com.docker.compose.service={service}"]
        self.service = service

    @property
    def id(self):
        filters = [word for label in self._labels for word in ("--filter", label)]
        [found] = self._run("ps", "--all", "--quiet", *filters).split()
        return found

    def inspect(self):
        [found] = json.loads(self._run("container", "inspect", self.id))
        return found

    @property
    def pid(self):
        """The service's process, as this machine numbers it; 0 when it does not run."""
        return self.inspect()["State"]["Pid"]

    def execute(self, *command, check=True):
        return self._run("exec", self.id, *command, check=check)

    def is_healthy(self):
        """What the image's own health check says, now."""
        return self._engine.is_healthy(self.id)

    def stop(self):
        """SIGTERM, and its end; returns the exit code."""
        self._run("stop", self.id)
        return self.inspect()["State"]["ExitCode"]

    def start(self):
        self._run("start", self.id)

    def log(self):
        ended = self._run("logs", self.id, check=False)
        return ended.stdout + ended.stderr

    def _run(self, *words, **options):
        return run(self._engine.program, *words, **options)


class Keys:
    """What an operator gets tokens with: the program, in the container that has the key."""

    def __init__(self, container):
        self._container = container

    def token(self, corp, app):
        return self._container.execute(
            "siyu", "token", "issue", "--key", "/run/siyu/keys/token-key.pem",
            "--corp", corp, "--app", app, "--scope", "*").strip()


class Published:
    """A service where callers find it, for `Corp`."""

    is_guarded = True

    def __init__(self, name, certificates, keys):
        self.address = f"127.0.0.1:{PORTS[name]}"
        self._certificates = certificates
        self.keys = keys
        self.transport = self

    def channel(self, address, options=(), caller=None):
        caller = caller or self._certificates.of("apps/crm")
        return secure_channel(address, self._certificates, caller, options)

    def serves(self):
        with self.channel(self.address) as channel:
            stub = health_pb2_grpc.HealthStub(channel)
            try:
                reply = stub.Check(health_pb2.HealthCheckRequest(), timeout=2)
            except grpc.RpcError:
                return False
        return reply.status == health_pb2.HealthCheckResponse.SERVING


class Stack:
    """A compose file's services: `stack["directory"]` for those who call,
    `stack.container("directory")` for its container."""

    def __init__(self, engine, file, certificates):
        self._engine = engine
        self._file = COMPOSE / file
        self._surroundings = {"SIYU_TLS": str(certificates.folder)}
        self.certificates = certificates
        self.project = {"compose.yaml": "siyu", "compose.single.yaml": "siyu-single"}[file]
        signer = {"siyu": "directory", "siyu-single": "siyu"}[self.project]
        keys = Keys(self.container(signer))
        self._published = {name: Published(name, certificates, keys) for name in CONTEXTS}

    def __getitem__(self, name):
        return self._published[name]

    def __enter__(self):
        try:
            self.up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self._compose("down", "--volumes")

    def up(self):
        """Makes what is missing, and waits until all serve."""
        self._compose("--profile", "setup", "run", "--rm", "keys")
        self._compose(*self._engine.up)
        self._engine.settle()
        for name, published in self._published.items():
            eventually(published.serves, f"{name} serves")

    def down(self):
        """Takes all away but the volumes."""
        self._compose("down")

    def container(self, service):
        return Container(self._engine, self.project, service)

    def containers(self):
        return [self.container(name) for name in CONTEXTS]

    def is_internal(self, network):
        return self._engine.is_internal(self._network(network))

    def gateways(self, network):
        return self._engine.gateways(self._network(network))

    def last_words(self):
        """What each container wrote last, for the report of a failed test."""
        program = self._engine.program
        ids = run(program, "ps", "--all", "--quiet").split()
        return [
            (f"container {each}", run(program, "logs", "--tail", 30, each, check=False).stderr)
            for each in ids]

    def _network(self, name):
        program = self._engine.program
        [found] = json.loads(run(program, "network", "inspect", f"{self.project}_{name}"))
        return found

    def _compose(self, *arguments):
        run(*self._engine.compose, "--file", self._file, *arguments, **self._surroundings)
