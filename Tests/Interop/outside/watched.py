"""`siyu-interop server` as a process whose insides can be seen: handlers, memory, descriptors."""

import collections
import os
import pathlib
import re
import signal
import subprocess

from .interop import PROGRAM
from .processes import surroundings

Census = collections.namedtuple("Census", "connections handlers running most begun")


class WatchedServer:
    """The server, for the time of a `with`. `limits` are names as `siyu limits` lists them, with _
    for -."""

    def __init__(self, grace_seconds=3, **limits):
        settings = [
            word for name, value in limits.items()
            for word in ("--limit", f"{name.replace('_', '-')}={value}")]
        self.process = subprocess.Popen(
            [PROGRAM, "server", "--listen", "127.0.0.1:0", "--grace-seconds", str(grace_seconds),
             *settings],
            stdout=subprocess.PIPE, text=True, env=surroundings())
        said = self.process.stdout.readline()
        self.port = int(re.fullmatch(r"serves on 127\.0\.0\.1:(\d+)\n", said)[1])

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.process.terminate()
        try:
            code = self.process.wait(20)
            assert kind or code == 0, f"the server ended with {code}"
        finally:
            self.process.kill()
            self.process.stdout.close()

    def census(self):
        """Connections, slots for handlers that are taken, handlers that run, the most of them there
        ever were at once, and all that ever began."""
        self.process.send_signal(signal.SIGUSR1)
        return Census(*map(int, re.findall(r"\d+", self.process.stdout.readline())))

    def memory_bytes(self):
        """What it has in memory."""
        pages = pathlib.Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))
