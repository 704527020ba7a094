"""`siyu serve all --sandbox` as one process: four services and the sandbox on ports in a row."""

import subprocess

from .processes import BINARY, GRACE_SECONDS, Service, ports_in_a_row, surroundings
from .protos import CONTEXTS

# In the order of their ports.
SERVICES = (*CONTEXTS, "sandbox")


class Sandbox:
    """Each service of the one process by its name, for `Corp`."""

    def __init__(self, folder, *flags):
        self._flags = flags
        self._first = ports_in_a_row(len(SERVICES))
        self.data = folder / "data"
        self.services = {
            name: Service(name, self._first + place, self.data, "", folder / "log")
            for place, name in enumerate(SERVICES)
        }
        self.process = None

    def __getitem__(self, name):
        return self.services[name]

    def command(self, *flags):
        return [
            str(BINARY), "serve", "all", "--sandbox", "--data", str(self.data), "--listen",
            f"127.0.0.1:{self._first}", "--grace-seconds", str(GRACE_SECONDS), *flags]

    def start(self, *flags):
        with open(self["sandbox"].log, "ab") as log:
            self.process = subprocess.Popen(
                self.command(*flags), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=surroundings())
        for service in self.services.values():
            service.process = self.process
            service.wait_until_serving()

    def kill(self):
        """kill -9."""
        self.process.kill()
        self.process.wait()

    def __enter__(self):
        self.start(*self._flags)
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
