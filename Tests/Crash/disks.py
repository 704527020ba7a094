"""Disks of the tests' own: one that loses power, one that fills up. Both need root."""

import errno
import fcntl
import os
import pathlib
import signal
import struct
import subprocess
import tempfile

import pytest

from outside import CONTEXTS, System, eventually

# EXT4_IOC_SHUTDOWN with GOINGDOWN_NOLOGFLUSH: the file system stops, and what has not reached the
# disk is dropped, as by a loss of power.
SHUTDOWN, WITHOUT_FLUSHING = 0x8004587D, 2


class Disk:
    """A file system of its own, mounted for the time of a `with`."""

    def __init__(self, kind, mebibytes):
        self.kind = kind
        self._mebibytes = mebibytes

    def __enter__(self):
        self._temporary = tempfile.TemporaryDirectory(prefix="siyu-disk-")
        outer = pathlib.Path(self._temporary.name)
        self.folder = outer / "mounted"
        self._image = outer / "image"
        self.folder.mkdir()
        try:
            if self.kind == "ext4":
                with open(self._image, "wb") as image:
                    image.truncate(self._mebibytes << 20)
                # Blocks as large as pages, as every disk has that is not tiny: SQLite makes room
                # for its shared memory a page at a time, and dies of a page that has it in part.
                run("/sbin/mkfs.ext4", "-q", "-F", "-m", "0", "-b", "4096", str(self._image))
            self.mount()
        except (OSError, subprocess.CalledProcessError) as error:
            self._temporary.cleanup()
            said = getattr(error, "stderr", "") or error
            pytest.skip(f"no {self.kind} of our own to be had: {str(said).strip()}")
        return self

    def __exit__(self, *_):
        self.unmount()
        self._temporary.cleanup()

    def mount(self):
        if self.kind == "ext4":
            run("mount", "-t", "ext4", "-o", "loop", str(self._image), str(self.folder))
        else:
            size = f"size={self._mebibytes}m"
            run("mount", "-t", "tmpfs", "-o", size, "tmpfs", str(self.folder))

    def unmount(self):
        def unmounted():
            """A process that was just killed may hold it for a moment."""
            return subprocess.run(
                ["umount", str(self.folder)], capture_output=True, check=False).returncode == 0

        eventually(unmounted, f"{self.folder} is free", pause=0.05)

    def lose_power(self):
        """From this moment nothing more reaches the disk, and all that had not is gone."""
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", WITHOUT_FLUSHING))
        finally:
            os.close(descriptor)

    def fill(self):
        """Takes all the room there is, and what becomes free while it does."""
        with open(self.ballast, "ab", buffering=0) as file:
            for size in (1 << 20, 4096, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise

    @property
    def ballast(self):
        return self.folder / "ballast"


class SystemOnDisk(System):
    """The four services, not started yet, with their data on a disk."""

    def __init__(self, disk):
        super().__init__()
        self._disk = disk
        for service in self.services.values():
            service.data = disk.folder / "data"

    def start(self, environment=None):
        """Starts all, with the environment's variables besides, and waits until they serve."""
        self.start_unable(environment)
        for name in CONTEXTS:
            self[name].wait_until_serving()

    def start_unable(self, environment=None):
        """Starts all and waits until they answer, be it that they do not serve."""
        for name in CONTEXTS:
            self[name].start(**(environment or {}))
        for name in CONTEXTS:
            eventually(lambda: self[name].health() is not None, f"{name} answers")

    def lose_power(self):
        """Everything that runs ends, and the disk is as it was when its last sync was answered.

        The processes are halted first: with the power on they would go on reading from a disk that
        has forgotten what they wrote. A sync that is under way is cut, unless it ends sooner.
        """
        running = [each for each in self.services.values() if each.process is not None]
        for service in running:
            service.process.send_signal(signal.SIGSTOP)
        for service in running:
            eventually(lambda: is_halted(service.process.pid), f"{service.name} is halted", pause=0)
        self._disk.lose_power()
        for service in running:
            service.stop()
        self._disk.unmount()
        self._disk.mount()

    def __enter__(self):
        return self


def is_halted(pid):
    """Whether every thread is stopped, or in the kernel, waiting for a disk, and will be on its way
    back."""
    for thread in pathlib.Path(f"/proc/{pid}/task").iterdir():
        state = (thread / "stat").read_text().rpartition(")")[2].split()[0]
        if state not in ("T", "D"):
            return False
    return True


def run(*command):
    subprocess.run(command, check=True, capture_output=True, text=True)


class Syncs:
    """Makes fdatasync, the only such call that SQLite makes, fail in a service's process."""

    LIBRARIES = [
        f"/usr/lib/fiu/{name}" for name in ("fiu_run_preload.so", "fiu_posix_preload.so")]

    def __init__(self, folder):
        if not all(pathlib.Path(library).exists() for library in self.LIBRARIES):
            pytest.skip("libfiu is not installed: apt-get install fiu-utils")
        self._prefix = folder / "fiu"

    def settings(self):
        """What the process has to be started with. Until `fail` is called nothing does."""
        return {
            "LD_PRELOAD": " ".join(self.LIBRARIES), "FIU_CTRL_FIFO": str(self._prefix)}

    def fail(self, service, probability=1.0):
        run("fiu-ctrl", "-f", str(self._prefix), "-c",
            f"enable_random name=posix/io/sync/fdatasync,probability={probability}",
            str(service.process.pid))
