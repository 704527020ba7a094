"""Messages made to exhaust the stack or the memory of who unpacks them are refused, with little of both."""

import contextlib
import os
import pathlib
import re
import resource
import struct
import subprocess

import pytest

from outside.interop import PROGRAM
from outside.processes import surroundings
from outside.wire import field, nested, tag, varint

TAKEN, MALFORMED, TEXT, LIMIT = range(4)

STACK_BYTES = 512 << 10
MOST_EXTRA_MEMORY_BYTES = 20 << 20
WIRE_BYTES = 4 << 20

CHILDREN, TEXTS, NUMBERS, FLAGS, UNKNOWN, WIDES = 38, 34, 31, 33, 900, 11


def full(one):
    """As often as it goes into the largest message a server takes."""
    return one * (WIRE_BYTES // len(one))


# What 4 MiB of these unpack to without limits, by the official layout of C structs: 8 to 148 times that.
BLOATED = {
    "empty wide messages": ("siyu.testing.v1.Wide", full(field(WIDES, b""))),
    "empty messages": ("siyu.testing.v1.Sample", full(field(CHILDREN, b""))),
    "empty texts": ("siyu.testing.v1.Sample", full(field(TEXTS, b""))),
    "packed numbers": ("siyu.testing.v1.Sample", field(NUMBERS, b"\1" * (WIRE_BYTES - 8))),
    "packed flags": ("siyu.testing.v1.Sample", field(FLAGS, b"\1" * (WIRE_BYTES - 8))),
    "numbers one by one": ("siyu.testing.v1.Sample", full(tag(NUMBERS, 0) + b"\1")),
    "unknown fields": ("siyu.testing.v1.Sample", full(tag(UNKNOWN, 0) + b"\1")),
    "unknown groups": ("siyu.testing.v1.Sample", full(tag(UNKNOWN, 3) + tag(UNKNOWN, 4))),
    "one number again and again": ("siyu.testing.v1.Sample", full(tag(3, 0) + b"\1")),
}


class Repacker:
    """`siyu-interop repack` with a stack of 512 KiB, one input at a time."""

    def __init__(self, message):
        def limit_stack():
            resource.setrlimit(resource.RLIMIT_STACK, (STACK_BYTES, STACK_BYTES))

        self._process = subprocess.Popen(
            [PROGRAM, "repack", "--message", message], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=surroundings(), preexec_fn=limit_stack)

    def answer(self, content):
        self._process.stdin.write(struct.pack(">I", len(content)) + content)
        self._process.stdin.flush()
        head = self._process.stdout.read(5)
        assert len(head) == 5, f"it died: {self._process.wait()}"
        verdict, length = struct.unpack(">BI", head)
        return verdict, self._process.stdout.read(length)

    @property
    def peak_bytes(self):
        status = pathlib.Path(f"/proc/{self._process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) << 10

    def close(self):
        self._process.stdin.close()
        assert self._process.wait(20) == 0


@contextlib.contextmanager
def repacker(message):
    process = Repacker(message)
    yield process
    process.close()


def refuse(message, content, words):
    with repacker(message) as process:
        # As large, and harmless: what it costs to be read at all.
        assert process.answer(field(UNKNOWN, bytes(len(content))))[0] == TAKEN
        before = process.peak_bytes
        verdict, answer = process.answer(content)
        assert verdict == LIMIT and words in answer.decode()
        assert process.peak_bytes - before < MOST_EXTRA_MEMORY_BYTES
        # And it goes on as if nothing had been.
        assert process.answer(b"") == (TAKEN, b"")


def test_64_levels_are_taken_with_a_stack_of_512_kib(binary):
    with repacker("siyu.testing.v1.Sample") as process:
        content = nested(CHILDREN, 64)
        assert process.answer(content) == (TAKEN, content)


@pytest.mark.parametrize("levels", [65, 100, 1_000, 10_000, 100_000, 1_000_000])
def test_deep_messages_are_refused_with_a_stack_of_512_kib(binary, levels):
    refuse("siyu.testing.v1.Sample", nested(CHILDREN, levels), "64 levels deep")


@pytest.mark.parametrize("levels", [65, 1_000, 1_000_000])
def test_deep_groups_are_refused_with_a_stack_of_512_kib(binary, levels):
    content = tag(UNKNOWN, 3) * (levels - 1) + tag(UNKNOWN, 4) * (levels - 1)
    refuse("siyu.testing.v1.Sample", content, "64 levels deep")


@pytest.mark.parametrize("kind", BLOATED)
def test_messages_that_would_grow_in_memory_are_refused(binary, kind):
    message, content = BLOATED[kind]
    refuse(message, content, "takes the message over")
