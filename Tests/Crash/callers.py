"""Callers of the services who go on asking while these are killed, and followers of their feeds."""

import threading
import time

import grpc

from outside import Corp, protos

# What a caller hears when the service was killed under him, or is not there: ask again.
PASSING = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)

# The longest a call may go unanswered while services are killed and restarted.
ANSWER_SECONDS = 60


class Callers:
    """Threads that ask, each with channels of its own, until there is `no_more` to ask for.

    What one of them meets that is no passing trouble is raised by `check`, and ends the asking.
    """

    def __init__(self, system, corp_name):
        self.no_more = threading.Event()
        self.over = threading.Event()
        self.corp = Corp(system, corp_name)
        self._system = system
        self._corp_name = corp_name
        self.pause_seconds = 0
        self._threads = []
        self._errors = []

    def own_corp(self):
        """Clients that no other thread uses."""
        return Corp(self._system, self._corp_name)

    def start(self, work, *arguments):
        def guarded():
            try:
                work(*arguments)
            except BaseException as error:
                self._errors.append(error)
                self.no_more.set()

        thread = threading.Thread(target=guarded, name=work.__qualname__, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def join(self, thread, deadline):
        while thread.is_alive():
            self.check()
            assert time.monotonic() < deadline, f"{thread.name} does not end"
            thread.join(0.1)

    def check(self):
        """Raises what any of the callers met that is no passing trouble."""
        if self._errors:
            raise self._errors[0]

    def rest(self):
        """The pace: what a caller waits between two things he asks for."""
        self.no_more.wait(self.pause_seconds)

    def abandon(self):
        """Ends the callers whatever became of them."""
        self.no_more.set()
        self.over.set()
        for thread in self._threads:
            thread.join(ANSWER_SECONDS)
        self.corp.close()

    def answered(self, method, request, stream=False, **options):
        """Repeats a call until it is answered; any failure but a passing one is a failed test."""
        deadline = time.monotonic() + ANSWER_SECONDS
        while True:
            try:
                return method(iter([request]) if stream else request, timeout=5, **options)
            except grpc.RpcError as error:
                if error.code() not in PASSING or time.monotonic() > deadline:
                    raise
                self.over.wait(0.02)


class Feed:
    """A follower of a change feed that goes on from its cursor whenever the feed is cut."""

    def __init__(self, corp, context, over):
        self.context = context
        self.changes = []
        self._corp = corp
        self._over = over
        self._is_last = None

    def follow(self):
        while not self._over.is_set():
            try:
                self._read()
            except grpc.RpcError as error:
                if error.code() not in PASSING:
                    raise
                self._over.wait(0.02)

    def read_up_to(self, is_last):
        self._is_last = is_last

    def is_behind(self):
        return not any(self._is_last(change) for change in self.changes[-5:])

    def _read(self):
        after = self.changes[-1].cursor if self.changes else ""
        request = getattr(protos, self.context).WatchChangesRequest(after=after)
        # A short deadline only makes it resume more often.
        for change in self._corp.changes(self.context).WatchChanges(request, timeout=2):
            self.changes.append(change)
            if self._over.is_set():
                return
