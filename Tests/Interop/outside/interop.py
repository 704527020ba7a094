"""gRPC's interop programs: ours, and the official Ruby ones."""

import contextlib
import functools
import pathlib
import queue
import re
import socket
import ssl
import subprocess
import tempfile
import threading

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from grpc_tools import protoc

from .processes import BINARY, free_ports, surroundings
from .protos import PROTOS

PROGRAM = BINARY.with_name("siyu-interop")


@contextlib.contextmanager
def our_server(*flags):
    """`siyu-interop server`; gives its port, and asks for a clean end."""
    with subprocess.Popen(
        [PROGRAM, "server", "--listen", "127.0.0.1:0", *flags], stdout=subprocess.PIPE, text=True,
        env=surroundings(),
    ) as process:
        try:
            yield int(re.fullmatch(r"serves on 127\.0\.0\.1:(\d+)\n", process.stdout.readline())[1])
            process.terminate()
            assert process.wait(10) == 0
        finally:
            process.kill()


def run_our_client(port, case, *flags):
    return _run([PROGRAM, "client", "--server", f"127.0.0.1:{port}", "--case", case, *flags])


def run_our_calls(port, **options):
    """Makes calls as `siyu-interop calls` is told to; says how each ended, in order."""
    arguments = []
    for name, value in options.items():
        arguments.append("--" + name.replace("_", "-"))
        if value is not True:
            arguments.append(str(value))
    ran = _run([PROGRAM, "calls", "--server", f"127.0.0.1:{port}", *arguments])
    assert ran.returncode == 0, ran.stdout + ran.stderr
    ends = dict(line.split(": ", 1) for line in ran.stdout.splitlines())
    return [ends[str(number)] for number in range(len(ends))]


def ruby_program(name):
    """A program of Debian's ruby-grpc: client.rb or server.rb."""
    found = sorted(pathlib.Path("/usr/lib").glob(
        f"*/rubygems-integration/*/gems/grpc-*/src/ruby/pb/test/{name}"))
    assert found, f"there is no {name}: apt-get install ruby-grpc"
    return found[-1]


def _ruby(program, *flags):
    """A command that runs one of the programs, with certificates from the environment."""
    credentials = pathlib.Path(__file__).with_name("ruby_credentials.rb")
    return ["ruby", "-r", credentials, ruby_program(program), *flags]


@contextlib.contextmanager
def ruby_server(transport):
    """The official Ruby interop server; gives its port."""
    [port] = free_ports(1)
    files = {}
    if transport.is_secure:
        files = {"SERVER_CERTIFICATE": str(transport.server.certificate),
                 "SERVER_KEY": str(transport.server.key)}
    if transport.is_mutual:
        files["CLIENT_AUTHORITY"] = str(transport.authority.path)
    command = _ruby("server.rb", f"--port={port}", f"--use_tls={_word(transport.is_secure)}")
    with tempfile.TemporaryFile() as log, subprocess.Popen(
        command, stdout=log, stderr=log, env=surroundings(**files),
    ) as process:
        try:
            with transport.channel(f"127.0.0.1:{port}") as channel:
                grpc.channel_ready_future(channel).result(30)
            yield port
        finally:
            process.kill()


def run_ruby_client(port, case, transport):
    files = {}
    if transport.is_secure:
        files = {"AUTHORITY": str(transport.authority.path)}
    if transport.is_mutual:
        files |= {"CALLER_CERTIFICATE": str(transport.caller.certificate),
                  "CALLER_KEY": str(transport.caller.key)}
    secure = _word(transport.is_secure)
    return _run(_ruby(
        "client.rb", "--server_host=127.0.0.1", f"--server_port={port}", f"--test_case={case}",
        f"--use_tls={secure}", f"--use_test_ca={secure}"), **files)


def _word(truth):
    return "true" if truth else "false"


def _run(command, **settings):
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False,
        env=surroundings(**settings))


@functools.cache
def _messages():
    """The messages of grpc.testing. As Python modules they would hide grpcio's own `grpc`."""
    with tempfile.NamedTemporaryFile() as file:
        code = protoc.main([
            "protoc", f"-I{PROTOS}", "--include_imports", f"--descriptor_set_out={file.name}",
            "grpc/testing/test.proto"])
        assert code == 0
        files = descriptor_pb2.FileDescriptorSet.FromString(file.read())
    pool = descriptor_pool.DescriptorPool()
    for each in files.file:
        pool.Add(each)
    return pool


def message(name):
    return message_factory.GetMessageClass(_messages().FindMessageTypeByName(f"grpc.testing.{name}"))


class Questions:
    """The requests of a call that goes on, one after the other as the test has them."""

    def __init__(self):
        self._waiting = queue.SimpleQueue()

    def put(self, request):
        self._waiting.put(request)

    def end(self):
        self._waiting.put(None)

    def __iter__(self):
        return iter(self._waiting.get, None)


@contextlib.contextmanager
def tls_listener(context):
    """A server that shakes hands as the context says, and then hears the client out in silence."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        def serve():
            with contextlib.suppress(OSError):
                while True:
                    plain, _ = listener.accept()
                    with contextlib.suppress(ssl.SSLError, ConnectionError), \
                            context.wrap_socket(plain, server_side=True) as secured:
                        while secured.recv(4096):
                            pass

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(10)
