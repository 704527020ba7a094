"""Waiting for a condition, never for a length of time."""

import threading
import time

_never = threading.Event()


class TooLate(AssertionError):
    """The condition did not come true in time."""


def eventually(condition, what, seconds=20.0, pause=0.01):
    """Asks again and again until `condition()` is true; returns what it said."""
    deadline = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise TooLate(f"not within {seconds} s: {what}; the last answer was {answer!r}")
        _never.wait(pause)


def never_for(seconds):
    """Lets time pass, where the time itself is what is tested: a slow peer's pace."""
    _never.wait(seconds)
