"""The built program as operating-system processes: start, wait until it serves, kill, restart."""

import os
import pathlib
import random
import signal
import socket
import subprocess
import tempfile

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc

from .protos import CONTEXTS, REPOSITORY
from .transports import Transport
from .waiting import eventually

BINARY = pathlib.Path(os.environ.get("SIYU") or REPOSITORY / ".build" / "debug" / "siyu")

# How long a drain waits for running calls: some tests hold one open until it is cut.
GRACE_SECONDS = 3

SERVING = health_pb2.HealthCheckResponse.SERVING


def free_ports(count):
    """Ports nobody listens on now, all different.

    They lie below the range the kernel draws from for outgoing connections: a client that dials a
    killed service from that range may be given its port, and keep the restart from listening.
    """
    held = []
    try:
        while len(held) < count:
            each = socket.socket()
            try:
                each.bind(("127.0.0.1", random.randrange(20_000, 32_000)))
                held.append(each)
            except OSError:
                each.close()
        return [each.getsockname()[1] for each in held]
    finally:
        for each in held:
            each.close()


def ports_in_a_row(count):
    """The first of so many ports in a row that nobody listens on now."""
    while True:
        (first,) = free_ports(1)
        try:
            for port in range(first, first + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
            return first
        except OSError:
            continue


def surroundings(**settings):
    """The environment of a process: ours without its SIYU_ settings, and those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SIYU")}
    return kept | settings


def run_siyu(*arguments, **settings):
    """Runs a command that has to end by itself; `settings` become environment variables."""
    return subprocess.run(
        [str(BINARY), *arguments], capture_output=True, text=True, timeout=20, check=False,
        stdin=subprocess.DEVNULL, env=surroundings(**settings))


class Service:
    """One `siyu serve NAME` on a port and a data folder that outlive its process."""

    def __init__(self, name, port, data, peers, log, transport=Transport("h2c")):
        self.name = name
        self.port = port
        self.data = data
        self.peers = peers
        self.log = log
        self.transport = transport
        self.process = None

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def command(self):
        return [
            str(BINARY), "serve", self.name, "--listen", self.address, "--data", str(self.data),
            "--peers", self.peers, "--grace-seconds", str(GRACE_SECONDS),
            *self.transport.service_flags(self.name),
        ]

    def start(self, **settings):
        """Starts the process; `settings` become environment variables."""
        assert self.process is None, f"{self.name} runs already"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                self.command(), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=surroundings(**settings),
            )

    def wait_until_serving(self, seconds=20):
        with self.transport.channel(self.address) as channel:
            stub = health_pb2_grpc.HealthStub(channel)

            def serves():
                assert self.process.poll() is None, f"{self.name} ended: {self.last_words()}"
                try:
                    request = health_pb2.HealthCheckRequest()
                    return stub.Check(request, timeout=2, wait_for_ready=True).status == SERVING
                except grpc.RpcError:
                    return False

            eventually(serves, f"{self.name} serves", seconds)

    def health(self):
        """What it says of itself, or None when it does not answer."""
        with self.transport.channel(self.address) as channel:
            try:
                return health_pb2_grpc.HealthStub(channel).Check(
                    health_pb2.HealthCheckRequest(), timeout=2).status
            except grpc.RpcError:
                return None

    def kill(self):
        """kill -9: nothing is flushed, no handler runs."""
        self.process.kill()
        self.process.wait()
        self.process = None

    def restart(self, **settings):
        self.start(**settings)
        self.wait_until_serving()

    def terminate(self):
        """SIGTERM, without waiting for the end."""
        self.process.send_signal(signal.SIGTERM)

    def wait(self, seconds=20):
        """Waits for the process to end by itself; returns its exit code."""
        code = self.process.wait(seconds)
        self.process = None
        return code

    def stop(self):
        """Ends the process, however it stands."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process = None

    def last_words(self, lines=40):
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])


class System:
    """The four services as four processes over one data folder, each knowing the others."""

    def __init__(self, transport="h2c"):
        self._folder = tempfile.TemporaryDirectory(prefix="siyu-system-")
        folder = pathlib.Path(self._folder.name)
        self.transport = Transport(transport, folder)
        ports = dict(zip(CONTEXTS, free_ports(len(CONTEXTS))))
        peers = ",".join(f"{name}=127.0.0.1:{port}" for name, port in ports.items())
        self.services = {
            name: Service(name, port, folder / "data", peers, folder / f"{name}.log",
                          self.transport)
            for name, port in ports.items()
        }

    def __getitem__(self, name):
        return self.services[name]

    def __enter__(self):
        try:
            for service in self.services.values():
                service.start()
            for service in self.services.values():
                service.wait_until_serving()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for service in self.services.values():
            service.stop()
        self._folder.cleanup()

    def last_words(self):
        """What each process wrote last, for the report of a failed test."""
        return [
            (f"log of {service.name} ({service.address})", service.last_words())
            for service in self.services.values()
        ]
